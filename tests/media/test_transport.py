"""ICE-lite under DTLS and SRTP: how connections begin, move, and end."""

import asyncio
import threading

import pytest
import uvloop

from media import stun, transport
from media.light import Crowd, LightClient
from media.secure import RECEIVED
from media.transport import CREDENTIALS_MOST, Transport
from tests.media.link import CERTIFICATES, Link, connected, opened, prepared, until

PATHS = [("udp", "127.0.0.1"), ("tcp", "127.0.0.1"), ("udp", "::1"), ("tcp", "::1")]


async def hears(link: Link) -> None:
    """Both ways."""
    before, received = len(link.packets), link.client.received["2"]
    came, sequence = received.packets, received.highest + 1 if received.highest >= 0 else 1
    assert link.client.sending["microphone", ""].send(b"up", 960 * before)
    assert link.send("2", [sequence])
    await until(lambda: len(link.packets) > before and received.packets > came)


@pytest.mark.parametrize(("over", "address"), PATHS)
async def test_packets_go_both_ways(over: str, address: str) -> None:
    threads = threading.active_count()
    async with connected(over, address=address) as link:
        await hears(link)

        assert link.transport.address.startswith(over)
        assert link.packets[0].endswith(b"up")
        assert threading.active_count() == threads


@pytest.mark.parametrize("over", ["udp", "tcp"])
async def test_reports_go_both_ways(over: str) -> None:
    async with connected(over) as link:
        link.client.send_rtcp(b"\x80\xc9\0\1\0\0\0\1")
        link.transport.send_rtcp(b"\x8f\xcd\0\2\0\0\0\1\0\0\0\2")

        await until(lambda: bool(link.reports) and link.client.feedbacks == 1)

        assert link.reports == [b"\x80\xc9\0\1\0\0\0\1"]


async def test_a_wrong_fragment_is_not_answered() -> None:
    async with connected() as link:
        strange = link.mux.strange
        link.client._sendto(  # type: ignore[misc]
            stun.make_check("nobody:here", link.transport.password, 1, 1, bytes(12)), link.client._address
        )
        link.client._sendto(  # type: ignore[misc]
            stun.make_check(f"{link.transport.ufrag}:here", "not the password", 1, 1, bytes(12)), link.client._address
        )

        await until(lambda: link.mux.strange == strange + 2)
        await hears(link)


async def test_replayed_handshakes_change_nothing() -> None:
    async with prepared() as link:
        seen: list[bytes] = []
        take = link.transport.take_handshake

        def record(data: bytes) -> None:
            seen.append(data)
            take(data)

        link.transport.take_handshake = record  # type: ignore[method-assign]
        start = asyncio.create_task(
            link.transport.start([("sha-256", link.client.fingerprint)], "actpass"),
        )
        await link.client.connect(link.answer())
        await start
        recorded = list(seen)
        assert recorded

        for data in recorded * 3:
            link.client._sendto(data, link.client._address)  # type: ignore[misc]
        await until(lambda: len(seen) == 4 * len(recorded))

        await hears(link)
        assert link.ends == []


async def test_datagrams_of_a_handshake_wait_in_bounded_number() -> None:
    async with prepared() as link:
        for _ in range(10_000):
            link.transport.take_handshake(b"\x16\xfe\xfd")

        assert link.transport._handshake.qsize() <= 64


async def test_a_nominated_path_is_taken_at_once() -> None:
    async with connected() as link:
        before = link.transport.address

        await link.client.move()

        assert link.transport.address != before
        await hears(link)


@pytest.mark.parametrize(("first", "then"), [("udp", "udp"), ("udp", "tcp"), ("tcp", "udp"), ("tcp", "tcp")])
async def test_the_old_path_serves_until_new_credentials_nominate(first: str, then: str) -> None:
    async with connected(first) as link:
        before, old = link.transport.address, link.transport.ufrag
        link.client.restart()
        link.transport.restart()
        assert link.transport.ufrag != old

        await hears(link)
        assert link.transport.address == before

        await link.client.move(link.answer(), "tcp" if then == "tcp" else "udp")
        await hears(link)
        assert link.transport.address != before
        assert link.transport.address.startswith(then)
        with pytest.raises(KeyError):
            link.transport.password_of(old)


async def test_checks_by_new_credentials_that_do_not_nominate_move_nothing() -> None:
    async with connected() as link:
        before, old = link.transport.address, link.transport.ufrag
        link.transport.restart()
        port = link.mux._ports[0]

        link.transport.checked(port, ("127.0.0.1", 9), link.transport.ufrag, is_nominating=False, now=0.0)

        assert link.transport.address == before
        assert link.transport.password_of(old)


async def test_many_restarts_keep_what_is_in_use_and_what_is_newest() -> None:
    async with connected() as link:
        in_use = link.transport.ufrag
        for _ in range(20):
            link.transport.restart()

        assert link.transport.password_of(in_use)
        assert link.transport.password_of(link.transport.ufrag) == link.transport.password
        assert len(link.mux._transports) == CREDENTIALS_MOST


async def test_a_path_that_fell_silent_gives_way_to_one_that_speaks() -> None:
    async with connected() as link:
        port, elsewhere = link.mux._ports[0], ("127.0.0.1", 9)
        now = link.transport.last_heard

        link.transport.checked(port, elsewhere, link.transport.ufrag, False, now + 1)
        assert link.transport._address != elsewhere
        link.transport.checked(port, elsewhere, link.transport.ufrag, False, now + transport.SILENT_S + 1)

        assert link.transport._address == elsewhere


