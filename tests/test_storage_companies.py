"""When two names mean one company, and which company of ours a party is."""

import doctest
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session
from typer.testing import CliRunner

from bot.cli import discover
from bot.deps import open_store
from bot.settings import Settings, SettingsError, load_settings
from scrapers.decision import Decision, Evidence, Kind, Sanction
from storage import facts
from storage.database import transaction
from storage.inserting import New, insert_all
from storage.names import company_names
from storage.names.company_names import company_key
from storage.names.known_companies import known
from storage.names.matching import compare
from storage.register import companies, company_questions, groups, subscriptions
from storage.register.companies import Mention

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


def resolved(db: Session, party: str, words: str = "", others: Sequence[str] = ()) -> int | None:
    mention = Mention.of(party, words, others)
    return companies.resolve_all(db, [mention], NOW)[mention]


def test_one_number_is_one_company_though_the_names_differ(db: Session) -> None:
    first = resolved(db, "MODÈLE (SIREN 732 829 320)")

    assert resolved(db, "Tout Autre Nom", "la société Tout Autre Nom, RCS Paris 732 829 320, est") == first
    assert companies.find(db, "Tout autre nom SAS") == companies.find(db, "Modèle")


def test_two_numbers_are_two_companies_though_the_names_are_equal(db: Session) -> None:
    first, second = resolved(db, "MODÈLE (SIREN 732 829 320)"), resolved(db, "MODÈLE (SIREN 542 065 479)")

    assert first != second
    assert resolved(db, "Modèle (SIREN 542 065 479)") == second
    assert resolved(db, "Modèle") == first


def test_a_number_learned_later_belongs_to_the_company_of_that_name(db: Session) -> None:
    first = resolved(db, "Modèle")

    assert resolved(db, "MODÈLE (SIREN 732 829 320)") == resolved(db, "Autre (SIRET 73282932000074)") == first


def test_a_number_in_the_evidence_of_a_decision_decides(db: Session) -> None:
    def fined(party: str, key: str) -> Decision:
        evidence = Evidence(words=f"inflige à {party} (SIREN 732 829 320) une amende")
        sanction = Sanction(party=party, kind=Kind.FINE, evidence=evidence)
        return Decision(authority="CNIL", key=key, reference=None, url="", title="", language="fr", decided_on=None,
                        sanctions=(sanction,))  # fmt: skip

    insert_all(db, [New(fined("MODÈLE", "1"), NOW), New(fined("EXEMPLE", "2"), NOW)], origin="poll", now=NOW)

    assert companies.find(db, "Exemple") == companies.find(db, "Modèle") is not None


def test_another_legal_form_is_another_company(db: Session) -> None:
    ids = [companies.resolve(db, name, NOW) for name in ("Muster GmbH", "Muster Ltd", "Muster S.p.A.")]

    assert len(set(ids)) == 3
    assert [companies.resolve(db, name, NOW) for name in ("MUSTER GMBH", "Muster Limited", "Muster SpA")] == ids


def test_a_company_in_the_other_alphabet_and_one_with_a_former_name_are_found(db: Session) -> None:
    assert companies.resolve(db, "Παραδειγμόπουλος Α.Ε.", NOW) == companies.resolve(db, "Paradigmopoulos SA", NOW)
    assert companies.resolve(db, "Screw Ltd", NOW) == companies.resolve(db, "Bolt Ltd (formerly Screw Ltd)", NOW)


def test_names_that_look_alike_are_found_after_companies_come_and_go(engine: Engine) -> None:
    with transaction(engine) as db:
        companies.resolve(db, "Muster Bank", NOW)
        assert companies.near(db, "Muster") == ["Muster Bank"]
    with Session(engine) as db:
        companies.resolve(db, "Muster Versand", NOW)
        assert len(companies.near(db, "Muster")) == 2
        db.rollback()
    with transaction(engine) as db:
        companies.resolve(db, "Beispiel Versand", NOW)
        assert companies.near(db, "Muster") == ["Muster Bank"]
        assert companies.near(db, "Beispeil Versand") == ["Beispiel Versand"]


def test_a_company_nearly_named_like_another_is_asked_about(db: Session) -> None:
    companies.resolve(db, "Clearsight Analytics", NOW)
    companies.resolve(db, "Clearsigth Analytics", NOW)
    companies.resolve(db, "Quite Another", NOW)

    (question,) = company_questions.waiting(db)
    assert (question.newer.name, question.older.name) == ("Clearsigth Analytics", "Clearsight Analytics")


def test_a_person_says_that_two_are_one_and_everything_goes_along(db: Session) -> None:
    older, newer = (resolved(db, name) for name in ("Clearsight Analytics", "Clearsigth Analytics (SIREN 732 829 320)"))
    subscriptions.track(db, "Clearsight Analytics", NOW)
    subscriptions.track(db, "Clearsigth Analytics", NOW)

    question = company_questions.waiting(db)[0]
    company_questions.answer(db, question.number, "same", author="A. Editor", now=NOW)

    assert newer != older
    assert resolved(db, "Clearsigth Analytics") == resolved(db, "Autre Nom (SIREN 732 829 320)") == older
    assert [company.id for company in subscriptions.tracked(db)] == [older]
    assert company_questions.waiting(db) == []


def test_a_person_says_that_two_are_two_and_is_not_asked_again(db: Session) -> None:
    ids = [companies.resolve(db, name, NOW) for name in ("Alfa Energia", "Alfa Energie")]
    question = company_questions.waiting(db)[0]
    company_questions.answer(db, question.number, "different", author="A. Editor", now=NOW, note="two registers")

    assert [companies.resolve(db, name, NOW) for name in ("Alfa Energia", "Alfa Energie")] == ids
    assert company_questions.waiting(db) == []
    with pytest.raises(company_questions.AnswerError, match="no open question"):
        company_questions.answer(db, question.number, "same", author="A. Editor", now=NOW)


def test_questions_about_a_company_that_was_joined_go_on_with_the_other(db: Session) -> None:
    for name in ("Alfa Energia", "Alfa Energie", "Alfa Energies"):
        companies.resolve(db, name, NOW)
    first, *others = company_questions.waiting(db)
    company_questions.answer(db, first.number, "same", author="A. Editor", now=NOW)
    left = company_questions.waiting(db)

    assert len(others) == 2
    assert [(each.newer.name, each.older.name) for each in left] == [("Alfa Energies", "Alfa Energia")]


def test_the_command_line_lists_and_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FINEWATCH_DATA_DIR", str(tmp_path))
    store, run = open_store(load_settings()), CliRunner().invoke
    with transaction(store) as db:
        number = max((question.number for question in company_questions.waiting(db)), default=0) + 1
        for name in ("Clearsight Analytics", "Clearsigth Analytics"):
            companies.resolve(db, name, NOW)

    assert "Is “Clearsigth Analytics” the company “Clearsight Analytics”?" in run(discover(), ["companies"]).output
    assert run(discover(), ["companies", "same", str(number), "--by", "A. Editor"]).exit_code == 0
    assert "Clearsigth" not in run(discover(), ["companies", "list", "--json"]).output
    assert run(discover(), ["companies", "different", str(number), "--by", "A. Editor"]).exit_code == 2


def test_a_wrong_file_of_companies_in_the_data_folder_stops_with_one_sentence(tmp_path: Path) -> None:
    tmp_path.joinpath("companies.toml").write_text('[[company]]\nname = "Muster"\nalias = "x"', encoding="utf-8")

    with pytest.raises(SettingsError, match="company “Muster”: alias"):
        open_store(Settings(data_dir=tmp_path))
