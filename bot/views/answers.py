"""Sums as a message in a chat, in pages: never a number without what must stand beside it. Pure."""

from dataclasses import replace

from bot.views import words
from bot.views.message import Field, Message
from bot.views.totals import footnotes, sentences
from storage.reckoning.adding import Row
from storage.reckoning.totals import Totals

ROWS = 8
"""Rows on a page: each is a field, and the notes need a few."""


def sums(totals: Totals, number: int) -> Message:
    """The page of that number, from 0."""
    if len(totals.rows) == 1:
        head, *rest = sentences(totals)
        return Message(head, (*_details(rest), *_notes(totals)))
    shown = totals.rows[number * ROWS :][:ROWS]
    rows = [Field(row.key, words.line("; ".join(_said(totals, row)), 1000)) for row in shown]
    of = f" (page {number + 1} of {pages(totals)})" if pages(totals) > 1 else ""
    headline = (
        f"{totals.subject}: {len(totals.rows)} sums{of}" if totals.rows else f"{totals.subject}: no fine is known"
    )
    return Message(headline, (*rows, *_notes(totals)))


def pages(totals: Totals) -> int:
    """How many pages the answer has."""
    return max(1, -(-len(totals.rows) // ROWS))


def _said(totals: Totals, row: Row) -> list[str]:
    said = [line.strip() for line in sentences(replace(totals, rows=(row,)))]
    return [said[0].removeprefix(f"{row.key}: "), *said[1:]]


def _details(lines: list[str]) -> list[Field]:
    """What the sum is made of: "4 sanctions in 4 decisions of …", then a field for each line that has a label."""
    counted, *labelled = [line.strip() for line in lines]
    beside = [line.partition(": ") for line in labelled]
    return [Field("Counted", counted), *(Field(label[:1].upper() + label[1:], said) for label, _, said in beside)]


def _notes(totals: Totals) -> list[Field]:
    definition, *rest, last_read = footnotes(totals)
    return [
        Field("Definition", definition.removeprefix("Definition: ")),
        Field("Notes", " ".join(rest)),
        Field("Last read", last_read.removeprefix("Last read: ")),
    ]
