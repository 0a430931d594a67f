"""Companies of ours by name, read for many names at once. Writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, CompoundSelect, bindparam, literal, union_all
from sqlmodel import Session, col, select

from storage.names.company_names import company_key, parse
from storage.names.known_companies import identity
from storage.names.legal_forms import compatible
from storage.names.matching import is_same
from storage.names.stated_names import stated
from storage.tables import CompanyAliasRow, CompanyRow


def _every_name() -> CompoundSelect[Any]:
    """Names and aliases in one question: it is asked before every answer about a company."""
    keys: BindParameter[Any] = bindparam("keys", expanding=True)
    own = select(CompanyRow.key, CompanyRow.id, CompanyRow.name, literal(0)).where(col(CompanyRow.key).in_(keys))
    alias = select(CompanyAliasRow.key, CompanyAliasRow.company_id, CompanyAliasRow.name, literal(1))
    return union_all(own, alias.where(col(CompanyAliasRow.key).in_(keys)))


EVERY_NAME = _every_name()


class Company(NamedTuple):
    """One company; `name` as first published."""

    id: int
    name: str


def names_somebody(party: str) -> bool:
    """Is it a name, and not the letters that stand for one?"""
    return len(set(company_key(party).replace(" ", ""))) > 1


def keys(name: str) -> tuple[str, ...]:
    """Where a company of that name may stand: with its legal form, where two have the name, or without."""
    own, forms = identity(name), sorted(parse(name).forms)
    return *(f"{own} / {form}" for form in forms), own


@dataclass
class Directory:
    """The companies and aliases that stand under the keys of some names."""

    rows: dict[str, Company] = field(default_factory=dict)
    aliases: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, db: Session, names: Iterable[str]) -> "Directory":
        """Read what is there for these names."""
        wanted = {key for name in names for key in (*keys(name), company_key(name))}
        found = db.connection().execute(EVERY_NAME, {"keys": sorted(wanted)}).all()
        return cls(
            {key: Company(number, name) for key, number, name, is_alias in found if not is_alias},
            {key: (name, number) for key, number, name, is_alias in found if is_alias},
        )

    def number_of(self, name: str) -> int | None:
        """The company of that name: a person's alias counts first, then a row whose legal form can be the name's."""
        for key in dict.fromkeys((*keys(name), company_key(name))):
            if key in self.aliases and compatible(parse(self.aliases[key][0]).forms, parse(name).forms):
                return self.aliases[key][1]
        found = (self.rows[key] for key in keys(name) if key in self.rows)
        return next((company.id for company in found if is_same(stated(company.name).name, name)), None)

    def company(self, db: Session, number: int) -> Company:
        """The company of that number; one that only an alias led to is read now."""
        read = (company for company in self.rows.values() if company.id == number)
        return next(read, None) or Company(number, db.get_one(CompanyRow, number).name)

    def free_key(self, name: str, mark: str) -> str:
        """The first key that no company has: of the name, with its legal form, with a mark of its own."""
        own = identity(name)
        return next(key for key in (own, *keys(name), f"{own} / {mark}") if key not in self.rows)
