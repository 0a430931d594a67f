"""What the English reader understands, rule by rule. The sentences are ours, in the manner of the ICO."""

from datetime import date
from decimal import Decimal

import pytest

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english import read

HEAD = "DATA PROTECTION ACT 2018 (PART 6, SECTION 155)\nPENALTY NOTICE\nTo: Acme Data Ltd\nOf: 1 Main Street\n"
PECR_HEAD = "DATA PROTECTION ACT 1998\nMONETARY PENAL TY NOTICE\nTo: Acme Calls Ltd\nOf: 1 Main Street\n"
NOTICE_PAGE = "Acme Data Ltd\nDate\n{day}\nType\n{types}\nSector\nMarketing\n{prose}"


def told(
    text: str,
    form: Form = Form.DECISION_TEXT,
    *,
    title: str = "Acme",
    category: str | None = None,
    home: str = "GBP",
) -> Account:
    passage = Passage(form, text, "en", "https://ico.org.uk/x")
    return read(RawDecision("1", "https://ico.org.uk/x", title, (passage,), category=category), passage, home)


def page(prose: str, types: str = "Monetary penalties", day: str = "7 May 2026") -> Account:
    return told(NOTICE_PAGE.format(day=day, types=types, prose=prose), Form.DECISION_PAGE)


def news(title: str, text: str, form: Form = Form.NEWS, home: str = "GBP") -> Account:
    return told(text, form, title=title, home=home)


def facts(account: Account) -> list[tuple[str | None, str, str | None]]:
    return [(one.party, one.kind.value, _sum(one)) for one in account.sanctions]


def _sum(sanction: Sanction) -> str | None:
    return f"{sanction.money.amount} {sanction.money.currency}" if sanction.money else None


def test_a_penalty_notice_imposes_what_its_first_paragraph_requires_not_what_was_proposed() -> None:
    account = told(
        HEAD + "1. The Commissioner, by this notice, requires Acme Data Ltd (“Acme”) to pay a penalty of £1,250,000.\n"
        "2. In a notice of intent (“NOI”) the Commissioner indicated that he proposed a penalty of £2,000,000.\n"
        "3. Its turnover was £51,631,296. The maximum is £17,500,000.\nDated the 3rd day of March 2026"
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "1250000.00 GBP")]
    assert account.decided_on == date(2026, 3, 3)
    assert account.doubts == ()


def test_two_companies_in_one_sentence_are_fined_each_its_own_sum_for_its_own_articles() -> None:
    account = told(
        HEAD
        + "1. This notice requires Acme plc to pay a penalty of £800,000, and Acme Pensions Limited (“APL”) a penalty "
        "of £600,000.\n2. Acme plc infringed Articles 5(1)(f) and 32(1) UK GDPR.\n"
        "3. APL infringed Article 32(1) UK GDPR."
    )

    assert facts(account) == [
        ("Acme plc", "fine", "800000.00 GBP"),
        ("Acme Pensions Limited", "fine", "600000.00 GBP"),
    ]
    assert [one.articles for one in account.sanctions] == [("GDPR 5(1)(f)", "GDPR 32(1)"), ("GDPR 32(1)",)]
    assert {one.joint for one in account.sanctions} == {None}


def test_one_sum_for_two_companies_is_owed_jointly() -> None:
    account = told(
        HEAD + "1. This notice requires Acme plc & Acme Water plc (together, “Acme”) to pay a penalty of £9,000."
    )

    assert facts(account) == [("Acme plc", "fine", "9000.00 GBP"), ("Acme Water plc", "fine", "9000.00 GBP")]
    assert len({one.joint for one in account.sanctions}) == 1
    assert account.sanctions[0].joint is not None


def test_a_pecr_notice_states_its_sum_in_its_conclusion_and_the_early_payment_is_not_it() -> None:
    account = told(
        PECR_HEAD
        + "1. The Information Commissioner (“Commissioner”) has decided to issue Acme Calls Ltd (“ACL”) with a "
        "monetary penalty under section SSA of the Data Protection Act 1998.\n"
        "2. The amount of any penalty must not exceed £500,000.\n"
        "3. ACL, whose registered office is given above, is stated in this notice to have made calls contrary to "
        "regulation 21 of PECR.\n"
        "4. The Commissioner has decided that a penalty in the sum of £70,000 (seventy thousand pounds) is right.\n"
        "5. If it is paid early the Commissioner will reduce the monetary penalty by 20% to £56,000.\n"
        "Dated the 17hday of May 2021"
    )

    assert facts(account) == [("Acme Calls Ltd", "fine", "70000.00 GBP")]
    assert account.sanctions[0].articles == ("PECR 21",)
    assert account.decided_on == date(2021, 5, 17)


