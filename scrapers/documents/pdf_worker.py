"""The process that opens one PDF: bytes on standard input, pages on standard output parted by form feeds.

Run as a file by `pdf.py`, never imported. Says why in one line and exits 1 where it cannot.
"""

import resource
import sys

import pypdfium2

MAX_MEMORY = 512 << 20
MAX_CHARACTERS = 10_000_000


def pages(body: bytes, max_pages: int) -> list[str]:
    """The text of each page. Raises ValueError past the caps, PdfiumError for what is no sound PDF."""
    document = pypdfium2.PdfDocument(body)
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


if __name__ == "__main__":
    max_pages, max_seconds = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    # The parent ends us when time is up; this ends us when the parent is gone.
    resource.setrlimit(resource.RLIMIT_CPU, (max_seconds, max_seconds))
    try:
        sys.stdout.buffer.write("\f".join(pages(sys.stdin.buffer.read(), max_pages)).encode())
    except (ValueError, MemoryError, pypdfium2.PdfiumError) as error:
        sys.exit(str(error) or "no memory left")
