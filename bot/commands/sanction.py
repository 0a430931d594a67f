"""/sanction: one decision with all that is known of it, and what is done from an alert: mute, dossier, correct."""

from typing import Self

import discord
from discord import app_commands
from sqlmodel import Session

from bot.chat import permits, replies, suggest
from bot.chat.house import House, guild_of, house_of
from bot.chat.replies import RefusedError
from bot.commands import Command
from bot.jobs import letters
from bot.jobs.question import remark
from bot.views import words
from bot.views.message import Message
from bot.views.post import Post
from storage import decisions, newsrooms, outbox
from storage.stored import Stored
from storage.tables import CompanyRow


def commands(_: House) -> list[Command]:
    """The command, and the context menu of an alert."""
    return [sanction, app_commands.ContextMenu(name="Correct this", callback=_correct)]


@app_commands.command()
@app_commands.guild_only()
@app_commands.describe(reference="A reference, a title or a party; choose one that is suggested.")
@app_commands.autocomplete(reference=suggest.reference)
async def sanction(interaction: discord.Interaction, reference: str) -> None:
    """One decision: kinds, sums, dates, articles, state, the regulator's own page and words."""
    await replies.reply(interaction, _whole(house_of(interaction), reference))


async def _whole(house: House, reference: str) -> Post:
    authority, _, key = reference.partition(" ")
    found = await house.read(lambda db: decisions.find(db, authority, key))
    if found is None:
        raise RefusedError(
            f"No decision “{words.plain(reference, 100)}” is known. Please choose one that is suggested."
        )
    return await house.read(lambda db: letters.whole(db, found, house.today))


async def _mute(interaction: discord.Interaction, company_id: int) -> Post:
    """The button under an alert that ends alerts of this company in this server, for those who may change settings."""
    await permits.managed(interaction)
    house, guild_id, who = house_of(interaction), guild_of(interaction), str(interaction.user)

    def mute(db: Session) -> str:
        newsrooms.mute(db, guild_id, company_id, who, house.now)
        return db.get_one(CompanyRow, company_id).name

    name = await house.write(mute)
    return Post((Message(f"{name} is muted: its sanctions are not told here any more. /alerts unmute ends that."),))


PRESSES = {"mute": _mute}


async def _correct(interaction: discord.Interaction, message: discord.Message) -> None:
    house, address = house_of(interaction), f"discord:{message.channel.id}"
    told = await house.read(lambda db: outbox.in_message(db, address, str(message.id)))
    numbers = [promise.decision_id for promise in told if promise.decision_id is not None]
    if len(numbers) != 1:
        raise RefusedError("This is not an alert of one sanction. Please use this on the alert itself.")
    stored = await house.read(lambda db: decisions.get(db, numbers[0]))
    await interaction.response.send_modal(Correction(stored))


class Correction(discord.ui.Modal, title="What is wrong?"):
    """A form whose answer becomes a question for an editor; nothing printed changes by itself."""

    wrong: discord.ui.TextInput[Self] = discord.ui.TextInput(
        custom_id="wrong", label="What is wrong, and what is right?", style=discord.TextStyle.paragraph, max_length=1000
    )
    source: discord.ui.TextInput[Self] = discord.ui.TextInput(
        custom_id="source", label="Where does it say so?", required=False, max_length=300, placeholder="https://…"
    )

    def __init__(self, stored: Stored) -> None:
        super().__init__(timeout=900)
        self.stored = stored

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Ask the question."""
        await replies.reply(interaction, self._ask(interaction), private=True)

    async def on_error(  # type: ignore[override]  # a form has no item to name, unlike the view that it is
        self, interaction: discord.Interaction, error: Exception, /
    ) -> None:
        """The outermost seam of a form."""
        await replies.refuse(interaction, error)

    async def _ask(self, interaction: discord.Interaction) -> Post:
        said = self.wrong.value + (f" ({self.source.value})" if self.source.value else "")
        house, who = house_of(interaction), str(interaction.user)
        number = await house.write(lambda db: remark(db, house.desk, self.stored, who, said))
        thanks = f"Thank you: this is question {number} for the editors. The alert changes when they have answered."
        return Post((Message(thanks),))
