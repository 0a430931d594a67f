"""Courts and other authorities in the news of the CNIL: who acts is told before the verb. Pure."""

import re

from scrapers.meaning.french.words import plain

NATION = (
    r"(?:(?:irland|ital|espagn|allem|bavar|neerland|grec|hellen|belge|luxemb|britann|autrich|polon|portug|norveg|sued|dano"
    r"|finland|hongr)\w*|(?!francais)\w+(?:aise|oise|ienne|ande|gnole|vaque)s?)"
)
"""“Lithuanian”: the countries that are met most, and the endings of such words, that others need no list."""

AUTHORITY = (
    rf"(?:(?:autorites?|cnil|commission) (?:de (?:controle|protection)[\w ]{{0,30}} )?{NATION}|homologues?|cepd|edpb"
    r"|comite europeen|autorite de la concurrence|aepd|garante|dpc|data protection commission\w*"
    r"|dgccrf|arcom|arcep|acpr|amf|cnpd|apd|ico|ftc)"
)
COURT = (
    r"(?:tribunal|cour (?:de|d'|europeenne|administrative)|cjue|juges?|parquet|conseil d'etat|conseil constitutionnel)"
)
OURS = (
    r"(?:cnil|formation restreinte|presidente?|bureau|commission (?=nationale|a |prononc|inflig)"
    r"|gendarme (?:francais )?d(?:e la vie privee|es donnees)|autorite francaise)"
)
ACTOR = re.compile(rf"\b(?:(?P<other>{AUTHORITY}|{COURT}|commission europeenne)|{OURS}|elle)\b")
ACTS = re.compile(
    r"\b(?:prononc|inflig|sanctionn|condamn|liquid|enjoi|ordonn|impos|met|mis|reconnu|averti|rappel|adress)\w*"
)
BESIDE = re.compile(r"\b(?:avec|par|de|du|des|a|aux?|devant|pour) ?(?:la |les? |l'|son |sa |ses |leurs? )?$")
"""“with the Irish authority”, “seized by the court”: who stands there does not act."""

BY_ANOTHER = re.compile(
    r"\b(?:[Ll][ae]s? |[Ll]')(?:(?!CNIL|Cnil|formation|[Pp]résident|[Cc]ommission(?! (?:irl|eur))|bureau"
    r"|décision|délibération|autorité|gendarme|régulateur|institution|collège|rapporteu)[\w' ]){2,60}? "
    r"(?:a |ont |vient (?:de |d'))?"
    r"(?:prononcer?|prononcé|inflige|infligé|sanctionne|condamne)(?: une?\b| des\b| à\b| [A-ZÀ-Þ])"
)
"""“la DPC prononce une amende”; a participle would be of the one who is fined."""


BY_THE_CNIL = re.compile(rf"\bpar (?:la |le |l'|sa |son )?{OURS}\b")
PENAL = re.compile(r"\b(?:(?:ans?|mois) de prison|sursis|correctionnel\w*|garde a vue|coupables?|proces(?!-| verb))\b")
"""Words of criminal courts, which need not be named."""

BY_THEM = re.compile(
    rf"\b(?:prononc|inflig|sanctionn|condamn)ee?s? par (?:la |le |les |l'|un |une )?(?:{AUTHORITY}|{COURT})"
)


def is_of_the_cnil(words: str) -> bool:
    """Whether a sentence (cleaned) says that the CNIL or a body of it acts.

    >>> [is_of_the_cnil(words) for words in ("ALPHA, sanctionnée par la CNIL", "Le juge a condamné ALPHA")]
    [True, False]
    """
    told, acting = plain(words), _acting(words)
    return bool(BY_THE_CNIL.search(told)) or (acting is not None and acting["other"] is None)


def is_of_others(words: str) -> bool:
    """Whether a sentence (cleaned) tells of a measure of a court or of another authority.

    >>> [is_of_others(f"{who} a sanctionné ALPHA") for who in ("L'autorité irlandaise", "Avec la DPC, la CNIL")]
    [True, False]
    """
    acting = _acting(words)
    told = plain(words)
    is_penal = PENAL.search(told) and not is_of_the_cnil(words)
    return bool(is_penal or BY_THEM.search(told) or BY_ANOTHER.search(words)) or (
        acting is not None and acting["other"] is not None
    )


def _acting(words: str) -> re.Match[str] | None:
    """Who stands last before the first verb of a measure, in a place where one can act."""
    told = plain(words)
    verb = ACTS.search(told)
    actors = ACTOR.finditer(told[: verb.start()]) if verb else ()
    return next((actor for actor in reversed([*actors]) if not BESIDE.search(told[: actor.start()])), None)
