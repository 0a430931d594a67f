"""Questions that wait for a person. Asks and remembers; answers are acted on elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from storage.work_tables import ReviewRow


@dataclass(frozen=True)
class Review:
    """One question. `reading` is the Decision as JSON that was read in part, or empty; `state` waiting, accepted or
    rejected, the latter two with author, moment and note."""

    id: int
    authority: str
    key: str
    url: str
    title: str
    reasons: tuple[str, ...]
    reading: str
    asked_at: datetime
    state: str
    author: str | None
    answered_at: datetime | None
    note: str


def ask(  # noqa: PLR0913
    db: Session, *, authority: str, key: str, url: str, title: str, reasons: Sequence[str], reading: str, now: datetime
) -> int:
    """Ask about an act once; the id. A question still waiting takes the newest reading; an answered one stays so."""
    row = db.exec(select(ReviewRow).where(ReviewRow.authority == authority, ReviewRow.key == key)).one_or_none()
    if row is None:
        row = ReviewRow(authority=authority, key=key, url=url, title=title, reasons=list(reasons), reading=reading,
                        asked_at=now)  # fmt: skip
        db.add(row)
    elif row.state == "waiting":
        row.reasons, row.reading = list(reasons), reading
    db.flush()
    return row.id


def waiting(db: Session) -> list[Review]:
    """Open questions, oldest first."""
    rows = db.exec(select(ReviewRow).where(ReviewRow.state == "waiting").order_by(col(ReviewRow.id)))
    return [_review(row) for row in rows]


def get(db: Session, review_id: int) -> Review:
    """One question. Raises LookupError when there is none of that number."""
    row = db.get(ReviewRow, review_id)
    if row is None:
        raise LookupError(f"there is no review {review_id}")
    return _review(row)


def _review(row: ReviewRow) -> Review:
    return Review(**row.model_dump() | {"reasons": tuple(row.reasons)})
