"""What pages and rows of the ICO's register say. The sentences are ours, in the manner of the ICO."""

from datetime import date

from scrapers.adapter import Form, Passage, RawDecision
from scrapers.decision import Kind
from scrapers.meaning.english import read
from tests.english import HEAD, NOTICE_PAGE, facts, page, told


def test_a_page_of_the_register_counts_its_own_fine_and_not_what_it_links_to() -> None:
    account = page("The ICO has fined Acme Data £65,000 for 31,204,118 messages.")
    linking = page("ADL made calls.\nFurther Reading\nAcme Data fined £465,000\nAbout the ICO", "Enforcement notices")

    assert facts(account) == [("Acme Data Ltd", "fine", "65000.00 GBP")]
    assert facts(linking) == [("Acme Data Ltd", "order", None)]


def test_a_page_of_an_enforcement_notice_without_a_fine_is_an_order() -> None:
    assert facts(page("ADL instigated 412,377 calls.", "Enforcement notices")) == [("Acme Data Ltd", "order", None)]


def test_a_page_of_two_types_states_two_consequences() -> None:
    account = page("We imposed a £9,000.00 penalty to Acme Data Ltd.", "Reprimands, Monetary penalties")

    assert facts(account) == [("Acme Data Ltd", "fine", "9000.00 GBP"), ("Acme Data Ltd", "reprimand", None)]


def test_a_page_that_names_a_fine_without_its_amount_says_so() -> None:
    account = page("A penalty for infringing Articles 5(1)(a), 6 and 8 UK GDPR.")

    assert facts(account) == [("Acme Data Ltd", "fine", None)]
    assert account.sanctions[0].articles == ("GDPR 5(1)(a)", "GDPR 6", "GDPR 8")
    assert account.doubts


def test_a_prosecution_names_no_person_and_counts_no_costs() -> None:
    text = NOTICE_PAGE.format(day="7 May 2026", types="Prosecutions", prose="She was fined £450, with costs of £300.")
    account = told(text.replace("Acme Data Ltd", "Jane Example"), Form.DECISION_PAGE, title="Jane Example")

    assert facts(account) == [(None, "prosecution", "450.00 GBP")]
    assert account.sanctions[0].evidence.words == "£450"


def test_a_type_without_a_rule_is_a_doubt() -> None:
    assert page("Something new.", "Conditional cautions").doubts == (
        "there is no rule for the type “conditional cautions”",
    )


def test_a_page_gives_the_day_of_the_notice_only_since_2025() -> None:
    assert page("X.", "Reprimands", "14 July 2026").decided_on == date(2026, 7, 14)
    assert page("X.", "Reprimands", "15 September 2021").decided_on is None
    assert page("X.", "Reprimands", "15 September 2021").published_on == date(2021, 9, 15)


def test_the_day_of_a_notice_that_is_attached_beats_the_day_of_its_page() -> None:
    shown = Passage(
        Form.DECISION_PAGE, NOTICE_PAGE.format(day="28 July 2025", types="Monetary penalties", prose="X."), "en"
    )
    notice = Passage(Form.DECISION_TEXT, HEAD + "Dated the 24 day of June 2025", "en")
    raw = RawDecision("1", "", "Acme", (shown, notice))

    assert (read(raw, shown).decided_on, read(raw, notice).decided_on) == (None, date(2025, 6, 24))


def test_a_row_is_read_by_the_type_it_was_filed_under() -> None:
    account = told(
        "Nuisance calls.", Form.FEED_ITEM, title="Acme Data Ltd", category="28 May 2026, Enforcement notices, Marketing"
    )

    assert facts(account) == [("Acme Data Ltd", "order", None)]
    assert account.decided_on == date(2026, 5, 28)


def test_a_row_that_is_only_a_name_needs_its_page() -> None:
    assert told("", Form.FEED_ITEM, title="Acme Data Ltd").doubts == ("the row does not say what was decided",)


def test_kinds_are_only_those_of_the_vocabulary() -> None:
    assert {one.kind for one in page("X.", "Reprimands, Enforcement notices").sanctions} == {Kind.REPRIMAND, Kind.ORDER}


def test_facts_that_stand_beside_their_labels_are_no_part_of_the_name() -> None:
    account = told(
        "Acme Data Ltd\nDate 14 June 2021\nType Monetary penalties\nSector Marketing\n"
        "Acme Data Ltd (ADL), of Leeds, has been fined £60,000 for making calls.",
        Form.DECISION_PAGE,
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "60000.00 GBP")]
    assert account.published_on == date(2021, 6, 14)


def test_a_panel_in_one_line_is_a_panel() -> None:
    account = told(
        "Acme Data Ltd\nDate 14 June 2026 Type Reprimands Sector Health\nIt lost a file.", Form.DECISION_PAGE
    )

    assert facts(account) == [("Acme Data Ltd", "reprimand", None)]
    assert account.decided_on == date(2026, 6, 14)


def test_the_date_of_a_final_notice_is_the_day_of_the_decision_in_any_year() -> None:
    account = told(
        "Acme Ltd\nDate of final notice\n3 May 2021\nType\nReprimands\nSector\nHealth\nX.", Form.DECISION_PAGE
    )

    assert account.decided_on == date(2021, 5, 3)
