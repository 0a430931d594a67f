"""The weekly digest from the real process, its clock set: in the weeks when clocks change, and after downtime."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from storage import newsrooms
from storage.database import open_database, reading, transaction
from storage.work_tables import PromiseRow
from tests.loopback.discord import CHANNEL, GUILD, TOKEN, Discord, discord

ATHENS = "Europe/Athens"


@pytest.fixture
async def chat() -> AsyncIterator[Discord]:
    async with discord() as server:
        yield server


@pytest.fixture
def settings(home: Path, chat: Discord) -> dict[str, str]:
    """The environment of a process that can reach nobody but Discord."""
    return {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "FINEWATCH_AUTHORITIES": "cnil",
        "FINEWATCH_DATA_DIR": str(home / "data"),
        "FINEWATCH_LOOPBACK_AUTHORITIES": "www.cnil.fr=http://127.0.0.1:9,echanges.dila.gouv.fr=http://127.0.0.1:9",
        "FINEWATCH_DISCORD_TOKEN": TOKEN,
        "FINEWATCH_DISCORD_API_URL": chat.address,
    }


def newsroom(home: Path, last_digest: str) -> None:
    """A newsroom in Athens that wants its digest on Monday at nine, and had one for that week."""
    engine = open_database(f"sqlite:///{home / 'data' / 'finewatch.sqlite3'}")
    with transaction(engine) as db:
        newsrooms.change(
            db, GUILD, datetime(2026, 1, 1, tzinfo=UTC), alert_channel_id=CHANNEL, zone=ATHENS, digest_weekday=0,
            digest_hour=9, last_digest=last_digest,
        )  # fmt: skip
    engine.dispose()


def promised(home: Path) -> list[datetime]:
    """When digests for the newsroom were promised."""
    engine = open_database(f"sqlite:///{home / 'data' / 'finewatch.sqlite3'}")
    with reading(engine) as db:
        wanted = select(PromiseRow).where(PromiseRow.kind == "digest", PromiseRow.destination == f"discord:{CHANNEL}")
        moments = [row.created_at for row in db.exec(wanted)]
    engine.dispose()
    return moments


async def told(home: Path, settings: dict[str, str], chat: Discord, moment: str) -> str:
    """The first line that the newsroom is told by a process whose clock starts at that moment."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.clock", moment, "run", cwd=home, env=settings, stdout=PIPE, stderr=PIPE
    )
    chat.messages.clear()
    chat.arrived.clear()
    try:
        async with asyncio.timeout(45):
            await chat.arrived.wait()
    finally:
        running.terminate()
        await running.communicate()
    return chat.titles(CHANNEL)[0]


@pytest.mark.parametrize(
    ("before", "moment", "due", "covers"),
    [
        ("2026-W12", "2026-03-30T05:59:57+00:00", datetime(2026, 3, 30, 6, tzinfo=UTC), "Week 2026-W13"),
        ("2026-W42", "2026-10-26T06:59:57+00:00", datetime(2026, 10, 26, 7, tzinfo=UTC), "Week 2026-W43"),
    ],
)
async def test_at_nine_in_athens_after_the_clocks_changed(
    home: Path, settings: dict[str, str], chat: Discord, before: str, moment: str, due: datetime, covers: str
) -> None:
    newsroom(home, before)

    assert (await told(home, settings, chat, moment)).startswith(covers)
    (at,) = promised(home)
    assert at >= due


async def test_after_weeks_of_downtime_one_digest_comes_late_and_once(
    home: Path, settings: dict[str, str], chat: Discord
) -> None:
    newsroom(home, "2026-W30")

    assert (await told(home, settings, chat, "2026-11-19T22:00:00+00:00")).startswith("Week 2026-W46")
    assert (await told(home, settings, chat, "2026-11-23T07:00:00+00:00")).startswith("Week 2026-W47")
    assert len(promised(home)) == 2
