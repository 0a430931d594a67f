"""Full dates in a text. Knows no calendar but the civil one, and no date that leaves out its year."""

import re
from datetime import date
from functools import cache

from scrapers.errors import UnreadableValueError
from scrapers.meaning.text import fold_in_place

_MONTHS = {
    "fr": "janvier|janv fevrier|fevr mars avril mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov "
    "decembre|dec",
    "it": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set "
    "ottobre|ott novembre|nov dicembre|dic",
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
    "october|oct november|nov december|dec",
    "el": "ιανουαριου|ιανουαριοσ|ιαν φεβρουαριου|φεβρουαριοσ|φεβ μαρτιου|μαρτιοσ|μαρ απριλιου|απριλιοσ|απρ "
    "μαιου|μαιοσ|μαη|μαι ιουνιου|ιουνιοσ|ιουν ιουλιου|ιουλιοσ|ιουλ αυγουστου|αυγουστοσ|αυγ "
    "σεπτεμβριου|σεπτεμβριοσ|σεπ οκτωβριου|οκτωβριοσ|οκτ νοεμβριου|νοεμβριοσ|νοε δεκεμβριου|δεκεμβριοσ|δεκ",
}
_ORDINAL = {"fr": "er", "it": "[°º]", "en": "st|nd|rd|th", "el": "η[σν]?"}
_YEAR = r"(?P<year{0}>(?:19|20)[0-9]\s?[0-9])(?![0-9])"


def dates(text: str, language: str) -> tuple[tuple[date, int], ...]:
    """Every full date of `text` in order, with its start; days come before months. Impossible ones are left out.

    >>> dates("Paris, le 1er août 2023 ; vu le 31/02/2020 et le 2024-05-02", "fr")
    ((datetime.date(2023, 8, 1), 10), (datetime.date(2024, 5, 2), 49))
    >>> dates("On September 1, 2025, it was fined", "en")
    ((datetime.date(2025, 9, 1), 3),)
    """
    folded, offsets = fold_in_place(text)
    found = []
    for match in _date(language).finditer(folded):
        day = _day(match, language)
        if day is not None:
            found.append((day, offsets[match.start()]))
    return tuple(found)


def read_date(words: str, language: str) -> date:
    """The one date in `words`. None or several different ones raise UnreadableValueError.

    >>> read_date("Αθήνα, 10-07-2026", "el")
    datetime.date(2026, 7, 10)
    """
    found = {day for day, _ in dates(words, language)}
    if len(found) != 1:
        raise UnreadableValueError("date", words)
    return found.pop()


@cache
def _date(language: str) -> re.Pattern[str]:
    names = "|".join(_MONTHS[language].replace(" ", "|").split("|"))
    ordinal = rf"(?:\s?(?:{_ORDINAL[language]}))?"
    month_first = (
        rf"|\b(?P<month4>{names})\s(?P<day4>[0-9]{{1,2}}){ordinal},\s{_YEAR.format(4)}" if language == "en" else ""
    )
    mark = r"\s?[./\u2010\u2011\u2013-]\s?"
    return re.compile(
        rf"(?<![0-9])(?:(?P<day>[0-9]{{1,2}}){ordinal}[\s-]{{0,3}}(?:de\s|of\s)?(?P<month>{names})\b\.?[\s,-]{{0,3}}"
        + _YEAR.format("")
        + rf"|(?P<day2>[0-9]{{1,2}}){mark}(?P<month2>[0-9]{{1,2}}){mark}{_YEAR.format(2)}"
        + rf"|{_YEAR.format(3).replace('(?![0-9])', '')}-(?P<month3>[0-9]{{2}})-(?P<day3>[0-9]{{2}})(?![0-9])"
        + rf"{month_first})"
    )


def _day(match: re.Match[str], language: str) -> date | None:
    if match["month"]:
        day, month, year = match["day"], str(_month(match["month"], language)), match["year"]
    elif match.groupdict().get("month4"):
        day, month, year = match["day4"], str(_month(match["month4"], language)), match["year4"]
    elif match["month2"]:
        day, month, year = match["day2"], match["month2"], match["year2"]
    else:
        day, month, year = match["day3"], match["month3"], match["year3"]
    try:
        return date(int("".join(year.split())), int(month), int(day))
    except ValueError:
        return None


def _month(name: str, language: str) -> int:
    return next(i for i, names in enumerate(_MONTHS[language].split(), start=1) if name in names.split("|"))
