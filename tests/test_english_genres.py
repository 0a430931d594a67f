"""What sort of act an English text is, and which sorts are no sanction. The sentences are ours."""

from datetime import date

import pytest

from scrapers.adapter import Account, Form
from tests.english import facts, news, told


def test_a_variation_of_an_earlier_notice_waits_for_a_person() -> None:
    account = told(
        "PENALTY VARIATION NOTICE\nTo: Acme Data Ltd\nOf: 1 Main Street\n1. The penalty is reduced to £50,000."
    )

    assert account.sanctions == ()
    assert account.doubts


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "Reference: IC-1-A1B2\nFreedom of Information Act 2000 (FOIA)\nDecision notice\n1. It cost £3.",
            Form.DECISION_TEXT,
        ),
        ("Environmental Information Regulations 2004 (EIR)\nDecision notice\nDate: 13 March 2026", Form.DECISION_TEXT),
        ("The complainant has requested a list of fines. Section 31 of FOIA was applied.", Form.DECISION_TEXT),
        ("The complainant has requested a list of fines of £500 imposed on Acme Ltd.", Form.FEED_ITEM),
        ("The council has correctly applied section 31 of FOIA.", Form.DECISION_PAGE),
    ],
)
def test_a_decision_on_access_to_information_is_certainly_no_sanction(text: str, form: Form) -> None:
    account = told(text, form)

    assert account.nothing
    assert (account.sanctions, account.doubts) == ((), ())


def test_a_tribunal_that_confirms_a_penalty_is_an_event_for_a_person() -> None:
    account = told(
        "Neutral Citation Number: [2026] UKFTT 1 (GRC)\nCase Reference: EA-2026-0001-FP\nFirst-tier Tribunal\n"
        "Decision given on: 2 May 2026\nBetween\nACME CALLS LIMITED\nAppellant\nand\nTHE INFORMATION COMMISSIONER\n"
        "Respondent\n1. The appeal is dismissed.\n2. A Monetary Penalty Notice imposing a fine of £135,000 stands.\n"
        "3. The turnover was £4,000,000."
    )

    assert facts(account) == [("ACME CALLS LIMITED", "fine", "135000.00 GBP")]
    assert (account.reference, account.decided_on) == ("EA-2026-0001-FP", date(2026, 5, 2))
    assert account.doubts


def test_a_tribunal_on_access_to_information_is_no_sanction() -> None:
    account = told(
        "[2026] UKFTT 2 (GRC)\nBetween\nMr Example\nAppellant\nThe Commissioner's decision notice under FOIA stands."
    )

    assert account.nothing


def test_an_enforcement_notice_over_access_to_information_is_an_order() -> None:
    account = news("Action over Freedom of Information", "We have issued Acme Council with an enforcement notice.")

    assert facts(account) == [("Acme Council", "order", None)]


def test_a_text_without_a_genre_that_announces_a_sanction_does_not_speak_of_the_outcome() -> None:
    assert told("A letter. The Commissioner has reprimanded Acme.") == Account()


def test_an_undertaking_to_comply_is_a_promise() -> None:
    account = told("UNDERTAKING TO COMPLY WITH THE SEVENTH PRINCIPLE\nData Controller: Acme Council")

    assert account.nothing


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Acme Police", "Acme Police\nData protection audit report\nMarch 2024\nA fine may follow. We fined one."),
        ("Fining guidance", "Data protection fining guidance\nExample: the Commissioner imposes a fine of £8 million."),
        ("A paper", "A notice of penalty may be issued. No fine has been imposed."),
    ],
)  # fmt: skip
def test_a_paper_that_imposes_nothing_is_no_sanction(title: str, text: str) -> None:
    assert told(text, title=title).nothing


def test_the_title_tells_the_genre_of_a_text_that_lost_its_head() -> None:
    account = told("12. The penalty must be paid by 3 May 2026.", title="Monetary Penalty Notice: Acme Ltd")

    assert facts(account) == [("Acme Ltd", "fine", None)]
    assert account.doubts


def test_a_councils_penalty_notices_do_not_make_an_access_ruling_one_on_a_penalty() -> None:
    account = told(
        "First-tier Tribunal\nBetween BOB SMITH Appellant and THE INFORMATION COMMISSIONER Respondent\n"
        "The Appellant asked for every penalty notice and fine of £180. He appeals under section 57 FOIA."
    )

    assert account.sanctions == ()
    assert account.nothing


def test_news_that_cites_a_judgment_is_no_ruling() -> None:
    account = told(
        "The Upper Tribunal has spoken in Acme v Sample [2024] UKUT 105 (AAC). We welcome it.",
        Form.NEWS,
        title="ICO fines Acme Ltd £5,000",
    )

    assert facts(account) == [("Acme Ltd", "fine", "5000.00 GBP")]
