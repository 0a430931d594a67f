"""PDF bytes to text, in a process of its own: PDFium is not thread-safe, and a hostile file may crash or never end."""

import subprocess
import sys
from math import ceil
from pathlib import Path

from scrapers.errors import BrokenDocumentError, NotAvailableError

WORKER = Path(__file__).with_name("pdf_worker.py")
START_BYTES = 1024
END_BYTES = 2048


def pdf_text(body: bytes, url: str, *, max_pages: int = 300, seconds: float = 30) -> str:
    """The text of all pages, lines separated by newlines, otherwise as the file has it. Safe to call from any thread.

    Raises NotAvailableError for a page in its place, BrokenDocumentError for no PDF, a cut or locked one, one with more
    than `max_pages` pages or that takes longer than `seconds`, and one without readable text ("scanned").
    """
    if body.lstrip()[:1] == b"<":
        raise NotAvailableError(url, "expected a PDF, found a page")
    if b"%PDF-" not in body[:START_BYTES]:
        raise BrokenDocumentError(url, "expected a PDF, found something else")
    if b"%%EOF" not in body[-END_BYTES:]:
        raise BrokenDocumentError(url, "the PDF is cut off")
    pages = _pages(body, url, max_pages, seconds)
    if 2 * sum(map(_is_readable, pages)) < len(pages) or not any(map(_is_readable, pages)):
        raise BrokenDocumentError(url, "the PDF holds no readable text: scanned, or in fonts without letters")
    return "\n".join(pages)


def _pages(body: bytes, url: str, max_pages: int, seconds: float) -> list[str]:
    # -I and the empty environment: the worker sees neither our folder (whose html.py would hide Python's) nor secrets.
    command = [sys.executable, "-I", str(WORKER), str(max_pages), str(ceil(seconds) + 1)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and file
            command, input=body, capture_output=True, timeout=seconds, env={}, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise BrokenDocumentError(url, f"the PDF takes longer than {seconds:g} s to read") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no memory left"]
        raise BrokenDocumentError(url, f"the PDF cannot be read: {reason[-1]}")
    return done.stdout.decode("utf-8").split("\f")


def _is_readable(text: str) -> bool:
    """Whether it has letters, and next to no control or private characters (libraries.md, trap 10)."""
    return any(map(str.isalpha, text)) and 20 * sum(map(_is_strange, text)) <= len(text)


def _is_strange(char: str) -> bool:
    return not (char.isprintable() or char.isspace()) or "\ue000" <= char <= "\uf8ff" or char == "\ufffd"
