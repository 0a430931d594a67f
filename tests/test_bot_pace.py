"""A limit of requests in a time, as the other side counts them."""

import asyncio
from contextlib import suppress

from bot.pace import Pace


async def test_no_window_holds_more_than_the_limit() -> None:
    most, seconds = 5, 0.05
    pace, counted = Pace(most, seconds), list[float]()

    async def request() -> None:
        async with pace.turn():
            counted.append(asyncio.get_running_loop().time())

    async with asyncio.TaskGroup() as group:
        for _ in range(30):
            group.create_task(request())

    assert len(counted) == 30
    assert all(counted[place + most] - counted[place] >= seconds for place in range(30 - most))


async def test_the_time_begins_when_the_answer_is_there() -> None:
    pace, answered = Pace(1, 0.05), asyncio.Event()

    async def first() -> float:
        async with pace.turn():
            await answered.wait()
            return asyncio.get_running_loop().time()

    async def second() -> float:
        async with pace.turn():
            return asyncio.get_running_loop().time()

    async with asyncio.TaskGroup() as group:
        one, other = group.create_task(first()), group.create_task(second())
        asyncio.get_running_loop().call_later(0.02, answered.set)

    assert other.result() - one.result() >= 0.05


async def test_a_request_that_fails_gives_its_turn_back() -> None:
    pace = Pace(1, 0.001)
    with suppress(ConnectionError):
        await _lost(pace)

    async with asyncio.timeout(1), pace.turn():
        pass


async def _lost(pace: Pace) -> None:
    async with pace.turn():
        raise ConnectionError
