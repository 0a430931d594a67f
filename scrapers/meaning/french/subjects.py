"""Titles of news that are certainly no sanction of the CNIL, and digests that name nobody. Pure."""

import re

from scrapers.meaning.french.measures import kinds_of
from scrapers.meaning.french.names import mentions, opening_name
from scrapers.meaning.french.others import AUTHORITY, BY_ANOTHER, COURT, PENAL
from scrapers.meaning.french.sums import payable
from scrapers.meaning.french.words import plain
from scrapers.meaning.numerals import number_from_words

SIGN = re.compile(
    r"(?:(?<=vient de )|(?!sanctionner\b))\bsanction|\bamende|avertissement|en demeure|\brappel|injonction|astreinte"
)
"""Words, made plain, without which nothing speaks of a sanction."""

CLOSING = re.compile(
    r"\bclot(?:ur\w+|ent)?\b|\bclore\b|\bfin (?:de|a) (?:la (?:procedure|mise)|l'injonction)"
    r"|\blevee? de (?:l'injonction|la mise)"
    r"|\b(?:injonction|mise en demeure|astreinte)s? (?:\w+ )?(?:leve|satisfait|execute|respecte)\w*"
    r"|\bconstate (?:la |sa |leur )?(?:mise en )?conformit|\b(?:s'est|s'etant) (?:mise? en conformite|conforme)"
)
NO_MEASURE = re.compile(r"\bne (?:prononce|sanctionne) pas\b|\bnon-lieu\b|\brelax\w+|\baucune sanction\b")
NEW_MEASURE = re.compile(r"\bliquid\w+|\bamendes?\b|\bnouvelle sanction")
SURVEY = re.compile(
    r"\bbilan\b|rapport (?:annuel|d'activite)|\bchiffres\b|\bles sanctions prononcees"
    r"|(?:procedures?|politique|chaine) de sanctions?\b(?! simplifi)|programme (?:de|des) controles"
    r"|\bwebinaire|\bcolloque|\b(?:semestre|trimestre|bareme)\b|\b(?:fait )?le point sur\b|\bplafonds?\b"
    r"|\bsanctions (?:\w+ )?(?:de|en|depuis) (?:19|20)\d\d\b|\bpouvoirs? (?:\w+ )?(?:de|et) (?:\w+ ){0,4}?sanctions?\b"
    r"|\bretour sur\b|\bpanorama\b|\btour d'horizon\b"
    r"|\b(?:nos|vos|les) reponses\b|\breponses a\b|\bdroit de reponse\b|\bfaq\b|\bdecryptage"
    r"|\bpodcast|\bcoulisses\b|\binterview|\bentretien avec\b|\bmesures correctrices\b"
)
A_COURT = re.compile(rf"\b{COURT}")
RULING = re.compile(
    r"\b(?:confirm|valid|rejet|annul|redui|reform|ramen|juge|condamn|statu|donne raison|se prononce)\w*"
)
COUNTRY = (
    r"(?:allemagne|autriche|belgique|bulgarie|chypre|croatie|danemark|espagne|estonie|finlande|grece|hongrie|irlande"
    r"|italie|lettonie|lituanie|luxembourg|malte|pays-bas|pologne|portugal|roumanie|slova\w+|slovenie|suede|tcheq\w+"
    r"|royaume-uni|suisse|norvege|islande|turquie|etats-unis|canada|bresil|australie|japon|coree|chine|inde|europe)\b"
)
ABROAD = re.compile(
    rf"\b{AUTHORITY}\b|^(?:en |aux? )?{COUNTRY} ?[:,]"
    rf"|(?:euros|€|dollars|livres|\bamende|\b(?:sanctionn|condamn)ee?s?) (?:d'amende )?(?:en|aux?) {COUNTRY}"
)
BY_THE_CNIL = re.compile(r"\bla cnil (?:sanctionn|prononc|inflig|condamn|met|rappelle a l'ordre|liquid|enjoint|averti)")
COUNTRYWIDE = re.compile(
    r"\b(?:sanctions|amendes)\b[^.:]{0,40}\b(?:en europe|(?:en|depuis) (?:19|20)\d\d|dans (?:l'u|le monde))"
)
ADVICE = re.compile(
    r"\bcomment\b|\bguides?\b|\bconsultation|\bquestions?\b|\brecommandations?\b|lignes directrices|\breferentiel"
    r"|\bavis\b|\bprojet de (?:loi|decret)|\bconseils?\b(?! d'etat)|\bfiches?\b|\bmodeles?\b|\bque risqu\w+"
    r"|\brappelle (?:les|que|ses)\b"
)
ANNOUNCES = re.compile(
    r"\bsanctionn(?:e|ent|ee?s?)\b|(?<!sanctions )(?<!amendes )(?<!mesures )\b(?:prononc|inflig)\w+|\bcondamn\w+"
    r"|\bliquid\w+|\benjoi\w+"
    r"|\bm(?:et|ettent|ise?s?) (?:\w+ )?en demeure\b|\brapp\w+ (?:\w+ ){0,3}a (?:l'ordre|ses|leurs)\b"
    r"|\b(?:averti|impos|ordonn|adress)\w+"
    r"|^(?:sanction|amende)(?: publique)? ?:|^une (?:nouvelle )?(?:sanction|amende)\b"
    r"|\b(?:doit|doivent|devra|devront) (?:payer|verser)\b"
    r"|\becop\w+|\brecoi\w+|\b(?:sanctions?|amendes?) (?:\w+ )?pour (?!la cnil)"
)
AFTER_NAME = re.compile(r" : (?:une? )?(?:sanction|amende|mise|avert|rappel|injonction|astreinte|\d)")
OWN_TITLE = re.compile(
    r"(?:^|[:?!,] )(?:une? |deux )?(?:nouvelles? )?"
    r"(?:sanction|amende|mise|avertissement|rappel|injonction|liquidation|astreinte)s?\b"
)
ASKS = re.compile(r"\W*(?:comment|pourquoi|quand|quel\w*|ce qu[ei'])\b")
SANCTIONED = re.compile(r"\b(?:sanctionn|condamn|averti)ee?s?\b")
MEASURE_OF_A_CASE = re.compile(r" : (?:une )?(?:nouvelle )?(?:sanction|amende)\b")
QUESTION = re.compile(r"\?\s*$|\bmode d'emploi\b|\bce qu'il faut\b")
COUNTED = re.compile(
    r"\b(?P<count>\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt"
    r"|plusieurs)"
    r"(?:[- ]\w+)? (?:nouvelles? )?"
    r"(?:sanctions|amendes|decisions|mises en demeure|organismes|societes|communes)\b"
    r"|\bsanctions simplifiees|simplifi\w+[^.]{0,60}\b(?:sanctions|amendes|decisions)\b"
)


