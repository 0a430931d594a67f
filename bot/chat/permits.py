"""Who may do what. Discord's own lock on a command is only a suggestion that a server may change: asked again here."""

import discord
from discord import app_commands

from bot.chat.house import guild_of, house_of
from bot.chat.replies import RefusedError
from storage import newsrooms
from storage.newsrooms import Newsroom

MANAGERS = discord.Permissions(manage_guild=True)

manager = app_commands.default_permissions(MANAGERS)
"""Hides a settings command from others in Discord's own list."""


async def managed(interaction: discord.Interaction) -> Newsroom:
    """The asker's newsroom, for one who may change its settings. Raises RefusedError."""
    room = await house_of(interaction).read(lambda db: newsrooms.get(db, guild_of(interaction)))
    if interaction.permissions.manage_guild or _has_role(interaction, room.manager_role_id):
        return room
    role = f" or the role <@&{room.manager_role_id}>" if room.manager_role_id else ""
    raise RefusedError(f"Only members with Manage Server{role} may change settings here.")


def _has_role(interaction: discord.Interaction, role_id: int | None) -> bool:
    return isinstance(interaction.user, discord.Member) and any(role.id == role_id for role in interaction.user.roles)
