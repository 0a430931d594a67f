"""Messages that go together, first messages that are mended, channels that are closed for a while. A real database."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs.deliver import deliver
from bot.jobs.errors import NoAccessError, RetryLaterError
from storage import newsrooms
from storage.database import reading, transaction
from storage.register import subscriptions
from tests.newsroom import Newsroom, newsroom_in

GUILD = 700
FIRST, SECOND = "TOY fines ACME S.p.A. €50,000", "TOY fines Bolt Ltd €70,000"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom whose first visit is over."""
    room = newsroom_in(tmp_path)
    room.pages.publish("A-0", "Old S.p.A.|fine|1")
    await room.poll()
    yield room
    room.engine.dispose()


async def news(room: Newsroom) -> None:
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    room.pages.publish("A-2", "Bolt Ltd|fine|70000")
    await room.poll()


async def test_several_alerts_at_once_are_one_message(room: Newsroom) -> None:
    await news(room)

    assert sorted(await room.deliver()) == [("discord:1", FIRST), ("discord:1", SECOND)]
    assert len(room.posts) == 1
    assert {state for _, kind, state in room.promises() if kind == "alert"} == {"kept"}


async def test_after_a_crash_the_same_alerts_go_together_again_under_the_same_nonce(room: Newsroom) -> None:
    await news(room)
    room.refusals["discord:1"] = RetryLaterError("Discord answers with status 502")
    await room.deliver()
    room.refusals.clear()
    room.pages.publish("A-3", "Late S.r.l.|fine|9")
    await room.poll()
    await room.deliver(timedelta(minutes=5))

    assert [len(post.messages) for post in room.posts] == [2, 1]
    assert room.nonces[0] == room.nonces[1] != room.nonces[2]


async def test_a_change_mends_the_first_message_and_answers_it(room: Newsroom) -> None:
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    await room.beat()
    await room.reread("A-1", "ACME S.p.A.|fine|60000")
    mended, told = room.posts[-2:]

    assert mended.edits == "message 1"
    assert mended.messages[0].headline == "TOY fines ACME S.p.A. €60,000"
    assert told.reply_to == "message 1"
    assert told.messages[0].headline.startswith("Changed: ")


async def test_one_of_several_alerts_in_a_message_is_mended_in_its_place(room: Newsroom) -> None:
    await news(room)
    await room.deliver()
    await room.reread("A-2", "Bolt Ltd|fine|80000")
    mended = next(post for post in room.posts if post.edits)

    assert sorted(message.headline for message in mended.messages) == [FIRST, "TOY fines Bolt Ltd €80,000"]


async def test_a_change_before_the_alert_was_sent_is_told_by_the_alert(room: Newsroom) -> None:
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    room.refusals["discord:1"] = RetryLaterError("Discord answers with status 503")
    await room.beat()
    await room.reread("A-1", "ACME S.p.A.|fine|60000")
    room.refusals.clear()
    await room.deliver(timedelta(hours=2))

    assert room.posts[0].messages[0].headline == "TOY fines ACME S.p.A. €60,000"


async def test_an_alert_says_what_it_makes_in_all(room: Newsroom) -> None:
    await room.beat()
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    await room.beat()
    room.pages.publish("A-9", "ACME S.p.A.|fine|20000")
    await room.beat()
    (said,) = [field.value for field in room.posts[-1].messages[0].fields if field.name == "In all"]

    assert said.startswith("ACME S.p.A.: €70,000 in 2 fines in force (TOY), as of ")


async def test_a_closed_channel_loses_nothing_and_is_told_to_the_operations_channel(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, alert_channel_id=5, ops_channel_id=6)
    room.refusals["discord:5"] = NoAccessError("the bot may not write there")
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    await room.beat()
    told = [line for to, line in await room.deliver(timedelta(seconds=1)) if to == "discord:6"]
    with reading(room.engine) as db:
        paused = newsrooms.get(db, GUILD).paused

    assert paused == "the bot may not write there"
    assert len(told) == 1
    assert "Its messages wait" in told[0]
    assert await room.deliver(timedelta(minutes=10)) == []


async def test_an_open_channel_gets_what_waited_and_is_paused_no_more(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, alert_channel_id=5)
    room.refusals["discord:5"] = NoAccessError("the bot may not write there")
    room.pages.publish("A-1", "ACME S.p.A.|fine|50000")
    await room.beat()
    room.refusals.clear()
    sent = await room.deliver(timedelta(hours=1, seconds=1))

    assert ("discord:5", FIRST) in sent
    with reading(room.engine) as db:
        assert newsrooms.get(db, GUILD).paused == ""


async def test_a_newsroom_hears_of_what_it_wants_and_mentions_its_role(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, alert_channel_id=5, least_minor=6_000_000, mention_role_id=42)
        newsrooms.change(db, GUILD + 1, room.time, alert_channel_id=6, kinds=("reprimand",))
        newsrooms.change(db, GUILD + 2, room.time, alert_channel_id=7, at_once=False)
    await news(room)
    await deliver(replace(room.desk, destinations=replace(room.destinations, alerts=())), {"discord": room.sender()})
    theirs = [(to, line) for to, line in room.sent if to != "discord:1"]

    assert theirs == [("discord:5", SECOND)]
    assert 42 in {post.mention_role for post in room.posts}


async def test_one_newsroom_never_hears_of_what_only_another_tracks(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        newsrooms.change(db, GUILD, room.time, alert_channel_id=5)
        newsrooms.change(db, GUILD + 1, room.time, alert_channel_id=6)
        subscriptions.track(db, "ACME", room.time, GUILD)
        subscriptions.track(db, "Bolt", room.time, GUILD + 1)
    await news(room)
    await room.deliver()

    assert {(to, line) for to, line in room.sent if to != "discord:1"} == {("discord:5", FIRST), ("discord:6", SECOND)}
