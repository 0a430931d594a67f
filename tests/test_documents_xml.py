"""XML to elements, and no entities."""

from pathlib import Path

import pytest

from scrapers.documents import dila
from scrapers.documents.xml import elements
from scrapers.errors import BrokenDocumentError, NotAvailableError

ADDRESS = "https://ico.org.uk/sitemap.xml"


def test_elements_keep_their_case_and_are_found_by_selectors() -> None:
    found = elements(
        b'<?xml version="1.0"?><TEXTE_CNIL><META><NUMERO>SAN-2026-001</NUMERO></META></TEXTE_CNIL>', ADDRESS
    )
    assert [tag.text for tag in found.select("META > NUMERO")] == ["SAN-2026-001"]


@pytest.mark.parametrize("body", [b"<urlset><url>", b"<a>&nbsp;</a>", b"no markup", b"<a>\xe9</a>"])
def test_what_is_not_well_formed_is_broken(body: bytes) -> None:
    with pytest.raises(BrokenDocumentError, match="cannot be read"):
        elements(body, ADDRESS)


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><html><body>Sorry</body></html>"])
def test_a_page_in_its_place_is_not_available(body: bytes) -> None:
    with pytest.raises(NotAvailableError, match="expected XML, found"):
        elements(body, ADDRESS)


def test_a_document_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush", encoding="utf-8")
    doctype = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path / "secret"}">]>'
    with pytest.raises(BrokenDocumentError, match="entities"):
        elements(f"{doctype}<a>&x;</a>".encode(), ADDRESS)


def test_a_record_of_the_fund_that_is_cut_off_is_refused_and_not_mended() -> None:
    whole = (
        b"<TEXTE_CNIL><META><META_COMMUN><ID>CNILTEXT000000000001</ID></META_COMMUN></META>"
        b"<BLOC_TEXTUEL><CONTENU>une amende</CONTENU></BLOC_TEXTUEL></TEXTE_CNIL>"
    )

    assert dila.record(whole, "https://dila.example/1").text == "une amende"
    with pytest.raises(BrokenDocumentError):
        dila.record(whole[:-40], "https://dila.example/1")
