"""HTML to elements and text: what a reader would see, and no page that is not what it claims to be."""

import pytest
from bs4 import Tag

from scrapers.adapter import Page, Request
from scrapers.documents import html
from scrapers.errors import BrokenDocumentError, LayoutChangedError, NotAvailableError

ADDRESS = "https://www.cnil.fr/fr/liste/une-sanction"


def page(body: bytes | str, content_type: str = "text/html") -> Page:
    sent = body.encode() if isinstance(body, str) else body
    return Page(Request(ADDRESS), ADDRESS, sent, content_type)


def seen(body: str, drop: tuple[str, ...] = ()) -> str:
    return html.text(html.document(page(body)), drop)


def test_a_reader_sees_lines_where_blocks_end_and_none_inside_a_sentence() -> None:
    assert seen("<h1>Sanction</h1><p>Une <b>amende</b>\n de <i>5</i>&nbsp;000 euros</p><ul><li>a<li>b</ul>") == (
        "Sanction\nUne amende de 5 000 euros\na\nb"
    )


def test_break_elements_end_lines_and_cells_stand_apart() -> None:
    assert (
        seen("<p>un<br>deux</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == "un\ndeux\na b\nc"
    )


def test_all_kinds_of_blanks_become_one_and_hidden_hyphens_vanish() -> None:
    assert seen("<p>27\u202f000\u2009000&nbsp; &nbsp;euros, sanc\u00adtion\u200b</p><p>&nbsp;</p><p>fin</p>") == (
        "27 000 000 euros, sanction\nfin"
    )


def test_what_nobody_sees_is_no_text() -> None:
    assert seen("<head><title>T</title></head><p>a<!-- b --><script>c</script><style>d</style></p>") == "a"


def test_dropped_elements_are_left_out_and_still_there_afterwards() -> None:
    soup = html.document(page("<div><p>texte</p><p class='outils'>Imprimer<span>!</span></p></div>"))
    assert html.text(soup, drop=(".outils",)) == "texte"
    assert html.text(soup) == "texte\nImprimer!"


def test_markup_nested_deeper_than_python_recurses_is_still_read() -> None:
    assert seen("<b>" * 3000 + "x") == "x"


def test_the_address_of_a_link_is_absolute_secure_encoded_and_without_fragment() -> None:
    soup = html.document(page('<a href=" http://www.dpa.gr/φάκελος/1_2026 anonym.pdf?a=b c#top ">x</a>'))
    assert html.link(page(""), soup.select("a")[0]) == (
        "https://www.dpa.gr/%CF%86%CE%AC%CE%BA%CE%B5%CE%BB%CE%BF%CF%82/1_2026%20anonym.pdf?a=b%20c"
    )


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/fr/autre", "https://www.cnil.fr/fr/autre"),
        ("?page=1", "https://www.cnil.fr/fr/liste/une-sanction?page=1"),
        ("deux%20mots", "https://www.cnil.fr/fr/liste/deux%20mots"),
        ("//www.legifrance.gouv.fr/cnil/id/1", "https://www.legifrance.gouv.fr/cnil/id/1"),
    ],
)
def test_a_relative_link_starts_from_the_page(href: str, address: str) -> None:
    assert html.link(page(""), html.document(page(f'<a href="{href}">x</a>')).select("a")[0]) == address


@pytest.mark.parametrize("anchor", ["<a>x</a>", '<a href=" ">x</a>', '<a href="javascript:x()">x</a>'])
def test_a_link_that_leads_nowhere_is_a_changed_layout(anchor: str) -> None:
    with pytest.raises(LayoutChangedError, match="expected a"):
        html.link(page(""), html.document(page(anchor)).select("a")[0])


def names(tags: list[Tag]) -> list[str]:
    return [html.text(tag) for tag in tags]


def test_strict_selectors_give_what_is_there() -> None:
    here, soup = page(""), html.document(page("<p>a</p><p>b</p><h1>c</h1>"))
    assert names(html.some(here, soup, "p")) == ["a", "b"]
    assert html.text(html.one(here, soup, "h1")) == "c"
    assert html.maybe(here, soup, "h2") is None
    assert html.maybe(here, soup, "h1") is not None


def test_strict_selectors_name_the_page_the_selector_and_the_count() -> None:
    here, soup = page(""), html.document(page("<p>a</p><p>b</p>"))
    with pytest.raises(LayoutChangedError, match="une-sanction: expected some “h1”, found none"):
        html.some(here, soup, "h1")
    with pytest.raises(LayoutChangedError, match="expected one “h1”, found 0"):
        html.one(here, soup, "h1")
    with pytest.raises(LayoutChangedError, match="expected one “p”, found 2"):
        html.one(here, soup, "p")
    with pytest.raises(LayoutChangedError, match="expected one “p”, found 2"):
        html.maybe(here, soup, "p")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>société €</p>".encode(), "text/html"),
        (b"\xef\xbb\xbf" + "<p>société €</p>".encode(), "text/html; charset=iso-8859-1"),
        ("<p>société €</p>".encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ('<meta charset="windows-1252"><p>société €</p>'.encode("cp1252"), "text/html"),
        ("<p>société €</p>".encode("utf-16"), "text/html; charset=utf-16"),
    ],
)
def test_a_page_is_read_in_the_charset_it_declares(body: bytes, content_type: str) -> None:
    assert html.text(html.document(page(body, content_type))) == "société €"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>société</p>".encode("latin-1"), "text/html; charset=utf-8"),
        (b"<p>soci\xe9t\xe9</p>", "text/html"),
        (b"<p>a</p>", "text/html; charset=klingon"),
        ("<p>soci\ufffdt\ufffd</p>".encode(), "text/html"),
    ],
)
def test_a_page_in_another_charset_than_declared_is_refused(body: bytes, content_type: str) -> None:
    with pytest.raises(BrokenDocumentError):
        html.document(page(body, content_type))


@pytest.mark.parametrize(
    ("body", "found"), [(b"", "nothing"), (b" \n", "nothing"), (b'{"results": []}', "results"), (b"%PDF-1.7", "%PDF")]
)
def test_a_body_that_is_no_html_is_not_available(body: bytes, found: str) -> None:
    with pytest.raises(NotAvailableError, match=f"expected an HTML page, found .*{found}"):
        html.document(page(body))
