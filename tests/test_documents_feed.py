"""Feeds to items of plain strings, and no item from something that is not a feed."""

from pathlib import Path

import pytest

from scrapers.adapter import Page, Request
from scrapers.documents.feed import Item, items
from scrapers.errors import BrokenDocumentError, LayoutChangedError, NotAvailableError

ADDRESS = "https://www.garanteprivacy.it/o/gpdp-rss/rss?t=news"
ITEM = "<item><title>{title}</title><link>https://www.gpdp.it/1</link><description>{summary}</description>{more}</item>"


def rss(*parts: str, title: str = "Notizie") -> bytes:
    channel = f"<channel><title>{title}</title>{''.join(parts)}</channel>"
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0">{channel}</rss>'.encode()


def item(title: str = "Una sanzione", summary: str = "", more: str = "") -> str:
    return ITEM.format(title=title, summary=summary, more=more)


def read(body: bytes) -> tuple[Item, ...]:
    return items(Page(Request(ADDRESS), ADDRESS, body, "application/rss+xml"))


def test_items_come_in_their_order_as_plain_strings() -> None:
    date = "<pubDate>Thu, 16 Jul 2026 10:00:00 +0200</pubDate>"
    marked = item(
        "Sanzione &lt;b&gt;a due&lt;/b&gt; società",
        "&lt;p&gt;Uno&lt;/p&gt;&lt;p&gt;due&lt;/p&gt;",
        date,
    )
    assert read(rss(marked, item("Seconda"))) == (
        Item("Sanzione a due società", "https://www.gpdp.it/1", "Uno\ndue", "Thu, 16 Jul 2026 10:00:00 +0200"),
        Item("Seconda", "https://www.gpdp.it/1", "", ""),
    )


def test_atom_is_a_feed_too() -> None:
    entry = '<entry><title>A</title><link href="https://www.gpdp.it/2"/><updated>2026-07-16T08:00:00Z</updated></entry>'
    assert read(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()) == (
        Item("A", "https://www.gpdp.it/2", "", "2026-07-16T08:00:00Z"),
    )


def test_a_title_encoded_twice_is_repaired_and_a_sound_one_left_alone() -> None:
    broken = "il Garante rileva criticità anche nella verifica dell’età".encode().decode("cp1252")
    assert [entry.title for entry in read(rss(item(broken), item("SÃO PAULO, già à")))] == [
        "il Garante rileva criticità anche nella verifica dell’età",
        "SÃO PAULO, già à",
    ]


@pytest.mark.parametrize(
    "body", [b"", b"<!DOCTYPE html><html><body>Enforcement RSS is unavailable</body></html>", b"{}"]
)
def test_what_is_no_feed_is_not_available(body: bytes) -> None:
    with pytest.raises(NotAvailableError, match="expected a feed, found"):
        read(body)


@pytest.mark.parametrize("kept", [0.4, 0.6, 0.9])
def test_a_feed_that_is_cut_off_is_broken(kept: float) -> None:
    whole = rss(item(), item("Altra"))
    with pytest.raises(BrokenDocumentError, match="cut off"):
        read(whole[: int(len(whole) * kept)])


def test_a_sound_feed_without_items_is_a_changed_layout() -> None:
    with pytest.raises(LayoutChangedError, match="expected some items"):
        read(rss())


def test_an_item_without_a_link_is_a_changed_layout() -> None:
    with pytest.raises(LayoutChangedError, match="a title and a link"):
        read(rss(item(), "<item><title>Sola</title></item>"))


def test_a_bare_ampersand_does_not_cost_the_items() -> None:
    assert [entry.title for entry in read(rss(item("Mas & figli"), item("Altra")))] == ["Mas & figli", "Altra"]


def test_a_body_that_names_a_file_does_not_open_it(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss(item()))
    with pytest.raises(NotAvailableError):
        read(str(tmp_path / "feed.xml").encode())


def test_entities_that_name_files_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush", encoding="utf-8")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path / "secret"}">]>'.encode()
    body = rss(item("Titolo &x;")).replace(b"<rss", doctype + b"<rss")
    assert "hush" not in read(body)[0].title
