"""Who hears of sanctions: the channel of the settings or the terminal, and every newsroom that set itself up."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.jobs.desk import Desk
from bot.routing import SANCTIONS, Destination, Destinations
from scrapers.decision import Kind
from storage import newsrooms
from storage.newsrooms import Newsroom
from storage.register import subscriptions
from storage.register.companies import Company


def audience(db: Session, desk: Desk) -> Destinations:
    """All destinations of alerts as they are now; the one for trouble stays that of the settings."""
    tracked, muted = subscriptions.all_tracked(db), newsrooms.all_muted(db)
    rooms = tuple(
        destination(room, room.address, tracked.get(room.guild_id, ()), muted.get(room.guild_id, frozenset()))
        for room in newsrooms.every(db)
        if room.address is not None and room.at_once
    )
    return Destinations((*desk.destinations.alerts, *rooms), desk.destinations.ops)


def destination(room: Newsroom, address: str, tracked: Sequence[Company], muted: frozenset[int]) -> Destination:
    """A newsroom's wishes as a destination."""
    kinds = frozenset(Kind(kind) for kind in room.kinds) or SANCTIONS
    return Destination(address, kinds, frozenset(room.authorities), room.least_minor, tuple(tracked), muted)
