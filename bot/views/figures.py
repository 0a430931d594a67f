"""What a chart shows, as values: bars with their words, and the same in a sentence for who cannot see it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.views import words
from scrapers.decision import Kind
from storage.events import NOT_IN_FORCE, UNDER_CHALLENGE
from storage.reckoning.adding import Row
from storage.stories.dossier import Dossier
from storage.stories.standing import Standing
from storage.stories.week import Review, Sum

MOST_BARS = 12
ALT = 1024
"""The description of a picture in Discord, in characters."""

CONVERTED = "≈ in euro at the European Central Bank's rate of the day of decision"
LABEL = 26


@dataclass(frozen=True)
class Bar:
    """One bar. `cents` is its length in euro cents; `said` the amount in words, in its own currency.

    `is_hollow`: it is in no sum (annulled); `is_dashed`: it may still fall (under challenge).
    """

    label: str
    said: str
    authority: str
    cents: int
    is_hollow: bool = False
    is_dashed: bool = False


@dataclass(frozen=True)
class Panel:
    """Bars that belong together."""

    heading: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """A picture before it is drawn. Panels without bars are not in it."""

    title: str
    panels: tuple[Panel, ...]
    note: str = ""

    @property
    def alt(self) -> str:
        """The figures in words, for who cannot see the picture; what does not fit is counted."""
        said = [
            f"{'' if place else panel.heading + ': '}{bar.label} {bar.said}"
            for panel in self.panels
            for place, bar in enumerate(panel.bars)
        ]
        return _fitted(f"{self.title}. ", said, f". {self.note}." if self.note else ".")


def of_company(dossier: Dossier) -> Chart | None:
    """A company's fines, the oldest first, and its periodic penalties apart; None where no amount is known."""
    parts = [part for act in dossier.acts for part in act.parts]
    fines = [part for part in parts if part.sanction.kind is Kind.FINE]
    penalties = [part for part in parts if part.sanction.kind is Kind.PERIODIC_PENALTY]
    panels = tuple(
        Panel(heading, tuple(map(_bar, _largest(known))))
        for heading, known in (("Fines", fines), ("Periodic penalties", penalties))
        if _largest(known)
    )
    shown = sum(len(panel.bars) for panel in panels)
    title = f"{dossier.company.name}: fines as of {words.day(dossier.as_of)}"
    return Chart(title, panels, _note([*fines, *penalties], shown)) if panels else None


def of_week(review: Review) -> Chart | None:
    """The fines first seen in a week and those of the year, by authority or by company; None where there are none."""
    week = [
        Bar(words.authority(each.authority), words.sums(each.native), each.authority, each.euros or 0)
        for each in review.sums
        if each.euros
    ]
    year = [_year_bar(row) for answer in review.year for row in answer.rows if row.eur]
    longest = sorted(year, key=lambda bar: -bar.cents)[:MOST_BARS]
    bars = {"First seen this week": week[:MOST_BARS], f"Decided in {review.span.year}, in force": longest}
    panels = tuple(Panel(heading, tuple(known)) for heading, known in bars.items() if known)
    foreign = any("EUR" not in each.native or len(each.native) > 1 for each in _all_sums(review))
    note = [CONVERTED] if foreign else []
    note += [f"{len(year) - MOST_BARS} smaller not shown"] if len(year) > MOST_BARS else []
    return (
        Chart(f"Fines of the week {review.span.name} and of {review.span.year}", panels, "; ".join(note))
        if panels
        else None
    )


def _all_sums(review: Review) -> list[Sum | Row]:
    return [*review.sums, *(row for answer in review.year for row in answer.rows if row.native)]


def _year_bar(row: Row) -> Bar:
    code = row.authorities[0] if len(row.authorities) == 1 else ""
    label = words.authority(row.key) if row.key == code else row.key
    return Bar(words.line(label, LABEL), words.sums(row.native), code, row.eur or 0)


def _largest(parts: Sequence[Standing]) -> list[Standing]:
    """The largest, in their own order; those without an amount in euro cannot be drawn."""
    drawn = [part for part in parts if part.euros is not None]
    chosen = sorted(drawn, key=lambda part: -(part.euros or 0))[:MOST_BARS]
    return [part for part in drawn if any(part is one for one in chosen)]


def _bar(part: Standing) -> Bar:
    authority, state = part.stored.decision.authority, part.state
    amount = words.money(part.current) if part.current else ""
    suffix = "" if state == "imposed" else f", {state.replace('_', ' ')}"
    challenge = ", under challenge" if state in UNDER_CHALLENGE else ""
    return Bar(
        label=f"{short_day(part.day)} {words.line(words.authority(authority), LABEL)}",
        said=f"{amount}{suffix}{challenge}",
        authority=authority,
        cents=part.euros or 0,
        is_hollow=state in NOT_IN_FORCE,
        is_dashed=state in UNDER_CHALLENGE,
    )


def short_day(day: date) -> str:
    """A day for a narrow column: "17 Oct 2022"."""
    return f"{day.day} {day:%b %Y}"


def _note(parts: Sequence[Standing], shown: int) -> str:
    unknown = sum(part.current is None for part in parts)
    without_rate = sum(part.current is not None and part.euros is None for part in parts)
    smaller = len(parts) - unknown - without_rate - shown
    foreign = any(part.current is not None and part.current.currency != "EUR" for part in parts)
    said = [CONVERTED] if foreign else []
    said += [f"{smaller} smaller not shown"] if smaller else []
    said += [f"{unknown} with an undisclosed amount"] if unknown else []
    said += [f"{without_rate} without a euro rate"] if without_rate else []
    return "; ".join(said)


def _fitted(start: str, parts: Iterable[str], end: str) -> str:
    lines = list(parts)
    for count in range(len(lines), -1, -1):
        left = f"; and {len(lines) - count} more" if count < len(lines) else ""
        whole = f"{start}{'; '.join(lines[:count])}{left}{end}"
        if len(whole) <= ALT:
            return whole
    return words.line(start, ALT)
