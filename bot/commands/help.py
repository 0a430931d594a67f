"""/help: what the bot can be asked, read from the commands themselves."""

from collections.abc import Iterator

import discord
from discord import app_commands

from bot.chat import replies
from bot.chat.house import House, tree_of
from bot.commands import Command
from bot.views.message import Field, Message
from bot.views.post import Post

FIRST = (
    "Choose a channel with /setup, then companies with /track add: without any, every company is told. "
    "What is told is the regulator's own words and figures, with its page; what could not be read with certainty waits "
    "for a person in /reviews."
)


def commands(_: House) -> list[Command]:
    """The command."""
    return [help_command]


@app_commands.command(name="help")
@app_commands.guild_only()
async def help_command(interaction: discord.Interaction) -> None:
    """What this bot can be asked, and how to begin."""
    offered = tree_of(interaction).get_commands()
    said = (Field("To begin", FIRST), *(Field(name, text) for command in offered for name, text in _said(command)))
    await replies.answer(interaction, Post((Message("Sanctions, told as they are published", said),)), private=True)


def _said(command: Command) -> Iterator[tuple[str, str]]:
    if isinstance(command, app_commands.ContextMenu):
        return
    if isinstance(command, app_commands.Group):
        ways = "; ".join(f"{each.name}: {each.description}" for each in command.commands)
        yield f"/{command.name}", ways
        return
    yield f"/{command.name}", command.description
