"""One port for everybody, and what strangers can do to it: nothing."""

import asyncio
import random
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media import framing, mux, stun
from media.framing import Frames
from media.mux import Mux, announce
from media.secure import DATAGRAM_MOST
from media.transport import Transport
from tests.media.link import CERTIFICATES, connected, opened, packet, ssrc_of, until
from tests.media.test_transport import hears


@contextmanager
def stranger(port: int, address: str = "127.0.0.1") -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM) as strange:
        strange.connect((address, port))
        yield strange


async def dialled(port: int) -> socket.socket:
    dialling = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    dialling.setblocking(False)
    await asyncio.get_running_loop().sock_connect(dialling, ("127.0.0.1", port))
    return dialling


async def is_hung_up(dialling: socket.socket) -> bool:
    try:
        async with asyncio.timeout(5):
            while await asyncio.get_running_loop().sock_recv(dialling, 2048):
                pass
    except ConnectionError:
        pass
    dialling.close()
    return True


# -- the port ---------------------------------------------------------------------------------------------------------


async def test_all_addresses_and_both_protocols_have_one_port() -> None:
    async with opened(["127.0.0.1", "::1"]) as opening:
        ports = {each.socket.getsockname()[1] for each in opening._ports}
        ports |= {each.getsockname()[1] for server in opening._servers for each in server.sockets}

        assert ports == {opening.port}
        assert [each.split()[2:6:2] for each in opening.candidates()] == [
            ["udp", "127.0.0.1"],
            ["udp", "::1"],
            ["tcp", "127.0.0.1"],
            ["tcp", "::1"],
        ]


async def test_no_thread_is_started() -> None:
    before = threading.active_count()
    async with connected("tcp", address="::1"):
        assert threading.active_count() == before


async def test_a_taken_port_is_refused() -> None:
    async with opened() as first:
        second = Mux(["127.0.0.1"], first.port)
        with pytest.raises(OSError, match="in use"):
            await second.start()


async def test_a_port_taken_for_tcp_alone_leaves_no_socket_open() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            await Mux(["127.0.0.1"], port).start()

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", port))


async def test_an_address_that_went_away_is_done_without() -> None:
    async with opened(["127.0.0.1", "203.0.113.1"]) as opening:
        assert {each.split()[4] for each in opening.candidates()} == {"127.0.0.1"}


async def test_without_any_address_nothing_starts() -> None:
    with pytest.raises(OSError, match="no address"):
        await Mux(["203.0.113.1"], 0).start()


# -- what is announced ------------------------------------------------------------------------------------------------


async def test_announced_addresses_replace_the_local_ones() -> None:
    announcing = Mux(["127.0.0.1"], 0, ["198.51.100.7", "[2001:db8::1]:444"])
    await announcing.start()

    said = [each.split() for each in announcing.candidates()]

    assert [(each[2], each[4], int(each[5])) for each in said] == [
        ("udp", "198.51.100.7", announcing.port),
        ("udp", "2001:db8::1", 444),
        ("tcp", "198.51.100.7", announcing.port),
        ("tcp", "2001:db8::1", 444),
    ]
    assert [int(each[3]) for each in said] == sorted((int(each[3]) for each in said), reverse=True)
    assert len({each[0] for each in said}) == 4
    announcing.close()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("192.0.2.1", ("192.0.2.1", 0)),
        ("192.0.2.1:99", ("192.0.2.1", 99)),
        ("2001:db8::1", ("2001:db8::1", 0)),
        ("[2001:db8::1]", ("2001:db8::1", 0)),
        ("[2001:db8::1]:99", ("2001:db8::1", 99)),
    ],
)
def test_an_announced_address_may_have_a_port(said: str, meant: tuple[str, int]) -> None:
    assert announce(said) == meant


