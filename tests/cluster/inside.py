"""What runs in the processes of tests: the `palabre` command itself, with a clock and crash points to move."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

import media.worker
import web.cli
from persistence.batch import Batch, Record
from tests.cluster.levers import Levers
from web.app import open_house

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
    Thread(target=end_with_parent, daemon=True).start()
    for name in [name for name in os.environ if name.startswith("PALABRE_")]:
        del os.environ[name]
    os.environ.update(environment)
    os.dup2(said.fileno(), sys.stdout.fileno())
    said.close()
    with log.open("ab") as file:
        os.dup2(file.fileno(), sys.stderr.fileno())


def end_with_parent() -> None:
    """Also where the tests are killed. Its real parent is the process it was forked from, which outlives them."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def say_when_written(levers: Levers) -> None:
    """One more point: all rows are written, and the transaction is open."""
    write = Batch.write

    def written(self: Batch, records: Sequence[Record]) -> None:
        write(self, records)
        levers.at("written")

    Batch.write = written  # type: ignore[method-assign]
