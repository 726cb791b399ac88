"""What media/secure.py expects of the private parts of aiortc and pylibsrtp, against stock aiortc and its sessions."""

import asyncio
import gc
import struct
from collections.abc import Callable
from typing import Any

import pylibsrtp
import pytest
from aiortc import (
    AudioStreamTrack,
    RTCBundlePolicy,
    RTCCertificate,
    RTCConfiguration,
    RTCDtlsFingerprint,
    RTCDtlsParameters,
    RTCDtlsTransport,
    RTCPeerConnection,
    RTCSessionDescription,
)
from aiortc.rtcdtlstransport import SRTP_AEAD_AES_128_GCM, SRTP_AEAD_AES_256_GCM, SRTP_AES128_CM_SHA1_80

from media import secure
from media.certificate import Certificates
from media.sdp import Receiving, read_offer, write_answer
from media.secure import RECEIVED, STREAMS_MOST, Secure
from media.transport import Transport
from tests.media.link import opened, until

PROFILES = [SRTP_AEAD_AES_256_GCM, SRTP_AEAD_AES_128_GCM, SRTP_AES128_CM_SHA1_80]


class Stock:
    """The least that stock RTCDtlsTransport asks of what is below it."""

    role = "controlling"

    def __init__(self, certificate: RTCCertificate) -> None:
        self.inbox: asyncio.Queue[bytes] = asyncio.Queue()
        self.deliver: Callable[[bytes], None]
        self.dtls = RTCDtlsTransport(self, [certificate])  # type: ignore[arg-type]

    async def _recv(self) -> bytes:
        return await self.inbox.get()

    async def _send(self, data: bytes) -> None:
        self.deliver(data)


def take(ours: Secure, data: bytes) -> None:
    RECEIVED[: len(data)] = data
    ours.take(len(data), 1.0)


def packet(sequence: int, payload: bytes = b"word" * 50) -> bytes:
    return struct.pack("!BBHLL", 0x80, 111, sequence, 960 * sequence, 77) + payload


async def meet(our_role: str = "server", profile: Any = PROFILES[0]) -> tuple[Secure, Stock, list[bytes]]:
    """Ours and a stock one after their handshake, and what ours sent since."""
    certificate = Certificates().current()
    ours, stock = Secure(certificate), Stock(RTCCertificate.generateCertificate())
    stock.dtls._srtp_profiles = [profile]
    sent: list[bytes] = []

    def to_stock(data: Any, _: Any) -> None:
        if 19 < data[0] < 64:
            stock.inbox.put_nowait(bytes(data))
        else:
            sent.append(bytes(data))

    ours._sendto = to_stock
    stock.deliver = ours.take_handshake
    theirs = [(each.algorithm, each.value) for each in stock.dtls.getLocalParameters().fingerprints]
    stock.dtls._set_role("client" if our_role == "server" else "server")
    await asyncio.gather(
        ours._shake_hands(theirs, is_client=our_role == "client"),
        stock.dtls.start(RTCDtlsParameters([RTCDtlsFingerprint("sha-256", ours.fingerprint)])),
    )
    assert ours.is_connected
    assert stock.dtls.state == "connected"
    return ours, stock, sent


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("our_role", ["server", "client"])
async def test_stock_aiortc_reads_what_we_protect_in_place(our_role: str, profile: Any) -> None:
    ours, stock, sent = await meet(our_role, profile)

    plain = packet(1)
    Secure.out[: len(plain)] = plain
    assert ours.send(len(plain))
    report = struct.pack("!BBHL", 0x80, 201, 1, 77)
    assert ours.send_rtcp(report)

    protected, protected_report = sent
    assert protected[12:] != plain[12:]
    assert stock.dtls._rx_srtp.unprotect(protected) == plain
    assert stock.dtls._rx_srtp.unprotect_rtcp(protected_report) == report
    ours.close()
    await stock.dtls.stop()


@pytest.mark.parametrize("profile", PROFILES)
async def test_we_read_in_place_what_stock_aiortc_protects(profile: Any) -> None:
    ours, stock, _ = await meet(profile=profile)
    heard: list[bytes] = []
    ours.on_rtp = lambda buffer, size: heard.append(bytes(buffer[:size]))
    ours.on_rtcp = heard.append

    take(ours, stock.dtls._tx_srtp.protect(packet(1)))
    take(ours, stock.dtls._tx_srtp.protect_rtcp(struct.pack("!BBHL", 0x80, 201, 1, 77)))

    assert heard == [packet(1), struct.pack("!BBHL", 0x80, 201, 1, 77)]
    assert ours.last_heard == 1.0
    ours.close()
    await stock.dtls.stop()


async def test_a_replayed_or_changed_packet_is_not_heard() -> None:
    ours, stock, _ = await meet()
    heard: list[int] = []
    ours.on_rtp = lambda buffer, size: heard.append(size)
    protected = stock.dtls._tx_srtp.protect(packet(1))
    other = bytearray(stock.dtls._tx_srtp.protect(packet(2)))
    other[20] ^= 1

    take(ours, protected)
    take(ours, protected)
    take(ours, bytes(other))

    assert heard == [len(packet(1))]
    ours.close()
    await stock.dtls.stop()


