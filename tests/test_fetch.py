"""The network over real sockets on 127.0.0.1: what can go wrong has a name, and the hosts see us behave."""

import asyncio
import gzip
import json
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession

from scrapers.adapter import Adapter, Page, Request
from scrapers.documents import feed, html
from scrapers.documents.pdf import pdf_text
from scrapers.errors import (
    BlockedError,
    BrokenDocumentError,
    FetchError,
    MissingError,
    NotAvailableError,
    RateLimitedError,
    TooLargeError,
)
from scrapers.fetch import Network, user_agent
from scrapers.recorded import RecordedPages
from scrapers.transport import Patience
from tests.loopback.authority import Authority, Fault, authority

CNIL, DILA, GPDP = "www.cnil.fr", "echanges.dila.gouv.fr", "www.gpdp.it"
NEWS = f"https://{CNIL}/fr/rss.xml"
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>CNIL</title>
<item><title>Sanction de 5 millions d'euros</title><link>https://www.cnil.fr/fr/x</link></item></channel></rss>"""
QUICK = Patience(connect=2, read=2, whole=5, retries=2, pause=0.001, longest_pause=60)


def adapter(code: str, *hosts: str) -> Adapter:
    return Adapter(
        code=code,
        name=code,
        country="FR",
        language="fr",
        currency="EUR",
        timezone="Europe/Paris",
        hosts=hosts,
        sources=(),
        parse_decision=lambda _: (),
        read=lambda *_: pytest.fail("nothing is read here"),
    )


ADAPTERS = (adapter("CNIL", CNIL, DILA), adapter("GARANTE", GPDP))


def answer(request: Request) -> tuple[str, bytes] | None:
    """One feed, and a search that echoes what it was asked."""
    if request.url == NEWS:
        return "application/rss+xml", FEED
    if request.method == "POST":
        return "application/json", b'{"asked": ' + (request.body or b"null") + b"}"
    return None


@pytest.fixture
async def server() -> AsyncIterator[Authority]:
    async with authority(answer) as running:
        yield running


@asynccontextmanager
async def network(
    server: Authority, folder: Path, *, patience: Patience = QUICK, pace: Callable[[Adapter], float] = lambda _: 0
) -> AsyncIterator[Network]:
    targets = dict.fromkeys((CNIL, DILA, GPDP), server.address)
    async with Network(
        ADAPTERS, contact="newsroom@example.org", cache_dir=folder, loopback=targets, pace=pace, patience=patience
    ) as opened:
        yield opened


@pytest.fixture
async def web(server: Authority, tmp_path: Path) -> AsyncIterator[Network]:
    async with network(server, tmp_path) as opened:
        yield opened


async def test_a_page_comes_with_its_real_address_and_we_say_who_we_are(server: Authority, web: Network) -> None:
    page = await web.fetch(Request(NEWS))
    assert page == Page(Request(NEWS), NEWS, FEED, "application/rss+xml")
    asked = server.seen[0]
    assert asked.headers["Host"] == CNIL
    assert asked.headers["User-Agent"].startswith("finewatch/")
    assert asked.headers["User-Agent"].endswith("(+newsroom@example.org)")


async def test_a_search_is_posted_with_its_headers_and_body(server: Authority, web: Network) -> None:
    search = Request(
        f"https://{CNIL}/api/search", "POST", b'{"pageNumber": 2}', (("Content-Type", "application/json"),)
    )
    assert json.loads((await web.fetch(search)).body) == {"asked": {"pageNumber": 2}}
    assert server.seen[0].headers["Content-Type"] == "application/json"


async def test_a_page_that_did_not_change_is_sent_once_and_a_changed_one_again(server: Authority, web: Network) -> None:
    first = await web.fetch(Request(NEWS))
    second = await web.fetch(Request(NEWS))
    server.order(NEWS, Fault(body=b"<rss>new</rss>"))
    third = await web.fetch(Request(NEWS))
    assert "If-None-Match" not in server.seen[0].headers
    assert server.seen[1].headers["If-None-Match"] == server.seen[2].headers["If-None-Match"]
    assert (first.body, second.body, third.body) == (FEED, FEED, b"<rss>new</rss>")


