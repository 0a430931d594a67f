"""Sentences of the news that tell a consequence. What may be imposed, or was by somebody else, is none."""

import re
from dataclasses import dataclass

from scrapers.decision import Kind
from scrapers.meaning.italian.asides import imposes_now, is_earlier, is_set_aside, main_clause
from scrapers.meaning.italian.headline import parties_in_news
from scrapers.meaning.italian.shares import whose
from scrapers.meaning.italian.sums import told_sums, without_total
from scrapers.meaning.italian.topics import ELSEWHERE, names_garante
from scrapers.meaning.money import Amount

_END = re.compile(
    r"\n+|(?<=[A-Za-zàèéìòù0-9)”\"»]{2}[.!?])\s+(?=[A-ZÈ“\"«])|\s[-–]\s(?=[A-Z])|(?<=\w\.)\s+(?=(?:Il|La|L'|Le|I|Gli|Lo)\b)"
)
_FINE = re.compile(
    r"\bsanzion(?!ator)\w+|\b(?:inflitt|comminat|irrogat)\w|\bmult[aie]\b|\bmultat|\b(?:pagare|pagamento)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(r"\b(?:pagher|verser)\w+", re.IGNORECASE)
_FINED = re.compile(
    r"\bsanziona(?:t[oaie]|re)?\b|(?<!\bdi\s)(?<!lla\s)(?<!\bla\s)\bmulta\b|\bmulte\s+(?:ad?|al|alla|ai|agli|alle|all')\b|\bmultat[oaie]\b"
    r"|\bsanzione\s+(?:pecuniaria|amministrativa)",
    re.IGNORECASE,
)
_HINT = re.compile(rf"{_FINED.pattern}|\b(?:inflitt|comminat|irrogat)\w", re.IGNORECASE)
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
_MENTION = re.compile(r"\b(?:(?:de|su|a|da|ne)?ll[ae]|l[ae])\s+(?:maxi\s?)?(?:mult[ae]|sanzion[ei])\b", re.IGNORECASE)
"""What only points at a fine that is known: "l'inchiesta sulla sanzione a Volo"."""
_BREACH = re.compile(
    r"\bavvertiment|\bammoni|\blimitazione\s+(?:provvisoria|definitiva|del\s+trattamento)|\bdivieto|\billecit|\billegittim|\bingiun"
    r"|\b(?:ha|hanno)\s+(?:\w+\s+)?(?:prescritt|ordinat|vietat|impost|inibit|intimat|bloccat|sospes|fermat)|\boscurament"
    r"|\bprovvediment\w+\s+(?:correttiv|sanzionator|d'urgenza|inibitori|prescrittiv|contro\b|nei\s+confronti|a\s+carico)",
    re.IGNORECASE,
)
"""What a release says when it may tell of an order in words that no rule reads."""
_NOUN = re.compile(r"\b(?:divieto|blocco|stop|limitazion[ei]|sospensione)\b", re.IGNORECASE)
"""Where a sentence names neither a party nor the Garante, a noun alone imposes nothing."""
_OTHER_SUM = re.compile(
    r"\b(?:risarciment\w+|riscatt\w+|contratt\w+|appalt\w+|finanziament\w+|prestit\w+|valore|dann[oi])\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_NEAR = 160
"""Characters between a word of fines and its sum."""
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
    `joint`: the sentence names several parties for this one sum.
    """

    kind: Kind
    party: str | None
    amount: Amount | None
    rounded: bool
    words: str
    another: bool = False
    joint: bool = False


def tell(text: str) -> tuple[Said, ...]:
    """Every consequence that the sentences of `text` tell, in order; a sentence that stands twice counts once."""
    return tuple(said for sentence in sentences(text) for said in _said(sentence))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, each once, in order; not more and no longer ones than a real release has."""
    return tuple(dict.fromkeys(piece.strip()[:_LONGEST] for piece in _END.split(text) if piece.strip()))[:_MOST]


def may_tell(text: str) -> bool:
    """Whether any sentence speaks of a fine or a breach, other than what may be, was long ago or came from others."""
    known = [(one, _MENTION.sub(" ", one)) for one in sentences(text)]
    speaking = [one for one, rest in known if _FINE.search(rest) or _PAYS.search(rest) or _BREACH.search(one)]
    return any(imposes_now(one) or not is_set_aside(one) for one in speaking)


def only_points(words: str) -> bool:
    """Whether words point at a fine that is known, and at nothing else.

    >>> only_points("La replica di Volo alla multa di 9mila euro"), only_points("Multa di 9mila euro a Volo")
    (True, False)
    """
    rest = _MENTION.sub(" ", words)
    return rest != words and not _HINT.search(rest)


def hints(text: str) -> bool:
    """Whether any sentence may tell, in words that no rule reads, that the Garante fined somebody now."""
    return any(_HINT.search(one) and names_garante(one) and not is_set_aside(one) for one in sentences(text))


def _said(whole: str) -> list[Said]:
    sentence = main_clause(whole)
    parties = parties_in_news(sentence) or (None,)
    if is_set_aside(sentence):
        return _warnings(sentence, parties)
    ours = names_garante(sentence)
    told = sentence if ours or parties != (None,) else _NOUN.sub(" ", sentence)
    others = [
        Said(kind, party, None, False, sentence) for kind, sign in _KINDS if sign.search(told) for party in parties
    ]
    return [*_fines(sentence, parties), *others] if _FINE.search(sentence) else others


def _warnings(sentence: str, parties: tuple[str | None, ...]) -> list[Said]:
    """A warning speaks of what may happen, and is imposed all the same; it must say who gets it."""
    warned = _WARNED.search(sentence) and not (is_earlier(sentence) or ELSEWHERE.search(sentence))
    return [Said(Kind.WARNING, party, None, False, sentence) for party in parties if warned and party]


def _fines(sentence: str, parties: tuple[str | None, ...]) -> list[Said]:
    """Each sum with its party; where the sentence does not say whose each one is, they stand without."""
    sums = without_total([one for one in told_sums(sentence) if _is_fine(sentence, one)])
    named = whose(sentence, sums) if len(sums) > 1 else parties
    another = bool(_ANOTHER.search(sentence))
    joint = len(sums) == 1 and len(parties) > 1
    if not sums:
        return [Said(Kind.FINE, party, None, False, sentence) for party in parties if _FINED.search(sentence)]
    pairs = zip(sums, named, strict=True) if len(sums) > 1 else [(sums[0], party) for party in named]
    return [
        Said(Kind.FINE, party, one, bool(_ROUNDED.search(sentence[: one.start])), sentence, another, joint)
        for one, party in pairs
    ]


def _is_fine(sentence: str, one: Amount) -> bool:
    around = sentence[max(0, one.start - _NEAR) : one.end + _NEAR]
    return bool(_FINE.search(around)) and not _OTHER_SUM.search(sentence[: one.start])
