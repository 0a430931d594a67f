"""Results into the database: a decision, its events and its promises in one transaction, or a question."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from bot.jobs.announce import announce
from bot.jobs.desk import Desk
from bot.jobs.later import said_of
from bot.jobs.question import ask
from bot.jobs.turn import Outcome
from scrapers.adapter import Ref
from scrapers.decision import Decision
from scrapers.errors import (
    BrokenDocumentError,
    BrokenReaderError,
    LayoutChangedError,
    TooLargeError,
    UnreadableValueError,
)
from scrapers.harvest import Read, Refused
from scrapers.normalise import Accepted, Doubtful
from storage import decisions, refs, reviews
from storage.database import transaction
from storage.decisions import Document

FOR_A_PERSON = (BrokenDocumentError, BrokenReaderError, LayoutChangedError, TooLargeError, UnreadableValueError)
"""Errors of one page that waiting alone will not mend (scrapers/errors.py)."""


def see(desk: Desk, authority: str, source: str, ref: Ref, *, row: Ref | None, first: bool) -> bool:
    """Note a ref; True when it needs no reading now. What a row of a first visit leads to is history like the row."""
    now = desk.now()
    with transaction(desk.engine) as db:
        baseline = first or (row is not None and refs.is_baseline(db, authority, row.key))
        refs.see(
            db,
            authority,
            source,
            ref.key,
            title=ref.title,
            url=ref.request.url,
            stamp=ref.stamp,
            baseline=baseline,
            now=now,
            said=said_of(ref),
        )
        return refs.is_known(db, authority, ref.key, ref.stamp, now=now)


def read(desk: Desk, authority: str, result: Read, *, is_late: bool = False) -> Outcome:
    """Keep one act as what it was understood to be. `is_late`: its alerts wait for the end of the visit."""
    keys = frozenset({result.raw.key, *result.raw.aliases})
    if isinstance(result.outcome, Accepted):
        return _accept(desk, result, result.outcome.decision, keys, is_late)
    if isinstance(result.outcome, Doubtful):
        with transaction(desk.engine) as db:
            is_asked = _doubt(db, desk, authority, result, result.outcome)
        return Outcome("review", None, "reviews" if is_asked else "", keys)
    return Outcome("dropped", None, "dropped", keys)


def _accept(desk: Desk, result: Read, decision: Decision, keys: frozenset[str], is_late: bool) -> Outcome:
    with transaction(desk.engine) as db:
        if _is_rejected(db, decision, keys):
            is_asked = _object(db, desk, result, decision, None)
            return Outcome("review", None, "reviews" if is_asked else "", keys)
        saved = decisions.save(db, decision, papers(result, desk), now=desk.now(), origin="poll")
        if saved.disputed:
            is_asked = _object(db, desk, result, decision, saved.id)
            return Outcome("review", saved.id, "reviews" if is_asked else "", keys)
        if not refs.is_baseline(db, decision.authority, result.ref.key):
            announce(db, desk, saved, is_late=is_late)
    return Outcome("accepted", saved.id, "new" if saved.is_new else "", keys)


def _is_rejected(db: Session, decision: Decision, keys: frozenset[str]) -> bool:
    if reviews.rejected(db, decision.authority, keys) is None:
        return False
    return all(decisions.find(db, decision.authority, key) is None for key in keys)


def _object(db: Session, desk: Desk, result: Read, decision: Decision, decision_id: int | None) -> bool:
    """Put a reading that contradicts a person's answer before a person; the answer stands until then."""
    reading = decision.model_dump_json()
    checks = result.outcome.checks if isinstance(result.outcome, Accepted) else ()
    return ask(
        db, desk, decision.authority, result.ref, (), raw=result.raw, reading=reading, checks=checks,
        decision_id=decision_id,
    )  # fmt: skip


def _doubt(db: Session, desk: Desk, authority: str, result: Read, doubt: Doubtful) -> bool:
    reading = doubt.decision.model_dump_json() if doubt.decision else ""
    known = decisions.find(db, authority, result.raw.key)
    return ask(
        db, desk, authority, result.ref, doubt.reasons, raw=result.raw, reading=reading, checks=doubt.checks,
        decision_id=known.id if known else None,
    )  # fmt: skip


def papers(result: Read, desk: Desk) -> list[Document]:
    """The documents that an act was read from."""
    raw, now = result.raw, desk.now()
    forms = {passage.url: passage.form.value for passage in raw.passages}
    form = raw.passages[0].form.value if raw.passages else ""
    return [Document(p.url, forms.get(p.url, form), p.body, p.content_type, now) for p in result.pages]


def refused(desk: Desk, authority: str, result: Refused) -> None:
    """Ask about a page that waiting alone will not mend."""
    if isinstance(result.error, FOR_A_PERSON):
        ask_about(desk, authority, [result.ref], str(result.error))


def cross_check(desk: Desk, authority: str, rows: Iterable[Ref]) -> int:
    """Ask about rows of an authority's own overview that no other source has brought; how many were asked about."""
    missing = [ref for ref in rows if _is_missing(desk, authority, ref)]
    ask_about(desk, authority, missing, "the authority's own list names it, and no other source brought it")
    return len(missing)


def ask_about(desk: Desk, authority: str, rows: Sequence[Ref], reason: str) -> None:
    """Ask about rows of which nothing could be read, for one reason."""
    for ref in rows:
        with transaction(desk.engine) as db:
            ask(db, desk, authority, ref, (reason,))


def _is_missing(desk: Desk, authority: str, ref: Ref) -> bool:
    with transaction(desk.engine) as db:
        stored = decisions.find(db, authority, ref.key)
        return stored is None and not refs.is_baseline(db, authority, ref.key)
