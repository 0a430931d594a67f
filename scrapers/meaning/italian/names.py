"""Who an Italian phrase names: the words between a preposition and what is no longer the name. No list of companies."""

import re

from scrapers.meaning.parties import is_anonymised, tidy_party

TO = r"(?:\b(?:a|ad|al|allo|alla|ai|agli|alle)\s+|\ball'\s?)"
BY = (
    r"(?:\b(?:da\s+parte\s+(?:di|del|dello|della|dei|degli|delle)|da|dal|dallo|dalla|dai|dagli|dalle"
    r"|del|dello|della|dei|degli|delle)\s+|\b(?:dall|dell|da\s+parte\s+dell)'\s?)"
)
AGAINST = r"\b(?:nei\s+confronti|a\s+carico)\s+(?:(?:di|del|dello|della|dei|degli|delle)\s+|dell'\s?)"
OBJECT = r"(?:(?<![\w'])(?:il|lo|la|i|gli|le)\s+|(?<![\w'])l'\s?|(?<![\w'])(?=[A-Z\"“«]))"

_STOPS = (
    r"(?:in|nella)\s+(?:persona|qualità)\b",
    r"(?:con|avente|e)\s+sede\b|sede\s+legale|con\s+domicilio",
    r"(?:nat[oa]|residente|domiciliat[oa]|ubicat[oa]|sit[oa])\s+(?:a|ad|in|nel|presso)\b",
    r"[Cc]\.\s?[Ff]\.|CF\b|[Cc]od(?:ice|\.)\s+[Ff]isc|[Pp](?:artita|\.)?\s*(?:IVA|iva|Iva|I\.)|iscritt[oa]\b",
    r"(?:di|al|il|a)\s+(?:pagare|pagamento|versare|corrispondere)\b|di\s+[a-zà]+(?:are|ere|ire|rre|rsi|rlo)\b",
    r"della?\s+(?:sanzione|misura|limitazione|divieto|provvediment)|dell'(?:ammoniment|avvertiment)",
    r"la\s+(?:complessiva\s+|predetta\s+)?(?:somma|sanzione|misura|limitazione|cancellazione)|il\s+(?:divieto|blocco)\b",
    r"un(?:a|o|')?\s*(?:sanzione|multa|ammoniment|avvertiment|provvediment)",
    r"quale\b|(?:in\s+qualità\s+di\s+)?(?:titolare|responsabile)\s+del|titolare\s+d|di\s+seguito|d'ora\s+in|rappresentat",
    r"ai\s+sensi|ex\s+art|de(?:gli|ll')\s?art|per\s+(?:non\s+)?aver|per\s+quanto|in\s+violazione|a\s+titolo",
    r"nei\s+termini|descritt|consistent|mediante|attraverso|relativ[oaie]\b|che\b|circa\b|entro\b|affinché|ed?\s+conseguentement",
    r"per\s+(?:la|le|il|i|l')\s?(?:violazion|motiv|ragion|trattament|mancat|comunicazion|diffusion|condott|inosservanz|omess)",
    r"su(?:l|lla|lle|ll')\s?(?:necessità|obbligo|rispetto|circostanza|fatto|modalità)|l'ulterior|ogni\b|il\s+trattament|la\s+(?:diffusion|comunicazion|raccolta|conservazion|prosecuzion)",
    r"in\s+(?:ordine|relazione|quanto|caso|via|solido|conformità|merito)\b|ciascun|tutt[ei]\b|congiuntamente",
    r"(?:[Vv]ia|[Vv]iale|[Pp]iazz(?:a|ale)|[Cc]orso|[Ll]argo|[Vv]icolo|[Ss]trada|[Cc]ontrada|[Ll]ocalità)\s+[A-Z]",
    r"(?:ha|hanno|dovrà|dovranno|deve|devono|è|sono)\b|e(?:d)?\s+(?:a|ad|al|alla|agli|alle)\s|ed?\s+all'|del\s+fatto\b",
    r"ed?\s+(?:dispone|ordina|ingiunge|vieta|ammonisce|prescrive|impone|applica|avverte|dichiara|revoca)\b",
    r"ed?\s+(?:(?:il|lo|la|i|gli|le)\s+|l')(?=[A-Z\"“«])|ed?\s+per\s+l'effetto",
    r"(?<!per )(?<!con )(?<!tra )(?<!fra )(?<!contro )(?<!su )(?<! e )(?<! ed )(?:(?:il|lo|la|gli|le)\s+|l')[a-zà-ù]",
)
"""What follows a name: who speaks for it, its seat and numbers, what it must do and why, and what is done to it."""

