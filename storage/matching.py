"""Do two names mean one company? By spelling and by known facts; what neither can tell is unsure. Pure."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from storage.company_names import company_key, in_brackets, words
from storage.known_companies import groups, identity

NEAR = 88
"""`ratio` of two keys from which one may be the other with a slip; a person decides (libraries.md trap 12)."""

ACRONYM = re.compile(r"[A-ZΑ-Ω][A-ZΑ-Ω0-9.]{1,9}")


@dataclass(frozen=True)
class Match:
    """`verdict` same, group (one corporate group, two companies), different or unsure; `why` in words."""

    verdict: str
    why: str


def compare(a: str, b: str) -> Match:
    """Do two names mean one company? A name within another is never enough for `same`."""
    ours, theirs = _identities(a), _identities(b)
    if ours & theirs:
        return Match("same", f"both are “{min(ours & theirs)}” without case, accents, script and legal form")
    one, other = company_key(a), company_key(b)
    if one.replace(" ", "") == other.replace(" ", ""):
        return Match("same", "the names differ only in blanks")
    shared = groups(a) & groups(b)
    if shared:
        return Match("group", f"both belong to {min(shared)}")
    return _by_likeness(one, other)


def _by_likeness(one: str, other: str) -> Match:
    if fuzz.ratio(one, other) >= NEAR:
        return Match("unsure", f"“{one}” and “{other}” differ by a few letters")
    ours, theirs = set(one.split()), set(other.split())
    if ours <= theirs or theirs <= ours:
        return Match("unsure", f"one of “{one}” and “{other}” is within the other")
    return Match("different", f"“{one}” and “{other}” are two names")


def _identities(name: str) -> set[str]:
    """The companies that a name states: itself, and the acronym in brackets that its initials make."""
    outside = [word for word in words(re.sub(r"\([^)]*\)", " ", name)) if word]
    initials = "".join(word[0] for word in outside)
    acronyms = [inside for inside in in_brackets(name) if ACRONYM.fullmatch(inside)]
    return {identity(name), *(identity(short) for short in acronyms if _spells(company_key(short), initials))}


def _spells(acronym: str, initials: str) -> bool:
    """Are the letters of the acronym among the initials in their order, the first one first?"""
    if not initials.startswith(acronym[:1]) or len(acronym) < 3:
        return False
    left = iter(initials)
    return all(letter in left for letter in acronym)
