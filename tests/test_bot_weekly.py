"""The weekly digest of newsrooms: once a week, at its own hour, across changes of the clock and downtime."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs import weekly
from storage import newsrooms
from storage.database import transaction
from tests.newsroom import Newsroom, newsroom_in

ATHENS, GUILD = "Europe/Athens", 700


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    room = newsroom_in(tmp_path)
    room.time = datetime(2026, 3, 18, 12, tzinfo=UTC)
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, alert_channel_id=5, zone=ATHENS, digest_weekday=0, digest_hour=9)
    weekly.promise_due(room.desk, "UTC")
    yield room
    room.engine.dispose()


def digests(room: Newsroom) -> list[str]:
    return [destination for destination, kind, _ in room.promises() if kind == "digest" and destination == "discord:5"]


def at(room: Newsroom, *moment: int) -> int:
    """How many digests the newsroom has been promised by a moment in UTC."""
    room.time = datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type, misc]
    weekly.promise_due(room.desk, "UTC")
    return len(digests(room))


def test_the_first_digest_comes_at_the_next_hour_set_and_not_before(room: Newsroom) -> None:
    assert at(room, 2026, 3, 23, 6, 59) == 0
    assert at(room, 2026, 3, 23, 7, 0) == 1
    assert at(room, 2026, 3, 23, 7, 1) == 1


def test_the_hour_is_local_before_and_after_the_clocks_change(room: Newsroom) -> None:
    at(room, 2026, 3, 23, 7, 0)

    assert at(room, 2026, 3, 30, 5, 59) == 1
    assert at(room, 2026, 3, 30, 6, 0) == 2
    at(room, 2026, 10, 20, 12, 0)
    before = len(digests(room))
    assert at(room, 2026, 10, 26, 6, 59) == before
    assert at(room, 2026, 10, 26, 7, 0) == before + 1


def test_after_a_downtime_one_digest_is_sent_late(room: Newsroom) -> None:
    assert at(room, 2026, 4, 16, 3, 0) == 1
    assert at(room, 2026, 4, 17, 3, 0) == 1


def test_another_hour_does_not_bring_the_same_week_again(room: Newsroom) -> None:
    at(room, 2026, 3, 23, 8, 0)
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, digest_weekday=2)

    assert at(room, 2026, 3, 25, 12, 0) == 1


def test_a_newsroom_that_wants_none_gets_none(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, digest_weekday=None)

    assert at(room, 2026, 4, 16, 3, 0) == 0


async def test_a_digest_tells_what_was_first_seen_in_its_week(room: Newsroom) -> None:
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    await room.poll()
    room.pages.publish("A-2", "Bolt Ltd|fine|70000")
    await room.poll()
    await room.deliver()
    at(room, 2026, 3, 23, 7, 0)
    sent = [line for destination, line in await room.deliver(timedelta()) if destination == "discord:5"]

    assert len(sent) == 1
    assert sent[0].startswith("Week 2026-W12, 16 March to 22 March 2026: 1 new decision")
