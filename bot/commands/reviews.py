"""/reviews: the questions that wait for a person. An answer counts for every server, so editors alone may give one."""

from collections.abc import Callable

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.chat import pages, permits, replies
from bot.chat.choices import KINDS
from bot.chat.house import House, guild_of, house_of
from bot.chat.pages import Page, Question
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.jobs import answer
from bot.jobs.answer import Answered, AnswerError, Author
from bot.jobs.correction import Correction, corrected
from bot.jobs.desk import Desk
from bot.jobs.written import WrittenError
from bot.views import question as view
from bot.views import reviews as lines
from bot.views.message import Message
from bot.views.post import Post
from scrapers.decision import Decision
from storage import reviews as store
from storage.reviews import Review

ROWS = 8

reviews = app_commands.Group(
    name="reviews", description="Questions that wait for an editor.", guild_only=True,
    default_permissions=permits.MANAGERS,
)  # fmt: skip


def commands(_: House) -> list[Command]:
    """The group."""
    return [reviews]


@reviews.command(name="list")
async def list_(interaction: discord.Interaction) -> None:
    """The open questions, oldest first."""
    await replies.reply(interaction, pages.first(house_of(interaction), "reviews", page, {}), private=True)


async def page(house: House, _: Question, number: int) -> Page:
    """One page of the open questions."""
    waiting = await house.read(store.waiting)
    of = max(1, -(-len(waiting) // ROWS))
    return Page(Post((view.listed(tuple(waiting[number * ROWS :][:ROWS]), number, of),)), of)


@reviews.command()
@app_commands.describe(number="The number in the list.")
async def show(interaction: discord.Interaction, number: int) -> None:
    """One question: why it is asked, and what was read so far."""
    await replies.reply(interaction, _shown(house_of(interaction), number), private=True)


@reviews.command()
@app_commands.describe(number="The number in the list.", note="Why; stored with the answer.")
async def accept(interaction: discord.Interaction, number: int, note: str = "") -> None:
    """Store what was read as it stands, and announce it unless it is history."""
    await _give(interaction, lambda by: answer.accept(_desk(interaction), number, by), note)


@reviews.command()
@app_commands.describe(number="The number in the list.", note="The reason; stored with the answer.")
async def reject(interaction: discord.Interaction, number: int, note: str) -> None:
    """Close a question: nothing is stored."""
    await _give(interaction, lambda by: answer.reject(_desk(interaction), number, by), note)


@reviews.command()
@app_commands.describe(
    number="The number in the list.",
    party="Whom it concerns.",
    kind="What the sanction is.",
    amount="Currency and number, like EUR 1250.50.",
    decided="Day of the decision, like 2026-01-30.",
    published="Day on which it was made public.",
    reference="The authority's own number.",
    sanction="Which of several sanctions, from 1.",
    note="Why; stored with the answer.",
)
@app_commands.choices(kind=KINDS)
async def edit(  # noqa: PLR0913, PLR0917
    interaction: discord.Interaction, number: int, party: str | None = None, kind: Choice[str] | None = None,
    amount: str | None = None, decided: str | None = None, published: str | None = None,
    reference: str | None = None, sanction: int | None = None, note: str = "",
) -> None:  # fmt: skip
    """Store what was read with your corrections, and announce it unless it is history."""
    change = Correction(party, kind.value if kind else None, amount, decided, published, reference, sanction)
    await _give(interaction, lambda by: answer.edit(_desk(interaction), number, _changed(change), by), note)


async def _give(interaction: discord.Interaction, give: Callable[[Author], Answered], note: str) -> None:
    await replies.reply(interaction, _answered(interaction, give, note), private=True)


def _changed(change: Correction) -> Callable[[Review], Decision]:
    def make(review: Review) -> Decision:
        read = answer.read_so_far(review)
        if change.is_empty or read is None:
            raise WrittenError("give at least one correction of something that was read; else use `finewatch reviews`")
        return corrected(read, change)

    return make


def _desk(interaction: discord.Interaction) -> Desk:
    return house_of(interaction).desk


async def _shown(house: House, number: int) -> Post:
    try:
        return Post((view.whole(await house.read(lambda db: store.get(db, number))),))
    except LookupError as error:
        raise RefusedError(f"{error}. /reviews list shows those that wait.") from error


async def _answered(interaction: discord.Interaction, give: Callable[[Author], Answered], note: str) -> Post:
    """Raises RefusedError for who may not answer, and for an answer that cannot be given."""
    await permits.managed(interaction)
    house, user = house_of(interaction), interaction.user
    if house.editors != guild_of(interaction):
        raise RefusedError(
            "An answer counts for every server, so it is given in the editors' own: `finewatch reviews`, or here once "
            "FINEWATCH_EDITORS_GUILD_ID names this server."
        )
    try:
        given = await house.work(lambda: give(Author(f"{user} in Discord", note)))
    except (AnswerError, LookupError, WrittenError) as error:
        raise RefusedError(f"{error}.") from error
    return Post((Message(lines.answered(given.review, given.messages, is_new=given.is_new)),))