@pytest.mark.parametrize("said", ["", "example.org", "example.org:1", "192.0.2.1:0", "192.0.2.1:65536", "192.0.2.1:x"])
def test_what_is_no_address_is_not_announced(said: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        announce(said)


# -- strangers --------------------------------------------------------------------------------------------------------

HOSTILE = [
    b"",
    b"\x80" + bytes(1500),
    bytes(1501),
    b"\x16" * 1600,
    bytes(9000),
    b"\x80",
    b"\x80\x6f",
    b"\x16\xfe\xfd" + bytes(100),
    packet(ssrc_of("0"), 1),
    b"\x80\xc8\0\1\0\0\0\1",
    b"\0\1\0\0\x21\x12\xa4\x42" + bytes(12),
    b"\0\1\0\4\x21\x12\xa4\x42" + bytes(12) + b"\x80\x25\0\0",
]


@pytest.mark.parametrize("data", HOSTILE, ids=lambda data: f"{len(data)}-{data[:2].hex()}")
@pytest.mark.parametrize("is_stranger", [True, False])
async def test_a_hostile_datagram_does_nothing(data: bytes, is_stranger: bool) -> None:
    async with connected() as link:
        before = link.transport.address
        with stranger(link.mux.port) as strange:
            for _ in range(3):
                if is_stranger:
                    strange.send(data)
                else:
                    link.client._sendto(data, link.client._address)  # type: ignore[misc]
            received = link.mux.received
            await until(lambda: link.mux.received >= received)

            await hears(link)

            strange.setblocking(False)
            with pytest.raises(BlockingIOError):
                strange.recv(2048)
        assert link.transport.address == before
        assert link.ends == []
        assert all(each.endswith(b"up") for each in link.packets)


async def test_ten_thousand_hostile_datagrams_leave_nothing_behind() -> None:
    async with connected() as link:
        chance = random.Random(3)
        check = stun.make_check(f"{link.transport.ufrag}:x", link.transport.password, 1, 1, bytes(12))
        port = link.mux._ports[0]
        before = dict(port.owners)
        with stranger(link.mux.port) as strange:
            for number in range(10_000):
                data = bytearray(chance.choice([check, chance.randbytes(chance.randrange(1600))]))
                if data:
                    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
                strange.send(data)
                if number % 100 == 0:
                    await asyncio.sleep(0)
            await hears(link)

        assert port.owners == before
        assert len(link.mux._transports) == 1
        assert link.transport._handshake.qsize() == 0


async def test_a_check_that_a_stranger_repeats_is_undone_by_the_next_one() -> None:
    """They saw it on its way and send it from elsewhere: what they get cannot be read, nor for long."""
    async with connected() as link:
        way, before = link.client._way, link.transport.address
        assert way is not None
        seen: list[bytes] = []
        sendto = way.sendto

        def see(data: bytes, address: object) -> object:
            seen.append(bytes(data))
            return sendto(data, address)

        way.sendto = see
        link.client._check(way, 0.0)
        with stranger(link.mux.port) as strange:
            strange.send(seen[0])
            await until(lambda: link.transport.address != before)

        link.client._check(way, 0.0)

        await until(lambda: link.transport.address == before)
        await hears(link)


async def test_one_bad_listener_does_not_deafen_the_others(caplog: pytest.LogCaptureFixture) -> None:
    async with connected() as link, connected() as other:

        def fail(buffer: bytearray, size: int) -> None:
            raise RuntimeError("a bug of ours")

        link.transport.on_rtp = fail
        link.client.sending["microphone", ""].send(b"up", 0)
        await until(lambda: "a bug of ours" in caplog.text)

        await hears(other)
        assert link.ends == []


async def test_everything_that_came_together_is_drained_before_it_is_told() -> None:
    async with connected() as link:
        told: list[int] = []
        link.mux.drained = lambda: told.append(len(link.packets))
        for number in range(10):
            link.client.sending["microphone", ""].send(b"up", 960 * number)

        await until(lambda: len(link.packets) == 10)

        assert told == [10]


# -- TCP --------------------------------------------------------------------------------------------------------------


async def test_whoever_says_nothing_on_tcp_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mux, "UNKNOWN_S", 0.05)
    async with opened() as opening:
        assert await is_hung_up(await dialled(opening.port))
        assert opening._unknown == {}


async def test_the_known_on_tcp_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mux, "UNKNOWN_S", 0.2)
    async with connected("tcp") as link:
        assert link.mux._unknown == {}
        assert await is_hung_up(await dialled(link.mux.port))
        await hears(link)


async def test_one_stranger_too_many_on_tcp_costs_the_oldest_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mux, "UNKNOWN_MOST", 4)
    async with connected("tcp") as link:
        strangers = []
        for _ in range(6):
            strangers.append(await dialled(link.mux.port))
            await until(lambda: len(link.mux._connections) > 0)

        assert await is_hung_up(strangers[0])
        assert await is_hung_up(strangers[1])
        await until(lambda: len(link.mux._unknown) == 4)
        await hears(link)
        for each in strangers:
            each.close()


async def test_too_long_a_frame_ends_a_tcp_connection() -> None:
    async with opened() as opening:
        dialling = await dialled(opening.port)
        dialling.send(b"\xff\xff" + bytes(1000))

        assert await is_hung_up(dialling)


async def test_hostile_frames_do_nothing() -> None:
    async with connected("tcp") as link:
        dialling = await dialled(link.mux.port)
        for data in HOSTILE:
            if len(data) <= DATAGRAM_MOST:
                dialling.send(struct.pack("!H", len(data)) + data)

        await hears(link)
        assert len(link.mux._transports) == 1
        dialling.close()


async def test_a_slow_reader_on_tcp_costs_no_memory_and_delays_nobody() -> None:
    async with connected("tcp") as link:
        way = link.client._way
        assert way is not None
        stream = next(connection for connection in link.mux._connections)._stream
        assert stream is not None
        sent = sum(link.send("2", [sequence], bytes(1000)) for sequence in range(20_000))

        assert stream.get_write_buffer_size() <= framing.WAITING_MOST + 1200
        assert link.transport.unsent == 20_000 - sent
        await until(lambda: link.client.received["2"].packets == sent)


@given(st.lists(st.binary(max_size=1500), max_size=20), st.integers(1, 4000))
def test_frames_are_cut_whatever_pieces_they_come_in(datagrams: list[bytes], piece: int) -> None:
    stream = b"".join(struct.pack("!H", len(data)) + data for data in datagrams)
    frames = Frames()

    cut = [data for at in range(0, len(stream), piece) for data in frames.feed(stream[at : at + piece])]

    assert cut == datagrams


async def test_a_transport_may_close_while_its_own_datagram_is_read() -> None:
    async with connected() as link, connected() as other:
        link.transport.on_rtp = lambda buffer, size: link.transport.close()
        for number in range(5):
            link.client.sending["microphone", ""].send(b"up", 960 * number)

        await until(lambda: link.transport.is_closed)

        await hears(other)
        assert not link.send("2", [1])


async def test_a_size_that_cannot_be_is_not_sent() -> None:
    async with connected() as link:
        assert not link.transport.send(1501)
        assert not link.transport.send_rtcp(bytes(1501))
        assert not link.transport.send_rtcp(b"\x80")
        assert not Transport(link.mux, CERTIFICATES.current()).send(100)


async def test_an_unreachable_network_is_a_lost_packet() -> None:
    async with connected() as link:

        def fail(data: object, address: object) -> None:
            raise OSError("network is unreachable")

        link.transport._sendto = fail
        assert not link.send("2", [1])
        assert not link.transport.send_rtcp(b"\x80\xc9\0\1\0\0\0\1")
        assert link.transport.unsent == 2
