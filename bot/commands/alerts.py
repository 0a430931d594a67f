"""/alerts: what of the sanctions is told in this server: from which sum, which kinds and authorities, to whom."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from sqlmodel import Session

from bot.chat import permits, replies, suggest
from bot.chat.choices import KINDS
from bot.chat.house import House, guild_of, house_of
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.views import rooms, words
from bot.views.message import Message
from bot.views.post import Post
from storage import newsrooms
from storage.finding import suggestions
from storage.register import companies

alerts = app_commands.Group(
    name="alerts", description="What of the sanctions is told in this server.", guild_only=True,
    default_permissions=permits.MANAGERS,
)  # fmt: skip


def commands(_: House) -> list[Command]:
    """The group."""
    return [alerts]


@alerts.command()
async def show(interaction: discord.Interaction) -> None:
    """Show what is told here."""
    await replies.reply(interaction, _shown(interaction), private=True)


@alerts.command()
@app_commands.describe(euros="Fines below this are not told, at the rate of their day; 0: every fine.")
async def threshold(interaction: discord.Interaction, euros: Range[int, 0, 10_000_000_000]) -> None:
    """Tell only fines of at least so many euros; what states no sum is always told."""
    await replies.reply(interaction, _set(interaction, least_minor=euros * 100 or None), private=True)


@alerts.command()
@app_commands.describe(kind="A kind of sanction.", wanted="True: tell it. False: do not.")
@app_commands.choices(kind=KINDS)
async def kinds(interaction: discord.Interaction, kind: Choice[str], wanted: bool) -> None:
    """Choose the kinds of sanctions that are told."""
    await replies.reply(interaction, _switch(interaction, "kinds", kind.value, wanted), private=True)


@alerts.command()
@app_commands.describe(authority="An authority.", wanted="True: tell its sanctions. False: do not.")
@app_commands.autocomplete(authority=suggest.authority)
async def authorities(interaction: discord.Interaction, authority: str, wanted: bool) -> None:
    """Choose the authorities whose sanctions are told."""
    await replies.reply(interaction, _switch(interaction, "authorities", authority.upper(), wanted), private=True)


@alerts.command()
@app_commands.describe(role="The role to mention with each alert; none: nobody is mentioned.")
async def mention(interaction: discord.Interaction, role: discord.Role | None = None) -> None:
    """Choose a role that is mentioned with each alert."""
    if role is not None and role.is_default():
        raise RefusedError("@everyone cannot be mentioned; choose a role of the newsroom.")
    await replies.reply(interaction, _set(interaction, mention_role_id=role.id if role else None), private=True)


@alerts.command()
@app_commands.describe(role="Members of this role may change settings too; none: Manage Server only.")
async def managers(interaction: discord.Interaction, role: discord.Role | None = None) -> None:
    """Name a role that may change the bot's settings."""
    await replies.reply(interaction, _set(interaction, manager_role_id=role.id if role else None), private=True)


@alerts.command()
@app_commands.describe(at_once="True: tell each sanction as it comes. False: in the weekly digest only.")
async def timing(interaction: discord.Interaction, at_once: bool) -> None:
    """Tell sanctions at once, or in the weekly digest only."""
    await replies.reply(interaction, _set(interaction, at_once=at_once), private=True)


@alerts.command()
@app_commands.describe(company="A company whose sanctions were muted.")
async def unmute(interaction: discord.Interaction, company: str) -> None:
    """Tell a muted company's sanctions again."""
    await replies.reply(interaction, _unmute(interaction, company), private=True)


@unmute.autocomplete("company")
async def _muted(interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    found = await house_of(interaction).read(lambda db: newsrooms.muted(db, guild_of(interaction)))
    return suggest.choices([each.name for each in found if typed.casefold() in each.name.casefold()])


async def _shown(interaction: discord.Interaction) -> Post:
    guild_id = guild_of(interaction)

    def ask(db: Session) -> Message:
        muted = [company.name for company in newsrooms.muted(db, guild_id)]
        return rooms.wishes(newsrooms.get(db, guild_id), muted)

    return Post((await house_of(interaction).read(ask),))


async def _set(interaction: discord.Interaction, **settings: Any) -> Post:
    await permits.managed(interaction)
    house, guild_id = house_of(interaction), guild_of(interaction)
    await house.write(lambda db: newsrooms.change(db, guild_id, house.now, **settings))
    return await _shown(interaction)


async def _switch(interaction: discord.Interaction, what: str, value: str, wanted: bool) -> Post:
    """Put one of a list in or out; a list that is full is kept as none, so that what is new later is told too."""
    room = await permits.managed(interaction)
    every = await _every(interaction, what)
    if value not in every:
        raise RefusedError(f"“{words.plain(value, 60)}” is not known; known are {words.listed(sorted(every))}.")
    chosen = set(getattr(room, what)) or set(every)
    chosen = chosen | {value} if wanted else chosen - {value}
    if not chosen:
        raise RefusedError("Then nothing would be told at all. To be told weekly only, use /alerts timing.")
    return await _set(interaction, **{what: () if chosen == set(every) else tuple(sorted(chosen))})


async def _every(interaction: discord.Interaction, what: str) -> list[str]:
    if what == "kinds":
        return [choice.value for choice in KINDS]
    return await house_of(interaction).read(suggestions.authorities)


async def _unmute(interaction: discord.Interaction, company: str) -> Post:
    await permits.managed(interaction)

    def change(db: Session) -> bool:
        return newsrooms.unmute(db, guild_of(interaction), companies.known(db, company).id)

    if not await house_of(interaction).write(change):
        raise RefusedError(f"{words.plain(company, 100)} was not muted.")
    return await _shown(interaction)
