"""What the title of a Greek list row says of the outcome. A title never says all: the page must be read as well."""

import re

from scrapers.adapter import Account
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning.greek.addressees import agents, mentions
from scrapers.meaning.greek.flat import Flat, in_greek
from scrapers.meaning.greek.spelling import published_name
from scrapers.meaning.money import amounts
from scrapers.meaning.text import fold

_STEMS = "προστιμ|επιπληξ|προειδοποιησ|εντολ|απαγορευσ|προσωρινη διαταγη"
_NAMED = re.compile(
    r"(?:^|[.,;:–—-]\s*|\bκαι\s+|\bεπιβολη\s+|\bεπιβαλλ?ει\s+|\bαπευθυνει\s+|\bκυρωση\s+)"
    rf"(?:αυστηρη\s+|διοικητικ\w+\s+|χρηματικ\w+\s+|συνολικ\w+\s+|επιβολη\s+)*(?P<word>{_STEMS})"
)
_KINDS = {
    "προστιμ": Kind.FINE,
    "επιπληξ": Kind.REPRIMAND,
    "προειδοποιησ": Kind.WARNING,
    "εντολ": Kind.ORDER,
    "απαγορευσ": Kind.ORDER,
    "προσωρινη διαταγη": Kind.ORDER,
}
_MEANT = re.compile("προστιμ|επιπληξ|προειδοπο|εντολ|απαγορευσ|κυρωσ")
_UNDOING = re.compile(r"^(?:αυτεπαγγελτη )?(?:απορριψη|ανακληση|αναβολη|αναστολη|μη επιβολη)|τροποποιηση τησ αποφασησ")
_NOTHING = (
    (r"γνωμοδοτηση\b|γνωμη επι\b", "an opinion"),
    (r"συστασεισ\b(?! σε\b| στ| προσ\b)|κατευθυντηριεσ γραμμεσ", "guidance"),
    (r"(?:αυτεπαγγελτη )?ανακληση (?:τησ )?αποφασ", "a decision is withdrawn"),
    (r"απορριψη\b", "a request or complaint is rejected"),
    (r"αναβολη\b", "the decision is postponed"),
    (r"αναρμοδιοτητα\b", "the authority finds that it has no competence"),
    (r"(?:χορηγηση|παροχη) (?:τησ )?αδειασ|αδεια (?:για|σε|στ|χορηγησησ|προσβασησ)", "a permit"),
    (r"(?:τροποποιηση του|εγκριση) κανονισμου λειτουργιασ|(?:παραταση|αποφαση για την) .*αναστολησ? (?:των )?δημοσιων"
     r"|παραταση (?:τησ )?αναστολησ|σχετικα με τισ δημοσιεσ συνεδριασεισ|ανοικτη διαθεση και περαιτερω χρηση|κανονεσ\b"
     r"|πολιτικη εξετασησ|καταργηση των γνωστοποιησεων|αποφαση για υποβολη κριτηριων|καταλογοσ με τα ειδη"
     r"|αναθεση αρμοδιοτητων|αποφαση τοποθετησησ|ορισμοσ εποπτη|(?:συμπληρωματικεσ )?απαιτησεισ .*διαπιστευσ",
     "an act of the authority's own organisation, or general rules"),
)  # fmt: skip
_ACRONYM = re.compile(
    r"(?:της|του|των|στην?|στον?|στο|από τ(?:ην?|ον?))\s+"
    r"((?:[Α-Ω]{2,}\.?){1,4}|[Α-ΩA-Z]{3,}|[A-Z]\w+(?:\s[A-Z]\w+)*)(?!\w)"
)
_AMOUNT = "the title names a fine; the amount stands in the decision"
_ALONE = "only the title was read; what was decided stands in the decision"


def read_title(title: str, url: str) -> Account:
    """Kinds and party as the title names them, always with a doubt; `nothing` where the title rules a sanction out."""
    folded = fold(in_greek(" ".join(title.split())))
    if _UNDOING.search(folded) and not re.search(r"και (?:επιβολη|εντολη)", folded):
        return _undone(folded)
    words = dict.fromkeys(found["word"] for found in _NAMED.finditer(folded))
    if not words:
        return _silent(folded)
    sums = {one.money for one in amounts(title, "el", "EUR")}
    money = sums.pop() if len(sums) == 1 else None
    evidence = Evidence(words=title, document=url, start=0, method="words")
    kinds = [_KINDS[word] for word in words]
    sanctions = (
        Sanction(party=party, kind=kind, money=money if kind is Kind.FINE else None, evidence=evidence)
        for kind in kinds
        for party in title_parties(title) or (None,)
    )
    return Account(tuple(sanctions), doubts=(_AMOUNT if Kind.FINE in kinds and money is None else _ALONE,))


def title_parties(title: str) -> tuple[str, ...]:
    """The parties that a title addresses by name, or the one by whom the breach was; none where it only describes."""
    flat = Flat.of(title)
    told = [mention for place, mention in enumerate(mentions(flat)) if place == 0 or mention.listed]
    names = [name for mention in told for name in mention.names if name]
    by_whom = (name for mention in agents(flat) for name in mention.names if name)
    return tuple(dict.fromkeys(published_name(flat, name) for name in names or list(by_whom)[:1]))


def title_names(title: str) -> tuple[str, ...]:
    """Names that a title cannot mean otherwise: capitals throughout (“της Ε.Ο.Π.”), or in Latin letters."""
    return tuple(found[1] for found in _ACRONYM.finditer(title))


def _undone(folded: str) -> Account:
    if _MEANT.search(folded):
        return Account(doubts=("the title speaks of a sanction that was refused or undone",))
    return _silent(folded)


def _silent(folded: str) -> Account:
    if _MEANT.search(folded):
        return Account(doubts=("the title speaks of sanctions without saying which",))
    for pattern, reason in _NOTHING:
        if re.match(pattern, folded):
            return Account(nothing=reason)
    return Account(doubts=("the title does not say what was decided",))
