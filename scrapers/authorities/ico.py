"""The Information Commissioner's Office, United Kingdom: its search API, register pages and news pages.

Copies words only; what they mean is read in `scrapers.meaning.english`. Source of every fact here: source-ico.md.
"""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from scrapers.adapter import Account, Adapter, Form, Listing, Page, Passage, RawDecision, Ref, Request, Source
from scrapers.documents import html
from scrapers.errors import LayoutChangedError, NotAvailableError
from scrapers.meaning import english

HOME = "https://ico.org.uk"
SEARCH = f"{HOME}/api/search"
ENFORCEMENT = "/action-weve-taken/enforcement/"
NEWS = "/about-the-ico/media-centre/news-and-blogs/"
REGISTER_ROOT = 17222
NEWS_ROOT = 2816
NEWS_PAGES = 2
"""Fifty items reach weeks back (source-ico.md §1); older news is in the register by then."""

SPEAKS_OF_A_SANCTION = re.compile(
    r"\bfine[sd]?\b|penalt|reprimand|enforcement notice|prosecut|notice of intent|£", re.I
)
WELSH = re.compile(r"welsh|cymraeg|[-_]cym\b|[-_]cym[-_.]", re.I)

DOCUMENT_TYPES = {
    "monetary penalties": re.compile(r"\bmpn\b|penalty|\bcmp\b", re.I),
    "enforcement notices": re.compile(r"enforcement[ -]notice|\ben\b", re.I),
    "reprimands": re.compile(r"reprimand", re.I),
}
"""How the name of a notice tells its type (source-ico.md §3.3)."""


def start_register(_: date) -> tuple[Request, ...]:
    """The first page of all enforcement action; the list is in the order of notice dates, so all pages are walked."""
    return (_ask(REGISTER_ROOT, 1),)


def start_news(_: date) -> tuple[Request, ...]:
    """The first page of news, blogs, speeches and statements."""
    return (_ask(NEWS_ROOT, 1, "news", "blog", "speech", "statement"),)


def parse_register(page: Page) -> Listing:
    """One page of the enforcement list, promoted cards left out. Raises PageError when it is not that."""
    rows = [row for row in _results(page) if _path(page, row).startswith(ENFORCEMENT)]
    if not rows:
        raise LayoutChangedError(page.url, "expected some enforcement rows, found none")
    refs = (_ref(page, row, key=str(row.get("id") or _path(page, row))) for row in rows)
    return Listing(tuple(refs), _next(page, pages=None))


def parse_news(page: Page) -> Listing:
    """One page of the news list: only rows whose words speak of a sanction. Raises PageError when it is not that."""
    rows = [row for row in _results(page) if _path(page, row).startswith(NEWS)]
    if not rows:
        raise LayoutChangedError(page.url, f"expected some rows under {NEWS}, found none")
    told = [row for row in rows if SPEAKS_OF_A_SANCTION.search(f"{row['title']} {row.get('description') or ''}")]
    refs = (_ref(page, row, key=_slug(_path(page, row))) for row in told)
    return Listing(tuple(refs), _next(page, pages=NEWS_PAGES))


def parse_decision(page: Page) -> tuple[RawDecision | Ref, ...]:
    """What a register page or a news page says. Any other page raises LayoutChangedError."""
    path = urlsplit(page.url).path
    if path.startswith(ENFORCEMENT):
        return (_register_item(page, path),)
    if path.startswith(NEWS):
        return (_news_item(page, path),)
    raise LayoutChangedError(page.url, f"expected a page under {ENFORCEMENT} or {NEWS}")


def read(raw: RawDecision, passage: Passage) -> Account:
    """The English reading; an act without a reference of its own is shown by its number in the register."""
    account = english.read(raw, passage)
    if account.sanctions and passage.form is Form.DECISION_PAGE and raw.key.isdigit() and not account.reference:
        return replace(account, reference=f"ICO-{raw.key}")
    return account


def _ask(root: int, number: int, *types: str) -> Request:
    filters = [{"key": "entype", "values": list(types)}] if types else []
    question = {"filters": filters, "pageNumber": number, "order": "newest", "rootPageId": root}
    headers = (("Content-Type", "application/json"), ("Accept", "application/json"))
    return Request(SEARCH, "POST", json.dumps(question).encode(), headers)


def _answer(page: Page) -> dict[str, Any]:
    try:
        answer = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        raise NotAvailableError(page.url, f"expected JSON, found {page.content_type or 'something else'}") from error
    if not isinstance(answer, dict):
        raise LayoutChangedError(page.url, f"expected a JSON object, found {type(answer).__name__}")
    return answer


def _results(page: Page) -> list[dict[str, Any]]:
    rows = _answer(page).get("results")
    if not isinstance(rows, list) or not rows:
        raise LayoutChangedError(page.url, "expected some results, found none")
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("url"), str) or not isinstance(row.get("title"), str):
            raise LayoutChangedError(page.url, "expected a title and a url in every result")
    return rows


