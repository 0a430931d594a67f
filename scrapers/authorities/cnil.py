"""The CNIL (France): where its sanctions are published, and what is said there, in its own words (source-cnil.md)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from scrapers.adapter import Adapter, Form, Listing, Page, Passage, RawDecision, Ref, Request, Source
from scrapers.documents import archive, article_cards, dila, feed, html, sanctions_table
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

SIGN = re.compile(
    r"sanction|amende|avertissement|(?:met|mettent|mises?) en demeure|rappel|injonction|astreinte|inflige"
    r"|\bfine[sd]?\b|penalt|formal notice|reprimand|injunction"
)
CLOSING = re.compile(r"\bclot(?:ure)?\b(?!.*liquid)|\bclosure\b")
WANTED_RECORD = re.compile(r"\b(?:san|medp?)-|sanction|avertissement|mise en demeure|cl.ture|rappel|injonction|amende")
ERROR_PAGE = re.compile(r"non trouvee|introuvable|indisponible|erreur|maintenance|acces refuse|not found|error")
BESIDE_THE_TEXT = (".page--tools", ".ctn-gen-push-3", ".general-tags", ".nav--hub-nav", ".sr-only")


def parse_feed(page: Page) -> Listing:
    """The news of the RSS feed that may be of a sanction; it holds all news of the CNIL (source-cnil.md §2.1)."""
    items = (item for item in feed.items(page) if _may_be_sanction(item.title, item.summary))
    return Listing(tuple(_ref(urljoin(SITE, item.link), item.title, item.published) for item in items))


def parse_list(page: Page) -> Listing:
    """The articles of a list page that may be of a sanction; past its end a list is empty (source-cnil.md §2.2)."""
    root = _sound_document(page)
    address, _, number = page.request.url.partition("?page=")
    cards = article_cards.cards(page, root)
    if not cards and number == "0":
        raise LayoutChangedError(page.url, "expected some articles “main h3 a” on the first page, found none")
    told = (card for card in cards if _may_be_sanction(card.title, card.tags))
    refs = tuple(_ref(card.url, card.title, card.listed_on) for card in told)
    goes_on = cards and int(number) < LAST_LIST_PAGE
    return Listing(refs, (Request(f"{address}?page={int(number) + 1}"),) if goes_on else ())


def parse_archives(page: Page) -> Listing:
    """The archives of the open-data fund that hold its state of today (source-cnil.md §2.4)."""
    links = html.some(page, html.document(page), 'a[href$=".tar.gz"]')
    names = dila.current(html.link(page, link).rsplit("/", 1)[1] for link in links)
    if not names:
        raise LayoutChangedError(page.url, "expected some archives by the names of the fund, found none")
    return Listing(tuple(Ref(name, Request(ARCHIVES + name, max_bytes=MAX_ARCHIVE_BYTES)) for name in names))


def parse_table(page: Page) -> Listing:
    """The decisions that the official table links: key is the number, `number` the CNILTEXT id.

    The id can be wrong and amounts are never updated: the rows only show which numbers exist (source-cnil.md §2.3).
    """
    refs = (_row_ref(row) for row in sanctions_table.rows(page) if row.text_id)
    return Listing(tuple({ref.key: ref for ref in refs}.values()))


def parse_decision(page: Page) -> tuple[RawDecision | Ref, ...]:
    """What an article or an archive says; an English article leads to its French original where it names one."""
    if dila.ARCHIVE.search(page.url):
        return tuple(_records(page))
    if page.url == TABLE:
        return ()
    root = _sound_document(page)
    original = root.select_one('link[rel="alternate"][hreflang="fr"]')
    if _slug(page.url).startswith("en/") and original is not None:
        return (_ref(html.link(page, original), page.ref.title if page.ref else "", ""),)
    return tuple(_acts(*_release(page, root)))


def _sound_document(page: Page) -> Tag:
    """The page's elements; NotAvailableError for an error page that came with status 200."""
    root = html.document(page)
    title = root.select_one("head title")
    if title is not None and ERROR_PAGE.search(fold(html.text(title))):
        raise NotAvailableError(page.url, f"an error page in place of the document: “{html.text(title)}”")
    return root


