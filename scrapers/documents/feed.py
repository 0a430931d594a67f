"""RSS and Atom bytes to items of plain strings. Nothing is interpreted: dates and addresses stay as they stand."""

import io
from dataclasses import dataclass
from typing import Any

import feedparser
from bs4 import BeautifulSoup

from scrapers.adapter import Page
from scrapers.documents import html
from scrapers.errors import BrokenDocumentError, LayoutChangedError, NotAvailableError

ENDS = (b"</rss>", b"</feed>", b"</rdf:RDF>")
MOJIBAKE = ("Ã", "â€")


@dataclass(frozen=True)
class Item:
    """One entry of a feed. `summary` and `published` are empty where the feed does not state them."""

    title: str
    link: str
    summary: str
    published: str


def items(page: Page) -> tuple[Item, ...]:
    """The feed's entries in their order.

    Raises NotAvailableError for what is no feed at all (an HTML page with status 200), BrokenDocumentError for a feed
    that is cut off or cannot be read, LayoutChangedError for a sound feed that is empty or lacks titles or links.
    """
    # A stream, because feedparser takes a string for an address or a file name (libraries.md, trap 19).
    parsed: Any = feedparser.parse(io.BytesIO(page.body))
    if not parsed.get("version"):
        raise NotAvailableError(page.url, f"expected a feed, found {_found(page.body)}")
    if parsed.bozo and not any(end in page.body for end in ENDS):
        raise BrokenDocumentError(page.url, "the feed is cut off")
    if parsed.bozo and not parsed.entries:
        raise BrokenDocumentError(page.url, f"the feed cannot be read: {parsed.bozo_exception}")
    if not parsed.entries:
        raise LayoutChangedError(page.url, "expected some items in the feed, found none")
    return tuple(_item(page, entry) for entry in parsed.entries)


def _found(body: bytes) -> str:
    start = body.lstrip()[:300].lower()
    if b"<html" in start or b"<!doctype html" in start:
        return "an HTML page"
    return "nothing" if not start else f"“{start[:40].decode('utf-8', 'replace')}”"


def _item(page: Page, entry: Any) -> Item:
    item = Item(
        title=_plain(entry.get("title", "")),
        link=entry.get("link", "").strip(),
        summary=_plain(entry.get("summary", "")),
        published=entry.get("published" if "published" in entry else "updated", "").strip(),
    )
    if not item.title or not item.link:
        raise LayoutChangedError(page.url, f"expected a title and a link in every item, found {item}")
    return item


def _plain(markup: str) -> str:
    return html.text(BeautifulSoup(f"<p>{repair(markup)}</p>", "lxml"))


def repair(words: str) -> str:
    """UTF-8 that was taken for a Latin charset once too often, set right; anything else as it is.

    The Garante's feed holds such titles beside sound summaries (source-garante.md §2.1).

    >>> repair("criticitÃ\\xa0 dellâ€™etÃ")
    'criticità dell’età'
    >>> repair("SÃO PAULO")
    'SÃO PAULO'
    """
    if not any(mark in words for mark in MOJIBAKE):
        return words
    # The no-break space that is half of an “à” is stripped by feed readers when it ends the title.
    whole = words + "\xa0" if words.endswith("Ã") else words
    for charset in ("windows-1252", "latin-1"):
        try:
            return whole.encode(charset).decode("utf-8")
        except UnicodeError:
            continue
    return words
