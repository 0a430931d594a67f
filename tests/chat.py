"""A newsroom's server in a simulated Discord (simcord): the real client and commands, a real database, no network."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import simcord
from discord import app_commands
from sqlalchemy import Engine

from bot.chat import replies
from bot.chat.client import Client
from bot.chat.house import House
from bot.jobs.desk import Desk
from bot.jobs.rhythm import Beat
from bot.routing import Destination, Destinations
from storage import newsrooms
from storage.database import reading
from storage.newsrooms import Newsroom

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
QUIET = Destinations((Destination("terminal"),), "terminal")
BOT = discord.Permissions(view_channel=True, send_messages=True, embed_links=True, attach_files=True)


@dataclass
class Chat:
    """A server with a news channel, an editor who may manage it and a reader who may not."""

    env: Any
    guild: Any
    channel: Any
    editor: Any
    reader: Any
    house: House

    def room(self) -> Newsroom:
        """What the server has set."""
        with reading(self.house.desk.engine) as db:
            return newsrooms.get(db, self.guild.id)

    async def ask(self, command: str, who: Any = None, **options: Any) -> Any:
        """The result of a slash command; the editor asks unless somebody else is named."""
        return await (who or self.editor).slash(self.channel, command, **options)

    async def opened(self, command: str, who: Any) -> None:
        """An administrator lets a member use a command that is for managers by default."""
        offered = await self.env.bot.tree.fetch_commands()
        (known,) = [each for each in offered if each.name == command]
        self.guild.set_command_permissions(known, {who: True})


def house_over(engine: Engine, now: datetime = NOON, editors: int | None = None) -> House:
    """A house over a database, at a standing moment."""
    return House(Desk(engine, QUIET, lambda: now, Beat(timedelta(minutes=15), lambda: 0.5)), editors)


@asynccontextmanager
async def chat(engine: Engine, now: datetime = NOON) -> AsyncIterator[Chat]:
    """The bot in its server, until the block ends."""
    house = house_over(engine, now)
    async with simcord.run(Client(house), check_errors=False, settle_timeout=60) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("news")
        managers = guild.create_role("Editors", permissions=discord.Permissions(manage_guild=True))
        editor = guild.add_member(env.create_user("editor"), roles=[managers])
        reader = guild.add_member(env.create_user("reader"))
        yield Chat(env, guild, channel, editor, reader, house)
        assert not [error for error in env.errors if replies.sentence(_cause(error)) is None]


def _cause(error: Any) -> BaseException:
    raised = getattr(error, "exception", error)
    return raised.original if isinstance(raised, app_commands.CommandInvokeError) else raised


def shown(result: Any) -> str:
    """Everything that an answer says, in one text."""
    message = result.response
    fields = [f"{field.name}: {field.value}" for embed in message.embeds for field in embed.fields]
    return "\n".join([message.content or "", *(embed.title or "" for embed in message.embeds), *fields])
