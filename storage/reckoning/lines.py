"""The sanctions that a sum is made of, one line each, as they stood at the end of a day. Adds nothing up."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from scrapers.decision import Kind, Money
from storage import amounts, events
from storage.events import Event
from storage.tables import DecisionRow, SanctionRow


class Line(NamedTuple):
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
    articles: tuple[str, ...] = ()


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
    ours = None if company_ids is None else set(company_ids)
    return [line for line in lines_of(db, wanted, as_of=as_of) if ours is None or line.company_id in ours]


def lines_of(db: Session, wanted: Sequence[int] | SelectOfScalar[int], *, as_of: date) -> list[Line]:
    """The sanctions of these decisions as above."""
    happened = events.of(db, wanted, as_of=as_of)
    found = (_line(row, happened.get(row.decision_id, ())) for row in _rows(db, wanted))
    return [line for line in found if line.day <= as_of]


def _rows(db: Session, wanted: Sequence[int] | SelectOfScalar[int]) -> Iterable[Row[Any]]:
    columns = (
        SanctionRow.id, SanctionRow.decision_id, SanctionRow.company_id, SanctionRow.kind, SanctionRow.amount_minor,
        SanctionRow.currency, SanctionRow.joint, SanctionRow.articles, DecisionRow.authority, DecisionRow.decided_on,
        DecisionRow.published_on, DecisionRow.first_seen_at,
    )  # fmt: skip
    rows = select(*columns).join(DecisionRow).where(col(DecisionRow.id).in_(wanted))  # type: ignore[call-overload]
    return db.exec(rows.order_by(SanctionRow.decision_id, SanctionRow.position)).all()  # type: ignore[no-any-return]


def _line(row: Row[Any], happened: tuple[Event, ...]) -> Line:
    (id_, decision_id, company_id, kind, minor, currency, joint, articles, authority, decided, published, seen_at) = (
        tuple(row)
    )
    imposed = amounts.money(minor, currency)
    if happened:
        kind = events.fact(happened, id_, "kind") or kind
        decided = _day(events.fact(happened, None, "decided_on"), decided)
        published = _day(events.fact(happened, None, "published_on"), published)
        corrected = events.fact(happened, id_, "money")
        imposed = imposed if corrected is None else Money.model_validate(corrected)
        articles = events.fact(happened, id_, "articles") or articles
    return Line(
        sanction_id=id_,
        decision_id=decision_id,
        authority=authority,
        company_id=company_id,
        kind=Kind(kind),
        day=decided or published or seen_at.date(),
        decided_on=decided,
        imposed=imposed,
        current=events.current_money(happened, id_, imposed),
        state=events.legal_state(happened, id_, Kind(kind)),
        joint=joint,
        articles=tuple(articles),
    )


def _day(corrected: str | None, first_read: date | None) -> date | None:
    return first_read if corrected is None else date.fromisoformat(corrected)
