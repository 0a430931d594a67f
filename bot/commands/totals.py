"""/totals: sums of fines by the rules, in pages."""

from datetime import date
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from sqlmodel import Session

from bot.chat import pages, replies, suggest
from bot.chat.choices import KINDS
from bot.chat.house import House, house_of
from bot.chat.pages import Page, Question
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.views import answers
from bot.views.post import Post
from storage import codes
from storage.reckoning import totals as sums
from storage.reckoning.totals import DEFINITIONS, DIVISIONS, Totals

BY = [Choice(name=name, value=name) for name in DIVISIONS]
DEFINITION = [Choice(name=name, value=name) for name in DEFINITIONS]


def commands(_: House) -> list[Command]:
    """The command."""
    return [totals]


@app_commands.command()
@app_commands.guild_only()
@app_commands.describe(
    company="A company; none: everybody.",
    authority="Only this authority.",
    year="Only what was decided in this year.",
    kind="Only sanctions of this kind.",
    article="Only for this article, like GDPR 32.",
    by="One row a company, authority, year, kind or article.",
    definition="in-force (default), or imposed: as first imposed.",
    group="With the subsidiaries on the decision date.",
    as_of="As things stood at the end of this day, like 2024-06-01.",
)
@app_commands.autocomplete(company=suggest.company, authority=suggest.authority)
@app_commands.choices(kind=KINDS, by=BY, definition=DEFINITION)
async def totals(  # noqa: PLR0913, PLR0917
    interaction: discord.Interaction, company: str | None = None, authority: str | None = None,
    year: Range[int, 1978, 2100] | None = None, kind: Choice[str] | None = None, article: str | None = None,
    by: Choice[str] | None = None, definition: Choice[str] | None = None, group: bool = False, as_of: str | None = None,
) -> None:  # fmt: skip
    """How much was somebody fined in all, by whom, and what of it stands?"""
    question = {"company": company, "authority": authority and authority.upper(), "year": year,
                "kind": kind.value if kind else None, "article": article, "by": by.value if by else None,
                "definition": definition.value if definition else "in-force", "group": group,
                "as_of": as_of}  # fmt: skip
    await replies.reply(interaction, pages.first(house_of(interaction), "totals", page, question))


async def page(house: House, question: Question, number: int) -> Page:
    """One page of the answer. Raises RefusedError for an article or an authority that no sanction names."""
    asked: dict[str, Any] = question | {"as_of": question["as_of"] and day(question["as_of"])}

    def ask(db: Session) -> Totals:
        code = asked["authority"] and codes.authority_code(db, asked["authority"], ())
        return sums.totals(db, **asked | {"authority": code}, today=house.today)

    try:
        found = await house.read(ask)
    except ValueError as error:
        raise RefusedError(f"{error}.") from error
    return Page(Post((answers.sums(found, number),)), answers.pages(found))


def day(written: str) -> date:
    """A day as typed. Raises RefusedError, saying how to write one."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise RefusedError("Please write a day like 2024-06-01.") from None