def test_words_decide_where_scanning_broke_the_digits() -> None:
    account = told(
        PECR_HEAD + "1. It is decided that a penalty in the sum of £70,00(Seventy thousand pounds) is right."
    )

    assert facts(account) == [("Acme Calls Ltd", "fine", "70000.00 GBP")]
    assert account.doubts == ()


def test_digits_and_words_that_disagree_are_a_doubt() -> None:
    account = told(
        PECR_HEAD + "1. It is decided that a penalty in the sum of £70,000 (eighty thousand pounds) is right."
    )

    assert any("digits and words" in doubt for doubt in account.doubts)


def test_steps_of_a_calculation_are_not_the_fine() -> None:
    account = told(
        HEAD + "1. The amount of the penalty is £1,450,000 (one million, four hundred and fifty thousand pounds).\n"
        "96. The Commissioner considers that a penalty of £740,000 would be an appropriate starting point.\n"
        "97. He increases the penalty by £120,000 to £860,000."
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "1450000.00 GBP")]
    assert account.doubts == ()


def test_operative_words_about_a_provisional_penalty_do_not_impose_it() -> None:
    account = told(
        HEAD + "1. The Commissioner has decided not to impose the proposed penalty of £700,000.\n"
        "2. The Commissioner has decided to impose a penalty in the amount of £60,000."
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "60000.00 GBP")]
    assert account.doubts == ()


def test_a_decided_reduction_is_the_fine_and_an_offered_one_is_not() -> None:
    account = told(
        HEAD + "1. The Commissioner has decided to reduce the penalty from £5,300,000 to £740,000.\n"
        "2. It is decided that if full payment is received early he will reduce the penalty by 20% to £592,000."
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "740000.00 GBP")]
    assert account.doubts == ()


def test_a_conclusion_that_contradicts_the_first_paragraph_is_a_doubt() -> None:
    account = told(
        HEAD + "1. This notice requires Acme Data Ltd to pay a penalty of £50,000.\n"
        "9. The Commissioner has decided to impose a penalty in the amount of £60,000."
    )

    assert account.doubts == ("operative words of the notice state different amounts",)


def test_a_penalty_notice_without_a_sum_is_a_fine_of_unknown_amount() -> None:
    account = told(HEAD + "1. The Commissioner has decided to issue Acme Data Ltd with a penalty notice.")

    assert facts(account) == [("Acme Data Ltd", "fine", None)]
    assert account.doubts == ("no operative words of the notice state an amount",)


def test_cover_and_signature_that_contradict_each_other_are_a_doubt() -> None:
    account = told(
        "PENALTY NOTICE\nACME\n4 June 2025\n"
        + HEAD
        + "1. This notice requires Acme Data Ltd to pay a penalty of £500.\n"
        "Dated the 5 day of June 2025"
    )

    assert account.decided_on == date(2025, 6, 5)
    assert len(account.doubts) == 1


def test_an_addressee_who_may_be_a_natural_person_is_a_doubt() -> None:
    text = (
        HEAD.replace("Acme Data Ltd", "Jane Example")
        + "1. This notice requires Jane Example to pay a penalty of £1,000."
    )

    assert told(text).doubts == ("the addressee may be a natural person, whom no alert names",)


def test_an_enforcement_notice_is_an_order_and_the_maximum_for_disobeying_it_no_fine() -> None:
    account = told(
        "ENFORCEMENT NOTICE\nTo: Acme Data Ltd\nOf: 1 Main Street\n"
        "1. The Commissioner has decided to issue Acme Data Ltd (“ADL”) with an enforcement notice based on a failure "
        "to comply with Art 5(1)(a) of the UK GDPR.\n2. He may require payment of a penalty of up to £17,500,000.\n"
    )

    assert facts(account) == [("Acme Data Ltd", "order", None)]
    assert account.sanctions[0].articles == ("GDPR 5(1)(a)",)


