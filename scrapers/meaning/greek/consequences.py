"""What the clauses of a Greek decision impose: which kind, on whom, how much. Knows no document and no title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scrapers.decision import Kind
from scrapers.meaning.greek.addressees import Mention, mentions, object_of, subjects
from scrapers.meaning.greek.clauses import Clause
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.sums import EARLIER, brief, fine_sums, unread
from scrapers.meaning.money import Amount

_NOUN = re.compile(
    "(?P<fine>προστιμ(?:ο|α|ου|ων)|χρηματικ(?:ην?|εσ|ησ)(?:κυρωσ|ποιν))"
    "|(?P<reprimand>επιπληξ(?:ην?|εισ|εωσ|ησ))"
    "|(?P<warning>προειδοποιησ(?:ην?|εισ|εωσ|ησ))"
    "|(?P<order>εντολ(?:ην?|εσ|ησ)|απαγορευσ(?:ην?|ησ)|(?:προσωριν|οριστικ)οπεριορισμο|προσωρινηδιαταγη|υποχρεωση)"
)
_OBJECTS = (
    (re.compile("επιβαλ|επιβλη|επιβολ|επεβ"), {Kind.FINE, Kind.REPRIMAND, Kind.WARNING, Kind.ORDER}),
    (re.compile("απευθ|απηυθ"), {Kind.REPRIMAND, Kind.WARNING, Kind.ORDER}),
    (re.compile("διν|διδ|εδωσ|δωσ|δοθ|εκδιδ|εξεδ"), {Kind.ORDER}),
)
_OWN = (
    (re.compile("διατα|διεταξ|υποχρεω|εντελλ|απαγορευ"), Kind.ORDER),
    (re.compile("προειδοποι"), Kind.WARNING),
    (re.compile("επιπλη|επεπλ"), Kind.REPRIMAND),
)
_REACH = 600
"""Letters between a verb and its object: party, legal basis and formula stand between them (43/2025: some 250)."""
_GENITIVE = re.compile("(?:εωσ|ησ|ου|ων)$")
_OWNED = re.compile("(?:κυρωσ(?:ησ?|εισ|εων)|επιβολησ?|ποινησ?)(?:τησ|του|των)?(?:διοικητικου|χρηματικου|αυστηρησ)*$")
_REFERRED = re.compile(
    "(?:στην?|στισ|στο|(?:με|παρα|απο|κατα|για)(?:την?|τισ|το)?)(?:ωσανω|ανω|ανωτερω|προηγουμενη|παραπανω|σχετικη)?$"
)
"""“Συμμόρφωση με την εντολή” names an order and gives none."""
_QUALITY = "(?:αυστηρη|διοικητικ[οη]|χρηματικο)*"
_AND = re.compile(rf"(?:και|,|[ιivx]+[.)]|[α-ω0-9][.)])(?:τη|την|το|μια)?{_QUALITY}$")
_REFUSED = re.compile("(?:δεν|απεχειαπο|απαλλασσειαπο)[^.;]*επιβ[αο]λ[^.;]*$")
_OWN_STAFF = re.compile(
    "(?:την?|στην?|προστην?|στο)(?:γραμματεια|διευθυνση|τμημα|αρχειοθετηση|θεσηστοαρχειο|δημοσιευση|αναρτηση)"
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


def consequences(parts: tuple[Clause, ...]) -> tuple[tuple[Consequence, ...], tuple[str, ...]]:
    """All that the clauses impose, in order, and the doubts. A clause without a party means the last one named."""
    found: list[Consequence] = []
    doubts: list[str] = []
    carried: Mention | None = None
    for clause in parts:
        addressed = _named(_addressed(clause), carried)
        imposed, doubtful = _imposed(clause)
        found += [replace(one, mention=_whose(one, imposed, addressed) or carried) for one in imposed]
        doubts += doubtful
        carried = addressed[-1] if addressed else carried
    return tuple(found), (*doubts, *_shared(found))


def _shared(found: list[Consequence]) -> list[str]:
    return [
        f"several addressees in one breath: “{brief(one.clause.flat.words())}”"
        for one in found
        if one.mention and one.mention.several
    ]


def _addressed(clause: Clause) -> tuple[Mention, ...]:
    """The first one addressed and those listed after it; others are places and recipients of what is ordered."""
    if _own_kind(clause) is not None and (named := object_of(clause.flat, clause.verb)):
        return named
    told = mentions(clause.flat)
    if _own_kind(clause) is None and _allowed(clause.verb) is None:
        told = told if clause.wished or not clause.verb else ()
        told = (*subjects(clause.flat)[:1], *told)
    return tuple(mention for place, mention in enumerate(told) if place == 0 or mention.listed)


def _named(addressed: tuple[Mention, ...], carried: Mention | None) -> tuple[Mention, ...]:
    """“Στην καταγγελλόμενη εταιρεία” is the one who was named before."""
    if carried is None or carried.described:
        return addressed
    return tuple(replace(one, name=carried.name, described=False) if one.described else one for one in addressed)


def _whose(one: Consequence, imposed: list[Consequence], addressed: tuple[Mention, ...]) -> Mention | None:
    """Sums follow their party, or each precedes it: the first of each says which."""
    if not addressed:
        return None
    place = one.end if one.amount else one.start
    if addressed[0].at < (imposed[0].end if imposed[0].amount else imposed[0].start):
        before = [mention for mention in addressed if mention.at < place]
        return before[-1] if before else addressed[0]
    after = [mention for mention in addressed if mention.at >= place]
    return after[0] if after else addressed[-1]


def _imposed(clause: Clause) -> tuple[list[Consequence], list[str]]:
    sums = fine_sums(clause)
    own = _own_kind(clause)
    found = [Consequence(own, clause, 0, len(clause.verb))] if own else []
    found += [one for one in _by_nouns(clause) if not (own and one.kind is own)]
    fines = [one for one in found if one.kind is Kind.FINE]
    if not fines:
        return found, [f"an amount whose meaning is not clear: “{brief(one.words)}”" for _, one in sums]
    others = [one for one in found if one.kind is not Kind.FINE]
    if not sums:
        return (others, []) if clause.wished else (others + fines[:1], ["a fine whose amount could not be read"])
    ends = [0, *(clause.flat.index_of(one.end) for _, one in sums)]
    imposed = [_fine(clause, fines, last, at, one) for last, (at, one) in zip(ends, sums, strict=False)]
    return sorted(others + imposed, key=lambda one: one.start), unread(clause, sums)


def _fine(clause: Clause, fines: list[Consequence], last: int, at: int, amount: Amount) -> Consequence:
    """A fine of one sum; its words begin at the noun, unless another sum stands between (`last` is where that ends)."""
    nouns = [one.start for one in fines if max(at - _REACH, last) <= one.start < at]
    start = nouns[-1] if nouns else at
    return Consequence(Kind.FINE, clause, start, clause.flat.index_of(amount.end), amount=amount)


def speaks_of_sanction(flat: Flat) -> bool:
    """Whether a clause names a sanction that is not one of earlier days: then silence about it is not certain."""
    found = [noun for noun in flat.find(_NOUN) if noun["order"] is None or noun["order"].startswith("εντολ")]
    return not all(
        EARLIER.search(flat.letters, max(0, noun.start() - 100), noun.end() + 60)
        or _REFUSED.search(flat.letters, max(0, noun.start() - 60), noun.start())
        for noun in found
    )


def _own_kind(clause: Clause) -> Kind | None:
    if _OWN_STAFF.match(clause.flat.letters, len(clause.verb)):
        return None
    return next((kind for pattern, kind in _OWN if pattern.match(clause.verb)), None)


def _allowed(verb: str) -> set[Kind] | None:
    return next((kinds for pattern, kinds in _OBJECTS if pattern.match(verb)), None)


def _by_nouns(clause: Clause) -> Iterator[Consequence]:
    """The verb's object, and what is joined to it by “και” or stands in a list after it."""
    allowed, flat, first = _allowed(clause.verb) or set(), clause.flat, True
    for noun in flat.find(_NOUN):
        kind = Kind(noun.lastgroup or "")
        before = flat.letters[max(0, noun.start() - 80) : noun.start()]
        owned = _OWNED.search(before) is not None or clause.verb == "επιβολη"
        referred = not owned and (_GENITIVE.search(noun[0]) or _is_referred(flat, noun.start()))
        distant = first and noun.start() > _REACH
        to_staff = kind is Kind.ORDER and _OWN_STAFF.match(flat.letters, noun.end())
        if kind not in allowed or referred or distant or to_staff:
            continue
        if first or owned or _AND.search(before) or kind is Kind.FINE:
            yield Consequence(kind, clause, noun.start(), noun.end())
            first = False


def _is_referred(flat: Flat, index: int) -> bool:
    found = _REFERRED.search(flat.letters, max(0, index - 30), index)
    return found is not None and flat.begins_word(found.start())
