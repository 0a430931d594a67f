"""English news of an authority: what it announces, for whom. Serves the ICO's news and other authorities' releases."""

import re
from collections.abc import Sequence

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english.consequences import acts, fines, shared
from scrapers.meaning.english.dating import day_of
from scrapers.meaning.english.genres import SANCTION_WORDS, is_about_access
from scrapers.meaning.english.infringed import infringed
from scrapers.meaning.english.names import apart, is_organisation
from scrapers.meaning.english.prose import evidence, mend, sentences
from scrapers.meaning.english.rounding import settled
from scrapers.meaning.english.sums import PROVISIONAL, announced_sums, fined_party

LEAD = 3
"""The title and two sentences say what is new; what is told first below them may be an earlier case."""
DETAILS = 6
"""Sentences in which a party's name, an order beside a fine or a court may stand."""
COURT = re.compile(
    r"\bple(?:aded|d) guilty|\b(?:Magistrates'?|Crown|Sheriff) Court\b|\bconvicted\b|\bsentenced\b|^\W*prosecut",
    re.IGNORECASE,
)
RULING = re.compile(
    r"\btribunal\b|\bcourt of appeal|\bsupreme court|\bhigh court|\bappeals?\b|\boverturn|\bquash", re.IGNORECASE
)
A_FINE = re.compile(r"\bfine[sd]?\b|\bmonetary penalt|\bpenalt(?:y|ies)\b", re.IGNORECASE)
POSSIBLE = re.compile(
    r"\b(?:may|could|can|might|would|up to|maximum|risk|powers? to|ability to|if|when)\b", re.IGNORECASE
)
SEVERAL = re.compile(r",.*\band\b|\b(?:companies|firms|organi[sz]ations)\b")


def read_press(raw: RawDecision, passage: Passage, home: str) -> Account:
    """What a release or a news item says; `home` is the currency where a sum names none."""
    title, body = mend(raw.title), sentences(mend(passage.text))
    published = day_of(raw.published or raw.listed_on)
    told = [title, *(sentence for sentence in body if sentence != title)]
    if not SANCTION_WORDS.search(" ".join(told)) or is_about_access(" ".join(told)):
        return Account(nothing="the text speaks of no sanction")
    if RULING.search(title):
        return Account(doubts=("news of a ruling or an appeal: it belongs to an earlier decision",))
    if re.search(r"\bprosecut", title, re.IGNORECASE) or COURT.search(" ".join(told[:DETAILS])):
        return Account(prosecutions(told, passage, home), published_on=published)
    sanctions = _announced(told, passage, home)
    if not sanctions:
        return _silent(told)
    return Account(sanctions, doubts=_doubts(sanctions, passage), published_on=published)


def prosecutions(told: Sequence[str], passage: Passage, home: str, party: str | None = None) -> tuple[Sanction, ...]:
    """A court's fine for an offence. Persons are not named, not even in the evidence; a company is."""
    sums = settled([[one for one in announced_sums(sentence, home) if one.kind is Kind.FINE] for sentence in told])
    name = party if party and is_organisation(party) else None
    money = sums[0].amount.money if sums else None
    words = sums[0].amount.words if sums else next((found[0] for one in told if (found := COURT.search(one))), "")
    shown = evidence(passage, words, sums[0].amount.method if sums else "words")
    return (Sanction(party=name, kind=Kind.PROSECUTION, money=money, evidence=shown),)


def _announced(told: Sequence[str], passage: Passage, home: str) -> tuple[Sanction, ...]:
    articles = infringed(passage.text)
    fined = _fined(told, articles, passage, home)
    parties = tuple(dict.fromkeys(sanction.party for sanction in fined if sanction.party))
    return (*fined, *acts(told[: DETAILS if fined else LEAD], parties, articles, passage, home))


def _fined(told: Sequence[str], articles: tuple[str, ...], passage: Passage, home: str) -> tuple[Sanction, ...]:
    spoken = [announced_sums(sentence, home) for sentence in told]
    first = next((one for sums in spoken[:LEAD] for one in sums), None)
    kind = first.kind if first else _kind_without_sum(told)
    if kind is None:
        return ()
    named = next((name for sentence in told[:DETAILS] if (name := _fined_without_sum(sentence, home))), None)
    sums = settled([[one for one in sums if one.kind is kind] for sums in spoken]) if first else ()
    if sums:
        return fines(sums, apart(named or ""), articles, passage)
    words = next(sentence for sentence in told if A_FINE.search(sentence))
    return tuple(shared(kind, None, apart(named or ""), articles, evidence(passage, words)))


def _fined_without_sum(sentence: str, home: str) -> str | None:
    """The payer a sentence names, unless it states a sum, which then is that payer's and no other's."""
    return None if announced_sums(sentence, home) else fined_party(sentence)


def _kind_without_sum(told: Sequence[str]) -> Kind | None:
    """What a title announces that names no sum, or None."""
    if fined_party(told[0]) is None and not re.search(r"\bfines?\b.*\b(?:on|to|against|for)\b", told[0], re.IGNORECASE):
        return None
    return Kind.NOTICE_OF_INTENT if PROVISIONAL.search(told[0]) else Kind.FINE


def _doubts(sanctions: Sequence[Sanction], passage: Passage) -> tuple[str, ...]:
    doubts = []
    if any(sanction.kind is Kind.FINE and sanction.money is None for sanction in sanctions):
        where = "title names a fine" if passage.form is Form.FEED_ITEM else "text names a fine without its amount"
        doubts.append(f"the {where}; the amount stands in the decision")
    if any(sanction.party is None for sanction in sanctions):
        doubts.append("the text does not name the party in words that could be read")
    if any(sanction.party and SEVERAL.search(sanction.party) for sanction in sanctions):
        doubts.append("one amount is told of several parties")
    return tuple(doubts)


def _silent(told: Sequence[str]) -> Account:
    if any(SANCTION_WORDS.search(sentence) and not POSSIBLE.search(sentence) for sentence in told):
        return Account(doubts=("the text speaks of a sanction, but does not say that one was imposed now",))
    return Account(nothing="the text speaks of sanctions only as possible")
