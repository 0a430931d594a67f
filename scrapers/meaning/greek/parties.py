"""The party of a Greek sanction: from the words that address it to the name as published. Knows no kinds, no sums."""

import re
from dataclasses import dataclass
from typing import Self

from scrapers.meaning.greek.addressees import Mention
from scrapers.meaning.greek.described import accused, meant
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.spelling import occurrences, published_name
from scrapers.meaning.greek.titles import title_names

_FAMILIAR = 5
"""How often a text must speak of somebody whom only the title names, to take it for the addressee."""
_AMBIGUOUS = "the text speaks against several: which is meant?"
_UNNAMED = "the text describes the addressee and names nobody"
_NOBODY = "the text does not say in known words on whom it is imposed"
_NAME = re.compile(
    r"[«“„\"]|\b[Α-Ω]\.(?:\s?[Α-Ω]\.)+|\b(?!(?:GDPR|SMS|CCTV|COVID|VPN|GPS|URL|IP)\b)[A-Z]{2,}\b"
    r"|\b(?!(?:ΓΚΠΔ|ΑΠΔΠΧ|ΥΠΔ|ΦΕΚ|ΕΣΠΔ)\b)[Α-Ω]{3,}\b"
    r"|\b[A-Z][a-z]+|επωνυμ"
    r"|(?<=[α-ω] )(?!Αρχή|Κανονισμ|Γενικ|Προστασ|Δεδομέν|Προσωπικ|Χαρακτήρα|Τμήμα|Ολομέλ|Απόφ)[Α-ΩΆ-Ώ][α-ωά-ώ]{3,}"
)
"""What may be a name: quotes, initials, capitals, Latin letters, a capital in the middle of a sentence."""
_UNSURE = "more is addressed there than could be read"


@dataclass(frozen=True)
class Addressed:
    """The names on whom something is imposed (None: somebody unnamed), and the doubts about them."""

    names: tuple[str | None, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What title and text say of those who are addressed."""

    flat: Flat
    titled: tuple[str, ...]
    nameless: bool = False

    @classmethod
    def of(cls, title: str, flat: Flat, *, reported: bool = False) -> Self:
        """The facts of a whole text and its title. A report may name nobody at all, a decision always knows whom."""
        return cls(flat, title_names(title), reported and not _NAME.search(f"{title} {flat.text}"))

    def addressed(self, mention: Mention | None) -> Addressed:
        """The names in the words; for a description, the one it stands for; for no words, whom title and text know."""
        if mention is None:
            return self._unaddressed()
        doubts: tuple[str, ...] = (_UNSURE,) if mention.unsure else ()
        if mention.names:
            return Addressed(tuple(name and published_name(self.flat, name) for name in mention.names), doubts)
        if mention.person:
            return Addressed((None,), doubts)
        known = meant(self.flat, mention.described)
        doubts += () if self.nameless else (_UNNAMED,) if not known else (_AMBIGUOUS,) if len(known) > 1 else ()
        first = known[0] if known else None
        return Addressed((first and published_name(self.flat, first),), doubts)

    def _unaddressed(self) -> Addressed:
        """For no words: whom title and text know, or the only one whom the facts speak against."""
        familiar = self._familiar()
        if familiar:
            return Addressed((familiar,))
        against = accused(self.flat)
        if len(against) != 1:
            return Addressed((None,), (_NOBODY,))
        return Addressed(tuple(name and published_name(self.flat, name) for name in against))

    def _familiar(self) -> str | None:
        often = (name for name in self.titled if occurrences(self.flat, name) >= _FAMILIAR)
        return next((published_name(self.flat, name) for name in often), None)
