"""One company's whole story, in the order in which it happened, and where it stands. Plain values; the words are the
views'."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlmodel import Session, col, select

from scrapers.decision import Kind
from storage import stored
from storage.events import Event
from storage.names import known_companies
from storage.reckoning import totals
from storage.reckoning.totals import Totals
from storage.register import companies, groups
from storage.register.companies import Company
from storage.register.groups import Edge
from storage.stored import Stored
from storage.stories.running import Origin, Running, is_under_rate, origin, running
from storage.stories.standing import Standing, standings
from storage.tables import CompanyAliasRow, CompanyRow, DecisionRow, SanctionRow


@dataclass(frozen=True)
class Name:
    """Another name of a company, or the name of a company beside it, with the days on which that held where known."""

    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Act:
    """One decision with the company's own sanctions in it. `origin` is the decision that its periodic penalty comes
    from, by our link; `put_right` says in words what was corrected in it since it was first read."""

    stored: Stored
    parts: tuple[Standing, ...]
    origin: Origin | None
    put_right: tuple[str, ...]


@dataclass(frozen=True)
class Decided:
    """What one authority decided on one day."""

    day: date
    authority: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Changed:
    """What happened to earlier decisions on one day by one source: a ruling, a payment, a page that is gone.

    `event` is the first of them, as they say the same.
    """

    day: date
    authority: str
    event: Event
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Dossier:
    """The answer. `orders` are those under a daily rate; `totals.sources` says when each authority was last read."""

    company: Company
    group: bool
    as_of: date
    names: tuple[Name, ...]
    parents: tuple[Name, ...]
    subsidiaries: tuple[Name, ...]
    story: tuple[Decided | Changed, ...]
    orders: tuple[Running, ...]
    totals: Totals

    @property
    def acts(self) -> tuple[Act, ...]:
        """Every decision, in order."""
        return tuple(act for entry in self.story if isinstance(entry, Decided) for act in entry.acts)


def dossier(db: Session, company: str, *, group: bool = False, as_of: date | None = None, today: date) -> Dossier:
    """What is known of a company by the end of `as_of` (default `today`); with `group`, of its subsidiaries as well, by
    the parent on the day of each decision. Raises UnknownCompanyError for a name that we have nothing of."""
    who, day = companies.known(db, company), as_of or today
    edges = groups.edges(db)
    parts = _parts(db, who.id, edges if group else (), day)
    acts = [_act(list(own), parts) for _, own in groupby(parts, key=lambda part: part.stored.id)]
    return Dossier(
        company=who, group=group, as_of=day,
        names=_names(db, who, parts),
        parents=_relatives(db, [(edge.parent_id, edge) for edge in edges if edge.company_id == who.id], day),
        subsidiaries=_relatives(db, [(edge.company_id, edge) for edge in edges if edge.parent_id == who.id], day),
        story=_story(acts),
        orders=tuple(running(part, parts, day) for part in parts if is_under_rate(part)),
        totals=totals.totals(db, company=company, group=group, as_of=day, today=today),
    )  # fmt: skip


def _parts(db: Session, company_id: int, edges: Sequence[Edge], day: date) -> list[Standing]:
    """The company's sanctions decided by that day, in order; `edges` are the groups to follow."""
    ours = groups.members(edges, company_id)
    theirs = select(SanctionRow.decision_id).where(col(SanctionRow.company_id).in_(ours))
    rows = db.exec(select(DecisionRow).where(col(DecisionRow.id).in_(theirs))).all()
    acts = [act for act in stored.load(db, rows, as_of=day) if act.day <= day]
    found = [part for part in standings(db, acts) if _is_ours(part, company_id, edges)]
    return sorted(found, key=lambda part: (part.day, part.stored.decision.authority, part.stored.id, part.position))


def _is_ours(part: Standing, company_id: int, edges: Sequence[Edge]) -> bool:
    return part.company_id is not None and company_id in groups.ancestors(edges, part.company_id, part.day)


def _act(parts: Sequence[Standing], everything: Sequence[Standing]) -> Act:
    own = parts[0].stored
    penalties = [part for part in parts if part.sanction.kind is Kind.PERIODIC_PENALTY]
    put_right = [event.note for event in told(own, parts) if event.axis == "fact" and event.happened_on <= own.day]
    found = origin(penalties[0], everything) if penalties else None
    return Act(own, tuple(parts), found, tuple(dict.fromkeys(put_right)))


def told(act: Stored, parts: Sequence[Standing]) -> list[Event]:
    """The events that concern these sanctions; facts only where a reader is told of them."""
    ours = {part.stored.sanction_ids[part.position] for part in parts}
    concerned = [event for event in act.events if event.sanction_id is None or event.sanction_id in ours]
    return [event for event in concerned if event.axis != "fact" or event.note]


def _story(acts: Sequence[Act]) -> tuple[Decided | Changed, ...]:
    """What was decided comes before what was changed on the same day."""
    days = groupby(acts, key=lambda act: (act.stored.day, act.stored.decision.authority))
    decided = [Decided(day, authority, tuple(together)) for (day, authority), together in days]
    later = [(event, act) for act in acts for event in told(act.stored, act.parts) if _is_an_entry(event, act.stored)]
    return tuple(sorted([*decided, *changes(later)], key=lambda entry: (entry.day, isinstance(entry, Changed))))


def _is_an_entry(event: Event, act: Stored) -> bool:
    """What was so from the beginning is said with the act."""
    return event.axis != "fact" or event.happened_on > act.day


def changes(happened: Iterable[tuple[Event, Act]]) -> Iterable[Changed]:
    """Events with their acts; what one source says of several acts on the same company on one day is one change."""
    found: dict[tuple[object, ...], list[tuple[Event, Act]]] = {}
    for event, act in happened:
        said = event.note if event.axis == "fact" else event.source
        whom = frozenset(part.company_id or part.stored.id for part in act.parts)
        by = act.stored.decision.authority
        key = (event.happened_on, by, whom, event.axis, event.state, event.money, said)
        found.setdefault(key, []).append((event, act))
    for same in found.values():
        event, first = same[0]
        concerned = tuple({act.stored.id: act for _, act in same}.values())
        yield Changed(event.happened_on, first.stored.decision.authority, event, concerned)


def _names(db: Session, company: Company, parts: Sequence[Standing]) -> tuple[Name, ...]:
    """Other names: the aliases we hold, those of the files of companies, the spellings of the acts."""
    theirs = select(CompanyAliasRow).where(CompanyAliasRow.company_id == company.id)
    rows = db.exec(theirs.order_by(col(CompanyAliasRow.name)))
    written = known_companies.known(company.name)
    found = [Name(row.name, row.valid_from, row.valid_to) for row in rows]
    found += [Name(alias.name, alias.since, alias.until) for alias in (written.aliases if written else ())]
    found += [Name(part.sanction.party) for part in parts if part.sanction.party and part.company_id == company.id]
    first = {name.name: name for name in reversed(found) if name.name != company.name}
    return tuple(name for name in found if first.get(name.name) is name)


def _relatives(db: Session, beside: Sequence[tuple[int, Edge]], day: date) -> tuple[Name, ...]:
    known = [(db.get_one(CompanyRow, other).name, edge) for other, edge in beside if (edge.since or day) <= day]
    return tuple(sorted((Name(name, edge.since, edge.until) for name, edge in known), key=lambda name: name.name))
