"""/digest: the weekly digest, now, at its day and hour, or not at all."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice
from sqlmodel import Session

from bot.chat import permits, replies
from bot.chat.house import House, guild_of, house_of
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.jobs import weekly, weeks
from bot.views import rooms
from bot.views.message import Message
from bot.views.post import Post
from storage import newsrooms

digest = app_commands.Group(name="digest", description="The weekly digest.", guild_only=True)
DAYS = [Choice(name=name, value=number) for number, name in enumerate(rooms.DAYS)]
HOURS = [Choice(name=f"{hour:02}:00", value=hour) for hour in rooms.HOURS]


def commands(_: House) -> list[Command]:
    """The group."""
    return [digest]


@digest.command()
@app_commands.describe(week="A week like 2026-W47; none: the last one that is over.")
async def now(interaction: discord.Interaction, week: str | None = None) -> None:
    """A week's digest, here and now."""
    await replies.reply(interaction, _digest(house_of(interaction), guild_of(interaction), week))


@digest.command()
@app_commands.describe(day="The day on which it comes.", hour="The hour, in the time zone of /setup.")
@app_commands.choices(day=DAYS, hour=HOURS)
async def schedule(interaction: discord.Interaction, day: Choice[int], hour: Choice[int]) -> None:
    """Choose when the digest comes."""
    await replies.reply(interaction, _set(interaction, digest_weekday=day.value, digest_hour=hour.value), private=True)


@digest.command()
async def off(interaction: discord.Interaction) -> None:
    """No digest any more."""
    await replies.reply(interaction, _set(interaction, digest_weekday=None), private=True)


async def _digest(house: House, guild_id: int, week: str | None) -> Post:
    def ask(db: Session) -> Post:
        room = newsrooms.get(db, guild_id)
        return weekly.of(db, room, weeks.asked(week, room.zone, house.now), house.now)

    try:
        return await house.read(ask)
    except ValueError as error:
        raise RefusedError(f"{error}.") from error


async def _set(interaction: discord.Interaction, **settings: Any) -> Post:
    await permits.managed(interaction)
    house, guild_id = house_of(interaction), guild_of(interaction)
    room = await house.write(lambda db: newsrooms.change(db, guild_id, house.now, **settings))
    where = "" if room.alert_channel_id else " Choose a channel with /setup first."
    return Post((Message(f"Weekly digest: {rooms.digest(room)}.{where}"),))
