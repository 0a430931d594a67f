"""Facts that spelling cannot tell: other names of a company, its parent, the group that a brand stands for."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from storage.names.company_names import company_key, parse, same_words
from storage.names.company_words import GENERIC
from storage.names.greek_letters import by_sound
from storage.names.legal_forms import compatible

FILE = Path(__file__).parents[1] / "data" / "companies.toml"


class CompaniesError(ValueError):
    """A file of companies cannot be used; `str()` names the entry and what to do."""


class Alias(BaseModel):
    """Another name of the same legal entity; a former one until the day before `until`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    since: date | None = None
    until: date | None = None


class Known(BaseModel):
    """A company of a file. `also`: other names of the same legal entity; the parent was one from `since` to `until`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    also: tuple[Alias | str, ...] = ()
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    source: str = ""

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The other names, with their days where those are known."""
        return tuple(Alias(name=each) if isinstance(each, str) else each for each in self.also)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the present one first."""
        return self.name, *(alias.name for alias in self.aliases)


@dataclass(frozen=True)
class Facts:
    """What the files say. A company stands under the key and the sound of each name; brands under their first words."""

    by_key: dict[str, list[tuple[str, Known]]] = field(default_factory=dict)
    by_sound: dict[str, list[tuple[str, Known]]] = field(default_factory=dict)
    brands: dict[str, str] = field(default_factory=dict)
    common_brands: dict[str, str] = field(default_factory=dict)
    parents: set[str] = field(default_factory=set)


_editors: list[Path] = []


def use(file: Path) -> None:
    """Read an editor's file beside the shipped one from now on; a missing file adds nothing.

    Raises CompaniesError, and then goes on without it.
    """
    _editors[:] = [file] if file.exists() else []
    _forget()
    try:
        _facts()
    except CompaniesError:
        _editors.clear()
        _forget()
        raise


def _forget() -> None:
    for cached in (_facts, known, groups):
        cached.cache_clear()


@cache
def _facts() -> Facts:
    facts = Facts()
    for file in (FILE, *_editors):
        _read(file, facts)
    _refuse_circles(facts)
    return facts


def _read(file: Path, facts: Facts) -> None:
    try:
        written = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CompaniesError(f"{file}: not a TOML file ({error}); mend it or take it away") from error
    if unknown := written.keys() - {"company", "brands", "common_brands"}:
        raise CompaniesError(f"{file}: “{min(unknown)}” is not known; use [[company]], [brands] or [common_brands]")
    for entry in written.get("company", []):
        _add(file, _company(file, entry), facts)
    facts.brands.update({company_key(brand): group for brand, group in written.get("brands", {}).items()})
    common = written.get("common_brands", {})
    facts.common_brands.update({company_key(brand): group for brand, group in common.items()})


def _company(file: Path, entry: dict[str, object]) -> Known:
    try:
        company = Known.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise CompaniesError(f"{file}: company “{entry.get('name', '?')}”: {place}: {first['msg']}") from error
    nameless = [name for name in company.names if not company_key(name)]
    if nameless:
        raise CompaniesError(f"{file}: company “{company.name}”: “{nameless[0]}” is no name; write one in letters")
    return company


def _add(file: Path, company: Known, facts: Facts) -> None:
    for name in company.names:
        others = facts.by_key.setdefault(company_key(name), [])
        taken = _fitting(name, others)
        if taken is not None and taken is not company:
            raise CompaniesError(f"{file}: company “{company.name}”: “{name}” is a name of “{taken.name}” already")
        others.append((name, company))
        facts.by_sound.setdefault(_sound(company_key(name)), []).append((name, company))
    if company.parent is not None:
        facts.parents.add(company_key(company.parent))


def _refuse_circles(facts: Facts) -> None:
    for company in {known.name: known for named in facts.by_key.values() for _, known in named}.values():
        at, seen = company, [company]
        while at.parent and (above := _fitting(at.parent, facts.by_key.get(company_key(at.parent), []))):
            if above in seen:
                raise CompaniesError(f"company “{company.name}” is above itself: take one `parent` away")
            seen.append(above)
            at = above


def _sound(key: str) -> str:
    return " ".join(map(by_sound, key.split()))


def _fitting(name: str, named: Iterable[tuple[str, Known]]) -> Known | None:
    """The company among those of one key whose legal form can be that of the name; one that states the same first."""
    forms = parse(name).forms
    fitting = [(other, known) for other, known in named if compatible(forms, parse(other).forms)]
    fitting.sort(key=lambda pair: parse(pair[0]).forms != forms)
    return fitting[0][1] if fitting else None


@lru_cache(maxsize=50_000)
def known(name: str) -> Known | None:
    """The company of the files that goes by this name, spelled in any way; another legal form is another company."""
    facts, key = _facts(), company_key(name)
    if key in facts.by_key:
        return _fitting(name, facts.by_key[key])
    sounds = facts.by_sound.get(_sound(key), [])
    return _fitting(name, [(other, company) for other, company in sounds if same_words(parse(name), parse(other))])


def identity(name: str) -> str:
    """The key of the company: of its present name where the files know the name as a former or other one."""
    company = known(name)
    return company_key(company.name if company else name)


@lru_cache(maxsize=50_000)
def groups(name: str) -> frozenset[str]:
    """The groups that a company belongs to, now or once: by its brand, its parent, or as what it is itself."""
    company, own = known(name), company_key(name)
    found = {own, *_brands(own)} if own in _facts().parents else _brands(own)
    if company is not None:
        found |= {company_key(company.name), *_brands(company_key(company.name))}
        if company.parent is not None:
            found |= groups(company.parent)
    return frozenset(found)


def _brands(key: str) -> set[str]:
    """Groups by the words that a key begins with; after a word of the language only words that say nothing."""
    facts, words = _facts(), key.split()
    found = set()
    for size in range(1, len(words) + 1):
        brand = " ".join(words[:size])
        found |= {facts.brands[brand]} if brand in facts.brands else set()
        if brand in facts.common_brands and set(words[size:]) <= GENERIC:
            found.add(facts.common_brands[brand])
    return found
