"""Our companies: which one a party is, and what else it is called."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from storage.names.company_names import company_key
from storage.names.matching import Match, compare, own_names
from storage.register.directory import Company, Directory, names_somebody
from storage.register.near_companies import near
from storage.register.resolving import Mention, resolve_all

__all__ = ["Company", "Match", "Mention", "UnknownCompanyError", "company_key", "compare", "find", "known",
           "names_somebody", "near", "resolve", "resolve_all"]  # fmt: skip


class UnknownCompanyError(LookupError):
    """No company of ours has that name; `near` are names that look like it."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        super().__init__(f"no sanction of “{name}” is known")
        self.name = name
        self.near = tuple(near)


def resolve(db: Session, party: str, now: datetime) -> int | None:
    """The company that a party is, made when new; None for a name that names nobody (X, Α, […])."""
    mention = Mention.of(party)
    return resolve_all(db, [mention], now)[mention]


def find(db: Session, name: str) -> Company | None:
    """The company of that name or alias, spelled in whatever way."""
    known = Directory.of(db, own_names(name))
    numbers = (known.number_of(each) for each in own_names(name))
    number = next((number for number in numbers if number is not None), None)
    return None if number is None else known.company(db, number)


def known(db: Session, name: str) -> Company:
    """The company of that name. Raises UnknownCompanyError."""
    company = find(db, name)
    if company is None:
        raise UnknownCompanyError(name, near(db, name))
    return company