_STOP = re.compile(rf"[;:\n(\[]|(?<![\w'])(?:{'|'.join(_STOPS)})")
_GOES_ON = re.compile(r"\s*(?:e\s+)?(?:della?\b|dell'|dei\b|degli\b|delle\b|industria|artigianato|agricoltura)")
_ABBREVIATION = re.compile(r"(?:\.\s?\w{1,3}|\b(?:Inc|Ltd|Corp|Co|C|coop|onlus|Soc))\.$", re.IGNORECASE)
_SAID = re.compile(
    r"(?:(?:predett|suddett|medesim|stess|citat|sopracitat|sopraindicat|summenzionat|suindicat|richiamat|menzionat)\w*\s+"
    r"|sopra\s+(?:citat|indicat|menzionat)\w*\s+)+",
    re.IGNORECASE,
)
TITLE = r"(?i:sig\.?(?:r?a|nor[ae]?|ri)?|dott\.?(?:ssa)?|avv\.?|prof\.?(?:ssa)?|ing\.|geom\.|arch\.)"
_SORT = re.compile(
    r"^(?:(?:società|ditta(?:\s+individuale)?|impresa(?:\s+individuale)?"
    rf"|{TITLE})\s+)+(?=[\"“«A-Z0-9])"
)
_ROLE = re.compile(
    r"(?:società|titolar[ei]|istitut\w+|comune|azienda|banca|ente|ministero|universit\w+|associazione|impresa|ditta"
    r"|dipartimento|contravventor\w+|trasgressor\w+|responsabil\w+|regione|scuola|ordine|fondazione|cooperativa|compagnia"
    r"|part[ei]|soggett\w+|amministrazione|agenzia|asl|provincia|federazione|consorzio|autorità|ospedale|struttura"
    r"|professionista|liceo|medico|condominio|partito|sindacato|editore|quest'ultim\w+|medesim\w+|stess\w+|predett\w+"
    r"|suddett\w+|operatore)"
    r"(?:\s+(?:individuale|del|dei|trattamento|dati|personali|sanitari[ao]|ospedalier[ao]|scolastic[oa]|resistente|comprensivo"
    r"|statale|locale|territoriale|provinciale|regionale|nazionale|universitari[ao]|professionale|tecnico|superiore|cooperativa"
    r"|sociale|agricola|editoriale))*",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?:di|del|che|entro|la|il|un)\b|[,;:]|l'|ai\s+sensi")
"""After "alla medesima" alone: nobody is named, the word itself points back."""
_HOLDER = re.compile(r"(?:titolare|responsabile)(?:\s+del\s+trattamento)?,\s{1,3}(?=[A-Z\"“«])")
"""In "ammonisce il titolare del trattamento, Rete Blu S.p.A., per …" the name follows the role."""
_NOT_A_PARTY = re.compile(
    r"(?:(?:sensi|norma|titolo|seguito|fronte|decorrere|mezzo|tal|fin[ei]|artt?|violazion|pagament|present|disposizion"
    r"|trattament|dat[io]\b|Regolamento|Codice|RGPD|GDPR|comm[ai]\b|carico|cura|quanto|qual[ei]|partire|condizion|richiest"
    r"|prescrizion|garant|modalità|cittadin|utent|client|chiunque|reclamant|segnalant|interessat|sito|registro"
    r"|successiv|ulterior|spese|legge|Capo\b|URL\b|par\b|lett\b|ufficio|illiceità|illecit|condotta|parte\b|misur|termin|present))",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:\s+(?:ed?|o|nonché|di|del|dello|della|dei|degli|delle|il|lo|la|i|gli|le|un|una|per|con|ad?|al|alla|in|si|da))+$"
)
_HIDDEN = r"\[\s?(?:OMISSIS|omissis|\.{2,4}|…)\s?\]"
_MOST_WORDS = 15
_NO_NAME = re.compile(
    r"\n|\b(?:che|è|sono|ha|hanno|deve|dovrà|pagare|versare|entro|giorni|euro|sensi|confronti|motivazione"
    r"|(?:effettuat|illecit|violazion|sanzion|dichiar|dispon|ordin(?=a\b|ato\b)|ingiun|ammoni|avvert)\w*)\b"
    r"|\d{1,2}[°º]?\s\w{4,9}\s\d{4}|\d{1,2}/\d{1,2}/\d{4}"
)
_CLASS = re.compile(
    r"(?:titolari|operatori|gestori|fornitori|soggetti|responsabili|tutt[ei])\s+(?:che|i|gli|le|del|dei|di)\b"
    r"|(?:enti|imprese|società|aziende)\s+(?:che\b|del\s+settore|di\s+[a-z])"
    r"|titolari$|chiunque"
)
_BASIS = re.compile(
    r"^[\s,:]*(?:(?:altresì|inoltre|pertanto|conseguentemente)[\s,]+)?(?:(?:nonché|e)?\s*(?:ai\s+sensi\s+|in\s+applicazione\s+)?"
    r"de(?:gli|ll'|l|i|lle?)\s?(?:artt?|comm|combinat).{3,140}?(?:Regolamento|RGPD|GDPR|Codice|2016/679|689/1981)\)?[\s,]*"
    r"(?:del\s+Garante\s+n\.\s*1/2019[\s,]*)?)+",
    re.DOTALL,
)


