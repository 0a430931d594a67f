"""Titles of news that are certainly no sanction of the CNIL, and digests that name nobody. Pure."""

import re

from scrapers.meaning.french.measures import kinds_of
from scrapers.meaning.french.names import mentions
from scrapers.meaning.french.words import plain

CLOSING = re.compile(
    r"\bclot(?:ure\w*|urent|ent)?\b|\bfin (?:de|a) (?:la procedure|l'injonction)|\blevee? de (?:l'injonction|la mise)"
)
NEW_MEASURE = re.compile(r"\bliquid\w+|\bamendes?\b|\bnouvelle sanction")
SURVEY = re.compile(
    r"\bbilan\b|rapport (?:annuel|d'activite)|\bchiffres\b|\bles sanctions prononcees"
    r"|(?:procedures?|politique|chaine) de sanctions?\b(?! simplifi)|programme (?:de|des) controles"
    r"|\bwebinaire|\bcolloque"
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
    if CLOSING.search(words) and not NEW_MEASURE.search(words):
        return "closes an earlier order, formal notice or procedure"
    if COURT.search(words) and RULING.search(words):
        return "a ruling of a court on an earlier decision"
    if ABROAD.search(words) and not BY_THE_CNIL.search(words):
        return "an act of another authority"
    if SURVEY.search(words):
        return "a survey of sanctions, or of how they come about"
    if ADVICE.search(words) and not kinds_of(words):
        return "advice or consultation"
    return None


def is_digest(title: str) -> bool:
    """Whether a title announces several decisions without a name, as those of the simplified procedure.

    >>> is_digest("Procédure simplifiée : la CNIL prononce neuf nouvelles sanctions")
    True
    """
    return bool(COUNTED.search(plain(title))) and not any(any(mention.names) for mention in mentions(title))
