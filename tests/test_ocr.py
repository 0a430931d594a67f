"""Scans: off by default, read in the worker where language data is, and in every case seen by a person.

The data is not part of the project: where it is installed on this machine it is used for real, in each of its
languages, and where there is none the refusal is what is tested.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import font_roboto
import pypdfium2
import pytest
from fpdf import FPDF

from bot.checkup import checks
from bot.deps import read_scans
from bot.settings import Settings, SettingsError
from scrapers.adapter import Account, Adapter, Page, Passage, RawDecision, Request
from scrapers.decision import Evidence, Kind, Money, Sanction
from scrapers.documents import ocr
from scrapers.documents.ocr import languages_in, refusal, scan_text
from scrapers.documents.pdf import ScannedError, pdf_text
from scrapers.documents.pdf_process import DESK, ONE_THREAD
from scrapers.errors import BrokenDocumentError
from scrapers.harvest import Read, harvest
from scrapers.normalise import Doubtful
from tests.newsroom import HOST, LIST, adapter

ADDRESS = f"{HOST}/act.pdf"
PLACES = (
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
)
HERE = next((place for place in PLACES if refusal(place, ("en",)) is None), None)
LANGUAGES = languages_in(HERE) if HERE else ("none",)
SAYS = {
    "el": "Η Αρχή επιβάλλει πρόστιμο ύψους δέκα χιλιάδων (10.000) ευρώ.",
    "fr": "La CNIL prononce une amende de 27 000 000 (vingt-sept millions) d'euros.",
    "it": "Il Garante ordina il pagamento della somma di euro 2.000,00 (duemila).",
    "en": "The Commissioner has fined ACME Ltd £14,472,500 today.",
}


def scan(text: str, grey: int = 0) -> bytes:
    """A PDF of one page that holds a picture of the text; `grey` up to 255 makes its letters pale."""
    made, pictured = FPDF(), FPDF()
    made.add_font("roboto", "", font_roboto.Roboto)
    made.set_font("roboto", size=14)
    made.set_text_color(grey)
    made.add_page()
    made.multi_cell(0, 8, text)
    with pypdfium2.PdfDocument(bytes(made.output())) as document:
        pictured.add_page()
        pictured.image(document[0].render(scale=150 / 72, grayscale=True).to_pil(), 0, 0, 210, 297)
    return bytes(pictured.output())


@pytest.fixture(autouse=True)
def _off_again() -> Iterator[None]:
    yield
    DESK.read_scans(None)


def test_a_scan_is_told_from_a_broken_file_and_not_read_by_default() -> None:
    with pytest.raises(ScannedError, match="no readable text: scanned"):
        pdf_text(scan(SAYS["fr"]), ADDRESS)

    assert scan_text(scan(SAYS["fr"]), ADDRESS, "fr") is None
    assert Settings(_env_file=None).ocr_data is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scan_is_read_in_the_language_of_its_authority(language: str, tmp_path: Path) -> None:
    DESK.read_scans(HERE or tmp_path)
    said = scan_text(scan(SAYS.get(language, "none")), ADDRESS, language)

    if HERE is None:
        assert said is None
    else:
        assert said is not None
        assert said.sure > ocr.LEAST_SURE
        assert "".join(char for char in SAYS[language] if char.isdigit()) in "".join(filter(str.isdigit, said.text))


def test_a_scan_too_pale_to_be_read_is_no_text() -> None:
    DESK.read_scans(HERE)

    if HERE is None:
        assert scan_text(scan("x"), ADDRESS, "en") is None
    else:
        with pytest.raises(BrokenDocumentError, match=r"the scan is too unclear to be read: only \d+ % of it is sure"):
            scan_text(scan("", grey=250), ADDRESS, "en")


def test_data_that_is_no_data_is_a_reason_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "fra.traineddata").write_bytes(b"nothing")
    DESK.read_scans(tmp_path)

    with pytest.raises(BrokenDocumentError, match="the scan cannot be read"):
        scan_text(scan("x"), ADDRESS, "fr")
    assert scan_text(scan("x"), ADDRESS, "el") is None


def test_the_worker_reads_scans_with_one_thread() -> None:
    assert ONE_THREAD["OMP_THREAD_LIMIT"] == "1"


def test_what_is_missing_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ell.traineddata").write_bytes(b"")

    assert refusal(tmp_path, ("el",)) is None
    assert refusal(tmp_path, ("el", "fr")) == (
        f"{tmp_path} has no fra.traineddata: install Tesseract's data of that language there"
    )
    monkeypatch.setattr(ocr, "PACKAGE", "a_package_that_is_not_there")
    assert refusal(tmp_path, ("el",)) == (
        "the package a_package_that_is_not_there is missing: install finewatch with its extra “ocr”"
    )


async def test_the_start_and_the_doctor_refuse_a_folder_without_the_languages(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, ocr_data=tmp_path, data_dir=tmp_path)
    with pytest.raises(SettingsError, match=r"^FINEWATCH_OCR_DATA: .* has no \w+\.traineddata"):
        read_scans(settings, (adapter(),))

    told = {check.name: check async for check in checks(settings)}
    assert told["scans"].is_broken
    assert "traineddata" in told["scans"].words


class Scans:
    """A list of one act whose decision is a scan."""

    async def fetch(self, request: Request) -> Page:
        body = b"A-1|An act" if request.url == LIST else scan(SAYS["en"]) if request.url == ADDRESS else b"see the PDF"
        return Page(request, request.url, body)


def scanned_act() -> Adapter:
    def parse_decision(page: Page) -> tuple[RawDecision, ...]:
        return (RawDecision("A-1", page.url, "An act", (), attachments=(Request(ADDRESS),)),)

    def read(_: RawDecision, passage: Passage) -> Account:
        words = next(line for line in passage.text.splitlines() if "fined" in line)
        evidence = Evidence(words=words, document=passage.url, start=passage.text.index(words), method="digits")
        money = Money.of("14472500", "EUR")
        return Account((Sanction(party="ACME Ltd", kind=Kind.FINE, money=money, evidence=evidence),))

    return replace(adapter(), parse_decision=parse_decision, read=read)


async def test_what_was_read_from_a_scan_is_filled_in_and_goes_to_a_person_all_the_same() -> None:
    DESK.read_scans(HERE)
    act = scanned_act()
    results = harvest(act, act.sources[0], Scans(), today=date(2026, 1, 1), is_known=lambda _: False)
    outcome = next(result.outcome for result in [one async for one in results] if isinstance(result, Read))

    assert isinstance(outcome, Doubtful)
    if HERE is None:
        assert "scanned" in outcome.reasons[0]
        assert outcome.decision is None
    else:
        assert outcome.reasons[0].startswith(f"the document {ADDRESS} is scanned: its letters were read from a picture")
        assert outcome.decision is not None
        assert outcome.decision.sanctions[0].evidence.method == "digits, read from a picture"
