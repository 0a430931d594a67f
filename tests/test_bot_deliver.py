"""Delivery: every promise is kept once, and nobody waits for somebody else's broken channel. With a real database."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs.deliver import deliver
from bot.jobs.errors import GiveUpError, RetryLaterError
from bot.routing import Destination, Destinations
from bot.terminal import to_terminal
from storage import outbox
from storage.database import transaction
from tests.newsroom import Newsroom, newsroom_in

FINE = "ACME S.p.A.|fine|50000"
ALERT = "TOY fines ACME S.p.A. €50,000"


class CrashError(BaseException):
    """The process ends here."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    room = newsroom_in(tmp_path)
    yield room
    room.engine.dispose()


async def with_news(room: Newsroom, *addresses: str) -> Newsroom:
    """A baseline, then one new decision promised to these addresses."""
    room.destinations = Destinations(tuple(map(Destination, addresses)), "discord:9")
    room.pages.publish("A-1", FINE)
    await room.poll()
    room.pages.publish("A-2", FINE)
    await room.poll()
    return room


async def test_a_bad_destination_does_not_stop_the_other(room: Newsroom) -> None:
    await with_news(room, "discord:1", "discord:2")
    room.refusals["discord:1"] = GiveUpError("there is no such channel")

    assert await room.deliver() == [("discord:2", ALERT)]


async def test_what_is_given_up_stays_visible_and_the_operator_hears_of_it_once_a_day(room: Newsroom) -> None:
    await with_news(room, "discord:1")
    room.pages.publish("A-3", FINE)
    await room.poll()
    room.refusals["discord:1"] = GiveUpError("there is no such channel")
    await room.deliver()

    told = await room.deliver(timedelta(seconds=1))
    assert told == [
        ("discord:9", "discord:1 refuses messages: there is no such channel. `finewatch doctor` says what to do.")
    ]
    with transaction(room.engine) as db:
        assert [promise.reason for promise in outbox.given_up(db)] == ["there is no such channel"] * 2


async def test_where_the_operators_own_channel_is_refused_the_terminal_hears_of_it(room: Newsroom) -> None:
    await with_news(room, "discord:9")
    room.refusals["discord:9"] = GiveUpError("there is no such channel")
    await room.deliver()
    written: list[str] = []
    await deliver(room.desk, {"terminal": to_terminal(written.append)})

    assert len(written) == 1
    assert "discord:9 refuses messages" in written[0]


async def test_a_message_that_must_wait_is_sent_later_with_the_same_nonce(room: Newsroom) -> None:
    await with_news(room, "discord:1")
    room.refusals["discord:1"] = RetryLaterError("Discord asks us to wait", 600)
    assert await room.deliver() == []
    room.refusals.clear()

    assert await room.deliver(timedelta(seconds=590)) == []
    assert await room.deliver(timedelta(seconds=20)) == [("discord:1", ALERT)]
    assert len(set(room.nonces)) == 1
    assert await room.deliver(timedelta(days=1)) == []


async def test_a_long_outage_loses_nothing(room: Newsroom) -> None:
    await with_news(room, "discord:1")
    room.refusals["discord:1"] = RetryLaterError("Discord answers with status 503")
    for _ in range(60):
        await room.deliver(timedelta(hours=1))
    room.refusals.clear()

    assert await room.deliver(timedelta(hours=2)) == [("discord:1", ALERT)]


async def test_a_crash_between_sending_and_ticking_off_sends_again_with_the_same_nonce(room: Newsroom) -> None:
    await with_news(room, "discord:1")

    def crash() -> None:
        raise CrashError

    with pytest.raises((CrashError, BaseExceptionGroup)):
        await deliver(room.desk, {"discord": room.sender(crash)})
    await deliver(room.desk, {"discord": room.sender()})

    assert len(room.nonces) == 2
    assert len(set(room.nonces)) == 1
    assert all(len(nonce) <= 25 for nonce in room.nonces)
    assert await room.deliver() == []


async def test_two_promises_have_two_nonces(room: Newsroom) -> None:
    await with_news(room, "discord:1", "discord:2")
    await room.deliver()

    assert len(set(room.nonces)) == 2


async def test_a_destination_without_a_sender_keeps_its_promises(room: Newsroom) -> None:
    await with_news(room, "terminal", "discord:1")
    await room.deliver()
    assert ("terminal", "alert", "pending") in room.promises()

    written: list[str] = []
    await deliver(room.desk, {"terminal": to_terminal(written.append)})
    assert written[0].startswith(ALERT)
    assert ("terminal", "alert", "kept") in room.promises()
