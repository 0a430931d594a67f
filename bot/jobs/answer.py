"""A person's answer to a question: stored with its author, and announced in the same transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from bot.jobs.announce import announce
from bot.jobs.desk import Desk
from bot.jobs.written import checked
from scrapers.decision import Decision
from storage import decisions, reviews
from storage.database import transaction
from storage.reviews import TAKEN, Review


class AnswerError(ValueError):
    """The question cannot be answered like that; `str()` is one sentence that says what can be done."""


@dataclass(frozen=True)
class Author:
    """Who answers, and why."""

    name: str
    note: str = ""


@dataclass(frozen=True)
class Answered:
    """A question after its answer; `messages` is how many were promised, `is_new` whether anything changed."""

    review: Review
    messages: int = 0
    is_new: bool = True


def accept(desk: Desk, number: int, author: Author) -> Answered:
    """Store what was read, as it stands. A question that was answered with yes stays as it is.

    Raises LookupError for an unknown number and AnswerError when nothing was read.
    """
    with transaction(desk.engine) as db:
        review = reviews.get(db, number)
        if review.state in TAKEN:
            return Answered(review, is_new=False)
        decision = read_so_far(review)
        if decision is None:
            raise AnswerError(f"of question {number} nothing was read; `edit {number} --json -` takes a whole decision")
        return _take(db, desk, review, checked(decision), "accepted", author)


def edit(desk: Desk, number: int, change: Callable[[Review], Decision], author: Author) -> Answered:
    """Store what `change` makes of the question; also of one that was answered before.

    Raises LookupError for an unknown number, and what `change` raises.
    """
    with transaction(desk.engine) as db:
        review = reviews.get(db, number)
        decision = change(review)
        if review.state in TAKEN and decision == Decision.model_validate_json(review.answer):
            return Answered(review, is_new=False)
        return _take(db, desk, review, decision, "edited", author)


def reject(desk: Desk, number: int, author: Author) -> Answered:
    """Close the question: nothing is stored. The note is the reason.

    Raises LookupError for an unknown number, AnswerError when the decision is stored by now.
    """
    with transaction(desk.engine) as db:
        review = reviews.get(db, number)
        if review.state == "rejected":
            return Answered(review, is_new=False)
        if review.state in TAKEN:
            said = f"question {number} was {review.state} by {review.author} and its decision is stored"
            raise AnswerError(f"{said}; `edit {number}` corrects it")
        return Answered(_write(db, desk, review, "rejected", author))


def read_so_far(review: Review) -> Decision | None:
    """What a person answered before, else what was read; None for nothing."""
    known = review.answer or review.reading
    return Decision.model_validate_json(known) if known else None


def _take(db: Session, desk: Desk, review: Review, decision: Decision, state: str, author: Author) -> Answered:
    named = tuple(dict.fromkeys((*decision.aliases, review.key)))
    act = decision.model_copy(update={"aliases": tuple(name for name in named if name != decision.key)})
    saved = decisions.save(db, act, (), now=desk.now(), origin=decisions.BY_PERSON)
    messages = 0 if review.baseline else announce(db, desk, saved)
    return Answered(_write(db, desk, review, state, author, act, saved.id), messages)


def _write(
    db: Session, desk: Desk, review: Review, state: str, author: Author, decision: Decision | None = None,
    decision_id: int | None = None,
) -> Review:  # fmt: skip
    return reviews.answer(
        db, review.id, state, author=author.name, note=author.note, now=desk.now(), decision=decision,
        decision_id=decision_id,
    )  # fmt: skip
