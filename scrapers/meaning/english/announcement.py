"""Whether an English sentence says that a sanction was imposed now, whatever it says of whom. Pure."""

import re

from scrapers.meaning.english.asides import DENIED, MANY, POSSIBLE, is_anothers, is_earlier

NOUN = r"(?:fines?|penalt(?:y|ies)|reprimands?|enforcement notices?|sanctions?|injunctions?|notice of intent)"
SAID = re.compile(
    r"(?<!\bof )(?<!\ba )(?<!\bthe )\b(?:fined|reprimanded|penali[sz](?:ed|es)|sanctioned)\b"
    r"|\b(?:ICO|CNIL|Garante|DPA|DPC|SA|AP|authority|commission(?:er)?|watchdog|regulator|office|committee)"
    r"(?: \([A-Z]+\))?(?: also| today| provisionally)? (?:fines|reprimands)\b"
    r"|\b(?:issue[sd]?|impose[sd]?|serve[sd]?|given|handed|hit|receive[sd]?)\b[^.;]{0,80}"
    r"\b(?:fine|penalt(?:y|ies)|reprimands?|enforcement notices?|sanctions?|notice of intent|injunction)\b"
    r"|\bto pay\b[^.;]{0,40}\b(?:fine|penalty)\b|^fines? for\b"
    r"|(?:^(?:[\w£€.,-]+ ){0,2}|\b(?=\w+(?: notices?)? (?:has|have|was|were|is|are)\b))"
    r"(?:fines?|penalt(?:y|ies)|reprimands?|enforcement notices?) (?:(?:has|have|was|were|been|is|are) )*"
    r"(?:issued|imposed|served|given)\b|\bordered\b",
    re.IGNORECASE,
)
"""Words that say a sanction was imposed, whatever they say of whom and when; "the fined firm" says nothing new."""
NOW = re.compile(r"\b(?:has|have)\b|\btoday\b|\bnow\b|\bfines\b|\bis fining\b|\bwe are\b", re.IGNORECASE)
"""Below the first sentences only the perfect tells what is new; the past tells of earlier cases."""


def is_announced(sentence: str, home: str) -> bool:
    """Whether a sentence says that a sanction was imposed: not that it may be, once was, or was another authority's.

    >>> is_announced("Acme has been fined.", "GBP"), is_announced("Acme could be fined.", "GBP")
    (True, False)
    """
    said = SAID.search(sentence)
    return said is not None and is_told_as_new(sentence, said.end(), home)


def is_said(sentence: str) -> bool:
    """Whether a sentence says that a sanction was imposed, now or ever, by whomever; not that it may be, or was not."""
    said = SAID.search(sentence)
    return said is not None and _is_certain(sentence[: said.end()])


def is_told_as_new(sentence: str, end: int, home: str) -> bool:
    """Whether words that end at `end` tell of this authority's act, and of none that is only possible, or earlier."""
    if not _is_certain(sentence[:end]) or MANY.search(sentence) or is_anothers(sentence, home):
        return False
    return not is_earlier(sentence[:end], sentence[end:])


def _is_certain(words: str) -> bool:
    return not POSSIBLE.search(words) and not DENIED.search(words)
