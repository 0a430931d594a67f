"""The operative part of a Greek decision. Finds where it begins and ends; what it decides is read elsewhere."""

import re

from scrapers.meaning.greek.flat import Flat

_OPENING = re.compile(
    "(?:για|δια)τουσλογουσαυτουσ|γι['’]?αυτουστουσλογουσ|διαταυτα"
    "|(?:για|δια)(?:ολουσ)?τουσ(?:ωσανω|ανωτερω|παραπανω|προαναφερ(?:ο|θε)[α-ω]{3,5}|εκτεθεντεσ)(?:αυτουσ)?λογουσ(?=[,:]?\\d{0,3}(?:ηαρχη|οπροεδρ))"
)
_SIGNATURE = re.compile(
    "[οη](?:εκτελ(?:ων|ουσα)|προεδρευ(?:ων|ουσα)|αναπληρω|αν\\.προεδρ|προεδροσ|γραμματεασ)|τομονοπροσωπο"
)

_INTRODUCTION = 60
"""Letters that may introduce the operative part, “Ο Πρόεδρος της Αρχής ως μονοπρόσωπο όργανο” among them."""


def operative_part(flat: Flat) -> Flat | None:
    """What stands between the last “ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ” and the signatures; None where the words are missing.

    The words in capitals are preferred: in small letters they also stand in the reasoning.
    """
    openings = list(flat.find(_OPENING))
    solemn = [found for found in openings if flat.words(found.start(), found.end()).isupper()]
    if not openings:
        return None
    rest = flat.part((solemn or openings)[-1].end())
    ends = (found.start() for found in rest.find(_SIGNATURE) if _begins_with_capital(rest, found))
    return rest.part(0, next((end for end in ends if end > _INTRODUCTION), None))


def _begins_with_capital(flat: Flat, found: re.Match[str]) -> bool:
    return flat.words(found.start(), found.end())[0].isupper()
