"""The CNIL fund that DILA publishes: which archives count, and a record as plain strings (source-cnil.md §2.4)."""

import html as entities
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup

from scrapers.documents import html, xml
from scrapers.documents.feed import repair
from scrapers.errors import BrokenDocumentError

ARCHIVE = re.compile(r"(?P<sort>CNIL|Freemium_cnil_global)_(?P<stamp>\d{8}-\d{6})\.tar\.gz")
NATURE = re.compile(rb"<NATURE_DELIB>([^<]*)<")
NUMBER = re.compile(rb"<NUMERO>([^<]*)<")


@dataclass(frozen=True)
class Record:
    """One act: its CNILTEXT id, and what the fund states of it. Dates are ISO strings; `text` is often empty."""

    id: str
    number: str
    nature: str
    title: str
    full_title: str
    decided: str
    published: str
    text: str


def current(names: Iterable[str]) -> tuple[str, ...]:
    """Of an index, the newest full archive and the increments after it, oldest first; other names are left out.

    >>> current(["CNIL_20260113-211022.tar.gz", "Freemium_cnil_global_20250713-140000.tar.gz", "LISEZMOI.pdf"])
    ('Freemium_cnil_global_20250713-140000.tar.gz', 'CNIL_20260113-211022.tar.gz')
    """
    archives = sorted(filter(None, map(ARCHIVE.fullmatch, names)), key=lambda archive: archive["stamp"])
    full = max((archive["stamp"] for archive in archives if archive["sort"] != "CNIL"), default="")
    return tuple(archive[0] for archive in archives if archive["stamp"] >= full)


def label(body: bytes) -> str:
    """Number and nature of a record, found without reading it whole: nine in ten records are not wanted.

    >>> label(b"<NUMERO>SAN-2026-009</NUMERO><NATURE_DELIB>Sanction</NATURE_DELIB>")
    'SAN-2026-009 Sanction'
    """
    found = (pattern.search(body) for pattern in (NUMBER, NATURE))
    return " ".join(match[1].decode("utf-8", "replace") for match in found if match)


def record(body: bytes, url: str) -> Record:
    """The record in one XML file; BrokenDocumentError, naming `url`, where it is cut off, is none, or holds no id."""
    root = xml.elements(body, url)
    found = Record(
        id=_field(root, "META_COMMUN > ID"),
        number=_field(root, "META_CNIL > NUMERO"),
        nature=_field(root, "META_CNIL > NATURE_DELIB"),
        title=_field(root, "META_CNIL > TITRE"),
        full_title=_field(root, "META_CNIL > TITREFULL"),
        decided=_field(root, "META_CNIL > DATE_TEXTE"),
        published=_field(root, "META_CNIL > DATE_PUBLI"),
        text=_field(root, "BLOC_TEXTUEL > CONTENU"),
    )
    if not found.id.startswith("CNILTEXT"):
        raise BrokenDocumentError(url, f"expected a record with a CNILTEXT id, found “{found.id}”")
    return found


def _field(root: BeautifulSoup, selector: str) -> str:
    """The words of one element, with its entities that were escaped twice and its mojibake set right."""
    node = root.select_one(selector)
    if node is None:
        return ""
    words = repair(entities.unescape(html.text(node)))
    return "\n".join(" ".join(line.split()) for line in words.split("\n"))
