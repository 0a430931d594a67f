"""The documents attached to an act: their text, and what a person must know where one could not be read for certain.

Fetches nothing. A document that could not be read never hides its act, and never lets it pass unlooked at.
"""

from collections.abc import Collection
from dataclasses import dataclass

from scrapers.adapter import Form, Page, Passage
from scrapers.checks import check
from scrapers.decision import Evidence, Sanction
from scrapers.documents.ocr import scan_text
from scrapers.documents.pdf import ScannedError, pdf_text
from scrapers.errors import BrokenDocumentError, MissingError, PageError, TooLargeError
from scrapers.normalise import Dropped, Outcome, judged

BY_OCR = "read from a picture"


@dataclass(frozen=True)
class Attached:
    """A document as it was read: its text if any, and the fault that sends its act to a person if any."""

    passage: Passage | None = None
    fault: str | None = None


def attached(document: Page, language: str) -> Attached:
    """The text of a PDF; of a scanned one what its pictures show, if scans are read, and then always with a fault."""
    try:
        return Attached(Passage(Form.DECISION_TEXT, pdf_text(document.body, document.url), language, document.url))
    except ScannedError as error:
        return _scanned(document, language, error)
    except PageError as error:
        return unread(error)


def unread(error: PageError | MissingError | TooLargeError) -> Attached:
    """A document that gave no text, and why."""
    return Attached(fault=f"the document {error.url} could not be read: {error.reason}")


def weighed(outcome: Outcome, documents: Collection[Attached]) -> Outcome:
    """What was made of an act, with the faults of its documents as failed checks."""
    faults = [each.fault for each in documents if each.fault]
    if not faults:
        return outcome
    failed = tuple(check("every document can be read", fault) for fault in faults)
    if isinstance(outcome, Dropped):
        said = f"the page alone says: {outcome.reason}"
        return judged(None, (*failed, check("the page says what was decided", said)))
    scans = {each.passage.url for each in documents if each.passage and each.fault}
    decision = outcome.decision
    if decision is not None:
        sanctions = tuple(_marked(sanction, scans) for sanction in decision.sanctions)
        decision = decision.model_copy(update={"sanctions": sanctions})
    return judged(decision, (*failed, *outcome.checks))


def _scanned(document: Page, language: str, scanned: ScannedError) -> Attached:
    try:
        scan = scan_text(document.body, document.url, language)
    except BrokenDocumentError as error:
        return unread(error)
    if scan is None:
        return unread(scanned)
    passage = Passage(Form.DECISION_TEXT, scan.text, language, document.url)
    fault = f"the document {document.url} is scanned: its letters were {BY_OCR} and are {scan.sure} % sure"
    return Attached(passage, fault)


def _marked(sanction: Sanction, scans: Collection[str]) -> Sanction:
    """Whoever accepts the sanction as it stands still sees that its words are not certain."""
    if sanction.evidence.document not in scans:
        return sanction
    words: Evidence = sanction.evidence.model_copy(update={"method": f"{sanction.evidence.method}, {BY_OCR}"})
    return sanction.model_copy(update={"evidence": words})