def _may_be_sanction(title: str, rest: str = "") -> bool:
    plain = fold(clean(title))
    return not CLOSING.search(plain) and bool(SIGN.search(f"{plain} {fold(clean(rest))}"))


def _ref(url: str, title: str, listed_on: str) -> Ref:
    return Ref(_slug(url), Request(url.replace("http:", "https:", 1)), title, listed_on=listed_on or None)


def _slug(url: str) -> str:
    """The address within the site, with its language: French and English slugs are made independently."""
    return urlsplit(url).path.strip("/")


def _row_ref(row: sanctions_table.Row) -> Ref:
    key = read_any_number(row.link) or row.text_id
    request = Request(LEGIFRANCE + row.text_id)
    return Ref(key, request, row.body, category=row.outcome, number=row.text_id, listed_on=row.decided)


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


def _release(page: Page, root: Tag) -> tuple[RawDecision, tuple[Cited, ...]]:
    article = html.one(page, root, ".ctn-gen")
    html.one(page, article, ".ctn-gen-body")
    language = "en" if _slug(page.url).startswith("en/") else "fr"
    day = html.maybe(page, article, ".ctn-gen-auteur")
    release = RawDecision(
        key=_slug(page.url),
        url=page.url,
        title=html.text(html.one(page, article, ".ctn-gen-titre h1")),
        passages=(Passage(Form.PRESS_RELEASE, html.text(article, BESIDE_THE_TEXT), language, page.url),),
        listed_on=page.ref.listed_on if page.ref else None,
        published=html.text(day) if day else None,
        provisional=True,
    )
    return release, tuple(map(_cite, article.select('a[href*="/cnil/id/CNILTEXT"]')))


def _cite(link: Tag) -> Cited:
    words = "; ".join(filter(None, (html.text(link), str(link.get("title", "")))))
    return Cited(read_number(words), sanctions_table.text_id(link), words)


def _acts(release: RawDecision, cited: tuple[Cited, ...]) -> Iterator[RawDecision]:
    """One act for each decision that a release announces; without a numbered one the release itself, provisionally."""
    numbered = {cite.number: cite for cite in reversed(cited) if cite.number}
    newest = max((cite.decided for cite in numbered.values() if cite.decided != date.max), default=date.min)
    acts = {number: cite for number, cite in sorted(numbered.items()) if newest - cite.decided <= SAME_RELEASE}
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
            unread=tuple(f"cites {older}" for older in sorted(numbered) if older not in acts),
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


def _source(name: str, url: str, parse: Callable[[Page], Listing], every: int = 1) -> Source:
    return Source(name, lambda _: (Request(url),), parse, every, cross_check=parse is parse_table)


ADAPTER = Adapter(
    code="CNIL",
    name="Commission nationale de l'informatique et des libertés",
    country="FR",
    language="fr",
    currency="EUR",
    timezone="Europe/Paris",
    hosts=("www.cnil.fr", "cnil.fr", "echanges.dila.gouv.fr"),
    sources=(
        _source("news", f"{SITE}/fr/rss.xml", parse_feed),
        _source("news-en", f"{SITE}/en/rss.xml", parse_feed, every=4),
        _source("tag", f"{SITE}/fr/mots-cles/sanction?page=0", parse_list, every=24),
        _source("list", f"{SITE}/fr/actualite?page=0", parse_list, every=24),
        _source("dila", ARCHIVES, parse_archives, every=24),
        _source("table", TABLE, parse_table, every=7 * 24),
    ),
    parse_decision=parse_decision,
    read=french.read,
    pace=2.0,
    terms="Texts of cnil.fr: CC BY-ND 4.0 FR (quote the title, link). Open data of DILA: Licence Ouverte 2.0.",
    home=SITE,
)
