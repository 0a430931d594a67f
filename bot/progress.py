"""What is seen of a poll: a moving line on a terminal, plain lines elsewhere, log entries for who reads JSON."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Protocol

import structlog
from rich.console import Console

from bot.jobs.desk import PollReport, Progress, Visited
from bot.views import words

log = structlog.get_logger(__name__)


class Watcher(Protocol):
    """Where lines and progress go."""

    def write(self, text: str) -> None:
        """Show a text."""
        ...

    def report(self, progress: Progress) -> None:
        """Show how far a poll is."""
        ...


class PlainWatcher:
    """One line when a source was looked at."""

    def write(self, text: str) -> None:
        """Print at once, for whoever reads a pipe."""
        print(text, flush=True)

    def report(self, progress: Progress) -> None:
        """Only what was looked at."""
        if progress.visited is not None:
            self.write(sentence(progress.visited))


class LogWatcher(PlainWatcher):
    """Alerts on standard output as ever, visits in the log."""

    def report(self, progress: Progress) -> None:
        """One entry with the visit's figures."""
        if progress.visited is not None:
            log.info("visited", **asdict(progress.visited))


class TerminalWatcher:
    """The same, and a line below that moves and names the sources being looked at."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status = console.status("")
        self._looking: dict[tuple[str, str], None] = {}

    def write(self, text: str) -> None:
        """Above the moving line; what comes from outside is not taken for markup."""
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)

    def report(self, progress: Progress) -> None:
        """Name what is being looked at; one line when it is done."""
        key = progress.authority, progress.source
        if progress.visited is None:
            self._looking[key] = None
        else:
            self._looking.pop(key, None)
            self.write(sentence(progress.visited))
        self._show()

    def _show(self) -> None:
        if not self._looking:
            self._status.stop()
            return
        self._status.update("looking at " + words.listed([" ".join(key) for key in self._looking]))
        self._status.start()

    def stop(self) -> None:
        """Leave the terminal as it was."""
        self._status.stop()


@contextmanager
def watcher(log_format: str) -> Iterator[Watcher]:
    """The one that fits the log's form and standard output."""
    console = Console()
    if log_format == "json" or not console.is_terminal:
        yield LogWatcher() if log_format == "json" else PlainWatcher()
        return
    moving = TerminalWatcher(console)
    try:
        yield moving
    finally:
        moving.stop()


def sentence(visited: Visited) -> str:
    """One visit in a line."""
    name = f"{visited.authority} {visited.source}"
    if visited.error:
        return f"{name}: could not be read: {words.line(visited.error, 400)}"
    counts = (
        (visited.new, "decisions stored" if visited.first else "new decisions"),
        (visited.reviews, "questions for a person"),
        (visited.dropped, "no sanctions"),
        (visited.refused, "not read yet"),
    )
    said = [f"{visited.seen} rows", *(f"{count} {what}" for count, what in counts if count)]
    return f"{name}: {'first visit, nobody is told: ' if visited.first else ''}{', '.join(said)}"


def hint(*reports: PollReport) -> str:
    """What to do when nothing at all could be read in these passes; empty otherwise."""
    if all(report.visits and len(report.errors) == len(report.visits) for report in reports):
        return "No source could be read. `make demo` shows the whole job without a network."
    return ""
