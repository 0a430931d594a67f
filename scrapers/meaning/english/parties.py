"""The parties that English words name: told apart, found by their legal form, in the fuller of two spellings."""

import re
from collections.abc import Iterable

from scrapers.meaning.english.names import DEFINITION, FORMS, named
from scrapers.meaning.english.prose import flat

FORM = re.compile(rf"\b(?:{'|'.join(map(re.escape, FORMS))})\.?$", re.IGNORECASE)
BODY = re.compile(r"\s(Police|Constabulary|Council|University|College|School|Academy|Trust|Hospitals?)$")
NUMBERED = re.compile(r"(?:^|[\s;,]+(?:and\s+)?)\(?(?:\d|i{1,3})\)\s+(?=[A-Z])")
COMPANY = re.compile(
    r"\b(?!The\b)(?:[A-Z0-9][\w&'.-]*\s+(?:&\s+|and\s+|\(\w+\)\s+)?){1,6}(?:Ltd|LTD|Limited|LIMITED|plc|PLC|LLP|Inc)\b"
)

WORD = r"(?:[A-Z0-9][\w&'-]*(?:\.\w+)*|\([A-Z]\w{1,12}\)(?=\s+[A-Z]))"
CAPITALS = rf"{WORD}(?:\s+(?:(?:of|and|the|for|in|on|&)\s+){{0,2}}{WORD}){{0,9}}"
"""A run of words with capitals, and what may join them."""
OPENING_BODY = re.compile(
    rf"(?!The\b|An?\b|Information Commission|ICO\b)(?={CAPITALS})"
    r"(?:[A-Z0-9(&][\w&'.)-]*\s+|(?:of|and|the|for|in|on)\s+){1,9}?"
    r"(?:Ltd|LTD|Limited|LIMITED|plc|PLC|LLP|Inc|School|College|University|Academy|Council|Trust|Hospitals?|Police"
    r"|Constabulary|Association|Society|Foundation|Party|Surgery|Pharmacy|Clinic|Solicitors|Bank|Church|Charity)\b"
)
"""A body that a sentence begins with: by its legal form, or by what it is."""


def apart(words: str) -> tuple[str, ...]:
    """The parties that some words name: numbered, or each with its legal form, or all of one sort of body.

    >>> apart('Acme plc, Acme Gas Ltd and Acme Water Ltd (together, "Acme")'), apart("Bath and Wells Council")
    (('Acme plc', 'Acme Gas Ltd', 'Acme Water Ltd'), ('Bath and Wells Council',))
    >>> apart("North Police and South Police"), apart("(1) Acme Trust; (2) Sample")
    (('North Police', 'South Police'), ('Acme Trust', 'Sample'))
    """
    plain = flat(DEFINITION.sub("", NUMBERED.sub("; ", flat(words))))
    first, *rest = re.split(r"(\s*;\s*(?:and\s+)?|,\s+and\s+|,\s+|\s+(?:and|&)\s+)", plain)
    pieces = [first]
    for joint, piece in zip(rest[::2], rest[1::2], strict=True):
        if ";" in joint or _are_two(pieces[-1], piece, joint):
            pieces.append(piece)
        else:
            pieces[-1] += joint + piece
    return tuple(name for name in map(named, pieces) if name)


def _are_two(first: str, second: str, joint: str) -> bool:
    if FORM.search(first):
        has_form = FORM.search(second) is not None and " " in second
        return has_form if joint.strip() == "," else has_form or FORM.search(second) is None
    body = BODY.search(first)
    return body is not None and "," not in joint and second.endswith(f" {body[1]}")


def protagonist(sentences: Iterable[str]) -> tuple[str, ...]:
    """The one body that sentences begin with, or else the one company in them; () where there are none or several.

    >>> protagonist(["A firm was fined £5.", "It copied Sample Ltd.", "Acme Calls Ltd, which sells roofs, made calls."])
    ('Acme Calls Ltd',)
    >>> protagonist(["A school was reprimanded.", "Acme High School, in Acme, used cameras."])
    ('Acme High School',)
    """
    told = list(sentences)
    opening = _each_once(found[0] for one in told if (found := OPENING_BODY.match(one)))
    return opening or _each_once(words for one in told for words in COMPANY.findall(one))


def _each_once(found: Iterable[str]) -> tuple[str, ...]:
    """The names, where they are one and the same."""
    names = {name.casefold(): name for words in found if (name := named(words))}
    return tuple(names.values()) if len(names) == 1 else ()


def spelled_out(short: str, text: str) -> str:
    """The name that a text gives before its short form in brackets; `short` itself where it gives none.

    >>> spelled_out("ASN", "We fined the Acme Service of Nowhere (ASN) £5.")
    'Acme Service of Nowhere'
    >>> spelled_out("ACL", "It was fined by the Office (AO). Acme Calls (UK) Ltd (ACL) made them.")
    'Acme Calls (UK) Ltd'
    """
    found = re.search(rf"(?P<name>{CAPITALS})\s+\(\s*(?:the )?[\"']?{re.escape(short)}[\"']?\s*\)", text)
    return (found and named(found["name"])) or short


def fuller(name: str | None, other: str | None) -> str | None:
    """Of two spellings of one party the longer, when it begins with the shorter or has its initials; else `name`.

    >>> fuller("Acme", "Acme Ltd"), fuller("BA", "Best Acme"), fuller("Acme", "Sample")
    ('Acme Ltd', 'Best Acme', 'Acme')
    """
    initials = "".join(word[0] for word in (other or "").split() if word[0].isupper())
    if name and other and (other.lower().startswith(name.lower()) or name == initials):
        return other
    return name or other


def respaced(name: str, title: str) -> str:
    """`name` as a title spells it, where scanning lost blanks of it.

    >>> respaced("AcmeCalls Ltd", "Monetary Penalty Notice: Acme Calls Ltd")
    'Acme Calls Ltd'
    """
    letters = r"\s?".join(map(re.escape, "".join(name.split())))
    found = re.search(rf"(?<!\w){letters}(?!\w)", flat(title), re.IGNORECASE)
    return found[0] if found and found[0].count(" ") > name.count(" ") else name
