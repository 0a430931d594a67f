"""The network: the only way to an authority's host. Polite, bounded, and with one named error for each refusal."""

import asyncio
import importlib.metadata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx

from scrapers.adapter import Adapter, Page, Request
from scrapers.documents.challenge import is_challenge
from scrapers.errors import BlockedError, FetchError, MissingError, RateLimitedError, TooLargeError
from scrapers.transport import Patience, retry_after, stack

MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
USUAL_PATIENCE = Patience()


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: httpx.Headers
    body: bytes


class Network:
    """Pages from the hosts of the adapters, and from no other. An async context manager; a `Fetcher`."""

    def __init__(
        self,
        adapters: Iterable[Adapter],
        *,
        contact: str,
        cache_dir: Path,
        loopback: Mapping[str, str] | None = None,
        pace: Callable[[Adapter], float] = lambda adapter: adapter.pace,
        patience: Patience = USUAL_PATIENCE,
    ) -> None:
        """`contact` is an address for the authorities' administrators, in ASCII.

        `loopback` maps real hosts to servers on this machine, for tests of the whole process: then no other host is
        reached. ValueError for a target elsewhere. `pace` gives seconds between two requests to a host; 0: none.
        """
        self._authority = {host: adapter for adapter in adapters for host in adapter.hosts}
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._patience = patience
        paces = {host: seconds for host, adapter in self._authority.items() if (seconds := pace(adapter))}
        self._client = httpx.AsyncClient(
            transport=stack(cache_dir, paces, patience, loopback),
            timeout=httpx.Timeout(patience.read, connect=patience.connect),
            headers={
                "User-Agent": user_agent(contact),
                "Accept-Encoding": "gzip, deflate",
                "Cache-Control": "no-cache",
            },
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def fetch(self, request: Request) -> Page:
        """The page behind `request`, at its final (real) address; unchanged pages come from the cache after a 304.

        Raises BlockedError (401, 403, 451, a challenge, or a host that is not of this authority), RateLimitedError,
        MissingError (404, 410), TooLargeError (`request.max_bytes`, as sent and unpacked); FetchError for all else.
        """
        asked = replace(request, url=_allowed(request.url, self._authority))
        for _ in range(MAX_REDIRECTS + 1):
            answer = await self._answer(asked)
            if answer.status not in REDIRECTS:
                _judge(asked.url, answer)
                return Page(request, asked.url, answer.body, answer.headers.get("content-type", ""))
            asked = self._redirected(asked, answer)
        raise FetchError(request.url, f"redirected more than {MAX_REDIRECTS} times")

    def _redirected(self, asked: Request, answer: _Answer) -> Request:
        target = answer.headers.get("location")
        if not target:
            raise FetchError(asked.url, f"status {answer.status} without an address to go to")
        hosts = self._authority[urlsplit(asked.url).netloc].hosts
        url = _allowed(target, hosts, asked.url)
        if answer.status in (307, 308):
            return replace(asked, url=url)
        return replace(asked, url=url, method="GET", body=None)

    async def _answer(self, asked: Request) -> _Answer:
        # One request at a time per host, so that a pause which a host asks for holds for everything sent to it.
        with _named(asked.url):
            async with self._turns[urlsplit(asked.url).netloc], asyncio.timeout(self._patience.whole):
                response = await self._client.send(self._sent(asked), stream=True)
                try:
                    return _Answer(response.status_code, response.headers, await _body(asked, response))
                finally:
                    await response.aclose()

    def _sent(self, asked: Request) -> httpx.Request:
        return self._client.build_request(
            asked.method,
            asked.url,
            content=asked.body,
            headers=dict(asked.headers),
            extensions={"max_bytes": asked.max_bytes},
        )


def _allowed(url: str, hosts: Collection[str], base: str = "") -> str:
    """The address by https, when its host is one of `hosts`; a user name or an odd port makes it another host."""
    try:
        parts = urlsplit(urljoin(base, url))
        plain = parts.username is None and parts.port in (None, 80, 443)
    except ValueError as error:
        raise BlockedError(url, f"not an address of the web: {error}") from error
    if parts.scheme not in ("http", "https") or not plain or parts.hostname not in hosts:
        raise BlockedError(url, f"“{parts.netloc or url}” is not one of the hosts that we read")
    return urlunsplit(("https", parts.hostname, parts.path or "/", parts.query, ""))


async def _body(asked: Request, response: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > asked.max_bytes:
            raise TooLargeError(asked.url, f"unpacks to more than {asked.max_bytes} bytes")
    return bytes(body)


def _judge(url: str, answer: _Answer) -> None:
    """Raise what the status or the body calls for; a page that can be read passes."""
    status = answer.status
    if status == 429:
        raise RateLimitedError(url, "the host asks us to wait (429)", retry_after(answer.headers))
    if is_challenge(answer.body) or answer.headers.get("cf-mitigated") == "challenge":
        raise BlockedError(url, f"a page that keeps robots out came instead (status {status})")
    if status in (401, 403, 451):
        raise BlockedError(url, f"the host refuses us ({status})")
    if status in (404, 410):
        raise MissingError(url, f"the page does not exist ({status})")
    if status != 200:
        raise FetchError(url, f"the host answers with status {status}")
    if not answer.body:
        raise FetchError(url, "the host answers with an empty body")


def user_agent(contact: str) -> str:
    """Who we are and where to complain. ValueError for a contact that cannot stand in a header."""
    if not contact.isascii() or not contact.isprintable():
        raise ValueError(f"a contact in plain ASCII is needed for the User-Agent, not {contact!r}")
    try:
        version = importlib.metadata.version("finewatch")
    except importlib.metadata.PackageNotFoundError:
        version = "dev"
    return f"finewatch/{version} (+{contact})" if contact else f"finewatch/{version}"


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Whatever goes wrong on the wire, as one FetchError with one clear reason."""
    try:
        yield
    except TimeoutError as error:
        raise FetchError(url, "the answer took too long as a whole") from error
    except httpx.ConnectTimeout as error:
        raise FetchError(url, "the host cannot be reached: no connection in time") from error
    except httpx.TimeoutException as error:
        raise FetchError(url, "the host stopped answering") from error
    except httpx.ConnectError as error:
        raise FetchError(url, f"the host cannot be reached: {error}") from error
    except httpx.DecodingError as error:
        raise FetchError(url, f"the body is not packed as it says: {error}") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(url, f"the connection broke: {error}") from error
