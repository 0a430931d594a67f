"""One visit to one source: what is seen is noted, what is new is read and recorded, and how it went is kept."""

import asyncio
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from bot.jobs import catchup, health, later, record
from bot.jobs.desk import Desk, Progress, Visited
from bot.jobs.turn import LEAD, Turn, end
from scrapers.adapter import Adapter, Ref, Source
from scrapers.errors import BrokenReaderError, FetchError, PageError, ScraperError
from scrapers.harvest import Fetcher, Lead, Read, Refused, Result, Seen, harvest
from scrapers.harvest import visit as read_at
from storage import visits
from storage.database import reading

log = structlog.get_logger(__name__)


async def visit(desk: Desk, adapter: Adapter, source: Source, fetcher: Fetcher) -> Visited:
    """Visit a source now. A failure is told in the result and kept in the source's health; nothing is raised."""
    desk.report(Progress(adapter.code, source.name))
    started, since = desk.now(), await asyncio.to_thread(_last_success, desk, adapter, source)
    look = Look(desk, adapter, source, since)
    try:
        await look.take(fetcher)
        visited = look.visited()
        await asyncio.to_thread(health.succeeded, desk, adapter.code, source, visited, started)
    except ScraperError as error:
        visited = look.visited(in_a_line(error))
        await asyncio.to_thread(health.failed, desk, adapter.code, source, error, visited.error, started)
    except Exception as error:  # an adapter's own bug breaks its source, not the others
        log.exception("a visit ended in a bug", authority=adapter.code, source=source.name)
        visited = look.visited(f"a bug in the reader ({type(error).__name__}: {error})")
        await asyncio.to_thread(health.failed, desk, adapter.code, source, error, visited.error, started)
    if since is not None and look.is_late:
        await asyncio.to_thread(catchup.end, desk, adapter.code, since)
    desk.report(Progress(adapter.code, source.name, visited))
    return visited


def in_a_line(error: ScraperError) -> str:
    """What is wrong, then where, without the address's query, which may be a page long."""
    if isinstance(error, FetchError | PageError):
        return f"{error.reason} ({error.url.partition('?')[0]})"
    return str(error)


def _last_success(desk: Desk, adapter: Adapter, source: Source) -> datetime | None:
    with reading(desk.engine) as db:
        return visits.last_success(db, adapter.code, source.name)


class Look:
    """A visit in progress. The results of one row and of everything that it leads to are one turn.

    What is read is recorded at once; that the rows of a turn are settled is written at its end. So a crash in between
    reads a row twice, which changes nothing, and never forgets where a row leads.
    """

    def __init__(self, desk: Desk, adapter: Adapter, source: Source, since: datetime | None) -> None:
        self._desk, self._adapter, self._source, self._first = desk, adapter, source, since is None
        self.is_late = catchup.is_late(since, source, desk.beat, desk.now())
        self._counts: Counter[str] = Counter()
        self._known: set[str] = set()
        self._seen: list[Ref] = []
        self._rows: frozenset[str] | None = None
        self._row: Ref | None = None
        self._turn: Turn | None = None

    async def take(self, fetcher: Fetcher) -> None:
        """Harvest the source. Raises ScraperError when the listing cannot be had or read."""
        today = self._desk.now().astimezone(ZoneInfo(self._adapter.timezone)).date()
        results = harvest(self._adapter, self._source, fetcher, today=today, is_known=self._is_known)
        async for result in results:
            await self._take_in(result)
        await self._end_turn()
        if self._source.cross_check:
            asked = await asyncio.to_thread(record.cross_check, self._desk, self._adapter.code, self._seen)
            self._counts["reviews"] += asked
        else:
            await self._retry(fetcher)

    async def _retry(self, fetcher: Fetcher) -> None:
        """Read the rows that were put off until now and that the listing does not name any more."""
        waiting = await asyncio.to_thread(later.due, self._desk, self._adapter.code)
        self._rows = (self._rows or frozenset()) | {ref.key for ref in waiting}
        for ref in waiting:
            if not self._is_known(ref):
                async for result in read_at(self._adapter, ref, fetcher, is_known=self._is_known):
                    await self._take_in(result)
        await self._end_turn()
        self._counts["reviews"] += await asyncio.to_thread(later.give_up, self._desk, self._adapter.code)

    def visited(self, error: str = "") -> Visited:
        """What the visit came to so far."""
        return Visited(self._adapter.code, self._source.name, self._first, error=error, **self._counts)

    def _is_known(self, ref: Ref) -> bool:
        """Harvest asks row by row, so this is also where a row's turn begins."""
        if self._rows is None:
            self._rows = frozenset(seen.key for seen in self._seen)
        if ref.key in self._rows:
            self._row = ref
        return ref.key in self._known

    async def _take_in(self, result: Result) -> None:
        if isinstance(result, Seen):
            await self._see(result.ref)
        else:
            await self._record(result)

    async def _see(self, ref: Ref) -> None:
        known = await asyncio.to_thread(
            record.see, self._desk, self._adapter.code, self._source.name, ref, row=self._row, first=self._first
        )
        self._known |= {ref.key} if known else set()
        self._seen.append(ref)
        self._counts["seen"] += self._rows is None

    async def _record(self, result: Read | Lead | Refused) -> None:
        row = self._row or result.ref
        if self._turn is None or self._turn.row.key != row.key:
            await self._end_turn()
            self._turn = Turn(self._adapter.code, row)
        self._known.add(result.ref.key)
        if isinstance(result, Read):
            outcome = await asyncio.to_thread(record.read, self._desk, self._adapter.code, result, is_late=self.is_late)
            self._turn.note(result.ref, outcome)
            self._counts.update([outcome.counts_as] if outcome.counts_as else [])
        elif isinstance(result, Refused):
            if isinstance(result.error, BrokenReaderError):
                log.error("a reader is broken", ref=result.ref.key, exc_info=result.error)
            await asyncio.to_thread(record.refused, self._desk, self._adapter.code, result)
            self._turn.refuse(result)
            self._counts["refused"] += 1
        else:
            self._turn.note(result.ref, LEAD)

    async def _end_turn(self) -> None:
        if self._turn is not None:
            turn, self._turn = self._turn, None
            await asyncio.to_thread(end, self._desk, turn)
