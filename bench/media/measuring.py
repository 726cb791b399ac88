"""What a server spends while it forwards, and what arrives of it."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from bench.servers import OTHER_CORES, SERVER_CORE, TICKS_S
from media.light import LightClient

WARM_S, MEASURED_S = 2.0, 5.0
IDLE, WAITING = 3, 4
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Process:
    """See proc_pid_stat(5), proc_pid_statm(5)."""

    pid: int

    def cpu_s(self) -> float:
        """What all its threads have used so far, in it and for it."""
        return sum(self._ticks()) / TICKS_S

    def kernel_s(self) -> float:
        """What of it was spent in the kernel: sockets, interrupts, waking others."""
        return self._ticks()[1] / TICKS_S

    def _ticks(self) -> tuple[int, int]:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]), int(fields[12])

    def memory(self) -> int:
        """Bytes that it holds."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * PAGE


@contextmanager
def on_server_core() -> Iterator[None]:
    """Processes started here keep to the first core; we to the others."""
    os.sched_setaffinity(0, {SERVER_CORE})
    try:
        yield
    finally:
        os.sched_setaffinity(0, OTHER_CORES or {SERVER_CORE})


class Counted(NamedTuple):
    """Of one stream: packets that came, and the newest's number. -1: none came yet."""

    packets: int
    newest: int


def counted(clients: Iterable[LightClient]) -> list[Counted]:
    return [Counted(each.packets, each.highest) for client in clients for each in client.received.values()]


@dataclass(frozen=True, slots=True)
class Found:
    """One run. `kernel_s` is what of the CPU time was spent in the kernel.

    `others` is what else was done on the server's core, as a part of the time.
    """

    seconds: float
    cpu_s: float
    kernel_s: float
    others: float
    packets: int
    """Those that came, and those that should have by the numbers of their streams."""
    numbered: int

    @property
    def us(self) -> float:
        """Of CPU time, for a packet that arrives."""
        return self.cpu_s / max(1, self.packets) * 1e6

    @property
    def kernel_us(self) -> float:
        return self.kernel_s / max(1, self.packets) * 1e6

    @property
    def core(self) -> float:
        return self.cpu_s / self.seconds

    @property
    def rate(self) -> float:
        return self.packets / self.seconds

    @property
    def delivered(self) -> float:
        return self.packets / max(1, self.numbered)


async def measured(process: Process, listening: Sequence[LightClient], passed: Awaitable[object]) -> Found:
    """What happens until then."""
    began, cpu_s, kernel_s, busy_s = monotonic(), process.cpu_s(), process.kernel_s(), core_busy_s()
    before = counted(listening)
    await passed
    seconds, cpu_s, busy_s = monotonic() - began, process.cpu_s() - cpu_s, core_busy_s() - busy_s
    kernel_s = process.kernel_s() - kernel_s
    streams = list(zip(before, counted(listening), strict=True))
    came = [now.packets - then.packets for then, now in streams]
    # A stream that begins meanwhile begins with any number.
    numbered = [now.newest - then.newest if then.newest >= 0 else now.packets for then, now in streams]
    return Found(seconds, cpu_s, kernel_s, max(0.0, busy_s - cpu_s) / seconds, sum(came), sum(numbered))


def core_busy_s() -> float:
    """Of the server's core, see proc_stat(5): all that is not idle."""
    lines = Path("/proc/stat").read_text().splitlines()
    times = next(line.split()[1:9] for line in lines if line.startswith(f"cpu{SERVER_CORE} "))
    return sum(int(each) for at, each in enumerate(times) if at not in (IDLE, WAITING)) / TICKS_S
