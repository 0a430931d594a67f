"""News about a measure: press releases, newsletters, feed titles. A title is never the last word on a sum."""

from scrapers.adapter import Account, Passage, RawDecision


def read_release(raw: RawDecision, text: str, passage: Passage) -> Account:
    """x."""
    return Account()
