"""Sums of fines by the rules: what counts, what is left out and why. Values only; the words are the views'."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, select

from scrapers.decision import Kind
from storage import adding, companies, groups, rates, visits
from storage.adding import LeftOut, Reckoning, Row
from storage.events import NOT_IN_FORCE
from storage.lines import Line, lines
from storage.tables import CompanyRow, DecisionRow

DEFINITIONS = ("in-force", "imposed")
DIVISIONS = ("company", "authority", "year", "kind")
NEVER_ADDED = {Kind.NOTICE_OF_INTENT: "notice of intent", Kind.PROSECUTION: "prosecution"}


@dataclass(frozen=True)
class Totals:
    """The answer to a question about sums, with everything that must stand beside the number (rules.md, totals, 8).

    `sources` says when each authority was last read, None: never.
    """

    definition: str
    date_basis: str
    as_of: date
    subject: str
    group: bool
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[tuple[str, datetime | None], ...]


@dataclass(frozen=True)
class Question:
    """What is asked, with names resolved. `company_id` None: every company and every unnamed party."""

    company_id: int | None
    year: int | None
    by: str | None
    definition: str
    group: bool
    edges: tuple[groups.Edge, ...]


def totals(  # noqa: PLR0913
    db: Session, *, company: str | None = None, authority: str | None = None, year: int | None = None,
    by: str | None = None, definition: str = "in-force", group: bool = False, as_of: date | None = None, today: date,
) -> Totals:  # fmt: skip
    """Sum up the sanctions decided by `as_of` (default `today`), as things stood then.

    Raises UnknownCompanyError for a name we have no sanction of, and ValueError for a word that is not on the lists.
    """
    _check(definition, by)
    who = None if company is None else companies.known(db, company)
    edges = tuple(groups.edges(db))
    question = Question(who.id if who else None, year, by, definition, group, edges)
    ours = None if who is None else groups.members(edges, who.id)
    day = as_of or today
    found = lines(db, as_of=day, authority=authority, company_ids=ours)
    subject = who.name if who else authority or "all"
    rows, left_out = _add_up(db, found, question, subject)
    sources = tuple((code, moment) for code, moment in read_at(db).items() if authority in (None, code))
    return Totals(definition, "decided_on", day, subject, group, rows, left_out, sources)


def read_at(db: Session) -> dict[str, datetime | None]:
    """Every authority that we have decisions of or have visited, and when it was last read."""
    codes: dict[str, datetime | None] = dict.fromkeys(db.exec(select(DecisionRow.authority).distinct()))
    return dict(sorted((codes | visits.last_successes(db)).items()))


def _check(definition: str, by: str | None) -> None:
    if definition not in DEFINITIONS:
        raise ValueError(f"no definition is called “{definition}”; there are {', '.join(DEFINITIONS)}")
    if by is not None and by not in DIVISIONS:
        raise ValueError(f"sums cannot be divided by “{by}”, only by {', '.join(DIVISIONS)}")


def _add_up(
    db: Session, found: Iterable[Line], question: Question, subject: str
) -> tuple[tuple[Row, ...], tuple[LeftOut, ...]]:
    key = _key(db, question, subject)
    counted: dict[str, list[Line]] = {subject: []} if question.by is None else {}
    excluded: dict[str, list[Line]] = {}
    for line in found:
        if _is_asked(line, question):
            reason = _why_not(line, question)
            place, name = (counted, key(line)) if reason is None else (excluded, reason)
            place.setdefault(name, []).append(line)
    reckoning = Reckoning(question.definition == "imposed", question.by == "kind", rates.known(db))
    rows = [adding.row(name, lines, reckoning) for name, lines in counted.items()]
    left_out = (adding.left_out(reason, lines, reckoning) for reason, lines in sorted(excluded.items()))
    return tuple(sorted(rows, key=_order(question))), tuple(left_out)


def _order(question: Question) -> Callable[[Row], tuple[int, str]]:
    """The largest company or authority first; years and kinds by name."""
    by_size = question.by in ("company", "authority")
    return lambda row: (-(row.eur or 0) if by_size else 0, row.key)


def _is_asked(line: Line, question: Question) -> bool:
    """Is the line about money at all (all kinds are, when divided by kind), of the year, and of the group?"""
    money = question.by == "kind" or line.kind in (Kind.FINE, Kind.PERIODIC_PENALTY, *NEVER_ADDED)
    year = question.year is None or line.decided_on is None or line.decided_on.year == question.year
    return money and year and (question.company_id is None or question.company_id in _line_of(line, question))


def _why_not(line: Line, question: Question) -> str | None:
    """Why a line is not in the sum; None when it is."""
    if line.kind in NEVER_ADDED:
        return NEVER_ADDED[line.kind]
    if question.definition == "in-force" and line.state in NOT_IN_FORCE:
        return line.state
    if question.year is not None and line.decided_on is None:
        return "no decision date"
    if question.by == "company" and line.company_id is None:
        return "unnamed party"
    alone = question.company_id is None or line.company_id == question.company_id
    return None if alone or question.group else "subsidiary"


def _line_of(line: Line, question: Question) -> list[int]:
    """The company of the line and all above it on the day of the decision."""
    return [] if line.company_id is None else groups.ancestors(question.edges, line.company_id, line.day)


def _key(db: Session, question: Question, subject: str) -> Callable[[Line], str]:
    """The name of the row that a line belongs to."""
    names = {row.id: row.name for row in db.exec(select(CompanyRow))} if question.by == "company" else {}
    keys: dict[str | None, Callable[[Line], str]] = {
        None: lambda _: subject,
        "company": lambda line: names[_top(line, question)],
        "authority": lambda line: line.authority,
        "year": lambda line: str(line.decided_on.year) if line.decided_on else "unknown",
        "kind": lambda line: line.kind.value,
    }
    return keys[question.by]


def _top(line: Line, question: Question) -> int:
    companies_above = _line_of(line, question)
    return companies_above[-1 if question.group else 0]
