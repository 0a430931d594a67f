"""A text without its spaces, accents and look-alikes, that still knows where each letter stood. Knows no words.

PDF extraction puts blanks inside words ("ύψ ους") and prints mix Latin letters into Greek ones ("ΜONΟΠΡΟΣΩΠΗ"), so
nothing can be found in the text itself (source-hdpa.md §3.5).
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from scrapers.meaning.text import fold_in_place

_LATIN = "ABEHIKMNOPTXYZaeikopvxuµ\u2206"
_GREEK = "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖαεικορνχυμΔ"
_LOOKALIKES = str.maketrans(_LATIN, _GREEK)
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010](?=\s*\n\s*[α-ωάέήίόύώϊϋΐΰ])")
"""A hyphen at the end of a line, inside a word."""
_WORD = re.compile(r"[^\W\d_]+")
_GAP = 2
"""Blanks inside a broken word at most: one, or one and the end of a line."""


@dataclass(frozen=True)
class Flat:
    """`letters` are the folded characters of `text` that are no blanks; letter i stands at text[offsets[i]].

    `healed` is the text with broken words put together, as long as `text`, so that words begin at the same places.

    >>> Flat.of("ύψ ους Τoυ").letters
    'υψουστου'
    """

    text: str
    letters: str
    offsets: tuple[int, ...]
    healed: str

    @classmethod
    def of(cls, text: str) -> Self:
        """The flat form of a whole text."""
        folded, offsets = fold_in_place(_HYPHEN.sub(_UNSEEN[0], text).translate(_LOOKALIKES))
        kept = [i for i, letter in enumerate(folded) if not letter.isspace() and letter not in _UNSEEN]
        return cls(text, "".join(folded[i] for i in kept), tuple(offsets[i] for i in kept), heal(text))

    def part(self, start: int, end: int | None = None) -> Self:
        """The letters from `start` to `end`, still knowing where they stand in the whole text."""
        return type(self)(self.text, self.letters[start:end], self.offsets[start:end], self.healed)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches that begin a word: no letter stands directly before them in the text."""
        return (found for found in pattern.finditer(self.letters) if self.begins_word(found.start()))

    def begins_word(self, index: int) -> bool:
        """Whether letter `index` is the first of its word, as far as the broken text can say."""
        if index >= len(self.offsets):
            return True
        before = self.offsets[index] - 1
        return before < 0 or not self.text[before].isalpha()

    def next_word(self, index: int) -> int:
        """The letter after the word (or the single mark) that begins at letter `index`."""
        end = index + 1
        if self.letters[index].isalnum():
            while end < len(self.letters) and self.letters[end].isalnum() and not self.begins_word(end):
                end += 1
        return end

    def words(self, start: int = 0, end: int | None = None) -> str:
        """The original words of a stretch of letters, exactly as they stand."""
        stop = len(self.letters) if end is None else end
        return self.text[self.offsets[start] : self.offsets[stop - 1] + 1] if start < stop else ""

    def healed_words(self, start: int, end: int) -> str:
        """The words of a stretch of letters as they stand in the healed text."""
        stop = self.offsets[end] if end < len(self.offsets) else self.offsets[end - 1] + 1
        return self.healed[self.offsets[start] : stop].rstrip()

    def index_of(self, offset: int) -> int:
        """The first letter that stands at `offset` of the text or after it."""
        return bisect_left(self.offsets, offset)

    def split(self, cuts: list[int]) -> list[Self]:
        """The parts between the cuts, the first one from the first cut on."""
        return [self.part(start, end) for start, end in pairwise([*cuts, len(self.letters)])]


def heal(text: str) -> str:
    """Put two pieces together where the text also knows them as one word; the blank goes behind it.

    >>> heal("Η Goog le. Η Google.")
    'Η Google . Η Google.'
    """
    words = list(_WORD.finditer(text))
    known = Counter(word[0] for word in words)
    letters = list(text)
    for one, other in pairwise(words):
        gap, whole = text[one.end() : other.start()], one[0] + other[0]
        if gap.isspace() and len(gap) <= _GAP and 0 < known[whole] >= min(known[one[0]], known[other[0]]):
            letters[one.start() : other.end()] = whole + gap
    return "".join(letters)
