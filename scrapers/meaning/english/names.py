"""Names of parties in English: taken out of the words around them, told apart, recognised as organisations."""

import re
from collections.abc import Iterable

from scrapers.meaning.english.prose import flat
from scrapers.meaning.parties import tidy_party

FORMS = ("plc", "ltd", "limited", "llp", "inc", "llc", "corporation", "company", "ltd.", "inc.", "gmbh", "b.v.", "s.a.")
ORGANISATION = re.compile(
    r"\b(?:plc|ltd|limited|llp|inc|llc|corp|corporation|cic|gmbh|university|college|school|academy|council|trust|hospitals?"
    r"|police|constabulary|constable|ministry|minister|department|office|commission|commissioner|authority|association"
    r"|society|foundation|charity|bank|group|services?|holdings?|party|nhs|board|agency|partnership|solicitors|company"
    r"|consult\w+|trading|marketing|solutions?|union|club|church|committee)\b",
    re.IGNORECASE,
)
DEFINITION = re.compile(r"\s*[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]")
NOUN = (
    r"(?:compan(?:y|ies)|firms?|providers?|charit(?:y|ies)|giants?|platforms?|operators?|business(?:es)?|retailers?"
    r"|developers?|apps?|processors?|brokers?|chains?|manufacturers?|insurers?|organi[sz]ations?|publishers?|suppliers?"
    r"|agenc(?:y|ies)|airlines?|bodies|body|trusts?|councils?|hospitals?|banks?|workers?|websites?|sites?|makers?)"
)
CALLED = re.compile(rf"^(?:[\w'&-]+\s+){{0,7}}?{NOUN}(?:\s+(?:called|named|known as))?,?\s+(?=[A-Z0-9\"'])")
"""What a news item says of a party before naming it: "Leeds-based marketing company Acme Ltd"."""
NOBODY = re.compile(
    r"(?:it|them|they|him|her|he|she|we|us|one|both|each|ico|(?:the|an?|two|three|four|this|that|our) [a-z][\w ]*"
    rf"|£.*|€.*|individuals?|(?:.*\s)?{NOUN}|[\d.,]+ ?(?:m|bn|million|billion|thousand)?(?: ?(?:euros?|pounds?))?)",
)
DESCRIPTION = re.compile(r"[A-Z][\w'-]*(?:\s+[a-z][\w'-]*)+")
"""A capital at the beginning of a sentence and none after it: "Password manager provider"."""
PERSON = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\b.*|[A-Z][a-z]+(?:\s+(?:[A-Z]\.?|[A-Z][a-z'-]+)){1,2}")
NO_NAME = re.compile(
    r"(?:UK )?GDPR\b|PECR\b|DPA\b|Articles?\b|Regulations?\b|Data\b|Breach|Violat|Infring|Contraven|Fail|Send|Mak"
    r"|Unlawful|Illegal|Nuisance|Spam|Cook|Late|Lack|Non-|Insufficient|(?:The )?(?:Information Commission|ICO\b)",
)
"""What may stand after "fine for" besides a name, and the authority itself."""
OPENER = re.compile(
    r"^(?:(?:In|On|Today|Yesterday|Last|This|Earlier|As|Following|After|By)\b[^,]{0,80},\s+|(?:Today|News):?\s+)",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\s+(?:which|who|that|whose)\s.*$|\s+[-–]\s.*$"
    r"|,\s+(?!(?:Inc|LLC|Ltd|Limited|S\.?A|L\.?P|N\.?V)\b|[A-Z][^,]* and [A-Z]).*$"
)
END = (
    r"(?=\s+(?:for|after|over|following|because|due|under|in|as|with|regarding|relating|which|who|that|from|by|on|at"
    r"|concerning|pursuant|when|to|where|has|have|was|were|and\s+\w+ed|of)\b|\s+[£€$]|\s[-–]\s"
    r"|[;:(]|\.(?:\s|$)|,(?!\s+(?:Inc|LLC|Ltd))|$)"
)
"""What ends a name in running text."""
MAX_NAME = 120
TYPE = r"(?:(?:preliminary )?enforcement notice|(?:monetary )?penalty notice|reprimand|prosecution|undertaking)"
BEFORE_TITLE = re.compile(rf"^{TYPE}(?: to)?\s*[:–-]\s+", re.IGNORECASE)
AFTER_TITLE = re.compile(rf"[\s(–-]+(?:MPN|EN|(?i:{TYPE})|(?i:(?:{TYPE} |enforcement )page))\)?$")


def named(words: str) -> str | None:
    """The name in some words: no definition in brackets, no "the company"; None when no name is left.

    >>> named('the Halifax-based company Acme Ltd ("ACME")'), named("them")
    ('Acme Ltd', None)
    """
    plain = re.sub(r"[(\[].*$", "", DEFINITION.sub("", flat(words))).strip(" ,;:\"'•-")
    plain = plain if NOBODY.fullmatch(plain) else tidy_party(CALLED.sub("", plain)) if plain else ""
    hidden = NOBODY.fullmatch(plain) or (DESCRIPTION.fullmatch(plain) and not plain.lower().endswith(FORMS))
    return plain if re.search(r"[A-Z0-9]", plain) and len(plain) > 1 and not hidden else None


def first_name(found: Iterable[re.Match[str] | None]) -> str | None:
    """The first of the matches' `name` groups that is a party's name, openers and asides of a sentence left out."""
    for match in found:
        words = ASIDE.sub("", OPENER.sub("", match["name"].rsplit(": ", 1)[-1])) if match else ""
        name = named(words)
        if name and not NO_NAME.match(name) and len(name) < MAX_NAME:
            return name
    return None


def titled(title: str) -> str | None:
    """The name that a title of the register consists of, without the type of the notice.

    >>> titled("Acme Ltd MPN"), titled("Reprimand: Acme Council"), titled("Acme Ltd (enforcement page)")
    ('Acme Ltd', 'Acme Council', 'Acme Ltd')
    """
    return named(AFTER_TITLE.sub("", BEFORE_TITLE.sub("", flat(title))))


def apart(words: str) -> tuple[str, ...]:
    """The parties that some words name; only a legal form before "and" tells two companies from one.

    >>> apart('Acme plc and Acme Water Ltd (together, "Acme")'), apart("Bath and Wells Council")
    (('Acme plc', 'Acme Water Ltd'), ('Bath and Wells Council',))
    """
    first, *rest = re.split(r"(,?\s+(?:and|&)\s+)", flat(DEFINITION.sub("", words)))
    pieces = [first]
    for joint, piece in zip(rest[::2], rest[1::2], strict=True):
        if pieces[-1].lower().endswith(FORMS):
            pieces.append(piece)
        else:
            pieces[-1] += joint + piece
    return tuple(name for name in map(named, pieces) if name)


def fuller(name: str | None, other: str | None) -> str | None:
    """Of two spellings of one party the longer, when it begins with the shorter; otherwise `name`."""
    if name and other and other.lower().startswith(name.lower()):
        return other
    return name or other


def may_be_a_person(name: str) -> bool:
    """Whether a name looks like a natural person's, whom alerts must not name (source-ico.md §4)."""
    return bool(PERSON.fullmatch(name)) and not is_organisation(name)


def is_organisation(name: str) -> bool:
    """Whether a name is surely not a natural person's."""
    return bool(ORGANISATION.search(name))
