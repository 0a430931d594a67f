"""One French passage of an act to an `Account`: as a deliberation, a release or a bare title. Pure."""

from dataclasses import replace
from datetime import date

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.meaning.dates import dates
from scrapers.meaning.french.deliberation import operative_part, read_deliberation
from scrapers.meaning.french.heading import is_deliberation
from scrapers.meaning.french.headline import read_title
from scrapers.meaning.french.release import read_release
from scrapers.meaning.french.row import read_row
from scrapers.meaning.french.translated import read_translation
from scrapers.meaning.french.words import unwrapped
from scrapers.meaning.text import clean


def read(raw: RawDecision, passage: Passage) -> Account:
    """What one passage says of the act. Offsets of evidence count in the cleaned text.

    An English passage is a translation by the CNIL; other languages it does not write.
    """
    if passage.language == "en":
        account = read_translation(raw, passage)
    else:
        account = _account(raw, passage.form, clean(raw.title), unwrapped(clean(passage.text)))
    sanctions = tuple(
        sanction.model_copy(update={"evidence": sanction.evidence.model_copy(update={"document": passage.url})})
        for sanction in account.sanctions
    )
    return replace(account, sanctions=sanctions, published_on=_published_on(raw) or account.published_on)


def _account(raw: RawDecision, form: Form, title: str, text: str) -> Account:
    if form is Form.FEED_ITEM:
        return _feed_item(raw, title, text)
    if form is Form.DECISION_TEXT or is_deliberation(title, text) or operative_part(text):
        return read_deliberation(raw, title, text)
    row = read_row(raw, text) if form is Form.DECISION_PAGE else None
    return row or read_release(raw, title, text)


def _feed_item(raw: RawDecision, title: str, text: str) -> Account:
    """A title, with its teaser where that settles what the title leaves open."""
    account = read_title(title or text)
    if account.doubts and title and text.removeprefix(title).strip():
        teased = read_release(raw, title, text)
        return teased if teased.sanctions and not teased.doubts else account
    return account


def _published_on(raw: RawDecision) -> date | None:
    """The day on the page. The year 2999, which DILA writes where it knows none, is no date to `dates`."""
    return next((day for day, _ in dates(raw.published or "", "fr")), None)
