"""The memory of the work: listing rows, visits, reviews, promises, the watch-list."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from scrapers.decision import Decision, Evidence, Kind, Sanction
from storage import decisions, outbox, refs, reviews, visits
from storage.database import transaction
from storage.register import subscriptions
from storage.visits import Health

NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


def see(db: Session, key: str = "/fr/acme", *, stamp: str = "", baseline: bool = False, now: datetime = NOW) -> None:
    refs.see(db, "CNIL", "news", key, title="ACME", url="https://cnil.example", stamp=stamp, baseline=baseline, now=now)


def test_a_row_is_known_once_it_is_settled(db: Session) -> None:
    see(db)
    assert not refs.is_known(db, "CNIL", "/fr/acme", "")

    refs.settle(db, "CNIL", "/fr/acme", "", "accepted", [1], NOW)

    assert refs.is_known(db, "CNIL", "/fr/acme", "")
    assert not refs.is_known(db, "ICO", "/fr/acme", "")


def test_a_row_with_a_new_stamp_is_read_again(db: Session) -> None:
    see(db, stamp="2026-01-01")
    refs.settle(db, "CNIL", "/fr/acme", "2026-01-01", "accepted", [], NOW)

    assert not refs.is_known(db, "CNIL", "/fr/acme", "2026-02-01")


def test_two_lists_with_different_stamps_do_not_make_a_row_new_for_ever(db: Session) -> None:
    see(db, stamp="feed")
    refs.settle(db, "CNIL", "/fr/acme", "feed", "accepted", [], NOW)
    refs.settle(db, "CNIL", "/fr/acme", "list", "accepted", [], NOW)

    assert refs.is_known(db, "CNIL", "/fr/acme", "feed")
    assert refs.is_known(db, "CNIL", "/fr/acme", "list")


def test_a_row_of_a_first_visit_stays_history(db: Session) -> None:
    see(db, baseline=True)
    see(db, baseline=False, now=NOW + HOUR)
    see(db, "/fr/beta")

    assert refs.is_baseline(db, "CNIL", "/fr/acme")
    assert not refs.is_baseline(db, "CNIL", "/fr/beta")
    assert not refs.is_baseline(db, "CNIL", "/fr/never-seen")


def test_a_row_put_off_is_left_alone_a_longer_time_after_each_failure(db: Session) -> None:
    see(db)
    refs.put_off(db, "CNIL", "/fr/acme", "503", NOW)
    assert refs.is_known(db, "CNIL", "/fr/acme", "", now=NOW + timedelta(minutes=14))
    assert not refs.is_known(db, "CNIL", "/fr/acme", "", now=NOW + timedelta(minutes=15))

    refs.put_off(db, "CNIL", "/fr/acme", "503", NOW)

    assert refs.is_known(db, "CNIL", "/fr/acme", "", now=NOW + timedelta(minutes=29))
    assert not refs.is_known(db, "CNIL", "/fr/acme", "", now=NOW + timedelta(minutes=30))


def test_a_row_is_asked_for_at_least_daily_however_often_it_failed(db: Session) -> None:
    see(db)
    for _ in range(40):
        refs.put_off(db, "CNIL", "/fr/acme", "503", NOW)

    assert not refs.is_known(db, "CNIL", "/fr/acme", "", now=NOW + timedelta(days=1))


def waiting(db: Session, now: datetime) -> list[str]:
    return [row.key for row in refs.pending(db, "CNIL", now)]


def test_a_row_put_off_is_pending_from_its_time_until_it_is_settled(db: Session) -> None:
    see(db)
    see(db, "/fr/beta")
    refs.put_off(db, "CNIL", "/fr/acme", "503", NOW)
    assert waiting(db, NOW + timedelta(minutes=14)) == []
    assert waiting(db, NOW + timedelta(minutes=15)) == ["/fr/acme"]
    assert refs.pending(db, "ICO", NOW + timedelta(minutes=15)) == []

    refs.settle(db, "CNIL", "/fr/acme", "", "accepted", [], NOW)
    assert waiting(db, NOW + HOUR) == []


def test_a_pending_row_says_what_it_said_when_it_was_listed(db: Session) -> None:
    for said in ({"number": "12", "category": "fine"}, {"category": "reprimand"}):
        refs.see(db, "CNIL", "news", "/fr/acme", title="ACME", url="https://cnil.example", stamp="v1", baseline=False,
                 now=NOW, said=said)  # fmt: skip
    refs.put_off(db, "CNIL", "/fr/acme", "503", NOW)

    row = refs.pending(db, "CNIL", NOW + HOUR)[0]

    assert (row.title, row.url, row.stamp, row.reason) == ("ACME", "https://cnil.example", "v1", "503")
    assert row.said == {"number": "12", "category": "reprimand"}


def test_a_row_that_no_listing_names_for_a_month_is_lost_and_not_pending(db: Session) -> None:
    see(db)
    refs.put_off(db, "CNIL", "/fr/acme", "503", NOW)
    month = NOW + timedelta(days=30)

    assert (waiting(db, month), refs.lost(db, "CNIL", month)) == (["/fr/acme"], [])
    assert waiting(db, month + HOUR) == []
    assert [row.key for row in refs.lost(db, "CNIL", month + HOUR)] == ["/fr/acme"]


def test_settling_a_row_never_seen_is_an_error(db: Session) -> None:
    with pytest.raises(LookupError, match="/fr/acme"):
        refs.settle(db, "CNIL", "/fr/acme", "", "accepted", [], NOW)


def look(db: Session, now: datetime = NOW, *, new: int = 0) -> Health:
    return visits.succeeded(
        db, "CNIL", "news", started_at=now, now=now, items_seen=20, new=new, refused=0, next_visit=now + HOUR
    )


def fail(db: Session, now: datetime = NOW, *, blocked: bool = False) -> Health:
    return visits.failed(
        db, "CNIL", "news", started_at=now, now=now, reason="503", blocked=blocked, next_visit=now + HOUR
    )


def test_a_source_never_visited_is_due_and_had_no_success(db: Session) -> None:
    assert visits.due(db, "CNIL", "news", NOW)
    assert visits.last_success(db, "CNIL", "news") is None


def test_a_source_is_due_again_when_its_time_has_come(db: Session) -> None:
    look(db)

    assert not visits.due(db, "CNIL", "news", NOW + timedelta(minutes=59))
    assert visits.due(db, "CNIL", "news", NOW + HOUR)
    assert visits.last_success(db, "CNIL", "news") is not None


def test_a_source_degrades_at_once_fails_from_the_third_time_and_recovers(db: Session) -> None:
    look(db)

    assert [fail(db).state for _ in range(4)] == ["degraded", "degraded", "failing", "failing"]
    assert visits.health(db)[0].consecutive_failures == 4
    assert look(db).state == "ok"
    assert fail(db).state == "degraded"


def test_a_source_that_refuses_us_is_blocked(db: Session) -> None:
    assert fail(db, blocked=True).state == "blocked"
    assert visits.last_success(db, "CNIL", "news") is None


def test_a_failed_visit_keeps_the_last_success(db: Session) -> None:
    look(db, new=2)
    fail(db, NOW + HOUR)

    health = visits.health(db)[0]

    assert (health.last_success, health.last_new, health.items_seen, health.reason) == (NOW, NOW, 20, "503")


def test_a_visit_without_anything_new_keeps_the_last_new(db: Session) -> None:
    look(db, new=1)
    look(db, NOW + HOUR)

    assert visits.health(db)[0].last_new == NOW
    assert visits.last_successes(db) == {"CNIL": NOW + HOUR}


def ask(db: Session, reasons: list[str]) -> int | None:
    return reviews.ask(
        db, authority="CNIL", key="/fr/acme", url="https://cnil.example", title="ACME", reasons=reasons, reading="",
        now=NOW,
    )  # fmt: skip


def test_an_act_is_asked_about_once(db: Session) -> None:
    first = ask(db, ["no amount"])
    second = ask(db, ["no amount", "two dates"])

    assert first == second
    assert [review.reasons for review in reviews.waiting(db)] == [("no amount", "two dates")]
    assert first is not None
    assert reviews.get(db, first).asked_at == NOW


def test_a_review_that_is_not_there_is_an_error(db: Session) -> None:
    with pytest.raises(LookupError, match="no question 3"):
        reviews.get(db, 3)


def owe(db: Session, subject: str = "7", destination: str = "terminal") -> bool:
    return outbox.promise(db, destination, "alert", subject, text="ACME", now=NOW)


def test_a_promise_is_made_once_per_destination_kind_and_subject(db: Session) -> None:
    assert owe(db)
    assert not owe(db)
    assert owe(db, destination="discord:5")
    assert owe(db, subject="8")
    assert outbox.promise(db, "terminal", "change", "7", now=NOW)
    assert len(outbox.due(db, NOW)) == 4


def test_a_kept_promise_is_neither_due_nor_made_again(db: Session) -> None:
    owe(db)
    outbox.kept(db, outbox.due(db, NOW)[0].id, "message-1", NOW)

    assert outbox.due(db, NOW + HOUR) == []
    assert not owe(db)


def test_a_failed_promise_is_due_again_at_its_time(db: Session) -> None:
    owe(db)
    outbox.failed(db, outbox.due(db, NOW)[0].id, "429", retry_at=NOW + HOUR, now=NOW)

    assert outbox.due(db, NOW + timedelta(minutes=59)) == []
    assert [(p.attempts, p.reason) for p in outbox.due(db, NOW + HOUR)] == [(1, "429")]


def test_a_promise_given_up_stays_visible(db: Session) -> None:
    owe(db)
    outbox.failed(db, outbox.due(db, NOW)[0].id, "403", retry_at=None, now=NOW)

    assert outbox.due(db, NOW + timedelta(days=30)) == []
    assert [promise.reason for promise in outbox.given_up(db)] == ["403"]


def held_back(db: Session, key: str, authority: str = "CNIL", kind: str = "alert") -> int:
    """An alert on a decision of its own, due in an hour; the decision's number."""
    fine = Sanction(party="ACME", kind=Kind.FINE, evidence=Evidence(words=""))
    act = Decision(authority=authority, key=key, reference=None, url="", title="", language="fr", decided_on=None,
                   sanctions=(fine,))  # fmt: skip
    saved = decisions.save(db, act, (), now=NOW, origin="poll")
    outbox.promise(db, "terminal", kind, str(saved.id), decision_id=saved.id, now=NOW, due_at=NOW + HOUR)
    return saved.id


