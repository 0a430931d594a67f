"""/setup in a simulated Discord: menus set what is chosen at once, for those who may."""

import discord
from sqlalchemy import Engine

from storage import newsrooms, outbox
from storage.database import reading, transaction
from tests.chat import NOON, Chat, chat


async def chosen(room: Chat, action: str, *values: object) -> str:
    """Choose in a menu of the set-up; what it says then."""
    result = await room.ask("setup")
    if action.startswith("setup:1"):
        await room.editor.click(result.response, custom_id="setup:0:step")
    after = await room.editor.select(result.response, list(values), custom_id=action)
    return "\n".join([result.response.content, *(message.content for message in after.followups)])


async def test_a_channel_chosen_is_set_at_once(engine: Engine) -> None:
    async with chat(engine) as room:
        said = await chosen(room, "setup:0:alerts", room.channel)

    assert room.room().alert_channel_id == room.channel.id
    assert f"Alerts: <#{room.channel.id}>" in said


async def test_zone_day_and_hour_are_chosen_in_the_second_step(engine: Engine) -> None:
    async with chat(engine) as room:
        await chosen(room, "setup:1:zone", "Europe/Athens")
        await chosen(room, "setup:1:day", "4")
        said = await chosen(room, "setup:1:hour", "7")

    assert "Weekly digest: Friday at 07:00 (Europe/Athens)" in said


async def test_menus_of_before_a_restart_still_work(engine: Engine) -> None:
    async with chat(engine) as room:
        result = await room.ask("setup")
        await room.env.restart_bot()
        await room.editor.select(result.response, [room.channel], custom_id="setup:0:ops")

    assert room.room().ops_channel_id == room.channel.id


async def test_a_channel_where_the_bot_could_not_post_is_refused_with_what_to_do(engine: Engine) -> None:
    async with chat(engine) as room:
        silent = {room.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
        closed = room.guild.create_text_channel("closed", overwrites=silent)
        said = await chosen(room, "setup:0:alerts", closed)

    assert room.room().alert_channel_id is None
    assert "Send Messages" in said


async def test_the_test_message_goes_through_the_outbox(engine: Engine) -> None:
    async with chat(engine) as room:
        await chosen(room, "setup:0:alerts", room.channel)
        result = await room.ask("setup")
        await room.editor.click(result.response, custom_id="setup:0:test")

    with reading(engine) as db:
        (owed,) = outbox.due(db, NOON)
    assert owed.destination == f"discord:{room.channel.id}"


async def test_what_waits_for_the_old_channel_goes_to_the_new_one(engine: Engine) -> None:
    async with chat(engine) as room:
        await chosen(room, "setup:0:alerts", room.channel)
        with transaction(engine) as db:
            outbox.promise(db, f"discord:{room.channel.id}", "notice", "x", text="x", now=NOON)
        other = room.guild.create_text_channel("other")
        await chosen(room, "setup:0:alerts", other)

    with reading(engine) as db:
        assert [promise.destination for promise in outbox.due(db, NOON)] == [f"discord:{other.id}"]


async def test_a_member_without_manage_server_is_refused_in_the_handler(engine: Engine) -> None:
    async with chat(engine) as room:
        await room.opened("setup", room.reader)
        result = await room.ask("setup", room.reader)

    assert "Only members with Manage Server" in result.response.content


async def test_a_role_that_the_server_named_may_change_settings(engine: Engine) -> None:
    async with chat(engine) as room:
        desk = room.guild.create_role("Desk")
        with transaction(engine) as db:
            newsrooms.change(db, room.guild.id, NOON, manager_role_id=desk.id)
        member = room.guild.add_member(room.env.create_user("member"), roles=[desk])
        await room.opened("setup", member)
        result = await room.ask("setup", member)

    assert "Alerts: no channel chosen yet" in result.response.content


async def test_an_unknown_zone_is_refused(engine: Engine) -> None:
    async with chat(engine) as room:
        result = await room.ask("setup", zone="Mars/Olympus")

    assert "is no time zone" in result.response.content
    assert room.room().zone == "UTC"
