"""Words that tell that a reading went wrong, in four languages: of courts, of others, of what is not imposed yet. Pure.

They are looked for where a sanction was read, never to find one. All but names are compared folded.
"""

import re
from functools import cache

from scrapers.meaning.text import clean, fold

_MEASURE = re.compile(
    r"amende|sanction|astreinte|rappel\w{0,2} a l'ordre|mis\w* en demeure|met en demeure|averti|injonction|enjoint"
    r"|condamn|fine|penalt|reprimand|enforcement|warning|notice|order|prosecut|guilty|sentenced|convict"
    r"|sanzion|multa|ammon|ordinanz|ingiun|avvert|blocc|limitazion|provvediment|vieta|divieto|stop|προστιμ|κυρωσ|επιπληξ|προειδοποι|εντολη|επιβολη|επιβαλ"
    r"|αποφασ|παραβιασ"
)
_OTHERS = (
    r"financial conduct authority|fca|ofcom|insolvency service|competition and markets authority|cma"
    r"|agcm|agcom|antitrust|autorite de la concurrence|dgccrf|arcep|amf"
)
"""Authorities of other fields in our countries that fine too."""
_SOMEBODY_ELSE = re.compile(
    r"\b(?:tribun\w+|cassazione|tar|giudic\w+|courts?|conseil d'etat|judge|quash\w*|annul+\w*|overturn\w*|upheld"
    rf"|cour (?:d'|de )\w+|corte (?:di|d')\s?\w+|δικαστηρι\w+|συμβουλιο τησ επικρατειασ|ακυρωσε|{_OTHERS})\b"
)
_OF_COUNTRIES = {
    "FR": (r"french|francaise|francese|γαλλικη\w?", "|cnil"),
    "IT": (r"italian|italienne|italiana|ιταλικη\w?", "|garante privacy"),
    "GR": (r"hellenic|greek|grecque|hellenique|greca|ελληνικη\w?", ""),
    "GB": (r"british|britannique|britannica|βρετανικη\w?", "|information commissioner's office"),
    "IE": (r"irish|irlandaise|irlandese|ιρλανδικη\w?", "|data protection commission|dpc"),
    "NL": (r"dutch|neerlandaise|olandese|ολλανδικη\w?", ""),
    "ES": (r"spanish|espagnole|spagnola|ισπανικη\w?", "|aepd"),
    "DE": (r"german|allemande|tedesca|γερμανικη\w?", ""),
    "LU": (r"luxembourg|luxembourgeoise|lussemburghese|λουξεμβουργου", ""),
}
"""What an authority is called by its country, and what those of ours call themselves."""
_NOT_IMPOSED = re.compile(
    r"\b(?:envisage de|propose de|(?:intends?|proposes|proposing|minded) to|notice of intent|provisional(?:ly)?"
    r"|intende|propone di|προτιθεται|προτεινει|previously announced|precedemment annonce\w*"
    r"|(?:up|amounting) to (?:£|€|\$)|maximum of|as much as|jusqu'a [0-9]"
    r"|peut (?:aller|atteindre)|fino a (?:euro )?[0-9]"
    r"|notamment (?:sanctionn|prononc|inflig|condamn)|(?:par |\b)exemple|dont [0-9]|au plus|pretend\w* que"
    r"|for example|one such|(?:ad|per) esempio|για παραδειγμα"
    r"|da \w+ a (?:[0-9][0-9. ]*|\w+ )(?:di )?euro|(?:εωσ|μεχρι) [0-9])"
)
_SPEECH = re.compile(
    r"(?:[Ww]e|[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Tt]his|[Tt]hat|[Ww]hich|[Ww]ho|[Ee]lles?|[Ii]ls?|[Cc]e(?:tte|s)?|[Nn]ous|[Qq]u[ei]"
    r"|[Qq]uest[oa]|[Ee]ss[oa]|[Cc]he|[Ππ]ου|[Όό]τι|[Αα]υτ[ήό])['’\s](?=[a-zà-ÿα-ώ])"
    r"|(?:to|by|for|from|with|against|par|pour|contre|da|di|per|για|από|προς|κατά)\s"
)
_CUT_OFF = re.compile(
    r"\s(?:the|and|of|to|for|by|la|le|les|que|qui|et|de|du|des|il|di|del|della|che|e|per|και|του|της)$"
)
_ANYBODY = re.compile(
    r"(?:(?:the|l[ae']|il|lo|i|η|ο|το|την?|του|τησ|στην?) ?)?(?:company|firm|organi[sz]ation|controller"
    r"|data controller|processor|societe|entreprise|organisme|responsable d[eu] traitement|societa|azienda|titolare"
    r"|titolare del trattamento|ente|εταιρ[ει]+α|υπευθυν\w+ επεξεργασιασ|καταγγελλομεν\w+)"
)
LONGEST_NAME = 14
"""Words; the longest names of parties met have eleven (ministries, with all that they are for)."""


