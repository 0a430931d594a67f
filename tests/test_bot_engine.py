"""The long run: jobs that neither end nor delay each other, and an end in order."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.engine import once_a_day, run


class Rounds:
    """A job that counts its rounds, fails in some, and asks for the end after some."""

    def __init__(self, stop: asyncio.Event, ends_after: int = 10**6, fails: bool = False) -> None:
        self.count = 0
        self._stop, self._ends_after, self._fails = stop, ends_after, fails

    async def __call__(self) -> None:
        self.count += 1
        if self.count == self._ends_after:
            self._stop.set()
        if self._fails:
            raise OSError("the disk is full")


async def both(poll: Rounds, deliver: Rounds, stop: asyncio.Event) -> None:
    async with asyncio.timeout(10):
        await run([poll], deliver, pause=lambda: timedelta(milliseconds=1), stop=stop)


async def test_a_job_that_fails_goes_on_and_does_not_end_the_other() -> None:
    stop = asyncio.Event()
    poll, deliver = Rounds(stop, ends_after=5, fails=True), Rounds(stop, fails=True)
    await both(poll, deliver, stop)

    assert poll.count == 5
    assert deliver.count >= 1


async def test_at_the_end_what_is_promised_is_delivered_once_more() -> None:
    stop = asyncio.Event()
    poll, deliver = Rounds(stop, ends_after=3), Rounds(stop)
    await both(poll, deliver, stop)

    assert deliver.count == 2


async def test_polls_that_hang_are_left() -> None:
    stop = asyncio.Event()
    begun, left = [], []

    async def hang() -> None:
        begun.append(True)
        if len(begun) == 2:
            stop.set()
        try:
            await asyncio.Event().wait()
        finally:
            left.append(True)

    async with asyncio.timeout(10):
        await run([hang, hang], Rounds(stop), pause=timedelta, stop=stop)

    assert left == [True, True]


async def test_a_long_poll_delays_no_other() -> None:
    stop = asyncio.Event()
    quick = Rounds(stop, ends_after=5)

    async def long() -> None:
        await asyncio.Event().wait()

    async with asyncio.timeout(10):
        await run([long, quick], Rounds(stop), pause=lambda: timedelta(milliseconds=1), stop=stop)

    assert quick.count == 5


async def test_what_is_done_once_a_day_is_done_at_once_and_then_on_the_next_day() -> None:
    moments = [datetime(2026, 3, day, hour, tzinfo=UTC) for day, hour in ((2, 8), (2, 23), (3, 0), (3, 5))]
    done: list[datetime] = []
    clock = iter(moments)
    look = once_a_day(lambda: next(clock), lambda: _noted(done, moments[len(done)]))
    for _ in moments:
        await look()

    assert len(done) == 2


async def _noted(done: list[datetime], moment: datetime) -> None:
    done.append(moment)
