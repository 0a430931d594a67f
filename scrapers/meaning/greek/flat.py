"""A text without its spaces, accents and look-alikes, that still knows where each letter stood. Knows no words.

PDF extraction puts blanks inside words ("ύψ ους") and prints mix Latin letters into Greek ones ("ΜONΟΠΡΟΣΩΠΗ"), so
nothing can be found in the text itself (source-hdpa.md §3.5).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import Self

from scrapers.meaning.greek.healing import heal
from scrapers.meaning.text import fold_in_place

_LATIN = "ABEHIKMNOPTXYZaeikopvxuµ\u2206"
_GREEK = "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖαεικορνχυμΔ"
_LOOKALIKES = str.maketrans(_LATIN, _GREEK)
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010](?=\s*\n\s*[α-ωάέήίόύώϊϋΐΰ])")
"""A hyphen at the end of a line, inside a word."""
_SEEN = re.compile(rf"[^\s{_UNSEEN}]+")


def in_greek(text: str) -> str:
    """The text with every Latin letter that looks like a Greek one taken for it.

    >>> in_greek("Eπίπληξη") == "Επίπληξη"
    True
    """
    return text.translate(_LOOKALIKES)


class Source:
    """The text that a flat one was made of."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def healed(self) -> str:
        """The text with broken words put together, as long as the text, so that words begin at the same places."""
        return heal(self.text)


@dataclass(frozen=True)
class Flat:
    """`letters` are the folded characters of a text that are no blanks; letter i stands at text[offsets[i]].

    >>> Flat.of("ύψ ους Τoυ").letters
    'υψουστου'
    """

    source: Source
    letters: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """The flat form of a whole text."""
        folded, offsets = fold_in_place(in_greek(_HYPHEN.sub(_UNSEEN[0], text)))
        spans = [found.span() for found in _SEEN.finditer(folded)]
        letters = "".join([folded[start:end] for start, end in spans])
        kept = list(chain.from_iterable(range(start, end) for start, end in spans))
        return cls(Source(text), letters, kept if len(folded) == len(text) else [offsets[i] for i in kept])

    @property
    def text(self) -> str:
        """The whole text, however small a part of it the letters are."""
        return self.source.text

    @property
    def healed(self) -> str:
        """The whole text with broken words put together, as long as `text`."""
        return self.source.healed

    def part(self, start: int, end: int | None = None) -> Self:
        """The letters from `start` to `end`, still knowing where they stand in the whole text."""
        return type(self)(self.source, self.letters[start:end], self.offsets[start:end])

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches that begin a word: no letter stands directly before them in the text."""
        return (found for found in pattern.finditer(self.letters) if self.begins_word(found.start()))

    def begins_word(self, index: int) -> bool:
        """Whether letter `index` is the first of its word, as far as the broken text can say."""
        if index >= len(self.offsets):
            return True
        before = self.offsets[index] - 1
        return before < 0 or not self.text[before].isalpha()

    def ends_word(self, end: int) -> bool:
        """Whether the letter before `end` is the last of its word, as far as the broken text can say."""
        return end >= len(self.letters) or not self.letters[end].isalpha() or self.begins_word(end)

    def next_word(self, index: int) -> int:
        """The letter after the word (or the single mark) that begins at letter `index`."""
        end, letters, text, offsets = index + 1, self.letters, self.source.text, self.offsets
        if letters[index].isalnum():
            while end < len(letters) and letters[end].isalnum() and text[offsets[end] - 1].isalpha():
                end += 1
        return end

    def words(self, start: int = 0, end: int | None = None) -> str:
        """The original words of a stretch of letters, exactly as they stand."""
        stop = len(self.letters) if end is None else min(end, len(self.letters))
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


@lru_cache(maxsize=1024)
def letters_of(name: str) -> str:
    """The letters of something short that is asked about again and again."""
    return Flat.of(name).letters
