"""Who wants to hear of what: the watch-list of companies. No company on it means every company."""

from datetime import datetime

from sqlmodel import Session, col, select

from storage import companies
from storage.companies import Company
from storage.tables import CompanyRow
from storage.work_tables import TrackedRow


def track(db: Session, name: str, now: datetime) -> Company:
    """Put a company on the watch-list. Raises ValueError for a name that names nobody."""
    company_id = companies.resolve(db, name, now)
    if company_id is None:
        raise ValueError(f"“{name}” names no company")
    if db.get(TrackedRow, company_id) is None:
        db.add(TrackedRow(company_id=company_id, since=now))
        db.flush()
    return Company(company_id, db.get_one(CompanyRow, company_id).name)


def untrack(db: Session, name: str) -> bool:
    """Take a company off the watch-list; False when it was not on it."""
    company = companies.find(db, name)
    row = db.get(TrackedRow, company.id) if company else None
    if row is None:
        return False
    db.delete(row)
    db.flush()
    return True


def tracked(db: Session) -> list[Company]:
    """The watch-list by name."""
    rows = select(CompanyRow).where(CompanyRow.id == TrackedRow.company_id).order_by(col(CompanyRow.name))
    return [Company(row.id, row.name) for row in db.exec(rows)]
