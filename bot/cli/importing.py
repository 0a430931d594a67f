"""`finewatch import`: rows of known sanctions as history, never announced."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from storage.exchange.importing import Report

FILE = typer.Argument(exists=True, dir_okay=False, readable=True, help="A table: CSV, or JSON Lines of our own export.")
REFUSED = typer.Option("--refused", dir_okay=False, help="Write every refused row here, with its line and reason.")
PLAIN_STEP = 1000
"""Rows between two lines of progress where there is no terminal."""


def app_command(app: typer.Typer) -> None:
    """Add `import` to the command line."""

    @app.command("import")
    def import_(file: Annotated[Path, FILE], refused: Annotated[Path | None, REFUSED] = None) -> None:
        """Store the sanctions of a table as history: nobody is told, and what is known already is left as it is.

        The columns are those of `finewatch export`, or source, source_row, authority, company, amount, currency, date,
        decision (and country, amount_raw, date_kind, articles). A row that does not say for certain what it means is
        refused with its reason; what is right in the file is stored. After a failure import the same file again.
        """
        from bot.deps import open_store
        from bot.settings import load_settings
        from bot.views import importing as view

        if refused is not None and refused.exists() and refused.samefile(file):
            raise typer.BadParameter("the refused rows would overwrite the table", param_hint="--refused")
        engine = open_store(load_settings())
        begun = time.monotonic()
        report = _import(engine, file, refused)
        print("\n".join(view.sentences(report, time.monotonic() - begun)))


def _import(engine: "Engine", file: Path, refused: Path | None) -> "Report":
    """Exit 2 for a table that is none, 1 when the store or a file fails on the way."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.exchange.importing import UnknownTableError

    try:
        with refused.open("w", encoding="utf-8", newline="") if refused else nullcontext() as out:
            return _load(engine, file, out)
    except UnknownTableError as error:
        print(f"finewatch import: {file.name}: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    except (SQLAlchemyError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        print(f"finewatch import: stopped: {reason}. What was stored stays; import the file again.", file=sys.stderr)
        raise typer.Exit(1) from error


def _load(engine: "Engine", file: Path, out: TextIO | None) -> "Report":
    from bot.deps import now
    from storage.exchange import importing, sheets
    from storage.exchange.entries import Refused

    with _opened(file) as (text, tell):
        sheet = sheets.read(text)
        if out is not None:
            out.write(sheets.csv_line(("line", "reason", "words", *sheet.columns)))

        def refuse(row: Refused) -> None:
            if out is not None:
                out.write(sheets.csv_line((row.row.line, row.reason, row.words, *row.row.raw)))

        return importing.load(engine, sheet, name=file.name, now=now(), tell=tell, refuse=refuse)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[TextIO, "Callable[[Report], None]"]]:
    """The table as text, and what to call with the report so far: a bar on a terminal, plain lines elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    from bot.views import importing as view

    console = Console(stderr=True)
    if not console.is_terminal:
        with file.open(encoding="utf-8-sig", newline="", errors="replace") as text:
            yield text, _plain
        return
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(file.name, total=None)
        with progress.open(file, "r", encoding="utf-8-sig", newline="", errors="replace", task_id=task) as text:
            yield text, lambda report: progress.update(task, description=view.progress(report))


def _plain(report: "Report") -> None:
    from bot.views import importing as view

    if report.rows % PLAIN_STEP == 0:
        print(view.progress(report), file=sys.stderr, flush=True)
