"""The sums that English news calls a fine, sentence by sentence, and whom the sentence names as their payer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.decision import Kind
from scrapers.meaning.english.asides import IN_RELATIVE, MANY, PROVISIONAL, is_anothers, is_earlier
from scrapers.meaning.english.names import END, first_name
from scrapers.meaning.money import Amount, amounts

FINE = r"(?:fines?|penalt(?:y|ies)|sanctions?)"
FINE_BEFORE = re.compile(
    r"\b(?:fine[sd]?|fining|penalt(?:y|ies)|penali[sz]e[sd]?|sanction(?:ed|s)?|(?:ordered|must|required) (?:to )?pay)\b"
    r"[^;]{0,160}$",
    re.IGNORECASE,
)
FINE_AFTER = re.compile(rf"^[-\s]*(?:\([^)]*\)\s*)?(?:[\w-]+\s+){{0,3}}?{FINE}\b", re.IGNORECASE)
OTHER_MONEY = re.compile(
    r"\bwould have\b|\bconsidered\b|\brecommended\b|\bmaximum|\bup to\b|\bas (?:high|much) as\b|\bturnover"
    r"|\b(?:fee|charge)(?: of)?\s*$|\b(?:half|quarters?) of\s*$|\brevenue|\bprofits?\b|\bcosts?\b|\bsurcharge"
    r"|\bcompensation"
    r"|\brang\w+ from\b|\binstead of\b|\brather than\b"
    r"|\b(?:reduc\w+|down|cut|lowered|decreased)\b[^.;]{0,60}\bfrom\b|\bworth\b|\bris(?:e|es|ing)\b|\bincreas\w+|\bstolen|\blosses|\bpaid\b|\boriginal",
    re.IGNORECASE,
)
PROVISIONAL_BEHIND = re.compile(
    r"\bprovisional|\bpropos|\bpotential|\bintention|\bintent\b|\b(?:it|he|she|we) intend|\bpreliminary", re.IGNORECASE
)
"""Emails "intended for" somebody are no intent to fine."""
COSTS = re.compile(r"^ (?:in |towards )?(?:legal |additional |court )?(?:costs|compensation|damages|refunds?)\b", re.I)
DAILY = re.compile(r"^\W*(?:per|a|each|for (?:each|every)|every) (?:calendar )?day\b", re.IGNORECASE)
LEAD = (
    r"(?:,?\s*\b(?:by|with|to|a|an|the|of|in|combined|total|record|sum|amount|fine|penalty|monetary|administrative"
    r"|financial|over|more|than|just|nearly|almost|around|about|approximately|close|further)\b)*\s*"
)
"""Words between a payer, or the word "fined", and the sum."""
WAS = r"(?:(?:has|have|had|was|were|is|are|been|being|also|imposed|issued|levied)\s+)*"
BEFORE_SUM = tuple(
    re.compile(words + LEAD + "$", re.IGNORECASE)
    for words in (
        rf"\b{FINE}(?: notice)?\s+{WAS}(?:on|upon|against|to)\s+(?P<name>[^;()]+?)\s+\(",
        r"\b(?:fined|fines|fining|fine|penali[sz]e[sd]?|sanction(?:ed|s))\s+(?!of\b)(?P<name>[^;]+?)",
        r"\b(?:issued|issues|issue|served|hits?|handed|gave|given)\s+(?P<name>[^;]+?)\s+with\s+an?\b(?:\s+[\w-]+){0,4}?",
        r"\b(?:issued|issues|issue|handed|gave)\s+(?P<name>[^;]+?)\s+(?=an?\s)",
        rf"\b{FINE}\s+{WAS}(?:on|upon|against|to|for)\s+(?P<name>[^;]+?)\s+(?=of|in|tot|am)(?:totall?ing|amounting)?",
        rf"^(?P<name>[^;]+?)\s+{WAS}"
        r"(?:fined|hit|handed|given|receive[sd]?|penali[sz]ed|sanctioned|must pay|to pay|ordered to pay"
        r"|(?:issued|served)(?= with)|(?<=been )(?:issued|served)|(?<=was )(?:issued|served))",
    )
)
AFTER_SUM = re.compile(
    rf"^(?:\W*\([^)]*\))?\W*(?:[\w-]+\s+){{0,3}}?(?:{FINE}\s+)?{WAS}"
    rf"(?:on|upon|against|to|for)\s+(?P<name>(?:the\s+\w|[A-Z0-9\"'])[^;]*?){END}"
)
NEXT_SUM = re.compile(
    r"^\s*(?:on|upon|against|to|for)\s+[A-Z][^;]*?[\s,]+(?:and\s+)?(?:(?:a|another)\s+)?(?:further\s+)?$"
)
"""Between two sums of a list: "£5 to Acme plc and £6 to Acme Gas"."""
NEXT_NAME = re.compile(
    r"(?:^[\s,)]*(?:and\s+)?|[,;]?\s(?:and|while)\s+)(?:a further\s+)?(?:fined\s+)?"
    r"(?P<name>[A-Z0-9][^;,()]+?)\s+(?:\(\s*)?" + LEAD + "$"
)
TOTAL = re.compile(r"\b(?:total|combined)\b[^.;]{0,40}$", re.IGNORECASE)


FINED = (
    re.compile(rf"\b(?:fined|fines|fining)\s+(?!of\b|£|€|EUR)(?P<name>[^;]+?){END}"),
    re.compile(rf"^(?P<name>[^;]+?)\s+{WAS}fined\b"),
    re.compile(rf"\b{FINE}\s+{WAS}(?:on|upon|against|to|for)\s+(?P<name>[A-Z][^;]+?){END}"),
)


REACH = 400
"""Characters around a sum that are looked at."""
MOST_SUMS = 50
"""Sums of one sentence that are looked at; a table read as one sentence announces no fine."""


@dataclass(frozen=True)
class Sum:
    """A sum in its role, `Kind.FINE` or `Kind.NOTICE_OF_INTENT`; `party` as far as the sentence names one."""

    kind: Kind
    amount: Amount
    party: str | None
    words: str


def announced_sums(sentence: str, home: str) -> tuple[Sum, ...]:
    """The sums that a sentence calls a fine, in order; other money is left out. `home` is the currency by default."""
    return tuple(_sums(sentence, home))


def fined_party(sentence: str) -> str | None:
    """Whom a sentence says was fined, whatever the sum; None where it does not."""
    return first_name(words.search(sentence) for words in FINED)


def daily_sum(sentence: str, home: str) -> Amount | None:
    """The sum that is due for each day on which an order is not followed, or None."""
    found = (amount for amount in amounts(sentence, "en", home) if DAILY.search(sentence[amount.end :]))
    return next(found, None)


def _sums(sentence: str, home: str) -> Iterator[Sum]:
    if MANY.search(sentence) or is_anothers(sentence, home):
        return
    end, is_list = 0, False
    for amount in amounts(sentence, "en", home)[:MOST_SUMS]:
        before, between, after = _around(sentence, end, amount)
        kind = None if IN_RELATIVE.search(before) else _role(between, after, is_list)
        if kind:
            yield Sum(kind, amount, _payer(sentence, end, amount), sentence)
        end, is_list = amount.end, kind is Kind.FINE


def _around(sentence: str, end: int, amount: Amount) -> tuple[str, str, str]:
    """What stands before a sum, since the last sum (which ended at `end`), and behind it, within reach."""
    start = max(0, amount.start - REACH)
    return (
        sentence[start : amount.start],
        sentence[max(start, end) : amount.start],
        sentence[amount.end : amount.end + REACH],
    )


def _role(between: str, after: str, is_list: bool) -> Kind | None:
    """What a sum is by the words since the last one and those right behind it."""
    behind = after[:40].split(",")[0].split(".")[0]
    if DAILY.search(after) or COSTS.search(after) or OTHER_MONEY.search(between) or is_earlier(between, after):
        return None
    is_next = is_list and (
        TOTAL.search(between)
        or re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", between)
        or (re.search(r"\band\s+(?:a(?:nother|\sfurther)\s+)?$", between) and re.match(r"\s*for\b", after))
        or first_name([NEXT_NAME.search(between)])
        or (NEXT_SUM.search(between) and AFTER_SUM.search(after))
    )
    is_fine = FINE_BEFORE.search(between) or FINE_AFTER.search(after) or is_next
    if not is_fine:
        return None
    return Kind.NOTICE_OF_INTENT if PROVISIONAL.search(between) or PROVISIONAL_BEHIND.search(behind) else Kind.FINE


def _payer(sentence: str, end: int, amount: Amount) -> str | None:
    before, between, after = _around(sentence, end, amount)
    if end and NEXT_SUM.search(between):
        return first_name([AFTER_SUM.search(after)])
    nearest = re.sub(r"^(?:.*[;:])?[\s,]*(?:(?:and|while)\s+)?", "", between)
    next_name = first_name([NEXT_NAME.search(between)]) if end else None
    places = (nearest,) if end and TOTAL.search(between) else (nearest, before)
    searched = [words.search(place) for place in places for words in BEFORE_SUM]
    return next_name or first_name([*searched, AFTER_SUM.search(after)])
