"""Renders the pictures of the README: the real client, jobs and store in simcord's simulated Discord.

Needs what is no part of the project: Chromium, and `pip install "simcord[screenshot]"` beside what is. Run from the
root: `python -m docs.pictures.render /usr/bin/chromium`. The decisions are those of storage/data/history.toml; when
they were first seen, and that every source was read, is made up here.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord
import simcord
from PIL import Image, ImageOps
from playwright.async_api import async_playwright  # type: ignore[import-not-found]  # installed for this file alone
from sqlalchemy import Engine

from bot.chat import embeds
from bot.chat.client import Client
from bot.jobs import weekly, weeks
from bot.jobs.announce import announce
from bot.jobs.deliver import deliver
from bot.views.post import Post
from scrapers.decision import Decision, Evidence
from scrapers.registry import adapters
from storage import decisions, history, newsrooms, visits
from storage.database import open_database, reading, transaction, upgrade
from tests.chat import house_over

HERE = Path(__file__).parent
ZONE = "Europe/Paris"
WIDTH, SCALE, FRAME, COLOURS = 520, 2, 20, 256
"""Of a narrow window, in simcord's dots; how many dots the picture has for each, and around it."""

COMPANY = "Clearview AI"
RELEASE = "https://www.cnil.fr/en/facial-recognition-20-million-euros-penalty-against-clearview-ai"
TITLE = "Facial recognition: 20 million euros penalty against CLEARVIEW AI"
WORDS = (
    "the restricted committee decided to impose a maximum financial penalty of 20 million euros, according to article "
    "83 of the GDPR."
)
"""What the CNIL's own release says; the history keeps no words."""

WEEK = {
    ("GARANTE", "10224627"): 23,
    ("ICO", "/action-weve-taken/enforcement/2026/02/reddit-inc/"): 24,
    ("GARANTE", "10224096"): 25,
    ("HDPA", "epiboli-prostimoy-se-paroho-ypiresion-tilepikoinonias"): 26,
}
"""Decisions of one digest, and the day of February 2026 on which they are first seen here."""


class Sharp:
    """A browser that draws SCALE dots for each one that simcord asks for."""

    def __init__(self, browser: Any) -> None:
        self.browser, self.version = browser, browser.version

    async def new_context(self, **options: Any) -> Any:
        """As the browser's own."""
        return await self.browser.new_context(**options | {"device_scale_factor": SCALE})

    async def close(self) -> None:
        """Who opened the browser closes it."""


class Scene:
    """A newsroom's server at a standing moment, and a camera."""

    def __init__(self, env: Any, engine: Engine, now: datetime, browser: Any) -> None:
        env.backend.clock._epoch = now  # noqa: SLF001 - simcord's calendar begins in 2026
        self.env, self.engine, self.now, self.browser = env, engine, now, browser
        self.desk = house_over(engine, now).desk
        guild = env.create_guild()
        self.channel, self.guild_id = guild.create_text_channel("sanctions"), guild.id
        editors = guild.create_role("Editors", permissions=discord.Permissions(manage_guild=True))
        self.editor = guild.add_member(env.create_user("Maria"), roles=[editors])
        with transaction(engine) as db:
            newsrooms.change(db, guild.id, now, alert_channel_id=self.channel.id, zone=ZONE)

    async def send(self, destination: str, post: Post, nonce: str) -> str:
        """What bot/sender.py does, in the simulated Discord."""
        more: dict[str, Any] = {"view": embeds.buttons(post.buttons)} if post.buttons else {}
        if post.picture is not None:
            more["file"] = embeds.file(post.picture)
        channel = self.env.bot.get_partial_messageable(int(destination.partition(":")[2]))
        return str((await channel.send(embeds=embeds.embeds(post), nonce=nonce, **more)).id)

    async def shoot(self, name: str, answer: Any = None) -> None:
        """An answer, or else the last message, as a PNG."""
        await self.env.settle()
        preview = self.env.preview(
            self.channel, viewers=[self.editor], width=WIDTH, height=4000, locale="en-GB", timezone=ZONE,
            presentation_time=self.now,
        )  # fmt: skip
        async with preview:
            preview._capture_manager._browser = Sharp(self.browser)  # noqa: SLF001 - it takes no browser of ours
            taken = await preview.screenshot(target=answer or self.channel.last_message)
        picture = Image.open(BytesIO(taken.png)).convert("RGB")
        framed = ImageOps.expand(picture, FRAME, tuple(picture.tobytes()[:3]))
        framed.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


