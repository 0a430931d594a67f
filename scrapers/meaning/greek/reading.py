"""Read one Greek passage of an act. The one way in: decisions by their operative part, reports of them, bare titles."""

import re
from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.greek.clauses import Clause, clauses
from scrapers.meaning.greek.consequences import consequences
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.heading import listed_day, listed_reference, read_heading
from scrapers.meaning.greek.imposing import speaks_of_sanction
from scrapers.meaning.greek.operative import operative_part
from scrapers.meaning.greek.parties import Facts
from scrapers.meaning.greek.sanctions import sanctions_of
from scrapers.meaning.greek.titles import read_title
from scrapers.meaning.greek.totals import without_announcements, without_repeats, without_totals
from scrapers.meaning.text import fold

_NO_DECISION = {
    "γνωμ": "an opinion, not a decision",
    "συστασ": "a recommendation, not a decision",
    "κατευθυντηρι": "guidelines, not a decision",
    "οδηγι": "a directive for everybody, not a decision",
}
_DISPOSALS = {
    "απορριπτ": "the request or complaint is rejected",
    "απερριψε": "the request or complaint is rejected",
    "αρχειοθετ": "the case is filed away",
    "θετει": "the case is filed away",
    "εθεσε": "the case is filed away",
    "αναβαλ": "the decision is postponed",
    "ανεβαλ": "the decision is postponed",
    "ανακαλ": "an earlier act is withdrawn",
    "παραπεμπ": "the case is referred to another formation",
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
    "|δεν(?:παρεχει|χορηγει|επιτρεπει)|δεν(?:διαπιστων|προκυπτ|συντρεχ)[α-ω]{2,4}[^.;]{0,40}παραβ"
    "|(?<!δεν)(?:ειναι|ηταν|κρινεται)(?:συ[νμ])?(?:νομιμ|φων)"
)
_NO_OPERATIVE_PART = "no operative part (“ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ”) was found"
_MOST = 100
"""Far above any real decision (43/2025 imposes eleven things)."""


def read(raw: RawDecision, passage: Passage) -> Account:
    """What one passage says was decided.

    The category of the list row comes first: opinions, recommendations, guidelines and directives impose nothing and
    share their numbers with decisions (source-hdpa.md §3.3). Titles and summaries are never the last word while there
    is a document to be read.
    """
    day = listed_day(raw.listed_on)
    listed = Account(decided_on=day, reference=listed_reference(raw.number, day))
    category = fold(raw.category or "")
    for stem, reason in _NO_DECISION.items():
        if category.startswith(stem):
            return replace(listed, nothing=reason)
    if passage.form is Form.FEED_ITEM:
        return _dated(read_title(passage.text or raw.title, passage.url), listed)
    if passage.form is Form.DECISION_TEXT:
        return _decision(raw, passage, listed)
    return _dated(_report(raw, passage), listed)


def _dated(account: Account, listed: Account) -> Account:
    return replace(account, decided_on=listed.decided_on, reference=listed.reference)


def _decision(raw: RawDecision, passage: Passage, listed: Account) -> Account:
    flat = Flat.of(passage.text)
    heading = read_heading(flat)
    facts = Account(decided_on=heading.issued_on or listed.decided_on, reference=heading.reference or listed.reference)
    for stem, reason in _NO_DECISION.items():
        if (heading.act or "").startswith(stem):
            return replace(facts, nothing=reason)
    operative = operative_part(flat)
    if operative is None:
        nothing = read_title(raw.title, raw.url).nothing
        return replace(facts, nothing=nothing, doubts=() if nothing else (_NO_OPERATIVE_PART,))
    told = _told(raw, passage, flat, clauses(operative))
    return replace(told, decided_on=facts.decided_on, reference=facts.reference)


def _report(raw: RawDecision, passage: Passage) -> Account:
    """A summary or a release: it may be silent, and its silence drops nothing while a document is still to be read."""
    flat = Flat.of(passage.text)
    told = _told(raw, passage, flat, clauses(flat, told=True))
    if raw.attachments and not told.sanctions:
        return Account(doubts=("the page does not say what was imposed",))
    return told


def _told(raw: RawDecision, passage: Passage, flat: Flat, parts: tuple[Clause, ...]) -> Account:
    found, doubts = consequences(parts)
    if len(found) > _MOST:
        return Account(doubts=(f"{len(found)} consequences: more than any decision has",))
    repeating = () if passage.form is Form.DECISION_TEXT else (without_repeats,)
    for reduced in (without_totals, without_announcements, *repeating):
        found, more = reduced(found)
        doubts = (*doubts, *more)
    if not found:
        return _nothing(parts, doubts)
    sanctions, unsure = sanctions_of(found, parts, Facts.of(raw.title, flat), passage.url)
    if any(_REVISES.match(clause.flat.letters) for clause in parts):
        doubts = (*doubts, "it changes an earlier decision: a person must say which sanction replaces which")
    return Account(sanctions, doubts=tuple(dict.fromkeys((*doubts, *unsure))))


def _nothing(parts: tuple[Clause, ...], doubts: tuple[str, ...]) -> Account:
    verbs = [clause.verb for clause in parts]
    reasons = [reason for verb in verbs for stem, reason in _DISPOSALS.items() if verb.startswith(stem)]
    if any(_NONE_IMPOSED.search(clause.flat.letters) for clause in parts):
        reasons.append("no sanction is imposed")
    if reasons and not doubts and not any(speaks_of_sanction(clause.flat) for clause in parts):
        return Account(nothing=reasons[0])
    return Account(doubts=doubts or ("the text does not say in known words what was decided",))
