"""Sorts of Greek releases and news that announce no sanction, told by their title. Knows no sentence below it."""

import re

from scrapers.meaning.greek.bearing import SANCTION
from scrapers.meaning.greek.sentences import plain

YEARLY = "a report on the authority's year"
_SORTS = (
    (YEARLY, "ετησιασ? εκθεσ|εκθεση πεπραγμενων|απολογισμ|στατιστικα"),
    (
        "an event",
        "ημεριδα|διημεριδα|εκδηλωσ|συνεδριο|σεμιναρι|διαδικτυακ[α-ω]+ (?:σεμιν|εκδηλ|ημερ|ενημερ)"
        "|webinar|χαιρετισμ|ομιλια"
        "|(?:ευρωπαικη )?ημερασ? προστασιασ|εορτασμ|εργαστηριο |επισκεψη|συναντηση|συνεδριαση"
        "|συνοδοσ?|συμμετοχη τησ αρχησ"
        "|ολομελειασ? του (?:εσπδ|ευρωπ)|εκπαιδευτικ[α-ω]+ (?:προγρ|δρασ)|διαγωνισμ|βραβ",
    ),
    ("a consultation", "διαβουλευσ"),
    ("an opinion, not a decision", "γνωμοδοτησ|γνωμη |κοινη γνωμ"),
    (
        "guidance",
        "κατευθυντηρι|συστασεισ (?:προσ|για)|οδηγοσ |οδηγιεσ|συχνεσ ερωτησεισ|συμβουλεσ"
        "|ενημερωτικο υλικο|εργαλειο|υποδειγμα"
        "|ενημερωση (?:των |τουσ )?(?:πολιτων|πολιτεσ|υπευθυνων|υπο|υπω)",
    ),
    (
        "an act of the authority's own organisation, or general rules",
        "προσκληση|προκηρυξη|προσληψ|αποσπασ|μεταταξ|θεσεισ (?:εργασ|πρακτ)|πρακτικη ασκηση"
        "|ορκωμοσια|διορισμ|νεο[σι] (?:προεδρο|μελ)"
        "|μνημονιο|συνεργασια τησ αρχησ|αργια|διακοπη λειτουργιασ (?:τησ αρχησ|των γραφ|του πρωτ"
        "|λογω)|ωραριο|μετεγκαταστασ"
        "|νεα (?:ιστοσελιδα|διαδικτυακη|υπηρεσια)|κανονισμο[συ] λειτουργιασ|ψηφιακη πυλη"
        "|αναστολη (?:λειτ|τησ υποβ|δημοσ)",
    ),
    ("a warning to the public", "προσοχη|παραπλανητικ|απατη|εξαπατησ|phishing"),
)


def no_sanction(title: str) -> str | None:
    """The reason why a release of this title announces no sanction; None where the title may, or names one."""
    words = f"{plain(title)} "
    if SANCTION.search(words):
        return None
    return next((reason for reason, pattern in _SORTS if re.search(rf"\b(?:{pattern})", words)), None)
