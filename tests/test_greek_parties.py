"""On whom a Greek decision imposes something, and how its party is called."""

import pytest

from scrapers.decision import Kind, total
from tests.greek import brief, decided, only


def test_each_party_has_its_own_sums_before_or_after_its_name() -> None:
    listed = decided("επιβάλλει: α) στο Υπουργείο Υγείας πρόστιμο 7.000 ευρώ και β) στην «ΒΗΤΑ ΕΠΕ» πρόστιμο 800 ευρώ.")
    turned = decided("επιβάλλει πρόστιμο ύψους 7.000 ευρώ στο Υπουργείο Υγείας και ύψους 800 ευρώ στην «ΒΗΤΑ ΕΠΕ».")

    expected = [("Υπουργείο Υγείας", "fine", "7000.00"), ("ΒΗΤΑ ΕΠΕ", "fine", "800.00")]
    assert brief(listed) == brief(turned) == expected


def test_points_without_a_party_go_on_with_the_last_one_named() -> None:
    account = decided(
        "α. Επιβάλλει, στην ΗΛΙΟΣ ΕΝΕΡΓΕΙΑ Α.Ε.: i. πρόστιμο ύψους δέκα χιλιάδων (10.000), ii. την κύρωση της "
        "προειδοποίησης, iii. δίνει εντολή ώστε, εντός έξι μηνών, να ελέγξει τους συνεργάτες της. "
        "β. Επιβάλλει, στην ΦΩΝΗ ΙΚΕ.: πρόστιμο ύψους 500 ευρώ."
    )

    assert brief(account) == [
        ("ΗΛΙΟΣ ΕΝΕΡΓΕΙΑ Α.Ε.", "fine", "10000.00"),
        ("ΗΛΙΟΣ ΕΝΕΡΓΕΙΑ Α.Ε.", "warning", None),
        ("ΗΛΙΟΣ ΕΝΕΡΓΕΙΑ Α.Ε.", "order", None),
        ("ΦΩΝΗ ΙΚΕ", "fine", "500.00"),
    ]


def test_one_sum_for_several_parties_together_is_stated_at_each_and_counted_once() -> None:
    account = decided("επιβάλλει στις εταιρείες «ΑΛΦΑ ΑΕ» και «ΒΗΤΑ ΑΕ», από κοινού, πρόστιμο ύψους 20.000 ευρώ.")

    assert brief(account) == [("ΑΛΦΑ ΑΕ", "fine", "20000.00"), ("ΒΗΤΑ ΑΕ", "fine", "20000.00")]
    assert len({one.joint for one in account.sanctions}) == 1
    assert total(account.sanctions, Kind.FINE) == {"EUR": 2000000}
    assert account.doubts == ()


@pytest.mark.parametrize(
    "words",
    [
        "στις εταιρείες «ΑΛΦΑ ΑΕ» και «ΒΗΤΑ ΑΕ» πρόστιμο ύψους 2.000 ευρώ στην καθεμία",
        "σε καθεμία από τις εταιρείες «ΑΛΦΑ ΑΕ» και «ΒΗΤΑ ΑΕ» πρόστιμο ύψους 2.000 ευρώ",
        "στην «ΑΛΦΑ ΑΕ», ως υπεύθυνη επεξεργασίας, και στην «ΒΗΤΑ ΑΕ», ως εκτελούσα, πρόστιμο 2.000 ευρώ εκάστη",
        "στις ομόρρυθμες εταιρείες ΑΛΦΑ ΑΕ και ΒΗΤΑ ΑΕ, σε έκαστη, πρόστιμο ύψους 2.000 ευρώ",
    ],
)
def test_one_sum_for_each_of_several_parties_is_a_fine_for_each(words: str) -> None:
    account = decided(f"επιβάλλει {words}.")

    assert brief(account) == [("ΑΛΦΑ ΑΕ", "fine", "2000.00"), ("ΒΗΤΑ ΑΕ", "fine", "2000.00")]
    assert total(account.sanctions, Kind.FINE) == {"EUR": 400000}
    assert account.doubts == ()


