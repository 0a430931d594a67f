"""What an editor teaches with a question: another name of a company, a word for a kind, facts put right.

A name goes into the database; words and facts go into a file of the data folder, which is read at the next start.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.jobs.answer import Author
from bot.jobs.desk import Desk
from bot.jobs.written import WrittenError
from scrapers.decision import Decision, Money
from scrapers.lessons import Lessons, read_lessons
from scrapers.overrides import OF_A_SANCTION, OF_THE_ACT
from storage import reviews
from storage.database import reading, transaction
from storage.register import aliases
from storage.register.aliases import AliasError
from storage.register.companies import UnknownCompanyError
from storage.reviews import Review

FILE = "overrides.toml"
HEAD = "# What the editors of this newsroom taught (`finewatch reviews teach`); read at every start.\n"


@dataclass(frozen=True)
class Lesson:
    """What an editor wrote: `alias` as NAME=COMPANY, `word` as WORD=KIND; `facts`: those that the answer put right."""

    alias: str | None = None
    word: str | None = None
    facts: bool = False


def teach(desk: Desk, number: int, lesson: Lesson, author: Author, folder: Path) -> str:
    """Keep the lesson; the entries that were written into the file, as TOML.

    Raises LookupError for an unknown number, WrittenError for what cannot be kept; then nothing is.
    """
    if lesson == Lesson():
        raise WrittenError("give what to teach: --alias, --word or --facts")
    with reading(desk.engine) as db:
        review = reviews.get(db, number)
    written = "\n".join(_entries(review, lesson, author, desk.now().date()))
    whole = _checked(folder / FILE, written) if written else ""
    if lesson.alias:
        _add_alias(desk, lesson.alias, author)
    if whole:
        _write(folder / FILE, whole)
    return written


def lessons_in(folder: Path) -> Lessons:
    """What was taught so far. Raises WrittenError for a file that is not whole."""
    file = folder / FILE
    return _read(file.read_text(encoding="utf-8"), file) if file.exists() else Lessons()


def _entries(review: Review, lesson: Lesson, author: Author, today: date) -> list[str]:
    who = {"author": author.name, "on": today, "why": author.note, "source": review.url}
    found = []
    if lesson.word:
        word, kind = _halves(lesson.word, "a word and its kind, as censure=reprimand")
        means = kind.lower().replace(" ", "_")
        found.append(_entry("kind_word", {"authority": review.authority, "word": word, "means": means} | who))
    if lesson.facts:
        act = {"authority": review.authority, "key": _answered(review).key}
        found += [_entry("override", act | fact | who) for fact in _facts(review)]
    return found


def _answered(review: Review) -> Decision:
    if not review.answer or not review.reading:
        raise WrittenError(f"question {review.id} has no reading that an answer put right; answer it first")
    return Decision.model_validate_json(review.answer)


def _facts(review: Review) -> list[dict[str, Any]]:
    """The facts that the answer states otherwise than the reading."""
    read, right = Decision.model_validate_json(review.reading), _answered(review)
    if len(read.sanctions) != len(right.sanctions):
        raise WrittenError("the answer has more or fewer sanctions than the page: only single facts can be put right")
    found = [
        _fact(field, getattr(right, field)) for field in OF_THE_ACT if getattr(read, field) != getattr(right, field)
    ]
    for at, (one, other) in enumerate(zip(read.sanctions, right.sanctions, strict=True), start=1):
        changed = (field for field in sorted(OF_A_SANCTION) if getattr(one, field) != getattr(other, field))
        found += [_fact(field, getattr(other, field)) | {"sanction": at} for field in changed]
    if not found:
        raise WrittenError(f"the answer to question {review.id} put no fact right")
    return found


def _fact(field: str, value: Any) -> dict[str, Any]:
    if value is None:
        raise WrittenError(f"the answer takes the {field} away: that cannot be taught, only another value can")
    if isinstance(value, Money):
        return {"field": field, "value": f"{value.currency} {value.amount}"}
    return {"field": field, "value": value.isoformat() if isinstance(value, date) else value}


def _entry(table: str, facts: dict[str, Any]) -> str:
    lines = (f"{name} = {value if isinstance(value, date) else json.dumps(value, ensure_ascii=False)}\n"
             for name, value in facts.items())  # fmt: skip
    return f"[[{table}]]\n{''.join(lines)}"


def _checked(file: Path, written: str) -> str:
    """The file with the new entries. Raises WrittenError when they, or what stands there, are not whole."""
    before = file.read_text(encoding="utf-8") if file.exists() else HEAD
    whole = f"{before}\n{written}"
    _read(before, file)
    _read(whole, file)
    return whole


def _read(text: str, file: Path) -> Lessons:
    try:
        return read_lessons(text)
    except ValidationError as error:
        first = error.errors()[0]
        raise WrittenError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except ValueError as error:
        raise WrittenError(f"{file}: {error}") from error


def _write(file: Path, text: str) -> None:
    """All of it or nothing, whatever happens in between."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def _add_alias(desk: Desk, words: str, author: Author) -> None:
    name, company = _halves(words, "two names, as ACME Italia=ACME S.p.A.")
    source = f"editor {author.name}, {desk.now():%Y-%m-%d}"
    try:
        with transaction(desk.engine) as db:
            aliases.add(db, name, company, source=source)
    except UnknownCompanyError as error:
        near = f"; near it are {', '.join(error.near)}" if error.near else ""
        raise WrittenError(f"{error}{near}") from error
    except AliasError as error:
        raise WrittenError(str(error)) from error


def _halves(words: str, wanted: str) -> tuple[str, str]:
    one, _, other = (half.strip() for half in words.partition("="))
    if not one or not other:
        raise WrittenError(f"“{words}” is not {wanted}")
    return one, other
