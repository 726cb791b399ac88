"""A light client for servers that check back (RFC 8445 section 7.3): it tells where it is, and answers."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence

from media import stun
from media.control import LineRole
from media.light import Crowd, LightClient
from media.light.offer import Candidate, read_answer
from media.light.received import Received
from media.light.ways import PER_WAKE, Way
from media.secure import RECEIVED

KINDS = re.compile("^m=(audio|video) ", re.MULTILINE)


class FullClient(LightClient):
    def __init__(self, crowd: Crowd, address: str, roles: Sequence[LineRole]) -> None:
        super().__init__(crowd, roles, simulcast=False)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind((address, 0))
        self._port = self._socket.getsockname()[1]
        self._host = address
        crowd.watch(self._socket, self._drain)

    @property
    def offer(self) -> str:
        return super().offer.replace("a=rtcp-mux\r\n", f"a=rtcp-mux\r\n{self.candidate}")

    @property
    def candidate(self) -> str:
        where = f"1 1 udp 2130706431 {self._host} {self._port} typ host"
        return f"a=candidate:{where}\r\na=end-of-candidates\r\n"

    async def _open(self, candidate: Candidate) -> Way:
        return Way(self._socket.sendto, (candidate.address, candidate.port), self._shut)

    def close(self) -> None:
        super().close()
        self._shut()

    def _shut(self) -> None:
        if self._socket.fileno() >= 0:
            self._crowd.unwatch(self._socket)
            self._socket.close()

    def _drain(self, now: float) -> None:
        for _ in range(PER_WAKE):
            try:
                size = self._socket.recv_into(RECEIVED)
            except OSError:
                return
            self._take(size, now)

    def _take_answer(self, data: bytes, now: float) -> None:
        message = stun.read(data)
        way = self._next_way or self._way
        if way is None or message is None or message.kind != stun.REQUEST:
            super()._take_answer(data, now)
        elif message.is_by(self._password):
            self.last_heard = now
            way.sendto(stun.answer(message, self._password, way.address), way.address)
            self._was_checked()

    def _was_checked(self) -> None:
        """For whoever waits for that."""


class Answering(FullClient):
    """One that is made the offer. The other side checks and nominates; DTLS begins there too."""

    def __init__(self, crowd: Crowd, address: str) -> None:
        super().__init__(crowd, address, ())

    def answer(self, offer: str) -> str:
        """Take all that is offered, but for repairs."""
        self._answer = read_answer(offer)
        mids = [mid for mid, line in self._answer.lines.items() if line.ssrcs]
        text = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE " + " ".join(mids)]
        for mid, kind in zip(mids, KINDS.findall(offer), strict=True):
            line = self._answer.lines[mid]
            self.received[mid] = received = Received(mid, line.ssrcs[0])
            self._by_ssrc[received.ssrc] = (received, False)
            text += self._accepted(mid, kind, line.payload_types[0])
        return "\r\n".join(text) + "\r\n"

    def _accepted(self, mid: str, kind: str, payload_type: int) -> list[str]:
        codec = "opus/48000/2" if kind == "audio" else "VP8/90000"
        return [
            f"m={kind} 9 UDP/TLS/RTP/SAVPF {payload_type}",
            "c=IN IP4 0.0.0.0",
            f"a=mid:{mid}",
            "a=recvonly",
            "a=rtcp-mux",
            f"a=rtpmap:{payload_type} {codec}",
            *([f"a=rtcp-fb:{payload_type} nack", f"a=rtcp-fb:{payload_type} nack pli"] if kind == "video" else []),
            f"a=ice-ufrag:{self._ufrag}",
            f"a=ice-pwd:{self._password}",
            f"a=fingerprint:sha-256 {self.fingerprint}",
            "a=setup:passive",
            self.candidate.rstrip(),
        ]

    async def reached(self) -> None:
        """Raises ConnectionError."""
        await self._reach("udp", None)
        self._crowd.add(self)
        await self._shake_hands(self._answer.fingerprints, is_client=False)

    def _check(self, way: Way, now: float) -> None:
        self._checked = now

    def _was_checked(self) -> None:
        self._reached.set()
