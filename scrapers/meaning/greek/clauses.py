"""Cut a Greek text into clauses, each governed by one verb of deciding. Knows verbs, not parties or sums."""

import re
from dataclasses import dataclass

from scrapers.meaning.greek.flat import Flat

_NOW = (
    "επιβαλλ(?:ει|εται|ονται)|επιβαλει|απευθυν(?:ει|εται|ονται)|(?:διν|διδ)(?:ει|εται|ονται)|διατα(?:σσει|ζει)"
    "|υποχρεωνει|απαγορευει|προειδοποιει|επιπληττει|εντελλεται|επιβληθ(?:ει|ουν)|δωσει|εκδιδει"
)
_THEN = (
    "επεβαλλ?ε|επιβληθηκ(?:ε|αν)|επεβληθη(?:σαν)?|απηυθυν(?:ε|θη)|απευθυνθηκ(?:ε|αν)|εδωσε|δοθηκ(?:ε|αν)|διεταξε"
    "|υποχρεωσε|απαγορευσε|προειδοποιησε|επεπληξε|εξεδωσε|επιβολη(?=(?:διοικητικ|χρηματικ|συνολικ|προστιμ|επιπληξ))"
)
_DISPOSES = (
    "απορριπτ(?:ει|εται|ονται)|αναβαλλει|ανακαλει|τροποποιει|παραπεμπει|αρχειοθετει|θετει|απαλλασσει|απεχει"
    "|συνιστα|γνωμοδοτει|εγκρινει|χορηγει|επιτρεπει|παρεχει|καλει|κανειδεκτη|δεχεται|μεταρρυθμιζει|μειωνει|αντικαθιστα"
)
_FINDS = "διαπιστωνει|κρινει|αποφαινεται|θεωρει|αποφασιζει|επιφυλασσεται|επισημαινει"

_RULING = re.compile(f"{_NOW}|{_DISPOSES}|{_FINDS}")
_TELLING = re.compile(f"{_NOW}|{_THEN}|{_DISPOSES}|{_FINDS}|απερριψε|εθεσε|ανεβαλε|ανακαλεσε")
_DEPENDENT = re.compile(
    "(?:που|οπωσ|ωστε|να|δεν|μην?|θα|ειχ(?:ε|αν)|εχ(?:ει|ουν)|(?<!γιατην)(?<!γιατισ)(?<!γιατο)οποι(?:α|ο|οσ|οι|εσ|ασ|ου|ων)(?:ηαρχη)?)"
    "(?:του|τησ|τουσ)?$"
)
"""What a verb depends on. “Για την οποία απευθύνει επίπληξη” is what the decision itself does."""
_DECIDED = re.compile("(?:αποφασι(?:ζει|σε)|πρεπει)[^.;]{0,60}$")


@dataclass(frozen=True)
class Clause:
    """`verb` is the folded verb, `flat` the words from it to the next one. `wished` where it only must or shall be."""

    verb: str
    flat: Flat
    wished: bool = False


def clauses(flat: Flat, *, told: bool = False) -> tuple[Clause, ...]:
    """The clauses of an operative part; with `told`, of a text about it, which also speaks of it in the past.

    A verb that depends on another (“που επιβάλλει ο νόμος”, “δεν επιβάλλει”) governs nothing. What stands before the
    first verb is a clause without a verb.
    """
    verbs = [(found, _wished(flat, found)) for found in flat.find(_TELLING if told else _RULING)]
    governing = [(found, wished) for found, wished in verbs if wished or not _dependent(flat, found)]
    parts = flat.split([0, *(found.start() for found, _ in governing)])
    heads = [("", False), *((found[0], wished) for found, wished in governing)]
    return tuple(Clause(verb, part, wished) for (verb, wished), part in zip(heads, parts, strict=True))


def _dependent(flat: Flat, found: re.Match[str]) -> bool:
    before = _DEPENDENT.search(flat.letters, max(0, found.start() - 20), found.start())
    return before is not None and flat.begins_word(before.start())


def _wished(flat: Flat, found: re.Match[str]) -> bool:
    """“Αποφασίζει να επιβάλει”, “πρέπει να επιβληθεί”: dependent in form, but what is decided."""
    before = flat.letters[max(0, found.start() - 90) : found.start()]
    return before.endswith("να") and _DECIDED.search(before) is not None
