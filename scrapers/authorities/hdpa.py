"""Hellenic Data Protection Authority (Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα): its list of acts, their pages.

Says what stands on a page and understands nothing of it. The number of an act is no key, several organs count from one
(source-hdpa.md §3.3): the key is the path's last part, and the number is only an alias together with the date.
"""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from scrapers.adapter import Adapter, Form, Listing, Page, Passage, RawDecision, Ref, Request, Source
from scrapers.documents.html import document, link, maybe, one, some, text
from scrapers.errors import LayoutChangedError
from scrapers.meaning.greek import read
from scrapers.meaning.text import fold

CODE = "HDPA"
LIST = "https://www.dpa.gr/el/enimerwtiko/prakseisArxis"
LIST_PAGES = 8
"""About a year and a half of acts: they are listed by issue date and uploaded up to half a year later (§2.1)."""

NO_DECISIONS = ("γνωμοδοτ", "συστασ", "κατευθυντηρι", "οδηγι")
"""Opinions, recommendations, guidelines, directives, in the singular and the plural forms of the list (§2.1)."""

LABELS = {
    "κατηγορια": "category",
    "ημερομηνια": "date",
    "αριθμοσ πραξησ": "number",
    "αριθμοσ πρωτοκολλου": "number",
    "περιληψη": "summary",
    "θεματικη ενοτητα": "subject",
    "θεματικεσ ενοτητεσ": "subject",
    "εφαρμοζομενεσ διαταξεισ": "provisions",
    "διαταξεισ": "provisions",
    "pdf αποφασησ": "pdf",
    "pdf πραξησ": "pdf",
    "pdf": "pdf",
}
"""Folded labels of a page (§3.1); what is not among them comes back as unread."""

_SLUG = re.compile(r"/enimerwtiko/prakseisArxis/([^/?#]+)")
_TWICE_ENCODED = re.compile("%25([0-9A-Fa-f]{2})")


def _pages(count: int) -> Callable[[date], tuple[Request, ...]]:
    requests = tuple(Request(f"{LIST}?page={number}") for number in range(count))
    return lambda _: requests


def parse_listing(page: Page) -> Listing:
    """The rows of one list page. Raises LayoutChangedError where there is none, or one lacks a cell."""
    rows = some(page, document(page), "table tbody tr")
    return Listing(tuple(_ref(page, row) for row in rows))


def _ref(page: Page, row: Tag) -> Ref:
    title = one(page, row, 'a[href*="/prakseisArxis/"]')
    url = link(page, title)
    return Ref(
        key=_slug(page, url),
        request=Request(f"{LIST}/{_slug(page, url)}"),
        title=text(title),
        category=text(one(page, row, "td.views-field-nothing-1")),
        number=text(one(page, row, "td.views-field-field-arithmos-protokolloy")),
        # The attribute `datetime` of this element is always "00Z" (§2.1).
        listed_on=text(one(page, row, "time")),
    )


def _slug(page: Page, url: str) -> str:
    found = _SLUG.search(urlsplit(url).path)
    if found is None:
        raise LayoutChangedError(page.url, f"expected the address of an act, found “{url}”")
    return unquote(found[1])


def parse_decision(page: Page) -> tuple[RawDecision, ...]:
    """The act that a page shows. Raises LayoutChangedError where neither its summary nor its PDF can be found."""
    root = document(page)
    values, unread = _labelled(page, root)
    summary, pdf = values.get("summary"), values.get("pdf")
    if summary is None and pdf is None:
        raise LayoutChangedError(page.url, "expected the field “Περίληψη” or a PDF, found neither")
    category, number, day = (_said(values, name, listed) for name, listed in _row(page.ref))
    title = text(some(page, root, "h1")[0])
    words = "\n".join(text(node) for node in (summary,) if node is not None) or title
    act = RawDecision(
        key=page.ref.key if page.ref else _slug(page, page.url),
        url=page.url,
        title=title,
        passages=(Passage(Form.DECISION_PAGE, words, "el", page.url),),
        category=category,
        number=number,
        listed_on=day,
        aliases=(f"{category} {number}, {day}",) if category and number and day else (),
        attachments=() if pdf is None or _is_no_decision(category) else _attachments(page, pdf),
        unread=unread,
    )
    return (act,)


def _row(ref: Ref | None) -> tuple[tuple[str, str | None], ...]:
    if ref is None:
        return (("category", None), ("number", None), ("date", None))
    return (("category", ref.category), ("number", ref.number), ("date", ref.listed_on))


def _said(values: dict[str, Tag], name: str, listed: str | None) -> str | None:
    return text(values[name]) if name in values else listed


def _labelled(page: Page, root: Tag) -> tuple[dict[str, Tag], tuple[str, ...]]:
    """The first value of every known label (the whole block stands twice, §3.1), and the labels that are not known."""
    values: dict[str, Tag] = {}
    unread: dict[str, None] = {}
    for field in some(page, root, ".field"):
        label = maybe(page, field, ":scope > .field__label")
        if label is None:
            continue
        name = LABELS.get(fold(text(label)).rstrip(" :"))
        if name is None:
            unread[text(label)] = None
        else:
            values.setdefault(name, _value(page, field))
    return values, tuple(unread)


def _value(page: Page, field: Tag) -> Tag:
    items = maybe(page, field, ":scope > .field__items")
    return items or some(page, field, ":scope > .field__item")[0]


def _is_no_decision(category: str | None) -> bool:
    return fold(category or "").startswith(NO_DECISIONS)


def _attachments(page: Page, field: Tag) -> tuple[Request, ...]:
    links = [link(page, anchor) for anchor in some(page, field, 'a[href$=".pdf" i]')]
    urls = (_TWICE_ENCODED.sub(r"%\1", url).replace("//dpa.gr/", "//www.dpa.gr/", 1) for url in links)
    return tuple(Request(url) for url in dict.fromkeys(urls))


ADAPTER = Adapter(
    code=CODE,
    name="Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
    country="GR",
    language="el",
    currency="EUR",
    timezone="Europe/Athens",
    hosts=("www.dpa.gr",),
    sources=(
        Source("latest", _pages(1), parse_listing),
        Source("acts", _pages(LIST_PAGES), parse_listing, every=24),
    ),
    parse_decision=parse_decision,
    read=read,
    pace=2.0,
    terms="Open provision and re-use of the authority's documents by its yearly act (e.g. 3041/2025), source named.",
    home="https://www.dpa.gr",
)
