"""One connection on the wire: made, misused, moved to another network, lost; what is asked again, what is cut."""

from __future__ import annotations

import asyncio
import struct
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from media import rtcp
from media.control import Stands
from media.halls import Halls
from media.host import Worker
from media.light import LightClient
from media.light.offer import read_answer
from media.peer import CONNECT_S, FLOOD_S, GONE_S, INTERRUPTED_S, PACKETS_MAX, Peer, wall
from rooms.ids import ParticipantId
from tests.media.house import SOON_S, SOUND, WORKSHOP, Caller, House, at_home, inhabited, seat, within
from tests.media.link import until
from tests.media.writing import rtp


@pytest.fixture
async def opened() -> AsyncIterator[tuple[House, Halls]]:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"), seat("cy", "one"))
        yield house, home


@pytest.fixture
async def timeless() -> AsyncIterator[tuple[House, Halls]]:
    """The worker looks at no clock of its own."""
    async with within(is_ticking=False) as (house, home):
        house.sit(seat("ana"), seat("bo"))
        yield house, home


def peer_of(home: Halls, caller: Caller) -> Peer:
    return home.halls[WORKSHOP].peers[caller.name]


def ssrcs(answer: str) -> dict[str, list[int]]:
    return {mid: line.ssrcs for mid, line in read_answer(answer).lines.items()}


# -- never there, or no more ------------------------------------------------------------------------------------------


async def test_a_page_that_never_comes_is_not_waited_for(timeless: tuple[House, Halls]) -> None:
    house, home = timeless
    client = LightClient(house.crowd)
    await house.media.offer(WORKSHOP, ParticipantId("ana"), "connection", client.offer, client.lines, "phone")
    hall = home.halls[WORKSHOP]
    assert len(hall.peers) == len(home.mux._transports) == 1

    hall.tick(time.monotonic() + CONNECT_S - 1, 0, 1)
    assert len(hall.peers) == 1
    hall.tick(time.monotonic() + CONNECT_S + 1, 0, 1)

    assert (hall.peers, hall.rooms, home.mux._transports) == ({}, {}, {})


