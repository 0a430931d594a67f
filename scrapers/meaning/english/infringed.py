"""Which articles an English text finds infringed, as far as its summary says; quoted law and powers are left out."""

import re

from scrapers.meaning.articles import articles
from scrapers.meaning.english.prose import flat

PARAGRAPH = re.compile(r"^[ \t]*(?=\d{1,3}(?:\.\d{1,2})?\.?[ \t]+\S)", re.MULTILINE)
FRAMEWORK = re.compile(r"^[ \t]*(?:[IVX\dA-Z]{1,4}\.?[ \t]*)?(?:THE )?LEGAL FRAMEWORK\b.*$", re.MULTILINE | re.IGNORECASE)
FOUND = re.compile(
    r"\bcontraven|\binfring|\bbreach(?:es|ed)? of\b|\bin breach\b|\bcontrary to\b|\bfail(?:ed|ure|s|ing)\b[\s\S]{0,400}\b(?:comply"
    r"|required|accordance|article|regulation)|\bunlawful|\bviolat|\bas required by\b|\bnot compl",
    re.IGNORECASE,
)
NOT_FOUND = re.compile(
    r"not forming the basis|\bpropos|\bprovisional|\bNOI\b|notice of intent\b|\bno (?:finding|infringement)|\bdid not (?:find|infringe|breach)"
    r"|(?:not|no longer) (?:found|contravened|infringed)|\bdefined (?:by|in)\b|\bnot make (?:a |any )?finding",
    re.IGNORECASE,
)
CONCLUSION = re.compile(
    r"\breprimand\s+to\b[\s\S]{0,200}?\bin\s+(?:relation|respect)\s+(?:to|of)\s+(?:the\s+)?(?:following\s+)?(?:infringements?|contraventions?|breach(?:es)?)"
    r"\s+of\s+(?P<words>(?:the\s+)?(?:UK\s+)?(?:articles?|section|regulation|data protection act|DPA|EU)\b[\s\S]{5,400}?)(?:set out above|\.\s|$)",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\b(?:which|that)\s+(?:states?|provides?|requires?)\b[\s\S]*?(?=^\s*[•▪●]|\Z)", re.MULTILINE | re.IGNORECASE)
SUMMARY = 9000
"""The introduction of a notice, its list of infringements included."""


def infringed(text: str) -> tuple[str, ...]:
    """Articles that the introduction of a mended notice, or all of a short text, finds infringed."""
    concluded = CONCLUSION.search(text)
    if concluded:
        return articles(flat(concluded["words"]), "en")
    told = [part for part in _paragraphs(_introduction(text)) if FOUND.search(part) and not NOT_FOUND.search(part)]
    return articles("\n".join(flat(QUOTED.sub(" ", part)) for part in told), "en")


def _introduction(text: str) -> str:
    start = re.search(r"^[ \t]*To[ \t]*:", text, re.MULTILINE | re.IGNORECASE)
    body = text[start.start() if start else 0 :]
    framework = FRAMEWORK.search(body)
    return body[: min(framework.start() if framework else SUMMARY, SUMMARY)]


def _paragraphs(text: str) -> list[str]:
    return PARAGRAPH.split(text)
