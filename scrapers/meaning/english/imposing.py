"""The ways in which English news says that a sanction is imposed: a headline's, and a sentence's main clause. Pure.

News is believed only where it has one of them; what else speaks of a fine is an aside, or is for a person to look at.
"""

import re

from scrapers.meaning.english.announcement import NOUN, is_told_as_new
from scrapers.meaning.english.names import OPENER

AUXILIARY = r"(?:has|have|was|were|is|are|been|being|also|today|now|both|each|all|jointly|and|then|been|\w+ly)"
AUTHORITY = (
    r"(?:ICO|Information Commission(?:er)?(?:'s Office)?|[Ww]e|It|SA|DPA|AP|CNIL|Garante|HDPA|Commissioner"
    r"|(?i:regulator|watchdog|authority|commission|committee|office))"
)
FINED = (
    r"(?:fined|fining|reprimanded|penali[sz]ed|sanctioned|ordered"
    r"|(?:fines|reprimands|penali[sz]es|orders)\b"
    r"(?! (?:of|for|and|or|on|in|to|from|by|that|which|issued|imposed|served)\b))"
)
GIVEN = r"(?:issue[sd]?|impose[sd]?|serve[sd]?|given?|gives|gave|hand(?:s|ed)|hits?|levied|slapped|landed)"
MONEY = r"(?:[£€]|EUR |GBP )?\d[\d.,]*+(?:\s?(?:m\b|bn|k|million|billion|thousand|euros?|pounds))*+"
SAID = re.compile(
    rf"\b(?P<verb>{FINED}|{GIVEN}\b(?=[^;]{{0,120}}?\b{NOUN}))"
    rf"|\b(?P<owed>(?:receive[sd]?|gets|got)\b(?=[^;]{{0,80}}\b{NOUN})"
    r"|must pay|(?:has|have|told|made|required) to pay)\b"
    rf"|\b{NOUN}(?=\s)(?:[^;]{{0,80}}?\s)?(?P<noun>(?:has|have|was|were) (?:also )?(?:been )?{GIVEN})\b",
    re.IGNORECASE,
)
"""A verb that imposes, the party's verb that owes, or a penalty that was issued."""
HEADLINE = re.compile(
    rf"^(?:[\w ]{{2,40}}: )?(?:[\w' &-]{{2,60}}'s? |(?:a |an |the )?(?:record |first |new |joint )?)?"
    rf"(?:(?:{MONEY} )(?:[\w-]+ ){{0,3}})?{NOUN}(?:,? (?:of|totalling) {MONEY})?"
    r"(?: (?:for|on|over|after|against|following|issued|imposed|served|given)\b|$)",
    re.IGNORECASE,
)
"""A headline without a verb: "£5 fine for Acme"."""
TRAILING = re.compile(
    rf"^[^;,:]{{0,80}}?(?<![\d.,]){MONEY}\s+(?:(?:[\w-]+\s){{0,3}}?{NOUN}\s+)?"
    r"(?!(?:for|after|over|following|by|because|under|as|in|on|and|from|with|to|across|at|amid|total|fine|fines|penalty)\b)"
    r"[a-z]+(?:s|ed|es|n)\b(?!\s+(?:fine|penalty))",
)
"""A headline that goes on: of the firm "fined £5" it says that it closes."""
SUBORDINATE = re.compile(
    r"\b(?:after|since|when|because|before|if|despite|while|unless|until|saw|sees|following|whose|without|against)\b"
    rf"|\b(?:who|which|that)\s(?:{AUXILIARY}\s|had\s|once\s)*$|\b(?:being|to)\s+$",
    re.IGNORECASE,
)
"""Before a verb: it is not what the sentence says, but what it recalls."""
ENCLOSED = re.compile(r"\([^()]*\)|,\s(?!and\b)(?:[^,;]|,(?=\d)){1,160},(?!\d)")
DIRECTLY = re.compile(rf"\b(?:{AUXILIARY}|{AUTHORITY})\s*$")
APPENDED = re.compile(r",\s*$")

REACH = 800
"""Characters of a sentence in which its main clause stands; a table read as one sentence imposes nothing."""


def imposes(sentence: str, home: str, *, is_title: bool = False) -> bool:
    """Whether a sentence says in its main clause, or as a headline, that a sanction is imposed now.

    >>> imposes("Acme, which sold lists, has been fined £5.", "GBP"), imposes("A firm fined £5 has closed.", "GBP")
    (True, False)
    >>> imposes("£5 fine for Acme", "GBP", is_title=True), imposes("Acme fights £5 fine", "GBP", is_title=True)
    (True, False)
    """
    sentence = sentence[:REACH]
    if is_title and HEADLINE.search(sentence) and is_told_as_new(sentence, 0, home):
        return True
    return any(
        _is_main(sentence, said, is_title) and is_told_as_new(sentence, said.end(), home)
        for said in SAID.finditer(sentence)
    )


def _is_main(sentence: str, said: re.Match[str], is_title: bool) -> bool:
    before = OPENER.sub("", re.split(r"[:;]\s", ENCLOSED.sub("", sentence[: said.start()]))[-1])
    if SUBORDINATE.search(before) or APPENDED.search(before):
        return False
    if not said["verb"] or DIRECTLY.search(before):
        return True
    return is_title and not TRAILING.search(sentence[said.end() :])