def _next(page: Page, pages: int | None) -> tuple[Request, ...]:
    """The request for the following page, up to `pages` (None: as many as there are)."""
    pagination = _answer(page).get("pagination")
    total = pagination.get("totalPages") if isinstance(pagination, dict) else None
    if not isinstance(total, int):
        raise LayoutChangedError(page.url, "expected pagination with totalPages")
    question = json.loads(page.request.body or b"{}")
    number = question["pageNumber"] + 1
    if number > min(total, pages or total):
        return ()
    types = [value for one in question["filters"] for value in one["values"]]
    return (_ask(question["rootPageId"], number, *types),)


def _ref(page: Page, row: dict[str, Any], key: str) -> Ref:
    return Ref(
        key=key,
        request=Request(urljoin(HOME, _path(page, row))),
        title=row["title"].strip(),
        stamp=str(row.get("createdDateTime") or ""),
        category=str(row.get("filterItemMetaData") or "") or None,
    )


def _path(page: Page, row: dict[str, Any]) -> str:
    """The site's own path of a row; an address elsewhere has none of the paths that are looked for."""
    address = urlsplit(urljoin(page.url, row["url"]))
    return address.path if address.netloc == urlsplit(HOME).netloc else ""


def _slug(path: str) -> str:
    return path.strip("/").rsplit("/", 1)[-1]


def _register_item(page: Page, path: str) -> RawDecision:
    soup = html.document(page)
    main = html.one(page, soup, "main#main-content")
    title, facts = html.text(html.one(page, main, "h1")), _facts(page, main)
    prose = "\n".join(html.text(node) for node in main.select("div.prose"))
    taken = {label: facts[label] for label in ("Date", "Date of final notice", "Type", "Sector") if label in facts}
    if "Type" not in taken:
        raise LayoutChangedError(page.url, f"expected a fact “Type”, found {', '.join(facts) or 'none'}")
    panel = "\n".join(f"{label}\n{value}" for label, value in taken.items())
    return RawDecision(
        key=_key(page, soup, path),
        url=page.url,
        title=title,
        passages=(Passage(Form.DECISION_PAGE, f"{title}\n{panel}\n{prose}".strip(), "en", page.url),),
        category=taken["Type"],
        listed_on=taken.get("Date of final notice") or taken.get("Date"),
        aliases=(path,),
        attachments=_notices(main, taken["Type"]),
        unread=tuple(label for label in facts if label not in taken),
    )


def _news_item(page: Page, path: str) -> RawDecision:
    main = html.one(page, html.document(page), "main#main-content")
    title, facts = html.text(html.one(page, main, "h1")), _facts(page, main)
    text = "\n".join(html.text(node) for node in html.some(page, main, ".rich-text, div.prose"))
    return RawDecision(
        key=_slug(path),
        url=page.url,
        title=title,
        passages=(Passage(Form.NEWS, text, "en", page.url),),
        category=facts.get("Type"),
        listed_on=facts.get("Date"),
        published=facts.get("Date"),
        provisional=True,
        aliases=(path,),
        unread=tuple(label for label in facts if label not in ("Date", "Type")),
    )


def _facts(page: Page, main: Tag) -> dict[str, str]:
    """The panel under the heading: a label in a span, its value in a strong."""
    rows = [row for row in main.select("li:has(> span):has(> strong)") if row.find_parent(class_="prose") is None]
    return {
        html.text(html.one(page, row, ":scope > span")): html.text(html.one(page, row, ":scope > strong"))
        for row in rows
    }


def _key(page: Page, soup: BeautifulSoup, path: str) -> str:
    """The number of the page, which is the id in the API; a page that contradicts its row raises."""
    meta = html.maybe(page, soup, 'meta[name="DC.PageID"]')
    number = str(meta.get("content") or "").strip() if meta else ""
    listed = page.ref.key if page.ref else ""
    if number and listed.isdigit() and number != listed:
        raise LayoutChangedError(page.url, f"expected page {listed}, found page {number}")
    return number or listed or path


def _notices(main: Tag, types: str) -> tuple[Request, ...]:
    """The PDFs of this act: attached (they have a size), English, and not of a type that has an item of its own."""
    found = []
    for node in main.select("further-reading[x-href][x-size]"):
        href, title = str(node["x-href"]), str(node.get("x-title") or "")
        if href.lower().endswith(".pdf") and not WELSH.search(f"{title} {href}") and _belongs(f"{title} {href}", types):
            found.append(Request(urljoin(HOME, href)))
    return tuple(dict.fromkeys(found))


def _belongs(name: str, types: str) -> bool:
    said = [kind for kind, words in DOCUMENT_TYPES.items() if words.search(name)]
    return not said or any(kind in types.lower() for kind in said)


ADAPTER = Adapter(
    code="ICO",
    name="Information Commissioner's Office",
    country="GB",
    language="en",
    currency="GBP",
    timezone="Europe/London",
    hosts=("ico.org.uk",),
    sources=(
        Source("register", start_register, parse_register, every=24),
        Source("news", start_news, parse_news, every=4),
    ),
    parse_decision=parse_decision,
    read=read,
    pace=6.0,
    terms="Open Government Licence v3.0, except where otherwise stated",
    home=f"{HOME}{ENFORCEMENT}",
)
