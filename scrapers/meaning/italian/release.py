"""News about a measure: press releases, newsletters, titles of the feed. The measure itself has the last word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.articles import articles
from scrapers.meaning.italian import refusals
from scrapers.meaning.italian.asides import imposes_now
from scrapers.meaning.italian.heading import decided_in_news, reference, released_on
from scrapers.meaning.italian.headline import named_in_brackets
from scrapers.meaning.italian.names import is_role
from scrapers.meaning.italian.questions import open_questions, party_of_title
from scrapers.meaning.italian.repeats import fines_told, others_told, overlap
from scrapers.meaning.italian.sentences import Said, hints, may_tell, only_points, tell
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
_ADDRESSES = re.compile(
    r"(?:(?:Al|Alla|Allo|Ai|Agli|Alle)\s|All')([^.;:,]{3,60}?)\s(?:è|sono|va|vanno|viene|sanzion\w+|un\w?)\b"
)
_LONGEST = 100_000
_DEFINED = 5000
"""Characters at the beginning of a release in which short forms are explained."""


def read_release(raw: RawDecision, text: str, passage: Passage) -> Account:
    """What news says was imposed. A bare title, or a release that tells several acts, is left to a person."""
    title, body = _PREFIX.sub("", raw.title), _PREFIX.sub("", text)
    if not is_italian(f"{title} {body}"):
        return Account(doubts=("the text is not in Italian",), published_on=released_on(raw, text))
    told = tuple(_named(said, body) for said in tell(f"{title}\n{body}"))
    newsletter = bool(_NEWSLETTER.match(raw.title))
    if not told or (_is_aside(title, body, told) and not newsletter):
        return _silent(raw, title, body, passage.form)
    kept = (*fines_told(told), *others_told(told))
    party = _party_of_rest(title, told)
    named = articles(text[:_LONGEST], "it")
    parties = [said.party or (None if _addresses_another(said) else party) for said in kept]
    sanctions = tuple(
        _sanction(said, _fullest(bearer, told), named, text, passage.url)
        for said, bearer in zip(kept, parties, strict=True)
    )
    doubts = ["the release tells of several acts"] if newsletter and not _is_whole(body, sanctions) else []
    return Account(
        sanctions=sanctions,
        doubts=tuple(dict.fromkeys([*doubts, *open_questions(title, body, passage.form, told, kept, sanctions)])),
        published_on=released_on(raw, text),
        decided_on=decided_in_news(text) if passage.form is not Form.FEED_ITEM else None,
        reference=reference(raw, text),
    )


def _is_whole(body: str, sanctions: Sequence[Sanction]) -> bool:
    """Whether the text of a newsletter is there, and says of everything that it imposes on whom, of fines how much."""
    return bool(body.strip()) and all(one.party and (one.money or one.kind is not Kind.FINE) for one in sanctions)


def _named(said: Said, text: str) -> Said:
    """A short form ("la Banca") replaced by the name that it stands for, or by nobody."""
    if said.party is None or not is_role(said.party):
        return said
    return replace(said, party=named_in_brackets(text[:_DEFINED], said.party))


def _addresses_another(said: Said) -> bool:
    """Whether the sentence begins with whom it concerns, in words that no name is read from: "Alla Provincia …"."""
    begins = _ADDRESSES.match(said.words)
    return bool(begins and not is_role(begins[1]))


def _is_aside(title: str, body: str, told: Sequence[Said]) -> bool:
    """Whether sanctions are only mentioned: the title tells of none, or of what another authority imposed."""
    ours = any(names_garante(said.words) for said in told) or names_garante(title)
    if tell(title):
        return begins_elsewhere(body) and not ours
    if is_elsewhere(title) and not garante_acts(title):
        return True
    if all(said.party is None and only_points(said.words) and not imposes_now(said.words) for said in told):
        return True
    surely = is_talk(title) or (begins_neutral(title) and not may_tell(title))
    return surely or (is_neutral(title) and not any(said.party or imposes_now(said.words) for said in told))


def _party_of_rest(title: str, told: Sequence[Said]) -> str | None:
    """Whom a sentence without a name speaks of: the party of the title, where its own fine is not told elsewhere."""
    fines, named = fines_told(told), party_of_title(title)
    spoken = [said.party for said in told if said.party]
    if len(fines) < 2 or not any(said.party for said in fines):
        return named or next(iter(spoken), None)
    alone = len([said for said in fines if said.party is None]) == 1
    others = [said.party for said in fines if said.party]
    return named if named and alone and not any(overlap(named, other) for other in others) else None


def _fullest(party: str | None, told: Sequence[Said]) -> str | None:
    """The longest form of the name in the release: "Rete Blu" in the title, "Rete Blu S.p.A." below."""
    forms = [said.party for said in told if party and said.party and said.party.casefold().startswith(party.casefold())]
    return max(forms, key=len, default=party)


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


def _silent(raw: RawDecision, title: str, body: str, form: Form) -> Account:
    if form is Form.FEED_ITEM and (refused := refusals.by_title(raw)):
        return Account(nothing=refused)
    elsewhere = (is_elsewhere(title) or (begins_elsewhere(body) and not hints(body))) and not garante_acts(title)
    quiet = begins_neutral(body) or not may_tell(f"{title}\n{body}")
    unrelated = form is Form.NEWS and not names_garante(f"{title} {body}")
    if is_neutral(title) or elsewhere or unrelated or (form is not Form.FEED_ITEM and quiet):
        return Account(nothing="news that tells of no sanction")
    return Account(doubts=("the news does not say what was decided",))
