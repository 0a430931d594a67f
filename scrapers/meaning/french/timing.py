"""Which sentence of a release tells of the measure taken now, and on which day it was taken. Pure."""

import re
from datetime import date, timedelta

from scrapers.meaning.dates import dates
from scrapers.meaning.french.numbers import NUMBER, read_number, read_numbers
from scrapers.meaning.french.words import plain

TAKEN = re.compile(
    r"\b(?:prononc|inflig|sanctionn|condamn|liquid|enjoi|rappel|averti|adress|impos|ordonn|assorti|complet|adopt|ecop"
    r"|recoi)\w*|\brecue?s?\b|\brendu (?=une injonction|publi)|\bdecid\w+"
    r"|\bannonc\w+ (?:\w+ ){0,3}(?:une?|deux|trois|\d+) (?=amende|sanction|mise|rappel|avert)"
    r"|\b(?:met|mettent|mise?s?) (?:publiquement )?en demeure"
)
DONE = r"(?:prononc|inflig|sanctionn|condamn|mise?s? en|enjoi|adress|rappel|averti|ecop|recu|liquid|impos|fait l'objet)"
NOT_NOW = re.compile(
    rf"\b(?:av|aur)ai(?:t|ent) (?:\w+ ){{0,3}}{DONE}|\bdeja (?:\w+ ){{0,2}}{DONE}"
    rf"|\brappel\w* (?:\w+ ){{0,2}}qu[e'][^.;]{{0,150}}?\b(?:a|ont) (?:\w+ ){{0,3}}{DONE}"
    r"|\b(?:sanctionn|infligea?|prononcea?|condamn|mett)ai(?:en)?t\b|\?\W*$"
    r"|\b(?:s'appret\w+|risqu\w+|menac\w+) [^.;]{0,40}\b(?:amende|sanction|inflig|prononc)"
    r"|\bprecedente?s? (?:sanction|amende|deliber)|\bpar le passe\b"
    r"|\b(?:peu(?:t|vent)|pou(?:rra|rront|rrait|rraient|voir|vait)) (?:\w+ ){0,3}"
    r"(?:prononc|inflig|sanctionn|etre|enjoi|adress|liquid|decid|atteindre|impos|about|condui|donner)"
    r"|\b(?:[6-9]|\d\d+|plusieurs) (?:mises en demeure|sanctions|amendes|mesures correctrices)\b"
    r"|^depuis (?:\w+ )?(?:19|20)\d\d\b|\bnotamment (?:prononc|inflig|sanctionn|condamn)|\bexemples?\b"
    r"|\bpropos(?:e|ait|ee|ant|er|ition)\b|\bencour"
)
SPOKEN_OF = re.compile(
    r"(?:\b(?:la |cette |les |ses |des |ces |l')(?:\w+ )?"
    r"(?:(?:sanction|amende|mesure|injonction)s?|mises? en demeure)|\bcelles?)\b"
    r"[^.;:()]{0,60}? (?<!ete )(?:prononcee|infligee|adressee)s?\b"
)
"""“the list of the fines imposed”, “like the fine of 3 million imposed on ALPHA”: what is known imposes none."""

ITSELF_EARLIER = re.compile(r"\bqu'(?:elle|il|on) avait (?:\w+ )?\w+")
"""“the penalty that it had ordered” is said of what is due now."""

YEAR = re.compile(r"\b(?:en|fin|debut) (?:[a-z]+ )?(20\d\d)\b")

OPENING = re.compile(
    r"(?:^|: |^\w+, )\W*(?:le|(?:par|dans) (?:une?|sa|son)? ?(?:deliberation|decision)\b[^,.]{0,60} (?:du|le)"
    r"|lors de sa seance du) $|\b(?:prononc|sanctionn|inflig|condamn|rappel|liquid|adress|mis)\w*"
    r"(?: en demeure)?,? le $|\ba, le $|(?:euros|€)(?: d'amende)?,? le $"
    r"|\ba (?:\w+ ){0,3}(?:prononce|sanctionne|inflige|condamne|liquide),? par (?:une|sa) (?:deliberation|decision)"
    r"[^,.]{0,60} du $"
)
"""“Par une délibération du 3 mai 2024, …”: a day that opens a sentence is the day of its measure."""

EARLIER = timedelta(days=31)
"""A measure told with a day that lies longer before the decision belongs to an earlier one."""


def takes(words: str) -> bool:
    """Whether words (cleaned) have a verb by which a measure is taken.

    >>> takes("la CNIL a sanctionné ALPHA"), takes("la liste des amendes prononcées depuis 2011")
    (True, False)
    """
    return bool(TAKEN.search(SPOKEN_OF.sub("", plain(words))))


def is_not_now(words: str, decided_on: date | None) -> bool:
    """Whether a sentence tells of an earlier measure, or of one that is only possible or proposed."""
    return bool(NOT_NOW.search(ITSELF_EARLIER.sub("", plain(words)))) or is_earlier(words, decided_on)


def is_earlier(words: str, decided_on: date | None) -> bool:
    """Whether the day or year in a sentence is that of an earlier measure."""
    if decided_on is None:
        return False
    verb = TAKEN.search(plain(words))
    opening = words[: verb.end() + 12] if verb else words
    days = [day for day, _ in dates(opening, "fr")]
    if days:
        return all(decided_on - day > EARLIER for day in days)
    return any(int(year) < decided_on.year for year in YEAR.findall(plain(opening)))


def opening_days(words: str) -> tuple[date, ...]:
    """The day of the measure that a sentence takes, where it states one.

    >>> opening_days("Cookies : le 3 mai 2024, la CNIL a sanctionné ALPHA")
    (datetime.date(2024, 5, 3),)
    """
    return tuple(day for day, start in dates(words, "fr") if OPENING.search(plain(words[:start])))[:1]


def day_of_number(reference: str | None, text: str) -> date | None:
    """The day beside the act's own number in the line that cites it."""
    for match in NUMBER.finditer(text):
        if read_number(match[0]) == (reference or only_number(text)):
            for day, start in dates(text[match.end() : match.end() + 40], "fr"):
                if start < 12:
                    return day
    return None


def only_number(text: str) -> str | None:
    """The number of the act, where the text cites one only."""
    numbers = read_numbers(text)
    return numbers[0] if len(numbers) == 1 else None
