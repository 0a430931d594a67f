"""Sums of money in a text, each with its words. Which of them is the fine is not known here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from scrapers.decision import Money
from scrapers.meaning.numerals import (
    number_from_digits,
    number_from_words,
    scale_of,
    scale_pattern,
    words_pattern,
)
from scrapers.meaning.text import despace, fold_in_place

_CURRENCIES = {
    "EUR": r"€|(?<![^\W\d])(?:euros?|eur|ε\s?υ\s?ρ\s?ω)(?![^\W\d])",
    "GBP": r"£|(?<![^\W\d])(?:gbp|pounds?(?:\s{1,2}sterling)?|livres?\s{1,2}sterling|sterline)(?![^\W\d])",
    "USD": r"\$|(?<![^\W\d])(?:usd|dollars?|dollari|δολαρι(?:α|ων))(?![^\W\d])",
}
_CURRENCY = "(?:" + "|".join(_CURRENCIES.values()) + ")"
_OF = r"\s{0,3}(?:(?:d\s?['\u2019\u00b4]|de\s|di\s|of\s)\s{0,2})?"
_DIGITS = r"(?<![0-9])[0-9]+(?:(?:\s{1,2}|\s{0,2}[.,']\s{0,2})[0-9]+){0,12}"
_BEFORE_ITS_NUMBER = {"en": r"(?!\s{0,2}[0-9])", "it": r"(?!\s{0,2}[0-9])"}
"""Where the currency stands before its number, one that follows a number and precedes another is the other's."""
_SUM = {
    "fr": r"(?:montant|somme)\s{1,2}de",
    "it": r"(?:somma|importo)(?:\s{1,2}complessiv[oa])?\s{1,2}di",
    "en": r"(?:sum|amount|penalty)\s{1,2}of",
    "el": r"(?:υ\s?ψ\s?ο\s?υ\s?σ|π\s?ο\s?σ\s?ο\s?υ?|π\s?ρ\s?ο\s?σ\s?τ\s?ι\s?μ\s?ο\s?υ?)",
}
"""What says that digits and words without a currency are money all the same."""


@dataclass(frozen=True)
class Amount:
    """Money in a text: `words` are text[start:end].

    `method` says how it was read: "digits", "words", "digits and words agree", "words, digits broken",
    "digits, broken", "digits and words differ". `agrees` is False when the reading is not certain.
    """

    money: Money
    words: str
    start: int
    end: int
    method: str
    agrees: bool


@dataclass(frozen=True)
class _Quantity:
    value: Decimal
    start: int
    end: int
    digits: str
    sound: bool


def amounts(text: str, language: str, home: str) -> tuple[Amount, ...]:
    """Every sum of money in `text`, in order. `home` is the currency where digits and words name none.

    >>> [found.money.amount for found in amounts("une amende de 27 000 000 (vingt-sept millions) d'euros", "fr", "EUR")]
    [Decimal('27000000.00')]
    >>> [found.method for found in amounts("euro 2.000/00 (duemila/00)", "it", "EUR")]
    ['digits and words agree']
    >>> amounts("ύψους δέκα χιλιάδων (1 0.000),", "el", "EUR")[0].money
    Money(minor=1000000, currency='EUR')
    """
    folded, offsets = fold_in_place(text)
    return tuple(
        Amount(money, text[offsets[start] : offsets[end]], offsets[start], offsets[end], method, agrees)
        for money, start, end, method, agrees in _found(folded, language, home)
    )


type_ = tuple[Money, int, int, str, bool]


def _found(folded: str, language: str, home: str) -> Iterator[tuple[Money, int, int, str, bool]]:
    position, pattern = 0, _expression(language)
    while match := pattern.search(folded, position):
        position = match.end("outer")
        reading = _reading(match, language, home)
        if reading is not None:
            position = max(position, reading[2])
            yield reading


@cache
def _expression(language: str) -> re.Pattern[str]:
    after = _CURRENCY + _BEFORE_ITS_NUMBER.get(language, "(?![0-9])")
    outer, inner = _quantity(1, language), _quantity(2, language)
    return re.compile(
        rf"(?:(?P<named>{_SUM[language]})[\s:\u2013-]{{0,5}})?"
        rf"(?:(?P<before>{_CURRENCY})[\s:]{{0,3}})?(?P<outer>{outer})(?:{_OF}(?P<after>{after}))?"
        rf"(?:\s{{0,3}}[(\[]\s{{0,3}}(?:(?P<before2>{_CURRENCY})\s{{0,3}})?(?P<inner>{inner})"
        rf"(?:{_OF}(?P<after2>{_CURRENCY}))?\s{{0,3}}[)\]](?:{_OF}(?P<after3>{after}))?)?"
    )


def _quantity(n: int, language: str) -> str:
    scale, words = scale_pattern(language), words_pattern(language)
    return (
        rf"(?:(?P<digits{n}>{_DIGITS})(?:\s{{0,2}}(?P<scale{n}>{scale}))?|(?P<words{n}>{words}))"
        rf"(?:\s?[/,.]\s?(?P<cents{n}>[0-9]{{2}})(?![0-9/]))?"
    )


def _reading(match: re.Match[str], language: str, home: str) -> tuple[Money, int, int, str, bool] | None:
    code = next((match[g] for g in ("before", "after", "before2", "after2", "after3") if match[g]), None)
    if code is None and not (match["named"] and match["inner"] and bool(match["words1"]) != bool(match["words2"])):
        return None
    currency = home if code is None else next(c for c, p in _CURRENCIES.items() if re.fullmatch(p, code))
    outer = _digits(match, 1, language) if match["digits1"] else None
    inner = _digits(match, 2, language) if match["digits2"] else None
    digits = outer or inner
    words = _words(match, 1, language) or _words(match, 2, language)
    if words is None and digits is None:
        return None
    start = match.start("before") if match["before"] else match.start("outer")
    end = match.end()
    if digits is None:
        value, method, agrees = words, "words", True
    elif words is None:
        value, method, agrees = digits.value, "digits" if digits.sound else "digits, broken", digits.sound
    elif words == digits.value:
        value, method, agrees = words, "digits and words agree", True
    elif not digits.sound:
        value, method, agrees = words, "words, digits broken", True
    else:
        value, method, agrees = digits.value, "digits and words differ", False
    minor = value * 100
    if minor != minor.to_integral_value():
        return None
    return Money(minor=int(minor), currency=currency), start, end, method, agrees


def _words(match, n, language):
    if not match[f"words{n}"]:
        return None
    v = number_from_words(match[f"words{n}"], language)
    return None if v is None else Decimal(v) + Decimal(match[f"cents{n}"] or 0) / 100


def _digits(match, n, language):
    run = match[f"digits{n}"]
    scaled = bool(match[f"scale{n}"])
    scale = scale_of(match[f"scale{n}"], language) if scaled else 1
    v = number_from_digits(run, language, scaled=scaled)
    sound = v is not None
    if v is None:
        v = number_from_digits(despace(run), language, scaled=scaled)
    if v is None:
        return None
    return _Quantity(v * scale + Decimal(match[f"cents{n}"] or 0) / 100, match.start(), match.end(), run, sound)
