"""Servers to measure: each a process on a core of its own, the measuring process on the others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hatch_build import find_node
from web.serving import listen

NODE = Path(__file__).parent / "node"
SERVER_CORE, *OTHER_CORES = sorted(os.sched_getaffinity(0))
TICKS_S = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: subprocess.Popen[str]

    def cpu_s(self) -> float:
        """What all its threads have used so far, in and for it, see proc_pid_stat(5)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS_S

    def resident_bytes(self) -> int:
        """What it holds in memory, see proc_pid_statm(5)."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE_BYTES


@contextmanager
def palabre(data: Path, more: Mapping[str, str] | None = None) -> Iterator[Server]:
    """`palabre serve`, as anybody runs it; `more` is added to its settings."""
    settings = {"PALABRE_DATA": str(data), "PALABRE_MEDIA": "off", **(more or {})}
    serving = [sys.executable, "-c", "from web.cli import main; main(['serve', '--port', '0'])"]
    with running(serving, settings) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        yield Server(int(said.rpartition(":")[2]), process)


@contextmanager
def stock() -> Iterator[Server]:
    """python-socketio on uvicorn as their manuals start them, around `bench/stock.py`."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    fd = listening.fileno()
    words = [sys.executable, "-m", "uvicorn", "bench.stock:app", "--fd", str(fd), "--log-level", "warning"]
    with listening, running(words, {}, (fd,)) as process:
        yield Server(port, process)


@contextmanager
def node() -> Iterator[Server]:
    """Socket.IO on Node (`bench/node`), its packages as the lock file says."""
    found = find_node()
    assert found is not None, "Node is needed: `make bench` brings one"
    path = {"PATH": os.pathsep.join([str(found.folder), os.environ.get("PATH", "")])}
    if not (NODE / "node_modules" / "socket.io").is_dir():
        npm = [*found.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(npm, cwd=NODE, env=os.environ | path, check=True, stdout=sys.stderr)
    with running([str(found.folder / "node"), str(NODE / "server.mjs")], path) as process:
        assert process.stdout is not None
        yield Server(int(process.stdout.readline().rpartition(":")[2]), process)


@contextmanager
def running(
    words: Sequence[str], settings: dict[str, str], fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(words, env=os.environ | settings, stdout=subprocess.PIPE, text=True, pass_fds=fds)
    if OTHER_CORES:
        os.sched_setaffinity(process.pid, {SERVER_CORE})
        os.sched_setaffinity(0, OTHER_CORES)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
        os.sched_setaffinity(0, {SERVER_CORE, *OTHER_CORES})
