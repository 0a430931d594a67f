"""What notices of the ICO say: penalties, orders, reprimands, notices of intent. The sentences are ours."""

from datetime import date

from tests.english import HEAD, PECR_HEAD, facts, told


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


def test_evidence_is_found_on_the_page_in_spite_of_its_quotes_and_line_ends() -> None:
    text = HEAD + "1. The Commissioner requires\nAcme Data Ltd (“Acme”)\nto pay a penalty of £5,000 now."
    evidence = told(text).sanctions[0].evidence

    assert evidence.start == text.index("1. The Commissioner")
    assert evidence.words == '1. The Commissioner requires Acme Data Ltd ("Acme") to pay a penalty of £5,000 now.'


def test_numbered_addressees_are_several() -> None:
    account = told(
        "ENFORCEMENT NOTICE\nDATED: 19 February 2024\nTo: (1) Acme Leisure; (2) Acme Community Trust\n"
        "Of: 1 Main Street\n"
        "1. The Commissioner has decided to issue Acme Leisure with an enforcement notice."
    )

    assert [one.party for one in account.sanctions] == ["Acme Leisure", "Acme Community Trust"]
    assert account.decided_on == date(2024, 2, 19)


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


def test_a_step_before_a_discount_does_not_contradict_the_fine() -> None:
    account = told(
        HEAD + "1. The Commissioner has decided to impose on Acme Data Ltd a penalty in the amount of £20 million.\n"
        "2. The Commissioner considers that an overall penalty of £24m is appropriate before the crisis is considered."
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "20000000.00 GBP")]
    assert account.doubts == ()


def test_an_enforcement_notice_over_access_is_addressed_to_its_public_authority() -> None:
    account = told(
        "Enforcement Notice\nPublic Authority: Chief Constable of Acme Police\nAddress: 1 Main Street\n"
        "In exercise of his powers under section 52 he requires that the public authority shall reply.",
        title="A notice",
    )

    assert facts(account) == [("Chief Constable of Acme Police", "order", None)]


def test_a_letter_gives_its_case_number_and_its_articles_without_labels() -> None:
    account = told(
        "3 May 2023\nDear Bob,\nReprimand – INV/0389/2020\n"
        "I have decided to issue a reprimand to Acme Office in accordance with Article 58(2)(b) of the UK GDPR.\n"
        "It has been issued in respect of operations that have infringed the UK GDPR:\n"
        "Article 5(1)(f), which states that data must be secure.\nArticle 32(1)(b)."
    )

    assert account.reference == "INV/0389/2020"
    assert account.sanctions[0].articles == ("GDPR 5(1)(f)", "GDPR 32(1)(b)")


def test_blanks_that_scanning_lost_of_a_name_are_taken_from_the_title() -> None:
    account = told(
        HEAD.replace("Acme Data Ltd", "AcmeData Ltd") + "1. The Commissioner requires AcmeData Ltd to pay £5,000.",
        title="Penalty Notice: Acme Data Ltd",
    )

    assert facts(account) == [("Acme Data Ltd", "fine", "5000.00 GBP")]


def test_a_signature_in_running_text_is_the_day_even_over_two_lines() -> None:
    account = told(HEAD + "1. Acme Data Ltd must obey. It is so decided. Dated the 21st day of\nJune 2021")

    assert account.decided_on == date(2021, 6, 21)
