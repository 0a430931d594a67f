"""The real process, `python -m bot run`, between a server that stands for the CNIL and one that stands for Discord."""

import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

import bot
from scrapers.adapter import Request
from scrapers.recorded import RecordedPages
from tests.loopback.authority import Authority, authority
from tests.loopback.discord import NO_CHANNEL, TOKEN, Discord, discord

HOME = Path(bot.__file__).parent.parent
DEMO = HOME / "bot" / "demo"
CHANNEL = 5
SLUG, NEW_SLUG = "sanction-5millions-france-travail", "sanction-not-in-the-known-past"
RENAMED = {
    b"SAN\xe2\x80\x932026-003": b"SAN\xe2\x80\x932026-903",
    b"CNILTEXT000053408671": b"CNILTEXT000000000903",
    SLUG.encode(): NEW_SLUG.encode(),
}
"""The demo's decision with a number and an address that no known past has."""

ALERT = "CNIL fines FRANCE TRAVAIL €5,000,000"


@dataclass
class Site:
    """The authority's pages: those of before until something is published, none at all while it is empty."""

    is_published: bool = False
    is_empty: bool = False
    asked: list[str] = field(default_factory=list)
    asked_often: asyncio.Event = field(default_factory=asyncio.Event)

    def answer(self, request: Request) -> tuple[str, bytes] | None:
        self.asked.append(request.url)
        if len(self.asked) > 24:
            self.asked_often.set()
        if self.is_empty:
            return None
        folders = (DEMO / "after", DEMO / "before") if self.is_published else (DEMO / "before",)
        found = RecordedPages(folders).answer(replace(request, url=request.url.replace(NEW_SLUG, SLUG)))
        if found is None:
            return None
        body = found[1]
        for old, new in RENAMED.items():
            body = body.replace(old, new)
        return found[0], body


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
async def server(site: Site) -> AsyncIterator[Authority]:
    async with authority(site.answer) as server:
        yield server


@pytest.fixture
def settings(home: Path, server: Authority) -> dict[str, str]:
    """The whole environment of the process."""
    return {
        "PYTHONPATH": str(HOME),
        "FINEWATCH_AUTHORITIES": "cnil",
        "FINEWATCH_CONTACT": "desk@example.org",
        "FINEWATCH_POLL_MINUTES": "0.005",
        "FINEWATCH_DATA_DIR": str(home / "data"),
        "FINEWATCH_LOOPBACK_AUTHORITIES": f"www.cnil.fr={server.address},echanges.dila.gouv.fr={server.address}",
    }


@asynccontextmanager
async def process(folder: Path, settings: Mapping[str, str], *words: str) -> AsyncIterator[Process]:
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, cwd=folder, env=dict(settings), stdout=PIPE, stderr=PIPE
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


async def line(running: Process, words: str) -> str:
    """The first line on standard output with these words in it."""
    assert running.stdout is not None
    async with asyncio.timeout(30):
        async for row in running.stdout:
            if words in row.decode():
                return row.decode().strip()
    raise AssertionError(f"the process ended without saying {words!r}")


async def stopped(running: Process) -> tuple[int | None, str]:
    """The exit code after SIGTERM, and what was still said."""
    running.send_signal(signal.SIGTERM)
    async with asyncio.timeout(15):
        out, _ = await running.communicate()
    return running.returncode, out.decode()


async def test_without_a_token_the_terminal_is_told_once_and_a_stop_is_in_order(
    tmp_path: Path, settings: dict[str, str], site: Site
) -> None:
    async with process(tmp_path, settings, "run") as running:
        assert "alerts go to this terminal" in await line(running, "No Discord token")
        assert "first visit, nobody is told" in await line(running, "CNIL news: ")
        site.is_published = True
        assert await line(running, "CNIL fines") == ALERT
        code, rest = await stopped(running)

    assert code == 0
    assert rest.endswith("Stopped.\n")
    assert "CNIL fines" not in rest


async def test_killed_and_started_again_it_announces_what_came_meanwhile_once(
    tmp_path: Path, settings: dict[str, str], site: Site
) -> None:
    async with discord() as chat:
        settings |= _in_discord(chat)
        async with process(tmp_path, settings, "run") as running:
            await line(running, "CNIL news: first visit")
            await line(running, "CNIL news: ")
            running.kill()
        site.is_published = True
        async with process(tmp_path, settings, "run") as running:
            async with asyncio.timeout(30):
                await chat.arrived.wait()
            running.kill()
        async with process(tmp_path, settings, "run") as running:
            await line(running, "CNIL news: ")
            await line(running, "CNIL news: ")
            assert (await stopped(running))[0] == 0

    assert chat.titles(CHANNEL) == [ALERT]


