"""Who a sentence of the news names as sanctioned. Newspapers' Italian, unlike the formulas of a measure."""

import re

from scrapers.meaning.italian.names import cut_name
from scrapers.meaning.parties import is_anonymised, tidy_party

_WORD = r"[A-Z0-9À-Ý][\w.&'+-]*"
_SORTS = (
    r"(?:Comune|Azienda|Asl|ASL|Ausl|AUSL|Regione|Provincia|Ministero|Istituto|Università|Ordine|Agenzia|Ospedale"
    r"|Policlinico|Camera|Consiglio)"
)
_BODY = (
    rf"{_SORTS}(?:\s+(?!ed?\s+(?:{_SORTS}|il|la|lo|le|i|gli|al|alla|alle)\b|ed?\s+(?:l|all)'|per\b|con\b|che\b|è\b|ha\b"
    r"|una?\b|la\b|il\b|dovrà\b|di\s+pagare|a\s)[\w.'“”«»\"-]+){0,8}"
)
_FORM = r"(?:\s+(?:s\.?\s?[rpna]\.?\s?[lacs]\.?(?:\s?s\.?)?(?![\w.])|(?:società|soc\.)\s+coop(?:erativa|\.)))?"
_LINK = r"(?:(?:di|del|della|delle|dei|degli|d')\s+|per\s+l'(?=Italia\b|Europa\b))"
NAME = rf"[\"“«]?({_BODY}|{_WORD}(?:\s+{_LINK}?{_WORD}){{0,7}}{_FORM})"
"""One group: the words of a name, with its legal form in small letters too."""
_SORT = (
    r"(?:(?:società|azienda|gruppo|piattaforma|app|compagnia|banca|quotidiano)\s+(?:[a-zà-ù]{4,15}\s+)?"
    r"|(?:società|azienda|ditta)(?:\s+[a-zà-ù']+){1,5},\s+|[a-zà-ù]{3,15}\s+(?=[\"“«]))?"
)
_ARTICLE = rf"(?:(?:la|il|lo|i|le|gli)\s+|l')?{_SORT}"
TO = rf"(?:(?:ad?|al|allo|alla|ai|alle|agli)\s+|all'){_SORT}"
_AGAINST = rf"(?:nei\s+confronti|a\s+carico)\s+(?:(?:di|del|dello|della|delle)\s+|dell'){_SORT}"
_THE = r"(?:\b(?:Il|La|Lo|Le|I|Gli)\s+|\bL')?"
_OF_NOBODY = r"(?<!\bdi\s)(?<!\bin\s)(?<!\bda\s)(?<!\ba\s)(?<!\bdel\s)(?<!\bdella\s)(?<!\bdei\s)(?<!\bdell')"
"""A name after these belongs to somebody else: "un istituto di Torino dovrà pagare"."""
_BESIDE_NAME = r"(?:,?\s+|,\s[a-zà-ù][^,;:.]{2,90},\s)"
"""What may stand between a name and its verb: "Volo, società del gruppo Aria, dovrà pagare"."""
_SUBJECT = r"\s+(?:un[oa]?\s|un'|la\s|il\s|lo\s|l'|le\s|gli\s|i\s|[A-Z])"
"""After the participle the party follows: "Sanità, sanzionata una Asl"."""
_NO_REASON = r"(?:(?!\bper\s+(?:il|la|lo|i|le|gli|aver\w*|non|una?)\b|\bper\s+l'|\bdopo\b)[^.;:])"
"""Up to a party, not into why: "sanzione per il passaggio a Rete Blu"."""
_ROLE = r"(?:società|azienda|gruppo|banca|compagnia|piattaforma|colosso)"
_FOR_A_SUM = r"(?:(?:per|con\s+una\s+(?:sanzione|multa)\s+(?:di|da))\s+[^,;:]{3,40}?\beuro\s+)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ss]anzion(?:a|ato|ata|are|erà)\s+{_FOR_A_SUM}{_ARTICLE}{NAME}",
        rf"\b(?:[Mm]ultat[oa]|[Mm]ulta)\s+{_FOR_A_SUM}{_ARTICLE}{NAME}",
        rf"\b(?:irrogat|comminat|inflitt|applicat|ordinat|ingiunt|impost|prescritt)[oae](?:,[^,.]{{1,40}},)?\s+{TO}{NAME}",
        rf"\b(?:ordina|ingiunge|impone|infligge|commina)\s+{TO}{NAME}",
        rf"\b(?:[Aa]mmonisce|[Aa]mmonit[oa]|[Aa]vverte|[Aa]vvertit[oa]|[Bb]loccat[oa]|blocca|ferma|vieta)\s+(?:\w+mente\s+)?{_ARTICLE}{NAME}",
        rf"\b(?:[Ss]anzion[ei]|[Mm]ult[ae]|milion[ei]|euro|[Vv]ietato|[Ss]top|[Bb]locco|[Dd]ivieto|[Aa]mmonimento|[Aa]vvertimento)\b{_NO_REASON}{{0,70}}?\b{TO}{NAME}",
        rf"\b[Vv]iet(?:a|ato)\s+{TO}{NAME}",
        rf"\b{_AGAINST}{NAME}",
        rf"\b[Dd]ovr(?:à|anno)\s+(?:pagare|versare)\s+[^,;:.]{{3,40}}?\beuro\s+{_ARTICLE}{NAME}",
        rf"{_OF_NOBODY}{_THE}{NAME}{_BESIDE_NAME}(?:che\s+)?(?:(?:è|sono)\s+stat[oaie]\s+(?:(?:invece|anche|inoltre|poi)\s+)?)?(?:sanzionat|multat)[oaie]\b(?!{_SUBJECT})",
        rf"{_OF_NOBODY}{_THE}{NAME}{_BESIDE_NAME}(?:che\s+)?(?:dovrà|dovranno|deve\s+pagare)",
        rf"\b[Ss]anzione\b[^.;]{{0,60}}?\bper\s+(?:la\s+(?:società|azienda|ditta)(?:\s+[a-zà-ù']+){{1,6}},?\s+)?{NAME}",
        rf"^{NAME}[,:]\s[^.;:,]{{3,60}}?\b(?:sanziona|multa|blocca|ferma|ammonisce|avverte|a)(?:\s+la\s|\s+il\s|\s+l'|lla\s|l\s|ll'){_ROLE}\b(?!\s+(?:che|di|del))",
    )
)
_NOBODY = re.compile(
    r"(?:Il|La|Lo|L|Abbiamo|Ha|Hanno|È|Sono|Garante|Autorità|Regolamento|Gdpr|GDPR|Codice|Privacy|Ue|UE|Unione|Commissione|[0-9][0-9.,]*(?:mila|mln|milion\w+)?)\b.*"
    r"|(?:Italia|Roma|Milano|Europa|Capo|Gdf|Guardia)\b(?!\s+[A-Z]).*"
)
_BESIDE = re.compile(rf",?\s+ed?\s+(?:(?:di|del|dello|della|delle)\s+|dell'|{TO}){_SORT}{NAME}")
"""A second party with its own preposition: "nei confronti di Uno e di Due"."""