async def test_what_is_unchanged_is_known_after_a_restart(server: Authority, tmp_path: Path) -> None:
    for _ in range(2):
        async with network(server, tmp_path) as opened:
            assert (await opened.fetch(Request(NEWS))).body == FEED
    assert "If-None-Match" in server.seen[1].headers


async def test_an_old_copy_is_never_passed_off_as_an_answer(server: Authority, web: Network) -> None:
    await web.fetch(Request(NEWS))
    server.order(NEWS, Fault(status=500))
    with pytest.raises(FetchError, match="status 500"):
        await web.fetch(Request(NEWS))


async def test_a_page_that_claims_to_be_fresh_is_asked_for_all_the_same(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(headers={"Cache-Control": "max-age=86400"}), ever=True)
    await web.fetch(Request(NEWS))
    await web.fetch(Request(NEWS))
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("status", "error", "reason"),
    [
        (401, BlockedError, "refuses us"),
        (403, BlockedError, "refuses us"),
        (451, BlockedError, "refuses us"),
        (404, MissingError, "does not exist"),
        (410, MissingError, "does not exist"),
        (400, FetchError, "status 400"),
        (500, FetchError, "status 500"),
        (503, FetchError, "status 503"),
        (204, FetchError, "status 204"),
    ],
)
async def test_each_refusal_has_its_name(
    server: Authority, web: Network, status: int, error: type[FetchError], reason: str
) -> None:
    server.order(NEWS, Fault(status=status, body=b"" if status == 204 else b"<p>sorry</p>"), ever=True)
    with pytest.raises(error, match=reason) as caught:
        await web.fetch(Request(NEWS))
    assert type(caught.value) is error
    assert caught.value.url == NEWS
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("status", [200, 403, 503])
@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
        b'<html><title>Making sure you&#39;re not a bot!</title><script id="anubis_challenge">{}</script></html>',
        b"<html><body><form>Please solve this captcha</form></body></html>",
    ],
)
async def test_a_page_that_keeps_robots_out_blocks_us_whatever_its_status(
    server: Authority, web: Network, status: int, body: bytes
) -> None:
    server.order(NEWS, Fault(status=status, body=body), ever=True)
    with pytest.raises(BlockedError, match="keeps robots out"):
        await web.fetch(Request(NEWS))


async def test_a_long_page_with_a_captcha_in_its_contact_form_is_no_challenge(server: Authority, web: Network) -> None:
    body = b"<html><title>Sanction</title><p>" + b"texte " * 5000 + b"</p><div class=g-recaptcha></div></html>"
    server.order(NEWS, Fault(body=body))
    assert (await web.fetch(Request(NEWS))).body == body


async def test_a_host_that_stumbles_is_asked_again(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(status=503), Fault(drop="before"))
    assert (await web.fetch(Request(NEWS))).body == FEED
    assert len(server.seen) == 3


async def test_a_host_that_is_down_is_asked_three_times_and_no_more(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(status=503), ever=True)
    with pytest.raises(FetchError, match="status 503"):
        await web.fetch(Request(NEWS))
    assert len(server.seen) == 3


async def test_a_short_pause_that_the_host_asks_for_is_waited(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(status=429, headers={"Retry-After": "1"}))
    assert (await web.fetch(Request(NEWS))).body == FEED
    assert server.seen[1].at - server.seen[0].at >= 0.99


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("when", ["3600", "Fri, 20 Nov 2026 11:00:00 GMT"])
async def test_a_long_pause_is_not_waited_but_handed_on(
    server: Authority, web: Network, status: int, when: str
) -> None:
    headers = {"Retry-After": when, "Date": "Fri, 20 Nov 2026 10:00:00 GMT"}
    server.order(NEWS, Fault(status=status, headers=headers), ever=True)
    with pytest.raises(RateLimitedError) as caught:
        await web.fetch(Request(NEWS))
    assert caught.value.retry_after == 3600
    assert len(server.seen) == 1


async def test_a_host_that_asks_for_a_pause_without_a_length_is_left_alone(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(status=429), ever=True)
    with pytest.raises(RateLimitedError) as caught:
        await web.fetch(Request(NEWS))
    assert caught.value.retry_after is None
    assert len(server.seen) == 1