@pytest.mark.parametrize(
    "words",
    [
        "στις εταιρείες «ΑΛΦΑ ΑΕ» και «ΒΗΤΑ ΑΕ» πρόστιμο ύψους 2.000 ευρώ",
        "στις εταιρείες του ομίλου «ΑΛΦΑ» πρόστιμο ύψους 2.000 ευρώ στην καθεμία",
        "στην «ΑΛΦΑ ΑΕ», που διαχειρίζεται το σύστημα, στην «ΒΗΤΑ ΑΕ» πρόστιμο ύψους 2.000 ευρώ στην καθεμία",
    ],
)
def test_a_sum_for_several_that_can_be_shared_in_two_ways_is_a_doubt(words: str) -> None:
    assert decided(f"επιβάλλει {words}.").doubts


def test_a_reprimand_of_several_is_one_for_each() -> None:
    account = decided("απευθύνει επίπληξη στην «ΑΛΦΑ ΑΕ» και στον Β.")

    assert brief(account) == [("ΑΛΦΑ ΑΕ", "reprimand", None), (None, "reprimand", None)]


def test_what_a_second_one_gets_in_the_same_breath_is_read_as_well() -> None:
    account = decided("επιβάλλει στην «ΑΛΦΑ ΑΕ» πρόστιμο 2.000 ευρώ και στον νόμιμο εκπρόσωπό της Β επίπληξη.")

    assert brief(account) == [("ΑΛΦΑ ΑΕ", "fine", "2000.00"), (None, "reprimand", None)]


def test_the_heading_of_a_point_says_whom_it_is_about() -> None:
    account = decided(
        "Α. Ως προς το Υπουργείο Υγείας: επιβάλλει πρόστιμο 9.000 ευρώ και δίνει εντολή να συμμορφωθεί. "
        "Β. Ως προς τη «ΒΗΤΑ ΑΕ»: επιβάλλει πρόστιμο 800 ευρώ."
    )

    assert brief(account) == [
        ("Υπουργείο Υγείας", "fine", "9000.00"),
        ("Υπουργείο Υγείας", "order", None),
        ("ΒΗΤΑ ΑΕ", "fine", "800.00"),
    ]


def test_an_order_names_its_addressee_before_its_content() -> None:
    account = decided(
        "επιβάλλει στον ΟΑΕΔ πρόστιμο ύψους 900 ευρώ και δίνει εντολή να χορηγήσει στην Ένωση Καταναλωτών αντίγραφο."
    )

    assert brief(account) == [("ΟΑΕΔ", "fine", "900.00"), ("ΟΑΕΔ", "order", None)]


def test_an_article_that_the_sentence_puts_into_a_name_is_left_out() -> None:
    facts = "Το Αρχηγείο Ακτής. " * 2 + "Στο Αρχηγείο της Ακτής. " * 3

    assert only(decided("απευθύνει στο Αρχηγείο της Ακτής επίπληξη.", facts=facts)).party == "Αρχηγείο Ακτής"


def test_an_anonymised_person_is_nobody_and_no_doubt() -> None:
    account = decided("επιβάλλει στον καθ' ου Β, ως υπεύθυνο επεξεργασίας, πρόστιμο ύψους χιλίων ( 1.000) ευρώ.")

    assert brief(account) == [(None, "fine", "1000.00")]
    assert account.doubts == ()


def test_a_described_party_is_the_one_complained_of() -> None:
    facts = "Υποβλήθηκε καταγγελία κατά της εταιρείας με την επωνυμία «ΧΑΡΤΙ ΑΕ». "

    account = decided("επιβάλλει στην καταγγελλόμενη εταιρεία πρόστιμο ύψους 900 ευρώ.", facts=facts)

    assert brief(account) == [("ΧΑΡΤΙ ΑΕ", "fine", "900.00")]


