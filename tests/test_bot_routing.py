"""Routing and rhythm: who is told of what, and when to look again. Pure."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.jobs.rhythm import Beat, retry_delivery
from bot.routing import Destination, Destinations, Owed, owed
from scrapers.decision import Decision, Evidence, Kind, Sanction
from scrapers.errors import BlockedError, FetchError, RateLimitedError
from storage.decisions import Saved, Stored
from storage.register.companies import Company
from tests.newsroom import source

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TWO = Destinations((Destination("discord:1"), Destination("discord:2", frozenset({Kind.FINE}))), "terminal")
NEW = Saved(7, is_new=True)
BEAT = Beat(timedelta(minutes=15), lambda: 0.5)
DOWN = FetchError("https://authority.example", "down")


def stored(*parties: str | None, kind: Kind = Kind.FINE) -> Stored:
    sanctions = tuple(Sanction(party=party, kind=kind, evidence=Evidence(words="")) for party in parties)
    decision = Decision(
        authority="TOY",
        key="1",
        reference=None,
        url="",
        title="",
        language="en",
        decided_on=None,
        sanctions=sanctions,
    )
    ids = tuple(range(len(parties)))
    return Stored(7, decision, "poll", NOW, ids, ids, ())


def told(what: Stored, *tracked: str, saved: Saved = NEW) -> list[str]:
    companies = [Company(100 + number, name) for number, name in enumerate(tracked)]
    return [each.address for each in owed(saved, what, TWO, companies)]


def test_without_a_watch_list_everybody_hears_of_every_company() -> None:
    assert told(stored("Acme")) == ["discord:1", "discord:2"]
    assert told(stored(None)) == ["discord:1", "discord:2"]


def test_a_destination_hears_of_the_kinds_that_it_wants() -> None:
    assert told(stored("Acme", kind=Kind.REPRIMAND)) == ["discord:1"]


def test_what_is_no_sanction_is_nobodys_alert() -> None:
    assert told(stored("Acme", kind=Kind.CLOSURE)) == []


@pytest.mark.parametrize(
    ("party", "is_told"), [("ACME S.p.A.", True), ("Bolt Ltd", False), (None, False), ("Acme Europe", True)]
)
def test_with_a_watch_list_only_its_companies_count(party: str | None, is_told: bool) -> None:
    assert bool(told(stored(party), "Acme")) is is_told


def test_one_tracked_party_among_several_is_enough() -> None:
    assert told(stored("Bolt", None, "Acme"), "Acme") == ["discord:1", "discord:2"]


def test_a_company_known_under_another_name_counts_by_its_number() -> None:
    assert owed(NEW, stored("Alphabet"), TWO, [Company(0, "Google")]) != []


def test_a_name_that_is_nearly_a_tracked_one_is_told_too() -> None:
    assert told(stored("Clearvieww Artificial Intelligence"), "Clearview Artificial Intelligence") != []


def test_a_known_decision_without_changes_is_told_to_nobody() -> None:
    assert told(stored("Acme"), saved=Saved(7, is_new=False)) == []


def test_a_change_is_a_message_of_its_own_and_the_same_change_the_same_message() -> None:
    once = owed(Saved(7, is_new=False, changes=("the amount is €2",)), stored("Acme"), TWO, [])
    again = owed(Saved(7, is_new=False, changes=("the amount is €2",)), stored("Acme"), TWO, [])
    other = owed(Saved(7, is_new=False, changes=("the amount is €3",)), stored("Acme"), TWO, [])

    assert [(each.kind, each.text) for each in once] == [("change", "the amount is €2")] * 2
    assert once == again
    assert once[0].subject != other[0].subject
    assert Owed("discord:1", "alert", "7") in owed(NEW, stored("Acme"), TWO, [])


def test_a_beat_varies_by_a_tenth() -> None:
    assert Beat(timedelta(minutes=15), lambda: 0.0).pause() == timedelta(minutes=13.5)
    assert Beat(timedelta(minutes=15), lambda: 0.999).pause() < timedelta(minutes=16.5)


@pytest.mark.parametrize("every", [1, 4, 24])
@pytest.mark.parametrize("chance", [0.0, 0.999])
def test_a_source_is_due_at_its_own_beat_and_not_a_beat_earlier(every: int, chance: float) -> None:
    due = Beat(timedelta(minutes=15), lambda: chance).after_success(source(every=every), NOW)

    assert timedelta(minutes=15) * (every - 1) < due - NOW < timedelta(minutes=15) * every


def test_failures_wait_longer_and_longer_up_to_six_hours() -> None:
    waits = [BEAT.after_failure(DOWN, failures, NOW) - NOW for failures in range(1, 40)]

    assert waits == sorted(waits)
    assert waits[0] < timedelta(minutes=15)
    assert timedelta(hours=5) < waits[-1] <= timedelta(hours=6)


def test_a_refusing_host_is_left_alone_for_hours_and_at_most_a_day() -> None:
    refusal = BlockedError("https://authority.example", "refused")

    assert BEAT.after_failure(refusal, 1, NOW) - NOW > timedelta(hours=5)
    assert BEAT.after_failure(refusal, 30, NOW) - NOW <= timedelta(hours=24)


def test_a_hosts_wish_to_wait_counts_when_it_is_longer() -> None:
    wish = RateLimitedError("https://authority.example", "wait", 50_000)

    assert BEAT.after_failure(wish, 1, NOW) - NOW == timedelta(seconds=50_000)


def test_a_message_is_tried_again_within_the_hour_or_when_asked_to() -> None:
    waits = [retry_delivery(attempts, None, 0.0, NOW) - NOW for attempts in range(20)]

    assert waits[0] == timedelta(seconds=15)
    assert waits[-1] == timedelta(hours=1)
    assert retry_delivery(0, 3600.0, 0.0, NOW) - NOW == timedelta(hours=1)
