"""Kept sums give the very answers that adding up every line gives, whatever was written and in whatever order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete
from sqlmodel import Session, col, select

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, events
from storage.database import reading, transaction
from storage.events import Event
from storage.reckoning import quick, sums, totals
from storage.reckoning.parts import EVERYBODY
from storage.reckoning.questions import Question
from storage.reckoning.sum_tables import MadeRow, SumRow
from storage.register import companies, groups
from storage.tables import CompanyRow, RateRow, SanctionRow

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PARTIES = ("ACME", "BETA", "GAMMA", None)
DAYS = st.dates(date(2025, 12, 20), date(2027, 1, 10))

amounts = st.builds(
    Money.of, st.integers(min_value=0, max_value=9).map(lambda n: n * 1000), st.sampled_from(["EUR", "GBP", "XAU"])
)
sanctions = st.builds(
    Sanction,
    party=st.sampled_from(PARTIES),
    kind=st.sampled_from([Kind.FINE, Kind.FINE, Kind.PERIODIC_PENALTY, Kind.ORDER, Kind.NOTICE_OF_INTENT,
                          Kind.PROSECUTION]),
    money=st.none() | amounts,
    joint=st.sampled_from([None, None, "", "a", "b"]),
    articles=st.sampled_from([(), ("GDPR 5(1)(a)", "GDPR 5(1)(f)"), ("GDPR 5", "FR LIL 82")]),
    evidence=st.just(Evidence(words="…")),
)  # fmt: skip
acts = st.builds(
    Decision,
    authority=st.sampled_from(["CNIL", "ICO"]),
    key=st.sampled_from("12345678"),
    reference=st.none(),
    url=st.just("https://authority.example"),
    title=st.just("…"),
    language=st.just("en"),
    decided_on=st.none() | DAYS,
    published_on=st.none() | DAYS,
    sanctions=st.lists(sanctions, min_size=1, max_size=4).map(tuple),
)
happenings = st.builds(
    Event,
    axis=st.just("legal"),
    state=st.sampled_from(["proposed", "annulled", "appeal_pending", "reduced", "upheld"]),
    happened_on=DAYS,
    money=st.none() | amounts,
)
written = st.one_of(
    st.tuples(st.just("save"), acts, st.sampled_from(["poll", "review"])),
    st.tuples(st.just("happen"), happenings, st.integers(0, 9)),
    st.tuples(st.just("date"), st.integers(0, 9), DAYS),
    st.tuples(st.just("rate"), DAYS, st.integers(1, 9)),
)
questions = st.builds(
    Question,
    subject=st.just("all"),
    company_id=st.sampled_from([None, None, 0, 1, 2]),
    authority=st.sampled_from([None, "CNIL"]),
    year=st.sampled_from([None, 2025, 2026]),
    kind=st.just(None),
    article=st.just(None),
    by=st.sampled_from([None, "company", "authority", "year", "kind"]),
    definition=st.sampled_from(["in-force", "imposed"]),
    group=st.booleans(),
    day=DAYS | st.just(date(2030, 1, 1)),
    edges=st.just(()),
)


@contextmanager
def undone(engine: Engine) -> Iterator[Session]:
    """A transaction that is rolled back at its end."""
    with Session(engine) as db:
        yield db


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


def write(db: Session, step: tuple[object, ...]) -> None:
    match step:
        case "save", Decision() as act, str(origin):
            decisions.save(db, act, (), now=NOW, origin=origin)
        case "happen", Event() as event, int(number):
            of_one = bool(number % 2)
            for row in nth_sanction(db, number):
                told = Event(event.axis, event.state, event.happened_on, money=event.money,
                             sanction_id=row.id if of_one else None)  # fmt: skip
                events.record(db, row.decision_id, told, now=NOW)
        case "date", int(number), date() as day:
            for row in nth_sanction(db, number):
                fact = Event("fact", "decided_on", day - timedelta(days=90), value=day.isoformat())
                events.record(db, row.decision_id, fact, now=NOW)
        case "rate", date() as day, int(tenths):
            for rate in db.exec(select(RateRow).where(RateRow.day >= day)):
                rate.rate = str(Decimal(tenths) / 10)
            db.flush()


def nth_sanction(db: Session, number: int) -> list[SanctionRow]:
    return list(db.exec(select(SanctionRow).order_by(col(SanctionRow.id)).offset(number).limit(1)))


def the_same(db: Session, question: Question) -> bool:
    """Is it answered from the kept sums, with exactly the rows and amounts of the definition?"""
    if question.company_id is not None:
        ids = sorted(db.exec(select(CompanyRow.id)))
        question = replace(question, company_id=ids[question.company_id % len(ids)] if ids else None)
    short = quick.answer(db, question)
    if short is None:
        return False
    rows, left_out = totals.exact(db, question)
    assert sorted(short[0], key=lambda row: row.key) == sorted(rows, key=lambda row: row.key)
    assert short[1] == left_out
    return True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(written, min_size=1, max_size=12), asked=st.lists(questions, min_size=6, max_size=12))
def test_kept_sums_and_every_line_give_the_same_answer(
    engine: Engine, steps: list[tuple[object, ...]], asked: list[Question]
) -> None:
    with undone(engine) as db:
        for step in steps:
            write(db, step)

        assert all(the_same(db, question) for question in asked)
        assert sums.differing(db) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(steps=st.lists(written, min_size=1, max_size=12))
def test_sums_made_anew_are_those_kept_all_along(engine: Engine, steps: list[tuple[object, ...]]) -> None:
    with undone(engine) as db:
        for step in steps:
            write(db, step)
        sums.build(db)

        assert sums.differing(db) == 0


def act(key: str, *sanctions: Sanction, day: str = "2026-03-02") -> Decision:
    return Decision(
        authority="ICO", key=key, reference=key, url="https://ico.example", title=key, language="en",
        decided_on=date.fromisoformat(day), sanctions=sanctions,
    )  # fmt: skip


def fine(party: str | None, amount: str = "1000", currency: str = "EUR") -> Sanction:
    return Sanction(party=party, kind=Kind.FINE, money=Money.of(amount, currency), evidence=Evidence(words="…"))


def sum_of(db: Session, **question: object) -> totals.Totals:
    return totals.totals(db, today=NOW.date(), **question)  # type: ignore[arg-type]


def test_a_store_from_before_the_sums_is_answered_rightly_and_then_given_sums(engine: Engine) -> None:
    with transaction(engine) as db:
        db.exec(delete(MadeRow))
        decisions.save(db, act("1", fine("ACME")), (), now=NOW, origin="poll")
        before = sum_of(db)

        assert sums.build_if_missing(db)
        assert not sums.build_if_missing(db)
        assert db.exec(select(SumRow.minor).where(SumRow.company_id == EVERYBODY)).all() == [100_000]
        assert sum_of(db) == before


def test_a_kept_sum_that_is_wrong_is_noticed(db: Session) -> None:
    decisions.save(db, act("1", fine("ACME")), (), now=NOW, origin="poll")
    db.exec(select(SumRow).where(SumRow.company_id == EVERYBODY)).one().minor += 1
    db.flush()

    assert sums.differing(db) == 1


def test_what_fails_leaves_the_sums_as_they_were(engine: Engine) -> None:
    with undone(engine) as db:
        decisions.save(db, act("1", fine("ACME")), (), now=NOW, origin="poll")
    with reading(engine) as db:
        assert db.exec(select(SumRow)).all() == []


def test_a_group_is_added_up_from_its_lines(db: Session) -> None:
    decisions.save(db, act("1", fine("ACME"), fine("BETA")), (), now=NOW, origin="poll")
    acme, beta = companies.known(db, "ACME"), companies.known(db, "BETA")
    groups.set_parent(db, beta.id, acme.id, source="https://register.example")

    (row,) = sum_of(db, company="ACME", group=True).rows

    assert row.native == {"EUR": 200_000}
    assert [part.reason for part in sum_of(db, company="ACME").left_out] == ["subsidiary"]


def test_what_is_dated_ahead_counts_from_its_day_on(db: Session) -> None:
    saved = decisions.save(db, act("1", fine("ACME")), (), now=NOW, origin="poll")
    events.record(db, saved.id, Event("legal", "annulled", date(2027, 1, 1)), now=NOW)

    assert sum_of(db).rows[0].native == {"EUR": 100_000}
    assert sum_of(db, as_of=date(2027, 1, 1)).rows[0].native == {}