def test_a_described_party_that_could_be_two_is_a_doubt() -> None:
    facts = "Υποβλήθηκαν καταγγελίες κατά της εταιρείας «ΧΑΡΤΙ ΑΕ» και κατά της εταιρείας «ΜΕΛΑΝΙ ΑΕ». "

    assert decided("επιβάλλει στην καταγγελλόμενη εταιρεία πρόστιμο ύψους 900 ευρώ.", facts=facts).doubts


@pytest.mark.parametrize("label", ["(εφεξής «καταγγελλόμενη»)", "(στο εξής η καταγγελλόμενη εταιρεία)"])
def test_a_described_party_is_the_one_whom_the_text_calls_so(label: str) -> None:
    facts = f"Ο Α εργαζόταν στην «ΧΑΡΤΙ ΑΕ», με έδρα την Πάτρα, {label}. Καταγγελία κατά της «ΜΕΛΑΝΙ ΑΕ». "

    account = decided("επιβάλλει στην καταγγελλόμενη πρόστιμο ύψους 900 ευρώ.", facts=facts)

    assert brief(account) == [("ΧΑΡΤΙ ΑΕ", "fine", "900.00")]
    assert account.doubts == ()


def test_a_capital_alone_makes_no_name() -> None:
    account = decided("επιβάλλει στον Δήμο Πέτρας πρόστιμο ύψους 900 ευρώ. Δίνει εντολή στον Δήμο να συμμορφωθεί.")

    assert {one.party for one in account.sanctions} == {"Δήμος Πέτρας"}


def test_what_reads_like_a_sentence_is_no_name() -> None:
    account = decided("απευθύνει στην «ΑΛΦΑ ΑΕ η οποία παραβίασε το άρθρο 6 και έχει ήδη συμμορφωθεί» επίπληξη.")

    assert account.doubts


def test_a_consequence_for_nobody_is_a_doubt() -> None:
    assert decided("απευθύνει προειδοποίηση να μη λειτουργήσει το σύστημα.").doubts


def test_where_nobody_is_addressed_title_and_text_together_say_who_is_meant() -> None:
    account = decided(
        "απευθύνει προειδοποίηση να μη λειτουργήσει το σύστημα.",
        facts="Ο ΕΟΔΥ απάντησε. Ο ΕΟΔΥ παρέστη. Η μελέτη του ΕΟΔΥ. Κατά τον ΕΟΔΥ. Το υπόμνημα του ΕΟΔΥ. ",
        title="Εξέταση του συστήματος παρακολούθησης του ΕΟΔΥ",
    )

    assert brief(account) == [("ΕΟΔΥ", "warning", None)]


