"""Which articles French words name as infringed, in the many ways the CNIL cites one. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from scrapers.meaning.articles import articles
from scrapers.meaning.french.words import plain, sentences

SPELLINGS = (
    (re.compile(r"(?<![\d-])(\d{1,2})\s?[-.]\s?(\d)\s?[-.]\s?\(?([a-h])\)?(?!\w)"), r"\1-\2 \3)"),
    (re.compile(r"\bsous (?=[a-h]\))"), ""),
    (re.compile(r",? et (?:suivants?\b|s\.)"), ""),
    (re.compile(r"(?<=\d)°(?!\d)"), ""),
    (re.compile(r",? (?:premier |dernier |\d+e )?alinéas?(?: \d+)?(?: et \d+)?"), ""),
    (re.compile(r"(?<![\d-])4[-.]\d{1,2}\b"), "4"),
)
"""“5-1-e”, “5.1.e)”, “5, paragraphe 1, sous e)”, “44 et suivants”, “32, 1°”; “4-11” is a definition and no range."""

BREACH = re.compile(r"\bmanque\w*|\bmeconn\w+|\bviolation des? ")
WEIGHED = re.compile(
    r"\b(?:prononc|inflig)\w+[^.;]{0,120}\b(?:amende|rappel a l'ordre|sanction|injonction|avertissement)"
)
HEADING = re.compile(
    r"\W{0,3}(?:\w{1,3}[.)/ -]{1,3})?sur (?:le|les|la|un) \b|.{10,200}\(articles? [^()]*(?:\([^()]*\)[^()]*)*\)$"
)
FOUND = re.compile(
    r"manquements?\b[^.;]{0,200}\b(?:constitue|caracteris|etabli|avere|demontr)\w*"
    r"|\bconstitu\w+ (?:\w+ ){0,2}manquement"
    r"|\b(?:a|ont) (?:\w+ ){0,2}(?:meconnu|manque|commis)\b"
)
DENIED = re.compile(
    r"\b(?:ne|n'est|n'a|n'ont|pas|aucun)\b|\b(?:rapporteure?|societe|ministere) (?:considere|estime|soutient"
    r"|reproche|propos|fait (?:valoir|grief)|conteste)|\baurai(?:en)?t\b"
)


@lru_cache(maxsize=128)
def read_articles(text: str) -> tuple[str, ...]:
    """The infringed articles of `text` in order of appearance, none twice.

    >>> read_articles("articles 5-1-e, 6, paragraphe 1, sous f), et 44 et suivants du RGPD")
    ('GDPR 5(1)(e)', 'GDPR 6(1)(f)', 'GDPR 44')
    """
    for spelling, usual in SPELLINGS:
        text = spelling.sub(usual, text)
    return articles(text, "fr")


def without(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `some` that are not among `others`."""
    return tuple(article for article in some if article not in others)


def concluded(text: str) -> tuple[str, ...]:
    """The articles of the breaches that a reasoned text finds: where it weighs the measure, in its headings, anywhere.

    >>> concluded("Sur les faits. Un manquement à l'article 32 du RGPD est constitué. L'article 33 du RGPD s'applique.")
    ('GDPR 32',)
    """
    breaches = [words for _, words in sentences(text) if BREACH.search(plain(words)) and read_articles(words)]
    weighed = [words for words in breaches if WEIGHED.search(plain(words))]
    headings = [words for words in breaches if HEADING.match(plain(words))]
    found = [words for words in breaches if FOUND.search(plain(words)) and not DENIED.search(plain(words))]
    last = [words for words in breaches if not DENIED.search(plain(words))][-1:]
    return _named(weighed[-1:] or headings or found or last)


def _named(passages: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for words in passages for article in read_articles(words)))
