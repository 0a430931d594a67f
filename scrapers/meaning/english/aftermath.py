"""News of what comes after a fine: appeals, rulings, the ban of a company's directors. Nothing new is imposed. Pure."""

import re

from scrapers.adapter import Account
from scrapers.meaning.english.announcement import SAID
from scrapers.meaning.english.story import Story

RULING = re.compile(
    r"\btribunal\b|\bcourt of appeal|\bsupreme court|\bhigh court|\bappeals?\b|\boverturn|\bquash"
    r"|\bcouncil of state\b|\bconseil d'|\bcassation\b|\bchalleng|\bcontest"
    r"|\b(?:loses?|lost|wins?|won|fails?|failed)\b[^.;]{0,40}\b(?:bid|fight|case|battle)\b"
    r"|\bthrown out\b|\b(?:fine|penalty) (?:paid|stands|scrapped|cancelled|withdrawn|slashed)\b|\bpays (?:its |the )",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"\b(?:overturn|quash|annul|set(?:s|ting)? aside|substitut|reduc|lower|cut|var(?:y|ie)|allow|agree|uph[eo]ld"
    r"|dismiss|confirm|finds|found|rule[sd])\w*",
    re.IGNORECASE,
)
"""What a court does with an earlier fine."""
DIRECTORS = re.compile(
    r"\bdisqualif|\bbanned (?:as|from)\b|\bbans?\b[^.;]*\bdirectors?\b|\bdirectors?\b[^.;]*\bban(?:s|ned)?\b"
    r"|\bInsolvency Service\b|\bwound up\b|\bwinding[- ]up\b",
    re.IGNORECASE,
)
"""What company law does to those who did not pay."""


def of_aftermath(story: Story) -> Account | None:
    """The account of a story of what comes after a fine; None where it is of something else.

    What a court decided is for a person to enter; the authority's own step before a court changes nothing.
    """
    opening = story.told[:2]
    says = SAID.search(story.title)
    if not says and any(DIRECTORS.search(sentence) for sentence in opening):
        return Account(nothing="news of the directors of a fined company, or of its end: nothing new is imposed")
    if not RULING.search(story.title):
        return None
    if says or any(OUTCOME.search(sentence) for sentence in opening):
        return Account(doubts=("news of a ruling or an appeal: it belongs to an earlier decision",))
    return Account(nothing="news of a ruling or an appeal: an event on an earlier decision, nothing new is imposed")
