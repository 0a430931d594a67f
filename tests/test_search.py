"""Search over decisions: the same answers on both databases, in every alphabet, whatever is typed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete
from sqlmodel import Session

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, events
from storage.database import reading, transaction
from storage.events import Event
from storage.finding import searchable
from storage.finding.search import Found, Question, UnclearQuestionError, search
from storage.finding.search_tables import SearchSanctionRow, SearchTextRow, SearchWordRow
from storage.reckoning.sum_tables import MadeRow
from storage.register.companies import UnknownCompanyError

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
CLEARVIEW, COSMOTE, FREE = "Clearview", "Cosmote", "Free"


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


def fine(party: str, amount: str | None, currency: str = "EUR", **more: object) -> Sanction:
    money = None if amount is None else Money.of(amount, currency)
    words = more.pop("words", "…")
    return Sanction.model_validate(
        {"party": party, "kind": Kind.FINE, "money": money, "evidence": Evidence(words=str(words)), **more}
    )


def store(db: Session, key: str, title: str, *sanctions: Sanction, authority: str = "CNIL",
          day: str | None = "2025-03-01", published: str | None = None) -> int:  # fmt: skip
    act = Decision(
        authority=authority, key=key, reference=key, url="https://authority.example", title=title, language="el",
        decided_on=date.fromisoformat(day) if day else None,
        published_on=date.fromisoformat(published) if published else None, sanctions=sanctions,
    )  # fmt: skip
    return decisions.save(db, act, (), now=NOW, origin="poll").id


@pytest.fixture
def stored(db: Session) -> Session:
    """Three acts: of 2022 in English and pounds, of 2024 in Greek, of 2026 in French with two parties."""
    pounds = fine("Clearview AI Inc", "7552800", "GBP", articles=("GDPR 6",))
    store(db, "MPN-1", "Clearview AI Inc: monetary penalty", pounds, authority="ICO", day="2022-05-18",
          published="2022-05-23")  # fmt: skip
    greek = fine("COSMOTE", "6000000", articles=("GDPR 5(1)(a)", "GDPR 33"), words="επιβάλλει διοικητικό πρόστιμο")
    store(db, "4/2024", "Παραβίαση δεδομένων συνδρομητών", greek, authority="HDPA", day="2024-01-31")
    both = fine("FREE", "15000000"), fine("FREE MOBILE", "27000000")
    store(db, "SAN-2026-001", "Sanction à l’encontre de FREE", *both, day="2026-01-08", published="2026-01-14")
    return db


def keys(db: Session, **question: object) -> list[str]:
    return [found.decision.key for found in look(db, **question).decisions]


def look(db: Session, **question: object) -> Found:
    return search(db, Question(**question))  # type: ignore[arg-type]


def test_without_a_question_the_newest_come_first(stored: Session) -> None:
    assert keys(stored) == ["SAN-2026-001", "4/2024", "MPN-1"]
    assert (look(stored, limit=1).total, len(look(stored, limit=1).decisions)) == (3, 1)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("clearview", ["MPN-1"]),
        ("CLEARVIEW Penalty", ["MPN-1"]),
        ("προστιμο", ["4/2024"]),
        ("ΠΡΌΣΤΙΜΟ συνδρομητων", ["4/2024"]),
        ("παραβιαση", ["4/2024"]),
        ("free mobile", ["SAN-2026-001"]),
        ("mobi", ["SAN-2026-001"]),
        ("obile", []),
        ("SAN-2026-001", ["SAN-2026-001"]),
        ("free clearview", []),
        ("gdpr 33", ["4/2024"]),
    ],
)
def test_every_word_must_begin_a_word_of_the_act(stored: Session, words: str, found: list[str]) -> None:
    assert keys(stored, words=words) == found


@pytest.mark.parametrize(
    "words", ["a-b", "O'Neil", "C++", '"free', "100%", "_ree", "fr_e", "%", "a AND (b", "free*", "\\"]
)
def test_whatever_is_typed_is_only_words(stored: Session, words: str) -> None:
    try:
        assert keys(stored, words=words) in ([], ["SAN-2026-001"])
    except UnclearQuestionError as error:
        assert "holds no word" in str(error)  # noqa: PT017 - both answers are right


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=20).filter(lambda text: "\x00" not in text))
def test_no_text_breaks_the_search(engine: Engine, words: str) -> None:
    with reading(engine) as db:
        try:
            assert look(db, words=words).total == 0
        except UnclearQuestionError as error:
            assert "no word" in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"authority": "ICO"}, ["MPN-1"]),
        ({"company": "Cosmote"}, ["4/2024"]),
        ({"kind": "fine"}, ["SAN-2026-001", "4/2024", "MPN-1"]),
        ({"kind": "reprimand"}, []),
        ({"article": "GDPR 5"}, ["4/2024"]),
        ({"article": "gdpr 5(1)(A)"}, ["4/2024"]),
        ({"article": "GDPR 3"}, []),
        ({"article": "GDPR%"}, []),
        ({"since": date(2024, 1, 31)}, ["SAN-2026-001", "4/2024"]),
        ({"until": date(2024, 1, 31)}, ["4/2024", "MPN-1"]),
        ({"since": date(2026, 1, 10), "dates": "published"}, ["SAN-2026-001"]),
        ({"until": date(2026, 1, 31), "dates": "published"}, ["SAN-2026-001", "MPN-1"]),
        ({"least": Money.of("10000000", "EUR")}, ["SAN-2026-001"]),
        ({"most": Money.of("6000000", "EUR")}, ["4/2024"]),
        ({"least": Money.of("1", "GBP")}, ["MPN-1"]),
        ({"company": "Free Mobile", "most": Money.of("20000000", "EUR")}, []),
        ({"company": "Free", "most": Money.of("20000000", "EUR")}, ["SAN-2026-001"]),
    ],
)
def test_a_question_may_name_facts(stored: Session, question: dict[str, object], found: list[str]) -> None:
    assert keys(stored, **question) == found


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "parking ticket"},
        {"dates": "lunar"},
        {"words": "!?"},
        {"least": Money.of("1", "EUR"), "most": Money.of("2", "GBP")},
    ],
)
def test_a_question_that_cannot_be_asked_says_why(stored: Session, question: dict[str, object]) -> None:
    with pytest.raises(UnclearQuestionError):
        look(stored, **question)


def test_a_company_without_a_sanction_is_said_to_be_unknown(stored: Session) -> None:
    with pytest.raises(UnknownCompanyError):
        look(stored, company="Nobody Ltd")


def test_what_was_put_right_is_found_and_what_was_wrong_is_not(db: Session) -> None:
    decision_id = store(db, "1", "…", fine("ACME", "100"))
    sanction_id = decisions.get(db, decision_id).sanction_ids[0]
    for axis, state, value, money in (
        ("fact", "articles", ["GDPR 32"], None),
        ("legal", "reduced", None, Money.of("50", "EUR")),
        ("fact", "decided_on", "2020-01-01", None),
    ):
        told = Event(axis, state, date(2025, 3, 1), sanction_id=None if state == "decided_on" else sanction_id,
                     value=value, money=money)  # fmt: skip
        events.record(db, decision_id, told, now=NOW)

    assert keys(db, article="GDPR 32", most=Money.of("50", "EUR"), until=date(2020, 1, 1)) == ["1"]


def test_a_store_from_before_the_search_is_made_searchable(stored: Session) -> None:
    for table in (SearchTextRow, SearchWordRow, SearchSanctionRow, MadeRow):
        stored.exec(delete(table))

    assert keys(stored) == []
    assert searchable.build_if_missing(stored)
    assert not searchable.build_if_missing(stored)
    assert keys(stored, words="προστιμο") == ["4/2024"]
