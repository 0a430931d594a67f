"""Tracked names in any text, all of them in one pass. Pure: companies and a text go in, places come out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import ahocorasick

from storage.names.company_names import company_key, parse
from storage.names.known_companies import known
from storage.names.letters import fold_in_place
from storage.names.stated_names import stated
from storage.register.directory import Company

Match = tuple[int, int, list[tuple[str, Company]]]


class Hit(NamedTuple):
    """A tracked company in a text: the alias that matched, where it stands (`start`, `end` in the text as given), and
    the words as they stand there."""

    company: Company
    alias: str
    start: int
    end: int
    words: str


def aliases(company: Company) -> list[str]:
    """What a company is called in texts: its names with and without legal forms, and in Latin letters if Greek."""
    fact = known(company.name)
    names = [company.name, *stated(company.name).former, *(fact.names if fact else ())]
    found = [form for name in names for form in (name, _bare(name))]
    found += [parse(name).key for name in names if any(word.is_greek for word in parse(name).words)]
    return list(dict.fromkeys(name for name in found if company_key(name)))


def _bare(name: str) -> str:
    """The fewest words at the beginning that are still this name: without legal form, seat and remarks."""
    parts, key = stated(name).name.split(), company_key(name)
    shorter = (" ".join(parts[:size]).rstrip(",;") for size in range(1, len(parts)))
    return next((words for words in shorter if company_key(words) == key), name)


class WatchList:
    """Names and aliases of companies, to be found in texts of any language and of both alphabets."""

    def __init__(self, names: Iterable[tuple[str, Company]]) -> None:
        """Each name or alias with its company; one alias may be several companies'."""
        self._listed: dict[str, list[tuple[str, Company]]] = {}
        for alias, company in names:
            if folded := fold_in_place(alias)[0].strip():
                self._listed.setdefault(folded, []).append((alias, company))
        self._automaton = ahocorasick.Automaton()
        for folded, companies in self._listed.items():
            self._automaton.add_word(folded, (len(folded), companies))
        self._automaton.make_automaton()

    @classmethod
    def of(cls, companies: Iterable[Company]) -> "WatchList":
        """Companies by all that they are called."""
        return cls((alias, company) for company in companies for alias in aliases(company))

    def hits(self, text: str) -> list[Hit]:
        """Every tracked name in the text as whole words, in order; of names that overlap the longest."""
        if not self._listed:
            return []
        folded, places = fold_in_place(text)
        return [
            Hit(company, alias, places[start], places[end - 1] + 1, text[places[start] : places[end - 1] + 1])
            for start, end, companies in _longest(self._whole_words(f" {folded} "))
            for alias, company in companies
        ]

    def _whole_words(self, padded: str) -> Iterator[Match]:
        # Boundaries are looked at after all overlapping matches are known: leftmost-longest loses hits that fail here.
        for last, (length, companies) in self._automaton.iter(padded):
            if not (padded[last + 1].isalnum() or padded[last - length].isalnum()):
                yield last - length, last, companies


def _longest(found: Iterable[Match]) -> Iterator[Match]:
    """Of matches that overlap the longest, of equally long ones the first; in their order in the text."""
    kept: list[Match] = []
    for match in found:  # They come by their ends.
        if not kept or kept[-1][1] <= match[0]:
            kept.append(match)
            continue
        first = next((at for at in range(len(kept), 0, -1) if kept[at - 1][1] <= match[0]), 0)
        if all(_length(other) < _length(match) for other in kept[first:]):
            kept[first:] = [match]
    return iter(kept)


def _length(match: Match) -> int:
    return match[1] - match[0]
