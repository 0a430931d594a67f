"""A question for a person, and the one notice of it."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.jobs.desk import Desk
from bot.views import notices
from scrapers.adapter import RawDecision, Ref
from scrapers.checks import Check
from storage import outbox, refs, remarks, reviews
from storage.reviews import CheckMade
from storage.stored import Stored


def ask(  # noqa: PLR0913
    db: Session, desk: Desk, authority: str, ref: Ref, reasons: Sequence[str], *, raw: RawDecision | None = None,
    reading: str = "", checks: Sequence[Check] = (), decision_id: int | None = None,
) -> bool:  # fmt: skip
    """Ask about an act, or about a row of which nothing could be read; False when a person answered that already.

    The operator hears of a question once, and of none that is history.
    """
    key, url, title = (raw.key, raw.url, raw.title) if raw else (ref.key, ref.request.url, ref.title)
    now, baseline = desk.now(), refs.is_baseline(db, authority, ref.key)
    made = [CheckMade(each.name, each.passed, each.words) for each in checks]
    number = reviews.ask(
        db, authority=authority, key=key, url=url, title=title, reasons=reasons, reading=reading, now=now,
        checks=made, baseline=baseline, decision_id=decision_id,
    )  # fmt: skip
    if number is not None and not baseline:
        text = notices.question(number, authority, title or key, reviews.get(db, number).reasons, url)
        outbox.promise(db, desk.destinations.ops, "notice", f"review {number}", text=text, now=now)
    return number is not None


def remark(db: Session, desk: Desk, stored: Stored, author: str, said: str) -> int:
    """Ask what a reader of an alert says; the question's number. The operator hears of it."""
    number = remarks.remark(db, stored, author, said, desk.now())
    review = reviews.get(db, number)
    text = notices.question(number, review.authority, review.title or review.key, review.reasons[-1:], review.url)
    subject = f"review {number} {len(review.reasons)}"
    outbox.promise(db, desk.destinations.ops, "notice", subject, text=text, now=desk.now())
    return number
