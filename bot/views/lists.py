"""Watch-lists as messages, and the names in a file. Pure."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from bot.views import words
from bot.views.message import VALUE, Field, Message

HEADINGS = frozenset({"company", "companies", "name", "société", "azienda", "εταιρεία"})


@dataclass(frozen=True)
class Imported:
    """What became of the names in a file: newly tracked, tracked before, and refused because they name nobody."""

    added: tuple[str, ...]
    known: int
    refused: tuple[str, ...]


def names_of(text: str) -> list[str]:
    """The names in the first column of a text, one a line, without a heading, empty lines and repeats."""
    dialect = csv.excel
    rows = csv.reader(text.splitlines(), dialect, delimiter=";" if text.count(";") > text.count(",") else ",")
    names = [row[0].strip() for row in rows if row and row[0].strip()]
    if names and names[0].casefold() in HEADINGS:
        names = names[1:]
    return list(dict.fromkeys(names))


def watched(names: Sequence[str]) -> Message:
    """A watch-list."""
    if not names:
        return Message("Every company is told here: no name is on the watch-list. /track add narrows it.")
    return Message(f"{len(names)} companies are tracked here", (Field("Companies", _row(names)),))


def imported(result: Imported) -> Message:
    """What an import came to."""
    fields = []
    if result.added:
        fields.append(Field("Now tracked", _row(result.added)))
    if result.refused:
        fields.append(Field("Not taken, because they name nobody", _row(result.refused)))
    known = f", {result.known} were there before" if result.known else ""
    return Message(f"{len(result.added)} companies added{known}, {len(result.refused)} refused", tuple(fields))


def _row(names: Sequence[str]) -> str:
    """As many names as fit, and how many more there are."""
    shown, room = [], VALUE - 40
    for name in names:
        label = words.line(name, 100)
        room -= 2 * len(label) + 2
        if room < 0:
            break
        shown.append(label)
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
