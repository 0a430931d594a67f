"""Sums by the rules, and the story that must come out right."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from bot.views import totals as view
from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, events, visits
from storage.codes import UnknownAuthorityError, authority_code
from storage.database import transaction
from storage.events import Event
from storage.reckoning import rates, totals
from storage.reckoning.adding import LeftOut, Row
from storage.reckoning.totals import Totals
from storage.register import companies, groups
from storage.register.companies import UnknownCompanyError

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()
MILLION = 100_000_000


@pytest.fixture
def past(storied: Engine) -> Iterator[Session]:
    with transaction(storied) as session:
        yield session


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


def sanction(amount: str | None, party: str | None = "ACME", kind: Kind = Kind.FINE, **more: object) -> Sanction:
    currency = str(more.pop("currency", "EUR"))
    money = None if amount is None else Money.of(amount, currency)
    return Sanction.model_validate(
        {"party": party, "kind": kind, "money": money, "evidence": Evidence(words="…"), **more}
    )


def store(db: Session, key: str, *sanctions: Sanction, day: str | None = "2025-03-01", authority: str = "CNIL") -> int:
    decision = Decision(
        authority=authority, key=key, reference=key, url="https://cnil.example", title=key, language="fr",
        decided_on=date.fromisoformat(day) if day else None, sanctions=sanctions,
    )  # fmt: skip
    return decisions.save(db, decision, (), now=NOW, origin="poll").id


def happen(db: Session, decision_id: int, state: str, day: str, amount: str | None = None) -> None:
    money = None if amount is None else Money.of(amount, "EUR")
    events.record(db, decision_id, Event("legal", state, date.fromisoformat(day), money=money), now=NOW)


def ask(db: Session, **question: object) -> Totals:
    return totals.totals(db, today=TODAY, **question)  # type: ignore[arg-type]


def the_row(db: Session, **question: object) -> Row:
    (row,) = ask(db, **question).rows
    return row


def test_the_story_of_clearview_today(past: Session) -> None:
    answer = ask(past, company="Clearview AI")

    (row,) = answer.rows
    assert row.native == {"EUR": 60 * MILLION, "GBP": 755_280_000}
    assert (row.challenged_sanctions, row.challenged) == (1, {"GBP": 755_280_000})
    assert row.periodic_penalties == {"EUR": 520_000_000}
    assert (row.sanctions, row.decisions, row.undisclosed) == (4, 4, 0)
    assert (answer.definition, answer.date_basis, answer.as_of) == ("in-force", "decided_on", TODAY)
    assert answer.left_out == ()


def test_the_story_of_clearview_before_the_periodic_penalty(past: Session) -> None:
    row = the_row(past, company="Clearview AI", as_of=date(2022, 12, 31))

    assert row.native == {"EUR": 60 * MILLION, "GBP": 755_280_000}
    assert row.challenged == {}
    assert row.periodic_penalties == {}


def test_the_story_of_clearview_while_the_pounds_were_annulled(past: Session) -> None:
    answer = ask(past, company="Clearview AI", as_of=date(2024, 6, 1))

    assert answer.rows[0].native == {"EUR": 60 * MILLION}
    assert answer.left_out == (LeftOut("annulled", 1, {"GBP": 755_280_000}),)


def test_the_story_of_clearview_once_the_pounds_were_back(past: Session) -> None:
    row = the_row(past, company="Clearview AI", as_of=date(2025, 12, 31))

    assert row.native == {"EUR": 60 * MILLION, "GBP": 755_280_000}
    assert row.challenged == {"GBP": 755_280_000}


def test_the_four_authorities_of_clearview(past: Session) -> None:

    rows = {row.key: row.native for row in ask(past, company="Clearview AI", by="authority").rows}

    assert rows == {
        "CNIL": {"EUR": 20 * MILLION},
        "GARANTE": {"EUR": 20 * MILLION},
        "HDPA": {"EUR": 20 * MILLION},
        "ICO": {"GBP": 755_280_000},
    }


def test_as_first_imposed_an_annulled_fine_counts(db: Session) -> None:
    happen(db, store(db, "1", sanction("5000")), "annulled", "2025-06-01")

    assert the_row(db).native == {}
    assert the_row(db, definition="imposed").native == {"EUR": 500_000}


def test_a_reduced_fine_counts_at_its_current_amount(db: Session) -> None:
    happen(db, store(db, "1", sanction("5000")), "reduced", "2025-06-01", "2000")

    assert the_row(db).native == {"EUR": 200_000}
    assert the_row(db, as_of=date(2025, 5, 31)).native == {"EUR": 500_000}
    assert the_row(db, definition="imposed").native == {"EUR": 500_000}


@pytest.mark.parametrize(
    ("state", "challenged"),
    [("appeal_pending", 1), ("suspended", 1), ("remitted", 1), ("upheld", 0), ("final", 0)],
)
def test_what_is_under_challenge_counts_and_is_shown_again(db: Session, state: str, challenged: int) -> None:
    happen(db, store(db, "1", sanction("5000")), state, "2025-06-01")

    row = the_row(db)

    assert row.native == {"EUR": 500_000}
    assert row.challenged_sanctions == challenged


def test_a_joint_fine_counts_once_and_shows_at_each_party(db: Session) -> None:
    store(db, "1", sanction("9000", "ACME", joint="a"), sanction("9000", "BETA", joint="a"))

    assert the_row(db).native == {"EUR": 900_000}
    assert the_row(db).sanctions == 2
    assert {row.key: row.native["EUR"] for row in ask(db, by="company").rows} == {"ACME": 900_000, "BETA": 900_000}


def test_one_joint_label_in_two_acts_is_two_debts(db: Session) -> None:
    store(db, "1", sanction("9000", joint="a"))
    store(db, "2", sanction("9000", joint="a"))

    assert the_row(db).native == {"EUR": 1_800_000}


def test_an_unnamed_party_counts_for_the_authority_and_for_no_company(db: Session) -> None:
    store(db, "1", sanction("5000", None), sanction("100"))

    by_company = ask(db, by="company")

    assert the_row(db, authority="CNIL").native == {"EUR": 510_000}
    assert [(row.key, row.native) for row in by_company.rows] == [("ACME", {"EUR": 10_000})]
    assert by_company.left_out == (LeftOut("unnamed party", 1, {"EUR": 500_000}),)


def test_an_undisclosed_amount_is_counted_and_is_not_zero_money(db: Session) -> None:
    store(db, "1", sanction(None), sanction("5000"))

    row = the_row(db)

    assert (row.sanctions, row.undisclosed, row.native) == (2, 1, {"EUR": 500_000})


@pytest.mark.parametrize("kind", [Kind.NOTICE_OF_INTENT, Kind.PROSECUTION])
@pytest.mark.parametrize("definition", ["in-force", "imposed"])
def test_notices_of_intent_and_prosecutions_are_never_added(db: Session, kind: Kind, definition: str) -> None:
    store(db, "1", sanction("17000000", kind=kind))

    answer = ask(db, definition=definition)

    assert answer.rows[0].native == {}
    assert answer.left_out == (LeftOut(kind.value.replace("_", " "), 1, {"EUR": 17 * MILLION}),)


def test_a_periodic_penalty_stands_beside_the_fines(db: Session) -> None:
    store(db, "1", sanction("52000", kind=Kind.PERIODIC_PENALTY))

    row = the_row(db)

    assert (row.native, row.periodic_penalties, row.sanctions) == ({}, {"EUR": 5_200_000}, 0)


def test_orders_are_neither_added_nor_left_out(db: Session) -> None:
    store(db, "1", sanction(None, kind=Kind.ORDER), sanction(None, kind=Kind.REPRIMAND))

    answer = ask(db)

    assert (answer.rows[0].sanctions, answer.left_out) == (0, ())
    assert {row.key: row.sanctions for row in ask(db, by="kind").rows} == {"order": 1, "reprimand": 1}


def test_a_year_is_the_year_of_the_decision(db: Session) -> None:
    store(db, "1", sanction("1000"), day="2024-12-31")
    store(db, "2", sanction("20"), day="2025-01-01")
    store(db, "3", sanction("5"), day=None)

    answer = ask(db, year=2024)

    assert answer.rows[0].native == {"EUR": 100_000}
    assert answer.left_out == (LeftOut("no decision date", 1, {"EUR": 500}),)
    assert [row.key for row in ask(db, by="year").rows] == ["2024", "2025", "unknown"]


def test_what_was_decided_later_is_not_there_yet(db: Session) -> None:
    store(db, "1", sanction("1000"), day="2025-03-02")

    assert the_row(db, as_of=date(2025, 3, 1)).native == {}
    assert the_row(db, as_of=date(2025, 3, 2)).native == {"EUR": 100_000}


def test_pounds_become_euro_at_the_rate_of_the_decision_date_or_the_last_before(db: Session) -> None:
    store(db, "friday", sanction("1000", currency="GBP"), day="2025-02-28", authority="ICO")
    store(db, "sunday", sanction("1000", currency="GBP"), day="2025-03-02", authority="ICO")

    row = the_row(db)

    assert row.native == {"GBP": 200_000}
    assert row.eur is not None
    assert 240_000 < row.eur < 244_000
    assert row.eur % 2 == 0


def test_a_rate_is_the_bank_s_of_the_day_or_of_the_last_business_day_before() -> None:
    friday, sunday, monday = (rates.look_up("GBP", date(2025, month, day)) for month, day in ((2, 28), (3, 2), (3, 3)))

    assert sunday == friday
    assert sunday != monday
    assert friday is not None
    assert friday.rate_on == date(2025, 2, 28)
    assert rates.look_up("GBP", date(1998, 1, 1)) is None


def test_the_rate_used_is_kept(db: Session) -> None:
    store(db, "1", sanction("1000", currency="GBP"), day="2025-03-02", authority="ICO")

    assert rates.known(db) == {("GBP", date(2025, 3, 2)): rates.look_up("GBP", date(2025, 3, 2))}


def test_a_currency_without_a_rate_leaves_the_euro_unknown(db: Session) -> None:
    store(db, "1", sanction("1000", currency="XAU"), sanction("1", currency="EUR"))

    row = the_row(db)

    assert row.native == {"EUR": 100, "XAU": 100_000}
    assert row.eur is None


def test_a_subsidiary_counts_with_its_parent_of_the_decision_date_when_asked(db: Session) -> None:
    store(db, "1", sanction("1000", "PARENT"), sanction("20", "CHILD"), day="2024-06-01")
    store(db, "2", sanction("3", "CHILD"), day="2025-06-01")
    parent, child = companies.known(db, "PARENT"), companies.known(db, "CHILD")
    groups.set_parent(db, child.id, parent.id, until=date(2025, 1, 1), source="https://register.example")

    alone, together = ask(db, company="Parent"), ask(db, company="Parent", group=True)

    assert alone.rows[0].native == {"EUR": 100_000}
    assert alone.left_out == (LeftOut("subsidiary", 1, {"EUR": 2_000}),)
    assert together.rows[0].native == {"EUR": 102_000}
    assert {row.key: row.native["EUR"] for row in ask(db, by="company", group=True).rows} == {
        "PARENT": 102_000,
        "CHILD": 300,
    }


def test_a_company_cannot_be_its_own_ancestor(db: Session) -> None:
    store(db, "1", sanction("1", "PARENT"), sanction("1", "CHILD"))
    parent, child = companies.known(db, "PARENT"), companies.known(db, "CHILD")
    groups.set_parent(db, child.id, parent.id, source="https://register.example")

    with pytest.raises(ValueError, match="above and below"):
        groups.set_parent(db, parent.id, child.id, source="https://register.example")


def test_an_exact_amount_learnt_later_counts_from_the_decision_on(db: Session) -> None:
    store(db, "1", sanction("7500000", currency="GBP"), authority="ICO")
    store(db, "1", sanction("7552800", currency="GBP"), authority="ICO")

    assert the_row(db, as_of=date(2025, 3, 1)).native == {"GBP": 755_280_000}


def test_a_company_without_a_sanction_is_not_a_sum_of_zero(db: Session) -> None:
    store(db, "1", sanction("1", "Clearview AI"))

    with pytest.raises(UnknownCompanyError) as caught:
        ask(db, company="Clearwiew")

    assert caught.value.near == ("Clearview AI",)


def test_an_authority_never_read_is_told_from_one_that_was(db: Session) -> None:
    store(db, "1", sanction("1"), authority="CNIL")
    visits.succeeded(db, "ICO", "news", started_at=NOW, now=NOW, items_seen=1, new=0, refused=0, next_visit=NOW)

    assert ask(db).sources == (("CNIL", None), ("ICO", NOW))
    assert ask(db, authority="ICO").sources == (("ICO", NOW),)


@pytest.mark.parametrize("question", [{"by": "day"}, {"definition": "paid"}])
def test_a_word_that_is_not_on_the_list_is_refused(db: Session, question: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"day|paid"):
        ask(db, **question)


def test_the_largest_company_comes_first(db: Session) -> None:
    store(db, "1", sanction("10", "ACME"), sanction("30", "BETA"), sanction("20", "GAMMA"))

    assert [row.key for row in ask(db, by="company").rows] == ["BETA", "GAMMA", "ACME"]


def test_a_sanction_counts_in_the_row_of_each_article_it_names(db: Session) -> None:
    both = sanction("1000", articles=("GDPR 5(1)(a)", "GDPR 5(1)(f)", "FR LIL 82"))
    store(db, "1", both, sanction("20", articles=("GDPR 5",)), sanction("3"))

    answer = ask(db, by="article")

    assert [(row.key, row.native, row.sanctions) for row in answer.rows] == [
        ("GDPR 5", {"EUR": 102_000}, 2),
        ("FR LIL 82", {"EUR": 100_000}, 1),
    ]
    assert answer.left_out == (LeftOut("no article named", 1, {"EUR": 300}),)
    assert "the rows overlap" in "\n".join(view.footnotes(answer))


def test_one_article_and_one_kind_can_be_asked_for(db: Session) -> None:
    store(db, "1", sanction("1000", articles=("GDPR 5(1)(a)",)), sanction("20", articles=("GDPR 32",)))
    store(db, "2", sanction(None, kind=Kind.ORDER))

    assert the_row(db, article="gdpr 5").native == {"EUR": 100_000}
    assert the_row(db, kind="order").sanctions == 1
    assert the_row(db, kind="fine").native == {"EUR": 102_000}


def test_an_article_that_nobody_names_is_refused_with_the_nearest(db: Session) -> None:
    store(db, "1", sanction("1000", articles=("GDPR 5(1)(a)",)))

    with pytest.raises(ValueError, match="near are GDPR 5"):
        ask(db, article="GDPR 55")


def test_an_imported_authority_can_be_asked_for_and_an_unknown_one_is_refused_with_the_nearest(db: Session) -> None:
    store(db, "1", sanction("1000"), authority="DATATILSYNET-NO")

    assert authority_code(db, "datatilsynet-no", ("CNIL", "ICO")) == "DATATILSYNET-NO"
    assert authority_code(db, "cnil", ("CNIL", "ICO")) == "CNIL"
    with pytest.raises(UnknownAuthorityError, match="DATATILSYNET-NO"):
        authority_code(db, "datatilsynet", ("CNIL", "ICO"))


def test_footnotes_name_a_few_of_many_authorities_and_json_all(db: Session) -> None:
    for number in range(30):
        store(db, "1", sanction("1000"), authority=f"IMPORTED-{number:02}")
    visits.succeeded(db, "ICO", "news", started_at=NOW, now=NOW, items_seen=1, new=0, refused=0, next_visit=NOW)

    answer = ask(db)

    assert "Last read: ICO 2026" in view.footnotes(answer)[-1]
    assert "and 19 more" in view.footnotes(answer)[-1]
    assert "and 18 more" in "\n".join(view.sentences(answer))
    assert len(view.to_json(answer)["sources"]) == 31
