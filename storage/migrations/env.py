"""How alembic runs our migrations: on the connection that `storage.database.upgrade` hands over."""

from alembic import context

from storage import tables

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=tables.SQLModel.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
