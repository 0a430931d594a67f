"""The health endpoint, on this machine only: `GET /healthz` says how every source stands, as JSON."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from sqlalchemy import Engine

from bot.settings import PREFIX, SettingsError
from bot.views import sources
from storage import visits
from storage.database import reading

HOST = "127.0.0.1"


@asynccontextmanager
async def served(engine: Engine, port: int | None) -> AsyncIterator[None]:
    """Serve while the block runs; nothing is served without a port. Raises SettingsError when the port is taken."""
    if port is None:
        yield
        return
    runner = web.AppRunner(_application(engine), access_log=None)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        raise SettingsError(f"{PREFIX}HEALTH_PORT: {port} cannot be used ({error.strerror})") from error


def _application(engine: Engine) -> web.Application:
    async def healthz(_: web.Request) -> web.Response:
        known = await asyncio.to_thread(_health, engine)
        return web.json_response(sources.whole(known), dumps=lambda value: json.dumps(value, ensure_ascii=False))

    application = web.Application()
    application.router.add_get("/healthz", healthz)
    return application


def _health(engine: Engine) -> list[visits.Health]:
    with reading(engine) as db:
        return visits.health(db)
