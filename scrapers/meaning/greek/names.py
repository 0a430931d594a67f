"""Names as a Greek text prints them: where one ends, and which of its spellings is the whole one. Knows no parties."""

import re
from collections import Counter

from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.text import fold

_QUOTED = re.compile(r"«([^»]{1,160})»|[“„\"]([^”“\"]{1,160})[”“\"]|‘([^’]{1,160})’|``([^`]{1,160})``")
_CAPITAL = "[A-ZΑ-ΩΆΈΉΊΌΎΏΪΫ]"
_WORD = rf"{_CAPITAL}[\w.&'’΄/-]*"
_FORM = r"(?:Inc|LLC|Ltd|L\.P|S\.A|GmbH|Co\b|B\.V|Α\.?Ε|Ε\.?Π\.?Ε|Ι\.?Κ\.?Ε)"
_JOINT = rf"(?:[-–&+]|και|του|της|των|of|de|and|,(?=\s*(?:{_FORM}|{_WORD}\s+και\s+{_CAPITAL})))"
_RUN = re.compile(rf"{_WORD}(?:\s*{_JOINT}?\s*(?:{_WORD}|\d+(?=\s*{_CAPITAL})))*")
_ABBREVIATION = re.compile(rf"(?:{_CAPITAL}{{1,4}}\.){{2,5}}|{_CAPITAL}{{1,3}}\.|Ltd\.|Inc\.|Co\.")
_DOTTED = re.compile(rf"(?:{_CAPITAL}{{1,4}}\.){{2,5}}|Ltd\.|Inc\.|Co\.")
_SENTENCE = re.compile("(?:η|ο|το|οι|τα|σε|με|περαιτερω|επισησ|επιβαλ.*|απευθ.*|διν.*|διδ.*|διατ.*|θετει|απορριπτ.*)$")
_NOMINATIVE = {
    "Δήμο": "Δήμος", "Δήμου": "Δήμος", "Οργανισμό": "Οργανισμός", "Οργανισμού": "Οργανισμός", "Σύλλογο": "Σύλλογος",
    "Συλλόγου": "Σύλλογος", "Σύνδεσμο": "Σύνδεσμος", "Συνδέσμου": "Σύνδεσμος", "Συνεταιρισμό": "Συνεταιρισμός",
    "Συνεταιρισμού": "Συνεταιρισμός", "Όμιλο": "Όμιλος", "Ομίλου": "Όμιλος", "Υπουργείου": "Υπουργείο",
    "Νοσοκομείου": "Νοσοκομείο", "Πανεπιστημίου": "Πανεπιστήμιο", "Αρχηγείου": "Αρχηγείο", "Τράπεζας": "Τράπεζα",
    "Εταιρείας": "Εταιρεία", "Ελληνικής": "Ελληνική", "Εθνικής": "Εθνική", "Φορέα": "Φορέας",
}  # fmt: skip


def name_at(flat: Flat, index: int) -> str | None:
    """The name that begins at letter `index`: quoted, or a run of words with capitals."""
    if index >= len(flat.letters):
        return None
    start = flat.offsets[index]
    quoted = _quoted(flat.healed, start)
    if quoted:
        return quoted
    run = _RUN.match(flat.healed, start, min(start + 200, flat.offsets[-1] + 1))
    if run is None:
        return None
    label = _quoted(flat.healed, run.end() + 1)
    return _until_full_stop(run[0]) + (f" «{label}»" if label else "")


def _quoted(text: str, start: int) -> str | None:
    found = _QUOTED.match(text, start)
    return " ".join((found[found.lastindex or 0]).split()) if found else None


def _until_full_stop(run: str) -> str:
    """A run of capitals may go on into the next sentence (“… ΕΤΑΙΡΕΙΑ. Επιβάλλει”); only “Γ.Ν. …” goes on rightly."""
    words: list[str] = []
    for word in run.split():
        if words and words[-1].endswith(".") and (len(words) > 1 or _SENTENCE.match(fold(word))):
            break
        words.append(word)
        if word.endswith(".") and not _ABBREVIATION.fullmatch(word):
            break
    last = words[-1]
    kept = last if _DOTTED.fullmatch(last) else last.rstrip(".'’΄")
    return " ".join([*words[:-1], kept]).rstrip(" -–&,/")


def published_name(flat: Flat, name: str) -> str:
    """The least broken spelling that the document repeats for this name, in the nominative.

    Extraction puts blanks into single ones, and a sentence puts its articles in: the fewest words are the name.
    """
    letters = [Flat.of(word).letters for word in name.split() if word not in ("του", "της", "των")]
    pattern = re.compile("(?:του|τησ|των)?".join(re.escape(word) for word in letters))
    spellings = Counter(" ".join(flat.healed_words(*found.span()).split()) for found in flat.find(pattern))
    alike = Counter({words: count for words, count in spellings.items() if words.isupper() == name.isupper()})
    usual = max(alike.values(), default=0)
    repeated = [words for words, count in alike.most_common() if count > 1 and count * 4 > usual] or [name]
    best = min(repeated, key=lambda words: len(words.split()))
    head, _, rest = best.partition(" ")
    return f"{_NOMINATIVE.get(head, head)} {rest}".strip()


def occurrences(flat: Flat, name: str) -> int:
    """How often a name stands in a text, however it is spaced."""
    return flat.letters.count(Flat.of(name).letters)
