"""English news of an authority: what it announces, for whom. Serves the ICO's news and other authorities' releases."""

import re
from collections.abc import Iterator, Sequence

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Kind, Sanction
from scrapers.meaning.english.aftermath import of_aftermath
from scrapers.meaning.english.announcement import NOW, SAID, is_announced
from scrapers.meaning.english.asides import PROVISIONAL, is_anothers
from scrapers.meaning.english.authorship import is_of_another, names_us
from scrapers.meaning.english.consequences import acts, fines, of_other_fines, shared
from scrapers.meaning.english.courts import doubts_about_the_case, is_before_a_court, prosecutions
from scrapers.meaning.english.dating import acted_on
from scrapers.meaning.english.genres import SANCTION_WORDS, is_about_access
from scrapers.meaning.english.imposing import imposes
from scrapers.meaning.english.infringed import infringed
from scrapers.meaning.english.parties import apart, protagonist, spelled_out
from scrapers.meaning.english.prose import evidence
from scrapers.meaning.english.rounding import settled, unexplained
from scrapers.meaning.english.story import LEAD, Story, story_of
from scrapers.meaning.english.sums import Sum, announced_sums, fined_party

DETAILS = 7
"""Sentences in which a party's name, the sum of a fine that the title names, an order or a court may stand."""
CHANGED = re.compile(
    r"\bagree(?:d|s|ment)?\b[^.;]*\breduc|\bwithdr\w+ (?:its|their|the|an) appeal"
    r"|\b(?:tribunal|court of appeal|high court)\b|\bcancel|\bvaried\b|\bvariation\b",
    re.IGNORECASE,
)
A_FINE = re.compile(r"\bfine[sd]?\b|\bmonetary penalt|\bpenalt(?:y|ies)\b", re.IGNORECASE)
A_FINE_FOR = re.compile(
    r"\b(?:fines?|penalty) (?:(?:issued|imposed) )?(?:on|to|against|for)\b|\bfined\b", re.IGNORECASE
)
OUTCOME = re.compile(
    r"\b(?:decision|inquiry|investigation|outcome|conclu\w+|action|order(?:s|ed)?|ban|(?:told|made|forced) to)\b",
    re.IGNORECASE,
)
ALSO = re.compile(r"\b(?:also|separately|in a separate case|meanwhile)\b[^.;]*?\bfined\b", re.IGNORECASE)
SEVERAL = re.compile(r",.*\band\b|\b(?:companies|firms|organi[sz]ations)\b")


def read_press(raw: RawDecision, passage: Passage, home: str) -> Account:
    """What a release or a news item says; `home` is the currency of the authority's own fines."""
    story = story_of(raw, passage.text)
    if of_no_act := _of_no_act(story, passage, home):
        return of_no_act
    if not _is_other(story, home) and is_before_a_court(story.told[:DETAILS]):
        doubts = doubts_about_the_case(story.told, story.is_own_page)
        return Account(prosecutions(story.told, passage, home), doubts=doubts, published_on=story.published)
    spoken = [announced_sums(sentence, home) for sentence in story.told]
    sanctions = () if _is_other(story, home) else _announced(story, spoken, passage, home)
    if not any(_is_imposed(sanction, story, home) for sanction in sanctions):
        return _silent(story, home, sanctions)
    if _is_recalled(sanctions, story):
        return Account(nothing="an earlier sanction is recalled under a title that announces none")
    sanctions = tuple(_spelled_out(sanction, " ".join(story.told)) for sanction in sanctions)
    decided = acted_on(one for one in story.told[:DETAILS] if SAID.search(one) or "decision" in one)
    doubts = (*_doubts(story, sanctions, passage, home), *of_other_fines(sanctions, spoken[:DETAILS]))
    return Account(sanctions, None, doubts, decided, story.published)


def _of_no_act(story: Story, passage: Passage, home: str) -> Account | None:
    """The account of a text that by its sort, its author or its title tells of no act of the authority."""
    whole = " ".join(story.told)
    if not SANCTION_WORDS.search(whole) or is_about_access(whole):
        return Account(nothing="the text speaks of no sanction")
    if story.is_talk:
        return Account(nothing="a blog or a speech: nothing is imposed")
    after = of_aftermath(story)
    if after is None and is_of_another(story, passage, home):
        return Account(nothing="news of what another authority did")
    return after


def _is_recalled(sanctions: Sequence[Sanction], story: Story) -> bool:
    """Whether a sanction stands only below the first sentence, in the past, under a title that speaks of none."""
    first = story.told[:2]
    words = [sanction.evidence.words for sanction in sanctions]
    return not _is_announced_by(story.title, sanctions) and not any(one in first or NOW.search(one) for one in words)


def _is_imposed(sanction: Sanction, story: Story, home: str) -> bool:
    """Whether the title, the sanction's own words or those that the title sums up impose it.

    A title is not believed where the lead speaks of a sanction and imposes none. What is proposed has other words.
    """
    if sanction.kind is Kind.NOTICE_OF_INTENT:
        return True
    words, lead = sanction.evidence.words, story.told[1:LEAD]
    if imposes(story.title, home, is_title=True) and not any(map(SAID.search, lead)):
        return True
    return any(imposes(one, home) for one in (lead if words == story.title else [words, *lead]))