async def test_a_host_that_keeps_asking_for_pauses_is_left_alone_in_the_end(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(status=429, headers={"Retry-After": "0"}), ever=True)
    with pytest.raises(RateLimitedError):
        await web.fetch(Request(NEWS))
    assert len(server.seen) == 3


async def test_a_body_without_end_is_given_up_at_the_cap_and_not_kept(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(megabytes=30))
    with pytest.raises(TooLargeError, match="more than 1000000"):
        await web.fetch(Request(NEWS, max_bytes=1_000_000))
    assert server.sent < 15_000_000
    assert (await web.fetch(Request(NEWS))).body == FEED
    assert "If-None-Match" not in server.seen[1].headers


async def test_a_body_that_says_it_is_too_large_is_not_read(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(body=bytes(2_000_000)))
    with pytest.raises(TooLargeError, match="2000000 bytes, more than 1000000"):
        await web.fetch(Request(NEWS, max_bytes=1_000_000))


async def test_a_body_that_unpacks_past_the_cap_is_too_large(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(body=gzip.compress(bytes(5_000_000)), headers={"Content-Encoding": "gzip"}))
    with pytest.raises(TooLargeError, match="unpacks to more than"):
        await web.fetch(Request(NEWS, max_bytes=1_000_000))


async def test_a_body_that_goes_on_after_its_packed_end_is_too_large(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(body=gzip.compress(FEED), headers={"Content-Encoding": "gzip"}, megabytes=30))
    with pytest.raises(TooLargeError, match="more than 1000000"):
        await web.fetch(Request(NEWS, max_bytes=1_000_000))
    assert server.sent < 15_000_000


async def test_a_packed_page_is_unpacked(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(body=gzip.compress(FEED), headers={"Content-Encoding": "gzip"}), ever=True)
    assert (await web.fetch(Request(NEWS))).body == FEED
    assert (await web.fetch(Request(NEWS))).body == FEED


async def test_a_body_packed_otherwise_than_it_says_is_a_failure(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(headers={"Content-Encoding": "gzip"}), ever=True)
    with pytest.raises(FetchError, match="not packed as it says"):
        await web.fetch(Request(NEWS))


async def test_an_empty_body_is_a_failure(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(body=b""))
    with pytest.raises(FetchError, match="empty body"):
        await web.fetch(Request(NEWS))


async def test_a_connection_that_breaks_in_the_body_is_a_failure_and_leaves_no_half_page(
    server: Authority, web: Network
) -> None:
    server.order(NEWS, Fault(drop="midway"))
    with pytest.raises(FetchError, match="connection broke"):
        await web.fetch(Request(NEWS))
    assert (await web.fetch(Request(NEWS))).body == FEED


async def test_a_host_that_stops_answering_is_a_failure(server: Authority, tmp_path: Path) -> None:
    server.order(NEWS, Fault(seconds=0.5), ever=True)
    async with network(server, tmp_path, patience=Patience(read=0.05, retries=0)) as web:
        with pytest.raises(FetchError, match="stopped answering"):
            await web.fetch(Request(NEWS))


async def test_an_answer_has_a_limit_as_a_whole(server: Authority, tmp_path: Path) -> None:
    server.order(NEWS, Fault(status=503, headers={"Retry-After": "50"}), ever=True)
    async with network(server, tmp_path, patience=Patience(whole=0.1)) as web:
        with pytest.raises(FetchError, match="too long as a whole"):
            await web.fetch(Request(NEWS))


