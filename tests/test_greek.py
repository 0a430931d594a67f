"""How Greek decisions are read. The sentences are ours, in the formulas of the authority."""

from dataclasses import replace
from datetime import date

import pytest

from scrapers.adapter import Form
from scrapers.decision import Kind
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.healing import heal
from tests.greek import HEAD, NO_ROW, REASONS, ROW, brief, decided, only, told


def test_a_fine_has_its_party_amount_articles_and_words() -> None:
    account = decided(
        "επιβάλλει στην εταιρεία με την επωνυμία «ΧΑΡΤΙ ΑΕ» πρόστιμο ύψους δύο χιλιάδων πεντακοσίων (2.500) ευρώ "
        "για την παραβίαση των άρθρων 12 παρ. 3 και 15 του ΓΚΠΔ, κατά το άρθρο 58 παρ. 2 στοιχ. θ΄ του ΓΚΠΔ."
    )

    fine = only(account)
    assert brief(account) == [("ΧΑΡΤΙ ΑΕ", "fine", "2500.00")]
    assert fine.articles == ("GDPR 12(3)", "GDPR 15")
    assert fine.evidence.words == "πρόστιμο ύψους δύο χιλιάδων πεντακοσίων (2.500) ευρώ"
    assert fine.evidence.method == "digits and words agree"
    assert account.doubts == ()


def test_the_evidence_stands_where_it_says() -> None:
    text = HEAD + REASONS + "επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστ ιμο ύψ ους δέκα χιλιάδων (1 0.000) ευρ ώ."

    evidence = only(told(text, Form.DECISION_TEXT)).evidence

    assert evidence.start is not None
    assert text[evidence.start :].startswith(evidence.words)
    assert evidence.words == "πρόστ ιμο ύψ ους δέκα χιλιάδων (1 0.000) ευρ ώ"


def test_the_day_of_issue_counts_and_not_the_session() -> None:
    account = decided("επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο 5.000 ευρώ.")

    assert account.decided_on == date(2023, 3, 14)
    assert account.reference == "8/2023"


@pytest.mark.parametrize(
    ("head", "reference", "day"),
    [
        (
            "Λ. Κηφισίας 1-3, 11523 Αθήνα, Τηλ: 210 Αθήνα, 7-1-2020 Αριθ. Πρωτ. 88 Α Π Ο Φ Α Σ Η 4 /2020",
            "4/2020",
            (7, 1),
        ),
        ("Αθήνα, 4539 Αριθ. Πρωτ.: 09-02-2020 Απόφαση 06/2020 (Τμήμα)", "6/2020", (9, 2)),
        ("Αριθ. Πρωτ.: Γ/ΕΞ/88/05-06-2020 Αθήνα, 08-06-2020 ΑΠΟΦΑΣΗ 7/2020", "7/2020", (8, 6)),
        ("ΑΘΗΝΑ, 3 Μαρτίου 2020 ΑΠΟΦΑΣΗ ΑΡΙΘ. 9/2020", "9/2020", (3, 3)),
        ("Αθήνα, 3 1/12/2020 AΠOΦAΣH 50/2020 7", "50/2020", (31, 12)),
        ("Αθήνα, 07-07-2020 ΑΠΟΦΑΣΗ ΤΟΥ ΠΡΟΕΔΡΟΥ ΤΗΣ ΑΡΧΗΣ ΩΣ ΜΟΝΟΠΡΟΣΩΠΟΥ ΟΡΓΑΝΟΥ 5/2020", "5/2020", (7, 7)),
    ],
)
def test_a_heading_is_read_with_its_quirks(head: str, reference: str, day: tuple[int, int]) -> None:
    text = f"{head} Η Αρχή Προστασίας Δεδομένων συνήλθε την 01-01-2019. {REASONS}απευθύνει επίπληξη στον ΟΑΕΔ."

    account = told(text, Form.DECISION_TEXT)

    assert (account.reference, account.decided_on) == (reference, date(2020, day[1], day[0]))


def test_a_footnote_digit_glued_to_an_amount_is_seen_through_by_its_words() -> None:
    account = decided("επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο ύψους τριακοσίων πέντε χιλιάδων (305.0007) ευρώ.")

    assert brief(account) == [("ΚΕΛΤΑ Α.Ε.", "fine", "305000.00")]
    assert account.doubts == ()


