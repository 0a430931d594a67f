"""The Garante (Italy): a news feed, a search list and docweb pages. Copies words; PDF addresses are never asked for.

Evidence for addresses, markup and traps: source-garante.md. A press release only leads to its measures; a measure is
known by its own docweb id (§1), whichever host or path named it.
"""

import math
import re
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bs4 import BeautifulSoup, Tag

from scrapers.adapter import Adapter, Form, Listing, Page, Passage, RawDecision, Ref, Request, Source
from scrapers.documents.feed import items
from scrapers.documents.html import document, link, maybe, one, some, text
from scrapers.errors import LayoutChangedError, NotAvailableError
from scrapers.meaning.italian import read

SITE = "https://www.garanteprivacy.it"
HOSTS = ("www.garanteprivacy.it", "garanteprivacy.it", "www.gpdp.it", "gpdp.it")
FEED = f"{SITE}/o/gpdp-rss/rss?t=news"
PORTLET = "g_gpdp5_search_GGpdp5SearchPortlet"
WINDOW = timedelta(days=180)
"""The list is ordered by date of decision; the longest lag to publication met was 110 days (§3.4)."""
PAGE_SIZE = 10
TYPES = (
    *("10526", "9271403", "9625871", "9150851", "9161733", "9567234"),
    *("9660377", "10529", "10530", "10500", "10488", "10533"),
)
"""Every type that a sanction may be filed under; a parent does not include its children (§2.2)."""

DOCWEB = re.compile(r"(?:[?&]ID=|/docweb/)(\d+)", re.IGNORECASE)
OF_SANCTIONS = re.compile(
    r"sanzion|\bmult[aei]|ingiun|ammoni|avvert|\bviet|divieto|\bblocc|limitazion|\bstop\b|\bordin|sospen|prescri|illecit",
    re.IGNORECASE,
)
TOTAL = re.compile(r"(\d+(?:\.\d{3})*)\s+risultat[oi]\s+di\s+ricerca", re.IGNORECASE)
CONTAINERS = "#div-to-print, .journal-content-article, #interna-webcontent, #internal-content-wrapper, .testo"
MEASURE = re.compile(
    r"registro\s+dei\s+provvedimenti|nella\s+riunione\s+odierna|IL GARANTE PER LA PROTEZIONE DEI DATI PERSONALI\s+VIST",
    re.IGNORECASE,
)
MARKED = re.compile(r"\[doc\.?\s*web\s+n", re.IGNORECASE)
MISSING = "Il contenuto o il file richiesto non è disponibile"
REMOVED = re.compile(r"Il provvedimento.{0,160}?(?:è|e'|e’|é) stat[oa] rimoss[oa]", re.DOTALL)
RELEASE = re.compile(r"comunicat[oi] stampa|newsletter|^news\b", re.IGNORECASE)
NOT_A_MEASURE = re.compile(r"comunicat[oi]|newsletter|version|english|inglese", re.IGNORECASE)
CARD_DATE = re.compile(r"^Data\s+(\d{2}/\d{2}/\d{2})\s*$", re.MULTILINE)


def docweb_id(address: str) -> str | None:
    """The docweb id that an address of any of the Garante's forms names (§3.1), or None.

    >>> docweb_id("https://www.gpdp.it/garante/doc.jsp?ID=10272004")
    '10272004'
    """
    found = DOCWEB.search(address)
    return found[1] if found and urlsplit(address).hostname in HOSTS else None


def measure_request(docweb: str) -> Request:
    """The one address under which a docweb page is asked for."""
    return Request(f"{SITE}/home/docweb/-/docweb-display/docweb/{docweb}")


def parse_news(page: Page) -> Listing:
    """The news whose titles speak of a sanction; the others are left to the search list."""
    return Listing(tuple(_news(page, item.title, item.link) for item in items(page) if OF_SANCTIONS.search(item.title)))


def _news(page: Page, title: str, address: str) -> Ref:
    docweb = docweb_id(address)
    if docweb is None:
        raise LayoutChangedError(page.url, f"expected a docweb address in the feed, found “{address}”")
    return Ref(docweb, measure_request(docweb), title=title)


def search_requests(today: date) -> tuple[Request, ...]:
    """The first page of all sanctioning types over the window; dates must be ISO (§2.2)."""
    settings = {
        "mvcRenderCommandName": "/renderSearch", "text": "", "idsTipologia": ",".join(TYPES), "idsArgomenti": "",
        "dataInizio": (today - WINDOW).isoformat(), "dataFine": today.isoformat(), "cur": "1",
        "paginaWeb": "false", "allegato": "false", "ordinamentoPer": "DESC", "ordinamentoTipo": "data",
    }  # fmt: skip
    portal = {"p_p_id": PORTLET, "p_p_lifecycle": "0", "p_p_state": "normal", "p_p_mode": "view"}
    query = portal | {f"_{PORTLET}_{name}": value for name, value in settings.items()}
    return (Request(f"{SITE}/home/ricerca?{urlencode(query)}"),)


def parse_search(page: Page) -> Listing:
    """One page of the search list and the request for the next; a page without cards raises, it is never empty."""
    whole = document(page)
    refs = [_card(page, card) for card in some(page, whole, "div.card-risultato")]
    return Listing(tuple({ref.key: ref for ref in refs}.values()), _next_page(page, _pages(page, whole, len(refs))))


