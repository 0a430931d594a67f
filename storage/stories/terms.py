"""Orders with a deadline or a daily rate, and what became of them, found in the store."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sqlmodel import Session, col, or_, select

from scrapers.decision import Kind
from storage import stored
from storage.stories.running import STOPPED, Running, is_under_rate, running
from storage.stories.standing import Standing, standings
from storage.tables import DecisionRow, EventRow, SanctionRow

AHEAD = timedelta(days=14)
"""How far ahead deadlines are told."""


def orders(db: Session, day: date, wants: Callable[[Standing], bool]) -> list[Standing]:
    """The orders in force at the end of a day that have a deadline or a daily rate."""
    with_terms = or_(col(SanctionRow.daily_minor).is_not(None), col(SanctionRow.due_on).is_not(None))
    learnt = select(EventRow.decision_id).where(EventRow.axis == "fact", col(EventRow.state).in_(("daily", "due_on")))
    ids = {*db.exec(select(SanctionRow.decision_id).where(with_terms)), *db.exec(learnt)}
    return [part for part in _parts(db, ids, day) if _has_terms(part) and part.state not in STOPPED and wants(part)]


def deadlines(known: Iterable[Standing], day: date) -> list[Standing]:
    """Those whose deadline is on that day or within two weeks after it, the nearest first."""
    near = [(part.sanction.due_on, part) for part in known]
    found = [(due_on, part) for due_on, part in near if due_on is not None and day <= due_on < day + AHEAD]
    return [part for _, part in sorted(found, key=lambda pair: (pair[0], pair[1].stored.id, pair[1].position))]


def run_up(db: Session, known: Iterable[Standing], day: date) -> list[Running]:
    """What runs up under the daily rates at the end of a day, the oldest first; what was collected or closed is not
    among it, and nor is the order on a party without a name, which cannot be followed."""
    under_rate = [part for part in known if is_under_rate(part) and part.company_id is not None]
    others = _of_same_companies(db, {part.company_id for part in under_rate}, day)
    found = [running(part, others, day) for part in under_rate]
    return sorted(
        (run for run in found if run.estimate is not None), key=lambda run: (run.order.day, run.order.stored.id)
    )


def _of_same_companies(db: Session, company_ids: set[int | None], day: date) -> list[Standing]:
    ends = (Kind.ORDER, Kind.PERIODIC_PENALTY, Kind.CLOSURE)
    rows = select(SanctionRow.decision_id).where(col(SanctionRow.company_id).in_(company_ids))
    return _parts(db, set(db.exec(rows.where(col(SanctionRow.kind).in_([kind.value for kind in ends])))), day)


def _parts(db: Session, ids: set[int], day: date) -> list[Standing]:
    rows = db.exec(select(DecisionRow).where(col(DecisionRow.id).in_(ids)).order_by(col(DecisionRow.id))).all()
    acts = [act for act in stored.load(db, rows, as_of=day) if act.day <= day]
    return standings(db, acts)


def _has_terms(part: Standing) -> bool:
    return part.sanction.kind is Kind.ORDER and bool(part.sanction.daily or part.sanction.due_on)
