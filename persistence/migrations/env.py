"""Alembic runs this for each of its commands; the connection and its transaction are the caller's."""

from alembic import context

from persistence.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite alters a table by making another one.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
