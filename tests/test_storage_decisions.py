"""Decisions in the store: saved once, never overwritten, provisional ones merged, differences as dated events."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, func
from sqlmodel import Session, select

from scrapers.decision import Decision, Evidence, Kind, Money, Sanction
from storage import decisions, documents, events
from storage.database import transaction
from storage.decisions import Document, Saved
from storage.events import Event
from storage.tables import BodyRow, DecisionRow, SanctionRow

NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
DECIDED = date(2026, 1, 20)
EUR_5M = Money.of("5000000", "EUR")


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    with transaction(engine) as session:
        yield session


def fine(amount: str | None = "5000000", party: str | None = "ACME SAS", currency: str = "EUR") -> Sanction:
    money = None if amount is None else Money.of(amount, currency)
    return Sanction(party=party, kind=Kind.FINE, money=money, evidence=Evidence(words="une amende", method="digits"))


def order(party: str | None = "ACME SAS") -> Sanction:
    return Sanction(party=party, kind=Kind.ORDER, evidence=Evidence(words="enjoint"))


def act(*sanctions: Sanction, **facts: object) -> Decision:
    known: dict[str, object] = {
        "authority": "CNIL", "key": "SAN-2026-004", "reference": "SAN-2026-004", "url": "https://cnil.example/san",
        "title": "Délibération SAN-2026-004", "language": "fr", "decided_on": DECIDED,
    }  # fmt: skip
    return Decision.model_validate(known | facts | {"sanctions": sanctions or (fine(),)})


def release(*sanctions: Sanction, **facts: object) -> Decision:
    known: dict[str, object] = {
        "key": "/fr/sanction-acme", "reference": None, "provisional": True, "decided_on": None,
        "published_on": DECIDED + timedelta(days=6), "url": "https://cnil.example/fr/sanction-acme",
    }  # fmt: skip
    return act(*sanctions, **(known | facts))


def save(db: Session, decision: Decision, *papers: Document, now: datetime = NOW) -> Saved:
    return decisions.save(db, decision, papers, now=now, origin="poll")


def count(db: Session, table: type[DecisionRow] | type[SanctionRow] | type[BodyRow]) -> int:
    return db.exec(select(func.count()).select_from(table)).one()


def test_what_is_saved_comes_back_as_it_was(db: Session) -> None:
    rich = act(fine(), order().model_copy(update={"daily": Money.of("1000", "EUR"), "due_on": date(2026, 4, 1)}))
    rich = rich.model_copy(update={"aliases": ("CNILTEXT1",)})

    saved = save(db, rich)

    assert saved.is_new
    assert decisions.get(db, saved.id).decision == rich
    assert decisions.get(db, saved.id).first_seen_at == NOW


def test_saving_twice_stores_once_and_changes_nothing(db: Session) -> None:
    first = save(db, act())
    second = save(db, act(), now=NOW + timedelta(days=1))

    assert second == Saved(first.id, is_new=False, changes=())
    assert count(db, DecisionRow) == 1
    assert decisions.get(db, first.id).events == ()


def test_a_known_alias_finds_the_decision(db: Session) -> None:
    first = save(db, act(aliases=("CNILTEXT1",)))

    again = save(db, act(key="CNILTEXT1"))

    assert again.id == first.id
    assert decisions.find(db, "CNIL", "CNILTEXT1") == decisions.find(db, "CNIL", "SAN-2026-004")
    assert decisions.find(db, "ICO", "CNILTEXT1") is None


def test_two_acts_with_one_date_and_amount_stay_two(db: Session) -> None:
    save(db, act(fine(party="ACME SAS")))
    save(db, act(fine(party="ACME SAS"), key="SAN-2026-005"))

    assert count(db, DecisionRow) == 2


def test_a_release_becomes_the_decision_when_the_text_arrives(db: Session) -> None:
    first = save(db, release(fine(party="la société ACME")))

    second = save(db, act(fine(), order()))

    now = decisions.get(db, first.id).decision
    assert second.id == first.id
    assert not second.is_new
    assert (now.key, now.reference, now.provisional) == ("SAN-2026-004", "SAN-2026-004", False)
    assert now.aliases == ("/fr/sanction-acme",)
    assert [sanction.kind for sanction in now.sanctions] == [Kind.FINE, Kind.ORDER]
    assert count(db, DecisionRow) == 1


def test_a_release_after_the_decision_adds_an_alias_only(db: Session) -> None:
    first = save(db, act(fine()))

    second = save(db, release(fine()))

    assert second == Saved(first.id, is_new=False, changes=())
    assert decisions.find(db, "CNIL", "/fr/sanction-acme") is not None
    assert decisions.get(db, first.id).decision.key == "SAN-2026-004"


@pytest.mark.parametrize(
    "other",
    [
        act(fine(party="OTHER SAS")),
        act(fine("4000000")),
        act(fine(currency="GBP")),
        act(order()),
        act(decided_on=DECIDED - timedelta(days=80)),
        act(authority="ICO"),
    ],
    ids=["another party", "another amount", "another currency", "another kind", "too far in time", "another authority"],
)
def test_a_release_of_something_else_is_not_merged(db: Session, other: Decision) -> None:
    save(db, release(fine()))

    assert save(db, other).is_new


def test_a_release_that_may_be_two_decisions_is_merged_with_neither(db: Session) -> None:
    save(db, act(order(), key="SAN-2026-001"))
    save(db, act(order(), key="SAN-2026-002"))

    assert save(db, release(order())).is_new


def test_an_act_of_the_history_is_recognised_under_the_authority_s_key(db: Session) -> None:
    by_hand = act(fine(party="Acme"), key="acme", reference=None)
    first = decisions.save(db, by_hand, (), now=NOW, origin="history")

    assert save(db, act(fine())) == Saved(first.id, is_new=False)
    assert decisions.find(db, "CNIL", "SAN-2026-004") is not None


@pytest.mark.parametrize(
    "other",
    [
        act(fine("5000000.01")),
        act(decided_on=DECIDED + timedelta(days=1)),
        act(fine(party="OTHER SAS")),
        act(fine(), fine("100")),
        act(order()),
        act(reference="SAN-2026-009", key="SAN-2026-009"),
    ],
    ids=["another amount", "another day", "another party", "one fine more", "another kind", "another reference"],
)
def test_another_act_than_the_one_of_the_history_is_new(db: Session, other: Decision) -> None:
    decisions.save(db, act(fine(), key="acme"), (), now=NOW, origin="history")

    assert save(db, other if other.key != "SAN-2026-004" else other.model_copy(update={"reference": None})).is_new


def test_the_exact_amount_beats_the_rounded_one(db: Session) -> None:
    first = save(db, release(fine("7500000", currency="GBP"), authority="ICO"))

    second = save(db, act(fine("7552800", currency="GBP"), authority="ICO"))

    stored = decisions.get(db, first.id)
    assert second.changes == ("the amount is GBP 7,552,800, not GBP 7,500,000",)
    assert stored.decision.sanctions[0].money == Money.of("7552800", "GBP")
    assert db.exec(select(SanctionRow.amount_minor)).one() == 750_000_000


def test_the_rounded_amount_does_not_beat_the_exact_one(db: Session) -> None:
    first = save(db, act(fine("7552800", currency="GBP"), authority="ICO"))

    second = save(db, release(fine("7500000", currency="GBP"), authority="ICO"))

    assert second == Saved(first.id, is_new=False, changes=())


def test_a_correction_that_is_made_exact_settles(db: Session) -> None:
    first = save(db, act(fine("5000000")))
    save(db, act(fine("3000000")))

    exact = save(db, act(fine("3012345")))
    again = save(db, act(fine("3012345")))

    assert exact.changes == ("the amount is EUR 3,012,345, not EUR 3,000,000",)
    assert again.changes == ()
    assert decisions.get(db, first.id).decision.sanctions[0].money == Money.of("3012345", "EUR")


def test_an_amount_learnt_later_is_a_change(db: Session) -> None:
    first = save(db, act(fine(None)))

    second = save(db, act(fine("5000000")))

    assert second.changes == ("the amount is EUR 5,000,000",)
    assert decisions.get(db, first.id).decision.sanctions[0].money == EUR_5M


def test_an_amount_no_longer_stated_stays(db: Session) -> None:
    first = save(db, act(fine("5000000")))

    second = save(db, act(fine(None)))

    assert second.changes == ()
    assert decisions.get(db, first.id).decision.sanctions[0].money == EUR_5M


def test_a_corrected_amount_is_an_event_of_the_day_we_saw_it(db: Session) -> None:
    first = save(db, act(fine("5000000")))

    second = save(db, act(fine("3000000")), now=NOW + timedelta(days=3))
    third = save(db, act(fine("3000000")), now=NOW + timedelta(days=4))

    event = decisions.get(db, first.id).events[0]
    assert second.changes == ("the amount is EUR 3,000,000, not EUR 5,000,000",)
    assert third.changes == ()
    assert (event.happened_on, event.recorded_at) == (date(2026, 2, 13), NOW + timedelta(days=3))
    assert decisions.get(db, first.id).decision.sanctions[0].money == Money.of("3000000", "EUR")


def test_an_amount_that_goes_and_comes_back_is_told_each_time(db: Session) -> None:
    save(db, act(fine("5000000")))
    save(db, act(fine("3000000")))

    back = save(db, act(fine("5000000")))
    again = save(db, act(fine("3000000")))

    assert back.changes == ("the amount is EUR 5,000,000, not EUR 3,000,000",)
    assert again.changes == ("the amount is EUR 3,000,000, not EUR 5,000,000",)


def test_another_sanction_of_a_known_act_is_added(db: Session) -> None:
    first = save(db, act(fine()))

    second = save(db, act(fine(), fine("20000", party="BETA SARL")))

    parties = [sanction.party for sanction in decisions.get(db, first.id).decision.sanctions]
    assert second.changes == ("also fine of EUR 20,000 for BETA SARL",)
    assert parties == ["ACME SAS", "BETA SARL"]


def test_two_fines_on_one_party_are_told_apart_by_their_amounts(db: Session) -> None:
    save(db, act(fine("20000"), fine("50000")))

    assert save(db, act(fine("50000"), fine("20000"))).changes == ()


def test_a_name_taken_from_the_page_stays_with_us(db: Session) -> None:
    first = save(db, act(fine()))

    second = save(db, act(fine(party=None)))

    stored = decisions.get(db, first.id)
    assert second.changes == ()
    assert stored.decision.sanctions[0].party == "ACME SAS"
    assert events.state(stored.events, "publication", stored.sanction_ids[0], "live") == "anonymised"


def test_another_document_without_a_name_does_not_anonymise(db: Session) -> None:
    first = save(db, act(fine()))

    save(db, act(fine(party=None), url="https://cnil.example/news"))

    assert decisions.get(db, first.id).events == ()


def test_a_name_published_later_is_a_change_and_finds_its_company(db: Session) -> None:
    first = save(db, act(fine(party=None)))

    second = save(db, act(fine(party="ACME SAS")))

    stored = decisions.get(db, first.id)
    assert second.changes == ("the party is ACME SAS",)
    assert stored.decision.sanctions[0].party == "ACME SAS"
    assert stored.company_ids[0] is not None


def test_a_fine_that_is_gone_from_the_page_is_told_and_kept(db: Session) -> None:
    first = save(db, act(fine(), order()))

    second = save(db, act(order()))

    assert second.changes == ("no longer stated: fine for ACME SAS",)
    assert save(db, act(order()), now=NOW + timedelta(days=1)).changes == ()
    assert len(decisions.get(db, first.id).decision.sanctions) == 2


def test_a_large_amount_is_exact(db: Session) -> None:
    saved = save(db, act(fine("99999999999999.99")))

    assert decisions.get(db, saved.id).decision.sanctions[0].money == Money.of("99999999999999.99", "EUR")


def test_the_newest_decisions_come_first(db: Session) -> None:
    save(db, act(key="a"), now=NOW)
    save(db, act(key="b"), now=NOW + timedelta(hours=1))

    assert [stored.decision.key for stored in decisions.latest(db, 5)] == ["b", "a"]
    assert [stored.decision.key for stored in decisions.latest(db, 1)] == ["b"]


def test_an_unknown_number_is_an_error(db: Session) -> None:
    with pytest.raises(LookupError, match="no decision 7"):
        decisions.get(db, 7)


def test_equal_bytes_are_kept_once(db: Session) -> None:
    page = Document("https://cnil.example/san", "decision_page", b"<p>amende</p>" * 100, "text/html", NOW)
    first = save(db, act(key="a"), page)
    save(db, act(key="a"), page)
    save(db, act(key="b"), page)

    assert documents.of(db, first.id) == [page]
    assert count(db, BodyRow) == 1
    assert len(db.exec(select(BodyRow)).one().packed) < len(page.body)


def test_a_legal_state_can_be_left_again(db: Session) -> None:
    saved = save(db, act())
    for day, state in ((1, "appeal_pending"), (3, "remitted"), (2, "annulled")):
        assert events.record(db, saved.id, Event("legal", state, date(2026, 5, day), "https://court.example"), now=NOW)

    assert decisions.get(db, saved.id).legal_state(0) == "remitted"


def test_an_event_is_recorded_once(db: Session) -> None:
    saved = save(db, act())
    event = Event("payment", "paid", date(2026, 5, 1), "https://court.example")

    assert events.record(db, saved.id, event, now=NOW)
    assert not events.record(db, saved.id, event, now=NOW + timedelta(days=1))


def test_a_reduced_fine_has_a_current_amount_beside_the_imposed_one(db: Session) -> None:
    saved = save(db, act())
    reduced = Event("legal", "reduced", date(2026, 5, 1), money=Money.of("1000000", "EUR"))
    events.record(db, saved.id, reduced, now=NOW)

    stored = decisions.get(db, saved.id)
    assert stored.decision.sanctions[0].money == EUR_5M
    assert stored.current_money(0) == Money.of("1000000", "EUR")


def test_a_state_that_is_not_on_the_list_is_refused(db: Session) -> None:
    saved = save(db, act())

    with pytest.raises(ValueError, match="cancelled"):
        events.record(db, saved.id, Event("legal", "cancelled", DECIDED), now=NOW)
