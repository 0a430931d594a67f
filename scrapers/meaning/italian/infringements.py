"""The articles that a measure finds infringed: from its operative part, else from where it fixes the fine."""

import re
from collections.abc import Sequence

from scrapers.meaning.articles import articles
from scrapers.meaning.italian.operative import Command

_FINDING = ("dichiara", "rileva", "accerta", "ammonisce")
_BASIS = re.compile(
    r"\bai\s+sensi\s+(?:e\s+per\s+gli\s+effetti\s+)?de(?:ll'|gli\s+)artt?\b[^;]{0,120}?\b5[78]\b[^;:]{0,90}?"
    r"(?:del\s+)?(?:Regolamento|RGPD|GDPR|Codice)\b"
)
_INFRINGED = re.compile(
    r"\b(?:violazion[ei]\s+(?:di\s+cui\s+a|d)|viola(?:to|ndo)\s|violat[oie]\s)(?:(?!\bTUTTO\b).){5,420}?(?:Regolamento|RGPD|GDPR|Codice)\b"
    r"(?:[^.;:]{0,80}?\bCodice\b)?",
    re.DOTALL,
)

_CONCLUSION = 6000
"""Characters at the end of the reasoning in which the conclusion stands."""


def infringed(commands: Sequence[Command], reasoning: str) -> tuple[str, ...]:
    """The infringed articles, in order of appearance; the legal basis of the sanction itself is not among them."""
    finding = " ".join(_BASIS.sub(" ", f" {command.words} ") for command in commands if command.verb in _FINDING)
    ordered = " ".join(match[0] for command in commands for match in _INFRINGED.finditer(command.words))
    return articles(f"{finding}. {ordered}", "it") or _concluded(reasoning)


def _concluded(reasoning: str) -> tuple[str, ...]:
    """The fullest of the last sentences that say what was infringed: the conclusion repeats all of it."""
    told = [articles(match[0], "it") for match in _INFRINGED.finditer(reasoning[-_CONCLUSION:])]
    return max(reversed(told), key=len, default=())
