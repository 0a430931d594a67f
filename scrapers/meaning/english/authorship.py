"""Whose act English news tells of: the ICO's own, another authority's, or that of nobody who is named. Pure."""

import re

from scrapers.adapter import Form, Passage
from scrapers.meaning.english.asides import HOME, OWN_ACT, is_act_of_another
from scrapers.meaning.english.imposing import imposes
from scrapers.meaning.english.story import LEAD, Story

OURSELVES = re.compile(
    r"\bICO\b|\bInformation Commission|\bData Protection Act\b|\bGDPR\b|\bPECR\b|\b(?:[Ww]e|[Oo]ur|[Uu]s)\b"
    r"|\b(?:data|privacy|information)\b[\w' -]{0,60}\b(?:watchdog|regulator|authority)"
)
"""The ICO as news names it, and the laws that nobody else keeps."""
FIELD = re.compile(
    r"\bdata\b|\bpersonal (?:information|details)|\bprivacy|\bcalls?\b|\btexts?\b|\be?mails?\b|\bmessages?\b"
    r"|\bmarketing\b|\bcookies\b|\bcyber|\bhack|\bcameras?\b|\bfacial\b|\brecords\b",
    re.IGNORECASE,
)
"""What the ICO's acts are about."""


def is_of_another(story: Story, passage: Passage, home: str) -> bool:
    """Whether another authority acted by the title, or by a lead that tells no act of the ICO's own.

    News that names neither the ICO nor anything of its field is of others too.
    """
    lead = story.told[:LEAD]
    is_theirs = any(is_act_of_another(sentence, home) for sentence in lead)
    is_ours = any(OWN_ACT.search(sentence) or imposes(sentence, home) for sentence in lead[1:])
    if is_act_of_another(story.title, home) or (is_theirs and not is_ours):
        return True
    return not names_us(story, passage, home) and not any(map(FIELD.search, story.told))


def names_us(story: Story, passage: Passage, home: str) -> bool:
    """Whether news names the ICO, or the law it keeps, or is a page of its site; a title alone need not."""
    if passage.form is not Form.NEWS or home != HOME or len(story.told) == 1:
        return True
    return story.is_own_page or any(map(OURSELVES.search, story.told))
