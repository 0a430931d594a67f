"""Tell Discord of the commands, only when they are others than it knows: 200 new ones a day are all it takes."""

import json
from hashlib import sha256

import discord
import structlog
from discord import app_commands

from bot.chat.house import House
from storage import newsrooms

log = structlog.get_logger(__name__)
KNOWN = "commands that Discord knows"


async def synced(tree: app_commands.CommandTree[discord.Client], house: House) -> bool:
    """Were the commands sent? A refusal is written down and tried at the next start: the old ones still work."""
    mark = fingerprint(tree)
    if await house.read(lambda db: newsrooms.kept(db, KNOWN)) == mark:
        return False
    try:
        await tree.sync()
    except discord.HTTPException as error:
        log.warning("Discord did not take the commands; tried again at the next start", reason=str(error))
        return False
    await house.write(lambda db: newsrooms.keep(db, KNOWN, mark))
    return True


def fingerprint(tree: app_commands.CommandTree[discord.Client]) -> str:
    """The same for the same commands of the same application."""
    application = tree.client.application_id
    said = sorted((command.to_dict(tree) for command in tree.get_commands()), key=lambda each: str(each["name"]))
    return sha256(json.dumps([application, said], sort_keys=True).encode()).hexdigest()
