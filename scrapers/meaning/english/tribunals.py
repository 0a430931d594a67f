"""Rulings of the First-tier and Upper Tribunal on the ICO's notices: events on a decision, for a person to enter.

A ruling on access to information is no sanction (rules.md, Kinds).
"""

import re

from scrapers.adapter import Account, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english.dating import MONTH, day_of
from scrapers.meaning.english.names import named, titled
from scrapers.meaning.english.prose import evidence, mend, sentences
from scrapers.meaning.money import amounts

ON_A_NOTICE = re.compile(
    r"monetary penalty|penalty notice|enforcement notice|\bMPN\b|\bs(?:ection|\.)? ?155\b", re.IGNORECASE
)
ON_ACCESS = re.compile(r"\b(?:FOIA|EIR|Freedom of Information|Environmental Information)\b")
POWERS = re.compile(r"monetary penalty|\bMPN\b|\bs(?:ection|\.)? ?(?:55[AB]|155|149|162)\b", re.IGNORECASE)
"""The Acts on data protection; a council's penalty notices are for parking."""
HEAD = 12_000
REFERENCE = re.compile(
    r"\b(?:Case|Appeal)\s+(?:Reference|Number|No\.?|Ref\.?)s?\s*[:.]*\s*"
    r"(?P<number>[A-Z]{1,4}[-/.](?:[A-Z]{1,4}[-/.])?\d{4}[-/.]\d{3,6}(?:[-/.]?[A-Z]{1,4})?)",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:Decision given on|Date of (?:decision|promulgation)|Promulgat\w+(?: on| date)?"
    r"|Decided on|^[ \t]*Dated?)\s*:?\s*"
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\s+\d{{4}})",
    re.IGNORECASE | re.MULTILINE,
)
APPELLANT = re.compile(r"\bBetween\s*:?\s*(?P<name>[\s\S]{2,200}?)\s*(?:\(the\s+)?[\"']?Appellants?\b", re.IGNORECASE)
SUBSTITUTED = re.compile(r"\b(?:substitut|reduc|var(?:y|ied))\w*\b.{0,200}$", re.IGNORECASE)
IMPOSED = re.compile(
    r"\b(?:fine|penalt(?:y|ies)|notice|MPN)\b.{0,300}\b(?:of|for|in the (?:sum|amount) of)\s*$", re.IGNORECASE
)
EVENT = "a tribunal's ruling on an earlier notice: it belongs to that decision"


def read_ruling(raw: RawDecision, passage: Passage) -> Account:
    """A ruling: the penalty it leaves in force, always with the doubt that it is an event, not a new sanction."""
    text = mend(passage.text)
    head = text[:HEAD]
    if not ON_A_NOTICE.search(head) or (ON_ACCESS.search(head) and not POWERS.search(head)):
        return Account(nothing="a tribunal's ruling on access to information, not on a sanction")
    given, reference = GIVEN.search(head), REFERENCE.search(head)
    return Account(
        sanctions=_penalty(raw, text, passage),
        doubts=(EVENT,),
        decided_on=day_of(given["day"]) if given else None,
        reference=reference["number"] if reference else None,
    )


def _penalty(raw: RawDecision, text: str, passage: Passage) -> tuple[Sanction, ...]:
    appellant = APPELLANT.search(text[:HEAD])
    party = named(appellant["name"]) if appellant else titled(raw.title)
    for words in (SUBSTITUTED, IMPOSED):
        for sentence in sentences(text):
            found = next((one for one in amounts(sentence, "en", "GBP") if words.search(sentence[: one.start])), None)
            if found:
                shown = evidence(passage, sentence, found.method)
                return (Sanction(party=party, kind=Kind.FINE, money=found.money, evidence=shown),)
    kind = Kind.ORDER if re.search(r"enforcement notice", text[:HEAD], re.IGNORECASE) else Kind.COURT_RULING
    return (Sanction(party=party, kind=kind, evidence=evidence(passage, text.strip()[:200])),)
