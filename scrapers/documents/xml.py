"""XML bytes to elements, for registers and sitemaps. Entities of a document's own are refused, none is ever fetched."""

from bs4 import BeautifulSoup
from lxml import etree  # type: ignore[import-untyped]

from scrapers.errors import BrokenDocumentError, NotAvailableError


def elements(body: bytes, url: str) -> BeautifulSoup:
    """The document's elements, to be looked up with the selectors of `html.py`.

    Raises NotAvailableError for an empty body or an HTML page in its place, BrokenDocumentError for what is not well
    formed or declares entities.
    """
    start = body.lstrip()[:300].lower()
    if not start or b"<html" in start or b"<!doctype html" in start:
        raise NotAvailableError(url, f"expected XML, found {'an HTML page' if start else 'nothing'}")
    try:
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise BrokenDocumentError(url, f"the XML cannot be read: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenDocumentError(url, "the XML declares entities of its own")
    return BeautifulSoup(body, "xml")
