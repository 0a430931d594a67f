"""/sanctions: what was seen last, and a search over everything that is known, in pages."""

from collections.abc import Sequence

import discord
from discord import app_commands
from discord.app_commands import Choice, Range

from bot.chat import pages, replies, suggest
from bot.chat.choices import CURRENCIES, KINDS
from bot.chat.house import House, house_of
from bot.chat.pages import Page, Question
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.commands.totals import day
from bot.views import found as view
from bot.views.post import Post
from scrapers.decision import Money
from storage import decisions
from storage.finding import search as searching
from storage.finding.search import UnclearQuestionError
from storage.stored import Stored

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


@sanctions.command()
@app_commands.describe(
    words="Words of any language, in titles, names and the regulator's own words; accents do not matter.",
    company="Only this company.",
    authority="Only this authority.",
    kind="Only sanctions of this kind.",
    article="Only for this article, like GDPR 32.",
    least="Only sums from this one on, in the currency chosen.",
    most="Only sums up to this one.",
    currency="EUR when nothing is chosen.",
    since="Decided on this day or later, like 2024-06-01.",
    until="Decided on this day or earlier.",
)
@app_commands.autocomplete(company=suggest.company, authority=suggest.authority)
@app_commands.choices(kind=KINDS, currency=CURRENCIES)
async def search(  # noqa: PLR0913, PLR0917
    interaction: discord.Interaction, words: str | None = None, company: str | None = None,
    authority: str | None = None, kind: Choice[str] | None = None, article: str | None = None,
    least: Range[int, 0] | None = None, most: Range[int, 0] | None = None, currency: Choice[str] | None = None,
    since: str | None = None, until: str | None = None,
) -> None:  # fmt: skip
    """Find decisions by words, company, authority, kind, article, sum and day."""
    question = {"words": words or "", "company": company, "authority": authority and authority.upper(),
                "kind": kind and kind.value, "article": article, "least": least, "most": most,
                "currency": currency.value if currency else "EUR", "since": since, "until": until}  # fmt: skip
    await replies.reply(interaction, pages.first(house_of(interaction), "sanctions", page, question))


async def page(house: House, question: Question, number: int) -> Page:
    """One page of the decisions seen last, or of those that a search finds."""
    if "words" in question:
        asked = _asked(question)
        try:
            found = await house.read(lambda db: searching.search(db, asked))
        except UnclearQuestionError as error:
            raise RefusedError(f"{error}.") from error
        return _page("Found", found.decisions, number)
    wanted = {"authority": question["authority"], "kind": question["kind"]}
    return _page("Seen last", await house.read(lambda db: decisions.latest(db, MOST, **wanted)), number)


def _page(what: str, known: Sequence[Stored], number: int) -> Page:
    return Page(Post((view.decisions(what, known, number),)), view.pages(len(known)))


def _asked(question: Question) -> searching.Question:
    """The question with its sums and days as values. Raises RefusedError for a day that is none."""
    least, most = (
        Money.of(question[side], question["currency"]) if question[side] else None for side in ("least", "most")
    )
    since, until = (day(question[side]) if question[side] else None for side in ("since", "until"))
    return searching.Question(
        words=question["words"], company=question["company"], authority=question["authority"], kind=question["kind"],
        article=question["article"], least=least, most=most, since=since, until=until, limit=MOST,
    )  # fmt: skip