async def test_only_so_many_paths_are_kept_and_never_not_the_chosen_one() -> None:
    async with connected() as link:
        port, chosen = link.mux._ports[0], link.transport.address
        now = link.transport.last_heard
        for number in range(100):
            link.transport.checked(port, ("127.0.0.1", 1000 + number), link.transport.ufrag, False, now)

        assert link.transport.address == chosen
        assert len(port.owners) == transport.PATHS_MOST
        await hears(link)


async def test_the_path_of_another_is_not_taken_away() -> None:
    async with connected() as link:
        other = Transport(link.mux, CERTIFICATES.current())
        address = next(iter(link.mux._ports[0].owners))
        check = stun.make_check(f"{other.ufrag}:x", other.password, 1, 1, bytes(12))

        RECEIVED[: len(check)] = check
        link.mux.take(link.mux._ports[0], address, len(check), link.transport.last_heard)

        assert other.address == ""
        await hears(link)
        other.close()


async def test_whoever_went_silent_loses_an_address_to_its_next_holder() -> None:
    async with connected() as link:
        other = Transport(link.mux, CERTIFICATES.current())
        port = link.mux._ports[0]
        address = next(iter(port.owners))
        check = stun.make_check(f"{other.ufrag}:x", other.password, 1, 1, bytes(12))

        RECEIVED[: len(check)] = check
        link.mux.take(port, address, len(check), link.transport.last_heard + transport.SILENT_S + 1)

        assert port.owners == {address: other}
        assert link.transport.address == ""
        assert not link.send("2", [1])
        other.close()


async def test_a_lost_tcp_connection_leaves_no_path_and_another_serves() -> None:
    async with connected("tcp") as link:
        way = link.client._way
        assert way is not None
        way.close()
        await until(lambda: link.transport.address == "")
        assert not link.send("2", [1])

        await link.client.move(over="udp")

        await hears(link)


@pytest.mark.parametrize("over", ["udp", "tcp"])
async def test_closing_leaves_nothing_behind(over: str) -> None:
    async with connected(over) as link:
        ended: list[bool] = []
        link.client.on_closed = lambda: ended.append(True)

        link.transport.close()

        await until(lambda: bool(ended))
        assert link.mux._transports == {}
        assert link.mux._ports[0].owners == {}
        await until(lambda: not link.mux._connections)
        assert link.ends == []


async def test_the_other_side_ending_is_told() -> None:
    async with connected() as link:
        link.client.close()

        await until(lambda: link.ends == [link.transport])

        assert link.transport.is_closed


async def test_what_is_closed_before_it_is_reached_never_connects() -> None:
    async with opened() as mux:
        waiting = Transport(mux, CERTIFICATES.current())
        start = asyncio.create_task(waiting.start([("sha-256", "00")], "actpass"))
        await asyncio.sleep(0)

        waiting.close()

        with pytest.raises(ConnectionError):
            await start


async def test_another_certificate_than_the_offered_one_is_refused() -> None:
    async with prepared() as link:
        start = asyncio.create_task(link.transport.start([("sha-256", ":".join(["00"] * 32))], "actpass"))
        connecting = asyncio.create_task(link.client.connect(link.answer()))

        with pytest.raises(ConnectionError):
            await start

        assert link.transport.is_closed
        connecting.cancel()


async def test_checks_and_packets_are_signs_of_life() -> None:
    async with connected() as link:
        link.transport.last_heard = 0.0
        link.client.sending["microphone", ""].send(b"up", 0)
        await until(lambda: link.transport.last_heard > 0)

        link.transport.last_heard = 0.0
        way = link.client._way
        assert way is not None
        link.client._check(way, 0.0)
        await until(lambda: link.transport.last_heard > 0)


async def test_both_may_be_the_client_of_dtls() -> None:
    async with prepared() as link:
        passive = asyncio.create_task(link.transport.start([("sha-256", link.client.fingerprint)], "passive"))
        await link.client.connect(link.answer().replace("a=setup:passive", "a=setup:active"))
        await passive

        await hears(link)


async def test_thirty_connect_at_once() -> None:
    async with Crowd() as crowd, opened() as mux, asyncio.timeout(20):
        links = []
        async with asyncio.TaskGroup() as group:
            for _ in range(30):
                link = Link(crowd, mux, Transport(mux, CERTIFICATES.current()), LightClient(crowd))
                links.append(link)
                group.create_task(link.transport.start([("sha-256", link.client.fingerprint)], "actpass"))
                group.create_task(link.client.connect(link.answer()))

        for link in links:
            assert link.send("2", range(5))
        await until(lambda: all(link.client.received["2"].packets == 5 for link in links))
        for link in links:
            link.transport.close()


@pytest.mark.parametrize(("over", "address"), PATHS)
def test_the_worker_s_own_event_loop_serves_as_well(over: str, address: str) -> None:
    async def scene() -> None:
        async with connected(over, address=address) as link:
            await hears(link)
            await link.client.move(over="tcp" if over == "udp" else "udp")
            await hears(link)

    uvloop.run(scene())
