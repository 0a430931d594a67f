"""Characters of a text: what looks the same becomes the same. Knows nothing of what the words mean."""

import re
import unicodedata

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010][ \t]*\n[ \t]*(?=[^\W\d_A-ZΑ-ΩÀ-Þ])")
_LOOKALIKES = str.maketrans({
    "\u00b5": "μ", "\u2206": "Δ", "\u2126": "Ω", "\u2019": "'", "\u2018": "'", "\u00b4": "'", "\u02bc": "'",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
})  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents, for comparing; never for showing.

    >>> fold("Ποσό ΕΚΑΤΟΜΜΥΡΊΩΝ, déjà, più")
    'ποσο εκατομμυριων, deja, piu'
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ς", "σ")


def fold_in_place(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters and its end, where it stands in `text`.

    >>> fold_in_place("ß€")
    ('ss€', [0, 0, 1, 2])
    """
    known: dict[str, str] = {}
    folded: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        if (piece := known.get(character)) is None:
            piece = known[character] = fold(character)
        folded.append(piece)
        offsets.extend([index] * len(piece))
    return "".join(folded), [*offsets, len(text)]


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
    plain = _INVISIBLE.sub("", _SPACES.sub(" ", text)).translate(_LOOKALIKES)
    return unicodedata.normalize("NFC", _BROKEN_WORD.sub("", plain))
