"""Rows to decisions: an act as it stands now, with what happened to it since. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import amounts, events
from storage.events import Event
from storage.facts import corrected
from storage.tables import AliasRow, DecisionRow, SanctionRow


@dataclass(frozen=True)
class Stored:
    """A decision with the facts put right since it was first read.

    `sanction_ids` and `company_ids` go with `decision.sanctions` in order; `origin` is poll, history or import.
    """

    id: int
    decision: Decision
    origin: str
    first_seen_at: datetime
    sanction_ids: tuple[int, ...]
    company_ids: tuple[int | None, ...]
    events: tuple[Event, ...]

    @property
    def day(self) -> date:
        """The day that places the act in time: decided, else made public, else first seen."""
        return self.decision.decided_on or self.decision.published_on or self.first_seen_at.date()

    def legal_state(self, position: int) -> str:
        """The legal state of one sanction; silence means imposed, never final."""
        return events.legal_state(self.events, self.sanction_ids[position], self.decision.sanctions[position].kind)

    def current_money(self, position: int) -> Money | None:
        """The amount of one sanction after reductions and increases."""
        imposed = self.decision.sanctions[position].money
        return events.current_money(self.events, self.sanction_ids[position], imposed)


def load(db: Session, rows: Sequence[DecisionRow], *, as_of: date | None = None) -> list[Stored]:
    """The decisions of these rows in their order; with `as_of`, only with what had happened by the end of that day."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    happened = events.of(db, ids, as_of=as_of)
    parts = _sanctions(db, ids)
    aliases = _aliases(db, ids)
    return [_stored(row, parts[row.id], aliases.get(row.id, []), happened.get(row.id, ())) for row in rows]


def _sanctions(db: Session, ids: Sequence[int]) -> dict[int, list[SanctionRow]]:
    found: dict[int, list[SanctionRow]] = {}
    rows = select(SanctionRow).where(col(SanctionRow.decision_id).in_(ids)).order_by(col(SanctionRow.position))
    for row in db.exec(rows):
        found.setdefault(row.decision_id, []).append(row)
    return found


def _aliases(db: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in db.exec(select(AliasRow).where(col(AliasRow.decision_id).in_(ids)).order_by(col(AliasRow.id))):
        found.setdefault(row.decision_id, []).append(row.alias)
    return found


def _stored(row: DecisionRow, parts: Sequence[SanctionRow], aliases: list[str], happened: tuple[Event, ...]) -> Stored:
    ids = tuple(part.id for part in parts)
    now = corrected(_as_first_read(row, parts), ids, happened)
    names = tuple(alias for alias in dict.fromkeys((row.key, *aliases)) if alias != now.key)
    return Stored(
        id=row.id,
        decision=now.model_copy(update={"aliases": names}),
        origin=row.origin,
        first_seen_at=row.first_seen_at,
        sanction_ids=ids,
        company_ids=tuple(part.company_id for part in parts),
        events=happened,
    )


def _as_first_read(row: DecisionRow, parts: Sequence[SanctionRow]) -> Decision:
    same = row.model_dump(include={"authority", "key", "reference", "url", "title", "language", "decided_on",
                                   "published_on", "provisional"})  # fmt: skip
    return Decision(**same, sanctions=tuple(_sanction(part) for part in parts))


def _sanction(row: SanctionRow) -> Sanction:
    evidence = Evidence(
        words=row.evidence_words,
        document=row.evidence_document,
        start=row.evidence_start,
        method=row.evidence_method,
    )
    return Sanction(
        party=row.party,
        kind=Kind(row.kind),
        money=amounts.money(row.amount_minor, row.currency),
        daily=amounts.money(row.daily_minor, row.daily_currency),
        due_on=row.due_on,
        articles=tuple(row.articles),
        joint=row.joint,
        evidence=evidence,
    )
