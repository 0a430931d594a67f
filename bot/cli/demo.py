"""`finewatch demo`: the whole job on recorded pages that ship with the project. No network, no account, no traces."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from scrapers.adapter import Adapter

PAGES = Path(__file__).parent.parent / "demo"
SOURCES = {"CNIL": "news", "GARANTE": "news", "HDPA": "latest", "ICO": "register"}
"""The source of each authority whose pages are recorded."""

COMPANY = "Clearview AI"
EXPECTED = [0, len(SOURCES), 0]
"""Messages in each scene."""

HISTORY_UNTIL = date(2025, 12, 31)
BEFORE = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
AFTER = datetime(2026, 7, 17, 9, 0, tzinfo=UTC)


def app_command(app: typer.Typer) -> None:
    """Add `demo` to the command line."""

    @app.command()
    def demo() -> None:
        """The whole job on recorded pages: a first visit, one new sanction from each authority, a re-run, a total.

        The pages are written on the real sites' markup with real facts; the clock is that of the pages.
        """
        with TemporaryDirectory(prefix="finewatch-demo-") as folder:
            engine = _store(Path(folder))
            sent = [asyncio.run(_play(engine, scene)) for scene in SCENES]
            _show_totals(engine)
            engine.dispose()
        if sent != EXPECTED:
            typer.echo(f"the demo should have sent {EXPECTED} messages, and sent {sent}", err=True)
            raise typer.Exit(1)


@dataclass(frozen=True)
class Scene:
    """One scene: what is said before it, the pages that stand then, and the time."""

    title: str
    pages: tuple[Path, ...]
    now: datetime


FIRST, LATER = (PAGES / "before",), (PAGES / "after", PAGES / "before")
SCENES = (
    Scene("A first visit to four authorities. What stands there is history: nothing is announced.", FIRST, BEFORE),
    Scene("Months later: one new sanction from each authority.", LATER, AFTER),
    Scene("The same pages a day later: nothing is new, nothing is said twice.", LATER, AFTER + timedelta(days=1)),
)


def _store(folder: Path) -> "Engine":
    from storage import history
    from storage.database import open_database, transaction, upgrade

    engine = open_database(f"sqlite:///{folder / 'demo.db'}")
    upgrade(engine)
    with transaction(engine) as db:
        loaded = history.load(db, now=BEFORE, until=HISTORY_UNTIL)
    typer.echo(f"{loaded} known decisions of the past are loaded; none of them is announced.")
    return engine


async def _play(engine: "Engine", scene: Scene) -> int:
    """Poll the scene's pages and deliver to the terminal; how many messages that brought."""
    from bot.jobs.deliver import deliver
    from bot.jobs.desk import Desk
    from bot.jobs.poll import poll
    from bot.jobs.rhythm import Beat
    from bot.routing import TERMINAL, Destination, Destinations
    from bot.terminal import to_terminal
    from scrapers.recorded import RecordedPages

    typer.echo(f"\n— {scene.title}\n")
    everybody = Destinations((Destination(TERMINAL),), ops=TERMINAL)
    desk = Desk(engine, everybody, lambda: scene.now, Beat(timedelta(minutes=15), lambda: 0.5))
    report = await poll(desk, _recorded_authorities(), RecordedPages(scene.pages), force=True)
    delivered = await deliver(desk, {TERMINAL: to_terminal(typer.echo)})
    for visited in report.visits:
        typer.echo(
            f"{visited.authority:8} {visited.seen} rows seen, {visited.new} new decisions {visited.error}".rstrip()
        )
    typer.echo(f"{delivered.kept} messages sent.")
    return delivered.kept


def _recorded_authorities() -> list["Adapter"]:
    from scrapers.registry import adapter_of

    chosen = [(adapter_of(code), name) for code, name in SOURCES.items()]
    return [
        replace(adapter, sources=tuple(source for source in adapter.sources if source.name == name))
        for adapter, name in chosen
    ]


def _show_totals(engine: "Engine") -> None:
    from bot.views import totals as view
    from storage.database import reading
    from storage.totals import totals

    typer.echo(f'\n— finewatch totals "{COMPANY}"\n')
    with reading(engine) as db:
        answer = totals(db, company=COMPANY, today=SCENES[-1].now.date())
    typer.echo("\n".join([*view.sentences(answer), *view.footnotes(answer)]))
