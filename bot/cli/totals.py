"""`finewatch totals`: sums of fines, with everything that must stand beside the number."""

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from storage.reckoning.totals import Totals

DAY = typer.Option(formats=["%Y-%m-%d"], help="As things stood at the end of this day.")


def app_command(app: typer.Typer) -> None:
    """Add `totals` to the command line."""

    @app.command()
    def totals(  # noqa: PLR0913, PLR0917
        company: Annotated[str | None, typer.Argument(help="A company; none: everybody.")] = None,
        authority: Annotated[str | None, typer.Option(help="Only this authority, like CNIL.")] = None,
        year: Annotated[int | None, typer.Option(help="Only what was decided in this year.")] = None,
        kind: Annotated[str | None, typer.Option(help="Only this kind: fine, order, reprimand ...")] = None,
        article: Annotated[str | None, typer.Option(help="Only what names this article, like “GDPR 32”.")] = None,
        by: Annotated[str | None, typer.Option(help="One row a company, authority, year, kind or article.")] = None,
        definition: Annotated[str, typer.Option(help="in-force, or imposed: as first imposed.")] = "in-force",
        group: Annotated[bool, typer.Option("--group", help="With the subsidiaries on the decision date.")] = False,
        as_of: Annotated[datetime | None, DAY] = None,
        rebuild: Annotated[
            bool, typer.Option("--rebuild", help="First make anew what totals and search are kept from.")
        ] = False,
        as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    ) -> None:
        """Sum up fines: by default those in force, in the currencies in which they were imposed."""
        question = {"company": company, "authority": authority, "year": year, "kind": kind, "article": article,
                    "by": by, "definition": definition, "group": group,
                    "as_of": as_of and as_of.date()}  # fmt: skip
        if rebuild:
            _rebuild()
        _show(_ask(question), as_json)


def _rebuild() -> None:
    from bot.deps import open_store
    from bot.settings import load_settings
    from storage.database import transaction
    from storage.finding import searchable
    from storage.reckoning import sums

    with transaction(open_store(load_settings())) as db:
        sums.build(db, lambda done: print(f"{done:,} decisions added up", file=sys.stderr))
        searchable.build(db)


def _ask(question: dict[str, Any]) -> "Totals":
    """The answer; exit 1 for a company we do not know, 2 for a question that cannot be asked."""
    from storage.register.companies import UnknownCompanyError

    try:
        return _look_up(question)
    except UnknownCompanyError as error:
        near = f"; near are {', '.join(error.near)}" if error.near else ""
        print(f"{error}{near}.", file=sys.stderr)
        raise typer.Exit(1) from error
    except ValueError as error:
        print(f"finewatch totals: {error}", file=sys.stderr)
        raise typer.Exit(2) from error


def _look_up(question: dict[str, Any]) -> "Totals":
    from bot.deps import now, open_store
    from bot.settings import load_settings
    from scrapers.registry import adapters
    from storage.codes import authority_code
    from storage.database import reading
    from storage.reckoning.totals import totals

    with reading(open_store(load_settings())) as db:
        code = question["authority"] and authority_code(db, question["authority"], adapters())
        return totals(db, **question | {"authority": code}, today=now().date())


def _show(answer: "Totals", as_json: bool) -> None:
    from bot.views import totals as view

    if as_json:
        print(json.dumps(view.to_json(answer), ensure_ascii=False))
        return
    if not _print_table(answer):
        print("\n".join(view.sentences(answer)))
    print("\n".join(view.footnotes(answer)))


def _print_table(answer: "Totals") -> bool:
    """Print a table; False where there is no terminal, or one too narrow for it."""
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table

    from bot.views import totals as view

    console = Console()
    table = Table(header_style="bold")
    for heading in view.HEADINGS:
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for row in answer.rows:
        table.add_row(*view.cells(row))
    fits = console.is_terminal and Measurement.get(console, console.options, table).minimum < console.width
    if fits:
        console.print(table)
    return fits
