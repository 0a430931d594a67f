"""Answer a question from the kept sums. Gives the very answer that adding up every line gives, or None."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import cast

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Table, and_, func, literal
from sqlmodel import Session, select

from scrapers.decision import Kind
from storage.reckoning import sums
from storage.reckoning.adding import LeftOut, Row
from storage.reckoning.parts import (
    ALL_KINDS,
    CHALLENGED,
    EVERYBODY,
    NEVER_ADDED,
    NO_DATE,
    NOTHING,
    UNDATED,
    UNNAMED,
    Numbers,
    Place,
    minus,
    plus,
)
from storage.reckoning.questions import Question
from storage.reckoning.sum_tables import SumRow
from storage.tables import CompanyRow

FEW = 500
"""Decisions with something known ahead of the day asked for: so many are worked out beside the sums, no more."""

KINDS = frozenset(kind.value for kind in Kind if kind not in NEVER_ADDED)
IN_MONEY = frozenset({Kind.FINE.value, Kind.PERIODIC_PENALTY.value})

SUMS = cast(Table, SumRow.__table__).c  # type: ignore[attr-defined]
IN_FORCE = SUMS.definition == "in-force"
ABOUT_MONEY = and_(~SUMS.heading.startswith(ALL_KINDS), SUMS.heading.not_in(sorted(KINDS - IN_MONEY)))
BY_YEAR = sa.select(*(SUMS[name] for name in Place._fields + Numbers._fields))
_PLACE = tuple(literal(UNDATED).label("year") if name == "year" else SUMS[name] for name in Place._fields)
WITHOUT_YEARS = sa.select(*_PLACE, *(func.sum(SUMS[name]) for name in Numbers._fields)).group_by(
    *(SUMS[name] for name in Place._fields if name != "year")
)
"""Questions to the table itself: made once, and read without the objects of the mapper."""

Cells = dict[tuple[str, str, str], Numbers]
"""Numbers by heading, currency and authority."""


def answer(db: Session, question: Question) -> tuple[list[Row], list[LeftOut]] | None:
    """The rows in no order and what is left out; None where the kept sums do not tell."""
    if not _can_tell(question) or not sums.are_made(db):
        return None
    late = sums.unsettled(db, question.day, FEW + 1)
    if len(late) > FEW:
        return None
    places = list(chain(_kept(db, question), _ahead(db, late, question)))
    left_out = _left_out(places, question)
    rows = _rows(places, question)
    names = _names(db, rows, question)
    if len(set(names.values())) < len(names):
        return None
    return [_row(names[key], cells, question) for key, cells in rows.items()], left_out


def _can_tell(question: Question) -> bool:
    """Groups, articles and single kinds divide decisions in other ways than the sums."""
    alone = question.company_id is None or question.members == frozenset({question.company_id})
    in_groups = question.group and question.by == "company" and question.edges
    return alone and not in_groups and question.by != "article" and (question.kind, question.article) == (None, None)


def _kept(db: Session, question: Question) -> Iterator[tuple[Place, Numbers]]:
    """The kept sums asked for; years are added up by the database where they make no difference to the answer."""
    wanted = (BY_YEAR if question.by == "year" or question.year is not None else WITHOUT_YEARS).where(
        *_conditions(question)
    )
    for row in db.connection().execute(wanted):
        yield Place(*row[:6]), Numbers(*map(int, row[6:]))


def _conditions(question: Question) -> Iterator[ColumnElement[bool]]:
    """As `_is_asked`, for the database."""
    if not _of_each_company(question):
        yield SUMS.company_id == (question.company_id or EVERYBODY)
    if question.authority is not None:
        yield SUMS.authority == question.authority
    if not question.imposed:
        yield IN_FORCE
    if question.year is not None:
        yield SUMS.year.in_((question.year, UNDATED))
    if not question.every_kind:
        yield ABOUT_MONEY


def _is_asked(place: Place, question: Question) -> bool:
    return (
        (_of_each_company(question) or place.company_id == (question.company_id or EVERYBODY))
        and question.authority in (None, place.authority)
        and (question.imposed or place.definition == "in-force")
        and (question.year is None or place.year in (question.year, UNDATED))
    )


def _of_each_company(question: Question) -> bool:
    return question.by == "company" and question.company_id is None


def _ahead(db: Session, late: list[int], question: Question) -> Iterator[tuple[Place, Numbers]]:
    """What must be added to the kept sums, which know all that is to come, for decisions that had not come so far."""
    then = sums.parts_of(db, late, as_of=question.day) if late else {}
    for place, numbers in then.items():
        if _is_asked(place, question):
            yield place, numbers
    for place, numbers in (sums.parts_of(db, late, as_of=sums.FOREVER) if late else {}).items():
        if _is_asked(place, question):
            yield place, minus(NOTHING, numbers)


def _left_out(places: Iterable[tuple[Place, Numbers]], question: Question) -> list[LeftOut]:
    found: dict[str, dict[str, Numbers]] = {}
    for place, numbers in places:
        if place.company_id == (question.company_id or EVERYBODY) and (reason := _reason(place, question)):
            by_currency = found.setdefault(reason, {})
            by_currency[place.currency] = plus(by_currency.get(place.currency, NOTHING), numbers)
    counts = {reason: sum(numbers.sanctions for numbers in amounts.values()) for reason, amounts in found.items()}
    return [LeftOut(reason, counts[reason], _minor(found[reason])) for reason in sorted(found) if counts[reason]]


def _reason(place: Place, question: Question) -> str | None:
    """Why what stands at a place is left out; None where it is counted, or is another question's business."""
    reason = place.heading.removeprefix(ALL_KINDS)
    if place.heading in KINDS or reason == CHALLENGED:
        return None
    if reason == UNNAMED:
        dated = question.year is None or place.year != UNDATED
        return reason if question.by == "company" and dated else None
    if (reason != place.heading) != question.every_kind:
        return None
    return None if reason == NO_DATE and question.year is None else reason


