"""Whom a Greek text addresses: “στην εταιρεία με την επωνυμία «…»”. Knows names, not what happens to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.names import name_at
from scrapers.meaning.parties import is_anonymised

_TO = re.compile(
    "(?:προσ|σεβαροσ|εισβαροσ|κατα|εναντιον)(?:την?|τον?|τουσ?|τισ|τα|τησ|των)|στην?|στον?|στουσ|στισ|στα|σε"
)
_OBJECT = re.compile("την?|τον?|τουσ|τισ|το|τα")
_AGAINST = re.compile("(?:κατα|εναντιον)(?:τησ|του|των)")
_FINDING = re.compile("οτι")
_AGENT = re.compile("απο(?:την?|τον?|το)")
_BEGINNINGS = re.compile("(?=στ|σε|προσ|εισ|κατα|εναντιον|οτι|απο)")
_KIND = re.compile(
    "(?:καταγγελλ|ελεγχ|αναφερ)ομεν(?:η[νσ]?|ο[νσ]?|ου|οι|ουσ|εσ|ων)|εταιρε?ι(?:α[νσ]?|εσ|ων)|επιχειρησ(?:ησ?|εισ|εωσ)"
    "|τραπεζ(?:α[νσ]?|εσ)|υπευθυν(?:η[νσ]?|ο[νσ]?|ουσ?|εσ)|εκτελου(?:σα[νσ]?|ντα|ντεσ|σησ)|προσωπ(?:ο|α)|φορεα|οργανισμο"
    "|ιατρο[νσ]?|δικηγορο|υποψηφι(?:ο|α)|(?:ευρω)?βουλευτη|δημαρχο|δημο|υπουργειο|νοσοκομειο|συλλογο|σωματειο"
    "|συνεταιρισμο|ξενοδοχειο|σχολειο|κολλεγιο|φροντιστηριο|παροχο|ιδιοκτητ(?:η|ρια)|διαχειριστ(?:η|ρια)"
    "|εργοδοτ(?:η|ρια)|καθ|σωματειο|κοινοπραξια|ενωση|ιδρυμα|αστικη|κεντρο"
)
_FILLER = re.compile(
    "ωσ|η|ο|οι|την?|τον?|τησ|του|των|με|και|υπο|απο|κοινου|επεξεργασιασ?|φυσικα?ο?|νομικα?ο?|ου|ησ|ων|ανωτερω|ανω"
    "|ιδιαν?|ιδιο|πρωην|νυν|επωνυμιαν?|διακριτικο|τιτλο|ανωνυμη|ασφαλιστικη|τραπεζικη|ιατρικη|ατομικη|μονοπροσωπη"
    "|ιδιωτικο|δημοσιο|εμπορικη|τηλεπικοινωνιακο|κυρι(?:αν?|ον?)|κ\\.|μη|κερδοσκοπικη|πρωτη|δευτερη|[(),'’΄]"
)
_NEVER_NAMES = (
    *("καταγγελλ", "ελεγχ", "υπευθυν", "εταιρ", "υποψηφι", "βουλευτ", "ευρωβουλευτ", "δημαρχ", "ιατρο", "δικηγορ"),
)
_PIECES = 3
"""Into how many pieces extraction breaks one word at most."""
_NOBODY = re.compile(
    "αρχη(?:ν|σ)?(?:προστασιασ|$)|γκπδ|γενικ(?:οσ|ο|ου)κανονισμ|κανονισμ|ευρωπαικηενωση|ολομελεια|τμημα|γραμματεια$|νομο"
    "|διαυγεια|διαδικτυο|αθηνα$|ελλαδα$|νπδδ|νπιδ|οτα$|cctv|σκεψη|αρθρ|φεκ|προεδρο|σχν|ομοφωνα"
)
"""What stands after “στην …” with a capital and is nobody who could be addressed."""
_CONTENT = re.compile("(?:να|οπωσ|ωστε)")
_LISTED = re.compile(r"(?:[)\].:;,·•–-]|και|ευρω|€|προστιμο|επισησ|επιπληξη|εντολη|προειδοποιηση|αφενοσ|αφετερου|\d)$")


@dataclass(frozen=True)
class Mention:
    """Somebody who is addressed at letter `at`. `name` as published; None for a letter, or a description alone.

    `described` where there is only a description (“στην καταγγελλόμενη εταιρεία”): the name may stand elsewhere.
    `several` where the words address more than one, of whom only the first is named here.
    """

    at: int
    name: str | None
    described: bool = False
    listed: bool = False
    several: bool = False


def mentions(flat: Flat) -> tuple[Mention, ...]:
    """Everybody whom a clause addresses, in order. What it tells them to do (“να …”) addresses nobody."""
    contents = (found.start() for found in flat.find(_CONTENT) if flat.begins_word(found.end()))
    content = next(contents, len(flat.letters))
    return tuple(mention for mention in _mentions(flat, _TO) if mention.at < content or mention.listed)


def subjects(flat: Flat) -> tuple[Mention, ...]:
    """Those of whom something is found: “διαπιστώνει ότι η …”."""
    return tuple(_mentions(flat, _FINDING))


def object_of(flat: Flat, verb: str) -> tuple[Mention, ...]:
    """The one whom the verb at the head of a clause takes directly: “προειδοποιεί την …”."""
    end = _over(flat, len(verb), _OBJECT)
    mention = _mention(flat, len(verb), end) if end is not None else None
    return (mention,) if mention else ()


def agents(flat: Flat) -> tuple[Mention, ...]:
    """By whom something was done: “παραβίαση από την …”."""
    return tuple(_mentions(flat, _AGENT))


def complained_of(flat: Flat) -> tuple[Mention, ...]:
    """Against whom the facts of a case speak, in order: “καταγγελία κατά της εταιρείας …”."""
    return tuple(mention for mention in _mentions(flat, _AGAINST) if not mention.described)


def _mentions(flat: Flat, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for found in flat.find(_BEGINNINGS):
        end = _over(flat, found.start(), pattern)
        mention = _mention(flat, found.start(), end) if end is not None else None
        if mention is not None:
            yield mention


def _mention(flat: Flat, start: int, end: int) -> Mention | None:
    words = flat.letters[start:end]
    index, described = _skip(flat, end)
    name, listed = name_at(flat, index), _LISTED.search(flat.letters, max(0, start - 15), start) is not None
    several = words.endswith(("στουσ", "στισ", "προστουσ", "τισ", "των"))
    if name is None:
        return Mention(start, None, described, listed, several) if described else None
    if words == "σε" and not described and not name.isupper():
        return None  # “σε Δήμαρχο”, “σε Τράπεζα”: no name, only capitals
    if _NOBODY.match(Flat.of(name).letters):
        return None
    hidden = all(is_anonymised(part) for part in re.split(r"\s*(?:,|και|&)\s*", name))
    return Mention(start, None if hidden else name, False, listed, several and not hidden)


def _skip(flat: Flat, index: int) -> tuple[int, bool]:
    """Over the description: where the name must begin, and whether the description says what kind of party it is."""
    described = False
    while index < len(flat.letters):
        kind, filler = _over(flat, index, _KIND), _over(flat, index, _FILLER)
        if kind is not None and not _is_capital_name(flat, index):
            index, described = kind, True
        elif filler is not None and not flat.text[flat.offsets[index]].isupper():
            index = filler
        else:
            break
    return index, described


def _over(flat: Flat, index: int, pattern: re.Pattern[str]) -> int | None:
    """The letter after the word at `index`, if the pattern knows it, whole or in pieces."""
    end = index
    for _ in range(_PIECES):
        if end >= len(flat.letters):
            return None
        end = flat.next_word(end)
        if pattern.fullmatch(flat.letters, index, end):
            return end
    return None


def _is_capital_name(flat: Flat, index: int) -> bool:
    """“Τράπεζα Πειραιώς” is a name, “Καταγγελλόμενη Εταιρεία” is not: only some descriptions may have a capital."""
    capital = flat.text[flat.offsets[index]].isupper()
    return capital and not flat.letters.startswith(_NEVER_NAMES, index)
