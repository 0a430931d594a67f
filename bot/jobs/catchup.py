"""After a long silence: one message for all that was missed, in the place of one for each decision."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from sqlmodel import Session

from bot.jobs.desk import Desk
from bot.jobs.rhythm import Beat
from bot.views.catchup import MOST_LISTED, catch_up
from bot.views.message import Message
from scrapers.adapter import Source
from storage import decisions, outbox
from storage.database import transaction
from storage.outbox import Promise

SILENCE = timedelta(days=3)
MANY = 5
"""Up to five alerts are read as alerts; more at once are a flood."""


def is_late(last_success: datetime | None, source: Source, beat: Beat, now: datetime) -> bool:
    """Was the source silent for days, and for longer than its own rhythm explains?"""
    return last_success is not None and now - last_success > max(SILENCE, 2 * source.every * beat.every)


def end(desk: Desk, authority: str, since: datetime) -> None:
    """At the end of a late visit: where many alerts were held back they become one message, else they are let go."""
    now = desk.now()
    with transaction(desk.engine) as db:
        held = sorted(outbox.held(db, authority, now), key=lambda promise: (promise.destination, promise.id))
        for destination, promises in groupby(held, key=lambda promise: promise.destination):
            missed = list(promises)
            if len(missed) > MANY:
                _gather(db, destination, authority, missed, since, now)
            else:
                outbox.release(db, [promise.id for promise in missed], now)


def _gather(
    db: Session, destination: str, authority: str, missed: Sequence[Promise], since: datetime, now: datetime
) -> None:  # fmt: skip
    """As many messages as hold all headlines, mostly one; the alerts themselves are not sent any more."""
    ids = [promise.decision_id for promise in missed]
    for first in range(0, len(ids), MOST_LISTED):
        said = {"authority": authority, "since": since.isoformat(), "of": len(ids), "ids": ids[first:][:MOST_LISTED]}
        subject = f"{authority} {now.isoformat()} {first}"
        outbox.promise(db, destination, "catchup", subject, text=json.dumps(said), now=now)
    outbox.gather(db, [promise.id for promise in missed])


def message(db: Session, promise: Promise) -> Message:
    """The message of a promise made here, with the headlines as they stand now."""
    said = json.loads(promise.text)
    found = [decisions.get(db, number) for number in said["ids"]]
    since = datetime.fromisoformat(said["since"])
    return catch_up(said["authority"], found, said["of"], since, promise.created_at)
