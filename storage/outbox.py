"""Messages owed: promised together with the fact, ticked off after the message exists. Sends nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.tables import DecisionRow
from storage.work_tables import PromiseRow

NAMED = 5_000
"""Promises that one statement names."""


@dataclass(frozen=True)
class Promise:
    """One message owed. `destination` is "terminal" or "discord:<channel id>"; `kind` alert, edit, change, catchup,
    digest or notice; `subject` what it is about, once per destination and kind; `state` pending, kept, failed or
    gathered (another message tells it). Promises with the same `bundle` are one message; `message_id` is the
    destination's own once that exists."""

    id: int
    destination: str
    kind: str
    subject: str
    decision_id: int | None
    text: str
    state: str
    attempts: int
    created_at: datetime
    reason: str
    bundle: int | None = None
    message_id: str | None = None


def promise(  # noqa: PLR0913
    db: Session, destination: str, kind: str, subject: str, *, decision_id: int | None = None, text: str = "",
    now: datetime, due_at: datetime | None = None,
) -> bool:  # fmt: skip
    """Owe a message, at once or from `due_at`; False when the same was promised before, kept or not."""
    if was_promised(db, destination, kind, subject):
        return False
    db.add(PromiseRow(destination=destination, kind=kind, subject=subject, decision_id=decision_id, text=text,
                      due_at=due_at or now, created_at=now))  # fmt: skip
    db.flush()
    return True


def was_promised(db: Session, destination: str, kind: str, subject: str) -> bool:
    """Was this ever owed, kept or not?"""
    same = select(PromiseRow.id).where(
        PromiseRow.destination == destination, PromiseRow.kind == kind, PromiseRow.subject == subject
    )
    return db.exec(same).first() is not None


def due(db: Session, now: datetime, limit: int = 50) -> list[Promise]:
    """Promises to keep now, oldest first."""
    owed = select(PromiseRow).where(PromiseRow.state == "pending", PromiseRow.due_at <= now)
    return [_promise(row) for row in db.exec(owed.order_by(col(PromiseRow.id)).limit(limit))]


def held(db: Session, authority: str, now: datetime) -> list[Promise]:
    """Alerts on decisions of an authority that were held back when they were promised, oldest first."""
    rows = select(PromiseRow).join(DecisionRow).where(DecisionRow.authority == authority, PromiseRow.kind == "alert")
    waiting = rows.where(PromiseRow.state == "pending", PromiseRow.attempts == 0, PromiseRow.due_at > now)
    return [_promise(row) for row in db.exec(waiting.order_by(col(PromiseRow.id)))]


def release(db: Session, promise_ids: Sequence[int], now: datetime) -> None:
    """What was held back is due now."""
    for promise_id in promise_ids:
        _row(db, promise_id).due_at = now
    db.flush()


def gather(db: Session, promise_ids: Sequence[int]) -> None:
    """Another message tells these: they are owed no more, and stay promised."""
    for promise_id in promise_ids:
        _row(db, promise_id).state = "gathered"
    db.flush()


def bundle(db: Session, together: Sequence[Sequence[int]]) -> None:
    """Each of these is one message from now on, also for a process that comes after a crash."""
    alone = [promise_ids[0] for promise_ids in together if len(promise_ids) == 1]
    for first in range(0, len(alone), NAMED):
        some = col(PromiseRow.id).in_(alone[first : first + NAMED])
        db.execute(update(PromiseRow).where(some).values(bundle=PromiseRow.id))
    for promise_ids in together:
        if len(promise_ids) > 1:
            db.execute(update(PromiseRow).where(col(PromiseRow.id).in_(promise_ids)).values(bundle=promise_ids[0]))


def told(db: Session, destination: str, decision_id: int) -> Promise | None:
    """The alert on a decision at a destination, sent or not."""
    row = db.exec(_alerts(destination).where(PromiseRow.subject == str(decision_id))).one_or_none()
    return None if row is None else _promise(row)


def in_message(db: Session, destination: str, message_id: str) -> list[Promise]:
    """The alerts that one message tells, in their order."""
    rows = _alerts(destination).where(PromiseRow.message_id == message_id).order_by(col(PromiseRow.id))
    return [_promise(row) for row in db.exec(rows)]


def redirect(db: Session, destination: str, other: str, now: datetime) -> int:
    """What still waits for one destination goes to another that was not promised the same; how many those are."""
    rows = select(PromiseRow).where(PromiseRow.destination == destination, PromiseRow.state == "pending")
    moved = 0
    for row in db.exec(rows).all():
        if was_promised(db, other, row.kind, row.subject):
            row.state = "gathered"
            continue
        row.destination, row.due_at, row.bundle = other, now, None
        moved += 1
    db.flush()
    return moved


def kept(db: Session, promise_id: int, message_id: str, now: datetime) -> None:
    """The message exists."""
    row = _row(db, promise_id)
    row.state, row.kept_at, row.message_id, row.reason = "kept", now, message_id, ""
    row.attempts += 1
    db.flush()


def failed(db: Session, promise_id: int, reason: str, *, retry_at: datetime | None, now: datetime) -> None:
    """The message could not be sent: try again at `retry_at`, or give up when that is None."""
    row = _row(db, promise_id)
    row.attempts += 1
    row.reason = reason
    row.state, row.due_at = ("failed", now) if retry_at is None else ("pending", retry_at)
    db.flush()


def given_up(db: Session) -> list[Promise]:
    """Promises that will not be kept, with their reasons, so that a person sees them."""
    rows = db.exec(select(PromiseRow).where(PromiseRow.state == "failed").order_by(col(PromiseRow.id)))
    return [_promise(row) for row in rows]


def _alerts(destination: str) -> SelectOfScalar[PromiseRow]:
    return select(PromiseRow).where(PromiseRow.destination == destination, PromiseRow.kind == "alert")


def _row(db: Session, promise_id: int) -> PromiseRow:
    row = db.get(PromiseRow, promise_id)
    if row is None:
        raise LookupError(f"there is no promise {promise_id}")
    return row


def _promise(row: PromiseRow) -> Promise:
    return Promise(**row.model_dump(include=set(Promise.__dataclass_fields__)))
