"""Results that phases were given say how they were counted: what does not is collected from its workshop again."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute(sa.text("DELETE FROM tally"))
