"""Links that bring one person back."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("link", sa.Column("participant", sa.Text()))
    op.create_index(op.f("link_participant_index"), "link", ["participant"])
