"""The operative part of a Greek decision. Finds where it begins and ends; what it decides is read elsewhere."""

import re

from scrapers.meaning.greek.flat import Flat

_REASONS = "για?τουσλογουσαυτουσ|διατουσλογουσαυτουσ|διαταυτα"
_OPENING = re.compile(rf"(?:{_REASONS})")
_SIGNATURE = re.compile(
    r"(?:ο|η)(?:εκτελων(?:χρεη|τα)|προεδρευ(?:ων|ουσα)|αναπλ(?:ηρω(?:τησ|τρια))?\.?|αν\.)?"
    r"(?:ο|η)?(?:αναπληρω(?:τησ|τρια)|αν\.)?προεδρο[συ](?=[^α-ω]|[ηοα-ω])|τομονοπροσωποοργανο|ηγραμματεασ"
)


def operative_part(flat: Flat) -> Flat | None:
    """What stands between the last “ΓΙΑ ΤΟΥΣ ΛΟΓΟΥΣ ΑΥΤΟΥΣ” and the signatures; None where the words are missing.

    The words in capitals are preferred: in small letters they also stand in the reasoning.
    """
    openings = list(flat.find(_OPENING))
    solemn = [found for found in openings if flat.words(found.start(), found.end()).isupper()]
    if not openings:
        return None
    rest = flat.part((solemn or openings)[-1].end())
    signature = next((found.start() for found in rest.find(_SIGNATURE) if _is_signature(rest, found)), None)
    return rest.part(0, signature)


def _is_signature(rest: Flat, found: re.Match[str]) -> bool:
    """Signatures begin with a capital: “Ο Πρόεδρος”, “Η Γραμματέας”."""
    return rest.text[rest.offsets[found.start()]].isupper() and rest.text[rest.offsets[found.end() - 1]] != ","
