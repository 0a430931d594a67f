"""Answers of persons: kept with author and time, never overwritten by a page, asked again only for what is new."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, reviews
from storage.corrections import corrections
from storage.database import transaction
from storage.decisions import Stored
from storage.reckoning.totals import totals
from storage.reviews import CheckMade

NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


def fine(amount: str | None = "5000", party: str | None = "ACME SAS", words: str = "une amende") -> Sanction:
    money = None if amount is None else Money.of(amount, "EUR")
    return Sanction(party=party, kind=Kind.FINE, money=money, evidence=Evidence(words=words))


def act(*sanctions: Sanction, **facts: object) -> Decision:
    known: dict[str, object] = {
        "authority": "CNIL", "key": "SAN-1", "reference": "SAN-1", "url": "https://cnil.example/1", "title": "ACME",
        "language": "fr", "decided_on": date(2026, 1, 20),
    }  # fmt: skip
    return Decision.model_validate(known | facts | {"sanctions": sanctions or (fine(),)})


def ask(
    db: Session, reading: Decision | None, key: str = "SAN-1", now: datetime = NOW, checks: Sequence[CheckMade] = ()
) -> int | None:
    return reviews.ask(
        db, authority="CNIL", key=key, url="https://cnil.example/1", title="ACME", reasons=["no amount"],
        reading=reading.model_dump_json() if reading else "", now=now, checks=checks,
    )  # fmt: skip


def test_what_was_checked_is_kept_with_the_question_and_follows_the_newest_reading(db: Session) -> None:
    made = [CheckMade("an amount is stated", False, "no amount"), CheckMade("the date is possible", True, "2026-01-20")]
    number = ask(db, None, checks=made)
    assert number is not None
    db.expire_all()
    kept = reviews.get(db, number).checks
    ask(db, None, checks=made[:1])

    assert kept == tuple(made)
    assert reviews.get(db, number).checks == tuple(made[:1])


def said_yes(db: Session, reading: Decision | None, answer: Decision) -> int:
    """A question, and an answer that is stored; the decision's number."""
    number = ask(db, reading)
    assert number is not None
    saved = decisions.save(db, answer, (), now=NOW, origin="review")
    reviews.answer(db, number, "edited", author="Ana", note="", now=NOW, decision=answer, decision_id=saved.id)
    return saved.id


def said_no(db: Session, reading: Decision | None) -> int:
    number = ask(db, reading)
    assert number is not None
    reviews.answer(db, number, "rejected", author="Ana", note="an opinion", now=NOW)
    return number


def stored(db: Session, number: int) -> Stored:
    return decisions.get(db, number)


def test_an_answer_is_kept_with_author_time_and_decision(db: Session) -> None:
    number = said_yes(db, act(fine(None)), act())
    review = reviews.get(db, 1)

    assert (review.state, review.author, review.answered_at, review.decision_id) == ("edited", "Ana", NOW, number)
    assert Decision.model_validate_json(review.answer) == act()
    assert Decision.model_validate_json(review.reading) == act(fine(None))
    assert reviews.waiting(db) == []


def test_a_page_never_overwrites_what_a_person_answered(db: Session) -> None:
    number = said_yes(db, act(fine("500")), act(fine("5000")))

    saved = decisions.save(db, act(fine("500")), (), now=LATER, origin="poll")

    assert saved.disputed == ("the amount is EUR 500, not EUR 5,000",)
    assert saved.changes == ()
    assert stored(db, number).decision.sanctions[0].money == Money.of("5000", "EUR")


def test_a_page_that_says_no_more_than_a_person_fills_gaps_in_silence(db: Session) -> None:
    number = said_yes(db, None, act(reference=None))

    saved = decisions.save(db, act(published_on=date(2026, 1, 30)), (), now=LATER, origin="poll")

    assert (saved.disputed, saved.changes) == ((), ())
    assert stored(db, number).decision.published_on == date(2026, 1, 30)
    assert stored(db, number).decision.reference == "SAN-1"