def test_a_footnote_digit_without_words_is_a_doubt() -> None:
    assert decided("επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο ύψους 305.0007 ευρώ.").doubts


def test_digits_and_words_that_differ_are_a_doubt() -> None:
    account = decided("επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο ύψους δέκα χιλιάδων (20.000) ευρώ.")

    assert any("certainty" in doubt for doubt in account.doubts)


def test_two_equal_sums_for_two_breaches_are_two_fines() -> None:
    account = decided(
        "επιβάλλει στο φροντιστήριο «ΓΝΩΣΗ» πρόστιμο ύψους χιλίων (1.000) ευρώ για το άρθρο 15 του ΓΚΠΔ και ύψους "
        "χιλίων (1.000) ευρώ για το άρθρο 31 του ΓΚΠΔ."
    )

    assert brief(account) == [("ΓΝΩΣΗ", "fine", "1000.00"), ("ΓΝΩΣΗ", "fine", "1000.00")]
    assert [one.articles for one in account.sanctions] == [("GDPR 15",), ("GDPR 31",)]


def test_a_total_is_not_added_to_its_parts() -> None:
    account = decided(
        "επιβάλλει στον ΟΛΣΑ πρόστιμο συνολικού ύψους 9.000 ευρώ, ήτοι 4.000 ευρώ για το άρθρο 5 του ΓΚΠΔ και "
        "5.000 ευρώ για το άρθρο 32 του ΓΚΠΔ."
    )

    assert [amount for _, _, amount in brief(account)] == ["4000.00", "5000.00"]
    assert account.doubts == ()


def test_a_total_that_is_not_the_sum_of_its_parts_is_a_doubt() -> None:
    assert decided("επιβάλλει στον ΟΛΣΑ πρόστιμο συνολικού ύψους 9.000 ευρώ, ήτοι 4.000 ευρώ και 4.000 ευρώ.").doubts


def test_a_sum_right_after_a_comma_is_read() -> None:
    account = decided("επιβάλλει στον ΟΛΣΑ πρόστιμο, 4.000 ευρώ για το άρθρο 5 του ΓΚΠΔ,5.000 ευρώ για το άρθρο 6.")

    assert [amount for _, _, amount in brief(account)] == ["4000.00", "5000.00"]


def test_what_is_decided_in_nouns_is_imposed() -> None:
    account = decided(
        "αποφασίζει: 1. Την επιβολή στην «ΑΛΦΑ ΑΕ» διοικητικού προστίμου ύψους 6.000 ευρώ. "
        "2. Την απεύθυνση επίπληξης στην «ΒΗΤΑ ΑΕ»."
    )

    assert brief(account) == [("ΑΛΦΑ ΑΕ", "fine", "6000.00"), ("ΒΗΤΑ ΑΕ", "reprimand", None)]
    assert account.doubts == ()


def test_a_fine_that_is_only_announced_is_a_doubt() -> None:
    assert decided("αποφασίζει να επιβάλει πρόστιμο στον ΟΑΕΔ και δίνει στον ΟΑΕΔ εντολή να συμμορφωθεί.").doubts


def test_what_must_be_and_then_is_imposed_is_imposed_once() -> None:
    account = decided("αποφασίζει ότι πρέπει να επιβληθεί στον ΟΑΕΔ επίπληξη. Απευθύνει στον ΟΑΕΔ επίπληξη.")

    assert brief(account) == [("ΟΑΕΔ", "reprimand", None)]


@pytest.mark.parametrize(
    "words",
    [
        "έως 20.000.000 ευρώ",
        "με ανώτατο όριο τα 20.000.000 ευρώ",
        "επί κύκλου εργασιών 300.000 ευρώ",
        "αφού με την απόφαση 5/2019 της είχε επιβληθεί πρόστιμο 7.000 ευρώ",
        "ενώ κατά τη γνώμη της μειοψηφίας έπρεπε να επιβληθεί πρόστιμο 7.000 ευρώ",
    ],
)
def test_ceilings_turnover_and_fines_of_earlier_days_are_no_fines(words: str) -> None:
    account = decided(f"επιβάλλει στην ΚΕΛΤΑ Α.Ε., {words}, πρόστιμο ύψους 3.000 ευρώ.")

    assert "3000.00" in [amount for _, _, amount in brief(account)] or account.doubts
    assert not {"20000000.00", "300000.00", "7000.00"} & {amount for _, _, amount in brief(account)}


