"""The day of an English notice: how it is signed, or what stands on its cover."""

import re
from datetime import date

from scrapers.errors import UnreadableValueError
from scrapers.meaning.dates import dates, read_date

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SIGNED = re.compile(
    r"^[ \t]*(?:\d{1,3}[ \t]*)?(?i:Dated)\s*:?\s*(?:the|this)?\s*([\dlIO]{1,2})\s*[^\s\d]{0,3}\s*(?:day\s+)?(?:of\s+)?"
    rf"({MONTH}),?\s*(\d{{4}})",
    re.MULTILINE,
)
"""Scanning turns "17th day" into "17hday", "30°" and "l7th"."""
COVER = re.compile(
    rf"^[ \t]*(?:Date(?:d)?:?[ \t]*)?(\d{{1,2}}(?:st|nd|rd|th)?[ \t]+{MONTH}[ \t]+20\d\d)(?=[ \t]*$|\d)", re.M
)
COVER_LENGTH = 2500
"""Everything before the first paragraph of a notice without a table of contents."""


def signed_on(text: str) -> date | None:
    """The day on which a notice is dated at its end, the last such words counting; None where it is left blank."""
    days = [_day(*match.groups()) for match in SIGNED.finditer(text)]
    return next((day for day in reversed(days) if day), None)


def cover_date(text: str) -> date | None:
    """The first date that stands alone on a line of the cover, as in "23 February 2026"."""
    found = COVER.search(text[:COVER_LENGTH])
    return _day(*found[1].split()) if found else None


def dated(text: str) -> tuple[date | None, tuple[str, ...]]:
    """The day of a notice, and a doubt when cover and signature contradict each other."""
    signed, cover = signed_on(text), cover_date(text)
    if signed and cover and signed != cover:
        return signed, (f"the notice is dated {signed} at its end and {cover} on its cover",)
    return signed or cover, ()


def day_of(words: str | None) -> date | None:
    """The one date in words of a panel or row ("28 May 2026, Enforcement notices"), or None."""
    try:
        return read_date(words or "", "en")
    except UnreadableValueError:
        return None


def first_date(text: str) -> date | None:
    """The first full date of a text, or None."""
    return next((day for day, _ in dates(text, "en")), None)


def _day(day: str, month: str, year: str) -> date | None:
    figures = re.sub(r"[a-z]", "", day.translate(str.maketrans("lIO", "110")))
    return day_of(f"{figures} {month} {year}")
