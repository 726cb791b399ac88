"""Doing the faults of a plan to a cluster and to the crowd's networks, and undoing them."""

from __future__ import annotations

import asyncio
import random
import resource
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx2

from tests.chaos.faults import Fault, Kind, Plan
from tests.chaos.ledger import Ledger
from tests.chaos.phone import Phone
from tests.cluster.processes import Cluster, Process, Web

MEANWHILE = 12
"""Commands that go on while something is away."""
PATIENCE_S = 10.0
"""How long a crash point waits to be passed; then the process is hit wherever it is."""
LOOK_S = 0.02
TEN_MINUTES_MS = 10 * 60 * 1000
AN_HOUR_MS = 60 * 60 * 1000
REFUSED = 3
"""Commands put off before there is room on the disk again."""
FILE = b"%PDF-1.7" + bytes(8 * 2**20)


class Trouble:
    def __init__(self, cluster: Cluster, plan: Plan, phones: Sequence[Phone], ledger: Ledger) -> None:
        self.cluster = cluster
        self.plan = plan
        self.phones = phones
        self.ledger = ledger
        self.dice = random.Random(f"trouble {plan.seed}")
        self.is_over = False
        self.faults: list[str] = []

    async def run(self) -> None:
        """One fault after the other; each is over before the next begins."""
        for fault in self.plan.faults:
            await self.ledger.until(fault.after)
            await self._do(fault)
        self.is_over = True

    async def _do(self, fault: Fault) -> None:
        web = self.cluster.webs[fault.web]
        match fault.kind:
            case Kind.KILL:
                await self._strike(web, fault.point, signal.SIGKILL, lambda: not web.is_running)
                await start(web)
            case Kind.KILL_BOTH:
                for each in self.cluster.webs:
                    await asyncio.to_thread(each.kill)
                await asyncio.gather(*map(start, self.cluster.webs))
            case Kind.FREEZE | Kind.STALL:
                await self._strike(web, fault.point, signal.SIGSTOP, lambda: is_stopped(web.pid))
                await asyncio.sleep(fault.for_s)
                if fault.kind is Kind.STALL:
                    await self._meanwhile()
                web.thaw()
            case Kind.END:
                await asyncio.to_thread(web.stop)
                await start(web)
            case Kind.REDIS:
                await asyncio.to_thread(self.cluster.redis.kill)
                await self._meanwhile()
                await asyncio.to_thread(self.cluster.redis.start)
            case Kind.POSTGRES:
                await asyncio.to_thread(self.cluster.restart_postgres)
            case Kind.CUT:
                for phone in self.dice.sample(self.phones, len(self.phones) // 2):
                    phone.cut()
            case Kind.AWAY:
                await self._away()
            case Kind.CLOCK:
                web.levers.set_clock(-AN_HOUR_MS)
                await self._meanwhile()
            case Kind.MEDIA:
                await asyncio.to_thread(self.cluster.media.kill)
                await self._meanwhile()
                await start(self.cluster.media)
            case Kind.FULL:
                await self._fill_disk()

    async def _meanwhile(self) -> None:
        await self.ledger.until(self.ledger.done + MEANWHILE)

    async def _strike(self, web: Web, point: str, number: int, is_done: Callable[[], bool]) -> None:
        """At the next commit that passes the point."""
        web.levers.arm(point, number)
        if not await asyncio.to_thread(comes_true, is_done):
            web.levers.disarm()
            web.signal(number)

    async def _away(self) -> None:
        """What the server keeps of them is ten minutes old when they come back."""
        away = self.dice.sample(self.phones, 3)
        for phone in away:
            phone.go_away()
        await self._meanwhile()
        for web in self.cluster.webs:
            web.levers.set_clock(TEN_MINUTES_MS)
        await self._meanwhile()
        for phone in away:
            phone.come_back()

    async def _fill_disk(self) -> None:
        """What is written is put off, until there is room again; and so are files."""
        if (disk := self.cluster.disk) is not None:
            await asyncio.to_thread(disk.fill)
        else:
            limit(self.cluster.webs, self._largest())
        await self.ledger.until_put_off(REFUSED, 4 * MEANWHILE)
        await self._bring_file("busy")
        if disk is not None:
            disk.free()
        else:
            limit(self.cluster.webs, resource.RLIM_INFINITY)
        await self._bring_file(None)

    def _largest(self) -> int:
        """Where no disk could be mounted, no file of the processes may grow. PostgreSQL's would fail in another way."""
        assert self.plan.on_sqlite, "to fill the disk of PostgreSQL, one has to be mounted: this takes root"
        return max(path.stat().st_size for path in self.cluster.data.glob("palabre.sqlite3*"))

    async def _bring_file(self, refused: str | None) -> None:
        headers = {"Authorization": f"Bearer {self.phones[0].session}"}
        async with httpx2.AsyncClient(base_url=self.cluster.webs[0].url, timeout=30) as http:
            answer = await http.post("/api/files", files={"file": ("plan.pdf", FILE)}, headers=headers)
        code = answer.json().get("refused", {}).get("code")
        if code != refused:
            self.faults.append(f"a file was answered {code}, not {refused}: {answer.text[:200]}")


def comes_true(is_done: Callable[[], bool]) -> bool:
    """Blocking. What a process does to itself it tells nobody."""
    until = time.monotonic() + PATIENCE_S
    while not is_done():
        if time.monotonic() > until:
            return False
        time.sleep(LOOK_S)
    return True


async def start(process: Process) -> None:
    await asyncio.to_thread(process.start)


def is_stopped(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def limit(webs: Sequence[Web], size: int) -> None:
    for web in webs:
        resource.prlimit(web.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
