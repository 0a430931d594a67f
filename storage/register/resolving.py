"""Which company of ours a party is: by register numbers first, then by its names; a new one is made and asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from storage.names import identifiers, known_companies
from storage.names.company_names import company_key
from storage.names.identifiers import Identifier
from storage.names.matching import is_same, own_names
from storage.register import company_questions, groups, near_companies
from storage.register.directory import Company, Directory, names_somebody
from storage.register.identifier_tables import IdentifierRow
from storage.tables import CompanyAliasRow, CompanyRow


@dataclass(frozen=True)
class Mention:
    """A party as published, and the register numbers that stand with it."""

    party: str
    numbers: frozenset[Identifier] = frozenset()

    @classmethod
    def of(cls, party: str, words: str = "", others: Iterable[str] = ()) -> "Mention":
        """A party with the numbers in its name and behind it in `words`, which may name `others` too."""
        return cls(party, identifiers.of_party(party, words, others))


def resolve_all(db: Session, mentions: Iterable[Mention], now: datetime) -> dict[Mention, int | None]:
    """The company of each mention, made when new; None for a name that names nobody (X, Α, […])."""
    asked = list(mentions)
    known = Directory.of(db, [name for mention in asked for name in own_names(mention.party)])
    return {mention: _resolve(db, mention, known, now) for mention in asked}


def _resolve(db: Session, mention: Mention, known: Directory, now: datetime) -> int | None:
    if not names_somebody(mention.party):
        return None
    found = _by_numbers(db, mention)
    if found is not None:
        _keep_name(db, found, mention, known)
    else:
        names = (known.number_of(name) for name in own_names(mention.party))
        found = next((number for number in names if number is not None), None)
        if found is None or _is_another(db, found, mention):
            found = _spelled_otherwise(db, mention) or _make(db, mention, known, now)
    _keep_numbers(db, found, mention)
    return found


def _spelled_otherwise(db: Session, mention: Mention) -> int | None:
    """The company whose name is this one in the other alphabet, or with other blanks."""
    name, *_ = own_names(mention.party)
    alike = near_companies.look_alikes(db, name)
    same = (number for number, other in alike if is_same(own_names(other)[0], name))
    return next((number for number in same if not _is_another(db, number, mention)), None)


def _by_numbers(db: Session, mention: Mention) -> int | None:
    """The company with one of the numbers; with several, that of the first register in the order of their names."""
    if not mention.numbers:
        return None
    rows = db.exec(select(IdentifierRow).where(col(IdentifierRow.value).in_([n.value for n in mention.numbers])))
    held = sorted((row.scheme, row.company_id) for row in rows if Identifier(row.scheme, row.value) in mention.numbers)
    return held[0][1] if held else None


def numbers_of(db: Session, company_id: int) -> frozenset[Identifier]:
    """The register numbers of a company."""
    rows = db.exec(select(IdentifierRow).where(IdentifierRow.company_id == company_id))
    return frozenset(Identifier(row.scheme, row.value) for row in rows)


def _is_another(db: Session, company_id: int, mention: Mention) -> bool:
    """Has the company of that name another number of the same register?"""
    return bool(mention.numbers) and identifiers.apart(numbers_of(db, company_id), mention.numbers)


def _keep_numbers(db: Session, company_id: int, mention: Mention) -> None:
    """Note the numbers that are new, but for a register that gives the company another one."""
    held = numbers_of(db, company_id) if mention.numbers else frozenset[Identifier]()
    schemes = {number.scheme for number in held}
    for number in sorted(mention.numbers):
        taken = select(IdentifierRow).where(IdentifierRow.scheme == number.scheme, IdentifierRow.value == number.value)
        if number.scheme not in schemes and db.exec(taken).first() is None:
            db.add(IdentifierRow(company_id=company_id, scheme=number.scheme, value=number.value, source=mention.party))
            db.flush()


def _keep_name(db: Session, company_id: int, mention: Mention, known: Directory) -> None:
    """A name that its number proves to be the company's finds it again without the number."""
    name, *_ = own_names(mention.party)
    key = company_key(name)
    if known.number_of(name) is None and key not in known.aliases and key not in known.rows:
        source = f"published with {min(mention.numbers)}"
        db.add(
            CompanyAliasRow(company_id=company_id, key=key, name=name, valid_from=None, valid_to=None, source=source)
        )
        db.flush()
        known.aliases[key] = name, company_id


def _make(db: Session, mention: Mention, known: Directory, now: datetime) -> int:
    """A new company, with its parent where the files know one; a person is asked when it may be one that we have."""
    name = mention.party
    fact = known_companies.known(own_names(name)[0])
    number = str(min(mention.numbers)) if mention.numbers else ""
    key = known.free_key(own_names(name)[0], number or name.casefold())
    row = CompanyRow(key=key, name=fact.name if fact else name, created_at=now)
    alike = company_questions.candidates(db, row.name)
    db.add(row)
    db.flush()
    known.rows[key] = Company(row.id, row.name)
    company_questions.ask(db, known.rows[key], alike, now)
    if fact and fact.parent:
        parent_id = resolve_all(db, [Mention(fact.parent)], now)[Mention(fact.parent)]
        if parent_id is not None:
            source = fact.source or known_companies.FILE.name
            groups.set_parent(db, row.id, parent_id, since=fact.since, until=fact.until, source=source)
    return row.id
