"""What was done to keep order is found without a look at everything else."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

MODERATION = sa.text("type = 'moderation'")


def upgrade() -> None:
    op.create_index(
        "entity_moderation_index", "entity", ["workshop"], sqlite_where=MODERATION, postgresql_where=MODERATION
    )
