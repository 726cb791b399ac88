"""Processes with their phases, what phases hand to one another, and ways into the studio."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "process",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("process_key")),
        sa.UniqueConstraint("slug", name=op.f("process_slug_unique")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "phase",
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("process", "id", name=op.f("phase_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("phase_id_index"), "phase", ["id"], unique=True)
    for name in ("contribution", "tally"):
        op.create_table(
            name,
            sa.Column("phase", sa.Text(), nullable=False),
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("at", sa.BigInteger(), nullable=False),
            sa.Column("body", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("phase", "id", name=op.f(f"{name}_key")),
        )
    op.create_index(op.f("contribution_id_index"), "contribution", ["id"], unique=True)
    op.create_table(
        "studio_link",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("studio_link_key")),
        sqlite_with_rowid=False,
    )
