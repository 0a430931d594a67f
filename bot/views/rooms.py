"""A newsroom's settings as words and menus. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.views.message import Field, Message
from bot.views.post import Button
from storage.newsrooms import Newsroom

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS = range(5, 24)
"""No digest between 0 and 5: there a change of the clock would skip or repeat an hour (discord.md §7)."""

NEEDED = ("view_channel", "send_messages", "embed_links", "attach_files")
"""The permissions that the bot needs where it posts, by discord.py's names."""

ZONES = (
    "UTC", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Brussels", "Europe/Amsterdam",
    "Europe/Berlin", "Europe/Rome", "Europe/Madrid", "Europe/Vienna", "Europe/Zurich", "Europe/Stockholm",
    "Europe/Warsaw", "Europe/Athens", "Europe/Helsinki", "Europe/Bucharest", "Europe/Kyiv", "America/New_York",
    "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Tokyo", "Australia/Sydney",
)  # fmt: skip
"""The menu's; every other one can be typed."""

TEST = "This is where sanctions will be told. Nothing else is needed: /track add narrows it to companies of yours."


@dataclass(frozen=True)
class Menu:
    """One menu: a channel of the server, or one of `options` (value, label). `channel` and `value` are what is set."""

    label: str
    action: str
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    channel: int | None = None

    @property
    def is_channel(self) -> bool:
        """A channel is chosen, not an option."""
        return not self.options


def menus(room: Newsroom, step: int) -> list[Menu]:
    """The menus of a step: channels first, then time."""
    if step == 0:
        return [
            Menu("Channel for alerts", "setup:0:alerts", channel=room.alert_channel_id),
            Menu("Channel for operations (trouble, questions)", "setup:0:ops", channel=room.ops_channel_id),
        ]
    zones = ZONES if room.zone in ZONES else (*ZONES, room.zone)
    days = (*((str(number), f"Digest on {day}") for number, day in enumerate(DAYS)), ("off", "No digest"))
    hours = tuple((str(hour), f"Digest at {hour:02}:00") for hour in HOURS)
    return [
        Menu("Time zone", "setup:1:zone", tuple((zone, zone) for zone in zones), room.zone),
        Menu("Day of the digest", "setup:1:day", days, _day(room)),
        Menu("Hour of the digest", "setup:1:hour", hours, str(room.digest_hour)),
    ]


def buttons(step: int) -> list[Button]:
    """To the other step, and the test message."""
    return [
        Button("Next: time and digest" if step == 0 else "Back: channels", action=f"setup:{step}:step"),
        Button("Send a test message", action=f"setup:{step}:test"),
    ]


def settings(room: Newsroom, said: str = "") -> str:
    """What is set, in a few lines; channels and roles as Discord shows them."""
    alerts = f"<#{room.alert_channel_id}>" if room.alert_channel_id else "no channel chosen yet"
    ops = f"<#{room.ops_channel_id}>" if room.ops_channel_id else "the alert channel"
    lines = [f"Alerts: {alerts}", f"Operations: {ops}", f"Weekly digest: {digest(room)}"]
    if room.mention_role_id:
        lines.append(f"Mentioned with each alert: <@&{room.mention_role_id}>")
    if room.manager_role_id:
        lines.append(f"May change settings, besides Manage Server: <@&{room.manager_role_id}>")
    if room.paused:
        lines.append(f"Paused: {room.paused}. Messages wait and are sent when the bot can post again.")
    return "\n".join([*lines, *([said] if said else [])])


def digest(room: Newsroom) -> str:
    """When the digest comes: "Monday at 09:00 (Europe/Paris)"."""
    if room.digest_weekday is None:
        return "off"
    return f"{DAYS[room.digest_weekday]} at {room.digest_hour:02}:00 ({room.zone})"


def _day(room: Newsroom) -> str:
    return "off" if room.digest_weekday is None else str(room.digest_weekday)


def wishes(room: Newsroom, muted: Sequence[str]) -> Message:
    """What of the sanctions is told in a server."""
    least = f"from ≈ €{room.least_minor // 100:,}, and those whose sum is not stated" if room.least_minor else "all"
    said = [
        Field("Fines", least),
        Field("Kinds", ", ".join(kind.replace("_", " ") for kind in room.kinds) or "all"),
        Field("Authorities", ", ".join(room.authorities) or "all"),
        Field("When", "at once, and in the weekly digest" if room.at_once else "in the weekly digest only"),
        *([Field("Muted", ", ".join(muted))] if muted else []),
    ]
    return Message("What is told here", (*said, Field("Digest", digest(room))))