def test_a_name_broken_by_extraction_is_put_together_where_the_text_knows_it() -> None:
    facts = "Η Ψηφίδα Δικτύων ΑΕ απάντησε. Η Ψηφίδα Δικτύων ΑΕ παρέστη. "

    account = decided("απευθύνει στην Ψηφ ίδα Δικτύ ων ΑΕ επίπληξη.", facts=facts)

    assert only(account).party == "Ψηφίδα Δικτύων ΑΕ"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("στο Δήμο Χαλανδρίου", "Δήμος Χαλανδρίου"),
        ("στο Υπουργείο Παιδείας, Θρησκευμάτων και Αθλητισμού", "Υπουργείο Παιδείας, Θρησκευμάτων και Αθλητισμού"),
        ("στην εταιρεία Brightface AI, Inc.", "Brightface AI, Inc."),
        ("στην Οne Step ΜONΟΠΡΟΣΩΠΗ Ι.Κ.Ε.", "Οne Step ΜONΟΠΡΟΣΩΠΗ Ι.Κ.Ε."),
        ("στη Ζήτα & Λάμδα Ο.Ε.", "Ζήτα & Λάμδα Ο.Ε."),
        ("προς τον ΟΠΕΚΕΠΕ, ως υπεύθυνο επεξεργασίας,", "ΟΠΕΚΕΠΕ"),
        ("στον Υποψήφιο Βουλευτή Α", None),
        ("στον Δ, πρώην δήμαρχο,", None),
        ("στον διαχειριστή της πολυκατοικίας Β", None),
        ("στον Γενικό Γραμματέα Λιμένων Α", None),
        ("στον Αθλητικό Σύλλογο Πέτρας", "Αθλητικός Σύλλογος Πέτρας"),
        ("στον Οργανισμό κατά της Ερημοποίησης (ΟΚΕΡ)", "Οργανισμός κατά της Ερημοποίησης (ΟΚΕΡ)"),
        ("στην εταιρεία παροχής υπηρεσιών φύλαξης «ΤΕΙΧΟΣ ΑΕ»", "ΤΕΙΧΟΣ ΑΕ"),
        ("σε βάρος της Ναυτικής Τράπεζας Α.Ε.", "Ναυτική Τράπεζα Α.Ε."),
        ("στο 3ο Λύκειο Πέτρας", "3ο Λύκειο Πέτρας"),
        ("στην «ΤΕΙΧΟΣ Μονοπρόσ ωπη ΙΚΕ»", "ΤΕΙΧΟΣ Μονοπρόσωπη ΙΚΕ"),
    ],
)
def test_a_party_has_its_published_name(words: str, name: str | None) -> None:
    assert only(decided(f"απευθύνει {words} επίπληξη για την παραβίαση του άρθρου 6 του ΓΚΠΔ.")).party == name


def test_the_trade_name_goes_with_the_name() -> None:
    account = decided("απευθύνει επίπληξη στην «ΑΛΦΑ & ΒΗΤΑ Ο.Ε.» και διακριτικό τίτλο «ΓΡΑΜΜΗ».")

    assert only(account).party == "ΑΛΦΑ & ΒΗΤΑ Ο.Ε. «ΓΡΑΜΜΗ»"


def test_a_described_party_is_the_one_whose_name_begins_so() -> None:
    account = decided("απευθύνει επίπληξη στην Τράπεζα.", facts="Η Τράπεζα Ακτών Α.Ε. γνωστοποίησε το περιστατικό. ")

    assert only(account).party == "Τράπεζα Ακτών Α.Ε."


def test_each_party_of_one_sentence_gets_its_own_kind() -> None:
    account = decided("επιβάλλει στην «ΑΛΦΑ ΑΕ» την κύρωση της προειδοποίησης και στην «ΒΗΤΑ ΑΕ» πρόστιμο 1.500 ευρώ.")

    assert brief(account) == [("ΑΛΦΑ ΑΕ", "warning", None), ("ΒΗΤΑ ΑΕ", "fine", "1500.00")]


def test_a_point_that_names_nobody_is_about_the_only_one_who_is_addressed() -> None:
    account = decided("1) απευθύνει επίπληξη για την έλλειψη και 2) επιβάλλει στο Υπουργείο Υγείας πρόστιμο 900 ευρώ.")

    assert {one.party for one in account.sanctions} == {"Υπουργείο Υγείας"}


def test_an_unknown_word_before_a_description_hides_no_name() -> None:
    account = decided("επιβάλλει πρόστιμο 900 ευρώ.", facts="Καταγγελία κατά της εργοδότριας εταιρείας «ΧΑΡΤΙ ΑΕ». ")

    assert only(account).party == "ΧΑΡΤΙ ΑΕ"


def test_a_letter_behind_a_comma_is_a_person() -> None:
    account = decided("κρίνει ότι η καταγγελλόμενη, ψυχολόγος Β, έσφαλε και της επιβάλλει πρόστιμο 900 ευρώ.")

    assert brief(account) == [(None, "fine", "900.00")]
    assert account.doubts == ()
