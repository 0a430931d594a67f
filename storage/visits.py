"""What each look at a source found, and how each source stands. Fetches nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, func, select

from storage.work_tables import SourceRow, VisitRow

FAILING_FROM = 3
"""One failed visit is weather (degraded); three in a row are a state a person is told of (failing)."""


@dataclass(frozen=True)
class Health:
    """How one source stands; moments are aware UTC. `state` is ok, degraded, failing or blocked."""

    authority: str
    source: str
    state: str
    last_success: datetime | None
    last_new: datetime | None
    items_seen: int
    consecutive_failures: int
    next_visit: datetime | None
    reason: str


def due(db: Session, authority: str, source: str, now: datetime) -> bool:
    """Is it time for a visit? A source never visited is due."""
    row = db.get(SourceRow, (authority, source))
    return row is None or row.next_visit is None or row.next_visit <= now


def last_success(db: Session, authority: str, source: str) -> datetime | None:
    """When the source was last read; None: never, and its next visit is a first visit."""
    row = db.get(SourceRow, (authority, source))
    return row.last_success if row else None


def succeeded(  # noqa: PLR0913
    db: Session, authority: str, source: str, *, started_at: datetime, now: datetime, items_seen: int, new: int,
    refused: int, next_visit: datetime,
) -> Health:  # fmt: skip
    """The listing was read: `items_seen` rows, `new` of them unknown, `refused` of those unreadable."""
    row = _row(db, authority, source)
    row.state, row.reason, row.consecutive_failures = "ok", "", 0
    row.last_success, row.items_seen, row.next_visit = now, items_seen, next_visit
    row.last_new = now if new else row.last_new
    db.add(VisitRow(authority=authority, source=source, started_at=started_at, finished_at=now, succeeded=True,
                    items_seen=items_seen, new=new, refused=refused))  # fmt: skip
    db.flush()
    return _health(row)


def failed(  # noqa: PLR0913
    db: Session, authority: str, source: str, *, started_at: datetime, now: datetime, reason: str, blocked: bool,
    next_visit: datetime,
) -> Health:  # fmt: skip
    """The listing could not be read: degraded at once, failing from the third time, blocked when the host refuses."""
    row = _row(db, authority, source)
    row.consecutive_failures += 1
    row.state = "blocked" if blocked else "failing" if row.consecutive_failures >= FAILING_FROM else "degraded"
    row.reason, row.next_visit = reason, next_visit
    db.add(VisitRow(authority=authority, source=source, started_at=started_at, finished_at=now, succeeded=False,
                    reason=reason))  # fmt: skip
    db.flush()
    return _health(row)


def health(db: Session) -> list[Health]:
    """Every source ever visited, by authority and name."""
    return [_health(row) for row in db.exec(select(SourceRow).order_by(SourceRow.authority, SourceRow.source))]


def last_successes(db: Session) -> dict[str, datetime | None]:
    """When each authority was last read, through whichever of its sources; None: never yet."""
    newest = select(SourceRow.authority, func.max(SourceRow.last_success)).group_by(SourceRow.authority)
    return dict(db.exec(newest).all())


def _row(db: Session, authority: str, source: str) -> SourceRow:
    row = db.get(SourceRow, (authority, source))
    if row is None:
        row = SourceRow(authority=authority, source=source)
        db.add(row)
    return row


def _health(row: SourceRow) -> Health:
    return Health(**row.model_dump())
