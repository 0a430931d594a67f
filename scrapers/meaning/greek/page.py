"""The text of a page of the authority's list: its labelled fields (source-hdpa.md §3.1). Reads no summary."""

import re
from dataclasses import dataclass

_LABELS = (
    r"Κατηγορία|Ημερομηνία|Αριθμός\s+(?:πράξης|πρωτοκόλλου)|Θεματικ\w+\s+ενότητ\w+|(?:Εφαρμοζόμενες\s+)?[Δδ]ιατάξεις"
    r"|PDF(?:\s+\w+)?"
)
_CATEGORY = re.compile(r"\bΚατηγορία\s*:?\s+(?P<value>[Α-ΩΆ-Ώ]\w+(?:\s+γραμμές)?)")
_DAY = re.compile(r"\bΗμερομηνία\s*:?\s+(?P<value>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})")
_NUMBER = re.compile(r"\bΑριθμός\s+πράξης\s*:?\s+(?P<value>\d{1,4})\b")
_SUMMARY = re.compile(rf"\bΠερίληψη\s*:?\s+(?P<value>.+?)(?=\s(?:{_LABELS})\s{{0,3}}:?\s|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Fields:
    """The first of each field, the block stands twice; None for what is missing. `text` is the page without the rest.

    All but the summary is blank in it, so that places stay the same.
    """

    text: str
    category: str | None = None
    number: str | None = None
    day: str | None = None


def fields(text: str) -> Fields:
    """The fields of a page; a text without a labelled summary is one itself."""
    summary = _SUMMARY.search(text)
    if summary is None or _CATEGORY.search(text) is None:
        return Fields(text)
    blank = " " * summary.start("value")
    values = (found and found["value"] for found in (pattern.search(text) for pattern in (_CATEGORY, _NUMBER, _DAY)))
    return Fields(blank + summary["value"], *values)
