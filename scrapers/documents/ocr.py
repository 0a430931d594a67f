"""Scans to text by Tesseract, where a folder with its languages is set; off without one. Letters may come out wrong.

Runs in the process that opens PDFs, under its limits. What is read here is never certain: a person must look.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from scrapers.documents.pdf_process import DESK, WorkerError
from scrapers.errors import BrokenDocumentError

PACKAGE = "tesserocr"
CODES = {"el": "ell", "it": "ita", "fr": "fra", "en": "eng"}
"""Tesseract's names of our languages. Latin names stand in Greek texts, so English is read along where it is there."""
MAX_PAGES = 40
SECONDS = 180.0
"""Two seconds a page and room for slow machines; other documents wait so long."""
LEAST_SURE = 60
"""Percent that Tesseract itself gives its letters; below, words are more often wrong than right."""


@dataclass(frozen=True)
class Scan:
    """What was read from pictures, and how sure Tesseract is of it, in percent."""

    text: str
    sure: int


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages of ours that a folder has data for."""
    return tuple(code for code, name in CODES.items() if (folder / f"{name}.traineddata").is_file())


def refusal(folder: Path, wanted: tuple[str, ...]) -> str | None:
    """Why scans in the `wanted` languages cannot be read with this folder, and what to do; None when they can."""
    if find_spec(PACKAGE) is None:
        return f"the package {PACKAGE} is missing: install finewatch with its extra “ocr”"
    missing = [CODES[code] for code in wanted if code not in languages_in(folder)]
    if missing:
        return f"{folder} has no {missing[0]}.traineddata: install Tesseract's data of that language there"
    return None


def scan_text(body: bytes, url: str, language: str) -> Scan | None:
    """What a scanned PDF says, or None where scans are not read. Safe to call from any thread.

    Raises BrokenDocumentError for one with too many pages, that takes too long, or that is too unclear to be of use.
    """
    if DESK.ocr_data is None:
        return None
    known = languages_in(DESK.ocr_data)
    wanted = dict.fromkeys(code for code in (language, "en") if code in known)
    if not wanted:
        return None
    spoken = "+".join(CODES[code] for code in wanted)
    try:
        sure, *pages = DESK.read(body, MAX_PAGES, SECONDS, spoken).split("\f")
    except WorkerError as error:
        raise BrokenDocumentError(url, f"the scan cannot be read: {error.reason}") from error
    if int(sure) < LEAST_SURE:
        raise BrokenDocumentError(url, f"the scan is too unclear to be read: only {sure} % of it is sure")
    return Scan("\n".join(pages), int(sure))
