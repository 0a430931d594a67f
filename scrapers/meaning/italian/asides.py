"""Sentences of the news that impose nothing now: what may be, what was before, what came from somebody else."""

import re

from scrapers.meaning.italian.topics import COURT, OTHER_AUTHORITY

_FINES = r"(?:(?:la|le)\s+)?(?:maxi\s?)?\b(?:mult[ae]|sanzion[ei])\s+(?:\w+\s+){0,3}?"
_UNDONE = "annullat|cancellat|sospes|ridott|dimezzat"
_MAY_BE = re.compile(
    r"\brischi|\bpotr(?:à|anno|ebbe)|\bpuò\b|\bpossono\b|\bpreved|\bfino\s+a\b|\bmassim|\bfatturat|\bprecedent|\bmetà\b"
    r"|\bgià\s+(?:stat[oaie]\s+)?(?:sanzionat|multat)|\bin\s+passato|\bnel\s+corso\s+de|\bnei\s+primi\b|\bsemestre\b"
    r"|\briscoss|\bincassi\s+(?:da|di|del)\b|\bincassat|\briscuot|\bgettito\b|\bsomme\s+ingiunte|\bin\s+totale\b|\bammontan\w+"
    r"|\bdopo\s+(?:la|le|una|il|lo)\s+(?:multa|sanzion|maxi|blocco|stop|divieto)|\bdopo\s+quell[aeio]\b|\bdopo\s+\w+\s+(?:mes[ei]|ann[io]|settiman[ae]|giorn[io])\b|\bhanno\s+superato\b|\bpiù\s+volte\b|\babbiamo\s+(?:sanzion|multat|inflitt)"
    r"|\bricors[oi]\s+(?:contro|avverso)|\bfarà\s+ricorso|\bnon\s+(?:è\s+stata\s+)?(?:pagat|versat)|\bricorr(?:e|erà)\s+contro|\bimpugn"
    r"|\b(?:nessun\w*|senza)\s+(?:sanzion|mult|provvediment)|\bsistema\s+sanzionatorio|\bin\s+caso\s+di\b|\bè\s+previst"
    r"|\b(?:in\s+casi?|ipotesi)\s+analog|\bnegli\s+ultimi\b|\bnell'ultimo\b|\bmai\s+\w+[ts][oaie]\b"
    r"|\bdalla\s+(?:maxi-?\s?)?(?:multa|sanzione)\b|\ba\s+(?:\w+\s+){1,4}(?:ann[io]|mesi)\s+dal|\bin\s+un\s+caso\b"
    r"|\b(?:multa|sanzione)\s+più\s+\w+\s+(?:\w+\s+){0,6}?(?:resta|rimane|riguarda)\b"
    r"|\b(?:milion[ei]|euro)\s+dal\s+(?:19|20)\d\d\b"
    r"|\bnon\s+(?:è|sono|ha|hanno)\s+(?:stat\w\s+)?(?:\w+\s+)?(?:sanzion|multat|inflitt|comminat|irrogat|applicat)"
    r"|\bprovvediment\w\s+del\s+(?:19|20)\d\d\b|\bcostat[oaie]\b|\b(?:valut|chied)\w+\s+(?:una|la)\s+(?:multa|sanzione)\b"
    r"|\b(?:(?:il|lo|la|i|gli|le)\s|l')\s?\w+\s+(?:multat|sanzionat)[oaie]\s+(?:dal|nel)\b"
    r"|\bavrebbe(?:ro)?\s+(?:\w+\s+){0,2}?(?:ridott|sanzionat|multat|inflitt|decis|archiviat|comminat|irrogat)",
    re.IGNORECASE,
)
"""Threats, ceilings, turnover, statistics, earlier cases, appeals."""
_NOT_OURS = re.compile(
    rf"(?i:\b(?:sterline|dollari|franchi)\b|[£$]|{_FINES}(?:{_UNDONE})|\b(?:{_UNDONE})\w\s+{_FINES}|{COURT})|{OTHER_AUTHORITY}",
    re.DOTALL,
)
"""Other authorities, other currencies, and what a court made of a fine."""
_EARLIER = re.compile(
    r"^(?:già\s+)?nel\s+(?:\w+\s+)?(?:19|20)\d\d\b"
    r"|\b(?:aveva(?:no)?|era(?:no)?\s+(?:già\s+)?stat[oaie])\s+(?:(?:già|inoltre|anche|infatti)\s+)*(?:sanzion|mult|inflitt"
    r"|commin|irrog|vietat|blocc|dispost|ordinat|impost|ingiunt|ammoni|prescritt|applicat|portato|rivolt|inviat|riguardat|sospes|limitat)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?<![^,]\sche\s)(?<!\sche\sle\s)(?<!\sche\sgli\s)\b(?:ha|è\s+stat[oa])\s+(?:(?!già\b)\w+\s+){0,2}?(?:sanzionat|multat|inflitt|comminat|irrogat|vietat|ordinat|impost|dispost|ingiunt"
    r"|ammonit|prescritt|applicat)[oaie]\b|\b(?:sanziona|infligge|commina|irroga|dovr(?:à|anno)\s+(?:\w+\s+)?pagare)\b",
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
    return bool(_MAY_BE.search(sentence) or _NOT_OURS.search(sentence)) or is_earlier(sentence)


def is_earlier(sentence: str) -> bool:
    """Whether it tells an earlier act: "aveva inflitto", "Nel 2021 …"; a new one beside it counts more."""
    return bool(_EARLIER.search(sentence) and not _NOW.search(sentence))


def imposes_now(sentence: str) -> bool:
    """Whether a verb of imposing stands in it as news: "ha inflitto", "dovrà pagare"."""
    return bool(_NOW.search(sentence))