def _card(page: Page, card: Tag) -> Ref:
    heading = one(page, card, "a.titolo-risultato")
    docweb = docweb_id(link(page, heading))
    if docweb is None:
        raise LayoutChangedError(page.url, f"expected a docweb address in a result, found “{heading.get('href')}”")
    category = card.select_one('a[href*="/search/tipologia/"]')
    listed_on = maybe(page, card, "div.data-risultato")
    return Ref(
        docweb,
        measure_request(docweb),
        title=text(heading),
        category=text(category) if category else None,
        listed_on=(text(listed_on) or None) if listed_on else None,
    )


def _pages(page: Page, whole: BeautifulSoup, cards: int) -> int:
    total = TOTAL.search(text(whole))
    if total:
        return math.ceil(int(total[1].replace(".", "")) / PAGE_SIZE)
    numbers = [int(text(label)) for label in whole.select("ul.pagination a.page-link") if text(label).isdigit()]
    if not numbers and cards >= PAGE_SIZE:
        raise LayoutChangedError(page.url, "expected the number of results or a pager, found neither")
    return max(numbers, default=1)


def _next_page(page: Page, pages: int) -> tuple[Request, ...]:
    parts = urlsplit(page.request.url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    number = int(query.get(f"_{PORTLET}_cur", "1")) + 1
    query[f"_{PORTLET}_cur"] = str(number)
    return (Request(urlunsplit(parts._replace(query=urlencode(query)))),) if number <= pages else ()


def parse_decision(page: Page) -> tuple[RawDecision | Ref, ...]:
    """A measure, or the refs of the measures that a press release links.

    Status 200 proves nothing here (§3.4): NotAvailableError for the page that says so, LayoutChangedError for one that
    is neither measure nor release. A measure taken down after a judgment is told in the site's one sentence.
    """
    whole = document(page)
    words = _content(page, whole)
    title = _title(page, whole)
    if MEASURE.search(words) or REMOVED.search(words):
        return (_measure(page, whole, title, words),)
    named = (page.ref.title if page.ref else "", _category(page, whole) or "", title)
    if any(RELEASE.search(name) for name in named):
        return _announced(page, whole) or (_release(page, title, words),)
    if MARKED.search(words):
        return (_measure(page, whole, title, words),)
    raise LayoutChangedError(page.url, "expected a measure or a press release, found neither")


def _content(page: Page, whole: BeautifulSoup) -> str:
    if MISSING in (everything := text(whole)) and not (MEASURE.search(everything) or MARKED.search(everything)):
        raise NotAvailableError(page.url, f"the page says “{MISSING}”")
    return max((text(node) for node in some(page, whole, CONTAINERS)), key=len)


def _title(page: Page, whole: BeautifulSoup) -> str:
    """Never the first heading, which is “Navigazione” on every page (§3.2)."""
    named = maybe(page, whole, 'meta[property="og:title"]')
    title = str(named["content"]) if named else text(one(page, whole, "title"))
    return " ".join(title.removesuffix("- Garante Privacy").split())


def _category(page: Page, whole: BeautifulSoup) -> str | None:
    if page.ref and page.ref.category:
        return page.ref.category
    named = whole.select_one('a[href*="/search/tipologia/"]')
    return text(named) if named else None


def _own_id(page: Page) -> str:
    docweb = docweb_id(page.request.url)
    if docweb is None:
        raise LayoutChangedError(page.request.url, "expected the address of a docweb page")
    return docweb


def _measure(page: Page, whole: BeautifulSoup, title: str, words: str) -> RawDecision:
    docweb = _own_id(page)
    url = measure_request(docweb).url
    card = CARD_DATE.search(text(whole))
    return RawDecision(
        key=docweb,
        url=url,
        title=title,
        passages=(Passage(Form.DECISION_TEXT, words, "it", url),),
        reference=docweb,
        category=_category(page, whole),
        listed_on=(page.ref.listed_on if page.ref else None) or (card[1] if card else None),
    )


def _announced(page: Page, whole: BeautifulSoup) -> tuple[Ref, ...]:
    own = _own_id(page)
    refs = {}
    for anchor in whole.select(", ".join(f"{box} a[href]" for box in CONTAINERS.split(", "))):
        docweb = docweb_id(link(page, anchor)) if _may_lead(anchor) else None
        if docweb and docweb != own:
            refs[docweb] = Ref(docweb, measure_request(docweb), title=text(anchor))
    return tuple(refs.values())


def _may_lead(anchor: Tag) -> bool:
    return bool(DOCWEB.search(str(anchor["href"]))) and not NOT_A_MEASURE.search(text(anchor))


def _release(page: Page, title: str, words: str) -> RawDecision:
    """A release that links no measure yet: news that stands until the measure brings the real key."""
    docweb = _own_id(page)
    url = measure_request(docweb).url
    passage = Passage(Form.PRESS_RELEASE, words, "it", url)
    return RawDecision(key=docweb, url=url, title=title, passages=(passage,), provisional=True)


ADAPTER = Adapter(
    code="GARANTE",
    name="Garante per la protezione dei dati personali",
    country="IT",
    language="it",
    currency="EUR",
    timezone="Europe/Rome",
    hosts=HOSTS,
    sources=(
        Source("news", lambda _: (Request(FEED),), parse_news),
        Source("search", search_requests, parse_search, every=24, max_pages=80),
    ),
    parse_decision=parse_decision,
    read=read,
    pace=2.5,
    terms="No general licence (source-garante.md §5): facts, a link and our own summary.",
    home=SITE,
)
