"""What every job is given, and what polling gives back: plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from bot.jobs.rhythm import Beat
from bot.routing import Destinations


@dataclass(frozen=True)
class Visited:
    """What one visit to one source came to. `new` counts decisions stored for the first time; `error` is one line.

    `first` marks a first visit: what it found is history, nobody was told.
    """

    authority: str
    source: str
    first: bool = False
    seen: int = 0
    new: int = 0
    reviews: int = 0
    dropped: int = 0
    refused: int = 0
    error: str = ""


@dataclass(frozen=True)
class Progress:
    """A source is being looked at (`visited` None) or was looked at."""

    authority: str
    source: str
    visited: Visited | None = None


@dataclass(frozen=True)
class PollReport:
    """One pass over the sources that were due."""

    visits: tuple[Visited, ...]

    @property
    def errors(self) -> tuple[Visited, ...]:
        """The visits that failed."""
        return tuple(visited for visited in self.visits if visited.error)


@dataclass(frozen=True)
class Desk:
    """The database, who is told, the clock (aware UTC), the beat, and who watches the progress."""

    engine: Engine
    destinations: Destinations
    now: Callable[[], datetime]
    beat: Beat
    report: Callable[[Progress], None] = lambda _: None
