"""Answers to interactions: at once, or first a sign within three seconds; errors are seen by the asker only."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import discord
import structlog
from discord.utils import MISSING

from bot.chat import embeds
from bot.chat.house import data_of
from bot.views import words
from bot.views.message import CONTENT
from bot.views.post import Post
from storage.register.companies import UnknownCompanyError

log = structlog.get_logger(__name__)

QUICK = 1.0
"""Seconds: most answers are there by then, and two of Discord's three are left for the way."""

PRIVATE = "only the asker sees it"
LATE, ANSWERED = 10062, 40060
"""The interaction is older than three seconds, or was acknowledged before (a repeat after a lost answer)."""


class RefusedError(Exception):
    """What is asked cannot be done; `str()` is one sentence for the asker that says what to do."""


async def reply(interaction: discord.Interaction, making: Coroutine[Any, Any, Post], *, private: bool = False) -> None:
    """The answer as soon as it is made; when that takes long, the asker sees meanwhile that one comes.

    What `making` raises is raised here, mostly before anybody saw anything: then the asker alone is told.
    """
    work = asyncio.create_task(making)
    done, _ = await asyncio.wait({work}, timeout=QUICK)
    if not done:
        await wait(interaction, private=private)
    await answer(interaction, await work, private=private)


async def wait(interaction: discord.Interaction, *, private: bool = False) -> None:
    """Acknowledge: the asker sees that an answer comes.

    Raises discord.NotFound for an interaction that came too late to be answered.
    """
    interaction.extras[PRIVATE] = private
    with _a_repeat_is_well():
        await interaction.response.defer(ephemeral=private, thinking=True)


async def answer(interaction: discord.Interaction, post: Post, *, private: bool = False) -> None:
    """The answer, in the place of the waiting sign or of the page before where there is one."""
    content, cards, view = embeds.content(post), embeds.embeds(post), embeds.buttons(post.buttons)
    files, nobody = [embeds.file(post.picture)] if post.picture else [], discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.edit_original_response(
            content=content, embeds=cards, view=view, attachments=files, allowed_mentions=nobody
        )
        return
    with _a_repeat_is_well():
        await interaction.response.send_message(
            content, embeds=cards, view=view or MISSING, files=files, ephemeral=private, allowed_mentions=nobody
        )


async def say(interaction: discord.Interaction, text: str) -> None:
    """One sentence as the answer; text from outside in it was made harmless by the caller."""
    await interaction.edit_original_response(content=text[:CONTENT], allowed_mentions=discord.AllowedMentions.none())


async def refuse(interaction: discord.Interaction, error: Exception) -> None:
    """Say to the asker alone what went wrong and what can be done; what nobody foresaw is written down too."""
    if isinstance(error, discord.NotFound) and error.code == LATE:
        log.warning("an interaction came too late to be answered", command=_name(interaction))
        return
    text = sentence(error)
    if text is None:
        log.error("a command failed", command=_name(interaction), exc_info=error)
        text = "Something went wrong here, and it was written down. Please try again; `/help` lists the commands."
    try:
        await _whisper(interaction, text)
    except discord.HTTPException as lost:
        log.warning("an error could not be told", command=_name(interaction), reason=str(lost))


def sentence(error: BaseException) -> str | None:
    """What the asker is told of an error that was foreseen; None for one that was not."""
    if isinstance(error, RefusedError):
        return str(error)
    if isinstance(error, UnknownCompanyError):
        near = f" Near are: {words.plain(', '.join(error.near), 400)}." if error.near else ""
        return f"No sanction of “{words.plain(error.name, 200)}” is known.{near}"
    return None


@contextmanager
def _a_repeat_is_well() -> Iterator[None]:
    """Discord had taken the reply, its answer was lost, and the library's second try is refused (discord.md §3)."""
    try:
        yield
    except discord.HTTPException as error:
        if error.code != ANSWERED:
            raise


async def _whisper(interaction: discord.Interaction, text: str) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(text, ephemeral=True)
        return
    if interaction.extras.get(PRIVATE):
        await say(interaction, text)
        return
    if interaction.type is discord.InteractionType.application_command:
        # The first follow-up takes over the waiting sign, and with it that everybody sees it: the sign goes first.
        with suppress(discord.NotFound):
            await interaction.delete_original_response()
    await interaction.followup.send(text, ephemeral=True)


def _name(interaction: discord.Interaction) -> str:
    command = interaction.command
    return command.qualified_name if command else str(data_of(interaction).get("custom_id", "?"))
