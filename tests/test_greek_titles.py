"""What the title of a Greek list row says, and what it never settles."""

from datetime import date

import pytest

from scrapers.decision import Kind
from scrapers.meaning.greek.heading import listed_reference
from tests.greek import titled


def test_a_title_that_names_two_parties_gives_both() -> None:
    account = titled("Επιβολή προστίμου στην ΑΛΦΑ ΑΕ και στον ΟΑΕΔ για διαρροή δεδομένων")

    assert [one.party for one in account.sanctions] == ["ΑΛΦΑ ΑΕ", "ΟΑΕΔ"]


@pytest.mark.parametrize(
    ("title", "kinds", "party"),
    [
        ("Επιβολή προστίμου στη Ψηφίδα Δικτύων για περιστατικό παραβίασης", [Kind.FINE], "Ψηφίδα Δικτύων"),
        ("Πρόστιμο και επίπληξη στον ΟΑΕΔ για μη ικανοποίηση δικαιώματος", [Kind.FINE, Kind.REPRIMAND], "ΟΑΕΔ"),
        ("Επιβολή προστίμου σε Δήμαρχο για μη νόμιμη χρήση δεδομένων", [Kind.FINE], None),
        ("Επιβολή προστίμου σε Τράπεζα για παράνομη επεξεργασία", [Kind.FINE], None),
        ("Αυστηρή προειδοποίηση σε σχολείο", [Kind.WARNING], None),
        ("Εντολή απεγκατάστασης καμερών από πολυκατοικία", [Kind.ORDER], None),
        ("Παραίτηση από καταγγελία - Επιβολή επίπληξης", [Kind.REPRIMAND], None),
        ("Επιβολή προστίμου για διαρροή δεδομένων από την εταιρεία ΨΗΦΙΔΑ", [Kind.FINE], "ΨΗΦΙΔΑ"),
        ("Ανάκληση εν μέρει της απόφασης 3/2019 και επιβολή προστίμου", [Kind.FINE], None),
        ("Eπίπληξη για παράβαση της αρχής της ακρίβειας", [Kind.REPRIMAND], None),
        (
            "Προειδοποίηση προς Ταμείο Αρωγής Ναυτικών για την ενημέρωση οφειλετών",
            [Kind.WARNING],
            "Ταμείο Αρωγής Ναυτικών",
        ),
    ],
)
def test_a_title_names_kinds_and_party_but_never_settles_it(title: str, kinds: list[Kind], party: str | None) -> None:
    account = titled(title)

    assert [one.kind for one in account.sanctions] == kinds
    assert {one.party for one in account.sanctions} == {party}
    assert account.doubts
    assert (account.reference, account.decided_on) == ("12/2021", date(2021, 5, 5))


@pytest.mark.parametrize(
    "title",
    ["Ανάκληση απόφασης", "Απόρριψη αίτησης θεραπείας", "Παράταση αναστολής δημοσίων συνεδριάσεων", "Αναβολή έκδοσης"],
)
def test_a_title_that_rules_a_sanction_out_is_dropped(title: str) -> None:
    assert titled(title).nothing


@pytest.mark.parametrize(
    "title",
    [
        "Αυτοματοποιημένες κλήσεις από την εταιρεία ΦΩΝΗ",
        "Επιβολή κυρώσεων σε εταιρεία",
        "Ανάκληση απόφασης σχετικά με επιβολή προστίμου",
        "Μη συμμόρφωση σε εντολή της Αρχής",
        "Απόρριψη καταγγελίας και προειδοποίηση",
        "Συστάσεις σε εργοδότη για σύστημα βιντεοεπιτήρησης",
    ],
)
def test_a_title_that_may_hide_a_sanction_is_never_dropped(title: str) -> None:
    account = titled(title)

    assert account.nothing is None
    assert account.sanctions == ()
    assert account.doubts


def test_a_late_number_in_january_belongs_to_the_year_before() -> None:
    assert listed_reference("49", date(2024, 1, 29)) == "49/2023"
    assert listed_reference("61", date(2022, 2, 15)) == "61/2021"
    assert listed_reference("3041", date(2025, 9, 2)) is None
