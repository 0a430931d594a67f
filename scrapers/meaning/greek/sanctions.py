"""From the consequences of a Greek decision to sanctions: one for each party, with its words and articles."""

import re

from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.greek.clauses import Clause
from scrapers.meaning.greek.imposing import Consequence
from scrapers.meaning.greek.parties import Facts

_NEXT_POINT = re.compile(r"\s+(?:[Α-Ωα-ω]{1,2}|[ivx]{1,4}|[0-9]{1,2})[.)]$")
_QUOTED = 160
"""Letters of an order, a reprimand or a warning that are kept as evidence on each side of its word."""
_EACH = re.compile("καθε(?:μια|μιασ|ναν?|νασ|νοσ|ενα)|εκαστ[ηοω]|χωριστα")
_TOGETHER = re.compile("κοινου(?!ω?σ?υπευθυν)|αλληλεγγυ|εισολοκληρον")
_AFTER = 60
"""Letters after a sum that may still say how it is shared: “… ευρώ στην καθεμία”."""
_SHARED = "one sum for several: does each owe it, or all of them together?"
_SMALLEST = 100_00
"""Cents: less than any fine of the authority; what reads so is a footnote or a count."""


def sanctions_of(
    found: tuple[Consequence, ...], parts: tuple[Clause, ...], facts: Facts, url: str
) -> tuple[tuple[Sanction, ...], tuple[str, ...]]:
    """The sanctions that the consequences are, in order, and the doubts about parties and shares."""
    sanctions: list[Sanction] = []
    doubts: list[str] = []
    whom = {mention: facts.addressed(mention) for mention in {one.mention for one in found}}
    for number, one in enumerate(found):
        addressed = whom[one.mention]
        several = len(addressed.names) > 1 and one.amount is not None
        each = several and _EACH.search(_about(one)) is not None
        doubts += addressed.doubts
        doubts += _doubted(one, unshared=several and not each and not _TOGETHER.search(_about(one)))
        told = Sanction(
            party=None,
            kind=one.kind,
            money=one.amount.money if one.amount else None,
            articles=_articles(parts, one, found),
            joint=str(number) if several and not each else None,
            evidence=_evidence(url, one),
        )
        sanctions += [told.model_copy(update={"party": name}) for name in addressed.names]
    return tuple(sanctions), tuple(doubts)


def _doubted(one: Consequence, *, unshared: bool) -> list[str]:
    doubts = [_SHARED] if unshared else []
    if one.amount and one.amount.money.minor < _SMALLEST:
        doubts.append(f"hardly a fine: “{one.amount.words}”")
    return doubts


def _about(one: Consequence) -> str:
    """The letters around a sum that say how several share it."""
    return one.clause.flat.letters[: one.end + _AFTER]


def _evidence(url: str, one: Consequence) -> Evidence:
    letters = one.clause.flat
    start = one.start if one.amount or one.start > _QUOTED / 2 else 0
    end = one.end if one.amount else min(len(letters.letters), one.end + _QUOTED)
    return Evidence(
        words=_NEXT_POINT.sub("", letters.words(start, end)),
        document=url,
        start=letters.offsets[start],
        method=one.amount.method if one.amount else "words",
    )


def _articles(parts: tuple[Clause, ...], one: Consequence, found: tuple[Consequence, ...]) -> tuple[str, ...]:
    """Those named after the sum up to the next, else before it, else in what was found before."""
    flat = one.clause.flat
    edges = sorted(other.end for other in found if other.clause is one.clause)
    after = flat.words(one.end, next((edge for edge in edges if edge > one.end), None))
    before = flat.words(max([edge for edge in edges if edge < one.end], default=0), one.end)
    if one.kind is Kind.ORDER:
        return articles(after, "el")
    earlier = "".join(part.flat.words() + " " for part in parts[: parts.index(one.clause)])
    return articles(after, "el") or articles(before, "el") or articles(earlier, "el")
