"""What a saved decision is worth to whom, promised in the transaction that saved it."""

from datetime import timedelta

from sqlmodel import Session

from bot.jobs.audience import audience
from bot.jobs.desk import Desk
from bot.routing import Owed, owed
from storage import decisions, outbox
from storage.decisions import Saved
from storage.register import subscriptions

HOLD = timedelta(hours=2)
"""Alerts of a late visit wait for its end, but no longer than this: a visit that dies must not keep them."""


def announce(db: Session, desk: Desk, saved: Saved, *, is_late: bool = False) -> int:
    """Owe each destination its alert or its change; how many messages that is. `is_late` holds them back."""
    stored, tracked, now = decisions.get(db, saved.id), subscriptions.tracked(db), desk.now()
    due_at = now + HOLD if is_late else now
    messages = 0
    for to in owed(saved, stored, audience(db, desk), tracked):
        _owe_edit(db, desk, saved, to)
        messages += outbox.promise(
            db, to.address, to.kind, to.subject, decision_id=saved.id, text=to.text, now=now, due_at=due_at
        )  # fmt: skip
    return messages


def _owe_edit(db: Session, desk: Desk, saved: Saved, to: Owed) -> None:
    """A change also mends the first message, before it is told as a reply to it."""
    if to.kind == "change" and outbox.told(db, to.address, saved.id) is not None:
        outbox.promise(db, to.address, "edit", to.subject, decision_id=saved.id, now=desk.now())
