"""Closed lists that a slash command offers to choose from."""

from discord.app_commands import Choice

from bot.routing import SANCTIONS
from scrapers.decision import Kind

KINDS = [Choice(name=kind.value.replace("_", " "), value=kind.value) for kind in Kind if kind in SANCTIONS]
CURRENCIES = [Choice(name=code, value=code) for code in ("EUR", "GBP", "USD")]
