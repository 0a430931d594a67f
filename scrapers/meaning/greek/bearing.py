"""What one sentence of a Greek report has to do with a sanction of the authority. Knows words, not parties or sums."""

import re
from dataclasses import dataclass

from scrapers.meaning.greek.passing import ABROAD, COUNTED, COURT, FOREIGN, PRETENDED, REASONS, TO_EVERYBODY

_OWN = re.compile(
    r"\bαρχησ? προστασιασ (?:προσωπικων )?δεδομενων|\bαπδπχ\b|\bελληνικη αρχη\b"
    r"|\bη αρχη\b(?! (?:διαφ|ανταγ|δημοσι|διασφ))|\b(?:τμημα|ολομελεια|προεδροσ) τησ αρχησ\b"
    r"|\bαποφασ[α-ω]+ (?:(?:αριθ|αρ|υπ|με|αριθμο)[.'’]* ){0,3}\d{1,3}/20\d\d"
)
_OBJECT = "(?:εντολ|επιπληξ|προειδοποιησ|απαγορευσ)"
_SOME = r"(?:\S+ )"
SANCTION = re.compile(
    r"\bπροστιμ|\bκυρωσ(?:εισ|εων|η\b|ησ\b)(?! τησ συμβασησ)|\bποιν(?:η|ησ|εσ|ων)\b|\bτιμωρ|\bεπιπληξ|\bεπεπληξ"
    r"|\bεπιπληττ|\bπροειδοποι(?!ητικ)|\bδιεταξ|\bδιατασσει\b|\bυποχρεωσε\b|\bπροσωριν[α-ω]+ διαταγ"
    r"|\bαπαγορευσε\b|\bαπαγορευσησ? (?:τησ |στ[ηο]ν? )?(?:επεξεργ|συλλογ|λειτουργ)"
    r"|\bεντολη (?:συμμορφωσ|διαγραφ|διακοπ)"
    rf"|\b(?:διν|διδ|εδωσ|δοθηκ|απηυθυν|απευθυν|εξεδωσ)[α-ω]* {_SOME}{{0,15}}?εντολ"
)
_GIVES = (
    "(?:εδωσε|δινει|διδει|δοθηκε|δοθηκαν|εξεδωσε|εκδιδει|απ(?:ηυ|ευ)θυνε|απευθυνει|απευθυνθηκε|απευθυνθηκαν|απευθυνεται"
    "|απηυθυνθη)"
)
_VERB = (
    "(?:επεβαλλ?(?:ε|αν)|επιβαλαν|επιβαλλ(?:ει|εται|ονται)|επιβληθηκ(?:ε|αν)|επεβληθη(?:σαν)?|διεταξε|διατασσει"
    "|προειδοποι(?:ησε|ει|ειται|ηθηκε)|επεπληξε|επιπληττει|απαγορευσε|υποχρεωσε|τιμωρησε|τιμωρηθηκε|καταλογισε"
    "|(?:αποφασισε|προχωρησε|προεβη|κατεληξε) (?:στην |σε |την |να )(?:επιβ(?:ολη|αλει)|επιπληξη|προειδοποιηση)"
    rf"|στην επιβολη {_SOME}{{0,14}}?(?:προχωρησε|κατεληξε|προεβη))\b"
    rf"|{_GIVES} (?={_SOME}{{0,15}}?{_OBJECT})|\b{_OBJECT}[α-ω]* {_SOME}{{0,8}}?{_GIVES}\b"
)
_DEPENDENT = (
    r"\b(?:(?<!για την )(?<!για τισ )(?<!για το )οποι[α-ω]+|που|οπωσ) (?:[^\s.,]+ ){0,8}?"
    r"|\b(?:να|θα|δεν|μη|αν|εαν|εφοσον|οταν|ωστε|ουτε|οσα|ο νομοσ|κανονισμοσ|νομοθεσια) (?:(?:του|τησ|τουσ|τισ|τα) )?"
)
_MAIN = re.compile(rf"(?P<dependent>(?:{_DEPENDENT})?)\b(?:{_VERB})")
_PUBLISHES = re.compile(
    r"\b(?:εξεδωσε|δημοσιευ|δημοσιοποι|ανακοιν|αναρτ|ελαβε|διατιθεται|με (?:την|τισ) (?:υπ[^.]{0,30})?αποφασ|αποφαση)"
)
_HEADED = re.compile(
    r"^(?:\W|δελτιο τυπου|θεμα|ανακοινωση|αποφαση(?: \d+/\d+)?|απδπχ|η αρχη|αρχη προστασιασ δεδομενων)*"
    r"(?:νεο |νεα |βαρυ |επιβολη |απευθυνση |(?:χρηματικ|διοικητικ)[α-ω]+ |αυστηρη ){0,5}"
    r"(?:προστιμ|επιπληξ|προειδοποιησ|εντολη (?:συμμ|διαγ|απεγκ|διακ)|κυρωσ|απαγορευσ)"
)
_JUDGED = dict(REASONS)[COURT]
_OTHER_SUBJECT = re.compile(
    r"^(?:η|ο|το|οι) (?!(?:αποφαση|τμημα|ολομελεια|προεδροσ)\b)(?:(?!αρχη\b)\S+ ){1,6}?(?<!του )(?<!τησ )(?<!τουσ )"
    r"(?:επεβαλλ?(?:ε|αν)|επιβαλλει)\b"
)
"""Somebody else as the subject: “η ΑΑΔΕ επέβαλε πρόστιμα”."""
_REMINDS = re.compile(r"\b(?:υπενθυμιζ(?:εται|ει|ουμε)|(?:στο|κατα το) παρελθον|παλαιοτερα)\b")
_KNOWN = re.compile(r"\b(?:επεβαλε|επιβληθηκε) το προστιμο\b")
"""A fine that the reader has heard of already."""
_NEVER = (PRETENDED, COURT)
"""Where a verb that imposes is news only if the authority is named: “μετά την απόφαση του ΣτΕ, η Αρχή επέβαλε”."""
_NUMBERED = re.compile(rf"\bαποφασ[α-ω]+ {_SOME}{{0,3}}?\d{{1,3}}/20\d\d|«")
_DECIDES = re.compile(r"\b(?:εκρινε|αποφασισε|κατεληξε|προσδιορισε|επεμετρησε|ορισε)\b")
"""Beside a sum it may impose, whatever else the sentence says of what is possible."""
_IN_GENERAL = re.compile(r"\b(?:προστιμα|προστιμων|κυρωσεισ|κυρωσεων)\b")
MONEY = re.compile(r"\d[^.;]{0,20}(?:ευρω|€)|€ ?\d|\bχιλιαδ|\bεκατομμυρ")
"""A sum, as far as folded words can tell."""


