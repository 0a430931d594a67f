"""The weekly digest as a message and as JSON. Pure; the keys are those of docs/definitions.md."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.views import story, watching, words
from bot.views import totals as sums
from bot.views.alert import UNNAMED, headline
from bot.views.dossier import changed_json, identity, running_json, sanction_json
from bot.views.message import CUT, TITLE, Field, Message, card
from scrapers.decision import Money
from storage.reckoning.totals import Totals
from storage.stored import Stored
from storage.stories.dossier import Changed
from storage.stories.standing import Standing
from storage.stories.week import Review, Sum

STEPS = ((12, 160), (8, 160), (6, 160), (4, 140), (3, 120), (2, 100), (1, 80))
"""How many lines of each part a message holds, and their length; the first pair with which everything fits."""


def whole(review: Review) -> Message:
    """The digest in one piece, for a terminal; a week without anything to tell is one line."""
    if review.is_empty:
        return Message(f"{_nothing(review)} {_sources(review, 5)}")
    return Message(_headline(review), tuple(_fields(review, _Room(10**6, 10**6, ""))))


def message(review: Review, elsewhere: str) -> Message:
    """The digest as one message that fits into one card. What does not fit is counted, and `elsewhere` says where it
    stands ("`finewatch search`", or a command of the chat)."""
    if review.is_empty:
        fits = len(whole(review).headline) <= TITLE
        return whole(review) if fits else Message(_nothing(review), (Field("Sources", _sources(review, 5)),))
    for lines, width in STEPS:
        found = Message(_headline(review), tuple(_fields(review, _Room(lines, width, elsewhere))))
        if CUT not in card(found).fields:
            break
    return found


@dataclass(frozen=True)
class _Room:
    """How much of each part is shown, and where the rest is."""

    lines: int
    width: int
    elsewhere: str

    def of(self, fields: Iterable[Field]) -> list[Field]:
        known = [Field(each.name, words.line(each.value, self.width), each.url) for each in fields]
        left = len(known) - self.lines
        return [*known[: self.lines], *([Field("More", story.more(left, self.elsewhere))] if left > 0 else [])]


def _fields(review: Review, room: _Room) -> list[Field]:
    return [
        *_sums(review, room),
        *room.of(
            Field(f"New: {words.day(act.stored.day)}", headline(act.stored), act.stored.decision.url)
            for act in review.new
        ),
        *room.of(_changed(change) for change in review.changed),
        *room.of(_deadline(part) for part in review.deadlines),
        *room.of(story.order(run) for run in review.running),
        Field("Sources", words.line(_sources(review, min(room.lines, 5)), 6 * room.width)),
    ]


def _week(review: Review) -> str:
    first = review.span.day(review.span.start)
    last = review.span.day(review.span.end) - timedelta(days=1)
    return f"Week {review.span.name}, {first.day} {first:%B} to {words.day(last)}"


def _nothing(review: Review) -> str:
    return f"{_week(review)}: nothing new and nothing changed."


def _headline(review: Review) -> str:
    counted = (
        (len(review.new), "new decision"),
        (len(review.changed), "change"),
        (len(review.deadlines), "deadline"),
        (len(review.running), "running daily rate"),
    )
    said = [f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in counted if number]
    return f"{_week(review)}: {words.listed(said)}"


def _sums(review: Review, room: _Room) -> Iterable[Field]:
    if review.sums:
        native = _added(each.native for each in review.sums)
        fines, undisclosed = sum(s.fines for s in review.sums), sum(s.undisclosed for s in review.sums)
        codes = words.listed([words.authority(each.authority) for each in review.sums])
        yield Field("Fines this week", f"{words.sums(native)} in {_counted(fines, undisclosed)}, first seen ({codes})")
    year = [_year(answer) for answer in review.year if answer.rows or answer.left_out]
    for said in story.in_all(year, room.lines, room.elsewhere) or ["no fine"]:
        yield Field(f"Decided in {review.span.year}", words.line(said, 3 * room.width))


def _year(answer: Totals) -> str:
    """What a year comes to, with what must stand beside it (rules.md, totals, 8)."""
    native = _added(row.native for row in answer.rows)
    fines, undisclosed = sum(row.sanctions for row in answer.rows), sum(row.undisclosed for row in answer.rows)
    whose = "" if answer.subject == "all" else f"{answer.subject}: "
    left_out = [f"{part.sanctions} {sums.REASONS.get(part.reason, part.reason)}" for part in answer.left_out]
    without = f"; left out: {', '.join(left_out)}" if left_out else ""
    return (
        f"{whose}{words.sums(native)} in {_counted(fines, undisclosed)} in force on {words.day(answer.as_of)}{without}"
    )


def _added(sums: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Sums of several authorities, which share no act: minor units by currency."""
    found: Counter[str] = Counter()
    for each in sums:
        found.update(each)
    return dict(sorted(found.items()))


def _counted(fines: int, undisclosed: int) -> str:
    part = f" ({undisclosed} undisclosed)" if undisclosed else ""
    return f"{fines} fine{'' if fines == 1 else 's'}{part}"


def _deadline(part: Standing) -> Field:
    act, due_on, daily = part.stored, part.sanction.due_on, part.sanction.daily
    rate = f", then {words.money(daily)} a day" if daily else ""
    said = f"{_act(act)}: {part.sanction.party or UNNAMED} must comply{rate}"
    return Field(f"Deadline: {words.day(due_on) if due_on else ''}", said, act.decision.url)


def _changed(change: Changed) -> Field:
    concerned = words.listed([story.which(act.stored) for act in change.acts])
    said = f"{words.authority(change.authority)}, {concerned}: {story.happened(change.event)}"
    return Field(f"Changed: {words.day(change.day)}", said, change.acts[0].stored.decision.url)


def _act(act: Stored) -> str:
    return f"{words.authority(act.decision.authority)}, {story.which(act)}"


def _sources(review: Review, most: int) -> str:
    return watching.sentence(review.sources, ZoneInfo(review.span.zone), most)


def to_json(review: Review) -> dict[str, Any]:
    """Amounts are decimal strings, days and moments ISO, null for not known."""
    span = review.span
    return {
        "week": span.name,
        "zone": span.zone,
        "from": span.start.isoformat(),
        "to": span.end.isoformat(),
        "day": review.day.isoformat(),
        "new": [
            {**identity(act.stored), "sanctions": [sanction_json(part) for part in act.parts]} for act in review.new
        ],
        "changed": [changed_json(change) for change in review.changed],
        "deadlines": [{**identity(part.stored), **sanction_json(part)} for part in review.deadlines],
        "daily_rates": [running_json(run) for run in review.running],
        "fines": [_sum_json(each) for each in review.sums],
        "year": [{"subject": answer.subject, **sums.to_json(answer)} for answer in review.year],
        "sources": [watching.to_json(each) for each in review.sources],
    }


def _sum_json(each: Sum) -> dict[str, Any]:
    return {
        "authority": each.authority,
        "fines": each.fines,
        "undisclosed": each.undisclosed,
        "native": sums.decimals(each.native),
        "eur": None if each.euros is None else str(Money(minor=each.euros, currency="EUR").amount),
    }
