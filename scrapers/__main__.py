"""For whoever writes an adapter: `python -m scrapers try cnil` and `… capture cnil FOLDER`. Live and dry.

Visits an authority's lightest source once, prints what it says and what was understood; stores and sends nothing.
"""

import argparse
import asyncio
import json
import sys
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from scrapers.adapter import Adapter, Page, Request, Source
from scrapers.errors import ScraperError
from scrapers.fetch import Network
from scrapers.harvest import Fetcher, Lead, Read, Refused, Result, Seen, harvest
from scrapers.normalise import Accepted, Doubtful
from scrapers.registry import adapter_of


class Keeper:
    """A fetcher that writes each page it passes on into a folder, in the form that `scrapers.recorded` reads."""

    def __init__(self, inner: Fetcher, folder: Path) -> None:
        self._inner = inner
        self._folder = folder
        self._count = 0

    async def fetch(self, request: Request) -> Page:
        """The page, after it was written down. Raises what the inner fetcher raises."""
        page = await self._inner.fetch(request)
        self._count += 1
        name = f"{self._count:02}.{'pdf' if page.body.startswith(b'%PDF') else 'html'}"
        self._folder.joinpath(name).write_bytes(page.body)
        with self._folder.joinpath("pages.toml").open("a", encoding="utf-8") as listing:
            listing.write(_entry(request, page, name))
        return page


def _entry(request: Request, page: Page, name: str) -> str:
    facts = {"url": request.url, "method": request.method, "file": name, "content_type": page.content_type}
    if request.body:
        facts["body_contains"] = request.body.decode()
    return "[[page]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in facts.items()) + "\n"


def told(result: Result) -> str:
    """One line (or more, for an act) of what a result says."""
    match result:
        case Seen(ref):
            return f"row      {ref.key}  {ref.title[:80]}"
        case Lead(ref):
            return f"lead     {ref.key}"
        case Refused(ref, error):
            return f"refused  {ref.key}  {error}"
        case Read(ref, _, raw, Accepted(decision)):
            return f"accepted {ref.key}  {decision.model_dump_json(indent=1)}\nunread: {raw.unread}"
        case Read(ref, _, raw, Doubtful(reasons, decision)):
            return f"review   {ref.key}  {reasons}\n{decision}\nunread: {raw.unread}"
        case Read(ref, _, _, dropped):
            return f"dropped  {ref.key}  {dropped}"


def _today(adapter: Adapter) -> date:
    return datetime.now(ZoneInfo(adapter.timezone)).date()  # noqa: TID251 - this is a composition root


async def visit_once(adapter: Adapter, source: Source, fetcher: Fetcher) -> int:
    """Print one visit; 0 when the listing could be read, 1 when not."""
    try:
        async for result in harvest(adapter, source, fetcher, today=_today(adapter), is_known=lambda _: False):
            print(told(result))
    except ScraperError as error:
        print(f"{adapter.code} {source.name}: {error}", file=sys.stderr)
        return 1
    return 0


async def main() -> int:
    """Run the command line: the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scrapers", description=__doc__)
    parser.add_argument("action", choices=("try", "capture"))
    parser.add_argument("authority", type=adapter_of, help="cnil, garante, ico, hdpa")
    parser.add_argument("folder", type=Path, nargs="?", help="where capture writes (it must not hold a case yet)")
    parser.add_argument("--source", help="the name of a source; the first one by default")
    parser.add_argument("--contact", required=True, help="your address, for the User-Agent")
    asked = parser.parse_args()
    source = next(s for s in asked.authority.sources if asked.source in (None, s.name))
    with TemporaryDirectory() as cache:
        async with Network([asked.authority], contact=asked.contact, cache_dir=Path(cache)) as network:
            if asked.action == "try":
                return await visit_once(asked.authority, source, network)
            asked.folder.mkdir(parents=True)
            about = 'about = "What is real here, and what is not."'
            head = f'{about}\nsource = "{source.name}"\ntoday = {_today(asked.authority)}\n\n'
            asked.folder.joinpath("pages.toml").write_text(head, encoding="utf-8")
            return await visit_once(asked.authority, source, Keeper(network, asked.folder))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
