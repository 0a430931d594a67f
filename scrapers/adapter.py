"""The contract of an authority: frozen values and three pure functions. Standard library and the vocabulary only.

What a page *says* (`RawDecision`, words) and what we *understand* (`Decision`, typed) are two types; `normalise` is the
one way from the first to the second.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from scrapers.decision import Sanction

MAX_PAGE_BYTES = 10_000_000
"""Ten times the largest page or PDF met at the four authorities (source references, 2026)."""


@dataclass(frozen=True)
class Request:
    """One thing to ask of an authority's host. `accept` names media types; `max_bytes` caps the body as received."""

    url: str
    method: str = "GET"
    body: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()
    max_bytes: int = MAX_PAGE_BYTES


@dataclass(frozen=True)
class Ref:
    """A place where an act, or news of one, may be read. `key` is raw and stable: the authority's own id or the path.

    `stamp` changes when the authority changes the page; a known ref with a new stamp is read again. `title`,
    `category`, `number` and `listed_on` are the words of the row that named it.
    """

    key: str
    request: Request
    title: str = ""
    stamp: str = ""
    category: str | None = None
    number: str | None = None
    listed_on: str | None = None


@dataclass(frozen=True)
class Page:
    """What came back. `url` is the final address, `ref` the row that led here (None for a listing)."""

    request: Request
    url: str
    body: bytes
    content_type: str = ""
    ref: Ref | None = None


@dataclass(frozen=True)
class Listing:
    """What one listing page names, and which requests continue it (empty: this was the last)."""

    refs: tuple[Ref, ...]
    more: tuple[Request, ...] = ()


class Form(StrEnum):
    """What kind of text a passage is; the same words as `text_kind` of `finewatch read`."""

    FEED_ITEM = "feed_item"
    NEWS = "news"
    PRESS_RELEASE = "press_release"
    DECISION_PAGE = "decision_page"
    DECISION_TEXT = "decision_text"


@dataclass(frozen=True)
class Passage:
    """One text about an act, from one document. `text` is plain, lines separated by newlines."""

    form: Form
    text: str
    language: str
    url: str = ""


@dataclass(frozen=True)
class RawDecision:
    """One act in the authority's words. Nothing here is interpreted: dates and numbers are the strings of the page.

    `about` is what a release that announces several acts says of this one ("concernant la société X"); empty otherwise.
    `attachments` are documents of the same act still to be fetched (PDF): their text becomes further passages.
    `unread` lists labels of the page that no rule takes, so that a change of the page is seen.
    """

    key: str
    url: str
    title: str
    passages: tuple[Passage, ...]
    reference: str | None = None
    category: str | None = None
    number: str | None = None
    listed_on: str | None = None
    published: str | None = None
    about: str = ""
    provisional: bool = False
    aliases: tuple[str, ...] = ()
    attachments: tuple[Request, ...] = ()
    unread: tuple[str, ...] = ()

    def with_passage(self, passage: Passage) -> Self:
        """The same act with one more text."""
        return replace(self, passages=(*self.passages, passage))


@dataclass(frozen=True)
class Account:
    """What one passage was understood to say.

    `nothing` is the reason why it is certainly no sanction (then `sanctions` is empty). `doubts` are reasons that a
    person must look. An account with neither sanctions, nothing nor doubts does not speak of the outcome at all.
    """

    sanctions: tuple[Sanction, ...] = ()
    nothing: str | None = None
    doubts: tuple[str, ...] = ()
    decided_on: date | None = None
    published_on: date | None = None
    reference: str | None = None


@dataclass(frozen=True)
class Source:
    """One address of an authority that is looked at regularly.

    `start` gives the first requests for a visit on that (local) day. `every` is in beats of the fastest visit. With
    `cross_check` the rows are compared with what is stored, nothing is read from them.
    """

    name: str
    start: Callable[[date], tuple[Request, ...]]
    parse_listing: Callable[[Page], Listing]
    every: int = 1
    max_pages: int = 60
    cross_check: bool = False


@dataclass(frozen=True)
class Adapter:
    """One authority: facts and pure functions.

    `parse_decision` sees a `Page` and returns what it says: acts, or refs to where they are said, or nothing when the
    page is about something else; a page that is not what it should be raises PageError. `read` understands one passage
    of an act. `hosts` are the only hosts that are ever contacted for it; `pace` is seconds between two requests to one
    of them. `terms` says how its texts may be reused.
    """

    code: str
    name: str
    country: str
    language: str
    currency: str
    timezone: str
    hosts: tuple[str, ...]
    sources: tuple[Source, ...]
    parse_decision: Callable[[Page], tuple[RawDecision | Ref, ...]]
    read: Callable[[RawDecision, Passage], Account]
    pace: float = 1.0
    terms: str = ""
    home: str = field(default="")
