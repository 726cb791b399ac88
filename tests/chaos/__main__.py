"""`python -m tests.chaos [SEED…]`: seeds, with a report of each, and what is broken on purpose; or only these seeds."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.broken import BROKEN
from tests.chaos.faults import SEEDS, Kind, Plan, plan_of
from tests.chaos.inside import with_little_memory
from tests.chaos.run import RUN_S, SETTLE_S, installed, prepared
from tests.cluster.inside import Prepare
from tests.postgres import Postgres

SHOWN = 20
"""Faults found that are printed of one seed."""
SOON_S, END_S = 3.0, 120.0
"""What is broken on purpose has shown by then, once all is quiet and from the beginning."""


def main() -> None:
    words = argparse.ArgumentParser(prog="python -m tests.chaos")
    words.add_argument("seeds", nargs="*", type=int, help=f"which (0 to {SEEDS - 1})")
    words.add_argument("--broken", action="store_true", help=f"only what is broken on purpose (0 to {len(BROKEN) - 1})")
    said = words.parse_args()
    seeds = [] if said.broken else said.seeds or list(range(SEEDS))
    broken = said.seeds if said.broken and said.seeds else range(0 if said.seeds else len(BROKEN))
    postgres = Postgres()
    try:
        postgres.make()
        failed = [seed for seed in seeds if not is_clean(seed, postgres)]
        unseen = [number for number in broken if not is_seen(number, postgres)]
    finally:
        postgres.remove()
    print(f"{len(seeds) - len(failed)} of {len(seeds)} seeds are clean" + (f", not {failed}" if failed else ""))
    print(f"{len(broken) - len(unseen)} of {len(broken)} mutants are seen" + (f", not {unseen}" if unseen else ""))
    sys.exit(bool(failed or unseen))


def is_clean(seed: int, postgres: Postgres) -> bool:
    plan = plan_of(seed)
    began = time.monotonic()
    found, said, logs = play(plan, postgres, with_little_memory, SETTLE_S, RUN_S)
    print(f"{plan}\n  {said}, {time.monotonic() - began:.0f} s", flush=True)
    if found:
        print("\n".join(found[:SHOWN]), logs, sep="\n", flush=True)
    return not found


def is_seen(number: int, postgres: Postgres) -> bool:
    broken, faults = BROKEN[number]
    plan = Plan(number, any(fault.kind is Kind.FULL for fault in faults), faults)
    found, _, _ = play(plan, postgres, broken, SOON_S, END_S)
    print(f"{broken.__name__}: {found[0][: SHOWN * 10] if found else 'NOT SEEN'}", flush=True)
    return bool(found)


def play(plan: Plan, postgres: Postgres, prepare: Prepare, settle_s: float, run_s: float) -> tuple[list[str], str, str]:
    """What was found, how it went, and all logs."""
    with (
        tempfile.TemporaryDirectory(prefix="palabre-chaos-") as folder,
        installed(plan, postgres, Path(folder), prepare) as cluster,
    ):

        async def played() -> tuple[list[str], str]:
            run = await prepared(plan, cluster)
            run.settle_s, run.run_s = settle_s, run_s
            return await run.play(), str(run)

        found, said = asyncio.run(played())
        return found, said, cluster.logs()


if __name__ == "__main__":
    main()
