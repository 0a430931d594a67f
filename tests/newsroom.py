"""A newsroom with a small authority of its own for tests of the bot: real values, a real database, pages in a dict.

The authority's listing has a line per act (`key|title`; another title: the page changed). An act's page has lines
`party|kind|amount`, or says `nothing`, `doubt: words` or `lead: key`. Anything else on a page is an error page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from sqlmodel import select

from bot.jobs.deliver import Send, deliver
from bot.jobs.desk import Desk, PollReport
from bot.jobs.errors import DeliveryError
from bot.jobs.poll import poll
from bot.jobs.rhythm import Beat
from bot.routing import Destination, Destinations
from bot.views.post import Post
from scrapers.adapter import (
    Account,
    Adapter,
    Form,
    Listing,
    Page,
    Passage,
    RawDecision,
    Ref,
    Request,
    Source,
)
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from scrapers.errors import FetchError, LayoutChangedError, MissingError, NotAvailableError
from storage import decisions
from storage.database import open_database, transaction, upgrade
from storage.work_tables import PromiseRow

HOST = "https://authority.example"
LIST = f"{HOST}/list"
ONE_CHANNEL = Destinations((Destination("discord:1"),), "discord:9")


def parse_listing(page: Page) -> Listing:
    rows = [row.split("|") for row in page.body.decode().splitlines()]
    if any(len(row) != 2 for row in rows):
        raise LayoutChangedError(page.url, "expected rows of two cells")
    return Listing(tuple(Ref(key, Request(f"{HOST}/{key}"), title, stamp=title) for key, title in rows))


def parse_decision(page: Page) -> tuple[RawDecision | Ref, ...]:
    text = page.body.decode()
    if text.startswith("lead: "):
        return tuple(Ref(key, Request(f"{HOST}/{key}")) for key in text.removeprefix("lead: ").split())
    if "|" not in text and text.split(":")[0] not in ("nothing", "doubt"):
        raise NotAvailableError(page.url, "this is an error page")
    key = page.url.removeprefix(f"{HOST}/")
    title = page.ref.title if page.ref else ""
    passage = Passage(Form.DECISION_PAGE, text, "en", page.url)
    return (RawDecision(key, page.url, title, (passage,), reference=key),)


def read(_: RawDecision, passage: Passage) -> Account:
    if passage.text == "nothing":
        return Account(nothing="it is an opinion")
    if passage.text.startswith("doubt: "):
        return Account(doubts=(passage.text.removeprefix("doubt: "),))
    return Account(sanctions=tuple(_sanction(row, passage) for row in passage.text.splitlines()))


def _sanction(row: str, passage: Passage) -> Sanction:
    party, kind, amount = row.split("|")
    money = Money.of(amount, "EUR") if amount else None
    return Sanction(party=party, kind=Kind(kind), money=money, evidence=Evidence(words=row, document=passage.url))


def adapter(*sources: Source) -> Adapter:
    """The small authority; by default with the one source "list"."""
    return Adapter(
        code="TOY", name="The Toy Authority", country="FR", language="en", currency="EUR", timezone="Europe/Paris",
        hosts=("authority.example",), sources=sources or (source(),), parse_decision=parse_decision, read=read,
    )  # fmt: skip


def source(name: str = "list", url: str = LIST, every: int = 1, cross_check: bool = False) -> Source:
    return Source(name, lambda _: (Request(url),), parse_listing, every=every, cross_check=cross_check)


@dataclass
class Pages:
    """A `Fetcher` over a dict: a body, or the error that is raised in its place."""

    pages: dict[str, str | FetchError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def fetch(self, request: Request) -> Page:
        self.asked.append(request.url)
        found = self.pages.get(request.url)
        if found is None:
            raise MissingError(request.url, "no such page")
        if isinstance(found, FetchError):
            raise found
        return Page(request, request.url, found.encode(), "text/plain")

    def publish(self, key: str, text: str, title: str = "An act") -> None:
        """One more row on top of the list, and its page."""
        known = self.pages.get(LIST, "")
        self.pages[LIST] = f"{key}|{title}\n{known}"
        self.pages[f"{HOST}/{key}"] = text


@dataclass
class Newsroom:
    """A database in a file, a clock that moves when told to, and everything that was sent."""

    engine: Engine
    pages: Pages = field(default_factory=Pages)
    adapter: Adapter = field(default_factory=adapter)
    time: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    destinations: Destinations = ONE_CHANNEL
    sent: list[tuple[str, str]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    nonces: list[str] = field(default_factory=list)
    refusals: dict[str, DeliveryError] = field(default_factory=dict)

    async def reread(self, key: str, text: str) -> list[tuple[str, str]]:
        """The page says something else now, and its row tells so; what is sent of it."""
        self.pages.pages[f"{HOST}/{key}"] = text
        rows = self.pages.pages[LIST]
        assert isinstance(rows, str)
        changed = [f"{row}+" if row.startswith(f"{key}|") else row for row in rows.splitlines()]
        self.pages.pages[LIST] = "\n".join(changed)
        return await self.beat()

    @property
    def desk(self) -> Desk:
        return Desk(self.engine, self.destinations, lambda: self.time, Beat(timedelta(minutes=15), lambda: 0.5))

    async def poll(self, force: bool = False) -> PollReport:
        """One pass, a beat after the last one."""
        self.time += timedelta(minutes=15)
        return await poll(self.desk, [self.adapter], self.pages, force=force)

    async def deliver(self, wait: timedelta = timedelta()) -> list[tuple[str, str]]:
        """One round; what was sent in it: destination and first line."""
        self.time += wait
        before = len(self.sent)
        await deliver(self.desk, {"discord": self.sender()})
        return self.sent[before:]

    async def beat(self) -> list[tuple[str, str]]:
        """A pass, then a round."""
        await self.poll()
        return await self.deliver()

    def sender(self, crash: Callable[[], None] = lambda: None) -> Send:
        async def send(destination: str, post: Post, nonce: str) -> str:
            self.nonces.append(nonce)
            if destination in self.refusals:
                raise self.refusals[destination]
            self.posts.append(post)
            if post.edits:
                return post.edits
            self.sent.extend((destination, message.headline) for message in post.messages)
            crash()
            return f"message {len(self.sent)}"

        return send

    def promises(self) -> list[tuple[str, str, str]]:
        """Every promise ever made: destination, kind and state."""
        with transaction(self.engine) as db:
            return [(row.destination, row.kind, row.state) for row in db.exec(select(PromiseRow))]

    def titles(self) -> list[str]:
        """The stored decisions' keys, newest first."""
        with transaction(self.engine) as db:
            return [stored.decision.key for stored in decisions.latest(db, 100)]

    def store(self, decision: Decision) -> decisions.Stored:
        """A decision as it stands in the database."""
        with transaction(self.engine) as db:
            saved = decisions.save(db, decision, (), now=self.time, origin="poll")
            return decisions.get(db, saved.id)


def newsroom_in(folder: Path) -> Newsroom:
    """A new newsroom with its database in this folder."""
    file = folder / "test.sqlite3"
    file.write_bytes(_empty_database())
    return Newsroom(open_database(f"sqlite:///{file}"))


@cache
def _empty_database() -> bytes:
    """A database with its tables; making them takes longer than most tests."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite3"
        engine = open_database(f"sqlite:///{file}")
        upgrade(engine)
        engine.dispose()
        return file.read_bytes()
