"""Sentences of the news that tell a consequence. What may be imposed, or was by somebody else, is none."""

import re
from dataclasses import dataclass

from scrapers.decision import Kind
from scrapers.meaning.italian.headline import party_in_news
from scrapers.meaning.money import Amount, amounts

_END = re.compile(
    r"\n+|(?<=[a-zàèéìòù0-9)”\"»]{2}[.!?])\s+(?=[A-ZÈ“\"«])|\s[-–]\s(?=[A-Z])|(?<=\w\.)\s+(?=(?:Il|La|L'|Le|I|Gli|Lo)\b)"
)
_FINE = re.compile(r"\bsanzion\w+|\bmult[aie]\b|\bmultat|\b(?:pagare|pagamento)\b", re.IGNORECASE)
_FINED = re.compile(
    r"\bsanziona(?:t[oaie])?\b|\bmult[aie]\b|\bmultat[oaie]\b|\bsanzione\s+(?:pecuniaria|amministrativa)", re.IGNORECASE
)
_KINDS = (
    (Kind.REPRIMAND, re.compile(r"\bammoni(?:sce|t[oa]|ment)", re.IGNORECASE)),
    (Kind.WARNING, re.compile(r"\bavvert(?:e\b|it[oaie]\b|iment)", re.IGNORECASE)),
    (
        Kind.ORDER,
        re.compile(
            r"\bviet(?:a|at[oaie])\b|\bdivieto\b|\bblocc(?:a|at[oaie]|o)\b|\bstop\b|\blimitazion|\bsospen(?:de|sione)\b"
            r"|\b(?:ordina|ordinat[oa]|ingiunt[oa]|ingiunge|impone|impost[oa]|dispost[oa]|prescritt[oa]|prescrive)\b"
            r".{0,60}?\b(?:cancellazione|misure|di\s+(?!pagare)\w+(?:are|ere|ire|rsi))\b"
            r"|\bdovr(?:à|anno)\b.{0,40}?\b(?:cancellare|adeguar\w+|adottare|conformar\w+|modificare|interrompere|realizzare)",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
)
_OTHER_AUTHORITY = (
    r"\b(?:CNIL|AGCM|Antitrust|Agcom|Consob|Commissione\s+europea)\b"
    r"|\b(?:Autorità|Garante)\s+(?:francese|irlandese|tedesc[oa]|spagnol[oa]|olandese|grec[oa]|norvegese|britannic[oa])"
)
_NOT_IMPOSED = re.compile(
    r"\brischi|\bpotr(?:à|anno|ebbe)|\bpuò\b|\bpossono\b|\bpreved|\bfino\s+a\b|\bmassim|\bfatturat|\bprecedent"
    r"|\bgià\s+(?:sanzionat|multat)|\bin\s+passato|\briscoss|\bmetà\b|\bnel\s+corso\s+del|\bnessun\w*\s+sanzion"
    r"|\bsenza\s+sanzion|\bin\s+totale\b|\bammontan\w+|\bsistema\s+sanzionatorio|" + _OTHER_AUTHORITY,
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\b(?:circa|oltre|quasi|più\s+di|superior[ei]\s+a|[ai]ttorno\s+a|intorno\s+a)\s*$", re.IGNORECASE
)
_NEUTRAL = re.compile(
    r"\bchied(?:e|ono)\s+(?:informazioni|chiariment)|\brichiest[ae]\s+di\s+informazioni"
    r"|\b(?:avvi|apr)\w+\s+(?:un['a]\s*)?istruttori|\bparer[ei]\b|\blinee[\s-]guida|\bconsultazion|\brelazione\s+annuale"
    r"|\bconvegn|\baudizion|\baccord[oi]\b|\bprotocoll|\bg7\b|\bedpb\b|\bgaranti\s+(?:privacy\s+)?europei"
    r"|\bcomitato\s+europeo|\bseminari|\bgiornata|\bnomin|\bfaq\b|\bvademecum|\bsentenza|\btar\b|\btribunale|\bincontr"
    r"|\bcampagna|\bpresidente|\bindagine\s+conoscitiva|\bispezion|\bcodice\s+di\s+condotta|\bpodcast|\bconcors",
    re.IGNORECASE,
)

_LONGEST = 1500
"""Characters of a sentence that are read; no real one comes near."""


@dataclass(frozen=True)
class Said:
    """One consequence that a sentence tells; `rounded`: the sentence says so itself ("oltre 79 milioni")."""

    kind: Kind
    party: str | None
    amount: Amount | None
    rounded: bool
    words: str


def tell(text: str) -> tuple[Said, ...]:
    """Every consequence that the sentences of `text` tell, in order; a sentence that stands twice counts once."""
    sentences = dict.fromkeys(piece.strip()[:_LONGEST] for piece in _END.split(text) if piece.strip())
    return tuple(said for sentence in sentences for said in _said(sentence))


def is_neutral(title: str) -> bool:
    """Whether a title is of the kind that announces no sanction: an inquiry, an opinion, a conference."""
    return bool(_NEUTRAL.search(title))


def is_elsewhere(title: str) -> bool:
    """Whether a title tells what another authority did."""
    return bool(re.search(_OTHER_AUTHORITY, title, re.IGNORECASE))


def mentions_fine(text: str) -> bool:
    """Whether any word of fines stands in `text`."""
    return bool(_FINE.search(text))


def _said(sentence: str) -> list[Said]:
    if _NOT_IMPOSED.search(sentence):
        return []
    party = party_in_news(sentence)
    others = [Said(kind, party, None, False, sentence) for kind, sign in _KINDS if sign.search(sentence)]
    return [*_fines(sentence, party), *others] if _FINE.search(sentence) else others


def _fines(sentence: str, party: str | None) -> list[Said]:
    """With several sums in one sentence it is not certain whose each one is: then they stand without a party."""
    sums = amounts(sentence, "it", "EUR")
    whose = party if len(sums) < 2 else None
    found = [Said(Kind.FINE, whose, one, bool(_ROUNDED.search(sentence[: one.start])), sentence) for one in sums]
    return found or [Said(Kind.FINE, party, None, False, sentence)] * bool(_FINED.search(sentence))
