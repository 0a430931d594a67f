"""Who an Italian phrase names: the words between a preposition and what is no longer the name. No list of companies."""

import re

from scrapers.meaning.parties import is_anonymised, tidy_party

TO = r"(?:\b(?:a|ad|al|allo|alla|ai|agli|alle)\s+|\ball')"
BY = (
    r"(?:\b(?:da\s+parte\s+(?:di|del|dello|della|dei|degli|delle)|da|dal|dallo|dalla|dai|dagli|dalle"
    r"|del|dello|della|dei|degli|delle)\s+|\b(?:dall|dell|da\s+parte\s+dell)')"
)
AGAINST = (
    r"(?:\b(?:nei\s+confronti|a\s+carico)\s+(?:di\s+|del\s+|dello\s+|della\s+|dei\s+|degli\s+|delle\s+|dell')"
    r"|\bper\s+conto\s+di\s+)"
)
OBJECT = r"(?:(?<![\w'])(?:il|lo|la|i|gli|le)\s+|(?<![\w'])l'|(?<=\s)(?=[A-Z\"“«]))"

_STOP = re.compile(
    r"\s*[,(–-]?\s*\(?\s*(?:\b(?:in|nella)\s+(?:persona|qualità)|\b(?:con|avente|e)\s+sede|\bsede\s+legale"
    r"|\b(?:nat[oa]|residente|domiciliat[oa]|ubicat[oa]|sit[oa])\s+(?:a|ad|in|nel|presso)\b|\bcon\s+domicilio"
    r"|\b[Cc]\.\s?[Ff]\.|\bC\.?F\.?\s*:?\s*\d|\b[Cc]od(?:ice|\.)\s+[Ff]isc|\b[Pp](?:artita|\.)\s*[Ii](?:VA|va|\.|\s)|\bP\.?\s?IVA\b"
    r"|\b(?:di|al|il|a)\s+(?:pagare|pagamento|versare|corrispondere)\b|\bdi\s+[a-zà]+(?:are|ere|ire|rre|rsi|rlo)\b"
    r"|\bla\s+(?:complessiva\s+)?(?:somma|sanzione|misura|limitazione)|\bun(?:a|'|o)?\s+(?:sanzione|multa|ammoniment|avvertiment)"
    r"|\bquale\b|\btitolare\s+d|\bresponsabile\s+d|\bdi\s+seguito|\bd'ora\s+in|\bai\s+sensi|\bex\s+art|\bper\s+(?:aver|aver[el]|la|le|non|il|i|l')"
    r"|\b(?:legalmente\s+)?rappresentat|\bnei\s+termini|\bdescritt|\bconsistent|\bmediante|\battraverso|\brelativ[oaie]\b|\bin\s+violazione"
    r"|\bche\b|\bcirca\b|\bin\s+(?:ordine|relazione|quanto|caso|via|solido|conformità|qualità)\b|\bentro\b|\baffinché|\biscritt[oa]\b|\bed?\s+conseguentemente"
    r"|\b(?:via|viale|piazza|piazzale|corso|largo|vicolo|strada|contrada|località|Via|Viale|Piazza|Corso|Largo)\s+[A-Z]"
    r"|\bsi\s+è\b|\bè\s+(?:stat|risultat)|\b(?:ha|hanno|dovrà|deve)\b|\be\s+(?:a|ad|al|alla|agli|alle)\s|\be\s+all'|\bdegli\s+art|\bdell'art|[;:\n])"
)
"""What follows a name in the Garante's phrases: who speaks for it, where it sits, its numbers, what it must do."""

