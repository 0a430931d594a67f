"""What English news tells beside the news: earlier cases, claims, quotations, what comes after. The texts are ours."""

import pytest

from scrapers.meaning.english.announcement import is_announced
from tests.english import facts, news


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme Ltd was fined £5,000 in 2021.",
        "Since launching our plan we have fined Acme.",
        "Acme Ltd was issued with an enforcement notice in May 2021.",
        "It sold the list to a director whose firm was fined £5,000.",
        "The emails tell people that they have been fined £400.",
        "No reprimand or fine has been issued.",
        "It isn't right that Acme was fined.",
        "She led the inquiry, which resulted in Acme being fined.",
        "The Irish Data Protection Commission has fined Acme.",
        "We issued Acme with a £5m fine last week.",
    ],
)
def test_what_is_told_in_passing_is_not_announced(sentence: str) -> None:
    assert not is_announced(sentence, "GBP")


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme Ltd has been fined £5,000 for calls made in 2021.",
        "We have issued a reprimand to Acme Council.",
        "The company that made the calls has been fined.",
    ],
)
def test_the_time_of_the_offence_and_a_clause_about_it_hide_no_announcement(sentence: str) -> None:
    assert is_announced(sentence, "GBP")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("ICO closes its inquiry into Acme", "We take no action. No fine or reprimand has been issued."),
        ("ICO seeks permission to appeal", "The ICO will appeal. In May 2022 it fined Acme £5m. Last month it lost."),
        ("Director of nuisance call firm banned", "Bob, whose firm was fined £90,000 by the ICO, was disqualified."),
        ("Acme fined €1.2 billion by Irish regulator: our response", "We note the decision."),
        ("Operation to recover £2.1m in unpaid fines", "Acme Ltd, which was fined £150,000, is in liquidation."),
        ("ICO prosecution statistics", "In 2025 there were 9 convictions. The average fine was £420."),
        ("ICO warns of fake fines", "Emails tell firms that they have been fined £400 and ask them to pay."),
        ("PECR fines rise to £17.5m", "The Act received Royal Assent. Fines rise from £500,000 to £17.5m."),
        ("What is the data protection fee?", "Firms must pay the data protection fee of £40."),
        ("Our plans for AI", 'Bob said: "Trust matters to all of us. We fined Acme £5m and ordered Sample to stop."'),
        ("Our work in 2025", "A blog by Bob Smith\nWe have fined Acme Ltd £5,000, and it was right to."),
    ],
)  # fmt: skip
def test_a_story_that_imposes_nothing_new_is_dropped(title: str, text: str) -> None:
    account = news(title, text)

    assert account.sanctions == ()
    assert account.nothing


def test_a_quotation_over_several_paragraphs_announces_nothing() -> None:
    quoted = '"It is deeply regrettable that this happened to these people.\n"We fined Acme £5,000 for the first time.'

    assert news("Our statement on Acme", f"Bob said:\n{quoted}\n").nothing


def test_a_title_of_another_sort_does_not_hide_a_fine_that_the_text_begins_with() -> None:
    account = news("Debt advice gone wrong", "The ICO has fined Acme Ltd £5,000 for making calls.")

    assert account.nothing is None
    assert facts(account) == [("Acme Ltd", "fine", "5000.00 GBP")]
    assert account.doubts


def test_the_crown_prosecution_service_can_be_fined_without_a_court() -> None:
    account = news("Crown Prosecution Service fined £5,000", "The ICO has fined the Crown Prosecution Service £5,000.")

    assert facts(account) == [("Crown Prosecution Service", "fine", "5000.00 GBP")]


def test_a_fine_that_the_title_names_may_be_counted_far_below_it() -> None:
    filler = "It lost the data of users. " * 8

    account = news("Acme Trust fined for losing data", f"{filler}The charity has been fined £25,000.")

    assert facts(account) == [("Acme Trust", "fine", "25000.00 GBP")]


def test_an_earlier_fine_of_somebody_else_far_below_is_not_the_one_in_the_title() -> None:
    filler = "It lost the data of users. " * 8

    account = news("Acme Trust fined for losing data", f"{filler}The ICO has fined Sample Ltd £10,000.")

    assert facts(account) == [("Acme Trust", "fine", None)]


def test_emails_intended_for_somebody_are_no_intent_to_fine() -> None:
    account = news("A £7,500 fine", "We fined Acme Trust £7,500 for a breach where emails intended for few went out.")

    assert facts(account) == [("Acme Trust", "fine", "7500.00 GBP")]


def test_an_earlier_fine_of_another_names_no_payer() -> None:
    account = news(
        "Northern company fined £12,000",
        "Acme Calls Limited made the calls.\nThe ICO has fined the company £12,000.\n"
        "In September 2021 it also fined Sample Ltd £5,000.",
    )

    assert facts(account) == [("Acme Calls Limited", "fine", "12000.00 GBP")]
