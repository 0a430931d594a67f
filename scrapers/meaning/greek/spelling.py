"""Which of a name's spellings in a Greek document is the whole one, and its nominative. Knows no parties."""

import re
from collections import Counter

from scrapers.meaning.greek.flat import Flat, in_greek, letters_of
from scrapers.meaning.text import fold

_MASCULINE = re.compile(
    "(?:δημο|οργανισμο|συλλογο|συνδεσμο|συνεταιρισμο|ομιλο|σταθμο|συνηγορο|ναο|οικο)[συ]?|(?:φορε|τομε)α"
)
"""Heads of names whose nominative ends in -ς, as a sentence has them: “στον Δήμο”, “κατά του Δήμου”."""
_FEMININE = re.compile("τραπεζασ|εταιρε?ιασ|ενωσησ|επιχειρησησ|περιφερειασ|αρχησ|σχολησ|μονησ|κλινικησ|ομοσπονδιασ")
"""Heads of names in the genitive, whose nominative is without its -ς: “σε βάρος της Εθνικής Τράπεζας”."""
_NEUTER = {
    "Υπουργείου": "Υπουργείο", "Νοσοκομείου": "Νοσοκομείο", "Πανεπιστημίου": "Πανεπιστήμιο", "Αρχηγείου": "Αρχηγείο",
    "Κολλεγίου": "Κολλέγιο", "Γενικού": "Γενικό", "Σωματείου": "Σωματείο", "Ταμείου": "Ταμείο", "Κέντρου": "Κέντρο",
    "Ιδρύματος": "Ίδρυμα", "Ιατρικού": "Ιατρικό", "Επιμελητηρίου": "Επιμελητήριο", "Ινστιτούτου": "Ινστιτούτο",
    "Συλλόγου": "Σύλλογος", "Συνδέσμου": "Σύνδεσμος", "Ομίλου": "Όμιλος",
}  # fmt: skip
"""What its nominative has another accent or no rule for."""
_MIXED = re.compile("[α-ωά-ώ][a-z]|[a-z][α-ωά-ώ]")
"""A small Latin letter in a Greek word: nobody writes so, a print shop's font does."""
_BEFORE_HEAD = 3
"""Words up to the head of a name: “Μορφωτικό Σύλλογο …”, “Ευρωπαϊκό Πολιτιστικό Οργανισμό …”."""


def published_name(flat: Flat, name: str) -> str:
    """The least broken spelling that the document repeats for this name, in the nominative.

    Extraction puts blanks into single ones, and a sentence puts its articles in: the fewest words are the name.
    """
    letters = [letters_of(word) for word in name.split() if word not in ("του", "της", "των")]
    pattern = re.compile("(?:του|τησ|των)?".join(re.escape(word) for word in letters))
    spellings = Counter(" ".join(flat.healed_words(*found.span()).split()) for found in flat.find(pattern))
    alike = Counter({words: count for words, count in spellings.items() if words.isupper() == name.isupper()})
    usual = max(alike.values(), default=0)
    repeated = [words for words, count in alike.most_common() if count > 1 and count * 4 > usual] or [name]
    return nominative(min(repeated, key=lambda words: len(words.split())))


def nominative(name: str) -> str:
    """A name as the subject of a sentence; one that no rule knows stays as it is.

    >>> nominative("Αθλητικό Σύλλογο Πέτρας"), nominative("Δήμου Πέτρας"), nominative("Εθνικής Τράπεζας Πέτρας")
    ('Αθλητικός Σύλλογος Πέτρας', 'Δήμος Πέτρας', 'Εθνική Τράπεζα Πέτρας')
    """
    words = [in_greek(word) if _MIXED.search(word) else word for word in name.split()]
    folded = [fold(word) for word in words[:_BEFORE_HEAD]]
    for place in range(_head(folded, _MASCULINE) + 1):
        words[place] = _NEUTER.get(words[place]) or _ending_in_s(words[place])
    for place in range(_head(folded, _FEMININE) + 1):
        words[place] = re.sub("[ςΣ]$", "", words[place])
    for place in range(2 if words[0] in _NEUTER else 0):
        words[place : place + 1] = [_NEUTER.get(word, word) for word in words[place : place + 1]]
    return " ".join(words)


def _head(words: list[str], heads: re.Pattern[str]) -> int:
    """Where the head is, -1 for nowhere. A masculine genitive is one only at the beginning: “Κέντρο Δήμου …”."""
    found = (place for place, word in enumerate(words) if heads.fullmatch(word))
    return next((place for place in found if place == 0 or not words[place].endswith("υ")), -1)


def _ending_in_s(word: str) -> str:
    """“Αγροτικό”, “Αγροτικού” and “ΔΗΜΟ” to “Αγροτικός” and “ΔΗΜΟΣ”."""
    ended = re.sub("ού$", "ό", re.sub("ου$", "ο", re.sub("ΟΥ$", "Ο", word)))
    if ended.endswith(("Ο", "Α")):
        return ended + "Σ"
    return ended + "ς" if ended.endswith(("ο", "ό", "α")) else ended


def occurrences(flat: Flat, name: str) -> int:
    """How often a name stands in a text, however it is spaced."""
    return flat.letters.count(letters_of(name))
