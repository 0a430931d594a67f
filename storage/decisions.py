"""Decisions in and out of the tables: the only code that turns the one into the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import companies, documents, events, merging
from storage.documents import Document
from storage.events import Event
from storage.facts import Difference, corrected, differences
from storage.tables import AliasRow, DecisionRow, SanctionRow

__all__ = ["Document", "Saved", "Stored", "find", "get", "latest", "save"]


@dataclass(frozen=True)
class Saved:
    """What became of a decision: `changes` are sentences for a reader, empty when nothing a reader misses is new."""

    id: int
    is_new: bool
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stored:
    """A decision as it stands now, with what happened since. `sanction_ids` go with `decision.sanctions` in order."""

    id: int
    decision: Decision
    origin: str
    first_seen_at: datetime
    sanction_ids: tuple[int, ...]
    company_ids: tuple[int | None, ...]
    events: tuple[Event, ...]

    def legal_state(self, position: int) -> str:
        """The legal state of one sanction."""
        return events.legal_state(self.events, self.sanction_ids[position], self.decision.sanctions[position].kind)

    def current_money(self, position: int) -> Money | None:
        """The amount of one sanction after reductions and increases."""
        return events.current_money(
            self.events, self.sanction_ids[position], self.decision.sanctions[position].money
        )


def save(db: Session, decision: Decision, papers: Sequence[Document], *, now: datetime, origin: str) -> Saved:
    """Store a decision, or what it adds to a known one.

    Known is what has the same authority and key or alias, and a provisional one that is certainly the same act. Nothing
    stored is overwritten: each difference becomes a dated event. `origin` is poll, history or import.
    """
    known = _known(db, decision)
    if known is None:
        id = _insert(db, decision, origin, now)
        documents.keep(db, id, papers)
        return Saved(id, is_new=True)
    documents.keep(db, known.id, papers)
    _keep_aliases(db, known.id, decision)
    found = differences(known.decision, decision)
    told = [d.words for d in found if _put_right(db, known, d, decision.url, now) and d.words]
    return Saved(known.id, is_new=False, changes=tuple(told))


def get(db: Session, id: int) -> Stored:
    """One decision. Raises LookupError when there is none of that number."""
    row = db.get(DecisionRow, id)
    if row is None:
        raise LookupError(f"there is no decision {id}")
    return _stored(db, [row])[0]


def find(db: Session, authority: str, key: str) -> Stored | None:
    """The decision with that key or alias."""
    id = _id_of(db, authority, key)
    return None if id is None else get(db, id)


def latest(db: Session, limit: int) -> list[Stored]:
    """The decisions seen last, newest first."""
    order = col(DecisionRow.first_seen_at).desc(), col(DecisionRow.id).desc()
    return _stored(db, db.exec(select(DecisionRow).order_by(*order).limit(limit)).all())


def _id_of(db: Session, authority: str, key: str) -> int | None:
    own = select(DecisionRow.id).where(DecisionRow.authority == authority, DecisionRow.key == key)
    alias = select(AliasRow.decision_id).where(AliasRow.authority == authority, AliasRow.alias == key)
    found = db.exec(own).first()
    return found if found is not None else db.exec(alias).first()


def _known(db: Session, decision: Decision) -> Stored | None:
    for key in (decision.key, *decision.aliases):
        known = find(db, decision.authority, key)
        if known is not None:
            return known
    near = db.exec(merging.candidates(decision)).all()
    return merging.the_same_act(decision, _stored(db, near))


def _insert(db: Session, decision: Decision, origin: str, now: datetime) -> int:
    row = DecisionRow(authority=decision.authority, key=decision.key, reference=decision.reference, url=decision.url,
                      title=decision.title, language=decision.language, decided_on=decision.decided_on,
                      published_on=decision.published_on, provisional=decision.provisional, origin=origin,
                      first_seen_at=now)  # fmt: skip
    db.add(row)
    db.flush()
    _keep_aliases(db, row.id, decision)
    for position, sanction in enumerate(decision.sanctions):
        _insert_sanction(db, row.id, position, sanction, now)
    return row.id


def _insert_sanction(db: Session, decision_id: int, position: int, sanction: Sanction, now: datetime) -> int:
    company_id = companies.resolve(db, sanction.party, now) if sanction.party else None
    row = SanctionRow(decision_id=decision_id, position=position, party=sanction.party, company_id=company_id,
                      kind=sanction.kind.value, amount_minor=sanction.money and sanction.money.minor,
                      currency=sanction.money and sanction.money.currency,
                      daily_minor=sanction.daily and sanction.daily.minor,
                      daily_currency=sanction.daily and sanction.daily.currency, due_on=sanction.due_on,
                      articles=list(sanction.articles), joint=sanction.joint, evidence_words=sanction.evidence.words,
                      evidence_document=sanction.evidence.document, evidence_start=sanction.evidence.start,
                      evidence_method=sanction.evidence.method)  # fmt: skip
    db.add(row)
    db.flush()
    return row.id


def _keep_aliases(db: Session, decision_id: int, decision: Decision) -> None:
    for alias in dict.fromkeys((decision.key, *decision.aliases)):
        if _id_of(db, decision.authority, alias) is None:
            db.add(AliasRow(decision_id=decision_id, authority=decision.authority, alias=alias))
            db.flush()


def _put_right(db: Session, known: Stored, difference: Difference, source: str, now: datetime) -> bool:
    """Record one difference; False when it was recorded before."""
    decided = known.decision.decided_on or known.decision.published_on
    day = decided if difference.since_decided and decided else now.date()
    at = difference.position
    if difference.field == "added" and at is not None:
        sanction_id = _insert_sanction(db, known.id, at, Sanction.model_validate(difference.value), now)
    else:
        sanction_id = None if at is None else known.sanction_ids[at]
    if difference.field == "party" and sanction_id is not None:
        db.get_one(SanctionRow, sanction_id).company_id = companies.resolve(db, difference.value, now)
    event = Event("fact", difference.field, day, source, difference.words, sanction_id, value=difference.value)
    return events.record(db, known.id, event, now=now)


def _stored(db: Session, rows: Sequence[DecisionRow]) -> list[Stored]:
    ids = [row.id for row in rows]
    happened = events.of(db, ids)
    sanctions = _grouped(db.exec(select(SanctionRow).where(col(SanctionRow.decision_id).in_(ids))))
    aliases: dict[int, list[str]] = {}
    for alias in db.exec(select(AliasRow).where(col(AliasRow.decision_id).in_(ids)).order_by(col(AliasRow.id))):
        aliases.setdefault(alias.decision_id, []).append(alias.alias)
    return [_one(row, sanctions[row.id], aliases.get(row.id, []), happened.get(row.id, ())) for row in rows]


def _grouped(rows: Iterable[SanctionRow]) -> dict[int, list[SanctionRow]]:
    found: dict[int, list[SanctionRow]] = {}
    for row in sorted(rows, key=lambda row: row.position):
        found.setdefault(row.decision_id, []).append(row)
    return found


def _one(row: DecisionRow, parts: list[SanctionRow], aliases: list[str], happened: tuple[Event, ...]) -> Stored:
    first = Decision(authority=row.authority, key=row.key, reference=row.reference, url=row.url, title=row.title,
                     language=row.language, decided_on=row.decided_on, published_on=row.published_on,
                     provisional=row.provisional, sanctions=tuple(_sanction(part) for part in parts))  # fmt: skip
    ids = tuple(part.id for part in parts)
    now = corrected(first, ids, happened)
    names = tuple(alias for alias in dict.fromkeys((row.key, *aliases)) if alias != now.key)
    return Stored(row.id, now.model_copy(update={"aliases": names}), row.origin, row.first_seen_at, ids,
                  tuple(part.company_id for part in parts), happened)  # fmt: skip


def _sanction(row: SanctionRow) -> Sanction:
    return Sanction(party=row.party, kind=Kind(row.kind), money=_money(row.amount_minor, row.currency),
                    daily=_money(row.daily_minor, row.daily_currency), due_on=row.due_on,
                    articles=tuple(row.articles), joint=row.joint,
                    evidence=Evidence(words=row.evidence_words, document=row.evidence_document,
                                      start=row.evidence_start, method=row.evidence_method))  # fmt: skip


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None or currency is None else Money(minor=minor, currency=currency)


def day_of(decision: Decision) -> date | None:
    """The day that places a decision in time: decided, else published."""
    return decision.decided_on or decision.published_on
