"""How a source stands after a visit, and the one message to the operator when that changes."""

from datetime import datetime

from bot.jobs.desk import Desk, Visited
from bot.views import notices
from scrapers.adapter import Source
from scrapers.errors import BlockedError
from storage import outbox, visits
from storage.database import transaction
from storage.visits import Health

TOLD_FROM = 2
"""One failed visit is weather; the operator hears of the second in a row, and at once of a host that refuses us."""


def succeeded(desk: Desk, authority: str, source: Source, visited: Visited, started: datetime) -> None:
    """The listing was read. The operator hears of it when it was known to be broken."""
    now = desk.now()
    with transaction(desk.engine) as db:
        before = _of(visits.health(db), authority, source.name)
        visits.succeeded(
            db,
            authority,
            source.name,
            started_at=started,
            now=now,
            items_seen=visited.seen,
            new=visited.new,
            refused=visited.refused,
            next_visit=desk.beat.after_success(source, now),
        )
        if before is not None and _is_told(before):
            text = notices.recovered(before)
            outbox.promise(db, desk.destinations.ops, "notice", _subject(before, "ok", started), text=text, now=now)


def failed(
    desk: Desk, authority: str, source: Source, error: Exception, reason: str, started: datetime
) -> None:  # fmt: skip
    """The listing could not be had or read. The operator hears of it once, however long it lasts."""
    now = desk.now()
    with transaction(desk.engine) as db:
        before = _of(visits.health(db), authority, source.name)
        failures = (before.consecutive_failures if before else 0) + 1
        after = visits.failed(
            db,
            authority,
            source.name,
            started_at=started,
            now=now,
            reason=reason,
            blocked=isinstance(error, BlockedError),
            next_visit=desk.beat.after_failure(error, failures, now),
        )
        if _is_told(after) and not (before is not None and _is_told(before)):
            text = notices.broken(after)
            subject = _subject(after, after.state, started)
            outbox.promise(db, desk.destinations.ops, "notice", subject, text=text, now=now)


def _is_told(health: Health) -> bool:
    return health.consecutive_failures >= TOLD_FROM or health.state == "blocked"


def _of(known: list[Health], authority: str, source: str) -> Health | None:
    return next((health for health in known if (health.authority, health.source) == (authority, source)), None)


def _subject(health: Health, state: str, started: datetime) -> str:
    return f"{health.authority} {health.source} {state} {started.isoformat()}"
