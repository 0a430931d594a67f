"""PDF to text in a process of its own: the text, or one named reason why not."""

import asyncio
import zlib

import pytest
from fpdf import FPDF

from scrapers.documents.pdf import pdf_text
from scrapers.errors import BrokenDocumentError, NotAvailableError

ADDRESS = "https://ico.org.uk/media2/abcdefgh/notice.pdf"
PARTS = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"


def pdf(*texts: str, password: str = "") -> bytes:
    """A PDF with one page a text."""
    made = FPDF()
    if password:
        made.set_encryption(owner_password="owner", user_password=password)
    made.set_font("helvetica", size=12)
    for text in texts:
        made.add_page()
        made.multi_cell(0, 6, text)
    return bytes(made.output())


def drawn(content: bytes, coding: bytes = b"") -> bytes:
    """A PDF of one page with exactly this content stream."""
    stream = b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), coding, content)
    out, starts = b"%PDF-1.4\n", []
    for number, part in enumerate((*PARTS, PAGE, stream, FONT), 1):
        starts.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(starts)
    return out + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)


def bomb(megabytes: int) -> bytes:
    """Deflated blanks that unpack to so many megabytes; one packed megabyte is repeated, so making it takes no time."""
    packer = zlib.compressobj(9)
    blanks = b" " * (1 << 20)
    first = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * megabytes + packer.flush()


def test_the_text_of_all_pages_comes_in_lines() -> None:
    assert pdf_text(pdf("PENALTY NOTICE\nTo: Reddit, Inc.", "a penalty of £14,472,500"), ADDRESS) == (
        "PENALTY NOTICE\nTo: Reddit, Inc.\na penalty of £14,472,500"
    )


def test_a_word_broken_over_two_lines_keeps_its_hyphen_and_its_line_end() -> None:
    assert pdf_text(pdf("the Commis-\nsioner"), ADDRESS) == "the Commis-\nsioner"


async def test_threads_may_read_at_the_same_time() -> None:
    names = ["first", "second", "third"]
    texts = await asyncio.gather(*(asyncio.to_thread(pdf_text, pdf(name), ADDRESS) for name in names))
    assert texts == names


@pytest.mark.parametrize("body", [b"<html><body>Error</body></html>", b"\n\n<!DOCTYPE html>"])
def test_a_page_in_the_place_of_a_pdf_is_not_available(body: bytes) -> None:
    with pytest.raises(NotAvailableError, match="expected a PDF, found a page"):
        pdf_text(body, ADDRESS)


@pytest.mark.parametrize("body", [b"", b"GIF89a", b"%PDF-1.7 and then nothing of the kind %%EOF"])
def test_what_is_no_pdf_is_broken(body: bytes) -> None:
    with pytest.raises(BrokenDocumentError, match=r"expected a PDF|cannot be read"):
        pdf_text(body, ADDRESS)


def test_a_pdf_that_is_cut_off_is_broken_though_it_could_be_opened() -> None:
    with pytest.raises(BrokenDocumentError, match="cut off"):
        pdf_text(pdf("one", "two", "three")[:-40], ADDRESS)


@pytest.mark.parametrize(
    "content",
    [
        b"0 0 100 100 re f",
        b"BT /F1 12 Tf 20 400 Td (\x01\x02\x03ab\x04\x05) Tj ET",
        b"BT /F1 12 Tf 20 400 Td (12) Tj ET",
    ],
    ids=["drawing", "font without letters", "page number"],
)
def test_a_pdf_without_letters_is_called_scanned(content: bytes) -> None:
    with pytest.raises(BrokenDocumentError, match="scanned"):
        pdf_text(drawn(content), ADDRESS)


def test_a_pdf_with_more_pictures_than_text_is_called_scanned() -> None:
    with pytest.raises(BrokenDocumentError, match="scanned"):
        pdf_text(pdf("Cover", "", ""), ADDRESS)


def test_a_locked_pdf_is_broken() -> None:
    with pytest.raises(BrokenDocumentError, match="password"):
        pdf_text(pdf("secret", password="x"), ADDRESS)


def test_more_pages_than_allowed_are_refused_and_not_read_in_part() -> None:
    with pytest.raises(BrokenDocumentError, match="3 pages, more than 2"):
        pdf_text(pdf("a", "b", "c"), ADDRESS, max_pages=2)


def test_a_reading_that_takes_too_long_is_ended() -> None:
    with pytest.raises(BrokenDocumentError, match=r"longer than 0\.005 s"):
        pdf_text(pdf("a"), ADDRESS, seconds=0.005)


def test_a_pdf_that_unpacks_to_gigabytes_meets_the_memory_limit() -> None:
    with pytest.raises(BrokenDocumentError, match="memory"):
        pdf_text(drawn(bomb(600), b"/Filter /FlateDecode"), ADDRESS)
