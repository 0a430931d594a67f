"""`finewatch sources`: how every source stands."""

import json
from typing import Annotated

import typer


def app_command(app: typer.Typer) -> None:
    """Add `sources` to the command line."""

    @app.command()
    def sources(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
        """Show each source visited so far: last success, state, last news, what is wrong."""
        from bot.deps import open_store
        from bot.settings import load_settings
        from bot.views import sources as view
        from storage import visits
        from storage.database import reading

        with reading(open_store(load_settings())) as db:
            known = visits.health(db)
        if as_json:
            print(json.dumps([view.to_json(health) for health in known], ensure_ascii=False))
        else:
            print(
                "\n".join(map(view.sentence, known))
                or "No source was visited yet: `finewatch poll` or `finewatch run`."
            )