PROPOSED = re.compile(
    r"\b(?:(?:demande|reclame)(?:nt)? (?:une|la|que|\d+)|propose\w*|requi\w+|recommande|envisage\w*|pourrai\w+"
    r"|risque\w*|menace\w*|encou\w+|conteste\w*|attaque|recours (?:de|contre|devant)|fait appel"
    r"|paie|(?:a|ete|est) (?:paye|acquitte)\w*"
    r"|(?:ans?|mois|semaines?) (?:apres|plus tard)|apres (?:la |sa |son |l')(?:sanction|amende|mise))\b"
)


def is_only_proposed(title: str) -> bool:
    """Whether a title (cleaned) tells of a measure that is asked for, feared, contested or long known, and takes none.

    >>> is_only_proposed("La CNIL demande 3 millions d'euros d'amende contre ALPHA")
    True
    """
    words = plain(title)
    return bool(PROPOSED.search(words)) and not ANNOUNCES.search(words)


def no_sanction(title: str) -> str | None:
    """Why what a title (cleaned) announces is certainly no sanction of the CNIL, or None.

    >>> no_sanction("Clôture de l'injonction prononcée à l'encontre de la société ALPHA")
    'closes an earlier order, formal notice or procedure'
    >>> no_sanction("La CNIL sanctionne ALPHA d'une amende de 2 millions d'euros")
    """
    words = plain(title)
    is_of_the_cnil, is_advice = BY_THE_CNIL.search(words), ADVICE.search(words) and not kinds_of(words)
    is_named = any(any(mention.names) for mention in mentions(title))
    is_case = is_named and (is_of_the_cnil or SANCTIONED.search(words))
    why = {
        "says that no measure is called for": NO_MEASURE.search(words),
        "closes an earlier order, formal notice or procedure": CLOSING.search(words) and not NEW_MEASURE.search(words),
        "a ruling of a court on an earlier decision": (A_COURT.search(words) and RULING.search(words))
        or (PENAL.search(words) and not is_of_the_cnil),
        "an act of another authority": not is_of_the_cnil and (ABROAD.search(words) or BY_ANOTHER.search(title)),
        "a survey of sanctions, or of how they come about": (SURVEY.search(words) and not is_case)
        or (COUNTRYWIDE.search(words) and not (is_of_the_cnil or is_named)),
        "advice or consultation": (is_advice and not MEASURE_OF_A_CASE.search(words))
        or (QUESTION.search(words) and not is_of_the_cnil),
    }
    return next((reason for reason, holds in why.items() if holds), None)


def announces(title: str) -> bool:
    """Whether a title tells that a measure was taken: by a verb, or beside a sum or a name.

    >>> announces("ALPHA : sanction de 2 millions d'euros"), announces("La présidente parle des sanctions au Sénat")
    (True, False)
    """
    words = plain(title)
    is_named = any(mention.names for mention in mentions(title))
    is_told = bool(payable(title) or is_named or (opening_name(title) and AFTER_NAME.search(words)))
    return bool(ANNOUNCES.search(words)) or (is_told and bool(SIGN.search(words)))


def counted(title: str) -> int:
    """How many measures or parties a title (cleaned) counts; 0 where it counts none.

    >>> counted("Deux sanctions à l'encontre de courtiers"), counted("Sanction de ALPHA")
    (2, 0)
    """
    found = COUNTED.search(plain(title))
    if found is None or found["count"] is None:
        return 0
    number = found["count"]
    return int(number) if number.isdigit() else int(number_from_words(number, "fr") or 2)


def is_of_its_own_form(title: str) -> bool:
    """Whether a title has a form in which the CNIL announces: by a verb, or with the measure as its subject.

    >>> [is_of_its_own_form(title) for title in ("ALPHA : sanction de 2 euros", "2 euros pour ALPHA")]
    [True, False]
    """
    words = plain(title)
    return bool(ANNOUNCES.search(words) or OWN_TITLE.search(words)) and not ASKS.match(words)


def is_digest(title: str) -> bool:
    """Whether a title announces several decisions without a name, as those of the simplified procedure.

    >>> is_digest("Procédure simplifiée : la CNIL prononce neuf nouvelles sanctions")
    True
    """
    return bool(COUNTED.search(plain(title))) and not any(any(mention.names) for mention in mentions(title))
