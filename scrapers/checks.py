"""What is checked of an act once it was read, and how each check went. Knows no authority and no reader. Pure.

A second look, by other means than the reader's: the words are read again, and facts are held against each other. A
check that fails is a reason why a person must look.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scrapers.adapter import Adapter, Form, Passage, RawDecision
from scrapers.decision import Decision, Kind, Money, Sanction, total
from scrapers.meaning.dates import dates
from scrapers.meaning.money import amounts
from scrapers.meaning.text import clean, fold
from scrapers.rounding import is_near, is_rounding, is_told_roughly
from scrapers.telltales import foreign_authority, not_a_name, not_imposed, somebody_else, speaks_of_a_measure

MONEY_KINDS = (Kind.FINE, Kind.PERIODIC_PENALTY)
TOLD = (Form.NEWS, Form.PRESS_RELEASE)
"""Texts about an act: other acts, courts and authorities are spoken of in them too."""
LANGUAGES = ("fr", "it", "en", "el")
OPENING = 350
"""Characters in which news says whose act it tells of."""
FIRST_YEAR = 1978
"""The CNIL, the oldest of the authorities, was made by the law of 6 January 1978."""
BY_PERSON = "person"
WHOLE_UNION = "EU"
"""The country of a board that tells of the acts of its members: it is always somebody else who decided."""
AROUND = 3000
"""Characters by which cleaning and mending may have moved a place."""
SENTENCE_END = re.compile(r"[.;!?]\s")


@dataclass(frozen=True)
class Check:
    """One check: `name` says what holds when it is passed; `words` what was looked at, or why it failed."""

    name: str
    passed: bool
    words: str


def check(name: str, fault: str | None, seen: str = "") -> Check:
    """A check with its outcome: failed where there is a fault to tell, else passed on what was `seen`."""
    return Check(name, fault is None, seen if fault is None else fault)


def checks_of(decision: Decision, raw: RawDecision, adapter: Adapter) -> tuple[Check, ...]:
    """Every check that can be made of an act as it was read; each fact is checked once, however often it stands."""
    found = [
        *(each for sanction in decision.sanctions for each in _of_sanction(sanction, raw, adapter)),
        *_of_headline(decision, raw, adapter),
        *_of_dates(decision, raw, adapter),
    ]
    return tuple(dict.fromkeys(found))


def _of_sanction(sanction: Sanction, raw: RawDecision, adapter: Adapter) -> Iterator[Check]:
    if sanction.kind in MONEY_KINDS:
        missing = f"no amount could be read for the {sanction.kind.value.replace('_', ' ')}"
        yield check("an amount is stated", missing if sanction.money is None else None, _told(sanction.money))
    if sanction.party is not None:
        fault = not_a_name(sanction.party)
        yield check("the party is a name", fault and f"“{sanction.party}” is no party: {fault}", sanction.party)
    if sanction.evidence.method != BY_PERSON:
        yield from _of_words(sanction, raw, adapter)
    if sanction.money is not None:
        yield from _of_money(sanction.money, adapter)


def _of_money(money: Money, adapter: Adapter) -> Iterator[Check]:
    abroad = f"the amount is in {money.currency}, the {adapter.code} fines in {adapter.currency}"
    yield check(
        "the currency is the authority's own", abroad if money.currency != adapter.currency else None, _told(money)
    )
    yield check("the amount is not zero", None if money.minor else "the amount reads as zero", _told(money))


def _of_words(sanction: Sanction, raw: RawDecision, adapter: Adapter) -> Iterator[Check]:
    words, passage = sanction.evidence.words, _passage(sanction, raw)
    if sanction.evidence.start is not None:
        missing = None if _stand(sanction, passage, raw) else f"the words “{words}” do not stand in the document"
        yield check("the words stand in the document", missing, words)
    if sanction.kind in MONEY_KINDS and sanction.money is not None:
        other = (
            None if _holds(words, sanction.money, passage, adapter) else f"{_told(sanction.money)} is not in “{words}”"
        )
        yield check("the words hold the amount", other, words)
        told = not_imposed(words)
        yield check("the amount is imposed", told and f"“{told}” stands beside the amount: was it imposed?", words)
    if passage.form in TOLD and adapter.country != WHOLE_UNION:
        opening = f"{raw.title}\n{passage.text[:OPENING]}\n{words}" if sanction.money else words
        told = somebody_else(words) or foreign_authority(opening, adapter.country)
        yield check("the authority itself decides", told and f"the words name “{told}”: who decided?", words)


def _passage(sanction: Sanction, raw: RawDecision) -> Passage:
    """The text that the sanction was read from; the first one where its address does not tell."""
    return next((each for each in raw.passages if each.url == sanction.evidence.document), raw.passages[0])


def _stand(sanction: Sanction, passage: Passage, raw: RawDecision) -> bool:
    words, start = sanction.evidence.words, sanction.evidence.start or 0
    if words in passage.text or words in raw.title:
        return True
    # Readers clean and mend a text first: its letters stay, their places move a little.
    near = passage.text[max(0, start - AROUND) : start + len(words) + AROUND]
    letters = _letters(words)
    return bool(letters) and any(letters in _letters(text) for text in (near, raw.title, passage.text))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(clean(text)))


def _holds(words: str, money: Money, passage: Passage, adapter: Adapter) -> bool:
    """Whether the amount can be read again from its words: as it is, put together, or by its figures alone."""
    found = [each.money for each in amounts(clean(words), _language(passage, adapter), adapter.currency)]
    if money in found or total_of(found).get(money.currency) == money.minor:
        return True
    figures = str(money.minor).rstrip("0")
    return any(re.sub(r"\D", "", run).rstrip("0") == figures for run in re.findall(r"[0-9][0-9\s.,'’]*", words))


def total_of(moneys: list[Money]) -> dict[str, int]:
    """Minor units by currency."""
    sums: dict[str, int] = {}
    for money in moneys:
        sums[money.currency] = sums.get(money.currency, 0) + money.minor
    return sums


def _of_headline(decision: Decision, raw: RawDecision, adapter: Adapter) -> Iterator[Check]:
    """Not of one headline over several acts: it speaks of what they come to together."""
    if not raw.title or raw.about:
        return
    passage = raw.passages[0]
    found = amounts(clean(raw.title), _language(passage, adapter), adapter.currency)
    told = [each for each in found if each.agrees and each.method != "words"]
    stated = [each.money for each in told]
    roughly = [each.money for each in told if is_told_roughly(clean(raw.title)[: each.start])]
    other = next((money for money in stated if not _is_known(money, decision, stated, money in roughly)), None)
    unread = f"the headline states {_told(other)}, which was not read" if other else None
    yield check("the headline agrees", unread, raw.title)
    if passage.form in TOLD:
        about = bool(stated) or _is_about(decision, raw, passage)
        silent = None if about else "the headline speaks of no sanction: is this news of one?"
        yield check("the headline is about it", silent, raw.title)


def _is_known(money: Money, decision: Decision, stated: list[Money], is_rough: bool) -> bool:
    """Whether an amount of the headline was read: alone, as a total, or together with the others of the headline."""
    read = [sum_ for each in decision.sanctions for sum_ in (each.money, each.daily) if sum_ is not None]
    sums = [total_of([each]) for each in read] + [total(decision.sanctions, kind) for kind in Kind]
    same = is_near if is_rough else is_rounding
    return any(same(one, each) for one in (total_of([money]), total_of(stated)) for each in sums)


def _is_about(decision: Decision, raw: RawDecision, passage: Passage) -> bool:
    """Whether the headline names the measure or a party, or the first sentence below it already is the sanction."""
    headline = fold(clean(raw.title))
    names = {word for each in decision.sanctions for word in fold(each.party or "").split() if len(word) > 3}
    starts = [each.evidence.start for each in decision.sanctions if each.evidence.start is not None]
    opens = any(not SENTENCE_END.search(passage.text, 0, start) for start in starts)
    return opens or speaks_of_a_measure(raw.title) or any(word in headline for word in names)


def _of_dates(decision: Decision, raw: RawDecision, adapter: Adapter) -> Iterator[Check]:
    decided, published = decision.decided_on, decision.published_on
    if decided is None:
        return
    yield check(
        "the date is possible", f"decided in {decided.year}?" if decided.year < FIRST_YEAR else None, str(decided)
    )
    if published is not None:
        early = f"decided on {decided}, but made public on {published}" if decided > published else None
        yield check("decided before made public", early, f"{decided}, {published}")
    listed = _listed(raw, adapter)
    if listed is not None:
        late = f"decided on {decided}, but listed under {listed}" if decided > listed else None
        yield check("the list does not say an earlier day", late, f"{decided}, {listed}")


def _listed(raw: RawDecision, adapter: Adapter) -> date | None:
    found = {day for day, _ in dates(raw.listed_on or "", adapter.language)}
    return found.pop() if len(found) == 1 else None


def _language(passage: Passage, adapter: Adapter) -> str:
    return passage.language if passage.language in LANGUAGES else adapter.language


def _told(money: Money | None) -> str:
    return f"{money.currency} {money.amount:,}" if money else ""
