"""/sanctions latest: what was decided lately, in pages."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice
from sqlmodel import Session

from bot.chat import pages, replies, suggest
from bot.chat.house import House, house_of
from bot.chat.pages import Page, Question
from bot.commands import Command
from bot.routing import SANCTIONS
from bot.views import found as view
from bot.views.post import Post
from scrapers.decision import Kind
from storage import decisions

KINDS = [Choice(name=kind.value.replace("_", " "), value=kind.value) for kind in Kind if kind in SANCTIONS]
MOST = 200
"""Decisions that are turned through; the rest is for a search or an export."""

sanctions = app_commands.Group(name="sanctions", description="Sanctions that are known.", guild_only=True)


def commands(_: House) -> list[Command]:
    """The group."""
    return [sanctions]


@sanctions.command()
@app_commands.describe(authority="Only this authority.", kind="Only decisions with a sanction of this kind.")
@app_commands.autocomplete(authority=suggest.authority)
@app_commands.choices(kind=KINDS)
async def latest(
    interaction: discord.Interaction, authority: str | None = None, kind: Choice[str] | None = None
) -> None:
    """The decisions that were seen last, newest first."""
    question = {"authority": authority and authority.upper(), "kind": kind and kind.value}
    await replies.reply(interaction, pages.first(house_of(interaction), "sanctions", page, question))


async def page(house: House, question: Question, number: int) -> Page:
    """One page of the decisions seen last."""

    def ask(db: Session) -> list[Any]:
        known = decisions.latest(db, MOST, authority=question["authority"], kind=question["kind"])
        return list(known)

    known = await house.read(ask)
    return Page(Post((view.decisions("Seen last", known, number),)), view.pages(len(known)))