def test_a_reprimand_names_its_articles_in_its_conclusion_and_quotes_others() -> None:
    account = told(
        "REPRIMAND\nThe Information Commissioner (the Commissioner) issues a reprimand to Acme Borough Council (the "
        "Council) in accordance with Article 58(2)(b) of the UK GDPR.\n"
        "• Article 12 (3) which states information on requests under Articles 15 to 22 shall be provided.\n"
        "The Commissioner has decided to issue a reprimand to the Council in relation to the infringements of Article "
        "12 (3) and Article 15 (1) of the UK GDPR set out above. An investment of £114,000 was welcome."
    )

    assert facts(account) == [("Acme Borough Council", "reprimand", None)]
    assert account.sanctions[0].articles == ("GDPR 12(3)", "GDPR 15(1)")


def test_a_notice_of_intent_is_never_a_fine() -> None:
    account = told(
        "NOTICE OF INTENT\nTo: Acme Data Ltd\nOf: 1 Main Street\n1. The Commissioner intends to issue a penalty."
    )

    assert facts(account) == [("Acme Data Ltd", "notice_of_intent", None)]


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


def test_an_enforcement_notice_over_access_to_information_is_an_order() -> None:
    account = news("Action over Freedom of Information", "We have issued Acme Council with an enforcement notice.")

    assert facts(account) == [("Acme Council", "order", None)]


def test_news_of_a_person_before_a_court_is_a_prosecution() -> None:
    account = news("Former worker fined £320", "She pleaded guilty at Leeds Magistrates’ Court and was fined £320.")

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


def test_evidence_is_found_on_the_page_in_spite_of_its_quotes_and_line_ends() -> None:
    text = HEAD + "1. The Commissioner requires\nAcme Data Ltd (“Acme”)\nto pay a penalty of £5,000 now."
    evidence = told(text).sanctions[0].evidence

    assert evidence.start == text.index("1. The Commissioner")
    assert evidence.words == '1. The Commissioner requires Acme Data Ltd ("Acme") to pay a penalty of £5,000 now.'


def test_a_text_without_a_genre_that_speaks_of_sanctions_does_not_speak_of_the_outcome() -> None:
    assert told("A letter about a penalty of another year.") == Account()


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


def test_numbered_addressees_are_several() -> None:
    account = told(
        "ENFORCEMENT NOTICE\nDATED: 19 February 2024\nTo: (1) Acme Leisure; (2) Acme Community Trust\n"
        "Of: 1 Main Street\n"
        "1. The Commissioner has decided to issue Acme Leisure with an enforcement notice."
    )

    assert [one.party for one in account.sanctions] == ["Acme Leisure", "Acme Community Trust"]
    assert account.decided_on == date(2024, 2, 19)


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


def test_an_older_notice_calls_its_penalty_reasonable() -> None:
    account = told(
        "Data Protection Act 1998\nMonetary Penalty Notice\nDated: 15 October 2013\nName: Acme Council\n"
        "Address: The Hall\nFurther that a monetary penalty in the sum of £82,000 (Eighty two thousand pounds) is "
        "reasonable and proportionate.\nIf it is paid early he will reduce the penalty by 20% to £65,600.\n"
    )

    assert facts(account) == [("Acme Council", "fine", "82000.00 GBP")]
    assert account.decided_on == date(2013, 10, 15)


def test_scanned_notices_lose_blanks_and_turn_figures_into_letters() -> None:
    account = told(
        "MONETARY PENALTYNOTICE\nTo: Acme Ltd\nOf : 1 Main Street\n1. It has decided to issueAcme Ltd with a penalty.\n"
        "2. It is decided that a penalty in the sum of £5,000 is right.\nDated the l0th day of May 2021"
    )

    assert facts(account) == [("Acme Ltd", "fine", "5000.00 GBP")]
    assert account.decided_on == date(2021, 5, 10)


def test_a_release_says_on_which_day_its_authority_decided() -> None:
    account = news("ACME fined", "On 27 December 2023, the CNIL fined ACME LOGISTIQUE €3 million.", home="EUR")

    assert account.decided_on == date(2023, 12, 27)


def test_an_undertaking_to_comply_is_a_promise() -> None:
    account = told("UNDERTAKING TO COMPLY WITH THE SEVENTH PRINCIPLE\nData Controller: Acme Council")

    assert account.nothing
