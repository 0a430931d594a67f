"""What a person's answer puts right in a known act. Pure.

A page's new reading changes little (see `storage.facts`), because it may be the reading that is wrong; a person's word
counts whole, also for who the party is and what kind of sanction it is. What an answer leaves out it does not change.
"""

from datetime import date
from typing import Any

from pydantic import TypeAdapter

from scrapers.decision import Decision, Kind, Money, Sanction
from storage import amounts
from storage.facts import Difference, differences, pairs

NAMES = {
    "decided_on": "the day of the decision",
    "party": "the party",
    "kind": "the kind",
    "money": "the amount",
    "daily": "the daily rate",
    "due_on": "the deadline",
}
"""What a reader is told of; the other fields are put right in silence."""


def corrections(old: Decision, new: Decision) -> list[Difference]:
    """Each field in which a person's `new` differs from the known `old`, and each sanction that is new in it."""
    found = [
        _put_right(field, None, getattr(old, field), getattr(new, field))
        for field in ("reference", "decided_on", "published_on")
    ]
    matched = _matched(old, new)
    for position, at in matched.items():
        before, after = old.sanctions[at], new.sanctions[position]
        fields = ("party", "kind", "money", "daily", "due_on", "articles")
        found += [_put_right(field, at, getattr(before, field), getattr(after, field)) for field in fields]
    return [difference for difference in found if difference is not None] + _others(old, new, matched)


def _matched(old: Decision, new: Decision) -> dict[int, int]:
    """New position -> old position; what has no counterpart by its facts has the next one that is free."""
    matched, added = pairs(old.sanctions, new.sanctions)
    free = [at for at in range(len(old.sanctions)) if at not in matched.values()]
    return matched | dict(zip(added, free, strict=False))


def _others(old: Decision, new: Decision, matched: dict[int, int]) -> list[Difference]:
    """The key of a provisional act, and sanctions without a counterpart: what any reading would bring as well."""
    both = new.model_copy(update={"sanctions": _known_first(old, new, matched)})
    return [difference for difference in differences(old, both) if difference.field in ("key", "added")]


def _known_first(old: Decision, new: Decision, matched: dict[int, int]) -> tuple[Sanction, ...]:
    added = [sanction for position, sanction in enumerate(new.sanctions) if position not in matched]
    return (*old.sanctions, *added)


def _put_right(field: str, position: int | None, old: Any, new: Any) -> Difference | None:
    if new in (None, ()) or new == old:
        return None
    value = TypeAdapter(Any).dump_python(new, mode="json")
    return Difference(field, position, value, since_decided=True, words=_told(field, old, new))


def _told(field: str, old: Any, new: Any) -> str:
    if field not in NAMES or (field == "decided_on" and old is None):
        return ""
    said = f"{NAMES[field]} is {_words(new)}"
    return said if old is None else f"{said}, not {_words(old)}"


def _words(value: Money | date | Kind | str) -> str:
    if isinstance(value, Money):
        return amounts.in_words(value)
    return value.value.replace("_", " ") if isinstance(value, Kind) else str(value)
