"""What the sentences of a release say together: each measure once, the sum of a title apart from its parts. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scrapers.decision import Kind, Money, Sanction
from scrapers.meaning.french.measures import MONEY_KINDS, Reading
from scrapers.meaning.french.words import plain

OTHER_KINDS = (Kind.ORDER, Kind.REPRIMAND, Kind.WARNING, Kind.FORMAL_NOTICE)
STEPS_BEFORE = (Kind.FORMAL_NOTICE, Kind.WARNING)
"""What a release tells as the history of a case, when the case ends in something heavier."""


LEGAL_FORMS = frozenset(
    {"sa", "sas", "sasu", "sarl", "snc", "se", "inc", "llc", "ltd", "limited", "corp", "gmbh", "bv"}
)
"""What a title leaves out of a name; more may not differ where one release speaks of a company and its sister."""


@dataclass(frozen=True)
class Told:
    """What the title and each telling sentence say. `about` names the parties of the act that is asked for."""

    title: Reading
    body: tuple[Reading, ...]
    rate: Money | None = None
    about: tuple[str | None, ...] | None = None


def settle(told: Told, known: tuple[str | None, ...]) -> Reading:
    """The measures of one act, and what does not fit together."""
    paid, doubts = _paid(told)
    other = _other(told, _parties(paid) or known)
    if not paid and {sanction.kind for sanction in told.title.sanctions} == {Kind.FORMAL_NOTICE}:
        # What such a notice demands is called an injunction further down, too.
        other = _of(other, (Kind.FORMAL_NOTICE,))
    elif paid or any(sanction.kind not in STEPS_BEFORE for sanction in other):
        other = tuple(sanction for sanction in other if sanction.kind not in STEPS_BEFORE)
    found = (*paid, *other)
    doubts += [doubt for reading in (told.title, *told.body) for doubt in reading.doubts]
    if told.about is not None:
        found, missing = _of_one_act(found, told.about)
        doubts += missing
    return Reading(found, tuple(dict.fromkeys(doubts)))


def _paid(told: Told) -> tuple[tuple[Sanction, ...], list[str]]:
    body = [_of(told_by.sanctions, MONEY_KINDS) for told_by in told.body]
    title = _of(told.title.sanctions, MONEY_KINDS)
    doubts: list[str] = []
    if any(sanction.kind is Kind.PERIODIC_PENALTY for group in (*body, title) for sanction in group):
        fines = [s for group in (*body, title) for s in group if s.kind is Kind.FINE and s.money]
        body = [_of(group, (Kind.PERIODIC_PENALTY,)) for group in body]
        if fines and _of(title, (Kind.FINE,)):
            doubts.append("the release speaks of a fine and of a periodic penalty that is due")
    telling = _telling(body)
    chosen = [_best(telling[minor]) for minor in _without_totals(list(telling))] or [tuple(title)]
    found = tuple(sanction for group in chosen for sanction in group)
    named = [sanction for group in body for sanction in group]
    found, doubt = _with_equal_sums(_without_others(found, title), telling, title)
    return found or tuple(named[:1]), [*doubts, *doubt, *_misfits(found, title)]


def _without_others(found: tuple[Sanction, ...], title: tuple[Sanction, ...]) -> tuple[Sanction, ...]:
    """Without the fine of a company that a title does not name, which states the sums of the others."""
    titled = {sanction.money for sanction in title if sanction.money}
    mine = [sanction for sanction in found if sanction.money in titled]
    if not titled or titled != {sanction.money for sanction in mine} or _sum(found) == _sum(title):
        return found
    words = plain(title[0].evidence.words)
    parties = [sanction.party for sanction in mine if sanction.party]
    return tuple(
        s
        for s in found
        if s in mine or not s.party or _key(s.party) in words or any(_alike(s.party, name) for name in parties)
    )


def _telling(groups: Iterable[tuple[Sanction, ...]]) -> dict[int, list[tuple[Sanction, ...]]]:
    """For each sum what the sentences that tell it say of it, in order."""
    telling: dict[int, list[tuple[Sanction, ...]]] = {}
    for group in groups:
        for minor in dict.fromkeys(s.money.minor for s in group if s.money):
            telling.setdefault(minor, []).append(tuple(s for s in group if s.money and s.money.minor == minor))
    return telling


def _without_totals(minors: list[int]) -> list[int]:
    """The sums without one that is the sum of all the others."""
    whole = sum(minors)
    return [minor for minor in minors if len(minors) < 3 or minor != whole - minor]


def _best(groups: Iterable[tuple[Sanction, ...]]) -> tuple[Sanction, ...]:
    """Of the sentences that tell a sum, what the first of those that name most parties says of it."""
    return max(groups, key=lambda group: len([s for s in group if s.party]))


def _with_equal_sums(
    found: tuple[Sanction, ...], telling: dict[int, list[tuple[Sanction, ...]]], title: tuple[Sanction, ...]
) -> tuple[tuple[Sanction, ...], list[str]]:
    """With those who owe a sum that another owes, too: the title tells whether they are others, or go by two names."""
    minors = dict.fromkeys(sanction.money.minor for sanction in found if sanction.money)
    owing = {minor: [s.party for s in found if s.party and s.money and s.money.minor == minor] for minor in minors}
    others = [other for minor in minors for other in _strangers(owing[minor], telling.get(minor, []))]
    if not others or (_sum(title) == _sum(found) and len(_parties(title)) < 2):
        return found, []
    every = (*found, *dict.fromkeys(others))
    doubt = "the release gives the same amount to several names, which may be of one party"
    return every, [] if _sum(title) == _sum(every) else [doubt]


def _strangers(names: list[str], groups: list[tuple[Sanction, ...]]) -> Iterator[Sanction]:
    """Those that `groups`, which tell one sum, name besides `names`; one sentence names all it knows."""
    if len(groups) < 2:
        return
    for sanction in (s for group in groups for s in group):
        if sanction.party and names and not any(_alike(sanction.party, name) for name in names):
            yield sanction


def _sum(found: Iterable[Sanction]) -> int:
    """The sum of all, a joint one counted once."""
    return sum({s.joint or str(number): s.money.minor for number, s in enumerate(found) if s.money}.values())


def _misfits(found: tuple[Sanction, ...], title: tuple[Sanction, ...]) -> list[str]:
    sums = {s.joint or str(number): s.money.minor for number, s in enumerate(found) if s.money}
    titled = {s.money.minor for s in title if s.money}
    joint = [s for s in found if s.joint]
    doubts = {
        "the title and the text of the release state different amounts": bool(titled and sums)
        and not (titled <= set(sums.values()) or _sum(found) in (_sum(title), max(titled))),
        "the release gives one total for several parties": any(_is_total(s.evidence.words) for s in joint),
        "the release states several amounts, and not clearly of whom": bool(joint and len(sums) > 1)
        or (_are_scattered(found) and sum(sums.values()) not in titled),
    }
    return [doubt for doubt, holds in doubts.items() if holds]


def _are_scattered(found: tuple[Sanction, ...]) -> bool:
    """Whether different sentences state different sums for one party."""
    own: dict[str | None, list[Sanction]] = {}
    for sanction in found:
        own.setdefault(sanction.party, []).append(sanction)
    return any(len({s.money for s in told}) > 1 and len({s.evidence.start for s in told}) > 1 for told in own.values())


def _is_total(words: str) -> bool:
    return bool(re.search(r"\b(?:total|cumule\w*|au total)\b", plain(words)))


def _of(sanctions: Iterable[Sanction], kinds: tuple[Kind, ...]) -> tuple[Sanction, ...]:
    return tuple(sanction for sanction in sanctions if sanction.kind in kinds)


def _parties(found: Iterable[Sanction]) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(sanction.party for sanction in found))


def _other(told: Told, parties: tuple[str | None, ...]) -> tuple[Sanction, ...]:
    """Each measure without money once for each party; “ALPHA” means ALPHA LLC where that is fined."""
    kept: dict[object, Sanction] = {}
    for sanction in (s for reading in (*told.body, told.title) for s in _of(reading.sanctions, OTHER_KINDS)):
        for party in _meant(sanction.party, parties):
            rate = sanction.daily or (told.rate if sanction.kind is Kind.ORDER else None)
            once = sanction.model_copy(update={"party": party, "daily": rate})
            first = kept.setdefault((sanction.kind, party), once)
            kept[sanction.kind, party] = first.model_copy(update={"due_on": first.due_on or once.due_on})
    return tuple(kept.values())


def _meant(name: str | None, parties: tuple[str | None, ...]) -> tuple[str | None, ...]:
    if name is None or name in parties:
        return (name,) if name or not parties else parties
    return tuple(party for party in parties if party and _alike(name, party)) or (name,)


def _of_one_act(found: tuple[Sanction, ...], about: tuple[str | None, ...]) -> tuple[tuple[Sanction, ...], list[str]]:
    """The measures against the parties of one act, of a release that announces several."""
    wanted = [name for name in about if name]
    mine = tuple(s for s in found if s.party and any(_key(s.party) == _key(name) for name in wanted))
    if mine:
        return mine, []
    return (), ["the release announces several decisions, and not which measure is of which"]


def _key(name: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", plain(name)) if word not in LEGAL_FORMS)


def _alike(one: str, other: str) -> bool:
    return f" {_key(one)} " in f" {_key(other)} " or f" {_key(other)} " in f" {_key(one)} "
