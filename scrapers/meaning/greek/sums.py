"""The sums in one clause of a Greek text: which of them may be a fine, and which only look like it."""

import re
from dataclasses import replace

from scrapers.meaning.greek.clauses import Clause
from scrapers.meaning.money import Amount, amounts

EARLIER = re.compile("επεβληθη|επιβληθηκ|ειχεεπιβ|εχειεπιβ|επιβληθεν|επιβληθεισ|επεβαλ")
"""Words of a fine of earlier days, inside a clause that another verb governs."""
_CONTEXT = (
    re.compile("(?:εωσ|μεχρι)(?:και|τα|του|το|ποσου?)*$"),
    re.compile("(?:ανωτατ|μεγιστ|κυκλοσ?|κυκλου|τζιρο|εσοδ|κερδ)[^.;]{0,40}$"),
    re.compile("(?:ανω|ανωτερω|παραπανω|ενλογω|προαναφερθεν)(?:διοικητικο|χρηματικο)*προστιμο[^.;]{0,60}$"),
)
"""What makes a sum a ceiling, a turnover, or the same fine once more."""
_RATE = re.compile("[)\\]]?(?:ευρω|€)?,?(?:ανα|ημερησιωσ|γιακαθε)")
_TOTAL = re.compile("συνολικ[^.;]{0,40}$")
_PARTS = re.compile("[)\\]]?(?:ευρω|€)?,?(?:ητοι|δηλαδη|αναλυ|πουαναλυεται|ειδικοτερα|τοοποιοαναλυ)")
_NEAR = 110
"""Letters between “ύψους” and its sum at most (source-hdpa.md §3.5)."""
_FAR = 250


def fine_sums(clause: Clause) -> list[tuple[int, Amount]]:
    """The sums that may be fines, each with the letter of the clause where it begins; `start` is in the whole text."""
    flat = clause.flat
    if not flat.letters:
        return []
    base = flat.offsets[0]
    placed = [replace(one, start=base + one.start, end=base + one.end) for one in amounts(flat.words(), "el", "EUR")]
    return [(at, one) for one in placed if not _is_context(clause, at := flat.index_of(one.start), one)]


def _is_context(clause: Clause, at: int, one: Amount) -> bool:
    flat = clause.flat
    found = [pattern.search(flat.letters, max(0, at - _FAR), at) for pattern in _CONTEXT]
    return bool(
        any(match and flat.begins_word(match.start()) for match in found)
        or EARLIER.search(flat.letters, max(len(clause.verb), at - _FAR), at)
        or _RATE.match(flat.letters, flat.index_of(one.end))
    )


def is_total(clause: Clause, one: Amount) -> bool:
    """Whether the words around a sum call it a total: “συνολικού ύψους …”, “…, ήτοι”."""
    letters = clause.flat.letters
    before = _TOTAL.search(letters, 0, clause.flat.index_of(one.start))
    return bool(before or _PARTS.match(letters, clause.flat.index_of(one.end)))


def unread(clause: Clause, sums: list[tuple[int, Amount]]) -> list[str]:
    """Doubts about single sums: digits against words, and “ύψους” that no sum follows."""
    doubts = [f"the amount cannot be read with certainty: “{brief(one.words)}”" for _, one in sums if not one.agrees]
    announced = [found.start() for found in re.finditer("υψουσ", clause.flat.letters)]
    silent = [place for place in announced if not any(place < at < place + _NEAR for at, _ in sums)]
    return doubts + [
        f"no amount could be read after “{brief(clause.flat.words(place, place + 60))}”" for place in silent
    ]


def brief(words: str) -> str:
    """Words short enough for a reason, on one line."""
    return " ".join(words.split())[:120]
