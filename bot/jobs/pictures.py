"""Charts as files that go with a message. Takes a tenth of a second: for a thread."""

from dataclasses import replace

from bot.views.chart import draw
from bot.views.figures import Chart
from bot.views.post import Picture


def picture(name: str, chart: Chart | None) -> Picture | None:
    """The chart as a PNG of that name; None where there is nothing to draw."""
    return None if chart is None else replace(draw(chart), name=f"{name}.png")
