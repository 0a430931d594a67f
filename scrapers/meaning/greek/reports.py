"""Read a Greek report of an act: a release, news, the summary of a page. Also its English releases."""

from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.greek.cited import decided_on, published_on, references
from scrapers.meaning.greek.clauses import clauses
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.outcome import silent, understood
from scrapers.meaning.greek.sentences import Sentence
from scrapers.meaning.greek.titles import read_title
from scrapers.meaning.greek.weighing import weigh


def read_report(raw: RawDecision, passage: Passage) -> Account:
    """The sanctions that are news in a report; what it only mentions imposes nothing."""
    weighed = weigh(raw.title, passage.text, passage.form)
    if weighed.doubt and not weighed.told:
        return Account(doubts=(weighed.doubt,))
    if weighed.nothing:
        return Account(nothing=weighed.nothing)
    flat = Flat.of(passage.text)
    if not weighed.told:
        nothing = read_title(raw.title, raw.url).nothing
        return Account(nothing=nothing) if nothing else silent(clauses(flat, told=True))
    parts = tuple(clause for one in weighed.told for clause in clauses(_part(flat, one), told=True))
    account = understood(raw, passage, flat, parts)
    if weighed.doubt:
        account = replace(account, nothing=None, doubts=(*account.doubts, weighed.doubt))
    return _cited(account, raw, passage, weighed.told)


def _part(flat: Flat, one: Sentence) -> Flat:
    return flat.part(flat.index_of(one.start), flat.index_of(one.end))


def _cited(account: Account, raw: RawDecision, passage: Passage, told: tuple[Sentence, ...]) -> Account:
    """With the number and the day of the decision that the report names, and the day of the report itself."""
    named = references(raw.title) or references(" ".join(one.words for one in told)) or references(passage.text)
    reference = named[0] if len(named) == 1 else None
    published = published_on(passage.text) if passage.form is not Form.DECISION_PAGE else None
    decided = decided_on(passage.text, reference) if reference else None
    return replace(account, reference=reference, decided_on=decided, published_on=published)
