"""The facts panel under a heading of the ICO's site ("Date", "Type", "Sector"), as the text of its page has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scrapers.meaning.english.dating import MONTH, day_of

LABELS = r"(?:Date of final notice|Date|Type|Sector)"
FACT = re.compile(rf"^[ \t]*(?P<label>{LABELS})[ \t]*:?(?:[ \t]*\n\s*|[ \t]+)(?P<value>\S.*)$", re.MULTILINE)
IN_ONE_LINE = re.compile(
    rf"^([ \t]*Date(?: of final notice)?:?\s+\d{{1,2}}\s+{MONTH}\s+\d{{4}})[ \t|,]+"
    r"(?=Type\b)([^\n]*?)(?=[ \t|,]+Sector\b|$)",
    re.MULTILINE,
)
NEWS = re.compile(r"(?:news|blogs?|statements?|speech(?:es)?|press releases?)\b", re.IGNORECASE)
LONGEST = 100
"""Characters of a value; a longer one is a sentence that begins with the word "Type"."""


@dataclass(frozen=True)
class Panel:
    """The facts by their label, and the text above and below them; without a panel all text is below."""

    facts: Mapping[str, str]
    above: str
    below: str

    @property
    def shown(self) -> date | None:
        """The day that the panel shows."""
        return day_of(self.facts.get("Date of final notice") or self.facts.get("Date"))

    @property
    def is_news(self) -> bool:
        """Whether the page is filed as news, not as an act."""
        return bool(NEWS.match(self.facts.get("Type", "")))


def panel_of(text: str) -> Panel:
    """The panel of a mended page; each value beside its label or on the line below it.

    >>> panel_of("Acme Ltd\\nDate 7 May 2026\\nType Reprimands\\nIt lost a file.").facts
    {'Date': '7 May 2026', 'Type': 'Reprimands'}
    """
    parted = IN_ONE_LINE.sub(lambda line: f"{line[1]}\n{line[2]}\n", text)
    rows = {match["label"]: match for match in reversed([*FACT.finditer(parted)]) if _is_fact(match)}
    if not any(label.startswith("Date") for label in rows) and not {"Type", "Sector"} <= rows.keys():
        return Panel({}, "", text)
    start, end = min(row.start() for row in rows.values()), max(row.end() for row in rows.values())
    facts = {label: rows[label]["value"].strip() for label in sorted(rows)}
    return Panel(facts, parted[:start], parted[end:])


def _is_fact(row: re.Match[str]) -> bool:
    if row["label"].startswith("Date"):
        return day_of(row["value"]) is not None
    return len(row["value"]) < LONGEST
