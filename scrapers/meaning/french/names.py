"""Who is meant in French words on a sanction: the parties, as published. Pure.

A name is what follows “à l'encontre de”, “contre”, “sanctionne” … up to the first word that can be no part of it, or
what stands before “sanctionné” (source-cnil.md §4).
"""

import re
from dataclasses import dataclass

from scrapers.meaning.parties import is_anonymised, tidy_party

TRIGGER = re.compile(
    r"\bà l'(?:encontre|égard) (?=de |du |des |d')|\bcontre (?!lui\b|elle\b)|\b(?:concernant|visant) "
    r"|\b(?:sanctionn|condamn)(?:e|er|é|ée|és|ées) (?:publiquement |solidairement )?(?!à |par |pour |d'|de |des |\()"
    r"|\bm(?:et|ettent|ettre|ettant|is|ise|ises) en demeure (?!par |de |d')"
    r"|\brapp(?:el|elle|elé|elée|eler) à l'ordre (?!à |par |pour |public)|\benjoi(?:nt|ndre|gnant) (?=à |au |aux )"
    r"|(?:euros|€|avertissement|amende|sanction|rappel à l'ordre|injonction|mise en demeure)"
    r"(?: publique?)? (?=à (?:la |l'(?!e[ng]))|aux? |à (?-i:[A-ZÀ-Þ]))"
    r"|\b(?:adress|inflig)\w+ (?=à |au |aux )|(?:euros|€) (?=pour (?:la société )?(?-i:[A-ZÀ-Þ]{2}))"
    r"|\bet (?=(?:la société )?(?-i:[A-ZÀ-Þ])[^,;.]{1,60}? d'une amende)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:^|[:?!.«] |\b[Ll]es? (?:sociétés? )?|\b[Ll]a (?:société )?)"
    r"(?P<names>[A-ZÀ-Þ][^:;.?!]{1,80}?),? (?:est |sont |a été |ont été |vient d'être )?"
    r"(?:sanctionnée?s?|condamnée?s?|mise?s? en demeure|rappelée?s? à l'ordre|écope) "
)
AUTHORITY = re.compile(r"\b(?:CNIL|formation restreinte|présidente?|Commission)\b|\bont?$|\ba$", re.IGNORECASE)
LEAD = re.compile(
    r"(?:(?:pour|de la|de l'|des|de|du|d'|aux?|à la|à l'|à|la|les|le|l'|l’un|deux|trois|quatre)\s*(?<=[\s']))*"
    r"(?P<sort>sociétés?|entreprises?|groupes?|organismes?|éditeurs?|opérateurs?|M\.|MM\.|Mme|Mmes|Monsieur|Madame)?\s*",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"(?:ministère|commune|ville|préfecture|préfet|université|hôpital|centre|rectorat|département|région|métropole|"
    r"association|fédération|syndicat|institut|école|clinique|cabinet|fondation|mutuelle|caisse|office|chambre|"
    r"parti|mairie|agence|établissement|direction|conseil|étude|groupement|assistance|académie|communauté)s?\s+(?=\S)",
    re.IGNORECASE,
)
GENERIC_TAIL = re.compile(r"(?:public|publique|privé|privée|administrati|spécialis|hospitali|qui|concern|en cause|mis)")
STOP = re.compile(
    r"\s*(?:[;:«»\"\n•·▪|]|,(?!\s?(?:INC|LTD|LIMITED|LLC|CORP|CO)\b)|\((?!\w\))|(?<!\bINC)(?<!\bCO)(?<!\bM)\.(?=\s|$)|\s[-–—]\s"
    r"(?=[a-zà-þ]|Légifrance|Nouvelle)|\[…\]|\[\.\.\.\])"
    r"|\s(?:une?|d'une?|deux|trois|plusieurs|pour|au titre|à hauteur|à|au|aux|en|afin|par|qui|dont|ayant|spécialisée?s?|"
    r"sise?s?|dans|ainsi|notamment|pendant|respectivement|conjointement|solidairement|chacune?|sur|avec|est|sont|a|ont|"
    r"n'a|n'ont|sous|après|suite|relative|d'avoir|d'amendes?|d'astreinte|de (?:(?:se |ne (?:pas |plus )?|lui |leur )?[a-zà-þ]+(?:er|ir|re|oir)|s'|\d+)|d'un montant|"
    r"(?:une|la|l')\s?(?:amende|injonction|sanction|astreinte)|les manquements|\d[\d ]*(?:euros|€|millions?)|"
    r"et (?:\d+|l'autre|une?|d'une?|l'a|a|de (?:rendre|prononcer)|rend|prononc|enjoin|l'enjoin|lui|assort|qui|son|sa)|des? (?:amende|injonction|sanction)s?)(?=[\s',;:.]|$)"
)
AND = re.compile(
    r"(?:,| et)\s+(?:(?:à l'encontre )?(?:de |à |des |aux )?(?:(?:la |les |l')?(?:sociétés?|associations?) |la |l')?)?"
    r"(?=[A-ZÀ-Þ0-9«])|\s+et (?:du|de la|de l'|le|la) ?(?=(?:ministère|commune|préfecture|association|université|hôpital)\b)"
)


