"""Corporate groups: which company belonged to which on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from storage.tables import ParentRow


@dataclass(frozen=True)
class Edge:
    """A company and its parent from `since` to the day before `until`; None: always, or still."""

    company_id: int
    parent_id: int
    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        """Was it the parent on that day?"""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def edges(db: Session) -> list[Edge]:
    """Every parent we know of."""
    return [Edge(row.company_id, row.parent_id, row.since, row.until) for row in db.exec(select(ParentRow))]


def set_parent(
    db: Session, company_id: int, parent_id: int, *, source: str, since: date | None = None, until: date | None = None
) -> None:
    """Note a parent and when it was one. Raises ValueError where a company would become its own ancestor."""
    known = edges(db)
    if company_id in ancestors(known, parent_id, None):
        raise ValueError(f"company {company_id} cannot be above and below company {parent_id}")
    db.add(ParentRow(company_id=company_id, parent_id=parent_id, since=since, until=until, source=source))
    db.flush()


def ancestors(known: Sequence[Edge], company_id: int, day: date | None) -> list[int]:
    """The company itself, its parent on that day, the parent's parent ...; day None: at any time."""
    found = [company_id]
    for at in found:
        above = [e.parent_id for e in known if e.company_id == at and (day is None or e.holds(day))]
        found += [parent for parent in above if parent not in found]
    return found


def members(known: Sequence[Edge], company_id: int) -> set[int]:
    """The company and all that ever belonged to it."""
    found = {company_id}
    while more := {edge.company_id for edge in known if edge.parent_id in found} - found:
        found |= more
    return found
