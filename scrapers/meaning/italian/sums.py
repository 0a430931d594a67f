"""Sums in euro as Italian writes them. What is ordered, and from whom, is not known here."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from scrapers.decision import Money
from scrapers.meaning.money import Amount, amounts

_MILLIONS = re.compile(r"\bmilion[ei]$", re.IGNORECASE)
_POINT = re.compile(r"(?<=\d)\.(?=\d{1,2}\s?(?:milion[ei]|miliard[oi]|mln)\b)", re.IGNORECASE)
"""The decimal point of "2.8 milioni", which the press writes as well as "2,8 milioni"."""
_AND = re.compile(r"\s{1,3}e\s{1,3}", re.IGNORECASE)
_BARE = re.compile(
    r"\b(?:sanzion[ei]|mult[ae]|maximulta|maxi-?\s?(?:sanzione|multa))\s+(?:\w+\s+){0,2}?(?:di|da|per|pari\s+a)\s+(?:\w+\s+){0,2}?"
    r"(\d[\d.,]*\s?(?:mila|mln|milion[ei]|miliard[oi]))\b(?!\s+(?:di\s+)?(?:euro|dollari|sterline|€|\$))",
    re.IGNORECASE,
)
_MILLION = Decimal(1_000_000)
_ROUNDING = 10_000_00
_NEGLIGIBLE = 1000
"""Minor units: news rounds to ten thousands at the finest ("1,71 milioni"), or by less than a thousandth."""


def euros(text: str) -> tuple[Amount, ...]:
    """Every sum of money in `text`, in order; "2 milioni e 600 mila euro" is one.

    >>> [str(found.money.amount) for found in euros("una sanzione di 2 milioni e 600mila euro e una di 5 mila euro")]
    ['2600000.00', '5000.00']
    """
    found: list[Amount] = []
    text = _POINT.sub(",", text)
    for amount in amounts(text, "it", "EUR"):
        if found and _goes_on(text, found[-1], amount):
            found[-1] = _together(text, found[-1], amount)
        else:
            found.append(amount)
    return tuple(found)


def told_sums(text: str) -> tuple[Amount, ...]:
    """The sums of the news, which leaves out "di euro" after a fine in millions.

    >>> [str(found.money.amount) for found in told_sums("la multa da 2,8 milioni a chi ha 3 milioni di utenti")]
    ['2800000.00']
    """
    found = list(euros(text))
    for match in _BARE.finditer(text):
        start = match.start(1)
        if not any(one.start <= start < one.end for one in found):
            found += [replace(one, start=start, end=match.end(1), words=match[1]) for one in euros(f"{match[1]} euro")]
    return tuple(sorted(found, key=lambda one: one.start))


def is_rounded(one: int, other: int) -> bool:
    """Whether two sums (minor units) are equal, or one is the other as the news rounds it.

    >>> is_rounded(45_000_000_00, 45_018_680_0), is_rounded(4_500_000_00, 4_501_868_00), is_rounded(5_000_00, 8_000_00)
    (False, True, False)
    """
    coarse = min(one, other, key=_digits)
    unit: int = 10 ** (len(str(coarse)) - _digits(coarse))
    apart = abs(one - other)
    negligible = unit >= _ROUNDING or apart * _NEGLIGIBLE < coarse
    return apart == 0 or (negligible and apart < unit and _digits(one) != _digits(other))


def without_total(sums: Sequence[Amount]) -> tuple[Amount, ...]:
    """The sums without the one that two or more others come to: "oltre 12,5 milioni complessivi"."""
    whole = sum(one.money.minor for one in sums)
    parts = len(sums) - 1
    totals = [one for one in sums if parts > 1 and is_rounded(one.money.minor, whole - one.money.minor)]
    return tuple(one for one in sums if one not in totals[:1])


def _digits(minor: int) -> int:
    return len(str(minor).rstrip("0"))


def _goes_on(text: str, first: Amount, second: Amount) -> bool:
    between = bool(_AND.fullmatch(text[first.end : second.start]))
    return between and bool(_MILLIONS.search(first.words)) and second.money.amount < _MILLION


def _together(text: str, first: Amount, second: Amount) -> Amount:
    money = Money(minor=first.money.minor + second.money.minor, currency=second.money.currency)
    words = text[first.start : second.end]
    return replace(first, money=money, words=words, end=second.end, method="digits", agrees=True)