def _announced(story: Story, spoken: Sequence[Sequence[Sum]], passage: Passage, home: str) -> tuple[Sanction, ...]:
    articles = infringed(passage.text)
    fined = _fined(story, spoken, articles, passage, home)
    parties = tuple(dict.fromkeys(sanction.party for sanction in fined if sanction.party))
    return (*fined, *acts(story.told[: DETAILS if fined else LEAD], parties, articles, passage, home))


def _spelled_out(sanction: Sanction, text: str) -> Sanction:
    """With the name in full where the text gives it in capitals only."""
    name = sanction.party
    return sanction.model_copy(update={"party": spelled_out(name, text)}) if name and name.isupper() else sanction


def _fined(
    story: Story, spoken: Sequence[Sequence[Sum]], articles: tuple[str, ...], passage: Passage, home: str
) -> tuple[Sanction, ...]:
    is_awaited = _kind_without_sum(story.title, home) or OUTCOME.search(story.title)
    first = next((one for sums in spoken[: DETAILS if is_awaited else LEAD] for one in sums), None)
    first = first or _awaited(story.title, spoken, home)
    kind = first.kind if first else _kind_without_sum(story.title, home)
    if kind is None:
        return ()
    told = story.told[:DETAILS]
    parties = _parties(told, passage, home)
    if first:
        sums = settled([[one for one in sums if one.kind is kind] for sums in spoken])
        others = unexplained([one.amount.money for one in sums], spoken[:DETAILS])
        beside = {one.words for one in _told(spoken) if one.amount.money in [each.amount.money for each in sums]}
        more = (one for one in others if ALSO.search(one.words) or (one.party and one.words in beside))
        return fines([*sums, *more], parties, articles, passage)
    words = next(sentence for sentence in told if A_FINE.search(sentence))
    return tuple(shared(kind, None, parties, articles, evidence(passage, words)))


def _awaited(title: str, spoken: Sequence[Sequence[Sum]], home: str) -> Sum | None:
    """The sum of a fine that a title names without it: told further down, of nobody else."""
    kind = _kind_without_sum(title, home)
    told = (one for one in _told(spoken) if one.kind is kind)
    return next((one for one in told if one.party is None or one.party.split()[0] in title), None)


def _told(spoken: Sequence[Sequence[Sum]]) -> Iterator[Sum]:
    return (one for sums in spoken for one in sums)


def _parties(told: Sequence[str], passage: Passage, home: str) -> tuple[str, ...]:
    """Whom a story is about where the words around a sum name nobody."""
    payers = apart(next((name for one in told if (name := _fined_without_sum(one, home))), ""))
    addressed = {one.party: None for one in acts(told, (), (), passage, home) if one.party}
    return payers or tuple(addressed) or protagonist(told)


def _fined_without_sum(sentence: str, home: str) -> str | None:
    """The payer a sentence names, unless it states a sum, which then is that payer's and no other's."""
    is_new = is_announced(sentence, home) and not announced_sums(sentence, home)
    return fined_party(sentence) if is_new else None


def _kind_without_sum(title: str, home: str) -> Kind | None:
    """What a title announces that names no sum, or None."""
    if is_anothers(title, home) or (fined_party(title) is None and not A_FINE_FOR.search(title)):
        return None
    return Kind.NOTICE_OF_INTENT if PROVISIONAL.search(title) else Kind.FINE


def _doubts(story: Story, sanctions: Sequence[Sanction], passage: Passage, home: str) -> tuple[str, ...]:
    doubts = []
    if any(sanction.kind is Kind.FINE and sanction.money is None for sanction in sanctions):
        where = "title names a fine" if passage.form is Form.FEED_ITEM else "text names a fine without its amount"
        doubts.append(f"the {where}; the amount stands in the decision")
    if any(sanction.party is None for sanction in sanctions):
        doubts.append("the text does not name the party in words that could be read")
    if not names_us(story, passage, home):
        doubts.append("the text does not say which authority decided")
    if any(CHANGED.search(sanction.evidence.words) for sanction in sanctions):
        doubts.append("an earlier fine seems to be changed: it belongs to that decision")
    if any(sanction.party and SEVERAL.search(sanction.party) for sanction in sanctions):
        doubts.append("one amount is told of several parties")
    if story.is_of_another_sort or not _is_announced_by(story.title, sanctions):
        doubts.append("the title announces something else")
    return tuple(doubts)


def _is_announced_by(title: str, sanctions: Sequence[Sanction]) -> bool:
    """Whether a title speaks of a sanction, of an outcome or of a party."""
    names = [sanction.party.split()[0].casefold() for sanction in sanctions if sanction.party]
    speaks = SANCTION_WORDS.search(title) or OUTCOME.search(title) or "£" in title or "€" in title
    return bool(speaks) or any(name in title.casefold() for name in names)


def _silent(story: Story, home: str, told_of: Sequence[Sanction]) -> Account:
    lead, below = story.told[:LEAD], story.told[LEAD:DETAILS]
    if _is_other(story, home):
        lead, below = story.told[:1], ()
    fresh = [*lead, *(sentence for sentence in below if NOW.search(sentence))]
    if told_of or any(is_announced(sentence, home) for sentence in fresh):
        return Account(doubts=("the text speaks of a sanction, but does not say that one was imposed now",))
    return Account(nothing="the text speaks of sanctions only as possible, as earlier ones, or of others'")


def _is_other(story: Story, home: str) -> bool:
    """Whether a story is of guidance, a report, a statement …, and does not begin with a sanction."""
    announces = any(is_announced(sentence, home) for sentence in story.told[1:3])
    return story.is_of_another_sort and not announces and _kind_without_sum(story.title, home) is None
