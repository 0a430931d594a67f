"""How alembic runs our migrations: on the connection that `storage.database.upgrade` hands over."""

from typing import Any, Literal

from alembic import context
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import storage.finding.search_tables
import storage.newsroom_tables
import storage.reckoning.sum_tables
import storage.register.identifier_tables
import storage.work_tables  # noqa: F401  (fills the metadata)
from storage.columns import UtcDateTime


def plain_types(kind: str, thing: Any, _autogenerate: object) -> str | Literal[False]:
    """A step names no live code: our own types as what they are in the database."""
    if kind == "type" and isinstance(thing, AutoString):
        return "sa.String()"
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=plain_types,
)
with context.begin_transaction():
    context.run_migrations()
