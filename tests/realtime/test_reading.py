"""What a page says by hand over a real socket, as `realtime.reading` takes it: in order, whole, or not at all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from realtime.broadcast import DirectWire, Packet, Protocol
from realtime.reading import ATTACHMENTS_MAX, WAITING_MAX, acknowledgement
from rooms.activities.discussion import Message
from rooms.permissions import Role
from tests.realtime.raw import Raw, code, raw, session
from tests.serving import Served


@pytest.fixture
async def ana(server: Served) -> AsyncIterator[Raw]:
    async with raw(server, await session(server, Role.PARTICIPANT)) as opened:
        yield opened


class Transport(asyncio.Transport):
    """One that can be paused, and is connected to nothing."""

    _is_reading = True

    def is_closing(self) -> bool:
        return False

    def is_reading(self) -> bool:
        return self._is_reading

    def pause_reading(self) -> None:
        self._is_reading = False

    def resume_reading(self) -> None:
        self._is_reading = True


async def nobody(scope: Any, receive: Any, send: Any) -> None:
    """An application that is never asked."""


def answer_to(ana: Raw, id: int) -> asyncio.Future[Any]:
    promised: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    ana.socket._answers[id] = promised
    return promised


@pytest.mark.parametrize(
    "messages",
    [
        ["42"],
        ["42{}"],
        ["42[]"],
        ["42[3]"],
        ['42["do"'],
        ['42["no.such",{}]'],
        ["42" + "9" * 200 + '["do",{}]'],
        ["42" + "[" * 5_000],
        ["42" + "[" * 5_000 + "]" * 5_000],
        ["45-[]"],
        ['459999999999-["do",{}]', b"x", b"x"],
        [f'45{ATTACHMENTS_MAX + 1}-["do",{{}}]', *[b"x"] * (ATTACHMENTS_MAX + 1)],
        [b"", b"x" * 1_000],
        ['452-7["doc.update",{"update":{"_placeholder":true,"num":0}}]', b"one is missing"],
        ["42/admin,[]"],
    ],
)
async def test_what_is_no_event_changes_nothing_and_the_next_is_read(
    ana: Raw, caplog: pytest.LogCaptureFixture, messages: list[str | bytes]
) -> None:
    for message in messages:
        await ana.socket._websocket.send(message)
    assert "seq" in await ana.do("message.send", text="toujours là")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("number", ["9", "-9", '"x"', "null"])
async def test_an_attachment_that_is_not_there_is_refused(ana: Raw, number: str) -> None:
    answer = answer_to(ana, 7_000)
    await ana.socket._websocket.send(f'451-7000["doc.update",{{"update":{{"_placeholder":true,"num":{number}}}}}]')
    await ana.socket._websocket.send(b"x")
    assert code(await answer) == "invalid"


@pytest.mark.parametrize("said", ['["do"', "{}", '["no.such",{}]', '["do",' + "[" * 5_000 + "]" * 5_000 + "]"])
async def test_what_cannot_be_read_is_refused_to_whoever_waits_for_an_answer(ana: Raw, said: str) -> None:
    answer = answer_to(ana, 7_000)
    await ana.socket._websocket.send(f"427000{said}")
    assert code(await answer) == "invalid"


async def test_more_than_may_wait_is_read_and_answered_in_its_order(ana: Raw) -> None:
    answers = [answer_to(ana, 8_000 + number) for number in range(3 * WAITING_MAX)]
    for number in range(len(answers)):
        command = f'{{"id":"{number:016}","type":"message.send","text":"{number}"}}'
        await ana.socket._websocket.send(f'42{8_000 + number}["do",{command}]')
    seqs = [(await answer)["seq"] for answer in answers]
    assert seqs == sorted(set(seqs))


async def test_what_is_not_utf_8_is_refused_and_the_next_is_read(ana: Raw, caplog: pytest.LogCaptureFixture) -> None:
    answer = answer_to(ana, 7_000)
    await ana.socket._websocket.send(b'427000["do",{"text":"\xff"}]', text=True)
    assert code(await answer) == "invalid"
    assert "seq" in await ana.do("message.send", text="toujours là")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_what_was_said_before_the_goodbye_is_heard(ana: Raw, server: Served) -> None:
    for number in range(3 * WAITING_MAX):
        command = f'{{"id":"{number:016}","type":"message.send","text":"{number}"}}'
        await ana.socket._websocket.send(f'42["do",{command}]')
    await ana.socket._websocket.close()
    await server.until(lambda: len(list(server.state.all(Message))) == 3 * WAITING_MAX)
    async with asyncio.timeout(20):
        while server.realtime.connections:  # noqa: ASYNC110 - that somebody is gone is told by nobody
            await asyncio.sleep(0)


async def test_whoever_reads_nothing_is_cut_also_after_the_goodbye(ana: Raw, server: Served) -> None:
    (connection,) = server.realtime.connections.values()
    server.cut(connection.session.link)
    await ana.until(ana.is_over.is_set)
    answer = Packet("answer", b'"' + b"x" * 1_000_000 + b'"')
    for _ in range(100):
        connection.send(answer)
    assert connection.wire.send(answer), "nothing is gathered for them"


async def test_reading_stays_held_when_the_application_has_read_by_itself() -> None:
    protocol = Protocol(uvicorn.Config(nobody, log_config=None), ServerState(), {})
    protocol.transport = Transport()
    wire = DirectWire(protocol)
    wire.pace(reads=False)
    protocol.curr_msg_data_type, protocol.frames = "text", [b"3"]
    protocol.send_receive_event_to_app()
    assert (await protocol.receive())["type"] == "websocket.receive"
    assert not protocol.transport.is_reading()
    wire.pace(reads=True)
    assert protocol.transport.is_reading()


async def test_what_wants_no_answer_gets_none(ana: Raw) -> None:
    await ana.socket._websocket.send('42["do",{"id":"aaaaaaaaaaaaaaaa","type":"message.send","text":"sans réponse"}]')
    await ana.until(lambda: "sans réponse" in str(ana.events))
    assert "seq" in await ana.do("message.send", text="avec")


def test_an_answer_bears_its_bytes_as_attachments() -> None:
    packet = acknowledgement(b"7", {"update": b"\x00", "head": 3})
    assert packet.text == b'461-7[{"update":{"_placeholder":true,"num":0},"head":3}]'
    assert packet.attachments == (b"\x00",)
    assert acknowledgement(b"7", None).text == b"437[]"
