"""Answers are there at once where they can be, and errors are seen by the asker only."""

from dataclasses import dataclass

import discord
import simcord
from discord import app_commands
from sqlalchemy import Engine

from bot.chat import replies
from bot.chat.client import Client
from bot.chat.replies import RefusedError
from bot.views.message import Message
from bot.views.post import Post
from storage import newsrooms
from storage.database import reading
from tests.chat import NOON, chat, house_over


@dataclass(frozen=True)
class Asked:
    """What became of one command: was it deferred, does only the asker see it, what does it say?"""

    deferred: bool
    private: bool
    said: str


async def asked(engine: Engine, error: Exception | None = None) -> Asked:
    """A command that answers, or fails."""

    async def make() -> Post:
        if error is not None:
            raise error
        return Post((Message("Here it is"),))

    @app_commands.command(name="slow", description="Takes its time.")
    async def command(interaction: discord.Interaction) -> None:
        await replies.reply(interaction, make())

    client = Client(house_over(engine, NOON))
    client.tree.add_command(command)
    async with simcord.run(client, check_errors=False, settle_timeout=60) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("news")
        result = await guild.add_member(env.create_user("reader")).slash(channel, "slow")
    shown = result.followups[0] if result.followups else result.response
    assert shown is not None
    private = result.followups[0].flags.ephemeral if result.followups else result.ephemeral
    return Asked(result.deferred, private, shown.content)


async def test_a_quick_answer_is_there_at_once(engine: Engine) -> None:
    assert await asked(engine) == Asked(deferred=False, private=False, said="Here it is")


async def test_an_error_is_for_the_asker_alone(engine: Engine) -> None:
    refusal = RefusedError("Please ask otherwise.")

    assert await asked(engine, refusal) == Asked(deferred=False, private=True, said="Please ask otherwise.")


async def test_what_nobody_foresaw_is_said_without_its_details(engine: Engine) -> None:
    result = await asked(engine, RuntimeError("a secret"))

    assert result.private
    assert "Something went wrong here" in result.said
    assert "secret" not in result.said


async def test_a_server_that_removes_the_bot_keeps_its_settings_for_its_return(engine: Engine) -> None:
    async with chat(engine) as room:
        await room.ask("alerts threshold", euros=5)
        await room.env.bot.on_guild_remove(room.env.bot.get_guild(room.guild.id))

    with reading(engine) as db:
        kept = newsrooms.get(db, room.guild.id)
    assert kept.least_minor == 500
    assert kept.paused == "the bot was removed from the server"
