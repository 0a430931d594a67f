"""A row of the official table of sanctions: when, what sort of body, what about, what outcome. Pure.

The table names nobody and gives the outcome in a cell of its own, without a verb (source-cnil.md §2.3).
"""

import re

from scrapers.adapter import Account, RawDecision
from scrapers.meaning.dates import dates
from scrapers.meaning.french.measures import Clause, read_clause
from scrapers.meaning.french.numbers import read_number
from scrapers.meaning.french.words import plain

OUTCOME = re.compile(
    r"\s*(?:amendes?|sanctions? pecuniaires?|rappels? a l'ordre|injonctions?|avertissements?|liquidations?"
    r"|(?P<nothing>non-lieu|relaxe|cloture))\b"
)
CELL = re.compile(r"[^\n|\t]+")
LONGEST = 1000
"""Characters: no row is longer, and no release or decision as short."""


def read_row(raw: RawDecision, text: str) -> Account | None:
    """What the cell of the outcome says; None where `text` (cleaned) is no row of the table."""
    if len(text) > LONGEST:
        return None
    cells = [(0, raw.category or ""), *((cell.start(), cell[0]) for cell in CELL.finditer(text))]
    outcome = next((Clause(start, words) for start, words in cells if OUTCOME.match(plain(words))), None)
    if outcome is None:
        return None
    found = OUTCOME.match(plain(outcome.text))
    if found and found["nothing"]:
        return Account(nothing="says that no measure is called for")
    reading = read_clause(outcome, ())
    return Account(
        reading.sanctions,
        doubts=reading.doubts,
        decided_on=next((day for day, _ in dates(f"{raw.listed_on or ''}\n{text}", "fr")), None),
        reference=read_number(f"{raw.number or ''} {text}"),
    )
