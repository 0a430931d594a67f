"""Bad input on the whole way, over a real socket: a clear line, nothing lost, nothing told, the others unharmed."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from bot.jobs.desk import Desk, PollReport
from bot.jobs.poll import poll
from bot.jobs.rhythm import Beat
from bot.routing import TERMINAL, Destination, Destinations
from scrapers.adapter import Adapter
from scrapers.fetch import Network
from scrapers.recorded import RecordedPages
from scrapers.registry import adapter_of
from scrapers.transport import Patience
from storage import decisions, reviews, visits
from storage.database import open_database, reading, upgrade
from storage.work_tables import PromiseRow
from tests.loopback.authority import Authority, Fault, authority

DEMO = Path(__file__).parent.parent / "bot" / "demo"
WATCHED = {"CNIL": "news", "GARANTE": "news", "HDPA": "latest", "ICO": "register"}
FEED = "https://www.cnil.fr/fr/rss.xml"
NOTICE = "https://ico.org.uk/media2/hrlmvj14/reddit-mpn-20260223.pdf"
NEW = {("CNIL", "SAN-2026-003"), ("GARANTE", "10263796"), ("ICO", "119870")}
NO_PATIENCE = Patience(retries=0, pause=0)

FAULTS = {
    "dropped": (Fault(drop="before"), "degraded", "www.cnil.fr"),
    "403": (Fault(status=403), "blocked", "403"),
    "429": (Fault(status=429, headers={"Retry-After": "7200"}), "degraded", "come back in 7200 s"),
    "503": (Fault(status=503), "degraded", "503"),
    "30 MB": (Fault(megabytes=30), "degraded", "more than 10000000 bytes"),
    "wrong encoding": (Fault(body='<?xml version="1.0" encoding="utf-16"?><rss'.encode("cp1253")), "degraded", FEED),
    "malformed XML": (Fault(body=b"<rss version='2.0'><channel><item><title>cut"), "degraded", FEED),
    "not available": (Fault(body="<html><title>Page non trouvée</title></html>".encode()), "degraded", FEED),
    "a challenge": (Fault(body=b"<html><title>Just a moment...</title></html>"), "blocked", "www.cnil.fr"),
    "an empty feed": (Fault(body=b"<rss version='2.0'><channel><title>x</title></channel></rss>"), "degraded", FEED),
}


@dataclass
class Watch:
    """Four authorities on one loopback server, a real database, and a clock that a test moves."""

    engine: Engine
    server: Authority
    folder: Path
    now: datetime = datetime(2026, 7, 17, 9, tzinfo=UTC)
    adapters: list[Adapter] = field(default_factory=list)

    async def look(self) -> PollReport:
        everybody = Destinations((Destination(TERMINAL),), ops="ops")
        desk = Desk(self.engine, everybody, lambda: self.now, Beat(timedelta(minutes=15), lambda: 0.5))
        hosts = {host: self.server.address for adapter in self.adapters for host in adapter.hosts}
        async with Network(
            self.adapters, contact="", cache_dir=self.folder, loopback=hosts, pace=lambda _: 0, patience=NO_PATIENCE
        ) as network:
            return await poll(desk, self.adapters, network, force=True)

    def announced(self) -> int:
        with reading(self.engine) as db:
            return len(db.exec(select(PromiseRow).where(PromiseRow.destination == TERMINAL)).all())

    def stored(self) -> set[tuple[str, str]]:
        with reading(self.engine) as db:
            return {(each.decision.authority, each.decision.key) for each in decisions.latest(db, 100)}

    def health(self, code: str) -> visits.Health:
        with reading(self.engine) as db:
            return next(health for health in visits.health(db) if health.authority == code)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'watch.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
async def watch(store: Engine, tmp_path: Path) -> AsyncIterator[Watch]:
    """After a first visit to what stood before; what stands now is served."""
    standing = [DEMO / "before"]
    async with authority(lambda request: RecordedPages(tuple(standing)).answer(request)) as server:
        adapters = [_only(adapter_of(code), source) for code, source in WATCHED.items()]
        watch = Watch(store, server, tmp_path / "cache", adapters=adapters)
        report = await watch.look()
        assert not report.errors
        standing.insert(0, DEMO / "after")
        watch.now += timedelta(hours=1)
        yield watch


def _only(adapter: Adapter, name: str) -> Adapter:
    return replace(adapter, sources=tuple(source for source in adapter.sources if source.name == name))


@pytest.mark.parametrize("name", FAULTS)
async def test_a_broken_source_is_named_tells_nothing_loses_nothing_and_harms_no_other(watch: Watch, name: str) -> None:
    fault, state, words = FAULTS[name]
    watch.server.order(FEED, fault)
    before = watch.stored()
    report = await watch.look()

    assert [(each.authority, each.source) for each in report.errors] == [("CNIL", "news")]
    assert "\n" not in report.errors[0].error
    assert words in report.errors[0].error
    assert (watch.health("CNIL").state, watch.health("CNIL").reason) == (state, report.errors[0].error)
    assert before <= watch.stored()
    assert not {key for code, key in watch.stored() - before if code == "CNIL"}
    assert {watch.health(code).state for code in ("GARANTE", "HDPA", "ICO")} == {"ok"}
    others = watch.announced()

    watch.now += timedelta(days=2)
    await watch.look()

    assert watch.health("CNIL").state == "ok"
    assert watch.stored() >= NEW
    assert watch.announced() == others + 1


async def test_a_wish_to_wait_moves_the_next_visit(watch: Watch) -> None:
    watch.server.order(FEED, Fault(status=429, headers={"Retry-After": "7200"}))
    await watch.look()
    next_visit = watch.health("CNIL").next_visit

    assert next_visit is not None
    assert next_visit >= watch.now + timedelta(hours=2)


async def test_a_cut_off_pdf_never_hides_its_act_and_is_asked_about(watch: Watch) -> None:
    body = (DEMO / "after" / "ico-reddit.pdf").read_bytes()
    watch.server.order(NOTICE, Fault(body=body[: len(body) // 2]), ever=True)
    await watch.look()
    with reading(watch.engine) as db:
        asked = [review for review in reviews.waiting(db) if review.authority == "ICO"]

    assert ("ICO", "119870") not in watch.stored()
    assert len(asked) == 1
    assert NOTICE in asked[0].reasons[0]


async def test_a_document_that_cannot_be_had_now_is_had_later(watch: Watch) -> None:
    watch.server.order(NOTICE, Fault(status=503))
    await watch.look()
    told = watch.announced()
    watch.now += timedelta(hours=1)
    await watch.look()

    assert ("ICO", "119870") in watch.stored()
    assert watch.announced() == told + 1
