"""The only file that posts to Discord. Logs in over HTTP alone: sending needs no gateway. Knows no database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from json import JSONDecodeError
from types import TracebackType
from typing import Any, Self

import aiohttp
import discord
from discord.http import Route

from bot.chat import embeds
from bot.jobs.errors import DeliveryError, GiveUpError, NoAccessError, RetryLaterError
from bot.pace import Pace
from bot.views import rooms
from bot.views.post import Post

LONGEST_PAUSE = 30.0
"""The longest rate limit in seconds that is waited for in place, the least that the library takes; a longer one goes
back to the outbox, as the library would sleep for an hour without a word (discord.md §2)."""

WHOLE = 90.0
"""Seconds for one message with the library's own five tries (25 s) and one pause in place."""

PER_SECOND, A_SECOND = 50, 1.005
"""Posts over all channels in a second, which is what Discord takes of a bot (discord.md §2), and a little more than one
for the other side's clock."""

NOT_EDITED = (10008, 30046)
"""No such message any more; edited too often for its age."""

BANNED = 600.0
"""Seconds to stay away after a 429 that is not Discord's own: too many refused requests within ten minutes."""

REFUSED_TOKEN = 1800.0
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
        self._pace = Pace(PER_SECOND, A_SECOND)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.close()

    async def __call__(self, destination: str, post: Post, nonce: str) -> str:
        """Post the message, or put it in the place of the one that it edits; its id.

        Raises RetryLaterError, NoAccessError or GiveUpError.
        """
        async with _named():
            channel = (await self._logged_in()).get_partial_messageable(_channel_id(destination))
            async with self._pace.turn():
                return await (_edit(channel, post) if post.edits else _send(channel, post, nonce))

    async def who_am_i(self) -> str:
        """The bot's name: is the token good? Raises RetryLaterError."""
        async with _named():
            return str((await self._logged_in()).user)

    async def invite(self) -> str:
        """The address that adds the bot to a server, with the least that it needs. Raises RetryLaterError."""
        async with _named():
            number = (await self._logged_in()).application_id
            least = discord.Permissions(**dict.fromkeys(rooms.NEEDED, True))
            return discord.utils.oauth_url(number or 0, permissions=least, scopes=("bot", "applications.commands"))

    async def missing(self, channel_id: int) -> list[str]:
        """The permissions that the bot needs in a channel and does not have. Raises a DeliveryError."""
        async with _named():
            client = await self._logged_in()
            found = await client.fetch_channel(channel_id)
            if not isinstance(found, discord.abc.GuildChannel) or client.user is None:
                raise GiveUpError("it is not a channel of a server")
            guild = await client.fetch_guild(found.guild.id, with_counts=False)
            member = await guild.fetch_member(client.user.id)
            channel = await guild.fetch_channel(channel_id)
            granted = channel.permissions_for(member)
            return [name for name in rooms.NEEDED if not getattr(granted, name)]

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


def _judged(error: discord.HTTPException) -> DeliveryError:
    if error.status == 401:
        return RetryLaterError("Discord refuses the token: set FINEWATCH_DISCORD_TOKEN anew", REFUSED_TOKEN)
    if error.status == 429:
        return RetryLaterError("Discord keeps us out for a while (429)", BANNED)
    if error.status >= 500:
        return RetryLaterError(f"Discord answers with status {error.status}")
    if error.code in NO_ACCESS:
        return NoAccessError(NO_ACCESS[error.code])
    return GiveUpError(f"Discord refuses ({error.status}, code {error.code}): {error.text}")


def _channel_id(destination: str) -> int:
    return int(destination.partition(":")[2])


async def _send(channel: discord.PartialMessageable, post: Post, nonce: str) -> str:
    more: dict[str, Any] = {"view": embeds.buttons(post.buttons)} if post.buttons else {}
    if post.picture is not None:
        more["file"] = embeds.file(post.picture)
    if post.reply_to:
        first = channel.get_partial_message(int(post.reply_to))
        more["reference"] = first.to_reference(fail_if_not_exists=False)
    sent = await channel.send(
        embeds.content(post), embeds=embeds.embeds(post), nonce=nonce, allowed_mentions=embeds.mentions(post), **more
    )
    return str(sent.id)


async def _edit(channel: discord.PartialMessageable, post: Post) -> str:
    """A message that is gone, or too old to be edited so often, stays as it is: the change is told in a reply."""
    message = channel.get_partial_message(int(post.edits))
    try:
        await message.edit(embeds=embeds.embeds(post), view=embeds.buttons(post.buttons))
    except discord.HTTPException as error:
        if error.code not in NOT_EDITED:
            raise
    return post.edits
