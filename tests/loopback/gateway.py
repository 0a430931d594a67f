"""The gateway of the Discord on 127.0.0.1: sign-in, heartbeats, events in order, resuming, and what goes wrong there.

Written from Discord's documentation (discord.md §9.3): it does not prove that the real Discord agrees.
"""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

EVENT, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
REFUSED_TOKEN = 4004
SESSION = "a-session"


@dataclass
class Gateway:
    """Every event ever sent, the socket that is open now, and what is ordered to go wrong.

    `signed_in` counts IDENTIFYs, `resumed` resumes; `outage` refuses connections while it is set; `changed` is set at
    each of these.
    """

    token: str
    ready: dict[str, Any]
    guild: dict[str, Any]
    address: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    transport: asyncio.Transport | None = None
    signed_in: int = 0
    resumed: int = 0
    refused: int = 0
    outage: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection from HELLO to its end."""
        if self.outage:
            self.refused += 1
            self.changed.set()
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        self.transport = request.transport if isinstance(request.transport, asyncio.Transport) else None
        await _send(socket, HELLO, {"heartbeat_interval": 45_000})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(message.data))
        return socket

    async def _received(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> None:
        if said["op"] == HEARTBEAT:
            await _send(socket, ACK, None)
        elif said["op"] == IDENTIFY:
            await self._sign_in(socket, said["d"]["token"])
        elif said["op"] == RESUME:
            await self._resume(socket, said["d"])

    async def _sign_in(self, socket: web.WebSocketResponse, token: str) -> None:
        if token != self.token:
            await socket.close(code=REFUSED_TOKEN)
            return
        self.socket, self.events = socket, []
        self.signed_in += 1
        await self.dispatch("READY", {**self.ready, "session_id": SESSION, "resume_gateway_url": self.address})
        await self.dispatch("GUILD_CREATE", self.guild)
        self.changed.set()

    async def _resume(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> None:
        if said["session_id"] != SESSION or not self.events:
            await _send(socket, INVALID, False)
            return
        self.socket = socket
        self.resumed += 1
        for event in [event for event in self.events if event["s"] > said["seq"]]:
            await socket.send_json(event)
        await self.dispatch("RESUMED", {})
        self.changed.set()

    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """An event; while nobody is connected it waits for a resume."""
        event = {"op": EVENT, "t": name, "s": len(self.events) + 1, "d": data}
        self.events.append(event)
        if self.socket is not None and not self.socket.closed:
            await self.socket.send_json(event)

    def drop(self) -> None:
        """The connection breaks off, without a word."""
        self.socket = None
        if self.transport is not None:
            self.transport.abort()

    async def invalidate(self) -> None:
        """The session is over and cannot be resumed (op 9)."""
        self.events = []
        if self.socket is not None:
            await _send(self.socket, INVALID, False)

    async def reconnect(self) -> None:
        """Discord asks for a new connection (op 7)."""
        if self.socket is not None:
            await _send(self.socket, RECONNECT, None)

    async def until(self, *, signed_in: int = 0, resumed: int = 0, refused: int = 0) -> None:
        """Wait until so many sign-ins, resumes and refused connections were seen."""
        async with asyncio.timeout(40):
            while (self.signed_in, self.resumed, self.refused) != (
                max(self.signed_in, signed_in),
                max(self.resumed, resumed),
                max(self.refused, refused),
            ):
                self.changed.clear()
                await self.changed.wait()


async def _send(socket: web.WebSocketResponse, op: int, data: object) -> None:
    await socket.send_json({"op": op, "d": data, "s": None, "t": None})
