"""From words to meaning: `RawDecision` and `Adapter` to a `Decision`, or to the reasons why a person must look. Pure.

Every passage of an act is read by the authority's own reader; the weightiest passage that speaks of the outcome
decides, and the others must not contradict it (rules.md: the operative part counts). A doubt is never settled by a
guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.adapter import Account, Adapter, Form, Passage, RawDecision
from scrapers.checks import MONEY_KINDS, Check, check, checks_of
from scrapers.decision import NOT_SANCTIONS, Decision, Sanction, total
from scrapers.overrides import corrected
from scrapers.rounding import is_rounding

WEIGHT = (Form.DECISION_TEXT, Form.DECISION_PAGE, Form.PRESS_RELEASE, Form.NEWS, Form.FEED_ITEM)
"""The decision itself before what is said about it."""

OPENS, SAYS = "the document can be read", "the text says what was decided"


@dataclass(frozen=True)
class Accepted:
    """Read with certainty, all `checks` passed: to be stored and announced."""

    decision: Decision
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Doubtful:
    """It may be a sanction; `reasons` say which of the `checks` failed, `decision` holds what was read."""

    reasons: tuple[str, ...]
    decision: Decision | None = None
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Dropped:
    """Certainly no sanction, and why."""

    reason: str


Outcome = Accepted | Doubtful | Dropped


def judged(decision: Decision | None, checks: tuple[Check, ...]) -> Accepted | Doubtful:
    """What was read, by its checks: one that failed is a reason to ask; so is having read nothing."""
    reasons = tuple(dict.fromkeys(each.words for each in checks if not each.passed))
    return Accepted(decision, checks) if decision and not reasons else Doubtful(reasons, decision, checks)


def normalise(raw: RawDecision, adapter: Adapter) -> Outcome:
    """Understand one act. Never raises for what a text says; what is unsure comes back as `Doubtful`."""
    if not raw.passages and not raw.attachments:  # A record that cannot be opened: its title says why (cnil.py).
        return judged(None, (check(OPENS, raw.title or "there is no text"),))
    accounts = _accounts(raw, adapter)
    speaking = [account for account in accounts if account.sanctions or account.nothing]
    if not speaking:
        return judged(None, _doubts(accounts) or (check(SAYS, "the text does not say what was decided"),))
    chosen = speaking[0]
    if chosen.nothing and not any(account.sanctions for account in speaking):
        return judged(None, _doubts([chosen])) if chosen.doubts else Dropped(chosen.nothing)
    if chosen.sanctions and all(sanction.kind in NOT_SANCTIONS for sanction in chosen.sanctions):
        return Dropped(f"an event on an earlier decision ({chosen.sanctions[0].kind.value})")
    chosen = next(account for account in speaking if account.sanctions)
    decision = corrected(_decision(raw, adapter, chosen, accounts))
    return judged(decision, (*_of_documents(accounts, chosen), *checks_of(decision, raw, adapter)))


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


def _doubts(accounts: list[Account]) -> tuple[Check, ...]:
    return tuple(check(SAYS, doubt) for account in accounts for doubt in account.doubts)


def _of_documents(accounts: list[Account], chosen: Account) -> Iterator[Check]:
    """Doubts of a lighter passage are settled by a heavier one that answered; those of a heavier one are not."""
    yield from _doubts(accounts[: accounts.index(chosen) + 1]) or (
        check(SAYS, None, "the reader was left with no doubt"),
    )
    others = [account for account in accounts if account is not chosen]
    for nothing in (account.nothing for account in others if account.nothing):
        yield check("the documents agree", f"one document imposes a sanction, another says: {nothing}")
    if any(account.sanctions for account in others):
        agree = all(_agree(account.sanctions, chosen.sanctions) for account in others if account.sanctions)
        yield check("the amounts agree", None if agree else "the documents of this act state different amounts")
    days = {account.decided_on for account in accounts if account.decided_on}
    if len(others) and days:
        differ = "the documents of this act state different dates of decision" if len(days) > 1 else None
        yield check("the dates of decision agree", differ, str(min(days)))


def _agree(some: tuple[Sanction, ...], others: tuple[Sanction, ...]) -> bool:
    """Whether two passages mean the same fine, allowing the rounding of a release (“1,7 milioni” for 1,715,600)."""
    for kind in MONEY_KINDS:
        one, other = total(some, kind), total(others, kind)
        if one and other and not is_rounding(one, other):
            return False
    return True
