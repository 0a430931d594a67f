"""Facts that a person knows better than the pages say: `data/overrides.toml`, applied to what was read. Pure.

An override is for what every installation should know, such as a misprint of the authority; an answer to one question
of one newsroom is stored there (`finewatch reviews`), and what it teaches for other pages is with `lessons.py`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator

from scrapers.decision import Decision, Money, Value

FILE = Path(__file__).parent / "data" / "overrides.toml"
OF_THE_ACT = frozenset({"reference", "decided_on", "published_on"})
OF_A_SANCTION = frozenset({"party", "kind", "money", "daily", "due_on", "articles"})


class Override(Value):
    """One fact put right. `sanction` counts from 1 and stands with a fact of a sanction; money is "EUR 1250.50".

    `author`, `on` and `why` say who put it right, when and for what reason; `source` is the address that shows it.
    """

    authority: str
    key: str
    field: str
    value: Any
    sanction: int | None = Field(None, ge=1)
    author: str = Field(min_length=1)
    on: date
    why: str = Field(min_length=1)
    source: str = Field(pattern="^https://")

    @model_validator(mode="after")
    def _names_a_fact(self) -> Self:
        known = OF_THE_ACT if self.sanction is None else OF_A_SANCTION
        if self.field not in known:
            raise ValueError(f"“{self.field}” is not among {', '.join(sorted(known))}")
        return self

    def applied(self, decision: Decision) -> Decision:
        """The decision with this fact put right; as it was when it has no such sanction."""
        said = decision.model_dump(mode="json")
        if self.sanction is None:
            said[self.field] = self.value
        elif self.sanction <= len(decision.sanctions):
            place = said["sanctions"][self.sanction - 1]
            place[self.field] = _money(self.value) if self.field in ("money", "daily") else self.value
            place["evidence"]["method"] = "person"
        return Decision.model_validate(said)


Overrides = Mapping[tuple[str, str], tuple[Override, ...]]


def corrected(decision: Decision, overrides: Overrides | None = None) -> Decision:
    """The decision as read, with the facts put right for every installation (those of the file by default)."""
    known = _of_the_file() if overrides is None else overrides
    for override in known.get((decision.authority, decision.key), ()):
        decision = override.applied(decision)
    return decision


def read_overrides(text: str) -> Overrides:
    """The overrides of a TOML text by authority and key. Raises ValueError for one that is not whole."""
    return by_act(Override.model_validate(entry) for entry in tomllib.loads(text).get("override", []))


def by_act(overrides: Iterable[Override]) -> Overrides:
    """Overrides by authority and key; of two on one fact the later one counts."""
    found: dict[tuple[str, str], tuple[Override, ...]] = {}
    for override in overrides:
        act = override.authority, override.key
        found[act] = (*found.get(act, ()), override)
    return found


@cache
def _of_the_file() -> Overrides:
    return read_overrides(FILE.read_text(encoding="utf-8"))


def _money(words: str) -> dict[str, Any]:
    currency, _, amount = words.partition(" ")
    return Money.of(amount, currency).model_dump()