async def test_the_same_packet_may_be_sent_twice_unchanged() -> None:
    ours, stock, sent = await meet()
    plain = packet(5)
    for _ in range(2):
        Secure.out[: len(plain)] = plain
        assert ours.send(len(plain))

    assert sent[0] == sent[1]
    ours.close()
    await stock.dtls.stop()


async def test_every_truncation_of_a_packet_is_refused() -> None:
    ours, stock, _ = await meet()
    heard: list[object] = []
    ours.on_rtp = lambda buffer, size: heard.append(size)
    ours.on_rtcp = heard.append
    for whole in (stock.dtls._tx_srtp.protect(packet(9)), stock.dtls._tx_srtp.protect_rtcp(b"\x80\xc9\0\1\0\0\0\1")):
        for size in range(1, len(whole)):
            take(ours, whole[:size])

    assert heard == []
    ours.close()
    await stock.dtls.stop()


async def test_only_so_many_streams_of_one_connection_are_heard() -> None:
    ours, stock, _ = await meet()
    heard: list[int] = []
    ours.on_rtp = lambda buffer, size: heard.append(int.from_bytes(buffer[8:12], "big"))
    ours.on_rtcp = lambda data: heard.append(int.from_bytes(data[4:8], "big"))

    for ssrc in range(3 * STREAMS_MOST):
        whole = packet(1)[:8] + ssrc.to_bytes(4, "big") + b"payload"
        take(ours, stock.dtls._tx_srtp.protect(whole))
        take(ours, stock.dtls._tx_srtp.protect_rtcp(b"\x80\xc9\0\1" + (1000 + ssrc).to_bytes(4, "big")))
    take(ours, stock.dtls._tx_srtp.protect(packet(2)[:8] + bytes(4) + b"payload"))

    assert len(set(heard)) == STREAMS_MOST
    assert heard[-1] == 0
    ours.close()
    await stock.dtls.stop()


async def test_closing_tells_the_other_side() -> None:
    ours, stock, _ = await meet()

    ours.close()
    await until(lambda: stock.dtls.state == "closed")

    assert not ours.is_connected
    assert not ours.send(100)


async def test_the_other_side_closing_is_told_once() -> None:
    ours, stock, _ = await meet()
    ends: list[bool] = []
    ours.on_closed = lambda: ends.append(ours.is_closed)

    await stock.dtls.stop()
    await until(lambda: bool(ends))

    assert ends == [True]


async def test_a_certificate_that_was_not_promised_ends_it() -> None:
    ours, stock = Secure(Certificates().current()), Stock(RTCCertificate.generateCertificate())
    ours._sendto = lambda data, _: stock.inbox.put_nowait(bytes(data))
    stock.deliver = ours.take_handshake
    stock.dtls._set_role("client")

    refused, _ = await asyncio.gather(
        ours._shake_hands([("sha-256", ":".join(["00"] * 32))], is_client=False),
        stock.dtls.start(RTCDtlsParameters([RTCDtlsFingerprint("sha-256", ours.fingerprint)])),
        return_exceptions=True,
    )

    assert isinstance(refused, ConnectionError)
    assert ours.is_closed
    await stock.dtls.stop()


async def test_what_is_closed_during_the_handshake_ends_it() -> None:
    ours = Secure(Certificates().current())
    ours._sendto = lambda *_: None
    shaking = asyncio.ensure_future(ours._shake_hands([("sha-256", "00")], is_client=True))
    await asyncio.sleep(0)

    ours.close()

    with pytest.raises(ConnectionError):
        await shaking


def test_pylibsrtp_gives_the_functions_we_call_and_what_they_act_on() -> None:
    policy = pylibsrtp.Policy(key=bytes(44), ssrc_type=pylibsrtp.Policy.SSRC_ANY_OUTBOUND, srtp_profile=8)
    session = pylibsrtp.Session(policy)
    plain = packet(1)
    secure.Secure.out[: len(plain)] = plain
    secure._length[0] = len(plain)

    assert secure._protect(session._srtp[0], secure._out_c, secure._length) == 0
    assert secure._length[0] == len(plain) + 16
    assert bytes(secure.Secure.out[: len(plain) + 16]) == pylibsrtp.Session(policy).protect(plain)
    gc.collect()


@pytest.mark.parametrize("family", ["127.0.0.1", "::1"])
async def test_a_whole_stock_connection_sends_to_us(family: str) -> None:
    async with opened([family]) as mux:
        transport = Transport(mux, Certificates().current())
        heard: list[int] = []
        transport.on_rtp = lambda buffer, size: heard.append(buffer[1] & 0x7F)
        page = RTCPeerConnection(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
        page.addTrack(AudioStreamTrack())
        await page.setLocalDescription(await page.createOffer())
        offer = read_offer(page.localDescription.sdp)
        answer = write_answer(
            offer,
            {offer.lines[0].mid: Receiving()},
            transport.ufrag,
            transport.password,
            transport.fingerprint,
            mux.candidates(),
        )
        start = asyncio.create_task(transport.start(offer.fingerprints, offer.setup))

        await page.setRemoteDescription(RTCSessionDescription(answer, "answer"))
        await asyncio.wait_for(start, 10)
        await until(lambda: len(heard) > 5)

        assert set(heard) == {offer.lines[0].payload_type}
        await page.close()
        transport.close()
