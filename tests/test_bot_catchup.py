"""After a long silence: one message in the place of many, nothing lost, nothing told twice."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs.catchup import is_late
from bot.jobs.deliver import deliver
from bot.jobs.poll import poll
from bot.jobs.rhythm import Beat
from bot.routing import Destination, Destinations
from bot.terminal import to_terminal
from bot.views.catchup import MOST_LISTED, catch_up
from bot.views.message import Field, Message, card
from scrapers.adapter import Page, Request
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage.database import transaction
from storage.register import subscriptions
from tests.newsroom import HOST, Newsroom, Pages, newsroom_in, source

DAYS = timedelta(days=7)
CAUGHT_UP = "TOY: caught up 6 decisions not seen between 2 March 2026 and 9 March 2026"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    room = newsroom_in(tmp_path)
    room.pages.publish("A-1", "ACME|fine|1")
    await room.poll()
    yield room
    room.engine.dispose()


def publish(room: Newsroom, count: int, first: int = 2) -> None:
    for number in range(first, first + count):
        room.pages.publish(f"A-{number}", f"Company {number}|fine|{number}000")


def headlines(*numbers: int) -> list[tuple[str, str]]:
    return [("discord:1", f"TOY fines Company {number} €{number},000") for number in numbers]


async def test_after_a_long_silence_many_new_decisions_are_one_message(room: Newsroom) -> None:
    publish(room, 6)
    room.time += DAYS

    assert await room.beat() == [("discord:1", CAUGHT_UP)]
    assert await room.deliver(timedelta(days=1)) == []


async def test_the_message_lists_every_headline_with_its_address(room: Newsroom) -> None:
    room.destinations = Destinations((Destination("terminal"),), "terminal")
    publish(room, 6)
    room.time += DAYS
    await room.poll()
    written: list[str] = []
    await deliver(room.desk, {"terminal": to_terminal(written.append)})

    assert written[0].splitlines()[0] == CAUGHT_UP
    assert sorted(row.split("  ")[-1] for row in written[0].splitlines()[1:]) == [
        f"TOY fines Company {number} €{number},000 {HOST}/A-{number}" for number in range(2, 8)
    ]


async def test_after_a_long_silence_a_few_are_told_as_ever(room: Newsroom) -> None:
    publish(room, 5)
    room.time += DAYS

    assert sorted(await room.beat()) == headlines(2, 3, 4, 5, 6)


async def test_without_a_silence_many_are_told_as_ever(room: Newsroom) -> None:
    publish(room, 6)
    room.time += timedelta(days=2)

    assert len(await room.beat()) == 6


async def test_after_a_silence_the_next_news_are_alerts_again(room: Newsroom) -> None:
    publish(room, 6)
    room.time += DAYS
    await room.beat()
    publish(room, 1, first=8)

    assert await room.beat() == headlines(8)


@dataclass
class Between:
    """The newsroom's pages, with something that happens before each of them."""

    pages: Pages
    happens: Callable[[Request], Awaitable[None]]

    async def fetch(self, request: Request) -> Page:
        await self.happens(request)
        return await self.pages.fetch(request)


async def test_nothing_is_sent_one_by_one_while_a_late_visit_goes_on(room: Newsroom) -> None:
    publish(room, 6)
    room.time += DAYS
    sent: list[tuple[str, str]] = []

    async def deliver_meanwhile(_: Request) -> None:
        sent.extend(await room.deliver())

    await poll(room.desk, [room.adapter], Between(room.pages, deliver_meanwhile))

    assert sent == []
    assert await room.deliver() == [("discord:1", CAUGHT_UP)]


async def test_each_destination_is_told_of_what_it_wants(room: Newsroom) -> None:
    room.destinations = Destinations(
        (Destination("discord:1"), Destination("discord:2", frozenset({Kind.REPRIMAND}))), "discord:9"
    )
    publish(room, 6)
    room.pages.publish("A-9", "Bolt|reprimand|")
    room.time += DAYS

    assert sorted(await room.beat()) == [
        ("discord:1", CAUGHT_UP.replace("6", "7", 1)),
        ("discord:2", "TOY reprimands Bolt"),
    ]


async def test_companies_that_nobody_follows_are_not_caught_up(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        subscriptions.track(db, "Bolt", room.time)
    publish(room, 6)
    room.pages.publish("A-9", "Bolt Ltd|fine|9000")
    room.time += DAYS

    assert await room.beat() == [("discord:1", "TOY fines Bolt Ltd €9,000")]


async def test_what_a_visit_that_was_cut_off_held_back_is_gathered_by_the_next(room: Newsroom) -> None:
    publish(room, 6)
    room.time += DAYS

    async def cut_off_at_the_last(request: Request) -> None:
        if request.url.endswith("A-2"):
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await poll(room.desk, [room.adapter], Between(room.pages, cut_off_at_the_last))
    assert len(room.titles()) == 6
    assert await room.deliver() == []
    assert await room.beat() == [("discord:1", CAUGHT_UP)]


async def test_more_than_one_message_holds_are_several_and_none_is_left_out(room: Newsroom) -> None:
    publish(room, MOST_LISTED + 3)
    room.time += DAYS

    assert [words.rpartition(", ")[2] for _, words in await room.beat()] == ["10 of them here", "3 of them here"]


@pytest.mark.parametrize(
    ("silent_for", "every", "late"), [(2, 1, False), (4, 1, True), (4, 300, False), (8, 300, True)]
)
def test_a_source_is_late_after_days_and_by_its_own_rhythm(silent_for: int, every: int, late: bool) -> None:
    now = datetime(2026, 3, 9, tzinfo=UTC)
    beat = Beat(timedelta(minutes=15), lambda: 0.5)

    assert is_late(now - timedelta(days=silent_for), source(every=every), beat, now) is late
    assert not is_late(None, source(every=every), beat, now)


def test_the_fullest_message_fits_into_one_card(tmp_path: Path) -> None:
    room = newsroom_in(tmp_path)
    long = Sanction(party="Ω@" * 200, kind=Kind.FINE, money=Money.of("9" * 12, "EUR"), evidence=Evidence(words=""))
    found = [
        room.store(
            Decision(
                authority="TOY", key=str(number), reference=None, url=f"https://authority.example/{number:0>170}",
                title="", language="en", decided_on=date(2026, 9, 30), sanctions=(long,),
            )
        )
        for number in range(MOST_LISTED)
    ]  # fmt: skip
    message = catch_up("TOY", found, 99, room.time, room.time)

    assert len(card(message).fields) == MOST_LISTED
    assert [field.value.rpartition("\n")[2] for field in card(message).fields] == [
        f"[Source](<{stored.decision.url}>)" for stored in found
    ]
    room.engine.dispose()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/> @everyone", "", "http://a.example"])
def test_an_address_that_is_none_is_not_shown_as_one(url: str) -> None:
    assert card(Message("x", (Field("a", "b", url),))).fields == (Field("a", "b"),)
