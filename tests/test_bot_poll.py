"""Polling: what is stored, who is told of it, and what happens when a source or a page breaks. With a real database."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.jobs.poll import poll
from bot.routing import Destination, Destinations
from scrapers.adapter import Listing, RawDecision, Ref, Request
from scrapers.adapter import Page as PageOf
from scrapers.errors import BlockedError, FetchError, RateLimitedError
from scrapers.recorded import recorded
from scrapers.registry import adapters
from storage import reviews, visits
from storage.database import reading, transaction
from storage.register import subscriptions
from storage.visits import Health
from tests.golden import cases, pages
from tests.newsroom import HOST, LIST, Newsroom, adapter, newsroom_in, parse_decision, source

FINE = "ACME S.p.A.|fine|50000"
DOWN = FetchError(LIST, "the host answers with status 503")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    room = newsroom_in(tmp_path)
    room.pages.publish("A-1", FINE)
    yield room
    room.engine.dispose()


def health(room: Newsroom, name: str = "list") -> Health:
    with reading(room.engine) as db:
        return next(each for each in visits.health(db) if each.source == name)


async def test_a_first_visit_stores_history_and_tells_nobody(room: Newsroom) -> None:
    report = await room.poll()

    assert [(v.first, v.seen, v.new) for v in report.visits] == [(True, 1, 1)]
    assert room.titles() == ["A-1"]
    assert room.promises() == []


async def test_a_new_decision_is_announced_once(room: Newsroom) -> None:
    await room.beat()
    room.pages.publish("A-2", "Bolt Ltd|fine|7000.50")

    assert await room.beat() == [("discord:1", "TOY fines Bolt Ltd €7,000.50")]
    assert await room.beat() == []


async def test_a_known_row_is_not_fetched_again(room: Newsroom) -> None:
    await room.poll()
    await room.poll()

    assert room.pages.asked.count(f"{HOST}/A-1") == 1


async def test_a_row_whose_page_fails_is_read_later_and_the_others_are_not_held_up(room: Newsroom) -> None:
    await room.poll()
    room.pages.publish("A-2", FINE)
    room.pages.publish("A-3", FINE)
    room.pages.pages[f"{HOST}/A-3"] = FetchError(f"{HOST}/A-3", "the host answers with status 502")

    assert len(await room.beat()) == 1
    assert health(room).state == "ok"

    room.pages.pages[f"{HOST}/A-3"] = FINE
    assert len(await room.beat()) == 1
    assert set(room.titles()) == {"A-1", "A-2", "A-3"}


async def test_a_row_that_left_its_listing_is_read_when_its_page_can_be_had(room: Newsroom) -> None:
    await room.poll()
    listing = room.pages.pages[LIST]
    room.pages.publish("A-2", FINE)
    room.pages.pages[f"{HOST}/A-2"] = FetchError(f"{HOST}/A-2", "the host answers with status 502")
    await room.poll()
    room.pages.pages |= {LIST: listing, f"{HOST}/A-2": FINE}

    assert await room.beat() == [("discord:1", "TOY fines ACME S.p.A. €50,000")]
    assert await room.beat() == []
    assert room.pages.asked.count(f"{HOST}/A-2") == 2


async def test_a_row_that_left_its_listing_is_read_as_it_was_listed(room: Newsroom) -> None:
    listed: list[Ref | None] = []

    def note(page: PageOf) -> tuple[RawDecision | Ref, ...]:
        listed.append(page.ref)
        return parse_decision(page)

    row = Ref("A-1", Request(f"{HOST}/A-1", max_bytes=77), "An act", "v2", "fine", "12/2026", "2 March")
    once = iter([Listing((row,))])
    room.adapter = replace(
        adapter(replace(source(), parse_listing=lambda _: next(once, Listing(())))), parse_decision=note
    )
    page, room.pages.pages[f"{HOST}/A-1"] = room.pages.pages[f"{HOST}/A-1"], DOWN
    await room.poll()
    room.pages.pages[f"{HOST}/A-1"] = page
    await room.poll()

    assert listed == [row]


async def test_a_row_that_left_its_listing_long_ago_unread_is_given_to_a_person(room: Newsroom) -> None:
    await room.poll()
    listing = room.pages.pages[LIST]
    room.pages.publish("A-2", FINE, title="Never had")
    room.pages.pages[f"{HOST}/A-2"] = FetchError(f"{HOST}/A-2", "the host answers with status 502")
    await room.poll()
    room.pages.pages[LIST] = listing
    room.time += timedelta(days=31)

    assert await room.beat() == [("discord:9", "Question 1 (TOY): “Never had”")]
    assert room.pages.asked.count(f"{HOST}/A-2") == 1
    assert (await room.poll()).visits[0].reviews == 0


async def test_a_row_that_failed_on_the_first_visit_is_history_when_it_is_read_later(room: Newsroom) -> None:
    room.pages.pages[f"{HOST}/A-1"] = FetchError(f"{HOST}/A-1", "the host answers with status 502")
    await room.poll()
    room.pages.pages[f"{HOST}/A-1"] = FINE

    assert await room.beat() == []
    assert room.titles() == ["A-1"]


async def test_what_a_row_of_the_first_visit_leads_to_is_history_too(room: Newsroom) -> None:
    room.pages.publish("news", "lead: A-7")
    room.pages.pages[f"{HOST}/news"] = FetchError(f"{HOST}/news", "the host answers with status 502")
    await room.poll()
    room.pages.pages |= {f"{HOST}/news": "lead: A-7", f"{HOST}/A-7": FINE}

    assert await room.beat() == []
    assert set(room.titles()) == {"A-1", "A-7"}


async def test_a_first_visit_that_fails_is_still_to_come(room: Newsroom) -> None:
    listing, room.pages.pages[LIST] = room.pages.pages[LIST], DOWN
    await room.poll()
    room.pages.pages[LIST] = listing

    assert await room.beat() == []
    assert room.titles() == ["A-1"]


async def test_a_page_that_cannot_be_had_yet_puts_off_the_row_that_leads_to_it(room: Newsroom) -> None:
    await room.poll()
    room.pages.publish("news", "lead: A-7")
    await room.poll()

    room.pages.pages[f"{HOST}/A-7"] = FINE
    assert [words for _, words in await room.beat()] == ["TOY fines ACME S.p.A. €50,000"]


async def test_an_error_page_marks_the_source_and_announces_nothing(room: Newsroom) -> None:
    await room.beat()
    room.pages.pages[LIST] = "<html>Service unavailable</html>"
    report = await room.poll()

    assert report.visits[0].error == f"expected rows of two cells ({LIST})"
    assert health(room).state == "degraded"
    assert room.promises() == []
    assert room.titles() == ["A-1"]


async def test_an_error_page_in_the_place_of_a_decision_announces_nothing(room: Newsroom) -> None:
    await room.poll()
    room.pages.publish("A-2", "<html>Error 500</html>")

    assert await room.beat() == []
    assert room.titles() == ["A-1"]


async def test_the_operator_hears_of_a_broken_source_once_and_of_its_recovery_once(room: Newsroom) -> None:
    await room.beat()
    listing, room.pages.pages[LIST] = room.pages.pages[LIST], DOWN
    told = []
    for _ in range(12):
        told += await room.beat()
    room.pages.pages[LIST] = listing
    for _ in range(12):
        told += await room.beat()

    assert [destination for destination, _ in told] == ["discord:9", "discord:9"]
    assert "TOY list is degraded: the host answers with status 503" in told[0][1]
    assert "TOY list can be read again" in told[1][1]


async def passes(room: Newsroom, count: int, codes: Sequence[str] = ("TOY", "TWO", "DUO")) -> list[tuple[str, str]]:
    """What is told in some beats of several authorities, a minute after each other."""
    told = []
    for _ in range(count):
        room.time += timedelta(minutes=15)
        for code in codes:
            await poll(room.desk, [replace(room.adapter, code=code)], room.pages)
            room.time += timedelta(minutes=1)
        told += await room.deliver()
    return told


async def test_when_nothing_can_be_read_the_operator_hears_of_it_once_and_of_its_end_once(room: Newsroom) -> None:
    room.adapter = adapter(source(), source("slow", every=24))
    await passes(room, 2)
    listing, room.pages.pages[LIST] = room.pages.pages[LIST], DOWN
    told = await passes(room, 12)
    room.pages.pages[LIST] = listing
    told += await passes(room, 24)

    assert [destination for destination, _ in told] == ["discord:9", "discord:9"]
    assert told[0][1].startswith("No authority can be read since 2026-03-02 ")
    assert told[1][1].startswith("Authorities can be read again (nothing was read since 2026-03-02 ")


async def test_two_that_fail_beside_one_that_does_not_are_told_by_their_names(room: Newsroom) -> None:
    await passes(room, 2)
    room.pages.pages[LIST] = DOWN
    told = await passes(room, 4, codes=("TOY", "TWO"))

    assert [words[:8] for _, words in told] == ["TOY list", "TWO list"]


async def test_without_a_network_from_the_start_the_operator_hears_of_it_once(room: Newsroom) -> None:
    room.pages.pages[LIST] = DOWN
    told = await passes(room, 12)

    assert [words.partition(":")[0] for _, words in told] == ["No authority can be read so far"]


async def test_a_source_that_stays_broken_after_an_outage_is_told_by_its_name(room: Newsroom) -> None:
    room.adapter = adapter(source(), source("other", f"{HOST}/other"))
    listing = room.pages.pages[LIST]
    room.pages.pages[f"{HOST}/other"] = listing
    await passes(room, 2)
    room.pages.pages |= {LIST: DOWN, f"{HOST}/other": FetchError(f"{HOST}/other", "down")}
    await passes(room, 6)
    room.pages.pages[LIST] = listing
    told = await passes(room, 12)

    assert sorted(words.partition(":")[0].partition(" (")[0] for _, words in told) == [
        "Authorities can be read again", "DUO other is failing", "TOY other is failing", "TWO other is failing",
    ]  # fmt: skip


async def test_one_failed_visit_is_not_told(room: Newsroom) -> None:
    await room.beat()
    listing, room.pages.pages[LIST] = room.pages.pages[LIST], DOWN
    told = await room.beat()
    room.pages.pages[LIST] = listing

    assert told + await room.beat() == []


async def test_a_host_that_refuses_us_is_told_at_once_and_left_alone_for_hours(room: Newsroom) -> None:
    await room.beat()
    room.pages.pages[LIST] = BlockedError(LIST, "the host refuses us (403)")
    told = await room.beat()

    assert len(told) == 1
    assert health(room).state == "blocked"
    next_visit = health(room).next_visit
    assert next_visit is not None
    assert next_visit - room.time > timedelta(hours=5)


async def test_a_wish_to_wait_is_respected(room: Newsroom) -> None:
    room.pages.pages[LIST] = RateLimitedError(LIST, "the host asks us to wait", 7200)
    await room.poll()
    asked = len(room.pages.asked)
    for _ in range(7):
        await room.poll()

    assert len(room.pages.asked) == asked
    await room.poll()
    assert len(room.pages.asked) == asked + 1


async def test_a_broken_source_leaves_the_others_unharmed(room: Newsroom) -> None:
    room.adapter = adapter(source("broken", f"{HOST}/gone"), source())
    report = await room.poll()

    assert [bool(visited.error) for visited in report.visits] == [True, False]
    assert room.titles() == ["A-1"]


async def test_a_bug_in_the_reading_of_a_list_breaks_its_source_only(room: Newsroom) -> None:
    def bug(page: PageOf) -> Listing:
        raise KeyError(page.url)

    room.adapter = adapter(replace(source("broken"), parse_listing=bug), source())
    report = await room.poll()

    assert "a bug in the reader" in report.visits[0].error
    assert health(room, "broken").state == "degraded"
    assert room.titles() == ["A-1"]


async def test_a_bug_in_the_reading_of_a_page_is_a_question_about_that_page(room: Newsroom) -> None:
    def bug(page: PageOf) -> tuple[RawDecision | Ref, ...]:
        if page.url.endswith("A-2"):
            raise KeyError("amount")
        return parse_decision(page)

    await room.beat()
    whole, room.adapter = room.adapter, replace(room.adapter, parse_decision=bug)
    room.pages.publish("A-2", FINE, title="The bad one")
    room.pages.publish("A-3", FINE)

    assert sorted(words for _, words in await room.beat()) == [
        "Question 1 (TOY): “The bad one”",
        "TOY fines ACME S.p.A. €50,000",
    ]
    with reading(room.engine) as db:
        assert reviews.get(db, 1).reasons == ("the reader fails on A-2: KeyError: 'amount'",)
    room.adapter = whole
    assert await room.beat() == [("discord:1", "TOY fines ACME S.p.A. €50,000")]
    with reading(room.engine) as db:
        assert reviews.get(db, 1).state == "withdrawn"


async def test_a_slow_source_is_looked_at_on_its_own_beat_and_with_force_always(room: Newsroom) -> None:
    room.adapter = adapter(source(every=4))
    looks = [len((await room.poll()).visits) for _ in range(9)]

    assert looks == [1, 0, 0, 0, 1, 0, 0, 0, 1]
    assert len((await room.poll(force=True)).visits) == 1


async def test_a_doubt_becomes_one_question_and_one_notice(room: Newsroom) -> None:
    await room.beat()
    room.pages.publish("A-2", "doubt: two amounts contradict each other", title="Délibération Ω")

    told = await room.beat()
    assert told == [("discord:9", "Question 1 (TOY): “Délibération Ω”")]
    assert await room.beat() == []
    with reading(room.engine) as db:
        assert [review.reasons for review in reviews.waiting(db)] == [("two amounts contradict each other",)]
    assert room.titles() == ["A-1"]


async def test_a_doubt_on_a_first_visit_waits_without_a_notice(room: Newsroom) -> None:
    room.pages.publish("A-2", "doubt: two amounts contradict each other")

    assert await room.beat() == []
    with reading(room.engine) as db:
        assert len(reviews.waiting(db)) == 1


async def test_what_is_no_sanction_is_dropped_and_counted(room: Newsroom) -> None:
    await room.poll()
    room.pages.publish("A-2", "nothing")
    report = await room.poll()

    assert (report.visits[0].dropped, report.visits[0].new) == (1, 0)
    assert await room.deliver() == []


async def test_one_act_under_two_rows_is_read_and_announced_once(room: Newsroom) -> None:
    await room.beat()
    room.pages.publish("A-2", FINE)
    room.pages.publish("news", "lead: A-2")

    assert len(await room.beat()) == 1
    assert room.pages.asked.count(f"{HOST}/A-2") == 1


async def test_every_destination_is_promised_the_same_decision(room: Newsroom) -> None:
    room.destinations = Destinations((Destination("discord:1"), Destination("discord:2")), "terminal")
    await room.poll()
    room.pages.publish("A-2", FINE)

    assert sorted(to for to, _ in await room.beat()) == ["discord:1", "discord:2"]


async def test_with_tracked_companies_the_others_are_stored_but_not_announced(room: Newsroom) -> None:
    await room.poll()
    with transaction(room.engine) as db:
        subscriptions.track(db, "Acme", room.time)
    room.pages.publish("A-2", "Bolt Ltd|fine|7000")
    room.pages.publish("A-3", "ACME|fine|9000")

    assert [words for _, words in await room.beat()] == ["TOY fines ACME €9,000"]
    assert set(room.titles()) == {"A-1", "A-2", "A-3"}


async def test_rows_of_an_overview_are_asked_about_after_its_first_visit_when_nothing_brought_them(
    room: Newsroom,
) -> None:
    overview = f"{HOST}/overview"
    room.adapter = adapter(source(), source("table", overview, cross_check=True))
    room.pages.pages[overview] = "A-1|An act\nOLD|Never read\n"
    await room.beat()
    room.pages.pages[overview] = "NEW|Nobody brought this\nA-1|An act\nOLD|Never read\n"

    assert [words for _, words in await room.beat()] == ["Question 1 (TOY): “Nobody brought this”"]
    assert await room.beat() == []


CASES = list(cases())


@pytest.mark.parametrize(("code", "folder"), CASES, ids=[f"{code}-{folder.name}" for code, folder in CASES])
async def test_a_first_visit_to_a_recorded_source_tells_nobody_and_the_next_one_reads_nothing_again(
    room: Newsroom, code: str, folder: Path
) -> None:
    authority, case = adapters()[code.upper()], recorded(folder)
    chosen = tuple(source for source in authority.sources if source.name == case["source"])
    room.time = datetime.combine(case["today"], time(10), UTC)
    await poll(room.desk, [replace(authority, sources=chosen)], pages(folder), force=True)
    again = await poll(room.desk, [replace(authority, sources=chosen)], pages(folder), force=True)

    counted = [(v.new, v.reviews, v.dropped) for v in again.visits if not v.error]
    assert counted in ([(0, 0, 0)], [])
    assert [kind for _, kind, _ in room.promises() if kind != "notice"] == []
