"""The slash commands. Each file here is one of them, found by its `commands`; nothing is registered."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import discord
from discord import app_commands
from discord.ui import DynamicItem

from bot.chat.house import House
from bot.chat.pages import Maker
from bot.chat.presses import Press

Command = app_commands.Command[Any, Any, Any] | app_commands.Group | app_commands.ContextMenu
Item = type[DynamicItem[discord.ui.Item[Any]]]


def found(house: House) -> list[Command]:
    """Every command of this folder, in the order of the file names."""
    return [command for module in _modules() for command in module.commands(house)]


def items() -> list[Item]:
    """Menus and buttons of a command's own, which are understood by their action, whichever process made them."""
    return [item for module in _modules() for item in getattr(module, "ITEMS", ())]


def presses() -> dict[str, Press]:
    """Who does what a button says, by the word of its action."""
    return {what: press for module in _modules() for what, press in getattr(module, "PRESSES", {}).items()}


def pages() -> dict[str, Maker]:
    """Who makes the pages of which answer, by the name of the command's file."""
    return {module.__name__.rpartition(".")[2]: module.page for module in _modules() if hasattr(module, "page")}


def _modules() -> Iterator[ModuleType]:
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        yield importlib.import_module(f"{__name__}.{module.name}")
