"""The light client: offers as a browser, counts what it receives, repairs what was lost."""

import asyncio
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media import rtcp, rtp
from media.light import Crowd, LightClient, Received
from media.light.received import TRIES_MOST
from media.sdp import read_offer
from media.transport import Transport
from tests.media.link import CERTIFICATES, Link, connected, opened, packet, prepared, ssrc_of, until

FACE = "3"


def parsed(link: Link, data: bytes) -> rtp.Header:
    names = read_offer(link.client.offer).names
    header = rtp.Header()
    assert rtp.parse(data, len(data), names, header)
    return header


def repair(sequence: int, of: int, payload: bytes) -> bytes:
    return packet(ssrc_of(FACE) + 1, sequence, struct.pack("!H", of) + payload, payload_type=97)


# -- what it offers ---------------------------------------------------------------------------------------------------


async def test_it_offers_what_a_browser_would() -> None:
    async with prepared(("microphone", "camera", "screen", "voice", "face", "shared")) as link:
        offer = read_offer(link.client.offer)

        assert [line.sends for line in offer.lines] == [True, True, True, False, False, False]
        assert [line.rids for line in offer.lines] == [(), ("q", "h", "f"), ("h", "f"), (), (), ()]
        assert {line.payload_type for line in offer.lines} == {111, 96}
        assert set(offer.names.values()) == {
            "mid",
            "rid",
            "repaired_rid",
            "level",
            "transport_sequence",
            "absolute_time",
        }


async def test_another_offer_of_a_restart_changes_credentials_alone() -> None:
    async with prepared() as link:
        before = read_offer(link.client.offer)
        after = read_offer(link.client.restart())

        assert before.lines == after.lines
        assert before.fingerprints == after.fingerprints
        assert (before.session, int(before.version) + 1) == (after.session, int(after.version))
        assert before.ufrag != after.ufrag
        assert before.password != after.password


# -- what it sends ----------------------------------------------------------------------------------------------------


async def test_every_encoding_says_which_it_is() -> None:
    async with connected() as link:
        for rid in ("q", "h", "f"):
            link.client.sending["camera", rid].send(b"picture", 3000, marker=True)
        await until(lambda: len(link.packets) == 3)

        headers = [parsed(link, data) for data in link.packets]
        assert [(header.mid, header.rid) for header in headers] == [("1", "q"), ("1", "h"), ("1", "f")]
        assert [header.transport_sequence for header in headers] == [1, 2, 3]
        assert [header.marker for header in headers] == [0x80] * 3
        assert len({header.ssrc for header in headers}) == 3


async def test_a_voice_says_how_loud_it_is() -> None:
    async with connected() as link:
        link.client.sending["microphone", ""].send(b"voice", 960, level=0x80 | 30)
        await until(lambda: bool(link.packets))

        header = parsed(link, link.packets[0])
        assert (header.level, header.voice, header.mid) == (30, True, "0")
        assert link.packets[0][header.start : header.end] == b"voice"


async def test_video_that_was_lost_is_repeated_in_packets_of_its_own() -> None:
    async with connected() as link:
        camera = link.client.sending["camera", "h"]
        for number in range(5):
            camera.send(b"picture %d" % number, 3000 * number)
        await until(lambda: len(link.packets) == 5)
        lost = parsed(link, link.packets[2]).sequence

        link.transport.send_rtcp(rtcp.nack(camera.ssrc, [lost]))
        await until(lambda: len(link.packets) == 6)

        header = parsed(link, link.packets[5])
        assert (header.repaired_rid, header.rid, header.payload_type) == ("h", None, 97)
        assert header.ssrc != camera.ssrc
        assert link.packets[5][header.start :] == struct.pack("!H", lost) + b"picture 2"


async def test_audio_that_was_lost_is_repeated_as_it_was() -> None:
    async with connected() as link:
        sent: list[bytes] = []
        sendto = link.client._sendto
        assert sendto is not None

        def see(data: bytes, address: object) -> object:
            sent.append(bytes(data))
            return sendto(data, address)

        link.client._sendto = see
        voice = link.client.sending["microphone", ""]
        for number in range(3):
            voice.send(b"voice", 960 * number, level=number)

        link.transport.send_rtcp(rtcp.nack(voice.ssrc, [voice.sequence - 1 & 0xFFFF]))
        await until(lambda: voice.resent == 1)

        assert sent[3] == sent[1]


async def test_a_key_frame_that_is_asked_for_is_told() -> None:
    async with connected() as link:
        camera = link.client.sending["camera", "q"]
        asked: list[str] = []
        link.client.on_key_asked = lambda sending: asked.append(sending.rid)

        link.transport.send_rtcp(rtcp.pli(camera.ssrc))
        link.transport.send_rtcp(rtcp.fir(camera.ssrc, 1))

        await until(lambda: camera.keys_asked == 2)
        assert asked == ["q", "q"]


# -- what it receives -------------------------------------------------------------------------------------------------


async def test_it_counts_by_slot() -> None:
    async with connected() as link:
        link.send("2", range(10))
        link.send(FACE, range(5))
        link.put(packet(99, 1))

        await until(lambda: link.client.strange == 1)

        assert {mid: received.packets for mid, received in link.client.received.items()} == {"2": 10, FACE: 5}


