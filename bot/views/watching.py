"""How well the sources were watched, in words and as JSON. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.views import story, words
from storage.stories.watching import Watched

ALL_SOURCES = "`finewatch sources`"


def sentence(sources: Sequence[Watched], zone: ZoneInfo, most: int) -> str:
    """Whether we looked: "found none" is only said where we could look."""
    if not sources:
        return "No source was read by then, so nothing could be seen."
    blind: dict[str, list[str]] = {}
    for each in sources:
        if each.gaps:
            blind.setdefault(_blind(each, zone), []).append(f"{words.authority(each.authority)} {each.source}")
    well = sum(not each.gaps for each in sources)
    said = [f"{', '.join(story.in_all(names, most, ALL_SOURCES))} {what}" for what, names in blind.items()]
    if not said:
        return f"{_sources_in_words(well, 'All', 'The one')} read all week."
    rest = f"; {_sources_in_words(well, 'the other', 'the other')} read all week" if well else ""
    return "; ".join(story.in_all(said, most, ALL_SOURCES)) + rest + "."


def _sources_in_words(count: int, several: str, one: str) -> str:
    return f"{several} {count} sources were" if count > 1 else f"{one} source was"


def _blind(watched: Watched, zone: ZoneInfo) -> str:
    """When a source was not seen: the longest time, and how many shorter ones."""
    longest = max(watched.gaps, key=lambda gap: gap.until - gap.since)
    more = f" and {len(watched.gaps) - 1} shorter times" if len(watched.gaps) > 1 else ""
    times = f"from {_local(longest.since, zone)} to {_local(longest.until, zone)}{more}"
    return f"not read {times} ({words.line(longest.reason, 80)})" if longest.reason else f"not visited {times}"


def _local(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %d %b %H:%M}"


def to_json(watched: Watched) -> dict[str, Any]:
    """One source, and when it was not seen; moments as ISO 8601 in UTC."""
    return {
        "authority": watched.authority,
        "source": watched.source,
        "visits": watched.visits,
        "not_seen": [
            {"from": g.since.isoformat(), "to": g.until.isoformat(), "reason": g.reason} for g in watched.gaps
        ],
    }
