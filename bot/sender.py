"""The only file that posts to Discord. Logs in over HTTP alone: sending needs no gateway. Knows no database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from json import JSONDecodeError
from types import TracebackType
from typing import Self

import aiohttp
import discord
from discord.http import Route

from bot.jobs.errors import GiveUpError, RetryLaterError
from bot.views import words
from bot.views.message import CONTENT, Message, card

LONGEST_PAUSE = 30.0
"""The longest rate limit in seconds that is waited for in place, the least that the library takes; a longer one goes
back to the outbox, as the library would sleep for an hour without a word (discord.md §2)."""

WHOLE = 90.0
"""Seconds for one message with the library's own five tries (25 s) and one pause in place."""

BANNED = 600.0
"""Seconds to stay away after a 429 that is not Discord's own: too many refused requests within ten minutes."""

REFUSED_TOKEN = 1800.0
NEEDED = ("view_channel", "send_messages", "embed_links")
NO_ACCESS = {
    10003: "there is no such channel",
    50001: "the bot has no access to the channel: invite it, or let its role see the channel",
    50013: "the bot may not write there: give its role Send Messages and Embed Links",
}


class Discord:
    """A `Send` for destinations "discord:<channel id>". Logs in at the first need; an async context manager.

    `api_url` replaces Discord's address for tests of the whole process; the settings accept loopback only.
    """

    def __init__(self, token: str, api_url: str | None = None) -> None:
        if api_url:
            Route.BASE = api_url
        self._token = token
        self._client: discord.Client | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.close()

    async def __call__(self, destination: str, message: Message, nonce: str) -> str:
        """Post the message; its id. Raises RetryLaterError or GiveUpError."""
        async with _named():
            channel = (await self._logged_in()).get_partial_messageable(_channel_id(destination))
            if not message.fields and not message.url:
                sent = await channel.send(words.plain(message.headline, CONTENT), nonce=nonce)
            else:
                sent = await channel.send(embed=_embed(message), nonce=nonce)
            return str(sent.id)

    async def who_am_i(self) -> str:
        """The bot's name: is the token good? Raises RetryLaterError."""
        async with _named():
            return str((await self._logged_in()).user)

    async def missing(self, channel_id: int) -> list[str]:
        """The permissions that the bot needs in a channel and does not have. Raises RetryLaterError or GiveUpError."""
        async with _named():
            client = await self._logged_in()
            found = await client.fetch_channel(channel_id)
            if not isinstance(found, discord.abc.GuildChannel) or client.user is None:
                raise GiveUpError("it is not a channel of a server")
            guild = await client.fetch_guild(found.guild.id, with_counts=False)
            member = await guild.fetch_member(client.user.id)
            channel = await guild.fetch_channel(channel_id)
            granted = channel.permissions_for(member)
            return [name for name in NEEDED if not getattr(granted, name)]

    async def _logged_in(self) -> discord.Client:
        async with self._turn:
            if self._client is None:
                client = discord.Client(
                    intents=discord.Intents(guilds=True),
                    allowed_mentions=discord.AllowedMentions.none(),
                    max_ratelimit_timeout=LONGEST_PAUSE,
                )
                try:
                    await client.login(self._token)
                except BaseException:
                    await client.close()
                    raise
                self._client = client
            return self._client


@asynccontextmanager
async def _named() -> AsyncIterator[None]:
    """Whatever goes wrong between us and Discord, as one of our two errors (discord.md §2)."""
    try:
        async with asyncio.timeout(WHOLE):
            yield
    except discord.LoginFailure as error:
        raise RetryLaterError("Discord refuses the token: set FINEWATCH_DISCORD_TOKEN anew", REFUSED_TOKEN) from error
    except discord.RateLimited as error:
        raise RetryLaterError("Discord asks us to wait", error.retry_after) from error
    except discord.HTTPException as error:
        raise _judged(error) from error
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, JSONDecodeError) as error:
        raise RetryLaterError(f"Discord cannot be reached ({type(error).__name__}: {error})") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        # The library could not take in an answer that says yes: sending again would post again.
        raise GiveUpError(f"Discord's answer is not understood, the message may be there ({error!r})") from error


def _judged(error: discord.HTTPException) -> RetryLaterError | GiveUpError:
    if error.status == 401:
        return RetryLaterError("Discord refuses the token: set FINEWATCH_DISCORD_TOKEN anew", REFUSED_TOKEN)
    if error.status == 429:
        return RetryLaterError("Discord keeps us out for a while (429)", BANNED)
    if error.status >= 500:
        return RetryLaterError(f"Discord answers with status {error.status}")
    return GiveUpError(NO_ACCESS.get(error.code, f"Discord refuses ({error.status}, code {error.code}): {error.text}"))


def _channel_id(destination: str) -> int:
    return int(destination.partition(":")[2])


def _embed(message: Message) -> discord.Embed:
    shown = card(message)
    embed = discord.Embed(title=shown.title, url=shown.url)
    for field in shown.fields:
        embed.add_field(name=field.name, value=field.value, inline=False)
    return embed
