"""A server on 127.0.0.1 that stands for Discord's REST interface, as far as sending needs it (discord.md §9.3).

Login, posting with nonces that are honoured, and whatever faults are ordered. Written from Discord's documentation: it
does not prove that the real Discord agrees.
"""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "a-token"
BOT = {"id": "100", "username": "finewatch", "discriminator": "0", "avatar": None, "bot": True}
GUILD = 700
EVERYTHING = str((1 << 10) | (1 << 11) | (1 << 14) | (1 << 15))
"""View channel, send messages, embed links, attach files."""


@dataclass(frozen=True)
class Fault:
    """An answer in the place of the right one. With `stored` the message is kept all the same, as in a lost answer."""

    status: int
    body: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    stored: bool = False
    drop: bool = False


LIMITED = Fault(429, {"message": "You are being rate limited.", "retry_after": 0.1, "global": False}, {"Via": "1.1 g"})
LIMITED_FOR_AN_HOUR = Fault(429, {"message": "You are being rate limited.", "retry_after": 3600.0}, {"Via": "1.1 g"})
BANNED = Fault(429)
AWAY = Fault(503)
NO_ACCESS = Fault(403, {"message": "Missing Access", "code": 50001})
NO_CHANNEL = Fault(404, {"message": "Unknown Channel", "code": 10003})


@dataclass
class Discord:
    """What the server holds: messages by channel, and the faults that come next, by channel.

    `arrived` is set when a message is stored.
    """

    messages: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    posts: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    permissions: str = EVERYTHING
    port: int = 0

    @property
    def address(self) -> str:
        """What belongs into FINEWATCH_DISCORD_API_URL."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    def order(self, channel: int, *faults: Fault) -> None:
        """These answers for the next posts to a channel."""
        self.faults.setdefault(str(channel), []).extend(faults)

    def titles(self, channel: int) -> list[str]:
        """The first line of every message in a channel."""
        return [_title(message) for message in self.messages.get(str(channel), [])]

    async def post(self, request: web.Request) -> web.StreamResponse:
        """Create a message, unless a fault is ordered; the same nonce gives the message that was there."""
        channel, sent = request.match_info["channel"], await request.json()
        self.posts += 1
        fault = next(iter(self.faults.get(channel, [])), None)
        if fault is None:
            return _json(self._store(channel, sent))
        self.faults[channel].pop(0)
        if fault.stored:
            self._store(channel, sent)
        if fault.drop and request.transport:
            request.transport.abort()
        return _json(fault.body, fault.status, fault.headers)

    def _store(self, channel: str, sent: dict[str, Any]) -> dict[str, Any]:
        known = self.messages.setdefault(channel, [])
        if sent.get("enforce_nonce"):
            for message in known:
                if message["nonce"] == sent["nonce"]:
                    return message
        message = {
            "id": str(1000 + sum(map(len, self.messages.values()))),
            "channel_id": channel,
            "author": BOT,
            "content": sent.get("content") or "",
            "timestamp": "2026-03-02T09:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": sent.get("embeds") or [],
            "pinned": False,
            "type": 0,
            "nonce": sent.get("nonce"),
            "sent": sent,
        }
        known.append(message)
        self.arrived.set()
        return message

    async def channel(self, request: web.Request) -> web.Response:
        """A text channel without overwrites, or the fault that is ordered for it."""
        channel = request.match_info["channel"]
        faults = self.faults.get(channel, [])
        if faults:
            return _json(faults[0].body, faults[0].status)
        return _json({"id": channel, "type": 0, "guild_id": str(GUILD), "name": "news", "position": 0,
                      "permission_overwrites": [], "nsfw": False, "parent_id": None})  # fmt: skip

    async def guild(self, _: web.Request) -> web.Response:
        """A server with the one role that everybody has."""
        role = {"id": str(GUILD), "name": "@everyone", "permissions": self.permissions, "position": 0, "color": 0,
                "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
                "hoist": False, "managed": False, "mentionable": False, "flags": 0}  # fmt: skip
        return _json({"id": str(GUILD), "name": "newsroom", "owner_id": "1", "roles": [role], "emojis": [],
                      "features": [], "verification_level": 0, "default_message_notifications": 0,
                      "explicit_content_filter": 0, "mfa_level": 0, "premium_tier": 0, "nsfw_level": 0,
                      "system_channel_flags": 0, "preferred_locale": "en-US"})  # fmt: skip

    async def member(self, _: web.Request) -> web.Response:
        """The bot in the server."""
        return _json({"user": BOT, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False,
                      "mute": False, "flags": 0})  # fmt: skip

    async def me(self, request: web.Request) -> web.Response:
        """Who the bot is; 401 for another token."""
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        return _json(BOT)

    async def application_info(self, _: web.Request) -> web.Response:
        """The application, which a login asks for."""
        return _json({"id": "100", "name": "finewatch", "description": "", "icon": None, "verify_key": "", "flags": 0,
                      "bot_public": False, "bot_require_code_grant": False, "owner": BOT, "team": None})  # fmt: skip

    def application(self) -> web.Application:
        """The server's routes."""
        app = web.Application()
        api = "/api/v10"
        app.router.add_get(f"{api}/users/@me", self.me)
        app.router.add_get(f"{api}/oauth2/applications/@me", self.application_info)
        app.router.add_post(f"{api}/channels/{{channel}}/messages", self.post)
        app.router.add_get(f"{api}/channels/{{channel}}", self.channel)
        app.router.add_get(f"{api}/guilds/{{guild}}", self.guild)
        app.router.add_get(f"{api}/guilds/{{guild}}/members/{{member}}", self.member)
        return app


@asynccontextmanager
async def discord() -> AsyncIterator[Discord]:
    """The server, listening on a free port of 127.0.0.1 until the block ends."""
    server = Discord()
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()


def _json(value: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    if value is None:
        return web.Response(text="<html>not Discord's own words</html>", status=status, headers=headers)
    # The content type must be exactly this: with a charset, discord.py takes the body for text.
    kind = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(value).encode(), status=status, headers={**(headers or {}), **kind})


def _title(message: dict[str, Any]) -> str:
    return str(next(itertools.chain((embed["title"] for embed in message["embeds"]), [message["content"]])))