@pytest.mark.parametrize("payload", [b"repaired", b"\xff" * 1100])
async def test_a_repair_is_given_as_what_it_repairs(payload: bytes) -> None:
    async with connected() as link:
        given_out: list[bytes] = []
        link.client.on_packet = lambda received, data: given_out.append(data)
        lost = packet(ssrc_of(FACE), 3, payload, payload_type=96)
        link.send(FACE, [1, 2, 4])
        for sequence in (8, 9):
            link.put(repair(sequence, 3, payload)[:4] + lost[4:8] + repair(sequence, 3, payload)[8:])

        await until(lambda: len(given_out) == 4 and link.client.received[FACE].duplicates == 1)

        assert given_out[3] == lost
        assert link.client.received[FACE].repaired == 1
        assert link.client.received[FACE].missing == {}


async def test_padding_in_repairs_is_nothing() -> None:
    async with connected() as link:
        link.send(FACE, [1])
        link.put(packet(ssrc_of(FACE) + 1, 1, b"", 97))
        link.put(repair(2, 1, b"seen before"))

        await until(lambda: link.client.received[FACE].duplicates == 1)

        assert link.client.received[FACE].packets == 1


async def test_it_asks_for_what_it_misses_and_reports() -> None:
    async with connected() as link:
        link.send(FACE, [1, 2, 5])

        await until(lambda: any(nacks(link)))
        assert nacks(link)[0] == [3, 4]

        link.put(repair(1, 3, b"three"))
        link.put(repair(2, 4, b"four"))
        await until(lambda: link.client.received[FACE].repaired == 2)
        await until(lambda: any(blocks(link)))
        assert blocks(link)[-1][0].ssrc == ssrc_of(FACE)


async def test_it_estimates_when_it_is_told_to() -> None:
    async with connected() as link:
        link.client.estimate = 600_000
        link.send(FACE, [1])

        await until(lambda: any(rtcp.remb_of(body) for _, _, body in heard(link)))

        said = next(remb for _, _, body in heard(link) if (remb := rtcp.remb_of(body)))
        assert said.bitrate == 600_000
        assert said.ssrcs == (ssrc_of(FACE),)


def heard(link: Link) -> list[tuple[int, int, bytes]]:
    return [each for data in link.reports for each in rtcp.each(data)]


def nacks(link: Link) -> list[list[int]]:
    return [rtcp.nacked(body) for kind, count, body in heard(link) if (kind, count) == (205, 1)]


def blocks(link: Link) -> list[list[rtcp.ReportBlock]]:
    return [found for kind, count, body in heard(link) if (found := rtcp.report_blocks(kind, count, body))]


# -- counting ---------------------------------------------------------------------------------------------------------


@given(st.integers(0, 0xFFFF), st.lists(st.integers(0, 60), min_size=1, max_size=120))
def test_every_packet_is_counted_once(start: int, order: list[int]) -> None:
    received = Received("1", 7)
    for each in order:
        received.take(start + each & 0xFFFF, 10)

    # What was sent before the first that came is not known to be missing.
    known = {each for each in order if each >= order[0]}
    assert received.packets == len(known)
    assert received.bytes == 10 * len(known)
    assert received.highest & 0xFFFF == start + max(known) & 0xFFFF
    assert len(received.missing) == max(known) - order[0] + 1 - len(known)
    assert received.duplicates == len(order) - received.packets


@given(st.integers(0, 0xFFFF), st.sets(st.integers(1, 98)))
def test_loss_is_told_as_it_was(start: int, lost: set[int]) -> None:
    received = Received("1", 7)
    for each in range(100):
        if each not in lost:
            received.take(start + each & 0xFFFF, 10)

    block = received.block(1.0)

    assert block.fraction_lost == len(lost) * 256 // 100
    assert block.lost == len(lost)
    assert block.highest == start + 99


def test_what_is_never_repaired_is_given_up() -> None:
    received = Received("1", 7)
    for sequence in (1, 4):
        received.take(sequence, 10)
    asked = [received.to_ask(1e9 + second) for second in range(TRIES_MOST + 2)]

    assert asked == [[2, 3]] * TRIES_MOST + [[], []]
    assert received.lost == 2
    assert received.missing == {}


def test_a_jump_is_another_beginning() -> None:
    received = Received("1", 7)
    received.take(1, 10)
    received.take(40_000, 10)

    assert received.missing == {}
    assert received.block(1.0).fraction_lost == 0


async def test_a_client_that_left_is_quiet() -> None:
    async with connected() as link:
        link.client.close()

        assert not link.client.send_rtcp(b"\x80\xc9\0\1\0\0\0\1")
        assert link.client not in link.crowd._ticked
        assert link.crowd._drains == {}
        await until(lambda: link.ends == [link.transport])


async def test_a_crowd_takes_its_clients_along() -> None:
    async with opened() as mux:
        async with Crowd() as crowd:
            transport = Transport(mux, CERTIFICATES.current())
            link = Link(crowd, mux, transport, LightClient(crowd))
            transport.on_closed = lambda: link.ends.append(transport)
            start = asyncio.create_task(transport.start([("sha-256", link.client.fingerprint)], "actpass"))
            await link.client.connect(link.answer())
            await start

        assert link.client.is_closed
        await until(lambda: link.ends == [transport])
