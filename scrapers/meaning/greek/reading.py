"""Read one Greek passage of an act. The one way in: decisions by their operative part, reports of them, bare titles."""

import re
from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.greek.addressees import complained_of
from scrapers.meaning.greek.clauses import Clause, clauses
from scrapers.meaning.greek.consequences import Consequence, consequences, speaks_of_sanction
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.heading import listed_day, listed_reference, read_heading
from scrapers.meaning.greek.names import occurrences, published_name
from scrapers.meaning.greek.operative import operative_part
from scrapers.meaning.greek.titles import read_title, title_names
from scrapers.meaning.greek.totals import without_repeats, without_totals
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
    "(?:δεν|μη)(?:συντρεχειλογοσ)?(?:επιβαλλ?(?:ει|εται)|επιβολη)|απευθυνει(?:αυστηρη)?συστασ|δενυφισταται"
)
_NO_OPERATIVE_PART = "no operative part (“ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ”) was found"
_AMBIGUOUS = ("the text speaks against several: which is meant?",)
_UNNAMED = ("the text describes the addressee and names nobody",)
_NEXT_POINT = re.compile(r"\s+(?:[Α-Ωα-ω]{1,2}|[ivx]{1,4}|[0-9]{1,2})[.)]$")
_QUOTED = 160
"""Letters of an order, a reprimand or a warning that are kept as evidence on each side of its word."""
_MOST = 100
"""Far above any real decision (43/2025 imposes eleven things)."""
_FAMILIAR = 5
"""How often a text must speak of somebody whom only the title names, to take it for the addressee."""


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
    for reduced in (without_totals, without_repeats)[: 1 if passage.form is Form.DECISION_TEXT else 2]:
        found, more = reduced(found)
        doubts = (*doubts, *more)
    if not found:
        return _nothing(parts, doubts)
    sanctions = tuple(_sanction(raw, passage, flat, parts, one, found) for one in found)
    if any(_REVISES.match(clause.flat.letters) for clause in parts):
        doubts = (*doubts, "it changes an earlier decision: a person must say which sanction replaces which")
    return Account(sanctions, doubts=tuple(dict.fromkeys((*doubts, *_unaddressed(flat, found, sanctions)))))


def _nothing(parts: tuple[Clause, ...], doubts: tuple[str, ...]) -> Account:
    verbs = [clause.verb for clause in parts]
    reasons = [reason for verb in verbs for stem, reason in _DISPOSALS.items() if verb.startswith(stem)]
    if any(_NONE_IMPOSED.search(clause.flat.letters) for clause in parts):
        reasons.append("no sanction is imposed")
    if reasons and not doubts and not any(speaks_of_sanction(clause.flat) for clause in parts):
        return Account(nothing=reasons[0])
    return Account(doubts=doubts or ("the text does not say in known words what was decided",))


def _sanction(
    raw: RawDecision,
    passage: Passage,
    flat: Flat,
    parts: tuple[Clause, ...],
    one: Consequence,
    found: tuple[Consequence, ...],
) -> Sanction:
    return Sanction(
        party=_party(raw, flat, one),
        kind=one.kind,
        money=one.amount.money if one.amount else None,
        articles=_articles(parts, one, found),
        evidence=_evidence(passage, one),
    )


def _evidence(passage: Passage, one: Consequence) -> Evidence:
    letters = one.clause.flat
    start = one.start if one.amount or one.start > _QUOTED / 2 else 0
    end = one.end if one.amount else min(len(letters.letters), one.end + _QUOTED)
    return Evidence(
        words=_NEXT_POINT.sub("", letters.words(start, end)),
        document=passage.url,
        start=letters.offsets[start],
        method=one.amount.method if one.amount else "words",
    )


def _party(raw: RawDecision, flat: Flat, one: Consequence) -> str | None:
    """The name in the clause; for a description, the one complained of; for none, whom title and text speak of."""
    mention = one.mention
    if mention is None:
        return _familiar(raw, flat)
    if not mention.described:
        return published_name(flat, mention.name) if mention.name else None
    accused = complained_of(flat)
    return published_name(flat, accused[0].name) if accused and accused[0].name else None


def _familiar(raw: RawDecision, flat: Flat) -> str | None:
    often = (name for name in title_names(raw.title) if occurrences(flat, name) >= _FAMILIAR)
    return next((published_name(flat, name) for name in often), None)


def _articles(parts: tuple[Clause, ...], one: Consequence, found: tuple[Consequence, ...]) -> tuple[str, ...]:
    """Those named after the sum up to the next, else before it, else in what was found before."""
    flat = one.clause.flat
    edges = sorted(other.end for other in found if other.clause is one.clause)
    after = flat.words(one.end, next((edge for edge in edges if edge > one.end), None))
    before = flat.words(max([edge for edge in edges if edge < one.end], default=0), one.end)
    if one.kind is Kind.ORDER:
        return articles(after, "el")
    earlier = "".join(part.flat.words() + " " for part in parts[: parts.index(one.clause)])
    return articles(after, "el") or articles(before, "el") or articles(earlier, "el")


def _unaddressed(flat: Flat, found: tuple[Consequence, ...], sanctions: tuple[Sanction, ...]) -> list[str]:
    """Doubts about parties: nobody addressed in known words, or a description that fits several or nobody."""
    doubts = []
    for one, sanction in zip(found, sanctions, strict=True):
        if one.mention is None and sanction.party is None:
            doubts.append("the text does not say in known words on whom it is imposed")
        if one.mention is not None and one.mention.described:
            accused = {Flat.of(mention.name or "").letters for mention in complained_of(flat)}
            doubts += _AMBIGUOUS if len(accused) > 1 else () if accused else _UNNAMED
    return doubts
