"""What a piece of news is about, when it tells of no sanction of the Garante's own. Knows words, not outcomes."""

import re

_TALK = re.compile(r"\b(?:intervista|podcast|convegno|audizione)\b", re.IGNORECASE)
_COUNTRY = (
    r"(?:Irlanda|Francia|Spagna|Germania|Olanda|Paesi\s+Bassi|Belgio|Lussemburgo|Austria|Svezia|Norvegia|Danimarca"
    r"|Finlandia|Polonia|Grecia|Romania|Ungheria|Portogallo|Croazia|Slovenia|Bulgaria|Svizzera|Regno\s+Unito"
    r"|Gran\s+Bretagna|Corea|Giappone|Turchia|Stati\s+Uniti|Usa|USA|Texas|California|Brasile)"
)
_FOREIGN = (
    r"(?:frances|irlandes|tedesc|spagnol|olandes|norveges|svedes|austriac|polacc|portoghes|britannic|ingles|rumen|danes"
    r"|finlandes|ungheres|lussemburghes|croat|sloven|bulgar|svizzer|corean|giappones|turc|statunitens|american|grec)\w{1,3}\b|belga"
)
_CALLED = r"(?:(?:per|la|il|di|dei|della|privacy|protezione|controllo|dati|personali|garante|nazionale)\s+){0,7}?"
"""What stands between "authority" and its nation; "il Garante ha sanzionato la società statunitense" is ours."""
OTHER_AUTHORITY = (
    r"\b(?:(?i:data\s+protection\s+(?:commission|authority))|CNIL|Cnil|AGCM|AEPD|Aepd|DPC|Dpc|ICO|Ico|Cnpd|FTC|Ftc|Antitrust|Agcom|AGCOM"
    r"|Consob|Ivass|Arera|Commissione\s+(?:europea|Ue|UE))\b"
    r"|\b(?i:garanti)\s+(?:\w+\s+)?(?i:europei)"
    rf"|\b(?i:autorità|authority|garante|commissario|commissione)\s+(?i:{_CALLED}(?:{_FOREIGN}))"
    rf"|\b(?i:autorità|authority|garante)\s+(?i:{_CALLED}(?:della\s+|del\s+|di\s+|dell')(?:l')?){_COUNTRY}\b"
    rf"|\b(?:[Dd]all'|[Dd]alla\s+|[Dd]al\s+|[Ii]n\s+|[Nn]el\s+|[Nn]ei\s+|[Nn]egli\s+){_COUNTRY}\s+(?:[\w']+\s+){{0,4}}?(?:mult|sanzion)"
    rf"|\b(?:[Mm]ultat|[Ss]anzionat)[oaie]\s+(?:in|dall'|dalla|dal|nel|nei|negli)\s?{_COUNTRY}\b"
    r"|\b(?i:garante)\s+(?:della\s+[Cc]oncorrenza|(?:per|delle)\s+le?\s?[Cc]omunicazioni|per\s+l'infanzia|nazionale\s+dei)"
)
"""Whoever fines that is not the Garante: by its name, by its nation, by its country."""
COURT = (
    r"\b(?:tribunale|cassazione|corte|tar|consiglio\s+di\s+stato|giudic[ei]|sentenza|magistratura)\b(?=.{0,140}?"
    r"\b(?:annull|conferm|sospe|rigett|respin|accol|accogl|illegittim|null[aeo]\b|ridu|ridotto|ribalt|boccia|cancell|blocc|d[àa]\s+ragione))"
    r"|\b(?:annullat|confermat|sospes|ridott)[ao]\b.{0,80}?\b(?:tribunale|cassazione|corte|tar|consiglio\s+di\s+stato|giudice)\b"
)
_ABOUT = re.compile(
    r"\bchied(?:e|ono)\s+(?:informazioni|chiariment)|\brichiest[ae]\s+di\s+informazioni"
    r"|\b(?:avvi|apr|apert)\w*\s+(?:(?:un|un'|una|l'|la)\s?)?(?:istruttori|indagin|procediment|accertament)"
    r"|\bparer[ei]\b|\blinee[\s-]guida|\bconsultazion|\brelazione\s+(?:annuale|del|sull)|^\s{0,3}relazione\b"
    r"|\bconvegn|\baudizion|\baccord[oi]\b|\bprotocoll|\bg7\b|\bedpb\b|\bgaranti\s+(?:privacy\s+)?europei"
    r"|\bcomitato\s+europeo|\bseminari|\bgiornata|\bnomin|\bfaq\b|\bvademecum|\bsentenza|\btar\b|\btribunale|\bincontr"
    r"|\bcampagna|\bpresidente|\bindagine\s+conoscitiva|\bispe(?:zion|ttiv)|\bcodice\s+di\s+condotta|\bpodcast|\bconcors"
    r"|\bregole\b|\bricorda\b|\bistruzioni\b|\bindicazioni\b|\bconsigli\b|\bsuggerimenti\b|\bguida\b|\bautorizza"
    r"|\bvia\s+libera\b|\bs[iì]\s+(?:del\s+garante|a[li]\b|alla\b|all')|\bok\s+del\s+garante|\bcodice\s+deontologic|\bcassazione|\bcollabora"
    r"|\bricors[oi]\b|\bricorr(?:e|erà|ono)\b|\bimpugn|\bincassi\s+(?:da|di|del)\b|\bincassat|\briscoss|\bbilancio\b|\bstatistich|\bcome\s+evitare\b"
    r"|\b(?:cosa|che\s+cosa|quali)\s+(?:si\s+)?(?:rischi|sanzion)|\bsondaggio\b|\bintervista\b|\bin\s+numeri\b|\bclass\s+action\b|\besposto\b|\btruff\w+|\bfint[oaie]\b|\bfals[aei]\s+(?:messagg|e?-?mail|comunicaz)|\bcordoglio\b|\b(?:annullat|cancellat)[ao]\b|\bannulla\b|\brisarciment",
    re.IGNORECASE,
)
_SURELY = re.compile(
    r"\bparere\b|\baudizione\b|\bprotocollo\b|\bvademecum\b|\bfaq\b|\bconsultazione\s+pubblica\b|\bricorda\s+che\b"
    r"|\bprovvedimento\s+generale\b|\brelazione\s+annuale\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(f"{OTHER_AUTHORITY}|(?i:{COURT})", re.DOTALL)
_GARANTE = re.compile(r"\bGarante\b|\bGARANTE\b|\bgarante\s+(?:della\s+)?privacy|\bGpdp\b|\b(?i:autorità|authority)\b")
_ACTS = re.compile(
    r"(?<!\bche\sil\s)(?<!\bche\sl')\b(?:Garante|Autorità)(?:\s+(?i:della|privacy|italiano|per|la|protezione|dei|dati|personali)){0,6}"
    r"\s+(?:ha\s+)?(?i:sanzion|multa|infligg|inflitto|commin|irrog|ammoni|vieta|blocca|ordina|impon|imposto|dispon|disposto"
    r"|ingiung|avverte|limita|ferma)"
)
_ITALIAN = re.compile(r"\b(?:il|di|che|per|della?|dei|una?|con|nei|alla)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|by|for|its|with|has|after)\b", re.IGNORECASE)
_LEAD = 500
"""Characters of a release in which it says what it is about."""


def is_neutral(title: str) -> bool:
    """Whether a title is of the kind that announces no sanction: an inquiry, an opinion, a conference, an appeal."""
    return bool(_ABOUT.search(title))


def is_talk(title: str) -> bool:
    """Whether a title announces words about sanctions: an interview, a conference."""
    return bool(_TALK.search(title))


def begins_neutral(text: str) -> bool:
    """Whether the first lines are certainly about an opinion, advice or the like."""
    return bool(_SURELY.search(text[:_LEAD]))


def is_elsewhere(title: str) -> bool:
    """Whether a title tells what another authority or a court did.

    >>> is_elsewhere("Il Tribunale di Roma annulla la sanzione a Rete Blu"), is_elsewhere("Multa al Tribunale di Asti")
    (True, False)
    >>> is_elsewhere("Rete Blu, dall'Irlanda multa da 5 milioni"), is_elsewhere("Il Garante sanziona Rete Blu Irlanda")
    (True, False)
    """
    return bool(ELSEWHERE.search(title))


def begins_elsewhere(text: str) -> bool:
    """Whether the first sentence tells what another authority or a court did."""
    return is_elsewhere(re.split(r"\n|(?<=[a-z]{2}\.)\s", text[:_LEAD].strip(), maxsplit=1)[0])


def names_garante(words: str) -> bool:
    """Whether the Garante, or "the authority", is named at all."""
    return bool(_GARANTE.search(words))


def garante_acts(words: str) -> bool:
    """Whether the Garante itself is said to impose something, whoever else is named.

    >>> garante_acts("Dopo la Cnil anche il Garante sanziona Rete Blu")
    True
    >>> garante_acts("Annullata la multa che il Garante ha inflitto a Rete Blu")
    False
    """
    return bool(_ACTS.search(words))


def is_italian(words: str) -> bool:
    """Whether the small words are Italian ones; the Garante publishes translations of some releases."""
    lead = words[: _LEAD * 4]
    return len(_ENGLISH.findall(lead)) <= len(_ITALIAN.findall(lead))
