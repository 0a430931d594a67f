"""Rows of known sanctions into the store as history, in batches: never announced, and never stored twice.

A batch is one transaction: what was stored before a failure stays, and the same file can be imported again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from storage import events
from storage.database import transaction
from storage.exchange import foreign_rows, likeness, own_rows
from storage.exchange.entries import Entry, Refused, RefusedError
from storage.exchange.sheets import Sheet
from storage.inserting import New, insert_all
from storage.tables import AliasRow, DecisionRow

BATCH = 500
"""Acts in one transaction: short enough for a poll that waits to write, long enough to be quick."""

ORIGIN = "import"


class UnknownTableError(ValueError):
    """The columns, each once, are neither those of our export nor those of a table of fines."""

    def __init__(self, columns: Sequence[str]) -> None:
        forms = (foreign_rows.NEEDED, own_rows.NEEDED)
        self.lacking, self.doubled = min((_wrong(columns, needed) for needed in forms), key=lambda wrong: len(wrong[0]))
        said = [f"no column {name}" for name in self.lacking] + [f"more than one {name}" for name in self.doubled]
        super().__init__(f"no table of fines: there is {', '.join(said)}")


@dataclass
class Report:
    """What became of the rows, counted as it goes on.

    `repeated` of the known ones are acts stored from elsewhere; `either_days` of the stored ones have a date that may
    be that of their publication.
    """

    rows: int = 0
    stored: int = 0
    known: int = 0
    repeated: int = 0
    either_days: int = 0
    refused: Counter[str] = field(default_factory=Counter)


def load(
    engine: Engine, sheet: Sheet, *, name: str, now: datetime, tell: Callable[[Report], None],
    refuse: Callable[[Refused], None],
) -> Report:  # fmt: skip
    """Import a table; `name` is that of its file. `tell` is called after each batch, `refuse` with each refused row.

    Raises UnknownTableError before anything is stored.
    """
    report = Report()
    for batch in _batches(_entries(sheet, name, now)):
        refused = [one for one in batch if isinstance(one, Refused)]
        with transaction(engine) as db:
            refused += _store(db, [entry for entry in batch if isinstance(entry, Entry)], report, now)
        for one in sorted(refused, key=lambda refused: refused.row.line):
            refuse(one)
            report.refused[one.reason] += 1
        report.rows += sum(len(entry.rows) if isinstance(entry, Entry) else 1 for entry in batch)
        tell(report)
    return report


def _entries(sheet: Sheet, name: str, now: datetime) -> Iterator[Entry | Refused]:
    if not any(_wrong(sheet.columns, own_rows.NEEDED)):
        return own_rows.read_all(sheet.rows, now)
    if not any(_wrong(sheet.columns, foreign_rows.NEEDED)):
        return foreign_rows.read_all(sheet.rows, now.date(), name)
    raise UnknownTableError(sheet.columns)


def _wrong(columns: Sequence[str], needed: frozenset[str]) -> tuple[list[str], list[str]]:
    """The needed columns that are lacking, and those that are there more than once."""
    return sorted(needed - set(columns)), sorted(name for name in needed if columns.count(name) > 1)


def _batches(entries: Iterator[Entry | Refused]) -> Iterator[list[Entry | Refused]]:
    while batch := list(islice(entries, BATCH)):
        yield batch


def _store(db: Session, entries: Sequence[Entry], report: Report, now: datetime) -> list[Refused]:
    """One source after the other: within a source two rows are two acts, between sources they may be one."""
    refused: list[Refused] = []
    for source in dict.fromkeys(entry.source for entry in entries):
        fresh = _unknown(db, [entry for entry in entries if entry.source == source], report)
        if source is not None:
            fresh, doubtful = _told_by_no_other(db, fresh, source, report)
            refused += doubtful
        _insert(db, fresh, now)
        report.stored += sum(len(entry.rows) for entry in fresh)
        report.either_days += sum(entry.either_day for entry in fresh)
    return refused


def _unknown(db: Session, entries: Sequence[Entry], report: Report) -> list[Entry]:
    """The acts without a key or alias that the store, or an earlier one of them, has."""
    known = _known_keys(db, [key for entry in entries for key in _keys(entry)])
    found = []
    for entry in entries:
        if known.isdisjoint(_keys(entry)):
            found.append(entry)
        else:
            report.known += len(entry.rows)
        known.update(_keys(entry))
    return found


def _keys(entry: Entry) -> list[tuple[str, str]]:
    return [(entry.decision.authority, key) for key in (entry.decision.key, *entry.decision.aliases)]


def _known_keys(db: Session, keys: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    words = [key for _, key in keys]
    own = select(DecisionRow.authority, DecisionRow.key).where(col(DecisionRow.key).in_(words))
    other = select(AliasRow.authority, AliasRow.alias).where(col(AliasRow.alias).in_(words))
    return {(authority, key) for found in (own, other) for authority, key in db.exec(found)}


def _told_by_no_other(
    db: Session, entries: Sequence[Entry], source: str, report: Report
) -> tuple[list[Entry], list[Refused]]:
    """The acts that are not stored from elsewhere, and those that perhaps are; the others become an alias."""
    known = likeness.open_to(db, entries, source)
    new, doubtful = [], []
    for entry in entries:
        try:
            same = likeness.told_by(entry, known)
        except RefusedError as refusal:
            doubtful += [Refused(row, refusal.reason, refusal.words) for row in entry.rows]
            continue
        if same is None:
            new.append(entry)
            continue
        known.remove(same)
        decision = entry.decision
        db.add(AliasRow(decision_id=same.act.id, authority=decision.authority, alias=decision.key))
        report.known += 1
        report.repeated += 1
    db.flush()
    return new, doubtful


def _insert(db: Session, entries: Sequence[Entry], now: datetime) -> None:
    acts = [New(entry.decision, entry.first_seen_at or now) for entry in entries]
    for entry, inserted in zip(entries, insert_all(db, acts, origin=ORIGIN, now=now), strict=True):
        for sanction_id, happened in zip(inserted.sanction_ids, entry.happened, strict=False):
            for event in happened:
                events.record(db, inserted.id, replace(event, sanction_id=sanction_id), now=now)
