"""A press release of the CNIL: which of its sentences take a measure now, and what they say together. Pure.

A release tells the measure several times (title, lead, conclusion) and tells of other things beside: earlier
decisions, what the law allows, what the rapporteur proposed.
"""

import re
from datetime import date, timedelta

from scrapers.adapter import Account, RawDecision
from scrapers.meaning.articles import articles
from scrapers.meaning.dates import dates
from scrapers.meaning.french.measures import REMINDER, Clause, Reading, kinds_of, read_clause
from scrapers.meaning.french.names import mentions, read_names
from scrapers.meaning.french.numbers import NUMBER, read_number, read_numbers
from scrapers.meaning.french.settling import Told, settle
from scrapers.meaning.french.subjects import is_digest, no_sanction
from scrapers.meaning.french.sums import daily
from scrapers.meaning.french.words import plain, sentences

SIGN = re.compile(r"sanction|\bamende|avertissement|en demeure|\brappel|injonction|astreinte")
TAKEN = re.compile(
    r"\b(?:prononc|inflig|sanctionn|condamn|liquid|enjoi|rappel|averti|adress|impos|ordonn|assorti|complet|adopt|ecop"
    r"|recoi)\w*|\brecue?s?\b|\bdecid\w+|\b(?:met|mettent|mise?s?) (?:publiquement )?en demeure"
)
NOT_NOW = re.compile(
    r"\bavai(?:t|ent) (?:\w+ ){0,3}(?:prononc|inflig|sanctionn|condamn|mis|enjoi|adress|rappel|averti)"
    r"|\bdeja (?:\w+ ){0,2}(?:prononc|inflig|sanctionn|condamn|mis|fait l'objet)"
    r"|\bprecedente?s? (?:sanction|amende|deliber)|\bpar le passe\b"
    r"|\b(?:peu(?:t|vent)|pou(?:rra|rront|rrait|rraient|voir|vait)) (?:\w+ ){0,3}"
    r"(?:prononc|inflig|sanctionn|etre|enjoi|adress|liquid|decid|atteindre|impos)"
    r"|\bpropos(?:e|ait|ee|ant|er|ition)\b|\bencour"
    r"|\bautorites? (?:\w+ )?(?:irlandais|italien|espagnol|allemand|neerlandais|grec|belge|luxembourgeois|britanni)"
)
YEAR = re.compile(r"\b(?:en|fin|debut) (?:[a-z]+ )?(20\d\d)\b")
CHALLENGE = re.compile(
    r"conseil d'etat[^.]{0,120}\b(?:annul|reform|ramen|redui)|\b(?:annul|reform|ramen|redui)\w*[^.]{0,60}conseil d'etat"
)
BREACH = re.compile(r"\bmanquements?\b|\bmeconn\w+|\ben violation\b|\bnon-respect\b|\bne pas avoir\b")

HEADING = re.compile(r"^.{10,200}\(articles? [^()]*(?:\([^()]*\)[^()]*)*\)$")
"""“Une absence de coopération (article 31 du RGPD)”: the headings of a release name one breach each."""

LEAD_LENGTH = 1500
"""A release says in its title or lead what it announces; what comes only later is background."""

OPENING = re.compile(
    r"^\W*(?:le|(?:par|dans) (?:une?|sa|son)? ?(?:deliberation|decision)\b[^,.]{0,60} (?:du|le)|lors de sa seance du) $"
)
"""“Par une délibération du 8 janvier 2026, …”: a day that opens a sentence is the day of its measure."""

EARLIER = timedelta(days=31)
"""A measure told with a day that lies longer before the decision belongs to an earlier one."""


def read_release(raw: RawDecision, title: str, text: str) -> Account:
    """What a release announces; of several acts, the one that `raw.about` describes. All strings are cleaned."""
    if why := no_sanction(title):
        return Account(nothing=why)
    decided_on = _decided_on(raw.reference, text)
    taken = _taken(title, text, decided_on)
    decided_on = decided_on or max((day for clause in taken for day in _opening_days(clause)), default=None)
    taken = tuple(clause for clause in taken if not _is_earlier(clause.text, decided_on))
    if is_digest(title) and not _known(*(clause.text for clause in taken)):
        return Account(doubts=("a digest of several decisions that names nobody",))
    headline = read_clause(Clause(0, title), _known(title))
    if not headline.sanctions and not any(clause.start < LEAD_LENGTH for clause in taken):
        return _silent(title)
    reading = _told(raw, title, text, taken, decided_on)
    return Account(
        sanctions=reading.sanctions,
        doubts=(*reading.doubts, *_general_doubts(text, taken)),
        decided_on=decided_on,
        reference=raw.reference or _only_number(text),
    )