def without_basis(words: str) -> str:
    """`words` without the legal basis that may stand between a command and its party.

    >>> without_basis(" ai sensi degli artt. 58 e 83 del Regolamento, nonché dell'art. 166 del Codice, all'Istituto")
    "all'Istituto"
    """
    return _BASIS.sub("", words, count=1)


def cut_name(words: str) -> str:
    """The name at the beginning of `words`, as published; "" where there is none.

    >>> cut_name("Rete Blu S.p.A., in persona del legale rappresentante, con sede in Roma")
    'Rete Blu S.p.A.'
    >>> cut_name("Camera di commercio, industria e artigianato di Asti, C.F. 123")
    'Camera di commercio, industria e artigianato di Asti'
    """
    stop = _STOP.search(words, 1)
    pieces = words[: stop.start() if stop else 160].split(",")
    while len(pieces) > 1 and not _GOES_ON.match(pieces[-1]):
        pieces.pop()
    return _OPEN_END.sub("", closed(" ".join(",".join(pieces).split()).strip(" ,–-")))


def closed(name: str) -> str:
    """`name` without the full stop of its sentence; the dot of an abbreviation belongs to it.

    >>> closed("Rete Blu S.p.A."), closed("Comune di Asti.")
    ('Rete Blu S.p.A.', 'Comune di Asti')
    """
    return name if _ABBREVIATION.search(name) else name.rstrip(". ")


def phrase(words: str, before: str) -> str | None:
    """The first name or role in `words` that follows one of the prepositions `before` (TO, BY, AGAINST, OBJECT)."""
    for match in re.finditer(before, words):
        after = words[match.end() : match.end() + 260]
        bare = _SAID.sub("", after, count=1) if _SAID.match(after) else after
        if bare is not after and _VERB.match(bare):
            return cut_name(after)
        if _NOT_A_PARTY.match(bare):
            continue
        if hidden := re.match(_HIDDEN, _SORT.sub("", bare)):
            return hidden[0]
        if (holder := _HOLDER.match(bare)) and not _STOP.match(bare, holder.end()):
            return cut_name(bare[holder.end() :]) or None
        if re.match(r"[\"“«'A-Z0-9ÀÈÉÒÙ]", _SORT.sub("", bare)) or _ROLE.match(bare):
            return cut_name(bare) or None
    return None


def is_role(name: str) -> bool:
    """Whether a phrase only points at somebody named elsewhere: "Società", "titolare del trattamento".

    >>> is_role("Società"), is_role("Comune"), is_role("Comune di Asti")
    (True, True, False)
    """
    return bool(_ROLE.fullmatch(name.strip(" ,.")))


def is_name(party: str) -> bool:
    """Whether it can be a name at all: no clause, no verb, no date, and not longer than names are.

    >>> is_name("Agenzia per l'Italia digitale"), is_name("Comune di Asti che ha violato l'art. 5")
    (True, False)
    """
    return len(party.split()) <= _MOST_WORDS and not _NO_NAME.search(party)


def is_class(name: str) -> bool:
    """Whether a phrase names a whole class: a measure to everybody is a rule, not a sanction.

    >>> is_class("titolari del trattamento"), is_class("Banca Verde")
    (True, False)
    """
    return bool(_CLASS.match(name))


def party_of(name: str) -> str | None:
    """The party as stored: its published name without title, None where it is hidden (XX, OMISSIS).

    >>> party_of("dott.ssa XX"), party_of("ditta individuale Rossi Anna"), party_of("Liceo “Volta”")
    (None, 'Rossi Anna', 'Liceo “Volta”')
    """
    bare = _SORT.sub("", name.strip())
    if is_anonymised(bare) or re.search(r"\b([A-Z])\1+$|\bXX+\b|OMISSIS|omissis|" + _HIDDEN, bare):
        return None
    tidy = tidy_party(bare)
    tidy = bare if tidy[:1].islower() and bare.startswith("società") else tidy
    return f"{tidy}”" if tidy.count("“") > tidy.count("”") else tidy or None
