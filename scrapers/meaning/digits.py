"""Numbers in digits, as they are written and as the extraction of a PDF leaves them. Knows no currency.

Well-formed digits have one reading. Digits that white space cut in two, or that a footnote's number was glued to, get
the likeliest reading and the mark that they are not sound.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from scrapers.meaning.text import despace

RUN = r"(?<![0-9])[0-9]+(?:(?:\s{1,2}|\s{0,2}[.,'](?:\s{1,2}(?=[0-9]{3}(?![0-9])))?)[0-9]+){0,12}"
"""A regular expression of digits and what may stand between the digits of one number."""

_LONGEST = 40
"""Characters: money is never longer, and what is longer is not tried."""


@dataclass(frozen=True)
class Digits:
    """A number and where it stands in its run; `grouped` when its thousands are parted."""

    value: Decimal
    start: int
    end: int
    sound: bool
    grouped: bool


def number_from_digits(digits: str, language: str, *, scaled: bool = False) -> Decimal | None:
    """The number that well-formed `digits` write, None when they are not well formed.

    Thousands stand in threes, all parted by the same mark; decimals follow the mark of the language. One mark before
    three digits parts thousands, whatever it is, unless a scale word follows (`scaled`): money has no third decimal.

    >>> number_from_digits("20.000.000,00", "it"), number_from_digits("5 200 000", "fr")
    (Decimal('20000000.00'), Decimal('5200000'))
    >>> number_from_digits("1,250", "fr", scaled=True), number_from_digits("127.7099", "el")
    (Decimal('1.250'), None)
    """
    mark = "." if language == "en" else ","
    plain = re.sub(r"\s", " ", digits)
    if scaled and re.fullmatch(rf"[0-9]{{1,6}}[{mark}][0-9]{{1,6}}", plain):
        return Decimal(plain.replace(mark, "."))
    cents = re.search(rf"[{mark}]([0-9]{{1,2}})$", plain)
    whole, decimals = (plain[: cents.start()], cents[1]) if cents else (plain, "")
    if not re.fullmatch(r"0|[1-9][0-9]{0,11}|[1-9][0-9]{0,2}(?P<mark>[ '.,])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,3}", whole):
        return None
    if decimals and mark in whole:
        return None
    return Decimal(re.sub("[^0-9]", "", whole) + (f".{decimals}" if decimals else ""))


@lru_cache(maxsize=4096)
def read_run(run: str, language: str, *, scaled: bool, from_start: bool) -> Digits | None:
    """The number at the start of a run, where its currency stands before it, or else at its end; None when hopeless.

    >>> read_run("2019 300", "fr", scaled=False, from_start=False)
    Digits(value=Decimal('300'), start=5, end=8, sound=True, grouped=False)
    >>> read_run("1 0.000", "el", scaled=False, from_start=False)
    Digits(value=Decimal('10000'), start=0, end=7, sound=False, grouped=True)
    >>> read_run("127.7099", "el", scaled=False, from_start=False)
    Digits(value=Decimal('127709'), start=0, end=8, sound=False, grouped=True)
    """
    if len(run) > _LONGEST:
        return None
    joined = number_from_digits(despace(run), language, scaled=scaled)
    for left, right in _cuts(run, from_start):
        value = number_from_digits(run[left:right], language, scaled=scaled)
        if value is not None:
            if right - left < len(run) and joined is not None and re.search("[.,']", run):
                return Digits(joined, 0, len(run), False, True)
            return Digits(value, left, right, True, not run[left:right].isdigit())
    return _broken(run, language, scaled)


def _cuts(run: str, from_start: bool) -> list[tuple[int, int]]:
    """What may be the number, longest first: all of the run, or up to (from) a white space."""
    spaces = [match.span() for match in re.finditer(r"[.,]?\s+[.,]?", run)]
    if from_start:
        return [(0, len(run)), *((0, left) for left, _ in reversed(spaces))]
    return [(0, len(run)), *((right, len(run)) for _, right in spaces)]


def _broken(run: str, language: str, scaled: bool) -> Digits | None:
    """The likeliest number in digits that are not well formed: without their spaces, and then without their end."""
    digits = despace(run)
    for length in range(len(digits), 0, -1):
        value = number_from_digits(digits[:length], language, scaled=scaled)
        if value is not None:
            return Digits(value, 0, len(run), False, True)
    return None
