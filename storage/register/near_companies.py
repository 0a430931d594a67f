"""Which companies have a name like this one: kept in memory beside a database, brought up to date at every question."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import accumulate
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process
from sqlalchemy import Pool
from sqlmodel import Session, col, func, select

from storage.names.company_names import company_key
from storage.names.greek_letters import by_sound
from storage.names.matching import NEAR
from storage.tables import CompanyRow

EDGE = 4
"""Letters at the beginning or the end of a key in which a slip is looked for only at the other."""

LIKE = 75
"""`ratio` of two keys from which a name is worth showing to a person who typed another."""


@dataclass
class Names:
    """The names of all companies. `stamp` says of which state of the table."""

    stamp: tuple[int, int, str] = (0, 0, "")
    keys: list[str] = field(default_factory=list)
    rows: list[tuple[int, str]] = field(default_factory=list)
    marks: dict[str, list[int]] = field(default_factory=dict)
    lines: tuple[str, list[int]] | None = None

    def add(self, company_id: int, name: str) -> None:
        """One more company; the numbers of companies rise."""
        key = company_key(name)
        for mark in _marks(key):
            self.marks.setdefault(mark, []).append(len(self.keys))
        self.keys.append(key)
        self.rows.append((company_id, name))
        self.lines = None

    def like(self, key: str, cutoff: float, limit: int) -> list[tuple[int, str]]:
        """The companies whose keys differ by some letters and begin, end or sound like this one, the nearest first."""
        places = list({place for mark in _marks(key) for place in self.marks.get(mark, ())})
        known = [self.keys[place] for place in places]
        hits = process.extract(key, known, scorer=fuzz.ratio, score_cutoff=cutoff, limit=limit)
        return [self.rows[places[at]] for _, _, at in hits]

    def holding(self, key: str, limit: int) -> list[tuple[int, str]]:
        """The companies whose keys hold this one, those that begin with it first, the shorter first."""
        if self.lines is None:
            starts = list(accumulate((len(known) + 1 for known in self.keys), initial=0))
            self.lines = "\n".join(self.keys), starts
        whole, starts = self.lines
        found = {bisect_right(starts, match.start()) - 1 for match in re.finditer(re.escape(key), whole)}
        best = nsmallest(limit, found, lambda at: (not self.keys[at].startswith(key), len(self.keys[at]), at))
        return [self.rows[at] for at in best]

    def sounding(self, key: str) -> list[tuple[int, str]]:
        """The companies that sound like a name, as it may be written in the other alphabet."""
        return [self.rows[at] for at in self.marks.get(_sound(key), ())]


def _marks(key: str) -> set[str]:
    """What two keys have in common when one is the other with a slip: their beginning, their end or their sound."""
    return {f"{key[:EDGE]}…", f"…{key[-EDGE:]}", _sound(key)}


def _sound(key: str) -> str:
    return f"={' '.join(map(by_sound, key.split()))}"


_kept: WeakKeyDictionary[Pool, Names] = WeakKeyDictionary()
"""By the pool of connections, which all views of one database share."""


def names(db: Session) -> Names:
    """The names as this session sees them; new rows are added, anything else makes them anew."""
    pool = db.connection().engine.pool
    kept, stamp = _kept.get(pool, Names()), _stamp(db)
    if kept.stamp != stamp:
        last = kept.stamp[1]
        if not _is_beginning(db, kept):
            kept, last = Names(), 0
        newer = select(CompanyRow.id, CompanyRow.name).where(CompanyRow.id > last).order_by(col(CompanyRow.id))
        for company_id, name in db.exec(newer):
            kept.add(company_id, name)
        kept.stamp = stamp
        _kept[pool] = kept
    return kept


def _stamp(db: Session) -> tuple[int, int, str]:
    """How many companies there are, and the last one: a number is used again after a transaction that failed."""
    last = db.exec(select(CompanyRow.id, CompanyRow.key).order_by(col(CompanyRow.id).desc()).limit(1)).first()
    return db.exec(select(func.count()).select_from(CompanyRow)).one(), *(last or (0, ""))


def _is_beginning(db: Session, kept: Names) -> bool:
    """Are the names that are kept still the first ones of the table?"""
    count, last, key = kept.stamp
    row = db.get(CompanyRow, last) if last else None
    before = select(func.count()).select_from(CompanyRow).where(CompanyRow.id <= last)
    return (row.key if row else "") == key and db.exec(before).one() == count


def near(db: Session, name: str, limit: int = 5) -> list[str]:
    """Names of ours that hold this one or look like it, the nearest first."""
    key = company_key(name)
    if not key:
        return []
    known = names(db)
    found = known.like(key, NEAR, limit) + known.holding(key, limit) + known.like(key, LIKE, limit)
    return list(dict.fromkeys(other for _, other in found))[:limit]


def look_alikes(db: Session, name: str, limit: int = 5) -> list[tuple[int, str]]:
    """Companies of which one may be this name with a slip, or in the other alphabet: number and name."""
    known, key = names(db), company_key(name)
    return list(dict.fromkeys([*known.sounding(key), *known.like(key, NEAR, limit)]))
