"""The sanctions that a sum is made of, one line each, as they stood at the end of a day. Adds nothing up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from scrapers.decision import Kind, Money
from storage import amounts, events
from storage.events import Event
from storage.tables import DecisionRow, SanctionRow


@dataclass(frozen=True)
class Line:
    """One sanction on one day. `day` places it in time, `decided_on` is None where the authority gives no date."""

    sanction_id: int
    decision_id: int
    authority: str
    company_id: int | None
    kind: Kind
    day: date
    decided_on: date | None
    imposed: Money | None
    current: Money | None
    state: str
    joint: str | None


def lines(db: Session, *, as_of: date, authority: str | None, company_ids: Iterable[int] | None) -> list[Line]:
    """The sanctions decided by the end of that day, with what had happened to them by then, in the order of storing.

    `company_ids` None: whoever the party is, named or not.
    """
    wanted = select(DecisionRow.id)
    if authority is not None:
        wanted = wanted.where(DecisionRow.authority == authority)
    if company_ids is not None:
        theirs = select(SanctionRow.decision_id).where(col(SanctionRow.company_id).in_(list(company_ids)))
        wanted = wanted.where(col(DecisionRow.id).in_(theirs))
    happened = events.of(db, wanted, as_of=as_of)
    found = [_line(row, happened.get(row.decision_id, ())) for row in _rows(db, wanted)]
    ours = None if company_ids is None else set(company_ids)
    return [line for line in found if line.day <= as_of and (ours is None or line.company_id in ours)]


def _rows(db: Session, wanted: SelectOfScalar[int]) -> Iterable[Row[Any]]:
    columns = (
        SanctionRow.id, SanctionRow.decision_id, SanctionRow.company_id, SanctionRow.kind, SanctionRow.amount_minor,
        SanctionRow.currency, SanctionRow.joint, DecisionRow.authority, DecisionRow.decided_on,
        DecisionRow.published_on, DecisionRow.first_seen_at,
    )  # fmt: skip
    rows = select(*columns).join(DecisionRow).where(col(DecisionRow.id).in_(wanted))  # type: ignore[call-overload]
    return db.exec(rows.order_by(SanctionRow.decision_id, SanctionRow.position)).all()  # type: ignore[no-any-return]


def _line(row: Row[Any], happened: tuple[Event, ...]) -> Line:
    kind = Kind(events.fact(happened, row.id, "kind") or row.kind)
    decided_on = _day(events.fact(happened, None, "decided_on"), row.decided_on)
    published_on = _day(events.fact(happened, None, "published_on"), row.published_on)
    imposed = amounts.money(row.amount_minor, row.currency)
    corrected = events.fact(happened, row.id, "money")
    imposed = imposed if corrected is None else Money.model_validate(corrected)
    return Line(
        sanction_id=row.id,
        decision_id=row.decision_id,
        authority=row.authority,
        company_id=row.company_id,
        kind=kind,
        day=decided_on or published_on or row.first_seen_at.date(),
        decided_on=decided_on,
        imposed=imposed,
        current=events.current_money(happened, row.id, imposed),
        state=events.legal_state(happened, row.id, kind),
        joint=row.joint,
    )


def _day(corrected: str | None, first_read: date | None) -> date | None:
    return first_read if corrected is None else date.fromisoformat(corrected)
