"""Sentences of the news that impose nothing now: what may be, what was before, what came from somebody else."""

import re

from scrapers.meaning.italian.topics import COURT, OTHER_AUTHORITY

_FINES = r"\b(?:mult[ae]|sanzion[ei])\s+(?:\w+\s+){0,3}?"
_MAY_BE = re.compile(
    r"\brischi|\bpotr(?:à|anno|ebbe)|\bpuò\b|\bpossono\b|\bpreved|\bfino\s+a\b|\bmassim|\bfatturat|\bprecedent|\bmetà\b"
    r"|\bgià\s+(?:stat[oaie]\s+)?(?:sanzionat|multat)|\bin\s+passato|\bnel\s+corso\s+de|\bnei\s+primi\b|\bsemestre\b"
    r"|\briscoss|\bincassi\s+(?:da|di|del)\b|\bincassat|\briscuot|\bgettito\b|\bsomme\s+ingiunte|\bin\s+totale\b|\bammontan\w+"
    r"|\bdopo\s+(?:la|le|una)\s+(?:multa|sanzion|maxi)|\babbiamo\s+(?:sanzion|multat|inflitt)"
    r"|\bricors[oi]\s+(?:contro|avverso)|\bfarà\s+ricorso|\bnon\s+(?:è\s+stata\s+)?(?:pagat|versat)|\bricorr(?:e|erà)\s+contro|\bimpugn"
    r"|\b(?:nessun\w*|senza)\s+sanzion|\bsistema\s+sanzionatorio|\bin\s+caso\s+di\b|\bè\s+previst"
    r"|\b(?:in\s+casi?|ipotesi)\s+analog",
    re.IGNORECASE,
)
"""Threats, ceilings, turnover, statistics, earlier cases, appeals."""
_NOT_OURS = re.compile(
    rf"(?i:\b(?:sterline|dollari|franchi)\b|[£$]|{_FINES}(?:annullat|cancellat|sospes|ridott|dimezzat)|{COURT})|{OTHER_AUTHORITY}",
    re.DOTALL,
)
"""Other authorities, other currencies, and what a court made of a fine."""
_EARLIER = re.compile(
    r"\b(?:aveva(?:no)?|era(?:no)?\s+(?:già\s+)?stat[oaie])\s+(?:(?:già|inoltre|anche|infatti)\s+)*(?:sanzion|mult|inflitt"
    r"|commin|irrog|vietat|blocc|dispost|ordinat|impost|ingiunt|ammoni|prescritt|applicat|portato|sospes|limitat)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:ha|è\s+stat[oa])\s+(?:(?!già\b)\w+\s+){0,2}?(?:sanzionat|multat|inflitt|comminat|irrogat|vietat|ordinat|impost|dispost|ingiunt"
    r"|ammonit|prescritt|applicat)[oa]\b|\b(?:sanziona|infligge|commina|irroga|dovrà\s+pagare)\b",
    re.IGNORECASE,
)


def main_clause(sentence: str) -> str:
    """What stands before a comma that leads on to a ceiling or an appeal; the whole sentence where nothing does.

    >>> main_clause("Il Garante ha inflitto a Volo una multa di 5.000 euro, pari al 2 per cento del fatturato")
    'Il Garante ha inflitto a Volo una multa di 5.000 euro'
    """
    now, aside = _NOW.search(sentence), _MAY_BE.search(sentence)
    comma = sentence.rfind(", ", now.end(), aside.start()) if now and aside else -1
    return sentence[:comma] if comma > 0 else sentence


def is_set_aside(sentence: str) -> bool:
    """Whether the sentence imposes nothing now. The pluperfect tells an earlier act, unless a new one stands beside it.

    >>> is_set_aside("Volo rischia una multa"), is_set_aside("Nel 2021 il Garante aveva sanzionato Volo")
    (True, True)
    """
    earlier = _EARLIER.search(sentence) and not _NOW.search(sentence)
    return bool(_MAY_BE.search(sentence) or _NOT_OURS.search(sentence) or earlier)


def imposes_now(sentence: str) -> bool:
    """Whether a verb of imposing stands in it as news: "ha inflitto", "dovrà pagare"."""
    return bool(_NOW.search(sentence))
