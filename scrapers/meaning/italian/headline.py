"""Who a sentence of the news names as sanctioned. Newspapers' Italian, unlike the formulas of a measure."""

import re

from scrapers.meaning.italian.names import closed
from scrapers.meaning.parties import is_anonymised, tidy_party

_WORD = r"[A-Z0-9À-Ý][\w.&'+-]*"
_BODY = (
    r"(?:Comune|Azienda|Asl|ASL|Ausl|Regione|Provincia|Ministero|Istituto|Università|Ordine|Agenzia|Ospedale|Policlinico|Camera|Consiglio)"
    r"(?:\s+(?!per\b|con\b|che\b|è\b|ha\b|una?\b|la\b|il\b|dovrà\b|di\s+pagare|a\s)[\w.'-]+){0,8}"
)
_NAME = rf"[\"“«]?({_BODY}|{_WORD}(?:\s+(?:(?:di|del|della|delle|dei|degli|d')\s+)?{_WORD}){{0,7}})"
_ARTICLE = r"(?:(?:la|il|lo|i|le|gli)\s+|l')?(?:società\s+|azienda\s+|gruppo\s+|piattaforma\s+|app\s+)?"
_TO = r"(?:(?:ad?|al|allo|alla|ai|alle|agli)\s+|all')(?:società\s+|azienda\s+)?"
_AGAINST = r"(?:nei\s+confronti|a\s+carico)\s+(?:(?:di|del|dello|della|delle)\s+|dell')(?:società\s+)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ss]anzion(?:a|ato|ata|are|erà)\s+{_ARTICLE}{_NAME}",
        rf"\b(?:[Mm]ultat[oa]|[Mm]ulta)\s+{_ARTICLE}{_NAME}",
        rf"\b(?:irrogat|comminat|inflitt|applicat|ordinat|ingiunt|impost|prescritt)[oae]\s+{_TO}{_NAME}",
        rf"\b(?:ordina|ingiunge|impone|infligge|commina)\s+{_TO}{_NAME}",
        rf"\b(?:ammonisce|ammonito|avverte|avvertito|bloccato|blocca|ferma|vieta)\s+{_ARTICLE}{_NAME}",
        rf"\b(?:sanzion[ei]|mult[ae]|milion[ei]|euro|vietato|stop|blocco|divieto|ammonimento|avvertimento)\b[^.;:]{{0,70}}?\b{_TO}{_NAME}",
        rf"\b[Vv]iet(?:a|ato)\s+{_TO}{_NAME}",
        rf"\b{_AGAINST}{_NAME}",
        rf"{_NAME}\s+(?:è\s+stat[oa]\s+(?:sanzionat|multat)|dovrà|deve\s+pagare)",
        rf"\bsanzione\b[^.;]{{0,60}}?\bper\s+{_NAME}",
    )
)
_NOBODY = re.compile(
    r"(?:Il|La|Lo|L|Garante|Autorità|Regolamento|Gdpr|GDPR|Codice|Privacy|Ue|UE|Unione|Italia|Roma|Commissione|[0-9.,]+)\b.*"
)


def party_in_news(sentence: str) -> str | None:
    """The party that a sentence says was sanctioned; None where it names nobody, or only "una società".

    >>> party_in_news("Telemarketing: il Garante privacy sanziona Rete Blu per 2 milioni di euro")
    'Rete Blu'
    >>> party_in_news("Il Garante sanziona due società per 50mila e 30mila euro")
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            name = closed(match[1].strip())
            if not _NOBODY.fullmatch(name) and not is_anonymised(name):
                return tidy_party(name)
    return None
