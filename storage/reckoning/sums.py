"""Keep the sums: in the transaction that writes a sanction, an event or a rate, before it writes another thing.

Whatever a session writes, the decisions it touches are taken out of the sums before and put in again after. So nobody
who writes has to think of the sums. A statement that goes past the session does: it ends with `build`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import delete, event, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.reckoning import rates
from storage.reckoning.lines import Line, lines_of
from storage.reckoning.parts import NOTHING, VERSION, Numbers, Parts, Place, minus, needed_rates, parts, plus
from storage.reckoning.sum_tables import MadeRow, SummedRow, SumRow
from storage.tables import DecisionRow, EventRow, RateRow, SanctionRow

CHUNK = 20_000
"""Decisions that are in memory at a time while all sums are made anew."""

WHOLE = 20_000
"""Up to so many decisions all sums are compared; beyond, those of some companies."""

NAMED = 5_000
"""Decisions that one question to the database names."""

FOREVER = date.max


def are_made(db: Session) -> bool:
    """Are there sums, by the rules of this version?"""
    return db.exec(select(MadeRow.version).where(MadeRow.name == "sums")).first() == VERSION


def build(db: Session, tell: Callable[[int], None] = lambda _: None) -> None:
    """Make all sums anew, within this transaction; `tell` is called with the number of decisions done so far."""
    for table in (SumRow, SummedRow):
        db.execute(delete(table))
    last = db.exec(select(func.max(DecisionRow.id))).one() or 0
    for start in range(0, last, CHUNK):
        ids = select(DecisionRow.id).where(col(DecisionRow.id).between(start + 1, start + CHUNK))
        _put_in(db, ids)
        tell(min(start + CHUNK, last))
    db.merge(MadeRow(name="sums", version=VERSION))
    db.flush()


def build_if_missing(db: Session) -> bool:
    """Make the sums of a store that has none by these rules, as after an upgrade; False when nothing was to do."""
    missing = not are_made(db)
    if missing:
        build(db)
    return missing


def unsettled(db: Session, day: date, limit: int) -> list[int]:
    """At most `limit` of the decisions about which something is known that had not happened by the end of that day."""
    return list(db.exec(select(SummedRow.decision_id).where(SummedRow.settled_on > day).limit(limit)))


def parts_of(db: Session, decision_ids: Sequence[int], *, as_of: date) -> Parts:
    """What these decisions add to the sums, as things stood at the end of a day."""
    return _parts(db, lines_of(db, decision_ids, as_of=as_of))


def differing(db: Session, companies: int = 20) -> int:
    """How many kept sums are not what decisions and events add up to: all of a small store, else those of companies."""
    if (db.exec(select(func.count()).select_from(SummedRow)).one()) <= WHOLE:
        return _differing(_kept(db, None), _parts(db, lines_of(db, select(DecisionRow.id), as_of=FOREVER)))
    whose = _spread(db, companies)
    theirs = select(SanctionRow.decision_id).where(col(SanctionRow.company_id).in_(whose))
    right = _parts(db, lines_of(db, theirs, as_of=FOREVER))
    return _differing(_kept(db, whose), {at: numbers for at, numbers in right.items() if at.company_id in whose})


def _spread(db: Session, number: int) -> list[int]:
    highest = db.exec(select(func.max(SumRow.company_id))).one() or 0
    return list(range(1, highest + 1, max(1, highest // number)))


def _kept(db: Session, company_ids: Sequence[int] | None) -> Parts:
    rows = select(*(getattr(SumRow, name) for name in Place._fields + Numbers._fields))
    if company_ids is not None:
        rows = rows.where(col(SumRow.company_id).in_(company_ids))
    return {Place(*row[:6]): Numbers(*row[6:]) for row in db.exec(rows)}


def _differing(kept: Parts, right: Parts) -> int:
    return sum(kept.get(at, NOTHING) != right.get(at, NOTHING) for at in kept | right)


@event.listens_for(Session, "before_flush")
def _before(db: Session, _context: object, _instances: object) -> None:
    touched = _touched(db)
    if touched and are_made(db):
        for some in _chunks(touched):
            summed = list(db.exec(select(SummedRow.decision_id).where(col(SummedRow.decision_id).in_(some))))
            before = parts_of(db, summed, as_of=FOREVER) if summed else {}
            _add(db, {at: minus(NOTHING, numbers) for at, numbers in before.items()})
        db.info["summing"] = touched


@event.listens_for(Session, "after_flush_postexec")
def _after(db: Session, _context: object) -> None:
    for some in _chunks(db.info.pop("summing", ())):
        _put_in(db, some)


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    """So many at a time as a question may name."""
    ordered = sorted(ids)
    return (ordered[start : start + NAMED] for start in range(0, len(ordered), NAMED))


def _touched(db: Session) -> set[int]:
    """The decisions that the session is about to change, or whose rate of exchange it is about to put right."""
    changed = [row for row in (*db.new, *db.dirty, *db.deleted) if isinstance(row, SanctionRow | EventRow)]
    days = {row.day for row in db.dirty if isinstance(row, RateRow)}
    theirs = select(SummedRow.decision_id).where(col(SummedRow.day).in_(days))
    return {row.decision_id for row in changed} | (set(db.exec(theirs)) if days else set())


def _put_in(db: Session, wanted: Sequence[int] | SelectOfScalar[int]) -> None:
    found = lines_of(db, wanted, as_of=FOREVER)
    rates.note_all(db, needed_rates(found))
    _add(db, _parts(db, found))
    last = _last_events(db, wanted)
    days = {line.decision_id: line.day for line in found}
    rows = [{"decision_id": id_, "day": day, "settled_on": max(day, last.get(id_, day))} for id_, day in days.items()]
    _upsert(db, SummedRow, rows, ("day", "settled_on"), lambda _, new: new)


def _last_events(db: Session, wanted: Sequence[int] | SelectOfScalar[int]) -> dict[int, date]:
    """The day of the last thing that happened to each of these decisions, if anything did."""
    happened = select(EventRow.decision_id, func.max(EventRow.happened_on)).group_by(col(EventRow.decision_id))
    return dict(db.exec(happened.where(col(EventRow.decision_id).in_(wanted))).all())


def _parts(db: Session, found: Sequence[Line]) -> Parts:
    known = rates.of_all(db, needed_rates(found))
    together: Parts = {}
    for _, acts in groupby(found, key=lambda line: line.decision_id):
        for at, numbers in parts(list(acts), known).items():
            together[at] = plus(together[at], numbers) if at in together else numbers
    return together


def _add(db: Session, more: Parts) -> None:
    rows = [at._asdict() | numbers._asdict() for at, numbers in more.items()]
    _upsert(db, SumRow, rows, Numbers._fields, lambda old, new: old + new)


def _upsert(
    db: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]], names: Sequence[str],
    merged: Callable[[Any, Any], Any],
) -> None:  # fmt: skip
    """Insert rows; where one is there already, each named column becomes what `merged` makes of the old and the new."""
    if not rows:
        return
    there = table.__table__  # type: ignore[attr-defined]
    connection = db.connection()
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(there)
    changed = {name: merged(there.c[name], insert.excluded[name]) for name in names}
    connection.execute(insert.on_conflict_do_update(index_elements=there.primary_key, set_=changed), rows)
