"""Questions that wait for a person, and what was answered. Asks and remembers; answers are acted on elsewhere."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session, col, or_, select

from scrapers.decision import Decision
from storage.facts import differences
from storage.work_tables import ReviewRow

TAKEN = ("accepted", "edited")
ANSWERED = (*TAKEN, "rejected")


class CheckMade(NamedTuple):
    """A check of the reading, and how it went; `words` are what was looked at, or why it failed."""

    name: str
    passed: bool
    words: str


@dataclass(frozen=True)
class Review:
    """One question, and its answer.

    `state` is waiting, accepted, edited, rejected or withdrawn (the page reads well by now). `reading` is the Decision
    as JSON that was read in part, or empty; `answer` the one that a person took, stored as `decision_id`. `baseline`
    marks history: nobody is told of it.
    """

    id: int
    authority: str
    key: str
    url: str
    title: str
    reasons: tuple[str, ...]
    checks: tuple[CheckMade, ...]
    reading: str
    baseline: bool
    asked_at: datetime
    state: str
    answer: str
    decision_id: int | None
    author: str | None
    answered_at: datetime | None
    note: str


def ask(  # noqa: PLR0913
    db: Session, *, authority: str, key: str, url: str, title: str, reasons: Sequence[str], reading: str, now: datetime,
    checks: Sequence[CheckMade] = (), baseline: bool = False, decision_id: int | None = None,
) -> int | None:  # fmt: skip
    """Ask about an act, or about a stored decision; the question's number, None when there is nothing to ask.

    A question still waiting takes the newest reading. After an answer there is a new question only for a reading that
    contradicts it and that no person has seen; it says so in its reasons.
    """
    asked = _about(db, authority, key, decision_id)
    waiting = next((row for row in asked if row.state == "waiting"), None)
    if waiting is not None:
        waiting.reasons, waiting.reading, waiting.checks = list(reasons), reading, list(map(list, checks))
        db.flush()
        return waiting.id
    last = _standing(asked)
    if last is not None and (not contradictions(last, reading) or _was_seen(reading, asked)):
        return None
    doubts = [*([_said_before(last), *contradictions(last, reading)] if last else []), *reasons]
    row = ReviewRow(authority=authority, key=key, url=url, title=title, reasons=list(dict.fromkeys(doubts)),
                    checks=list(map(list, checks)), reading=reading, baseline=baseline, decision_id=decision_id,
                    asked_at=now)  # fmt: skip
    db.add(row)
    db.flush()
    return row.id


def waiting(db: Session) -> list[Review]:
    """Open questions, oldest first."""
    rows = db.exec(select(ReviewRow).where(ReviewRow.state == "waiting").order_by(col(ReviewRow.id)))
    return [_review(row) for row in rows]


def get(db: Session, review_id: int) -> Review:
    """One question. Raises LookupError when there is none of that number."""
    return _review(_row(db, review_id))


def answer(  # noqa: PLR0913
    db: Session, review_id: int, state: str, *, author: str, note: str, now: datetime, decision: Decision | None = None,
    decision_id: int | None = None,
) -> Review:  # fmt: skip
    """Write down a person's answer: accepted or edited with the decision that is stored now, or rejected."""
    row = _row(db, review_id)
    row.state, row.author, row.note, row.answered_at = state, author, note, now
    row.answer = decision.model_dump_json() if decision else ""
    row.decision_id = decision_id or row.decision_id
    db.flush()
    return _review(row)


def withdraw(db: Session, authority: str, keys: Collection[str]) -> int:
    """Take back the open questions about these keys, as their pages read well now; how many there were. What a person
    asked (`storage.remarks`) stays asked."""
    waiting = select(ReviewRow).where(ReviewRow.authority == authority, ReviewRow.state == "waiting")
    open_ = waiting.where(ReviewRow.note == "")
    rows = db.exec(open_.where(col(ReviewRow.key).in_(keys))).all()
    for row in rows:
        row.state = "withdrawn"
    db.flush()
    return len(rows)


def taken(db: Session, decision_id: int) -> Review | None:
    """The last answer that a person stored as this decision."""
    rows = select(ReviewRow).where(ReviewRow.decision_id == decision_id, col(ReviewRow.state).in_(TAKEN))
    return _standing(db.exec(rows).all())


def rejected(db: Session, authority: str, keys: Collection[str]) -> Review | None:
    """A person's no to any of these keys, where nobody said yes."""
    rows = select(ReviewRow).where(ReviewRow.authority == authority, col(ReviewRow.key).in_(keys))
    last = _standing(db.exec(rows).all())
    return last if last is not None and last.state == "rejected" else None


def contradictions(last: Review, reading: Decision | str) -> list[str]:
    """What a reading says against an answer, in words. A reading of nothing is against none; any is against a no."""
    if not reading:
        return []
    new = Decision.model_validate_json(reading) if isinstance(reading, str) else reading
    if not last.answer:
        return ["the page now reads as a sanction" if last.reading == "" else "the page now reads differently"]
    old = Decision.model_validate_json(last.answer)
    days = (old.decided_on, new.decided_on)
    found = [f"decided on {new.decided_on}, not {old.decided_on}"] if None not in days and len(set(days)) > 1 else []
    return found + [difference.words for difference in differences(old, new) if difference.words]


def _about(db: Session, authority: str, key: str, decision_id: int | None) -> Sequence[ReviewRow]:
    one = (ReviewRow.authority == authority) & (ReviewRow.key == key)
    act = one if decision_id is None else or_(one, ReviewRow.decision_id == decision_id)
    return db.exec(select(ReviewRow).where(act).order_by(col(ReviewRow.id))).all()


def _standing(rows: Sequence[ReviewRow]) -> Review | None:
    """The answer that holds: the last yes, as a later no only keeps it; without a yes, the last no."""
    answered = [_review(row) for row in rows if row.state in ANSWERED]
    yes = [review for review in answered if review.state in TAKEN]
    return max(yes or answered, key=lambda review: (review.answered_at, review.id), default=None)


def _said_before(last: Review) -> str:
    when = f" on {last.answered_at:%Y-%m-%d}" if last.answered_at else ""
    return f"{last.author} {last.state} question {last.id}{when}, and this reading contradicts it"


def _was_seen(reading: str, asked: Sequence[ReviewRow]) -> bool:
    facts = _facts(reading)
    return any(_facts(said) == facts for row in asked if row.state in ANSWERED for said in (row.reading, row.answer))


def _facts(reading: str) -> object:
    """What a reading says, without the words that it was read from, which may move about the page."""
    if not reading:
        return None
    left_out = {"url": True, "title": True, "language": True, "aliases": True, "key": True, "provisional": True}
    decision = Decision.model_validate_json(reading)
    return decision.model_dump(exclude={**left_out, "sanctions": {"__all__": {"evidence"}}})


def _row(db: Session, review_id: int) -> ReviewRow:
    row = db.get(ReviewRow, review_id)
    if row is None:
        raise LookupError(f"there is no question {review_id}")
    return row


def _review(row: ReviewRow) -> Review:
    checks = tuple(CheckMade(*each) for each in row.checks)
    return Review(**row.model_dump() | {"reasons": tuple(row.reasons), "checks": checks})
