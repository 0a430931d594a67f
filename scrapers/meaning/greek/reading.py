"""Read one Greek passage of an act. The one way in: decisions by their operative part, reports of them, bare titles."""

from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.greek.clauses import clauses
from scrapers.meaning.greek.english import is_english, read_english
from scrapers.meaning.greek.flat import Flat
from scrapers.meaning.greek.heading import listed_day, listed_reference, read_heading
from scrapers.meaning.greek.operative import operative_part
from scrapers.meaning.greek.outcome import names_none, only_finds, understood
from scrapers.meaning.greek.page import fields
from scrapers.meaning.greek.reports import read_report
from scrapers.meaning.greek.titles import read_title
from scrapers.meaning.text import fold

_NO_DECISION = {
    "γνωμ": "an opinion, not a decision",
    "συστασ": "a recommendation, not a decision",
    "κατευθυντηρι": "guidelines, not a decision",
    "οδηγι": "a directive for everybody, not a decision",
}
_NO_OPERATIVE_PART = "no operative part (“ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ”) was found"


def read(raw: RawDecision, passage: Passage) -> Account:
    """What one passage says was decided.

    The category of the list row comes first: opinions, recommendations, guidelines and directives impose nothing and
    share their numbers with decisions (source-hdpa.md §3.3). Titles and summaries are never the last word while there
    is a document to be read.
    """
    raw, passage = _page(raw, passage)
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


def _page(raw: RawDecision, passage: Passage) -> tuple[RawDecision, Passage]:
    """With what the fields of a page say where the list row said nothing."""
    if passage.form is not Form.DECISION_PAGE:
        return raw, passage
    said = fields(passage.text)
    row = replace(
        raw,
        category=raw.category or said.category,
        number=raw.number or said.number,
        listed_on=raw.listed_on or said.day,
    )
    return row, replace(passage, text=said.text)


def _dated(account: Account, listed: Account) -> Account:
    return replace(
        account, decided_on=listed.decided_on or account.decided_on, reference=listed.reference or account.reference
    )


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
    told = _ruled(raw, passage, flat, operative)
    return replace(told, decided_on=facts.decided_on, reference=facts.reference)


def _ruled(raw: RawDecision, passage: Passage, flat: Flat, operative: Flat) -> Account:
    """What the operative part imposes; where it names no sanction, that and the title can be certain of nothing."""
    told = understood(raw, passage, flat, clauses(operative))
    if told.sanctions or told.nothing:
        return told
    if only_finds(operative):
        return Account(nothing="the decision imposes nothing")
    titled = read_title(raw.title, raw.url).nothing if names_none(operative) else None
    return Account(nothing=titled) if titled else told


def _report(raw: RawDecision, passage: Passage) -> Account:
    """A summary or a release: it may be silent, and its silence drops nothing while a document is still to be read."""
    told = read_english(raw, passage) if is_english(passage.text) else read_report(raw, passage)
    if raw.attachments and not told.sanctions:
        return Account(doubts=("the page does not say what was imposed",))
    return told
