"""Codes of authorities: ours, and those that decisions came with from elsewhere."""

import difflib
from collections.abc import Collection

from sqlmodel import Session

from storage.reckoning.totals import read_at


class UnknownAuthorityError(ValueError):
    """No authority has that code; `str()` names the nearest."""


def authority_code(db: Session, written: str, ours: Collection[str]) -> str:
    """The code as stored, however it is typed: one of `ours`, or one that there are decisions of.

    Raises UnknownAuthorityError.
    """
    known = {code.upper(): code for code in (*read_at(db), *ours)}
    if written.upper() in known:
        return known[written.upper()]
    near = difflib.get_close_matches(written.upper(), known, n=3, cutoff=0)
    raise UnknownAuthorityError(f"no authority {written}; near are {', '.join(known[code] for code in near)}")
