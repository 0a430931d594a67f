"""What English news announces, for whom. The sentences are ours, in the manner of the ICO."""

from datetime import date
from decimal import Decimal

import pytest

from scrapers.adapter import Form
from tests.english import facts, news


def test_a_title_that_names_a_fine_without_a_sum_says_where_the_sum_stands() -> None:
    account = news("Acme Data Ltd fined for nuisance calls", "", Form.FEED_ITEM)

    assert facts(account) == [("Acme Data Ltd", "fine", None)]
    assert account.doubts == ("the title names a fine; the amount stands in the decision",)


def test_news_tells_a_rounded_sum_first_and_the_exact_one_and_the_full_name_later() -> None:
    account = news(
        "Password firm fined £1.3m by ICO",
        "We have fined password manager provider Acme UK Ltd £1,318,447 for a breach.",
    )

    assert facts(account) == [("Acme UK Ltd", "fine", "1318447.00 GBP")]


def test_news_of_a_combined_sum_is_split_over_its_companies() -> None:
    account = news("Acme fined £14m", "We have fined Acme plc £8m and Acme Pensions Limited £6m. We had proposed £45m.")

    assert facts(account) == [
        ("Acme plc", "fine", "8000000.00 GBP"),
        ("Acme Pensions Limited", "fine", "6000000.00 GBP"),
    ]


def test_news_of_a_provisional_fine_is_a_notice_of_intent() -> None:
    account = news(
        "ICO provisionally fines Acme £6m", "We have provisionally decided to fine Acme Software Ltd £6.19m."
    )

    assert facts(account) == [("Acme Software Ltd", "notice_of_intent", "6190000.00 GBP")]


@pytest.mark.parametrize(
    "aside",
    [
        "The fine would have been £300,000 without our approach.",
        "This is down from a provisional £6.19m.",
        "The maximum fine is £17.5m or 4% of turnover.",
        "In 2022 it paid a fine of £10m elsewhere.",
    ],
)
def test_other_sums_of_a_news_item_are_not_the_fine(aside: str) -> None:
    account = news("Acme fined", f"We have today fined Acme Trust Ltd £7,500 for a data breach. {aside}")

    assert facts(account) == [("Acme Trust Ltd", "fine", "7500.00 GBP")]


def test_news_of_a_fine_on_somebody_unnamed_is_a_doubt() -> None:
    account = news(
        "Fine for firm which made calls", "A Leeds company which made calls has been fined £20,000 by the ICO."
    )

    assert facts(account) == [(None, "fine", "20000.00 GBP")]
    assert account.doubts


def test_one_sum_told_of_several_names_is_a_doubt() -> None:
    assert news("Acme, Example Sports and Sample fined £465,000 for messages", "").doubts


def test_news_of_an_order_beside_a_fine_states_both() -> None:
    account = news(
        "Acme Ltd fined £50,000", "The ICO has also issued Acme with an Enforcement Notice ordering them to stop."
    )

    assert facts(account) == [("Acme Ltd", "fine", "50000.00 GBP"), ("Acme Ltd", "order", None)]


def test_news_of_a_person_before_a_court_is_a_prosecution() -> None:
    account = news(
        "Former worker fined £320", "She took data, pleaded guilty at Leeds Magistrates’ Court and was fined £320."
    )

    assert facts(account) == [(None, "prosecution", "320.00 GBP")]


def test_news_of_a_ruling_waits_for_a_person() -> None:
    account = news("Tribunal upholds £150,000 fine on Acme Ltd", "The First-tier Tribunal has dismissed the appeal.")

    assert account.sanctions == ()
    assert account.doubts


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("New guidance on encryption", "Our guidance helps organisations to keep information safe."),
        ("New guidance on encryption", "Failure to comply may lead to fines of up to £17.5m."),
    ],
)
def test_news_that_imposes_nothing_is_dropped(title: str, text: str) -> None:
    assert news(title, text).nothing


def test_other_authorities_english_news_is_read_in_their_currency() -> None:
    account = news(
        "Dutch SA fines Acme",
        "The Dutch SA imposed a fine of EUR 31.5 million on Acme AI Inc. for its database.",
        home="EUR",
    )

    assert facts(account) == [("Acme AI Inc", "fine", "31500000.00 EUR")]


def test_a_daily_rate_belongs_to_the_order_and_is_no_fine() -> None:
    account = news(
        "ACME fined 20 million euros",
        "The committee fined ACME LLC 20 million euros. It also issued an injunction to comply in two months, under a "
        "penalty of 100,000 euros per day of delay.",
        home="EUR",
    )

    assert facts(account) == [("ACME LLC", "fine", "20000000.00 EUR"), ("ACME LLC", "order", None)]
    assert account.sanctions[1].daily is not None
    assert account.sanctions[1].daily.amount == Decimal(100_000)


