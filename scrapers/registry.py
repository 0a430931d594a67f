"""Find the authorities: every module of `scrapers.authorities` that exports an `ADAPTER`. Nothing is registered."""

import importlib
import pkgutil
from functools import cache

from scrapers import authorities
from scrapers.adapter import Adapter


@cache
def adapters() -> dict[str, Adapter]:
    """All authorities by code, sorted by code. A module without `ADAPTER` raises AttributeError naming it."""
    found = [
        importlib.import_module(f"{authorities.__name__}.{module.name}").ADAPTER
        for module in pkgutil.iter_modules(authorities.__path__)
    ]
    return {adapter.code: adapter for adapter in sorted(found, key=lambda adapter: adapter.code)}


def adapter_of(code: str) -> Adapter:
    """The authority with this code, in any case; an unknown code raises ValueError naming the known ones."""
    known = adapters()
    if code.upper() not in known:
        raise ValueError(f"no authority {code!r}; known: {', '.join(known)}")
    return known[code.upper()]
