"""/export: all sanctions as a file, with where they come from."""

import io

import discord
from discord import app_commands
from discord.app_commands import Choice
from sqlmodel import Session

from bot.chat import replies, suggest
from bot.chat.house import House, house_of
from bot.chat.replies import RefusedError
from bot.commands import Command
from storage.exchange import exporting, sheets

LARGEST = 9_500_000
"""Bytes; Discord takes 10 MiB."""

FORMS = [Choice(name="CSV, for a spreadsheet", value="csv"), Choice(name="JSON Lines, for a program", value="jsonl")]


def commands(_: House) -> list[Command]:
    """The command."""
    return [export]


@app_commands.command()
@app_commands.guild_only()
@app_commands.describe(authority="Only this authority.", form="CSV when nothing is chosen.")
@app_commands.rename(form="format")
@app_commands.autocomplete(authority=suggest.authority)
@app_commands.choices(form=FORMS)
async def export(
    interaction: discord.Interaction, authority: str | None = None, form: Choice[str] | None = None
) -> None:
    """Every sanction with its decision, sums, dates, state and evidence, as a file for you alone."""
    await replies.wait(interaction, private=True)
    kind, code = form.value if form else "csv", authority and authority.upper()
    body = await house_of(interaction).read(lambda db: _file(db, kind, code))
    if len(body) > LARGEST:
        raise RefusedError("The file is too large for Discord. Please choose an authority, or use `finewatch export`.")
    name = f"finewatch-{code or 'all'}-{house_of(interaction).today}.{kind}".lower()
    file = discord.File(io.BytesIO(body), name)
    await interaction.edit_original_response(
        content="Each column is described in docs/definitions.md.", attachments=[file]
    )


def _file(db: Session, kind: str, authority: str | None) -> bytes:
    """Raises RefusedError where there is nothing to write."""
    records = exporting.records(db, authority)
    if kind == "csv":
        lines = [sheets.csv_line(record.values()) for record in records]
        text = "".join([sheets.csv_line(exporting.COLUMNS), *lines]) if lines else ""
    else:
        text = "".join(sheets.json_line(record) for record in records)
    if not text:
        raise RefusedError("No sanction of this authority is known.")
    return text.encode()