def test_an_order_under_a_daily_penalty_is_no_fine() -> None:
    account = news(
        "Order against ACME",
        "The CNIL ordered ACME LLC to comply, under a penalty of 100,000 euros per day.",
        home="EUR",
    )

    assert facts(account) == [("ACME LLC", "order", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We may issue a reprimand to Acme Ltd.",
        "In 2022 we issued a reprimand to Acme Ltd.",
        "In 2022 the ICO fined Acme Ltd £7.5m.",
        "A code of practice is ready. It is long. It is new. Last month we fined Acme Ltd £7,500.",
    ],
)
def test_what_may_be_or_once_was_imposed_is_not_announced(sentence: str) -> None:
    assert news("Our work on faces", f"Today we speak of faces. {sentence}").sanctions == ()


def test_a_title_and_a_dateline_are_told_apart_from_the_first_sentence() -> None:
    title = "Dutch SA: fine of 4.5 million euro for Acme AI"
    account = news(
        title,
        f"{title}\n3 September 2024\nThe Dutch DPA has imposed a fine of 4.5 million euro on Acme AI.",
        home="EUR",
    )

    assert facts(account) == [("Acme AI", "fine", "4500000.00 EUR")]
    assert account.published_on == date(2024, 9, 3)


@pytest.mark.parametrize(
    "name", ["Acme (UK) Limited", "University of Acme", "Chief Constable of Acme Police", "Department for Acme"]
)
def test_brackets_and_bodies_belong_to_a_name(name: str) -> None:
    account = news("Organisation fined", f"The ICO has fined {name} £30,000 for a breach of data protection law.")

    assert facts(account) == [(name, "fine", "30000.00 GBP")]


def test_two_forces_in_one_breath_are_two_parties() -> None:
    account = news("Two forces reprimanded", "The ICO has reprimanded North Police and South Police over an app.")

    assert facts(account) == [("North Police", "reprimand", None), ("South Police", "reprimand", None)]


def test_sums_of_a_list_keep_their_parties() -> None:
    account = news(
        "Acme fined £9m", "We issued a fine of £5m to Acme plc and £4m to Acme Pensions Limited – a total of £9m."
    )

    assert facts(account) == [
        ("Acme plc", "fine", "5000000.00 GBP"),
        ("Acme Pensions Limited", "fine", "4000000.00 GBP"),
    ]


def test_a_second_fine_of_the_same_release_is_stated_too() -> None:
    account = news("Two bodies fined", "The ICO has fined Acme Council £60,000. It also fined Sample Ltd £40,000.")

    assert facts(account) == [("Acme Council", "fine", "60000.00 GBP"), ("Sample Ltd", "fine", "40000.00 GBP")]


def test_a_sum_that_nothing_explains_is_a_doubt() -> None:
    account = news("Acme Ltd fined £60,000", "The ICO has fined Acme Ltd £60,000. A penalty of £40,000 was imposed.")

    assert account.doubts == ("the text also tells of a fine of £40,000",)


def test_the_only_company_of_a_story_is_the_unnamed_payer() -> None:
    account = news(
        "Fine for calls", "A Leeds company has been fined £20,000. Complaints were made about Acme Calls Ltd, a roofer."
    )

    assert facts(account) == [("Acme Calls Ltd", "fine", "20000.00 GBP")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Blog: three years of a code", "Since then we have fined Acme £4m. Today I look ahead."),
        ("New fining guidance", "We have published guidance. It sets out how fines are calculated."),
        ("Our year in numbers", "We issued 18 monetary penalties with a value of £15m and 28 reprimands."),
        ("Firms warned to expect more fines", "The ICO imposed £2m worth of penalties for calls in 2015."),
        ("Working together on a breach", "The Financial Conduct Authority has today fined Acme Ltd £11m."),
        ("Statement on Acme", "We note the decision of the Irish Data Protection Commission to fine Acme €9m."),
        ("Director banned", "He is disqualified after the firm failed to pay a £40,000 fine issued by the ICO."),
    ],
)
def test_news_of_other_times_and_of_other_authorities_is_no_sanction(title: str, text: str) -> None:
    account = news(title, text)

    assert account.nothing
    assert account.sanctions == ()


def test_a_fine_that_was_agreed_to_be_reduced_belongs_to_its_decision() -> None:
    account = news("Agreement with Acme", "The ICO has agreed to reduce the monetary penalty on Acme Ltd to £25,000.")

    assert account.doubts


def test_the_authority_is_not_the_payer_of_the_fine_that_it_issued() -> None:
    account = news("Firm fined £4m", "The warning comes as the ICO issued a fine of £4m to Acme Group Ltd, of Leeds.")

    assert facts(account) == [("Acme Group Ltd", "fine", "4000000.00 GBP")]


def test_half_a_million_is_not_a_million() -> None:
    account = news("Retailer fined half a million pounds", "The ICO has fined Acme Retail Limited £500,000.")

    assert facts(account) == [("Acme Retail Limited", "fine", "500000.00 GBP")]


def test_a_release_says_on_which_day_its_authority_decided() -> None:
    account = news("ACME fined", "On 27 December 2023, the CNIL fined ACME LOGISTIQUE €3 million.", home="EUR")

    assert account.decided_on == date(2023, 12, 27)
