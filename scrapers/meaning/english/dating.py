"""The day of an English notice: how it is signed, or what stands on its cover."""

import re
from collections.abc import Iterable
from datetime import date

from scrapers.errors import UnreadableValueError
from scrapers.meaning.dates import read_date

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SIGNED = re.compile(
    r"^[ \t]*(?:\d{1,3}[ \t]*)?(?i:Dated?(?: of (?:the |this )?(?:notice|reprimand|issue))?)\s*:?\s*(?:the|this)?\s*"
    r"([\dlIO]{1,2})\s*[^\s\d]{0,3}\s*(?:day\s+)?(?:of\s+)?"
    rf"({MONTH}),?\s*(\d{{4}})",
    re.MULTILINE,
)
"""Scanning turns "17th day" into "17hday", "30°" and "l7th"."""
SIGNED_IN_LINE = re.compile(
    rf"\bDated\s+(?:the|this)\s+([\dlIO]{{1,2}})\s?\w{{0,3}}\s+day\s+of\s+({MONTH}),?\s+(\d{{4}})"
)
"""Where extraction lost the lines."""
COVER = re.compile(
    rf"^[ \t]*(?:Date(?:d)?:?[ \t]*)?(\d{{1,2}}(?:st|nd|rd|th)?[ \t]+{MONTH}[ \t]+20\d\d)(?=[ \t]*$|\d)", re.M
)
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?|{MONTH}\s+\d{{1,2}},)\s+\d{{4}}"
ACTED = re.compile(
    rf"^On\s+(?:\w+day,?\s+)?(?P<on>{DAY}),?\s"
    r"|\b(?:decision|deliberation|penalty|notice|fine)\b[^.;]{0,30}?,?\s"
    rf"(?:adopted on|dated|issued on|imposed on|of|on)\s(?:\w+day,?\s+)?(?P<of>{DAY})"
)
TOLD_LATER = re.compile(r"\b(?:announced?|published?|publishes)\b", re.IGNORECASE)
COVER_LENGTH = 2500
"""Everything before the first paragraph of a notice without a table of contents."""


def signed_on(text: str) -> date | None:
    """The day on which a notice is dated at its end, the last such words counting; None where it is left blank."""
    found = [*SIGNED.finditer(text)] or [*SIGNED_IN_LINE.finditer(text)]
    days = [_day(*match.groups()) for match in found]
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


def acted_on(sentences: Iterable[str]) -> date | None:
    """The day on which sentences say that an authority decided: "On 3 May 2026 it fined", "decision of 3 May 2026"."""
    found = (match for one in sentences if not TOLD_LATER.search(one) for match in ACTED.finditer(one))
    return next((day for match in found if (day := day_of(match["on"] or match["of"]))), None)


def day_of(words: str | None) -> date | None:
    """The one date in words of a panel or row ("28 May 2026, Enforcement notices"), or None."""
    try:
        return read_date(words or "", "en")
    except UnreadableValueError:
        return None


def _day(day: str, month: str, year: str) -> date | None:
    figures = re.sub(r"[a-z]", "", day.translate(str.maketrans("lIO", "110")))
    return day_of(f"{figures} {month} {year}")
