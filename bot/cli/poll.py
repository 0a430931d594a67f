"""`finewatch poll`: one pass over the sources, due or not, then a report."""

import asyncio
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.jobs.desk import PollReport, Progress
    from bot.settings import Settings


def app_command(app: typer.Typer) -> None:
    """Add `poll` to the command line."""

    @app.command()
    def poll(
        authority: Annotated[str | None, typer.Option(help="Only this authority: CNIL, GARANTE, HDPA, ICO.")] = None,
        as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    ) -> None:
        """Look at every source once and store what is new. Alerts are promised here and sent by `finewatch run`.

        Exits 1 when no source could be read.
        """
        from bot.progress import hint

        report = _report(authority, as_json)
        if words := hint(report):
            print(words, file=sys.stderr)
            raise typer.Exit(1)


def _report(authority: str | None, as_json: bool) -> "PollReport":
    from bot.deps import set_up_log
    from bot.progress import watcher
    from bot.settings import load_settings

    settings = load_settings()
    set_up_log(settings)
    if not as_json:
        with watcher(settings.log_format) as seen:
            return asyncio.run(_poll(settings, authority, seen.report))
    report = asyncio.run(_poll(settings, authority, lambda _: None))
    print(json.dumps({"sources": [asdict(visited) for visited in report.visits]}, ensure_ascii=False))
    return report


async def _poll(settings: "Settings", authority: str | None, report: "Callable[[Progress], None]") -> "PollReport":
    from bot.deps import authorities, desk, network, open_store, track
    from bot.jobs.poll import poll
    from bot.settings import SettingsError

    adapters = authorities(settings)
    codes = [adapter.code for adapter in adapters]
    if authority is not None and authority.upper() not in codes:
        raise SettingsError(f"no authority {authority!r}; known are {', '.join(codes)}")
    engine = open_store(settings)
    track(engine, settings)
    async with network(settings, adapters) as pages:
        only = None if authority is None else [authority.upper()]
        return await poll(desk(settings, engine, report), adapters, pages, only=only, force=True)
