"""A server on 127.0.0.1 that stands for Discord: login, posting with nonces that are honoured, editing, a gateway.

Whatever faults are ordered happen, and the limit of requests a second is kept. Written from Discord's documentation
(discord.md §9.3): it does not prove that the real Discord agrees.
"""

import asyncio
import itertools
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.loopback.gateway import Gateway
from tests.loopback.interactions import Asked, Interactions, body_of

TOKEN = "a-token"
BOT = {"id": "100", "username": "finewatch", "discriminator": "0", "avatar": None, "bot": True}
GUILD, CHANNEL = 700, 5
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
OVER = Fault(429, {"message": "You are being rate limited.", "retry_after": 0.5, "global": True},
             {"Via": "1.1 g", "X-RateLimit-Global": "true", "Retry-After": "1"})  # fmt: skip
BANNED = Fault(429)
AWAY = Fault(503)
NO_ACCESS = Fault(403, {"message": "Missing Access", "code": 50001})
NO_CHANNEL = Fault(404, {"message": "Unknown Channel", "code": 10003})


@dataclass
class Discord:
    """What the server holds: messages by channel, and the faults that come next, by channel.

    `arrived` is set when a message is posted, edited or stored.
    """

    messages: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    posts: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    permissions: str = EVERYTHING
    port: int = 0
    per_second: int | None = None
    refused: int = 0
    recent: deque[float] = field(default_factory=deque)
    interactions: Interactions = field(default_factory=Interactions)
    gateway: Gateway = field(default_factory=lambda: Gateway(TOKEN, _ready(), {}))

    @property
    def address(self) -> str:
        """What belongs into FINEWATCH_DISCORD_API_URL."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_address(self) -> str:
        """What belongs into FINEWATCH_DISCORD_GATEWAY_URL."""
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def ask(self, command: str, **options: Any) -> Asked:
        """An editor who may manage the server asks a slash command ("digest now"); what became of it."""
        name, *within = command.split()
        known = self.interactions.command(name)
        given = [{"name": key, "type": _kind(value), "value": value} for key, value in options.items()]
        for group in reversed(within):
            given = [{"name": group, "type": 1, "options": given}]
        data = {"id": known["id"], "name": name, "type": 1, "options": given}
        return await self._interact(2, data)

    async def press(self, message: dict[str, Any], custom_id: str) -> Asked:
        """The same member presses a button under a message."""
        data = {"custom_id": custom_id, "component_type": 2}
        return await self._interact(3, data, message=message)

    async def _interact(self, kind: int, data: dict[str, Any], **more: Any) -> Asked:
        number = len(self.interactions.asked) + 1
        payload = {"id": str(3000 + number), "token": f"token-{number}", "type": kind, "data": data, "version": 1,
                   "application_id": "100", "guild_id": str(GUILD), "channel_id": str(CHANNEL), "channel": _channel(),
                   "member": _editor(), "locale": "en-GB", "guild_locale": "en-GB", "context": 0, "entitlements": [],
                   "app_permissions": self.permissions, "attachment_size_limit": 10_485_760,
                   "authorizing_integration_owners": {}, "guild": {"id": str(GUILD), "locale": "en-GB", "features": []},
                   **more}  # fmt: skip
        asked = self.interactions.ask(payload)
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return asked

    def order(self, channel: int, *faults: Fault) -> None:
        """These answers for the next posts to a channel."""
        self.faults.setdefault(str(channel), []).extend(faults)

    def titles(self, channel: int) -> list[str]:
        """The first line of every message in a channel."""
        return [_title(message) for message in self.messages.get(str(channel), [])]

    async def post(self, request: web.Request) -> web.StreamResponse:
        """Create a message, unless a fault is ordered; the same nonce gives the message that was there."""
        channel, sent = request.match_info["channel"], await body_of(request)
        if self._is_too_much():
            return _json(OVER.body, OVER.status, OVER.headers)
        self.posts += 1
        self.arrived.set()
        fault = next(iter(self.faults.get(channel, [])), None)
        if fault is None:
            return _json(_told(self._store(channel, sent)))
        self.faults[channel].pop(0)
        if fault.stored:
            self._store(channel, sent)
        if fault.drop and request.transport:
            request.transport.abort()
        return _json(fault.body, fault.status, fault.headers)

    def _is_too_much(self) -> bool:
        """Were there `per_second` requests within the last second already?"""
        if self.per_second is None:
            return False
        now = asyncio.get_running_loop().time()
        while self.recent and self.recent[0] <= now - 1:
            self.recent.popleft()
        is_too_much = len(self.recent) >= self.per_second
        self.refused += is_too_much
        self.recent.append(now)
        return is_too_much

    async def edit(self, request: web.Request) -> web.Response:
        """Put something in the place of a message's content."""
        channel, number = request.match_info["channel"], request.match_info["message"]
        found = next((each for each in self.messages.get(channel, []) if each["id"] == number), None)
        if found is None:
            return _json({"message": "Unknown Message", "code": 10008}, 404)
        sent = await body_of(request)
        found["edits"] = [*found.get("edits", []), sent]
        found["embeds"] = sent.get("embeds") or found["embeds"]
        self.arrived.set()
        return _json(_told(found))

    def _store(self, channel: str, sent: dict[str, Any]) -> dict[str, Any]:
        known = self.messages.setdefault(channel, [])
        if sent.get("enforce_nonce"):
            there = [message for message in known if message["nonce"] == sent["nonce"]]
            if there:
                return there[0]
        message: dict[str, Any] = {
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
            "components": sent.get("components") or [],
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
        """The server."""
        return _json(_guild(self.permissions))

    async def member(self, _: web.Request) -> web.Response:
        """The bot in the server."""
        return _json(_member(BOT))

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
        app.router.add_patch(f"{api}/channels/{{channel}}/messages/{{message}}", self.edit)
        app.router.add_get(f"{api}/channels/{{channel}}", self.channel)
        app.router.add_get(f"{api}/guilds/{{guild}}", self.guild)
        app.router.add_get(f"{api}/guilds/{{guild}}/members/{{member}}", self.member)
        app.router.add_get("/gateway", self.gateway.serve)
        self.interactions.routes(lambda method, path, handler: app.router.add_route(method, api + path, handler))
        return app


@asynccontextmanager
async def discord() -> AsyncIterator[Discord]:
    """The server, listening on a free port of 127.0.0.1 until the block ends."""
    server = Discord()
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.port = runner.addresses[0][1]
    server.gateway.address, server.gateway.guild = server.gateway_address, _guild(server.permissions)
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


def _told(message: dict[str, Any]) -> dict[str, Any]:
    """A message as Discord gives it back, without our own notes of how it came."""
    return {key: value for key, value in message.items() if key not in ("sent", "edits")}


def _kind(value: object) -> int:
    """The type of an option: text, a number, yes or no (bool before int: it is one)."""
    return 5 if isinstance(value, bool) else 4 if isinstance(value, int) else 3


def _ready() -> dict[str, Any]:
    return {"v": 10, "user": BOT, "guilds": [{"id": str(GUILD), "unavailable": True}], "private_channels": [],
            "application": {"id": "100", "flags": 0}}  # fmt: skip


def _member(user: dict[str, Any]) -> dict[str, Any]:
    return {"user": user, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False,
            "flags": 0, "premium_since": None, "nick": None, "avatar": None, "pending": False}  # fmt: skip


def _editor() -> dict[str, Any]:
    user = {"id": "200", "username": "editor", "discriminator": "0", "avatar": None, "global_name": "Editor"}
    return {**_member(user), "permissions": str((1 << 5) | int(EVERYTHING))}


def _channel() -> dict[str, Any]:
    return {"id": str(CHANNEL), "type": 0, "guild_id": str(GUILD), "name": "news", "position": 0, "nsfw": False,
            "permission_overwrites": [], "parent_id": None, "permissions": EVERYTHING}  # fmt: skip


def _guild(permissions: str) -> dict[str, Any]:
    """A server with one channel and the one role that everybody has."""
    role = {"id": str(GUILD), "name": "@everyone", "permissions": permissions, "position": 0, "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False, "managed": False, "mentionable": False, "flags": 0}  # fmt: skip
    return {"id": str(GUILD), "name": "newsroom", "owner_id": "1", "roles": [role], "emojis": [],
            "features": [], "verification_level": 0, "default_message_notifications": 0,
            "explicit_content_filter": 0, "mfa_level": 0, "premium_tier": 0, "nsfw_level": 0,
            "system_channel_flags": 0, "preferred_locale": "en-US", "channels": [_channel()], "threads": [],
            "members": [_member(BOT)], "member_count": 2, "voice_states": [], "presences": [], "large": False,
            "unavailable": False, "stage_instances": [], "guild_scheduled_events": [], "stickers": [],
            "soundboard_sounds": [], "joined_at": "2026-01-01T00:00:00+00:00"}  # fmt: skip
