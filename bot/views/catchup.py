"""What was missed during a silence, as one message. Pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.views import words
from bot.views.alert import headline
from bot.views.message import Field, Message
from storage.decisions import Stored

MOST_LISTED = 10
HEADLINE = 112
"""So many headlines of that length fit into one card with their addresses, even if every letter must be escaped
(Discord's 6000 characters)."""


def catch_up(authority: str, found: Sequence[Stored], count: int, since: datetime, until: datetime) -> Message:
    """`found` are the decisions listed here, `count` all that were missed between the two moments."""
    part = f", {len(found)} of them here" if len(found) < count else ""
    gap = f"not seen between {words.day(since)} and {words.day(until)}"
    fields = [Field(words.day(each.day), words.line(headline(each), HEADLINE), each.decision.url) for each in found]
    return Message(f"{words.authority(authority)}: caught up {count} decisions {gap}{part}", tuple(fields))
