"""Titles of news that are certainly no sanction of the CNIL, and digests that name nobody. Pure."""

import re

from scrapers.meaning.french.measures import kinds_of
from scrapers.meaning.french.names import mentions
from scrapers.meaning.french.words import plain

SIGN = re.compile(r"sanction|\bamende|avertissement|en demeure|\brappel|injonction|astreinte")
"""Words, made plain, without which nothing speaks of a sanction."""

CLOSING = re.compile(
    r"\bclot(?:ure\w*|urent|ent)?\b|\bfin (?:de|a) (?:la procedure|l'injonction)|\blevee? de (?:l'injonction|la mise)"
)
NO_MEASURE = re.compile(r"\bne (?:prononce|sanctionne) pas\b|\bnon-lieu\b|\brelax\w+|\baucune sanction\b")
NEW_MEASURE = re.compile(r"\bliquid\w+|\bamendes?\b|\bnouvelle sanction")
SURVEY = re.compile(
    r"\bbilan\b|rapport (?:annuel|d'activite)|\bchiffres\b|\bles sanctions prononcees"
    r"|(?:procedures?|politique|chaine) de sanctions?\b(?! simplifi)|programme (?:de|des) controles"
    r"|\bwebinaire|\bcolloque|\b(?:semestre|trimestre|bareme)\b|\b(?:fait )?le point sur\b|\bplafonds?\b"
    r"|\bpodcast|\bcoulisses\b|\binterview|\bentretien avec\b|\bmesures correctrices\b"
)
COURT = re.compile(r"\bconseil d'etat\b|\bcour (?:de|europeenne)|\bcjue\b|\btribunal\b")
RULING = re.compile(r"\b(?:confirm|valid|rejet|annul|redui|reform|ramen|juge|statu|donne raison|se prononce)\w*")
ABROAD = re.compile(
    r"\bcepd\b|\bedpb\b|\bhomologues?\b|\bcomite europeen\b|\bdgccrf\b|\barcom\b|\bautorite de la concurrence\b"
    r"|\b(?:autorite|cnil) (?:irlandais|italien|espagnol|allemand|neerlandais|luxembourgeois|belge|grec|britanni)"
)
BY_THE_CNIL = re.compile(r"\bla cnil (?:sanctionn|prononc|inflig|condamn|met|rappelle a l'ordre|liquid|enjoint|averti)")
ADVICE = re.compile(
    r"\bcomment\b|\bguides?\b|\bconsultation|\bquestions?\b|\brecommandations?\b|lignes directrices|\breferentiel"
    r"|\bavis\b|\bprojet de (?:loi|decret)|\bconseils?\b(?! d'etat)|\bfiches?\b|\bmodeles?\b|\bque risquez"
    r"|\brappelle (?:les|que|ses)\b"
)
QUESTION = re.compile(r"\?\s*$|\bmode d'emploi\b|\bce qu'il faut\b")
COUNTED = re.compile(
    r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|plusieurs)"
    r"(?:[- ]\w+)? (?:nouvelles? )?"
    r"(?:sanctions|amendes|decisions|mises en demeure|organismes|societes|communes)\b|simplifi"
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
        "a ruling of a court on an earlier decision": COURT.search(words) and RULING.search(words),
        "an act of another authority": ABROAD.search(words) and not is_of_the_cnil,
        "a survey of sanctions, or of how they come about": SURVEY.search(words),
        "advice or consultation": is_advice or (QUESTION.search(words) and not is_of_the_cnil),
    }
    return next((reason for reason, holds in why.items() if holds), None)


def is_digest(title: str) -> bool:
    """Whether a title announces several decisions without a name, as those of the simplified procedure.

    >>> is_digest("Procédure simplifiée : la CNIL prononce neuf nouvelles sanctions")
    True
    """
    return bool(COUNTED.search(plain(title))) and not any(any(mention.names) for mention in mentions(title))
