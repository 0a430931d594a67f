"""/track: the newsroom's own watch-list. Without a name on it, every company is told."""

import discord
from discord import app_commands
from sqlmodel import Session

from bot.chat import permits, replies, suggest
from bot.chat.house import House, guild_of, house_of
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.views import lists, words
from bot.views.lists import Imported
from bot.views.message import Message
from bot.views.post import Post
from storage.register import subscriptions

LARGEST, MOST = 1_000_000, 5_000
"""Bytes of a file of names, and names in it."""

track = app_commands.Group(
    name="track", description="The companies whose sanctions are told here.", guild_only=True,
    default_permissions=permits.MANAGERS,
)  # fmt: skip


def commands(_: House) -> list[Command]:
    """The group."""
    return [track]


@track.command()
@app_commands.describe(company="The name, spelled in any way.")
@app_commands.autocomplete(company=suggest.company)
async def add(interaction: discord.Interaction, company: str) -> None:
    """Put a company on the watch-list: from then on only companies on it are told here."""
    await replies.reply(interaction, _add(interaction, company), private=True)


@track.command()
@app_commands.describe(company="A company on the list.")
async def remove(interaction: discord.Interaction, company: str) -> None:
    """Take a company off the watch-list."""
    await replies.reply(interaction, _remove(interaction, company), private=True)


@remove.autocomplete("company")
async def _listed(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    names = await house_of(interaction).read(lambda db: _names(db, guild_of(interaction)))
    return suggest.choices([name for name in names if typed.casefold() in name.casefold()])


@track.command(name="list")
async def list_(interaction: discord.Interaction) -> None:
    """Show the watch-list."""
    names = await house_of(interaction).read(lambda db: _names(db, guild_of(interaction)))
    await replies.answer(interaction, Post((lists.watched(names),)), private=True)


@track.command(name="import")
@app_commands.describe(file="A text file with one company a line, or a CSV file with the names in its first column.")
async def import_(interaction: discord.Interaction, file: discord.Attachment) -> None:
    """Put many companies on the watch-list at once."""
    await replies.wait(interaction, private=True)
    await permits.managed(interaction)
    names = lists.names_of(await _text(file))
    if len(names) > MOST:
        raise RefusedError(f"The file has {len(names):,} names; at most {MOST:,} can be tracked at once.")
    house, guild_id = house_of(interaction), guild_of(interaction)
    imported = await house.write(lambda db: _import(db, names, house, guild_id))
    await replies.answer(interaction, Post((lists.imported(imported),)), private=True)


async def _add(interaction: discord.Interaction, company: str) -> Post:
    await permits.managed(interaction)
    house, guild_id = house_of(interaction), guild_of(interaction)
    try:
        found = await house.write(lambda db: subscriptions.track(db, company, house.now, guild_id))
    except ValueError:
        raise RefusedError(f"“{words.plain(company, 100)}” names no company. Please write its whole name.") from None
    return Post((Message(f"Tracking {found.name}: its sanctions are told here."),))


async def _remove(interaction: discord.Interaction, company: str) -> Post:
    await permits.managed(interaction)
    was_there = await house_of(interaction).write(lambda db: subscriptions.untrack(db, company, guild_of(interaction)))
    if not was_there:
        raise RefusedError(f"“{words.plain(company, 100)}” is not on the watch-list; /track list shows it.")
    return Post((Message(f"No longer tracking {company}."),))


async def _text(file: discord.Attachment) -> str:
    if file.size > LARGEST:
        raise RefusedError("The file is larger than a megabyte. Please split it.")
    try:
        return (await file.read()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError("The file is not text in UTF-8. Please save it as “CSV UTF-8” or plain text.") from None


def _import(db: Session, names: list[str], house: House, guild_id: int) -> Imported:
    before = set(_names(db, guild_id))
    added, refused = [], []
    for name in names:
        try:
            company = subscriptions.track(db, name, house.now, guild_id)
        except ValueError:
            refused.append(name)
            continue
        if company.name not in before:
            added.append(company.name)
            before.add(company.name)
    return Imported(tuple(added), len(names) - len(added) - len(refused), tuple(refused))


def _names(db: Session, guild_id: int) -> list[str]:
    return [company.name for company in subscriptions.tracked(db, guild_id)]
