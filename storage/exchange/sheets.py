"""Tables in text files, CSV or JSON Lines: rows of cells in and out. Knows nothing of what a column means.

A CSV cell that a spreadsheet would run as a formula is neutralised on the way out, and made whole again on the way in.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import chain
from typing import TextIO

Value = str | int | bool | None | Sequence[str]

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""The beginning of a formula, or of a cell that would be taken for a neutralised one."""

NO_TEXT = re.compile("[\ufffd\0\ud800-\udfff]")
"""What stands for bytes that are no UTF-8, and what no database takes as text."""

BETWEEN = "; "
"""Stands between the parts of a cell that holds a list."""


@dataclass(frozen=True)
class Row:
    """One row: `line` is where it begins in the file (from 1), `raw` its cells as they stand there.

    `fault` says why it cannot be read as a row of this table; then `cells` is empty.
    """

    line: int
    cells: Mapping[str, str]
    raw: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table: its columns, and its rows as they are read from the file."""

    columns: tuple[str, ...]
    rows: Iterator[Row] = field(repr=False)


def read(file: TextIO) -> Sheet:
    """The table of an open text file (without newline translation); JSON Lines when it begins with a brace."""
    first = file.readline()
    lines = chain([first], file)
    if first.lstrip().startswith("{"):
        columns = _columns_of(first)
        return Sheet(columns, _json_rows(lines, columns))
    header = tuple(name.strip() for name in next(csv.reader([first]), []))
    return Sheet(header, _csv_rows(file, header))


def csv_line(values: Iterable[Value]) -> str:
    """One line of CSV with its end, formulas neutralised."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow([guarded(cell(value)) for value in values])
    return line.getvalue()


def json_line(record: Mapping[str, Value]) -> str:
    """One line of JSON with its end."""
    return json.dumps(record, ensure_ascii=False) + "\n"


def cell(value: Value) -> str:
    """A value as the text of a cell; nothing known is an empty one. Raises TypeError for what no cell can hold.

    >>> cell(None), cell(True), cell(["GDPR 6", "GDPR 12"])
    ('', 'true', 'GDPR 6; GDPR 12')
    """
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Mapping):
        raise TypeError("an object in the place of a value")
    return BETWEEN.join(value)


def guarded(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1=1")
    ("'=1+1", "''=1+1", '1=1')
    """
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _csv_rows(lines: Iterable[str], columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    while True:
        begins = reader.line_num + 2
        try:
            raw = tuple(map(unguarded, next(reader)))
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(begins, {}, (), f"not a line of CSV: {error} in line {reader.line_num + 1}")
            continue
        if raw:
            yield _row(begins, raw, columns)


def _row(line: int, raw: tuple[str, ...], columns: tuple[str, ...]) -> Row:
    fault = _fault(raw)
    if not fault and len(raw) != len(columns):
        fault = f"{len(raw)} cells under {len(columns)} columns"
    return Row(line, {} if fault else dict(zip(columns, raw, strict=True)), raw, fault)


def _fault(raw: Iterable[str]) -> str:
    return "a character that cannot be read" if any(map(NO_TEXT.search, raw)) else ""


def _json_rows(lines: Iterable[str], columns: tuple[str, ...]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            cells = _cells(line)
            fault = _fault(cells.values()) if cells else "not a line of JSON with plain values"
            if cells and columns != tuple(cells):
                fault = "other fields than in the first line"
            yield Row(number, {} if fault or cells is None else cells, (line.rstrip("\n"),), fault)


def _columns_of(line: str) -> tuple[str, ...]:
    return tuple(_cells(line) or ())


def _cells(line: str) -> dict[str, str] | None:
    try:
        return {name: cell(value) for name, value in json.loads(line, parse_float=str, parse_constant=str).items()}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
