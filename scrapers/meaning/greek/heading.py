"""The head of a Greek act: which kind of act it is, its number, the day it was issued. Knows nothing of its outcome."""

import re
from dataclasses import dataclass
from datetime import date

from scrapers.errors import UnreadableValueError
from scrapers.meaning.dates import read_date
from scrapers.meaning.greek.flat import Flat

_HEAD = 1500
_OPENS = re.compile("ηαρχηπροστασιασδεδομενων|οπροεδροστησαρχησ|συνηλθε|συνεδριασε")
_NUMBER = re.compile(
    r"(?P<act>αποφαση|γνωμοδοτηση|γνωμη|προσωρινηδιαταγη|συσταση|οδηγια|κατευθυντηριεσγραμμεσ)"
    r"(?:τουπροεδρου[α-ω,]{0,60}|[(]?[α-ω]{0,12}μονοπροσωπ[α-ω]{0,16}[)]?|επι[α-ω]{4,40})?"
    r"(?:υπ)?[\W_]{0,3}(?:αριθμοσ|αριθμ?|αρ)?[.:]{0,3}(?P<number>\d{1,4})[/-](?P<year>(?:19|20)\d{2})"
)
_MONTHS = (
    *("ιανουαρ", "φεβρουαρ", "μαρτ", "απριλ", "μα", "ιουν"),
    *("ιουλ", "αυγουστ", "σεπτεμβρ", "οκτωβρ", "νοεμβρ", "δεκεμβρ"),
)
DAY = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:[-/.](?P<month>\d{{1,2}})[-/.]|η?(?P<name>{'|'.join(_MONTHS)})ι?ου)(?P<year>20\d{{2}})"
)
_PLACE = "αθηνα,?"
_YEARLY_PACE = 20
"""More acts than were ever issued in a month of a year (1,635 list rows, 2011-2026)."""


@dataclass(frozen=True)
class Heading:
    """What the first page says; None for what it does not say. `act` is the folded word: "αποφαση", "γνωμοδοτηση"."""

    act: str | None = None
    reference: str | None = None
    issued_on: date | None = None


def read_heading(flat: Flat) -> Heading:
    """The heading of an act. The day after "Αθήνα," counts, else the only one before the act's own first words.

    The day of the session stands behind it and is another one (source-hdpa.md §3.4); in 42/2025 the day and the
    protocol number have changed places.
    """
    opening = next(flat.find(_OPENS), None)
    head = flat.letters[: min(opening.start() if opening else _HEAD, _HEAD)]
    found = _NUMBER.search(head)
    if found is None:
        return Heading(issued_on=_issued(head))
    return Heading(found["act"], f"{int(found['number'])}/{found['year']}", _issued(head))


def _issued(head: str) -> date | None:
    placed = re.search(_PLACE + DAY.pattern, head)
    days = [day for match in ([placed] if placed else DAY.finditer(head)) if (day := day_of(match)) is not None]
    return days[0] if len(set(days)) == 1 else None


def day_of(match: re.Match[str]) -> date | None:
    """The day that `DAY` has matched, None for one that no calendar has."""
    month = int(match["month"]) if match["month"] else _MONTHS.index(match["name"]) + 1
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def listed_day(words: str | None) -> date | None:
    """The date of a list row, None where it is missing or no date."""
    try:
        return read_date(words, "el") if words else None
    except UnreadableValueError:
        return None


def listed_reference(number: str | None, day: date | None) -> str | None:
    """Number and year of a list row: "56/2021".

    The year is not always that of the issue date: 47/2023 to 49/2023 are dated January 2024 (source-hdpa.md §3.3). A
    number that the new year cannot have reached belongs to the old one; a protocol number is no act's number.

    >>> listed_reference("49", date(2024, 1, 29)), listed_reference("2", date(2024, 1, 29))
    ('49/2023', '2/2024')
    """
    if number is None or day is None or not re.fullmatch(r"\d{1,3}", number.strip()):
        return None
    late = int(number) > _YEARLY_PACE * day.month and day.month <= 2
    return f"{int(number)}/{day.year - late}"
