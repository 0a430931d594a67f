"""Our companies: which one a party is, and what else it is called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz, process
from sqlmodel import Session, col, select

from storage import groups, known_companies
from storage.company_names import company_key
from storage.known_companies import identity
from storage.matching import Match, compare
from storage.tables import CompanyAliasRow, CompanyRow

__all__ = ["Company", "Match", "UnknownCompanyError", "company_key", "compare", "find", "known", "near", "resolve",
           "resolve_all"]  # fmt: skip


@dataclass(frozen=True)
class Company:
    """One company; `name` as first published."""

    id: int
    name: str


class UnknownCompanyError(LookupError):
    """No company of ours has that name; `near` are names that look like it."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(f"no sanction of “{name}” is known")
        self.name = name
        self.near = tuple(near)


def resolve(db: Session, party: str, now: datetime) -> int | None:
    """The company that a party is, made when new; None for a name that names nobody (X, Α, […])."""
    if not names_somebody(party):
        return None
    company = find(db, party)
    return company.id if company else _make(db, party, now)


def resolve_all(db: Session, parties: Iterable[str], now: datetime) -> dict[str, int | None]:
    """What `resolve` says to each of many parties, with few questions to the database."""
    keys = {party: identity(party) if names_somebody(party) else None for party in parties}
    asked = [key for key in keys.values() if key is not None]
    aliases = db.exec(select(CompanyAliasRow).where(col(CompanyAliasRow.key).in_(asked)))
    found: dict[str, int | None] = {alias.key: alias.company_id for alias in aliases}
    found |= {row.key: row.id for row in db.exec(select(CompanyRow).where(col(CompanyRow.key).in_(asked)))}
    for party, key in keys.items():
        if key is not None and key not in found:
            found[key] = resolve(db, party, now)
    return {party: None if key is None else found[key] for party, key in keys.items()}


def _make(db: Session, party: str, now: datetime) -> int:
    fact = known_companies.known(party)
    row = CompanyRow(key=identity(party), name=fact.name if fact else party, created_at=now)
    db.add(row)
    db.flush()
    parent_id = resolve(db, fact.parent, now) if fact and fact.parent else None
    if fact and parent_id is not None:
        groups.set_parent(db, row.id, parent_id, since=fact.since, until=fact.until, source=known_companies.FILE.name)
    return row.id


def names_somebody(party: str) -> bool:
    """Is it a name, and not the letters that stand for one?"""
    return len(set(company_key(party).replace(" ", ""))) > 1


def find(db: Session, name: str) -> Company | None:
    """The company of that name or alias, spelled in whatever way."""
    key = identity(name)
    row = db.exec(select(CompanyRow).where(CompanyRow.key == key)).one_or_none()
    if row is None:
        alias = db.exec(select(CompanyAliasRow).where(CompanyAliasRow.key == key)).one_or_none()
        row = db.get(CompanyRow, alias.company_id) if alias else None
    return Company(row.id, row.name) if row else None


def known(db: Session, name: str) -> Company:
    """The company of that name. Raises UnknownCompanyError."""
    company = find(db, name)
    if company is None:
        raise UnknownCompanyError(name, near(db, name))
    return company


def near(db: Session, name: str, limit: int = 5) -> list[str]:
    """Names of ours that look or begin like this one, the nearest first."""
    names = {row.key: row.name for row in db.exec(select(CompanyRow))}
    hits = process.extract(company_key(name), names.keys(), scorer=fuzz.WRatio, score_cutoff=75, limit=limit)
    return [names[hit[0]] for hit in hits]
