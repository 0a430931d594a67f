"""Dated changes of a decision or a sanction, and the state that follows from them. Nothing is ever overwritten.

Three axes, each a story of its own (legal, payment, publication), and facts: values that the authority or we put right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from scrapers.decision import Kind, Money
from storage import amounts
from storage.tables import EventRow

STATES = {
    "legal": frozenset(
        {"proposed", "imposed", "appeal_pending", "suspended", "upheld", "reduced", "increased", "annulled",
         "remitted", "final"}
    ),
    "payment": frozenset({"not_known", "due", "settlement_offered", "paid", "part_paid", "unpaid", "uncollectable"}),
    "publication": frozenset({"live", "anonymised", "withdrawn", "unreachable", "reappeared"}),
    "fact": frozenset(
        {"key", "reference", "decided_on", "published_on", "party", "kind", "money", "daily", "due_on", "articles",
         "added", "no_longer_stated"}
    ),
}  # fmt: skip
"""Closed lists; `annulled` is not an end, a higher court can lead out of it. A fact's state names the field."""

UNDER_CHALLENGE = frozenset({"appeal_pending", "suspended", "remitted"})
NOT_IN_FORCE = frozenset({"proposed", "annulled"})


@dataclass(frozen=True)
class Event:
    """`happened_on` is the day in the world, `recorded_at` when we learnt it. `sanction_id` None: the whole decision.

    `money` is the amount that holds from then on, where the event changes it; `value` the new value of a fact, as JSON.
    """

    axis: str
    state: str
    happened_on: date
    source: str = ""
    note: str = ""
    sanction_id: int | None = None
    money: Money | None = None
    value: Any = None
    recorded_at: datetime | None = None

    def concerns(self, sanction_id: int) -> bool:
        """Does it change this sanction?"""
        return self.sanction_id is None or self.sanction_id == sanction_id


def record(db: Session, decision_id: int, event: Event, *, now: datetime) -> bool:
    """Write the event down; False when exactly this was written before. Raises ValueError for an unknown word.

    Facts are always written: one can go and come back on the same day.
    """
    if event.state not in STATES.get(event.axis, frozenset()):
        raise ValueError(f"no {event.axis} state is called “{event.state}”")
    before = [replace(known, recorded_at=None) for known in of(db, [decision_id]).get(decision_id, ())]
    if event.axis != "fact" and event in before:
        return False
    minor, currency = amounts.columns(event.money)
    db.add(EventRow(decision_id=decision_id, sanction_id=event.sanction_id, axis=event.axis, state=event.state,
                    value=event.value, amount_minor=minor, currency=currency, happened_on=event.happened_on,
                    recorded_at=now, source=event.source, note=event.note))  # fmt: skip
    db.flush()
    return True


def of(
    db: Session, decision_ids: Sequence[int] | SelectOfScalar[int], *, as_of: date | None = None
) -> dict[int, tuple[Event, ...]]:
    """The events of each decision in the order in which they happened; a decision without any is absent.

    With `as_of`, only what had happened by the end of that day.
    """
    found: dict[int, list[Event]] = {}
    rows = select(EventRow).where(col(EventRow.decision_id).in_(decision_ids))
    if as_of is not None:
        rows = rows.where(EventRow.happened_on <= as_of)
    for row in db.exec(rows.order_by(col(EventRow.happened_on), col(EventRow.id))):
        found.setdefault(row.decision_id, []).append(_event(row))
    return {decision_id: tuple(events) for decision_id, events in found.items()}


def state(events: Iterable[Event], axis: str, sanction_id: int, start: str) -> str:
    """The last state on an axis; `start` where nothing is recorded."""
    states = [event.state for event in events if event.axis == axis and event.concerns(sanction_id)]
    return states[-1] if states else start


def legal_state(events: Iterable[Event], sanction_id: int, kind: Kind) -> str:
    """The legal state: imposed unless something happened; a notice of intent only proposes."""
    return state(events, "legal", sanction_id, "proposed" if kind is Kind.NOTICE_OF_INTENT else "imposed")


def fact(events: Iterable[Event], sanction_id: int | None, field: str) -> Any:
    """The last value recorded for a field of the decision (None) or of a sanction, as JSON; None for none."""
    values = [e.value for e in events if e.axis == "fact" and e.state == field and e.sanction_id == sanction_id]
    return values[-1] if values else None


def current_money(events: Iterable[Event], sanction_id: int, imposed: Money | None) -> Money | None:
    """The amount that holds after reductions and increases; `imposed` where none states a new one."""
    amounts = [e.money for e in events if e.axis == "legal" and e.money is not None and e.concerns(sanction_id)]
    return amounts[-1] if amounts else imposed


def _event(row: EventRow) -> Event:
    money = amounts.money(row.amount_minor, row.currency)
    return Event(axis=row.axis, state=row.state, happened_on=row.happened_on, source=row.source, note=row.note,
                 sanction_id=row.sanction_id, money=money, value=row.value, recorded_at=row.recorded_at)  # fmt: skip
