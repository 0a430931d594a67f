"""Every row ever seen in a listing, and what became of it. Decides nothing about decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from storage.work_tables import RefRow

FIRST_WAIT = timedelta(minutes=15)
LONGEST_WAIT = timedelta(days=1)
"""A page that cannot be had is asked for after 15 minutes, then 30, 60 ... and in the end once a day."""

LOST_AFTER = timedelta(days=30)
"""A row that no listing names any more and that cannot be read either is given to a person after this time."""


@dataclass(frozen=True)
class Pending:
    """A row that is put off; `said` is what it said besides its title, `reason` why it could not be read."""

    key: str
    title: str
    url: str
    said: Mapping[str, Any]
    stamp: str
    reason: str


def see(  # noqa: PLR0913
    db: Session, authority: str, source: str, key: str, *, title: str, url: str, stamp: str, baseline: bool,
    now: datetime, said: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    """Note a listing row. `baseline` is kept from the first sight: what a first visit found is history, not news.

    `said` is what else the row says, as JSON values; `pending` gives it back.
    """
    row = _row(db, authority, key)
    if row is None:
        row = RefRow(authority=authority, source=source, key=key, title=title, url=url, stamp=stamp, baseline=baseline,
                     first_seen_at=now, last_seen_at=now)  # fmt: skip
        db.add(row)
    row.stamp, row.last_seen_at = stamp, now
    row.said = row.said | dict(said or {})
    db.flush()


def pending(db: Session, authority: str, now: datetime) -> list[Pending]:
    """Rows put off whose time has come, oldest first, whether or not a listing still names them."""
    return _due(db, authority, now, lost=False)


def lost(db: Session, authority: str, now: datetime) -> list[Pending]:
    """Rows put off that no listing has named for `LOST_AFTER`."""
    return _due(db, authority, now, lost=True)


def _due(db: Session, authority: str, now: datetime, *, lost: bool) -> list[Pending]:
    due = select(RefRow).where(RefRow.authority == authority, col(RefRow.next_try_at) <= now)
    seen = col(RefRow.last_seen_at)
    rows = db.exec(due.where(seen < now - LOST_AFTER if lost else seen >= now - LOST_AFTER).order_by(col(RefRow.id)))
    return [Pending(row.key, row.title, row.url, row.said, row.stamp, row.reason) for row in rows]


def is_known(db: Session, authority: str, key: str, stamp: str, *, now: datetime | None = None) -> bool:
    """Was this row settled before with this stamp? With `now`, a row that is put off until later also counts.

    Every settled stamp is kept, because two listings may show one page with different stamps.
    """
    row = _row(db, authority, key)
    if row is None:
        return False
    if now is not None and row.next_try_at is not None and row.next_try_at > now:
        return True
    return stamp in row.settled_stamps


def settle(
    db: Session, authority: str, key: str, stamp: str, outcome: str, decision_ids: Sequence[int], now: datetime
) -> None:
    """The row was read: `outcome` is accepted, review, dropped or lead. Raises LookupError for a row never seen."""
    row = _seen(db, authority, key)
    row.settled_stamps = [*row.settled_stamps, *({stamp} - set(row.settled_stamps))]
    row.decision_ids = sorted({*row.decision_ids, *decision_ids})
    row.outcome, row.attempts, row.next_try_at, row.reason, row.last_seen_at = outcome, 0, None, "", now
    db.flush()


def put_off(db: Session, authority: str, key: str, reason: str, now: datetime) -> None:
    """The row could not be read now: try again later, each time after a longer wait."""
    row = _seen(db, authority, key)
    row.attempts += 1
    row.reason = reason
    row.next_try_at = now + min(FIRST_WAIT * 2 ** min(row.attempts - 1, 10), LONGEST_WAIT)
    db.flush()


def is_baseline(db: Session, authority: str, key: str) -> bool:
    """Was the row first seen on a first visit?"""
    row = _row(db, authority, key)
    return row is not None and row.baseline


def _row(db: Session, authority: str, key: str) -> RefRow | None:
    return db.exec(select(RefRow).where(RefRow.authority == authority, RefRow.key == key)).one_or_none()


def _seen(db: Session, authority: str, key: str) -> RefRow:
    row = _row(db, authority, key)
    if row is None:
        raise LookupError(f"{authority} {key} was never seen in a listing")
    return row
