"""Two processes behind nginx: who meets where, what they tell each other, and how each is started again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from rooms.permissions import Role
from tests.cluster.nginx import nginx
from tests.cluster.people import again, enter, keep_writing, prepare, there
from tests.cluster.processes import Cluster, Web, running
from tests.postgres import Postgres
from tests.realtime.raw import Raw, raw
from web.front import STATIC, Front
from web.lan import certificate_for

PEOPLE = 24
TOKEN = "metrics"
END_S = 20.0
WAIT_S = 20.0
"""Of time to itself a process is gone within 10 s and nobody waits for 5; here others compute beside it."""


@pytest.fixture(scope="module")
def cluster(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with running(postgres, tmp_path_factory.mktemp("together"), PALABRE_METRICS_TOKEN=TOKEN) as cluster:
        yield cluster


@pytest.fixture(scope="module")
async def tokens(cluster: Cluster) -> dict[Role, str]:
    return await prepare(cluster)


async def connections(web: Web) -> int:
    async with httpx2.AsyncClient(base_url=web.url, timeout=20, verify=False) as http:
        told = await http.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    return int(float(re.findall(r"^palabre_connections (\S+)$", told.text, re.MULTILINE)[0]))


async def test_the_people_of_a_workshop_meet_in_one_process(cluster: Cluster, tokens: dict[Role, str]) -> None:
    async with AsyncExitStack() as stack:
        url = await asyncio.to_thread(stack.enter_context, nginx(cluster.folder, [web.port for web in cluster.webs]))
        for number in range(4):
            session = await enter(url, tokens[Role.PARTICIPANT], f"Bo {number}")
            await stack.enter_async_context(there(url, session))
        assert sorted([await connections(web) for web in cluster.webs]) == [0, 4]


async def test_over_https_pages_and_sockets_come_through(
    cluster: Cluster, tokens: dict[Role, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = certificate_for("127.0.0.1", tmp_path, datetime.now(UTC)).path
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    ports = [web.port for web in cluster.webs]
    async with AsyncExitStack() as stack:
        url = await asyncio.to_thread(stack.enter_context, nginx(cluster.folder, ports, certificate))
        url = url.replace("localhost", "127.0.0.1")
        session = await enter(url, tokens[Role.PARTICIPANT], "Cy")
        person = await stack.enter_async_context(there(url, session))
        await person.write("par https")
        entry = Front().entry("page")
        assert entry is not None
        async with httpx2.AsyncClient(base_url=url, timeout=20) as http:
            file = await http.get(entry.script)
            page = await http.get("/")
        assert file.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert file.text == (STATIC / entry.script.removeprefix("/static/")).read_text()
        assert page.headers["Strict-Transport-Security"]


async def test_people_on_two_processes_see_each_other_also_once_redis_is_back(
    cluster: Cluster, tokens: dict[Role, str]
) -> None:
    first, second = cluster.webs
    ana, bo, cy = [await enter(first.url, tokens[Role.PARTICIPANT], name) for name in ("Ana", "Bo", "Cy")]
    async with raw(second, bo) as seeing:
        async with raw(first, ana) as ana_there:
            await seeing.until(lambda: id_of(ana_there) in came(seeing))
        cluster.redis.kill()
        await asyncio.to_thread(cluster.redis.start)
        async with raw(first, cy) as cy_there:
            await seeing.until(lambda: id_of(cy_there) in came(seeing))


def id_of(person: Raw) -> str:
    return next(str(value["you"]["participant"]) for event, value in person.events if event == "welcome")


def came(person: Raw) -> list[str]:
    return [id for event, value in person.events if event == "presence" for id in value["came"]]


async def test_nothing_is_lost_and_nobody_waits_long_while_each_process_starts_again(
    cluster: Cluster, tokens: dict[Role, str]
) -> None:
    async with AsyncExitStack() as stack:
        url = await asyncio.to_thread(
            stack.enter_context, nginx(cluster.folder, [web.port for web in cluster.webs], spread=True)
        )
        sessions = [await enter(url, tokens[Role.PARTICIPANT], f"Ana {number}") for number in range(PEOPLE)]
        people = [await stack.enter_async_context(there(url, session)) for session in sessions]
        over = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for number, person in enumerate(people):
                group.create_task(keep_writing(person, str(number), over))
            for web in cluster.webs:
                assert await again(web) < END_S
            over.set()
        written = sorted(note for person in people for note in person.notes)
        assert sum(person.client.reconnections for person in people) >= PEOPLE
        assert max(wait for person in people for wait in person.waits) < WAIT_S
        for person, session in zip(people, sessions, strict=True):
            async with there(url, session) as fresh:
                await fresh.until_it_holds(written)
                await person.until_it_sees(fresh.sees())
                assert person.client.store.entities() == fresh.client.store.entities()
