"""The long run: poll at each beat, deliver all the time, look at the calendar, end in order. No job delays another."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable
from datetime import date, datetime, timedelta

import structlog

log = structlog.get_logger(__name__)

DELIVERY_PAUSE = timedelta(seconds=1)
CALENDAR_PAUSE = timedelta(seconds=2)
"""How late a digest may be; the calendar's jobs know themselves whether anything is due."""

DRAIN = timedelta(seconds=8)
"""A supervisor mostly waits ten seconds between asking and killing."""

Job = Callable[[], Awaitable[object]]


async def run(
    polls: Iterable[Job],
    deliver: Job,
    *,
    pause: Callable[[], timedelta],
    stop: asyncio.Event,
    calendar: Iterable[Job] = (),
) -> None:  # fmt: skip
    """Run the jobs until `stop` is set, then let go. Each poll has a beat of its own, so that a long one delays none;
    what is in the `calendar` is asked again and again whether anything is due.

    A poll is left where it stands, as each of its transactions is whole; what is promised by then is delivered, for at
    most `DRAIN`.
    """
    polling = {asyncio.create_task(_every(poll, pause, stop, "poll")) for poll in polls}
    polling |= {asyncio.create_task(_every(job, lambda: CALENDAR_PAUSE, stop, "calendar")) for job in calendar}
    delivering = asyncio.create_task(_every(deliver, lambda: DELIVERY_PAUSE, stop, "delivery"))
    await stop.wait()
    for poll in polling:
        poll.cancel()
    await asyncio.gather(*polling, return_exceptions=True)
    await _drained(delivering, deliver)


def once_a_day(now: Callable[[], datetime], job: Job) -> Job:
    """The job for the calendar: it is done at the first asking, then at the first of each day in UTC."""
    days: set[date] = set()

    async def look() -> None:
        today = now().date()
        if today not in days:
            days.clear()
            days.add(today)
            await job()

    return look


def stop_on_signals() -> asyncio.Event:
    """An event that SIGTERM and SIGINT set, for the running loop."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _every(job: Job, pause: Callable[[], timedelta], stop: asyncio.Event, name: str) -> None:
    while not stop.is_set():
        await _guarded(job, name)
        try:
            async with asyncio.timeout(pause().total_seconds()):
                await stop.wait()
        except TimeoutError:
            continue


async def _guarded(job: Job, name: str) -> None:
    """The outermost seam: whatever a round raises is written down, and the next round comes."""
    try:
        await job()
    except Exception:
        log.exception("a round failed", job=name)


async def _drained(delivering: asyncio.Task[None], deliver: Job) -> None:
    try:
        async with asyncio.timeout(DRAIN.total_seconds()):
            await delivering
            await _guarded(deliver, "delivery")
    except TimeoutError:
        log.warning("stopped before every message was sent; the rest waits for the next start")
