"""How fast texts are read, against only cleaning and folding them, and PDFs, against PDFium alone.

Each ratio is measured in one run, both sides in turns, the best of several rounds: what else the machine does counts
for both sides or for neither.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import font_roboto
import pypdfium2
from bs4 import BeautifulSoup
from fpdf import FPDF
from rich.console import Console
from rich.table import Table

from scrapers.documents.pdf import pdf_text
from scrapers.meaning.digits import read_run
from scrapers.meaning.text import clean, fold
from scrapers.question import answer
from scrapers.registry import adapters

HOME = Path(__file__).parents[1]
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "cases.jsonl"
RECORDED = HOME / "tests" / "fixtures" / "authorities"
ROUNDS, PDF_ROUNDS = 7, 40
PAGES = 20
TEXTS_A_SECOND, TIMES_BARE, TIMES_PDFIUM = 150, 10, 1.5
GREEK = (
    "Η Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα, αφού εξέτασε τα στοιχεία του φακέλου και άκουσε τους "
    "εκπροσώπους της εταιρείας, επιβάλλει στον υπεύθυνο επεξεργασίας διοικητικό χρηματικό πρόστιμο ύψους δέκα χιλιάδων "
    "(10.000) ευρώ για την παράβαση των άρθρων 5 παρ. 1 στοιχ. α΄ και 32 του ΓΚΠΔ. "
)


@dataclass(frozen=True)
class Text:
    """A text and the question that asks for its meaning."""

    question: str
    title: str
    body: str


def texts() -> tuple[str, list[Text]]:
    """The corpus where there is one, or else the recorded pages of the tests; and which of the two it is."""
    if CORPUS.exists():
        with CORPUS.open(encoding="utf-8") as lines:
            return "the corpus", [_text(line) for line in lines]
    return "the recorded pages of the tests", [_text(json.dumps(row)) for row in _recorded()]


def _text(question: str) -> Text:
    row = json.loads(question)
    return Text(question, row["title"], row["text"])


def _recorded() -> Iterator[dict[str, str]]:
    for code, adapter in adapters().items():
        for file in sorted((RECORDED / code.lower()).glob("*/*")):
            if file.suffix in {".txt", ".html"}:
                words = BeautifulSoup(file.read_bytes(), "lxml").get_text("\n")
                row = {"id": file.name, "authority": code, "language": adapter.language, "text_kind": "decision_text"}
                yield row | {"title": "", "text": words}


def read_all(asked: list[Text]) -> None:
    read_run.cache_clear()  # What an earlier round taught must not serve this one.
    for text in asked:
        answer(text.question)


def normalise_all(asked: list[Text]) -> None:
    for text in asked:
        fold(clean(text.title))
        fold(clean(text.body))


def greek_pdf() -> bytes:
    """A decision of twenty full pages, in a font whose letters are looked up as those of real decisions are."""
    made = FPDF()
    made.add_font("roboto", "", font_roboto.Roboto)
    made.set_font("roboto", size=11)
    for _ in range(PAGES):
        made.add_page()
        made.multi_cell(0, 6, GREEK * 8)
    return bytes(made.output())


def pdfium_alone(body: bytes) -> None:
    with pypdfium2.PdfDocument(body) as document:
        for page in document:
            page.get_textpage().get_text_range()


def best(clock: Callable[[], float], rounds: int, *sides: Callable[[], object]) -> list[float]:
    """The least time of each side in seconds, after one round to warm up; the sides take turns."""
    times: list[list[float]] = []
    for _ in range(rounds + 1):
        times.append([])
        for side in sides:
            start = clock()
            side()
            times[-1].append(clock() - start)
    return [min(of_side) for of_side in zip(*times[1:], strict=True)]


def main() -> None:
    name, asked = texts()
    reading, bare = best(time.process_time, ROUNDS, lambda: read_all(asked), lambda: normalise_all(asked))
    body = greek_pdf()
    ours, alone = best(time.perf_counter, PDF_ROUNDS, lambda: pdf_text(body, ""), lambda: pdfium_alone(body))
    rate, times_bare, times_pdfium = len(asked) / reading, reading / bare, ours / alone
    table = Table("figure", "measured", "goal", "holds")
    for figure, measured, goal, holds in (
        ("texts read a second, one core", f"{rate:.0f}", f"at least {TEXTS_A_SECOND}", rate >= TEXTS_A_SECOND),
        ("reading / only clean and fold", f"{times_bare:.1f}", f"under {TIMES_BARE}", times_bare < TIMES_BARE),
        ("texts cleaned and folded a second", f"{len(asked) / bare:.0f}", "", None),
        ("pdf_text / PDFium alone", f"{times_pdfium:.2f}", f"under {TIMES_PDFIUM}", times_pdfium < TIMES_PDFIUM),
        ("ms for the PDF, ours and PDFium alone", f"{ours * 1000:.0f} and {alone * 1000:.0f}", "", None),
    ):
        table.add_row(figure, measured, goal, {True: "yes", False: "NO", None: ""}[holds])
    characters = sum(len(text.body) for text in asked) // len(asked)
    print(f"{len(asked)} texts of {name}, {characters} characters each on average; a PDF of {PAGES} Greek pages")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
