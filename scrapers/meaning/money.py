"""Sums of money in a text, each with its words. Which of them is the fine is not known here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from scrapers.decision import Money
from scrapers.meaning.digits import RUN, Digits, read_run
from scrapers.meaning.numerals import number_from_words, scale_of, scale_pattern, words_pattern
from scrapers.meaning.text import fold_in_place

_CURRENCIES = {
    "EUR": r"€|(?<![^\W\d])(?:euros?|eur|ε\s?υ\s?ρ\s?ω)(?![^\W\d])",
    "GBP": r"£|(?<![^\W\d])(?:gbp|pounds?(?:\s{1,2}sterling)?|livres?\s{1,2}sterling|sterline)(?![^\W\d])",
    "USD": r"\$|(?<![^\W\d])(?:usd|dollars?|dollari|δολαρι(?:α|ων))(?![^\W\d])",
}
_CURRENCY = "(?:" + "|".join(_CURRENCIES.values()) + ")"
_OF = r"\s{0,3}(?:(?:d\s?['\u2019\u00b4]|de\s|di\s|of\s)\s{0,2})?"
_BELONGS_TO_NEXT = {"en": r"(?!\s{0,2}[0-9])", "it": r"(?!\s{0,2}[0-9])", "fr": "(?![0-9])", "el": "(?![0-9])"}
"""Where the currency stands before its number, one that follows a number and precedes another is the other's."""
_SUM = {
    "fr": r"(?:montant|somme)\s{1,2}de",
    "it": r"(?:somma|importo)(?:\s{1,2}complessiv[oa])?\s{1,2}di",
    "en": r"(?:sum|amount|penalty)\s{1,2}of",
    "el": r"(?:υ\s?ψ\s?ο\s?υ\s?σ|π\s?ο\s?σ\s?ο\s?υ?|π\s?ρ\s?ο\s?σ\s?τ\s?ι\s?μ\s?ο\s?υ?)",
}
"""What says that digits and words without a currency are money all the same."""
_AND = re.compile(r"\s{0,2}(?:,|(?<=\s)(?:et|e|and|και|ou))\s{1,2}")


@dataclass(frozen=True)
class Amount:
    """Money in a text: `words` are text[start:end].

    `method` says how it was read: "digits", "words", "digits and words agree", "words, digits broken",
    "digits, broken", "digits and words differ". `agrees` is False for the last two: a person must look.
    """

    money: Money
    words: str
    start: int
    end: int
    method: str
    agrees: bool


@dataclass(frozen=True)
class _Sum:
    """A quantity in folded text, money once it has a currency. `leads`: the currency stands before it."""

    value: Decimal
    start: int
    end: int
    method: str
    agrees: bool
    currency: str | None
    leads: bool
    grouped: bool
    scale: int


def amounts(text: str, language: str, home: str) -> tuple[Amount, ...]:
    """Every sum of money in `text`, in order. `home` is the currency where digits and words name none.

    >>> [found.money.amount for found in amounts("une amende de 27 000 000 (vingt-sept millions) d'euros", "fr", "EUR")]
    [Decimal('27000000.00')]
    >>> [found.method for found in amounts("euro 2.000/00 (duemila/00)", "it", "EUR")]
    ['digits and words agree']
    >>> amounts("ύψους δέκα χιλιάδων (1 0.000),", "el", "EUR")[0].money
    Money(minor=1000000, currency='EUR')
    >>> [found.agrees for found in amounts("127.7099 ευρώ, £5,000 (six thousand pounds)", "en", "GBP")]
    [False, False]
    """
    folded, offsets = fold_in_place(text)
    found = []
    for each in _share_currencies(folded, list(_sums(folded, language, home))):
        minor = each.value * 100
        if each.currency is not None and minor == minor.to_integral_value():
            start, end = offsets[each.start], offsets[each.end - 1] + 1
            money = Money(minor=int(minor), currency=each.currency)
            found.append(Amount(money, text[start:end], start, end, each.method, each.agrees))
    return tuple(found)


