"""Sentences of the news that tell a consequence. What may be imposed, or was by somebody else, is none."""

import re
from dataclasses import dataclass

from scrapers.decision import Kind
from scrapers.meaning.italian.headline import party_in_news
from scrapers.meaning.italian.sums import euros
from scrapers.meaning.italian.topics import COURT, ELSEWHERE, OTHER_AUTHORITY
from scrapers.meaning.money import Amount

_END = re.compile(
    r"\n+|(?<=[a-zàèéìòù0-9)”\"»]{2}[.!?])\s+(?=[A-ZÈ“\"«])|\s[-–]\s(?=[A-Z])|(?<=\w\.)\s+(?=(?:Il|La|L'|Le|I|Gli|Lo)\b)"
)
_FINE = re.compile(r"\bsanzion\w+|\bmult[aie]\b|\bmultat|\b(?:pagare|pagamento)\b", re.IGNORECASE)
_FINED = re.compile(
    r"\bsanziona(?:t[oaie])?\b|(?<!\bdi\s)\bmulta\b|\bmulte\s+(?:ad?|al|alla|ai|agli|alle|all')\b|\bmultat[oaie]\b"
    r"|\bsanzione\s+(?:pecuniaria|amministrativa)",
    re.IGNORECASE,
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
_NOT_IMPOSED = re.compile(
    r"\brischi|\bpotr(?:à|anno|ebbe)|\bpuò\b|\bpossono\b|\bpreved|\bfino\s+a\b|\bmassim|\bfatturat|\bprecedent"
    r"|\bgià\s+(?:sanzionat|multat)|\bin\s+passato|\briscoss|\bmetà\b|\bnel\s+corso\s+del|\bnessun\w*\s+sanzion"
    r"|\bsenza\s+sanzion|\bin\s+totale\b|\bammontan\w+|\bsistema\s+sanzionatorio|\bin\s+caso\s+di\b|\bnei\s+primi\b|\bsemestre\b|\bè\s+previst"
    rf"|\b(?:in\s+casi?|ipotesi)\s+analog|{OTHER_AUTHORITY}|{COURT}",
    re.IGNORECASE | re.DOTALL,
)
_WARNED = re.compile(
    r"\bgarante\b.{0,60}?\bavvert(?:e\b|ito\b|iment)|\bavvertiment\w+\s+(?:formale\s+)?(?:ad?|al|alla|all')\b",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\b(?:circa|oltre|quasi|più\s+di|superior[ei]\s+a|[ai]ttorno\s+a|intorno\s+a)\s*$", re.IGNORECASE
)
_LONGEST = 1500
"""Characters of a sentence that are read; no real one comes near."""
_MOST = 300
"""Sentences that are read; the longest newsletters have a third of them."""
_ANOTHER = re.compile(
    r"\b(?:sanzionat|multat)[oaie]\b[^;\n]{0,60}?\banche\b|\banche\s+(?:sanzionat|multat)[oaie]\b|\bun'altra\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """One consequence that a sentence tells.

    `rounded`: the sentence says so itself ("oltre 79 milioni"). `another`: it says that this one comes on top.
    """

    kind: Kind
    party: str | None
    amount: Amount | None
    rounded: bool
    words: str
    another: bool = False


def tell(text: str) -> tuple[Said, ...]:
    """Every consequence that the sentences of `text` tell, in order; a sentence that stands twice counts once."""
    sentences = dict.fromkeys(piece.strip()[:_LONGEST] for piece in _END.split(text) if piece.strip())
    return tuple(said for sentence in list(sentences)[:_MOST] for said in _said(sentence))


def mentions_fine(text: str) -> bool:
    """Whether any word of fines stands in `text`."""
    return bool(_FINE.search(text))


def _said(sentence: str) -> list[Said]:
    party = party_in_news(sentence)
    if _NOT_IMPOSED.search(sentence):
        return _warnings(sentence, party)
    others = [Said(kind, party, None, False, sentence) for kind, sign in _KINDS if sign.search(sentence)]
    return [*_fines(sentence, party), *others] if _FINE.search(sentence) else others


def _warnings(sentence: str, party: str | None) -> list[Said]:
    """A warning speaks of what may happen, and is imposed all the same; it must say who gets it."""
    warned = _WARNED.search(sentence) and not ELSEWHERE.search(sentence)
    return [Said(Kind.WARNING, party, None, False, sentence)] if warned and party else []


def _fines(sentence: str, party: str | None) -> list[Said]:
    """With several sums in one sentence it is not certain whose each one is: then they stand without a party."""
    sums = euros(sentence)
    whose = party if len(sums) < 2 else None
    another = bool(_ANOTHER.search(sentence))
    found = [
        Said(Kind.FINE, whose, one, bool(_ROUNDED.search(sentence[: one.start])), sentence, another) for one in sums
    ]
    return found or [Said(Kind.FINE, party, None, False, sentence)] * bool(_FINED.search(sentence))
