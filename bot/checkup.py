"""Is everything set up? Each check is one line that says what is well, or what to do."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from sqlalchemy import Engine

from bot.deps import authorities, now, open_store, read_scans
from bot.jobs.deliver import ROUND
from bot.jobs.errors import DeliveryError
from bot.settings import PREFIX, Settings, SettingsError
from bot.views import sources, words
from storage import outbox, visits
from storage.database import reading
from storage.reckoning import rates, sums


@dataclass(frozen=True)
class Check:
    """One line of the report. `is_broken`: something of ours does not work until a person acts; `needs_look`: an
    authority's side does not, which may pass."""

    name: str
    words: str
    is_broken: bool = False
    needs_look: bool = False

    @property
    def verdict(self) -> str:
        """One word for the beginning of the line."""
        return "BROKEN" if self.is_broken else "look" if self.needs_look else "ok"


async def checks(settings: Settings) -> AsyncIterator[Check]:
    """All checks, in the order in which one would set things up."""
    yield Check("settings", f"read; a look every {settings.poll_minutes:g} minutes")
    yield _contact(settings)
    yield _folder(settings.data_dir)
    try:
        engine = open_store(settings)
        yield Check("database", f"{engine.url.render_as_string(hide_password=True)}, tables up to date")
    except SettingsError as error:
        yield Check("database", str(error), is_broken=True)
        return
    yield _scans(settings)
    async for check in _discord(settings):
        yield check
    for check in _sources(settings, engine):
        yield check
    for check in _promises(engine):
        yield check
    yield _sums(engine)
    yield _rates(engine)
    engine.dispose()


def _contact(settings: Settings) -> Check:
    if settings.contact:
        return Check("contact", f"the authorities see {settings.contact}")
    return Check("contact", f"none: set {PREFIX}CONTACT to your address, so that an authority can reach you")


def _folder(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return Check("data folder", f"{folder.resolve()} can be written")
    except OSError as error:
        what = (
            f"{folder} cannot be written ({os.strerror(error.errno or 0)}); set {PREFIX}DATA_DIR to a folder of yours"
        )
        return Check("data folder", what, is_broken=True)


def _scans(settings: Settings) -> Check:
    if settings.ocr_data is None:
        return Check("scans", "scanned PDFs go to a person unread; docs/operations.md says how to have them read")
    try:
        read_scans(settings, authorities(settings))
        return Check("scans", f"scanned PDFs are read with {settings.ocr_data}, then go to a person")
    except SettingsError as error:
        return Check("scans", str(error), is_broken=True)


async def _discord(settings: Settings) -> AsyncIterator[Check]:
    if settings.discord_token is None:
        yield Check("Discord", f"no token, alerts go to the terminal; set {PREFIX}DISCORD_TOKEN to post them")
        return
    from bot.sender import Discord

    async with Discord(settings.discord_token.get_secret_value(), settings.discord_api_url) as client:
        try:
            yield Check("Discord", f"the token is good, the bot is {await client.who_am_i()}")
            yield Check("invite", f"this adds it to a server: {await client.invite()}")
        except DeliveryError as error:
            yield Check("Discord", str(error), is_broken=True)
            return
        for name in ("alert_channel_id", "ops_channel_id"):
            yield await _channel(client.missing, name, getattr(settings, name))


def _sources(settings: Settings, engine: Engine) -> Iterator[Check]:
    with reading(engine) as db:
        known = {(health.authority, health.source): health for health in visits.health(db)}
    for adapter in authorities(settings):
        for source in adapter.sources:
            health = known.get((adapter.code, source.name))
            if health is None:
                yield Check("source", f"{adapter.code} {source.name}: not visited yet; `finewatch poll` does it")
            else:
                yield Check("source", sources.sentence(health), needs_look=health.state != "ok")


def _sums(engine: Engine) -> Check:
    with reading(engine) as db:
        wrong = sums.differing(db)
    if wrong:
        what = f"{wrong} kept sums are not what the decisions add up to; `finewatch totals --rebuild` makes them anew"
        return Check("sums", what, is_broken=True)
    return Check("sums", "the kept sums are what the decisions add up to")


def _rates(engine: Engine) -> Check:
    with reading(engine) as db:
        newest = rates.newest(db)
    age = (now().date() - newest).days
    said = f"the newest reference rate of the European Central Bank is of {newest}, {age} days old"
    late = age >= rates.HOLIDAYS.days
    return Check("rates", f"{said}; `finewatch run` fetches newer ones each day" if late else said, needs_look=late)


def _promises(engine: Engine) -> Iterator[Check]:
    """Messages that wait, a line for each destination, and the last that were given up."""
    with reading(engine) as db:
        owed, lost = outbox.due(db, now(), limit=ROUND), outbox.given_up(db)
    for destination in sorted({promise.destination for promise in owed}):
        waiting = [promise for promise in owed if promise.destination == destination]
        why = f": {waiting[0].reason}" if waiting[0].reason else "; `finewatch run` sends them"
        yield Check("message", f"{len(waiting)} wait for {destination}{why}")
    for promise in lost[-3:]:
        what = f"{promise.kind} for {promise.destination} of {words.moment(promise.created_at)} was given up"
        yield Check("message", f"{what}: {promise.reason}")


async def _channel(missing: Callable[[int], Awaitable[list[str]]], name: str, channel_id: int | None) -> Check:
    if channel_id is None:
        return Check("channel", f"{PREFIX}{name.upper()} is not set: its messages go to the terminal")
    try:
        lacking = await missing(channel_id)
    except DeliveryError as error:
        return Check("channel", f"{PREFIX}{name.upper()} {channel_id}: {error}", is_broken=True)
    if lacking:
        wanted = words.listed([permission.replace("_", " ").title() for permission in lacking])
        return Check("channel", f"{channel_id}: give the bot's role {wanted}", is_broken=True)
    return Check("channel", f"{channel_id}: the bot may write there")
