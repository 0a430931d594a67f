"""One English passage to an account: what sort of text it is decides how it is read."""

import re

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.english.announcement import is_said
from scrapers.meaning.english.genres import Genre, genre_of, is_about_access
from scrapers.meaning.english.notices import read_notice
from scrapers.meaning.english.press import read_press
from scrapers.meaning.english.prose import mend, sentences
from scrapers.meaning.english.register import is_item, read_item
from scrapers.meaning.english.tribunals import read_ruling

HEAD = 300
PAPER = re.compile(
    r"^[^.]{0,80}\b(?:guidance|guidelines|annual report|overview report|code of practice|opinion|consultation"
    r"|memorandum of understanding|action policy)\b[^.]{0,40}$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that names a document of another sort, in its title or at its head."""

CERTAINLY_NOTHING = {
    Genre.ACCESS: "a decision notice on access to information, not a sanction",
    Genre.STEP: "a step of an investigation, not a sanction",
    Genre.UNDERTAKING: "an undertaking is a promise of the organisation, nothing is imposed",
    Genre.AUDIT: "a report on an audit, not a sanction",
}


def read(raw: RawDecision, passage: Passage, home: str = "GBP") -> Account:
    """What an English passage of an act says. Pure; raises nothing for what a text says.

    `home` is the currency of sums that name none. A text of no known sort gives an empty account: it does not speak.
    """
    text = mend(passage.text)
    if passage.form is Form.DECISION_TEXT:
        return _text(raw, passage, text)
    if is_item(raw, text):
        return read_item(raw, passage, home)
    if genre_of(text, raw) in (Genre.ACCESS, Genre.TRIBUNAL):
        return _text(raw, passage, text)
    if is_about_access(text):
        return Account(nothing=CERTAINLY_NOTHING[Genre.ACCESS])
    if passage.form is Form.FEED_ITEM:
        return _feed_item(raw, passage, home)
    return read_press(raw, passage, home)


def _text(raw: RawDecision, passage: Passage, text: str) -> Account:
    genre = genre_of(text, raw)
    if genre is None and is_about_access(text):
        return Account(nothing=CERTAINLY_NOTHING[Genre.ACCESS])
    if genre is None:
        is_silent = PAPER.search(f"{raw.title}\n{text[:HEAD]}") or not any(
            is_said(sentence) for sentence in sentences(text)
        )
        return Account(nothing="the text imposes no sanction") if is_silent else Account()
    if genre is Genre.TRIBUNAL:
        return read_ruling(raw, passage)
    if genre is Genre.VARIATION:
        return Account(doubts=("the notice changes an earlier one: it belongs to that decision",))
    if genre in CERTAINLY_NOTHING:
        return Account(nothing=CERTAINLY_NOTHING[genre])
    return read_notice(genre, raw, passage)


def _feed_item(raw: RawDecision, passage: Passage, home: str) -> Account:
    """A title of the register is only a name: without a type or a word of a sanction it needs its page."""
    account = read_press(raw, passage, home)
    return Account(doubts=("the row does not say what was decided",)) if account.nothing else account
