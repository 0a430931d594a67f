"""A page, or a row, of the ICO's register: its facts panel and what its prose says (source-ico.md §3.1, §4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english.consequences import about_parties, acts, fines, of_other_fines, shared
from scrapers.meaning.english.courts import prosecutions
from scrapers.meaning.english.dating import dated, day_of
from scrapers.meaning.english.infringed import infringed
from scrapers.meaning.english.names import titled
from scrapers.meaning.english.panel import panel_of
from scrapers.meaning.english.parties import apart
from scrapers.meaning.english.prose import evidence, mend, told
from scrapers.meaning.english.rounding import settled
from scrapers.meaning.english.sums import Sum, announced_sums

FURTHER = re.compile(r"^[ \t]*Further reading[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""What follows are links: their titles speak of other acts."""
FINED_BY_TYPE = "monetary penalt"
BY_TYPE = ((Kind.REPRIMAND, "reprimand"), (Kind.ORDER, "enforcement notice"))
NO_SANCTION = re.compile(
    r"undertaking|information notice|assessment notice|decision notice|audit|advisory", re.IGNORECASE
)
DATED_BY_NOTICE = 2025
"""From then on the panel states the day of the notice; before, often the day of publication (source-ico.md §5)."""


@dataclass(frozen=True)
class Item:
    """An item of the register in its own words; `types` in lower case, `shown` is the date of its panel or row."""

    party: str
    types: str
    shown: date | None
    is_day_of_notice: bool
    prose: str


def is_item(raw: RawDecision, text: str) -> bool:
    """Whether a text is an item of the register: a panel with a type that is not news, or a row the register filed."""
    panel = panel_of(text)
    return ("Type" in panel.facts and not panel.is_news) or _is_filed(raw.category or "")


def read_item(raw: RawDecision, passage: Passage, home: str) -> Account:
    """What an item of the register says. Its type tells the kind; a sum counts where its prose calls it the fine."""
    item = _item(raw, mend(passage.text))
    sentences = told(item.prose)
    if "prosecution" in item.types:
        return _dated(item, raw, Account(prosecutions(sentences or [item.party], passage, home, item.party)))
    if NO_SANCTION.search(item.types) and not _imposes(item.types):
        return Account(nothing=f"filed as “{item.types}”, which is no sanction")
    spoken = [announced_sums(sentence, home) for sentence in sentences]
    sanctions = _sanctions(item, sentences, spoken, passage, home)
    if sanctions:
        doubts = (*_doubts(sanctions, passage), *of_other_fines(sanctions, spoken))
        return _dated(item, raw, Account(sanctions, doubts=doubts))
    return Account(doubts=(f"there is no rule for the type “{item.types}”",))


def _item(raw: RawDecision, text: str) -> Item:
    panel = panel_of(text)
    above = [line.strip() for line in panel.above.splitlines() if line.strip()]
    further = FURTHER.search(panel.below)
    return Item(
        party=above[-1] if above else raw.title,
        types=(panel.facts.get("Type") or raw.category or "").lower(),
        shown=panel.shown or day_of(raw.listed_on) or day_of(raw.category),
        is_day_of_notice="Date of final notice" in panel.facts,
        prose=panel.below[: further.start() if further else None].strip(),
    )


def _sanctions(
    item: Item, told: list[str], spoken: Sequence[Sequence[Sum]], passage: Passage, home: str
) -> tuple[Sanction, ...]:
    name, articles = titled(item.party) or "", infringed(item.prose)
    parties = apart(name)
    sums = settled([[one for one in sums if one.kind is Kind.FINE] for sums in spoken])
    made = list(fines([one if len(sums) > 1 else _nameless(one) for one in sums], parties, articles, passage))
    if not made and FINED_BY_TYPE in item.types:
        made += shared(Kind.FINE, None, parties, articles, evidence(passage, told[0] if told else item.party))
    announced = acts(told, parties, articles, passage, home)
    for kind, words in BY_TYPE:
        said = [sanction for sanction in announced if sanction.kind is kind]
        if not said and words in item.types:
            said = shared(kind, None, parties, articles, evidence(passage, told[0] if told else item.party))
        made += said
    return tuple(made)


def _nameless(one: Sum) -> Sum:
    """On a page of one fine the heading names its payer; prose may use a short name."""
    return replace(one, party=None)


def _doubts(sanctions: tuple[Sanction, ...], passage: Passage) -> tuple[str, ...]:
    about = about_parties(sanctions)
    if any(sanction.kind is Kind.FINE and sanction.money is None for sanction in sanctions):
        what = "row" if passage.form is Form.FEED_ITEM else "page"
        return (*about, f"the {what} names a fine without its amount; the amount stands in the notice")
    return about


def _dated(item: Item, raw: RawDecision, account: Account) -> Account:
    if item.shown is None or (item.shown.year < DATED_BY_NOTICE and not item.is_day_of_notice):
        return replace(account, published_on=item.shown)
    texts = (passage for passage in raw.passages if passage.form is Form.DECISION_TEXT)
    if any(dated(mend(text.text))[0] for text in texts):
        return account
    return replace(account, decided_on=item.shown)


def _is_filed(category: str) -> bool:
    return _imposes(category) or bool(NO_SANCTION.search(category))


def _imposes(types: str) -> bool:
    words = (FINED_BY_TYPE, "prosecution", *(words for _, words in BY_TYPE))
    return any(word in types.lower() for word in words)
