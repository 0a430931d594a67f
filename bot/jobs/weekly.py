"""The weekly digest of each newsroom: promised once a week at its own hour, written when it is sent. Knows no clock."""

import json
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.jobs import weeks
from bot.jobs.desk import Desk
from bot.jobs.pictures import picture
from bot.jobs.weeks import Due
from bot.views import digest
from bot.views.figures import of_week
from bot.views.post import Post
from scrapers.decision import Kind
from storage import newsrooms, outbox
from storage.database import reading, transaction
from storage.newsrooms import Newsroom
from storage.outbox import Promise
from storage.register import subscriptions
from storage.register.subscriptions import HOUSE
from storage.stories.week import Span, Wanted, review

ELSEWHERE = "/sanctions search"


def promise_due(desk: Desk, zone: str) -> int:
    """Owe a digest to every newsroom whose hour has come, also when it passed while nothing ran; how many those are.

    `zone` is the time zone of the installation itself, whose digest goes where its alerts go. A newsroom that just set
    itself up has its first one at the next hour set.
    """
    with reading(desk.engine) as db:
        waiting = [(room, address) for room, address in _rooms(db, desk, zone) if _is_due(room, desk.now())]
    if not waiting:
        return 0
    with transaction(desk.engine) as db:
        return sum(_promise(db, desk, room, address) for room, address in waiting)


def _rooms(db: Session, desk: Desk, zone: str) -> list[tuple[Newsroom, str]]:
    house = replace(newsrooms.get(db, HOUSE), zone=zone)
    theirs = [(room, room.address) for room in newsrooms.every(db) if room.address is not None]
    return [*((house, to.address) for to in desk.destinations.alerts[:1]), *theirs]


def _is_due(room: Newsroom, now: datetime) -> bool:
    return room.digest_weekday is not None and (not room.last_digest or _next(room, now).at <= now)


def _next(room: Newsroom, now: datetime) -> Due:
    last = weeks.parse(room.last_digest) if room.last_digest else None
    return weeks.next_due(room.digest_weekday or 0, room.digest_hour, weeks.zone_of(room.zone), last, now)


def _promise(db: Session, desk: Desk, room: Newsroom, address: str) -> bool:
    now, covers = desk.now(), _next(room, desk.now()).covers
    newsrooms.change(db, room.guild_id, now, last_digest=str(covers))
    if not room.last_digest:
        return False
    text = json.dumps({"guild": room.guild_id, "week": str(covers), "zone": room.zone})
    return outbox.promise(db, address, "digest", f"{room.guild_id} {covers}", text=text, now=now)


def post(db: Session, promise: Promise, now: datetime) -> Post:
    """The digest of a promise made here, as things stand now."""
    said = json.loads(promise.text)
    span = weeks.span(weeks.parse(said["week"]), weeks.zone_of(said["zone"]))
    return of(db, newsrooms.get(db, said["guild"]), span, now)


def of(db: Session, room: Newsroom, span: Span, now: datetime) -> Post:
    """A week's digest for a newsroom: of what it tracks, with a chart where there is money to show."""
    found = review(db, span, now=now, wanted=_wanted(db, room))
    return Post((digest.message(found, ELSEWHERE),), picture=picture("fines", of_week(found)))


def _wanted(db: Session, room: Newsroom) -> Wanted:
    companies = frozenset(company.id for company in subscriptions.tracked(db, room.guild_id))
    return Wanted(companies, frozenset(Kind(kind) for kind in room.kinds), frozenset(room.authorities))
