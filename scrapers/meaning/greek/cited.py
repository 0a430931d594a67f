"""Which decision a Greek report speaks of, and the days it names. Knows no outcome."""

import re
from datetime import date

from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.heading import DAY, day_of
from scrapers.meaning.greek.sentences import plain

_CITED = re.compile(
    r"\bαποφασ(?:η|ησ|εωσ|εισ|εων)\b(?: (?:τησ αρχησ|με|υπ|αρ|αριθ|αριθμ|αριθμο|αριθμοσ)\b[.'’]*){0,4}"
    r" (?P<first>\d{1,3}/20\d\d)"
)
_BEFORE = re.compile(
    r"\b(?:(?:υπ['’]? ?)?αριθ[α-ω]*\.?|την|τησ|η|με) (?P<first>\d{1,3}/20\d\d) (?:[^\s.]+ ){0,2}?αποφασ"
)
_BEHIND = re.compile(f"[(,]?(?:τησ|απο|με)?(?:ημερομηνια)?{DAY.pattern}")
_FROM = re.compile(f"απο{DAY.pattern}[^.;]{{0,20}}$")
_HEAD = 300
_NEAR = 60
"""Letters of “από 27-05-2024 και με αριθμό” before the number of a decision."""


def references(text: str) -> tuple[str, ...]:
    """The numbers of the decisions that a text names, each once, as “16/2024”."""
    words = plain(text)
    found = (match["first"] for pattern in (_CITED, _BEFORE) for match in pattern.finditer(words))
    return tuple(dict.fromkeys(f"{int(number)}/{year}" for number, _, year in (one.partition("/") for one in found)))


def published_on(text: str) -> date | None:
    """The day in the head of a release: “Αθήνα, 27-05-2024”."""
    head = Flat.of(text[:_HEAD]).letters
    found = re.search("αθηνα,?" + DAY.pattern, head)
    return day_of(found) if found else None


def decided_on(text: str, reference: str) -> date | None:
    """The day that stands directly behind the number of a decision, or in “από … απόφαση” before it."""
    letters = Flat.of(text).letters
    number = letters.find(reference)
    if number < 0:
        return None
    behind = _BEHIND.match(letters, number + len(reference))
    found = behind or _FROM.search(letters, max(0, number - _NEAR), number)
    return day_of(found) if found else None
