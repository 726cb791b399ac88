"""What people write together."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "document_update",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("client", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workshop", "conclusion", "seq", name=op.f("document_update_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("document_update_workshop_seq_index"), "document_update", ["workshop", "seq"])
    op.create_table(
        "document_checkpoint",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workshop", "conclusion", "seq", name=op.f("document_checkpoint_key")),
        sqlite_with_rowid=False,
    )
