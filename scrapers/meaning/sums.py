"""Quantities in folded text, with the currencies that stand by them: the grammar of one sum, in four languages.

A sum is [currency] quantity [currency], and may be said twice: digits and words, one of them in brackets. Every
repetition in the expressions is bounded, so that a hostile text costs no more time than a long one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from scrapers.meaning.digits import RUN, Digits, read_run
from scrapers.meaning.numerals import number_from_words, scale_of, scale_pattern, words_pattern
from scrapers.meaning.text import despace

AGREE, DIFFER = "digits and words agree", "digits and words differ"
BROKEN, REPAIRED = "digits, broken", "words, digits broken"

_CURRENCIES = {
    "EUR": r"€|(?<![^\W\d])(?:euros?|eur|ε\s?υ\s?ρ\s?ω)(?![^\W\d])",
    "GBP": r"£|(?<![^\W\d])(?:gbp|pounds?(?:\s{1,2}sterling)?|livres?\s{1,2}sterling|sterline)(?![^\W\d])",
    "USD": r"\$|(?<![^\W\d])(?:usd|dollars?|dollari|δολαρι(?:α|ων))(?![^\W\d])",
}
_CURRENCY = "(?:" + "|".join(_CURRENCIES.values()) + ")"
_SIGNS = ("€", "eur", "ευρω", "£", "gbp", "pound", "sterlin", "$", "usd", "dollar", "δολαρι", "(", "[")
"""Letters that are in every currency, and the brackets of a sum that is said twice and may name no currency."""
_OF = r"\s{0,3}(?:(?:d\s?['\u2019\u00b4]|de\s|di\s|of\s)\s{0,2})?"
_BELONGS_TO_NEXT = {"en": r"(?!\s{0,2}[0-9])", "it": r"(?!\s{0,2}[0-9])", "fr": "(?![0-9])", "el": "(?![0-9])"}
"""Where the currency stands before its number, one that follows a number and precedes another is the other's."""
_NAMED = {
    "fr": r"(?:montant|somme)\s{1,2}de",
    "it": r"(?:somma|importo)(?:\s{1,2}complessiv[oa])?\s{1,2}di",
    "en": r"(?:sum|amount|penalty)\s{1,2}of",
    "el": r"(?:υ\s?ψ\s?ο\s?υ\s?σ|π\s?ο\s?σ\s?ο\s?υ?|π\s?ρ\s?ο\s?σ\s?τ\s?ι\s?μ\s?ο\s?υ?)",
}
"""What says that digits and words without a currency are money all the same."""


@dataclass(frozen=True)
class Sum:
    """A quantity at [start:end] of the folded text; money once it has a currency, which may stand before it (`leads`).

    `large`: written with parted thousands, a scale word or a thousand in words, as numbers of articles never are.
    """

    value: Decimal
    start: int
    end: int
    method: str
    currency: str | None
    leads: bool
    large: bool
    scale: int


def may_tell_money(folded: str) -> bool:
    """Whether it is worth while to look for `sums`: False is certain, and costs a hundredth of looking.

    >>> may_tell_money("προστιμο δεκα ε υρω"), may_tell_money("article 5 of 25 may 2018")
    (True, False)
    """
    letters = despace(folded)
    return any(sign in letters for sign in _SIGNS)


def sums(folded: str, language: str, home: str) -> Iterator[Sum]:
    """Every quantity in order. `home` is the currency of digits and words that name none but are called a sum."""
    position, expression = 0, _expression(language)
    while match := expression.search(folded, position):
        read = _pair(match, language, home) or _single(match, language)
        position = match.end("outer") if read is None else read.end
        if read is not None:
            yield read


@cache
def _expression(language: str) -> re.Pattern[str]:
    after = _CURRENCY + _BELONGS_TO_NEXT[language]
    return re.compile(
        # Nothing begins in the middle of a word: to say so first halves the cost.
        rf"(?=[0-9€£$]|(?<![^\W\d])\w|{_NAMED[language]})"
        rf"(?:(?P<named>{_NAMED[language]})[\s:\u2013-]{{0,5}})?(?:(?P<before1>{_CURRENCY})[\s:]{{0,3}})?"
        rf"(?P<outer>{_quantity(1, language)})(?:(?:\s{{0,3}}[)\]])?{_OF}(?P<after1>{after}))?"
        rf"(?P<pair>\s{{0,3}}[(\[]\s{{0,3}}(?:(?P<before2>{_CURRENCY})\s{{0,3}})?{_quantity(2, language)}"
        rf"(?:{_OF}(?P<after2>{_CURRENCY}))?\s{{0,3}}[)\]](?:{_OF}(?P<after3>{after}))?)?"
    )


