"""Decisions in a list, in pages: who, whom, how much, when, and where it says so. Pure."""

from collections.abc import Sequence

from bot.views import words
from bot.views.alert import headline
from bot.views.message import Field, Message
from storage.stored import Stored

ROWS = 8
HEADLINE = 200


def decisions(what: str, known: Sequence[Stored], number: int) -> Message:
    """The page of that number, from 0. `what` says what the list is of."""
    if not known:
        return Message(f"{what}: no decision is known that fits.")
    shown = known[number * ROWS :][:ROWS]
    of = f" (page {number + 1} of {pages(len(known))})" if len(known) > ROWS else ""
    rows = tuple(Field(_when(each), words.line(headline(each), HEADLINE), each.decision.url) for each in shown)
    return Message(f"{what}: {len(known)} decision{'s' if len(known) > 1 else ''}{of}", rows)


def pages(count: int) -> int:
    """How many pages so many decisions fill."""
    return max(1, -(-count // ROWS))


def _when(stored: Stored) -> str:
    reference = words.line(stored.decision.reference or stored.decision.key, 60)
    decided = words.day(stored.decision.decided_on) if stored.decision.decided_on else "day not stated"
    return f"{decided}, {reference}"
