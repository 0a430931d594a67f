"""`finewatch reviews`: the questions that wait for a person, and the answers to them."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.jobs.answer import Answered
    from bot.jobs.correction import Correction
    from bot.jobs.desk import Desk
    from scrapers.decision import Decision
    from storage.reviews import Review

Number = Annotated[int, typer.Argument(help="The number in the list.")]
By = Annotated[str, typer.Option(help="Your name: it is stored with the answer.")]
Note = Annotated[str, typer.Option(help="Why; stored with the answer.")]


def app_command(app: typer.Typer) -> None:
    """Add `reviews` with its own commands to the command line."""
    reviews = typer.Typer(help="Questions that wait for a person.", invoke_without_command=True)
    app.add_typer(reviews, name="reviews")

    @reviews.callback()
    def by_default(context: typer.Context) -> None:
        """Without a command: the list."""
        if context.invoked_subcommand is None:
            list_()

    reviews.command("list")(list_)
    for command in (show, accept, edit, reject, teach):
        reviews.command()(command)


def list_() -> None:
    """List the open questions, oldest first."""
    from bot.views import reviews as view
    from storage import reviews
    from storage.database import reading

    with reading(_store()) as db:
        waiting = reviews.waiting(db)
    print("\n".join(map(view.line, waiting)) or "No question waits.")


def show(
    number: Number, as_json: Annotated[bool, typer.Option("--json", help="What was read, to be edited.")] = False
) -> None:
    """Show one question: why it is asked, what was read so far, what was answered."""
    from bot.jobs.answer import read_so_far
    from bot.jobs.written import to_json
    from bot.views import reviews as view
    from storage import reviews
    from storage.database import reading

    with _in_a_sentence(), reading(_store()) as db:
        review = reviews.get(db, number)
        decision = read_so_far(review)
    if as_json:
        print(json.dumps(decision and to_json(decision), ensure_ascii=False, indent=2))
    else:
        print(view.whole(review))


def accept(number: Number, by: By, note: Note = "") -> None:
    """Store what was read as it stands, and announce it unless it is history."""
    from bot.jobs import answer

    _answer(lambda desk: answer.accept(desk, number, answer.Author(by, note)))


def reject(number: Number, by: By, note: Annotated[str, typer.Option(help="The reason; stored with it.")]) -> None:
    """Close a question: nothing is stored."""
    from bot.jobs import answer

    _answer(lambda desk: answer.reject(desk, number, answer.Author(by, note)))


def edit(  # noqa: PLR0913, PLR0917 - options are given by name
    number: Number,
    by: By,
    note: Note = "",
    party: Annotated[str | None, typer.Option(help="Whom it concerns; empty: nobody is named.")] = None,
    kind: Annotated[str | None, typer.Option(help="fine, order, reprimand, warning, formal_notice …")] = None,
    amount: Annotated[str | None, typer.Option(help='Currency and number: "EUR 1250.50".')] = None,
    decided: Annotated[str | None, typer.Option(help="Day of the decision: 2026-01-30.")] = None,
    published: Annotated[str | None, typer.Option(help="Day on which it was made public.")] = None,
    reference: Annotated[str | None, typer.Option(help="The authority's own number.")] = None,
    sanction: Annotated[int | None, typer.Option(help="Which of several sanctions, from 1.")] = None,
    whole: Annotated[
        typer.FileText | None, typer.Option("--json", help="The whole decision as JSON; - for standard input.")
    ] = None,
) -> None:
    """Store what was read with your corrections, and announce it unless it is history."""
    from bot.jobs import answer
    from bot.jobs.correction import Correction

    correction = Correction(party, kind, amount, decided, published, reference, sanction)
    text = whole.read() if whole else None
    _answer(lambda desk: answer.edit(desk, number, _change(correction, text), answer.Author(by, note)))


def teach(
    number: Number,
    by: By,
    note: Annotated[str, typer.Option(help="Why; stored with the lesson.")],
    alias: Annotated[str | None, typer.Option(help='One company, two names: "ACME Italia=ACME S.p.A.".')] = None,
    word: Annotated[str | None, typer.Option(help='What a word means: "censure=reprimand", or "=nothing".')] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Put right what your answer put right, wherever read.")
    ] = False,
) -> None:
    """Teach what a question showed, for all pages still to come."""
    from bot.deps import desk, open_store
    from bot.jobs.answer import Author
    from bot.jobs.lessons import FILE, Lesson
    from bot.jobs.lessons import teach as keep
    from bot.settings import load_settings

    settings, lesson = load_settings(), Lesson(alias, word, facts)
    with _in_a_sentence():
        told = desk(settings, open_store(settings), lambda _: None)
        written = keep(told, number, lesson, Author(by, note), settings.data_dir)
    if alias:
        print(f"From now on one company: {alias.replace('=', ' is ')}.")
    if written:
        print(f"Written into {settings.data_dir / FILE}, read at the next start:\n\n{written}")


def _change(correction: "Correction", text: str | None) -> "Callable[[Review], Decision]":
    """What is made of a question, by corrections or by a whole decision in JSON."""
    from bot.jobs.answer import read_so_far
    from bot.jobs.correction import corrected
    from bot.jobs.written import WrittenError, from_json

    def change(review: "Review") -> "Decision":
        read = read_so_far(review)
        if text is not None and correction.is_empty:
            return from_json(text, review, read)
        if text is not None or correction.is_empty:
            raise WrittenError("give either corrections (see --help) or a whole decision with --json")
        if read is None:
            raise WrittenError(f"of question {review.id} nothing was read; --json - takes a whole decision")
        return corrected(read, correction)

    return change


def _answer(give: "Callable[[Desk], Answered]") -> None:
    from bot.deps import desk, open_store
    from bot.settings import load_settings
    from bot.views import reviews as view

    settings = load_settings()
    with _in_a_sentence():
        answered = give(desk(settings, open_store(settings), lambda _: None))
    print(view.answered(answered.review, answered.messages, is_new=answered.is_new))


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """Exits 2 for what was asked wrongly, 1 for what cannot be done."""
    from bot.jobs.answer import AnswerError
    from bot.jobs.written import WrittenError

    try:
        yield
    except (LookupError, WrittenError, AnswerError) as error:
        print(f"finewatch reviews: {error}", file=sys.stderr)
        raise typer.Exit(1 if isinstance(error, AnswerError) else 2) from error


def _store() -> "Engine":
    from bot.deps import open_store
    from bot.settings import load_settings

    return open_store(load_settings())
