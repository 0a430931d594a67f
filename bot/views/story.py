"""What was decided, what became of it and what runs up, in words: the lines of a dossier and of a digest. Pure."""

from collections.abc import Iterable, Sequence

from bot.views import words
from bot.views.alert import UNNAMED
from bot.views.message import LINK, Field
from scrapers.decision import Kind
from storage.events import UNDER_CHALLENGE, Event
from storage.stored import Stored
from storage.stories.dossier import Act, Changed, Decided
from storage.stories.running import Origin, Running
from storage.stories.standing import Standing

PAYABLE = (Kind.FINE, Kind.PERIODIC_PENALTY)
NOT_A_DEBT = "No debt: only a periodic penalty makes it payable."


def entry(told: Decided | Changed) -> Field:
    """One entry of a story: the day and who, what, and where it is said."""
    name = f"{words.day(told.day)}, {words.authority(told.authority)}"
    if isinstance(told, Decided):
        said = [*(_act(act) for act in told.acts), *_made_public(told)]
        return Field(name, "; ".join(said), told.acts[0].stored.decision.url)
    of = words.listed(list(dict.fromkeys(which(act.stored) for act in told.acts)))
    source = told.event.source
    said_at = source if LINK.fullmatch(source) else told.acts[0].stored.decision.url
    return Field(name, f"{happened(told.event)} Concerns {of}.", said_at)


def happened(event: Event) -> str:
    """An event: the new state, the new amount, why, and who says so."""
    said = event.note if event.axis == "fact" else event.state.replace("_", " ")
    amount = f", now {words.money(event.money)}" if event.money else ""
    note = f": {event.note}" if event.note and event.axis != "fact" else ""
    source = f" ({event.source})" if event.source and not LINK.fullmatch(event.source) else ""
    return f"{said}{amount}{note}".rstrip(".") + f"{source}."


def which(act: Stored) -> str:
    """How an act is named in a sentence: by its reference, else by its day."""
    return act.decision.reference or f"the decision of {words.day(act.day)}"


def _act(act: Act) -> str:
    reference = act.stored.decision.reference
    parts = [sanction(part) for part in act.parts]
    link = [_origin(act.origin)] if act.origin else []
    put_right = [f"put right since: {note}" for note in act.put_right]
    said = "; ".join([*dict.fromkeys(parts), *link, *put_right])
    return f"{reference}: {said}" if reference else said


def _origin(origin: Origin) -> str:
    days = f", {origin.days} days of its daily rate" if origin.days else ""
    return f"from the order of {which(origin.stored)}{days} (our link)"


def _made_public(told: Decided) -> list[str]:
    days = dict.fromkeys(act.stored.decision.published_on for act in told.acts)
    return [f"made public {words.day(day)}" for day in days if day is not None and day != told.day]


def sanction(part: Standing) -> str:
    """One sanction: what, how much, by when, and how it stands."""
    kind, state = part.sanction.kind, part.state
    said = kind.value.replace("_", " ") + _amount(part) + _terms(part)
    together = f" jointly with {words.listed(part.with_whom)}" if part.with_whom else ""
    challenge = ", under challenge" if state in UNDER_CHALLENGE else ""
    stands = "" if state == "imposed" else f" ({state.replace('_', ' ')}{challenge})"
    payment = "" if part.payment == "not_known" else f", {part.payment.replace('_', ' ')}"
    return f"{said}{together}{stands}{payment}"


def _amount(part: Standing) -> str:
    imposed, current = part.sanction.money, part.current
    if part.sanction.kind not in (*PAYABLE, Kind.NOTICE_OF_INTENT):
        return ""
    if current is None:
        return ", amount not stated"
    before = f", first {words.money(imposed)}" if imposed is not None and imposed != current else ""
    return f" {words.money(current)}{before}"


def _terms(part: Standing) -> str:
    by = f", comply by {words.day(part.sanction.due_on)}" if part.sanction.due_on else ""
    rate = f", {'then ' * bool(by)}{words.money(part.sanction.daily)} a day" if part.sanction.daily else ""
    return by + rate


def order(run: Running) -> Field:
    """An order under a daily rate, and what has run up."""
    act, sanction = run.order.stored, run.order.sanction
    since = f" after {words.day(sanction.due_on)}" if sanction.due_on else ""
    rate = f"{words.money(sanction.daily)} a day{since}" if sanction.daily else "no daily rate"
    whom = f"{words.authority(act.decision.authority)} {which(act)}, {sanction.party or UNNAMED}"
    return Field("Daily rate", f"{whom}: {rate}; {_run(run)}", act.decision.url)


def _run(run: Running) -> str:
    if run.estimate is not None:
        so_far = f"estimate: up to {words.money(run.estimate)} by {words.day(run.day)} ({run.days} days)"
        return f"{so_far}, if it was not complied with. {NOT_A_DEBT}"
    if run.ended_by is not None:
        on = f"{run.state} on {words.day(run.ended_by.day)} ({which(run.ended_by.stored)}"
        amount = run.ended_by.current
        return f"{on}{', ' + words.money(amount) if amount else ''}); nothing is reckoned beyond that."
    reasons = {"no_deadline": "the deadline is not known, so nothing is reckoned.", "not_due": "nothing runs yet."}
    return reasons.get(run.state, f"nothing runs, the order is {run.state}.")


def in_all(parts: Iterable[str], limit: int, elsewhere: str) -> list[str]:
    """The first `limit` of some lines, and how many more there are and where."""
    lines = list(parts)
    return lines if len(lines) <= limit else [*lines[:limit], more(len(lines) - limit, elsewhere)]


def more(count: int, elsewhere: str) -> str:
    """What is not shown here is counted, and said where it is."""
    return f"and {count} more: {elsewhere}"


def names(known: Sequence[str]) -> str:
    """Names in a row, which may have commas in them; at most ten."""
    return "; ".join(in_all(known, 10, "`finewatch dossier --json` names all"))
