"""Recorded cases of an authority: bodies made at test time, and what the way from listing to decision says of them."""

import io
import tarfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import font_roboto
from fpdf import FPDF

from scrapers.adapter import Adapter, Ref, Source
from scrapers.decision import Decision, Money, Sanction
from scrapers.errors import ScraperError
from scrapers.harvest import Lead, Read, Refused, Result, Seen, harvest
from scrapers.normalise import Accepted, Doubtful, Dropped, Outcome
from scrapers.recorded import RecordedPages, recorded

CASES = Path(__file__).parent / "fixtures" / "authorities"


@cache
def pdf_of(folder: Path, name: str) -> bytes:
    """A PDF with the text of a file; a form feed in the text begins a new page."""
    pdf = FPDF()
    pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
    pdf.add_font("roboto", "", font_roboto.Roboto)
    pdf.set_font("roboto", size=11)
    for page in (folder / name).read_text(encoding="utf-8").split("\f"):
        pdf.add_page()
        pdf.multi_cell(0, 6, page, align="L")
    return bytes(pdf.output())


def tar_of(folder: Path, names: list[str]) -> bytes:
    """A tar.gz as DILA makes it, its members deep under `cnil/global`."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name in names:
            archive.add(folder / name, arcname=f"cnil/global/CNIL/TEXT/00/00/{Path(name).name}")
    return buffer.getvalue()


def pages(folder: Path) -> RecordedPages:
    """The recorded pages of one case."""
    return RecordedPages((folder,), {"pdf_of": pdf_of, "tar_of": tar_of})


def cases() -> Iterator[tuple[str, Path]]:
    """Every case: the authority's code in lower case, and the folder."""
    for pages_toml in sorted(CASES.glob("*/*/pages.toml")):
        yield pages_toml.parent.parent.name, pages_toml.parent


async def told(adapter: Adapter, folder: Path) -> dict[str, Any]:
    """What a visit to the case's source says, as JSON."""
    case = recorded(folder)
    source = _source(adapter, case["source"])
    day: date = case["today"]
    results: list[Result] = []
    try:
        results += [result async for result in harvest(adapter, source, pages(folder), today=day, is_known=_never)]
    except ScraperError as error:
        return {"visit_failed": _error(error)}
    listed = [_listed(result) for result in results if isinstance(result, Seen)]
    return {"listed": listed, "results": [_result(result) for result in results if not isinstance(result, Seen)]}


def _never(_: Ref) -> bool:
    return False


def _source(adapter: Adapter, name: str) -> Source:
    return next(source for source in adapter.sources if source.name == name)


def _error(error: ScraperError) -> str:
    return f"{type(error).__name__}: {error}"


def _listed(seen: Seen) -> str:
    return f"{seen.ref.key} {seen.ref.request.url}"


def _result(result: Read | Lead | Refused) -> dict[str, Any]:
    match result:
        case Lead(ref):
            return {"ref": ref.key, "says": "no act of its own"}
        case Refused(ref, error):
            return {"ref": ref.key, "refused": _error(error)}
        case Read(ref, _, raw, outcome):
            return {"ref": ref.key, **_outcome(outcome), "unread": list(raw.unread)}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Accepted(decision):
            return {"accepted": _decision(decision)}
        case Doubtful(reasons, decision):
            return {"review": list(reasons), "read": decision and _decision(decision)}
        case Dropped(reason):
            return {"not_a_sanction": reason}


def _decision(decision: Decision) -> dict[str, Any]:
    facts = decision.model_dump(mode="json", exclude={"sanctions", "authority"})
    return {**facts, "sanctions": [_sanction(sanction) for sanction in decision.sanctions]}


def _sanction(sanction: Sanction) -> dict[str, Any]:
    facts = sanction.model_dump(mode="json", exclude={"money", "daily"}, exclude_none=True)
    return {**facts, "money": _money(sanction.money), "daily": _money(sanction.daily)}


def _money(money: Money | None) -> str | None:
    return None if money is None else f"{money.amount} {money.currency}"
