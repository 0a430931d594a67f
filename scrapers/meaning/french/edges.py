"""Where a name begins and ends in French words, and which words can be no name. Knows nothing of sanctions.

The CNIL writes names with capitals: after the first word of a company only small words that join (“de”, “et”) belong to
it. Public bodies are described in small letters, so only a word that opens a clause ends those.
"""

import re

LEGAL_FORM = (
    r"(?:par actions simplifiée(?: unipersonnelle)?|anonyme|européenne|civile|à responsabilité limitée"
    r"|en nom collectif|coopérative|de droit \w+|dénommée|dite)"
)
LEAD = re.compile(
    r"(?:(?:pour|de la|de l'|des|de|du|d'|aux?|à la|à l'|à|la|les|le|l'|deux|trois|quatre)\s*(?<=[\s']))*"
    r"(?:(?P<sort>[Ss]ociétés?|entreprises?|groupes?|organismes?|éditeurs?|opérateurs?|réseau social|moteur de recherche"
    rf"|MM?\.|Mmes?|Messieurs|Monsieur|Mesdames|Madame)(?: {LEGAL_FORM})*(?=\s*[«\"\[(…A-ZÀ-Þ0-9]|$))?\s*"
)
INSTITUTION = re.compile(
    r"(?:ministère|commune|ville|préfecture|préfet|université|hôpital|centre|rectorat|département|région|métropole|"
    r"association|fédération|syndicat|institut|école|clinique|cabinet|fondation|mutuelle|caisse|office|chambre|régie|"
    r"parti|mairie|agence|établissement|direction|conseil|étude|groupement|assistance|académie|communauté|société"
    r"|collège|lycée|laboratoire|comité|ordre)s?\b"
    r"(?: (?:nationale? )?(?:pour|à|en) (?=l(?:a|e|es)? |l'))?",
    re.IGNORECASE,
)
GENERIC_TAIL = re.compile(
    r"\s*(?:(?:publics?|publiques?|privée?s?|administrati\w+|spécialisée?s?|hospitali\w+|concernée?s?|en cause|mise?)"
    r"\s*)*"
)
STOP_MARK = (
    r"[;:«»\"\n•·▪|]|\[…\]|\[\.\.\.\]|\((?!\w\))|,(?!\s?(?:INC|LTD|LIMITED|LLC|CORP|CO)\b)"
    r"|(?<!\bINC)(?<!\bCO)(?<!\bLTD)(?<!\bCORP)(?<!\b[A-Z])\.(?=\s|$)"
    r"|\s[-–—]\s(?=[a-zà-þ]|Légifrance|Nouvelle)"
)
INFINITIVE = r"de (?:se |ne (?:pas |plus )?|lui |leur )?[a-zà-þ]+(?:er|ir|re|oir)|d'[a-zà-þ]+(?:er|ir)"
COUNT = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs)"
CLAUSE_WORD = (
    r"pour|en|afin|par|parce|qui|que|qu'\w+|dont|où|ayant|étant|car|comme|lorsque?|alors|sise?s?|dans|ainsi|notamment"
    r"|pendant|depuis|faute|concernant|relative?|résidant|respectivement|conjointement|solidairement|chacune?|sur|avec"
    r"|est|sont|a|ont|n'a|n'ont|n'est|peut|peuvent|doit|doivent|sous|après|suite|compte|spécialisée?s?"
)
STOP_WORD = (
    rf"(?:d'|de )?{COUNT}|{CLAUSE_WORD}"
    r"|d'avoir|d'amendes?|d'astreinte|d'un montant|les manquements|\d[\d ]*(?:euros|€|millions?)"
    rf"|{INFINITIVE}|de \d+|de s'|(?:une|la|l')\s?(?:amende|injonction|sanction|astreinte)"
    r"|des? (?:amende|injonction|sanction)s?"
    r"|et (?:\d+|l'autre|une?|d'une?|l'a|a|de (?:rendre|prononcer)|rend|prononc|enjoin|l'enjoin|lui|assort|qui|son|sa)"
)
ANOTHER = rf"(?:la |le |l'|les )?(?:sociétés? |(?=[A-ZÀ-Þ«])|(?={INSTITUTION.pattern}))"
STOP = re.compile(
    rf"\s*(?:{STOP_MARK})|\s(?:{STOP_WORD}|(?:à|aux?)(?<! et à)(?<! et au)(?<! et aux)|et (?:à|aux?)(?! {ANOTHER}))"
    rf"(?=[\s',;:.]|$)"
)
"""The first thing after a name that can be no part of it."""

SMALL_WORD = re.compile(
    r"\s(?!(?:et|de|du|des|la|le|les|the|of|and|for|von|van|der|di|à|aux?)[\s]|[dl]')[a-zà-þ]|\s(?:et|de) $"
)
DANGLING = re.compile(r"(?:\s+(?:et|de|du|des|la|le|les|à|aux?|en|par|pour|sur|of|and|the|[dl]'))+$")
NO_NAME = re.compile(
    r"(?:Elles?|Ils?|On|Cet(?:te)?|Ces?|Celles?|Celui|Ceux|Sa|Son|Ses|Leurs?|Aucune?|Chaque|Toute?s?|Tous|Nous|Vous"
    r"|Une?|Deux|Trois|Les?|La|Ainsi|Enfin|En|Par|Pour|Dans|Selon|Lors|Si|Depuis|Après|Sur|Outre)\b(?! [A-ZÀ-Þ]{2})"
)
MOST_WORDS = 12
"""No body that was ever sanctioned has a longer name; a longer run of words is a clause."""


def name_at(words: str) -> str | None:
    """The one or more names, joined by “et”, that `words` begin with; None where they begin with no name.

    >>> name_at("ALPHA SERVICES parce que les internautes"), name_at("ALPHA de deux amendes"), name_at("une amende")
    ('ALPHA SERVICES', 'ALPHA', None)
    >>> name_at("ministère de la mer et au ministère du budget de cesser")
    'ministère de la mer et au ministère du budget'
    """
    institution = INSTITUTION.match(words)
    stop = STOP.search(f"{words}\n", institution.end() if institution else 0)
    name = words[: stop.start()] if stop else words
    if institution is None and (small := SMALL_WORD.search(name)):
        name = name[: small.start()]
    name = DANGLING.sub("", name)
    return name if is_name(name) else None


def is_name(name: str) -> bool:
    """Whether the words can be a name at all.

    >>> [is_name(name) for name in ("ALPHA", "commune de Beta", "Elle rappelle", "la société", "centre hospitalier")]
    [True, True, False, False, False]
    """
    if len(name.split()) > MOST_WORDS or NO_NAME.match(name):
        return False
    if institution := INSTITUTION.match(name):
        return not GENERIC_TAIL.fullmatch(name[institution.end() :])
    return bool(re.match(r"[A-ZÀ-Þ0-9]", name))
