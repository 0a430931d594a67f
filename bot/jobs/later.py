"""Rows that could not be read: which are due again, and which no listing names any more and go to a person."""

from dataclasses import replace
from typing import Any

from bot.jobs.desk import Desk
from bot.jobs.question import ask
from scrapers.adapter import Ref, Request
from storage import refs
from storage.database import reading, transaction
from storage.refs import Pending

WORDS = ("category", "number", "listed_on")


def said_of(ref: Ref) -> dict[str, Any]:
    """What a row needs to be read again as it was listed, besides its title and address."""
    said = {word: getattr(ref, word) for word in WORDS} | {"max_bytes": ref.request.max_bytes}
    return {name: value for name, value in said.items() if value is not None}


def due(desk: Desk, authority: str) -> list[Ref]:
    """Rows of an authority that were put off until now, whether or not a listing still names them."""
    with reading(desk.engine) as db:
        return [_ref(pending) for pending in refs.pending(db, authority, desk.now())]


def give_up(desk: Desk, authority: str) -> int:
    """Ask about the rows that left their listing long ago unread, and leave them alone; how many there were."""
    with transaction(desk.engine) as db:
        lost = refs.lost(db, authority, desk.now())
        for pending in lost:
            reason = f"it left its listing over {refs.LOST_AFTER.days} days ago and was never read: {pending.reason}"
            ask(db, desk, authority, _ref(pending), (reason,))
            refs.settle(db, authority, pending.key, pending.stamp, "review", (), desk.now())
        return len(lost)


def _ref(pending: Pending) -> Ref:
    """A row's page is asked for by its address; rows of the four authorities name nothing else (adapter.Request)."""
    said = dict(pending.said)
    request = Request(pending.url)
    if "max_bytes" in said:
        request = replace(request, max_bytes=said.pop("max_bytes"))
    return Ref(pending.key, request, pending.title, pending.stamp, **said)
