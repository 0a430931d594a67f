"""XML bytes to elements, for registers and sitemaps. Entities of a document's own are refused, none is ever fetched."""

from typing import NoReturn
from xml.parsers import expat

from bs4 import BeautifulSoup

from scrapers.errors import BrokenDocumentError, NotAvailableError


def elements(body: bytes, url: str) -> BeautifulSoup:
    """The document's elements, to be looked up with the selectors of `html.py`.

    Raises NotAvailableError for an empty body or an HTML page in its place, BrokenDocumentError for what is not well
    formed or declares entities.
    """
    start = body.lstrip()[:300].lower()
    if not start or b"<html" in start or b"<!doctype html" in start:
        raise NotAvailableError(url, f"expected XML, found {'an HTML page' if start else 'nothing'}")

    def refuse(*_: object) -> NoReturn:
        raise BrokenDocumentError(url, "the XML declares entities of its own")

    # The strict parser goes first: BeautifulSoup mends what is cut off or malformed, and says nothing.
    strict = expat.ParserCreate()
    strict.EntityDeclHandler = refuse
    try:
        strict.Parse(body, True)
    except expat.ExpatError as error:
        raise BrokenDocumentError(url, f"the XML cannot be read: {error}") from error
    return BeautifulSoup(body, "xml")
