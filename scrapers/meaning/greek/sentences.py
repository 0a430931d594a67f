"""The sentences of a Greek report and its headlines. Knows marks and line breaks, no meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.meaning.greek.flat import in_greek
from scrapers.meaning.text import fold

_SHORT = (
    "αριθ|αριθμ|αρ|άρ|παρ|στοιχ|εδ|εδαφ|περ|κα|κκ|βλ|σελ|υπ|πρωτ|τηλ|δισ|εκατ|κ.λπ|κλπ|π.χ|δηλ|αν|γεν|δ.τ|Inc|Co|Ltd"
)
_END = re.compile(
    r"(?P<word>[^\s«(]{1,30}?)(?P<mark>[.;·!]+[»”\"')]*)\s+(?=[«“\"(•–-]?\s?(?:\d{1,3}[.)]\s)?[A-ZΑ-ΩΆΈΉΊΌΎΏ0-9])"
)
_ABBREVIATION = re.compile(rf"(?:{_SHORT}|\d{{1,2}}|[^\W\d_])|(?:[^\W\d_]{{1,3}}\.)+[^\W\d_]{{0,3}}", re.IGNORECASE)
_LINE = re.compile(r"\n\s*")
_FINISHED = re.compile(r"[.;!]\W{0,2}$")
_OPEN = re.compile(r"[:,·]\s*\Z")
"""A line that goes on in the next: the head of a list, or one of its points."""
_GREEK_WORD = re.compile(r"\w*[Α-ώ]\w*")
_FULL = 0.75
"""A line that is shorter than this share of the longest one was ended by its writer, not by the page."""


@dataclass(frozen=True)
class Sentence:
    """`words` are folded, from `start` to `end` of the text; a `headline` has no full stop."""

    words: str
    start: int
    end: int
    headline: bool = False


def plain(text: str) -> str:
    """Folded words with single blanks; Latin letters only where no Greek word can be meant.

    >>> plain("H Αρχή  επέβαλε στην ICO")
    'h αρχη επεβαλε στην ico'
    """
    greek = _GREEK_WORD.sub(lambda found: in_greek(found[0]), text)
    return fold(" ".join(greek.split()))


def sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences in order. A line that its writer ended is one as well: a headline, if no full stop ends it."""
    return tuple(
        Sentence(words, start, end, not _FINISHED.search(text[start:end].rstrip()))
        for first, last in _lines(text)
        for start, end in _sentences(text, first, last)
        if (words := plain(text[start:end]))
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    longest = max(map(len, text.split("\n")), default=0)
    start = line = 0
    for found in _LINE.finditer(text):
        ended = found.start() - line < longest * _FULL or found[0].count("\n") > 1
        if not _OPEN.search(text, line, found.start()) and (
            ended or _FINISHED.search(text[line : found.start()].rstrip())
        ):
            yield start, found.start()
            start = found.end()
        line = found.end()
    yield start, len(text)


def _sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for found in _END.finditer(text, first, last):
        if found["mark"].startswith(".") and _ABBREVIATION.fullmatch(found["word"]):
            continue
        yield start, found.end("mark")
        start = found.end()
    if start < last:
        yield start, last
