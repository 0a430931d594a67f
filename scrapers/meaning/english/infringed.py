"""Which articles an English text finds infringed, as far as its summary says; quoted law and powers are left out."""

import re
from collections.abc import Iterable

from scrapers.meaning.articles import articles
from scrapers.meaning.english.prose import flat

PARAGRAPH = re.compile(r"^[ \t]*(?=(?:\d{1,3}\.|\d{1,2}\.\d{1,2}\.?)[ \t]+\S)", re.MULTILINE)
"""A number without a dot is a footnote's."""
ADDRESSED = re.compile(r"^[ \t]*To[ \t]*:", re.MULTILINE | re.IGNORECASE)
FRAMEWORK = re.compile(
    r"^[ \t]*(?:[IVX\dA-Z]{1,4}\.?[ \t]*)?(?:THE |RELEVANT )?LEGAL FRAMEWORK\b.*$", re.MULTILINE | re.IGNORECASE
)
FOUND = re.compile(
    r"\bcontraven|\binfring|\bbreach(?:es|ed)? of\b|\bin breach\b|\bbreached\b|\bcontrary to\b|\bviolat"
    r"|\bas required by\b|\bnot compl"
    r"|\bfail(?:ed|ures?|s|ing)\b[\s\S]{0,400}\b(?:comply|required|accordance|art(?:icle)?s?|regulation)\b",
    re.IGNORECASE,
)
NOT_FOUND = re.compile(
    r"not forming the basis|\bpropos|\bprovisional|\bNOI\b|notice of intent\b|\bno (?:finding|infringement)"
    r"|\b(?:not|no longer) (?:find|found|contravened?|infringed?|breach(?:ed)?)\b|\bnot make (?:a |any )?finding"
    r"|\bdefined (?:by|in)\b",
    re.IGNORECASE,
)
CONCLUSION = re.compile(
    r"\breprimand\s+to\b.{0,200}?\bin\s+(?:relation|respect)\s+(?:to|of)\s+(?:the\s+)?(?:infringements?|contraventions?"
    r"|breach(?:es)?)\s+of\s+(?P<words>(?:the\s+)?(?:UK\s+)?(?:art|section|regulation|data protection|DPA).{5,400}?)"
    r"(?:set out above|[.]\s|$)",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"\b(?:which|that)\s+(?:states?|provides?|requires?)\b[\s\S]*?(?=^\s*(?:[•▪●]|(?:Article|Section|Regulation)s?\s+\d)|\Z)",
    re.MULTILINE | re.IGNORECASE,
)
STATED = re.compile(
    r"\bstated in this notice to have\b.{0,400}?\bcontrary to (?P<words>regulations?\b.{2,60}?PECR)", re.IGNORECASE
)
"""The formula of a PECR notice for what its addressee did."""
PLACE = r"\d{1,2}(?:\s?\(\s?\w{1,2}\s?\))*"
LIST = rf"{PLACE}(?:(?:\s*,\s*|\s+)(?:and\s+|or\s+|&\s+)?{PLACE}(?![\w/-]))*"
BARE_ARTICLE = re.compile(
    rf"\bArticles?\s+(?>{LIST})(?!\d)"
    r"(?!\s*(?:\([^)]*\)\s*)?(?:of|in|under)?\s*(?:the\s+)?(?:\w+\s+){0,4}(?:Act|Law|Code|Directive|Convention|Charter|Treaty"
    r"|TFEU|ECHR|Constitution)\b)",
    re.IGNORECASE,
)
BARE_REGULATION = re.compile(
    r"\bregulations?\s+(?:[5-9]|1\d|2[0-4])[AB]?(?:(?:,| and| or)+\s+(?:1\d|2[0-4])[AB]?)*(?![\d/])", re.I
)
BARE_SECTION = re.compile(
    r"\bsections?\s+(?:29|[3-7]\d|8[01])(?:\s?\(\w{1,2}\))*(?=\s+(?:which|DPA|\())", re.IGNORECASE
)
"""The Acts of Parliament have sections, PECR has regulations: an article alone is one of the GDPR, a section of 29 to
81 one of the Data Protection Act on law enforcement."""
SUMMARY = 9000
"""The introduction of a notice, its list of infringements included."""


def infringed(text: str) -> tuple[str, ...]:
    """Articles that the introduction of a mended notice, or all of a short text, finds infringed."""
    concluded = CONCLUSION.search(flat(text))
    if concluded:
        return _articles(concluded["words"])
    stated = STATED.search(flat(text))
    return _articles("\n".join([*_findings(text), stated["words"] if stated else ""]))


def infringed_by(text: str, party: str, others: Iterable[str]) -> tuple[str, ...]:
    """Articles that one of several addressees infringed: from the paragraphs that name it and none of the others.

    Where no paragraph speaks of it alone, the articles of all.
    """
    own, foreign = _called(text, party), [name for other in others for name in _called(text, other)]
    alone = [
        part
        for part in _findings(text)
        if any(name in part for name in own) and not any(name in part for name in foreign)
    ]
    return _articles("\n".join(alone)) or infringed(text)


def _findings(text: str) -> list[str]:
    parts = PARAGRAPH.split(_introduction(text))
    told = [part for part in parts if FOUND.search(part) and not NOT_FOUND.search(part)]
    return [flat(QUOTED.sub(" ", part)) for part in told]


def _called(text: str, party: str) -> list[str]:
    """A party's name and the short form that the notice gives it: Acme Pension Limited ("APL")."""
    short = re.search(rf"{re.escape(party)}\s*\([^()]*?\"([^\"]+)\"\)", flat(text))
    return [party, *([short[1]] if short else [])]


def _introduction(text: str) -> str:
    start = ADDRESSED.search(text)
    body = text[start.start() if start else 0 :]
    framework = FRAMEWORK.search(body)
    return body[: min(framework.start() if framework else SUMMARY, SUMMARY)]


def _articles(words: str) -> tuple[str, ...]:
    words = re.sub(r"\b[Aa]rts?\.?\s+(?=\d)", "Article ", words)
    for bare, law in ((BARE_ARTICLE, "GDPR"), (BARE_REGULATION, "PECR"), (BARE_SECTION, "DPA 2018")):
        words = bare.sub(rf"\g<0> {law} ", words)
    return articles(words, "en")
