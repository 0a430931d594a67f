"""From words to meaning: `RawDecision` and `Adapter` to a `Decision`, or to the reasons why a person must look. Pure.

Every passage of an act is read by the authority's own reader; the weightiest passage that speaks of the outcome
decides, and the others must not contradict it (rules.md: the operative part counts). A doubt is never settled by a
guess.
"""

from dataclasses import dataclass
from datetime import date

from scrapers.adapter import Account, Adapter, Form, Passage, RawDecision
from scrapers.decision import NOT_SANCTIONS, Decision, Kind, Sanction, total
from scrapers.overrides import corrected

WEIGHT = (Form.DECISION_TEXT, Form.DECISION_PAGE, Form.PRESS_RELEASE, Form.NEWS, Form.FEED_ITEM)
"""The decision itself before what is said about it."""

MONEY_KINDS = (Kind.FINE, Kind.PERIODIC_PENALTY)


@dataclass(frozen=True)
class Accepted:
    """Read with certainty: to be stored and announced."""

    decision: Decision


@dataclass(frozen=True)
class Doubtful:
    """It may be a sanction; `reasons` say what could not be read, `decision` holds what was."""

    reasons: tuple[str, ...]
    decision: Decision | None = None


@dataclass(frozen=True)
class Dropped:
    """Certainly no sanction, and why."""

    reason: str


Outcome = Accepted | Doubtful | Dropped


def normalise(raw: RawDecision, adapter: Adapter) -> Outcome:
    """Understand one act. Never raises for what a text says; what is unsure comes back as `Doubtful`."""
    accounts = _accounts(raw, adapter)
    speaking = [account for account in accounts if account.sanctions or account.nothing]
    if not speaking:
        doubts = [doubt for account in accounts for doubt in account.doubts]
        return Doubtful(tuple(doubts) or ("the text does not say what was decided",))
    chosen = speaking[0]
    if chosen.nothing and not any(account.sanctions for account in speaking):
        return Doubtful(chosen.doubts) if chosen.doubts else Dropped(chosen.nothing)
    if chosen.sanctions and all(sanction.kind in NOT_SANCTIONS for sanction in chosen.sanctions):
        return Dropped(f"an event on an earlier decision ({chosen.sanctions[0].kind.value})")
    chosen = next(account for account in speaking if account.sanctions)
    decision = corrected(_decision(raw, adapter, chosen, accounts))
    reasons = (*_open_doubts(accounts, chosen), *_contradictions(accounts, chosen), *_failed_checks(decision, adapter))
    return Doubtful(tuple(dict.fromkeys(reasons)), decision) if reasons else Accepted(decision)


def _accounts(raw: RawDecision, adapter: Adapter) -> list[Account]:
    passages = sorted(raw.passages, key=lambda passage: WEIGHT.index(passage.form))
    return [adapter.read(raw, passage) for passage in passages]


def _decision(raw: RawDecision, adapter: Adapter, chosen: Account, accounts: list[Account]) -> Decision:
    first: Passage = raw.passages[0]
    return Decision(
        authority=adapter.code,
        key=raw.key,
        reference=raw.reference or next((account.reference for account in accounts if account.reference), None),
        url=raw.url,
        title=raw.title,
        language=first.language,
        decided_on=next((account.decided_on for account in accounts if account.decided_on), None),
        published_on=next((account.published_on for account in accounts if account.published_on), None),
        provisional=raw.provisional,
        aliases=raw.aliases,
        sanctions=chosen.sanctions,
    )


def _open_doubts(accounts: list[Account], chosen: Account) -> list[str]:
    """Doubts of a lighter passage are settled by a heavier one that answered; those of a heavier one are not."""
    return [doubt for account in accounts[: accounts.index(chosen) + 1] for doubt in account.doubts]


def _contradictions(accounts: list[Account], chosen: Account) -> list[str]:
    reasons = []
    for account in accounts:
        if account.nothing and account is not chosen:
            reasons.append(f"one document imposes a sanction, another says: {account.nothing}")
        if account.sanctions and account is not chosen and not _agree(account.sanctions, chosen.sanctions):
            reasons.append("the documents of this act state different amounts")
    if len({account.decided_on for account in accounts if account.decided_on}) > 1:
        reasons.append("the documents of this act state different dates of decision")
    return reasons


def _agree(some: tuple[Sanction, ...], others: tuple[Sanction, ...]) -> bool:
    """Whether two passages mean the same fine, allowing the rounding of a release (“1,7 milioni” for 1,715,600)."""
    for kind in MONEY_KINDS:
        one, other = total(some, kind), total(others, kind)
        if one and other and not is_rounding(one, other):
            return False
    return True


def is_rounding(one: dict[str, int], other: dict[str, int]) -> bool:
    """Whether two sums by currency (minor units) are equal, or one is the other cut to two or three digits."""
    if one.keys() != other.keys():
        return False
    return all(_rounds(one[currency], other[currency]) for currency in one)


def _rounds(one: int, other: int) -> bool:
    if one == other:
        return True
    rounded, exact = (one, other) if len(str(one).rstrip("0")) < len(str(other).rstrip("0")) else (other, one)
    digits = len(str(rounded).rstrip("0"))
    return digits <= 4 and len(str(rounded)) == len(str(exact)) and _cut(exact, digits, rounded)


def _cut(exact: int, digits: int, rounded: int) -> bool:
    unit = int(10 ** (len(str(exact)) - digits))
    return abs(exact - rounded) < unit


def _failed_checks(decision: Decision, adapter: Adapter) -> list[str]:
    reasons = []
    for sanction in decision.sanctions:
        if sanction.kind in MONEY_KINDS and sanction.money is None:
            reasons.append(f"no amount could be read for the {sanction.kind.value.replace('_', ' ')}")
        if sanction.money is not None and sanction.money.currency != adapter.currency:
            reasons.append(
                f"the amount is in {sanction.money.currency}, the {adapter.code} fines in {adapter.currency}"
            )
        if sanction.money is not None and sanction.money.minor == 0:
            reasons.append("the amount reads as zero")
    if _later(decision.decided_on, decision.published_on):
        reasons.append(f"decided on {decision.decided_on}, but made public on {decision.published_on}")
    return reasons


def _later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other
