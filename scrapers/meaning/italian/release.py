"""News about a measure: press releases, newsletters, titles of the feed. The measure itself has the last word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.italian import refusals
from scrapers.meaning.italian.asides import imposes_now
from scrapers.meaning.italian.consequences import doubts_of_parties
from scrapers.meaning.italian.heading import decided_in_news, reference, released_on
from scrapers.meaning.italian.headline import first_party, named_in_brackets
from scrapers.meaning.italian.names import is_role
from scrapers.meaning.italian.sentences import Said, hints, may_tell, sentences, tell
from scrapers.meaning.italian.topics import (
    begins_elsewhere,
    begins_neutral,
    garante_acts,
    is_elsewhere,
    is_italian,
    is_neutral,
    is_talk,
    names_garante,
)

_PREFIX = re.compile(r"^\s*(?:COMUNICATO(?:\s+STAMPA)?|NEWSLETTER|NEWS)\b[^-–]{0,40}[-–]\s*", re.IGNORECASE)
_NEWSLETTER = re.compile(r"\s*newsletter", re.IGNORECASE)
_LONGEST = 100_000
_DEFINED = 5000
"""Characters at the beginning of a release in which short forms are explained."""
_ROUNDING = 10_000_00
_NEGLIGIBLE = 1000
"""Minor units: news rounds to ten thousands at the finest ("1,71 milioni"), or by less than a thousandth."""


def read_release(raw: RawDecision, text: str, passage: Passage) -> Account:
    """What news says was imposed. A bare title, or a release that tells several acts, is left to a person."""
    title, body = _PREFIX.sub("", raw.title), _PREFIX.sub("", text)
    if not is_italian(f"{title} {body}"):
        return Account(doubts=("the text is not in Italian",), published_on=released_on(raw, text))
    told = tuple(_named(said, body) for said in tell(f"{title}\n{body}"))
    newsletter = bool(_NEWSLETTER.match(raw.title))
    if not told or (_is_aside(title, body, told) and not newsletter):
        return _silent(raw, title, body, passage.form)
    kept = (*_fines(told), *_others(told))
    party = _party_of_rest(title, told)
    named = articles(text[:_LONGEST], "it")
    sanctions = tuple(_sanction(said, _fullest(said.party or party, told), named, text, passage.url) for said in kept)
    doubts = ["the release tells of several acts"] if newsletter else []
    return Account(
        sanctions=sanctions,
        doubts=tuple(dict.fromkeys([*doubts, *_doubts(title, body, passage.form, kept, sanctions)])),
        published_on=released_on(raw, text),
        decided_on=decided_in_news(text) if passage.form is not Form.FEED_ITEM else None,
        reference=reference(raw, text),
    )


def _named(said: Said, text: str) -> Said:
    """A short form ("la Banca") replaced by the name that it stands for, or by nobody."""
    if said.party is None or not is_role(said.party):
        return said
    return replace(said, party=named_in_brackets(text[:_DEFINED], said.party))


def _is_aside(title: str, body: str, told: Sequence[Said]) -> bool:
    """Whether sanctions are only mentioned: the title tells of none, or of what another authority imposed."""
    ours = any(names_garante(said.words) for said in told) or names_garante(title)
    if tell(title):
        return begins_elsewhere(body) and not ours
    if is_elsewhere(title) and not garante_acts(title):
        return True
    surely = is_talk(title) or (begins_neutral(title) and not may_tell(title))
    return surely or (is_neutral(title) and not any(said.party or imposes_now(said.words) for said in told))


def _party_of_rest(title: str, told: Sequence[Said]) -> str | None:
    """Whom a sentence without a name speaks of: the party of the title, where its own fine is not told elsewhere."""
    fines, named = _fines(told), _party_of_title(title)
    if len(fines) < 2:
        return named or next((said.party for said in told if said.party), None)
    alone = len([said for said in fines if said.party is None]) == 1
    others = [said.party for said in fines if said.party]
    return named if named and alone and not any(named in other or other in named for other in others) else None


def _party_of_title(title: str) -> str | None:
    return next((party for sentence in sentences(title) if (party := first_party(sentence))), None)


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
            kept[kept.index(same)] = _better(same, said)
    return tuple(kept) or tuple(said for said in told if said.kind is Kind.FINE)[:1]


def _better(one: Said, other: Said) -> Said:
    """The exact one of two; of two equal sums the one with the fuller name, rounded as soon as one of them says so."""
    best = max(one, other, key=lambda said: (_digits(said), len(said.party or "")))
    return replace(best, rounded=one.rounded or other.rounded) if _minor(one) == _minor(other) else best


def _others(told: Sequence[Said]) -> tuple[Said, ...]:
    """Of each kind the sentence that names most parties."""
    kept: list[Said] = []
    for kind in (Kind.REPRIMAND, Kind.WARNING, Kind.ORDER):
        by_words: dict[str, list[Said]] = {}
        for said in (said for said in told if said.kind is kind):
            by_words.setdefault(said.words, []).append(said)
        kept += max(by_words.values(), key=lambda group: sum(bool(said.party) for said in group), default=[])
    return tuple(kept)


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
        joint=f"in solido, {place}" if said.joint else None,
        evidence=Evidence(words=said.words, document=url, start=place if place >= 0 else None, method=method),
    )


def _doubts(title: str, body: str, form: Form, kept: Sequence[Said], sanctions: Sequence[Sanction]) -> list[str]:
    fines = [said for said in kept if said.kind is Kind.FINE]
    joint = any(said.joint for said in fines)
    ours = names_garante(title) or garante_acts(body) or any(names_garante(said.words) for said in kept)
    asked = (
        (form is Form.FEED_ITEM, "the title names a sanction; the amount stands in the decision"),
        (len(fines) > 1 and not joint, "the release tells of several acts"),
        (joint, "the release names several parties for one sum, not said whether together"),
        (any(said.rounded for said in fines), "the release only rounds the sum"),
        (any(said.amount and not said.amount.agrees for said in fines), "digits and words of the sum differ"),
        (any(sanction.party is None for sanction in sanctions), "the release names no party"),
        (form is Form.NEWS and not ours, "the news does not say which authority imposed it"),
        (_is_of_another(title, sanctions), "the title and the text name different parties"),
    )
    return [*(doubt for holds, doubt in asked if holds), *doubts_of_parties(sanctions)]


def _is_of_another(title: str, sanctions: Sequence[Sanction]) -> bool:
    """Whether the party of the title is none of those that the sanctions reach, not even by its first word."""
    named = (_party_of_title(title) or "").casefold()
    reached = [sanction.party.casefold() for sanction in sanctions if sanction.party]
    same = any(named in party or party in named or _first_word(named) == _first_word(party) for party in reached)
    return bool(named and reached) and not same


def _first_word(name: str) -> str:
    """The first word, which tells companies apart; the whole name where it is only a sort ("Banca", "Comune")."""
    word = re.split(r"\W", name, maxsplit=1)[0]
    return name if is_role(word) else word


def _silent(raw: RawDecision, title: str, body: str, form: Form) -> Account:
    if form is Form.FEED_ITEM and (refused := refusals.by_title(raw)):
        return Account(nothing=refused)
    elsewhere = (is_elsewhere(title) or (begins_elsewhere(body) and not hints(body))) and not garante_acts(title)
    quiet = begins_neutral(body) or not may_tell(f"{title}\n{body}")
    unrelated = form is Form.NEWS and not names_garante(f"{title} {body}")
    if is_neutral(title) or elsewhere or unrelated or (form is not Form.FEED_ITEM and quiet):
        return Account(nothing="news that tells of no sanction")
    return Account(doubts=("the news does not say what was decided",))
