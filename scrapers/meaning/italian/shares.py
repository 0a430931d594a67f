"""Several sums in one sentence of the news: whose each one is. Where the sentence does not say it, nobody's."""

import re
from collections.abc import Sequence

from scrapers.meaning.italian.headline import NAME, TO, first_party, name_of
from scrapers.meaning.money import Amount

_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_AND = rf"(?:\s*,\s*(?:e\s+|ed\s+)?|\s+ed?\s+)(?:(?:{TO}|il\s+|la\s+|lo\s+|l')(?:[a-zà-ù]{{3,15}}\s+){{0,2}})?"
_ROW = re.compile(rf"{NAME}(?:{_AND}{NAME}){{1,7}}")
_BEFORE_BRACKET = re.compile(rf"{NAME}\s*\(\s*(?:per\s+)?$")
_OPENING = re.compile(
    rf"\s*(?:[,;]\s*)?(?:ed?\s+|mentre\s+)?(?:{TO}|il\s+|la\s+|lo\s+|l')?{NAME}(?:\s*\([^()]{{1,80}}\))?\s+(?:per|con|di|da|una)\s"
)
"""A clause that goes on with the next party: "sanziona Uno per 5mila euro e la Regione Due per 3mila"."""
_RESPECTIVELY = re.compile(r"\brispettivamente\b", re.IGNORECASE)


def whose(sentence: str, sums: Sequence[Amount]) -> tuple[str | None, ...]:
    """The party of each sum, in order; None for every sum when that is not certain of all of them.

    >>> from scrapers.meaning.italian.sums import euros
    >>> told = "Uno S.p.A. è stata sanzionata per 5.000 euro, mentre Due S.r.l. è stata sanzionata per 3.000 euro"
    >>> whose(told, euros(told))
    ('Uno S.p.A.', 'Due S.r.l.')
    >>> told = "sanzioni di 5mila e 3mila euro rispettivamente a Rete Blu (che gestisce i dati) e alla Regione Ombra"
    >>> whose(told, euros(told))
    ('Rete Blu', 'Regione Ombra')
    """
    for way in (_in_brackets, _respectively, _each_in_its_clause):
        names = way(sentence, sums)
        if len(names) == len(sums) == len(set(names)):
            return tuple(names)
    return (None,) * len(sums)


def _in_brackets(sentence: str, sums: Sequence[Amount]) -> list[str]:
    """ "Uno (500mila euro), Due (300mila euro)"."""
    found = [_BEFORE_BRACKET.search(sentence[max(0, one.start - 160) : one.start]) for one in sums]
    return [name for match in found if match and (name := name_of(match[1]))]


def _respectively(sentence: str, sums: Sequence[Amount]) -> list[str]:
    """The one row of as many names as there are sums."""
    if not _RESPECTIVELY.search(sentence):
        return []
    rows = [re.findall(NAME, row[0]) for row in _ROW.finditer(_BRACKETS.sub("", sentence))]
    named = [[name for found in row if (name := name_of(found))] for row in rows]
    fitting = [row for row in named if len(row) == len(sums)]
    return fitting[0] if len(fitting) == 1 else []


def _each_in_its_clause(sentence: str, sums: Sequence[Amount]) -> list[str]:
    """Each sum with the party named before it, after the sum before; or each with the one after it."""
    ends = [0, *(one.end for one in sums)]
    before = [_before(sentence, start, one) for start, one in zip(ends, sums, strict=False)]
    starts = [*(one.start for one in sums[1:]), len(sentence)]
    after = [first_party(sentence[one.start : start]) for one, start in zip(sums, starts, strict=True)]
    chosen = before if all(before) else after
    return [name for name in chosen if name]


def _before(sentence: str, start: int, one: Amount) -> str | None:
    opening = _OPENING.match(sentence, start, one.start) if start else None
    return (opening and name_of(opening[1])) or first_party(sentence[start : one.end])