def test_sums_before_the_operative_part_are_not_read() -> None:
    account = decided("απευθύνει επίπληξη στον ΟΑΕΔ.", facts="Επιβάλλει πρόστιμο ύψους 50.000 ευρώ στην Άλλη ΑΕ. ")

    assert brief(account) == [("ΟΑΕΔ", "reprimand", None)]


def test_what_stands_behind_the_signatures_is_not_read() -> None:
    account = decided(
        "απευθύνει επίπληξη στον ΟΑΕΔ, όπως αναλύεται στο σκεπτικό της παρούσης.\nΟ Πρόεδρος Η Γραμματέας\n"
        "Παράρτημα: επιβάλλει στην Άλλη ΑΕ πρόστιμο 9.000 ευρώ."
    )

    assert brief(account) == [("ΟΑΕΔ", "reprimand", None)]


def test_the_words_in_capitals_open_the_operative_part_even_if_they_come_again() -> None:
    account = decided("απευθύνει επίπληξη στον ΟΑΕΔ. Για τους λόγους αυτούς δεν επιβάλλει πρόστιμο.")

    assert brief(account) == [("ΟΑΕΔ", "reprimand", None)]


def test_an_order_that_was_not_obeyed_is_not_given_again() -> None:
    account = decided("επιβάλλει στον ΟΑΕΔ, για τη μη συμμόρφωση με την εντολή του 2019, πρόστιμο ύψους 900 ευρώ.")

    assert brief(account) == [("ΟΑΕΔ", "fine", "900.00")]


def test_a_count_in_words_and_digits_is_no_money() -> None:
    account = decided("δίνει εντολή στη Lookup LLC να διαγράψει τους επτά (7) συνδέσμους εντός δύο (2) μηνών.")

    assert brief(account) == [("Lookup LLC", "order", None)]
    assert account.doubts == ()


def test_a_footnote_before_the_currency_is_no_fine() -> None:
    account = decided("επιβάλλει στον ΟΑΕΔ πρόστιμο ύψους δέκα χιλιάδων (10.000)12 ευρώ.")

    assert brief(account) == [("ΟΑΕΔ", "fine", "10000.00")]


def test_a_sum_that_is_hardly_a_fine_is_a_doubt() -> None:
    assert decided("επιβάλλει στον ΟΑΕΔ πρόστιμο ύψους 12 ευρώ.").doubts


@pytest.mark.parametrize(
    ("operative", "kinds"),
    [
        ("θέτει την καταγγελία στο αρχείο και απευθύνει στον ΟΑΕΔ επίπληξη.", [Kind.REPRIMAND]),
        ("διαπιστώνει παράβαση του άρθρου 31 ΓΚΠΔ, για την οποία απευθύνει στον ΟΑΕΔ επίπληξη.", [Kind.REPRIMAND]),
        ("προειδοποιεί τον ΟΑΕΔ ότι το σχέδιο παραβαίνει το άρθρο 9 του ΓΚΠΔ.", [Kind.WARNING]),
        ("απαγορεύει στον ΟΑΕΔ την επεξεργασία.", [Kind.ORDER]),
        ("επιβάλλει στον ΟΑΕΔ απαγόρευση της συλλογής και του απευθύνει επίπληξη.", [Kind.ORDER, Kind.REPRIMAND]),
        ("διατάσσει τον ΟΑΕΔ να διαγράψει τα δεδομένα.", [Kind.ORDER]),
        ("δίνει στον ΟΑΕΔ εντολή συμμόρφωσης. Δεν επιβάλλει πρόστιμο.", [Kind.ORDER]),
        ("δίνει εντολή στον ΟΑΕΔ να συμμορφωθεί με την προειδοποίηση του 2019.", [Kind.ORDER]),
        ("αποφασίζει να απευθύνει στον ΟΑΕΔ επίπληξη.", [Kind.REPRIMAND]),
        ("αποφασίζει να απευθύνει στον ΟΑΕΔ επίπληξη και να δώσει εντολή.", [Kind.REPRIMAND, Kind.ORDER]),
        ("προβαίνει σε προειδοποίηση προς τον ΟΑΕΔ.", [Kind.WARNING]),
        ("διαπιστώνει παράβαση από τον ΟΑΕΔ και του απευθύνει επίπληξη.", [Kind.REPRIMAND]),
        ("απευθύνει στον ΟΑΕΔ επίπληξη και δεν δίνει εντολή ούτε επιβάλλει πρόστιμο.", [Kind.REPRIMAND]),
    ],
)
def test_the_verbs_of_the_operative_part_say_the_kind(operative: str, kinds: list[Kind]) -> None:
    account = decided(operative)

    assert [one.kind for one in account.sanctions] == kinds
    assert {one.party for one in account.sanctions} == {"ΟΑΕΔ"}


