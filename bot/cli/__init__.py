"""The `finewatch` command. Each file here is one noun of it, found by its `app_command`; nothing is registered."""

import importlib
import pkgutil
import sys

import typer

app = typer.Typer(
    name="finewatch",
    help="Watches the CNIL, the Garante, the ICO and the Hellenic DPA for sanctions, and tells a newsroom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def discover() -> typer.Typer:
    """The app with every command of this folder on it, in the order of their file names."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        importlib.import_module(f"{__name__}.{module.name}").app_command(app)
    return app


def main() -> None:
    """Run the command line. A configuration error is one sentence on stderr and exit code 2."""
    from bot.settings import SettingsError

    try:
        discover()()
    except SettingsError as error:
        print(f"finewatch: {error}", file=sys.stderr)
        sys.exit(2)
