"""A limit of requests in a time that holds as the other side counts them, whatever the way there takes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Pace:
    """At most `most` requests in any `seconds`.

    A turn is free again so long after its *answer* came: the other side had counted the request before that. A limit on
    when requests are sent, however even, is broken now and then by what delays one of them.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._turns = asyncio.Semaphore(most)
        self._seconds = seconds

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """One request and its answer."""
        await self._turns.acquire()
        try:
            yield
        finally:
            asyncio.get_running_loop().call_later(self._seconds, self._turns.release)
