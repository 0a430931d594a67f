"""What a slash command is given: the database and the clock. Questions run in a thread, so that no answer waits."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar, cast

import discord
from discord import app_commands
from sqlmodel import Session

from bot.jobs.desk import Desk
from storage.database import reading, transaction

T = TypeVar("T")


@dataclass(frozen=True)
class House:
    """The desk that polling and delivery also work at, and the server whose managers answer questions for all."""

    desk: Desk
    editors: int | None = None

    @property
    def now(self) -> datetime:
        """This moment, aware UTC."""
        return self.desk.now()

    @property
    def today(self) -> date:
        """This day in UTC."""
        return self.desk.now().date()

    async def read(self, question: Callable[[Session], T]) -> T:
        """The answer to a question that writes nothing; raises what it raises."""

        def ask() -> T:
            with reading(self.desk.engine) as db:
                return question(db)

        return await asyncio.to_thread(ask)

    async def write(self, change: Callable[[Session], T]) -> T:
        """The result of a change, made whole or not at all; raises what it raises."""

        def make() -> T:
            with transaction(self.desk.engine) as db:
                return change(db)

        return await asyncio.to_thread(make)

    async def work(self, job: Callable[[], T]) -> T:
        """What a job comes to that opens its own transactions; raises what it raises."""
        return await asyncio.to_thread(job)


class _Housed(Protocol):
    house: House
    tree: app_commands.CommandTree[discord.Client]


def house_of(interaction: discord.Interaction) -> House:
    """The house of the client that an interaction came to."""
    return cast(_Housed, interaction.client).house


def tree_of(interaction: discord.Interaction) -> app_commands.CommandTree[discord.Client]:
    """The commands of the client that an interaction came to."""
    return cast(_Housed, interaction.client).tree


def guild_of(interaction: discord.Interaction) -> int:
    """The number of the server; our commands exist in servers only."""
    if interaction.guild_id is None:
        raise TypeError("an interaction without a server")
    return interaction.guild_id


def data_of(interaction: discord.Interaction) -> Mapping[str, Any]:
    """What came with an interaction: the chosen values of a menu, the action of a button."""
    return cast(Mapping[str, Any], interaction.data or {})
