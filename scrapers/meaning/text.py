"""Characters of a text: what looks the same becomes the same. Knows nothing of what the words mean."""

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BROKEN_WORD = re.compile(r"[-\u2010](?<=[^\W\d_].)[ \t]*\n[ \t]*(?=[^\W\d_A-ZΑ-ΩÀ-Þ])")
LONGEST_BLANK = 200
"""Wider than any page; without an end to blanks, every expression that may begin with one is a trap."""

_DESERT = re.compile(rf"\s{{{LONGEST_BLANK},}}+")
_LOOKALIKES = {
    "\u00b5": "μ", "\u2206": "Δ", "\u2126": "Ω", "\u2019": "'", "\u2018": "'", "\u00b4": "'", "\u02bc": "'",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
}  # fmt: skip
_LOOKALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")


def fold(text: str) -> str:
    """Lower case without accents, for comparing; never for showing.

    >>> fold("Ποσό ΕΚΑΤΟΜΜΥΡΊΩΝ, déjà, più")
    'ποσο εκατομμυριων, deja, piu'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    for mark in filter(unicodedata.combining, set(decomposed)):
        decomposed = decomposed.replace(mark, "")
    return decomposed


def fold_in_place(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters and its end, where it stands in `text`.

    >>> fold_in_place("ß€")
    ('ss€', [0, 0, 1, 2])
    """
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    pieces = {character: _fold_one(character) for character in set(text)}
    folded = "".join(map(pieces.__getitem__, text))
    if all(len(piece) == 1 for piece in pieces.values()):
        return folded, list(range(len(text) + 1))
    return folded, [*(index for index, character in enumerate(text) for _ in pieces[character]), len(text)]


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    return fold(character)


def despace(text: str) -> str:
    """All white space removed, because PDF extraction breaks words and numbers.

    >>> despace("ύψ ους (1 0.000)")
    'ύψους(10.000)'
    """
    return "".join(text.split())


def clean(text: str) -> str:
    """One spelling for what prints alike: spaces, apostrophes, ligatures, Greek look-alikes, composed letters.

    Soft hyphens go, and a word that is broken by a hyphen at the end of a line is joined. Offsets change: clean a text
    once, before anything is found in it.

    >>> clean("l\u2019of\ufb01ce\u202f: 20\u00a0000 presi-\\ndente")
    "l'office : 20 000 presidente"
    """
    plain = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    plain = _LOOKALIKE.sub(lambda found: _LOOKALIKES[found[0]], plain)
    plain = _DESERT.sub(lambda found: found[0][:LONGEST_BLANK], plain)
    return unicodedata.normalize("NFC", _BROKEN_WORD.sub("", plain))
