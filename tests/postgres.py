"""Databases for tests: one private PostgreSQL per run, and per test a fresh database in it or a fresh SQLite file."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, make_url

from persistence import migrate
from persistence.engine import open_engine

TEMPLATE = "migrated"
# Nothing here outlives the run, so nothing need survive a power cut.
NO_PORT = "-c listen_addresses=''"
OPTIONS = f"{NO_PORT} -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
"""Bytes free in memory with which databases are made there, in a quarter of the time."""


class Postgres:
    """A server reached by a socket in its own folder: no port is taken and no other server is met."""

    def __init__(self, options: str = OPTIONS, within: Path | None = None) -> None:
        self.options = options
        self.programs = find_programs()
        self.folder = Path(tempfile.mkdtemp(prefix="palabre-pg-", dir=within or place()))
        self.data = self.folder / "data"
        self._numbers = count(1)
        # PostgreSQL refuses to run as root, whom containers and CI runners like to be.
        self._runs_as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.own(self.folder)

    def own(self, folder: Path) -> None:
        if self._runs_as:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)

    def make(self) -> None:
        self._run("initdb", "--username=palabre", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()
        self.execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(self.url(TEMPLATE))

    def start(self) -> None:
        log = self.folder / "log"
        self._run("pg_ctl", "--wait", f"--log={log}", f"--options={self.options} -k {self.folder}", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "--wait", "--mode=immediate", "stop")

    def remove(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://palabre@/{database}?host={self.folder}"

    def database(self, template: str = TEMPLATE, tablespace: str = "") -> str:
        """The address of a new one, with all tables unless `template` is "template0"."""
        name = f"test_{next(self._numbers)}"
        where = f" TABLESPACE {tablespace}" if tablespace else ""
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}{where}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Its files are many: all of them together would take a minute to delete at the end."""
        self.execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        with psycopg.connect(host=str(self.folder), user="palabre", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._runs_as, str(self.programs / program), f"--pgdata={self.data}", *arguments]
        # Not to a pipe: the server would keep it open for as long as it lives.
        with tempfile.TemporaryFile() as said:
            done = subprocess.run(command, cwd=self.folder, stdout=said, stderr=subprocess.STDOUT)
            if done.returncode:
                said.seek(0)
                pytest.fail(f"{program} failed: {said.read().decode(errors='replace')}", pytrace=False)


def place() -> Path | None:
    """Where to put them; None for where temporary files go."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room else None


def find_programs() -> Path:
    """Debian keeps them off PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which("initdb")
    if found is None:
        pytest.fail("The tests need PostgreSQL: sudo apt-get install postgresql, or make test as root.", pytrace=False)
    return Path(found).resolve().parent


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    try:
        server.make()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with all tables and no rows, once for each kind."""
    if request.param == "postgresql":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.database()
        yield url
        server.drop(url)
    else:
        path = tmp_path / "palabre.db"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        yield f"sqlite:///{path}"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()
