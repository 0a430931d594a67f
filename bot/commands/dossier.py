"""/dossier: one company's whole story in order, with its chart, in pages."""

from typing import Any

import discord
from discord import app_commands
from sqlmodel import Session

from bot.chat import pages, replies, suggest
from bot.chat.house import House, house_of
from bot.chat.pages import Page, Question
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.commands.totals import day
from bot.jobs.pictures import picture
from bot.views import dossier as view
from bot.views.figures import of_company
from bot.views.post import Picture, Post
from storage.stories import dossier as stories
from storage.tables import CompanyRow


def commands(_: House) -> list[Command]:
    """The command."""
    return [dossier]


@app_commands.command()
@app_commands.guild_only()
@app_commands.describe(
    company="A company.",
    group="With the subsidiaries on the decision date.",
    as_of="As things stood at the end of this day, like 2024-06-01.",
)
@app_commands.autocomplete(company=suggest.company)
async def dossier(
    interaction: discord.Interaction, company: str, group: bool = False, as_of: str | None = None
) -> None:
    """Everything known of a company: orders, fines, periodic penalties, appeals and rulings, in order."""
    question = {"company": company, "group": group, "as_of": as_of}
    await replies.reply(interaction, pages.first(house_of(interaction), "dossier", page, question))


async def page(house: House, question: Question, number: int) -> Page:
    """One page of the story; the first has the chart."""

    def ask(db: Session) -> tuple[tuple[Any, ...], Picture | None]:
        as_of = question["as_of"] and day(question["as_of"])
        found = stories.dossier(db, question["company"], group=question["group"], as_of=as_of, today=house.today)
        return view.pages(found), picture("dossier", of_company(found)) if number == 0 else None

    messages, drawn = await house.read(ask)
    return Page(Post((messages[min(number, len(messages) - 1)],), picture=drawn), len(messages))


async def _open(interaction: discord.Interaction, company_id: int) -> Post:
    """The button under an alert: the company's dossier for who asks."""
    house = house_of(interaction)
    company = await house.read(lambda db: db.get(CompanyRow, company_id))
    if company is None:
        raise RefusedError("This company is not known any more. Please ask with /dossier.")
    return await pages.first(house, "dossier", page, {"company": company.name, "group": False, "as_of": None})


PRESSES = {"dossier": _open}
