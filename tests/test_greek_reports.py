"""How Greek releases, news and summaries are read: what is news in them, and what they only mention."""

from datetime import date

import pytest

from scrapers.adapter import Form, Passage, RawDecision, Request
from scrapers.decision import Kind
from scrapers.meaning.greek import read
from scrapers.meaning.greek.sentences import sentences
from tests.greek import brief, report, told

IMPOSED = "Η Αρχή, με την απόφαση 14/2023, επέβαλε στην ΨΗΦΙΔΑ Α.Ε. πρόστιμο ύψους 6.000 ευρώ."
FINE = ("ΨΗΦΙΔΑ Α.Ε.", "fine", "6000.00")


def test_a_summary_speaks_of_the_past_and_says_no_fine_twice() -> None:
    account = told(
        "Επιβολή προστίμου 6.000 ευρώ στην Ψηφίδα ΑΕ. Η Αρχή επέβαλε πρόστιμο ύψους 6.000 ευρώ και έδωσε εντολή "
        "συμμόρφωσης. Το 2019 είχε επιβληθεί πρόστιμο 900 ευρώ.",
        Form.DECISION_PAGE,
    )

    assert [(one.kind, one.money and one.money.minor) for one in account.sanctions] == [
        (Kind.FINE, 600000),
        (Kind.ORDER, None),
    ]


def test_a_silent_summary_drops_nothing_while_its_document_is_unread() -> None:
    page = Passage(Form.DECISION_PAGE, "Η Αρχή απέρριψε την καταγγελία.", "el")
    raw = RawDecision("slug", "", "", (page,), attachments=(Request("https://www.dpa.gr/1.pdf"),))

    assert read(raw, page).nothing is None


def test_a_release_has_its_fine_its_number_and_its_day() -> None:
    account = report(f"Αθήνα, 14-03-2023\nΔΕΛΤΙΟ ΤΥΠΟΥ\n{IMPOSED}")

    assert brief(account) == [FINE]
    assert account.doubts == ()
    assert (account.reference, account.published_on, account.decided_on) == ("14/2023", date(2023, 3, 14), None)


def test_the_day_beside_the_number_is_the_day_of_the_decision() -> None:
    account = report("Η Αρχή, με την απόφαση 14/2023 της 02-03-2023, απηύθυνε επίπληξη στον ΟΑΕΔ.")

    assert account.decided_on == date(2023, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Πρόστιμο ύψους 6.000 ευρώ στην ΨΗΦΙΔΑ Α.Ε. επέβαλε η Αρχή για διαρροή δεδομένων.",
        "Διοικητικό πρόστιμο 6.000 ευρώ επιβλήθηκε στην ΨΗΦΙΔΑ Α.Ε. με την απόφαση 14/2023.",
        "Στην επιβολή προστίμου ύψους 6.000 ευρώ στην ΨΗΦΙΔΑ Α.Ε. προχώρησε η Αρχή.",
        "Δημοσιεύθηκε η απόφαση 14/2023, με την οποία η Αρχή επέβαλε στην ΨΗΦΙΔΑ Α.Ε. πρόστιμο 6.000 ευρώ.",
        "Η Αρχή εξέτασε καταγγελία κατά της «ΨΗΦΙΔΑ Α.Ε.». Διαπίστωσε παράβαση και της επέβαλε πρόστιμο 6.000 ευρώ.",
    ],
)
def test_news_is_told_in_many_orders_of_words(text: str) -> None:
    account = report(text)

    assert brief(account) == [FINE]
    assert account.doubts == ()


@pytest.mark.parametrize(
    "aside",
    [
        "Ο κύκλος εργασιών της ανήλθε σε 3.000.000 ευρώ.",
        "Με παλαιότερη απόφαση είχε επιβληθεί στην ίδια εταιρεία πρόστιμο 900 ευρώ.",
        "Το ανώτατο πρόστιμο που μπορεί να επιβληθεί ανέρχεται σε 20.000.000 ευρώ.",
        "Για την ίδια υπόθεση η ιταλική αρχή επέβαλε πρόστιμο 50.000 ευρώ.",
        "Υπενθυμίζεται ότι η Αρχή επέβαλε στον ΟΑΕΔ πρόστιμο 700 ευρώ.",
    ],
)
def test_what_stands_beside_the_news_is_not_read(aside: str) -> None:
    account = report(f"{IMPOSED} {aside}")

    assert brief(account) == [FINE]
    assert account.doubts == ()


