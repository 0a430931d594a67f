"""What the recorded cases do not show of the Garante's pages: addresses, pagers, and what leads from a release."""

from datetime import date

import pytest

from scrapers.adapter import Page, RawDecision, Ref, Request
from scrapers.authorities.garante import (
    docweb_id,
    measure_request,
    parse_decision,
    parse_news,
    parse_search,
    search_requests,
)
from scrapers.errors import LayoutChangedError

CARD = '<div class="card-risultato"><a class="titolo-risultato" href="/web/docweb-display/docweb/{0}">P</a></div>'
RELEASE = (
    '<html><head><title>T</title></head><body><div id="div-to-print"><p>Il Garante sanziona. '
    '<a href="{0}">{1}</a></p></div></body></html>'
)


def listing(cards: int, around: str = "", number: str = "1") -> Page:
    request = search_requests(date(2026, 7, 17))[0]
    body = around + "".join(CARD.format(9000000 + n) for n in range(cards))
    asked = Request(request.url.replace("_cur=1", f"_cur={number}"))
    return Page(asked, asked.url, f"<html><body>{body}</body></html>".encode())


def release(href: str, words: str = "doc. web n. 9000005") -> Page:
    request = measure_request("9000001")
    ref = Ref("9000001", request, title="COMUNICATO STAMPA - Il Garante sanziona")
    return Page(request, request.url, RELEASE.format(href, words).encode(), ref=ref)


@pytest.mark.parametrize(
    ("address", "docweb"),
    [
        ("https://www.gpdp.it/garante/doc.jsp?ID=10272004", "10272004"),
        ("https://garanteprivacy.it:443/web/guest/home/docweb/-/docweb-display/docweb/9751362#english", "9751362"),
        ("https://www.edpb.europa.eu/docweb/9751362", None),
        ("https://www.garanteprivacy.it/temi", None),
    ],
)
def test_a_docweb_id_is_read_from_every_address_of_the_garante_and_no_other(address: str, docweb: str | None) -> None:
    assert docweb_id(address) == docweb


def test_the_window_is_asked_in_iso_dates_and_every_type_by_itself() -> None:
    url = search_requests(date(2026, 7, 17))[0].url

    assert "_dataInizio=2026-01-18&" in url
    assert "_dataFine=2026-07-17&" in url
    assert "10526%2C" in url


@pytest.mark.parametrize(
    ("around", "number", "next_number"),
    [
        ("<p>21 risultati di ricerca</p>", "2", "3"),
        ("<p>20 risultati di ricerca</p>", "2", None),
        ("<p>1.021 risultati di ricerca</p>", "102", "103"),
        (
            '<ul class="pagination"><li><a class="page-link">1</a></li><li><a class="page-link">2</a></li></ul>',
            "1",
            "2",
        ),
    ],
)
def test_the_total_or_the_pager_says_where_the_list_ends(around: str, number: str, next_number: str | None) -> None:
    more = parse_search(listing(10, around, number)).more

    assert [request.url.rpartition("_cur=")[2].split("&")[0] for request in more] == (
        [next_number] if next_number else []
    )


def test_a_full_page_that_does_not_say_how_many_there_are_is_refused_and_a_short_one_is_the_last() -> None:
    assert parse_search(listing(9)).more == ()
    with pytest.raises(LayoutChangedError, match="found neither"):
        parse_search(listing(10))


def test_a_sanction_in_the_feed_that_leads_elsewhere_is_refused() -> None:
    body = (
        "<rss version='2.0'><channel><title>N</title><item><title>Il Garante sanziona Volo</title>"
        "<link>https://example.org/1</link></item></channel></rss>"
    )

    with pytest.raises(LayoutChangedError, match="docweb address"):
        parse_news(
            Page(Request("https://www.garanteprivacy.it/rss"), "https://www.garanteprivacy.it/rss", body.encode())
        )


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("/home/docweb/-/docweb-display/docweb/9000001#english", "Testo"),
        ("/home/docweb/-/docweb-display/docweb/9000002", "Comunicato stampa del 9 luglio 2026"),
        ("https://www.edpb.europa.eu/docweb/9000003", "EDPB"),
        ("mailto:stampa@example.org", "e-mail"),
    ],
)
def test_a_release_leads_to_measures_only_and_without_one_is_itself_provisional(href: str, words: str) -> None:
    (act,) = parse_decision(release(href, words))

    assert isinstance(act, RawDecision)
    assert act.provisional


def test_a_release_that_links_its_measure_states_no_act_of_its_own() -> None:
    (lead,) = parse_decision(release("https://www.gpdp.it/garante/doc.jsp?ID=9000005"))

    assert isinstance(lead, Ref)
    assert (lead.key, lead.request) == ("9000005", measure_request("9000005"))


def test_the_card_of_the_page_gives_the_day_when_no_list_did() -> None:
    request = measure_request("9000001")
    body = (
        "<html><title>T</title><body><p>Data 29/01/26</p><div class='testo'>[doc. web n. 9000001]</div></body></html>"
    )

    (act,) = parse_decision(Page(request, request.url, body.encode()))

    assert isinstance(act, RawDecision)
    assert (act.key, act.reference, act.listed_on) == ("9000001", "9000001", "29/01/26")
