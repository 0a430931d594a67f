"""The process that opens PDFs, one after another: bodies on standard input, their pages on standard output.

Run as a file by `pdf_process.py`, never imported. Ends when its input ends.
"""

import os
import resource
import sys
from math import ceil, sqrt
from struct import Struct

import pypdfium2

QUESTION, ANSWER = Struct("!QQQd"), Struct("!?Q")
MAX_MEMORY = 512 << 20
MAX_CHARACTERS = 10_000_000
DOTS_AN_INCH, POINTS_AN_INCH = 200, 72
MAX_DOTS = 12_000_000
"""Of one page: five times an A4 page at 200 to the inch; a larger one is drawn coarser."""


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


def seen_pages(body: bytes, max_pages: int, languages: str, folder: str) -> list[str]:
    """How sure the reading is, in percent, and the text of each page as read from its picture.

    Raises what `pages` does, and RuntimeError where Tesseract does not start.
    """
    from tesserocr import PyTessBaseAPI  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(body) as document, PyTessBaseAPI(path=folder, lang=languages) as reader:
        if len(document) > max_pages:
            raise ValueError(f"it has {len(document)} pages, more than {max_pages} to be read as pictures")
        texts, sure = [], []
        for page in document:
            reader.SetImageBytes(*_picture(page))
            texts.append(reader.GetUTF8Text())
            sure.append(reader.MeanTextConf())
            page.close()
        return [str(sum(sure) // len(sure)), *texts]


def _picture(page: pypdfium2.PdfPage) -> tuple[bytes, int, int, int, int]:
    """Its grey dots, width, height, bytes of a dot and of a row."""
    width, height = page.get_size()
    scale = min(DOTS_AN_INCH / POINTS_AN_INCH, sqrt(MAX_DOTS / max(1, width * height)))
    drawn = page.render(scale=scale, grayscale=True)
    return bytes(drawn.buffer), drawn.width, drawn.height, drawn.n_channels, drawn.stride


def answer(body: bytes, max_pages: int, languages: str, folder: str) -> bytes:
    """The frame that answers: pages parted by form feeds, or why there are none."""
    try:
        texts = seen_pages(body, max_pages, languages, folder) if languages else pages(body, max_pages)
        was_read, text = True, "\f".join(texts).encode()
    except (ValueError, MemoryError, RuntimeError, pypdfium2.PdfiumError) as error:
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
        spoken, length, max_pages, seconds = QUESTION.unpack(question)
        limit_time(seconds)
        languages, body = sys.stdin.buffer.read(spoken).decode(), sys.stdin.buffer.read(length)
        out.write(answer(body, max_pages, languages, sys.argv[1]))
        out.flush()
