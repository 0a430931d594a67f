"""Sums of fines by the rules: what counts, what is left out and why. Values only; the words are the views'.

Two ways lead to one answer. `exact` adds up every sanction as it stood on a day: it is the definition. `quick` reads
sums that are kept (`sums`); it answers most questions about today, and is used where it can.
"""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func
from sqlmodel import Session, select

from scrapers.decision import Kind
from storage import visits
from storage.reckoning import adding, quick, rates
from storage.reckoning.adding import LeftOut, Reckoning, Row
from storage.reckoning.lines import Line, lines
from storage.reckoning.parts import needed_rates
from storage.reckoning.questions import DEFINITIONS, DIVISIONS, Question, articles
from storage.register import companies, groups
from storage.tables import CompanyRow, DecisionRow

__all__ = ["DEFINITIONS", "DIVISIONS", "Totals", "exact", "read_at", "totals"]


def _each_authority() -> Select[Any]:
    """Each code once, from the index on it: one step for each, however many decisions there are."""
    first = select(func.min(DecisionRow.authority).label("code")).cte("codes", recursive=True)
    later = select(func.min(DecisionRow.authority)).where(DecisionRow.authority > first.c.code).scalar_subquery()
    codes = first.union_all(select(later).where(first.c.code.is_not(None)))
    return select(codes.c.code).where(codes.c.code.is_not(None))


AUTHORITIES = _each_authority()


@dataclass(frozen=True)
class Totals:
    """The answer to a question about sums, with everything that must stand beside the number (rules.md, totals, 8).

    `sources` says when each authority was last read, None: never. `newest_rate` is the day of the newest rate of
    exchange that we have, where a newer one was needed.
    """

    definition: str
    date_basis: str
    as_of: date
    subject: str
    group: bool
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[tuple[str, datetime | None], ...]
    by: str | None = None
    newest_rate: date | None = None


def totals(  # noqa: PLR0913
    db: Session, *, company: str | None = None, authority: str | None = None, year: int | None = None,
    kind: str | None = None, article: str | None = None, by: str | None = None, definition: str = "in-force",
    group: bool = False, as_of: date | None = None, today: date,
) -> Totals:  # fmt: skip
    """Sum up the sanctions decided by `as_of` (default `today`), as things stood then.

    Raises UnknownCompanyError for a name we have no sanction of, and ValueError for a word that is not on the lists or
    an article that no sanction names.
    """
    _check(definition, by, kind)
    who = None if company is None else companies.known(db, company)
    asked = Question(
        subject=who.name if who else authority or "all", company_id=who.id if who else None, authority=authority,
        year=year, kind=Kind(kind) if kind else None, article=article, by=by, definition=definition, group=group,
        day=as_of or today, edges=tuple(groups.edges(db)),
    )  # fmt: skip
    return _answer(db, asked, *(quick.answer(db, asked) or exact(db, asked)))


def exact(db: Session, question: Question) -> tuple[list[Row], list[LeftOut]]:
    """The rows, and what is left out, from every line there is: what any quicker way has to come to."""
    found = lines(db, as_of=question.day, authority=question.authority, company_ids=question.members)
    if question.article is not None:
        question = replace(question, article=_spelled(question.article, found))
    return _add_up(db, [line for line in found if question.asks_for(line)], question)


def _answer(db: Session, question: Question, rows: list[Row], left_out: list[LeftOut]) -> Totals:
    sources = tuple(item for item in read_at(db).items() if question.authority in (None, item[0]))
    return Totals(
        definition=question.definition, date_basis="decided_on", as_of=question.day, subject=question.subject,
        group=question.group, rows=tuple(sorted(rows, key=_order(question))), left_out=tuple(left_out),
        sources=sources, by=question.by, newest_rate=_newest_rate(db, question, rows),
    )  # fmt: skip


def _newest_rate(db: Session, question: Question, rows: Iterable[Row]) -> date | None:
    """The day of the newest rate of exchange, where decisions in these currencies need a newer one."""
    foreign = {currency for row in rows for currency in row.native} - {"EUR"}
    if not foreign:
        return None
    newest = rates.newest(db, enough=question.day - rates.HOLIDAYS)
    late = question.day - newest >= rates.HOLIDAYS and rates.are_needed(db, foreign, newest, question.day)
    return newest if late else None


def read_at(db: Session) -> dict[str, datetime | None]:
    """Every authority that we have decisions of or have visited, and when it was last read."""
    codes: dict[str, datetime | None] = dict.fromkeys(db.execute(AUTHORITIES).scalars())
    return dict(sorted((codes | visits.last_successes(db)).items()))


def _check(definition: str, by: str | None, kind: str | None) -> None:
    if definition not in DEFINITIONS:
        raise ValueError(f"no definition is called “{definition}”; there are {', '.join(DEFINITIONS)}")
    if by is not None and by not in DIVISIONS:
        raise ValueError(f"sums cannot be divided by “{by}”, only by {', '.join(DIVISIONS)}")
    if kind is not None and kind not in set(Kind):
        raise ValueError(f"no kind is called “{kind}”; there are {', '.join(Kind)}")


def _spelled(article: str, found: Iterable[Line]) -> str:
    """The article as the decisions write it. Raises ValueError for one that none of them names."""
    known = {_plain(name): name for line in found for name in articles(line)}
    if _plain(article) in known:
        return known[_plain(article)]
    near = difflib.get_close_matches(_plain(article), known, n=3, cutoff=0)
    said = f"; near are {', '.join(known[name] for name in near)}" if near else ""
    raise ValueError(f"no sanction here names the article “{article}”{said}")


def _plain(article: str) -> str:
    return "".join(article.casefold().split())


def _add_up(db: Session, found: Iterable[Line], question: Question) -> tuple[list[Row], list[LeftOut]]:
    found = list(found)
    keys = _keys(db, question)
    counted: dict[str, list[Line]] = {question.subject: []} if question.by is None else {}
    excluded: dict[str, list[Line]] = {}
    for line in found:
        reason = question.why_not(line)
        if reason is not None:
            excluded.setdefault(reason, []).append(line)
        else:
            for key in keys(line):
                counted.setdefault(key, []).append(line)
    reckoning = Reckoning(question.imposed, question.every_kind, rates.of_all(db, needed_rates(found)))
    rows = [adding.row(name, lines, reckoning) for name, lines in counted.items()]
    return rows, [adding.left_out(reason, lines, reckoning) for reason, lines in sorted(excluded.items())]


def _order(question: Question) -> Callable[[Row], tuple[int, str]]:
    """The largest company or authority first, the article most named; years and kinds by name."""
    if question.by == "article":
        return lambda row: (-row.sanctions, row.key)
    by_size = question.by in ("company", "authority")
    return lambda row: (-(row.eur or 0) if by_size else 0, row.key)


def _keys(db: Session, question: Question) -> Callable[[Line], Iterable[str]]:
    """The names of the rows that a line belongs to: one, but for articles."""
    names = {row.id: row.name for row in db.exec(select(CompanyRow))} if question.by == "company" else {}
    keys: Mapping[str | None, Callable[[Line], Iterable[str]]] = {
        None: lambda _: (question.subject,),
        "company": lambda line: (names[question.row_company(line)],),
        "authority": lambda line: (line.authority,),
        "year": lambda line: (str(line.decided_on.year) if line.decided_on else "unknown",),
        "kind": lambda line: (line.kind.value,),
        "article": articles,
    }
    return keys[question.by]
