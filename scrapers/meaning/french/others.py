"""Courts and other authorities in the news of the CNIL: who acts is told before the verb. Pure."""

import re

from scrapers.meaning.french.words import plain

NATION = (
    r"(?:irland|ital|espagn|allem|bavar|neerland|grec|hellen|belge|luxemb|britann|autrich|polon|portug|norveg|sued|dano"
    r"|finland|hongr)\w*"
)
AUTHORITY = (
    rf"(?:(?:autorites?|cnil) (?:de (?:controle|protection)[\w ]{{0,30}} )?{NATION}|homologues?|cepd|edpb"
    r"|comite europeen|autorite de la concurrence|aepd|garante|dpc|data protection commission\w*|dgccrf|arcom)"
)
COURT = (
    r"(?:tribunal|cour (?:de|d'|europeenne|administrative)|cjue|juges?|parquet|conseil d'etat|conseil constitutionnel)"
)
ACTOR = re.compile(
    rf"\b(?:(?P<other>{AUTHORITY}|{COURT}|commission europeenne)|cnil|formation restreinte|presidente?|bureau|elle)\b"
)
ACTS = re.compile(r"\b(?:prononc|inflig|sanctionn|condamn|liquid|enjoi|ordonn|impos|met|mis)\w*")
BESIDE = re.compile(r"\b(?:avec|par|de|du|des|a|aux?|devant|pour) ?(?:la |les? |l'|son |sa |ses |leurs? )?$")
"""“with the Irish authority”, “seized by the court”: who stands there does not act."""

BY_ANOTHER = re.compile(
    r"\b(?:[Ll][ae]s? |[Ll]')(?!CNIL|formation|[Pp]résidente?|[Cc]ommission|bureau)[\w' ]{2,60}? "
    r"(?:a |ont |vient (?:de |d'))?"
    r"(?:prononcer?|prononcé|inflige|infligé|sanctionne|condamne)(?: une?\b| des\b| à\b| [A-ZÀ-Þ])"
)
"""“la DPC prononce une amende”; a participle would be of the one who is fined."""


BY_THE_CNIL = re.compile(r"\bpar (?:la |le |l'|sa |son )?(?:cnil|formation restreinte|presidente?|commission nationale|bureau)\b")
BY_THEM = re.compile(rf"\b(?:prononc|inflig|sanctionn|condamn)ee?s? par (?:la |le |les |l'|un |une )?(?:{AUTHORITY}|{COURT})")


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
    return bool(BY_THEM.search(plain(words))) or (acting is not None and acting["other"] is not None)


def _acting(words: str) -> re.Match[str] | None:
    """Who stands last before the first verb of a measure, in a place where one can act."""
    told = plain(words)
    verb = ACTS.search(told)
    actors = ACTOR.finditer(told[: verb.start()]) if verb else ()
    return next((actor for actor in reversed([*actors]) if not BESIDE.search(told[: actor.start()])), None)
