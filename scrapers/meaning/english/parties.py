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


def only_company(sentences: Iterable[str]) -> tuple[str, ...]:
    """The one company that sentences name with its legal form, () where they name none or several.

    >>> only_company(["A Leeds firm was fined £5.", "Complaints were made about Acme Calls Ltd, which sells roofs."])
    ('Acme Calls Ltd',)
    """
    found = {name.casefold(): name for one in sentences for words in COMPANY.findall(one) if (name := named(words))}
    return tuple(found.values()) if len(found) == 1 else ()


def fuller(name: str | None, other: str | None) -> str | None:
    """Of two spellings of one party the longer, when it begins with the shorter; otherwise `name`."""
    if name and other and other.lower().startswith(name.lower()):
        return other
    return name or other