def test_a_headline_that_says_the_same_is_no_second_fine() -> None:
    account = report(f"Επιβολή προστίμου 6.000 ευρώ στην ΨΗΦΙΔΑ\n{IMPOSED}")

    assert brief(account) == [FINE]
    assert account.doubts == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Πρόστιμο στην ΨΗΦΙΔΑ από τη CNIL", "Η γαλλική αρχή CNIL επέβαλε στην ΨΗΦΙΔΑ πρόστιμο 6.000 ευρώ."),
        (
            "Πρόστιμο στην ΨΗΦΙΔΑ",
            "Η Επιτροπή Προστασίας Δεδομένων της Ιρλανδίας της επέβαλε πρόστιμο 6.000 ευρώ.",
        ),
        ("Πρόστιμο στην ΨΗΦΙΔΑ", "Πρόστιμο 6.000 ευρώ επιβλήθηκε στην ΨΗΦΙΔΑ από την Επιτροπή Ανταγωνισμού."),
        ("Πρόστιμα της ΑΑΔΕ", "Η ΑΑΔΕ επέβαλε πρόστιμα 6.000 ευρώ σε επιχειρήσεις."),
        (
            "ΣτΕ: ακυρώθηκε πρόστιμο",
            "Το Συμβούλιο της Επικρατείας ακύρωσε απόφαση με την οποία επιβλήθηκε πρόστιμο.",
        ),
        ("Προσφυγή", "Στο ΣτΕ προσέφυγε η ΨΗΦΙΔΑ κατά του προστίμου που της επέβαλε η Αρχή."),
        ("Έλεγχοι", "Η Αρχή ξεκίνησε ελέγχους. Σε περίπτωση παραβάσεων θα επιβληθούν πρόστιμα έως 20.000.000 ευρώ."),
        ("Προσοχή σε απάτη", "Αποστέλλονται παραπλανητικά μηνύματα που ζητούν πρόστιμο 450 ευρώ."),
        ("Ετήσια Έκθεση", "Η Αρχή επέβαλε πρόστιμα συνολικού ύψους 900.000 ευρώ, από τα οποία 6.000 στην ΨΗΦΙΔΑ."),
        ("Ημερίδα", "Θα παρουσιαστεί η απόφαση 14/2023, με την οποία επιβλήθηκε στην ΨΗΦΙΔΑ πρόστιμο 6.000 ευρώ."),
        ("Οι αποφάσεις σε αριθμούς", "Το 2022 η Αρχή εξέδωσε 69 αποφάσεις και επέβαλε 33 πρόστιμα 900.000 ευρώ."),
        ("Νέος Πρόεδρος", "Ορκίστηκε ο νέος Πρόεδρος της Αρχής."),
        ("Συμβουλές", "Απαιτούνται προειδοποιητικές πινακίδες. Η Αρχή προειδοποιεί τους πολίτες για τις κάμερες."),
    ],
)
def test_what_announces_no_sanction_of_the_authority_is_certain(title: str, text: str) -> None:
    account = report(text, title, Form.NEWS)

    assert account.nothing
    assert account.sanctions == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Πρόστιμο στην ΨΗΦΙΔΑ", "Επιβλήθηκε πρόστιμο 6.000 ευρώ στην ΨΗΦΙΔΑ."),
        ("Επιβολή προστίμου στην ΨΗΦΙΔΑ", "Η Αρχή εξέτασε την υπόθεση."),
        ("Ημερίδα της Αρχής", f"Η ημερίδα αναβάλλεται. {IMPOSED}"),
        ("Ανακοίνωση", f"{IMPOSED} Το πρόστιμο των 900 ευρώ στον ΟΑΕΔ εξοφλήθηκε."),
        ("Πρόστιμα στον ΟΑΕΔ", "Η Αρχή επέβαλε δύο πρόστιμα στον ΟΑΕΔ, ύψους 2.000 ευρώ έκαστο."),
        ("Απόφαση", "Αντί για 20.000.000 ευρώ, που μπορεί να φθάσει, η Αρχή έκρινε αναλογικό πρόστιμο 6.000 ευρώ."),
        ("Η ΨΗΦΙΔΑ πληρώνει", "Την ποινή των 6.000 ευρώ αποφάσισε η Αρχή."),
        ("ΣτΕ", "Το ΣτΕ ακύρωσε απόφαση της Αρχής. " + IMPOSED),
    ],
)
def test_news_that_could_mean_two_things_is_a_doubt(title: str, text: str) -> None:
    account = report(text, title, Form.NEWS)

    assert account.nothing is None
    assert account.doubts


