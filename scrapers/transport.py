"""What lies under the network: sockets, pace and caps, retry, cache, each wrapped in the next. Knows only hosts.

Retry lies above pace, so that each retry also waits for its turn at the host.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from aiolimiter import AsyncLimiter
from hishel import AsyncSqliteStorage, CacheOptions
from hishel.httpx import AsyncCacheTransport
from httpx_retries import Retry, RetryTransport

from scrapers.errors import FetchError, RateLimitedError, TooLargeError

CACHE_SECONDS = 30 * 86400
CACHE_BYTES = 200_000_000
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True)
class Patience:
    """How long we wait, in seconds, and how often we try. HDPA is slow (source-hdpa.md §5), hence `read`.

    `pause` is doubled at each retry and shortened at random; `longest_pause` is the longest Retry-After that is waited
    for in place. `whole` bounds one answer with all its retries.
    """

    connect: float = 15
    read: float = 60
    whole: float = 600
    retries: int = 2
    pause: float = 1
    longest_pause: float = 60


def stack(
    cache_dir: Path, paces: Mapping[str, float], patience: Patience, loopback: Mapping[str, str] | None
) -> httpx.AsyncBaseTransport:
    """The whole transport. `paces` gives seconds between two requests by host; a host without one is not held back.

    A request must carry the extension `max_bytes`. ValueError for a `loopback` target that is not on this machine.
    """
    sockets: httpx.AsyncBaseTransport = httpx.AsyncHTTPTransport(http2=True, trust_env=False)
    if loopback is not None:
        sockets = _Loopback(sockets, loopback)
    return _cached(_retried(_Polite(sockets, paces, patience.longest_pause), patience), cache_dir)


def _cached(inner: httpx.AsyncBaseTransport, folder: Path) -> httpx.AsyncBaseTransport:
    # Both the RFC mode and the client's header `no-cache` are needed: by default hishel serves the first body for ever
    # (libraries.md, trap 1). A folder of its own, because hishel writes a .gitignore into it.
    database = folder / "http" / "pages.db"
    storage = AsyncSqliteStorage(database_path=database, default_ttl=CACHE_SECONDS, max_size=CACHE_BYTES)
    return AsyncCacheTransport(inner, storage, rfc=CacheOptions(shared=False))


def _retried(inner: httpx.AsyncBaseTransport, patience: Patience) -> httpx.AsyncBaseTransport:
    policy = Retry(
        total=patience.retries,
        allowed_methods=("GET", "POST"),  # POST is a search here, which may be asked twice
        retry_on_exceptions=(httpx.NetworkError, httpx.RemoteProtocolError),  # a time-out was waited for long enough
        backoff_factor=patience.pause,
        max_backoff_wait=patience.longest_pause,
    )
    return RetryTransport(inner, retry=policy)


def retry_after(headers: httpx.Headers) -> float | None:
    """Seconds to wait as the host says, in seconds or as a date (against its own `Date`); None where it does not."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said)
    try:
        wait = parsedate_to_datetime(said) - parsedate_to_datetime(headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return max(0.0, wait.total_seconds())


class _Polite(httpx.AsyncBaseTransport):
    """Waits for its turn at the host, and passes on no answer that is too large or asks for a long pause."""

    def __init__(self, inner: httpx.AsyncBaseTransport, paces: Mapping[str, float], longest_pause: float) -> None:
        self._inner = inner
        self._limiters = {host: AsyncLimiter(1, seconds) for host, seconds in paces.items()}
        self._longest_pause = longest_pause

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if limiter := self._limiters.get(request.url.host):
            await limiter.acquire()
        response = await self._inner.handle_async_request(request)
        url, max_bytes = str(request.url), request.extensions["max_bytes"]
        try:
            self._refuse_pause(url, response)
            _refuse_size(url, response, max_bytes)
        except FetchError:
            await response.aclose()
            raise
        return httpx.Response(
            response.status_code,
            headers=response.headers,
            stream=_Capped(response, url, max_bytes),
            extensions=response.extensions,
        )

    def _refuse_pause(self, url: str, response: httpx.Response) -> None:
        wait = retry_after(response.headers)
        if response.status_code in (429, 503) and wait is not None and wait > self._longest_pause:
            raise RateLimitedError(url, f"the host asks us to come back in {wait:g} s", wait)
        if response.status_code == 429 and wait is None:
            raise RateLimitedError(url, "the host asks us to wait (429), and does not say how long")

    async def aclose(self) -> None:
        await self._inner.aclose()


def _refuse_size(url: str, response: httpx.Response, max_bytes: int) -> None:
    size = response.headers.get("content-length", "")
    if size.isdecimal() and int(size) > max_bytes:
        raise TooLargeError(url, f"{size} bytes, more than {max_bytes}")


class _Capped(httpx.AsyncByteStream):
    """A body as sent, up to so many bytes."""

    def __init__(self, response: httpx.Response, url: str, max_bytes: int) -> None:
        self._response = response
        self._url = url
        self._max_bytes = max_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        received = 0
        async for chunk in self._response.aiter_raw():
            received += len(chunk)
            if received > self._max_bytes:
                raise TooLargeError(self._url, f"more than {self._max_bytes} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


class _Loopback(httpx.AsyncBaseTransport):
    """Sends what is meant for a real host to a server on this machine, with the real host's name in its header."""

    def __init__(self, inner: httpx.AsyncBaseTransport, targets: Mapping[str, str]) -> None:
        for target in targets.values():
            if urlsplit(target).hostname not in LOOPBACK_HOSTS:
                raise ValueError(f"“{target}” is not on this machine")
        self._inner = inner
        self._targets = targets

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        target = self._targets.get(request.url.host)
        if target is None:
            raise FetchError(str(request.url), "no server on this machine stands for this host")
        url = httpx.URL(target).copy_with(raw_path=request.url.raw_path)
        sent = httpx.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )
        return await self._inner.handle_async_request(sent)

    async def aclose(self) -> None:
        await self._inner.aclose()