async def test_an_unreachable_host_is_a_failure_with_one_reason(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = Authority(answer)
        nobody.port = taken.getsockname()[1]
        async with network(nobody, tmp_path) as web:
            with pytest.raises(FetchError, match="cannot be reached"):
                await web.fetch(Request(NEWS))


async def test_a_host_that_does_not_speak_tls_is_a_failure(server: Authority, tmp_path: Path) -> None:
    targets = {CNIL: f"https://127.0.0.1:{server.port}"}
    async with Network(
        ADAPTERS, contact="", cache_dir=tmp_path, loopback=targets, pace=lambda _: 0, patience=QUICK
    ) as web:
        with pytest.raises(FetchError, match="cannot be reached"):
            await web.fetch(Request(NEWS))


async def test_a_redirect_within_the_authority_is_followed_and_its_end_is_the_address(
    server: Authority, web: Network
) -> None:
    start = f"https://{DILA}/old?a=1"
    server.order(start, Fault(status=301, headers={"Location": f"http://{CNIL}:80/fr/rss.xml#top"}))
    page = await web.fetch(Request(start))
    assert (page.url, page.request.url, page.body) == (NEWS, start, FEED)


async def test_a_relative_redirect_starts_from_where_it_stands(server: Authority, web: Network) -> None:
    server.order(f"https://{CNIL}/fr/old", Fault(status=302, headers={"Location": "rss.xml"}))
    assert (await web.fetch(Request(f"https://{CNIL}/fr/old"))).url == NEWS


@pytest.mark.parametrize(("status", "method", "body"), [(303, "GET", b""), (307, "POST", b"1")])
async def test_a_search_that_is_sent_elsewhere_keeps_its_body_only_where_the_status_says_so(
    server: Authority, web: Network, status: int, method: str, body: bytes
) -> None:
    server.order(f"https://{CNIL}/search", Fault(status=status, headers={"Location": "/fr/rss.xml"}))
    await web.fetch(Request(f"https://{CNIL}/search", "POST", b"1"))
    assert (server.seen[1].method, server.seen[1].body) == (method, body)


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/login",
        f"https://{GPDP}/",
        "http://127.0.0.1:9/",
        "//169.254.169.254/latest",
        f"https://{CNIL}:8443/",
        f"https://{CNIL}@evil.example/",
        "file:///etc/hostname",
        "https://[oops/",
    ],
)
async def test_a_redirect_out_of_the_authority_is_not_followed(server: Authority, web: Network, target: str) -> None:
    server.order(NEWS, Fault(status=302, headers={"Location": target}))
    with pytest.raises(BlockedError, match=r"not one of the hosts|not an address"):
        await web.fetch(Request(NEWS))
    assert len(server.seen) == 1


async def test_a_redirect_in_a_circle_or_to_nowhere_ends(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(status=302, headers={"Location": NEWS}), ever=True)
    with pytest.raises(FetchError, match="redirected more than 5 times"):
        await web.fetch(Request(NEWS))
    server.order(NEWS, Fault(status=302))
    with pytest.raises(FetchError, match="without an address"):
        await web.fetch(Request(NEWS))


@pytest.mark.parametrize(
    "url", ["https://www.curia.europa.eu/x", "ftp://www.cnil.fr/x", "nonsense", "https://cnil.fr/"]
)
async def test_a_host_that_is_of_no_authority_is_never_asked(server: Authority, web: Network, url: str) -> None:
    with pytest.raises(BlockedError, match=r"not one of the hosts|not an address"):
        await web.fetch(Request(url))
    assert server.seen == []


async def test_an_insecure_address_is_asked_for_securely(server: Authority, web: Network) -> None:
    assert (await web.fetch(Request(NEWS.replace("https", "http")))).url == NEWS
    assert server.seen[0].url == NEWS


async def test_requests_to_one_host_keep_their_distance_and_their_order(server: Authority, tmp_path: Path) -> None:
    async with network(server, tmp_path, pace=lambda adapter: 0.2 if adapter.code == "CNIL" else 0.0) as web:
        urls = [f"https://{CNIL}/{number}" for number in range(3)] + [f"https://{GPDP}/{number}" for number in range(3)]
        for url in urls:
            server.order(url, Fault(body=b"<p>x</p>"))
        await asyncio.gather(*(web.fetch(Request(url)) for url in urls))
    times = {asked.url: asked.at for asked in server.seen}
    first, second, third = (times[url] for url in urls[:3])
    assert second - first >= 0.19
    assert third - second >= 0.19
    assert max(times[url] for url in urls[3:]) < second


async def test_a_retry_waits_for_its_turn_too(server: Authority, tmp_path: Path) -> None:
    server.order(NEWS, Fault(status=503))
    async with network(server, tmp_path, pace=lambda _: 0.1) as web:
        await web.fetch(Request(NEWS))
    assert server.seen[1].at - server.seen[0].at >= 0.09


