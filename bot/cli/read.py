"""`finewatch read`: decisions from text on standard input. Pure: no network, no database, no settings."""

import json
import sys
from typing import Annotated, Any

import typer


def app_command(app: typer.Typer) -> None:
    """Add `read` to the command line."""

    @app.command()
    def read(
        checks: Annotated[bool, typer.Option("--checks", help="Tell with each answer what was checked.")] = False,
    ) -> None:
        """Read decisions from text: one JSON object a line on standard input, one answer a line out.

        In: {"id", "authority", "language", "text_kind", "title", "text", "listing"?}. Out: {"id", "outcome", "reasons",
        "decision"}; the keys are explained in docs/definitions.md.
        """
        bad = 0
        for number, line in enumerate(sys.stdin, start=1):
            if line.strip():
                bad += not _answer(number, line, with_checks=checks)
        if bad:
            raise typer.Exit(2)


def _answer(number: int, line: str, *, with_checks: bool) -> bool:
    """Print the answer to one line; False when the line is not a question."""
    from scrapers.question import QuestionError, answer

    try:
        reply: dict[str, Any] = answer(line, with_checks=with_checks)
    except QuestionError as error:
        print(f"line {number}: {error}", file=sys.stderr)
        return False
    print(json.dumps(reply, ensure_ascii=False))
    return True
