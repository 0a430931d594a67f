"""Who is meant by “the company complained of”: the name that the facts of a decision give it. Reads no outcome."""

import re
from collections.abc import Iterator

from scrapers.meaning.greek.addressees import complained_of
from scrapers.meaning.greek.flat import Flat, letters_of
from scrapers.meaning.greek.names import is_name, last_name, name_at
from scrapers.meaning.greek.spelling import nominative
from scrapers.meaning.text import fold

_DEFINED = re.compile(
    r"[(,](?:καλουμεν[α-ω]{1,3})?(?:και)?(?:στο|εφ['’]?)εξησ[,:]?(?:καλουμεν[α-ω]{1,3})?[«\"“'‘,:]*(?P<label>[^)»\"”’]{2,60})"
)
"""“(εφεξής «η καταγγελλόμενη»)” behind a name."""
_TITLED = re.compile("(?:μετην|υποτην|την)?επωνυμιαν?")
_BACK = 220
"""Characters between the beginning of a name and its definition at most: legal form and seat stand between."""
_STEM = 6
"""Letters that tell one description from another, whatever its ending."""


def meant(flat: Flat, described: str) -> tuple[str | None, ...]:
    """The names that a description (“εταιρεια”) may stand for, most certain kind of evidence first; None for a letter.

    A name that the text itself defines so is certain; then those complained of; then those introduced by “επωνυμία”;
    then those that begin with the description: “η Τράπεζα Πέτρας”.
    """
    stem = described[:_STEM]
    for found in (_defined(flat, stem), _complained(flat, stem), _titled(flat), _called(flat, stem)):
        names = _different(found)
        if names:
            return names
    return ()


def accused(flat: Flat) -> tuple[str | None, ...]:
    """Everybody whom the facts speak against, each once."""
    return _different(_complained(flat, ""))


def _defined(flat: Flat, stem: str) -> Iterator[str | None]:
    for found in _DEFINED.finditer(flat.letters):
        if stem in found["label"]:
            start = flat.offsets[found.start()]
            name = last_name(flat.healed[max(0, start - _BACK) : start])
            if name and is_name(name):
                yield name


def _complained(flat: Flat, stem: str) -> list[str | None]:
    names = [name for mention in complained_of(flat) for name in mention.names]
    fitting: list[str | None] = [name for name in names if name and stem in letters_of(name)]
    return fitting or names


def _titled(flat: Flat) -> Iterator[str | None]:
    for found in flat.find(_TITLED):
        found_name = name_at(flat, found.end())
        if found_name and is_name(found_name.names[0]):
            yield found_name.names[0]


def _called(flat: Flat, stem: str) -> Iterator[str | None]:
    for found in flat.find(re.compile(re.escape(stem))):
        named = name_at(flat, found.start())
        if named and is_name(named.names[0]) and len(named.names[0].split()) > 1:
            yield nominative(named.names[0])


def _different(names: Iterator[str | None] | list[str | None]) -> tuple[str | None, ...]:
    """Each name once; what another one begins with is the same, told shorter."""
    told: dict[str, str | None] = {}
    for name in names:
        letters = "".join(filter(str.isalnum, fold(name or "")))
        longer = next((known for known in told if known.startswith(letters) or letters.startswith(known)), letters)
        told.setdefault(longer, name)
    return tuple(told.values())
