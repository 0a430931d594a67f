"""A company's dossier as messages and as JSON. Pure; the keys are those of docs/definitions.md."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.views import story, words
from bot.views import totals as sums
from bot.views.alert import so_far
from bot.views.message import CUT, Field, Message, card
from scrapers.decision import Money
from storage.events import UNDER_CHALLENGE
from storage.stored import Stored
from storage.stories.dossier import Act, Changed, Decided, Dossier, Name
from storage.stories.running import Running
from storage.stories.standing import Standing

MOST_FIELDS = 14
"""Fields of one page: what is still read on a phone."""


def whole(dossier: Dossier) -> Message:
    """The dossier in one piece, for a terminal."""
    fields = (*_about(dossier), *map(story.entry, dossier.story), *map(story.order, dossier.orders), *_notes(dossier))
    return Message(_headline(dossier), fields)


def pages(dossier: Dossier) -> tuple[Message, ...]:
    """The same as messages that each fit into one card, so that nothing is left out."""
    everything = whole(dossier)
    parts = _split(everything)
    if len(parts) == 1:
        return (everything,)
    return tuple(
        replace(everything, headline=f"{everything.headline} ({number} of {len(parts)})", fields=part)
        for number, part in enumerate(parts, start=1)
    )


def _split(message: Message) -> list[tuple[Field, ...]]:
    parts: list[tuple[Field, ...]] = [()]
    for field in message.fields:
        longer = (*parts[-1], field)
        numbered = Message(f"{message.headline} (99 of 99)", longer)
        if parts[-1] and (len(longer) > MOST_FIELDS or CUT in card(numbered).fields):
            parts.append((field,))
        else:
            parts[-1] = longer
    return parts


def _headline(dossier: Dossier) -> str:
    of = " and its group" if dossier.group else ""
    return f"Dossier{of}: {so_far(dossier.totals)}"


def _about(dossier: Dossier) -> Iterable[Field]:
    row = dossier.totals.rows[0]
    if row.challenged_sanctions:
        yield Field("Under challenge", f"{words.sums(row.challenged)}, counted in the sum")
    if row.periodic_penalties:
        yield Field("Periodic penalties", f"{words.sums(row.periodic_penalties)}, beside the fines")
    for label, known in (
        ("Also called", dossier.names),
        ("Parent", dossier.parents),
        ("Subsidiaries", dossier.subsidiaries),
    ):
        if known:
            yield Field(label, story.names([_named(name) for name in known]))
    if not dossier.story:
        yield Field("Decisions", f"none known as of {words.day(dossier.as_of)}")


def _named(name: Name) -> str:
    days = [f"from {words.day(name.since)}"] if name.since else []
    days += [f"until {words.day(name.until)}"] if name.until else []
    return f"{name.name} ({' '.join(days)})" if days else name.name


def _notes(dossier: Dossier) -> Iterable[Field]:
    *beside, _ = sums.footnotes(dossier.totals)
    yield Field("Beside the sums", " ".join(beside))
    read = [f"{code} {words.moment(at)}" for code, at in dossier.totals.sources if at is not None]
    never = [code for code, at in dossier.totals.sources if at is None]
    said = [*read, *([f"never: {', '.join(story.in_all(never, 10, '`finewatch sources`'))}"] if never else [])]
    yield Field("Last read", "; ".join(said) or "no authority yet")


def to_json(dossier: Dossier) -> dict[str, Any]:
    """Amounts are decimal strings, days and moments ISO, null for not known."""
    return {
        "company": dossier.company.name,
        "group": dossier.group,
        "as_of": dossier.as_of.isoformat(),
        "other_names": _name_list(dossier.names),
        "parents": _name_list(dossier.parents),
        "subsidiaries": _name_list(dossier.subsidiaries),
        "story": [_decided(e) if isinstance(e, Decided) else changed_json(e) for e in dossier.story],
        "daily_rates": [running_json(run) for run in dossier.orders],
        "totals": sums.to_json(dossier.totals),
    }


def _name_list(names: Sequence[Name]) -> list[dict[str, Any]]:
    return [{"name": n.name, "since": _iso(n.since), "until": _iso(n.until)} for n in names]


def _decided(entry: Decided) -> dict[str, Any]:
    decisions = [_act(act) for act in entry.acts]
    return {"on": entry.day.isoformat(), "authority": entry.authority, "happened": "decided", "decisions": decisions}


def changed_json(entry: Changed) -> dict[str, Any]:
    """What happened to earlier decisions."""
    event = entry.event
    return {
        "on": entry.day.isoformat(),
        "authority": entry.authority,
        "happened": "changed",
        "axis": event.axis,
        "state": event.state,
        "amount": _amount(event.money),
        "currency": event.money.currency if event.money else None,
        "source": event.source,
        "note": event.note,
        "decisions": [identity(act.stored) for act in entry.acts],
    }


def identity(stored: Stored) -> dict[str, Any]:
    """What names a decision."""
    return {"key": stored.decision.key, "reference": stored.decision.reference, "url": stored.decision.url}


def _act(act: Act) -> dict[str, Any]:
    decision = act.stored.decision
    link = act.origin and {**identity(act.origin.stored), "days": act.origin.days, "basis": "our link"}
    return {
        **identity(act.stored),
        "title": decision.title,
        "decided_on": _iso(decision.decided_on),
        "published_on": _iso(decision.published_on),
        "first_seen_at": act.stored.first_seen_at.isoformat(),
        "sanctions": [sanction_json(part) for part in act.parts],
        "comes_from": link,
        "put_right": list(act.put_right),
    }


def sanction_json(part: Standing) -> dict[str, Any]:
    """One sanction as it stands."""
    sanction = part.sanction
    money = sanction.money or part.current
    return {
        "party": sanction.party,
        "kind": sanction.kind.value,
        "amount": _amount(sanction.money),
        "current_amount": _amount(part.current),
        "currency": money.currency if money else None,
        "daily_amount": _amount(sanction.daily),
        "daily_currency": sanction.daily.currency if sanction.daily else None,
        "due_on": _iso(sanction.due_on),
        "jointly_with": list(part.with_whom),
        "legal_state": part.state,
        "under_challenge": part.state in UNDER_CHALLENGE,
        "payment_state": part.payment,
        "articles": list(sanction.articles),
        "evidence": sanction.evidence.words,
    }


def running_json(run: Running) -> dict[str, Any]:
    """An order under a daily rate; `estimate` is never a debt."""
    daily = run.order.sanction.daily
    return {
        **identity(run.order.stored),
        "authority": run.order.stored.decision.authority,
        "party": run.order.sanction.party,
        "daily_amount": _amount(daily),
        "currency": daily.currency if daily else None,
        "due_on": _iso(run.order.sanction.due_on),
        "as_of": run.day.isoformat(),
        "state": run.state,
        "days": run.days,
        "estimate": _amount(run.estimate),
        "ended_by": run.ended_by and {**identity(run.ended_by.stored), "on": run.ended_by.day.isoformat()},
    }


def _amount(money: Money | None) -> str | None:
    return None if money is None else str(money.amount)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
