"""How English news says that a sanction is imposed, and by whom: what is told otherwise is dropped or asked about."""

import pytest

from scrapers.adapter import Form
from scrapers.meaning.english.imposing import imposes
from tests.english import facts, news

SAYS_SO = "The Information Commissioner’s Office said that data was lost."


@pytest.mark.parametrize(
    "sentence",
    [
        "We have fined Acme Ltd £5,000 for spam.",
        "Acme, which sells 1,000,000 roofs, has been hit with a £1.2m fine.",
        "A monetary penalty of £5,000 has been issued.",
        "Acme must pay £5,000.",
        "After an investigation, the ICO reprimanded Acme.",
    ],
)
def test_a_main_clause_imposes(sentence: str) -> None:
    assert imposes(sentence, "GBP")


@pytest.mark.parametrize(
    "sentence",
    [
        "A company fined £5,000 by the ICO has closed.",
        "The man who led the work that saw Acme fined £5m is to leave.",
        "It lodged a challenge against a £5m fine issued by the ICO.",
        "Campaigners want the ICO to issue a fine.",
        "In October, the ICO fined Acme £5m.",
        "It comes two months after Acme was fined £5m.",
    ],
)
def test_what_a_sentence_only_recalls_imposes_nothing(sentence: str) -> None:
    assert not imposes(sentence, "GBP")


@pytest.mark.parametrize("title", ["£5,000 fine for Acme", "Acme's £5,000 fine", "Acme fined"])
def test_a_headline_may_impose_without_a_verb_of_its_own(title: str) -> None:
    assert imposes(title, "GBP", is_title=True)


@pytest.mark.parametrize("title", ["Firm fined £5,000 closes", "Acme to fight £5,000 fine", "More fines for spam"])
def test_a_headline_that_says_something_else_of_a_fine_imposes_nothing(title: str) -> None:
    assert not imposes(title, "GBP", is_title=True)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Acme Water fined £5m", "Acme Water has been fined £5m by Ofwat. The ICO was told of lost data."),
        ("Ofcom fines Acme", "Acme kept data badly. The ICO fined it £20,000 over calls in 2023."),
        ("Acme Stores fined over old food", "Acme Stores has been fined £7m after it sold food that was out of date."),
        ("Texts cost Acme dear", "The Acme Services Authority has fined Sample Ltd £1m for texts."),
        ("Acme settles with passengers", "They sued over their data. The ICO fined the airline £20m at the time."),
        ("Acme loses bid to have £5m fine thrown out", "Acme had claimed that the ICO had no power over its data."),
    ],
)
def test_news_of_others_and_of_what_came_before_is_dropped(title: str, text: str) -> None:
    assert news(title, text).nothing


def test_a_fine_that_no_clause_imposes_is_not_accepted() -> None:
    account = news(
        "Firm fined £5,000 over calls closes", "A firm called Acme Ltd, fined £5,000 by the ICO, has closed."
    )

    assert account.sanctions == ()


def test_a_fine_after_work_with_another_authority_is_the_authoritys_own() -> None:
    text = f"Acme Ltd was fined £5m for losing data. {SAYS_SO} The Dutch data authority also fined Acme."

    assert facts(news("Acme fined after joint work with Canadian regulator", text)) == [
        ("Acme Ltd", "fine", "5000000.00 GBP")
    ]


def test_news_that_does_not_say_who_decided_goes_to_a_person() -> None:
    account = news("Acme Ltd fined £5,000", "Acme Ltd has been fined £5,000 after emails were lost.")

    assert "the text does not say which authority decided" in account.doubts
    assert not news("Acme Ltd fined £5,000", f"Acme Ltd has been fined £5,000. {SAYS_SO}").doubts


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        ("He copied data, was prosecuted by the ICO and pleaded guilty at Acme Crown Court.", False),
        ("He copied data and pleaded guilty at Acme Crown Court after work by the Crown Prosecution Service.", True),
        ("The ICO knows of the lost data.", True),
    ],
)
def test_a_case_before_a_court_is_the_authoritys_where_it_brought_it(text: str, *, is_doubted: bool) -> None:
    assert bool(news("Former worker sentenced over data", text).doubts) is is_doubted


def test_an_agencys_byline_makes_no_blog_of_a_report() -> None:
    account = news("Acme Ltd fined £5,000", f"By Ann Sample\nAcme Ltd has been fined £5,000. {SAYS_SO}")

    assert facts(account) == [("Acme Ltd", "fine", "5000.00 GBP")]


def test_a_list_gives_each_sum_to_the_name_before_it() -> None:
    account = news(
        "Two firms fined £340,000",
        "We fined two firms a total of £340,000. Acme Ltd was fined £120,000 for texts, and Sample Ltd £220,000.",
    )

    assert facts(account) == [("Acme Ltd", "fine", "120000.00 GBP"), ("Sample Ltd", "fine", "220000.00 GBP")]


@pytest.mark.parametrize(
    ("title", "text", "party"),
    [
        ("AS fined £5,000", "Acme Stores has been fined £5,000 by the ICO.", "Acme Stores"),
        ("Firm fined", "The ICO has fined outsourcing group Acme £5,000 over lost data.", "Acme"),
    ],
)
def test_initials_and_a_trade_give_way_to_the_name(title: str, text: str, party: str) -> None:
    assert facts(news(title, text, Form.PRESS_RELEASE)) == [(party, "fine", "5000.00 GBP")]


def test_a_foreign_acts_article_is_none_of_the_gdpr() -> None:
    text = "We fined Acme Ltd £5,000 for infringing Article 82 of the French Data Protection Act and Article 32 GDPR."

    assert news("Acme fined", text).sanctions[0].articles == ("GDPR 32",)


def test_the_month_of_may_is_no_possibility() -> None:
    assert imposes("On 3 May 2024, the ICO fined Acme £2 million for its calls.", "GBP")
    assert not imposes("The ICO may fine Acme £2 million for its calls.", "GBP")
