"""From fines and measures to sanctions: who bears each one, what was infringed, and what about it is not certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.adapter import RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.italian.fines import Fine, enjoined, fines, fixed_amounts
from scrapers.meaning.italian.heading import untitled
from scrapers.meaning.italian.infringements import infringed
from scrapers.meaning.italian.measures import Measure, measures
from scrapers.meaning.italian.names import AGAINST, BY, is_class, is_name, is_role, party_of, phrase
from scrapers.meaning.italian.operative import Command, Part, commands

_FINDING = ("dichiara", "rileva", "accerta")
_LAST = 200
"""Places in the reasoning that may say against whom; real measures have some dozens."""


_POINT = 1000
"""Characters of a point of the operative part before its command."""


@dataclass(frozen=True)
class Measured:
    """What the operative part imposes, and doubts about it. `general` says that it addresses only a whole class."""

    sanctions: tuple[Sanction, ...]
    doubts: tuple[str, ...] = ()
    general: bool = False


def consequences(raw: RawDecision, text: str, part: Part, url: str) -> Measured:
    """The sanctions that the operative part of `text` imposes."""
    told = commands(part)
    reasoning = text[: part.start]
    paid, other = fines(told), measures(told)
    addressee = _addressee(raw, told, [*paid, *other], reasoning) or _only_one(part.text)
    found = infringed(told, reasoning)
    imposed = [sanction for fine in _with_names(paid) for sanction in _of_fine(fine, addressee, found, url)]
    named = [measure for measure in other if not any(is_class(name) for name in measure.names)]
    for measure in named:
        imposed += _of_measure(measure, _just_named(part, measure.start) or addressee, found, url)
    doubts = (
        *_doubts_of_fines(paid, told, reasoning),
        *_doubts_of_names([*paid, *named], addressee or next((one.party for one in imposed), None)),
        *doubts_of_parties(imposed),
    )
    return Measured(_each_once(imposed), doubts, general=bool(other) and not imposed)


def _addressee(
    raw: RawDecision, told: Sequence[Command], imposed: Sequence[Fine | Measure], reasoning: str
) -> str | None:
    """The one party that "la predetta Società" points at: the payer, whoever acted unlawfully, or the title's name."""
    borne = {name for one in imposed for name in one.names if not is_role(name) and not is_class(name)}
    if len(borne) == 1:
        return borne.pop()
    findings = [phrase(command.words, BY) for command in told if command.verb in _FINDING]
    named = [name for name in (*findings, phrase(f"{untitled(raw.title)};", AGAINST)) if name and not is_role(name)]
    return named[0] if named else _only_one(reasoning)


def _just_named(part: Part, start: int) -> str | None:
    """Whom the same point of the list names just before: "fondato nei confronti di X e, per l'effetto, ingiunge"."""
    point = part.text[: start - part.start].rsplit(";", 1)[-1][-_POINT:]
    names = [phrase(point[match.start() :], AGAINST) for match in re.finditer(AGAINST, point)]
    return next((name for name in reversed(names) if name and not is_role(name)), None)


def _only_one(reasoning: str) -> str | None:
    """The one party against whom the reasoning says that it proceeds; None when it speaks of several."""
    places = [match.start() for match in re.finditer(AGAINST, reasoning)][-_LAST:]
    names = {name for place in places if (name := phrase(reasoning[place : place + 320], AGAINST))}
    proper = {name for name in names if not is_role(name)}
    return proper.pop() if len(proper) == 1 else None


def _with_names(paid: Sequence[Fine]) -> list[tuple[Fine, tuple[str, ...]]]:
    """Each fine with its payers; one that names nobody is another sum from the payer before it."""
    names: tuple[str, ...] = ()
    paired = []
    for fine in paid:
        names = fine.names or names
        paired.append((fine, names))
    return paired


def _party(name: str | None, addressee: str | None) -> str | None:
    chosen = addressee if name is None or is_role(name) else name
    return party_of(chosen) if chosen else None


def _of_fine(
    fine: tuple[Fine, tuple[str, ...]], addressee: str | None, found: tuple[str, ...], url: str
) -> list[Sanction]:
    paid, names = fine
    label = f"in solido, {paid.start}" if len(names) > 1 and not paid.each else None
    return [
        Sanction(
            party=_party(name, addressee),
            kind=Kind.FINE,
            money=paid.amount.money if paid.amount else None,
            articles=found,
            joint=label,
            evidence=Evidence(
                words=paid.words, document=url, start=paid.start, method=paid.amount.method if paid.amount else "words"
            ),
        )
        for name in names or (None,)
    ]


def _of_measure(measure: Measure, addressee: str | None, found: tuple[str, ...], url: str) -> list[Sanction]:
    return [
        Sanction(
            party=_party(name, addressee),
            kind=measure.kind,
            articles=found,
            evidence=Evidence(words=measure.words, document=url, start=measure.start, method="words"),
        )
        for name in measure.names or (None,)
    ]


def _each_once(imposed: Sequence[Sanction]) -> tuple[Sanction, ...]:
    """One sanction per party and consequence: several orders to one party are one order in several points."""
    kept: dict[object, Sanction] = {}
    for place, sanction in enumerate(imposed):
        kept.setdefault(place if sanction.kind is Kind.FINE else (sanction.party, sanction.kind), sanction)
    return tuple(kept.values())


def _doubts_of_fines(paid: Sequence[Fine], told: Sequence[Command], reasoning: str) -> list[str]:
    sums = [fine.amount for fine in paid if fine.amount]
    doubts = [f"digits and words differ in “{amount.words}”" for amount in sums if not amount.agrees]
    doubts += [
        f"several parties for one sum, not said whether together: {', '.join(fine.names)}"
        for fine in paid
        if len(fine.names) > 1 and not (fine.together or fine.each)
    ]
    if any(fine.each and len(fine.names) == 1 for fine in paid):
        doubts.append("each of several parties must pay, only one of them could be read")
    ordered = sorted(amount.money.minor for amount in sums)
    again = sorted(fine.amount.money.minor for fine in enjoined(told) if fine.amount)
    if again and again != ordered and again != [sum(ordered)] and set(again) != set(ordered):
        doubts.append("ORDINA and INGIUNGE state different sums")
    fixed = {amount.money.minor for amount in fixed_amounts(reasoning)}
    if fixed and len(ordered) == 1 and not fixed.intersection(ordered):
        doubts.append("the reasoning fixes another sum than the operative part orders")
    return doubts


def doubts_of_parties(imposed: Sequence[Sanction]) -> list[str]:
    """What reads like no name is a question: a clause, a date, half a page."""
    absurd = dict.fromkeys(one.party for one in imposed if one.party and not is_name(one.party))
    return [f"the name of the party could not be made out from “{party[:80]}”" for party in absurd]


def _doubts_of_names(imposed: Sequence[Fine | Measure], addressee: str | None) -> list[str]:
    names = [name for one in imposed for name in one.names]
    nobody = bool(imposed) and addressee is None and all(is_role(name) for name in names)
    return ["no party is named in the operative part"] if nobody else []
