"""Where a name begins and ends in French words, and which words can be no name. Knows nothing of sanctions.

The CNIL writes names with capitals: after the first word of a company only small words that join (“de”, “et”) belong to
it. Public bodies are described in small letters, so only a word that opens a clause ends those.
"""

import re

from scrapers.meaning.dates import dates

LEGAL_FORM = (
    r"(?:par actions simplifiée(?: unipersonnelle)?|anonyme|européenne|civile|à responsabilité limitée"
    r"|en nom collectif|coopérative|de droit \w+|dénommée|dite)"
)
LEAD = re.compile(
    r"(?:(?:chacune?|pour|de la|de l'|des|de|du|d'|aux?|à la|à l'|à|la|les|le|l'|sa|son|ses|leurs?"
    r"|deux|trois|quatre)\s*(?<=[\s']))*"
    r"(?:(?P<sort>[Ss]ociétés?|filiales?|maison mère|entreprises?|groupes?|organismes?|éditeurs?|opérateurs?"
    r"|réseau social|moteur de recherche|sites?(?: internet| web)?|plateformes?|messagerie|applications?"
    r"|enseignes?|géants?(?: \w+){0,3}|français|américaine?|chinoise?|assureurs?|banques?|fournisseurs?"
    r"|MM?\.|Mmes?|Messieurs|Monsieur|Mesdames|Madame|Maître)"
    rf"(?: {LEGAL_FORM})*(?=\s*[«\"\[(…A-ZÀ-Þ0-9]|$))?\s*"
)
INSTITUTION = re.compile(
    r"(?:ministère|commune|ville|préfecture|préfet|université|hôpital|centre|rectorat|département|région|métropole|"
    r"association|fédération|syndicat|institut|école|clinique|cabinet|fondation|mutuelle|caisse|office|chambre|régie|"
    r"parti|mairie|agence|établissement|direction|conseil|étude|groupement|assistance|académie|communauté|société"
    r"|collège|lycée|laboratoire|comité|ordre)s?\b"
    r"(?: (?:nationale? )?(?:pour|à|en) (?=l(?:a|e|es)? |l'))?",
    re.IGNORECASE,
)
MINISTRY = re.compile(
    r"ministères? d[^,;.:()]{2,60}(?:, (?:de la |de l'|du |des )[^,;.:()]{2,40}){1,4} et (?=de la |de l'|du |des )",
    re.IGNORECASE,
)
"""“ministère de la mer, de la pêche et du littoral”: the commas belong to the name."""

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
    rf"|{INFINITIVE}|d[eu] \d+|de s'|(?:une|la|l')\s?(?:amende|injonction|sanction|astreinte)"
    r"|des? (?:amende|injonction|sanction)s?"
    r"|et l[ae] (?:[Pp]résidente?|CNIL|[Ff]ormation|Commission)"
    r"|et (?:\d+|l'autre|une?|d'une?|l'a|a|de (?:rendre|prononcer)|lui|qui|son|sa"
    r"|(?:l')?(?:rend|prononc|enjoi|assort|décid|invit)\w*)"
)
ANOTHER = rf"(?:la |le |l'|les )?(?:sociétés? |(?=[A-ZÀ-Þ«])|(?={INSTITUTION.pattern}))"
STOP = re.compile(
    rf"\s*(?:{STOP_MARK})|\s(?:{STOP_WORD}|(?:à|aux?)(?<! et à)(?<! et au)(?<! et aux)|et (?:à|aux?)(?! {ANOTHER}))"
    rf"(?=[\s',;:.]|$)"
)
"""The first thing after a name that can be no part of it."""

JOINING = r"(?:et|de|du|des|la|le|les|the|of|and|for|von|van|der|di|à|aux?)"
SMALL_WORD = re.compile(rf"\s(?!(?:sociétés?|associations?) [A-ZÀ-Þ«]|{JOINING}\s|[dl]')[a-zà-þ]|\s(?:et|de) $")
DANGLING = re.compile(r"(?:\s+(?:et|de|du|des|la|le|les|à|aux?|en|par|pour|sur|of|and|the|[dl]'))+$")
NO_NAME = re.compile(
    r"(?:Elles?|Ils?|On|Cet(?:te)?|Ces?|Celles?|Celui|Ceux|Sa|Son|Ses|Leurs?|Aucune?|Chaque|Toute?s?|Tous|Nous|Vous"
    r"|Une?|Deux|Trois|Les?|La|Ainsi|Enfin|En|Par|Pour|Dans|Selon|Lors|Si|Depuis|Après|Sur|Outre)\b(?! [A-ZÀ-Þ]{2})"
)

QUOTED = re.compile(r"\s*«[^«»]{2,80}»")
"""“le syndicat des copropriétaires « ALPHA »”: the name of a body that is described first."""

CLAUSE = re.compile(r"\s(?:est|sont|a|ont|avait|sera|peut|doit|[lns]'(?:a|ont|est))(?:\s|$)|\n")
MOST_WORDS = 12
"""No body that was ever sanctioned has a longer name; a longer run of words is a clause."""


def name_at(words: str) -> str | None:
    """The one or more names, joined by “et”, that `words` begin with; None where they begin with no name.

    >>> name_at("ALPHA SERVICES parce que les internautes"), name_at("ALPHA de deux amendes"), name_at("une amende")
    ('ALPHA SERVICES', 'ALPHA', None)
    >>> name_at("ministère de la mer et au ministère du budget de cesser")
    'ministère de la mer et au ministère du budget'
    """
    institution = MINISTRY.match(words) or INSTITUTION.match(words)
    stop = STOP.search(f"{words}\n", institution.end() if institution else 0)
    name = words[: stop.start()] if stop else words
    if institution and (quoted := QUOTED.match(words, len(name))):
        return words[: quoted.end()]
    if institution is None and (small := SMALL_WORD.search(name)):
        name = name[: small.start()]
    name = DANGLING.sub("", name)
    return name if is_name(name) else None


def is_name(name: str) -> bool:
    """Whether the words can be a name at all.

    >>> [is_name(name) for name in ("ALPHA", "commune de Beta", "Elle rappelle", "la société", "centre hospitalier")]
    [True, True, False, False, False]
    """
    if NO_NAME.match(name):
        return False
    if institution := INSTITUTION.match(name):
        return not GENERIC_TAIL.fullmatch(name[institution.end() :])
    return bool(re.match(r"[A-ZÀ-Þ0-9]", name)) and not name.isdigit()


def is_clause(name: str) -> bool:
    """Whether what stands in the place of one name has a verb, a day or too many words.

    >>> [is_clause(name) for name in ("ALPHA et sa filiale l'a", "ALPHA du 3 mai 2024", "ALPHA ET FILS")]
    [True, True, False]
    """
    return len(name.split()) > MOST_WORDS or bool(CLAUSE.search(name) or dates(name, "fr"))
