"""What one clause of a Greek decision imposes: which kind, how much. Knows no parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.decision import Kind
from scrapers.meaning.greek.addressees import Mention, mentions
from scrapers.meaning.greek.clauses import Clause
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.sums import EARLIER, brief, fine_sums, is_total, unread
from scrapers.meaning.money import Amount

_NOUN = re.compile(
    "(?P<fine>προστιμ(?:ο|α|ου|ων)|χρηματικ(?:ην?|εσ|ησ)(?:κυρωσ|ποιν))"
    "|(?P<reprimand>επιπληξ(?:ην?|εισ|εωσ|ησ))"
    "|(?P<warning>προειδοποιησ(?:ην?|εισ|εωσ|ησ))"
    "|(?P<order>εντολ(?:ην?|εσ|ησ)"
    "|απαγορευσ(?:ην?|ησ)|(?:προσωριν|οριστικ)οπεριορισμο|προσωρινηδιαταγη"
    "|υποχρεωση[νσ]?)"
)
_OBJECTS = (
    (re.compile("επιβαλ|επιβλη|επιβολ|επεβ"), {Kind.FINE, Kind.REPRIMAND, Kind.WARNING, Kind.ORDER}),
    (re.compile("απευθ|απηυθ|προβαιν"), {Kind.REPRIMAND, Kind.WARNING, Kind.ORDER}),
    (re.compile("διν|διδ|εδωσ|δωσ|δοθ|εκδιδ|εξεδ"), {Kind.ORDER}),
)
_OWN = (
    (re.compile("διατα|διεταξ|υποχρεω|εντελλ|απαγορευ"), Kind.ORDER),
    (re.compile("προειδοποι"), Kind.WARNING),
    (re.compile("επιπλη|επεπλ"), Kind.REPRIMAND),
)
_COUNT = re.compile(r"(?:δυο|τρια|τεσσερα|πεντε|[2-9]|[(][2-9][)])(?:διοικητικα|χρηματικα)*$")
_EACH_OF_THEM = re.compile("[)\\]]?(?:ευρω|€)?,?(?:εκαστο(?!υ|ν)|τοκαθενα|καθενα)")
_REACH = 600
"""Letters between a verb and its object: party, legal basis and formula stand between them (some 250 were met)."""
_CLOSE = 12
"""Letters between another party of the list and what is imposed on it: “και στον Β την επίπληξη”."""
_GENITIVE = re.compile("(?:εωσ|ησ|ου|ων)$")
_OWNED = re.compile("(?:κυρωσ(?:ησ?|εισ|εων)|επιβολησ?|ποινησ?)(?:τησ|του|των)?(?:διοικητικου|χρηματικου|αυστηρησ)*$")
_REFERRED = re.compile(
    "(?:στην?|στισ|στο|(?:με|παρα|απο|κατα|για|προσ)(?:την?|τισ|το)?)(?:ωσανω|ανω|ανωτερω|προηγουμενη|παραπανω|σχετικη)?$"
)
"""“Συμμόρφωση με την εντολή” names an order and gives none."""
_QUALITY = "(?:αυστηρη|διοικητικ[οη]|χρηματικο)*"
_AND = re.compile(rf"(?:και|,|[ιivx]+[.)]|[α-ω0-9][.)])(?:τη|την|το|μια)?{_QUALITY}$")
_REFUSED = re.compile("(?:δεν|απεχειαπο|απαλλασσειαπο)[^.;]*επιβ[αο]λ[^.;]*$")
_UNDONE = re.compile("(?:ανακαλ|απορριπτ|εμμεν|επικυρων|διατηρει)[^.;]*$")
_ADVICE = re.compile("συστασ(?:ην?|εισ)")
_OWN_STAFF = re.compile(
    "(?:την?|στην?|προστην?|στο)(?:γραμματεια|διευθυνση|τμημα|αρχειοθετηση|θεσηστοαρχειο|δημοσιευση|αναρτηση|συνεχιση|επιστροφη|επανεξεταση|εξεταση|διεξαγωγη|κοινοποιηση|αναπομπη)"
)
"""What the authority tells its own staff to do."""


@dataclass(frozen=True)
class Consequence:
    """One thing imposed. `start` and `end` are letters of `clause`: from its noun to its last word or its sum."""

    kind: Kind
    clause: Clause
    start: int
    end: int
    mention: Mention | None = None
    amount: Amount | None = None


def imposed_by(clause: Clause) -> tuple[list[Consequence], list[str]]:
    """What one clause imposes, in order and on nobody yet, and the doubts about its sums."""
    sums = fine_sums(clause)
    own = own_kind(clause)
    found = [Consequence(own, clause, 0, clause.head)] if own else []
    found += [one for one in by_nouns(clause) if not (own and one.kind is own)]
    fines = [one for one in found if one.kind is Kind.FINE]
    if not fines:
        return found, [f"an amount whose meaning is not clear: “{brief(one.words)}”" for _, one in sums]
    others = [one for one in found if one.kind is not Kind.FINE]
    if not sums:
        return (others, []) if clause.wished else (others + fines[:1], ["a fine whose amount could not be read"])
    ends = [0, *(clause.flat.index_of(one.end) for _, one in sums)]
    imposed = [_fine(clause, fines, last, at, one) for last, (at, one) in zip(ends, sums, strict=False)]
    return sorted(others + imposed, key=lambda one: one.start), [*unread(clause, sums), *_several(clause, fines, sums)]


def _fine(clause: Clause, fines: list[Consequence], last: int, at: int, amount: Amount) -> Consequence:
    """A fine of one sum; its words begin at the noun, unless another sum stands between (`last` is where that ends)."""
    nouns = [one.start for one in fines if max(at - _REACH, last) <= one.start < at]
    start = nouns[-1] if nouns else at
    return Consequence(Kind.FINE, clause, start, clause.flat.index_of(amount.end), amount=amount)


def _several(clause: Clause, fines: list[Consequence], sums: list[tuple[int, Amount]]) -> list[str]:
    """“Δύο πρόστιμα … ύψους 5.000 ευρώ έκαστο”: more fines than sums."""
    letters = clause.flat.letters
    plural = [one.start for one in fines if letters.startswith("προστιμα", one.start)]
    if not plural or len(sums) != 1 or is_total(clause, sums[0][1]):
        return []
    counted = any(_COUNT.search(letters, max(0, start - 40), start) for start in plural)
    each = _EACH_OF_THEM.match(letters, clause.flat.index_of(sums[0][1].end))
    return ["several fines and one sum: how many are there?"] if counted or each else []


def speaks_of_sanction(flat: Flat) -> bool:
    """Whether a clause names a sanction that is not one of earlier days: then silence about it is not certain."""
    nouns = (noun for noun in flat.find(_NOUN) if noun["order"] is None or noun["order"].startswith("εντολ"))
    found = [noun for noun in nouns if noun["order"] is None or not _is_referred(flat, noun.start())]
    return not all(
        EARLIER.search(flat.letters, max(0, noun.start() - 100), noun.end() + 60)
        or _REFUSED.search(flat.letters, max(0, noun.start() - 60), noun.start())
        or _UNDONE.search(flat.letters, max(0, noun.start() - 200), noun.start())
        for noun in found
    )


def own_kind(clause: Clause) -> Kind | None:
    """The kind that the verb alone says: “διατάσσει”, “επιπλήττει”."""
    if _OWN_STAFF.match(clause.flat.letters, clause.head):
        return None
    return next((kind for pattern, kind in _OWN if pattern.match(clause.verb)), None)


def allowed(verb: str) -> set[Kind] | None:
    """The kinds that may be the object of a verb; None for a verb that imposes nothing."""
    return next((kinds for pattern, kinds in _OBJECTS if pattern.match(verb)), None)


def by_nouns(clause: Clause) -> Iterator[Consequence]:
    """The verb's object, and what is joined to it by “και” or stands in a list after it."""
    kinds, flat, first = allowed(clause.verb) or set(), clause.flat, True
    advice, listed = _ADVICE.search(flat.letters), [one for one in mentions(flat) if one.listed]
    for noun in flat.find(_NOUN):
        kind = Kind(noun.lastgroup or "")
        first = first and not (advice and advice.start() < noun.start())
        before = flat.letters[max(0, noun.start() - 80) : noun.start()]
        owned = _OWNED.search(before) is not None or clause.is_noun
        referred = not owned and (_GENITIVE.search(noun[0]) or _is_referred(flat, noun.start()))
        distant = first and noun.start() > _REACH
        to_staff = kind is Kind.ORDER and _OWN_STAFF.match(flat.letters, noun.end())
        if kind not in kinds or referred or distant or to_staff:
            continue
        to_another = any(one.end <= noun.start() <= one.end + _CLOSE for one in listed)
        if first or owned or _AND.search(before) or to_another or kind is Kind.FINE:
            yield Consequence(kind, clause, noun.start(), noun.end())
            first = False


def _is_referred(flat: Flat, index: int) -> bool:
    found = _REFERRED.search(flat.letters, max(0, index - 30), index)
    return found is not None and flat.begins_word(found.start())
