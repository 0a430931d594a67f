"""An English release of the CNIL: English rules, and the CNIL's own words where those mean something else. Pure.

Its translations say “orders to comply” of a formal notice, “overdue penalty payment” of a liquidation, and give the sum
of two decisions as one (source-cnil.md §4). What is neither of these nor a plain fine on one company goes to a person.
"""

import re
from dataclasses import replace

from scrapers.adapter import Account, Form, Passage, RawDecision
from scrapers.decision import Evidence, Kind, Sanction
from scrapers.meaning import english
from scrapers.meaning.english.dating import acted_on
from scrapers.meaning.french.words import plain, sentences
from scrapers.meaning.money import Amount, amounts

PLAIN_FINE = re.compile(r"\bfine[sd]?\b|\bfining\b|\bpenalty of\b|\beuros? penalty\b|\bpenalty (?:of|against)\b")
CLOSING = re.compile(r"\bclos(?:e[sd]?|ure|ing)\b|\bend of the (?:injunction|proceeding|procedure|order)")
OTHERS = re.compile(
    r"\b(?:edpb|dpc|(?:irish|dutch|belgian|italian|spanish|german|luxembourg\w*) (?:\w+ ){0,3}?"
    r"(?:authority|regulator|sa))\b"
)
RULING = re.compile(
    r"\b(?:conseil d'etat|council of state|court)\b[^.]{0,60}?"
    r"\b(?:reject|uph[eo]ld|confirm|dismiss|reduc|annul|validat|rule|overturn)\w*"
)
GENERAL = re.compile(
    r"\bpowers?\b|\bprocedures?\b|\breport\b|\bguid\w+|\bconsultation|\bstrategy\b|\bwhat changes\b|\bhow\b"
    r"|\boverview\b|\brecommendations?\b|\bwebinar|\bsurvey\b|\?$"
)
NOTICE = re.compile(r"\bformal notice\b")
OVERDUE = re.compile(r"\b(?:overdue|liquidat\w+)\b")
OWN_WORDS = re.compile(r"\breprimand|\bcall(?:ed|s)? to order|\bwarn")
SIGN = re.compile(r"\bfine[sd]?\b|penalt|sanction|formal notice|injunction|reprimand|\bwarn|\border")
MONTH_FIRST = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (?=\d{4})"
)
DESCRIBED = re.compile(
    r"\b(?:an?|several|(?:forty|sixty|twenty|thirty)[\w-]*|\d+) (?:\w+ ){0,2}"
    r"(?:manager|operator|website|organi[sz]ation|compan(?:y|ies)|municipalit(?:y|ies)|publisher|player|actor)s?\b"
)
PARTY = re.compile(
    r"\b(?:on|against|to) (?:the company )?(?P<name>[A-Z][A-Z0-9&'-]+(?: [A-Z0-9&][A-Z0-9&'.-]*)*)(?=[\s,.])"
)
REGISTERED = re.compile(r"\bfined (?:the company )?(?P<name>[A-Z][A-Z0-9&'-]+(?: [A-Z0-9&][A-Z0-9&'.-]*)+)")
LEAD_LENGTH = 1500
"""What comes later in a release is background."""


def read_translation(raw: RawDecision, passage: Passage) -> Account:
    """What an English release says; what its words leave open comes with a doubt."""
    title = plain(raw.title or passage.text[:200])
    if why := _nothing(title):
        return Account(nothing=why)
    account = _completed(english.read(raw, passage, "EUR"), passage.text)
    lead = plain(passage.text[:LEAD_LENGTH])
    if OVERDUE.search(title) or (OVERDUE.search(lead) and not PLAIN_FINE.search(title)):
        return _overdue(account, passage)
    if NOTICE.search(lead) and SIGN.search(title) and not PLAIN_FINE.search(title):
        return _notice(account, title)
    if account.nothing or (passage.form is Form.FEED_ITEM and not SIGN.search(title)):
        return _silent(account, title)
    return account if _is_plain(title, account) else _doubtful(account)


