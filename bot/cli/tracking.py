"""`finewatch track`, `untrack`, `tracked`: the watch-list of companies."""

import json
import sys
from typing import Annotated

import typer


def app_command(app: typer.Typer) -> None:
    """Add the three commands to the command line."""
    app.command()(track)
    app.command()(untrack)
    app.command()(tracked)


def track(company: Annotated[str, typer.Argument(help="The name, spelled in any way.")]) -> None:
    """Put a company on the watch-list: from then on only companies on it are alerted."""
    from bot.deps import now, open_store
    from bot.settings import load_settings
    from storage.database import transaction
    from storage.register import subscriptions

    try:
        with transaction(open_store(load_settings())) as db:
            found = subscriptions.track(db, company, now())
    except ValueError as error:
        print(f"finewatch track: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    print(f"Tracking {found.name}.")


def untrack(company: Annotated[str, typer.Argument(help="The name, spelled in any way.")]) -> None:
    """Take a company off the watch-list."""
    from bot.deps import open_store
    from bot.settings import load_settings
    from storage.database import transaction
    from storage.register import subscriptions

    with transaction(open_store(load_settings())) as db:
        was_tracked = subscriptions.untrack(db, company)
    if not was_tracked:
        print(f"“{company}” is not on the watch-list.", file=sys.stderr)
        raise typer.Exit(1)
    print(f"No longer tracking “{company}”.")


def tracked(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Show the watch-list; an empty one means every company."""
    from bot.deps import open_store
    from bot.settings import load_settings
    from storage.database import reading
    from storage.register import subscriptions

    with reading(open_store(load_settings())) as db:
        names = [company.name for company in subscriptions.tracked(db)]
    if as_json:
        print(json.dumps(names, ensure_ascii=False))
    else:
        print("\n".join(names) or "Every company: no name is on the watch-list.")
