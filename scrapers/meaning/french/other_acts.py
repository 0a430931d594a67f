"""Texts of the CNIL that certainly take no measure: acquittals, closings, acts that are no sanction. Pure."""

import re

from scrapers.meaning.french.measures import Clause
from scrapers.meaning.french.numbers import read_any_number, read_number
from scrapers.meaning.french.subjects import SIGN
from scrapers.meaning.french.sums import payable
from scrapers.meaning.french.words import plain

NO_MEASURE = re.compile(
    r"n'y a (?:pas |plus )?lieu|n'y avoir (?:pas |plus )?lieu|non-lieu|relax\w+|ne pas (?:prononcer|liquider)"
    r"|ne (?:prononce|liquide) pas|\baucun(?:e sanction| manquement)\b"
)
STEP = re.compile(r"\benvisag\w+|\breouverture|\bsurs(?:is|eoir)\b|\brenvo(?:yer|ie)\b|\bsupplement d'instruction")
CORRECTION = re.compile(r"\bretir\w+ (?:la publicite|sa |la deliberation)|\brectifi\w+|\berreurs? materielles?")
CLOSED = re.compile(r"\bclo(?:tur\w*|re)\b")
"""Without its operative part only a title that says so closes; “relative to the order” may end in a liquidation."""

CLOSURE = re.compile(r"\bcl(?:o|ô)(?:ture\w*|turant|re|t|se)\b|satisfait a l'injonction|relative a l'injonction")
NO_SANCTION = re.compile(
    r"\bautoris(?:ant|ations?|e\b(?! a))|\bavis\b|\brecommandations?\b|lignes directrices|\breferentiel"
    r"|methodologie de reference|\blabels?\b|\bagrement|\bcertification|regles d'entreprise|\bdispense"
    r"|\bhomologu|\bagre(?:ant|e)\b|\baccredit|\bapprouvant|delegation de signature|\bhabilit|\bmandat"
    r"|mission de (?:verification|controle)"
    r"|\bportant (?:avis|adoption|recommandation|approbation|agrement|modification|homologation|delegation|designation"
    r"|creation|reglement|labellisation|nomination)"
)
AUTHORISES = re.compile(r"^\s*(?:AUTORISE|DÉCIDE D'AUTORISER|Autorise|[ÉE]met (?:un|l')|Rend l')\b", re.MULTILINE)
ASKED = re.compile(
    r"\bsaisie?\b[^.;]{0,200}\bdemandes? d'(?:avis|autorisation|agrement|homologation)|\b(?:emet|rend) l'avis"
)
FIRST_YEAR_OF_NUMBERS = 2018
"""Since then every sanction is numbered SAN-…, every formal notice MED-… (source-cnil.md §4)."""


def no_measure(label: str, text: str, part: Clause | None) -> str | None:
    """Why a text in which no measure was found certainly takes none, or None.

    `label` is its title and category, `part` its operative part where it has one; all are cleaned.
    """
    if part is not None and (why := _of_the_operative_part(part.text)):
        return why
    if part is not None and payable(part.text):
        return None
    if is_closure(f"{label} {part.text}") if part else CLOSED.search(plain(label)):
        return "closes an earlier order, formal notice or procedure"
    if _is_other_act(label) or _is_of_another_series(label) or (part is None and _speaks_of_other_act(label, text)):
        return "an authorisation, opinion or other act that is no sanction"
    return None


def _of_the_operative_part(text: str) -> str | None:
    words, is_unread = plain(text), bool(payable(text))
    if STEP.search(words):
        return "a step of the procedure, before any decision"
    if not is_unread and NO_MEASURE.search(words):
        return "the operative part says that no measure is called for"
    if not is_unread and CORRECTION.search(words):
        return "corrects the text of an earlier decision"
    return None


def is_closure(words: str) -> bool:
    """Whether words (cleaned) say that an earlier order, formal notice or procedure ends."""
    return bool(CLOSURE.search(plain(words)))


def _is_other_act(label: str) -> bool:
    return not read_number(label) and bool(NO_SANCTION.search(plain(label)))


def _speaks_of_other_act(label: str, text: str) -> bool:
    return not read_number(label) and bool(AUTHORISES.search(text) or ASKED.search(plain(text)))


def _is_of_another_series(label: str) -> bool:
    """Whether the number is of none of the series of sanctions, and the title speaks of none either."""
    number = read_any_number(label)
    if number is None or read_number(label) or SIGN.search(plain(label)) or "formation restreinte" in plain(label):
        return False
    year = re.search(r"\d{4}", number)
    return year is not None and int(year[0]) >= FIRST_YEAR_OF_NUMBERS