def _quantity(n: int, language: str) -> str:
    return (
        rf"(?:(?P<digits{n}>{RUN})(?:\s{{0,2}}(?P<scale{n}>{scale_pattern(language)}))?"
        rf"|(?P<words{n}>{words_pattern(language)})(?:,(?=[0-9]{{2}}(?![0-9/.])))?)"
        rf"(?:(?:\s?/\s?|(?<=,))(?P<cents{n}>[0-9]{{2}})(?![0-9/.]))?"
    )


def _single(match: re.Match[str], language: str) -> Sum | None:
    """The quantity before the bracket, alone."""
    currency, leads = _currency(match["before1"] or match["after1"]), bool(match["before1"])
    start = match.start("before1") if leads else match.start("outer")
    end = match.end("after1") if match["after1"] else match.end("outer")
    if match["words1"]:
        words = _in_words(match, 1, language)
        return None if words is None else Sum(words, start, end, "words", currency, leads, words >= 1000, 1)
    digits = _in_digits(match, 1, language)
    if digits is None:
        return None
    if digits.end < len(match["digits1"]):
        end = match.start("digits1") + digits.end
    method, scale = "digits" if digits.sound else BROKEN, _scale(match, 1, language)
    start = start if leads else start + digits.start
    return Sum(digits.value, start, end, method, currency, leads, digits.grouped or scale > 1, scale)


def _pair(match: re.Match[str], language: str, home: str) -> Sum | None:
    """Digits and words that stand for each other, one of them in brackets; None when they do not."""
    in_words, in_digits = (1, 2) if match["words1"] else (2, 1)
    if not (match["pair"] and match[f"words{in_words}"] and match[f"digits{in_digits}"]):
        return None
    codes = {_currency(match[group]) for group in ("before1", "after1", "before2", "after2", "after3") if match[group]}
    words, digits = _in_words(match, in_words, language), _in_digits(match, in_digits, language)
    if len(codes) > 1 or not (codes or match["named"]) or words is None or digits is None:
        return None
    method = _comparison(words, digits, match[f"digits{in_digits}"])
    if method == DIFFER and in_digits == 1 and not _is_sum(match, digits):
        return None
    value, currency = digits.value if method == DIFFER else words, codes.pop() if codes else home
    start = match.start("before1") if match["before1"] else match.start("outer")
    return Sum(value, start, match.end(), method, currency, bool(match["before1"]), True, 1)


def _comparison(words: Decimal, digits: Digits, run: str) -> str:
    """How digits beside words were read; figures that extraction lost or glued on are no contradiction."""
    if words == digits.value:
        return AGREE
    figures, spelt = re.sub("[^0-9]", "", run), str(int(words))
    return REPAIRED if not digits.sound and (spelt in figures or spelt.startswith(figures)) else DIFFER


def _is_sum(match: re.Match[str], digits: Digits) -> bool:
    """Whether the digits before a bracket are a sum on their own, and not the number of an article."""
    return bool(match["before1"] or match["after1"] or match["after3"] or digits.grouped)


def _in_words(match: re.Match[str], n: int, language: str) -> Decimal | None:
    number = number_from_words(match[f"words{n}"], language)
    return None if number is None else number + _cents(match, n)


def _in_digits(match: re.Match[str], n: int, language: str) -> Digits | None:
    """The number of the run; a scale or cents after the run are those of its last number only."""
    run, scale = match[f"digits{n}"], _scale(match, n, language)
    digits = read_run(run, language, scaled=scale > 1, from_start=bool(match[f"before{n}"]))
    if digits is None or digits.end < len(run) or (scale == 1 and not match[f"cents{n}"]):
        return digits
    return replace(digits, value=digits.value * scale + _cents(match, n))


def _scale(match: re.Match[str], n: int, language: str) -> int:
    return scale_of(match[f"scale{n}"], language) if match[f"scale{n}"] else 1


def _cents(match: re.Match[str], n: int) -> Decimal:
    return Decimal(match[f"cents{n}"] or 0) / 100


def _currency(words: str | None) -> str | None:
    return words and next(code for code, names in _CURRENCIES.items() if re.search(names, words))
