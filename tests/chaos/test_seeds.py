"""Nothing that was acknowledged is lost or done twice, and everybody ends with the same, whatever goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos.faults import POINTS, SEEDS, TESTED, Kind, plan_of
from tests.chaos.inside import with_little_memory
from tests.chaos.run import installed, prepared
from tests.postgres import Postgres


def test_every_fault_is_in_some_seed_and_all_but_the_longest_are_tested_here() -> None:
    plans = [plan_of(seed) for seed in range(SEEDS)]
    kinds = [{fault.kind for fault in plan.faults} for plan in plans]
    assert set().union(*kinds) == set(Kind)
    assert set().union(*kinds[:TESTED]) == set(Kind) - {Kind.STALL}
    killed = {fault.point for plan in plans[:TESTED] for fault in plan.faults if fault.kind is Kind.KILL}
    assert killed == set(POINTS)
    assert {plan.on_sqlite for plan in plans if plan.fills_disk} == {True, False}


@pytest.mark.parametrize("seed", range(TESTED))
async def test_nothing_is_lost_and_all_agree(seed: int, postgres: Postgres, tmp_path: Path) -> None:
    plan = plan_of(seed)
    with installed(plan, postgres, tmp_path, with_little_memory) as cluster:
        run = await prepared(plan, cluster)
        faults = await run.play()
        assert not faults, "\n".join([str(plan), *faults[:20], cluster.logs()])
