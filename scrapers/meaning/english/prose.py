"""English text made readable: what scanning broke is mended, pages lose their furniture, prose falls into sentences."""

import re
from functools import lru_cache

from scrapers.adapter import Passage
from scrapers.decision import Evidence
from scrapers.meaning.text import clean

FURNITURE = re.compile(
    r"^[ \t]*+(?:\d{0,3}[ \t,]*+[•·|I]?[ \t]*+(?:I ?C ?O ?\.)?|Informatio\w* ?Commissioner'?s? ?Office"
    r"|NON-CONFIDENTIAL.*|Official[- ]Sensitive|OFFICIAL\b.*|FOR PUBLIC RELEASE|\[…\])[ \t]*+$",
    re.MULTILINE,
)
"""Lines that a page repeats: its number, the logo, its marking (source-ico.md §3.3)."""

SCANNING = (
    (re.compile(r"\bPENAL TY\b"), "PENALTY"),
    (re.compile(r"\bsection SSA\b"), "section 55A"),
    (re.compile(r"\bS(?=\s?\([1l]\))"), "5"),
    (re.compile(r"\(\s?[lI]\s?\)"), "(1)"),
    (re.compile(r"(?<=\d)\(\s+(?=\w\))"), "("),
)
"""Digits that scanning turns into letters in the Acts and Articles that every notice cites."""

ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Nos?|Arts?|[Rr]egs?|[Pp]aras?|Mrs?|Ms|Dr|St|vs?|[ei]\.[ge]|p|pp|approx)|\b[A-Z]|^\W*\d{1,3}"
    r"|\s\d{1,3}(?:\.\d{1,2})?)\.$"
)
BOUNDARY = re.compile(
    r"[.!?][\"')\]]*\s+(?=[\"'(\[£€•]?[A-Z0-9£€•])"
    r"|\n\s*(?=[•▪●o]\s|\d{1,3}\.\s+[A-Z\"(]|\d{1,2}\.\d{1,2}\.?\s+[A-Z\"(])"
)
"""The end of a sentence, or the beginning of a point or a numbered paragraph."""


WRAPPED = re.compile(r"[^\W\d_]{2},?[ \t]*\n[ \t]*[a-z]")
"""A line that ends in the middle of a sentence."""
ALONE = re.compile(r"(?:[A-Z]{2,}[ .:]*)+$|(?:\w+day,? )?\d{1,2} [A-Z][a-z]+ \d{4}$")
"""A line of capitals or a date begins a paragraph even in wrapped text."""


@lru_cache(maxsize=8)  # A notice is mended to tell its genre, and again to be read.
def mend(text: str) -> str:
    """The text with one spelling for what prints alike, without page furniture, with scanned Acts and Articles mended.

    >>> mend("under section SSA of the Act\\n\\n2 ICO.\\nArticle S(l)(f)").split()
    ['under', 'section', '55A', 'of', 'the', 'Act', 'Article', '5(1)(f)']
    """
    plain = clean(text).replace("“", '"').replace("”", '"')
    plain = FURNITURE.sub("", plain)
    for broken, whole in SCANNING:
        plain = broken.sub(whole, plain)
    return plain


def flat(text: str) -> str:
    """All white space as single blanks."""
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line; abbreviations and the numbers of paragraphs do not end one.

    >>> sentences("1. Acme, Inc. was fined £5. See reg. 22 of PECR.\\nIt paid.")
    ['1. Acme, Inc. was fined £5.', 'See reg. 22 of PECR.', 'It paid.']
    """
    found, start = [], 0
    for boundary in BOUNDARY.finditer(text):
        if not ABBREVIATION.search(text[max(start, boundary.start() - 30) : boundary.start() + 1]):
            found.append(flat(text[start : boundary.end()]))
            start = boundary.end()
    return [sentence for sentence in (*found, flat(text[start:])) if sentence]


def told(text: str) -> list[str]:
    """The sentences of a mended page of the web, where a line is a paragraph unless the text was wrapped.

    >>> told("Acme fined\\n3 May 2026\\nAcme was fined £5. It paid.")
    ['Acme fined', '3 May 2026', 'Acme was fined £5.', 'It paid.']
    """
    return [sentence for paragraph in _paragraphs(text) for sentence in sentences(paragraph)]


def _paragraphs(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    is_wrapped = len(WRAPPED.findall(text)) > 1
    paragraphs, last = [""], ""
    for line in lines:
        runs_on = is_wrapped and len(last) > longest / 2 and not ALONE.match(line)
        if line and last and (runs_on or line[0].islower()):
            paragraphs[-1] += f"\n{line}"
        elif line:
            paragraphs.append(line)
        last = line
    return paragraphs[1:]


def evidence(passage: Passage, words: str, method: str = "words") -> Evidence:
    """The words as evidence: where they stand in the passage, or None where mending changed them."""
    shown = flat(words)
    pattern = r"\s+".join(_as_printed(word) for word in shown.split())
    found = re.search(pattern, passage.text) if pattern else None
    return Evidence(words=shown, document=passage.url, start=found.start() if found else None, method=method)


def _as_printed(word: str) -> str:
    """A mended word as a pattern for what may stand on the page: quotes of any shape."""
    return re.escape(word).replace('"', '["“”]').replace("'", "['’‘]")
