"""Weeks in a time zone and the hour of the digest: clock changes, long years, downtime."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.jobs.weeks import Due, Week, begun, bounds, next_due, parse, week_of

PARIS, ATHENS, NEW_YORK, UTC_ZONE = map(ZoneInfo, ("Europe/Paris", "Europe/Athens", "America/New_York", "UTC"))
HOUR = timedelta(hours=1)
MONDAY, FRIDAY, SUNDAY = 0, 4, 6


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_week_is_named_by_its_thursday() -> None:
    assert str(week_of(utc("2026-11-22 12:00"), PARIS)) == "2026-W47"
    assert week_of(utc("2027-01-03 12:00"), PARIS) == Week(2026, 53)
    assert week_of(utc("2025-12-29 12:00"), PARIS) == Week(2026, 1)


def test_a_moment_is_of_the_week_that_is_there_and_not_in_london() -> None:
    late_on_sunday = utc("2026-11-22 22:30")

    assert week_of(late_on_sunday, ATHENS) == Week(2026, 48)
    assert week_of(late_on_sunday, PARIS) == Week(2026, 47)


@pytest.mark.parametrize(
    ("week", "start", "end", "hours"),
    [
        ("2026-W47", "2026-11-15 23:00", "2026-11-22 23:00", 168),
        ("2026-W13", "2026-03-22 23:00", "2026-03-29 22:00", 167),
        ("2026-W43", "2026-10-18 22:00", "2026-10-25 23:00", 169),
        ("2026-W53", "2026-12-27 23:00", "2027-01-03 23:00", 168),
    ],
)
def test_a_week_lasts_from_local_monday_to_local_monday(week: str, start: str, end: str, hours: int) -> None:
    found = bounds(parse(week), PARIS)

    assert found == (utc(start), utc(end))
    assert found[1] - found[0] == hours * HOUR


@pytest.mark.parametrize("name", ["2025-W53", "2026-W54", "2026-W00", "2026-47", "2026-W7", "last", "9999-W99", ""])
def test_what_is_no_week_is_refused_with_an_example(name: str) -> None:
    with pytest.raises(ValueError, match="write it as 2026-W47"):
        parse(name)


def test_the_week_before_the_first_is_the_last_of_the_year_before() -> None:
    assert Week(2027, 1).before == Week(2026, 53)
    assert Week(2026, 1).before == Week(2025, 52)


def test_mondays_digest_covers_the_week_that_ended() -> None:
    due = next_due(MONDAY, 9, PARIS, Week(2026, 46), utc("2026-11-22 12:00"))

    assert due == Due(utc("2026-11-23 08:00"), Week(2026, 47))


@pytest.mark.parametrize(
    ("now", "at"),
    [("2026-03-28 12:00", "2026-03-30 07:00"), ("2026-10-24 12:00", "2026-10-26 08:00")],
)
def test_nine_in_the_morning_stays_nine_when_the_clocks_change(now: str, at: str) -> None:
    last_sent = week_of(utc(now), PARIS).before

    assert next_due(MONDAY, 9, PARIS, last_sent, utc(now)).at == utc(at)


def test_a_digest_missed_during_downtime_is_due_at_once_and_once() -> None:
    back = utc("2026-11-25 15:00")
    missed = next_due(MONDAY, 9, PARIS, Week(2026, 46), back)

    assert missed == Due(utc("2026-11-23 08:00"), Week(2026, 47))
    assert next_due(MONDAY, 9, PARIS, missed.covers, back) == Due(utc("2026-11-30 08:00"), Week(2026, 48))


def test_of_many_missed_digests_only_the_newest_is_sent() -> None:
    due = next_due(FRIDAY, 9, PARIS, Week(2026, 30), utc("2026-11-23 15:00"))

    assert due == Due(utc("2026-11-20 08:00"), Week(2026, 46))


def test_a_new_day_or_zone_never_brings_a_week_twice() -> None:
    sent = Week(2026, 47)
    monday = utc("2026-11-23 09:00")

    assert next_due(FRIDAY, 9, PARIS, sent, monday) == Due(utc("2026-12-04 08:00"), Week(2026, 48))
    assert next_due(MONDAY, 9, NEW_YORK, sent, monday) == Due(utc("2026-11-30 14:00"), Week(2026, 48))


def test_who_orders_a_digest_gets_the_first_at_the_next_hour_set() -> None:
    ordered = utc("2026-11-25 15:00")

    first = next_due(MONDAY, 9, PARIS, begun(MONDAY, 9, PARIS, ordered), ordered)

    assert first == Due(utc("2026-11-30 08:00"), Week(2026, 48))


@pytest.mark.parametrize(("day", "at"), [("2026-03-28", "2026-03-29 01:00"), ("2026-10-24", "2026-10-25 00:00")])
def test_an_hour_that_the_clocks_skip_or_repeat_is_still_one_moment(day: str, at: str) -> None:
    now = utc(f"{day} 12:00")

    assert next_due(SUNDAY, 2, PARIS, week_of(now, PARIS).before.before, now).at == utc(at)


moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given beside them
zones = st.sampled_from([PARIS, ATHENS, NEW_YORK, UTC_ZONE, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Asia/Beirut")])


@given(moment=moments, zone=zones)
def test_every_moment_lies_within_its_week(moment: datetime, zone: ZoneInfo) -> None:
    start, end = bounds(week_of(moment, zone), zone)

    assert start <= moment < end


@given(
    start=moments, zone=zones, weekday=st.integers(0, 6), hour=st.integers(0, 23), steps=st.lists(st.integers(1, 400))
)
def test_however_the_bot_is_down_each_week_is_told_at_most_once_and_after_its_hour(
    start: datetime, zone: ZoneInfo, weekday: int, hour: int, steps: list[int]
) -> None:
    now, last_sent, told = start, begun(weekday, hour, zone, start), []
    for step in steps:
        now += step * HOUR
        due = next_due(weekday, hour, zone, last_sent, now)
        assert due.covers > last_sent
        if due.at <= now:
            assert bounds(due.covers, zone)[1] <= due.at
            last_sent = due.covers
            told.append(due.covers)
            assert next_due(weekday, hour, zone, last_sent, now).at > now

    assert told == sorted(set(told))
