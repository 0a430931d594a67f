"""Whom an English notice is addressed to: its "To: … Of: …" block and the words "issue X with"."""

import re

from scrapers.meaning.english.names import named
from scrapers.meaning.english.parties import apart, fuller
from scrapers.meaning.english.prose import flat

ADDRESS = re.compile(
    r"^[ \t]*(?:T ?o|Name|Public Authority)[ \t]*[:;](?P<names>[\s\S]{1,400}?)^[ \t]*(?:O ?f|FAO|Address)[ \t]*[:;]",
    re.MULTILINE | re.IGNORECASE,
)
ONE_LINE = re.compile(r"^[ \t]*To[ \t]*:\s*(?P<names>\S.*)$", re.MULTILINE | re.IGNORECASE)
GIVEN_TO = (
    re.compile(r"\bto\s+issue\s*(?P<name>.{2,200}?)\s*with\s+an?\b", re.IGNORECASE),
    re.compile(r"\b(?:given|issued)\s+(?:by the \w+ ?\w* )?to\s+(?P<name>[A-Z].{1,150}?)\s+(?=\(|pursuant|under|in)"),
    re.compile(r"\breprimand\s+to\s+(?P<name>.{2,200}?)\s*(?:\(|\bin (?:accordance|respect|relation)\b)"),
)
REACH = 4000
"""The words stand in the first paragraphs."""


def addressees(text: str) -> tuple[str, ...]:
    """The parties that a mended notice is addressed to, () when they cannot be read.

    A name in the first paragraph may be the short one that the notice gave it before; the address has the full one.
    """
    block = ADDRESS.search(text) or ONE_LINE.search(text)
    at_top = _in_block(block["names"]) if block else ()
    opening = flat(text[block.end() if block else 0 :][:REACH])
    said = next((found["name"] for words in GIVEN_TO if (found := words.search(opening))), "")
    in_words = apart(said)
    if len(in_words) == len(at_top) == 1:
        is_same = in_words[0].split()[0].casefold() == at_top[0].split()[0].casefold()
        return tuple(name for name in [fuller(in_words[0], at_top[0]) if is_same else at_top[0]] if name)
    return max(at_top, in_words, key=len)


def _in_block(lines: str) -> tuple[str, ...]:
    """One name may run over two lines; a line that begins with "and" begins another."""
    rows = [row.strip() for row in lines.splitlines() if row.strip()]
    names = apart(" ".join(rows))
    one_a_line = tuple(name for name in map(named, rows) if name)
    return one_a_line if len(one_a_line) == len(rows) > 1 and all(map(_is_company, one_a_line)) else names


def _is_company(name: str) -> bool:
    return bool(re.search(r"\b(?:plc|ltd|limited|inc|llp|llc)\b\.?$", name, re.IGNORECASE))
