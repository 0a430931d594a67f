"""A press release of the CNIL: which of its sentences take a measure now, and what they say together. Pure.

A release tells the measure several times (title, lead, conclusion) and tells of other things beside: earlier
decisions, what the law allows, what the rapporteur proposed.
"""

import re
from datetime import date

from scrapers.adapter import Account, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.french.breaches import read_articles, without
from scrapers.meaning.french.measures import REMINDER, Clause, Reading, kinds_of, read_clause
from scrapers.meaning.french.names import mentions, opening_name, read_names
from scrapers.meaning.french.numbers import NUMBER
from scrapers.meaning.french.settling import Told, settle
from scrapers.meaning.french.subjects import SIGN, is_digest, no_sanction
from scrapers.meaning.french.sums import daily
from scrapers.meaning.french.timing import TAKEN, day_of_number, is_earlier, is_not_now, only_number, opening_days
from scrapers.meaning.french.words import plain, sentences

CHALLENGE = re.compile(
    r"conseil d'etat[^.]{0,120}\b(?:annul|reform|ramen|redui)|\b(?:annul|reform|ramen|redui)\w*[^.]{0,60}conseil d'etat"
)
BREACH = re.compile(
    r"\bmanquements?\b|\bmeconn\w+|\bviolations? de l'article|\ben violation\b|\bnon-respect\b|\bne pas avoir\b"
)

HEADING = re.compile(r"^.{10,200}\(articles? [^()]*(?:\([^()]*\)[^()]*)*\)$")
"""“Une absence de coopération (article 31 du RGPD)”: the headings of a release name one breach each."""

ACTS = re.compile(
    r"\b(?:cnil|formation restreinte|president\w*|bureau|elle)\b[^.;]{0,80}?\b(?:a|vient d\w*|met"
    r"|prononc\w+|sanctionne|inflige|condamne|liquide|enjoint|rappelle|adresse|averti\w*) "
)
CAPITALS = re.compile(r"\b(?!CNIL\b|RGPD\b|COOKIES\b)[A-ZÀ-Þ]{4,}")
ACQUITTED = re.compile(r"\bnon-lieu|\brelax\w+|\bn'y a pas lieu")

LEAD_LENGTH = 1500
"""A release says in its title or lead what it announces; what comes only later is background."""


def read_release(raw: RawDecision, title: str, text: str) -> Account:
    """What a release announces; of several acts, the one that `raw.about` describes. All strings are cleaned."""
    title = title or text.partition("\n")[0]
    if why := no_sanction(title):
        return Account(nothing=why)
    decided_on = day_of_number(raw.reference, text)
    taken = _taken(title, text, decided_on)
    decided_on = decided_on or max((day for clause in taken for day in opening_days(clause.text)), default=None)
    taken = tuple(clause for clause in taken if not is_earlier(clause.text, decided_on))
    if is_digest(title) and not _known(*(clause.text for clause in taken)):
        return Account(doubts=("a digest of several decisions that names nobody",))
    headline = read_clause(Clause(0, title), _known(title))
    if not headline.sanctions and not _is_announced(title, taken):
        return _silent(title, text)
    reading = _told(raw, title, text, taken, decided_on)
    no_name = (
        ("the title has a name, and not clearly of whom",) if _misses_a_name(title, taken, reading.sanctions) else ()
    )
    return Account(
        sanctions=reading.sanctions,
        doubts=(*reading.doubts, *no_name, *_general_doubts(title, text, taken)),
        decided_on=decided_on,
        reference=raw.reference or only_number(text),
    )


def _is_announced(title: str, taken: tuple[Clause, ...]) -> bool:
    """Whether the lead announces a measure; below a title that speaks of none, the CNIL itself must be said to act."""
    lead = (clause for clause in taken if clause.start < LEAD_LENGTH)
    return any(SIGN.search(plain(title)) or ACTS.search(plain(clause.text)) for clause in lead)


def _silent(title: str, text: str) -> Account:
    if SIGN.search(plain(title)) and not ACQUITTED.search(plain(text)):
        return Account(doubts=("the release does not say which measure was taken",))
    return Account(nothing="announces no sanction")


def _told(raw: RawDecision, title: str, text: str, taken: tuple[Clause, ...], decided_on: date | None) -> Reading:
    known = _known(raw.about, *(clause.text for clause in taken), title, *_reference_lines(text)) or opening_name(title)
    now = (clause for clause in _sentences(text) if not is_not_now(clause.text, decided_on))
    told = Told(
        title=read_clause(Clause(0, title), known),
        body=tuple(read_clause(clause, known) for clause in taken),
        rate=next((rate.money for clause in now if (rate := daily(clause.text))), None),
        about=read_names(_after_concerning(raw.about)) if raw.about else None,
    )
    reading = settle(told, known)
    # Which breach is of which decision is told nowhere in a fixed form, so of several acts none is claimed.
    return reading if raw.about else Reading(_with_articles(reading.sanctions, _articles(text)), reading.doubts)


def _with_articles(found: tuple[Sanction, ...], told: tuple[str, ...]) -> tuple[Sanction, ...]:
    """With the articles `told` in the release, each at all sanctions, but one that a fine has as its own only there."""
    own = {sanction.articles for sanction in found if sanction.kind is Kind.FINE}
    if len(own) < 2:
        every = [tuple(dict.fromkeys((*sanction.articles, *told))) for sanction in found]
    else:
        rest = without(told, tuple(article for articles in own for article in articles))
        every = [sanction.articles or rest for sanction in found]
    return tuple(s.model_copy(update={"articles": named}) for s, named in zip(found, every, strict=True))


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
        and not is_not_now(clause.text, decided_on)
    )


def _reference_lines(text: str) -> tuple[str, ...]:
    return tuple(words for _, words in sentences(text) if NUMBER.search(words))


def _known(*places: str) -> tuple[str | None, ...]:
    """The parties that are named first, so that “the company” has a meaning."""
    said = (mention.names for words in places for mention in mentions(words))
    return next((names for names in said if any(names)), ())


def _articles(text: str) -> tuple[str, ...]:
    telling = (words for _, words in sentences(text) if BREACH.search(plain(words)) or HEADING.search(words))
    named = (article for words in telling for article in read_articles(words))
    return tuple(dict.fromkeys(named))


def _misses_a_name(title: str, taken: tuple[Clause, ...], found: tuple[Sanction, ...]) -> bool:
    """Whether a measure is against nobody, no word says that the name is held back, and the title has one."""
    is_held_back = any(
        None in mention.names for words in (title, *(c.text for c in taken)) for mention in mentions(words)
    )
    return any(sanction.party is None for sanction in found) and not is_held_back and bool(CAPITALS.search(title))


def _general_doubts(title: str, text: str, taken: tuple[Clause, ...]) -> tuple[str, ...]:
    doubts = []
    if not SIGN.search(plain(title)):
        doubts.append("the title of the release speaks of no sanction")
    if CHALLENGE.search(plain(text)):
        doubts.append("the release tells of a ruling of the Conseil d'État that may have changed the decision")
    if any(re.search(REMINDER, plain(clause.text)) for clause in taken):
        doubts.append(REMINDED)
    return tuple(doubts)


REMINDED = "a reminder of legal obligations by the President, weaker than a reprimand"
