"""Palabre as large installations run it: two web processes behind nginx, PostgreSQL, Redis and a media worker."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from tests.cluster.nginx import nginx
from tests.cluster.processes import Cluster, free_port
from tests.e2e.conftest import Palabre
from tests.postgres import Postgres


class Twins(Palabre):
    """People come to each process in turn, whatever their workshop; one of the two can be killed."""

    cluster: Cluster

    async def run(self, *words: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            str(Path(sys.executable).with_name("palabre")), *words,
            env=os.environ | self.cluster.environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip

    async def open(self) -> None:
        sample = await self.run("demo")
        said, _ = await sample.communicate()
        self.printed = said.decode()
        self.read_links()
        await asyncio.to_thread(self.cluster.start)

    async def start(self) -> None:
        await asyncio.to_thread(self.cluster.webs[0].start)

    async def kill(self) -> None:
        await asyncio.to_thread(self.cluster.webs[0].kill)


@asynccontextmanager
async def twins(postgres: Postgres, folder: Path) -> AsyncIterator[Twins]:
    served = Twins(folder, free_port())
    with ExitStack() as stack:
        served.cluster = Cluster(postgres, folder, PALABRE_URL=served.url)
        try:
            await served.open()
            ports = [web.port for web in served.cluster.webs]
            await asyncio.to_thread(stack.enter_context, nginx(folder, ports, spread=True, port=served.port))
            yield served
        finally:
            await asyncio.to_thread(served.cluster.kill)
