"""/sources: is every authority read, and since when not?"""

import discord
from discord import app_commands

from bot.chat import replies
from bot.chat.house import House, house_of
from bot.commands import Command
from bot.views import sources as view
from bot.views.post import Post
from storage import visits


def commands(_: House) -> list[Command]:
    """The command."""
    return [sources]


@app_commands.command()
@app_commands.guild_only()
async def sources(interaction: discord.Interaction) -> None:
    """Is every authority read? Last success, last news and what is wrong, source by source."""
    await replies.reply(interaction, _answer(house_of(interaction)))


async def _answer(house: House) -> Post:
    return Post((view.message(await house.read(visits.health)),))
