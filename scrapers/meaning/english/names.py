"""Names of parties in English: taken out of the words around them, told apart, recognised as companies."""

import re

from scrapers.meaning.parties import tidy_party
from scrapers.meaning.english.prose import flat

LEGAL_FORM = r"(?:Ltd|Limited|plc|PLC|Plc|LLP|Inc|LLC|L\.?L\.?C|Corp|Corporation|Company|CIC|CIO|GmbH|B\.?V|S\.?[AL]|SARL|SAS|AG|AB|Oy|Oyj)\b\.?"
ORGANISATION = re.compile(
    rf"\b{LEGAL_FORM}|\b(?:University|College|School|Council|Trust|Hospital|Police|Constabulary|Ministry|Department"
    r"|Office|Commission|Authority|Association|Society|Foundation|Charity|Bank|Group|Services?|Holdings?|Party|NHS|Board"
    r"|Agency|Partnership|Solicitors|Company|Consult\w+|Trading|Marketing|Solutions?)\b",
    re.IGNORECASE,
)
DEFINITION = re.compile(r"\s*[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]")
CALLED = re.compile(
    r"^(?:(?:the|an?|two|three|a group of)\s+)?(?:[\w'&-]+\s+){0,6}?"
    r"(?:company|companies|firm|provider|charity|giant|platform|operator|business|retailer|developer|website|app|site"
    r"|processor|controller|broker|agency|service|group|chain|manufacturer|bank|airline|council|trust|hospital|insurer"
    r"|organisation|organization|subsidiary|owner|publisher|association|authority|network|supplier)s?"
    r"(?:\s+(?:called|named|known as))?,?\s+(?=[A-Z0-9\"'])"
)
SUFFIX = re.compile(
    r"\s*(?:[-–:(]\s*)?\b(?:MPN|EN|monetary penalty(?: notice)?|penalty notice|enforcement (?:notice|page)(?: page)?"
    r"|reprimand|prosecution|undertaking)\)?\s*$",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r"^\s*(?:(?:preliminary )?(?:monetary )?(?:penalty|enforcement) notice|reprimand|prosecution|undertaking)\s*[:–-]\s+",
    re.IGNORECASE,
)
TOGETHER = re.compile(rf"(?<={{}})")


def named(words: str) -> str | None:
    """The name in some words: without definitions in brackets, without "the company"; None when no name is left.

    >>> named("the Halifax-based company Acme Ltd (“ACME”)"), named("it")
    ('Acme Ltd', None)
    """
    plain = flat(DEFINITION.sub("", words)).strip(" ,;:.\"'")
    plain = tidy_party(CALLED.sub("", plain)) if plain else ""
    return plain if re.search(r"[A-Z0-9]", plain) and not re.fullmatch(NOBODY, plain, re.IGNORECASE) else None


NOBODY = r"(?:it|them|they|him|her|he|she|we|companies|the company|a company|an? \w+|one|both|organisations?|ICO|the ICO)"


def titled(title: str) -> str | None:
    """The name that a title of the register consists of, without the type of the notice.

    >>> titled("Acme Ltd MPN"), titled("Reprimand: Acme Council"), titled("Acme Ltd (enforcement page)")
    ('Acme Ltd', 'Acme Council', 'Acme Ltd')
    """
    return named(SUFFIX.sub("", PREFIX.sub("", flat(title))))


def apart(words: str) -> tuple[str, ...]:
    """The parties that some words name; only a legal form before "and" or a comma tells two companies from one.

    >>> apart("Acme plc and Acme Water Ltd (together, “Acme”)"), apart("Bath and Wells Council")
    (('Acme plc', 'Acme Water Ltd'), ('Bath and Wells Council',))
    """
    plain = flat(DEFINITION.sub("", words))
    pieces = re.split(rf"(?i)(?<=\w)(?:(?<=\bplc)|(?<=\bltd)|(?<=\blimited)|(?<=\bllp)|(?<=\binc)|(?<=\binc\.)|(?<=\bllc)),?\s+and\s+", plain)
    return tuple(name for name in (named(piece) for piece in pieces) if name)


def is_organisation(name: str) -> bool:
    """Whether a name is surely not a natural person's."""
    return bool(ORGANISATION.search(name))
