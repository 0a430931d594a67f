"""What the clauses of a Greek passage come to: sanctions, certainly nothing, or doubts. Knows no document."""

import re

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.greek.clauses import Clause, rules
from scrapers.meaning.greek.consequences import consequences
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.imposing import speaks_of_sanction
from scrapers.meaning.greek.parties import Facts
from scrapers.meaning.greek.sanctions import sanctions_of
from scrapers.meaning.greek.totals import without_announcements, without_repeats, without_totals

_DISPOSALS = {
    "απορριπτ": "the request or complaint is rejected",
    "απερριψε": "the request or complaint is rejected",
    "απορριφθ": "the request or complaint is rejected",
    "αρχειοθετ": "the case is filed away",
    "θετει": "the case is filed away",
    "εθεσε": "the case is filed away",
    "αναβαλ": "the decision is postponed",
    "ανεβαλ": "the decision is postponed",
    "ανακαλ": "an earlier act is withdrawn",
    "παραπεμπ": "the case is referred to another formation",
    "παρεπεμψ": "the case is referred to another formation",
    "απαλλασσ": "no sanction is imposed",
    "απεχει": "no sanction is imposed",
    "συνιστα": "a recommendation",
    "γνωμοδοτ": "an opinion, not a decision",
    "εγκρινει": "an approval",
    "χορηγει": "a permit",
    "επιτρεπει": "a permit",
    "παρεχει": "a permit",
}
_REVISES = re.compile("(?:ανακαλ|τροποποιει|μεταρρυθμιζει|μειωνει|αντικαθιστα|(?:δεχεται|κανειδεκτη).{0,40}θεραπειασ)")
_NONE_IMPOSED = re.compile(
    "(?:δεν|μη)(?:συντρεχ(?:ει|ουν).{0,40}?)?(?:επιβαλλ?(?:ει|εται)|επιβολη)|απευθυνει.{0,80}?συστασ|δενυφισταται"
    "|αναρμοδι|δενεχειαρμοδιοτητα|στερειταιαρμοδιοτητασ"
    "|δεν(?:παρεχει|χορηγει|επιτρεπει)|δεν(?:διαπιστων|προκυπτ|συντρεχ)[α-ω]{2,4}[^.;]{0,40}παραβ"
    "|(?<!δεν)(?:ειναι|ηταν|κρινεται)(?:συ[νμ])?(?:νομιμ|φων)"
)
_SANCTION = "προστιμ|επιπλη|προειδοποι|κυρωσ|ποιν|επιβαλ|απευθυν|δινει|διδει|εντολ|εντελλ|διατασσ|διαταζ|απαγορ|ευρω|€"
_NAMED = re.compile(_SANCTION)
_MORE = re.compile(
    f"{_SANCTION}|αναστελ|αναστολ|περιορι"
    "|καλει|οφειλ|υποχρεου|υποχρεων|ζητ(?:ει|α)|απαιτ|διαγραψ|διακοψ|διακοπ|συμμορφ|απεγκαταστ|παυσ|μειων|μεταρρυθμ|τροποποι|αντικαθ|πρεπει|χορηγησει|ικανοποιησ|αφαιρε|απομακρ"
)
"""Words of more than a finding: a sanction, or somebody is told to do something, if in no known form."""
_MOST = 100
"""Far above any real decision (43/2025 imposes eleven things)."""


def understood(raw: RawDecision, passage: Passage, flat: Flat, parts: tuple[Clause, ...]) -> Account:
    """The account of a passage with these clauses; `flat` is the whole text, `raw` what else is known of the act."""
    found, doubts = consequences(parts)
    if len(found) > _MOST:
        return Account(doubts=(f"{len(found)} consequences: more than any decision has",))
    repeating = () if passage.form is Form.DECISION_TEXT else (without_repeats,)
    for reduced in (without_totals, without_announcements, *repeating):
        found, more = reduced(found)
        doubts = (*doubts, *more)
    if not found:
        return silent(parts, doubts)
    facts = Facts.of(raw.title, flat, reported=passage.form is not Form.DECISION_TEXT)
    sanctions, unsure = sanctions_of(found, parts, facts, passage.url)
    if any(_REVISES.match(clause.flat.letters) for clause in parts):
        doubts = (*doubts, "it changes an earlier decision: a person must say which sanction replaces which")
    return Account(sanctions, doubts=tuple(dict.fromkeys((*doubts, *unsure))))


def silent(parts: tuple[Clause, ...], doubts: tuple[str, ...] = ()) -> Account:
    """What clauses say that impose nothing: certainly nothing by what they decide instead, else a doubt."""
    reasons = [reason for clause in parts for stem, reason in _DISPOSALS.items() if clause.verb.startswith(stem)]
    if any(_NONE_IMPOSED.search(clause.flat.letters) for clause in parts):
        reasons.append("no sanction is imposed")
    if reasons and not doubts and not any(speaks_of_sanction(clause.flat) for clause in parts):
        return Account(nothing=reasons[0])
    return Account(doubts=doubts or ("the text does not say in known words what was decided",))


def names_none(operative: Flat) -> bool:
    """Whether an operative part has no word of any sanction or sum."""
    return not any(operative.find(_NAMED))


def only_finds(operative: Flat) -> bool:
    """Whether an operative part decides, and neither names a sanction or a sum nor tells anybody to do anything."""
    return rules(operative) and not any(operative.find(_MORE))
