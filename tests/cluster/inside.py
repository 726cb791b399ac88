"""What runs in the processes of tests: the `palabre` command itself, with a clock and crash points to move."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

import media.worker
import web.cli
from persistence.batch import Batch, Record
from tests.cluster.levers import Levers
from web.app import open_house

PARENT_DEATH = 1
"""PR_SET_PDEATHSIG of prctl."""

Prepare = Callable[[], None]


def palabre(
    words: Sequence[str],
    environment: Mapping[str, str],
    levers: Levers,
    prepare: Prepare | None,
    said: Connection,
    log: Path,
) -> None:
    """`palabre WORDS`; `prepare` may break something first."""
    settle(environment, said, log)
    web.cli.open_house = partial(  # type: ignore[attr-defined]
        open_house, now=levers.now, at=levers.at
    )
    say_when_written(levers)
    if prepare is not None:
        prepare()
    web.cli.main(words)


def media_worker(words: Sequence[str], environment: Mapping[str, str], said: Connection, log: Path) -> None:
    settle(environment, said, log)
    media.worker.main(words)


def settle(environment: Mapping[str, str], said: Connection, log: Path) -> None:
    """As if started by a shell: an environment, standard output and error; and no life of its own after the tests."""
    ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGKILL)
    for name in [name for name in os.environ if name.startswith("PALABRE_")]:
        del os.environ[name]
    os.environ.update(environment)
    os.dup2(said.fileno(), sys.stdout.fileno())
    said.close()
    with log.open("ab") as file:
        os.dup2(file.fileno(), sys.stderr.fileno())


def say_when_written(levers: Levers) -> None:
    """One more point: all rows are written, and the transaction is open."""
    write = Batch.write

    def written(self: Batch, records: Sequence[Record]) -> None:
        write(self, records)
        levers.at("written")

    Batch.write = written  # type: ignore[method-assign]