async def test_the_health_endpoint_says_how_the_sources_stand(
    tmp_path: Path, settings: dict[str, str], unused_tcp_port: int
) -> None:
    settings["FINEWATCH_HEALTH_PORT"] = str(unused_tcp_port)
    async with process(tmp_path, settings, "run") as running, ClientSession() as client:
        await line(running, "CNIL table: ")
        async with client.get(f"http://127.0.0.1:{unused_tcp_port}/healthz") as response:
            told = await response.json()
        await stopped(running)

    states = {each["source"]: each["state"] for each in told["sources"]}
    assert states["news"] == "ok"
    assert states["table"] == "degraded"
    assert told["state"] == "degraded"


async def test_a_health_port_that_is_taken_is_one_sentence_and_exit_2(
    tmp_path: Path, settings: dict[str, str], server: Authority
) -> None:
    code, _, said = await _ended(tmp_path, {**settings, "FINEWATCH_HEALTH_PORT": str(server.port)}, "run")

    assert code == 2
    assert said.startswith(f"finewatch: FINEWATCH_HEALTH_PORT: {server.port} cannot be used")


async def test_the_log_in_json_carries_the_visits_and_escapes_no_letters(
    tmp_path: Path, settings: dict[str, str], site: Site
) -> None:
    site.is_published = True
    code, out, errors = await _ended(tmp_path, {**settings, "FINEWATCH_LOG_FORMAT": "json"}, "poll")
    entries = [json.loads(row) for row in errors.splitlines()]

    assert (code, out) == (0, "")
    assert {entry["source"] for entry in entries if entry["event"] == "visited"} >= {"news", "table"}
    assert "\\u" not in errors


async def test_poll_and_sources_answer_in_json(tmp_path: Path, settings: dict[str, str]) -> None:
    polled = await _json(tmp_path, settings, "poll", "--authority", "cnil", "--json")
    sources = await _json(tmp_path, settings, "sources", "--json")

    assert {each["source"]: bool(each["error"]) for each in polled["sources"]}["news"] is False
    assert {each["source"] for each in sources} == {each["source"] for each in polled["sources"]}


async def test_doctor_shows_a_source_that_fails_without_calling_our_side_broken(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    await _ended(tmp_path, settings, "poll")
    code, told, _ = await _ended(tmp_path, settings, "doctor")

    assert code == 0
    assert "look    source       CNIL table: degraded" in told
    assert "ok      source       CNIL news: ok" in told


async def test_where_nothing_can_be_read_at_first_the_demo_is_named_once(
    tmp_path: Path, settings: dict[str, str], site: Site, server: Authority
) -> None:
    site.is_empty = True
    settings["FINEWATCH_AUTHORITIES"] = "cnil,ico"
    settings["FINEWATCH_LOOPBACK_AUTHORITIES"] += f",ico.org.uk={server.address}"
    async with process(tmp_path, settings, "run") as running:
        assert "`make demo`" in await line(running, "No source could be read")
        async with asyncio.timeout(30):
            await site.asked_often.wait()
        _, rest = await stopped(running)

    assert "No source could be read" not in rest


async def test_doctor_finds_a_channel_that_is_not_there(tmp_path: Path, settings: dict[str, str]) -> None:
    async with discord() as chat:
        settings |= _in_discord(chat)
        well = await _ended(tmp_path, settings, "doctor")
        chat.order(CHANNEL, NO_CHANNEL)
        ill = await _ended(tmp_path, settings, "doctor")

    assert (well[0], "the bot may write there" in well[1]) == (0, True)
    assert (ill[0], "BROKEN  channel" in ill[1], "there is no such channel" in ill[1]) == (1, True, True)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("FINEWATCH_POLL_MINUTE", "1", "did you mean FINEWATCH_POLL_MINUTES?"),
        ("FINEWATCH_AUTHORITIES", "cnil,bfdi", "no authority BFDI; known are CNIL"),
        ("FINEWATCH_DATABASE_URL", "mysql://db/x", "FINEWATCH_DATABASE_URL"),
        ("FINEWATCH_TRACK", "X", "names no company"),
    ],
)
async def test_a_wrong_setting_is_one_sentence_and_exit_2(
    tmp_path: Path, settings: dict[str, str], name: str, value: str, words: str
) -> None:
    code, _, said = await _ended(tmp_path, {**settings, name: value}, "run")

    assert code == 2
    assert words in said
    assert len(said.splitlines()) == 1


def _in_discord(chat: Discord) -> dict[str, str]:
    return {
        "FINEWATCH_DISCORD_TOKEN": TOKEN,
        "FINEWATCH_ALERT_CHANNEL_ID": str(CHANNEL),
        "FINEWATCH_DISCORD_API_URL": chat.address,
    }


async def _ended(folder: Path, settings: Mapping[str, str], *words: str) -> tuple[int | None, str, str]:
    async with process(folder, settings, *words) as running, asyncio.timeout(30):
        out, errors = await running.communicate()
    return running.returncode, out.decode(), errors.decode()


async def _json(folder: Path, settings: Mapping[str, str], *words: str) -> Any:
    code, out, errors = await _ended(folder, settings, *words)
    assert code == 0, errors
    return json.loads(out)
