"""Put together what the extraction of a PDF broke in two: words that the text, or every decision, knows whole."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"([^\W\d_]+)(\s{1,2})(?=([^\W\d_]+))")
"""One word, at most two blanks (one, and the end of a line), and the next word."""
_GENRE = (
    "Ανώνυμη ΑΝΩΝΥΜΗ Εταιρεία ΕΤΑΙΡΕΙΑ Εταιρία ΕΤΑΙΡΙΑ Μονοπρόσωπη "
    "ΜΟΝΟΠΡΟΣΩΠΗ Ιδιωτική ΙΔΙΩΤΙΚΗ Κεφαλαιουχική ΚΕΦΑΛΑΙΟΥΧΙΚΗ Περιορισμένης ΠΕΡΙΟΡΙΣΜΕΝΗΣ "
    "Ευθύνης ΕΥΘΥΝΗΣ Ομόρρυθμη ΟΜΟΡΡΥΘΜΗ Ετερόρρυθμη ΕΤΕΡΟΡΡΥΘΜΗ Τράπεζα "
    "ΤΡΑΠΕΖΑ Υπουργείο ΥΠΟΥΡΓΕΙΟ Νοσοκομείο ΝΟΣΟΚΟΜΕΙΟ Πανεπιστήμιο ΠΑΝΕΠΙΣΤΗΜΙΟ "
    "Οργανισμό Οργανισμός Περιφέρεια Συνεταιρισμό Συνεταιρισμός Υπηρεσιών ΥΠΗΡΕΣΙΩΝ "
    "Τηλεπικοινωνιών ΤΗΛΕΠΙΚΟΙΝΩΝΙΩΝ Ενέργειας ΕΝΕΡΓΕΙΑΣ Εμπορική ΕΜΠΟΡΙΚΗ Ελληνική "
    "ΕΛΛΗΝΙΚΗ Ασφαλιστική ΑΣΦΑΛΙΣΤΙΚΗ "
)
"""Words of names that stand whole in every other decision, if not in this one."""


def heal(text: str) -> str:
    """Put two pieces together where the text also knows them as one word; the blank goes behind it.

    >>> heal("Η Ψηφ ίδα. Η Ψηφίδα. Μονοπρόσ ωπη")
    'Η Ψηφίδα . Η Ψηφίδα. Μονοπρόσωπη '
    """
    known, healed, end = dict(Counter(_WORD.findall(_GENRE + text))), [], 0
    for found in _BROKEN.finditer(text):
        one, gap, other = found.groups()
        whole = known.get(one + other)
        if whole and found.start() >= end and whole >= min(known[one], known[other]):
            healed += [text[end : found.start()], one, other, gap]
            end = found.end(3)
    return "".join([*healed, text[end:]])