def speaks_of_a_measure(words: str) -> bool:
    """Whether a headline speaks of anything that an authority imposes."""
    return bool(_MEASURE.search(fold(clean(words))))


def somebody_else(words: str) -> str | None:
    """The court, or the authority of another field, that the words of a sanction name; None for neither.

    >>> somebody_else("Il Tribunale ha annullato la sanzione"), somebody_else("La CNIL a sanctionné ACME")
    ('tribunale', None)
    """
    found = _SOMEBODY_ELSE.search(fold(clean(words)))
    return found[0] if found else None


def foreign_authority(words: str, country: str) -> str | None:
    """The data protection authority that words name and that is not the one of `country`; None for none.

    >>> foreign_authority("l'autorité de contrôle irlandaise", "FR"), foreign_authority("filiale irlandaise", "FR")
    ('autorite de controle irlandaise', None)
    >>> foreign_authority("la CNIL a sanctionné", "GR"), foreign_authority("la CNIL a sanctionné", "FR")
    ('cnil', None)
    """
    found = _others(country).search(fold(clean(words)))
    return found[0] if found else None


@cache
def _others(country: str) -> re.Pattern[str]:
    abroad = [each for code, each in _OF_COUNTRIES.items() if code != country]
    adjectives, names = "|".join(each[0] for each in abroad), "".join(each[1] for each in abroad)
    what = r"(?:autorit[ea]|authority|regulator|watchdog|αρχη\w?|dpa|sa)"
    return re.compile(rf"\b(?:{what} (?:\w+ ){{0,3}}(?:{adjectives})|(?:{adjectives}) (?:\w+ ){{0,3}}{what}{names})\b")


def not_imposed(words: str) -> str | None:
    """What in the words of a sum says that it is a ceiling, a plan, an earlier one or an example; None for nothing.

    >>> not_imposed("The ICO intends to fine ACME £5,000"), not_imposed("has fined ACME £5,000")
    ('intends to', None)
    """
    found = _NOT_IMPOSED.search(fold(clean(words)))
    return found[0] if found else None


def not_a_name(party: str) -> str | None:
    """Why the words are no name of a party; None for a name, and for a letter or dots that stand for one.

    >>> not_a_name("We've got 90 investigations"), not_a_name("la société"), not_a_name("Elle rappelle que la")
    ('it is speech', 'it names nobody in particular', 'it is speech')
    >>> not_a_name("We Buy Any Car Limited"), not_a_name("commune de KOUROU"), not_a_name("X")
    (None, None, None)
    """
    if "\n" in party or len(party.split()) > LONGEST_NAME:
        return "it is too long for a name"
    if _SPEECH.match(party):
        return "it is speech"
    if _CUT_OFF.search(party):
        return "it is cut off"
    return "it names nobody in particular" if _ANYBODY.fullmatch(fold(clean(party))) else None
