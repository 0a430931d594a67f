"""`finewatch digest`: the weekly digest, printed."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from storage.stories.week import Review


def app_command(app: typer.Typer) -> None:
    """Add `digest` to the command line."""

    @app.command()
    def digest(
        week: Annotated[
            str | None, typer.Option(help="The week, as 2026-W47; none: the last one that is over.")
        ] = None,
        zone: Annotated[str, typer.Option(help="The time zone in which the week begins and ends.")] = "Europe/Paris",
        as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
        chart: Annotated[Path | None, typer.Option(help="Also draw the fines into this file, as PNG.")] = None,
    ) -> None:
        """What a week brought: new sanctions, changes, deadlines, sums, and how well the sources were watched."""
        from bot.drawing import draw_into
        from bot.views import digest as view
        from bot.views.figures import of_week

        found = _look_up(week, zone)
        print(json.dumps(view.to_json(found), ensure_ascii=False) if as_json else view.whole(found).text)
        if chart is not None:
            draw_into(of_week(found), chart)


def _look_up(week: str | None, zone: str) -> "Review":
    """The week; exit 2 for one that there is not, or that has not begun."""
    from bot.deps import now, open_store
    from bot.jobs import weeks
    from bot.settings import load_settings
    from storage.database import reading
    from storage.stories.week import review

    try:
        found = weeks.asked(week, zone, now())
    except ValueError as error:
        print(f"finewatch digest: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    with reading(open_store(load_settings())) as db:
        return review(db, found, now=now())
