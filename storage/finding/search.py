"""Find decisions: by company, authority, kind, amount, day, article and words of any language. Newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import Session, col, exists, select

from scrapers.decision import Kind, Money
from storage import stored
from storage.finding.folding import folded_article, folded_words
from storage.finding.search_tables import SearchSanctionRow, SearchTextRow, SearchWordRow
from storage.finding.searchable import LONGEST
from storage.register import companies
from storage.stored import Stored
from storage.tables import DecisionRow

DATES = ("decided", "published")
WHOLE = 2
"""A word of so few letters must be there as it is; a longer one may be the beginning of a word."""


class UnclearQuestionError(ValueError):
    """The question cannot be asked like this; `str()` says what to change."""


@dataclass(frozen=True)
class Question:
    """What is looked for; None and empty: anything. All that is said of a sanction must hold for one and the same.

    `least` and `most` are amounts of one currency, as they stand now. `since` and `until` include their day, which is
    that of the decision or of its publication (`dates`).
    """

    words: str = ""
    company: str | None = None
    authority: str | None = None
    kind: str | None = None
    article: str | None = None
    since: date | None = None
    until: date | None = None
    dates: str = "decided"
    least: Money | None = None
    most: Money | None = None
    limit: int = 10


@dataclass(frozen=True)
class Found:
    """The newest decisions found, and how many there are in all."""

    question: Question
    decisions: tuple[Stored, ...]
    total: int


def search(db: Session, question: Question) -> Found:
    """The decisions that a question asks for.

    Raises UnclearQuestionError, and UnknownCompanyError for a name we have no sanction of.
    """
    wanted = [*_of_text(question), *_of_sanction(db, question)]
    total = db.exec(select(func.count()).select_from(SearchTextRow).where(*wanted)).one()
    newest = col(SearchTextRow.day).desc(), col(SearchTextRow.decision_id).desc()
    ids = db.exec(select(SearchTextRow.decision_id).where(*wanted).order_by(*newest).limit(question.limit)).all()
    return Found(question, _load(db, ids), total)


def _load(db: Session, ids: Sequence[int]) -> tuple[Stored, ...]:
    rows = {row.id: row for row in db.exec(select(DecisionRow).where(col(DecisionRow.id).in_(ids)))}
    return tuple(stored.load(db, [rows[id_] for id_ in ids]))


def _of_text(question: Question) -> Iterator[ColumnElement[bool]]:
    words = folded_words(question.words)
    if question.words.strip() and not words:
        raise UnclearQuestionError(f"“{question.words}” holds no word to look for")
    for word in dict.fromkeys(words):
        with_it = select(SearchWordRow.decision_id).where(_is(word))
        yield col(SearchTextRow.decision_id).in_(with_it)
    if question.authority is not None:
        yield col(SearchTextRow.authority) == question.authority
    if question.dates not in DATES:
        raise UnclearQuestionError(f"no date is called “{question.dates}”; there are {' and '.join(DATES)}")
    day = col(SearchTextRow.decided_on if question.dates == "decided" else SearchTextRow.published_on)
    if question.since is not None:
        yield day >= question.since
    if question.until is not None:
        yield day <= question.until


def _is(word: str) -> ColumnElement[bool]:
    """Is a kept word this one, or does it begin like this?"""
    kept, asked = col(SearchWordRow.word), word.encode()[:LONGEST]
    return kept == asked if len(word) <= WHOLE else and_(kept >= asked, kept < asked + b"\xff")


def _of_sanction(db: Session, question: Question) -> Iterator[ColumnElement[bool]]:
    """One sanction of the decision that is all that is asked for."""
    conditions = [*_of_party_and_kind(db, question), *_of_amount(question)]
    if conditions:
        yield exists().where(col(SearchSanctionRow.decision_id) == SearchTextRow.decision_id, *conditions)


def _of_party_and_kind(db: Session, question: Question) -> Iterator[ColumnElement[bool]]:
    if question.company is not None:
        yield col(SearchSanctionRow.company_id) == companies.known(db, question.company).id
    if question.kind is not None:
        if question.kind not in set(Kind):
            raise UnclearQuestionError(f"no kind is called “{question.kind}”; there are {', '.join(Kind)}")
        yield col(SearchSanctionRow.kind) == question.kind
    if question.article is not None:
        yield col(SearchSanctionRow.articles).contains(f"|{folded_article(question.article)[0]}|", autoescape=True)


def _of_amount(question: Question) -> Iterator[ColumnElement[bool]]:
    ends = [money for money in (question.least, question.most) if money is not None]
    if len({money.currency for money in ends}) > 1:
        raise UnclearQuestionError("the least and the most amount are in two currencies")
    for money in ends[:1]:
        yield col(SearchSanctionRow.currency) == money.currency
    if question.least is not None:
        yield col(SearchSanctionRow.minor) >= question.least.minor
    if question.most is not None:
        yield col(SearchSanctionRow.minor) <= question.most.minor