@pytest.mark.parametrize(
    "operative",
    [
        "απορρίπτει την καταγγελία.",
        "απορρίπτει την αίτηση θεραπείας κατά της απόφασης 5/2019, με την οποία επιβλήθηκε πρόστιμο ύψους 9.000 ευρώ.",
        "θέτει την υπόθεση στο αρχείο.",
        "αναβάλλει την έκδοση απόφασης και καλεί τα μέρη σε νέα ακρόαση.",
        "ανακαλεί την απόφαση 3/2018.",
        "απευθύνει σύσταση στην εταιρεία «ΧΑΡΤΙ ΑΕ» να λάβει μέτρα.",
        "κρίνει ότι δεν συντρέχει λόγος επιβολής προστίμου και απέχει από την επιβολή κυρώσεων.",
        "κρίνει ότι δεν συντρέχει περίπτωση επιβολής προστίμου και απευθύνει στην Α.Α.Δ.Ε. σύσταση να λάβει μέτρα.",
        "απευθύνει σύσταση στον ΟΑΕΔ για την εκπλήρωση της υποχρέωσης ενημέρωσης.",
        "δεν διαπιστώνει παραβίαση των διατάξεων.",
        "δεν παρέχει την αιτούμενη άδεια.",
        "εμμένει στην απόφαση 5/2019, με την οποία απευθύνθηκε επίπληξη, και απορρίπτει την αίτηση.",
        "ανακαλεί την απόφαση 5/2019 κατά το μέρος που αφορά την επίπληξη.",
        "αρχειοθετεί την υπόθεση και επισημαίνει στον ΟΑΕΔ ότι οφείλει να τηρεί τις διατάξεις του νόμου.",
    ],
)
def test_what_imposes_nothing_is_certain(operative: str) -> None:
    account = decided(operative)

    assert account.nothing
    assert account.sanctions == ()


def test_an_unread_sanction_word_is_never_certain_nothing() -> None:
    account = decided("απορρίπτει το αίτημα. Στην ΚΕΛΤΑ Α.Ε. αρμόζει επίπληξη.")

    assert account.nothing is None
    assert account.doubts


def test_a_fine_without_an_amount_is_kept_with_a_doubt() -> None:
    account = decided("επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο.")

    assert brief(account) == [("ΚΕΛΤΑ Α.Ε.", "fine", None)]
    assert account.doubts


def test_a_fine_that_replaces_an_earlier_one_is_for_a_person() -> None:
    account = decided("δέχεται εν μέρει την αίτηση θεραπείας και επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο ύψους 3.000 ευρώ.")

    assert any("earlier decision" in doubt for doubt in account.doubts)


def test_a_text_without_an_operative_part_is_a_doubt() -> None:
    account = told(HEAD + "Επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο ύψους 3.000 ευρώ.", Form.DECISION_TEXT)

    assert account.sanctions == ()
    assert account.doubts


@pytest.mark.parametrize(
    "words", ["ΓΙΑ ΤΟΥΣ ΠΑΡΑΠΑΝΩ ΛΟΓΟΥΣ, η Αρχή", "Για όλους τους ως άνω λόγους η Αρχή", "Διά ταύτα"]
)
def test_the_operative_part_has_several_openings(words: str) -> None:
    account = told(f"{HEAD} Για τους ανωτέρω λόγους έπρεπε. {words} απευθύνει επίπληξη στον ΟΑΕΔ.", Form.DECISION_TEXT)

    assert brief(account) == [("ΟΑΕΔ", "reprimand", None)]


