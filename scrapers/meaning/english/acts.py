"""Reprimands and orders that English news announces, sentence by sentence: no money, but a party."""

import re

from scrapers.decision import Kind
from scrapers.meaning.english.asides import DENIED, MANY, PROVISIONAL, is_anothers, is_earlier
from scrapers.meaning.english.names import END, first_name

NOUN = {
    Kind.REPRIMAND: r"reprimands?",
    Kind.ORDER: r"(?:enforcement notices?|injunctions?|compliance orders?|temporary bans?"
    r"|order to (?:stop|comply|cease|delete|erase))",
}
VERB = {
    Kind.REPRIMAND: r"reprimand(?:s|ed)",
    Kind.ORDER: r"(?:orders|ordered)(?! to pay| by (?:the|a) (?:court|tribunal))",
}
GIVEN = r"(?:issue[sd]?|serve[sd]?|gives?|given|gave|handed|receive[sd]?|imposed?|imposes|hit|hits)"
PASSIVE = r"(?:(?:has|have|had|was|were|is|are|been|being|also|issued|served|given)\s+)*"
NOT_ISSUED = re.compile(
    r"\bin (?:19|20)\d\d\b|\binstead of\b|\brather than\b|\bwould have\b|\bconsidered\b|\bappeal", re.IGNORECASE
)


def announces(kind: Kind, sentence: str, home: str) -> bool:
    """Whether a sentence says that an act of this kind was issued, not that it may be or once was."""
    noun, verb = NOUN[kind], VERB[kind]
    said = re.search(
        rf"\b{GIVEN}\b[^.;]*?\b{noun}|\b{noun}\s+{PASSIVE}(?:issued|served|given|to)\b|\b{verb}\b", sentence, re.I
    )
    if said is None or is_anothers(sentence, home):
        return False
    words, behind = sentence[: said.end()], sentence[said.end() :]
    return not is_earlier(words, behind) and not any(
        aside.search(words) for aside in (PROVISIONAL, NOT_ISSUED, DENIED, MANY)
    )


def addressed(kind: Kind, sentence: str) -> str | None:
    """Whom a sentence says an act of this kind was issued to, or None."""
    noun, verb = NOUN[kind], VERB[kind]
    forms = (
        rf"\b{GIVEN}\s+(?P<name>[^;]+?)\s+with\s+an?\b[^;]{{0,60}}\b{noun}",
        rf"\b{noun}\s+(?:and an?\s(?:[\w-]+\s){{1,3}}?)?{PASSIVE}(?:to|against|on)\s+(?P<name>[^;]+?){END}",
        rf"\b{GIVEN}\s+(?P<name>[^;]+?)\s+an?\s+{noun}",
        rf"\b{verb}\s+(?P<name>(?!by\b|to\b)[^;]+?){END}",
        rf"^(?P<name>[^;]+?)\s+{PASSIVE}{GIVEN}\b[^;]{{0,60}}\b{noun}",
        rf"^(?P<name>[^;]+?)\s+{PASSIVE}{verb}\b",
    )
    return first_name(re.search(form, sentence, re.IGNORECASE) for form in forms)