def _rows(places: Iterable[tuple[Place, Numbers]], question: Question) -> dict[str | int, Cells]:
    rows: defaultdict[str | int, Cells] = defaultdict(dict)
    for place, numbers in places:
        if _is_counted(place, question):
            cells, at = rows[_key(place, question)], (place.heading, place.currency, place.authority)
            cells[at] = plus(cells[at], numbers) if at in cells else numbers
    there = {key: cells for key, cells in rows.items() if _holds_any(cells)}
    return there or ({question.subject: {}} if question.by is None else {})


def _is_counted(place: Place, question: Question) -> bool:
    undated = question.year is not None and place.year == UNDATED
    counted = KINDS if question.every_kind else IN_MONEY
    whole = _of_each_company(question) and place.company_id == EVERYBODY
    return not undated and not whole and place.heading in counted | {CHALLENGED}


def _key(place: Place, question: Question) -> str | int:
    keys: Mapping[str | None, str | int] = {
        None: question.subject,
        "company": place.company_id,
        "authority": place.authority,
        "year": str(place.year) if place.year != UNDATED else "unknown",
        "kind": Kind.FINE.value if place.heading == CHALLENGED else place.heading,
    }
    return keys[question.by]


def _holds_any(cells: Cells) -> bool:
    return any(numbers.sanctions > 0 for (heading, _, _), numbers in cells.items() if heading in KINDS)


def _names(db: Session, rows: Iterable[str | int], question: Question) -> dict[str | int, str]:
    if question.by != "company":
        return {key: str(key) for key in rows}
    companies = select(CompanyRow.id, CompanyRow.name)
    if question.company_id is not None:
        companies = companies.where(CompanyRow.id == question.company_id)
    names = dict(db.exec(companies).all())
    return {key: names[int(key)] for key in rows}


def _row(key: str, cells: Cells, question: Question) -> Row:
    fines = _under(cells, Kind.FINE.value)
    counted = {at: n for at, n in cells.items() if at[0] == (key if question.by == "kind" else Kind.FINE.value)}
    challenged = _under(cells, CHALLENGED)
    return Row(
        key=key,
        native=_minor(fines),
        eur=None if any(n.rateless for n in fines.values()) else sum(n.euro for n in fines.values()),
        periodic_penalties=_minor(_under(cells, Kind.PERIODIC_PENALTY.value)),
        sanctions=sum(n.sanctions for n in counted.values()),
        decisions=sum(n.decisions for n in counted.values()),
        challenged_sanctions=sum(n.sanctions for n in challenged.values()),
        challenged=_minor(challenged),
        undisclosed=fines[""].sanctions if "" in fines else 0,
        authorities=_authorities(counted),
    )


def _under(cells: Cells, heading: str) -> dict[str, Numbers]:
    found: dict[str, Numbers] = {}
    for (name, currency, _), numbers in cells.items():
        if name == heading:
            found[currency] = plus(found.get(currency, NOTHING), numbers)
    return found


def _minor(amounts: Mapping[str, Numbers]) -> dict[str, int]:
    return {currency: amounts[currency].minor for currency in sorted(amounts) if amounts[currency].debts}


def _authorities(counted: Cells) -> tuple[str, ...]:
    found: defaultdict[str, int] = defaultdict(int)
    for (_, _, authority), numbers in counted.items():
        found[authority] += numbers.sanctions
    return tuple(sorted(authority for authority, sanctions in found.items() if sanctions))
