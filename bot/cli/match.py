"""`finewatch match`: do two names mean one company? No network, no database; an editors' file of companies counts."""

import json
import sys
from typing import Annotated, Any

import typer


def app_command(app: typer.Typer) -> None:
    """Add `match` to the command line."""

    @app.command()
    def match(
        names: Annotated[list[str] | None, typer.Argument(help="Two names.")] = None,
        as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
        jsonl: Annotated[bool, typer.Option("--jsonl", help='Lines {"id", "a", "b"} in, verdicts out.')] = False,
    ) -> None:
        """Say whether two names mean one company, two of a group, two that differ, or whether that is unsure."""
        _read_editors_companies()
        if jsonl:
            _answer_lines()
            return
        if names is None or len(names) != 2:
            print("finewatch match: give two names, or --jsonl with pairs on standard input", file=sys.stderr)
            raise typer.Exit(2)
        verdict = _verdict(*names)
        print(json.dumps(verdict, ensure_ascii=False) if as_json else f"{verdict['verdict']}: {verdict['why']}")


def _read_editors_companies() -> None:
    from bot.settings import SettingsError, load_settings
    from storage.names import known_companies

    try:
        known_companies.use(load_settings().data_dir / "companies.toml")
    except known_companies.CompaniesError as error:
        raise SettingsError(str(error)) from error


def _answer_lines() -> None:
    """Answer every line that can be understood; exit 2 when one could not."""
    bad = 0
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            bad += not _answer(number, line)
    if bad:
        raise typer.Exit(2)


def _answer(number: int, line: str) -> bool:
    """Print the answer to one line; False when the line is not a pair."""
    try:
        pair = json.loads(line)
        answer = {"id": pair["id"], **_verdict(str(pair["a"]), str(pair["b"]))}
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        print(f"line {number}: not a pair with id, a and b ({error})", file=sys.stderr)
        return False
    print(json.dumps(answer, ensure_ascii=False))
    return True


def _verdict(a: str, b: str) -> dict[str, Any]:
    from storage.names.matching import compare

    found = compare(a, b)
    return {"verdict": found.verdict, "why": found.why}
