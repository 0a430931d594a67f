"""What is sent for promises: which of them go together, and the post as things stand now. Sends nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from sqlmodel import Session

from bot.jobs import catchup, weekly
from bot.jobs.desk import Desk
from bot.views.alert import alert, change
from bot.views.message import Message
from bot.views.notices import notice
from bot.views.post import MOST, Button, Post
from storage import decisions, newsrooms, outbox
from storage.database import reading, transaction
from storage.decisions import Stored
from storage.outbox import Promise
from storage.reckoning import totals
from storage.tables import CompanyRow

Letter = tuple[Promise, ...]
"""The promises that one message keeps: several alerts, or one of anything else."""


def sort(desk: Desk, owed: Sequence[Promise]) -> dict[str, list[Letter]]:
    """Letters by destination, oldest first. What goes together is written down before anything is sent, so that a
    process after a crash sends the same again, under the same nonce."""
    letters = [letter for destination in _by_destination(owed) for letter in _letters(destination)]
    fresh = [letter for letter in letters if letter[0].kind == "alert" and letter[0].bundle is None]
    with transaction(desk.engine) as db:
        outbox.bundle(db, [[promise.id for promise in letter] for letter in fresh])
    return {to: list(theirs) for to, theirs in groupby(letters, key=lambda letter: letter[0].destination)}


def _by_destination(owed: Iterable[Promise]) -> list[list[Promise]]:
    in_order = sorted(owed, key=lambda promise: (promise.destination, promise.id))
    return [list(theirs) for _, theirs in groupby(in_order, key=lambda promise: promise.destination)]


def _letters(owed: Sequence[Promise]) -> list[Letter]:
    letters: list[Letter] = []
    fresh: list[Promise] = []
    for promise in owed:
        if promise.kind == "alert" and promise.bundle is None:
            fresh.append(promise)
        elif promise.bundle is not None and letters and letters[-1][0].bundle == promise.bundle:
            letters[-1] = (*letters[-1], promise)
        else:
            letters.append((promise,))
    letters.extend(tuple(fresh[first : first + MOST]) for first in range(0, len(fresh), MOST))
    return sorted(letters, key=lambda letter: letter[0].id)


Told = dict[int, tuple[Stored, Message]]
"""Decisions that were put into words already, by number: in one round thousands of destinations are told the same."""


def write(desk: Desk, letter: Letter, told: Told) -> Post | None:
    """The post; None when there is nothing to send any more. What is put into words is added to `told`."""
    first = letter[0]
    if first.kind == "notice":
        return Post((notice(first.text),))
    with reading(desk.engine) as db:
        if first.kind == "alert":
            return _alerts(db, desk, letter, told)
        if first.kind == "edit":
            return _edit(db, desk, first)
        if first.kind == "change":
            return _change(db, first)
        if first.kind == "digest":
            return weekly.post(db, first, desk.now())
        return Post((catchup.message(db, first),))


def whole(db: Session, stored: Stored, today: date) -> Post:
    """One decision with all that is known of it, as its alert would tell it now."""
    return Post((_alert(db, stored, today),), _buttons([stored]))


def _alerts(db: Session, desk: Desk, letter: Letter, told: Told) -> Post:
    room = newsrooms.of_address(db, letter[0].destination)
    numbers = [promise.decision_id for promise in letter if promise.decision_id is not None]
    for number in numbers:
        if number not in told:
            stored = decisions.get(db, number)
            told[number] = stored, _alert(db, stored, desk.now().date())
    messages = tuple(told[number][1] for number in numbers)
    buttons = _buttons([told[number][0] for number in numbers])
    return Post(messages, buttons, mention_role=room.mention_role_id if room else None)


def _alert(db: Session, stored: Stored, today: date) -> Message:
    company = db.get(CompanyRow, _lead(stored) or 0)
    if company is None:
        return alert(stored)
    return alert(stored, totals.totals(db, company=company.name, today=today))


def _lead(stored: Stored) -> int | None:
    """The number of the one company that the decision is about; None for several or nobody."""
    numbers = {number for number in stored.company_ids if number is not None}
    return numbers.pop() if len(numbers) == 1 else None


def _buttons(found: Sequence[Stored]) -> tuple[Button, ...]:
    """Under the alert of one decision; several decisions have their addresses in their titles."""
    if len(found) != 1:
        return ()
    stored, lead = found[0], _lead(found[0])
    source = (Button("Source", url=stored.decision.url),) if stored.decision.url.startswith("https://") else ()
    if lead is None:
        return source
    return (*source, Button("Dossier", action=f"dossier:{lead}"), Button("Mute", action=f"mute:{lead}"))


def _edit(db: Session, desk: Desk, promise: Promise) -> Post | None:
    """The first message as it should read now; None when it was not sent yet, and so tells the newest anyway."""
    told = _told(db, promise)
    if told is None or told.message_id is None:
        return None
    alerts = _alerts(db, desk, tuple(outbox.in_message(db, promise.destination, told.message_id)), {})
    return Post(alerts.messages, alerts.buttons, edits=told.message_id)


def _change(db: Session, promise: Promise) -> Post:
    told, stored = _told(db, promise), decisions.get(db, promise.decision_id or 0)
    return Post((change(stored, promise.text),), reply_to=(told.message_id or "") if told else "")


def _told(db: Session, promise: Promise) -> Promise | None:
    return outbox.told(db, promise.destination, promise.decision_id or 0)
