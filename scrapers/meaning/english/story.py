"""A news item as the sentences that tell it: the title first, furniture left out, its dateline read. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from scrapers.adapter import RawDecision
from scrapers.meaning.english.dating import MONTH, day_of
from scrapers.meaning.english.panel import panel_of
from scrapers.meaning.english.prose import flat, mend, told

CLOSING = re.compile(
    r"^[ \t]*(?:-?\s*ENDS\b.*|Notes? (?:to|for) editors?:?|Further reading|About the ICO|Related (?:content|news)"
    r"|For further information\b.*|Background information)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""What follows are links, powers and maxima."""
DATELINE = re.compile(
    rf"(?:(?:Date|Published)(?: on)?:?\s+)?(?:\w+day,? )?\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}\.?"
)
FURNITURE = re.compile(
    r"(?:Action we've taken|Enforcement|Media centre|Home|About the ICO|News|Blogs?|News and blogs|Share.{0,30})\s?/?"
)
OTHER_SORT = re.compile(
    r"\b(?:blogs?|speech|statements?|consultation|guidance|guidelines?|annual report|code of practice|vacanc\w+|webinar"
    r"|podcast|audit|opinion|strategy|plan|survey|conference|recruit\w*|toolkit|call for|resources?|memorandum|letter"
    r"|join our|update on|register|powers|approach|review of|work to|explained|views"
    r"|trends|statistics|figures|in numbers|more fines|round-?up)\b",
    re.IGNORECASE,
)
"""Titles of what is no act."""
BYLINE = re.compile(
    r"^(?:A |An )?(?:blog|speech|opinion|keynote|article)(?: \w+){0,2} by\b|^By (?-i:[A-Z])\w+ (?-i:[A-Z])", re.I
)
SAID = re.compile(
    r"\b(?:fined|reprimanded|penali[sz](?:ed|es)|sanctioned)\b"
    r"|\b(?:ICO|CNIL|Garante|DPA|DPC|SA|AP|authority|commission(?:er)?|watchdog|regulator|office|committee)"
    r"(?: \([A-Z]+\))?(?: also| today| provisionally)? (?:fines|reprimands)\b"
    r"|\b(?:issue[sd]?|impose[sd]?|serve[sd]?|given|handed|hit|receive[sd]?)\b[^.;]{0,80}"
    r"\b(?:fine|penalt(?:y|ies)|reprimands?|enforcement notices?|sanctions?|notice of intent|injunction)\b"
    r"|\b(?:fines?|penalt(?:y|ies)|reprimands?|enforcement notices?) (?:(?:has|have|was|were|been|is|are) )*"
    r"(?:issued|imposed|served|given)\b|\bordered\b",
    re.IGNORECASE,
)
"""Words that say a sanction was imposed, whatever they say of whom and when."""


@dataclass(frozen=True)
class Story:
    """`told` begins with the title; `published` is the day of the panel, the dateline or the list."""

    told: tuple[str, ...]
    published: date | None

    @property
    def title(self) -> str:
        """The first of the sentences."""
        return self.told[0]

    @property
    def is_of_another_sort(self) -> bool:
        """Whether the title is of guidance, a speech, a report … and does not say that a sanction was imposed."""
        is_by_somebody = any(BYLINE.search(sentence) for sentence in self.told[1:3])
        return bool(is_by_somebody or OTHER_SORT.search(self.title)) and not SAID.search(self.title)


def story_of(raw: RawDecision, text: str) -> Story:
    """The story of a page's text."""
    panel = panel_of(mend(text))
    closing = CLOSING.search(panel.below)
    lines = told(panel.below[: closing.start() if closing else len(panel.below)])
    dateline = next((line for line in lines[:4] if DATELINE.fullmatch(line)), None)
    title = flat(mend(raw.title))
    body = (line for line in lines if line != title and not DATELINE.fullmatch(line) and not FURNITURE.fullmatch(line))
    sentences = [title, *body] if title else [*body] or [""]
    return Story(tuple(sentences), panel.shown or day_of(raw.published or raw.listed_on) or day_of(dateline))
