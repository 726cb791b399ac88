"""Measure, print each figure beside what is asked of it, and fail when one is missed."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

import uvloop

from bench import (
    archive,
    arriving,
    bundle,
    calls,
    cluster,
    composing,
    crowds,
    fanout,
    gateway,
    media,
    minutes,
    restarting,
    tower,
    writing,
)
from bench.figures import Figures

BENCHES = {
    "fanout": fanout.run,
    "crowds": crowds.run,
    "gateway": gateway.run,
    "arriving": arriving.run,
    "bundle": bundle.run,
    "media": media.run,
    "calls": calls.run,
    "minutes": minutes.run,
    "archive": archive.run,
    "writing": writing.run,
    "tower": tower.run,
    "composing": composing.run,
    "cluster": cluster.run,
    "restarting": restarting.run,
}


def main(names: list[str]) -> None:
    figures = Figures()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in names or BENCHES:
        # Kept on a disk: where /tmp is memory, it is not what a server commits to.
        with tempfile.TemporaryDirectory(prefix="palabre-bench-", dir="/var/tmp") as folder:
            uvloop.run(BENCHES[name](figures, Path(folder)))
    if figures.missed:
        sys.exit("\nMissed: " + "; ".join(figures.missed))


if __name__ == "__main__":
    main(sys.argv[1:])
