"""English texts of a criminal court: whether one is told of, what it fined, whether the ICO brought the case. Pure."""

import re
from collections.abc import Sequence

from scrapers.adapter import Passage
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english.asides import is_earlier
from scrapers.meaning.english.names import is_organisation
from scrapers.meaning.english.prose import evidence
from scrapers.meaning.english.rounding import settled
from scrapers.meaning.english.sums import announced_sums

COURT = re.compile(
    r"\bple(?:aded|d) guilty|\b(?:Magistrates'?|Crown|Sheriff) Court\b|\bconvicted\b|\bsentenced\b|\bprosecuted\b",
    re.IGNORECASE,
)
OURS = r"(?:\bICO\b|\bInformation Commission\w*|\b[Ww]e\b|\b[Oo]ur\b)"
BROUGHT_BY_US = re.compile(
    rf"{OURS}[^.;]{{0,120}}\b(?:prosecut|investigat|brought|charg|case)"
    rf"|\b(?:prosecut\w+|brought|investigat\w+) by (?:the )?{OURS}"
    r"|\bData Protection Act\b|\bdata protection (?:law|offence)|\bpersonal (?:data|information)\b"
)
"""Who prosecuted, or the law on which nobody else prosecutes."""
BROUGHT_BY_OTHERS = re.compile(
    r"\bCrown Prosecution Service\b|\bCPS\b|\bIOPC\b|\bpolice (?:force )?(?:investigat|charged)"
    r"|\binvestigat\w+ by (?!the ICO|us\b)"
    r"|\b(?:prosecuted|brought) by (?!the ICO|the Information|us\b)"
)


def is_before_a_court(sentences: Sequence[str]) -> bool:
    """Whether sentences tell of a plea, a court or a sentence, and not as of something earlier."""
    return any(
        (found := COURT.search(one)) and not is_earlier(one[: found.end()], one[found.end() :]) for one in sentences
    )


def doubts_about_the_case(told: Sequence[str], is_own_page: bool) -> tuple[str, ...]:
    """Why the case may be none of the ICO's: somebody else brought it, or nothing but the title tells of a court.

    A page of the ICO's own site need not say who brought it.
    """
    body = told[1:]
    if any(map(BROUGHT_BY_OTHERS.search, body)):
        return ("somebody else seems to have brought the case",)
    if body and not (any(map(COURT.search, body)) and (is_own_page or any(map(BROUGHT_BY_US.search, told)))):
        return ("the text does not say that the authority brought the case",)
    return ()


def prosecutions(told: Sequence[str], passage: Passage, home: str, party: str | None = None) -> tuple[Sanction, ...]:
    """A court's fine for an offence. Persons are not named, not even in the evidence; a company is."""
    sums = settled([[one for one in announced_sums(sentence, home) if one.kind is Kind.FINE] for sentence in told])
    name = party if party and is_organisation(party) else None
    money = sums[0].amount.money if sums else None
    words = sums[0].amount.words if sums else next((found[0] for one in told if (found := COURT.search(one))), "")
    shown = evidence(passage, words, sums[0].amount.method if sums else "words")
    return (Sanction(party=name, kind=Kind.PROSECUTION, money=money, evidence=shown),)