_AND_SO_ON = re.compile(r"(?:\s*(?:e\s+)?(?:della?|dell'|dei|degli|delle|industria|artigianato|agricoltura)\b)")
_SAID = re.compile(
    r"^(?:predett|suddett|medesim|stess|citat|sopra(?:\s?citat|\s?indicat|ddett)?|suindicat|richiamat)\w*\s+|^sopra\s+",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"^(?:società|ditta(?:\s+individuale)?|impresa(?:\s+individuale)?|sig\.?(?:r?a|nor[ae]?|ri)?|dott\.?(?:ssa)?|avv\.?|prof\.?(?:ssa)?|"
    r"ing\.|geom\.|arch\.|Sig\.?(?:r?a|nor[ae]?|ri)?|Dott\.?(?:ssa)?|Avv\.?|Prof\.?(?:ssa)?)\s+(?=[\"“«A-Z0-9])"
)
_ROLE = re.compile(
    r"(?:società|titolare|istitut\w+|comune|azienda|banca|ente|ministero|universit\w+|associazione|impresa|ditta|dipartimento"
    r"|contravventore|trasgressor\w+|responsabil\w+|regione|scuola|ordine|fondazione|cooperativa|compagnia|parte|part[ie]|soggett\w+"
    r"|amministrazione|agenzia|asl|provincia|federazione|consorzio|autorità|ospedale|struttura|professionista|liceo|medico|"
    r"condominio|partito|sindacato|editore|garante|medesim\w+|stess\w+|predett\w+|suddett\w+|interessat\w+|operator\w+)"
    r"(?:\s+(?:individuale|del|dei|delle|trattamento|dati|personali|sanitari[ao]|ospedalier[ao]|scolastic[oa]|resistente))*",
    re.IGNORECASE,
)
_NOT_A_PARTY = re.compile(
    r"(?:sensi|norma|titolo|seguito|fronte|decorrere|mezzo|tal|fin[ei]|artt?|violazion|pagament|present|disposizion|"
    r"trattament|dat[io]|Regolamento|Codice|RGPD|GDPR|comm[ai]|carico|cura|quanto|qual|partire|condizion|richiest|"
    r"prescrizion|garanti[re]|modalità|fin[ei]|cittadin|utent|client|tutt[ei]|chiunque|reclamant|segnalant|sito|registro"
    r"|successiv|ulterior|spese|legge|par|lett|Garante|ufficio|illiceità|illecit|condotta)\w*\b\.?",
    re.IGNORECASE,
)


def cut_name(words: str) -> str:
    """The name at the beginning of `words`, as published; "" where there is none.

    >>> cut_name("Rete Blu S.p.A., in persona del legale rappresentante, con sede in Roma")
    'Rete Blu S.p.A.'
    >>> cut_name("Camera di commercio, industria e artigianato di Asti, C.F. 123")
    'Camera di commercio, industria e artigianato di Asti'
    """
    stop = _STOP.search(words)
    name = words[: stop.start()] if stop else words[:160]
    pieces = name.split(",")
    while len(pieces) > 1 and not _AND_SO_ON.match(pieces[-1]):
        pieces.pop()
    return " ".join(",".join(pieces).split()).strip(" ,.–-") + _final_dot(pieces, name)


def _final_dot(pieces: list[str], name: str) -> str:
    """A legal form keeps its last dot: "S.p.A.", not "S.p.A"."""
    return "." if re.search(r"\b\w{1,3}(?:\.\w{1,2})+\.\s*$|\bsoc\. coop\.\s*$", ",".join(pieces) or name) else ""


def phrase(words: str, before: str) -> str | None:
    """The first name or role that follows one of the prepositions `before` (TO, BY, AGAINST, OBJECT) in `words`."""
    for match in re.finditer(before, words):
        after = words[match.end() : match.end() + 260]
        if _NOT_A_PARTY.match(after):
            continue
        bare = _SAID.sub("", after)
        if re.match(r"[\"“«'A-Z0-9ÀÈÉÒÙ]", _SORT.sub("", bare)) or _ROLE.match(bare):
            return cut_name(bare) or None
    return None


def is_role(name: str) -> bool:
    """Whether a phrase only points at somebody named elsewhere: "la predetta Società", "titolare del trattamento".

    >>> is_role("Società"), is_role("Comune"), is_role("Comune di Asti")
    (True, True, False)
    """
    return bool(_ROLE.fullmatch(name.strip(" ,.")))


def is_class(name: str) -> bool:
    """Whether a phrase names a whole class: a measure to everybody is a rule, not a sanction.

    >>> is_class("titolari del trattamento"), is_class("Banca Verde")
    (True, False)
    """
    return bool(re.match(r"(?:titolari|operatori|gestori|fornitori|soggetti|responsabili|società che|enti|imprese)\b", name))


def party_of(name: str) -> str | None:
    """The party as stored: its published name without title and quotes, None where it is hidden (XX, OMISSIS)."""
    bare = _SORT.sub("", name.strip())
    return None if is_anonymised(bare) or re.search(r"\bXX+\b|OMISSIS", bare) else tidy_party(bare) or None
