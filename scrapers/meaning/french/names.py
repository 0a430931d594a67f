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
    r"|\bet (?=(?:la société )?(?-i:[A-ZÀ-Þ])[^,;.]{1,60}? (?:d'une amende|à hauteur d|d'un montant))",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:^|[:?!.«] |\b[Ll]es? (?:sociétés? )?|\b[Ll]a (?:société )?)"
    r"(?P<names>[A-ZÀ-Þ][^:;.?!]{1,80}?),? (?:est |sont |a été |ont été |vient d'être )?"
    r"(?:sanctionnée?s?|condamnée?s?|mise?s? en demeure|rappelée?s? à l'ordre|écope) "
)
AUTHORITY = re.compile(r"\b(?:CNIL|formation restreinte|présidente?|Commission)\b|\bont?$|\ba$", re.IGNORECASE)
LEAD = re.compile(
    r"(?:(?:pour|de la|de l'|des|de|du|d'|aux?|à la|à l'|à|la|les|le|l'|deux|trois|quatre)\s*(?<=[\s']))*"
    r"(?P<sort>sociétés?|entreprises?|groupes?|organismes?|éditeurs?|opérateurs?|MM?\.|Mmes?|Monsieur|Madame)?\s*",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"(?:ministère|commune|ville|préfecture|préfet|université|hôpital|centre|rectorat|département|région|métropole|"
    r"association|fédération|syndicat|institut|école|clinique|cabinet|fondation|mutuelle|caisse|office|chambre|régie|"
    r"parti|mairie|agence|établissement|direction|conseil|étude|groupement|assistance|académie|communauté|société)s?\b"
    r"(?: (?:nationale? )?(?:pour|à|en) (?=l))?",
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
STOP_WORD = (
    r"une?|d'une?|deux|trois|plusieurs|pour|à|au|aux|en|afin|par|qui|dont|ayant|spécialisée?s?|sise?s?|dans|ainsi"
    r"|notamment|pendant|respectivement|conjointement|solidairement|chacune?|sur|avec|est|sont|a|ont|n'a|n'ont|sous"
    r"|après|suite|relative|d'avoir|d'amendes?|d'astreinte|d'un montant|les manquements|\d[\d ]*(?:euros|€|millions?)"
    rf"|{INFINITIVE}|de \d+|de s'|(?:une|la|l')\s?(?:amende|injonction|sanction|astreinte)"
    r"|des? (?:amende|injonction|sanction)s?"
    r"|et (?:\d+|l'autre|une?|d'une?|l'a|a|de (?:rendre|prononcer)|rend|prononc|enjoin|l'enjoin|lui|assort|qui|son|sa)"
)
STOP = re.compile(rf"\s*(?:{STOP_MARK})|\s(?:{STOP_WORD})(?=[\s',;:.]|$)")
"""The first thing after a name that can be no part of it. Names are written in capitals, so small words end them."""

AND = re.compile(
    r"(?:,| et)\s+(?:(?:à l'encontre )?(?:de |à |des |aux )?(?:(?:la |les |l')?(?:sociétés?|associations?) |la |l')?)?"
    r"(?=[A-ZÀ-Þ0-9«])"
    r"|\s+et (?:du|de la|de l'|le|la) ?(?=(?:ministère|commune|préfecture|association|université|hôpital)\b)"
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
    return _without_parts(text, [found[start] for start in sorted(found)])


def _without_parts(text: str, found: list[Mention]) -> tuple[Mention, ...]:
    """Without a mention that lies inside the list before it: “… et BETA” of “ALPHA et BETA”."""
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= _end(text, kept[-1]):
            kept.append(mention)
    return tuple(kept)


def _end(text: str, mention: Mention) -> int:
    end = mention.start
    for name in filter(None, mention.names):
        end = text.find(name, end) + len(name)
    return end


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
    institution = INSTITUTION.match(rest)
    stop = STOP.search(f"{rest}\n", institution.end() if institution else 0)
    name = rest[: stop.start()] if stop else rest
    if not _is_name(name):
        return (None,) if re.match(r"(?:une?|d'une?)\s", words) else ()
    return _split(name, may_be_many=sort not in ("société", "entreprise", "groupe") or " la société " in name)


def _is_name(name: str) -> bool:
    if institution := INSTITUTION.match(name):
        return not GENERIC_TAIL.fullmatch(name[institution.end() :])
    return bool(re.match(r"[A-ZÀ-Þ0-9]", name))


def _split(name: str, *, may_be_many: bool) -> tuple[str | None, ...]:
    parts = AND.split(name) if may_be_many else [name]
    tidy = (tidy_party(part) for part in parts if part.strip())
    return tuple(None if is_anonymised(part) else part for part in tidy)
