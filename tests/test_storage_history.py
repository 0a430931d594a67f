"""The known past: what ships is sound, what is not understood is refused."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from scrapers.decision import Money
from storage import decisions, history
from storage.database import transaction

NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
ACT = """
[[decision]]
authority = "CNIL"
key = "SAN-2024-001"
url = "https://cnil.example/san"
title = "Délibération"
language = "fr"
decided_on = 2024-05-06
"""
FINE = '[[decision.sanction]]\nparty = "ACME"\nkind = "fine"\namount = "1000.00"\ncurrency = "EUR"\n'
OTHER_FINE = FINE.replace("ACME", "BETA")
EVENT = '[[decision.event]]\naxis = "legal"\nstate = "reduced"\non = 2025-01-02\nsource = "https://court.example"\n'


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.toml"


def load(db: Session, file: Path, text: str, until: date | None = None) -> int:
    file.write_text(text, "utf-8")
    return history.load(db, now=NOW, until=until, file=file)


def the_act(db: Session) -> decisions.Stored:
    stored = decisions.find(db, "CNIL", "SAN-2024-001")
    assert stored is not None
    return stored


def test_all_that_ships_can_be_loaded_again_without_doubles(db: Session) -> None:
    count = history.load(db, now=NOW)

    assert history.load(db, now=NOW) == count
    assert len(decisions.latest(db, count + 1)) == count
    assert {stored.origin for stored in decisions.latest(db, count)} == {"history"}


def test_only_what_was_decided_by_a_day_is_loaded(db: Session, file: Path) -> None:
    assert load(db, file, ACT + FINE, until=date(2024, 5, 5)) == 0
    assert load(db, file, ACT + FINE, until=date(2024, 5, 6)) == 1


def test_an_event_changes_the_sanctions_of_the_party_it_names(db: Session, file: Path) -> None:
    event = EVENT + 'party = "Beta SAS"\namount = "10.00"\ncurrency = "EUR"\n'
    load(db, file, ACT + FINE + OTHER_FINE + event)

    act = the_act(db)
    assert [act.legal_state(0), act.legal_state(1)] == ["imposed", "reduced"]
    assert [act.current_money(0), act.current_money(1)] == [Money.of(1000, "EUR"), Money.of(10, "EUR")]


def test_an_event_without_a_party_changes_the_whole_act(db: Session, file: Path) -> None:
    load(db, file, ACT + FINE + OTHER_FINE + EVENT)

    act = the_act(db)
    assert [act.legal_state(0), act.legal_state(1)] == ["reduced", "reduced"]


def test_a_fine_whose_amount_is_not_known_says_so(db: Session, file: Path) -> None:
    load(db, file, ACT + '[[decision.sanction]]\nkind = "fine"\nundisclosed = true\n')

    assert the_act(db).decision.sanctions[0].money is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ACT + '[[decision.sanction]]\nkind = "fine"\n', "undisclosed"),
        (ACT + FINE + "undisclosed = true\n", "undisclosed"),
        (ACT + FINE + "amonut = 3\n", "amonut"),
        (ACT + FINE.replace('"fine"', '"amende"'), "amende"),
        (ACT + FINE + EVENT.replace("reduced", "cancelled"), "cancelled"),
        (ACT + FINE + EVENT + 'party = "BETA"\n', "does not have"),
        (ACT + "colour = 1\n" + FINE, "colour"),
    ],
)
def test_what_is_not_understood_is_refused(db: Session, file: Path, text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        load(db, file, text)
