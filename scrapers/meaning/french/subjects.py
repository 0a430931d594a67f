"""Titles of news that are certainly no sanction of the CNIL, and digests that name nobody. Pure."""

import re

from scrapers.meaning.french.measures import kinds_of
from scrapers.meaning.french.names import mentions, opening_name
from scrapers.meaning.french.others import AUTHORITY, BY_ANOTHER, COURT
from scrapers.meaning.french.sums import payable
from scrapers.meaning.french.words import plain
from scrapers.meaning.numerals import number_from_words

SIGN = re.compile(r"sanction|\bamende|avertissement|en demeure|\brappel|injonction|astreinte")
"""Words, made plain, without which nothing speaks of a sanction."""

CLOSING = re.compile(
    r"\bclot(?:ur\w+|ent)?\b|\bclore\b|\bfin (?:de|a) (?:la procedure|l'injonction)"
    r"|\blevee? de (?:l'injonction|la mise)"
    r"|\b(?:injonction|mise en demeure|astreinte)s? (?:\w+ )?(?:leve|satisfait|execute|respecte)\w*"
    r"|\bconstate (?:la |sa |leur )?(?:mise en )?conformit|\b(?:s'est|s'etant) (?:mise? en conformite|conforme)"
)
NO_MEASURE = re.compile(r"\bne (?:prononce|sanctionne) pas\b|\bnon-lieu\b|\brelax\w+|\baucune sanction\b")
NEW_MEASURE = re.compile(r"\bliquid\w+|\bamendes?\b|\bnouvelle sanction")
SURVEY = re.compile(
    r"\bbilan\b|rapport (?:annuel|d'activite)|\bchiffres\b|\bles sanctions prononcees"
    r"|(?:procedures?|politique|chaine) de sanctions?\b(?! simplifi)|programme (?:de|des) controles"
    r"|\bwebinaire|\bcolloque|\b(?:semestre|trimestre|bareme)\b|\b(?:fait )?le point sur\b|\bplafonds?\b"
    r"|\bsanctions (?:\w+ )?(?:de|en|depuis) (?:19|20)\d\d\b|\bpouvoirs? (?:\w+ )?(?:de|et) (?:\w+ ){0,4}?sanctions?\b"
    r"|\bretour sur\b|\bpanorama\b|\btour d'horizon\b"
    r"|\bpodcast|\bcoulisses\b|\binterview|\bentretien avec\b|\bmesures correctrices\b"
)
A_COURT = re.compile(rf"\b{COURT}")
RULING = re.compile(
    r"\b(?:confirm|valid|rejet|annul|redui|reform|ramen|juge|condamn|statu|donne raison|se prononce)\w*"
)
ABROAD = re.compile(rf"\b{AUTHORITY}\b")
BY_THE_CNIL = re.compile(r"\bla cnil (?:sanctionn|prononc|inflig|condamn|met|rappelle a l'ordre|liquid|enjoint|averti)")
ADVICE = re.compile(
    r"\bcomment\b|\bguides?\b|\bconsultation|\bquestions?\b|\brecommandations?\b|lignes directrices|\breferentiel"
    r"|\bavis\b|\bprojet de (?:loi|decret)|\bconseils?\b(?! d'etat)|\bfiches?\b|\bmodeles?\b|\bque risquez"
    r"|\brappelle (?:les|que|ses)\b"
)
ANNOUNCES = re.compile(
    r"\bsanctionn(?:e|ent|ee?s?)\b|(?<!sanctions )(?<!amendes )(?<!mesures )\b(?:prononc|inflig)\w+|\bcondamn\w+"
    r"|\bliquid\w+|\benjoi\w+"
    r"|\bm(?:et|ettent|ise?s?) (?:\w+ )?en demeure\b|\brapp\w+ (?:\w+ ){0,3}a (?:l'ordre|ses|leurs)\b"
    r"|\b(?:averti|impos|ordonn|adress)\w+"
    r"|^(?:sanction|amende)(?: publique)? ?:|^une (?:nouvelle )?(?:sanction|amende)\b"
    r"|\b(?:doit|doivent|devra|devront) (?:payer|verser)\b"
    r"|\becop\w+|\brecoi\w+|\b(?:sanctions?|amendes?) (?:\w+ )?pour (?!la cnil)"
)
AFTER_NAME = re.compile(r" : (?:une? )?(?:sanction|amende|mise|avert|rappel|injonction|astreinte|\d)")
QUESTION = re.compile(r"\?\s*$|\bmode d'emploi\b|\bce qu'il faut\b")
COUNTED = re.compile(
    r"\b(?P<count>\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt"
    r"|plusieurs)"
    r"(?:[- ]\w+)? (?:nouvelles? )?"
    r"(?:sanctions|amendes|decisions|mises en demeure|organismes|societes|communes)\b"
    r"|\bsanctions simplifiees|simplifi\w+[^.]{0,60}\b(?:sanctions|amendes|decisions)\b"
)


def no_sanction(title: str) -> str | None:
    """Why what a title (cleaned) announces is certainly no sanction of the CNIL, or None.

    >>> no_sanction("Clôture de l'injonction prononcée à l'encontre de la société ALPHA")
    'closes an earlier order, formal notice or procedure'
    >>> no_sanction("La CNIL sanctionne ALPHA d'une amende de 2 millions d'euros")
    """
    words = plain(title)
    is_of_the_cnil, is_advice = BY_THE_CNIL.search(words), ADVICE.search(words) and not kinds_of(words)
    why = {
        "says that no measure is called for": NO_MEASURE.search(words),
        "closes an earlier order, formal notice or procedure": CLOSING.search(words) and not NEW_MEASURE.search(words),
        "a ruling of a court on an earlier decision": A_COURT.search(words) and RULING.search(words),
        "an act of another authority": not is_of_the_cnil and (ABROAD.search(words) or BY_ANOTHER.search(title)),
        "a survey of sanctions, or of how they come about": SURVEY.search(words),
        "advice or consultation": is_advice or (QUESTION.search(words) and not is_of_the_cnil),
    }
    return next((reason for reason, holds in why.items() if holds), None)


def announces(title: str) -> bool:
    """Whether a title tells that a measure was taken: by a verb, or beside a sum or a name.

    >>> announces("ALPHA : sanction de 2 millions d'euros"), announces("La présidente parle des sanctions au Sénat")
    (True, False)
    """
    words = plain(title)
    is_named = any(mention.names for mention in mentions(title))
    is_told = bool(payable(title) or is_named or (opening_name(title) and AFTER_NAME.search(words)))
    return bool(ANNOUNCES.search(words)) or (is_told and bool(SIGN.search(words)))


def counted(title: str) -> int:
    """How many measures or parties a title (cleaned) counts; 0 where it counts none.

    >>> counted("Deux sanctions à l'encontre de courtiers"), counted("Sanction de ALPHA")
    (2, 0)
    """
    found = COUNTED.search(plain(title))
    if found is None or found["count"] is None:
        return 0
    number = found["count"]
    return int(number) if number.isdigit() else int(number_from_words(number, "fr") or 2)


def is_digest(title: str) -> bool:
    """Whether a title announces several decisions without a name, as those of the simplified procedure.

    >>> is_digest("Procédure simplifiée : la CNIL prononce neuf nouvelles sanctions")
    True
    """
    return bool(COUNTED.search(plain(title))) and not any(any(mention.names) for mention in mentions(title))
