"""Greek words in Latin letters: one way for keys, and which other ways there are to write one. Pure."""

import re
from functools import lru_cache
from itertools import product

from anyascii import anyascii

PAIRS = {"ου": "ou", "αυ": "av", "ευ": "ev", "γγ": "ng"}
"""Two letters that are one sound; anyascii writes letter by letter (libraries.md §3.7)."""

FIRST_PAIRS = {"μπ": "b", "ντ": "d", "γκ": "g"}
"""At the beginning of a word one sound; within it two letters are written (ELOT 743)."""

UNVOICED = re.compile("([αε])υ(?=[θκξπστφχψ])")
LATIN_LIKE = str.maketrans("αβεζηικμνορτυχσ", "abezhikmnoptyxs")
GREEK_LIKE = str.maketrans("abezhikmnoptyx", "αβεζηικμνορτυχ")
"""Letters that look alike, as capitals."""

BY_SOUND = (
    ("ph", "f"), ("[kc]h", "h"), ("th", "t"), ("x", "ks"), ("ck|[cq]", "k"), ("([ae])[ufv]", r"\1v"),
    ("o[uy]", "u"), ("a[ie]", "e"), ("[eoyu]i|ee", "i"), ("y", "i"), ("w", "o"), ("m[pb]|b", "v"), ("n[td]", "d"),
    ("g[kg]|ng", "g"), (r"(.)\1+", r"\1"),
)  # fmt: skip
LETTERS = {
    "η": ("i", "h", "e"), "υ": ("y", "u", "i"), "χ": ("ch", "h", "x", "kh"), "β": ("v", "b"), "ω": ("o", "w"),
    "φ": ("f", "ph"), "ξ": ("x", "ks"), "κ": ("k", "c"),
}  # fmt: skip
"""The ways to write a letter of an acronym."""

ACRONYM = 7
"""So many letters may be written one by one."""


def latin(word: str) -> str:
    """A folded word in Latin letters and digits. A word of both alphabets is Greek where only Greek has a letter of it.

    >>> latin("μπουταρησ"), latin("ιντραλοτ"), latin("ευθυνη")
    ('boutaris', 'intralot', 'efthyni')
    """
    if re.search("[a-z]", word):
        word = word.translate(GREEK_LIKE if is_greek(word) else LATIN_LIKE)
    for greek, plain in FIRST_PAIRS.items():
        word = plain + word[2:] if word.startswith(greek) else word
    word = UNVOICED.sub(r"\1φ", word)
    for greek, plain in PAIRS.items():
        word = word.replace(greek, plain)
    return re.sub("[^a-z0-9]", "", anyascii(word).lower())


def is_greek(word: str) -> bool:
    """Has a folded word a letter that only the Greek alphabet has, or none but Greek ones?"""
    return bool(re.search("[γδθλξπφψω]", word)) or bool(re.fullmatch("[α-ω0-9]+", word) and re.search("[α-ω]", word))


@lru_cache(maxsize=50_000)
def spellings(greek: str) -> frozenset[str]:
    """The ways to write a short Greek word letter by letter; none for a long one.

    >>> sorted(spellings("δεη"))
    ['dee', 'deh', 'dei']
    """
    if len(greek) > ACRONYM:
        return frozenset()
    return frozenset("".join(way) for way in product(*(LETTERS.get(each, (anyascii(each),)) for each in greek)))


def is_spelling(plain: str, greek: str) -> bool:
    """Is a Latin word a way to write a Greek one: by sound, or, where it is short, letter by letter?

    >>> is_spelling("vassilopoulos", "βασιλοπουλοσ"), is_spelling("dei", "δεη"), is_spelling("deh", "δεη")
    (True, True, True)
    """
    sound = by_sound(plain)
    return plain in spellings(greek) or (len(sound) > 3 and sound == by_sound(latin(greek)))


@lru_cache(maxsize=50_000)
def by_sound(plain: str) -> str:
    """A Latin word as a Greek ear hears it, roughly: only to be compared with a word of the other alphabet."""
    for letters, sound in BY_SOUND:
        plain = re.sub(letters, sound, plain)
    return plain
