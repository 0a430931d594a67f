"""A stored decision as an alert, and a change of one. Pure: who, whom and how much come first."""

from collections.abc import Iterable, Sequence

from bot.views import words
from bot.views.message import Field, Message
from scrapers.decision import Kind, Money, Sanction
from storage.decisions import Stored
from storage.reckoning.totals import Totals

MOST_NAMED = 3
QUOTE = 300
UNNAMED = "an unnamed party"
MONEY_KINDS = (Kind.FINE, Kind.PERIODIC_PENALTY)


def alert(stored: Stored, in_all: Totals | None = None) -> Message:
    """A decision that was not known before. `in_all` are the sums of the one company that it is about."""
    shown = (
        ("Kind", _kinds(stored.decision.sanctions)),
        ("Dates", _dates(stored)),
        ("Reference", stored.decision.reference or ""),
        ("Title", stored.decision.title),
        ("Order", "; ".join(_orders(stored.decision.sanctions))),
        ("Articles", ", ".join(dict.fromkeys(a for s in stored.decision.sanctions for a in s.articles))),
        ("State", _state(stored)),
        ("In all", so_far(in_all) if in_all else ""),
        (f"Words ({stored.decision.language})", " ".join(_quotes(stored.decision.sanctions))),
    )
    fields = tuple(Field(name, value) for name, value in shown if value)
    return Message(headline(stored), fields, stored.decision.url)


def change(stored: Stored, what: str) -> Message:
    """Something about a known decision is now different; `what` says it in words."""
    reference = stored.decision.reference or stored.decision.key
    fields = (Field("Decision", f"{reference}: {headline(stored)}"), Field("Dates", _dates(stored)))
    return Message(f"Changed: {what}", fields, stored.decision.url)


def headline(stored: Stored) -> str:
    """Who does what to whom, and how much: "CNIL fines CLEARVIEW AI €20,000,000"."""
    sanctions = stored.decision.sanctions
    lead = min((sanction.kind for sanction in sanctions), key=list(Kind).index)
    verb, after = words.VERBS[lead]
    parts = _grouped(sanction for sanction in sanctions if sanction.kind is lead)
    more = len(parts) - MOST_NAMED
    named = [*parts[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
    return f"{words.authority(stored.decision.authority)} {verb} {words.listed(named)}{after}"


def so_far(totals: Totals) -> str:
    """What a company's fines come to: "Acme: €50,000 in 1 fine in force (CNIL), as of 2 March 2026"."""
    row, when = totals.rows[0], words.day(totals.as_of)
    if not row.sanctions:
        return f"{row.key}: no fine in force as of {when}"
    sums = " + ".join(words.money(Money(minor=minor, currency=currency)) for currency, minor in row.native.items())
    fines = f"{row.sanctions} fine{'s' if row.sanctions > 1 else ''} in force"
    codes = words.listed([words.authority(code) for code in row.authorities])
    undisclosed = f", {row.undisclosed} of them undisclosed" if row.undisclosed else ""
    return f"{row.key}: {sums or 'amounts undisclosed'} in {fines}{undisclosed} ({codes}), as of {when}"


def _grouped(sanctions: Iterable[Sanction]) -> list[str]:
    """Whom and how much: those who owe one amount together stand together, several amounts of one party too."""
    parties: dict[str, list[str]] = {}
    amounts: dict[str, list[Money | None]] = {}
    for position, sanction in enumerate(sanctions):
        group = sanction.joint or sanction.party or f"unnamed {position}"
        known = parties.setdefault(group, [])
        if sanction.joint is None or not known:
            amounts.setdefault(group, []).append(_money(sanction))
        known.extend([] if sanction.party in known else [sanction.party or UNNAMED])
    return [_whom(parties[group], amounts[group]) for group in parties]


def _whom(parties: Sequence[str], amounts: Sequence[Money | None]) -> str:
    stated = " + ".join(words.money(amount) for amount in amounts if amount is not None)
    jointly = " jointly" if len(parties) > 1 and stated else ""
    return f"{words.listed(parties)}{' ' if stated else ''}{stated}{jointly}"


def _money(sanction: Sanction) -> Money | None:
    return sanction.money if sanction.kind in (*MONEY_KINDS, Kind.NOTICE_OF_INTENT) else None


def _kinds(sanctions: Iterable[Sanction]) -> str:
    return ", ".join(dict.fromkeys(_kind(sanction) for sanction in sanctions))


def _kind(sanction: Sanction) -> str:
    undisclosed = sanction.kind in MONEY_KINDS and sanction.money is None
    return sanction.kind.value.replace("_", " ") + (" (amount not stated)" if undisclosed else "")


def _dates(stored: Stored) -> str:
    decided, published = stored.decision.decided_on, stored.decision.published_on
    said = [
        f"decided {words.day(decided)}" if decided else "day of the decision not stated",
        f"made public {words.day(published)}" if published else "",
        f"first seen {words.moment(stored.first_seen_at)}",
    ]
    return ", ".join(part for part in said if part)


def _orders(sanctions: Iterable[Sanction]) -> Iterable[str]:
    for sanction in sanctions:
        by = f"comply by {words.day(sanction.due_on)}" if sanction.due_on else ""
        rate = f"{words.money(sanction.daily)} a day" if sanction.daily else ""
        if by or rate:
            yield ", then ".join(part for part in (by, rate) if part)


def _state(stored: Stored) -> str:
    states = dict.fromkeys(stored.legal_state(position) for position in range(len(stored.decision.sanctions)))
    return ", ".join(state.replace("_", " ") for state in states)


def _quotes(sanctions: Iterable[Sanction]) -> list[str]:
    quoted = dict.fromkeys(words.line(sanction.evidence.words, QUOTE) for sanction in sanctions)
    return [f"“{quote}”" for quote in quoted if quote][:MOST_NAMED]
