"""Keep the promises that are due: each destination on its own, each promise ticked off after its message exists."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Protocol

import structlog
from sqlmodel import Session

from bot.jobs import letters
from bot.jobs.desk import Desk
from bot.jobs.errors import GiveUpError, NoAccessError, RetryLaterError
from bot.jobs.letters import Letter
from bot.jobs.rhythm import retry_delivery
from bot.routing import TERMINAL
from bot.views.notices import closed, undeliverable
from bot.views.post import Post
from storage import newsrooms, outbox
from storage.database import reading, transaction
from storage.outbox import Promise

log = structlog.get_logger(__name__)

ROUND = 10_000
"""All that can be owed at once: a smaller round would let one dead channel stand before the living ones."""

AT_ONCE = 32
"""Destinations that are served side by side: enough to fill Discord's 50 requests a second, few enough for memory."""

NO_ACCESS = timedelta(hours=1)
"""How often a closed channel is tried: 10,000 refused requests in ten minutes would have the bot banned."""


class Send(Protocol):
    """Hands a post over to `destination`."""

    async def __call__(self, destination: str, post: Post, nonce: str) -> str:
        """The message's id. The same nonce never makes a second message within some minutes.

        Raises RetryLaterError, NoAccessError or GiveUpError.
        """
        ...


@dataclass(frozen=True)
class Delivered:
    """One round: promises kept now, promises tried again later, promises given up."""

    kept: int = 0
    put_off: int = 0
    given_up: int = 0

    def __add__(self, other: "Delivered") -> "Delivered":
        return Delivered(self.kept + other.kept, self.put_off + other.put_off, self.given_up + other.given_up)


async def deliver(desk: Desk, senders: Mapping[str, Send]) -> Delivered:
    """Send what is due. `senders` go by the part of a destination before its colon ("terminal", "discord").

    Destinations do not wait for each other. Within one, the oldest goes first, and when it must be tried again the rest
    waits for the next round. A destination without a sender keeps its promises for a run that has one.
    """
    owed = [promise for promise in await asyncio.to_thread(_due, desk) if _prefix(promise.destination) in senders]
    if not owed:
        return Delivered()
    by_destination = await asyncio.to_thread(letters.sort, desk, owed)
    places, told = asyncio.Semaphore(AT_ONCE), letters.Told()
    async with asyncio.TaskGroup() as group:
        rounds = [
            group.create_task(_to_one(desk, senders[_prefix(destination)], theirs, places, told))
            for destination, theirs in by_destination.items()
        ]
    return sum((each.result() for each in rounds), Delivered())


def nonce(promise: Promise) -> str:
    """The same for the same promise in every process, at most 25 characters (discord.md §3)."""
    facts = (promise.id, promise.destination, promise.kind, promise.subject, promise.created_at.isoformat())
    return sha256(repr(facts).encode()).hexdigest()[:24]


async def _to_one(
    desk: Desk, send: Send, theirs: list[Letter], places: asyncio.Semaphore, told: letters.Told
) -> Delivered:
    done = Delivered()
    async with places:
        for letter in theirs:
            result = await _keep(desk, send, letter, told)
            done += result
            if result.put_off:
                break
    return done


async def _keep(desk: Desk, send: Send, letter: Letter, told: letters.Told) -> Delivered:
    destination, many = letter[0].destination, len(letter)
    try:
        post = await asyncio.to_thread(letters.write, desk, letter, told)
        message_id = None if post is None else await send(destination, post, nonce(letter[0]))
    except RetryLaterError as error:
        log.warning("a message waits", destination=destination, reason=str(error))
        retry_at = retry_delivery(letter[0].attempts, error.after, desk.beat.chance(), desk.now())
        await asyncio.to_thread(_fail, desk, letter, str(error), retry_at)
        return Delivered(put_off=many)
    except NoAccessError as error:
        log.warning("a channel is closed to the bot", destination=destination, reason=str(error))
        await asyncio.to_thread(_pause, desk, letter, str(error))
        return Delivered(put_off=many)
    except GiveUpError as error:
        log.warning("a message is given up", destination=destination, reason=str(error))
        await asyncio.to_thread(_fail, desk, letter, str(error), None)
        return Delivered(given_up=many)
    except Exception as error:  # our own bug in one message must not hold up the others
        log.exception("a message could not be made", destination=destination)
        retry_at = retry_delivery(letter[0].attempts, None, desk.beat.chance(), desk.now())
        await asyncio.to_thread(_fail, desk, letter, f"a bug in the bot ({error!r})", retry_at)
        return Delivered(put_off=many)
    await asyncio.to_thread(_tick, desk, letter, message_id)
    return Delivered(kept=many)


def _due(desk: Desk) -> list[Promise]:
    with reading(desk.engine) as db:
        return outbox.due(db, desk.now(), limit=ROUND)


def _tick(desk: Desk, letter: Letter, message_id: str | None) -> None:
    """The message exists, or there is nothing to send any more; a newsroom that was paused is open again."""
    with transaction(desk.engine) as db:
        if message_id is None:
            outbox.gather(db, [promise.id for promise in letter])
            return
        for promise in letter:
            outbox.kept(db, promise.id, message_id, desk.now())
        room = newsrooms.of_address(db, letter[0].destination)
        if room is not None and room.paused and room.address == letter[0].destination:
            newsrooms.change(db, room.guild_id, desk.now(), paused="")


def _fail(desk: Desk, letter: Letter, reason: str, retry_at: datetime | None) -> None:
    """Put off or given up; of the latter the operator hears, once a day for a destination."""
    with transaction(desk.engine) as db:
        for promise in letter:
            outbox.failed(db, promise.id, reason, retry_at=retry_at, now=desk.now())
        if retry_at is None:
            destination = letter[0].destination
            _tell(db, desk, destination, desk.destinations.ops, undeliverable(destination, reason))


def _pause(desk: Desk, letter: Letter, reason: str) -> None:
    """Nothing is lost: the promises wait, and whoever can open the channel hears of it, once a day."""
    destination, now = letter[0].destination, desk.now()
    with transaction(desk.engine) as db:
        for promise in letter:
            outbox.failed(db, promise.id, reason, retry_at=now + NO_ACCESS, now=now)
        room = newsrooms.of_address(db, destination)
        if room is not None and room.address == destination:
            newsrooms.change(db, room.guild_id, now, paused=reason)
        told = room.ops if room and room.ops else desk.destinations.ops
        _tell(db, desk, destination, told, closed(destination, reason))


def _tell(db: Session, desk: Desk, destination: str, told: str, text: str) -> None:
    """Where the one who should hear of it is the one that is refused, the operator does, and at last the terminal."""
    if told == destination:
        told = TERMINAL if destination == desk.destinations.ops else desk.destinations.ops
    subject = f"{destination} {desk.now().date()}"
    outbox.promise(db, told, "notice", subject, text=text, now=desk.now())


def _prefix(destination: str) -> str:
    return destination.partition(":")[0]
