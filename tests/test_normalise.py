"""Weighing the documents of one act: the decision before what is said of it, and never a guess."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.adapter import Account, Adapter, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Money, Sanction
from scrapers.normalise import Accepted, Doubtful, Dropped, Outcome, normalise
from scrapers.registry import adapter_of
from scrapers.rounding import is_rounding


def fine(amount: str | None, party: str = "ACME", currency: str = "EUR", kind: Kind = Kind.FINE) -> Sanction:
    money = None if amount is None else Money.of(amount, currency)
    return Sanction(party=party, kind=kind, money=money, evidence=Evidence(words=f"fined {amount}"))


def understood(*accounts: Account) -> Outcome:
    """What is made of an act whose documents, heaviest first, were read as these accounts."""
    forms = (Form.DECISION_TEXT, Form.DECISION_PAGE, Form.PRESS_RELEASE)
    passages = tuple(Passage(form, "", "fr") for form, _ in zip(forms, accounts, strict=False))
    raw = RawDecision("SAN-2026-003", "https://www.cnil.fr/x", "A title", passages)
    told = dict(zip(forms, accounts, strict=False))
    adapter: Adapter = replace(adapter_of("CNIL"), read=lambda _, passage: told[passage.form])
    return normalise(raw, adapter)


def test_a_text_that_is_read_with_certainty_is_accepted() -> None:
    outcome = understood(Account((fine("5000000"),), decided_on=date(2026, 1, 22)))

    assert isinstance(outcome, Accepted)
    assert outcome.decision.decided_on == date(2026, 1, 22)


def test_a_doubt_of_the_release_is_settled_by_the_decision() -> None:
    told = understood(Account((fine("5000000"),)), Account((fine(None),), doubts=("the amount stands elsewhere",)))

    assert isinstance(told, Accepted)


def test_a_doubt_of_the_decision_is_not_settled_by_the_release() -> None:
    told = understood(Account(doubts=("scanned",)), Account((fine("5000000"),)))

    assert isinstance(told, Doubtful)
    assert told.reasons == ("scanned",)


def test_documents_that_state_different_amounts_go_to_a_person() -> None:
    told = understood(Account((fine("5000000"),)), Account((fine("6000000"),)))

    assert isinstance(told, Doubtful)
    assert told.reasons == ("the documents of this act state different amounts",)


def test_a_rounded_amount_in_the_release_is_no_contradiction_and_the_exact_one_counts() -> None:
    told = understood(Account((fine("1715600"),)), Account((fine("1700000"),)))

    assert isinstance(told, Accepted)
    assert told.decision.sanctions[0].money == Money.of("1715600", "EUR")


def test_one_document_that_imposes_and_one_that_does_not_go_to_a_person() -> None:
    told = understood(Account(nothing="an opinion"), Account((fine("5000000"),)))

    assert isinstance(told, Doubtful)


def test_what_is_certainly_no_sanction_is_dropped_with_the_reason() -> None:
    assert understood(Account(nothing="an opinion")) == Dropped("an opinion")


def test_a_text_that_says_nothing_of_the_outcome_goes_to_a_person() -> None:
    told = understood(Account())

    assert isinstance(told, Doubtful)
    assert told.reasons == ("the text does not say what was decided",)


def test_an_act_whose_record_cannot_be_opened_says_so_as_the_reason() -> None:
    told = normalise(
        RawDecision("CNILTEXT1.xml", "", "the XML cannot be read: no element found", ()), adapter_of("CNIL")
    )

    assert isinstance(told, Doubtful)
    assert told.reasons == ("the XML cannot be read: no element found",)


def test_a_closing_is_an_event_and_no_sanction() -> None:
    assert isinstance(understood(Account((fine(None, kind=Kind.CLOSURE),))), Dropped)


@pytest.mark.parametrize(
    ("account", "reason"),
    [
        (Account((fine(None),)), "no amount could be read for the fine"),
        (Account((fine("5", currency="GBP"),)), "the amount is in GBP, the CNIL fines in EUR"),
        (Account((fine("0"),)), "the amount reads as zero"),
        (
            Account((fine("5"),), decided_on=date(2026, 2, 1), published_on=date(2026, 1, 1)),
            "decided on 2026-02-01, but made public on 2026-01-01",
        ),
    ],
)
def test_a_failed_check_goes_to_a_person(account: Account, reason: str) -> None:
    told = understood(account)

    assert isinstance(told, Doubtful)
    assert told.reasons == (reason,)
    assert told.decision is not None


@pytest.mark.parametrize(
    ("rounded", "exact"),
    [
        (170_000_000, 171_560_000),
        (1_447_000_000, 1_447_250_000),
        (120_000_000, 122_828_300),
        (7_900_000_000, 7_910_710_100),
    ],
)
def test_a_release_rounds(rounded: int, exact: int) -> None:
    assert is_rounding({"EUR": rounded}, {"EUR": exact})
    assert is_rounding({"EUR": exact}, {"EUR": rounded})


@pytest.mark.parametrize(("one", "other"), [(170_000_000, 191_560_000), (500, 600), (100_000, 1_000_000)])
def test_another_amount_is_no_rounding(one: int, other: int) -> None:
    assert not is_rounding({"EUR": one}, {"EUR": other})


@given(st.integers(min_value=1, max_value=10**12), st.integers(min_value=1, max_value=10**12))
def test_rounding_has_no_direction(one: int, other: int) -> None:
    assert is_rounding({"EUR": one}, {"EUR": other}) == is_rounding({"EUR": other}, {"EUR": one})
