"""How well the sources were watched between two moments: when one could not be read, and when nobody looked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from sqlmodel import Session, col, select

from storage.work_tables import SourceRow, VisitRow

QUIET = timedelta(days=1)
"""A longer time between two visits is told: the slowest source is visited several times a day."""


@dataclass(frozen=True)
class Gap:
    """A source was not seen from one moment to another (aware UTC). `reason` is what failed; empty: nobody looked."""

    since: datetime
    until: datetime
    reason: str = ""


@dataclass(frozen=True)
class Watched:
    """One source over a time: how often it was looked at, and when it was not seen."""

    authority: str
    source: str
    visits: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Visit:
    """One look; an empty `reason` is a success."""

    started_at: datetime
    finished_at: datetime
    reason: str = ""


def watched(db: Session, start: datetime, until: datetime) -> tuple[Watched, ...]:
    """Every source that was visited before `until`, by authority and name."""
    found = []
    for (authority, source), visits in groupby(_visits(db, start, until), key=lambda row: (row[0], row[1])):
        looks = [visit for _, _, visit in visits]
        within = [visit for visit in looks if visit.started_at >= start]
        found.append(Watched(authority, source, len(within), tuple(gaps(looks, start, until))))
    return tuple(found)


def gaps(visits: Sequence[Visit], start: datetime, until: datetime) -> Iterable[Gap]:
    """When a source was not seen between two moments. The first of its visits in order may lie before `start`; where it
    does not, the source is new, and its time begins with that visit. Pure."""
    blind: Visit | None = None
    contact = visits[0].started_at
    for visit in visits:
        if blind is None and visit.started_at - contact > QUIET:
            yield Gap(max(contact, start), visit.started_at)
        if visit.reason and blind is None:
            blind = visit
        if not visit.reason and blind is not None and visit.finished_at > start:
            yield Gap(max(blind.started_at, start), visit.finished_at, blind.reason)
        blind = blind if visit.reason else None
        contact = visit.finished_at
    if blind is not None:
        yield Gap(max(blind.started_at, start), until, blind.reason)
    elif until - contact > QUIET:
        yield Gap(max(contact, start), until)


def _visits(db: Session, start: datetime, until: datetime) -> list[tuple[str, str, Visit]]:
    """The visits of each source in order: those of the time, and the last one before it."""
    columns = (VisitRow.authority, VisitRow.source, VisitRow.started_at, VisitRow.finished_at, VisitRow.succeeded,
               VisitRow.reason)  # fmt: skip
    wanted = (col(VisitRow.started_at) >= start) | col(VisitRow.id).in_(_last_before(db, start))
    rows = select(*columns).where(wanted, col(VisitRow.started_at) < until)  # type: ignore[call-overload]
    ordered = db.exec(rows.order_by(VisitRow.authority, VisitRow.source, VisitRow.started_at, VisitRow.id))
    return [
        (row.authority, row.source, Visit(row.started_at, row.finished_at, "" if row.succeeded else _said(row.reason)))
        for row in ordered
    ]


def _said(reason: str) -> str:
    return reason or "no reason is known"


def _last_before(db: Session, start: datetime) -> list[int]:
    sources = db.exec(select(SourceRow.authority, SourceRow.source)).all()
    newest = (col(VisitRow.started_at).desc(), col(VisitRow.id).desc())
    found = [
        db.exec(
            select(VisitRow.id)
            .where(VisitRow.authority == authority, VisitRow.source == source, col(VisitRow.started_at) < start)
            .order_by(*newest)
            .limit(1)
        ).first()
        for authority, source in sources
    ]
    return [visit_id for visit_id in found if visit_id is not None]
