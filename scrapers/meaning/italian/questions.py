"""What a piece of news leaves open about the sanctions that it tells. None of these is answered by a guess."""

import re
from collections.abc import Sequence

from scrapers.adapter import Form
from scrapers.decision import Kind, Sanction
from scrapers.meaning.italian.asides import imposes_now
from scrapers.meaning.italian.consequences import doubts_of_parties
from scrapers.meaning.italian.headline import first_party
from scrapers.meaning.italian.names import is_role
from scrapers.meaning.italian.repeats import overlap
from scrapers.meaning.italian.sentences import Said, only_points, sentences, tell
from scrapers.meaning.italian.sums import is_rounded
from scrapers.meaning.italian.topics import garante_acts, names_garante
from scrapers.meaning.italian.unnamed import describes_party, how_many, may_name

_HEADLINE = re.compile(
    r"^(?:[^.;:]{0,60}:\s)?(?:[^.;:,]{0,20}\b)?(?:maxi-?\s?)?(?:sanzion[ei]|mult[ae]|sanzionat|multat)", re.IGNORECASE
)
_BESIDE = r"\W{0,2}\s+ed?\s+(?:(?:il|lo|la|i|gli|le|un[oa]?|altr\w|due|tre)\s|l'|un')"
_COURT = re.compile(r"\b(?:tribunale|cassazione|tar|consiglio\s+di\s+stato|corte|giudic[ei])\b", re.IGNORECASE)
_OPENING = 3
"""Sentences in which a newspaper says what happened."""


def open_questions(
    title: str, body: str, form: Form, told: Sequence[Said], kept: Sequence[Said], sanctions: Sequence[Sanction]
) -> list[str]:
    """The doubts about `kept`, the consequences that came of everything `told`, and their `sanctions`."""
    fines = [said for said in kept if said.kind is Kind.FINE]
    text, joint = f"{title}\n{body}", any(said.joint for said in fines)
    counted = _are_counted(text, fines, sanctions)
    ours = names_garante(title) or garante_acts(body) or any(names_garante(said.words) for said in kept)
    asked = (
        (form is Form.FEED_ITEM, "the title names a sanction; the amount stands in the decision"),
        (not joint and not counted and not _are_plain(title, fines, sanctions), "the release tells of several acts"),
        (joint, "the release names several parties for one sum, not said whether together"),
        (any(said.rounded for said in fines), "the release only rounds the sum"),
        (any(said.amount and not said.amount.agrees for said in fines), "digits and words of the sum differ"),
        (not counted and not _is_known_who(text, fines or kept, sanctions), "the release names no party"),
        (form is Form.NEWS and not ours, "the news does not say which authority imposed it"),
        (form is Form.NEWS and not _is_new(title, body, kept), "the news speaks of a sanction as known already"),
        (form is Form.NEWS and bool(_COURT.search(title)), "the news speaks of a court"),
        (len(fines) == 1 and _is_beside_another(title, sanctions), "the title names a second party"),
        (_is_of_another(title, told, sanctions), "the title and the text name different parties"),
    )
    return [*(doubt for holds, doubt in asked if holds), *doubts_of_parties(sanctions)]


def party_of_title(title: str) -> str | None:
    """Whom the title names as sanctioned."""
    return next((party for sentence in sentences(title) if (party := first_party(sentence))), None)


def _are_plain(title: str, fines: Sequence[Said], sanctions: Sequence[Sanction]) -> bool:
    """Whether one fine is told, or each of several with its own party and sum."""
    if len(fines) < 2:
        return True
    paid = [one for one in sanctions if one.kind is Kind.FINE]
    names = [one.party for one in paid if one.party and one.money]
    apiece = len({said.words for said in fines}) == 1 or all(
        said.words in title or _imposes(said.words) for said in fines
    )
    apart = all(not overlap(one, other) for place, one in enumerate(names) for other in names[place + 1 :])
    return len(names) == len(fines) and apiece and apart and not _may_be_one(paid)


def _imposes(words: str) -> bool:
    """Whether a sentence imposes by its verb or as a headline does; "dopo Volo, sanzionata per …" only recalls."""
    return imposes_now(words) or garante_acts(words) or bool(_HEADLINE.search(words))


def _may_be_one(paid: Sequence[Sanction]) -> bool:
    """Whether two sentences tell like sums of two names, which may be a company and what it offers."""
    sums = [(one.money.minor, one.evidence.words) for one in paid if one.money]
    return any(words != again and is_rounded(one, other) for one, words in sums for other, again in sums)


def _are_counted(text: str, fines: Sequence[Said], sanctions: Sequence[Sanction]) -> bool:
    """Whether one sentence lists the sums of as many nameless parties as the release counts: "cinque società"."""
    nameless = len(fines) > 1 and not any(one.party for one in sanctions) and not may_name(text)
    return nameless and len(fines) in how_many(text) and len({said.words for said in fines}) == 1


def _is_known_who(text: str, said: Sequence[Said], sanctions: Sequence[Sanction]) -> bool:
    """Whether every party is named, or the only one is somebody whom the release describes and nowhere names."""
    if all(sanction.party for sanction in sanctions):
        return True
    alone = len(said) == 1 and not any(sanction.party for sanction in sanctions)
    return alone and any(describes_party(each) for each in sentences(text)) and not may_name(text)


def _is_new(title: str, body: str, kept: Sequence[Said]) -> bool:
    """Whether the headline, or the opening of the text, tells the sanction as something that happened now."""
    opening = sentences(body)[:_OPENING]
    told = [said.words for said in kept if any(said.words in one for one in opening)]
    return garante_acts(title) or (bool(tell(title)) and _happens(title)) or any(_happens(one) for one in told)


def _happens(words: str) -> bool:
    """Whether words tell a sanction as news; "la multa a Volo" alone speaks of one that the reader knows of."""
    return imposes_now(words) or garante_acts(words) or not only_points(words)


def _is_beside_another(title: str, sanctions: Sequence[Sanction]) -> bool:
    """Whether the title says that somebody else is sanctioned too: "sanziona Volo e il gestore del sito"."""
    return any(re.search(re.escape(one.party) + _BESIDE, title) for one in sanctions if one.party)


def _is_of_another(title: str, told: Sequence[Said], sanctions: Sequence[Sanction]) -> bool:
    """Whether the title, or a sentence about a fine, names somebody who is none of those that are reached."""
    spoken = [said.party for said in told if said.kind is Kind.FINE and said.party]
    reached = [sanction.party.casefold() for sanction in sanctions if sanction.party]
    named = [name.casefold() for name in (party_of_title(title), *spoken) if name]
    return bool(reached) and not all(_is_among(name, reached) for name in named)


def _is_among(named: str, reached: Sequence[str]) -> bool:
    return any(overlap(named, party) or _first_word(named) == _first_word(party) for party in reached)


def _first_word(name: str) -> str:
    """The first word, which tells companies apart; the whole name where it is only a sort ("Banca", "Comune")."""
    word = re.split(r"\W", name, maxsplit=1)[0]
    return name if is_role(word) else word
