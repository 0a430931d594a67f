"""Drive one adapter with one fetcher: a listing, what it names, and what is said there. Stores nothing.

What goes wrong with one item comes back as a value and leaves the others unharmed; a listing that fails raises.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from scrapers.adapter import Adapter, Listing, Page, RawDecision, Ref, Request, Source
from scrapers.attachments import Attached, attached, unread, weighed
from scrapers.errors import (
    BrokenReaderError,
    LayoutChangedError,
    MissingError,
    PageError,
    ScraperError,
    TooLargeError,
)
from scrapers.normalise import Dropped, Outcome, normalise

GZIP = b"\x1f\x8b"

DEEPEST_LEAD = 2
"""A feed item may lead to a release and the release to the decision (Garante); nothing real goes further."""


class Fetcher(Protocol):
    """Whatever can have a page: the network, or recorded pages."""

    async def fetch(self, request: Request) -> Page:
        """The page, or a FetchError."""
        ...


@dataclass(frozen=True)
class Seen:
    """A listing, or a page that leads on, names this ref."""

    ref: Ref


@dataclass(frozen=True)
class Read:
    """One act, understood as far as it could be. `pages` are the documents that it was read from."""

    ref: Ref
    pages: tuple[Page, ...]
    raw: RawDecision
    outcome: Outcome


@dataclass(frozen=True)
class Lead:
    """The page of this ref states no act itself: it pointed to others, or speaks of something else."""

    ref: Ref


@dataclass(frozen=True)
class Refused:
    """This item could not be read now; the others go on."""

    ref: Ref
    error: ScraperError
    pages: tuple[Page, ...] = ()


Result = Seen | Read | Lead | Refused


async def harvest(
    adapter: Adapter, source: Source, fetcher: Fetcher, *, today: date, is_known: Callable[[Ref], bool]
) -> AsyncIterator[Result]:
    """Visit one source on `today` (the authority's local day).

    Yields `Seen` for every row of the whole listing first, then what each unknown ref says; all results of one ref come
    together. Raises ScraperError when the listing itself cannot be had or read: then the visit failed.
    """
    refs = await _listed(source, fetcher, today)
    for ref in refs:
        yield Seen(ref)
    if source.cross_check:
        return
    for ref in refs:
        if not is_known(ref):
            async for result in visit(adapter, ref, fetcher, is_known=is_known):
                yield result


async def visit(
    adapter: Adapter, ref: Ref, fetcher: Fetcher, *, is_known: Callable[[Ref], bool], depth: int = 0
) -> AsyncIterator[Result]:
    """Read what stands at one ref, following leads. A page that fails is one `Refused`."""
    try:
        with _bugs_named(ref):
            page = await _fetch(fetcher, ref.request, ref)
            told = await asyncio.to_thread(adapter.parse_decision, page)
            results = [await _read(adapter, ref, page, act, fetcher) for act in told if isinstance(act, RawDecision)]
    except ScraperError as error:
        yield Refused(ref, error)
        return
    for act in results:
        yield act
    for lead in (lead for lead in told if isinstance(lead, Ref)):
        yield Seen(lead)
        if depth < DEEPEST_LEAD and not is_known(lead):
            async for result in visit(adapter, lead, fetcher, is_known=is_known, depth=depth + 1):
                yield result
    if not results:
        yield Lead(ref)


@contextmanager
def _bugs_named(ref: Ref) -> Iterator[None]:
    """An authority's own bug costs the item that it meets, not the visit."""
    try:
        yield
    except ScraperError:
        raise
    except Exception as error:
        raise BrokenReaderError(ref.key, f"{type(error).__name__}: {error}") from error


async def _listed(source: Source, fetcher: Fetcher, today: date) -> list[Ref]:
    waiting = list(source.start(today))
    asked: set[tuple[str, bytes | None]] = set()
    refs: dict[str, Ref] = {}
    while waiting:
        request = waiting.pop(0)
        if (request.url, request.body) in asked:
            continue
        if len(asked) == source.max_pages:
            raise LayoutChangedError(request.url, f"more than {source.max_pages} pages: does the list ever end?")
        asked.add((request.url, request.body))
        listing = await _listing(source, fetcher, request)
        refs |= {ref.key: ref for ref in listing.refs if ref.key not in refs}
        waiting.extend(listing.more)
    return list(refs.values())


async def _listing(source: Source, fetcher: Fetcher, request: Request) -> Listing:
    page = await _fetch(fetcher, request, None)
    return await asyncio.to_thread(source.parse_listing, page)


async def _fetch(fetcher: Fetcher, request: Request, ref: Ref | None) -> Page:
    page = await fetcher.fetch(request)
    return Page(request=request, url=page.url, body=page.body, content_type=page.content_type, ref=ref)


async def _read(adapter: Adapter, ref: Ref, page: Page, raw: RawDecision, fetcher: Fetcher) -> Read:
    """Raises FetchError when an attachment cannot be had just now, so that the whole item is tried again later."""
    outcome = await asyncio.to_thread(normalise, raw, adapter)
    pages, documents = [_document(page, raw)], list[Attached]()
    if isinstance(outcome, Dropped) or not raw.attachments:
        return Read(ref, tuple(pages), raw, outcome)
    for request in raw.attachments:
        try:
            pages.append(await _fetch(fetcher, request, ref))
            documents.append(await asyncio.to_thread(attached, pages[-1], adapter.language))
        except (PageError, MissingError, TooLargeError) as error:
            documents.append(unread(error))
        raw = raw.with_passage(passage) if (passage := documents[-1].passage) else raw
    outcome = await asyncio.to_thread(normalise, raw, adapter)
    return Read(ref, tuple(pages), raw, weighed(outcome, documents))


def _document(page: Page, raw: RawDecision) -> Page:
    """What is kept of an act: its page, or its own text where the page is an archive of thousands."""
    if not page.body.startswith(GZIP) or not raw.passages:
        return page
    passage = raw.passages[0]
    return replace(page, url=passage.url, body=passage.text.encode(), content_type="text/plain; charset=utf-8")
