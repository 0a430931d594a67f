"""Sums that speak of one fine: a rounded one and its exact figure, a total and its parts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from scrapers.decision import Kind, Money
from scrapers.meaning.english.parties import apart, fuller
from scrapers.meaning.english.sums import Sum

LEAST_ROUNDED = 10_000_000
"""Minor units; smaller sums are told exactly."""
FINEST = 20
"""A rounded sum is off by a twentieth at most: £100,000 does not stand for £140,000."""


def rounds(rough: Money, exact: Money) -> bool:
    """Whether `rough` is `exact` told with fewer digits, or the same.

    >>> rounds(Money.of(3_700_000, "GBP"), Money.of(3_684_500, "GBP"))
    True
    >>> rounds(Money.of(500, "GBP"), Money.of(510, "GBP"))
    False
    """
    if rough == exact or rough.currency != exact.currency:
        return rough == exact
    unit = int(10 ** (len(str(rough.minor)) - len(str(rough.minor).rstrip("0"))))
    gap = abs(rough.minor - exact.minor)
    return rough.minor >= LEAST_ROUNDED and unit > 1 and gap < unit and gap * FINEST <= exact.minor


def settled(told: Sequence[Sequence[Sum]]) -> tuple[Sum, ...]:
    """What a text's sums of one kind, sentence by sentence, amount to.

    The first sentence with a sum decides; a later one may state it exactly, name its payer in full, or split it over
    several payers. Other sums are of other cases.
    """
    spoken = [sums for sums in told if sums]
    if not spoken:
        return ()
    first, later = _each_once(spoken[0]), [one for sums in spoken for one in sums]
    parts = _parts(first[0], later) if len(first) == 1 else ()
    return parts or tuple(_exactly(one, later) for one in first)


def _each_once(sums: Sequence[Sum]) -> Sequence[Sum]:
    """The sums of a sentence without the one of nobody that is the total of the others."""
    whole = sum(one.amount.money.minor for one in sums)
    parts = [one for one in sums if one.party or one.amount.money.minor * 2 != whole]
    return parts if len(parts) > 1 else sums


def unexplained(known: Sequence[Money], told: Sequence[Sequence[Sum]]) -> tuple[Sum, ...]:
    """The fines among `told` that are none of the `known` sums, nor their total, nor one of them rounded."""
    if not known:
        return ()
    whole = Money(minor=sum(money.minor for money in known), currency=known[0].currency)
    candidates = (one for sums in told for one in sums if one.kind is Kind.FINE)
    return tuple(one for one in candidates if not any(_same(one.amount.money, money) for money in (*known, whole)))


def _same(one: Money, other: Money) -> bool:
    return rounds(one, other) or rounds(other, one)


def _exactly(one: Sum, later: Sequence[Sum]) -> Sum:
    same = [other for other in later if rounds(one.amount.money, other.amount.money)]
    finest = max(same, key=lambda other: len(str(other.amount.money.minor).rstrip("0")))
    party = one.party or next((other.party for other in same if other.party), None)
    for other in same:
        more = len(apart(other.party or "")) > len(apart(party or ""))
        party = other.party if more else fuller(party, other.party)
    return replace(finest, party=party)


def _parts(whole: Sum, later: Sequence[Sum]) -> tuple[Sum, ...]:
    """The sums of several payers that make up `whole`, or ()."""
    named = (replace(one, party=one.party or whole.party) for one in later)
    others = {(one.party, one.amount.money.minor): one for one in named if one.party}
    pieces = [one for one in others.values() if not rounds(whole.amount.money, one.amount.money)]
    totals = accumulate(one.amount.money.minor for one in pieces)
    for count, minor in enumerate(totals, start=1):
        if count > 1 and rounds(whole.amount.money, Money(minor=minor, currency=whole.amount.money.currency)):
            return tuple(pieces[:count])
    return ()