def _sums(folded: str, language: str, home: str) -> Iterator[_Sum]:
    position, expression = 0, _expression(language)
    while match := expression.search(folded, position):
        position = match.end("outer")
        read = _pair(match, language, home) or _single(match, language)
        if read is not None:
            position = max(position, read.end)
            yield read


@cache
def _expression(language: str) -> re.Pattern[str]:
    """[currency] quantity [currency] [( [currency] quantity [currency] ) [currency]]"""
    after = _CURRENCY + _BELONGS_TO_NEXT[language]
    return re.compile(
        rf"(?:(?P<named>{_SUM[language]})[\s:\u2013-]{{0,5}})?"
        rf"(?:(?P<before1>{_CURRENCY})[\s:]{{0,3}})?(?P<outer>{_quantity(1, language)})(?:{_OF}(?P<after1>{after}))?"
        rf"(?P<pair>\s{{0,3}}[(\[]\s{{0,3}}(?:(?P<before2>{_CURRENCY})\s{{0,3}})?{_quantity(2, language)}"
        rf"(?:{_OF}(?P<after2>{_CURRENCY}))?\s{{0,3}}[)\]](?:{_OF}(?P<after3>{after}))?)?"
    )


def _quantity(n: int, language: str) -> str:
    return (
        rf"(?:(?P<digits{n}>{RUN})(?:\s{{0,2}}(?P<scale{n}>{scale_pattern(language)}))?"
        rf"|(?P<words{n}>{words_pattern(language)}))(?:\s?[/,.]\s?(?P<cents{n}>[0-9]{{2}})(?![0-9/]))?"
    )


def _single(match: re.Match[str], language: str) -> _Sum | None:
    """The quantity before the bracket, alone."""
    currency = _currency(match["before1"] or match["after1"])
    start, leads = match.start("before1") if match["before1"] else match.start("outer"), bool(match["before1"])
    end = match.end("after1") if match["after1"] else match.end("outer")
    if match["words1"]:
        value = _in_words(match, 1, language)
        return None if value is None else _Sum(value, start, end, "words", True, currency, leads, True, 1)
    digits, scale = _in_digits(match, 1, language), _scale(match, 1, language)
    if digits is None:
        return None
    if not leads:
        start += digits.start
    elif digits.end < len(match["digits1"]):
        end, scale = match.start("digits1") + digits.end, 1
    method = "digits" if digits.sound else "digits, broken"
    return _Sum(digits.value, start, end, method, digits.sound, currency, leads, digits.grouped or scale > 1, scale)


def _pair(match: re.Match[str], language: str, home: str) -> _Sum | None:
    """Digits and words that stand for each other, one of them in brackets; None when they do not."""
    in_words, in_digits = (1, 2) if match["words1"] else (2, 1)
    if not (match["pair"] and match[f"words{in_words}"] and match[f"digits{in_digits}"]):
        return None
    codes = {_currency(match[group]) for group in ("before1", "after1", "before2", "after2", "after3") if match[group]}
    words, digits = _in_words(match, in_words, language), _in_digits(match, in_digits, language)
    if len(codes) > 1 or not (codes or match["named"]) or words is None or digits is None:
        return None
    if words == digits.value:
        value, method, agrees = words, "digits and words agree", True
    elif not digits.sound and _same_figures(words, match[f"digits{in_digits}"]):
        value, method, agrees = words, "words, digits broken", True
    elif in_digits == 1 and not (match["before1"] or match["after1"] or match["after3"] or digits.grouped):
        return None
    else:
        value, method, agrees = digits.value, "digits and words differ", False
    start = match.start("before1") if match["before1"] else match.start("outer")
    return _Sum(value, start, match.end(), method, agrees, codes.pop() if codes else home, False, True, 1)
