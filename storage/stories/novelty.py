"""What was met for the first time between two moments, and what was learnt of known decisions; history is neither.

History is what ships with the project, what was imported, and what stood in a source at our first visit.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.events import Event
from storage.stored import Stored
from storage.tables import AliasRow, DecisionRow, EventRow
from storage.work_tables import RefRow, ReviewRow

NEWS = ("poll", "review")
"""Origins of what can be new."""


def first_seen(db: Session, start: datetime, until: datetime) -> list[int]:
    """The decisions first seen from `start` to before `until`, by number."""
    seen = col(DecisionRow.first_seen_at)
    rows = select(DecisionRow.id).where(seen >= start, seen < until, col(DecisionRow.origin).in_(NEWS))
    found = set(db.exec(rows))
    return sorted(found - _first_visits(db, found, None, until))


def with_news(db: Session, start: datetime, until: datetime) -> list[int]:
    """The decisions of which something was recorded from `start` to before `until`, after they were stored.

    What a first visit adds to a known decision is history, too.
    """
    recorded = col(EventRow.recorded_at)
    rows = (
        select(EventRow.decision_id)
        .join(DecisionRow)
        .where(recorded >= start, recorded < until, recorded > col(DecisionRow.first_seen_at))
    )
    found = set(db.exec(rows.distinct()))
    return sorted(found - _first_visits(db, found, start, until))


def learnt(act: Stored, events: Iterable[Event], start: datetime, until: datetime) -> list[Event]:
    """Those of an act's events that were recorded in that time, and not together with the act. Pure."""
    return [
        event
        for event in events
        if event.recorded_at is not None and start <= event.recorded_at < until
        if event.recorded_at > act.first_seen_at
    ]


def _first_visits(db: Session, ids: set[int], start: datetime | None, until: datetime) -> set[int]:
    """Those of the decisions that a first visit brought, with `start` one not before it."""
    rows = select(RefRow.authority, RefRow.key, RefRow.decision_ids)
    rows = rows.where(col(RefRow.baseline), RefRow.first_seen_at < until)
    if start is not None:
        rows = rows.where(RefRow.first_seen_at >= start)
    keys, brought = set(), set()
    if ids:
        for authority, key, decision_ids in db.exec(rows):
            keys.add((authority, key))
            brought |= ids.intersection(decision_ids)
    named = {decision_id for decision_id, *names in _names(db, ids - brought) if keys.intersection(names)}
    return brought | named | _answered(db, ids)


def _names(db: Session, ids: set[int]) -> Iterable[tuple[int, tuple[str, str]]]:
    """Each authority and key that a decision is known by: a row put off tells no number of a decision yet."""
    own = select(DecisionRow.id, DecisionRow.authority, DecisionRow.key).where(col(DecisionRow.id).in_(ids))
    others = select(AliasRow.decision_id, AliasRow.authority, AliasRow.alias).where(col(AliasRow.decision_id).in_(ids))
    rows: Sequence[tuple[int, str, str]] = [*db.exec(own), *db.exec(others)]
    return [(decision_id, (authority, key)) for decision_id, authority, key in rows]


def _answered(db: Session, ids: set[int]) -> set[int]:
    """Questions about history, answered since."""
    asked = select(ReviewRow.decision_id).where(col(ReviewRow.baseline), col(ReviewRow.decision_id).in_(ids))
    return {decision_id for decision_id in db.exec(asked) if decision_id is not None}