def test_a_ruling_that_the_authority_follows_does_not_hide_its_fine() -> None:
    account = report("Σε συνέχεια απόφασης του ΣτΕ, η Αρχή επέβαλε στην ΨΗΦΙΔΑ Α.Ε. πρόστιμο 6.000 ευρώ.")

    assert brief(account) == [FINE]


def test_a_fine_before_a_rejected_request_for_review_is_of_earlier_days() -> None:
    text = f"{IMPOSED} Η εταιρεία υπέβαλε αίτηση θεραπείας. Η Αρχή απέρριψε την αίτηση."

    assert report(text, form=Form.DECISION_PAGE).nothing


def test_a_right_to_ask_for_review_does_not_hide_a_fine() -> None:
    assert brief(report(f"{IMPOSED} Κατά της απόφασης χωρεί αίτηση θεραπείας.")) == [FINE]


def test_a_company_that_the_summary_does_not_name_is_nobody_and_no_doubt() -> None:
    account = report("Επιβλήθηκε στην εταιρεία πρόστιμο χιλίων ευρώ (1.000€).", form=Form.DECISION_PAGE)

    assert brief(account) == [(None, "fine", "1000.00")]
    assert account.doubts == ()


def test_a_page_is_read_by_its_fields_and_its_block_only_once() -> None:
    block = (
        "Κατηγορία\nΑπόφαση\nΗμερομηνία\n03/06/2021\nΑριθμός πράξης\n23\nΠερίληψη\n"
        "Η Αρχή επέβαλε στον ΟΑΕΔ πρόστιμο 1.500,00 ευρώ.\nPDF Απόφασης\n23_2021.pdf 270.25 KB\n"
    )

    account = report(block * 2, form=Form.DECISION_PAGE)

    assert brief(account) == [("ΟΑΕΔ", "fine", "1500.00")]
    assert (account.reference, account.decided_on) == ("23/2021", date(2021, 6, 3))


def test_an_opinion_is_known_by_the_fields_of_its_page() -> None:
    text = "Κατηγορία\nΓνωμοδότηση\nΗμερομηνία\n03/06/2021\nΑριθμός πράξης\n2\nΠερίληψη\nΗ Αρχή επέβαλε πρόστιμο."

    assert report(text, form=Form.DECISION_PAGE).nothing


def test_an_english_release_is_read_in_english() -> None:
    text = "The Hellenic Data Protection Authority imposed a fine of 6,000 euros on Psifida S.A. (Decision 14/2023)."

    account = report(text, "HDPA fines Psifida")

    assert [(one.kind, one.money and one.money.minor) for one in account.sanctions] == [(Kind.FINE, 600000)]
    assert account.reference == "14/2023"


def test_an_english_release_about_another_authority_imposes_nothing() -> None:
    account = report("The Irish SA imposed a fine of 6,000 euros on Psifida Ltd.", "Fine of 6,000 euros on Psifida")

    assert account.nothing


def test_abbreviations_and_wrapped_lines_end_no_sentence() -> None:
    text = (
        "Η υπ’ αριθ. 14/2023 απόφαση, κατά το άρθρο 58 παρ. 2 στοιχ. θ΄ του ΓΚΠΔ, αφορά την\n"
        "ΨΗΦΙΔΑ Α.Ε. Πατρών και δημοσιεύθηκε.\nΤίτλος\nΔεύτερη πρόταση."
    )

    assert [(one.words[:8], one.headline) for one in sentences(text)] == [
        ("η υπ’ αρ", False),
        ("τιτλοσ", True),
        ("δευτερη ", False),
    ]


def test_by_whom_it_was_imposed_counts_and_not_who_tells_it() -> None:
    account = report("Η Αρχή ενημερώθηκε ότι επιβλήθηκε στην ΨΗΦΙΔΑ πρόστιμο 6.000 ευρώ από τη γαλλική αρχή.")

    assert account.nothing


def test_a_line_that_ends_with_a_colon_goes_on_in_the_next() -> None:
    account = report("Η Αρχή, με την απόφαση 14/2023, επέβαλε:\nστην ΨΗΦΙΔΑ Α.Ε. πρόστιμο ύψους 6.000 ευρώ.")

    assert brief(account) == [FINE]
