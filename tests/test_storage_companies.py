"""When two names mean one company, and which company of ours a party is."""

import doctest
from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from storage import companies, company_names, facts, groups
from storage.company_names import company_key
from storage.database import transaction
from storage.known_companies import known
from storage.matching import compare

NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muster GmbH", "MUSTER"),
        ("la société MODÈLE", "Modele S.A.S.U."),
        ("Esempio S.r.l.s.", "ESEMPIO"),
        ("Esempio S. p. A.", "Esempio SpA"),
        ("Παράδειγμα Α.Ε.", "PARADEIGMA SA"),
        ("Παράδειγμα Μονοπρόσωπη Ι.Κ.Ε.", "ΠΑΡΑΔΕΙΓΜΑ ΙΚΕ"),
        ("EXAMPLE", "ΕΧΑΜPLE"),
        ("Intesa San Paolo", "Intesa Sanpaolo"),
        ("Ufficio per la ricerca", "Ufficio della ricerca"),
        ("Example Ltd (the Controller)", "Example Limited"),
        ("Organisation for Common Sense (OCS)", "OCS"),
    ],
)
def test_spelling_script_and_legal_form_do_not_make_two_companies(one: str, other: str) -> None:
    assert compare(one, other).verdict == "same"
    assert compare(other, one).verdict == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muster", "Muster Bank"),
        ("Muster France", "Muster Italia"),
        ("Muster Italia S.p.A.", "Muster España S.A.U."),
        ("Muster Ltd (Beispiel)", "Beispiel Ltd"),
        ("Muster Ltd (MB)", "MB Ltd"),
        ("Alfa Energia", "Alfa Energie"),
        ("Société Générale", "Générale"),
    ],
)
def test_a_likeness_is_never_enough_for_the_same(one: str, other: str) -> None:
    assert compare(one, other).verdict != "same"
    assert compare(other, one).verdict != "same"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Muster", "Muster Bank", "unsure"),
        ("Alfa Energia", "Alfa Energie", "unsure"),
        ("Muster", "Beispiel", "different"),
        ("Pôle Emploi", "FRANCE TRAVAIL", "same"),
        ("Hellenic Telecommunications Organization S.A.", "ΟΤΕ", "same"),
        ("LinkedIn Ireland", "Microsoft Corporation", "group"),
        ("WhatsApp Ireland Ltd", "Facebook Ireland Ltd", "group"),
    ],
)
def test_the_verdict_says_how_sure_we_are(one: str, other: str, verdict: str) -> None:
    assert compare(one, other).verdict == verdict
    assert compare(one, other).why


@given(st.text(), st.text())
def test_any_two_texts_have_one_verdict_whichever_comes_first(one: str, other: str) -> None:
    assert compare(one, other).verdict == compare(other, one).verdict
    assert compare(one, one).verdict == "same"


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert company_key(company_key(name)) == company_key(name)


def test_a_former_name_finds_the_company(db: Session) -> None:
    former = companies.resolve(db, "Facebook Ireland Limited", NOW)

    assert former == companies.resolve(db, "Meta Platforms Ireland Limited", NOW)
    assert companies.known(db, "facebook ireland").name == "Meta Platforms Ireland Limited"


def test_a_company_of_a_known_group_gets_its_parent_with_the_day(db: Session) -> None:
    child = companies.resolve(db, "British Airways", NOW)
    parent = companies.resolve(db, "International Consolidated Airlines Group", NOW)

    assert child is not None
    assert groups.ancestors(groups.edges(db), child, date(2020, 1, 1)) == [child, parent]
    assert groups.ancestors(groups.edges(db), child, date(2010, 1, 1)) == [child]


def test_one_company_however_it_is_spelled(db: Session) -> None:
    ids = {companies.resolve(db, name, NOW) for name in ("Μπουτάρης Ι.Κ.Ε.", "ΜΠΟΥΤΑΡΗΣ ΙΚΕ", "Boutaris")}

    assert len(ids) == 1


def test_a_name_within_another_is_another_company(db: Session) -> None:
    assert companies.resolve(db, "Free", NOW) != companies.resolve(db, "Free Mobile", NOW)
    assert companies.find(db, "Free Mob") is None
    assert "Free Mobile" in companies.near(db, "Free Mob")


@pytest.mark.parametrize("name", ["X", "XX", "société X", "Α", "[…]", "***", ""])
def test_letters_that_stand_for_a_name_are_no_company(db: Session, name: str) -> None:
    assert companies.resolve(db, name, NOW) is None


@pytest.mark.parametrize("module", [company_names, facts])
def test_the_examples_in_the_code_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)

    assert result.attempted > 0
    assert result.failed == 0


def test_no_name_of_the_known_companies_stands_for_two() -> None:
    company = known("EDF")

    assert company is not None
    assert all(known(name) == company for name in (company.name, *company.also))
