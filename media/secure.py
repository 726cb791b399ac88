"""DTLS and SRTP (RFC 5763, RFC 5764) of one connection, over whatever carries its datagrams.

aiortc shakes hands and derives the keys; packets then go straight through libsrtp, in place, without a task or a copy
in between. Every private part of aiortc and pylibsrtp that we lean on is used in this file and nowhere else, and
tests/media/test_contract.py says what we expect of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import struct
from collections.abc import Callable, Sequence
from typing import Any

from aiortc import RTCCertificate, RTCDtlsFingerprint, RTCDtlsParameters, RTCDtlsTransport
from OpenSSL import SSL
from pylibsrtp._binding import ffi, lib  # type: ignore[import-not-found, unused-ignore]

from media.certificate import fingerprint

HANDSHAKE_S = 20.0
HANDSHAKE_QUEUE = 64
"""DTLS datagrams that wait to be read. More are dropped, as a network would: the other side repeats them."""
DATAGRAM_MOST = 1500
"""What is longer comes from no browser."""
STREAMS_MOST = 64
"""Of one connection. libsrtp keeps a context for every SSRC that ever came, which nobody could take back."""
SCRATCH = 2048

Address = tuple[Any, ...]

_protect: Callable[[Any, Any, Any], int] = lib.srtp_protect
_unprotect: Callable[[Any, Any, Any], int] = lib.srtp_unprotect
_protect_rtcp: Callable[[Any, Any, Any], int] = lib.srtp_protect_rtcp
_unprotect_rtcp: Callable[[Any, Any, Any], int] = lib.srtp_unprotect_rtcp

# One buffer each way for the whole process: it has one thread, and a packet is done with before the next is read.
RECEIVED = bytearray(SCRATCH)
_OUT = bytearray(SCRATCH)
_received_c = ffi.from_buffer("char[]", RECEIVED)
_out_c = ffi.from_buffer("char[]", _OUT)
_length = ffi.new("int *")
_ssrc = struct.Struct("!L").unpack_from
# Slicing a memoryview makes an object each time, and costs more than picking one that is ready.
RECEIVED_VIEWS = tuple(memoryview(RECEIVED)[:size] for size in range(SCRATCH + 1))
_OUT_VIEWS = tuple(memoryview(_OUT)[:size] for size in range(SCRATCH + 1))


def _ignore(*_: object) -> None:
    return


class Secure:
    """A connection that packets come from and go to once `_shake_hands` is done.

    Whoever carries the datagrams puts SRTP and SRTCP into `RECEIVED` and calls `take`, and calls `take_handshake`
    for DTLS. What goes out goes to `_sendto(data, _address)`.
    """

    out = _OUT
    """Where a packet to be sent is written: `send` says how much of it."""
    role = "controlled"
    """Asked by RTCDtlsTransport, for stating a default that we never use."""

    def __init__(self, certificate: RTCCertificate) -> None:
        self.on_rtp: Callable[[bytearray, int], None] = _ignore
        self.on_rtcp: Callable[[bytes], None] = _ignore
        self.on_connected: Callable[[], None] = _ignore
        self.on_closed: Callable[[], None] = _ignore
        """The other side ended what was connected. Not called for one's own `close`."""
        self.last_heard = 0.0
        self.unsent = 0
        self.fingerprint = fingerprint(certificate)
        self.is_closed = False
        self._sendto: Callable[[Any, Any], object] | None = None
        self._address: Address = ()
        self._dtls = RTCDtlsTransport(self, [certificate])  # type: ignore[arg-type]
        self._dtls.on("statechange", self._changed)
        self._handshake: asyncio.Queue[bytes | None] = asyncio.Queue(HANDSHAKE_QUEUE)
        self._sending: Any = None
        self._receiving: Any = None
        self._trailer = 0
        self._streams: set[int] = set()

    @property
    def is_connected(self) -> bool:
        return self._sending is not None

    # -- packets ----------------------------------------------------------------------------------------------------

    def send(self, size: int) -> bool:
        """The RTP packet in `out[:size]`, which is spoilt by it. False: not sent, nor will it be."""
        if self._sending is None or self._sendto is None or size > DATAGRAM_MOST:
            return False
        _length[0] = size
        if _protect(self._sending, _out_c, _length):
            self.unsent += 1
            return False
        try:
            self._sendto(_OUT_VIEWS[size + self._trailer], self._address)
        except OSError:
            # The socket is full, or the network gone for now: to the receiver a lost packet.
            self.unsent += 1
            return False
        return True

    def send_rtcp(self, data: bytes) -> bool:
        size = len(data)
        if self._sending is None or self._sendto is None or not 8 <= size <= DATAGRAM_MOST:
            return False
        _OUT[:size] = data
        _length[0] = size
        if _protect_rtcp(self._sending, _out_c, _length):
            self.unsent += 1
            return False
        try:
            self._sendto(_OUT_VIEWS[_length[0]], self._address)
        except OSError:
            self.unsent += 1
            return False
        return True

    def take(self, size: int, now: float) -> None:
        """SRTP or SRTCP in `RECEIVED[:size]`: to the callbacks if it is authentic and no replay (RFC 3711)."""
        if self._receiving is None or size < 12 + self._trailer:
            return
        is_report = 191 < RECEIVED[1] < 224  # RFC 5761 section 4
        (stream,) = _ssrc(RECEIVED, 4 if is_report else 8)
        if stream not in self._streams and len(self._streams) == STREAMS_MOST:
            return
        _length[0] = size
        if (_unprotect_rtcp if is_report else _unprotect)(self._receiving, _received_c, _length):
            return
        self._streams.add(stream)
        self.last_heard = now
        if is_report:
            self.on_rtcp(bytes(RECEIVED_VIEWS[_length[0]]))
        else:
            self.on_rtp(RECEIVED, _length[0])

    # -- handshake --------------------------------------------------------------------------------------------------

    def take_handshake(self, data: bytes) -> None:
        with contextlib.suppress(asyncio.QueueFull):
            self._handshake.put_nowait(data)

    async def _shake_hands(self, fingerprints: Sequence[tuple[str, str]], is_client: bool) -> None:
        """Raises ConnectionError, and is closed then."""
        if self.is_closed or not fingerprints:
            self.close()
            raise ConnectionError("closed before the handshake")
        parameters = RTCDtlsParameters([RTCDtlsFingerprint(algorithm, value) for algorithm, value in fingerprints])
        self._dtls._set_role("client" if is_client else "server")
        try:
            async with asyncio.timeout(HANDSHAKE_S):
                await self._dtls.start(parameters)
        except (TimeoutError, SSL.Error) as problem:
            self.close()
            raise ConnectionError("no DTLS handshake") from problem
        if self.is_closed or self._dtls.state != "connected":
            self.close()
            raise ConnectionError("the DTLS handshake failed")
        self._sending = self._dtls._tx_srtp._srtp[0]
        self._receiving = self._dtls._rx_srtp._srtp[0]
        self._trailer = _trailer(self._dtls._ssl)
        self.on_connected()

    async def _recv(self) -> bytes:
        """For RTCDtlsTransport: the next DTLS datagram."""
        data = await self._handshake.get()
        if data is None:
            raise ConnectionError
        return data

    async def _send(self, data: bytes) -> None:
        """For RTCDtlsTransport. Never waits: `close` counts on it."""
        if self._sendto is not None:
            with contextlib.suppress(OSError):
                self._sendto(data, self._address)

    # -- the end ----------------------------------------------------------------------------------------------------

    def close(self) -> None:
        if self.is_closed:
            return
        self.is_closed = True
        # stop() awaits nothing but our own _send, which never waits: one step runs all of it, and no task is needed.
        with contextlib.suppress(StopIteration):
            self._dtls.stop().send(None)
        while not self._handshake.empty():
            self._handshake.get_nowait()
        self._handshake.put_nowait(None)
        self._sending = self._receiving = self._sendto = None

    def _changed(self) -> None:
        if self._dtls.state == "closed" and not self.is_closed:
            self.close()
            self.on_closed()


def _trailer(connection: SSL.Connection | None) -> int:
    """How much longer SRTP makes a packet: 16 bytes by AES-GCM (RFC 7714), 10 by HMAC-SHA1 (RFC 3711)."""
    return 16 if connection is not None and b"GCM" in connection.get_selected_srtp_profile() else 10
