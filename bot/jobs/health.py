"""How a source stands after a visit, and the one message to the operator when that changes."""

from datetime import datetime

from sqlmodel import Session

from bot.jobs.desk import Desk, Visited
from bot.views import notices
from scrapers.adapter import Source
from scrapers.errors import BlockedError
from storage import outbox, visits
from storage.database import transaction
from storage.visits import Health

TOLD_FROM = 2
"""One failed visit is weather; the operator hears of the second in a row, and at once of a host that refuses us."""

LATELY = 1.5
"""In beats: whatever is well was read within this time, as every authority has a source for each beat."""


def succeeded(desk: Desk, authority: str, source: Source, visited: Visited, started: datetime) -> None:
    """The listing was read. The operator hears of it when it was known to be broken, and when it ends an outage."""
    now = desk.now()
    with transaction(desk.engine) as db:
        known = visits.health(db)
        before = next((each for each in known if (each.authority, each.source) == (authority, source.name)), None)
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
        if before is not None and _was_told(db, desk, _trouble(before)):
            _tell(db, desk, f"end of {_trouble(before)}", notices.recovered(before))
        if _was_told(db, desk, _outage(known)):
            _tell(db, desk, f"end of {_outage(known)}", notices.outage_over(_last_success(known)))


def failed(
    desk: Desk, authority: str, source: Source, error: Exception, reason: str, started: datetime
) -> None:  # fmt: skip
    """The listing could not be had or read. The operator hears of it once, however long it lasts; when nothing at all
    can be read, once for all sources."""
    now = desk.now()
    with transaction(desk.engine) as db:
        before = {(each.authority, each.source): each.consecutive_failures for each in visits.health(db)}
        after = visits.failed(
            db,
            authority,
            source.name,
            started_at=started,
            now=now,
            reason=reason,
            blocked=isinstance(error, BlockedError),
            next_visit=desk.beat.after_failure(error, before.get((authority, source.name), 0) + 1, now),
        )
        known = visits.health(db)
        if after.state == "blocked" or (after.consecutive_failures >= TOLD_FROM and not _is_outage(known, desk)):
            _tell(db, desk, _trouble(after), notices.broken(after))
        elif after.consecutive_failures >= TOLD_FROM:
            _tell(db, desk, _outage(known), notices.outage(_last_success(known), after.reason))


def _is_outage(known: list[Health], desk: Desk) -> bool:
    """Does every one of several authorities fail, and was nothing read lately? Then it is hardly their side."""
    failing = {health.authority for health in known if health.consecutive_failures}
    last = _last_success(known)
    was_read = last is not None and desk.now() - last <= LATELY * desk.beat.every
    return len(failing) > 1 and failing == {health.authority for health in known} and not was_read


def _last_success(known: list[Health]) -> datetime | None:
    return max((health.last_success for health in known if health.last_success is not None), default=None)


def _trouble(health: Health) -> str:
    """The subject of all that is told of one trouble: it is named by when the source was last well."""
    return f"{health.authority} {health.source} not read since {health.last_success}"


def _outage(known: list[Health]) -> str:
    return f"nothing read since {_last_success(known)}"


def _tell(db: Session, desk: Desk, subject: str, text: str) -> None:
    outbox.promise(db, desk.destinations.ops, "notice", subject, text=text, now=desk.now())


def _was_told(db: Session, desk: Desk, subject: str) -> bool:
    return outbox.was_promised(db, desk.destinations.ops, "notice", subject)
