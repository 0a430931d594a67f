"""PDF bytes to text, in a process of its own: PDFium is not thread-safe, and a hostile file may crash or never end."""

from scrapers.documents.pdf_process import DESK, WorkerError
from scrapers.errors import BrokenDocumentError, NotAvailableError

START_BYTES = 1024
END_BYTES = 2048


class ScannedError(BrokenDocumentError):
    """The PDF is sound and holds pictures, or letters without meaning: a person must read it."""


def pdf_text(body: bytes, url: str, *, max_pages: int = 300, seconds: float = 30) -> str:
    """The text of all pages, lines separated by newlines, otherwise as the file has it. Safe to call from any thread.

    Raises NotAvailableError for a page in its place, BrokenDocumentError for no PDF, a cut or locked one, one with more
    than `max_pages` pages or that takes longer than `seconds`; ScannedError for one without readable text.
    """
    if body.lstrip()[:1] == b"<":
        raise NotAvailableError(url, "expected a PDF, found a page")
    if b"%PDF-" not in body[:START_BYTES]:
        raise BrokenDocumentError(url, "expected a PDF, found something else")
    if b"%%EOF" not in body[-END_BYTES:]:
        raise BrokenDocumentError(url, "the PDF is cut off")
    pages = _pages(body, url, max_pages, seconds)
    readable = sum(map(_is_readable, pages))
    if 2 * readable < len(pages) or not readable:
        raise ScannedError(url, "the PDF holds no readable text: scanned, or in fonts without letters")
    return "\n".join(pages)


def _pages(body: bytes, url: str, max_pages: int, seconds: float) -> list[str]:
    try:
        return DESK.read(body, max_pages, seconds).split("\f")
    except WorkerError as error:
        raise BrokenDocumentError(url, f"the PDF cannot be read: {error.reason}") from error


def _is_readable(text: str) -> bool:
    """Whether it has letters, and next to no control or private characters (libraries.md, trap 10)."""
    chars = set(text)
    strange = (char for char in chars if char == "\ufffd" or not (char.isprintable() or char.isspace()))
    return any(map(str.isalpha, chars)) and 20 * sum(map(text.count, strange)) <= len(text)
