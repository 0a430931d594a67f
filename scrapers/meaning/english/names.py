"""Names of parties in English: taken out of the words around them, recognised as organisations or persons."""

import re
from collections.abc import Iterable

from scrapers.meaning.english.dating import MONTH
from scrapers.meaning.english.prose import flat
from scrapers.meaning.parties import tidy_party

FORMS = ("plc", "ltd", "limited", "llp", "inc", "llc", "corporation", "company", "ltd.", "inc.", "gmbh", "b.v.", "s.a.")
ORGANISATION = re.compile(
    r"\b(?:plc|ltd|limited|llp|inc|llc|corp|corporation|cic|gmbh|university|college|school|academy|council|trust|hospitals?"
    r"|police|constabulary|constable|ministry|minister|department|office|commission|commissioner|authority|association"
    r"|society|foundation|charity|bank|group|services?|holdings?|party|nhs|board|agency|partnership|solicitors|company"
    r"|productions?|media|energy|security|insurance|finance|studios?|digital|technolog\w+|systems|communications?"
    r"|telecom\w*|foods|stores?|retail|improvements|claims|legal|pensions?|propert\w+|healthcare|clinic|pharmacy|surgery"
    r"|mail|airways|international|uk|british|national|appliances"
    r"|consult\w+|trading|marketing|solutions?|union|club|church of|committee)\b",
    re.IGNORECASE,
)
IN_NAME = r"\([A-Z][\w.& ]{1,30}\)\s+(?:[A-Z]\w+\s+){0,3}?(?:plc|PLC|Ltd|LTD|Limited|LIMITED|LLP|Inc)\b"
"""Brackets that belong to a name: Acme (UK) Limited."""
DEFINITION = re.compile(rf"\s*(?!{IN_NAME})[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]")
STREET = re.compile(r",\s+(?:Unit |Suite |Flat )?\d.*$")
NOUN = (
    r"(?:compan(?:y|ies)|firms?|providers?|charit(?:y|ies)|giants?|platforms?|operators?|business(?:es)?|retailers?"
    r"|developers?|apps?|processors?|brokers?|chains?|manufacturers?|insurers?|organi[sz]ations?|publishers?|suppliers?"
    r"|agenc(?:y|ies)|airlines?|bodies|body|trusts?|councils?|hospitals?|banks?|workers?|websites?|sites?|makers?)"
)
BODIES = (
    "University Ministry Department Constable Borough Service Office State Commissioner Bank Hospitals School College "
    "City Board Institute Society Church Association Council Foundation Federation Governors Minister Ministers"
)
"""Words that "of" and "for" do not end a name after: "Ministry of", "Department for"."""
CALLED = re.compile(rf"^(?:[\w'&-]+\s+){{0,7}}?{NOUN}(?:\s+(?:called|named|known as))?,?\s+(?=[A-Z0-9\"'])")
"""What a news item says of a party before naming it: "Leeds-based marketing company Acme Ltd"."""
LOWER_CASE = re.compile(r"^(?:(?!(?:of|for|in|at|by|to|and|de|du|la|le|van|von)\b)[a-z][a-z'-]+\s+)+(?=[A-Z0-9])")
"""A trade before a name: "outsourcing group Acme"; "owner of Acme" is somebody else."""
NOBODY = re.compile(
    r"(?:(?i:it|them|they|him|her|he|she|we|us|one|two|three|four|five|both|each|all|some|others|ico)"
    r"|(?:the|an?|two|three|four|this|that|our) [a-z][a-z' -]*"
    rf"|£.*|€.*|individuals?|(?:.*\s)?{NOUN}|(?i:{NOUN})"
    r"|[\d.,]+ ?(?:m|bn|million|billion|thousand)?(?: ?(?:euros?|pounds?))?)",
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
    r",?\s+(?:which|who|that|whose)(?:\s.*)?$|\s+[-–]\s.*$"
    r"|,\s+(?!(?:Inc|LLC|Ltd|Limited|S\.?A|L\.?P|N\.?V)\b|[A-Z][^,]* and [A-Z]).*$"
)
IN_BODY = "".join(rf"(?<!{word})" for word in BODIES.split())
END = (
    rf"(?=\s+(?:after|over|following|because|due|under|as|with|regarding|relating|which|who|that|from|by|on|at"
    rf"|concerning|pursuant|ordering|requiring|instructing|when|to|where|has|have|was|were|and\s+\w+ed)\b|{IN_BODY}\s+(?:for|of|in)\b|\s+(?:for|of|in)\s+(?-i:(?!the\b)[a-z])|\s+(?:and\s+)?[£€$]|\s[-–]\s"
    rf"|[;:]|(?!{IN_NAME})\(|\.(?:\s|$)|,(?!\s+(?:Inc|LLC|Ltd))|$)"
)
"""What ends a name in running text."""
NAME_WORD = re.compile(
    r"[^\w]*(?:[A-Z0-9]|[a-z]{1,6}[A-Z])[^\s]*|(?:of|and|the|for|in|on|upon|at|de|la|du|to|under|by)|[&+/-]|t/a|trading|as"
    rf"|(?:{'|'.join(map(re.escape, FORMS))})\W*"
)
"""A word as names in running text have it: with a capital ("eBay" too), a figure, or one that joins others."""
LONGEST_NAME = 14
"""Words of the longest name of a public body."""
NO_PART_OF_NAME = re.compile(
    rf"^(?:in|for|on|by|of|to|at|from|over|after|because|that|which|when|with|under|against|as|more|their|its|his|her)\s"
    rf"|\b(?:has|have|had|was|were|is|are|been|will|would|said|says|made|sent|must|imposed|fined|told|failed|comes)\b"
    rf"|\bInformation Commission|\bICO\b"
    rf"|\b\d{{1,2}} {MONTH}\b|[.!?] [A-Z][a-z]+ [a-z]+ [a-z]+ "
)
"""A verb, a date, the end of a sentence: the words around a name were taken for it."""
TYPE = r"(?:(?:preliminary )?enforcement notice|(?:monetary )?penalty notice|reprimand|prosecution|undertaking)"
BEFORE_TITLE = re.compile(rf"^{TYPE}(?: to)?\s*[:–-]\s+", re.IGNORECASE)
AFTER_TITLE = re.compile(rf"[\s(–-]+(?:MPN|EN|(?i:{TYPE})|(?i:(?:{TYPE} |enforcement )page))\)?$")