async def test_while_a_host_is_slow_it_is_not_asked_for_more(server: Authority, web: Network) -> None:
    slow, other = f"https://{CNIL}/slow", f"https://{CNIL}/other"
    server.order(slow, Fault(seconds=0.1, body=b"<p>x</p>"))
    server.order(other, Fault(body=b"<p>x</p>"))
    await asyncio.gather(web.fetch(Request(slow)), web.fetch(Request(other)))
    assert server.seen[1].at - server.seen[0].at >= 0.09


@pytest.mark.parametrize("target", ["http://10.0.0.1:80", "https://www.cnil.fr", "http://127.0.0.1.evil.example", "x"])
def test_a_stand_in_must_be_on_this_machine(target: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not on this machine"):
        Network(ADAPTERS, contact="", cache_dir=tmp_path, loopback={CNIL: target})


async def test_with_stand_ins_no_other_host_is_reached(server: Authority, tmp_path: Path) -> None:
    async with Network(ADAPTERS, contact="", cache_dir=tmp_path, loopback={CNIL: server.address}) as web:
        with pytest.raises(FetchError, match="no server on this machine"):
            await web.fetch(Request(f"https://{GPDP}/"))


async def test_a_broken_cache_costs_the_saving_and_no_page(server: Authority, tmp_path: Path) -> None:
    (tmp_path / "http").mkdir()
    (tmp_path / "http" / "pages.db").write_bytes(b"not a database" * 1000)
    async with network(server, tmp_path) as web:
        assert [(await web.fetch(Request(NEWS))).body for _ in range(2)] == [FEED, FEED]


@pytest.mark.parametrize("contact", ["Ρεπόρτερ", "a@b.example\r\nX-Evil: 1"])
def test_a_contact_that_cannot_stand_in_a_header_is_refused(contact: str) -> None:
    with pytest.raises(ValueError, match="contact in plain ASCII"):
        user_agent(contact)


async def test_a_page_in_another_charset_than_it_says_comes_and_is_refused_when_read(
    server: Authority, web: Network
) -> None:
    body = "<p>société</p>".encode("latin-1")
    server.order(NEWS, Fault(body=body, headers={"Content-Type": "text/html; charset=utf-8"}))
    page = await web.fetch(Request(NEWS))
    with pytest.raises(BrokenDocumentError, match="utf-8"):
        html.document(page)


async def test_a_feed_that_is_malformed_or_a_page_is_refused_when_read(server: Authority, web: Network) -> None:
    server.order(NEWS, Fault(body=FEED[:150]), Fault(body=b"<html><title>Maintenance</title>Non disponible</html>"))
    cut, page = await web.fetch(Request(NEWS)), await web.fetch(Request(NEWS))
    with pytest.raises(BrokenDocumentError, match="cut off"):
        feed.items(cut)
    with pytest.raises(NotAvailableError, match="expected a feed, found an HTML page"):
        feed.items(page)


async def test_a_pdf_that_is_cut_off_or_a_page_is_refused_when_read(server: Authority, web: Network) -> None:
    server.order(
        NEWS, Fault(body=b"%PDF-1.7\n1 0 obj\n<<"), Fault(body=b"<html>Il contenuto non \xc3\xa8 disponibile</html>")
    )
    cut, page = await web.fetch(Request(NEWS)), await web.fetch(Request(NEWS))
    with pytest.raises(BrokenDocumentError, match="cut off"):
        pdf_text(cut.body, cut.url)
    with pytest.raises(NotAvailableError, match="found a page"):
        pdf_text(page.body, page.url)


async def test_the_server_runs_as_a_process_and_takes_orders(tmp_path: Path) -> None:
    (tmp_path / "rss.xml").write_bytes(FEED)
    (tmp_path / "pages.toml").write_text(f'[[page]]\nurl = "{NEWS}"\nfile = "rss.xml"\n', encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.loopback.authority", str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        stand_in = Authority(RecordedPages((tmp_path,)).answer)
        stand_in.port = int(await process.stdout.readline())
        async with network(stand_in, tmp_path) as web:
            assert (await web.fetch(Request(NEWS))).body == FEED
            async with ClientSession() as client:
                await client.post(f"{stand_in.address}/orders", json={"url": NEWS, "status": 403})
            with pytest.raises(BlockedError):
                await web.fetch(Request(NEWS))
    finally:
        process.terminate()
        await process.wait()
