"""Cut a Greek text into clauses, each governed by one verb of deciding. Knows verbs, not parties or sums."""

import re
from dataclasses import dataclass

from scrapers.meaning.greek.flat import Flat

_SANCTION = "(?=.{0,200}?(?:προστιμ|κυρωσ|επιπληξ|προειδοποι|εντολ))"
_NOW = (
    "επιβαλλ(?:ει|εται|ονται)|επιβαλει|απευθυν(?:ει|εται|ονται)|(?:διν|διδ)(?:ει|εται|ονται)|διατα(?:σσει|ζει)"
    "|υποχρεωνει|απαγορευει|προειδοποιει|επιπληττει|εντελλεται|επιβληθ(?:ει|ουν)|δωσει|απευθυνθει|εκδιδει"
    "|προβαινει(?=σε(?:αυστηρη)?(?:προειδοποιησ|επιπληξ|επιβολ))|προειδοποιησει|διαταξει"
)
_NOUN = f"(?:επιβολη|απευθυνση){_SANCTION}"
"""The noun style: “αποφασίζει: 1. την επιβολή …, 2. την απεύθυνση …”."""
_THEN = (
    "επεβαλλ?ε|επιβληθηκ(?:ε|αν)|επεβληθη(?:σαν)?|απηυθυν(?:ε|θη)|απευθυνθηκ(?:ε|αν)|εδωσε|δοθηκ(?:ε|αν)|διεταξε"
    "|προχωρησε(?=.{0,80}αρχη)|υποχρεωσε|απαγορευσε|προειδοποιησε|επεπληξε|εξεδωσε|επιβολη(?=(?:διοικητικ|χρηματικ|συνολικ|προστιμ|επιπληξ))"
)
_DISPOSES = (
    "απορριπτ(?:ει|εται|ονται)|αναβαλλει|ανακαλει|τροποποιει|παραπεμπει|αρχειοθετει|θετει|απαλλασσει|απεχει"
    "|συνιστα|γνωμοδοτει|εγκρινει|χορηγει|επιτρεπει|παρεχει|καλει|κανειδεκτη|δεχεται|μεταρρυθμιζει|μειωνει|αντικαθιστα"
    "|εμμενει|επικυρωνει|διατηρει(?=σεισχυ)"
)
_FINDS = "διαπιστωνει|κρινει|αποφαινεται|θεωρει|αποφασιζει|επιφυλασσεται|επισημαινει"

_RULING = re.compile(f"{_NOW}|{_NOUN}|{_DISPOSES}|{_FINDS}")
_TELLING = re.compile(
    f"{_NOW}|{_THEN}|{_DISPOSES}|{_FINDS}|απερριψε|απορριφθηκε|εθεσε|ανεβαλε|ανακαλεσε|παρεπεμψε|αρχειοθετησε|αρχειοθετηθηκε"
)
_DEPENDENT = re.compile(
    "(?:που|οπωσ|ωστε|να|δεν|ουτε|μην?|θα|ειχ(?:ε|αν)|εχ(?:ει|ουν)|(?<!γιατην)(?<!γιατισ)(?<!γιατο)οποι(?:α|ο|οσ|οι|εσ|ασ|ου|ων)(?:ηαρχη)?)"
    "(?:του|τησ|τουσ)?$"
)
"""What a verb depends on. “Για την οποία απευθύνει επίπληξη” is what the decision itself does."""
_BY_WHICH = re.compile("με(?:την|τισ)οποι(?:α|εσ)(?:ηαρχη)?(?:του|τησ|τουσ)?$")
"""“Η απόφαση με την οποία επιβλήθηκε …”: how a report tells what is new."""
_DECIDED = re.compile("(?:αποφασι(?:ζει|σε)|πρεπει)[^.;]{0,60}$")
_FRONTED = re.compile(
    "(?:στην(?=επιβολη))?[^α-ω0-9]*(?:δελτιοτυπου|θεμα:?)?(?:στηνεπιβολη)?(?:νε[οα]|βαρυ|συνολικ[οα])?(?:διοικητικ[οα]υ?|χρηματικ[οα]υ?|αυστηρη)*(?:προστιμ(?:ου|ων|ο|α)|επιπληξη|προειδοποιηση)"
)
_TAKES_IT = re.compile("προχωρησ|επεβαλ|επιβλη|επεβλη|επιβαλλ|απηυθ|απευθ")
_POINT = "(?:[α-ω]{1,2}|[ivx]{1,4}|[0-9]{1,2})[.)]"
_JOINED = re.compile(rf"(?:(?:και|[,.;])(?:{_POINT})?|{_POINT})(?:να|την?)$")
_NAMED = re.compile(rf"(?:αποφασι(?:ζει|σε)(?:ομοφωνα|καταπλειοψηφια)?[:,]?|αποφαση:?)(?:{_POINT})?(?:την?)?$")