@pytest.mark.parametrize(
    "reading",
    [None, act(fine(None)), act(), act(fine(words="elsewhere on the page")), act(fine(None), title="Another title")],
    ids=["nothing", "what was asked about", "the answer", "the answer from other words", "another title"],
)
def test_a_reading_that_a_person_has_seen_or_that_agrees_is_not_asked_about_again(
    db: Session, reading: Decision | None
) -> None:
    said_yes(db, act(fine(None)), act())

    assert ask(db, reading, now=LATER) is None


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (act(fine("800")), "the amount is EUR 800, not EUR 5,000"),
        (act(decided_on=date(2026, 1, 21)), "decided on 2026-01-21, not 2026-01-20"),
        (act(fine(), fine("1", "BOLT")), "also fine of EUR 1 for BOLT"),
    ],
)
def test_a_reading_that_contradicts_an_answer_is_a_new_question_that_says_so(
    db: Session, reading: Decision, words: str
) -> None:
    said_yes(db, act(fine(None)), act())

    assert ask(db, reading, now=LATER) == 2
    assert reviews.get(db, 2).reasons == (
        "Ana edited question 1 on 2026-02-10, and this reading contradicts it",
        words,
        "no amount",
    )
    reviews.answer(db, 2, "rejected", author="Ben", note="a misprint", now=LATER)
    assert ask(db, reading, now=LATER) is None
    assert ask(db, act(published_on=date(2026, 1, 30)), now=LATER) is None


def test_a_no_holds_until_the_page_says_something_that_nobody_has_seen(db: Session) -> None:
    said_no(db, act(fine(None)))

    assert ask(db, act(fine(None)), now=LATER) is None
    assert ask(db, None, now=LATER) is None
    assert ask(db, act(fine("700")), now=LATER) == 2
    assert "Ana rejected question 1" in reviews.get(db, 2).reasons[0]


def test_a_no_is_known_by_the_keys_of_the_act_until_somebody_says_yes(db: Session) -> None:
    said_no(db, act(fine(None)))
    assert reviews.rejected(db, "CNIL", {"other", "SAN-1"}) is not None
    assert reviews.rejected(db, "ICO", {"SAN-1"}) is None

    ask(db, act(fine("700")), now=LATER)
    reviews.answer(db, 2, "accepted", author="Ben", note="", now=LATER, decision=act(fine("700")))
    assert reviews.rejected(db, "CNIL", {"SAN-1"}) is None


def test_only_open_questions_are_withdrawn(db: Session) -> None:
    said_no(db, act(fine(None)))
    ask(db, None, key="other")

    assert reviews.withdraw(db, "CNIL", {"SAN-1", "other"}) == 1
    assert [reviews.get(db, number).state for number in (1, 2)] == ["rejected", "withdrawn"]
    assert ask(db, None, key="other") == 3


def test_a_persons_word_puts_right_every_fact_of_a_known_act(db: Session) -> None:
    first = decisions.save(db, act(fine("500", "ACM"), fine("90", "BOLT")), (), now=NOW, origin="poll")
    order = Sanction(party="ACME SAS", kind=Kind.REPRIMAND, evidence=Evidence(words="rappel", method="person"))
    right = act(order, fine("90", "BOLT"), fine("7", "CORE"), decided_on=date(2026, 1, 25))

    saved = decisions.save(db, right, (), now=LATER, origin="review")

    now = stored(db, first.id).decision
    assert saved.changes == (
        "the day of the decision is 2026-01-25, not 2026-01-20",
        "the party is ACME SAS, not ACM",
        "the kind is reprimand, not fine",
        "also fine of EUR 7 for CORE",
    )
    assert now.decided_on == date(2026, 1, 25)
    assert [(s.party, s.kind.value) for s in now.sanctions] == [
        ("ACME SAS", "reprimand"), ("BOLT", "fine"), ("CORE", "fine"),
    ]  # fmt: skip
    assert decisions.save(db, right, (), now=LATER, origin="review").changes == ()


def test_a_corrected_kind_and_party_count_in_totals(db: Session) -> None:
    decisions.save(db, act(fine("500", "ACM")), (), now=NOW, origin="poll")
    decisions.save(db, act(fine("900", "ACME SAS")), (), now=LATER, origin="review")
    acme = totals(db, company="Acme", as_of=LATER.date(), today=LATER.date())

    reprimand = Sanction(party="ACME SAS", kind=Kind.REPRIMAND, evidence=Evidence(words=""))
    decisions.save(db, act(reprimand), (), now=LATER, origin="review")
    none = totals(db, as_of=LATER.date(), today=LATER.date())

    assert acme.rows[0].native == {"EUR": 90_000}
    assert none.rows[0].native == {}


def test_what_an_answer_leaves_out_it_does_not_change() -> None:
    assert corrections(act(fine(), fine("90", "BOLT")), act(fine(None, None), reference=None, decided_on=None)) == []


def test_a_persons_yes_to_a_release_is_found_by_the_text_that_comes_later(db: Session) -> None:
    release = act(key="/fr/acme", reference=None, provisional=True, published_on=date(2026, 1, 22))
    number = said_yes(db, None, release)

    saved = decisions.save(db, act(fine("5000")), (), now=LATER, origin="poll")

    assert (saved.id, saved.is_new, saved.disputed) == (number, False, ())
    assert stored(db, number).decision.key == "SAN-1"
