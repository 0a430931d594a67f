"""HTML bytes to elements and visible text. Selectors are strict: what is not as expected raises, nothing is skipped."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from scrapers.adapter import Page
from scrapers.errors import BrokenDocumentError, LayoutChangedError, NotAvailableError

# fmt: off
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table",
        "tbody", "tfoot", "thead", "tr", "ul",
    }
)
# fmt: on
CELLS = frozenset({"td", "th"})
UNSEEN = frozenset({"head", "script", "style", "template", "noscript"})
INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\ufeff"))  # soft hyphen, zero width space, byte order mark
SINGLE_BYTE = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
HEAD_BYTES = 2048
URL_SAFE = "/%:@!$&'()*+,;=~"


def document(page: Page) -> BeautifulSoup:
    """The page's elements.

    Raises NotAvailableError for an empty body or something that is not HTML, BrokenDocumentError where the bytes are
    not in the charset they declare.
    """
    text = decode(page)
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        found = f"“{' '.join(text.split())[:60]}”" if text.strip() else "nothing"
        raise NotAvailableError(page.url, f"expected an HTML page, found {found}")
    return BeautifulSoup(text, "lxml")


def decode(page: Page) -> str:
    """The body as text, by its declared charset: header, then `<meta>`, then UTF-8. Never with replaced characters."""
    charset = _charset(page)
    try:
        text = page.body.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        raise BrokenDocumentError(page.url, f"expected text in {charset}: {error}") from error
    if "\ufffd" in text:
        raise BrokenDocumentError(page.url, "holds characters that were lost in an earlier conversion (U+FFFD)")
    return text


def _charset(page: Page) -> str:
    if page.body.startswith(BOM_UTF8):
        return "utf-8-sig"
    head = page.body[:HEAD_BYTES].decode("ascii", "ignore")
    declared = CHARSET.search(page.content_type) or CHARSET.search(head)
    charset = declared[1].lower() if declared else "utf-8"
    # Browsers read these labels as Windows-1252, and servers mean it (WHATWG Encoding Standard §4.2).
    return "windows-1252" if charset in SINGLE_BYTE else charset


def some(page: Page, node: Tag, selector: str) -> list[Tag]:
    """All elements under `node` that the CSS selector names; none raises LayoutChangedError."""
    found = list(node.select(selector))
    if not found:
        raise LayoutChangedError(page.url, f"expected some “{selector}”, found none")
    return found


def one(page: Page, node: Tag, selector: str) -> Tag:
    """The one element that the selector names; none, or several, raises LayoutChangedError."""
    found = node.select(selector)
    if len(found) != 1:
        raise LayoutChangedError(page.url, f"expected one “{selector}”, found {len(found)}")
    return found[0]


def maybe(page: Page, node: Tag, selector: str) -> Tag | None:
    """The one element that the selector names, or None; several raise LayoutChangedError."""
    return one(page, node, selector) if node.select_one(selector) else None


def text(node: Tag, drop: tuple[str, ...] = ()) -> str:
    """What a reader sees of `node`, without the elements that the selectors in `drop` name.

    Block elements end lines, inline ones do not, cells of a row are set apart by a blank. Blanks of every kind are
    collapsed to one, soft hyphens removed, empty lines left out. `node` itself is not changed.
    """
    dropped = {id(tag) for selector in drop for tag in node.select(selector)}
    lines = "".join(_pieces(node, dropped)).translate(INVISIBLE).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _pieces(node: Tag, dropped: set[int]) -> Iterator[str]:
    """Strings and line ends in reading order; a stack, because hostile pages nest deeper than Python recurses."""
    waiting: list[PageElement | str] = [node]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, Tag):
            if id(piece) not in dropped and piece.name not in UNSEEN:
                edge = "\n" if piece.name in BLOCKS else " " if piece.name in CELLS else ""
                waiting += [edge, *reversed(piece.contents), edge]
        elif not isinstance(piece, NavigableString):
            yield str(piece)
        elif not isinstance(piece, PreformattedString):
            yield " ".join(re.split(r"[\r\n]+", piece))


def link(page: Page, node: Tag) -> str:
    """The absolute https address that `node` points to, without its fragment, as it is sent (percent-encoded).

    Raises LayoutChangedError where there is no `href` or it is not an address of the web.
    """
    href = node.get("href")
    if not isinstance(href, str) or not href.strip():
        raise LayoutChangedError(page.url, f"expected an address in <{node.name}>, found none")
    parts = urlsplit(urljoin(page.url, href.strip()))
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise LayoutChangedError(page.url, f"expected a web address, found “{href}”")
    return urlunsplit(("https", parts.netloc, quote(parts.path, URL_SAFE), quote(parts.query, URL_SAFE + "?"), ""))
