"""What a saved decision is worth to whom, promised in the transaction that saved it."""

from datetime import timedelta

from sqlmodel import Session

from bot.jobs.desk import Desk
from bot.routing import owed
from storage import decisions, outbox, subscriptions
from storage.decisions import Saved

HOLD = timedelta(hours=2)
"""Alerts of a late visit wait for its end, but no longer than this: a visit that dies must not keep them."""


def announce(db: Session, desk: Desk, saved: Saved, *, is_late: bool = False) -> int:
    """Owe each destination its alert or its change; how many messages that is. `is_late` holds them back."""
    stored, tracked, now = decisions.get(db, saved.id), subscriptions.tracked(db), desk.now()
    due_at = now + HOLD if is_late else now
    return sum(
        outbox.promise(
            db, to.address, to.kind, to.subject, decision_id=saved.id, text=to.text, now=now, due_at=due_at
        )
        for to in owed(saved, stored, desk.destinations, tracked)
    )  # fmt: skip
