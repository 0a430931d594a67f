"""A question about sums, and what one line means to it: asked for or not, counted or left out and why. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from scrapers.decision import Kind
from storage.events import NOT_IN_FORCE
from storage.reckoning.lines import Line
from storage.reckoning.parts import NEVER_ADDED, NO_DATE, UNNAMED
from storage.register import groups

DEFINITIONS = ("in-force", "imposed")
DIVISIONS = ("company", "authority", "year", "kind", "article")
MONEY = frozenset({Kind.FINE, Kind.PERIODIC_PENALTY, *NEVER_ADDED})


@dataclass(frozen=True)
class Question:
    """What is asked, with names resolved. `company_id` None: every company and every unnamed party; `day`: as of.

    `subject` names the one row of an undivided sum; `members` are the company and all that ever belonged to it.
    """

    subject: str
    company_id: int | None
    authority: str | None
    year: int | None
    kind: Kind | None
    article: str | None
    by: str | None
    definition: str
    group: bool
    day: date
    edges: tuple[groups.Edge, ...]

    @property
    def imposed(self) -> bool:
        """Do amounts count as first imposed?"""
        return self.definition == "imposed"

    @property
    def every_kind(self) -> bool:
        """Are orders and reprimands counted too?"""
        return self.by == "kind" or self.kind is not None

    @property
    def members(self) -> frozenset[int] | None:
        """The company and all that ever belonged to it; None for everybody."""
        return None if self.company_id is None else frozenset(groups.members(self.edges, self.company_id))

    def asks_for(self, line: Line) -> bool:
        """Is the line of the kind, the year, the article and the group? Without a kind: is it about money?"""
        kind = line.kind is self.kind if self.kind else self.every_kind or line.kind in MONEY
        year = self.year is None or line.decided_on is None or line.decided_on.year == self.year
        article = self.article is None or self.article in articles(line)
        return kind and year and article and (self.company_id is None or self.company_id in self.above(line))

    def why_not(self, line: Line) -> str | None:
        """Why a line is not in the sum; None when it is."""
        reasons = {
            NEVER_ADDED.get(line.kind, ""): line.kind in NEVER_ADDED,
            line.state: not self.imposed and line.state in NOT_IN_FORCE,
            NO_DATE: self.year is not None and line.decided_on is None,
            UNNAMED: self.by == "company" and line.company_id is None,
            "subsidiary": self.company_id not in (None, line.company_id) and not self.group,
            "no article named": self.by == "article" and not line.articles,
        }
        return next((reason for reason, holds in reasons.items() if holds), None)

    def above(self, line: Line) -> Sequence[int]:
        """The company of the line and all above it on the day of the decision."""
        return () if line.company_id is None else groups.ancestors(self.edges, line.company_id, line.day)

    def row_company(self, line: Line) -> int:
        """The company whose row a line belongs to."""
        return self.above(line)[-1 if self.group else 0]


def articles(line: Line) -> Collection[str]:
    """The articles that a sanction names, without their paragraphs, each once.

    >>> list(dict.fromkeys(article_of(said) for said in ("GDPR 5(1)(a)", "GDPR 5(1)(f)", "FR LIL 82")))
    ['GDPR 5', 'FR LIL 82']
    """
    return dict.fromkeys(article_of(said) for said in line.articles)


def article_of(said: str) -> str:
    """The law and the article, without the paragraph."""
    return said.partition("(")[0].strip()
