"""A company's whole story: in order, linked, as of any day, and what runs up under a daily rate."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.views import dossier as view
from bot.views.figures import of_company
from bot.views.message import CUT, card
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, events
from storage.database import transaction
from storage.events import Event
from storage.register import companies, groups
from storage.register.companies import UnknownCompanyError
from storage.stories.dossier import Changed, Decided, Dossier, dossier
from storage.stories.running import Running
from tests.newsroom import newsroom_in

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def past(storied: Engine) -> Iterator[Session]:
    with transaction(storied) as session:
        yield session


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Session]:
    room = newsroom_in(tmp_path)
    with transaction(room.engine) as session:
        yield session
    room.engine.dispose()


def sanction(kind: Kind = Kind.FINE, amount: str = "", party: str = "ACME", **more: Any) -> Sanction:
    money = Money.of(amount, "EUR") if amount else None
    return Sanction(party=party, kind=kind, money=money, evidence=Evidence(words="…"), **more)


def order(daily: str, due_on: str | None = "2025-05-01", **more: Any) -> Sanction:
    deadline = date.fromisoformat(due_on) if due_on else None
    return sanction(Kind.ORDER, daily=Money.of(daily, "EUR"), due_on=deadline, **more)


def penalty(amount: str, **more: Any) -> Sanction:
    return sanction(Kind.PERIODIC_PENALTY, amount, **more)


def store(db: Session, key: str, *sanctions: Sanction, day: str = "2025-03-01", authority: str = "CNIL") -> int:
    decision = Decision(
        authority=authority, key=key, reference=key, url=f"https://cnil.example/{key}", title=key, language="fr",
        decided_on=date.fromisoformat(day), sanctions=sanctions,
    )  # fmt: skip
    return decisions.save(db, decision, (), now=NOW, origin="poll").id


def ask(db: Session, company: str = "ACME", day: str | None = None, **more: Any) -> Dossier:
    return dossier(db, company, as_of=date.fromisoformat(day) if day else None, today=TODAY, **more)


def run(db: Session, day: str) -> Running:
    (found,) = ask(db, day=day).orders
    return found


def told(found: Dossier) -> list[tuple[str, str, list[str]]]:
    """Day, authority and what happened, of each entry."""
    return [(entry.day.isoformat(), entry.authority, _what(entry)) for entry in found.story]


def _what(entry: Decided | Changed) -> list[str]:
    if isinstance(entry, Changed):
        return [entry.event.state]
    return [_said(part.sanction) for act in entry.acts for part in act.parts]


def _said(sanction: Sanction) -> str:
    sums = [str(sum_.amount) for sum_ in (sanction.money, sanction.daily) if sum_]
    return " ".join([sanction.kind.value, *sums])


CLEARVIEW = [
    ("2021-11-26", "CNIL", ["formal_notice"]),
    ("2022-02-10", "GARANTE", ["fine 20000000.00", "order"]),
    ("2022-05-18", "ICO", ["fine 7552800.00", "order"]),
    ("2022-07-13", "HDPA", ["fine 20000000.00", "order"]),
    ("2022-10-17", "CNIL", ["fine 20000000.00", "order 100000.00"]),
    ("2023-04-17", "CNIL", ["periodic_penalty 5200000.00"]),
    ("2023-10-17", "ICO", ["annulled"]),
    ("2025-10-06", "ICO", ["remitted"]),
]


def test_the_story_of_clearview_today(past: Session) -> None:
    found = ask(past, "Clearview AI")
    (row,) = found.totals.rows

    assert told(found) == CLEARVIEW
    assert row.native == {"EUR": 6_000_000_000, "GBP": 755_280_000}
    assert row.challenged == {"GBP": 755_280_000}
    assert row.periodic_penalties == {"EUR": 520_000_000}


def test_the_story_of_clearview_while_the_pounds_were_annulled(past: Session) -> None:
    found = ask(past, "Clearview AI", "2024-06-01")

    assert told(found) == CLEARVIEW[:7]
    assert [part.state for act in found.acts for part in act.parts if act.stored.decision.authority == "ICO"] == [
        "annulled", "annulled",
    ]  # fmt: skip
    assert found.totals.rows[0].native == {"EUR": 6_000_000_000}


def test_the_periodic_penalty_of_clearview_comes_from_its_order(past: Session) -> None:
    linked = {act.stored.decision.key: act.origin for act in ask(past, "Clearview AI").acts if act.origin}

    assert list(linked) == ["SAN-2023-005"]
    assert linked["SAN-2023-005"].stored.decision.key == "SAN-2022-019"
    assert linked["SAN-2023-005"].days == 52


def test_what_clearview_had_run_up_is_known_on_any_day(past: Session) -> None:
    (early,), (later,), (collected,) = (
        ask(past, "Clearview AI", day).orders for day in ("2022-12-19", "2023-02-09", "2023-04-17")
    )

    assert (early.state, early.estimate) == ("not_due", None)
    assert (later.state, later.days, later.estimate) == ("running", 52, Money.of("5200000", "EUR"))
    assert (collected.state, collected.estimate) == ("collected", None)
    assert collected.ended_by is not None
    assert collected.ended_by.current == Money.of("5200000", "EUR")


def test_the_dossier_of_clearview_in_words(past: Session) -> None:
    text = view.whole(ask(past, "Clearview AI")).text.splitlines()

    assert text[0] == (
        "Dossier: CLEARVIEW AI: €60,000,000 + £7,552,800 in 4 fines in force (CNIL, Garante, HDPA and ICO),"
        " as of 22 November 2026"
    )
    said = [" ".join(line.split()) for line in text[4:12]]
    assert said[4].startswith(
        "17 October 2022, CNIL SAN-2022-019: fine €20,000,000; order, comply by 19 December 2022, then €100,000 a day;"
        " made public 20 October 2022 https://"
    )
    assert said[5].startswith(
        "17 April 2023, CNIL SAN-2023-005: periodic penalty €5,200,000; from the order of SAN-2022-019, 52 days of its"
        " daily rate (our link); made public 10 May 2023 https://"
    )
    assert said[6].startswith(
        "17 October 2023, ICO annulled: The notice is set aside: no jurisdiction (First-tier Tribunal, 17 October 2023)"
        ". Concerns the decision of 18 May 2022."
    )


def test_the_dossier_as_json_has_days_decimals_and_links(past: Session) -> None:
    found = view.to_json(ask(past, "Clearview AI", "2023-03-01"))
    (rate,) = found["daily_rates"]

    assert (found["as_of"], len(found["story"]), found["totals"]["as_of"]) == ("2023-03-01", 5, "2023-03-01")
    assert (rate["daily_amount"], rate["state"], rate["days"], rate["estimate"]) == (
        "100000.00", "running", 72, "7200000.00",
    )  # fmt: skip
    fine = found["story"][1]["decisions"][0]["sanctions"][0]
    assert (fine["amount"], fine["currency"], fine["legal_state"]) == ("20000000.00", "EUR", "imposed")


def test_an_estimate_is_always_called_one(past: Session) -> None:
    text = view.whole(ask(past, "Clearview AI", "2023-03-01")).text

    assert "estimate: up to €7,200,000 by 1 March 2023 (72 days), if it was not complied with. No debt" in text


@pytest.mark.parametrize(
    ("day", "state", "days"),
    [("2025-04-30", "not_due", None), ("2025-05-01", "not_due", None), ("2025-05-02", "running", 1)],
)
def test_a_daily_rate_runs_from_the_day_after_the_deadline(db: Session, day: str, state: str, days: int | None) -> None:
    store(db, "order", order("1000"))

    assert (run(db, day).state, run(db, day).days) == (state, days)


def test_without_a_deadline_nothing_is_reckoned(db: Session) -> None:
    store(db, "order", order("1000", None))

    assert (run(db, "2026-01-01").state, run(db, "2026-01-01").estimate) == ("no_deadline", None)


@pytest.mark.parametrize("state", ["annulled", "suspended"])
def test_nothing_runs_under_an_order_that_does_not_hold(db: Session, state: str) -> None:
    events.record(db, store(db, "order", order("1000")), Event("legal", state, date(2025, 6, 1)), now=NOW)

    assert run(db, "2025-05-31").state == "running"
    assert (run(db, "2025-06-01").state, run(db, "2025-06-01").estimate) == (state, None)


def test_a_closure_ends_the_running(db: Session) -> None:
    store(db, "order", order("1000"))
    store(db, "closure", sanction(Kind.CLOSURE), day="2025-07-01")

    assert run(db, "2025-06-30").estimate == Money.of("60000", "EUR")
    assert (run(db, "2025-07-01").state, run(db, "2025-07-01").estimate) == ("closed", None)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"authority": "ICO"}, id="another authority"),
        pytest.param({"day": "2025-02-01"}, id="before the order"),
        pytest.param({"day": "2025-04-01"}, id="before the deadline"),
        pytest.param({"party": "BETA"}, id="another company"),
    ],
)
def test_a_periodic_penalty_of_elsewhere_ends_nothing(db: Session, other: dict[str, str]) -> None:
    store(db, "order", order("1000"))
    facts = {"day": "2025-06-01", "authority": "CNIL", "party": "ACME"} | other
    store(db, "penalty", penalty("5000", party=facts["party"]), day=facts["day"], authority=facts["authority"])

    assert run(db, "2025-08-01").state == "running"


def test_a_penalty_that_two_orders_may_have_led_to_is_linked_to_neither(db: Session) -> None:
    store(db, "one", order("1000"), day="2025-03-01")
    store(db, "two", order("1000"), day="2025-03-02")
    store(db, "penalty", penalty("5000"), day="2025-09-01")

    found = ask(db)

    assert [act.origin for act in found.acts] == [None, None, None]
    assert [running.state for running in found.orders] == ["running", "running"]


def test_an_act_that_collects_and_orders_anew_does_not_come_from_itself(db: Session) -> None:
    store(db, "both", penalty("5000"), order("1000", None))

    assert ask(db).acts[0].origin is None
    assert run(db, "2025-09-01").state == "no_deadline"


def test_a_penalty_that_is_no_whole_number_of_days_says_no_number(db: Session) -> None:
    store(db, "order", order("1000"))
    store(db, "penalty", penalty("5500"), day="2025-09-01")

    origin = ask(db).acts[1].origin

    assert origin is not None
    assert (origin.stored.decision.key, origin.days) == ("order", None)


def test_only_the_companys_own_sanctions_are_told(db: Session) -> None:
    decided = store(db, "both", sanction(amount="10"), sanction(amount="20", party="BETA"))
    other = decisions.get(db, decided).sanction_ids[1]
    events.record(db, decided, Event("legal", "annulled", date(2025, 6, 1), sanction_id=other), now=NOW)

    assert told(ask(db)) == [("2025-03-01", "CNIL", ["fine 10.00"])]
    assert told(ask(db, "BETA"))[1] == ("2025-06-01", "CNIL", ["annulled"])


def test_who_owes_jointly_is_named(db: Session) -> None:
    store(db, "joint", sanction(amount="90", joint="a"), sanction(amount="90", party="BETA", joint="a"))

    assert "fine €90 jointly with BETA" in view.whole(ask(db)).text


def test_a_correction_of_what_was_so_from_the_beginning_stands_with_the_act(db: Session) -> None:
    store(db, "1", sanction(amount="7500000"))
    store(db, "1", sanction(amount="7552800"))

    found = ask(db)

    assert told(found) == [("2025-03-01", "CNIL", ["fine 7552800.00"])]
    assert found.acts[0].put_right == ("the amount is EUR 7,552,800, not EUR 7,500,000",)


def test_another_amount_on_the_page_is_an_entry_of_its_day(db: Session) -> None:
    store(db, "1", sanction(amount="5000"))
    store(db, "1", sanction(amount="9000"))

    assert told(ask(db)) == [("2025-03-01", "CNIL", ["fine 9000.00"]), ("2026-11-22", "CNIL", ["money"])]
    assert told(ask(db, day="2026-11-21")) == [("2025-03-01", "CNIL", ["fine 5000.00"])]


def test_a_payment_and_a_reduction_are_told_in_order(db: Session) -> None:
    decided = store(db, "1", sanction(amount="5000"))
    events.record(db, decided, Event("payment", "paid", date(2025, 9, 1)), now=NOW)
    reduced = Event("legal", "reduced", date(2025, 6, 1), "Court", money=Money.of("2000", "EUR"))
    events.record(db, decided, reduced, now=NOW)

    found = ask(db)

    assert [what for _, _, what in told(found)] == [["fine 5000.00"], ["reduced"], ["paid"]]
    text = view.whole(found).text
    assert "fine €2,000, first €5,000 (reduced), paid" in text
    assert "reduced, now €2,000 (Court). Concerns 1." in text


def test_a_group_tells_of_the_subsidiaries_of_each_day(db: Session) -> None:
    store(db, "parent", sanction(amount="1"))
    store(db, "child", sanction(amount="2", party="CHILD"), day="2024-06-01")
    store(db, "sold child", sanction(amount="3", party="CHILD"), day="2025-06-01")
    parent, child = companies.known(db, "ACME"), companies.known(db, "CHILD")
    groups.set_parent(db, child.id, parent.id, until=date(2025, 1, 1), source="https://register.example")

    alone, together = ask(db), ask(db, group=True)

    assert [what for _, _, what in told(alone)] == [["fine 1.00"]]
    assert [what for _, _, what in told(together)] == [["fine 2.00"], ["fine 1.00"]]
    assert [name.name for name in alone.subsidiaries] == ["CHILD"]
    assert [name.name for name in ask(db, "CHILD").parents] == ["ACME"]


def test_the_spellings_of_the_acts_are_told_as_other_names(db: Session) -> None:
    store(db, "1", sanction(amount="1", party="Acme S.A."))
    store(db, "2", sanction(amount="1", party="ACME"), day="2025-03-02")

    assert [name.name for name in ask(db).names] == ["ACME"]


def test_an_unknown_company_is_not_an_empty_dossier(db: Session) -> None:
    store(db, "1", sanction(amount="1", party="Clearview AI"))

    with pytest.raises(UnknownCompanyError):
        ask(db, "Clearwiew")


def test_before_the_first_decision_there_is_none_and_the_dossier_says_so(db: Session) -> None:
    store(db, "1", sanction(amount="1"))

    found = ask(db, day="2025-02-28")

    assert found.story == ()
    assert "none known as of 28 February 2025" in view.whole(found).text


def test_a_long_dossier_is_told_on_several_pages_and_nothing_is_left_out(db: Session) -> None:
    party = "ACME " + "*_~" * 60
    for number in range(40):
        day = date(2025, 1, 1) + timedelta(days=number)
        store(db, f"SAN-{number}", sanction(amount="1", party=party), day=day.isoformat())

    found = dossier(db, party, today=TODAY)
    pages = view.pages(found)

    assert len(pages) > 1
    assert [field for page in pages for field in page.fields] == list(view.whole(found).fields)
    assert all(CUT not in card(page).fields for page in pages)
    assert pages[0].headline.endswith(f"(1 of {len(pages)})")


def test_the_picture_of_clearview_shows_what_is_annulled_and_what_is_challenged(past: Session) -> None:
    today, then = (of_company(ask(past, "Clearview AI", day)) for day in (None, "2024-06-01"))

    assert today is not None
    assert then is not None
    assert [panel.heading for panel in today.panels] == ["Fines", "Periodic penalties"]
    assert [(bar.authority, bar.is_dashed) for bar in today.panels[0].bars] == [
        ("GARANTE", False), ("ICO", True), ("HDPA", False), ("CNIL", False),
    ]  # fmt: skip
    assert [bar.is_hollow for bar in then.panels[0].bars] == [False, True, False, False]
    assert 850_000_000 < today.panels[0].bars[1].cents < 950_000_000


def test_a_picture_says_what_it_cannot_show(db: Session) -> None:
    fines = [sanction(amount=str(number)) for number in range(1, 15)]
    unpriced = Sanction(party="ACME", kind=Kind.FINE, money=Money.of("1", "XAU"), evidence=Evidence(words="…"))
    store(db, "1", *fines, sanction(), unpriced)

    chart = of_company(ask(db))

    assert chart is not None
    assert [bar.said for bar in chart.panels[0].bars] == [f"€{number}" for number in range(3, 15)]
    assert chart.note.endswith("2 smaller not shown; 1 with an undisclosed amount; 1 without a euro rate")


def test_without_an_amount_there_is_no_picture(db: Session) -> None:
    store(db, "1", sanction(), sanction(Kind.REPRIMAND))

    assert of_company(ask(db)) is None
