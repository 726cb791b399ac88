"""The control of a worker: frames, who is let in, and what is hung up on."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from random import Random

import msgspec
import pytest

from media import control, halls
from media.control import (
    FRAME_MAX,
    VERSION,
    Answered,
    BadFrame,
    Declined,
    Hello,
    Left,
    Message,
    Metrics,
    Open,
    Ready,
    Reseat,
    Wished,
    frame,
    from_web,
    from_worker,
)
from media.halls import Halls
from rooms.ids import ParticipantId
from tests.media.house import EPOCH, WORKSHOP, at_home, seat
from tests.media.link import until
from tests.media.mutants import mutants

Dial = Callable[[], Awaitable["Line"]]


class Line:
    """To a worker, as a web process has it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    def say(self, *messages: Message | bytes) -> None:
        for message in messages:
            self.writer.write(message if isinstance(message, bytes) else frame(message))

    async def hears(self) -> Message:
        """The next that is not told of the worker itself each second."""
        async with asyncio.timeout(10):
            while isinstance(said := await from_worker(self.reader), Metrics):
                pass
            return said

    async def is_hung_up(self) -> bool:
        try:
            await self.hears()
        except asyncio.IncompleteReadError as end:
            return not end.partial
        return False


@pytest.fixture
async def worker() -> AsyncIterator[tuple[Halls, str, Dial]]:
    lines: list[Line] = []
    async with at_home() as (path, secret, home):

        async def dial() -> Line:
            lines.append(Line(*await asyncio.open_unix_connection(path)))
            return lines[-1]

        yield home, secret, dial
        for line in lines:
            line.writer.close()


def whole(body: bytes) -> bytes:
    return struct.pack("!L", len(body)) + body


MESSAGES: tuple[Message, ...] = (
    Hello(secret="secret"),
    Open(workshop=WORKSHOP, epoch=EPOCH, generation=3, seats=(seat("ana"), seat("bo", "one", muted=True))),
    Reseat(workshop=WORKSHOP, epoch=EPOCH, generation=4, put=(seat("ana"),), drop=(ParticipantId("bo"),)),
    Wished(request=1, workshop=WORKSHOP, participant=ParticipantId("ana"), connection="c", wish=control.Wish()),
    Left(workshop=WORKSHOP, participant=ParticipantId("ana"), connection=None),
)


# -- frames -----------------------------------------------------------------------------------------------------------


async def test_messages_come_out_of_their_frames_as_they_went_in() -> None:
    reader = asyncio.StreamReader()
    for message in MESSAGES:
        reader.feed_data(frame(message))
    reader.feed_eof()

    assert [await from_web(reader) for _ in MESSAGES] == list(MESSAGES)
    with pytest.raises(asyncio.IncompleteReadError):
        await from_web(reader)


async def test_a_frame_that_would_be_too_long_is_not_waited_for() -> None:
    reader = asyncio.StreamReader()
    reader.feed_data(struct.pack("!L", FRAME_MAX + 1))

    with pytest.raises(BadFrame):
        await from_web(reader)


async def test_what_is_no_message_is_told_from_one() -> None:
    bodies = [msgspec.msgpack.encode(message) for message in MESSAGES] + [b"\x91" * 10_000]
    refused = 0
    for mutant in mutants(bodies, 3000):
        reader = asyncio.StreamReader()
        reader.feed_data(whole(mutant))
        try:
            assert isinstance(await from_web(reader), control.FromWeb)
        except BadFrame:
            refused += 1
    assert 2000 < refused < 3000


# -- who is let in ----------------------------------------------------------------------------------------------------


async def test_who_knows_the_secret_is_told_the_port(worker: tuple[Halls, str, Dial]) -> None:
    home, secret, dial = worker
    line = await dial()

    line.say(Hello(secret=secret))

    assert await line.hears() == Ready(worker=home.id, port=home.mux.port)


@pytest.mark.parametrize(
    "said",
    [
        frame(Hello(secret="wrong")),
        frame(Hello(secret="")),
        frame(Hello(secret="sécret \N{KEY}")),
        frame(Open(workshop=WORKSHOP, epoch=EPOCH, generation=1, seats=(seat("ana"),))),
        whole(b"GET / HTTP/1.1\r\n\r\n"),
        whole(b""),
        whole(bytes(5000)),
        b"GET / HTTP/1.1\r\nHost: palabre\r\n\r\n",
        struct.pack("!L", FRAME_MAX - 1),
    ],
)
async def test_strangers_are_hung_up_on(worker: tuple[Halls, str, Dial], said: bytes) -> None:
    home, _, dial = worker
    line = await dial()

    line.say(said)

    assert await line.is_hung_up()
    assert home.links == {}
    assert home.halls == {}


async def test_who_speaks_another_version_is_hung_up_on(
    worker: tuple[Halls, str, Dial], caplog: pytest.LogCaptureFixture
) -> None:
    _, secret, dial = worker
    line = await dial()

    line.say(Hello(secret=secret, version=VERSION + 1))

    assert await line.is_hung_up()
    assert f"version {VERSION + 1}" in caplog.text


async def test_who_says_nothing_is_hung_up_on(worker: tuple[Halls, str, Dial], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halls, "HELLO_S", 0.05)
    _, _, dial = worker

    assert await (await dial()).is_hung_up()


@pytest.mark.parametrize("seed", range(20))
async def test_garbage_ends_a_talk_and_no_other(worker: tuple[Halls, str, Dial], seed: int) -> None:
    _, secret, dial = worker
    good, bad = await dial(), await dial()
    for line in (good, bad):
        line.say(Hello(secret=secret))
        await line.hears()

    bad.say(Random(seed).randbytes(200))
    assert await bad.is_hung_up()

    good.say(Wished(request=7, workshop=WORKSHOP, participant=ParticipantId("a"), connection="c", wish=control.Wish()))
    assert await good.hears() == Declined(request=7, code="unknown", details={"kind": "connection"})


async def test_a_second_hello_is_no_message(worker: tuple[Halls, str, Dial]) -> None:
    _, secret, dial = worker
    line = await dial()
    line.say(Hello(secret=secret), Hello(secret=secret))
    await line.hears()

    assert await line.is_hung_up()


async def test_a_web_process_that_does_not_read_is_cut(
    worker: tuple[Halls, str, Dial], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, secret, dial = worker
    line = await dial()
    line.say(Hello(secret=secret))
    await line.hears()
    (link,) = home.links
    monkeypatch.setattr(halls, "UNREAD_MAX", 100_000)

    for _ in range(100):
        link.tell(Answered(request=1, sdp="v" * 10_000))

    await until(lambda: not home.links)