def test_alerts_held_back_are_due_at_their_time_or_when_they_are_released(db: Session) -> None:
    held_back(db, "a")
    second = held_back(db, "b")
    assert outbox.due(db, NOW) == []
    assert len(outbox.due(db, NOW + HOUR)) == 2

    outbox.release(db, [outbox.held(db, "CNIL", NOW)[1].id], NOW)

    assert [promise.decision_id for promise in outbox.due(db, NOW)] == [second]


def test_only_alerts_of_the_authority_that_were_never_tried_are_held(db: Session) -> None:
    held_back(db, "a")
    held_back(db, "b", authority="ICO")
    held_back(db, "c", kind="change")
    failed = held_back(db, "d")
    tried = next(promise for promise in outbox.held(db, "CNIL", NOW) if promise.decision_id == failed)
    outbox.failed(db, tried.id, "503", retry_at=NOW + HOUR, now=NOW)

    assert len(outbox.held(db, "CNIL", NOW)) == 1
    assert outbox.held(db, "CNIL", NOW + HOUR) == []


def test_a_gathered_promise_is_neither_due_nor_made_again(db: Session) -> None:
    number = held_back(db, "a")
    outbox.gather(db, [outbox.held(db, "CNIL", NOW)[0].id])

    assert outbox.due(db, NOW + HOUR) == []
    assert outbox.held(db, "CNIL", NOW) == []
    assert not outbox.promise(db, "terminal", "alert", str(number), now=NOW)


def test_promises_are_due_oldest_first_and_no_more_than_asked_for(db: Session) -> None:
    for subject in "321":
        owe(db, subject)

    assert [promise.subject for promise in outbox.due(db, NOW, limit=2)] == ["3", "2"]


def test_a_company_is_tracked_once_under_any_spelling(db: Session) -> None:
    subscriptions.track(db, "Free Mobile", NOW)
    subscriptions.track(db, "la société FREE MOBILE", NOW)
    subscriptions.track(db, "Enel Energia S.p.A.", NOW)

    assert [company.name for company in subscriptions.tracked(db)] == ["Enel Energia S.p.A.", "Free Mobile"]
    assert subscriptions.untrack(db, "FREE MOBILE SAS")
    assert not subscriptions.untrack(db, "Free Mobile")
    assert [company.name for company in subscriptions.tracked(db)] == ["Enel Energia S.p.A."]


def test_a_name_of_nobody_cannot_be_tracked(db: Session) -> None:
    with pytest.raises(ValueError, match="names no company"):
        subscriptions.track(db, "X", NOW)
