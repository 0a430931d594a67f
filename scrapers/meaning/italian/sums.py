"""Sums in euro as Italian writes them. What is ordered, and from whom, is not known here."""

import re
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


def _goes_on(text: str, first: Amount, second: Amount) -> bool:
    between = bool(_AND.fullmatch(text[first.end : second.start]))
    return between and bool(_MILLIONS.search(first.words)) and second.money.amount < _MILLION


def _together(text: str, first: Amount, second: Amount) -> Amount:
    money = Money(minor=first.money.minor + second.money.minor, currency=second.money.currency)
    words = text[first.start : second.end]
    return replace(first, money=money, words=words, end=second.end, method="digits", agrees=True)
