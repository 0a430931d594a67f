"""Parties that the news describes and does not name: "una Asl", "un Comune". Which one it was is not known here."""

import re

from scrapers.meaning.numerals import number_from_words

_SORTS = (
    r"(?:comune|asl|ausl|aziend[ae](?:\s+(?:sanitari[ae]|ospedalier[ae]))?|societ[àa]|scuol[ae]|istitut[oi]|lice[oi]|università|ateneo"
    r"|ospedal[ei]|policlinic[oi]|medic[oi]|clinic[ah]e?|strutture?|ordin[ei](?!\s+di)|minister[oi]|region[ei]|provinci[ae]"
    r"|banc(?:a|he)|call\s+center|operator[ei]|compagni[ae]|hotel|alberg[oi]|ristorant[ei]|negozi[oi]?|supermercat[oi]|catena"
    r"|palestr[ae]|associazion[ei]|sindacat[oi]|partit[oi]|quotidian[oi]|testat[ae]|giornal[ei]|editor[ei]|emittent[ei]"
    r"|condomini[oi]?|amministrator[ei]|avvocat[oi]|farmaci[ae]|laborator[io]+|centr[oi]|professionist[ai]|ditt[ae]|impres[ae]"
    r"|cooperativ[ae]|fondazion[ei]|agenzi[ae]|ent[ei]|sit[oi]|piattaform[ae]|consiglier[ei]|dirigent[ei]|start-?up|gestor[ei])"
)
_ONE = rf"un(?:[oa]\s+|\s+|'\s?)(?:(?:nota?|grande|piccol[oa]|import\w+|famos[oa]|ex)\s+)?{_SORTS}\b"
_SUM = r"(?:(?:per|con\s+una\s+(?:sanzione|multa)\s+(?:di|da))\s+[^,;:]{2,40}?\b(?:euro|€)\s+)?"
_DESCRIBED = re.compile(
    rf"\b(?:sanzion(?:a|ato|ata|are|ando)|multa(?:t[oa]|re)?|ammonisce|ammonit[oa]|avverte|blocca)\s+{_SUM}{_ONE}"
    rf"|\b(?:sanzion[ei]|mult[ae]|euro|milion[ei]|ammonimento|avvertimento|blocco|divieto|inflitt\w|comminat\w|irrogat\w"
    rf"|ordinat\w|vietat\w|ingiunt\w|impost\w|applicat\w)\b[^.;:]{{0,40}}?(?:\bad?|(?<=euro)\s+per|\bnei\s+confronti\s+di|a\s+carico\s+di)\s+{_ONE}"
    rf"|^{_ONE}[^.;:]{{0,90}}?\b(?:dovrà|deve|è\s+stat[oa]\s+(?:sanzionat|multat|ammonit))",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b([a-zà-ù]{{3,12}})\s+{_SORTS}\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<!\bun )(?<!\buna )(?<!\buno )(?<!\bun')(?<!\bUn )(?<!\bUna )"
    rf"\b(?i:{_SORTS})[ ](?:(?!per\b|che\b|con\b|e\b)[a-zà-ù]+[ ]){{0,3}}?(?:(?:di|del|della)[ ]|dell')?[\"“«]?[A-Z]"
    r"|\b(?i:S\.?p\.?A|S\.?r\.?l|S\.?n\.?c)\b|\b(?:Inc|Ltd|Limited|LLC|GmbH)\b"
)


def describes_party(sentence: str) -> bool:
    """Whether the one who bears the consequence is somebody whom the sentence only describes.

    >>> describes_party("Il Garante ha sanzionato per 3mila euro un Comune"), describes_party("Multa a un Comune")
    (True, True)
    >>> describes_party("Una Asl dovrà pagare 9mila euro"), describes_party("Multa a Volo per un sito")
    (True, False)
    """
    return bool(_DESCRIBED.search(sentence))


def how_many(text: str) -> frozenset[int]:
    """The numbers of those whom a text only describes.

    >>> sorted(how_many("Il Garante sanziona cinque società. Le due aziende hanno pagato."))
    [2, 5]
    """
    counted = (number_from_words(match[1].lower(), "it") for match in _COUNTED.finditer(text))
    return frozenset(number for number in counted if number)


def may_name(text: str) -> bool:
    """Whether a text may name somebody of the sorts that are described, so that the party is perhaps in it.

    >>> may_name("Multa a un Comune. Il Comune di Bra si scusa"), may_name("Multa a un Comune. Il Comune si scusa")
    (True, False)
    """
    return bool(_NAMED.search(text))
