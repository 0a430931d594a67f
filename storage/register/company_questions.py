"""May two companies be one? Noted when a new one is made beside one with nearly its name; a person answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from storage.names.matching import compare
from storage.register import company_merging, near_companies
from storage.register.directory import Company
from storage.register.identifier_tables import CompanyQuestionRow


@dataclass(frozen=True)
class Alike:
    """A company of ours that a new name may be, and why."""

    company: Company
    why: str


@dataclass(frozen=True)
class Question:
    """May `newer` be `older`? `number` is what a person answers to."""

    number: int
    newer: Company
    older: Company
    why: str


class AnswerError(ValueError):
    """There is no such question open; `str()` is one sentence that says what to do."""


def candidates(db: Session, name: str) -> list[Alike]:
    """Companies that a name not found may be: by a slip of the pen, or by another legal form."""
    alike = [(Company(number, other), compare(name, other)) for number, other in near_companies.look_alikes(db, name)]
    return [Alike(company, match.why) for company, match in alike if match.verdict == "unsure"]


def ask(db: Session, newer: Company, alike: Iterable[Alike], now: datetime) -> None:
    """Note that a person should say whether a company just made is one of these."""
    for one in alike:
        db.add(
            CompanyQuestionRow(
                newer_id=newer.id, newer_name=newer.name, older_id=one.company.id, older_name=one.company.name,
                why=one.why, asked_at=now,
            )
        )  # fmt: skip
    db.flush()


def waiting(db: Session) -> list[Question]:
    """The open questions, oldest first."""
    rows = select(CompanyQuestionRow).where(CompanyQuestionRow.state == "waiting").order_by(col(CompanyQuestionRow.id))
    return [_question(row) for row in db.exec(rows)]


def answer(db: Session, number: int, state: str, *, author: str, now: datetime, note: str = "") -> Question:
    """Note a person's answer, “same” or “different”, with who gave it; “same” gives all of the newer to the older.

    Raises AnswerError for no open question, and for a company that was joined with another one before.
    """
    row = db.get(CompanyQuestionRow, number)
    if row is None or row.state != "waiting":
        raise AnswerError(f"no open question has the number {number}; `finewatch companies` lists them")
    if not author.strip():
        raise AnswerError("an answer needs a name: --by")
    row.state, row.author, row.answered_at, row.note = state, author, now, note
    db.add(row)
    db.flush()
    if state == "same":
        _join(db, row, f"{author}, {now:%Y-%m-%d}: question {number}")
    return _question(row)


def _join(db: Session, row: CompanyQuestionRow, source: str) -> None:
    try:
        company_merging.merge(db, row.newer_id, row.older_id, source=source)
    except LookupError as error:
        raise AnswerError(f"{error}; answer “different” to close the question") from error
    waiting_rows = select(CompanyQuestionRow).where(CompanyQuestionRow.state == "waiting")
    for other in db.exec(waiting_rows).all():
        if row.newer_id in (other.newer_id, other.older_id):
            _ask_of(db, other, row)


def _ask_of(db: Session, other: CompanyQuestionRow, joined: CompanyQuestionRow) -> None:
    """Let a question about the company that is gone go on with the one it is now, but not twice and not with itself."""
    at_newer = other.newer_id == joined.newer_id
    pair = (joined.older_id, other.older_id) if at_newer else (other.newer_id, joined.older_id)
    same = select(CompanyQuestionRow).where(
        CompanyQuestionRow.newer_id == pair[0], CompanyQuestionRow.older_id == pair[1]
    )
    if pair[0] == pair[1] or db.exec(same).first() is not None:
        db.delete(other)
    elif at_newer:
        other.newer_id, other.newer_name = joined.older_id, joined.older_name
    else:
        other.older_id, other.older_name = joined.older_id, joined.older_name
    db.flush()


def _question(row: CompanyQuestionRow) -> Question:
    newer, older = Company(row.newer_id, row.newer_name), Company(row.older_id, row.older_name)
    return Question(row.id, newer, older, row.why)