def _silent(title: str) -> Account:
    if SIGN.search(plain(title)):
        return Account(doubts=("the release does not say which measure was taken",))
    return Account(nothing="announces no sanction")


def _told(raw: RawDecision, title: str, text: str, taken: tuple[Clause, ...], decided_on: date | None) -> Reading:
    known = _known(raw.about, *(clause.text for clause in taken), title, *_reference_lines(text))
    now = (clause for clause in _sentences(text) if not _is_not_now(clause.text, decided_on))
    told = Told(
        title=read_clause(Clause(0, title), known),
        body=tuple(read_clause(clause, known) for clause in taken),
        rate=next((rate.money for clause in now if (rate := daily(clause.text))), None),
        about=read_names(_after_concerning(raw.about)) if raw.about else None,
    )
    reading = settle(told, known)
    # Which breach is of which decision is told nowhere in a fixed form, so of several acts none is claimed.
    breached = () if raw.about else _articles(text)
    return Reading(
        tuple(s.model_copy(update={"articles": s.articles or breached}) for s in reading.sanctions), reading.doubts
    )


def _after_concerning(about: str) -> str:
    return next((about[mention.start :] for mention in mentions(about)), "")


def _sentences(text: str) -> tuple[Clause, ...]:
    return tuple(Clause(start, words) for start, words in sentences(text))


def _taken(title: str, text: str, decided_on: date | None) -> tuple[Clause, ...]:
    """The sentences that take a measure now."""
    return tuple(
        clause
        for clause in _sentences(text)
        if clause.text != title
        and TAKEN.search(plain(clause.text))
        and kinds_of(plain(clause.text))
        and not _is_not_now(clause.text, decided_on)
    )


def _is_not_now(words: str, decided_on: date | None) -> bool:
    return bool(NOT_NOW.search(plain(words))) or _is_earlier(words, decided_on)


def _is_earlier(words: str, decided_on: date | None) -> bool:
    if decided_on is None:
        return False
    verb = TAKEN.search(plain(words))
    opening = words[: verb.end() + 12] if verb else words
    days = [day for day, _ in dates(opening, "fr")]
    if days:
        return all(decided_on - day > EARLIER for day in days)
    return any(int(year) < decided_on.year for year in YEAR.findall(plain(opening)))


def _opening_days(clause: Clause) -> tuple[date, ...]:
    return tuple(day for day, start in dates(clause.text, "fr") if OPENING.match(plain(clause.text[:start])))[:1]


def _decided_on(reference: str | None, text: str) -> date | None:
    """The day beside the act's own number in the line that cites it."""
    for match in NUMBER.finditer(text):
        if read_number(match[0]) == (reference or _only_number(text)):
            for day, start in dates(text[match.end() : match.end() + 40], "fr"):
                if start < 12:
                    return day
    return None


def _only_number(text: str) -> str | None:
    numbers = read_numbers(text)
    return numbers[0] if len(numbers) == 1 else None


def _reference_lines(text: str) -> tuple[str, ...]:
    return tuple(words for _, words in sentences(text) if NUMBER.search(words))


def _known(*places: str) -> tuple[str | None, ...]:
    """The parties that are named first, so that “the company” has a meaning."""
    said = (mention.names for words in places for mention in mentions(words))
    return next((names for names in said if any(names)), ())


def _articles(text: str) -> tuple[str, ...]:
    telling = (words for _, words in sentences(text) if BREACH.search(plain(words)) or HEADING.search(words))
    named = (article for words in telling for article in articles(words, "fr"))
    return tuple(dict.fromkeys(named))


def _general_doubts(text: str, taken: tuple[Clause, ...]) -> tuple[str, ...]:
    doubts = []
    if CHALLENGE.search(plain(text)):
        doubts.append("the release tells of a ruling of the Conseil d'État that may have changed the decision")
    if any(re.search(REMINDER, plain(clause.text)) for clause in taken):
        doubts.append(REMINDED)
    return tuple(doubts)


REMINDED = "a reminder of legal obligations by the President, weaker than a reprimand"
