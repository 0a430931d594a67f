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
_SORT = r"(?:(?:società|azienda|gruppo|piattaforma|app|compagnia|banca|quotidiano)\s+|[a-zà-ù]{3,15}\s+(?=[\"“«]))?"
_ARTICLE = rf"(?:(?:la|il|lo|i|le|gli)\s+|l')?{_SORT}"
_TO = rf"(?:(?:ad?|al|allo|alla|ai|alle|agli)\s+|all'){_SORT}"
_AGAINST = rf"(?:nei\s+confronti|a\s+carico)\s+(?:(?:di|del|dello|della|delle)\s+|dell'){_SORT}"
_FOR_A_SUM = r"(?:(?:per|con\s+una\s+(?:sanzione|multa)\s+(?:di|da))\s+[^,;:]{3,40}?\beuro\s+)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ss]anzion(?:a|ato|ata|are|erà)\s+{_FOR_A_SUM}{_ARTICLE}{_NAME}",
        rf"\b(?:[Mm]ultat[oa]|[Mm]ulta)\s+{_FOR_A_SUM}{_ARTICLE}{_NAME}",
        rf"\b(?:irrogat|comminat|inflitt|applicat|ordinat|ingiunt|impost|prescritt)[oae]\s+{_TO}{_NAME}",
        rf"\b(?:ordina|ingiunge|impone|infligge|commina)\s+{_TO}{_NAME}",
        rf"\b(?:ammonisce|ammonito|avverte|avvertito|bloccato|blocca|ferma|vieta)\s+{_ARTICLE}{_NAME}",
        rf"\b(?:[Ss]anzion[ei]|[Mm]ult[ae]|milion[ei]|euro|[Vv]ietato|[Ss]top|[Bb]locco|[Dd]ivieto|[Aa]mmonimento|[Aa]vvertimento)\b[^.;:]{{0,70}}?\b{_TO}{_NAME}",
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
            name = _without_count(closed(match[1].strip()), sentence[match.end(1) :])
            if not _NOBODY.fullmatch(name) and not is_anonymised(name):
                return tidy_party(name)
    return None


def _without_count(name: str, after: str) -> str:
    """ "Rete Blu 20 misure": a number before a word in small letters counts what is imposed."""
    return re.sub(r"\s\d+$", "", name) if re.match(r"\s+[a-zà-ù]", after) else name
