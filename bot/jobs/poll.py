"""One pass over the sources that are due: authorities beside each other, the sources of one after each other."""

import asyncio
from collections.abc import Collection, Iterable

from bot.jobs.desk import Desk, PollReport, Visited
from bot.jobs.visit import visit
from scrapers.adapter import Adapter, Source
from scrapers.harvest import Fetcher
from storage import visits
from storage.database import reading


async def poll(
    desk: Desk,
    adapters: Iterable[Adapter],
    fetcher: Fetcher,
    *,
    only: Collection[str] | None = None,
    force: bool = False,
) -> PollReport:
    """Look at every source that is due, with `force` at every one; `only` narrows it to some authorities' codes.

    Raises nothing for a source that fails: its visit says so, and the others are unharmed.
    """
    chosen = [adapter for adapter in adapters if only is None or adapter.code in only]
    async with asyncio.TaskGroup() as group:
        looks = [group.create_task(_look_at(desk, adapter, fetcher, force)) for adapter in chosen]
    return PollReport(tuple(visited for look in looks for visited in look.result()))


async def _look_at(desk: Desk, adapter: Adapter, fetcher: Fetcher, force: bool) -> list[Visited]:
    return [
        await visit(desk, adapter, source, fetcher)
        for source in adapter.sources
        if force or await asyncio.to_thread(_is_due, desk, adapter, source)
    ]


def _is_due(desk: Desk, adapter: Adapter, source: Source) -> bool:
    with reading(desk.engine) as db:
        return visits.due(db, adapter.code, source.name, desk.now())
