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

    from bot.jobs.deliver import Send
    from bot.views.message import Message
    from bot.views.post import Post
    from scrapers.adapter import Adapter

PAGES = Path(__file__).parent.parent / "demo"
SOURCES = {"CNIL": ("news",), "GARANTE": ("news",), "HDPA": ("latest",), "ICO": ("register", "news")}
"""The sources of each authority whose pages are recorded."""

COMPANY = "Clearview AI"
WEEK, ZONE = "2026-W29", "Europe/Paris"
EXPECTED = [0, len(SOURCES), 0, 1]
"""Messages in each scene."""

HISTORY_UNTIL = date(2025, 12, 31)
BEFORE = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
AFTER = datetime(2026, 7, 17, 9, 0, tzinfo=UTC)


def app_command(app: typer.Typer) -> None:
    """Add `demo` to the command line."""

    @app.command()
    def demo() -> None:
        """The whole job on recorded pages: a first visit, new sanctions, a re-run, a correction, a total, a digest.

        The pages are written on the real sites' markup with real facts; the clock is that of the pages.
        """
        with TemporaryDirectory(prefix="finewatch-demo-") as folder:
            engine = _store(Path(folder))
            sent = [asyncio.run(_play(engine, scene)) for scene in SCENES]
            _show_totals(engine)
            _show_digest(engine)
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


FIRST = (PAGES / "quiet", PAGES / "before")
LATER = (PAGES / "rounded", PAGES / "after", PAGES / "before")
CORRECTED = (PAGES / "corrected", PAGES / "after", PAGES / "before")
SCENES = (
    Scene("A first visit to four authorities. What stands there is history: nothing is announced.", FIRST, BEFORE),
    Scene("Months later: one new sanction from each authority.", LATER, AFTER),
    Scene("The same pages a day later: nothing is new, nothing is said twice.", LATER, AFTER + timedelta(days=1)),
    Scene("The ICO's news had rounded; its register now has the exact sum.", CORRECTED, AFTER + timedelta(days=2)),
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
    from scrapers.recorded import RecordedPages

    typer.echo(f"\n— {scene.title}\n")
    everybody = Destinations((Destination(TERMINAL),), ops=TERMINAL)
    desk = Desk(engine, everybody, lambda: scene.now, Beat(timedelta(minutes=15), lambda: 0.5))
    report = await poll(desk, _recorded_authorities(), RecordedPages(scene.pages), force=True)
    told: list[Message] = []
    await deliver(desk, {TERMINAL: _to_terminal(told)})
    for visited in report.visits:
        found = f"{visited.seen} rows seen, {visited.new} new decisions"
        typer.echo(f"{visited.authority:8} {visited.source:9} {found} {visited.error}".rstrip())
    typer.echo(f"{len(told)} messages sent.")
    return len(told)


def _to_terminal(told: list["Message"]) -> "Send":
    """The terminal as a destination; what it shows is noted in `told`."""
    from bot.terminal import to_terminal

    send = to_terminal(typer.echo)

    async def tell(destination: str, post: "Post", nonce: str) -> str:
        told.extend(() if post.edits else post.messages)
        return await send(destination, post, nonce)

    return tell


def _recorded_authorities() -> list["Adapter"]:
    from scrapers.registry import adapter_of

    chosen = [(adapter_of(code), names) for code, names in SOURCES.items()]
    return [
        replace(adapter, sources=tuple(source for source in adapter.sources if source.name in names))
        for adapter, names in chosen
    ]


def _show_totals(engine: "Engine") -> None:
    from bot.views import totals as view
    from storage.database import reading
    from storage.reckoning.totals import totals

    typer.echo(f'\n— finewatch totals "{COMPANY}"\n')
    with reading(engine) as db:
        answer = totals(db, company=COMPANY, today=SCENES[-1].now.date())
    typer.echo("\n".join([*view.sentences(answer), *view.footnotes(answer)]))


def _show_digest(engine: "Engine") -> None:
    from bot.jobs import weeks
    from bot.views.digest import whole
    from storage.database import reading
    from storage.stories.week import review

    span = weeks.span(weeks.parse(WEEK), weeks.zone_of(ZONE))
    typer.echo(f"\n— finewatch digest --week {WEEK} --zone {ZONE}\n")
    with reading(engine) as db:
        typer.echo(whole(review(db, span, now=span.end)).text)
