"""A news item as the sentences that tell it: the title first, furniture left out, its dateline read. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from scrapers.adapter import RawDecision
from scrapers.meaning.english.announcement import SAID
from scrapers.meaning.english.dating import MONTH, day_of
from scrapers.meaning.english.panel import panel_of
from scrapers.meaning.english.prose import flat, mend, told

CLOSING = re.compile(
    r"^[ \t]*(?:-?\s*ENDS\b.*|Notes? (?:to|for) editors?:?|Further reading|About the ICO|Related (?:content|news)"
    r"|For further information\b.*|Background information)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""What follows are links, powers and maxima."""
LEAD = 4
"""The title and three sentences say what is new; what is told first below them may be an earlier case."""
DATELINE = re.compile(
    rf"(?:(?:Date|Published)(?: on)?:?\s+)?(?:\w+day,? )?\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}\.?"
)
FURNITURE = re.compile(
    r"(?:Action we've taken|Enforcement|Media centre|Home|About the ICO|News|Blogs?|News and blogs|Share.{0,30})\s?/?"
)
OTHER_SORT = re.compile(
    r"^(?:what|why|how|when|do|does|are|is|can|should)\b|[:?]\s*(?:what|why|how)\b|\b(?:blogs?|speech|statements?|response|responds|reaction|consultation|guidance|guidelines?|publishes|tips|advice"
    r"|annual report|code of practice|vacanc\w+|webinar"
    r"|podcast|audit|opinion|strategy|plan|survey|conference|recruit\w*|toolkit|call for|resources?|memorandum|letter"
    r"|join our|fake|scams?|hoax|appointed|update|register|powers|approach|review of|work to|explained|views"
    r"|trends|statistics|figures|in numbers|more fines|round-?up)\b",
    re.IGNORECASE,
)
"""Titles of what is no act."""
TELLS_OF_ONE = re.compile(rf"{SAID.pattern}|[£€]|\b(?:fines?|penalty) (?:on|to|against|for)\b|\bto fine\b", re.I)
"""Titles that tell of a sanction all the same, or of one to come."""
BYLINE = re.compile(
    r"^(?:A |An )?(?:blog|speech|opinion|keynote|article)(?: \w+){0,2} by\b"
    r"|^By (?-i:[A-Z])\w+ (?-i:[A-Z])[\w'-]+, ",
    re.I,
)
TALK = re.compile(r"\b(?:blogs?|speech(?:es)?|opinion piece)\b", re.IGNORECASE)
"""How the site files what somebody says in their own name."""

SPEECH = re.compile(r'(?:(?<=[:,]\s)|^[ \t]*)"(?:[^"\n]|\n(?!\s*[\n"])){40,1500}(?:"|(?=\n)|\Z)', re.MULTILINE)
"""What somebody is quoted with explains, and recalls other cases; it announces nothing."""


@dataclass(frozen=True)
class Story:
    """`told` begins with the title; `published` is the day of the panel, the dateline or the list.

    `is_talk`: a blog or a speech, which tells of sanctions and announces none. `is_own_page`: with the facts panel of
    the ICO's site.
    """

    told: tuple[str, ...]
    published: date | None
    is_talk: bool
    is_own_page: bool

    @property
    def title(self) -> str:
        """The first of the sentences."""
        return self.told[0]

    @property
    def is_of_another_sort(self) -> bool:
        """Whether the title is of guidance, a speech, a report … and does not say that a sanction was imposed."""
        return bool(OTHER_SORT.search(self.title)) and not TELLS_OF_ONE.search(self.title)


def story_of(raw: RawDecision, text: str) -> Story:
    """The story of a page's text."""
    panel = panel_of(mend(text))
    closing = CLOSING.search(panel.below)
    lines = told(SPEECH.sub('"…"', panel.below[: closing.start() if closing else len(panel.below)]))
    dateline = next((line for line in lines[:4] if DATELINE.fullmatch(line)), None)
    title = flat(mend(raw.title))
    body = (line for line in lines if line != title and not DATELINE.fullmatch(line) and not FURNITURE.fullmatch(line))
    sentences = tuple([title, *body] if title else [*body] or [""])
    published = panel.shown or day_of(raw.published or raw.listed_on) or day_of(dateline)
    is_by_somebody = any(BYLINE.search(sentence) for sentence in sentences[1:3])
    filed = f"{panel.facts.get('Type', '')} {raw.category or ''}"
    return Story(sentences, published, is_by_somebody or bool(TALK.search(filed)), bool(panel.facts))