def named(words: str) -> str | None:
    """The name in some words: no definition in brackets, no "the company"; None when no name is left.

    >>> named('the Halifax-based company Acme Ltd ("ACME")'), named("them")
    ('Acme Ltd', None)
    """
    plain = re.sub(rf"(?!{IN_NAME})[(\[].*$", "", DEFINITION.sub("", flat(words).removeprefix("both ")))
    plain = _without_introduction(STREET.sub("", plain)).strip(" ,;:\"'•-")
    plain = plain if NOBODY.fullmatch(plain) else _tidy(CALLED.sub("", plain)) if plain else ""
    hidden = NOBODY.fullmatch(plain) or (DESCRIPTION.fullmatch(plain) and not plain.lower().endswith(FORMS))
    return plain if re.search(r"[A-Z0-9]", plain) and len(plain) > 1 and not hidden and may_be_a_name(plain) else None


def _without_introduction(words: str) -> str:
    """Words in small letters before a name introduce it, unless they are all of it but the legal form.

    >>> _without_introduction("outsourcing group Acme"), _without_introduction("join the acme LIMITED")
    ('Acme', 'join the acme LIMITED')
    """
    rest = LOWER_CASE.sub("", words)
    return words if rest.strip(" .").lower() in FORMS else rest


def may_be_a_name(words: str) -> bool:
    """Whether words can be a party's name at all, and not a sentence, a date or several lines run together.

    >>> [may_be_a_name(words) for words in ("Chief Constable of Acme", "Acme has told us", "Acme 3 May 2026")]
    [True, False, False]
    """
    return len(words.split()) <= LONGEST_NAME and not NO_PART_OF_NAME.search(words)


def _tidy(name: str) -> str:
    """A person's trade belongs to the name; a company's is left out."""
    trade = re.match(r"(?P<who>.+?),?\s+(?:\(?t/a|trading as)\s+(?P<as>.+)", name)
    if trade and not is_organisation(trade["who"]):
        return f"{tidy_party(trade['who'])} trading as {trade['as']}"
    return tidy_party(trade["who"] if trade else name)


def first_name(found: Iterable[re.Match[str] | None]) -> str | None:
    """The first of the matches' `name` groups that is a party's name, openers and asides of a sentence left out."""
    for match in found:
        words = ASIDE.sub("", OPENER.sub("", match["name"].rsplit(": ", 1)[-1])) if match else ""
        words = re.split(r"\s+(?:and\s+)?[£€]", words)[0]
        name = named(words)
        if name and _is_in_capitals(name) and (name.lower().endswith(FORMS) or not NO_NAME.match(name)):
            return name
    return None


def _is_in_capitals(name: str) -> bool:
    return all(map(NAME_WORD.fullmatch, name.split()))


def titled(title: str) -> str | None:
    """The name that a title of the register consists of, without the type of the notice.

    >>> titled("Acme Ltd MPN"), titled("Reprimand: Acme Council"), titled("Acme Ltd (enforcement page)")
    ('Acme Ltd', 'Acme Council', 'Acme Ltd')
    """
    return named(AFTER_TITLE.sub("", BEFORE_TITLE.sub("", flat(title))))


def may_be_a_person(name: str) -> bool:
    """Whether a name looks like a natural person's, whom alerts must not name (source-ico.md §4)."""
    who = name.split(" trading as ")[0]
    return bool(PERSON.fullmatch(who)) and not is_organisation(who)


def is_organisation(name: str) -> bool:
    """Whether a name is surely not a natural person's."""
    return bool(ORGANISATION.search(name))
