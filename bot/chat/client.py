"""The client that listens to Discord: every command found and offered, every old button understood."""

import discord
from discord import app_commands

from bot import commands
from bot.chat.house import House
from bot.chat.pages import Turn
from bot.chat.presses import Pressed
from bot.chat.replies import refuse
from bot.chat.sync import synced
from storage import newsrooms

LONGEST_PAUSE = 30.0
READY = 0.0
"""Seconds to wait for servers to be told one by one before the client counts as ready: nothing here needs them."""


class Tree(app_commands.CommandTree[discord.Client]):
    """The commands; whatever one raises is told to the asker."""

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        """The outermost seam of a command."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await refuse(interaction, cause)


class Client(discord.Client):
    """Listens with the one intent "guilds"; posts nothing but answers. `house` is what the commands work with."""

    def __init__(self, house: House) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_PAUSE,
            guild_ready_timeout=READY,
        )
        self.house = house
        self.tree = Tree(self)
        for command in commands.found(house):
            self.tree.add_command(command)
        self.pages, self.presses = commands.pages(), commands.presses()
        self.add_dynamic_items(Turn, Pressed, *commands.items())

    async def setup_hook(self) -> None:
        """Before the gateway: Discord hears of the commands, if they are not what it knows."""
        await synced(self.tree, self.house)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Thrown out of a server: what it had set stays for its return."""
        await self.house.write(lambda db: newsrooms.forget(db, guild.id))
