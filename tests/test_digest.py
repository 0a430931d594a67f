"""The weekly digest: what is new, what changed, what is due, what runs up, and whether anybody looked."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from bot.jobs import weeks
from bot.views import digest as view
from bot.views.figures import of_week
from bot.views.message import CUT, FIELDS, card
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, events, reviews, visits
from storage.database import reading, transaction
from storage.events import Event
from storage.register import companies, groups
from storage.stories.watching import Gap, Visit, Watched, gaps
from storage.stories.week import EVERYTHING, Review, Span, Wanted, review
from tests.newsroom import HOST, Newsroom, newsroom_in

PARIS = ZoneInfo("Europe/Paris")
WEEK = weeks.span(weeks.parse("2026-W47"), PARIS)
"""From Sunday 15 November 23:00 UTC to Sunday 22 November 23:00 UTC."""

MONDAY = WEEK.end + timedelta(hours=9)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEDNESDAY = WEEK.start + 2 * DAY + 10 * HOUR


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    room = newsroom_in(tmp_path)
    room.time = WEEK.start - 10 * DAY
    yield room
    room.engine.dispose()


@pytest.fixture
def db(room: Newsroom) -> Iterator[Session]:
    with transaction(room.engine) as session:
        yield session


def sanction(kind: Kind = Kind.FINE, amount: str = "", party: str | None = "ACME", **more: Any) -> Sanction:
    money = Money.of(amount, more.pop("currency", "EUR")) if amount else None
    return Sanction(party=party, kind=kind, money=money, evidence=Evidence(words="…"), **more)


def order(due_on: date, daily: str = "1000", **more: Any) -> Sanction:
    return sanction(Kind.ORDER, daily=Money.of(daily, "EUR") if daily else None, due_on=due_on, **more)


def store(
    db: Session, key: str, *sanctions: Sanction, at: datetime = WEDNESDAY, origin: str = "poll", authority: str = "CNIL"
) -> int:
    decision = Decision(
        authority=authority, key=key, reference=key, url=f"https://cnil.example/{key}", title=key, language="fr",
        decided_on=date(2026, 11, 2), sanctions=sanctions,
    )  # fmt: skip
    return decisions.save(db, decision, (), now=at, origin=origin).id


def look(db: Session, wanted: Wanted = EVERYTHING, span: Span = WEEK, now: datetime = MONDAY) -> Review:
    return review(db, span, wanted, now=now)


def new(db: Session, **more: Any) -> list[str]:
    return [act.stored.decision.key for act in look(db, **more).new]


def of_room(room: Newsroom) -> Review:
    with reading(room.engine) as db:
        return look(db)


def keys(found: Review) -> list[str]:
    return [act.stored.decision.key for act in found.new]


async def test_what_stood_there_at_the_first_visit_is_never_new(room: Newsroom) -> None:
    room.pages.publish("1", "Acme|fine|100")
    room.time = WEDNESDAY
    await room.poll()
    room.pages.publish("2", "Beta|fine|200")
    await room.poll()

    assert keys(of_room(room)) == ["2"]


async def test_what_could_not_be_read_at_the_first_visit_is_history_too(room: Newsroom) -> None:
    room.pages.publish("1", "Acme|fine|100")
    page = room.pages.pages.pop(f"{HOST}/1")
    await room.poll()
    room.pages.pages[f"{HOST}/1"] = page
    room.time = WEDNESDAY
    await room.poll()

    assert room.titles() == ["1"]
    assert keys(of_room(room)) == []


async def test_what_a_first_visit_read_of_a_row_that_it_could_not_finish_is_history(room: Newsroom) -> None:
    room.pages.publish("row", "lead: 1 2")
    room.pages.pages[f"{HOST}/1"] = "Acme|fine|100"
    room.time = WEDNESDAY
    await room.poll()

    assert room.titles() == ["1"]
    assert keys(of_room(room)) == []


async def test_a_page_that_says_another_amount_is_a_change_of_the_week(room: Newsroom) -> None:
    room.pages.publish("0", "Acme|fine|100")
    await room.poll()
    room.pages.publish("1", "Acme|fine|50000")
    await room.poll()
    room.time = WEDNESDAY
    await room.reread("1", "Acme|fine|30000")

    found = of_room(room)

    assert (keys(found), [change.event.note for change in found.changed]) == (
        [], ["the amount is EUR 30,000, not EUR 50,000"],
    )  # fmt: skip
    assert found.changed[0].day == date(2026, 11, 18)


async def test_what_a_first_visit_adds_to_history_is_no_change(room: Newsroom) -> None:
    with transaction(room.engine) as db:
        known = Decision(authority="TOY", key="1", reference="1", url=f"{HOST}/1", title="1", language="en",
                         decided_on=None, sanctions=(sanction(amount="7500000", party="Acme"),))  # fmt: skip
        decisions.save(db, known, (), now=room.time, origin="history")
    room.pages.publish("1", "Acme|fine|7552800")
    room.time = WEDNESDAY
    await room.poll()

    assert of_room(room).changed == ()


@pytest.mark.parametrize("origin", ["history", "import"])
def test_history_and_imports_are_never_new(db: Session, origin: str) -> None:
    store(db, "1", sanction(amount="1"), origin=origin)

    assert new(db) == []


@pytest.mark.parametrize(("baseline", "told"), [(False, ["1"]), (True, [])])
def test_a_question_answered_is_new_unless_it_was_about_history(db: Session, baseline: bool, told: list[str]) -> None:
    decided = store(db, "1", sanction(amount="1"), origin="review")
    reviews.ask(db, authority="CNIL", key="other", url="", title="", reasons=["?"], reading="", now=WEDNESDAY,
                baseline=baseline, decision_id=decided)  # fmt: skip

    assert new(db) == told


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (WEEK.start - timedelta(microseconds=1), []),
        (WEEK.start, ["1"]),
        (WEEK.end - timedelta(microseconds=1), ["1"]),
        (WEEK.end, []),
    ],
)
def test_a_week_begins_at_local_midnight_and_ends_before_the_next(db: Session, at: datetime, told: list[str]) -> None:
    store(db, "1", sanction(amount="1"), at=at)

    assert new(db) == told


def test_a_week_that_is_not_over_tells_what_there_is(db: Session) -> None:
    store(db, "1", sanction(amount="1"))

    found = look(db, now=WEDNESDAY + HOUR)

    assert (keys(found), found.day) == (["1"], date(2026, 11, 18))


def test_a_change_of_state_recorded_in_the_week_is_told_with_the_day_it_happened(db: Session) -> None:
    decided = store(db, "1", sanction(amount="1"), at=WEEK.start - DAY)
    annulled = Event("legal", "annulled", date(2026, 10, 6), "Court")
    events.record(db, decided, annulled, now=WEDNESDAY)

    (change,) = look(db).changed

    assert (change.day, change.event.state) == (date(2026, 10, 6), "annulled")
    assert look(db, span=weeks.span(weeks.parse("2026-W46"), PARIS)).changed == ()


def test_what_is_recorded_with_the_act_itself_is_no_change_of_it(db: Session) -> None:
    decided = store(db, "1", sanction(amount="1"), origin="history")
    events.record(db, decided, Event("legal", "annulled", date(2026, 10, 6), "Court"), now=WEDNESDAY)

    assert look(db).changed == ()

    events.record(db, decided, Event("legal", "remitted", date(2026, 11, 19), "Court"), now=WEDNESDAY + DAY)

    assert [change.event.state for change in look(db).changed] == ["remitted"]


@pytest.mark.parametrize(
    ("due_on", "is_told"),
    [(date(2026, 11, 22), False), (date(2026, 11, 23), True), (date(2026, 12, 6), True), (date(2026, 12, 7), False)],
)
def test_deadlines_of_the_two_weeks_after_are_told(db: Session, due_on: date, is_told: bool) -> None:
    store(db, "1", order(due_on, daily=""), origin="history")

    assert bool(look(db).deadlines) == is_told


def test_a_deadline_put_right_is_told_as_it_is_now(db: Session) -> None:
    store(db, "1", order(date(2026, 12, 31)), at=WEEK.start - DAY)
    store(db, "1", order(date(2026, 12, 1)))

    assert [part.sanction.due_on for part in look(db).deadlines] == [date(2026, 12, 1)]


def test_a_deadline_learnt_later_is_told(db: Session) -> None:
    store(db, "1", sanction(Kind.ORDER), at=WEEK.start - DAY)
    store(db, "1", order(date(2026, 12, 1), daily=""))

    assert [part.sanction.due_on for part in look(db).deadlines] == [date(2026, 12, 1)]


def test_an_order_that_was_annulled_has_no_deadline_any_more(db: Session) -> None:
    decided = store(db, "1", order(date(2026, 12, 1)), at=WEEK.start - DAY)
    events.record(db, decided, Event("legal", "annulled", date(2026, 11, 18), "Court"), now=WEDNESDAY)

    assert look(db).deadlines == ()


def test_what_runs_up_is_told_until_it_is_collected(db: Session) -> None:
    store(db, "1", order(date(2026, 11, 13)), origin="history")

    assert [run.estimate for run in look(db).running] == [Money.of("10000", "EUR")]

    collected = Decision(
        authority="CNIL", key="2", reference="2", url="https://cnil.example/2", title="2", language="fr",
        decided_on=date(2026, 11, 20), sanctions=(sanction(Kind.PERIODIC_PENALTY, "7000"),),
    )  # fmt: skip
    decisions.save(db, collected, (), now=WEDNESDAY, origin="poll")

    assert look(db).running == ()


def test_only_what_is_wanted_is_told(db: Session) -> None:
    store(db, "acme", sanction(amount="1"), order(date(2026, 12, 1)))
    store(db, "beta", sanction(Kind.REPRIMAND, party="BETA"), authority="ICO")
    store(db, "nobody", sanction(amount="5", party=None))
    acme = frozenset({companies.known(db, "ACME").id})

    assert new(db) == ["acme", "beta", "nobody"]
    assert new(db, wanted=Wanted(companies=acme)) == ["acme"]
    assert new(db, wanted=Wanted(kinds=frozenset({Kind.REPRIMAND}))) == ["beta"]
    assert new(db, wanted=Wanted(authorities=frozenset({"ICO"}))) == ["beta"]
    assert new(db, wanted=Wanted(companies=acme, authorities=frozenset({"ICO"}))) == []
    assert look(db, Wanted(kinds=frozenset({Kind.FINE}))).deadlines == ()


def test_the_subsidiary_of_a_wanted_company_is_wanted(db: Session) -> None:
    store(db, "child", sanction(amount="1", party="CHILD"))
    store(db, "parent", sanction(amount="1"))
    parent, child = companies.known(db, "ACME"), companies.known(db, "CHILD")
    groups.set_parent(db, child.id, parent.id, source="https://register.example")

    assert new(db, wanted=Wanted(companies=frozenset({parent.id}))) == ["child", "parent"]
    assert new(db, wanted=Wanted(companies=frozenset({child.id}))) == ["child"]


def test_the_fines_of_the_week_are_summed_by_authority_a_joint_one_once(db: Session) -> None:
    store(db, "1", sanction(amount="90", joint="a"), sanction(amount="90", party="BETA", joint="a"))
    store(db, "2", sanction(), sanction(amount="10"))
    store(db, "3", sanction(amount="5", currency="GBP"), authority="ICO")
    annulled = store(db, "4", sanction(amount="1000"))
    events.record(db, annulled, Event("legal", "annulled", date(2026, 11, 18), "Court"), now=WEDNESDAY)

    cnil, ico = look(db).sums

    assert (cnil.fines, cnil.native, cnil.euros, cnil.undisclosed) == (4, {"EUR": 10_000}, 10_000, 1)
    assert (ico.native, ico.euros is not None and 550 < ico.euros < 620) == ({"GBP": 500}, True)


def test_the_year_is_that_of_the_weeks_thursday() -> None:
    assert weeks.span(weeks.parse("2026-W53"), PARIS).year == 2026
    assert weeks.span(weeks.parse("2026-W01"), PARIS).year == 2026
    assert weeks.span(weeks.parse("2025-W01"), PARIS).year == 2025


def test_the_year_is_asked_for_each_wanted_company(db: Session) -> None:
    store(db, "1", sanction(amount="10"), sanction(amount="20", party="BETA"))
    store(db, "2", sanction(amount="30", party="GAMMA"))
    wanted = frozenset(companies.known(db, name).id for name in ("ACME", "BETA"))

    (everybody,) = look(db).year
    asked = look(db, Wanted(companies=wanted)).year

    assert {row.key: row.native for row in everybody.rows} == {"CNIL": {"EUR": 6_000}}
    assert [(answer.subject, answer.rows[0].native) for answer in asked] == [
        ("ACME", {"EUR": 1_000}), ("BETA", {"EUR": 2_000}),
    ]  # fmt: skip


def test_a_digest_is_the_same_on_both_databases(engine: Engine) -> None:
    with transaction(engine) as db:
        decided = store(db, "1", sanction(amount="90"), order(date(2026, 11, 13)), at=WEEK.start - DAY)
        events.record(db, decided, Event("payment", "paid", date(2026, 11, 17)), now=WEDNESDAY)
        store(db, "2", sanction(amount="10", party="BETA"), order(date(2026, 12, 1), party="BETA"))
        visits.failed(db, "CNIL", "news", started_at=WEDNESDAY, now=WEDNESDAY, reason="HTTP 503", blocked=False,
                      next_visit=WEDNESDAY)  # fmt: skip
        text = view.whole(look(db)).text

    assert text == THE_WEEK


THE_WEEK = """\
Week 2026-W47, 16 November to 22 November 2026: 1 new decision, 1 change, 1 deadline and 1 running daily rate
  Fines this week            €10 in 1 fine, first seen (CNIL)
  Decided in 2026            €100 in 2 fines in force on 22 November 2026
  New: 2 November 2026       CNIL fines BETA €10 https://cnil.example/2
  Changed: 17 November 2026  CNIL, 1: paid. https://cnil.example/1
  Deadline: 1 December 2026  CNIL, 2: BETA must comply, then €1,000 a day https://cnil.example/2
  Daily rate                 CNIL 1, ACME: €1,000 a day after 13 November 2026; estimate: up to €10,000 by 23 November \
