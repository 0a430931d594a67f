"""Results into the database: a decision, its events and its promises in one transaction, or a question."""

from collections.abc import Iterable, Sequence

from bot.jobs.desk import Desk
from bot.jobs.turn import Outcome
from bot.routing import owed
from bot.views import notices
from scrapers.adapter import RawDecision, Ref
from scrapers.decision import Decision
from scrapers.errors import BrokenDocumentError, LayoutChangedError, TooLargeError, UnreadableValueError
from scrapers.harvest import Read, Refused
from scrapers.normalise import Accepted, Doubtful
from storage import decisions, outbox, refs, reviews, subscriptions
from storage.database import transaction
from storage.decisions import Document

FOR_A_PERSON = (BrokenDocumentError, LayoutChangedError, TooLargeError, UnreadableValueError)
"""Errors of one page that waiting alone will not mend (scrapers/errors.py)."""

GZIP = b"\x1f\x8b"


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
        )
        return refs.is_known(db, authority, ref.key, ref.stamp, now=now)


def read(desk: Desk, authority: str, result: Read) -> Outcome:
    """Keep one act as what it was understood to be."""
    if isinstance(result.outcome, Accepted):
        return _accept(desk, result, result.outcome.decision)
    if isinstance(result.outcome, Doubtful):
        reading = result.outcome.decision.model_dump_json() if result.outcome.decision else ""
        _ask(desk, authority, result.ref, result.raw, result.outcome.reasons, reading)
        return Outcome("review", counts_as="reviews")
    return Outcome("dropped", counts_as="dropped")


def _accept(desk: Desk, result: Read, decision: Decision) -> Outcome:
    now = desk.now()
    with transaction(desk.engine) as db:
        saved = decisions.save(db, decision, papers(result, desk), now=now, origin="poll")
        if not refs.is_baseline(db, decision.authority, result.ref.key):
            stored, tracked = decisions.get(db, saved.id), subscriptions.tracked(db)
            for message in owed(saved, stored, desk.destinations, tracked):
                outbox.promise(
                    db,
                    message.address,
                    message.kind,
                    message.subject,
                    decision_id=saved.id,
                    text=message.text,
                    now=now,
                )
    return Outcome("accepted", saved.id, "new" if saved.is_new else "")


def papers(result: Read, desk: Desk) -> list[Document]:
    """The documents that an act was read from. Of an archive of many acts, only this act's own text is kept."""
    raw, now = result.raw, desk.now()
    forms = {passage.url: passage.form.value for passage in raw.passages}
    if any(page.body.startswith(GZIP) for page in result.pages):
        texts = [(passage.url or raw.url, passage) for passage in raw.passages]
        return [Document(url, p.form.value, p.text.encode(), "text/plain; charset=utf-8", now) for url, p in texts]
    form = raw.passages[0].form.value if raw.passages else ""
    return [Document(p.url, forms.get(p.url, form), p.body, p.content_type, now) for p in result.pages]


def refused(desk: Desk, authority: str, result: Refused) -> None:
    """Ask about a page that waiting alone will not mend."""
    if isinstance(result.error, FOR_A_PERSON):
        _ask(desk, authority, result.ref, None, (str(result.error),), "")


def cross_check(desk: Desk, authority: str, rows: Iterable[Ref]) -> int:
    """Ask about rows of an authority's own overview that no other source has brought; how many were asked about."""
    missing = [ref for ref in rows if _is_missing(desk, authority, ref)]
    for ref in missing:
        _ask(desk, authority, ref, None, ("the authority's own list names it, and no other source brought it",), "")
    return len(missing)


def _is_missing(desk: Desk, authority: str, ref: Ref) -> bool:
    with transaction(desk.engine) as db:
        stored = decisions.find(db, authority, ref.key)
        return stored is None and not refs.is_baseline(db, authority, ref.key)


def _ask(
    desk: Desk, authority: str, ref: Ref, raw: RawDecision | None, reasons: Sequence[str], reading: str
) -> None:  # fmt: skip
    """Ask a person, once per act; the operator hears of it unless it is history."""
    key, url, title = (raw.key, raw.url, raw.title) if raw else (ref.key, ref.request.url, ref.title)
    now = desk.now()
    with transaction(desk.engine) as db:
        number = reviews.ask(
            db, authority=authority, key=key, url=url, title=title, reasons=reasons, reading=reading, now=now
        )
        if not refs.is_baseline(db, authority, ref.key):
            text = notices.question(number, authority, title or key, reasons, url)
            outbox.promise(db, desk.destinations.ops, "notice", f"review {number}", text=text, now=now)
