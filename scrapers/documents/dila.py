"""A record of the CNIL fund that DILA publishes as XML, to plain strings. Nothing is interpreted (source-cnil.md §2.4)."""

import html as entities
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

from scrapers.documents import html
from scrapers.documents.feed import repair
from scrapers.errors import BrokenDocumentError

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


def label(body: bytes) -> str:
    """Number and nature of a record, found without reading it whole: nine in ten records are not wanted.

    >>> label(b"<NUMERO>SAN-2026-009</NUMERO><NATURE_DELIB>Sanction</NATURE_DELIB>")
    'SAN-2026-009 Sanction'
    """
    found = (pattern.search(body) for pattern in (NUMBER, NATURE))
    return " ".join(match[1].decode("utf-8", "replace") for match in found if match)


def record(body: bytes, url: str) -> Record:
    """The record in one XML file; BrokenDocumentError, naming `url`, where it is none or holds no id."""
    if b"<!ENTITY" in body:
        raise BrokenDocumentError(url, "declares entities, which no record of the fund does")
    root = BeautifulSoup(body, "xml")
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
