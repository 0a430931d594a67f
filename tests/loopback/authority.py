"""A server on 127.0.0.1 that stands for the authorities' hosts: recorded pages, and whatever faults are ordered.

In a test: `async with authority(pages.answer) as server`, then `server.order(url, Fault(status=503))`. As a process of
its own: `python -m tests.loopback.authority FOLDER...` prints its port; orders come by `POST /orders` with one JSON
object (`{"url": ..., "status": 503, "times": 2}`), `GET /seen` tells what was asked. Folders are read anew each time.
"""

import asyncio
import hashlib
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path

from aiohttp import web

from scrapers.adapter import Request
from scrapers.recorded import RecordedPages
from tests.golden import pdf_of, tar_of

Answer = Callable[[Request], tuple[str, bytes] | None]
"""Content type and body for a request, or None; as `RecordedPages.answer`."""

MEGABYTE = bytes(1 << 20)


@dataclass(frozen=True)
class Fault:
    """What to do in the place of the recorded page. Without a `body` the recorded one is sent.

    `drop` breaks the connection off: "before" any byte, or "midway" in the body. `megabytes` of zeros are streamed
    after the `body`, without saying how many. `seconds` is waited before the answer.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    drop: str = ""
    megabytes: int = 0
    seconds: float = 0


@dataclass(frozen=True)
class Asked:
    """What the server saw. `at` is in seconds of the event loop's clock."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes
    at: float


class Authority:
    """The server's pages, orders and memory."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._orders: dict[str, Iterator[Fault]] = {}
        self.seen: list[Asked] = []
        self.sent = 0
        self.port = 0

    @property
    def address(self) -> str:
        """Where the server listens."""
        return f"http://127.0.0.1:{self.port}"

    def order(self, url: str, *faults: Fault, ever: bool = False) -> None:
        """These faults for the next requests of `url`, one each; with `ever` the last one for all that follow."""
        self._orders[url] = chain(faults, repeat(faults[-1])) if ever else iter(faults)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request for a real host, named in its `Host` header."""
        body = await request.read()
        asked = Request(f"https://{request.host}{request.raw_path}", request.method, body or None)
        now = asyncio.get_running_loop().time()
        self.seen.append(Asked(request.method, asked.url, dict(request.headers), body, now))
        fault = next(self._orders.get(asked.url, iter(())), Fault())
        await asyncio.sleep(fault.seconds)
        if fault.drop == "before":
            return self._hang_up(request)
        if fault.megabytes:
            return await self._stream(request, fault)
        content_type, recorded = self._answer(asked) or ("text/plain", b"")
        status = fault.status if recorded or fault != Fault() else 404
        sent = recorded if fault.body is None else fault.body
        return await self._send(request, fault, status, content_type, sent)

    async def _send(
        self, request: web.Request, fault: Fault, status: int, content_type: str, body: bytes
    ) -> web.StreamResponse:
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {"ETag": tag, "Content-Type": content_type, **fault.headers}
        if status == 200 and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        if fault.drop != "midway":
            return web.Response(status=status, headers=headers, body=body)
        response = web.StreamResponse(status=status, headers={**headers, "Content-Length": str(len(body))})
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        return self._hang_up(request)

    async def _stream(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        response = web.StreamResponse(status=fault.status, headers={"Content-Type": "text/html", **fault.headers})
        await response.prepare(request)
        await response.write(fault.body or b"")
        for _ in range(fault.megabytes):
            await response.write(MEGABYTE)
            self.sent += len(MEGABYTE)
        return response

    def _hang_up(self, request: web.Request) -> web.StreamResponse:
        if request.transport:
            request.transport.abort()
        return web.Response()

    async def take_order(self, request: web.Request) -> web.Response:
        """An order in JSON: a url, the fields of a Fault, how many `times` (without: for ever)."""
        order = await request.json()
        url, times = order.pop("url"), order.pop("times", 0)
        fault = Fault(**{**order, "body": order["body"].encode() if "body" in order else None})
        self.order(url, *[fault] * max(times, 1), ever=not times)
        return web.json_response({})

    async def tell(self, _: web.Request) -> web.Response:
        """What was asked so far."""
        return web.json_response([{"method": asked.method, "url": asked.url} for asked in self.seen])

    def application(self) -> web.Application:
        """The server's routes; `/orders` and `/seen` are taken by no authority."""
        app = web.Application(client_max_size=100 << 20)
        app.router.add_post("/orders", self.take_order)
        app.router.add_get("/seen", self.tell)
        app.router.add_route("*", "/{path:.*}", self.handle)
        return app


@asynccontextmanager
async def authority(answer: Answer) -> AsyncIterator[Authority]:
    """The server, listening on a free port of 127.0.0.1 until the block ends."""
    server = Authority(answer)
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()


async def _serve(folders: tuple[Path, ...]) -> None:
    pages = RecordedPages(folders, {"pdf_of": pdf_of, "tar_of": tar_of})
    async with authority(pages.answer) as server:
        print(server.port, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(tuple(Path(folder) for folder in sys.argv[1:])))
