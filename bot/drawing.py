"""A chart into a file, for the commands that draw one."""

import sys
from pathlib import Path

import typer

from bot.views.figures import Chart


def draw_into(figures: Chart | None, file: Path) -> None:
    """Write the picture and say in words what it shows, beside the answer. Exit 2 where the file cannot be written."""
    from bot.views.chart import draw

    if figures is None:
        print("No amount is known, so there is nothing to draw.", file=sys.stderr)
        return
    picture = draw(figures)
    try:
        file.write_bytes(picture.body)
    except OSError as error:
        print(f"{file} cannot be written ({error.strerror}); name another file.", file=sys.stderr)
        raise typer.Exit(2) from error
    print(f"{picture.alt}\nDrawn into {file}.", file=sys.stderr)
