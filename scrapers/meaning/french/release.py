"""A press release of the CNIL: what the sentences that take a measure say together. Pure.

A release tells the measure several times (title, lead, conclusion) and tells of other things beside: earlier
decisions, what the law allows, what the rapporteur proposed.
"""

import re
from collections.abc import Iterator
from datetime import date

from scrapers.adapter import Account, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.dates import dates
from scrapers.meaning.french.announcing import taken_now, without_measure
from scrapers.meaning.french.breaches import read_articles, without
from scrapers.meaning.french.measures import REMINDER, Clause, Reading, read_clause
from scrapers.meaning.french.names import holds_back, mentions, opening_name, read_names
from scrapers.meaning.french.numbers import NUMBER
from scrapers.meaning.french.others import is_of_others, is_of_the_cnil
from scrapers.meaning.french.settling import Told, settle
from scrapers.meaning.french.subjects import ASKS, announces, counted, is_digest, is_only_proposed, no_sanction
from scrapers.meaning.french.sums import daily
from scrapers.meaning.french.timing import (
    day_of_number,
    is_earlier,
    is_not_now,
    only_number,
    opening_days,
)
from scrapers.meaning.french.words import plain, sentences

CHALLENGE = re.compile(
    r"conseil d'etat[^.]{0,120}\b(?:annul|reform|ramen|redui)|\b(?:annul|reform|ramen|redui)\w*[^.]{0,60}conseil d'etat"
)
BREACH = re.compile(
    r"\bmanqu(?:ements?|e|ait)\b|\bmeconn\w+|\bviolations? de l'article|\ben violation\b|\bnon-respect\b"
    r"|\bne pas avoir\b"
)

THEM = re.compile(r"\bleur (?:a )?(?:enjoi|ordonn)\w*")
"""“it orders them”: all who are fined."""

HEADING = re.compile(r"^.{10,200}\(articles? [^()]*(?:\([^()]*\)[^()]*)*\)$")
"""“Une absence de coopération (article 31 du RGPD)”: the headings of a release name one breach each."""


def read_release(raw: RawDecision, title: str, text: str) -> Account:
    """What a release announces; of several acts, the one that `raw.about` describes. All strings are cleaned."""
    title = title or next((line for line in text.split("\n") if line.strip() and not dates(line[:20], "fr")), "")
    if why := no_sanction(title):
        return Account(nothing=why)
    decided_on = day_of_number(raw.reference, text)
    taken = taken_now(title, text, decided_on)
    decided_on = decided_on or max((day for clause in taken for day in opening_days(clause.text)), default=None)
    taken = tuple(clause for clause in taken if not is_earlier(clause.text, decided_on))
    if is_digest(title) and not _known(*(clause.text for clause in taken)):
        return Account(doubts=("a digest of several decisions that names nobody",))
    if account := _of_nobody_now(title, text, taken):
        return account
    reading = _told(raw, title, text, taken, decided_on)
    no_name = (
        ("it is not clear whom the measure is against",) if _misses_a_name(title, taken, reading.sanctions) else ()
    )
    return Account(
        sanctions=reading.sanctions,
        doubts=(*reading.doubts, *no_name, *_at_odds(title, reading.sanctions), *_general_doubts(title, text, taken)),
        decided_on=decided_on,
        reference=raw.reference or only_number(text),
    )


def _of_nobody_now(title: str, text: str, taken: tuple[Clause, ...]) -> Account | None:
    """The account of a release that announces no measure of the CNIL; a sum in its title alone announces none."""
    headline = read_clause(Clause(0, title), _known(title))
    is_told = bool(headline.sanctions and announces(title))
    is_abroad = any(sanction.money and sanction.money.currency != "EUR" for sanction in headline.sanctions)
    is_elsewhere = is_abroad or any(is_of_others(words) for _, words in sentences(text))
    if is_told and not taken and is_elsewhere and not is_of_the_cnil(title):
        return Account(nothing="a measure of a court or of another authority")
    if not taken and is_only_proposed(title):
        return Account(nothing="tells of a measure that is asked for, contested or long known")
    return None if is_told else without_measure(title, text, taken)


def _told(raw: RawDecision, title: str, text: str, taken: tuple[Clause, ...], decided_on: date | None) -> Reading:
    known = _known(raw.about, *(clause.text for clause in taken), title, *_reference_lines(text)) or opening_name(title)
    now = (words for _, words in sentences(text) if not is_not_now(words, decided_on))
    told = Told(
        title=read_clause(Clause(0, title), known),
        body=tuple(read_clause(clause, () if THEM.search(plain(clause.text)) else known) for clause in taken),
        rate=next((rate.money for words in now if (rate := daily(words))), None),
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
    """Whether a measure is against nobody, and no word says that the name is held back."""
    is_held_back = any(holds_back(words) for words in (title, *(clause.text for clause in taken)))
    return any(sanction.party is None for sanction in found) and not is_held_back


def _at_odds(title: str, found: tuple[Sanction, ...]) -> Iterator[str]:
    """How the measures of the text do not fit the title: fewer than it counts, or on somebody it leaves out."""
    parties, paid = {sanction.party for sanction in found}, [sanction for sanction in found if sanction.money]
    if counted(title) > max(len(parties), len(paid)):
        yield "the title counts more measures than the text tells"
    words = re.findall(r"\w+", plain(title))
    fined = {sanction.party: plain(sanction.party).split()[0] in words for sanction in paid if sanction.party}
    if any(fined.values()) and not all(fined.values()):
        yield "the text also tells of a fine on somebody whom the title does not name"


def _general_doubts(title: str, text: str, taken: tuple[Clause, ...]) -> tuple[str, ...]:
    doubts = []
    if not any(is_of_the_cnil(words) for words in (title, *(clause.text for clause in taken))):
        doubts.append("the text does not say that it was the CNIL that took the measure")
    if not announces(title) or ASKS.match(plain(title)):
        doubts.append("the title of the release speaks of no sanction")
    if CHALLENGE.search(plain(text)):
        doubts.append("the release tells of a ruling of the Conseil d'État that may have changed the decision")
    if any(re.search(REMINDER, plain(clause.text)) for clause in taken):
        doubts.append(REMINDED)
    return tuple(doubts)


REMINDED = "a reminder of legal obligations by the President, weaker than a reprimand"