def parties_in_news(sentence: str) -> tuple[str, ...]:
    """The parties that a sentence says were sanctioned; empty where it names nobody, or only "una società".

    >>> parties_in_news("Telemarketing: il Garante privacy sanziona Rete Blu per 2 milioni di euro")
    ('Rete Blu',)
    >>> parties_in_news("La limitazione è disposta nei confronti di Bot Inc. e di Bot Limited, che la gestiscono")
    ('Bot Inc.', 'Bot Limited')
    >>> parties_in_news("Il Garante sanziona due società per 50mila e 30mila euro")
    ()
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            name = name_of(match[1], sentence[match.end(1) :])
            if name:
                second = _BESIDE.match(sentence, match.end(1))
                other = name_of(second[1], sentence[second.end(1) :]) if second else None
                return (name, other) if other else (name,)
    return ()


def first_party(sentence: str) -> str | None:
    """The first of `parties_in_news`."""
    return next(iter(parties_in_news(sentence)), None)


def named_in_brackets(text: str, role: str) -> str | None:
    """Whose short form `role` is: 'Uno S.p.A. (la “Banca”)' says who "Banca" is.

    >>> named_in_brackets("subìto da Uno S.p.A. (la “Banca” o “Uno”)", "Banca")
    'Uno S.p.A.'
    """
    found = re.search(rf"{NAME}\s*\([^()]{{0,60}}[“\"«']{re.escape(role)}[”\"»']", text)
    return tidy_party(found[1]) if found else None


def _is_nobody(name: str) -> bool:
    """Whether a word with a capital names no party: the authority itself, a law, a place."""
    return bool(_NOBODY.fullmatch(name))


def name_of(found: str, after: str = "") -> str | None:
    """The party that the words of NAME stand for, before the words `after`; None where they name nobody."""
    name = _without_count(cut_name(found), after)
    return None if _is_nobody(name) or is_anonymised(name) else tidy_party(name)


def _without_count(name: str, after: str) -> str:
    """ "Rete Blu 20 misure": a number before a word in small letters counts what is imposed."""
    return re.sub(r"\s\d+$", "", name) if re.match(r"\s+[a-zà-ù]", after) else name
