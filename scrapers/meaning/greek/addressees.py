"""Whom a Greek text addresses: “στην εταιρεία με την επωνυμία «…»”. Knows names, not what happens to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scrapers.meaning.greek.flat import Flat, letters_of
from scrapers.meaning.greek.names import is_name, name_at, names_at
from scrapers.meaning.greek.vocabulary import BODY, FILLER, NOBODY, PERSON, ROLES
from scrapers.meaning.parties import is_anonymised

_EACH = "σεκαθε(?:μια|ναν?|ενα)(?:απο|εκ)(?:τισ|τουσ|τα|των)"
_TO = re.compile(
    f"{_EACH}|(?:ωσπροσ|προσ|σεβαροσ(?:δε)?|εισβαροσ|κατα|εναντιον)(?:την?|τον?|τουσ?|τισ|τα|τησ|των)|στην?|στον?|στουσ|στισ|στα"
    "|σε|προσ"
)
_OBJECT = re.compile("την?|τον?|τουσ|τισ|το|τα")
_AGAINST = re.compile("(?:κατα|εναντιον)(?:τησ|του|των)")
_FINDING = re.compile("οτι")
_AGENT = re.compile("απο(?:την?|τον?|το)")
_BEGINNING = {
    _TO: re.compile("(?=στ|σε|προσ|ωσπροσ|εισ|κατα|εναντιον)"),
    _AGAINST: re.compile("(?=κατα|εναντιον)"),
    _FINDING: re.compile("(?=οτι)"),
    _AGENT: re.compile("(?=απο)"),
}
_BODY, _PERSON, _FILLER = re.compile(BODY), re.compile(PERSON), re.compile(FILLER)
_ADJECTIVE = re.compile(
    "(?!διοικητ|χρηματ)[α-ω]{2,16}[ια]κ(?:η[νσ]?|ο[νσ]?|ου|εσ|ουσ|α)|[α-ω]{3,14}(?:ρρυθμ|νυμ|σωπ|ιμ)(?:η|ο|εσ|ουσ)"
)
_SEVERAL = ("στουσ", "στισ", "προστουσ", "προστισ", "τισ", "των", "καταγγελλομενουσ")
_WORDS = 5
"""Words of the longest beginning, and into how many pieces extraction breaks one word at most."""
_CONTENT = re.compile("(?:να|οπωσ|ωστε)")
_LISTED = re.compile(r"(?:[)\].:;,·•–-]|και|ευρω|€|προστιμο|επισησ|επιπληξη|εντολη|προειδοποιηση|αφενοσ|αφετερου|\d)$")
_HEADED = re.compile(r"(?:^|[.;:])(?:(?:[α-ω]{1,2}|[ivx]{1,4}|[0-9]{1,2})[.)])?$")
_LETTERED = re.compile(
    r",?\s*(?!(?:παρ|σκέψ|ενότητ|κατηγορ|φάκελ|κεφάλ|περίπτ|στοιχ|άρθρ|τύπο|τάξη))(?:[α-ωά-ώϊϋΐΰ]{3,}\s+){1,3}[Α-Ω](?=['’΄]?[\s,.;:)])"
)
_BUSINESS = re.compile(
    r"(?:(?!(?:για|που|να|κατά|σύμφωνα|πρόστιμ|ύψους|επειδή|διότι|λόγω|ως|από|σε|επίπληξ|διοικητικ|εντολή|προειδοπ)\b)"
    r"[α-ωά-ώϊϋΐΰ]+\s+){1,6}(?=[«“]|[A-ZΑ-Ω]{2,}|με\s+την\s+επωνυμία)"
)
"""What a company does, between “εταιρεία” and its name."""
_LATER = re.compile("(?:(?!προστιμ|επιπληξ|εντολ|προειδοποιησ).)*?(?:εταιρε?ια|επωνυμι|[«“])")
_FAR = 100
_PLACED = re.compile(r".+\s[Α-Ω]['’΄]?")
"""A description with a letter at its end: “Γραμματέα Λιμένων Α”."""


@dataclass(frozen=True)
class Mention:
    """Somebody who is addressed at letter `at`: `names` as published, None for a letter; none for a description alone.

    `described` is the last describing word where there is no name (“εταιρεια”): the name may stand elsewhere. `person`:
    it describes a human being, whom the authority does not name. `listed`: it is a new point of a list; `heading`: it
    is the heading of one (“Ως προς την …:”). `unsure`: the words address more than could be read.
    """

    at: int
    end: int = 0
    names: tuple[str | None, ...] = ()
    described: str = ""
    person: bool = False
    listed: bool = False
    heading: bool = False
    unsure: bool = False


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
    return tuple(mention for mention in _mentions(flat, _AGAINST) if mention.names)


def _mentions(flat: Flat, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for found in flat.find(_BEGINNING[pattern]):
        end = _over(flat, found.start(), pattern)
        mention = _mention(flat, found.start(), end) if end is not None else None
        if mention is not None:
            yield mention


def _mention(flat: Flat, start: int, end: int) -> Mention | None:
    words = flat.letters[start:end]
    index, described, person = _skip(flat, end)
    several, heading = words.endswith(_SEVERAL), words.startswith("ωσπροσ")
    listed = (_HEADED if heading else _LISTED).search(flat.letters, max(0, start - 15), start) is not None
    whole = Mention(start, index, (), described, person, listed, heading, several and not person)
    named = names_at(flat, index) if several else name_at(flat, index)
    if named is None:
        if not described or flat.letters.startswith(",", index - 1):
            return _lettered(flat, whole) or (whole if described else None)
        return replace(whole, person=person and not _names_later(flat, index))
    if _describes(flat, index, named.names[0]):
        return replace(whole, described=letters_of(named.names[0]))
    if not _may_address(words, described, named.names[0]):
        return None
    names = tuple(None if _is_hidden(name) else name for name in named.names)
    unsure = not named.whole or not all(map(is_name, named.names))
    stop = flat.index_of(named.end)
    return replace(whole, end=stop, names=names, described="", person=False, unsure=unsure)


def _names_later(flat: Flat, index: int) -> bool:
    """“Στον διαχειριστή της σελίδας …, εταιρεία «…»”: a body may be meant, whose name was not reached."""
    return _LATER.match(flat.letters, index, index + _FAR) is not None


def _lettered(flat: Flat, whole: Mention) -> Mention | None:
    """Somebody with a letter for a name, whatever describes him: “στον νόμιμο εκπρόσωπο Β”."""
    found = _LETTERED.match(flat.text, flat.offsets[whole.end] if whole.end < len(flat.offsets) else len(flat.text))
    return replace(whole, end=flat.index_of(found.end()), names=(None,)) if found else None


def _may_address(words: str, described: str, name: str) -> bool:
    """“Σε Δήμαρχο”, “σε Τράπεζα”, “στην Ολομέλεια”: capitals, and no name."""
    if words in ("σε", "προσ") and not described and not name.isupper() and not (words == "προσ" and " " in name):
        return False
    return NOBODY.match(letters_of(name)) is None


def _skip(flat: Flat, index: int) -> tuple[int, str, bool]:
    """Over the description: where the name must begin, its last describing word, and whether it is a human being."""
    described, person, owner = "", False, False
    while index < len(flat.letters):
        capital = flat.text[flat.offsets[index]].isupper()
        if capital and not flat.letters.startswith(ROLES, index):
            break
        human, body, filler = (_over(flat, index, pattern) for pattern in (_PERSON, _BODY, _FILLER))
        end = human or body or filler or _over(flat, index, _ADJECTIVE, words=1)
        if end is None and not described and not capital:
            end = _over_unknown(flat, index)
        if end is None and described:  # “στον διαχειριστή της πολυκατοικίας …”, “στην εταιρεία παροχής υπηρεσιών «…»”
            end = flat.next_word(index) if owner else _over_business(flat, index)
        if end is None or (capital and not (human or body)):
            break
        owner = flat.letters[index:end] in ("τησ", "του", "των")
        person = person or human is not None
        described = flat.letters[index:end] if human or body else described
        index = end
    return index, described, person


def _over(flat: Flat, index: int, pattern: re.Pattern[str], words: int = _WORDS) -> int | None:
    """The letter after the word at `index`, if the pattern knows it; the longest of what may be words or pieces."""
    end, longest = index, None
    for _ in range(words):
        if end >= len(flat.letters):
            break
        end = flat.next_word(end)
        if pattern.fullmatch(flat.letters, index, end):
            longest = end
    return longest


def _over_unknown(flat: Flat, index: int) -> int | None:
    """One unknown word before a description in the same case: “κατά της εργοδότριας εταιρείας”."""
    end = flat.next_word(index)
    body = _over(flat, end, _BODY) if end - index > _WORDS and end < len(flat.letters) else None
    alike = body is not None and (flat.letters[end - 1] == "σ") == (flat.letters[body - 1] == "σ")
    return end if alike and flat.letters[index:end].isalpha() else None


def _over_business(flat: Flat, index: int) -> int | None:
    found = _BUSINESS.match(flat.healed, flat.offsets[index])
    return flat.index_of(found.end()) if found else None


def _describes(flat: Flat, index: int, name: str) -> bool:
    """“Στον Δήμο”, “στην Τράπεζα”: a description that has only got a capital."""
    letters = letters_of(name)
    return flat.letters[index].isalpha() and bool(_BODY.fullmatch(letters) or _PERSON.fullmatch(letters))


def _is_hidden(name: str) -> bool:
    return is_anonymised(name) or _PLACED.fullmatch(name) is not None