async def test_one_that_reaches_us_and_shakes_no_hands_is_not_waited_for(
    opened: tuple[House, Halls], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("media.peer.CONNECT_S", 0.2)
    house, home = opened
    client = LightClient(house.crowd)
    answer = await house.media.offer(WORKSHOP, ParticipantId("ana"), "c", client.offer, client.lines, "phone")
    monkeypatch.setattr(client, "_shake_hands", lambda fingerprints, is_client: asyncio.sleep(0))

    await client.connect(answer)

    await until(lambda: home.halls[WORKSHOP].peers == {} and home.mux._transports == {})


async def test_a_fault_in_connecting_ends_it(
    opened: tuple[House, Halls], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    house, home = opened
    monkeypatch.setattr("media.transport.Transport._shake_hands", lambda *_, **__: 1 / 0)
    client = LightClient(house.crowd)
    answer = await house.media.offer(WORKSHOP, ParticipantId("ana"), "c", client.offer, client.lines, "phone")
    connecting = asyncio.create_task(client.connect(answer))

    await until(lambda: home.halls[WORKSHOP].peers == {} and home.mux._transports == {})

    assert "connecting failed" in caplog.text
    client.close()
    with pytest.raises(ConnectionError):
        await connecting


async def test_silence_is_told_and_ends_a_call(timeless: tuple[House, Halls]) -> None:
    house, home = timeless
    ana = await house.enter("ana", SOUND)
    peer, hall = peer_of(home, ana), home.halls[WORKSHOP]
    heard = peer.transport.last_heard

    def passes(seconds: float) -> list[str]:
        peer.transport.last_heard = heard
        hall.tick(heard + seconds, 0, 1)
        return [*ana.standings]

    passes(INTERRUPTED_S - 0.1)
    passes(INTERRUPTED_S + 0.1)
    assert peer.shown().quality == 0
    passes(INTERRUPTED_S + 0.2)
    passes(1)
    passes(GONE_S - 0.1)
    passes(GONE_S + 0.1)

    await ana.stands("gone")
    assert ana.standings == ["connected", "interrupted", "connected", "interrupted", "gone"]
    assert hall.peers == {}
    await ana.is_closed()


async def test_a_page_that_closes_its_connection_is_gone(opened: tuple[House, Halls]) -> None:
    house, _ = opened
    ana, bo = await house.enter("ana", SOUND), await house.enter("bo", SOUND)
    await ana.talk()
    await bo.gets("ana")

    ana.client.close()

    await ana.stands("gone")
    await until(lambda: bo.slots == {})


# -- strangers --------------------------------------------------------------------------------------------------------


async def test_who_does_not_know_the_password_does_not_come_in(opened: tuple[House, Halls]) -> None:
    house, home = opened
    ana = await house.enter("ana", SOUND)
    for was, becomes in (("a=ice-ufrag:", "a=ice-ufrag:x"), ("a=ice-pwd:", "a=ice-pwd:x")):
        thief, strange = LightClient(house.crowd, SOUND), home.mux.strange
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await thief.connect(ana.answer.replace(was, becomes))
        thief.close()
        assert home.mux.strange > strange

    assert ana.standings == ["connected"]
    await ana.talk()
    await (await house.enter("bo", SOUND)).gets("ana")


async def test_a_handshake_that_was_recorded_opens_nothing(opened: tuple[House, Halls]) -> None:
    house, home = opened
    recorded: list[bytes] = []
    ana = Caller(house, "ana", SOUND, "phone")
    house.people["ana"] = ana
    sends = ana.client._send

    async def records(data: bytes) -> None:
        recorded.append(data)
        await sends(data)

    ana.client._send = records  # type: ignore[method-assign]
    await ana.connect()
    bo = await house.enter("bo", SOUND)
    await ana.talk()
    await bo.gets("ana")
    assert recorded

    for data in recorded * 3:
        assert ana.client._sendto is not None
        ana.client._sendto(data, ana.client._address)
    await bo.gets("ana")
    assert ana.standings == ["connected"]

    other = LightClient(house.crowd, SOUND)
    other._shake_hands = lambda fingerprints, is_client: replayed(other, recorded)  # type: ignore[method-assign]
    answer = await house.media.offer(WORKSHOP, ParticipantId("cy"), "c", other.offer, other.lines, "phone")
    await other.connect(answer)
    await bo.gets("ana")
    assert not [said for said in house.all(Stands) if said.participant == "cy"]
    cy = home.halls[WORKSHOP].peers.get(ParticipantId("cy"))
    assert cy is None or not cy.transport.is_connected


async def replayed(client: LightClient, recorded: list[bytes]) -> None:
    assert client._sendto is not None
    for data in recorded:
        client._sendto(data, client._address)


async def test_packets_that_are_nothing_reach_nobody(opened: tuple[House, Halls]) -> None:
    house, home = opened
    ana, bo = await house.enter("ana"), await house.enter("bo", layout="grid", faces=4)
    await ana.talk()
    await ana.film()
    await bo.gets("ana", "camera")
    sending = ana.client.sending["camera", "q"]
    known, names = sending.ssrc, peer_of(home, ana)._names
    mid = next(identifier for identifier, name in names.items() if name == "mid")
    junk = [
        rtp(ssrc=77),
        rtp(ssrc=78, extension=struct.pack("!HHBBBB", 0xBEDE, 1, mid << 4, ord("9"), 0, 0)),
        rtp(ssrc=79, extension=struct.pack("!HHBBBB", 0xBEDE, 1, mid << 4, ord("1"), 0, 0)),
        rtp(ssrc=known, payload=b"", sequence=sending.sequence + 1),
        rtp(ssrc=known, payload=b"\x80", sequence=sending.sequence + 2),
        rtp(ssrc=known, payload=b"", padding=200, sequence=sending.sequence + 3),
        rtp(ssrc=known)[:12],
        rtp(ssrc=known, extension=b"\xbe\xde\xff\xff"),
        *(rtp(ssrc=1000 + each, payload=bytes(50)) for each in range(200)),
    ]
    before = home.mux.received
    for packet in junk:
        put(ana.client, packet)
    for packet in (b"\x80\xc8\0\0", b"\x81\xcd\0\x02" + bytes(8), b"\x8f\xce\xff\xff" + bytes(40), bytes(100)):
        ana.client.send_rtcp(packet)
    await until(lambda: home.mux.received >= before + len(junk))

    await bo.gets("ana")
    assert len(bo.heard) == sum(each.who == "ana" for each in bo.heard)
    assert ana.standings == ["connected"]


def put(client: LightClient, packet: bytes) -> bool:
    client.out[: len(packet)] = packet
    return client.send(len(packet))


# -- floods -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["rtp", "rtcp"])
async def test_a_flood_is_dropped_and_then_cut(timeless: tuple[House, Halls], what: str) -> None:
    house, home = timeless
    ana, bo = await house.enter("ana", SOUND), await house.enter("bo", SOUND)
    await ana.wants(microphone=True)
    peer, now = peer_of(home, ana), time.monotonic()

    async def floods(count: int) -> None:
        before = home.mux.received
        for sent in range(1, count + 1):
            assert ana.say(128 + 30) if what == "rtp" else ana.client.send_rtcp(rtcp.pli(1))
            if not sent % 100:
                await until(lambda: home.mux.received >= before + sent)  # noqa: B023

    for second in range(1, FLOOD_S + 1):
        await floods(PACKETS_MAX + 100)
        if what == "rtp":
            assert len(bo.heard) <= PACKETS_MAX * second
        peer.watch(now + 1.1 * second)

    await ana.stands("cut")
    assert [said.reason for said in house.all(Stands) if said.standing == "cut"] == ["abuse"]
    await ana.is_closed()
    assert bo.standings == ["connected"]


async def test_who_stops_in_time_is_not_cut(timeless: tuple[House, Halls]) -> None:
    house, home = timeless
    ana = await house.enter("ana", SOUND)
    peer, now = peer_of(home, ana), time.monotonic()
    for second in range(1, 2 * FLOOD_S):
        before = home.mux.received
        count = 100 if not second % FLOOD_S else PACKETS_MAX + 100
        for sent in range(1, count + 1):
            ana.say()
            if not sent % 100:
                await until(lambda: home.mux.received >= before + sent)  # noqa: B023
        peer.transport.last_heard = now + 1.1 * second
        peer.watch(now + 1.1 * second)

    assert ana.standings == ["connected"]


# -- lost packets -----------------------------------------------------------------------------------------------------


async def test_what_the_page_lost_is_sent_again_and_after_a_move_is_not(opened: tuple[House, Halls]) -> None:
    house, home = opened
    ana = await house.enter("ana")
    bo = Caller(house, "bo", ("voice", "face"), "desktop")
    bo.client.asks_again = False
    house.people["bo"] = bo
    await bo.connect()
    await bo.wants(layout="grid", faces=4)
    await ana.talk()
    await ana.film()
    await bo.gets("ana")
    await bo.gets("ana", "camera")
    peer = peer_of(home, bo)
    places = (*peer.voices, *peer.faces)

    newest = {received.ssrc: received.highest for received in bo.client.received.values() if received.packets}

    def asks() -> int:
        """For all of the last packets. How many were sent again."""
        before = sum(place.slot.resent for place in places)
        for ssrc, last in newest.items():
            peer._on_rtcp(rtcp.nack(ssrc, [(last - back) & 0xFFFF for back in range(5)]))
        return sum(place.slot.resent for place in places) - before

    assert asks() > 0
    await until(lambda: any(received.duplicates for received in bo.client.received.values()))

    house.sit(seat("bo", "one"))
    await house.heeded()
    assert asks() == 0
    house.sit(seat("bo"))
    await house.heeded()
    assert asks() == 0


async def test_what_was_lost_on_the_way_here_is_asked_for_and_forwarded(opened: tuple[House, Halls]) -> None:
    house, _ = opened
    ana, bo = await house.enter("ana"), await house.enter("bo", layout="grid", faces=4)
    await ana.talk()
    await ana.film()
    await bo.gets("ana")
    await bo.gets("ana", "camera")

    for sending in (ana.client.sending["microphone", ""], ana.client.sending["camera", "q"]):
        before = sending.resent
        sendto = ana.client._sendto
        ana.client._sendto = lambda *_: None
        ana.say()
        ana.show()
        ana.client._sendto = sendto
        await until(lambda: sending.resent > before, SOON_S)  # noqa: B023

    numbers = {each.number for each in bo.heard if each.who == "ana"}
    await bo.gets("ana", "camera")
    await until(lambda: numbers < {each.number for each in bo.heard})


# -- another network --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("over", ["udp", "tcp"])
async def test_on_another_network_everything_stays_but_the_path(opened: tuple[House, Halls], over: Any) -> None:
    house, home = opened
    ana, bo = await house.enter("ana"), await house.enter("bo", layout="grid", faces=4)
    for caller in (ana, bo):
        await caller.talk()
        await caller.film()
    await bo.gets("ana", "camera")
    peer, lost = peer_of(home, bo), {mid: each.lost for mid, each in bo.client.received.items()}

    again = await bo.offer(bo.client.restart())
    await bo.client.move(again, over)

    assert ssrcs(again) == ssrcs(bo.answer)
    assert read_answer(again).password != read_answer(bo.answer).password
    for source in ("microphone", "camera"):
        await bo.gets("ana", source)
        await ana.gets("bo", source)
    assert peer_of(home, bo) is peer
    assert over in peer.transport.address
    assert {mid: each.lost for mid, each in bo.client.received.items()} == lost
    assert bo.standings == ["connected"]


async def test_a_restart_that_is_another_connection_is_refused(opened: tuple[House, Halls]) -> None:
    house, _ = opened
    ana = await house.enter("ana", SOUND)
    ours = next(line for line in ana.client.offer.splitlines() if line.startswith("a=fingerprint"))
    theirs = LightClient(house.crowd, SOUND)
    for other in (
        ana.client.offer.replace(ours, ours[:-2] + ("00" if ours[-2:] != "00" else "11")),
        ana.client.offer.replace("a=mid:1", "a=mid:9").replace("BUNDLE 0 1", "BUNDLE 0 9"),
        LightClient(house.crowd).offer,
    ):
        with pytest.raises(Exception, match="offer_invalid"):
            await ana.offer(other)
    assert theirs.fingerprint == ana.client.fingerprint, "one certificate for all of a process"
    assert ana.standings == ["connected"]


async def test_who_restarts_through_another_web_process_is_told_there() -> None:
    async with (
        at_home() as (path, secret, _),
        inhabited(Worker(None, path, secret)) as one,
        inhabited(Worker(None, path, secret)) as other,
    ):
        one.open(seat("ana"))
        other.open(seat("ana"))
        ana = await one.enter("ana", SOUND)
        ana.house = other

        await ana.client.move(await ana.offer(ana.client.restart()))

        assert ana.standings == ["connected"]


# -- time -------------------------------------------------------------------------------------------------------------


async def test_a_clock_that_is_put_right_is_no_slow_way(
    timeless: tuple[House, Halls], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, home = timeless
    ana = await house.enter("ana", SOUND)
    peer, now = peer_of(home, ana), time.monotonic()
    report = rtcp.ntp(wall(now)) >> 16 & 0xFFFF_FFFF
    day = time.time

    monkeypatch.setattr(time, "time", lambda: day() + 4)
    block = rtcp.ReportBlock(peer.voices[0].slot.ssrc, 0, 0, 1, 0, report, 0)
    for _ in range(20):
        peer._on_rtcp(rtcp.receiver_report([block]))

    assert peer.round_trip < 1