@dataclass(frozen=True)
class Clause:
    """`verb` is the folded verb, `flat` the words from it to the next one. `wished` where it only must or shall be.

    `fronted` where its object stands before it: “πρόστιμο … στην «ΑΛΦΑ ΑΕ» επέβαλε η Αρχή”; then `flat` begins there.
    """

    verb: str
    flat: Flat
    wished: bool = False
    fronted: bool = False

    @property
    def head(self) -> int:
        """Letters that the verb takes at the beginning of the clause."""
        return 0 if self.fronted else len(self.verb)

    @property
    def is_noun(self) -> bool:
        """Whether it is governed by a noun (“την επιβολή προστίμου”), whose object stands in the genitive."""
        return self.verb in ("επιβολη", "απευθυνση")


def clauses(flat: Flat, *, told: bool = False) -> tuple[Clause, ...]:
    """The clauses of an operative part; with `told`, of a text about it, which also speaks of it in the past.

    A verb that depends on another (“που επιβάλλει ο νόμος”, “δεν επιβάλλει”) governs nothing. What stands before the
    first verb is a clause without a verb.
    """
    heads: list[tuple[re.Match[str], bool]] = []
    for found in flat.find(_TELLING if told else _RULING):
        wished = _wished(flat, found, heads)
        if flat.ends_word(found.end()) and (wished or not _dependent(flat, found, told=told)):
            heads.append((found, wished))
    parts = flat.split([0, *(found.start() for found, _ in heads)])
    verbs = [("", False), *((found[0], wished) for found, wished in heads)]
    cut = tuple(Clause(verb, part, wished) for (verb, wished), part in zip(verbs, parts, strict=True))
    return _with_fronted(flat, cut) if told else cut


def rules(flat: Flat) -> bool:
    """Whether a verb of deciding stands in an operative part at all, negated or not."""
    return any(True for _ in flat.find(_RULING))


def _with_fronted(flat: Flat, cut: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """A report may put the object first, or leave the verb out: “Πρόστιμο 5.000 ευρώ στην «ΑΛΦΑ»”."""
    if not _FRONTED.match(cut[0].flat.letters):
        return cut
    if len(cut) == 1:
        return (Clause("επιβαλλει", flat, fronted=True),)
    if not _TAKES_IT.match(cut[1].verb):
        return (Clause("επιβαλλει", cut[0].flat, fronted=True), *cut[1:])
    whole = flat.part(0, len(cut[0].flat.letters) + len(cut[1].flat.letters))
    return (Clause(cut[1].verb, whole, fronted=True), *cut[2:])


def _dependent(flat: Flat, found: re.Match[str], *, told: bool) -> bool:
    if found[0] in ("επιβολη", "απευθυνση") and not told:
        return True
    before = _DEPENDENT.search(flat.letters, max(0, found.start() - 20), found.start())
    by_which = told and _BY_WHICH.search(flat.letters, max(0, found.start() - 20), found.start())
    return before is not None and flat.begins_word(before.start()) and not by_which


def _wished(flat: Flat, found: re.Match[str], heads: list[tuple[re.Match[str], bool]]) -> bool:
    """“Αποφασίζει να επιβάλει …, να δώσει …”, “πρέπει να επιβληθεί”: dependent in form, but what is decided."""
    before = flat.letters[max(0, found.start() - 90) : found.start()]
    goes_on = bool(heads) and heads[-1][1] and _JOINED.search(before) is not None
    if found[0] in ("επιβολη", "απευθυνση"):
        return goes_on or _NAMED.search(before) is not None
    return before.endswith("να") and (goes_on or _DECIDED.search(before) is not None)
