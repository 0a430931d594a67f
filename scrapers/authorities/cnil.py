"""The CNIL (France): where its sanctions are published and what those pages say, in their own words (source-cnil.md)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from scrapers.adapter import Adapter, Form, Listing, Page, Passage, RawDecision, Ref, Request, Source
from scrapers.documents import archive, dila, feed, html
from scrapers.errors import BrokenDocumentError, LayoutChangedError, NotAvailableError
from scrapers.meaning import french
from scrapers.meaning.dates import dates
from scrapers.meaning.french.numbers import read_any_number, read_number
from scrapers.meaning.text import clean, fold

SITE = "https://www.cnil.fr"
TABLE = f"{SITE}/fr/les-sanctions-prononcees-par-la-cnil"
ARCHIVES = "https://echanges.dila.gouv.fr/OPENDATA/CNIL/"
LEGIFRANCE = "https://www.legifrance.gouv.fr/cnil/id/"

LAST_LIST_PAGE = 2
"""Three pages of six articles reach back further than the lists are ever left unread (source-cnil.md §1)."""

MAX_ARCHIVE_BYTES = 100_000_000
"""Five times the full archive of 2025-07."""

SAME_RELEASE = timedelta(days=31)
"""Acts that one release announces are of one day or nearly so; what is older is cited as context."""

SIGN = re.compile(r"sanction|amende|avertissement|(?:met|mettent|mises?) en demeure|rappel|injonction|astreinte|inflige")
CLOSING = re.compile(r"\bclot(?:ure)?\b(?!.*liquid)")
WANTED_RECORD = re.compile(r"\b(?:san|medp?)-|sanction|avertissement|mise en demeure|cl.ture|rappel|injonction|amende")
ERROR_PAGE = re.compile(r"non trouvee|introuvable|indisponible|erreur|maintenance|acces refuse|page not found|error")
ARCHIVE = re.compile(r"(CNIL|Freemium_cnil_global)_(\d{8}-\d{6})\.tar\.gz")
TEXT_ID = re.compile(r"CNILTEXT\d+")
LONG_DATE = re.compile(r"\b\d{1,2}(?:er)? [^\W\d_]+ \d{4}\b")
ROW_DATE = re.compile(r"\d\d/\d\d/\d{4}")
BESIDE_THE_TEXT = (".page--tools", ".ctn-gen-push-3", ".general-tags", ".nav--hub-nav", ".sr-only")


def parse_feed(page: Page) -> Listing:
    """The news of the RSS feed that may be of a sanction; it holds all news of the CNIL (source-cnil.md §2.1)."""
    items = (item for item in feed.items(page) if _may_be_sanction(item.title, item.summary))
    return Listing(tuple(_ref(urljoin(SITE, item.link), item.title, item.published) for item in items))


def parse_list(page: Page) -> Listing:
    """The articles of a list page that may be of a sanction; past its end a list is empty (source-cnil.md §2.2)."""
    root = html.document(page)
    _refuse_error_page(page, root)
    address, _, number = page.request.url.partition("?page=")
    heads = root.select("main h3 a[href]")
    if not heads and number == "0":
        raise LayoutChangedError(page.url, "expected some articles “main h3 a” on the first page, found none")
    refs = tuple(ref for ref in (_card_ref(page, head) for head in heads) if ref)
    goes_on = heads and int(number) < LAST_LIST_PAGE
    return Listing(refs, (Request(f"{address}?page={int(number) + 1}"),) if goes_on else ())


def parse_archives(page: Page) -> Listing:
    """The newest full archive and the increments after it, oldest first (source-cnil.md §2.4)."""
    names = {html.link(page, a).rsplit("/", 1)[1] for a in html.some(page, html.document(page), 'a[href$=".tar.gz"]')}
    found = sorted((match for name in names if (match := ARCHIVE.fullmatch(name))), key=lambda match: match[2])
    if not found:
        raise LayoutChangedError(page.url, "expected some archives by the names of the fund, found none")
    full = max((match[2] for match in found if match[1] != "CNIL"), default="")
    return Listing(tuple(_archive_ref(match[0]) for match in found if match[2] >= full))


def parse_table(page: Page) -> Listing:
    """The rows of the official table that link a decision: key is its number, `number` its CNILTEXT id.

    Most rows are of the simplified procedure and name nothing to compare with; they are left out. The CNILTEXT id can
    be wrong and amounts are never updated, so the rows only show which numbers exist (source-cnil.md §2.3).
    """
    rows = [row for row in html.some(page, html.document(page), ".ctn-gen table tr") if _is_row(row)]
    if not rows:
        raise LayoutChangedError(page.url, "expected rows of 4 or 5 cells that begin with a date, found none")
    return Listing(tuple({ref.key: ref for ref in (_row_ref(row) for row in rows) if ref}.values()))


def parse_decision(page: Page) -> tuple[RawDecision | Ref, ...]:
    """What an article or an archive of the open-data fund says."""
    if ARCHIVE.search(page.url):
        return tuple(_records(page))
    if page.url == TABLE:
        return ()
    return _article(page)


def _may_be_sanction(title: str, rest: str = "") -> bool:
    plain = fold(clean(title))
    return not CLOSING.search(plain) and bool(SIGN.search(f"{plain} {fold(clean(rest))}"))


def _ref(url: str, title: str, listed_on: str) -> Ref:
    return Ref(_slug(url), Request(url.replace("http:", "https:", 1)), title, listed_on=listed_on or None)


def _slug(url: str) -> str:
    """The address within the site, with its language: French and English slugs are made independently."""
    return urlsplit(url).path.strip("/")


def _card_ref(page: Page, head: Tag) -> Ref | None:
    title, card = html.text(head), _card(head)
    tags = " ".join(html.text(tag) for tag in card.select('a[href*="/tag/"]'))
    listed_on = LONG_DATE.findall(html.text(card))
    return _ref(html.link(page, head), title, listed_on[-1] if listed_on else "") if _may_be_sanction(title, tags) else None


def _card(head: Tag) -> Tag:
    """The largest element around a heading that holds no other article: cards carry no stable class."""
    card = head
    while card.parent is not None and card.parent.name != "main" and len(card.parent.select("h3 a[href]")) == 1:
        card = card.parent
    return card


def _archive_ref(name: str) -> Ref:
    return Ref(name, Request(ARCHIVES + name, max_bytes=MAX_ARCHIVE_BYTES))


def _is_row(row: Tag) -> bool:
    cells = row.select("td")
    return len(cells) in (4, 5) and bool(ROW_DATE.fullmatch(html.text(cells[0])))


def _row_ref(row: Tag) -> Ref | None:
    link = row.select_one('a[href*="CNILTEXT"]')
    if link is None:
        return None
    cells = [html.text(cell) for cell in row.select("td")]
    text_id = _text_id(link)
    key = read_any_number(str(link.get("title", ""))) or text_id
    return Ref(key, Request(LEGIFRANCE + text_id), cells[1], category=cells[-1], number=text_id, listed_on=cells[0])


def _text_id(link: Tag) -> str:
    match = TEXT_ID.search(str(link["href"]))
    return match[0] if match else ""


def _refuse_error_page(page: Page, root: Tag) -> None:
    title = root.select_one("head title")
    if title is not None and ERROR_PAGE.search(fold(html.text(title))):
        raise NotAvailableError(page.url, f"an error page in place of the document: “{html.text(title)}”")


def _article(page: Page) -> tuple[RawDecision | Ref, ...]:
    """An English page leads to its French original where it names one; the French says who, how much and which act."""
    root = html.document(page)
    _refuse_error_page(page, root)
    original = root.select_one('link[rel="alternate"][hreflang="fr"]')
    language = "en" if _slug(page.url).startswith("en/") else "fr"
    if language == "en" and original is not None:
        return (_ref(html.link(page, original), page.ref.title if page.ref else "", ""),)
    article = html.one(page, root, ".ctn-gen")
    html.one(page, article, ".ctn-gen-body")
    release = RawDecision(
        key=_slug(page.url),
        url=page.url,
        title=html.text(html.one(page, article, ".ctn-gen-titre h1")),
        passages=(Passage(Form.PRESS_RELEASE, html.text(article, BESIDE_THE_TEXT), language, page.url),),
        listed_on=page.ref.listed_on if page.ref else None,
        published=html.text(html.one(page, article, ".ctn-gen-auteur")),
        provisional=True,
    )
    return tuple(_acts(release, tuple(_cited(article))))


@dataclass(frozen=True)
class Cited:
    """A decision that an article links to on Légifrance, and the words of the link."""

    number: str | None
    text_id: str
    words: str

    @property
    def decided(self) -> date:
        """The day in the words of the link; the last of days where they name none, so that it counts as new."""
        return next((day for day, _ in dates(self.words, "fr")), date.max)


def _cited(article: Tag) -> Iterator[Cited]:
    for link in article.select('a[href*="/cnil/id/CNILTEXT"]'):
        words = " ".join(f"{html.text(link)} {link.get('title') or ''}".split())
        yield Cited(read_number(words), _text_id(link), words)


def _acts(release: RawDecision, cited: tuple[Cited, ...]) -> Iterator[RawDecision]:
    """One act for each decision that a release announces; without a numbered one the release itself, provisionally."""
    numbered = {cite.number: cite for cite in reversed(cited) if cite.number}
    newest = max((cite.decided for cite in numbered.values() if cite.decided != date.max), default=date.min)
    acts = {number: cite for number, cite in sorted(numbered.items()) if newest - cite.decided <= SAME_RELEASE}
    older = tuple(f"cites {number}" for number in sorted(numbered) if number not in acts)
    if not acts:
        yield replace(release, aliases=tuple(dict.fromkeys(cite.text_id for cite in cited)))
    for number, cite in acts.items():
        several = len(acts) > 1
        yield replace(
            release,
            key=number,
            reference=number,
            provisional=False,
            about=cite.words if several else "",
            # An address that announces two decisions is the identity of neither.
            aliases=(cite.text_id,) if several else (cite.text_id, release.key),
            unread=older,
        )


def _records(page: Page) -> Iterator[RawDecision]:
    """The sanctions and formal notices of an archive; a record that is broken comes alone, its reason as title."""
    for name, body in archive.members(page.body, page.url, "*CNILTEXT*.xml"):
        if not WANTED_RECORD.search(fold(dila.label(body))):
            continue
        try:
            yield _record_act(dila.record(body, f"{page.url}#{name}"))
        except BrokenDocumentError as error:
            yield RawDecision(name.rsplit("/", 1)[-1], page.url, str(error), passages=())


def _record_act(record: dila.Record) -> RawDecision:
    address = LEGIFRANCE + record.id
    text = "\n".join(part for part in (record.title, record.full_title, record.text) if part)
    number = read_number(record.number) or record.number or record.id
    return RawDecision(
        key=number,
        url=address,
        title=record.full_title or record.title,
        passages=(Passage(Form.DECISION_TEXT, text, "fr", address),),
        reference=number,
        category=record.nature or None,
        number=record.number or None,
        listed_on=record.decided or None,
        published=record.published or None,
        aliases=(record.id,),
    )


def _list_start(path: str) -> tuple[Request, ...]:
    return (Request(f"{SITE}/fr/{path}?page=0"),)


ADAPTER = Adapter(
    code="CNIL",
    name="Commission nationale de l'informatique et des libertés",
    country="FR",
    language="fr",
    currency="EUR",
    timezone="Europe/Paris",
    hosts=("www.cnil.fr", "cnil.fr", "echanges.dila.gouv.fr"),
    sources=(
        Source("news", lambda _: (Request(f"{SITE}/fr/rss.xml"),), parse_feed),
        Source("news-en", lambda _: (Request(f"{SITE}/en/rss.xml"),), parse_feed, every=4),
        Source("tag", lambda _: _list_start("mots-cles/sanction"), parse_list, every=24),
        Source("list", lambda _: _list_start("actualite"), parse_list, every=24),
        Source("dila", lambda _: (Request(ARCHIVES),), parse_archives, every=24),
        Source("table", lambda _: (Request(TABLE),), parse_table, every=24 * 7, cross_check=True),
    ),
    parse_decision=parse_decision,
    read=french.read,
    pace=2.0,
    terms="Texts of cnil.fr: CC BY-ND 4.0 FR (quote the title, link). Open data of DILA: Licence Ouverte 2.0.",
    home=SITE,
)
