"""Stay connected to Discord's gateway, whatever happens there. Alerts do not need it: they go over HTTP."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import discord
import structlog
from discord.gateway import DiscordWebSocket
from yarl import URL

log = structlog.get_logger(__name__)

FIRST, LONGEST = timedelta(seconds=5), timedelta(minutes=5)
REFUSED = timedelta(minutes=30)
"""After a refused token: a thousand sign-ins a day and Discord takes the token away."""


@dataclass(frozen=True)
class Ended:
    """How one client ended: was it connected to the last, and how long to stay away at least."""

    was_ready: bool
    away: timedelta


async def attend(
    make: Callable[[], discord.Client], token: str, stop: asyncio.Event, *, first: timedelta = FIRST
) -> None:
    """Listen until `stop` is set. A client that fails, also at its very first connection, is followed by a new one."""
    pause = first
    while not stop.is_set():
        ended = await listen(make(), token, stop)
        pause = max(first if ended.was_ready else pause, ended.away)
        with suppress(TimeoutError):
            async with asyncio.timeout(pause.total_seconds()):
                await stop.wait()
        pause = min(2 * pause, LONGEST)


def use(gateway_url: str) -> None:
    """Another gateway than Discord's, for tests of the whole process; the settings accept loopback only."""
    DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)


async def listen(client: discord.Client, token: str, stop: asyncio.Event) -> Ended:
    """Listen with one client until it fails or `stop` is set, and close it."""
    listening = asyncio.create_task(client.start(token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({listening, stopping}, return_when=asyncio.FIRST_COMPLETED)
        away = _judged(listening.exception()) if listening.done() else timedelta()
        return Ended(client.is_ready(), away)
    finally:
        stopping.cancel()
        await client.close()
        listening.cancel()
        await asyncio.gather(listening, stopping, return_exceptions=True)


def _judged(error: BaseException | None) -> timedelta:
    if isinstance(error, discord.LoginFailure):
        log.error("Discord refuses the token: set FINEWATCH_DISCORD_TOKEN anew; commands do not work until then")
        return REFUSED
    if isinstance(error, discord.PrivilegedIntentsRequired):
        log.error("Discord refuses our intents, although none of them is privileged", reason=str(error))
        return REFUSED
    log.warning("the connection to Discord ended; commands do not work until it is back", reason=repr(error))
    return timedelta()
