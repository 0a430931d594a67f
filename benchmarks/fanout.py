"""One alert to thousands of channels, against a server on this machine that keeps Discord's 50 requests a second.

Prints the share of that limit that is used, how many requests were refused (429), how memory grew, and the time from a
promise made to its message posted while the bot is idle. The server runs in a process of its own.

    python benchmarks/fanout.py [channels]
"""

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from sqlalchemy import Engine

from bot.jobs.deliver import deliver
from bot.jobs.desk import Desk
from bot.jobs.rhythm import Beat
from bot.routing import TERMINAL, Destination, Destinations
from bot.sender import Discord
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, outbox
from storage.database import open_database, transaction, upgrade
from tests.loopback.discord import TOKEN, discord

LIMIT, CHANNELS, SINGLE = 50, 5_000, 40
GOALS = "goals: at least 0.95 of the limit, no 429, memory flat, p95 under 2 s"


def main(channels: int) -> None:
    """Run against a server of its own and print the figures."""
    with subprocess.Popen(
        [sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server, TemporaryDirectory() as folder:  # fmt: skip
        address = cast(IO[str], server.stdout).readline().strip()
        asyncio.run(_measure(Path(folder), address, channels))
        said = json.loads(server.communicate("")[0])
    print(f"messages {said['messages']}, refused with 429: {said['refused']}")
    print(GOALS)


async def _measure(folder: Path, address: str, channels: int) -> None:
    engine = open_database(f"sqlite:///{folder / 'fanout.sqlite3'}")
    upgrade(engine)
    desk = Desk(
        engine, Destinations((Destination(TERMINAL),), TERMINAL), _now, Beat(timedelta(minutes=15), lambda: 0.5)
    )
    async with Discord(TOKEN, address) as sender:
        await _alone(desk, sender)
        _promise(engine, "one", [f"discord:{number}" for number in range(1, channels + 1)])
        before, begun = _memory(), time.monotonic()
        done = await deliver(desk, {"discord": sender})
        seconds, grown = time.monotonic() - begun, _memory() - before
    rate = done.kept / seconds
    print(
        f"{done.kept} of {channels} channels in {seconds:.1f} s: {rate:.1f} a second, {rate / LIMIT:.3f} of the limit"
    )
    print(f"memory: {before} MB before, {grown} MB more at the highest ({1000 * grown / channels:.1f} kB a channel)")
    engine.dispose()


async def _alone(desk: Desk, sender: Discord) -> None:
    """One alert at a time, from the promise to the message, with the pause between two rounds of delivery in it."""
    waits = []
    for number in range(SINGLE):
        _promise(desk.engine, f"alone {number}", ["discord:1"])
        begun = time.monotonic()
        await asyncio.sleep(number / SINGLE)
        await deliver(desk, {"discord": sender})
        waits.append(time.monotonic() - begun)
    p95 = statistics.quantiles(waits, n=20)[-1]
    print(f"from seen to posted: median {statistics.median(waits):.2f} s, p95 {p95:.2f} s, beside a visit every 900 s")


def _promise(engine: Engine, key: str, destinations: list[str]) -> None:
    fine = Sanction(party="ACME", kind=Kind.FINE, money=Money.of("50000", "EUR"), evidence=Evidence(words="a fine"))
    act = Decision(authority="CNIL", key=key, reference=key, url="https://www.cnil.fr/fr/acme", title="ACME fined",
                   language="en", decided_on=None, sanctions=(fine,))  # fmt: skip
    with transaction(engine) as db:
        saved = decisions.save(db, act, (), now=_now(), origin="poll")
        for destination in destinations:
            outbox.promise(db, destination, "alert", str(saved.id), decision_id=saved.id, now=_now())


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a benchmark is a root of its own


def _memory() -> int:
    """The highest so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


async def _serve() -> None:
    async with discord() as server:
        server.per_second = LIMIT
        print(server.address, flush=True)
        await asyncio.to_thread(sys.stdin.read)
        print(json.dumps({"messages": sum(map(len, server.messages.values())), "refused": server.refused}))


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        asyncio.run(_serve())
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else CHANNELS)