async def alert(scene: Scene) -> None:
    """The CNIL's fine of October 2022, as an alert through the outbox."""
    known = entry("CNIL", "SAN-2022-019")
    fine = known.sanctions[0].model_copy(update={"evidence": Evidence(words=WORDS, document=RELEASE)})
    page = {"url": RELEASE, "title": TITLE, "language": "en", "sanctions": (fine, *known.sanctions[1:])}
    with transaction(scene.engine) as db:
        announce(db, scene.desk, decisions.save(db, known.model_copy(update=page), (), now=scene.now, origin="poll"))
    await deliver(scene.desk, {"discord": scene.send})
    await scene.shoot("alert")


async def answers(scene: Scene) -> None:
    """What a company's fines come to, its dossier, and the set-up."""
    looked_at(scene.engine, [scene.now - timedelta(minutes=10)])
    for command in ("totals", "dossier"):
        await scene.shoot(command, await scene.editor.slash(scene.channel, command, company=COMPANY))
    await scene.shoot("setup", await scene.editor.slash(scene.channel, "setup"))


async def digest(scene: Scene) -> None:
    """The digest of a week, as it is posted on Monday."""
    looked_at(scene.engine, [scene.now - timedelta(hours=hours) for hours in range(192, 0, -6)])
    for (authority, key), day in WEEK.items():
        with transaction(scene.engine) as db:
            decisions.save(db, entry(authority, key), (), now=datetime(2026, 2, day, 10, tzinfo=UTC), origin="poll")
    with reading(scene.engine) as db:
        post = weekly.of(db, newsrooms.get(db, scene.guild_id), weeks.parse("2026-W09"), ZONE, scene.now)
    await scene.send(f"discord:{scene.channel.id}", post, "digest")
    await scene.shoot("digest")


def looked_at(engine: Engine, moments: Iterable[datetime]) -> None:
    """Every source was read at these moments."""
    sources = [(adapter.code, source.name) for adapter in adapters().values() for source in adapter.sources]
    with transaction(engine) as db:
        for at in moments:
            for authority, name in sources:
                visits.succeeded(
                    db, authority, name, started_at=at, now=at, items_seen=20, new=0, refused=0, next_visit=at
                )


def entry(authority: str, key: str) -> Decision:
    """A decision of the history. Raises LookupError."""
    with stored(date.max) as engine, reading(engine) as db:
        found = decisions.find(db, authority, key)
    if found is None:
        raise LookupError(f"the history has no {authority} {key}")
    return found.decision


@contextmanager
def stored(until: date) -> Iterator[Engine]:
    """A database with the history up to a day."""
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/scene.db")
        upgrade(engine)
        with transaction(engine) as db:
            history.load(db, now=datetime(2022, 1, 3, tzinfo=UTC), until=until)
        yield engine
        engine.dispose()


SCENES: tuple[tuple[Callable[[Scene], Awaitable[None]], date, datetime], ...] = (
    (alert, date(2022, 10, 16), datetime(2022, 10, 20, 12, 3, tzinfo=UTC)),
    (answers, date(2026, 10, 30), datetime(2026, 10, 30, 9, 12, tzinfo=UTC)),
    (digest, date(2026, 2, 10), datetime(2026, 3, 2, 8, 0, tzinfo=UTC)),
)
"""What is shown, up to which day the history is known, and when it is."""


async def main(chromium: str) -> None:
    """All pictures, each scene in a server and a database of its own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for show, until, now in SCENES:
            with stored(until) as engine:
                async with simcord.run(Client(house_over(engine, now)), settle_timeout=60) as env:
                    env.backend.edit_bot_profile("finewatch")
                    await show(Scene(env, engine, now, browser))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
