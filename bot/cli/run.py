"""`finewatch run`: the whole job in one process, until it is told to stop."""

import asyncio
from contextlib import AsyncExitStack
from functools import partial
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.engine import Job
    from bot.jobs.deliver import Send
    from bot.jobs.desk import Desk
    from bot.progress import Watcher
    from bot.settings import Settings
    from scrapers.adapter import Adapter
    from scrapers.fetch import Network


def app_command(app: typer.Typer) -> None:
    """Add `run` to the command line."""

    @app.command()
    def run() -> None:
        """Poll, store and alert until stopped. Without a Discord token alerts go to the terminal."""
        from bot.deps import open_store, set_up_log, track
        from bot.progress import watcher
        from bot.settings import load_settings

        settings = load_settings()
        set_up_log(settings)
        engine = open_store(settings)
        track(engine, settings)
        with watcher(settings.log_format) as seen:
            asyncio.run(_run(settings, engine, seen))
        engine.dispose()


async def _run(settings: "Settings", engine: "Engine", seen: "Watcher") -> None:
    from bot.deps import authorities, desk, network
    from bot.engine import Job, once_a_day, run, stop_on_signals
    from bot.health import served
    from bot.jobs.deliver import deliver
    from bot.jobs.weekly import promise_due

    stop = stop_on_signals()
    adapters = authorities(settings)
    job = desk(settings, engine, seen.report)
    async with AsyncExitStack() as stack:
        pages = await stack.enter_async_context(network(settings, adapters))
        senders = await _senders(settings, stack, seen)
        await _listen(settings, job, stack, stop)
        await stack.enter_async_context(served(engine, settings.health_port))
        seen.write(_greeting(settings, [adapter.code for adapter in adapters]))
        looks = _looks(job, adapters, pages, seen)
        calendar: list[Job] = [partial(asyncio.to_thread, promise_due, job, settings.time_zone)]
        if not _is_cut_off(settings):
            calendar.append(once_a_day(job.now, partial(_look_at_rates, settings, job)))
        await run(looks, lambda: deliver(job, senders), pause=job.beat.pause, stop=stop, calendar=calendar)
        seen.write("Stopped.")


async def _listen(settings: "Settings", job: "Desk", stack: AsyncExitStack, stop: asyncio.Event) -> None:
    """With a token: be there for slash commands until the end, whatever becomes of the connection. A server that stands
    for Discord without a gateway is not left for the real one."""
    if settings.discord_token is None or (settings.discord_api_url and not settings.discord_gateway_url):
        return
    from bot.chat.client import Client
    from bot.chat.gateway import attend, use
    from bot.chat.house import House

    if settings.discord_gateway_url:
        use(settings.discord_gateway_url)
    token = settings.discord_token.get_secret_value()
    listening = asyncio.create_task(attend(lambda: Client(House(job, settings.editors_guild_id)), token, stop))

    async def leave() -> None:
        stop.set()
        await listening

    stack.push_async_callback(leave)


async def _look_at_rates(settings: "Settings", job: "Desk") -> None:
    from bot.deps import bank
    from bot.jobs.rates import look_at_rates

    async with bank(settings) as web:
        await look_at_rates(job, web)


def _is_cut_off(settings: "Settings") -> bool:
    """Does everything that is asked go to servers of this machine, none of which stands for the bank?"""
    return bool(settings.loopback_authorities) and "www.ecb.europa.eu" not in settings.loopback_authorities


def _looks(job: "Desk", adapters: "tuple[Adapter, ...]", pages: "Network", seen: "Watcher") -> "list[Job]":
    """A round of polling for each authority; when no first round reads anything, what to do is said once."""
    from bot.jobs.desk import PollReport
    from bot.jobs.poll import poll
    from bot.progress import hint

    first: dict[str, PollReport] = {}

    async def look(adapter: "Adapter") -> None:
        report = await poll(job, [adapter], pages)
        if adapter.code not in first:
            first[adapter.code] = report
            if len(first) == len(adapters) and (words := hint(*first.values())):
                seen.write(words)

    return [partial(look, adapter) for adapter in adapters]


async def _senders(settings: "Settings", stack: AsyncExitStack, seen: "Watcher") -> "dict[str, Send]":
    from bot.terminal import to_terminal

    senders = {"terminal": to_terminal(seen.write)}
    if settings.discord_token is not None:
        from bot.sender import Discord

        client = Discord(settings.discord_token.get_secret_value(), settings.discord_api_url)
        senders["discord"] = await stack.enter_async_context(client)
    return senders


def _greeting(settings: "Settings", codes: list[str]) -> str:
    watching = f"Watching {', '.join(codes)} every {settings.poll_minutes:g} minutes. Stop with Ctrl-C."
    if settings.discord_token is None:
        return (
            f"{watching}\nNo Discord token: alerts go to this terminal. Set FINEWATCH_DISCORD_TOKEN (see .env.example)."
        )
    if settings.alert_channel_id is None:
        return f"{watching}\nAlerts go to every server whose manager chose a channel with /setup, and to this terminal."
    return watching
