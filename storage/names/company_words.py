"""Words that tell few companies apart, from a file: places, sectors, institutions, and their names elsewhere."""

import tomllib
from pathlib import Path

_WRITTEN = tomllib.loads((Path(__file__).parents[1] / "data" / "company_words.toml").read_text("utf-8"))

SAME_WORD = {other: word for word, others in _WRITTEN["same_word"].items() for other in others.split()}
"""A word of one language -> the word that stands for it in keys."""

SAME_PHRASE = {tuple(words.split()): short for words, short in _WRITTEN["same_phrase"].items()}
"""Words in a row -> what they are short for."""

PLACES = frozenset(_WRITTEN["places"]["words"].split())
"""What the companies of one group add to its name."""

CITIES = frozenset(_WRITTEN["cities"]["words"].split())
INSTITUTIONS = {word: kind for kind, words in _WRITTEN["institutions"].items() for word in words.split()}
"""A word -> the kind of public body that it names."""

GENERIC = frozenset(_WRITTEN["generic"]["words"].split()) | PLACES | CITIES | INSTITUTIONS.keys()
"""Sharing one of these says nothing of two companies."""

LED_BY = frozenset({"municipality", "region", "province", "asl"})
"""“Thiene Municipality” is “Municipality of Thiene”: these go to the front of a key."""

SMALL_WORDS = frozenset(
    {"the", "of", "and", "la", "le", "les", "l", "de", "du", "des", "d", "et", "il", "lo", "i", "di", "del", "della",
     "dell", "degli", "delle", "per", "e", "ed", "y", "und", "tis", "tou", "ton", "kai", "van"}
)  # fmt: skip
"""They come and go in a name; a single letter counts where it is the first word."""
