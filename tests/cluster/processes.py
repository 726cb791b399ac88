"""Processes of one installation, each of which can be killed, frozen, ended and started again."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from tests.cluster import inside
from tests.cluster.disk import Disk
from tests.cluster.inside import Prepare
from tests.cluster.levers import CONTEXT, Levers
from tests.postgres import Postgres

CONTEXT.set_forkserver_preload(["tests.cluster.inside"])
END_S = 20.0
SECRET = "between web and media"
TABLES = "small"
"""Where PostgreSQL keeps the tables that lie on a disk of their own."""


class Process:
    """One that is forked with everything loaded. `ready` is what it prints once it can be used; b"": nothing."""

    def __init__(self, run: Callable[..., None], arguments: Sequence[Any], log: Path, ready: bytes) -> None:
        self.log = log
        self._run = run
        self._arguments = arguments
        self._ready = ready
        self._process: BaseProcess | None = None
        self._heard: Connection | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.is_alive()

    @property
    def pid(self) -> int:
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    def start(self) -> None:
        """Returns once it can be used. Blocking."""
        # Kept open for as long as it lives, for it may print more.
        self._heard, said = CONTEXT.Pipe(duplex=False)
        self._process = CONTEXT.Process(target=self._run, args=(*self._arguments, said, self.log), daemon=True)
        self._process.start()
        said.close()
        printed = b""
        while self._ready not in printed:
            more = os.read(self._heard.fileno(), 4096)
            assert more, f"it ended at once:\n{self.log.read_text()}"
            printed += more

    def kill(self) -> None:
        """kill -9."""
        self.signal(signal.SIGKILL)
        self.wait()

    def stop(self) -> int | None:
        """As a service manager does. Returns the exit code."""
        self.signal(signal.SIGTERM)
        return self.wait()

    def freeze(self) -> None:
        self.signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.signal(signal.SIGCONT)

    def signal(self, number: int) -> None:
        if self.is_running:
            os.kill(self.pid, number)

    def wait(self) -> int | None:
        """For its end. Returns the exit code; negative is the signal it died of."""
        assert self._process is not None
        self._process.join(END_S)
        assert not self._process.is_alive(), f"it has not ended:\n{self.log.read_text()}"
        return self._process.exitcode


class Web(Process):
    """`palabre serve`. Its port stays the same over restarts."""

    def __init__(self, number: int, environment: Mapping[str, str], folder: Path, prepare: Prepare | None) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.levers = Levers()
        words = ("serve", "--port", str(self.port))
        arguments = (words, environment, self.levers, prepare)
        super().__init__(inside.palabre, arguments, folder / f"web.{number}.log", b"Palabre runs on")


class Redis:
    """Keeps nothing on disk: what it held is gone when it is killed."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Blocking."""
        words = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        process = subprocess.Popen([find_redis(), *words], cwd=self._folder, stdout=subprocess.PIPE)
        assert process.stdout is not None
        for line in process.stdout:
            if b"Ready to accept connections" in line:
                break
        else:
            pytest.fail(f"redis-server ended at once, with {process.wait()}", pytrace=False)
        self._process = process

    def kill(self) -> None:
        """kill -9."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Cluster:
    """One installation. `webs` serve one database, and are told of Redis and of one media worker.

    Without `postgres` the database is a file of SQLite, in the folder of everything else; what is kept lies on `disk`
    where there is one.
    """

    def __init__(
        self,
        postgres: Postgres | None,
        folder: Path,
        webs: int = 2,
        prepare: Prepare | None = None,
        disk: Disk | None = None,
        **more: str,
    ) -> None:
        self.postgres = postgres
        self.folder = folder
        self.disk = disk
        self.data = disk.data if disk else folder
        self.database = durable(postgres, disk) if postgres else f"sqlite:///{self.data / 'palabre.sqlite3'}"
        self.redis = Redis(folder)
        self.environment = {
            "PALABRE_DATA": str(self.data),
            "PALABRE_DATABASE": self.database,
            "PALABRE_REDIS": self.redis.url,
            "PALABRE_MEDIA": str(folder / "media"),
            "PALABRE_MEDIA_SECRET": SECRET,
            **more,
        }
        words = ("--control", str(folder / "media"), "--port", str(free_port()), "--address", "127.0.0.1")
        self.media = Process(inside.media_worker, (words, self.environment), folder / "media.log", b"")
        self.webs = [Web(number + 1, self.environment, folder, prepare) for number in range(webs)]

    def start(self) -> None:
        """Blocking."""
        self.redis.start()
        self.media.start()
        for web in self.webs:
            web.start()

    def restart_postgres(self) -> None:
        """As after a crash of it: nobody is told, every connection is lost."""
        assert self.postgres is not None
        self.postgres.stop()
        self.postgres.start()

    def kill(self) -> None:
        """All that still runs."""
        for process in (*self.webs, self.media):
            if process.is_running:
                process.kill()
        self.redis.kill()
        if self.postgres is not None:
            self.postgres.drop(self.database)
            if self.disk is not None:
                self.postgres.execute(f"DROP TABLESPACE {TABLES}")

    def logs(self) -> str:
        return "\n".join(log.read_text(errors="replace") for log in sorted(self.folder.glob("*.log")))


@contextmanager
def running(
    postgres: Postgres | None,
    folder: Path,
    webs: int = 2,
    prepare: Prepare | None = None,
    disk: Disk | None = None,
    **more: str,
) -> Iterator[Cluster]:
    """An installation with all its tables and no workshop, until the end of the block. Blocking at both ends.

    `more` is added to the environment of its processes; `prepare` is called in each web process before it starts.
    """
    cluster = Cluster(postgres, folder, webs, prepare, disk, **more)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.kill()


def durable(postgres: Postgres, disk: Disk | None = None) -> str:
    """A database whose commits survive the end of the server; elsewhere in the tests they need not."""
    if disk is not None:
        postgres.own(disk.tables)
        postgres.execute(f"CREATE TABLESPACE {TABLES} LOCATION '{disk.tables}'")
    url = postgres.database(tablespace=TABLES if disk else "")
    postgres.execute(f"ALTER DATABASE {make_url(url).database} SET synchronous_commit = on")
    return url


def free_port() -> int:
    """Below those that connections get, so that it is free again after a kill."""
    while True:
        port = random.randrange(15_000, 32_000)
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def find_redis() -> str:
    found = shutil.which("redis-server")
    if found is None:
        pytest.fail("The tests need Redis: sudo apt-get install redis-server, or make test as root.", pytrace=False)
    return found
