"""Which sentences of a Greek report tell a sanction of the authority that is news, and why the others do not.

A report is a release, news, or the summary of a page. It speaks of more than it announces: earlier fines, those of
other authorities, rulings, what the law threatens.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from scrapers.adapter import Form
from scrapers.meaning.greek.bearing import MONEY, Bearing, bearing, owns
from scrapers.meaning.greek.genres import YEARLY, no_sanction
from scrapers.meaning.greek.passing import ABROAD, COUNTED, COURT
from scrapers.meaning.greek.sentences import Sentence, plain, sentences

_SILENT = "the text speaks of no sanction"
_UNCLEAR = "the text speaks of a sanction, and it cannot be said of which"
_LEAD = 2
"""Sentences that say, with the title, what a report is about."""
_TOPICS = (COURT, ABROAD)
_SETTLED = (COURT, ABROAD, COUNTED)
"""Reasons that also say what a title without a name means: “Πρόστιμα-ρεκόρ για παραβιάσεις”."""
_REVIEW = re.compile(
    r"\b(?:υπεβαλε|ασκησε|υποβληθηκε|ασκηθηκε|επι τησ|εξετασ\w+)\b.*\bθεραπειασ\b"
    r"|\bθεραπειασ\b.*\b(?:απορρι|απερρι|δεκτη)"
)
_REJECTED = re.compile(r"\bαπερριψε|\bαπορρι(?:πτ|φθ|ψη)")
_FINE = re.compile(r"\bπροστιμ|\bκυρωσ")
_OTHERS = re.compile(r"\bεπιπληξ|\bπροειδοποι|εντολ|\bαπαγορευ|\bδιεταξ")


@dataclass(frozen=True)
class Weighed:
    """The sentences to be read; or the reason why the report is certainly of no sanction; or a doubt."""

    told: tuple[Sentence, ...] = ()
    nothing: str | None = None
    doubt: str | None = None


def weigh(title: str, text: str, form: Form) -> Weighed:
    """What of a report is to be read. A summary may be silent on what its decision imposes; a release is not."""
    headed = bearing(plain(title))
    said = _in_its_place(headed, [(one, bearing(one.words)) for one in sentences(text)])
    sort = None if form is Form.DECISION_PAGE else no_sanction(title)
    if sort:
        strictly = sort != YEARLY and any(weight.strictly and weight.imposes for _, weight in said)
        return (
            Weighed(doubt=f"the title tells of {sort}, the text of a sanction") if strictly else Weighed(nothing=sort)
        )
    if not any(weight.imposes for _, weight in said):
        return _untold(headed, [weight for _, weight in said], form)
    if not (form is Form.DECISION_PAGE or headed.own or any(owns(one.words) for one, _ in said)):
        return Weighed(doubt="the text does not say that this authority imposed it")
    return _told(said)


def _told(said: list[tuple[Sentence, Bearing]]) -> Weighed:
    told = tuple(one for one, weight in said if weight.imposes or _is_background(one, weight))
    open_ones = [one for one, weight in said if weight.is_open and MONEY.search(one.words) and not one.headline]
    return Weighed(_without_headlines(told), doubt=_UNCLEAR if open_ones else None)


def _is_background(one: Sentence, weight: Bearing) -> bool:
    return not weight.named and not MONEY.search(one.words)


def _in_its_place(headed: Bearing, said: list[tuple[Sentence, Bearing]]) -> list[tuple[Sentence, Bearing]]:
    """Under the heading of a ruling or of another authority, and before a review, what was imposed is no news."""
    lead = (headed, *(weight for _, weight in said[:_LEAD]))
    before = takewhile(lambda weight: not (weight.imposes and weight.own), lead)
    topic = next((weight.passing for weight in before if weight.passing in _TOPICS), None)
    reviewed = max((place for place, (one, _) in enumerate(said) if _REVIEW.search(one.words)), default=-1)
    upheld = any(_REJECTED.search(one.words) for one, _ in said[max(reviewed, 0) :])
    return [
        (
            one,
            _demoted(weight, topic) if topic else _before_review(weight, upheld=upheld) if place < reviewed else weight,
        )
        for place, (one, weight) in enumerate(said)
    ]


def _demoted(weight: Bearing, topic: str) -> Bearing:
    """Under another heading; what the authority itself does in a main clause there is a doubt, not a certainty."""
    if not weight.imposes and not weight.is_open:
        return weight
    if weight.own and topic == ABROAD:
        return weight
    certain = not (weight.own and weight.strictly)
    return replace(weight, imposes=False, passing=topic if certain else None)


def _before_review(weight: Bearing, *, upheld: bool) -> Bearing:
    """What was imposed before somebody asked for a review of it: of earlier days where the request was rejected."""
    if not weight.imposes:
        return weight
    return replace(weight, imposes=False, passing="a sanction of earlier days is told of" if upheld else None)


def _without_headlines(told: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """A headline and a sentence that names a fine without its sum only announce what another sentence tells in full."""
    full = [one for one in told if MONEY.search(one.words) and not one.headline]
    if not full:
        return told
    return tuple(
        one
        for one in told
        if not one.headline and (one in full or not _FINE.search(one.words) or _OTHERS.search(one.words))
    )


def _untold(headed: Bearing, said: list[Bearing], form: Form) -> Weighed:
    reasons = [weight.passing for weight in said if weight.passing]
    if headed.imposes and not any(reason in _SETTLED for reason in reasons):
        return Weighed(doubt="the title names a sanction that the text does not tell")
    if any(weight.is_open for weight in said):
        return Weighed(doubt=_UNCLEAR)
    if headed.named and not headed.passing and not reasons:
        return Weighed(doubt=_UNCLEAR)
    if form is Form.DECISION_PAGE and not reasons:
        return Weighed()
    return Weighed(nothing=reasons[0] if reasons else headed.passing or _SILENT)
