"""Of several sums and several parties in one clause, who owes which. Pure."""

import re
from dataclasses import dataclass
from itertools import pairwise

from scrapers.meaning.french.names import Mention, mentions
from scrapers.meaning.french.words import plain
from scrapers.meaning.money import Amount

EACH = re.compile(r"\bchacune?\b|\ba chaque\b")
NUMBERS = ("deux", "trois", "quatre", "cinq")
COUNTED = re.compile(rf"\b({'|'.join(NUMBERS)}) (?:amendes|sanctions) (?:\w+ )?(?:d'un montant )?de \d")
RESPECTIVELY = re.compile(r"\brespectivement\b")
BREACH = re.compile(r"\bmanque\w*|\barticles?\b|\bau (?:titre|regard)\b")


@dataclass(frozen=True)
class Share:
    """A sum and who owes it; several parties owe it together, unless `each` owes it whole."""

    amount: Amount
    parties: tuple[str | None, ...]
    each: bool = False


def shares(text: str, sums: tuple[Amount, ...], known: tuple[str | None, ...]) -> list[Share]:
    """Who owes which sum: “against A a fine of 1, against B one of 2”, or “of 1 against A and of 2 against B”."""
    sums = _without_total(sums)
    said = [mention if mention.names else Mention(mention.start, known) for mention in mentions(text)]
    said = [mention for mention in said if mention.names]
    groups = {mention.names for mention in said}
    if len(groups) > 1:
        return [Share(sum_, _nearest(said, sum_, before=_names_lead(said, sums))) for sum_ in sums]
    parties = next(iter(groups), known) or (None,)
    if len(parties) == len(sums) > 1 and _is_one_list(text, sums):
        return [Share(sum_, (party,)) for sum_, party in zip(sums, parties, strict=True)]
    return [Share(sum_, parties, each=_is_each(plain(text), len(parties))) for sum_ in sums]


def _is_each(words: str, parties: int) -> bool:
    """Whether every party owes the whole sum: “each”, or as many fines of it as there are parties."""
    counted = COUNTED.search(words)
    return bool(EACH.search(words)) or (counted is not None and NUMBERS.index(counted[1]) + 2 == parties)


def _is_one_list(text: str, sums: tuple[Amount, ...]) -> bool:
    """Whether the sums follow the order of the parties; those that stand for breaches of their own do not."""
    between = [text[one.end : other.start] for one, other in pairwise(sums)]
    return bool(RESPECTIVELY.search(text)) or not any(BREACH.search(plain(words)) for words in between)


def _names_lead(said: list[Mention], sums: tuple[Amount, ...]) -> bool:
    """Whether each sum follows its party. Of several sums the last one tells: who owes it stands on one side only."""
    if len(sums) == 1:
        return said[0].start < sums[0].start
    return said[-1].start < sums[-1].start


def _nearest(said: list[Mention], amount: Amount, *, before: bool) -> tuple[str | None, ...]:
    if before:
        return next((mention.names for mention in reversed(said) if mention.start < amount.start), said[0].names)
    return next((mention.names for mention in said if mention.start > amount.start), said[-1].names)


def _without_total(sums: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """The parts of a sum that is told with its parts: “a total of 500 000 euros: 300 000 for … and 200 000 for …”."""
    whole = sum(amount.money.minor for amount in sums)
    parts = tuple(amount for amount in sums if amount.money.minor * 2 != whole)
    return parts if len(sums) > 2 and len(parts) == len(sums) - 1 else sums
