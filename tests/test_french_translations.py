"""How the English releases of the CNIL are read. Every text is written for the test."""

from datetime import date

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.french import read
from tests.french import told


def translated(title: str, text: str, form: Form = Form.PRESS_RELEASE) -> Account:
    passage = Passage(form, text, "en")
    return read(RawDecision("key", "", title, (passage,)), passage)


def test_a_plain_fine_is_read_with_its_day_in_either_order() -> None:
    for day in ("3 May 2024", "May 3, 2024"):
        found = translated("CNIL fined ALPHA €2 million", f"On {day}, the CNIL fined ALPHA €2 million for its cookies.")

        assert told(found.sanctions) == [("fine", "ALPHA", 2_000_000)]
        assert (found.decided_on, found.doubts) == (date(2024, 5, 3), ())


def test_the_registered_name_comes_before_that_of_the_title() -> None:
    found = translated(
        "Cookies: OMEGA fined 2 million euros",
        "On 3 May 2024, the CNIL fined ALPHA BETA SERVICES LIMITED, of the OMEGA group, 2 million euros.",
    )

    assert told(found.sanctions) == [("fine", "ALPHA BETA SERVICES LIMITED", 2_000_000)]


def test_an_order_that_is_a_formal_notice_is_one() -> None:
    found = translated(
        "The CNIL orders ALPHA AI to stop collecting photographs",
        "The Chair of the CNIL gave formal notice to ALPHA AI to stop within two months.",
    )

    assert told(found.sanctions) == [("formal_notice", "ALPHA AI", None)]
    assert found.doubts == ()


def test_an_overdue_penalty_is_a_periodic_penalty_and_not_the_fine_before_it() -> None:
    found = translated(
        "ALPHA AI: overdue penalty payment",
        "On 11 April 2023 the CNIL imposed an overdue penalty payment of 4,400,000 euros on ALPHA AI. "
        "In 2022 it had fined the company 20 million euros.",
    )

    assert told(found.sanctions) == [("periodic_penalty", "ALPHA AI", 4_400_000)]
    assert found.doubts == ()


@pytest.mark.parametrize(
    "title",
    [
        "The CNIL closes the injunction issued against ALPHA",
        "The Council of State upholds the fine on ALPHA",
        "EDPB adopts a decision concerning ALPHA",
        "The CNIL opens a consultation on sanctions",
        "The powers of sanction of the CNIL",
    ],
)
def test_translated_news_without_a_new_measure_is_no_sanction(title: str) -> None:
    assert translated(title, "The CNIL had fined ALPHA 2 million euros.").nothing


def test_a_title_of_the_feed_without_a_word_of_a_sanction_is_none() -> None:
    title = "Publication of the AI how-to sheets"

    assert translated(title, title, Form.FEED_ITEM).nothing


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("ALPHA MOBILE and ALPHA fined a total of 42 million euros", "The CNIL fined ALPHA MOBILE and ALPHA."),
        ("The CNIL calls the ministry to order", "On 3 May 2024, the CNIL called the ministry to order."),
        ("ALPHA AI: overdue penalty payment", "The penalty is overdue, the CNIL says of ALPHA AI."),
    ],
)
def test_a_translation_of_more_than_a_plain_measure_goes_to_a_person(title: str, text: str) -> None:
    found = translated(title, text)

    assert found.nothing is None
    assert found.doubts
