"""Sums of money in a text, each with its words. Which of them is the fine is not known here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scrapers.decision import Money
from scrapers.meaning.sums import BROKEN, DIFFER, Sum, may_tell_money, sums
from scrapers.meaning.text import fold_in_place

_AND = re.compile(r"\s{0,2}(?:,|(?:et|e|and|και|ou))\s{1,2}")
_UNSURE = "two numbers or one"


@dataclass(frozen=True)
class Amount:
    """Money in a text: `words` are text[start:end].

    `method` says how it was read: "digits", "words", "digits and words agree", "words, digits broken" (figures lost or
    glued on, and the words say the number); and where `agrees` is False and a person must look, "digits, broken",
    "digits and words differ", "two numbers or one".
    """

    money: Money
    words: str
    start: int
    end: int
    method: str
    agrees: bool


def amounts(text: str, language: str, home: str) -> tuple[Amount, ...]:
    """Every sum of money in `text`, in order. `home` is the currency where digits and words name none.

    >>> [found.money.amount for found in amounts("une amende de 27 000 000 (vingt-sept millions) d'euros", "fr", "EUR")]
    [Decimal('27000000.00')]
    >>> [found.method for found in amounts("euro 2.000/00 (duemila/00)", "it", "EUR")]
    ['digits and words agree']
    >>> amounts("ύψους δέκα χιλιάδων (1 0.000),", "el", "EUR")[0].money
    Money(minor=1000000, currency='EUR')
    >>> [found.agrees for found in amounts("£127,7099 and £5,000 (six thousand pounds)", "en", "GBP")]
    [False, False]
    """
    folded, offsets = fold_in_place(text)
    if not may_tell_money(folded):
        return ()
    return tuple(
        Amount(money, text[start:end], start, end, each.method, each.method not in (BROKEN, DIFFER, _UNSURE))
        for each in _share_currencies(folded, list(_join(folded, sums(folded, language, home))))
        for start, end in [(offsets[each.start], offsets[each.end - 1] + 1)]
        for money in _money(each)
    )


def _money(each: Sum) -> Iterator[Money]:
    """The sum as money, nothing where it has no currency or parts of a cent."""
    minor = each.value * 100
    if each.currency is not None and minor == minor.to_integral_value():
        yield Money(minor=int(minor), currency=each.currency)


def _join(folded: str, found: Iterator[Sum]) -> Iterator[Sum]:
    """Makes one sum of "2 millions 500 000 euros"."""
    last: Sum | None = None
    for each in found:
        if last is not None and _is_rest(folded, last, each):
            last = replace(each, value=last.value + each.value, start=last.start, large=True)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _is_rest(folded: str, first: Sum, second: Sum) -> bool:
    between = folded[first.end : min(second.start, first.end + 3)]
    return (
        first.currency is None and first.scale > second.value and not second.leads
        and second.start - first.end < 3 and between.isspace()
    )  # fmt: skip


def _share_currencies(folded: str, found: list[Sum]) -> list[Sum]:
    """In "60 et 40 millions d'euros" and "euro 10.000 e 20.000" one currency serves both."""
    for index in range(len(found) - 2, -1, -1):
        this, that = found[index], found[index + 1]
        if this.currency is None and that.currency and not that.leads and _coordinated(folded, this, that):
            found[index : index + 2] = _with_currency_of_next(this, that)
    for index in range(1, len(found)):
        that, this = found[index - 1], found[index]
        if this.currency is None and that.currency and that.leads and this.large and _coordinated(folded, that, this):
            found[index] = replace(this, currency=that.currency, leads=True)
    return found


def _with_currency_of_next(this: Sum, that: Sum) -> tuple[Sum, Sum]:
    if this.scale > that.value:
        return replace(this, currency=that.currency, method=_UNSURE), replace(that, method=_UNSURE)
    if this.large:
        return replace(this, currency=that.currency), that
    if that.scale > 1:
        return replace(this, currency=that.currency, value=this.value * that.scale, large=True, scale=that.scale), that
    return this, that


def _coordinated(folded: str, first: Sum, second: Sum) -> bool:
    return second.start - first.end < 10 and bool(_AND.fullmatch(folded[first.end : second.start]))
