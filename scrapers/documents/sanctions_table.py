"""The CNIL's official table of sanctions to rows of words (source-cnil.md §2.3). Nothing is interpreted."""

import re
from dataclasses import dataclass

from bs4 import Tag

from scrapers.adapter import Page
from scrapers.documents import html
from scrapers.errors import LayoutChangedError

ROW_DATE = re.compile(r"\d\d/\d\d/\d{4}")
TEXT_ID = re.compile(r"CNILTEXT\d+")


@dataclass(frozen=True)
class Row:
    """One sanction as the table tells it; who it is, is told by kind of body only.

    `link` (the title of the link to Légifrance, with the number) and `text_id` are empty for what is not published,
    which is most: the simplified procedure never is.
    """

    decided: str
    body: str
    outcome: str
    link: str
    text_id: str


def rows(page: Page) -> tuple[Row, ...]:
    """Every row of every year; footnotes and headings are no rows. None at all raises LayoutChangedError.

    Rows have four cells, five in 2017 and before; the first is the date, the last the outcome.
    """
    found = html.some(page, html.document(page), ".ctn-gen table tr")
    cells = [row.select("td") for row in found]
    sound = [row for row in cells if len(row) in (4, 5) and ROW_DATE.fullmatch(html.text(row[0]))]
    if not sound:
        raise LayoutChangedError(page.url, "expected rows of 4 or 5 cells that begin with a date, found none")
    return tuple(_row(row) for row in sound)


def text_id(link: Tag) -> str:
    """The CNILTEXT id that a link to Légifrance leads to, or an empty string; its query is no part of it."""
    match = TEXT_ID.search(str(link.get("href", "")))
    return match[0] if match else ""


def _row(cells: list[Tag]) -> Row:
    links = cells[-1].select('a[href*="CNILTEXT"]')
    return Row(
        decided=html.text(cells[0]),
        body=html.text(cells[1]),
        outcome=html.text(cells[-1]),
        link=str(links[0].get("title", "")) if links else "",
        text_id=text_id(links[0]) if links else "",
    )