@dataclass(frozen=True)
class Mention:
    """Parties named at one place. A name is None where it is hidden; no names at all: “the company”, known already."""

    start: int
    names: tuple[str | None, ...]


def mentions(text: str) -> tuple[Mention, ...]:
    """Who is named in `text` (cleaned) as the one a measure is taken against, in order.

    >>> [mention.names for mention in mentions("à l'encontre des sociétés ALPHA LLC et ALPHA IRELAND une injonction")]
    [('ALPHA LLC', 'ALPHA IRELAND')]
    >>> mentions("La CNIL a sanctionné la société X d'une amende")[0].names
    (None,)
    """
    found = {match.end(): Mention(match.end(), _names(text[match.end() :])) for match in TRIGGER.finditer(text)}
    for match in BEFORE.finditer(text):
        start = match.start("names")
        if AUTHORITY.search(match["names"]):
            continue
        found.setdefault(start, Mention(start, _split(match["names"], may_be_many=True)))
    return _without_parts([found[start] for start in sorted(found)])


def _without_parts(found: list[Mention]) -> tuple[Mention, ...]:
    """Without a mention that only repeats the end of the list before it."""
    kept: list[Mention] = []
    for mention in found:
        if not (kept and mention.names and set(mention.names) < set(kept[-1].names)):
            kept.append(mention)
    return tuple(kept)


def read_names(words: str) -> tuple[str | None, ...]:
    """The names that `words` begin with; an anonymised one is None; none where the words only describe.

    >>> read_names("du ministère de l'intérieur un rappel à l'ordre"), read_names("de la société une amende")
    (("ministère de l'intérieur",), ())
    """
    return _names(words)


def _names(words: str) -> tuple[str | None, ...]:
    lead = LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    sort = (lead["sort"] or "").casefold() if lead else ""
    if rest.startswith(("[", "…")):
        return (None,)
    rest = rest.lstrip('«" ')
    stop = STOP.search(f"{rest}\n")
    name = rest[: stop.start()] if stop else rest
    if not _is_name(name):
        return (None,) if re.match(r"(?:une?|d'une?)\s", words) else ()
    return _split(name, may_be_many=sort not in ("société", "entreprise", "groupe") or " la société " in name)


def _is_name(name: str) -> bool:
    if institution := INSTITUTION.match(name):
        return not GENERIC_TAIL.match(name[institution.end() :])
    return bool(re.match(r"[A-ZÀ-Þ0-9]", name))


def _split(name: str, *, may_be_many: bool) -> tuple[str | None, ...]:
    parts = AND.split(name) if may_be_many else [name]
    tidy = (tidy_party(part) for part in parts if part.strip())
    return tuple(None if is_anonymised(part) else part for part in tidy)
