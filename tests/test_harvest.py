"""Driving one adapter: what a visit yields, and that one bad item leaves the others unharmed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from scrapers.adapter import Account, Adapter, Form, Listing, Page, Passage, RawDecision, Ref, Request, Source
from scrapers.decision import Evidence, Kind, Money, Sanction
from scrapers.errors import LayoutChangedError, MissingError, NotAvailableError
from scrapers.harvest import Lead, Read, Refused, Result, Seen, harvest
from scrapers.normalise import Accepted, Doubtful, Dropped
from scrapers.registry import adapter_of
from tests.golden import CASES, pdf_of
from tests.golden import pages as recorded

LIST = "https://example.org/list"


class Pages:
    """Pages by address; counts what was asked."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self.pages, self.asked = pages, list[str]()

    async def fetch(self, request: Request) -> Page:
        self.asked.append(request.url)
        if request.url not in self.pages:
            raise MissingError(request.url, "404")
        return Page(request, request.url, self.pages[request.url])


def ref(key: str) -> Ref:
    return Ref(key, Request(f"https://example.org/{key}"))


def parse_listing(page: Page) -> Listing:
    keys, _, more = page.body.decode().partition("|")
    if not keys:
        raise LayoutChangedError(page.url, "expected some rows, found none")
    return Listing(tuple(ref(key) for key in keys.split()), tuple(Request(url) for url in more.split()))


def parse_decision(page: Page) -> tuple[RawDecision | Ref, ...]:
    """A toy authority: `fine 5`, `nothing`, `leads a b`, `broken`, `attached https://…`."""
    verb, *rest = page.body.decode().split()
    if verb == "bug":
        raise IndexError("no third row")
    if verb == "broken":
        raise NotAvailableError(page.url, "not available")
    if verb == "leads":
        return tuple(ref(key) for key in rest)
    attached = tuple(Request(url) for url in rest) if verb == "attached" else ()
    text = "fine 5" if verb == "attached" else page.body.decode()
    key = page.url.rsplit("/", 1)[1]
    return (RawDecision(key, page.url, key, (Passage(Form.DECISION_PAGE, text, "en"),), attachments=attached),)


def read(raw: RawDecision, passage: Passage) -> Account:
    verb, *rest = passage.text.split()
    if verb != "fine":
        return Account(nothing="a toy opinion")
    money = Money.of(rest[0], "EUR")
    return Account((Sanction(party=raw.key, kind=Kind.FINE, money=money, evidence=Evidence(words=passage.text)),))


TOY: Adapter = replace(
    adapter_of("CNIL"),
    sources=(Source("list", lambda _: (Request(LIST),), parse_listing, max_pages=3),),
    parse_decision=parse_decision,
    read=read,
)


async def visited(pages: Pages, *, known: frozenset[str] = frozenset()) -> list[Result]:
    results = harvest(TOY, TOY.sources[0], pages, today=date(2026, 1, 1), is_known=lambda ref: ref.key in known)
    return [result async for result in results]


def at(**pages: str) -> Pages:
    return Pages(
        {LIST: pages.pop("list").encode()} | {f"https://example.org/{k}": v.encode() for k, v in pages.items()}
    )


async def test_the_whole_listing_is_seen_before_anything_is_read() -> None:
    pages = at(list="a b | https://example.org/2", **{"2": "c", "a": "fine 1", "b": "fine 2", "c": "fine 3"})
    results = await visited(pages)

    assert [type(result) for result in results] == [Seen, Seen, Seen, Read, Read, Read]


async def test_what_is_known_is_not_asked_for_again() -> None:
    pages = at(list="a b", a="fine 1", b="fine 2")
    await visited(pages, known=frozenset({"a"}))

    assert pages.asked == [LIST, "https://example.org/b"]


async def test_one_bad_item_leaves_the_others_unharmed() -> None:
    results = await visited(at(list="a b c", a="broken", c="fine 3"))
    told = [result for result in results if not isinstance(result, Seen)]

    assert [type(result) for result in told] == [Refused, Refused, Read]


async def test_an_authoritys_own_bug_costs_the_item_that_it_meets() -> None:
    results = await visited(at(list="a b c", a="bug", b="fine x", c="fine 3"))
    told = [result for result in results if not isinstance(result, Seen)]

    assert [str(result.error) for result in told if isinstance(result, Refused)] == [
        "the reader fails on a: IndexError: no third row",
        "the reader fails on b: InvalidOperation: [<class 'decimal.ConversionSyntax'>]",
    ]
    assert isinstance(told[-1], Read)


async def test_a_listing_without_rows_raises() -> None:
    with pytest.raises(LayoutChangedError):
        await visited(at(list=""))


async def test_a_listing_that_never_ends_raises() -> None:
    pages = at(list="a | https://example.org/2", **{"2": "a | https://example.org/3", "3": "a | https://example.org/4"})
    with pytest.raises(LayoutChangedError, match="more than 3 pages"):
        await visited(pages)


async def test_a_lead_is_followed_and_told_apart_from_an_act() -> None:
    results = await visited(at(list="a", a="leads b", b="fine 2"))

    assert [type(result) for result in results] == [Seen, Seen, Read, Lead]
    assert [result.ref.key for result in results] == ["a", "b", "b", "a"]


async def test_leads_in_a_circle_end() -> None:
    results = await visited(at(list="a", a="leads b", b="leads a"))

    assert len(results) < 12


async def test_a_document_that_cannot_be_had_never_hides_its_act() -> None:
    results = await visited(at(list="a", a="attached https://example.org/gone.pdf"))
    outcome = next(result.outcome for result in results if isinstance(result, Read))

    assert isinstance(outcome, Doubtful)
    assert outcome.decision is not None
    assert outcome.reasons == ("the document https://example.org/gone.pdf could not be read: 404",)


async def test_a_document_is_read_beside_its_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pdf")
    folder.joinpath("notice.txt").write_text("fine 6", encoding="utf-8")
    pages = at(list="a", a="attached https://example.org/notice.pdf")
    pages.pages = {**pages.pages, "https://example.org/notice.pdf": pdf_of(folder, "notice.txt")}
    results = await visited(pages)
    outcome = next(result.outcome for result in results if isinstance(result, Read))

    assert isinstance(outcome, Doubtful)
    assert outcome.reasons == ("the documents of this act state different amounts",)


async def test_a_page_that_is_no_sanction_is_dropped_without_asking_for_its_documents() -> None:
    results = await visited(at(list="a", a="nothing"))
    outcome = next(result.outcome for result in results if isinstance(result, Read))

    assert outcome == Dropped("a toy opinion")


async def test_an_act_is_accepted_with_its_page() -> None:
    results = await visited(at(list="a", a="fine 7"))
    told = next(result for result in results if isinstance(result, Read))

    assert isinstance(told.outcome, Accepted)
    assert [page.body for page in told.pages] == [b"fine 7"]


async def test_of_an_archive_of_many_acts_only_the_text_of_the_act_is_kept() -> None:
    folder = CASES / "cnil" / "open-data-archive"
    cnil = adapter_of("CNIL")
    dila = next(source for source in cnil.sources if source.name == "dila")
    results = harvest(cnil, dila, recorded(folder), today=date(2026, 9, 4), is_known=lambda _: False)
    kept = [result.pages[0] async for result in results if isinstance(result, Read) and result.raw.passages]

    assert kept
    assert {page.content_type for page in kept} == {"text/plain; charset=utf-8"}
