"""What a reader of an alert says is wrong with it: a question for an editor, which no later reading takes back."""

from datetime import datetime

from sqlmodel import Session, select

from storage.stored import Stored
from storage.work_tables import ReviewRow


def remark(db: Session, stored: Stored, author: str, said: str, now: datetime) -> int:
    """Ask about a stored decision, or add to what is asked of it already; the question's number."""
    reason, act = f"{author} says: {said}", stored.decision
    open_ = select(ReviewRow).where(ReviewRow.decision_id == stored.id, ReviewRow.state == "waiting")
    row = db.exec(open_).first()
    if row is None:
        row = ReviewRow(authority=act.authority, key=act.key, url=act.url, title=act.title, reasons=[],
                        reading=act.model_dump_json(), baseline=False, decision_id=stored.id, asked_at=now)  # fmt: skip
        db.add(row)
    row.reasons, row.note = [*row.reasons, reason], f"asked by {author}"
    db.flush()
    return row.id
