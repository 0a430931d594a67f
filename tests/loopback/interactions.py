"""Interactions at the Discord on 127.0.0.1: a command is asked, acknowledged within three seconds, answered, edited.

Written from Discord's documentation (discord.md §5): it does not prove that the real Discord agrees.
"""

import asyncio
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

THREE_SECONDS = 3.0
TOO_LATE = {"message": "Unknown interaction", "code": 10062}
TWICE = {"message": "Interaction has already been acknowledged.", "code": 40060}
DEFERRED = (5, 6)
EPHEMERAL = 64


@dataclass
class Asked:
    """One interaction and what became of it: when it was asked and acknowledged, how often that was tried again, and
    what is shown."""

    payload: dict[str, Any]
    at: float
    acknowledged: float | None = None
    kind: int = 0
    repeats: int = 0
    shown: dict[str, Any] | None = None
    follow_ups: list[dict[str, Any]] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    repeated: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Interactions:
    """Everything that was asked, by token; the commands that were put; answers that are lost on their way.

    `lost` is how many of the next acknowledgements are stored and then answered with a 502.
    """

    asked: dict[str, Asked] = field(default_factory=dict)
    commands: list[dict[str, Any]] = field(default_factory=list)
    puts: int = 0
    lost: int = 0
    refusal: tuple[int, dict[str, Any]] | None = None

    def ask(self, payload: dict[str, Any]) -> Asked:
        """Note an interaction that is dispatched now."""
        asked = Asked(payload, asyncio.get_running_loop().time())
        self.asked[payload["token"]] = asked
        return asked

    def command(self, name: str) -> dict[str, Any]:
        """A command as the bot put it."""
        return next(each for each in self.commands if each["name"] == name)

    async def put(self, request: web.Request) -> web.Response:
        """The application's commands, all at once."""
        self.puts += 1
        if self.refusal is not None:
            status, body = self.refusal
            return _json(body, status)
        numbers = itertools.count(500)
        self.commands = [
            {"id": str(next(numbers)), "application_id": "100", "version": "1", "type": 1, "description": "",
             "default_member_permissions": None, "options": [], **each}
            for each in await request.json()
        ]  # fmt: skip
        return _json(self.commands)

    async def callback(self, request: web.Request) -> web.Response:
        """The acknowledgement."""
        asked = self.asked[request.match_info["token"]]
        now, said = asyncio.get_running_loop().time(), await body_of(request)
        if now - asked.at > THREE_SECONDS:
            return _json(TOO_LATE, 404)
        if asked.acknowledged is not None:
            asked.repeats += 1
            asked.repeated.set()
            return _json(TWICE, 400)
        asked.acknowledged, asked.kind = now, said["type"]
        if said["type"] not in DEFERRED:
            asked.shown = said.get("data", {})
            asked.answered.set()
        if self.lost:
            self.lost -= 1
            return _json({"message": "bad gateway"}, 502)
        message = _message(asked, said.get("data", {}))
        body = {"interaction": {"id": asked.payload["id"], "type": 2, "response_message_id": "9000",
                                "response_message_loading": said["type"] in DEFERRED,
                                "response_message_ephemeral": bool(message["flags"] & EPHEMERAL)},
                "resource": {"type": said["type"], "message": message}}  # fmt: skip
        return _json(body)

    async def original(self, request: web.Request) -> web.Response:
        """The answer put in the place of the waiting sign."""
        asked = self.asked[request.match_info["token"]]
        if request.method == "DELETE":
            asked.shown = None
            return web.Response(status=204)
        if request.method == "PATCH":
            asked.shown = await body_of(request)
            asked.answered.set()
        return _json(_message(asked, asked.shown or {}))

    async def follow_up(self, request: web.Request) -> web.Response:
        """One more message."""
        asked = self.asked[request.match_info["token"]]
        said = await body_of(request)
        asked.follow_ups.append(said)
        asked.answered.set()
        return _json(_message(asked, said))

    def routes(self, add: Callable[[str, str, Any], object]) -> None:
        """All of these under the API's address."""
        add("PUT", "/applications/{application}/commands", self.put)
        add("POST", "/interactions/{number}/{token}/callback", self.callback)
        add("POST", "/webhooks/{application}/{token}", self.follow_up)
        for method in ("GET", "PATCH", "DELETE"):
            add(method, "/webhooks/{application}/{token}/messages/@original", self.original)


async def body_of(request: web.Request) -> dict[str, Any]:
    """The body, also of one that carries files."""
    if request.content_type != "multipart/form-data":
        said: dict[str, Any] = await request.json() if request.can_read_body else {}
        return said
    form = await request.post()
    payload = form["payload_json"]
    files = [part for part in form.values() if isinstance(part, web.FileField)]
    named = [{"name": part.filename, "bytes": part.file.read()} for part in files]
    return {**json.loads(str(payload)), "files": named}


def _message(asked: Asked, said: dict[str, Any]) -> dict[str, Any]:
    return {"id": "9000", "channel_id": asked.payload["channel_id"], "content": said.get("content") or "",
            "author": {"id": "100", "username": "finewatch", "discriminator": "0", "avatar": None, "bot": True},
            "timestamp": "2026-03-02T09:00:00+00:00", "edited_timestamp": None, "tts": False, "pinned": False,
            "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "type": 20,
            "embeds": said.get("embeds") or [], "components": said.get("components") or [],
            "flags": said.get("flags") or 0}  # fmt: skip


def _json(value: object, status: int = 200) -> web.Response:
    return web.Response(body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"})
