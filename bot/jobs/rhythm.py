"""When to look again. Pure arithmetic: the clock and the dice come in.

Waits are counted in beats, so that a bot with a faster beat also recovers faster; the comments give them at the default
beat of 15 minutes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from scrapers.adapter import Source
from scrapers.errors import BlockedError, RateLimitedError

FAILURE_CAP = 24
"""Six hours: a source that stays broken is still looked at four times a day."""

BLOCKED_FIRST, BLOCKED_CAP = 24, 96
"""Six hours after the first refusal, then doubling to a day: trying harder makes it worse."""

DELIVERY_FIRST, DELIVERY_CAP = timedelta(seconds=15), timedelta(hours=1)
"""A promise is tried again soon, as Discord's troubles are mostly short, and for ever, as an alert is never dropped."""


@dataclass(frozen=True)
class Beat:
    """The fastest visit's interval, and the dice for jitter: `chance` gives 0 <= x < 1."""

    every: timedelta
    chance: Callable[[], float]

    def pause(self) -> timedelta:
        """The time from one beat to the next: the interval, give or take a tenth."""
        return self.every * (0.9 + 0.2 * self.chance())

    def after_success(self, source: Source, now: datetime) -> datetime:
        """A little before the source's own beat, so that the beat that falls there finds it due."""
        return now + self.every * (source.every - 0.75 + 0.5 * self.chance())

    def after_failure(self, error: Exception, failures: int, now: datetime) -> datetime:
        """`failures` counts the failed visits in a row, this one included. A host's own wish to wait is respected."""
        if isinstance(error, BlockedError):
            beats = min(BLOCKED_FIRST << min(failures - 1, 8), BLOCKED_CAP)
        else:
            beats = min(1 << min(failures - 1, 8), FAILURE_CAP)
        wait = self.every * (beats - 0.25 * self.chance())
        asked = error.retry_after if isinstance(error, RateLimitedError) else None
        return now + max(wait, timedelta(seconds=asked or 0))


def retry_delivery(attempts: int, asked: float | None, chance: float, now: datetime) -> datetime:
    """When to send again after `attempts` failed tries before this one; `asked` is the other side's wish in seconds."""
    wait = min(DELIVERY_FIRST * (1 << min(attempts, 10)), DELIVERY_CAP) * (1 + 0.2 * chance)
    return now + max(wait, timedelta(seconds=asked or 0))
