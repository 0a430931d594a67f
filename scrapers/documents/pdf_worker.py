"""The process that opens PDFs, one after another: bodies on standard input, their pages on standard output.

Run as a file by `pdf_process.py`, never imported. Ends when its input ends.
"""

import os
import resource
import sys
from math import ceil
from struct import Struct

import pypdfium2

QUESTION, ANSWER = Struct("!QQd"), Struct("!?Q")
MAX_MEMORY = 512 << 20
MAX_CHARACTERS = 10_000_000


def pages(body: bytes, max_pages: int) -> list[str]:
    """The text of each page. Raises ValueError past the caps, PdfiumError for what is no sound PDF."""
    with pypdfium2.PdfDocument(body) as document:
        if len(document) > max_pages:
            raise ValueError(f"it has {len(document)} pages, more than {max_pages}")
        texts: list[str] = []
        for page in document:
            texts.append(_lines(page.get_textpage().get_text_range()))
            page.close()
            if sum(map(len, texts)) > MAX_CHARACTERS:
                raise ValueError(f"it holds more than {MAX_CHARACTERS} characters")
        return texts


def _lines(text: str) -> str:
    # PDFium writes U+FFFE for a hyphen at the end of a line, and no line end.
    return "\n".join(text.replace("\ufffe", "-\n").splitlines())


def answer(body: bytes, max_pages: int) -> bytes:
    """The frame that answers: pages parted by form feeds, or why there are none."""
    try:
        was_read, text = True, "\f".join(pages(body, max_pages)).encode()
    except (ValueError, MemoryError, pypdfium2.PdfiumError) as error:
        was_read, text = False, (str(error) or "no memory left").encode("utf-8", "replace")
    return ANSWER.pack(was_read, len(text)) + text


def limit_time(seconds: float) -> None:
    """From now on so many seconds of work: the limit counts from the beginning of the process, so it is moved on.

    The parent ends us when time is up; this ends us when the parent is gone.
    """
    used, (_, most) = resource.getrusage(resource.RUSAGE_SELF), resource.getrlimit(resource.RLIMIT_CPU)
    until = ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until if most == resource.RLIM_INFINITY else min(until, most), most))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    # The answers keep a way out of their own: what PDFium may print to standard output must not stand among them.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    out.write(ANSWER.pack(True, 0))
    out.flush()
    while question := sys.stdin.buffer.read(QUESTION.size):
        length, max_pages, seconds = QUESTION.unpack(question)
        limit_time(seconds)
        out.write(answer(sys.stdin.buffer.read(length), max_pages))
        out.flush()
