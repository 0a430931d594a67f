"""News about a measure: press releases, newsletters, titles of the feed. The measure itself has the last word."""

import re
from collections.abc import Sequence

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.italian import refusals
from scrapers.meaning.italian.consequences import doubts_of_parties
from scrapers.meaning.italian.heading import decided_in_news, reference, released_on
from scrapers.meaning.italian.headline import party_in_news
from scrapers.meaning.italian.sentences import Said, mentions_fine, tell
from scrapers.meaning.italian.topics import begins_neutral, is_elsewhere, is_neutral

_PREFIX = re.compile(r"^\s*(?:COMUNICATO(?:\s+STAMPA)?|NEWSLETTER|NEWS)\b[^-–]{0,40}[-–]\s*", re.IGNORECASE)
_NEWSLETTER = re.compile(r"\s*newsletter", re.IGNORECASE)
_BREACH = re.compile(
    r"\bavvertiment|\bammoni|\blimitazione\s+(?:provvisoria|definitiva|del\s+trattamento)|\bdivieto|\billecit|\billegittim|\bingiun|\bha\s+(?:prescritt|ordinat|vietat|impost|inibit|intimat)|\boscurament"
    r"|\bprovvediment\w+\s+(?:correttiv|d'urgenza|inibitori|prescrittiv)",
    re.IGNORECASE,
)
"""What a release says when it may tell of an order in words that no rule reads."""
_LONGEST = 100_000
_ROUNDING = 10_000_00
_NEGLIGIBLE = 1000
"""Minor units: news rounds to ten thousands at the finest ("1,71 milioni"), or by less than a thousandth."""


def read_release(raw: RawDecision, text: str, passage: Passage) -> Account:
    """What news says was imposed. A bare title, or a release that tells several acts, is left to a person."""
    title = _PREFIX.sub("", raw.title)
    told = tell(f"{title}\n{_PREFIX.sub('', text)}")
    if not told or _is_aside(title, told):
        return _silent(raw, title, text, passage.form)
    kept = (*_fines(told), *_others(told))
    party = None if len(_fines(told)) > 1 else party_in_news(title) or _first_party(told)
    named = articles(text[:_LONGEST], "it")
    sanctions = tuple(_sanction(said, _fullest(said.party or party, told), named, text, passage.url) for said in kept)
    return Account(
        sanctions=sanctions,
        doubts=tuple(_doubts(raw, kept, sanctions, passage.form)),
        published_on=released_on(raw, text),
        decided_on=decided_in_news(text) if passage.form is not Form.FEED_ITEM else None,
        reference=reference(raw, text),
    )


def _is_aside(title: str, told: Sequence[Said]) -> bool:
    """Whether sanctions are only mentioned: the title tells of none, and is about another matter or authority."""
    if tell(title):
        return False
    return is_elsewhere(title) or (is_neutral(title) and not any(said.party for said in told))


def _first_party(told: Sequence[Said]) -> str | None:
    return next((said.party for said in told if said.party), None)


def _fullest(party: str | None, told: Sequence[Said]) -> str | None:
    """The longest form of the name in the release: "Rete Blu" in the title, "Rete Blu S.p.A." below."""
    forms = [said.party for said in told if party and said.party and said.party.startswith(party)]
    return max(forms, key=len, default=party)


def _fines(told: Sequence[Said]) -> tuple[Said, ...]:
    """Each fine once: rounded in the title and exact below is one, and any sum beats a fine without one."""
    kept: list[Said] = []
    for said in (said for said in told if said.amount):
        same = next((one for one in kept if _is_same(one, said)), None)
        if same is None:
            kept.append(said)
        else:
            kept[kept.index(same)] = max(same, said, key=lambda one: (_digits(one), len(one.party or "")))
    return tuple(kept) or tuple(said for said in told if said.kind is Kind.FINE)[:1]


def _others(told: Sequence[Said]) -> tuple[Said, ...]:
    first = {said.kind: said for said in reversed(told) if said.kind is not Kind.FINE}
    return tuple(first[kind] for kind in (Kind.REPRIMAND, Kind.WARNING, Kind.ORDER) if kind in first)


def _minor(said: Said) -> int:
    return said.amount.money.minor if said.amount else 0


def _digits(said: Said) -> int:
    return len(str(_minor(said)).rstrip("0"))


def _is_same(one: Said, other: Said) -> bool:
    if one.another or other.another:
        return False
    if one.party and other.party and one.party not in other.party and other.party not in one.party:
        return False
    rounded = min(one, other, key=_digits)
    unit: int = 10 ** (len(str(_minor(rounded))) - _digits(rounded))
    apart = abs(_minor(one) - _minor(other))
    coarse = unit >= _ROUNDING or apart * _NEGLIGIBLE < _minor(rounded)
    return apart == 0 or (coarse and apart < unit and _digits(one) != _digits(other))


def _sanction(said: Said, party: str | None, named: tuple[str, ...], text: str, url: str) -> Sanction:
    place = text.find(said.words)
    method = said.amount.method if said.amount else "words"
    return Sanction(
        party=party,
        kind=said.kind,
        money=said.amount.money if said.amount else None,
        articles=named,
        evidence=Evidence(words=said.words, document=url, start=place if place >= 0 else None, method=method),
    )


def _doubts(raw: RawDecision, kept: Sequence[Said], sanctions: Sequence[Sanction], form: Form) -> list[str]:
    fines = [said for said in kept if said.kind is Kind.FINE]
    asked = (
        (form is Form.FEED_ITEM, "the title names a sanction; the amount stands in the decision"),
        (bool(_NEWSLETTER.match(raw.title)) or len(fines) > 1, "the release tells of several acts"),
        (any(said.rounded for said in fines), "the release only rounds the sum"),
        (any(said.amount and not said.amount.agrees for said in fines), "digits and words of the sum differ"),
        (any(sanction.party is None for sanction in sanctions), "the release names no party"),
    )
    return [*(doubt for holds, doubt in asked if holds), *doubts_of_parties(sanctions)]


def _silent(raw: RawDecision, title: str, text: str, form: Form) -> Account:
    if form is Form.FEED_ITEM and (refused := refusals.by_title(raw)):
        return Account(nothing=refused)
    quiet = begins_neutral(text) or not (mentions_fine(text) or _BREACH.search(text))
    if is_neutral(title) or is_elsewhere(title) or (form is not Form.FEED_ITEM and quiet):
        return Account(nothing="news that tells of no sanction")
    return Account(doubts=("the news does not say what was decided",))
