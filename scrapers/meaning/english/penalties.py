"""The fine of a penalty notice: the sum that operative words state, and who is to pay it (source-ico.md §3.4)."""

import re
from dataclasses import dataclass

from scrapers.meaning.english.parties import apart
from scrapers.meaning.english.prose import sentences
from scrapers.meaning.money import Amount, amounts

SUM = r"(?:of|(?:in|to) (?:the|a) (?:sum|amount) of|amounting to|totall?ing)"
PENALTY = r"(?:penalt(?:y|ies)|fine)(?: notice)?"
DECIDES = r"(?:decide[sd]|determined|concluded|satisfied|considers|requires?|hereby|imposes|issues|gives)"
OPERATIVE = tuple(
    re.compile(rf".*\b(?P<words>{words})\s*:?\s*$", re.IGNORECASE)
    for words in (
        r"requires?\b.{1,400}\bto pay\b.{0,80}",
        rf"{DECIDES}\b.{{0,400}}\b{PENALTY}\s+{SUM}",
        rf"{DECIDES}\b.{{0,400}}\b{PENALTY}\s+(?:on|against|to)\b.{{1,200}}?\s{SUM}",
        rf"{DECIDES}\b.{{0,400}}\bwith an?\b.{{0,160}}?\b{PENALTY}\b.{{0,160}}?\s{SUM}",
        rf"{DECIDES}\b.{{0,400}}\b{PENALTY}\b.{{0,160}}, the (?:sum|amount) being",
        r"(?:(?:final|total) penalty(?: amount| figure)?(?: [\w ]{1,40})?|penalty imposed(?: [\w ]{1,40})?) is",
        rf"amount of (?:the|this|that) (?:\w+ )?{PENALTY}\b.{{0,300}}?,?\s(?:is|as|at|i|will be|shall be)",
        rf"{DECIDES}\b.{{0,400}}\b{PENALTY}\s+(?:is|should be|will be|shall be)(?:\s+{SUM})?",
        rf"{DECIDES}\b.{{0,400}}\bto pay\b.{{0,80}}",
    )
)
"""What stands right before the sum that is payable ("i" is what scanning leaves of "is")."""
NOT_PAYABLE = re.compile(
    r"\bpropos|\bprovisional|\bNOI\b|notices? of intent|\bintend|\bintention|\bwould (?:be|have)|\bstarting|\binitial"
    r"|\bmaximum|\bup to\b|\bexceed|\bturnover|\brevenue|\breduc\w+ .{0,80}\b(?:by|to)\b|\bdiscount|\bearl(?:y|ier)\b"
    r"|\bprevious|\bcould\b|\bmay\b|\bnot be (?:appropriate|proportionate)",
    re.IGNORECASE,
)
NOT_PAYABLE_AFTER = re.compile(
    r"^\W*(?:would(?! be (?:reasonable|proportionate|appropriate and))|provisional|as a starting|starting|was propos"
    r"|could|may be|to £|(?:is|was) \w+(?: and \w+)? before\b)",
    re.IGNORECASE,
)
IS_RIGHT = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?(?:is|would be)\s+(?:reasonable|proportionate|appropriate and proportionate)", re.IGNORECASE
)
A_PENALTY = re.compile(rf".*\b(?P<words>\ban?\s+(?:\w+\s+)?{PENALTY}\s+{SUM})\s*$", re.IGNORECASE)
"""Notices until 2015 do not decide: "a penalty in the sum of £5 is reasonable and proportionate"."""
REDUCED = re.compile(r".*\b(?P<words>decide[sd]\b.{0,300}\b(?:reduc\w+|lower\w*)\b.{0,160}\bto)\s*$", re.IGNORECASE)
ON_CONDITION = re.compile(r"\bif\b|\bwill\b|\bfull payment|\bearly\b|\bin the event", re.IGNORECASE)
"""A decided reduction is the fine; the one for early payment is an offer."""
PAYER = re.compile(r"\brequires?\s+(?P<name>.{2,300}?),?\s+to\s+pay\b", re.IGNORECASE)
NEXT_PAYER = re.compile(
    rf"^[,;]?\s*(?:and\s+)?(?P<name>[A-Z0-9].{{1,200}}?)\s+(?:to\s+pay\s+)?(?:the Commissioner\s+)?"
    rf"an?\s+(?:\w+\s+)?{PENALTY}\s+{SUM}\s*$"
)


REACH = 1000
"""Characters around a sum that are looked at; the longest first paragraph of a real notice has half of it."""
MOST_SUMS = 50
"""Sums of one sentence that are looked at; a table read as one sentence states no fine."""


@dataclass(frozen=True)
class Fine:
    """A sum that operative words state; `payers` are the names that stand in them, `words` is the sentence."""

    amount: Amount
    payers: tuple[str, ...]
    words: str


def stated_fines(text: str) -> tuple[tuple[Fine, ...], tuple[str, ...]]:
    """The fines of a mended penalty notice, and the doubts about them.

    The first operative sentence decides; every later one has to state the same sums, their total or its parts.
    """
    told = [fines for sentence in sentences(text) if (fines := _in_sentence(sentence))]
    if not told:
        return (), ("no operative words of the notice state an amount",)
    chosen = told[0]
    sums = {fine.amount.money.minor for fine in chosen}
    others = {fine.amount.money.minor for fines in told[1:] for fine in fines} - sums - {_total(chosen)}
    doubts = [f"digits and words disagree in “{fine.amount.words}”" for fine in chosen if not fine.amount.agrees]
    if others and sum(others) != _total(chosen):
        doubts.append("operative words of the notice state different amounts")
    if len(chosen) > 1 and not all(fine.payers for fine in chosen):
        doubts.append("one sentence of the notice states several amounts")
    return chosen, tuple(doubts)


def _total(fines: tuple[Fine, ...]) -> int:
    return sum(fine.amount.money.minor for fine in fines)


def _in_sentence(sentence: str) -> tuple[Fine, ...]:
    found: list[Fine] = []
    end = 0
    for amount in amounts(sentence, "en", "GBP")[:MOST_SUMS]:
        near = max(0, amount.start - REACH)
        before, after = sentence[near : amount.start], sentence[amount.end : amount.end + REACH]
        next_payer = NEXT_PAYER.search(sentence[max(near, end) : amount.start]) if found else None
        if next_payer:
            found.append(Fine(amount, apart(next_payer["name"]), sentence))
        elif not found and _is_operative(before, after):
            payer = PAYER.search(before)
            found.append(Fine(amount, apart(payer["name"]) if payer else (), sentence))
        end = amount.end
    return tuple(found)


def _is_operative(before: str, after: str) -> bool:
    if (reduced := REDUCED.match(before)) and not ON_CONDITION.search(reduced["words"]):
        return True
    patterns = (*OPERATIVE, A_PENALTY) if IS_RIGHT.match(after) else OPERATIVE
    words = next((match["words"] for pattern in patterns if (match := pattern.match(before))), None)
    return words is not None and not NOT_PAYABLE.search(words) and not NOT_PAYABLE_AFTER.search(after)
