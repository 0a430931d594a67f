"""`finewatch dossier`: one company's whole story in order, and where it stands."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from storage.stories.dossier import Dossier

DAY = typer.Option(formats=["%Y-%m-%d"], help="As things stood at the end of this day.")


def app_command(app: typer.Typer) -> None:
    """Add `dossier` to the command line."""

    @app.command()
    def dossier(
        company: Annotated[str, typer.Argument(help="The name, spelled in any way.")],
        group: Annotated[bool, typer.Option("--group", help="With the subsidiaries on the decision date.")] = False,
        as_of: Annotated[datetime | None, DAY] = None,
        as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
        chart: Annotated[Path | None, typer.Option(help="Also draw the fines into this file, as PNG.")] = None,
    ) -> None:
        """Everything known of a company, in the order in which it happened."""
        from bot.drawing import draw_into
        from bot.views import dossier as view
        from bot.views.figures import of_company

        found = _look_up(company, group, as_of)
        print(json.dumps(view.to_json(found), ensure_ascii=False) if as_json else view.whole(found).text)
        if chart is not None:
            draw_into(of_company(found), chart)


def _look_up(company: str, group: bool, as_of: datetime | None) -> "Dossier":
    """The dossier; exit 1 for a company that nothing is known of."""
    from bot.deps import now, open_store
    from bot.settings import load_settings
    from storage.database import reading
    from storage.register.companies import UnknownCompanyError
    from storage.stories.dossier import dossier

    try:
        with reading(open_store(load_settings())) as db:
            return dossier(db, company, group=group, as_of=as_of and as_of.date(), today=now().date())
    except UnknownCompanyError as error:
        near = f"; near are {', '.join(error.near)}" if error.near else ""
        print(f"{error}{near}.", file=sys.stderr)
        raise typer.Exit(1) from error