def test_an_act_of_the_authority_itself_needs_no_operative_part() -> None:
    act = replace(NO_ROW, title="Τροποποίηση του Κανονισμού Λειτουργίας της Αρχής")

    assert told(HEAD + "Η Αρχή αποφάσισε.", Form.DECISION_TEXT, act).nothing


def test_an_opinion_imposes_nothing_by_its_heading_or_its_row() -> None:
    text = HEAD.replace("ΑΠΟΦΑΣΗ", "ΓΝΩΜΟΔΟΤΗΣΗ") + REASONS + "επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο 5.000 ευρώ."

    assert told(text, Form.DECISION_TEXT).nothing
    for category in ("Γνωμοδότηση", "Συστάσεις", "Σύσταση", "Κατευθυντήριες γραμμές", "Οδηγία"):
        assert told("Ένα κείμενο", Form.FEED_ITEM, replace(ROW, category=category)).nothing


def test_letters_keep_their_place_without_blanks_and_look_alikes() -> None:
    flat = Flat.of("Π ρό\u00adστιμο Τoυ")

    assert flat.letters == "προστιμοτου"
    assert flat.words(0, 8) == "Π ρό\u00adστιμο"


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    account = decided("επιβάλ-\nλει στην ΚΕΛΤΑ Α.Ε. πρόστι-\nμο ύψους δέκα χιλιά-\nδων (10.\n000) ευρώ.")

    assert brief(account) == [("ΚΕΛΤΑ Α.Ε.", "fine", "10000.00")]


def test_healing_joins_only_words_that_the_text_knows() -> None:
    assert heal("Ψηφ ίδα και Ψηφίδα") == "Ψηφίδα  και Ψηφίδα"
    assert heal("το ν όμο") == "το ν όμο"


def test_a_flood_of_sums_is_for_a_person_and_not_for_hours() -> None:
    account = decided("επιβάλλει στην ΚΕΛΤΑ Α.Ε. πρόστιμο " + "1.000 ευρώ, " * 200)

    assert account.sanctions == ()
    assert account.doubts


@pytest.mark.parametrize(
    "operative",
    [
        "αποφαίνεται ότι η χορήγηση αντιγράφων είναι επιτρεπτή.",
        "κρίνει ότι η διαγραφή του μέλους έγινε νομίμως και δεν στοιχειοθετείται παράβαση των διατάξεων του νόμου.",
        "δεν δέχεται την προσφυγή, διότι ορθώς διατηρείται η καταχώριση.",
        "κρίνει ότι είναι αναρμόδια να επιβάλει την υποχρέωση χορήγησης των στοιχείων.",
        "διαπιστώνει ότι ο ΟΑΕΔ συμμορφώθηκε προς την εντολή της απόφασης 5/2019 και θέτει την υπόθεση στο αρχείο.",
        "ανακαλεί τις αποφάσεις 3 έως 9/2020, με τις οποίες είχαν επιβληθεί πρόστιμα.",
    ],
)
def test_an_operative_part_that_only_finds_imposes_nothing(operative: str) -> None:
    assert decided(operative).nothing


@pytest.mark.parametrize(
    "operative",
    [
        "κρίνει ότι ο ΟΑΕΔ οφείλει να διαγράψει τα στοιχεία.",
        "δέχεται την αίτηση και μειώνει το επιβληθέν πρόστιμο στον ΟΑΕΔ σε 500 ευρώ.",
        "αποφαίνεται ότι ο ΟΑΕΔ υποχρεούται να διακόψει τη λειτουργία του συστήματος.",
    ],
)
def test_an_operative_part_that_may_tell_somebody_to_act_is_a_doubt(operative: str) -> None:
    account = decided(operative)

    assert account.nothing is None
    assert account.doubts


def test_a_title_of_general_rules_settles_an_operative_part_without_a_sanction() -> None:
    rules = "εκδίδει τον κατάλογο των πράξεων που υπόκεινται στην απαίτηση εκτίμησης αντικτύπου."

    assert decided(rules, title="Κατάλογος με τα είδη των πράξεων επεξεργασίας").nothing
    assert decided(rules).doubts


def test_several_fines_with_one_sum_are_a_doubt() -> None:
    assert decided("επιβάλλει στον ΟΑΕΔ δύο πρόστιμα ύψους 2.000 ευρώ έκαστο.").doubts
