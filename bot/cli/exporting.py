"""`finewatch export`: all sanctions with where they come from, for a spreadsheet or another program."""

import difflib
import io
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Form(StrEnum):
    """The forms of a file."""

    CSV = "csv"
    JSONL = "jsonl"


FORM = typer.Option("--format", help="csv: a header and a line for each sanction; jsonl: an object for each.")
OUTPUT = typer.Option(dir_okay=False, help="A file to write; it is there only when it is complete. None: print.")


def app_command(app: typer.Typer) -> None:
    """Add `export` to the command line."""

    @app.command()
    def export(
        form: Annotated[Form, FORM] = Form.CSV,
        authority: Annotated[str | None, typer.Option(help="Only this authority.")] = None,
        output: Annotated[Path | None, OUTPUT] = None,
    ) -> None:
        """Write every sanction with its decision, amounts, dates, state and evidence; `finewatch import` reads it back.

        amount is what was imposed, current_amount what holds after reductions, decided_on the day of the act,
        first_seen_at the moment finewatch met it; an empty cell is not known, never 0. Every column is described in
        docs/definitions.md. In CSV an apostrophe stands before what a spreadsheet would take for a formula.
        """
        from bot.deps import open_store
        from bot.settings import load_settings

        engine = open_store(load_settings())
        lines = _lines(engine, form, authority and _code(engine, authority))
        if output is None:
            _print(lines)
        else:
            _write(lines, output)


def _code(engine: "Engine", authority: str) -> str:
    """The code as stored. Exit 2 for one that there are no decisions of."""
    from storage.database import reading
    from storage.exchange.exporting import authorities

    with reading(engine) as db:
        known = authorities(db)
    if authority.upper() in known:
        return authority.upper()
    near = difflib.get_close_matches(authority.upper(), known, n=3, cutoff=0)
    print(f"finewatch export: no decision of {authority!r}; near are {', '.join(near)}", file=sys.stderr)
    raise typer.Exit(2)


def _lines(engine: "Engine", form: Form, authority: str | None) -> Iterator[str]:
    from storage.database import reading
    from storage.exchange import sheets
    from storage.exchange.exporting import COLUMNS, records

    if form is Form.CSV:
        yield sheets.csv_line(COLUMNS)
    with reading(engine) as db:
        for record in records(db, authority):
            yield sheets.csv_line(record.values()) if form is Form.CSV else sheets.json_line(record)


def _print(lines: Iterator[str]) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    sys.stdout.writelines(lines)


def _write(lines: Iterator[str], output: Path) -> None:
    """Exit 1 when the file cannot be written; an old one is then left as it was."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        part.replace(output)
    except OSError as error:
        print(f"finewatch export: {output}: {error.strerror}", file=sys.stderr)
        raise typer.Exit(1) from error
    finally:
        part.unlink(missing_ok=True)
