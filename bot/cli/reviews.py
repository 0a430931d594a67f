"""`finewatch reviews`: the questions that wait for a person."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine


def app_command(app: typer.Typer) -> None:
    """Add `reviews` with its own commands to the command line."""
    reviews = typer.Typer(help="Questions that wait for a person.", invoke_without_command=True)
    app.add_typer(reviews, name="reviews")

    @reviews.callback()
    def by_default(context: typer.Context) -> None:
        """Without a command: the list."""
        if context.invoked_subcommand is None:
            _list()

    @reviews.command("list")
    def list_() -> None:
        """List the open questions, oldest first."""
        _list()

    @reviews.command()
    def show(number: Annotated[int, typer.Argument(help="The number in the list.")]) -> None:
        """Show one question: why it is asked, and what was read so far."""
        _show(number)


def _store() -> "Engine":
    from bot.deps import open_store
    from bot.settings import load_settings

    return open_store(load_settings())


def _list() -> None:
    from bot.views import reviews as view
    from storage import reviews
    from storage.database import reading

    with reading(_store()) as db:
        waiting = reviews.waiting(db)
    print("\n".join(map(view.line, waiting)) or "No question waits.")


def _show(number: int) -> None:
    from bot.views import reviews as view
    from storage import reviews
    from storage.database import reading

    try:
        with reading(_store()) as db:
            review = reviews.get(db, number)
    except LookupError as error:
        print(f"finewatch reviews: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    print(view.whole(review))
