"""Recorded pages in the place of the network: for the demo, for tests, and for whoever writes an adapter. Pure files.

A folder holds `pages.toml` (one `[[page]]` per address) and the bodies. An address that is not listed does not exist.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scrapers.adapter import Page, Request
from scrapers.errors import MissingError

Maker = Callable[[Path, Any], bytes]
"""Makes a body from a folder and the value of its key in `pages.toml` (`pdf_of`, `tar_of`): no binaries are kept."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".gz": "application/gzip",
}


@dataclass(frozen=True)
class RecordedPages:
    """The recorded pages of one or more folders; the first that answers wins. Is a `Fetcher`."""

    folders: tuple[Path, ...]
    makers: Mapping[str, Maker] = field(default_factory=dict)

    async def fetch(self, request: Request) -> Page:
        """The recorded page; MissingError when none is recorded."""
        answer = self.answer(request)
        if answer is None:
            raise MissingError(request.url, "not among the recorded pages")
        content_type, body = answer
        return Page(request, request.url, body, content_type)

    def answer(self, request: Request) -> tuple[str, bytes] | None:
        """Content type and body, or None."""
        for folder in self.folders:
            for entry in recorded(folder).get("page", []):
                if _matches(entry, request):
                    return _body(folder, entry, self.makers)
        return None


def recorded(folder: Path) -> dict[str, Any]:
    """What `pages.toml` of a folder says."""
    return tomllib.loads((folder / "pages.toml").read_text(encoding="utf-8"))


def _matches(entry: dict[str, Any], request: Request) -> bool:
    return bool(
        entry["url"] == request.url
        and entry.get("method", "GET") == request.method
        and entry.get("body_contains", "").encode() in (request.body or b"")
    )


def _body(folder: Path, entry: dict[str, Any], makers: Mapping[str, Maker]) -> tuple[str, bytes]:
    for key, make in makers.items():
        if key in entry:
            content_type = "application/pdf" if key == "pdf_of" else "application/gzip"
            return entry.get("content_type", content_type), make(folder, entry[key])
    file = folder / entry["file"]
    return entry.get("content_type", TYPES.get(file.suffix, "application/octet-stream")), file.read_bytes()
