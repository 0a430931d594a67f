"""Keep the promises that are due: each destination on its own, each promise ticked off after its message exists."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import Protocol

import structlog

from bot.jobs import catchup
from bot.jobs.desk import Desk
from bot.jobs.errors import GiveUpError, RetryLaterError
from bot.jobs.rhythm import retry_delivery
from bot.routing import TERMINAL
from bot.views.alert import alert, change
from bot.views.message import Message
from bot.views.notices import notice, undeliverable
from storage import decisions, outbox
from storage.database import reading, transaction
from storage.outbox import Promise

log = structlog.get_logger(__name__)

ROUND = 10_000
"""All that can be owed at once: a smaller round would let one dead channel stand before the living ones."""


class Send(Protocol):
    """Hands a message over to `destination`."""

    async def __call__(self, destination: str, message: Message, nonce: str) -> str:
        """The message's id. The same nonce never makes a second message within some minutes.

        Raises RetryLaterError or GiveUpError.
        """
        ...


@dataclass(frozen=True)
class Delivered:
    """One round: messages that exist now, promises tried again later, promises given up."""

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
    promises = await asyncio.to_thread(_due, desk)
    by_destination = groupby(sorted(promises, key=lambda p: (p.destination, p.id)), key=lambda p: p.destination)
    chosen = [(senders.get(_prefix(destination)), list(owed)) for destination, owed in by_destination]
    async with asyncio.TaskGroup() as group:
        rounds = [group.create_task(_to_one(desk, send, owed)) for send, owed in chosen if send is not None]
    return sum((each.result() for each in rounds), Delivered())


def nonce(promise: Promise) -> str:
    """The same for the same promise in every process, at most 25 characters (discord.md §3)."""
    facts = (promise.id, promise.destination, promise.kind, promise.subject, promise.created_at.isoformat())
    return sha256(repr(facts).encode()).hexdigest()[:24]


async def _to_one(desk: Desk, send: Send, owed: list[Promise]) -> Delivered:
    done = Delivered()
    for promise in owed:
        result = await _keep(desk, send, promise)
        done += result
        if result.put_off:
            break
    return done


async def _keep(desk: Desk, send: Send, promise: Promise) -> Delivered:
    try:
        message = await asyncio.to_thread(_message, desk, promise)
        message_id = await send(promise.destination, message, nonce(promise))
    except RetryLaterError as error:
        log.warning("a message waits", destination=promise.destination, reason=str(error))
        return await _put_off(desk, promise, str(error), error.after)
    except GiveUpError as error:
        log.warning("a message is given up", destination=promise.destination, reason=str(error))
        await asyncio.to_thread(_fail, desk, promise, str(error), None)
        return Delivered(given_up=1)
    except Exception as error:  # our own bug in one message must not hold up the others
        log.exception("a message could not be made", destination=promise.destination)
        return await _put_off(desk, promise, f"a bug in the bot ({error!r})", None)
    await asyncio.to_thread(_tick, desk, promise, message_id)
    return Delivered(kept=1)


async def _put_off(desk: Desk, promise: Promise, reason: str, asked: float | None) -> Delivered:
    retry_at = retry_delivery(promise.attempts, asked, desk.beat.chance(), desk.now())
    await asyncio.to_thread(_fail, desk, promise, reason, retry_at)
    return Delivered(put_off=1)


def _due(desk: Desk) -> list[Promise]:
    with reading(desk.engine) as db:
        return outbox.due(db, desk.now(), limit=ROUND)


def _message(desk: Desk, promise: Promise) -> Message:
    """The message as things stand now; an alert that waited tells the state of today."""
    if promise.kind == "notice":
        return notice(promise.text)
    with reading(desk.engine) as db:
        if promise.decision_id is None:
            return catchup.message(db, promise)
        stored = decisions.get(db, promise.decision_id)
    return change(stored, promise.text) if promise.kind == "change" else alert(stored)


def _tick(desk: Desk, promise: Promise, message_id: str) -> None:
    with transaction(desk.engine) as db:
        outbox.kept(db, promise.id, message_id, desk.now())


def _fail(desk: Desk, promise: Promise, reason: str, retry_at: datetime | None) -> None:
    """Given up, the operator hears of it, once a day for a destination; where the operator's own is refused, the
    terminal."""
    now = desk.now()
    with transaction(desk.engine) as db:
        outbox.failed(db, promise.id, reason, retry_at=retry_at, now=now)
        if retry_at is None:
            ops = desk.destinations.ops
            told = TERMINAL if promise.destination == ops else ops
            subject = f"{promise.destination} {now.date()}"
            outbox.promise(db, told, "notice", subject, text=undeliverable(promise.destination, reason), now=now)


def _prefix(destination: str) -> str:
    return destination.partition(":")[0]