2026 (10 days), if it was not complied with. No debt: only a periodic penalty makes it payable. https://cnil.example/1
  Sources                    CNIL news not read from Wed 18 Nov 10:00 to Mon 23 Nov 00:00 (HTTP 503)."""


def read_well(db: Session, source: str = "news", every: timedelta = 6 * HOUR) -> None:
    moment = WEEK.start - HOUR
    while moment < WEEK.end:
        visits.succeeded(db, "CNIL", source, started_at=moment, now=moment, items_seen=1, new=0, refused=0,
                         next_visit=moment)  # fmt: skip
        moment += every


def test_an_empty_week_says_so_in_one_line(db: Session) -> None:
    read_well(db)

    assert view.whole(look(db)).text == (
        "Week 2026-W47, 16 November to 22 November 2026: nothing new and nothing changed."
        " The one source was read all week."
    )


def test_an_empty_week_in_which_nobody_looked_is_not_called_quiet(db: Session) -> None:
    read_well(db)
    visits.failed(db, "CNIL", "feed", started_at=WEDNESDAY, now=WEDNESDAY, reason="HTTP 403", blocked=True,
                  next_visit=WEDNESDAY)  # fmt: skip

    text = view.whole(look(db)).text

    assert "CNIL feed not read from Wed 18 Nov 10:00 to Mon 23 Nov 00:00 (HTTP 403)" in text
    assert "the other source was read all week" in text
    assert "\n" not in text


def test_where_nobody_looked_is_not_cut_off_a_title(db: Session) -> None:
    for source in ("feed", "news", "list"):
        visits.failed(db, "CNIL", source, started_at=WEDNESDAY, now=WEDNESDAY, reason=f"{source} is down " * 5,
                      blocked=True, next_visit=WEDNESDAY)  # fmt: skip

    told = view.message(look(db), "`finewatch search`")

    assert told.headline.endswith("nothing new and nothing changed.")
    assert "CNIL news not read" in told.fields[0].value


def at(hours: float, reason: str = "") -> Visit:
    moment = WEEK.start + hours * HOUR
    return Visit(moment, moment, reason)


def gap(since: float, until: float, reason: str = "") -> Gap:
    return Gap(WEEK.start + since * HOUR, WEEK.start + until * HOUR, reason)


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        pytest.param([at(h) for h in range(-6, 168, 6)], [], id="read every six hours"),
        pytest.param([at(-6), at(10, "HTTP 503"), at(12, "HTTP 500"), at(14), *(at(h) for h in range(20, 168, 20))],
                     [gap(10, 14, "HTTP 503")], id="failed and came back"),
        pytest.param([at(-6, "HTTP 403"), at(12), *(at(h) for h in range(30, 168, 20))],
                     [gap(0, 12, "HTTP 403")], id="failed since the week before"),
        pytest.param([*(at(h) for h in range(-6, 160, 20)), at(160, "HTTP 403")],
                     [gap(160, 168, "HTTP 403")], id="still failing"),
        pytest.param([at(-6), at(12), at(90), *(at(h) for h in range(100, 168, 20))],
                     [gap(12, 90)], id="nobody looked for days"),
        pytest.param([at(-60)], [gap(0, 168)], id="nobody looked at all"),
        pytest.param([at(-60, "HTTP 403")], [gap(0, 168, "HTTP 403")], id="failing, then nobody looked"),
        pytest.param([at(100), at(110), at(130), at(150)], [], id="a new source"),
        pytest.param([at(10, "HTTP 403"), at(60)], [gap(10, 60, "HTTP 403"), gap(60, 168)], id="two gaps"),
    ],
)  # fmt: skip
def test_when_a_source_was_not_seen(looks: list[Visit], expected: list[Gap]) -> None:
    assert list(gaps(looks, WEEK.start, WEEK.end)) == expected


def busy(db: Session, count: int, party: str = "ACME") -> Review:
    for number in range(count):
        store(db, f"new {number}", sanction(amount="1000", party=f"{party} {number}"), order(date(2026, 12, 1)))
        decided = store(db, f"old {number}", order(date(2026, 10, 1), party=f"{party} {number}"), at=WEEK.start - DAY)
        events.record(db, decided, Event("legal", "appeal_pending", date(2026, 11, 1), "Court"), now=WEDNESDAY)
    return look(db)


def test_a_busy_week_is_cut_and_counted_and_never_dropped(db: Session) -> None:
    found = busy(db, 30)
    told = view.message(found, "`finewatch search`")
    shown = card(told)
    counted = [field.value for field in told.fields if field.name == "More"]

    assert CUT not in shown.fields
    assert len(shown.fields) <= FIELDS
    assert told.headline.endswith("30 new decisions, 30 changes, 30 deadlines and 30 running daily rates")
    for part, total in {"New": 30, "Changed": 30, "Deadline": 30, "Daily rate": 30}.items():
        lines = sum(field.name.startswith(part) for field in told.fields)
        assert f"and {total - lines} more: `finewatch search`" in counted
    assert told.fields[-1].name == "Sources"


def test_a_terminal_shows_all_of_a_busy_week(db: Session) -> None:
    text = view.whole(busy(db, 30)).text

    assert text.count("  New: ") == 30
    assert "more:" not in text


@given(party=st.text(st.characters(codec="utf-8"), min_size=1, max_size=300), reason=st.text(min_size=1, max_size=400))
def test_whatever_the_names_a_digest_fits_into_one_card(busy_week: Review, party: str, reason: str) -> None:
    named = [renamed(act.stored, party) for act in busy_week.new]
    hostile = Review(
        **{**vars(busy_week), "new": tuple(act_of(stored) for stored in named),
           "sources": tuple(Watched("CNIL", party, 1, (Gap(WEEK.start, WEEK.end, reason),)) for _ in range(9))},
    )  # fmt: skip

    shown = card(view.message(hostile, "`finewatch search`"))

    assert CUT not in shown.fields
    assert shown.length <= 6000


@pytest.fixture(scope="module")
def busy_week(tmp_path_factory: pytest.TempPathFactory) -> Review:
    room = newsroom_in(tmp_path_factory.mktemp("busy"))
    with transaction(room.engine) as db:
        found = busy(db, 15)
    room.engine.dispose()
    return found


def renamed(stored: decisions.Stored, party: str) -> decisions.Stored:
    sanctions = tuple(each.model_copy(update={"party": party}) for each in stored.decision.sanctions)
    act = stored.decision.model_copy(update={"sanctions": sanctions, "url": "https://cnil.example/" + "x" * 170})
    return decisions.Stored(**{**vars(stored), "decision": act})


def act_of(stored: decisions.Stored) -> Any:
    from storage.stories.dossier import Act

    return Act(stored, (), None, ())


def test_the_digest_as_json_keeps_to_its_keys(db: Session) -> None:
    read_well(db)
    found = json.loads(json.dumps(view.to_json(busy(db, 1))))

    assert list(found) == [
        "week", "zone", "from", "to", "day", "new", "changed", "deadlines", "daily_rates", "fines", "year", "sources",
    ]  # fmt: skip
    assert (found["week"], found["zone"], found["from"]) == ("2026-W47", "Europe/Paris", "2026-11-15T23:00:00+00:00")
    assert found["new"][0]["sanctions"][0]["amount"] == "1000.00"
    assert found["fines"] == [
        {"authority": "CNIL", "fines": 1, "undisclosed": 0, "native": {"EUR": "1000.00"}, "eur": "1000.00"}
    ]
    assert found["daily_rates"][0]["estimate"] == "53000.00"
    assert found["sources"] == [{"authority": "CNIL", "source": "news", "visits": 28, "not_seen": []}]


def test_the_picture_of_a_week_shows_the_week_and_the_year(db: Session) -> None:
    found = of_week(busy(db, 2))

    assert found is not None
    assert found.alt == (
        "Fines of the week 2026-W47 and of 2026. First seen this week: CNIL €2,000;"
        " Decided in 2026, in force: CNIL €2,000."
    )
    assert of_week(look(db, Wanted(authorities=frozenset({"ICO"})))) is None
