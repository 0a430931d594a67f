"""Who is meant in a French sentence on a sanction: the parties, as published. Pure."""

import re
from dataclasses import dataclass

from scrapers.meaning.french.words import plain
from scrapers.meaning.parties import is_anonymised, tidy_party

AGAINST = (
    r"\ba l'(?:encontre|egard) (?:de |du |des |d')|\bcontre (?!lui\b|elle\b)|\bsanctionn(?:e|er|ant)\b (?!a\b|d'|de |par |pour )"
    r"|\bsanctionnee?s? (?:publiquement )?(?=(?:les? |la |l')?(?:societes?\b|associations?\b|[A-Z]))"
)
TRIGGER = re.compile(
    r"\b(?:à l.(?:encontre|égard) (?:de |du |des |d')|contre |concernant |visant )",
    re.IGNORECASE,
)
