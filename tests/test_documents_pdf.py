"""PDF to text in a process of its own: the text, or one named reason why not."""

import asyncio
import os
import resource
import subprocess
import sys
import zlib
from collections.abc import Iterator

import pytest
from fpdf import FPDF

from scrapers.documents.pdf import pdf_text
from scrapers.documents.pdf_process import Desk, Worker, WorkerError
from scrapers.errors import BrokenDocumentError, NotAvailableError

ADDRESS = "https://ico.org.uk/media2/abcdefgh/notice.pdf"
PARTS = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
ENDLESS = b"BT /F1 12 Tf 20 400 Td " + b"(again) Tj 0 -1 Td " * 200_000 + b"ET"
"""A page that takes ten times as long as any test waits for it."""
FORKING = """
import os, sys, threading
from scrapers.documents.pdf import pdf_text
def texts(body, times):
    return {pdf_text(body, "") for _ in range(times)}
bodies = [body + b"%%EOF" for body in sys.stdin.buffer.read().split(b"%%EOF")[:2]]
texts(bodies[0], 1)
threading.Thread(target=texts, args=(bodies[1], int(sys.argv[1]))).start()
child = os.fork()
mine = texts(bodies[bool(child)], 50)
if child:
    os.waitpid(child, 0)
print(*mine, flush=True)
"""
LEAVING = """
import sys
from scrapers.documents.pdf import pdf_text
from scrapers.documents.pdf_process import DESK
print(pdf_text(sys.stdin.buffer.read(), ""), DESK.worker.process.pid)
"""
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


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


def worker_of(desk: Desk) -> Worker:
    assert desk.worker is not None
    return desk.worker


def outcome(script: str, body: bytes, *arguments: str) -> list[str]:
    """The words that a script of its own process prints, which leaves no pipe open."""
    command = [sys.executable, "-W", "error::ResourceWarning", "-c", script, *arguments]
    done = subprocess.run(command, input=body, capture_output=True, timeout=50, check=False)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode().split()


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
    with pytest.raises(BrokenDocumentError, match=r"longer than 0\.02 s"):
        pdf_text(drawn(ENDLESS), ADDRESS, seconds=0.02)


def test_a_pdf_that_unpacks_to_gigabytes_meets_the_memory_limit() -> None:
    with pytest.raises(BrokenDocumentError, match="memory"):
        pdf_text(drawn(bomb(600), b"/Filter /FlateDecode"), ADDRESS)


def test_one_worker_reads_fifty_documents_one_after_another(desk: Desk) -> None:
    workers = set()
    for number in range(50):
        assert desk.read(pdf(f"document {number}"), 9, 30) == f"document {number}"
        workers.add(worker_of(desk).process.pid)
    assert len(workers) == 1


def test_the_processor_time_is_measured_out_anew_for_each_document(desk: Desk) -> None:
    limits = []
    for seconds in (5, 50):
        desk.read(pdf("a"), 9, seconds)
        limits.append(resource.prlimit(worker_of(desk).process.pid, resource.RLIMIT_CPU)[0])
    assert 45 <= limits[1] - limits[0] <= 46


def test_a_worker_makes_room_for_a_fresh_one_after_its_number_of_documents() -> None:
    desk, workers = Desk(documents=2), []
    for _ in range(5):
        desk.read(pdf("a"), 9, 30)
        workers.append(worker_of(desk).process.pid)
    desk.close()
    assert [workers.count(pid) for pid in dict.fromkeys(workers)] == [2, 2, 1]


@pytest.mark.parametrize(
    ("hostile", "seconds"),
    [(drawn(bomb(600), b"/Filter /FlateDecode"), 30), (drawn(ENDLESS), 0.02), (b"%PDF-1.7 nonsense %%EOF", 30)],
    ids=["memory", "time", "nonsense"],
)
def test_a_hostile_document_ends_its_worker_only_and_the_next_one_gets_a_fresh_worker(
    desk: Desk, hostile: bytes, seconds: float
) -> None:
    desk.read(pdf("before"), 9, 30)
    worker = worker_of(desk)
    with pytest.raises(WorkerError):
        desk.read(hostile, 9, seconds)
    assert worker.process.returncode is not None, "a zombie is left"
    assert desk.read(pdf("after"), 9, 30) == "after"
    assert worker_of(desk) is not worker


async def test_a_hostile_document_in_one_thread_leaves_the_other_thread_its_text(desk: Desk) -> None:
    hostile, harmless = await asyncio.gather(
        asyncio.to_thread(desk.read, drawn(ENDLESS), 9, 0.02),
        asyncio.to_thread(desk.read, pdf("harmless"), 9, 30),
        return_exceptions=True,
    )
    assert isinstance(hostile, WorkerError)
    assert harmless == "harmless"


def test_a_worker_that_somebody_ended_is_replaced(desk: Desk) -> None:
    desk.read(pdf("a"), 9, 30)
    worker_of(desk).process.kill()
    worker_of(desk).process.wait()
    assert desk.read(pdf("b"), 9, 30) == "b"


@pytest.mark.parametrize("documents", ["0", "99"], ids=["idle", "while a thread reads"])
def test_a_process_that_is_forked_and_its_parent_read_each_their_own_documents(documents: str) -> None:
    assert outcome(FORKING, pdf("child") + pdf("parent"), documents) == ["child", "parent"]


def test_the_worker_is_gone_when_the_interpreter_is() -> None:
    text, pid = outcome(LEAVING, pdf("a"))
    assert text == "a"
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
