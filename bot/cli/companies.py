"""`finewatch companies`: companies that may be one, and a person's answers."""

import json
import sys
from typing import Annotated

import typer

Number = Annotated[int, typer.Argument(help="The number in the list.")]
By = Annotated[str, typer.Option(help="Your name: it is stored with the answer.")]
Note = Annotated[str, typer.Option(help="Why; stored with the answer.")]


def app_command(app: typer.Typer) -> None:
    """Add `companies` with its own commands to the command line."""
    companies = typer.Typer(help="Companies that may be one.", invoke_without_command=True)
    app.add_typer(companies, name="companies")

    @companies.callback()
    def by_default(context: typer.Context) -> None:
        """Without a command: the list."""
        if context.invoked_subcommand is None:
            list_()

    companies.command("list")(list_)
    companies.command()(same)
    companies.command()(different)


def list_(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """List the pairs that a person should look at, oldest first."""
    from bot.deps import open_store
    from bot.settings import load_settings
    from bot.views import companies as view
    from storage.database import reading
    from storage.register import company_questions

    with reading(open_store(load_settings())) as db:
        waiting = company_questions.waiting(db)
    if as_json:
        print(json.dumps([view.row(question) for question in waiting], ensure_ascii=False))
    else:
        print("\n".join(map(view.line, waiting)) or "No company waits for a question to be answered.")


def same(number: Number, by: By, note: Note = "") -> None:
    """They are one: the newer name becomes another name of the older company, which gets its sanctions."""
    _answer(number, "same", by, note)


def different(number: Number, by: By, note: Note = "") -> None:
    """They are two: both stay as they are, and nobody is asked again."""
    _answer(number, "different", by, note)


def _answer(number: int, state: str, by: str, note: str) -> None:
    from bot.deps import now, open_store
    from bot.settings import load_settings
    from bot.views import companies as view
    from storage.database import transaction
    from storage.register import company_questions
    from storage.register.company_questions import AnswerError

    try:
        with transaction(open_store(load_settings())) as db:
            question = company_questions.answer(db, number, state, author=by, now=now(), note=note)
    except AnswerError as error:
        print(f"finewatch companies: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    print(view.answered(question, state))
