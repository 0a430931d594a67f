"""Read one passage of the Garante: a measure by its operative part, news by its sentences. Pure."""

from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Kind
from scrapers.meaning.italian import heading, refusals
from scrapers.meaning.italian.consequences import Measured, consequences
from scrapers.meaning.italian.operative import LONGEST, Part, operative_part
from scrapers.meaning.italian.release import read_release
from scrapers.meaning.italian.row import is_row, read_row

_ALIKE = str.maketrans({"’": "'", "‘": "'", "´": "'", "\u00a0": " ", "\u202f": " "})
"""Character for character, so that evidence keeps its place in the text."""


def read(raw: RawDecision, passage: Passage) -> Account:
    """What this passage says of the outcome (source-garante.md §4)."""
    text = passage.text.translate(_ALIKE)
    raw = replace(raw, title=raw.title.translate(_ALIKE))
    if passage.form in (Form.DECISION_TEXT, Form.DECISION_PAGE):
        return _read_measure(raw, text, passage.url)
    if passage.form is Form.FEED_ITEM and is_row(raw.title):
        return read_row(raw, text, passage.url)
    return read_release(raw, text, passage)


def _read_measure(raw: RawDecision, text: str, url: str) -> Account:
    reference = heading.reference(raw, text)
    part = operative_part(text)
    if part is None and (removed := refusals.removal(text)):
        return Account(nothing=removed, reference=reference)
    told = consequences(raw, text, part, url) if part else Measured(())
    nothing = _nothing(raw, text, part, told)
    decided, doubts = heading.decided_on(raw, text)
    return Account(
        sanctions=() if nothing else told.sanctions,
        nothing=nothing,
        doubts=() if nothing else (*doubts, *told.doubts, *_open_questions(raw, part, told)),
        decided_on=decided,
        published_on=heading.announced_on(text, decided),
        reference=reference,
    )


def _nothing(raw: RawDecision, text: str, part: Part | None, told: Measured) -> str | None:
    """Why it is certainly no sanction. A title alone never outweighs a fine or a reprimand in the operative part."""
    if any(sanction.kind in (Kind.FINE, Kind.REPRIMAND) for sanction in told.sanctions):
        return None
    if named := refusals.by_title(raw):
        return named
    if told.sanctions:
        return None
    if told.general:
        return "a general measure, addressed to nobody in particular"
    return (refusals.by_command(part) or refusals.by_silence(raw, text, part)) if part else None


def _open_questions(raw: RawDecision, part: Part | None, told: Measured) -> list[str]:
    if not told.sanctions:
        return ["no consequence could be read from the operative part"]
    questions = []
    if part and len(part.text) == LONGEST:
        questions.append("the operative part is longer than any real one, its end was not read")
    if part and refusals.by_command(part) == refusals.OPINION:
        questions.append("the act gives an opinion and imposes something")
    fined = any(sanction.kind is Kind.FINE for sanction in told.sanctions)
    if "ordinanza ingiunzione" in raw.title.casefold() and not fined:
        questions.append("the title is that of a fine, no sum could be read")
    return questions
