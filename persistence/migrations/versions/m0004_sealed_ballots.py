"""What people chose in secret polls."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "sealed_ballot",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("poll", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop", "poll", "id", name=op.f("sealed_ballot_key")),
        sqlite_with_rowid=False,
    )
