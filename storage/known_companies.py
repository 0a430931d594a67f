"""Facts that spelling cannot tell: other names of a company, its parent, the group that a brand stands for."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from storage.company_names import company_key

FILE = Path(__file__).parent / "data" / "companies.toml"


@dataclass(frozen=True)
class Known:
    """A company of the file. `also` are other names of the same legal entity; the parent was one from `since`."""

    name: str
    also: tuple[str, ...] = ()
    parent: str | None = None
    since: date | None = None
    until: date | None = None


@cache
def _file() -> tuple[dict[str, Known], dict[str, str]]:
    """Companies by every key they go by, and groups by the brand that a key begins with."""
    written = tomllib.loads(FILE.read_text("utf-8"))
    companies = [Known(**entry | {"also": tuple(entry.get("also", ()))}) for entry in written["company"]]
    by_key = {company_key(name): known for known in companies for name in (known.name, *known.also)}
    return by_key, written["brands"]


def known(name: str) -> Known | None:
    """The company of the file that goes by this name, spelled in any way."""
    return _file()[0].get(company_key(name))


def identity(name: str) -> str:
    """The key of the company: of its present name where the file knows the name as a former or other one."""
    company = known(name)
    return company_key(company.name if company else name)


def groups(name: str) -> set[str]:
    """The groups that a company belongs to, now or once: by its brand, its parent, or as what it is itself."""
    company, own = known(name), company_key(name)
    found = {own, *_brands(own)}
    if company is not None:
        found |= {company_key(company.name), *_brands(company_key(company.name))}
        if company.parent is not None:
            found |= groups(company.parent)
    return found


def _brands(key: str) -> set[str]:
    return {group for brand, group in _file()[1].items() if f"{key} ".startswith(f"{brand} ")}
