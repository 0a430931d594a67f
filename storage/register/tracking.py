"""Which tracked companies a party concerns: what `matching.compare` says of each, without asking it of each. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from storage.names import identifiers
from storage.names.company_names import Word, parse
from storage.names.greek_letters import by_sound, spellings
from storage.names.known_companies import groups
from storage.names.matching import NEAR, RUN, compare, mentions
from storage.register.directory import Company
from storage.register.watchlist import WatchList

NEAR_ENOUGH = frozenset({"same", "group", "unsure"})
"""An alert too many is read and forgotten, an alert too few is the one thing this bot must not do."""


def concerned(tracked: Sequence[Company], party: str, company_id: int | None) -> set[Company]:
    """The tracked companies that a party is, may be, shares a group with, or names among other words.

    `company_id` is who we think the party is.
    """
    index = _index(tuple(tracked))
    near = {c for c in index.candidates(party) if compare(c.name, party).verdict in NEAR_ENOUGH}
    return near | index.numbered(company_id) | index.named_in(party)


def named(tracked: Sequence[Company], text: str) -> set[Company]:
    """The tracked companies that any text names."""
    return _index(tuple(tracked)).named_in(text)


@lru_cache(maxsize=64)
def _index(tracked: tuple[Company, ...]) -> "_Index":
    """One for each newsroom's list, until it changes."""
    return _Index(tracked)


class _Index:
    """Companies by what `compare` looks at: words and their sound, groups, initials, letters without blanks."""

    def __init__(self, tracked: tuple[Company, ...]) -> None:
        self._marks: dict[str, set[Company]] = defaultdict(set)
        self._keys: list[tuple[str, Company]] = []
        for company in tracked:
            self._marks[f"id {company.id}"].add(company)
            for mark in _marks(company.name):
                self._marks[mark].add(company)
            for key in _keys(company.name):
                self._keys.append((key, company))
        self._words = [key for key, _ in self._keys]
        self._watch_list = WatchList.of(tracked)

    def numbered(self, company_id: int | None) -> set[Company]:
        return self._marks.get(f"id {company_id}", set())

    def named_in(self, text: str) -> set[Company]:
        return {hit.company for hit in self._watch_list.hits(text)}

    def candidates(self, party: str) -> set[Company]:
        """All that `compare` may call anything but different, and some more."""
        found = {company for mark in _marks(party) for company in self._marks.get(mark, ())}
        for key in _keys(party):
            hits = process.extract(key, self._words, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
            found |= {self._keys[at][1] for _, _, at in hits}
        return found


def _spellings(word: Word) -> frozenset[str]:
    return spellings(word.folded) if word.is_greek else frozenset()


def _keys(name: str) -> set[str]:
    return {parse(mention).key for mention in mentions(name)}


def _marks(name: str) -> set[str]:
    """Short signs of which two names share one when they are near for another reason than their letters in a row."""
    found = {f"number {number}" for number in identifiers.found(name)}
    for mention in mentions(name):
        words = parse(mention).words
        found |= {f"group {label}" for label in groups(mention)}
        found |= {mark for word in words for mark in (word.plain, by_sound(word.plain), *_spellings(word))}
        run = parse(mention).key.replace(" ", "")
        found |= {"".join(word.plain[0] for word in words), run, f"{run[:RUN]}…", f"…{run[-RUN:]}"}
    return found
