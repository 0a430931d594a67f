"""What the heading of a deliberation states: its number, its day, whom it concerns, when it was published. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from scrapers.meaning.dates import dates
from scrapers.meaning.french.names import mentions
from scrapers.meaning.french.numbers import number_at, read_any_number

PUBLISHED = re.compile(r"[Dd]ate de publication(?: sur Légifrance)? ?: ?")
HEAD_LENGTH = 1500
"""Longer than any title with what Légifrance prints around it, shorter than the visas."""


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
