"""Whom English news and pages name: descriptions and figures are no names, short names are spelled out. Ours."""

import pytest

from scrapers.decision import Kind
from scrapers.meaning.english.acts import addressed
from scrapers.meaning.english.sums import announced_sums
from tests.english import facts, news, page


@pytest.mark.parametrize(
    ("title", "text", "party"),
    [
        ("Northern firm fined £5,000 for 193 million calls", "The ICO has fined Acme Ltd £5,000.", "Acme Ltd"),
        ("Record £5,000 fine", "A company behind 99 million calls has been fined £5,000.\nAcme Ltd made the calls.",
         "Acme Ltd"),
        ("ASN fined £5,000", "We have fined the Acme Service of Nowhere (ASN) £5,000.", "Acme Service of Nowhere"),
        ("ICO fines easyAcme £5,000", "", "easyAcme"),
        ("Making Acme Ltd fined £5,000", "", "Making Acme Ltd"),
    ],
)  # fmt: skip
def test_a_payer_is_a_name_in_capitals_and_spelled_out_where_the_text_does(title: str, text: str, party: str) -> None:
    assert facts(news(title, text)) == [(party, "fine", "5000.00 GBP")]


def test_a_body_that_a_sentence_begins_with_is_the_one_reprimanded() -> None:
    account = news(
        "Schools warned as school reprimanded over cameras",
        "We have issued a reprimand to a school that broke the law.\nAcme High School, in Acme, used cameras.",
    )

    assert facts(account) == [("Acme High School", "reprimand", None)]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("We issued an enforcement notice and a warning to the Acme Office for failing to look.", "Acme Office"),
        ("The ICO has ordered the credit agency Acme Limited to make changes.", "Acme Limited"),
        ("It issued an enforcement notice to HM Acme ordering it to delete all data.", "HM Acme"),
        ("We issued an enforcement notice to the Department for Acme in May.", "Department for Acme"),
    ],
)
def test_an_order_is_addressed_to_a_name_without_the_words_behind_it(sentence: str, party: str) -> None:
    assert addressed(Kind.ORDER, sentence) == party


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme plc has been fined £8m and Acme Gas Limited has been fined £6m, bringing the total penalty to £14m.",
        "Three firms were punished: Acme plc, of Leeds, was fined £8m; Acme Gas Limited, Hull, was fined £6m.",
        "A monetary penalty notice was issued to Acme plc (£8m) and Acme Gas Limited (£6m).",
    ],
)
def test_each_sum_of_a_sentence_has_its_own_payer(sentence: str) -> None:
    payers = {one.amount.words: one.party for one in announced_sums(sentence, "GBP")}

    assert payers["£8m"] == "Acme plc"
    assert payers["£6m"] == "Acme Gas Limited"


def test_a_page_that_adds_up_its_sums_counts_each_once() -> None:
    account = page("The ICO has fined Acme plc (£8m) and Acme Gas Limited (£6m), a total of £14m.")

    assert facts(account) == [("Acme plc", "fine", "8000000.00 GBP"), ("Acme Gas Limited", "fine", "6000000.00 GBP")]


def test_a_page_with_a_sum_that_nothing_explains_is_a_doubt() -> None:
    assert any("£70,000" in doubt for doubt in page("Acme was fined £50,000.\nAcme was also fined £70,000.").doubts)


def test_two_fines_of_one_company_make_up_the_total_in_the_title() -> None:
    account = news(
        "Acme fined £1.48 million",
        "We have fined Acme Limited £1,350,000 for profiling.\nThe company has also been fined £130,000 for calls.",
    )

    assert [sum_ for _, _, sum_ in facts(account)] == ["1350000.00 GBP", "130000.00 GBP"]
    assert account.doubts == ()
