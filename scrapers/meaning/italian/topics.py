"""What a piece of news is about, when it tells of no sanction of the Garante's own. Knows words, not outcomes."""

import re

OTHER_AUTHORITY = (
    r"\b(?:(?i:data\s+protection\s+(?:commission|authority))|CNIL|AGCM|AEPD|DPC|Antitrust|Agcom|Consob|Commissione\s+europea)\b"
    r"|\b(?i:autorità|garante|commissario|commissione)\s+(?:\w+\s+){0,2}?(?:frances[ei]|irlandes[ei]|tedesc[oa]|spagnol[oa]|olandes[ei]|grec[oa]"
    r"|norveges[ei]|svedes[ei]|austriac[oa]|belga|polacc[oa]|portoghes[ei]|britannic[oa])"
)
COURT = (
    r"\b(?:tribunale|cassazione|corte|tar|consiglio\s+di\s+stato|giudic[ei]|sentenza|magistratura)\b(?=.{0,140}?"
    r"\b(?:annull|conferm|sospe|rigett|respin|accol|accogl|ridu|ridotto|ribalt|boccia|d[àa]\s+ragione))"
    r"|\b(?:annullat|confermat|sospes|ridott)[ao]\b.{0,80}?\b(?:tribunale|cassazione|corte|tar|consiglio\s+di\s+stato|giudice)\b"
)
_ABOUT = re.compile(
    r"\bchied(?:e|ono)\s+(?:informazioni|chiariment)|\brichiest[ae]\s+di\s+informazioni"
    r"|\b(?:avvi|apr)\w+\s+(?:un['a]\s*)?istruttori|\bparer[ei]\b|\blinee[\s-]guida|\bconsultazion|\brelazione\s+annuale"
    r"|\bconvegn|\baudizion|\baccord[oi]\b|\bprotocoll|\bg7\b|\bedpb\b|\bgaranti\s+(?:privacy\s+)?europei"
    r"|\bcomitato\s+europeo|\bseminari|\bgiornata|\bnomin|\bfaq\b|\bvademecum|\bsentenza|\btar\b|\btribunale|\bincontr"
    r"|\bcampagna|\bpresidente|\bindagine\s+conoscitiva|\bispe(?:zion|ttiv)|\bcodice\s+di\s+condotta|\bpodcast|\bconcors"
    r"|\bregole\b|\bricorda\b|\bistruzioni\b|\bindicazioni\b|\bconsigli\b|\bsuggerimenti\b|\bguida\b|\bautorizza"
    r"|\bvia\s+libera\b|\bs[iì]\s+del\s+garante|\bok\s+del\s+garante|\bcodice\s+deontologic|\bcassazione|\bcollabora",
    re.IGNORECASE,
)
_SURELY = re.compile(
    r"\bparere\b|\baudizione\b|\bprotocollo\b|\bvademecum\b|\bfaq\b|\bconsultazione\s+pubblica\b|\bricorda\s+che\b"
    r"|\bprovvedimento\s+generale\b|\brelazione\s+annuale\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(f"{OTHER_AUTHORITY}|(?i:{COURT})", re.DOTALL)
_LEAD = 500
"""Characters of a release in which it says what it is about."""


def is_neutral(title: str) -> bool:
    """Whether a title is of the kind that announces no sanction: an inquiry, an opinion, a conference."""
    return bool(_ABOUT.search(title))


def begins_neutral(text: str) -> bool:
    """Whether the first lines are certainly about an opinion, advice or the like."""
    return bool(_SURELY.search(text[:_LEAD]))


def is_elsewhere(title: str) -> bool:
    """Whether a title tells what another authority or a court did.

    >>> is_elsewhere("Il Tribunale di Roma annulla la sanzione a Rete Blu"), is_elsewhere("Multa al Tribunale di Asti")
    (True, False)
    """
    return bool(ELSEWHERE.search(title))
