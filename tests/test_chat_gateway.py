"""How one client at the gateway ends, told by a Discord on this machine: it decides how soon the next one comes."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.chat.gateway import REFUSED, Ended, listen, use
from tests.loopback.discord import TOKEN, Discord
from tests.loopback.discord import discord as loopback


@pytest.fixture
async def server() -> AsyncIterator[Discord]:
    """The library keeps both addresses in its classes."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    async with loopback() as server:
        Route.BASE = server.address
        use(server.gateway_address)
        yield server
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


def client() -> discord.Client:
    return discord.Client(intents=discord.Intents(guilds=True), guild_ready_timeout=0.0)


async def test_a_client_that_was_connected_to_the_last_says_so(server: Discord) -> None:
    stop, listening = asyncio.Event(), client()
    async with asyncio.TaskGroup() as group:
        ended = group.create_task(listen(listening, TOKEN, stop))
        await server.gateway.until(signed_in=1)
        await listening.wait_until_ready()
        stop.set()

    assert ended.result() == Ended(was_ready=True, away=timedelta())


async def test_a_client_that_never_came_through_says_so(server: Discord) -> None:
    server.gateway.outage = True

    assert await listen(client(), TOKEN, asyncio.Event()) == Ended(was_ready=False, away=timedelta())


@pytest.mark.usefixtures("server")
async def test_after_a_refused_token_the_next_one_waits_long() -> None:
    assert await listen(client(), "wrong", asyncio.Event()) == Ended(was_ready=False, away=REFUSED)
