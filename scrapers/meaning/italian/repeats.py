"""A release tells each consequence several times, rounded above and exact below: which tellings are one."""

from collections.abc import Sequence
from dataclasses import replace

from scrapers.decision import Kind
from scrapers.meaning.italian.asides import imposes_now
from scrapers.meaning.italian.sentences import Said
from scrapers.meaning.italian.sums import is_rounded, without_total

_OTHER_KINDS = (Kind.REPRIMAND, Kind.WARNING, Kind.ORDER)


def fines_told(told: Sequence[Said]) -> tuple[Said, ...]:
    """Each fine once: rounded in the title and exact below is one, and any sum beats a fine without one."""
    kept: list[Said] = []
    for sentence in _by_sentence([said for said in told if said.amount]):
        before = list(kept)
        for said in sentence:
            same = next((one for one in before if _is_same(one, said)), None)
            if same is None:
                kept.append(said)
            else:
                before.remove(same)
                kept[kept.index(same)] = _better(same, said)
    sums = without_total([said.amount for said in kept if said.amount])
    return (
        tuple(said for said in kept if said.amount in sums)
        or tuple(said for said in told if said.kind is Kind.FINE)[:1]
    )


def others_told(told: Sequence[Said]) -> tuple[Said, ...]:
    """Of each kind without money the sentence that names most parties; of two, the one with a verb of imposing."""
    kept: list[Said] = []
    for kind in _OTHER_KINDS:
        groups = _by_sentence([said for said in told if said.kind is kind])
        kept += sorted(groups, key=_weight, reverse=True)[0] if groups else []
    return tuple(kept)


def _by_sentence(told: Sequence[Said]) -> list[list[Said]]:
    """What each sentence tells; two equal sums of one sentence are two fines, of two sentences they may be one."""
    groups: dict[str, list[Said]] = {}
    for said in told:
        groups.setdefault(said.words, []).append(said)
    return list(groups.values())


def _weight(sentence: list[Said]) -> tuple[int, bool]:
    return sum(bool(said.party) for said in sentence), imposes_now(sentence[0].words)


def overlap(one: str, other: str) -> bool:
    """Whether two names may be one: the shorter form stands in the longer one."""
    one, other = one.casefold(), other.casefold()
    return one in other or other in one


def _better(one: Said, other: Said) -> Said:
    """The exact one of two; of two equal sums the one with the fuller name, rounded as soon as one of them says so."""
    best = max(one, other, key=lambda said: (_digits(said), len(said.party or "")))
    equal = replace(best, rounded=one.rounded or other.rounded) if _minor(one) == _minor(other) else best
    return replace(equal, another=one.another, party=best.party or one.party or other.party)


def _is_same(one: Said, other: Said) -> bool:
    """Whether `other`, told after `one`, is told again. "Sanzionato anche …" is on top of what stands before it."""
    if one.party and other.party:
        return overlap(one.party, other.party) and is_rounded(_minor(one), _minor(other))
    return not other.another and is_rounded(_minor(one), _minor(other))


def _minor(said: Said) -> int:
    return said.amount.money.minor if said.amount else 0


def _digits(said: Said) -> int:
    return len(str(_minor(said)).rstrip("0"))
