"""Which companies are tracked: a watch-list for each newsroom, and one for the installation. Empty: every company."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage.register import companies
from storage.register.companies import Company
from storage.tables import CompanyRow
from storage.work_tables import TrackedRow

HOUSE = 0
"""The installation's own list, for the terminal and for the channel of the settings; newsrooms have their number."""


def track(db: Session, name: str, now: datetime, guild_id: int = HOUSE) -> Company:
    """Put a company on a watch-list. Raises ValueError for a name that names nobody."""
    company_id = companies.resolve(db, name, now)
    if company_id is None:
        raise ValueError(f"“{name}” names no company")
    if db.get(TrackedRow, (guild_id, company_id)) is None:
        db.add(TrackedRow(guild_id=guild_id, company_id=company_id, since=now))
        db.flush()
    return Company(company_id, db.get_one(CompanyRow, company_id).name)


def untrack(db: Session, name: str, guild_id: int = HOUSE) -> bool:
    """Take a company off a watch-list; False when it was not on it."""
    company = companies.find(db, name)
    row = db.get(TrackedRow, (guild_id, company.id)) if company else None
    if row is None:
        return False
    db.delete(row)
    db.flush()
    return True


def tracked(db: Session, guild_id: int = HOUSE) -> list[Company]:
    """A watch-list by name."""
    rows = select(CompanyRow).join(TrackedRow).where(TrackedRow.guild_id == guild_id).order_by(col(CompanyRow.name))
    return [Company(row.id, row.name) for row in db.exec(rows)]


def all_tracked(db: Session) -> dict[int, tuple[Company, ...]]:
    """Every watch-list that is not empty, by the number of its newsroom."""
    rows = db.exec(select(TrackedRow.guild_id, CompanyRow.id, CompanyRow.name).join(CompanyRow))
    found: dict[int, list[Company]] = {}
    for guild_id, company_id, name in rows:
        found.setdefault(guild_id, []).append(Company(company_id, name))
    return {guild_id: tuple(listed) for guild_id, listed in found.items()}
