"""Suggestions while somebody types: companies and references that we know, at most 25 (discord.md §5)."""

import discord
from discord import app_commands

from bot.chat.house import house_of
from bot.views import words
from storage.finding import suggestions

MOST, LONGEST = 25, 100


async def company(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Companies whose name holds what was typed."""
    return choices(await house_of(interaction).read(lambda db: suggestions.companies(db, typed, MOST)))


async def authority(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Authorities that we have decisions of, by their codes."""
    codes = await house_of(interaction).read(suggestions.authorities)
    return choices([code for code in codes if typed.upper() in code])


async def reference(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Decisions by reference, title or party, the newest first; what is chosen is "AUTHORITY key"."""
    found = await house_of(interaction).read(lambda db: suggestions.decisions(db, typed, MOST))
    return [app_commands.Choice(name=words.line(label, LONGEST), value=value) for value, label in found if _fits(value)]


def choices(names: list[str]) -> list[app_commands.Choice[str]]:
    """Names as what can be chosen, as many and as long as Discord takes."""
    return [
        app_commands.Choice(name=words.line(name, LONGEST), value=name)
        for name in names[:MOST]
        if _fits(name) and words.line(name, LONGEST)
    ]


def _fits(value: str) -> bool:
    return 0 < len(value) <= LONGEST
