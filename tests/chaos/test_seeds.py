"""Nothing that was acknowledged is lost or done twice, and everybody ends with the same, whatever goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos.faults import TESTED, plan_of
from tests.chaos.inside import with_little_memory
from tests.chaos.run import prepared
from tests.cluster.processes import running
from tests.postgres import Postgres


@pytest.mark.parametrize("seed", range(TESTED))
async def test_nothing_is_lost_and_all_agree(seed: int, postgres: Postgres, tmp_path: Path) -> None:
    plan = plan_of(seed)
    with running(None if plan.on_sqlite else postgres, tmp_path, prepare=with_little_memory) as cluster:
        run = await prepared(plan, cluster)
        faults = await run.play()
        assert not faults, "\n".join([str(plan), *faults[:20], cluster.logs()])
