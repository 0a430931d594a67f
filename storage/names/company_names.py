"""A name as published, without what does not tell companies apart: case, accents, script, legal form. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from storage.names.company_words import GENERIC, LED_BY, SAME_PHRASE, SAME_WORD, SMALL_WORDS
from storage.names.greek_letters import is_greek, is_spelling, latin
from storage.names.legal_forms import name_within
from storage.names.stated_names import stated

FIRM = re.compile(r"\b(?:société|societe|sté|societè|società|societa|company|εταιρεία|εταιρία)\b(?=\s+[^\W_a-zà-ÿα-ω])")
"""A lower-case “société” before a name is no part of it."""

FIRM_FIRST = re.compile(r"\W*(?:(?:la|the)\s+)?(?:société|societe|sté|società|societa|ditta|company)\s+(\w+)", re.I)
"""Nor is one at the beginning, but where a word of the language follows: Société Générale, Company Shop."""

INITIALS = re.compile(r"\b\w{1,2}(?:\.\w{1,2})+\b\.?")
SPACED_INITIALS = re.compile(r"\b\w(?:\. \w)+\.")


@dataclass(frozen=True)
class Word:
    """A word of a name in plain Latin letters, and as it was written, folded."""

    plain: str
    folded: str

    @property
    def is_greek(self) -> bool:
        """Is it in the Greek alphabet?"""
        return is_greek(self.folded)


@dataclass(frozen=True)
class Name:
    """What tells a company apart, and the families of the legal forms that stood around it."""

    words: tuple[Word, ...]
    forms: frozenset[str]

    @property
    def key(self) -> str:
        """The words in Latin letters."""
        return " ".join(word.plain for word in self.words)


@lru_cache(maxsize=50_000)
def parse(name: str) -> Name:
    """The name itself, without remarks, small words and legal forms; never without any word that it has."""
    every = words(stated(name).name) or words(name)
    telling = _shortened([word for at, word in enumerate(every) if not _is_small(word.plain, at)] or every)
    span = name_within([word.plain for word in telling], GENERIC)
    named = [Word(SAME_WORD.get(word.plain, word.plain), word.folded) for word in telling[span.start : span.end]]
    return Name(tuple(sorted(named, key=lambda word: word.plain not in LED_BY)), span.forms)


@lru_cache(maxsize=50_000)
def company_key(name: str) -> str:
    """What tells a company apart; two names with one key are spellings of one name.

    >>> company_key("la société CLEARVIEW AI"), company_key("Clearview A.I., Inc.")
    ('clearview ai', 'clearview ai')
    >>> company_key("Μπουτάρης Ι.Κ.Ε."), company_key("Δ.Ε.Η. Α.Ε.")
    ('boutaris', 'dei')
    >>> company_key("Thiene Municipality"), company_key("Comune di Thiene")
    ('municipality thiene', 'municipality thiene')
    >>> company_key("Istituto nazionale della previdenza sociale (INPS)")
    'istituto nazionale previdenza sociale'
    """
    key = parse(name).key
    while (again := parse(key).key) != key:
        key = again
    return key


def words(name: str) -> list[Word]:
    """The words of a name, folded; initials stand together, “& Co”, “et Cie” and “και Σία” are one word."""
    composed = FIRM.sub(" ", unicodedata.normalize("NFC", name))
    first = FIRM_FIRST.match(composed)
    folded = fold(composed[first.start(1) :] if first and _tells(first[1]) else composed)
    spoken = re.sub(r"['’]s\b", "s", folded).replace("&", " and ").replace("+", " plus ")
    joined = INITIALS.sub(lambda dots: dots.group().replace(".", "") + " ", spoken)
    joined = SPACED_INITIALS.sub(lambda dots: dots.group().replace(".", "").replace(" ", ""), joined)
    joined = re.sub(r"\b(?:and|et|und|y|και|kai|ke)\s+(?:co|cie|cia|σια|sia)\b", "andco", joined)
    joined = joined.replace("united kingdom", "uk").replace("great britain", "uk")
    return [Word(plain, word) for word in re.findall(r"[^\W_]+", joined) if (plain := latin(word))]


def fold(text: str) -> str:
    """Without case and accents, the final sigma like any other."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ς", "σ")


def _tells(word: str) -> bool:
    plain = latin(fold(word))
    return len(plain) > 1 and plain not in GENERIC and plain not in SMALL_WORDS


def _shortened(long: list[Word]) -> list[Word]:
    """With an institution's usual letters for its words: Azienda sanitaria locale, ASL."""
    plain = [word.plain for word in long]
    for phrase, short in SAME_PHRASE.items():
        for at in range(len(plain) - len(phrase) + 1):
            if tuple(plain[at : at + len(phrase)]) == phrase:
                return _shortened([*long[:at], Word(short, short), *long[at + len(phrase) :]])
    return long


def _is_small(word: str, at: int) -> bool:
    return word in SMALL_WORDS and not (len(word) == 1 and at == 0)


def same_words(one: Name, other: Name) -> bool:
    """Are they one name: in Latin letters, but for blanks, or with one of a word's spellings in the other alphabet?"""
    if one.key.replace(" ", "") == other.key.replace(" ", ""):
        return True
    if len(one.words) != len(other.words):
        return False
    return all(same_word(ours, theirs) for ours, theirs in zip(one.words, other.words, strict=True))


def same_word(one: Word, other: Word) -> bool:
    """One word, or two spellings of it of which one is Greek."""
    if one.plain == other.plain:
        return True
    if one.is_greek == other.is_greek:
        return False
    greek, plain = (one, other) if one.is_greek else (other, one)
    return is_spelling(plain.plain, greek.folded)
