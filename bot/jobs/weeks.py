"""ISO weeks in a time zone, and when a newsroom's weekly digest is due. Pure: no clock, no store.

A week is of its zone: it begins on Monday at midnight there, so it has 167 or 169 hours when the clocks change.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage.stories.week import Span

WRITTEN = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, order=True)
class Week:
    """One ISO week. `str()` is its name, "2026-W47"."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def before(self) -> "Week":
        """The week before it."""
        return _week(self.monday - timedelta(days=7))


@dataclass(frozen=True)
class Due:
    """A digest that is due from `at` (aware UTC) on, and the week that it covers."""

    at: datetime
    covers: Week


def parse(name: str) -> Week:
    """The week of a name.

    >>> parse("2026-W53")
    Week(year=2026, number=53)

    Raises ValueError with a sentence for what is no week, also for a 53rd week of a year that has none.
    """
    match = WRITTEN.fullmatch(name)
    try:
        return _week(date.fromisocalendar(int(match[1]), int(match[2]), 1)) if match else _refuse(name)
    except ValueError as error:
        raise ValueError(f"“{name}” is no week of the calendar; write it as 2026-W47") from error


def week_of(moment: datetime, zone: ZoneInfo) -> Week:
    """The week in which an aware moment falls there."""
    return _week(moment.astimezone(zone).date())


def bounds(week: Week, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first moment of the week and the first of the next one, in UTC."""
    return _at(week.monday, 0, zone), _at(week.monday + timedelta(days=7), 0, zone)


def span(week: Week, zone: ZoneInfo) -> Span:
    """The week as storage.week asks for it."""
    start, end = bounds(week, zone)
    return Span(str(week), zone.key, start, end)


def asked(name: str | None, zone_name: str, now: datetime) -> Span:
    """The week of a name, or with None the last one that is over. Raises ValueError with a sentence for a week that
    there is not or that has not begun, and for a zone that is not known."""
    zone = zone_of(zone_name)
    week = week_of(now, zone).before if name is None else parse(name)
    found = span(week, zone)
    if found.start > now:
        raise ValueError(f"week {week} has not begun in {zone_name}")
    return found


def zone_of(name: str) -> ZoneInfo:
    """The time zone of a name. Raises ValueError with a sentence."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called “{name}”; write it as Europe/Paris") from error


def next_due(weekday: int, hour: int, zone: ZoneInfo, last_sent: Week | None, now: datetime) -> Due:
    """When the next digest is due: told on `weekday` (0 is Monday) at `hour` local time, covering the week before.

    `last_sent` is the week that the last one covered; None: there was none. A digest that was missed is due in the
    past, so it is sent late; of several missed ones only the newest, and no week is covered twice.
    """
    this_week = week_of(now, zone)
    slots = [_due(week, weekday, hour, zone) for week in (this_week.before, this_week)]
    missed = [slot for slot in slots if slot.at <= now][-1]
    if last_sent is None or last_sent < missed.covers:
        return missed
    slot = missed
    while slot.covers <= last_sent or slot.at <= now:
        slot = _due(_week(slot.covers.monday + timedelta(days=14)), weekday, hour, zone)
    return slot


def begun(weekday: int, hour: int, zone: ZoneInfo, now: datetime) -> Week:
    """What to note as last sent when a newsroom orders the digest, so that the first one comes at the next hour set."""
    return next_due(weekday, hour, zone, None, now).covers


def _due(week: Week, weekday: int, hour: int, zone: ZoneInfo) -> Due:
    return Due(_at(week.monday + timedelta(days=weekday), hour, zone), week.before)


def _at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """Local time to UTC. An hour that the clocks skip comes an hour later, one that comes twice is the first."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def _week(day: date) -> Week:
    year, number, _ = day.isocalendar()
    return Week(year, number)


def _refuse(name: str) -> Week:
    raise ValueError(name)
