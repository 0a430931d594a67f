"""`finewatch doctor`: is everything set up, and what to do about what is not."""

import asyncio
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from bot.settings import Settings


def app_command(app: typer.Typer) -> None:
    """Add `doctor` to the command line."""

    @app.command()
    def doctor() -> None:
        """Check settings, data folder, database, Discord and sources. Exits 1 when something on our side is broken."""
        from bot.deps import set_up_log
        from bot.settings import load_settings

        settings = load_settings()
        set_up_log(settings)
        if asyncio.run(_report(settings)):
            raise typer.Exit(1)


async def _report(settings: "Settings") -> int:
    """Print a line for each check; how many are broken."""
    from bot.checkup import checks

    broken = 0
    async for check in checks(settings):
        broken += check.is_broken
        print(f"{check.verdict:<6}  {check.name:<11}  {check.words}")
    return broken
