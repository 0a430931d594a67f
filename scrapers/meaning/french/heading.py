"""What the heading of a deliberation states: its number, its day, whom it concerns, when it was published. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from scrapers.meaning.dates import dates
from scrapers.meaning.french.names import mentions
from scrapers.meaning.french.numbers import number_at, read_any_number
from scrapers.meaning.french.words import plain

PUBLISHED = re.compile(r"[Dd]ate de publication(?: sur Légifrance)? ?: ?")
HEAD_LENGTH = 1500
"""Longer than any title with what Légifrance prints around it, shorter than the visas."""


TITLE = re.compile(r"\W*(?:deliberation|decision)\b[^.:;]{0,120}?")
FORMULA = re.compile(
    r"reunie? (?:en sa formation restreinte )?(?:composee|sous la presidence)|\ba adopte la decision suivante"
)


@dataclass(frozen=True)
class Heading:
    """`parties` holds None for a hidden name and is empty where the heading names nobody."""

    reference: str | None
    decided_on: date | None
    published_on: date | None
    parties: tuple[str | None, ...]


def read_heading(title: str, text: str) -> Heading:
    """The heading from the title (cleaned), and from the first lines of the text where the title is silent.

    >>> read_heading("Délibération n° SAN-2024-910 du 2 mai 2024 concernant la société X", "").parties
    (None,)
    """
    head = text[:HEAD_LENGTH]
    return Heading(
        reference=read_any_number(title) or read_any_number(head[:300]),
        decided_on=_decided_on(title) or _decided_on(head),
        published_on=_published_on(head),
        parties=_parties(title) or _parties(head),
    )


def is_deliberation(title: str, text: str) -> bool:
    """Whether a text (cleaned) is an act itself, wherever it was published: by its title or the formula it opens with.

    >>> is_deliberation("Délibération n° SAN-2024-910 du 2 mai 2024", ""), is_deliberation("Décision du juge", "")
    (True, False)
    """
    number, opening = number_at(title or text[:HEAD_LENGTH]), plain(title or text)
    is_titled = number is not None and bool(TITLE.fullmatch(opening[: number.start()]))
    return is_titled or bool(FORMULA.search(plain(text[:HEAD_LENGTH])))


def _decided_on(words: str) -> date | None:
    """The day that follows the number, “SAN-2024-910 du 2 mai 2024”: other acts are dated in headings, too."""
    number = number_at(words)
    after = words[number.end() : number.end() + 40] if number else ""
    return next((day for day, start in dates(after, "fr") if start < 12), None)


def _published_on(words: str) -> date | None:
    label = PUBLISHED.search(words)
    return next((day for day, _ in dates(words[label.end() : label.end() + 40], "fr")), None) if label else None


def _parties(words: str) -> tuple[str | None, ...]:
    return next((mention.names for mention in mentions(words) if mention.names), ())
