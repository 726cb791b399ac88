"""The hold of a web process on its worker: started, told what should be, replaced when it dies or hangs."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import pytest

from media import host
from media.control import Wish
from media.host import Worker, WorkerArguments
from media.light import Crowd, LightClient
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused
from tests.media.house import EPOCH, SOON_S, WORKSHOP, at_home, inhabited, seat, spawned, within
from tests.media.link import until

ANA = ParticipantId("ana")
PARENT = """
import asyncio, sys
from media.host import Worker, WorkerArguments

async def main():
    worker = Worker(WorkerArguments(addresses=("127.0.0.1",)))
    while worker.ready is None:
        await worker.start()
    print(worker.ready.port, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def is_listening(port: int) -> bool:
    with socket.socket() as dialling:
        return dialling.connect_ex(("127.0.0.1", port)) == 0


def kill(worker: Worker, number: signal.Signals = signal.SIGKILL) -> None:
    assert worker.process is not None
    worker.process.send_signal(number)


async def refusal(asking: asyncio.Future[str] | asyncio.Task[str]) -> str:
    with pytest.raises(Refused) as refused:
        await asking
    return refused.value.code


async def test_a_worker_that_is_killed_is_replaced_and_told_all_that_should_be() -> None:
    port = free_port()
    async with spawned(port=port, may_take_another_port=False) as house:
        worker, other = house.media, WorkshopId("other")
        house.sit(seat("ana"), seat("bo"))
        house.sit(seat("cy"), drop=("bo",))
        worker.open(other, EPOCH, 1, [seat("ana")])
        ana = await house.enter("ana")
        assert worker.ready is not None
        first = worker.ready

        kill(worker, signal.SIGSTOP)
        asking = asyncio.ensure_future(ana.offer())
        await asyncio.sleep(0)
        kill(worker)
        await until(lambda: house.lost == 1, SOON_S)
        assert await refusal(asking) == "media_lost"
        assert await refusal(asyncio.ensure_future(ana.offer())) == "media_lost"
        with pytest.raises(Refused, match="media_lost"):
            await ana.wants(camera=True)
        worker.leave(WORKSHOP, ANA)
        house.sit(seat("di"))

        await until(lambda: house.back == 1, 2 * SOON_S)
        assert worker.ready.port == first.port == port
        assert worker.ready.worker != first.worker
        with pytest.raises(Refused, match="unknown"):
            await ana.wants(camera=True)
        again = {name: await house.enter(name) for name in ("ana", "cy", "di")}
        await again["cy"].talk()
        await again["di"].gets("cy")
        with pytest.raises(Refused, match="unknown"):
            await house.enter("bo")
        async with Crowd() as crowd:
            client = LightClient(crowd)
            assert await worker.offer(other, ANA, "another", client.offer, client.lines, "phone")
        assert (house.lost, house.back) == (1, 1)


async def test_a_worker_that_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    async with spawned() as house:
        house.sit(seat("ana"))
        await house.heeded()
        monkeypatch.setattr(host, "SILENT_S", 1)
        kill(house.media, signal.SIGSTOP)
        await until(lambda: house.back == 1, 2 * SOON_S)
        await house.enter("ana")


async def test_a_worker_ends_with_the_process_that_started_it() -> None:
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parent.parent.parent
    )
    assert parent.stdout is not None
    async with asyncio.timeout(2 * SOON_S):
        port = int(await parent.stdout.readline())
    assert is_listening(port)

    parent.kill()
    await parent.wait()

    await until(lambda: not is_listening(port), SOON_S)


async def test_stopping_leaves_nothing_behind() -> None:
    worker = Worker(WorkerArguments(addresses=("127.0.0.1",)))
    await worker.start()
    assert worker.process is not None
    assert worker._folder is not None
    process, folder = worker.process, worker._folder.name

    await worker.stop()

    assert process.returncode is not None
    with pytest.raises(FileNotFoundError):
        os.stat(folder)
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)
    with pytest.raises(Refused, match="media_lost"):
        await worker.wish(WORKSHOP, ANA, "connection", Wish())


async def test_without_a_worker_everything_may_be_called(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(host, "ANSWER_S", 0.05)
    nowhere = str(tmp_path / "control")
    async with inhabited(Worker(None, nowhere, "secret")) as house:
        house.sit(seat("ana"))
        house.sit(seat("bo"))
        house.media.leave(WORKSHOP, ANA)
        assert await refusal(asyncio.ensure_future(house.media.offer(WORKSHOP, ANA, "c", "v=0", {}, "phone"))) == (
            "media_lost"
        )
        house.media.close(WORKSHOP)
        assert (house.lost, house.back) == (0, 0)


async def test_a_worker_that_comes_late_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_home() as (path, secret, home):
        late = path + ".late"
        monkeypatch.setattr(host, "ANSWER_S", 0.05)
        async with inhabited(Worker(None, late, secret)) as house:
            assert house.media.ready is None
            house.sit(seat("ana"))
            monkeypatch.undo()
            os.symlink(path, late)
            await until(lambda: home.halls.keys() == {WORKSHOP})
            await house.enter("ana")


async def test_with_the_wrong_secret_there_is_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "ANSWER_S", 0.1)
    async with at_home() as (path, _, home), inhabited(Worker(None, path, "another")) as house:
        assert house.media.ready is None
        assert home.links == {}
        with pytest.raises(Refused, match="media_lost"):
            await house.media.wish(WORKSHOP, ANA, "connection", Wish())


async def test_one_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with within() as (house, home):
        house.sit(seat("ana"))
        await house.heeded()
        monkeypatch.setattr(host, "ANSWER_S", 0.05)
        monkeypatch.setattr(home, "_heed", lambda link, message: None)

        with pytest.raises(Refused, match="media_lost"):
            await house.media.wish(WORKSHOP, ANA, "connection", Wish())

        assert house.media._asked == {}
        assert house.lost == 0
