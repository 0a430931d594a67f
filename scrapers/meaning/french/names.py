"""Who is meant in French words on a sanction: the parties, as published. Pure.

A name is what follows “à l'encontre de”, “contre”, “sanctionne” … up to the first word that can be no part of it, or
what stands before “sanctionné” (source-cnil.md §4).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from scrapers.meaning.french.edges import ANOTHER, COUNT, INSTITUTION, LEAD, is_clause, is_name, name_at
from scrapers.meaning.parties import is_anonymised, tidy_party

GAP = (
    r"(?:,? (?:(?:ce|le) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: \d{1,2}(?:er)? \w+(?: \d{4})?)?,? "
    r"|,? le \d{1,2}(?:er)? \w+ \d{4},? | )"
)
"""A blank, or the day which news put between the verb and whom it concerns."""

TRIGGER = re.compile(
    r"\bà l'(?:encontre|égard) (?=de |du |des |d')|\bcontre (?!lui\b|elle\b)|\b(?:concernant|visant) "
    rf"|\b(?:sanctionn|condamn)(?:e|er|é|ée|és|ées){GAP}"
    r"(?:publiquement |solidairement |(?:une nouvelle|la deuxième) fois |à nouveau |de nouveau |encore |lourdement )?"
    r"(?-i:(?!à |par |pour |d'|de |des |\())"
    rf"|\bm(?:et|ettent|ettre|ettant|is|ise|ises) (?:publiquement )?en demeure{GAP}(?!par |de |d'|à )"
    r"|\bmises? en demeure (?=de (?:la|l')\s?(?:société|association|commune)|du ministère|des sociétés"
    r"|de (?-i:[A-ZÀ-Þ]))"
    r"|\bsanctions? (?=(?:de |d')(?-i:[A-ZÀ-Þ]{2})|de la société )"
    r"|\b(?:épingl|frapp)(?:e|é|ée) |\baverti(?:t|s|e|es)? (?:publiquement )?(?=la |le |l'|les )"
    r"|\brapp(?:el|elle|elé|elée|eler) à l'ordre (?!à |par |pour |public|[;.,])"
    r"|\benjoi(?:nt|ndre|gnant) (?=à |au |aux )"
    r"|(?:euros|€|millions?|avertissement|amende|sanction|rappel à l'ordre|injonction|mise en demeure)"
    rf"(?: publi(?:c|que))?{GAP}(?!au (?:plus|moins|titre|total|maximum|regard|lieu|terme)\b)"
    r"(?=pour (?:la société |l[ea] [a-zà-þ-]+ |l'[a-zà-þ]+ )?(?-i:[A-ZÀ-Þ]\w)"
    r"|à (?:la |l'(?!e[ng]))|aux? |à (?-i:[A-ZÀ-Þ]))"
    rf"|\b(?:adress|inflig)\w+{GAP}(?=à |au |aux )"
    r"|\bet (?=(?:la société )?(?-i:[A-ZÀ-Þ])[^,;.]{1,60}? (?:d'une amende|à hauteur d|d'un montant|de \d))",
    re.IGNORECASE,
)
NAME_WORD = r"[A-ZÀ-Þ0-9&+][^\s,:;?!«»\"]*(?<!\.)"
NAME_RUN = (
    rf"{NAME_WORD}\.?(?:,? (?:(?:et|de|du|des|la|le|les|of|and|the|société|l'|d') ?){{0,3}}{NAME_WORD}\.?){{0,11}}"
)
BEFORE = re.compile(
    r"(?:(?:^|[:?!.«,] )(?:[Ll]a société |[Ll]es sociétés |[Ll]'(?:association|entreprise) )?"
    rf"|\b[Ll](?:e |a |')(?!(?i:{INSTITUTION.pattern}))(?:[a-zà-þ'-]+ ){{1,6}}"
    r"|\b[Ll]es? (?:sociétés? )?|\b[Ll]a (?:société )?|(?<=[\s'])(?=ministère|commune|préfecture))"
    rf"(?P<names>(?!L(?:'|[ae]s? )[a-zà-þ]){NAME_RUN}|(?:ministère|commune|préfecture) d[^,:;.?!]{{2,80}}?)"
    r",? (?:est |sont |a été |ont été |vient d'être )?"
    r"(?:sanctionnée?s?|condamnée?s?|mise?s? en demeure|rappelée?s? à l'ordre|(?:a |ont )?écop(?:é|e|ent)"
    r"|(?:s'est|se sont|se voi(?:t|ent)) (?:vue?s? )?(?:\w+ )?infliger"
    r"|(?:doit|devra|doivent|devront) (?:payer|verser))(?=[ .,]|$)"
)
AUTHORITY = re.compile(r"\b(?:CNIL|formation restreinte|présidente?|Commission)\b|\bont?$|\ba$", re.IGNORECASE)
AND = re.compile(
    r"(?:,| et)\s+(?:(?:à l'encontre )?(?:de |à |des |aux )?(?:(?:la |les |l')?(?:sociétés?|associations?) |la |l')?)?"
    r"(?=[A-ZÀ-Þ0-9«])"
    rf"|\s+et (?:du|de la|de l'|le|la|aux?|à la|à l') ?(?=(?i:{INSTITUTION.pattern}))"
)
NEXT = re.compile(rf"\s*,\s*(?:et )?(?:de )?(?={ANOTHER})")
AND_OF_MINISTRIES = re.compile(
    rf"\s+et (?:à )?(?:du|de la|de l'|le|la|aux?|à la|à l') ?(?=(?i:{INSTITUTION.pattern}))"
    r"|(?:,| et)\s+(?:(?:de |à )?(?:la |les )?sociétés? )?(?=[A-ZÀ-Þ]{2})"
)
"""“ministère de la Mer et des Outre-mer”: what follows “et des” is no other body."""

BRACKETED = re.compile(r" ?\([^()]{1,80}\)(?=,? et |, )")
"""“ALPHA LLC (ALPHA) et BETA”: the aside between two names."""

HIDDEN_TAIL = re.compile(r"(?:\b(?:de|du)|^[a-zà-þ].*)\s(?:[XYZ]{1,4}|[A-Z]\.)$")
"""“commune de X”, “établissement public X”: the kind of body is told, and not which."""

SOMEBODY = re.compile(
    rf"(?:d'|de )?(?:{COUNT}|des|onze|douze|treize|quatorze|quinze|seize"
    r"|(?:vingt|trente|quarante|cinquante|soixante)[\w-]*|\d{1,3})"
    r"\s(?!(?:amende|sanction|rappel|mise|mesure|euro|million|jour|mois|an)s?\b)(?=[a-zà-þ])"
)
"""“a doctor”, “fifteen communes”: who they are is held back."""

OPENING_NAME = re.compile(r"(?P<names>[A-ZÀ-Þ][A-ZÀ-Þ0-9 .&'-]{2,60}?(?:(?:,| et) [A-ZÀ-Þ0-9 .&'-]{3,60}?){0,3}) : ")
SUBJECTS = frozenset({"RGPD", "COOKIES", "IA", "CNIL", "DSA", "COVID-19", "AIPD", "DPO", "PNR", "SANTE", "SANTÉ"})
LONGEST = 400
"""Characters: no list of parties is longer, and what follows is not looked at."""


@dataclass(frozen=True)
class Mention:
    """Parties named at one place. A name is None where it is hidden; no names at all: “the company”, known already."""

    start: int
    names: tuple[str | None, ...]


@lru_cache(maxsize=128)
def mentions(text: str) -> tuple[Mention, ...]:
    """Who is named in `text` (cleaned) as the one a measure is taken against, in order.

    >>> [mention.names for mention in mentions("à l'encontre des sociétés ALPHA LLC et ALPHA IRELAND une injonction")]
    [('ALPHA LLC', 'ALPHA IRELAND')]
    >>> mentions("La CNIL a sanctionné la société X d'une amende")[0].names
    (None,)
    """
    starts = [match.end() for match in TRIGGER.finditer(text)]
    found = {start: Mention(start, read_names(text[start : start + LONGEST])) for start in starts}
    for match in BEFORE.finditer(text):
        start = match.start("names")
        if not AUTHORITY.search(match["names"]) and is_name(match["names"]):
            found.setdefault(start, Mention(start, _split(match["names"], may_be_many=True)))
    return _without_parts(text, [found[start] for start in sorted(found)])


def holds_back(text: str) -> bool:
    """Whether `text` (cleaned) says whom a measure is against without a name.

    >>> holds_back("la CNIL met en demeure quinze communes"), holds_back("la CNIL sanctionne la société")
    (True, False)
    """
    return any(None in said.names or SOMEBODY.match(text[said.start :]) for said in mentions(text))


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

    >>> read_names("du ministère de la mer un rappel à l'ordre"), read_names("de la société une amende")
    (('ministère de la mer',), ())
    >>> read_names("des sociétés ALPHA SA, BETA et GAMMA une amende")
    ('ALPHA SA', 'BETA', 'GAMMA')
    """
    words = BRACKETED.sub("", words)
    lead = LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    sort = (lead["sort"] or "").casefold() if lead else ""
    if rest.startswith(("[", "…")):
        return (None,)
    name = _list_at(rest.lstrip('«" '), is_plural=sort.endswith("s"))
    if name is None:
        return (None,) if re.match(r"(?:une?|d'une?)\s", words) else ()
    return _split(name, may_be_many=sort not in ("société", "entreprise", "groupe") or " la société " in name)


def _list_at(words: str, *, is_plural: bool) -> str | None:
    """The names at the start of `words`; after a plural also those that commas join."""
    name = name_at(words)
    while name is not None and is_plural and (comma := NEXT.match(words[len(name) :])):
        following = name_at(words[len(name) + comma.end() :])
        if following is None:
            break
        name = words[: len(name) + comma.end() + len(following)]
    return name


def _split(name: str, *, may_be_many: bool) -> tuple[str | None, ...]:
    joining = AND_OF_MINISTRIES if name.casefold().startswith("ministère") else AND
    parts = joining.split(name) if may_be_many else [name]
    tidy = [tidy_party(part) for part in parts if part.strip() and not is_clause(part)]
    return tuple(None if is_anonymised(part) or HIDDEN_TAIL.search(part) else part for part in tidy)


def opening_name(title: str) -> tuple[str | None, ...]:
    """Who is named before the colon of a title.

    >>> opening_name("ALPHA : sanction de 2 millions d'euros"), opening_name("COOKIES : une sanction")
    (('ALPHA',), ())
    """
    match = OPENING_NAME.match(title)
    names = _split(match["names"], may_be_many=True) if match else ()
    return () if SUBJECTS.intersection(names) else names
