"""`finewatch search`: decisions by words, company, authority, kind, article, amount and day."""

import json
import sys
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from storage.finding.search import Found


class Dates(StrEnum):
    """Which day --from and --to are about."""

    DECIDED = "decided"
    PUBLISHED = "published"


WORDS = typer.Argument(help="Words, in any language; accents and capitals do not matter. None: whatever else is asked.")
LEAST = typer.Option(help="Only amounts from this on, like 1000000; needs --currency.")
MOST = typer.Option(help="Only amounts up to this; needs --currency.")


def app_command(app: typer.Typer) -> None:
    """Add `search` to the command line."""

    @app.command()
    def search(  # noqa: PLR0913, PLR0917
        words: Annotated[list[str] | None, WORDS] = None,
        company: Annotated[str | None, typer.Option(help="Only this company.")] = None,
        authority: Annotated[str | None, typer.Option(help="Only this authority.")] = None,
        kind: Annotated[str | None, typer.Option(help="Only with a fine, order, reprimand ...")] = None,
        article: Annotated[str | None, typer.Option(help="Only naming this article, like “GDPR 32”.")] = None,
        since: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="From this day.")] = None,
        until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="To this day.")] = None,
        dates: Annotated[Dates, typer.Option(help="Which day --from and --to are about.")] = Dates.DECIDED,
        least: Annotated[str | None, LEAST] = None,
        most: Annotated[str | None, MOST] = None,
        currency: Annotated[str | None, typer.Option(help="Of --least and --most, like EUR.")] = None,
        limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 10,
        as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    ) -> None:
        """Find decisions, the newest first; every word must begin a word of the act, and amounts are those of today."""
        asked = {"words": " ".join(words or ()), "company": company, "kind": kind, "article": article,
                 "since": since and since.date(), "until": until and until.date(), "dates": dates.value,
                 "limit": limit}  # fmt: skip
        _show(_ask(asked, authority, (least, most), currency), as_json)


def _ask(asked: dict[str, Any], authority: str | None, ends: tuple[str | None, ...], currency: str | None) -> "Found":
    """What was found; exit 1 for a company we do not know, 2 for a question that cannot be asked."""
    from storage.register.companies import UnknownCompanyError

    try:
        least, most = (_money(end, currency) for end in ends)
        return _look_up(asked | {"least": least, "most": most}, authority)
    except UnknownCompanyError as error:
        near = f"; near are {', '.join(error.near)}" if error.near else ""
        print(f"{error}{near}.", file=sys.stderr)
        raise typer.Exit(1) from error
    except ValueError as error:
        print(f"finewatch search: {error}", file=sys.stderr)
        raise typer.Exit(2) from error


def _look_up(asked: dict[str, Any], authority: str | None) -> "Found":
    from bot.deps import open_store
    from bot.settings import load_settings
    from scrapers.registry import adapters
    from storage.codes import authority_code
    from storage.database import reading
    from storage.finding.search import Question, search

    with reading(open_store(load_settings())) as db:
        code = authority and authority_code(db, authority, adapters())
        question: Question = Question(**asked, authority=code or None)
        return search(db, question)


def _money(written: str | None, currency: str | None) -> Any:
    """The amount. Raises ValueError for one that is none, or without a currency."""
    import re

    from scrapers.decision import Money

    if written is None:
        return None
    if currency is None:
        raise ValueError("an amount needs a currency: add --currency EUR")
    if not re.fullmatch(r"[0-9]+(\.[0-9]{1,2})?", written) or not re.fullmatch("[A-Za-z]{3}", currency):
        raise ValueError(f"no amount: {written} {currency}; write it like 1500000.50, the currency like EUR")
    return Money.of(written, currency.upper())


def _show(found: "Found", as_json: bool) -> None:
    from bot.views import search as view

    print(json.dumps(view.to_json(found), ensure_ascii=False) if as_json else "\n".join(view.sentences(found)))
