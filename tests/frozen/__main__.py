"""Freeze the archive of the present schema, unless it is: `python -m tests.frozen`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from persistence import migrate, tables
from persistence.archive import export
from persistence.engine import open_engine
from tests.persistence.estate import estate
from tests.persistence.test_archive import FROZEN, WORKSHOP
from tests.sample import BEGAN_AT, FILE, FILE_SHA256


def freeze(out: Path) -> None:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/palabre.sqlite3"
        migrate(url)
        engine = open_engine(url)
        estate(engine)
        (Path(folder) / FILE_SHA256).write_bytes(FILE)
        export(engine, Path(folder), WORKSHOP, out, now_ms=BEGAN_AT)
        engine.dispose()


if __name__ == "__main__":
    out = FROZEN / f"archive-{tables.SCHEMA}.zip"
    if out.exists():
        sys.exit(f"{out.name} is frozen already")
    freeze(out)
