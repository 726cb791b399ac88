"""A disk of its own for what an installation keeps, so small that it can be filled to its last byte."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 64 * 2**20
CHUNK = 2**20
PAGE = 4096


class Disk:
    """`data` is for web processes, `tables` for PostgreSQL."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.tables = folder / "tables"
        self._ballast = folder / "ballast"
        self.data.mkdir()
        self.tables.mkdir()

    def fill(self) -> None:
        """Until nothing more can be written."""
        with self._ballast.open("ab", buffering=0) as file:
            for size in (CHUNK, PAGE):
                try:
                    while file.write(bytes(size)):
                        pass
                except OSError:
                    continue

    def free(self) -> None:
        self._ballast.unlink()


@contextmanager
def small_disk() -> Iterator[Disk | None]:
    """In memory, until the end of the block; None where this machine lets nobody mount one. Blocking."""
    with tempfile.TemporaryDirectory(prefix="palabre-disk-") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "palabre", folder]
        if subprocess.run(mount, capture_output=True).returncode:
            yield None
            return
        try:
            yield Disk(Path(folder))
        finally:
            subprocess.run(["umount", folder], check=True)
