"""When two sums are the same one: equal, or one of them rounded as releases round. Pure."""

import re

from scrapers.meaning.text import fold

_ROUGHLY = re.compile(
    r"\b(?:nearly|almost|about|around|approximately|roughly|over|under|more than|less than|close to|upwards of"
    r"|pres de|presque|environ|quelque|plus de|moins de|autour de|quasi|circa|oltre|piu di|meno di|intorno a"
    r"|περιπου|σχεδον|πανω απο|κατω απο|ανω των|κατω των|περισσοτερο απο|λιγοτερο απο|γυρω στα)"
    r"(?: (?:a|un[aeo]?|de|di|i|les|τα|τισ|των))?\s*$"
)
"""Before a sum, folded: it is not told exactly."""
ROUGHEST = 10
"""A sum told roughly is off by a tenth at most: “nearly £1m” stands for £950,000, not for £850,000."""


def is_told_roughly(before: str) -> bool:
    """Whether the words before a sum say that it is not the exact one, in any of our languages.

    >>> is_told_roughly("Acme fined nearly "), is_told_roughly("Sanction de près de "), is_told_roughly("Acme fined ")
    (True, True, False)
    """
    return _ROUGHLY.search(fold(before)) is not None


def is_near(told: dict[str, int], exact: dict[str, int]) -> bool:
    """Whether a sum by currency (minor units) that was told roughly can stand for an exact one."""
    return told.keys() == exact.keys() and all(
        abs(told[currency] - exact[currency]) * ROUGHEST <= exact[currency] for currency in told
    )


def is_rounding(one: dict[str, int], other: dict[str, int]) -> bool:
    """Whether two sums by currency (minor units) are equal, or one is the other cut to two or three digits."""
    if one.keys() != other.keys():
        return False
    return all(_rounds(one[currency], other[currency]) for currency in one)


def _rounds(one: int, other: int) -> bool:
    if one == other:
        return True
    rounded, exact = (one, other) if len(str(one).rstrip("0")) < len(str(other).rstrip("0")) else (other, one)
    digits = len(str(rounded).rstrip("0"))
    return digits <= 4 and len(str(rounded)) == len(str(exact)) and _cut(exact, digits, rounded)


def _cut(exact: int, digits: int, rounded: int) -> bool:
    unit = int(10 ** (len(str(exact)) - digits))
    return abs(exact - rounded) < unit
