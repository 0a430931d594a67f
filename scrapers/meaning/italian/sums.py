"""Sums in euro as Italian writes them. What is ordered, and from whom, is not known here."""

import re
from dataclasses import replace
from decimal import Decimal

from scrapers.decision import Money
from scrapers.meaning.money import Amount, amounts

_MILLIONS = re.compile(r"\bmilion[ei]$", re.IGNORECASE)
_AND = re.compile(r"\s{1,3}e\s{1,3}", re.IGNORECASE)
_MILLION = Decimal(1_000_000)


def euros(text: str) -> tuple[Amount, ...]:
    """Every sum of money in `text`, in order; "2 milioni e 600 mila euro" is one.

    >>> [str(found.money.amount) for found in euros("una sanzione di 2 milioni e 600mila euro e una di 5 mila euro")]
    ['2600000.00', '5000.00']
    """
    found: list[Amount] = []
    for amount in amounts(text, "it", "EUR"):
        if found and _goes_on(text, found[-1], amount):
            found[-1] = _together(text, found[-1], amount)
        else:
            found.append(amount)
    return tuple(found)


def _goes_on(text: str, first: Amount, second: Amount) -> bool:
    between = bool(_AND.fullmatch(text[first.end : second.start]))
    return between and bool(_MILLIONS.search(first.words)) and second.money.amount < _MILLION


def _together(text: str, first: Amount, second: Amount) -> Amount:
    money = Money(minor=first.money.minor + second.money.minor, currency=second.money.currency)
    words = text[first.start : second.end]
    return replace(first, money=money, words=words, end=second.end, method="digits", agrees=True)
