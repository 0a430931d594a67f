"""A list page of the CNIL's site to the cards of its articles (source-cnil.md §2.2). Nothing is interpreted."""

import re
from dataclasses import dataclass

from bs4 import Tag

from scrapers.adapter import Page
from scrapers.documents import html

LONG_DATE = re.compile(r"\b\d{1,2}(?:er)? [^\W\d_]+ \d{4}\b")


@dataclass(frozen=True)
class Card:
    """An article as its list shows it; `tags` are the words of its tags, `listed_on` is empty where no day is shown."""

    title: str
    url: str
    tags: str
    listed_on: str


def cards(page: Page, root: Tag) -> tuple[Card, ...]:
    """The cards in their order; none on a page past the end of a list, which is no error there."""
    return tuple(_card(page, head) for head in root.select("main h3 a[href]"))


def _card(page: Page, head: Tag) -> Card:
    around = _around(head)
    tags = (html.text(tag) for tag in around.select('a[href*="/tag/"]'))
    days = LONG_DATE.findall(html.text(around))
    return Card(html.text(head), html.link(page, head), " ".join(tags), days[-1] if days else "")


def _around(head: Tag) -> Tag:
    """The largest element around a heading that holds no other article: cards carry no stable class."""
    card = head
    while card.parent is not None and card.parent.name != "main" and len(card.parent.select("h3 a[href]")) == 1:
        card = card.parent
    return card
