"""Do two names mean one company? By register numbers, spelling and known facts; what none can tell is unsure. Pure."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from storage.names import identifiers
from storage.names.company_names import Name, company_key, parse, same_word, same_words, words
from storage.names.company_words import CITIES, GENERIC, INSTITUTIONS, PLACES
from storage.names.known_companies import groups, known
from storage.names.legal_forms import compatible
from storage.names.stated_names import stated

NEAR = 88
"""`ratio` of two keys from which one may be the other with a slip; a person decides (libraries.md trap 12)."""

NEAR_REST = 70
"""The same of the words that differ: Oslo is no slip for Moss, however long “Municipality of” is."""

LONG, RUN = 4, 5
"""Letters from which a word in both names says something, and a whole name within another."""


@dataclass(frozen=True)
class Match:
    """`verdict` same, group (one corporate group, two companies), different or unsure; `why` in words."""

    verdict: str
    why: str


def compare(a: str, b: str) -> Match:
    """Do two names mean one company? A name within another is never enough for `same`."""
    numbers = identifiers.found(a), identifiers.found(b)
    if numbers[0] & numbers[1]:
        return Match("same", f"both have the number {min(numbers[0] & numbers[1])}")
    if identifiers.apart(*numbers):
        return _apart(a, b)
    shared = next((n for n in own_names(a) for m in own_names(b) if is_same(n, m)), None)
    if shared is None:
        shared = _trades_as(a, b) or _trades_as(b, a)
    if shared is not None:
        return Match("same", f"both are “{company_key(shared)}” without case, accents, script and legal form")
    if labels := groups(stated(a).name) & groups(stated(b).name):
        return Match("group", f"both belong to {min(labels)}")
    return _by_words(a, b)


def _apart(a: str, b: str) -> Match:
    """Two numbers of one register: two companies, whatever they are called."""
    labels = groups(stated(a).name) & groups(stated(b).name)
    if labels:
        return Match("group", f"two numbers of one register, and both belong to {min(labels)}")
    return Match("different", "one register gives them two numbers")


def is_same(a: str, b: str) -> bool:
    """Are two bare names one company's: by the known companies, else by their words and legal forms?"""
    ours, theirs = known(a), known(b)
    if ours or theirs:
        return ours == theirs
    one, other = parse(a), parse(b)
    return compatible(one.forms, other.forms) and same_words(one, other)


@lru_cache(maxsize=50_000)
def own_names(published: str) -> tuple[str, ...]:
    """The names that are the company's own: its name first, former ones, and the acronym that its initials make."""
    name = stated(published)
    initials = "".join(word.plain[0] for word in words(name.name))
    return name.name, *name.former, *(short for short in name.acronyms if _spells(company_key(short), initials))


def _spells(acronym: str, initials: str) -> bool:
    """Are the letters of the acronym among the initials in their order, the first one first?"""
    if not initials.startswith(acronym[:1]) or len(acronym) < 3:
        return False
    left = iter(initials)
    return all(letter in left for letter in acronym)


def _trades_as(a: str, b: str) -> str | None:
    """The trading name of one that is all that the other says: no legal form, no other company, no group's brand."""
    one, other = stated(a), stated(b)
    if not one.trading or other.trading or parse(other.name).forms or known(other.name) or groups(other.name):
        return None
    return next((name for name in one.trading if is_same(name, other.name)), None)


def _by_words(a: str, b: str) -> Match:
    """Two names that no fact and no spelling makes one."""
    ours, theirs = stated(a), stated(b)
    one, other = parse(ours.name), parse(theirs.name)
    both = f"“{one.key}” and “{other.key}”"
    if known(ours.name) and known(theirs.name):
        return Match("different", f"{both} are two known companies")
    if stem := _stem(one, other):
        return Match("group", f"{both} are “{stem}” in two places")
    if one.key == other.key:
        return Match("unsure", f"“{one.key}” with two legal forms: two companies, or one that changed its form")
    if any(is_same(n, m) for n in mentions(a) for m in mentions(b)):
        return Match("unsure", f"a trading name or remark of {both} is the other's, and need not be its own")
    if _are_apart(one, other):
        return Match("different", f"{both} are two of a kind")
    return _by_likeness(one, other)


def mentions(published: str) -> tuple[str, ...]:
    """Every name that a published name holds, its own or not: its own ones, trading names, remarks."""
    name = stated(published)
    return *own_names(published), *name.trading, *name.remarks


def _stem(one: Name, other: Name) -> str | None:
    """What two names begin with when only countries, “Group” or “Holding” tell them apart."""
    ours, theirs = one.key.split(), other.key.split()
    size = next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    size = min(len(ours), len(theirs)) if size is None else size
    rest, stem = {*ours[size:], *theirs[size:]}, ours[:size]
    telling = any(word not in GENERIC and len(word) > 2 for word in stem)
    slip = len(ours) == len(theirs) and fuzz.ratio(one.key, other.key) >= NEAR
    return " ".join(stem) if rest and rest <= PLACES and telling and not slip else None


def _are_apart(one: Name, other: Name) -> bool:
    """Do numbers, or public bodies of two kinds or two places, tell them apart whatever the letters say?"""
    ours, theirs = set(one.key.split()), set(other.key.split())
    our_numbers, their_numbers = ({word for word in each if word.isdigit()} for each in (ours, theirs))
    if our_numbers and their_numbers and our_numbers != their_numbers:
        return True
    our_kinds, their_kinds = ({INSTITUTIONS[w] for w in each if w in INSTITUTIONS} for each in (ours, theirs))
    return bool(our_kinds and their_kinds and not our_kinds & their_kinds)


def _by_likeness(one: Name, other: Name) -> Match:
    both = f"“{one.key}” and “{other.key}”"
    if _is_slip(one.key, other.key):
        return Match("unsure", f"{both} differ by a few letters")
    shorter, longer = sorted((one, other), key=lambda name: len(name.words))
    shared = [word for word in shorter.words if any(same_word(word, theirs) for theirs in longer.words)]
    if shared and len(shared) == len(shorter.words):
        return Match("unsure", f"one of {both} is within the other")
    telling = min(sum(word.plain not in GENERIC for word in name.words) for name in (one, other))
    says = CITIES if telling == 0 else frozenset[str]()
    in_both = [w.plain for w in shared if (w.plain not in GENERIC or w.plain in says) and len(w.plain) >= LONG]
    if in_both and 2 * len(in_both) >= telling:
        return Match("unsure", f"{both} share “{min(in_both)}”")
    if _is_run_in(one, other) or _are_initials(one, other) or _are_initials(other, one):
        return Match("unsure", f"one of {both} may be short for the other")
    return Match("different", f"{both} are two names")


def _is_slip(one: str, other: str) -> bool:
    """May one be the other with a few wrong letters: as a whole, and in the words that differ?"""
    ours, theirs = one.split(), other.split()
    rest = " ".join(w for w in ours if w not in theirs), " ".join(w for w in theirs if w not in ours)
    return fuzz.ratio(one, other) >= NEAR and (not all(rest) or fuzz.ratio(*rest) >= NEAR_REST)


def _is_run_in(one: Name, other: Name) -> bool:
    """Does one begin or end with the other when blanks are forgotten?"""
    shorter, longer = sorted((one.key.replace(" ", ""), other.key.replace(" ", "")), key=len)
    return len(shorter) >= RUN and (longer.startswith(shorter) or longer.endswith(shorter))


def _are_initials(one: Name, other: Name) -> bool:
    """Is one the initials of the other?"""
    return len(one.words) == 1 and len(other.words) > 2 and one.key == "".join(word.plain[0] for word in other.words)