@dataclass(frozen=True)
class Bearing:
    """`imposes`: the sentence tells a sanction that is news; `strictly`: in its main clause.

    `passing`: why it tells none, though it names one (`named`). `own`: it names the authority or a decision of its.
    """

    named: bool = False
    imposes: bool = False
    strictly: bool = False
    passing: str | None = None
    own: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it names a sanction and nothing says what becomes of it."""
        return self.named and not self.imposes and self.passing is None


def bearing(words: str) -> Bearing:
    """What folded words with blanks have to do with a sanction."""
    if not SANCTION.search(words):
        return Bearing(passing=COURT if _JUDGED.search(words) else None)
    if TO_EVERYBODY.search(words):
        return Bearing(True, passing="it warns the public")
    foreign = list(FOREIGN.finditer(words))
    rest = FOREIGN.sub(lambda found: " " * len(found[0]), words)
    own = list(_OWN.finditer(rest))
    verbs = [verb for verb in _MAIN.finditer(words) if not verb["dependent"]]
    if (foreign and _acts(foreign, own, verbs, words)) or (not own and _OTHER_SUBJECT.search(words)):
        return Bearing(True, passing=ABROAD, own=bool(own))
    return _at_home(words, verbs, own=bool(own))


def owns(words: str) -> bool:
    """Whether the authority itself, or a decision of its, is named."""
    return _OWN.search(FOREIGN.sub("", words)) is not None


def _acts(foreign: list[re.Match[str]], own: list[re.Match[str]], verbs: list[re.Match[str]], words: str) -> bool:
    """Whether another authority is the nearest before the verb that imposes, or stands behind it with “από”."""
    place = verbs[0].start() if verbs else len(words)
    before = [found.start() for found in foreign if found.start() < place]
    ours = [found.start() for found in own if found.start() < place]
    by_whom = any(found.start() >= place and found[0].lstrip().startswith("απο") for found in foreign)
    return by_whom or not own or (bool(before) and max(before) > max(ours, default=-1))


def _at_home(words: str, verbs: list[re.Match[str]], *, own: bool) -> Bearing:
    """A sentence in which no other authority acts."""
    passing = [reason for reason, pattern in REASONS if pattern.search(words)]
    if COUNTED in passing and not _NUMBERED.search(words):
        return Bearing(True, passing=COUNTED, own=own)
    if verbs and _REMINDS.search(words, 0, verbs[0].start()):
        return Bearing(True, passing="a sanction of earlier days is told of", own=own)
    never = next((reason for reason in passing if reason in _NEVER), None)
    if verbs and (own or not never):
        return Bearing(True, imposes=True, strictly=not _KNOWN.search(words), own=own)
    if passing and (never or not (own and _DECIDES.search(words) and MONEY.search(words))):
        return Bearing(True, passing=never or passing[0], own=own)
    dependent = _MAIN.search(words)
    told = dependent and _PUBLISHES.search(words, 0, dependent.start())
    if told or (_HEADED.search(words) and not dependent):
        return Bearing(True, imposes=True, own=own)
    general = _IN_GENERAL.search(words) and not MONEY.search(words)
    return Bearing(True, passing="sanctions are spoken of in general" if general else None, own=own)
