"""Whom a Greek text addresses: “στην εταιρεία με την επωνυμία «…»”. Knows names, not what happens to them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.parties import is_anonymised

_TO = re.compile(
    "(?:(?:προσ|σε?βαροσ|εισβαροσ|κατα)(?:την?|τον?|τουσ?|τισ|τα|τησ|των)|στην?|στον?|στουσ|στισ|στα|σε|εναντιον(?:του|τησ))"
)
_SUBJECT = re.compile("οτι(?:ηεταιρει?α|η|ο|το|οι)")
_OBJECT = re.compile("(?<=[α-ω])(?:την?|τον?|τουσ|τισ|το)")
_KIND = re.compile(
    "καταγγελλομεν[α-ω]{1,3}|ελεγχομεν[α-ω]{1,3}|αναφερομεν[α-ω]{1,3}|εταιρε?ι(?:α[νσ]?|εσ|ων)|επιχειρησ(?:ησ?|εισ|εωσ)|τραπεζ(?:ασ?|εσ)"
    "|(?:απο)?(?:κοινου)?υπευθυν(?:η|ον?|οσ|ουσ?)(?:τησ)?επεξεργασιασ|εκτελου(?:σαν?|ντα|σησ)(?:την)?επεξεργασιασ?"
    "|φυσικοπροσωπο|νομικοπροσωπο|φορεα|οργανισμο|ιατρο[υσ]?|δικηγορο|υποψηφι(?:ο|α)(?:βουλευτη|ευρωβουλευτη)?"
    "|(?:ευρω)?βουλευτη|δημαρχο|δημο|υπουργειο|νοσοκομειο|συλλογο|σωματειο|συνεταιρισμο|ξενοδοχειο|σχολειο|κολλεγιο"
    "|φροντιστηριο|παροχο|ιδιοκτητ(?:η|ρια)|διαχειριστ(?:η|ρια)|εργοδοτ(?:η|ρια)|καθ['’΄]?(?:ου|ησ|ων)"
)
_FILLER = re.compile(
    "ωσ|την?|τον?|τησ|του|των|με|και|ανωτερω|ανω|ιδιαν?|ιδιο|πρωην|νυν|επωνυμιαν?|διακριτικοτιτλο|δ\\.τ\\.|ανωνυμη"
    "|ασφαλιστικη|τραπεζικη|ιατρικη|ατομικη|μονοπροσωπη|ιδιωτικο|δημοσιο|εμπορικη|τηλεπικοινωνιακο|[(),]"
)
_QUOTED = re.compile(r"[«“\"„‘]\s*([^»”\"“\n]{1,160}?)\s*[»”\"“’]")
_CAPITAL = "[A-ZΑ-ΩΆΈΉΊΌΎΏΪΫ]"
_WORD = rf"{_CAPITAL}[\w.&'’΄/-]*"
_FORM = r"(?:Inc|LLC|Ltd|L\.P|S\.A|GmbH|Co\b|B\.V|Α\.?Ε|Ε\.?Π\.?Ε|Ι\.?Κ\.?Ε)"
_RUN = re.compile(rf"{_WORD}(?:\s*(?:[-–&+]|και|του|της|των|of|de|and|,(?=\s*{_FORM}))?\s*(?:{_WORD}|\d+(?=\s*{_CAPITAL})))*")
_ABBREVIATION = re.compile(rf"{_CAPITAL}{{1,4}}(?:\.{_CAPITAL}{{1,4}})*\.|Ltd\.|Inc\.|Co\.")
_NOBODY = re.compile(
    "αρχη|γκπδ|γενικ(?:οσ|ο|ου)κανονισμ|κανονισμ|ευρωπαικηενωση|ολομελεια|τμημα|γραμματεια|διαυγεια|διαδικτυο|αθηνα|ελλαδα"
    "|νομο|νπδδ|νπιδ|οτα$|cctv|σκεψη|αρθρ|εεφ|φεκ|προεδρ|σχν|ομοφωνα|ταδ"
)
_CONTENT = re.compile("(?:να|οπωσ|ωστε)")
_LISTED = re.compile(r"(?:[)\].:;,·•–-]|και|ευρω|€|προστιμο|επισησ|επιπληξη|εντολη|προειδοποιηση|αφενοσ|αφετερου|\d)$")
_NOMINATIVE = {
    "Δήμο": "Δήμος", "Δήμου": "Δήμος", "Οργανισμό": "Οργανισμός", "Οργανισμού": "Οργανισμός", "Σύλλογο": "Σύλλογος",
    "Συλλόγου": "Σύλλογος", "Σύνδεσμο": "Σύνδεσμος", "Συνδέσμου": "Σύνδεσμος", "Συνεταιρισμό": "Συνεταιρισμός",
    "Συνεταιρισμού": "Συνεταιρισμός", "Όμιλο": "Όμιλος", "Ομίλου": "Όμιλος", "Υπουργείου": "Υπουργείο",
    "Νοσοκομείου": "Νοσοκομείο", "Πανεπιστημίου": "Πανεπιστήμιο", "Αρχηγείου": "Αρχηγείο", "Τράπεζας": "Τράπεζα",
    "Εταιρείας": "Εταιρεία", "Ελληνικής": "Ελληνική", "Εθνικής": "Εθνική", "Φορέα": "Φορέας",
}  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """Somebody who is addressed at letter `at`. `name` as published; None for a letter, or a description alone.

    `described` where there is only a description (“στην καταγγελλόμενη εταιρεία”), so that the name may stand elsewhere.
    """

    at: int
    end: int
    name: str | None
    described: bool = False
    listed: bool = False


def mentions(flat: Flat) -> tuple[Mention, ...]:
    """Everybody whom a clause addresses, in order. What it tells them to do (“να …”) addresses nobody."""
    content = next((found.start() for found in flat.find(_CONTENT) if flat.begins_word(found.end())), len(flat.letters))
    found = [mention for match in flat.find(_TO) if (mention := _mention(flat, match)) is not None]
    return tuple(mention for mention in found if mention.at < content or mention.listed)


def subjects(flat: Flat) -> tuple[Mention, ...]:
    """Those of whom something is found: “διαπιστώνει ότι η …”."""
    return tuple(mention for match in flat.find(_SUBJECT) if (mention := _mention(flat, match)) is not None)


def objects(flat: Flat) -> tuple[Mention, ...]:
    """Those whom a verb takes directly: “προειδοποιεί την …”."""
    found = next((match for match in flat.find(_OBJECT) if match.start() < 20), None)
    mention = _mention(flat, found) if found else None
    return (mention,) if mention else ()


def _mention(flat: Flat, match: re.Match[str]) -> Mention | None:
    index, described = _skip(flat, match.end())
    name = name_at(flat, index)
    if name is None:
        return Mention(match.start(), index, None, described=True, listed=_listed(flat, match)) if described else None
    if match[0] == "σε" and not described and not name.isupper():
        return None  # “σε Δήμαρχο”, “σε Τράπεζα”: no name, only capitals
    if _NOBODY.match(Flat.of(name).letters):
        return None
    hidden = is_anonymised(name)
    return Mention(match.start(), index, None if hidden else name, listed=_listed(flat, match))


def _listed(flat: Flat, match: re.Match[str]) -> bool:
    return _LISTED.search(flat.letters, max(0, match.start() - 15), match.start()) is not None


def _skip(flat: Flat, index: int) -> tuple[int, bool]:
    """Over the description: where the name must begin, and whether the description says what kind of party it is."""
    described = False
    while index < len(flat.letters):
        kind, filler = _KIND.match(flat.letters, index), _FILLER.match(flat.letters, index)
        if kind and flat.begins_word(kind.end()):
            index, described = kind.end(), True
        elif filler and flat.begins_word(filler.end()) and not flat.text[flat.offsets[index]].isupper():
            index = filler.end()
        else:
            break
    return index, described


def name_at(flat: Flat, index: int) -> str | None:
    """The name that begins at letter `index`: quoted, or a run of words with capitals."""
    if index >= len(flat.letters):
        return None
    start = flat.offsets[index]
    quoted = _QUOTED.match(flat.text, start)
    if quoted:
        return " ".join(quoted[1].split())
    run = _RUN.match(flat.text, start, min(start + 200, flat.offsets[-1] + 1))
    return _until_full_stop(run[0]) if run else None


def _until_full_stop(run: str) -> str:
    """A run of capitals goes over a full stop (“… ΕΤΑΙΡΕΙΑ. Επιβάλλει”) unless the stop ends an abbreviation."""
    words: list[str] = []
    for word in run.split():
        words.append(word)
        if word.endswith(".") and (len(words) > 1 or not _ABBREVIATION.fullmatch(word)):
            break
    last = words[-1]
    kept = last if _ABBREVIATION.fullmatch(last) else last.rstrip(".'’΄")
    return " ".join([*words[:-1], kept]).rstrip(" -–&,/")


def published_name(flat: Flat, name: str) -> str:
    """The spelling that the document uses most for this name, in the nominative: extraction breaks single ones."""
    letters = [Flat.of(word).letters for word in name.split() if word not in ("του", "της", "των")]
    pattern = re.compile("(?:του|τησ|των)?".join(re.escape(word) for word in letters))
    spellings = Counter(" ".join(flat.words(*found.span()).split()) for found in flat.find(pattern))
    best = spellings.most_common(1)[0][0] if spellings else name
    head, _, rest = best.partition(" ")
    return f"{_NOMINATIVE.get(head, head)} {rest}".strip()


def occurrences(flat: Flat, name: str) -> int:
    """How often a name stands in a text, however it is spaced."""
    return flat.letters.count(Flat.of(name).letters)


def introduced(flat: Flat) -> Iterator[str | None]:
    """Whom the facts of a case introduce, in order: by their registered name, or as the one complained of."""
    against = re.compile("επωνυμιαν?(?=[«“\"])|(?:κατα|εναντιον)(?:τησ|του)")
    for found in flat.find(against):
        mention = _mention(flat, found)
        if mention is not None and not mention.described:
            yield mention.name