def _nothing(title: str) -> str | None:
    """Why what a title (made plain) announces is certainly no sanction of the CNIL, or None."""
    is_fine = bool(PLAIN_FINE.search(title))
    why = {
        "closes an earlier order, formal notice or procedure": CLOSING.search(title) and not is_fine,
        "a ruling of a court, or an act of another authority": OTHERS.search(title) and "cnil" not in title,
        "a ruling of a court on an earlier decision": RULING.search(title),
        "advice, or a survey of sanctions": GENERAL.search(title) and not is_fine,
    }
    return next((reason for reason, holds in why.items() if holds), None)


def _silent(account: Account, title: str) -> Account:
    if SIGN.search(title):
        return Account(doubts=("the translated title speaks of a sanction: read the French original",))
    return Account(nothing=account.nothing or "the title speaks of no sanction")


def _doubtful(account: Account) -> Account:
    return replace(
        account, nothing=None, doubts=(*account.doubts, "a translation, and no plain fine: read the French original")
    )


def _completed(account: Account, text: str) -> Account:
    """With the day where it is told the American way, the registered name, and without halves of article numbers."""
    lead = MONTH_FIRST.sub(r"\2 \1 ", text[:LEAD_LENGTH])
    decided_on = account.decided_on or acted_on(words for _, words in sentences(lead))
    sanctions = tuple(sanction.model_copy(update=_mended(sanction, text)) for sanction in account.sanctions)
    return replace(account, sanctions=sanctions, decided_on=decided_on)


def _mended(sanction: Sanction, text: str) -> dict[str, object]:
    names = {match["name"] for match in REGISTERED.finditer(text[:LEAD_LENGTH])}
    cited = re.compile(r"(?<!\d)\d+")
    numbers = set(cited.findall(text))
    articles = tuple(article for article in sanction.articles if set(cited.findall(article)[:1]) <= numbers)
    is_one = len(names) == 1 and not _is_list(sanction)
    return {"party": names.pop() if is_one else sanction.party, "articles": articles}


def _notice(account: Account, title: str) -> Account:
    """The order of which the translation speaks is the formal notice that it names."""
    parties = tuple(dict.fromkeys(s.party for s in account.sanctions if s.party and s.party != "CNIL"))
    if any(sanction.money for sanction in account.sanctions) or not account.sanctions:
        return _doubtful(account)
    if not parties and not DESCRIBED.search(title):
        return _doubtful(account)
    notice = account.sanctions[0].model_copy(update={"kind": Kind.FORMAL_NOTICE})
    named = tuple(notice.model_copy(update={"party": party}) for party in parties or (None,))
    return replace(account, sanctions=named, doubts=())


def _overdue(account: Account, passage: Passage) -> Account:
    """The one sum that is told of an overdue penalty; the earlier fine stands beside it."""
    told = [(words, found) for _, words in sentences(passage.text) for found in _overdue_sums(words)]
    named = [match["name"] for words, _ in told for match in PARTY.finditer(words)]
    parties = {*named} or {match["name"] for match in PARTY.finditer(passage.text[:LEAD_LENGTH])}
    if len({found.money for _, found in told}) != 1 or len(parties) != 1:
        return _doubtful(account)
    words, found = told[0]
    evidence = Evidence(words=words, start=passage.text.find(words), method=found.method)
    due = Sanction(party=parties.pop(), kind=Kind.PERIODIC_PENALTY, money=found.money, evidence=evidence)
    return replace(account, sanctions=(due,), doubts=(), nothing=None)


def _overdue_sums(words: str) -> tuple[Amount, ...]:
    return amounts(words, "en", "EUR") if OVERDUE.search(plain(words)) and "per day" not in words else ()


def _is_plain(title: str, account: Account) -> bool:
    fines = [sanction for sanction in account.sanctions if sanction.kind is Kind.FINE]
    is_fine = bool(PLAIN_FINE.search(title)) and not OWN_WORDS.search(title)
    return is_fine and len(fines) == 1 and not _is_list(fines[0])


def _is_list(fine: Sanction) -> bool:
    return fine.party is None or " and " in fine.party
