"""How the sources stand: as JSON for programs, as a line for people. Pure."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.views import words
from bot.views.message import Field, Message
from storage.visits import Health


def to_json(health: Health) -> dict[str, Any]:
    """One source; moments as ISO 8601 in UTC, null for never."""
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in asdict(health).items()}


def whole(known: Sequence[Health]) -> dict[str, Any]:
    """All sources, and the worst of their states as `state` ("ok" when none was visited yet)."""
    worst = max((health.state for health in known), key=("ok", "degraded", "failing", "blocked").index, default="ok")
    return {"state": worst, "sources": [to_json(health) for health in known]}


def sentence(health: Health) -> str:
    """One source in a line."""
    read = f"last read {words.moment(health.last_success)}, {health.items_seen} rows"
    news = f"last news {words.moment(health.last_new)}"
    trouble = f"; {health.consecutive_failures} failures in a row: {words.line(health.reason, 300)}"
    said = f"{health.authority} {health.source}: {health.state}; {read}, {news}"
    return said + (trouble if health.consecutive_failures else "")


def message(known: Sequence[Health]) -> Message:
    """All sources as a message in a chat; those that are not well come first."""
    if not known:
        return Message("No source was visited yet; the first visit comes within the quarter of an hour.")
    ill = [health for health in known if health.state != "ok"]
    headline = f"{len(known) - len(ill)} of {len(known)} sources are read well" if ill else "Every source is read well"
    ordered = [*ill, *(health for health in known if health.state == "ok")]
    return Message(headline, tuple(Field(f"{each.authority} {each.source}", _standing(each)) for each in ordered))


def _standing(health: Health) -> str:
    return sentence(health).removeprefix(f"{health.authority} {health.source}: ")
