"""What happened in a week, for a digest. Plain values, asked of the store; the words are the views'."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from scrapers.decision import Kind
from storage import stored
from storage.events import NOT_IN_FORCE
from storage.reckoning import totals
from storage.reckoning.totals import Totals
from storage.register import groups
from storage.stories import dossier, novelty, terms
from storage.stories.dossier import Act, Changed
from storage.stories.running import Running
from storage.stories.standing import Standing, standings
from storage.stories.watching import Watched, watched
from storage.tables import CompanyRow, DecisionRow, SanctionRow


@dataclass(frozen=True)
class Wanted:
    """Whose sanctions, which kinds, of which authorities; empty: all. A company's subsidiaries are wanted with it."""

    companies: frozenset[int] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    authorities: frozenset[str] = frozenset()


EVERYTHING = Wanted()


@dataclass(frozen=True)
class Span:
    """A week: its name ("2026-W47"), the name of its time zone, its first moment and the first after it (aware)."""

    name: str
    zone: str
    start: datetime
    end: datetime

    def day(self, moment: datetime) -> date:
        """The local day of a moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    @property
    def year(self) -> int:
        """The year that the week belongs to: that of its Thursday."""
        return (self.day(self.start) + timedelta(days=3)).year


@dataclass(frozen=True)
class Review:
    """One week. `day` is the first day after it, or today while it lasts: deadlines and estimates are of that day.

    `new` are decisions first seen in it, with the sanctions that are wanted; `year` is what the year comes to by the
    day of decision, one answer for each wanted company and authority.
    """

    span: Span
    day: date
    new: tuple[Act, ...]
    changed: tuple[Changed, ...]
    deadlines: tuple[Standing, ...]
    running: tuple[Running, ...]
    year: tuple[Totals, ...]
    sources: tuple[Watched, ...]

    @property
    def is_empty(self) -> bool:
        """Is there nothing to tell but how the sources were?"""
        return not (self.new or self.changed or self.deadlines or self.running)

    @property
    def sums(self) -> tuple["Sum", ...]:
        """The fines first seen in the week, by authority, without what was annulled since or is only proposed."""
        parts = [part for act in self.new for part in act.parts if part.sanction.kind is Kind.FINE]
        found: dict[str, list[Standing]] = {}
        for part in parts:
            if part.state not in NOT_IN_FORCE:
                found.setdefault(part.stored.decision.authority, []).append(part)
        return tuple(_sum(authority, found[authority]) for authority in sorted(found))


@dataclass(frozen=True)
class Sum:
    """Fines of one authority: minor units by currency, a joint amount once. `euros` are cents, None without a rate."""

    authority: str
    fines: int
    undisclosed: int
    native: Mapping[str, int]
    euros: int | None


def _sum(authority: str, fines: Sequence[Standing]) -> Sum:
    debts = {(part.stored.id, part.sanction.joint or part.position): part for part in reversed(fines)}
    native: dict[str, int] = {}
    for part in debts.values():
        if part.current is not None:
            native[part.current.currency] = native.get(part.current.currency, 0) + part.current.minor
    known = [part for part in debts.values() if part.current is not None]
    euros = [part.euros for part in known if part.euros is not None]
    undisclosed = sum(part.current is None for part in fines)
    whole = sum(euros) if len(euros) == len(known) else None
    return Sum(authority, len(fines), undisclosed, dict(sorted(native.items())), whole)


Wants = Callable[[Standing], bool]


def review(db: Session, span: Span, wanted: Wanted = EVERYTHING, *, now: datetime) -> Review:
    """The week as it is known `now`; of a week that is not over, what there is so far."""
    until = min(span.end, now)
    day, wants = span.day(until), _filter(db, wanted)
    orders = terms.orders(db, day, wants)
    sources = watched(db, span.start, until)
    return Review(
        span=span,
        day=day,
        new=tuple(_acts(db, novelty.first_seen(db, span.start, until), wants)),
        changed=tuple(_changed(db, span, until, wants)),
        deadlines=tuple(terms.deadlines(orders, day)),
        running=tuple(terms.run_up(db, orders, day)),
        year=tuple(_year(db, span.year, wanted, day - timedelta(days=until == span.end))),
        sources=tuple(each for each in sources if not wanted.authorities or each.authority in wanted.authorities),
    )


def _filter(db: Session, wanted: Wanted) -> Wants:
    edges = groups.edges(db) if wanted.companies else ()

    def of_company(part: Standing) -> bool:
        named = part.company_id is not None
        return named and not wanted.companies.isdisjoint(groups.ancestors(edges, part.company_id or 0, part.day))

    return lambda part: (
        (not wanted.companies or of_company(part))
        and (not wanted.kinds or part.sanction.kind in wanted.kinds)
        and (not wanted.authorities or part.stored.decision.authority in wanted.authorities)
    )


def _acts(db: Session, ids: Iterable[int], wants: Wants) -> list[Act]:
    """The decisions with the sanctions that are wanted, in the order of their days."""
    rows = db.exec(select(DecisionRow).where(col(DecisionRow.id).in_(list(ids))).order_by(col(DecisionRow.id))).all()
    found: dict[int, list[Standing]] = {}
    for part in standings(db, stored.load(db, rows)):
        if wants(part):
            found.setdefault(part.stored.id, []).append(part)
    acts = [Act(parts[0].stored, tuple(parts), None, ()) for parts in found.values()]
    return sorted(acts, key=lambda act: (act.stored.day, act.stored.id))


def _changed(db: Session, span: Span, until: datetime, wants: Wants) -> Iterable[Changed]:
    """What was learnt in the week of decisions known before, by the day on which it happened; a correction is of the
    day on which it was made."""
    acts = _acts(db, novelty.with_news(db, span.start, until), wants)
    learnt = [
        (event, act)
        for act in acts
        for event in novelty.learnt(act.stored, dossier.told(act.stored, act.parts), span.start, until)
    ]
    dated = [replace(change, day=_learnt_on(change, span)) for change in dossier.changes(learnt)]
    return sorted(dated, key=lambda change: change.day)


def _learnt_on(change: Changed, span: Span) -> date:
    recorded_at = change.event.recorded_at
    return span.day(recorded_at) if change.event.axis == "fact" and recorded_at is not None else change.day


def _year(db: Session, year: int, wanted: Wanted, as_of: date) -> Iterable[Totals]:
    everybody: list[str | None] = [None]
    companies = _names(db, wanted.companies, year) if wanted.companies else everybody
    for company, authority in product(companies, sorted(wanted.authorities) or everybody):
        by = "authority" if company is None else None
        yield totals.totals(db, company=company, authority=authority, year=year, by=by, as_of=as_of, today=as_of)


def _names(db: Session, company_ids: Iterable[int], year: int) -> list[str]:
    """The companies that were sanctioned in that year, or on a day that the decision's row does not tell."""
    decided_on = col(DecisionRow.decided_on)
    in_year = decided_on.is_(None) | decided_on.between(date(year, 1, 1), date(year, 12, 31))
    theirs = col(SanctionRow.company_id).in_(list(company_ids))
    known = select(SanctionRow.company_id).join(DecisionRow).where(theirs, in_year)
    return list(db.exec(select(CompanyRow.name).where(col(CompanyRow.id).in_(known)).order_by(col(CompanyRow.name))))
