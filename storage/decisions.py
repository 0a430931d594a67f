"""Save decisions and find them again. Nothing stored is overwritten: what changes becomes a dated event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from scrapers.decision import Decision, Sanction
from storage import documents, events, merging, reviews, stored
from storage.corrections import corrections
from storage.documents import Document
from storage.events import Event
from storage.facts import Difference, differences
from storage.inserting import New, insert_all, sanction_row
from storage.register import companies
from storage.stored import Stored
from storage.tables import AliasRow, DecisionRow, SanctionRow

__all__ = ["Document", "Saved", "Stored", "find", "get", "latest", "save"]

BY_PERSON = "review"


@dataclass(frozen=True)
class Saved:
    """What became of a decision: `changes` are sentences for a reader, empty when nothing of note is new.

    `disputed` says what contradicts a person's answer: then nothing was changed.
    """

    id: int
    is_new: bool
    changes: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


def save(db: Session, decision: Decision, papers: Sequence[Document], *, now: datetime, origin: str) -> Saved:
    """Store a decision, or what it adds to a known one.

    Known is what has the same authority and key or alias, and a provisional or hand-written one that is certainly the
    same act. `origin` is poll, history, import or review: a person's answer counts whole, and no page overwrites it.
    """
    known = _known(db, decision, origin)
    if known is None:
        inserted = insert_all(db, [New(decision, now)], origin=origin, now=now)[0]
        documents.keep(db, inserted.id, papers)
        return Saved(inserted.id, is_new=True)
    documents.keep(db, known.id, papers)
    _keep_aliases(db, known.id, decision)
    answer = None if origin == BY_PERSON else reviews.taken(db, known.id)
    if answer is not None and (disputed := reviews.contradictions(answer, decision)):
        return Saved(known.id, is_new=False, disputed=tuple(disputed))
    found = (corrections if origin == BY_PERSON else differences)(known.decision, decision)
    recorded = [difference for difference in found if _put_right(db, known, difference, decision.url, now)]
    return Saved(known.id, is_new=False, changes=tuple(d.words for d in recorded if d.words))


def get(db: Session, decision_id: int) -> Stored:
    """One decision. Raises LookupError when there is none of that number."""
    row = db.get(DecisionRow, decision_id)
    if row is None:
        raise LookupError(f"there is no decision {decision_id}")
    return stored.load(db, [row])[0]


def find(db: Session, authority: str, key: str) -> Stored | None:
    """The decision with that key or alias."""
    decision_id = _id_of(db, authority, key)
    return None if decision_id is None else get(db, decision_id)


def latest(db: Session, limit: int, *, authority: str | None = None, kind: str | None = None) -> list[Stored]:
    """The decisions seen last, newest first; those seen together by their day. `kind` is one of a sanction's, as first
    read."""
    order = (
        col(DecisionRow.first_seen_at).desc(),
        col(DecisionRow.decided_on).desc().nulls_last(),
        col(DecisionRow.id).desc(),
    )
    rows = select(DecisionRow).order_by(*order).limit(limit)
    if authority is not None:
        rows = rows.where(DecisionRow.authority == authority)
    if kind is not None:
        of_kind = select(SanctionRow.decision_id).where(SanctionRow.kind == kind)
        rows = rows.where(col(DecisionRow.id).in_(of_kind))
    return stored.load(db, db.exec(rows).all())


def _id_of(db: Session, authority: str, key: str) -> int | None:
    own = select(DecisionRow.id).where(DecisionRow.authority == authority, DecisionRow.key == key)
    alias = select(AliasRow.decision_id).where(AliasRow.authority == authority, AliasRow.alias == key)
    found = db.exec(own).first()
    return found if found is not None else db.exec(alias).first()


def _known(db: Session, decision: Decision, origin: str) -> Stored | None:
    for key in (decision.key, *decision.aliases):
        known = find(db, decision.authority, key)
        if known is not None:
            return known
    near = stored.load(db, db.exec(merging.candidates(decision)).all())
    return merging.the_same_act(decision, near, origin)


def _insert_sanction(db: Session, decision_id: int, position: int, sanction: Sanction, now: datetime) -> int:
    company_id = companies.resolve(db, sanction.party, now) if sanction.party else None
    row = sanction_row(decision_id, position, sanction, company_id)
    db.add(row)
    db.flush()
    return row.id


def _keep_aliases(db: Session, decision_id: int, decision: Decision) -> None:
    for alias in dict.fromkeys((decision.key, *decision.aliases)):
        if _id_of(db, decision.authority, alias) is None:
            db.add(AliasRow(decision_id=decision_id, authority=decision.authority, alias=alias))
            db.flush()


def _put_right(db: Session, known: Stored, difference: Difference, source: str, now: datetime) -> bool:
    """Record one difference; False when it was recorded before.

    What was so from the beginning is dated back, but never before what was recorded of the same fact, or it would be
    outdone by it.
    """
    axis = difference.axis
    sanction_id = _sanction_of(db, known, difference, now)
    if difference.field == "party" and sanction_id is not None:
        db.get_one(SanctionRow, sanction_id).company_id = companies.resolve(db, difference.value, now)
    same = [e for e in known.events if (e.axis, e.state, e.sanction_id) == (axis, difference.field, sanction_id)]
    if same and difference.value is None:
        return False
    earliest = max([known.day, *(event.happened_on for event in same)])
    day = earliest if difference.since_decided else now.date()
    event = Event(axis, difference.field, day, source, difference.words, sanction_id, value=difference.value)
    return events.record(db, known.id, event, now=now)


def _sanction_of(db: Session, known: Stored, difference: Difference, now: datetime) -> int | None:
    at = difference.position
    if at is None or at < len(known.sanction_ids):
        return None if at is None else known.sanction_ids[at]
    return _insert_sanction(db, known.id, at, Sanction.model_validate(difference.value), now)
