"""A light client: ICE as the controlling side, DTLS, SRTP, and what it sends and receives."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import struct
import time
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Literal

from media import rtcp, stun
from media.control import LineRole
from media.light.crowd import Crowd
from media.light.offer import OPUS, VP8, VP8_REPAIRS, Answer, Candidate, Line, read_answer, write_offer
from media.light.received import Received
from media.light.sending import Sending
from media.light.ways import Way, open_way
from media.secure import RECEIVED, RECEIVED_VIEWS, Secure

CAMERA_RIDS = ("q", "h", "f")
SCREEN_RIDS = ("h", "f")
CHECK_S = 2.5
REPORT_S = 1.0
FIRST_CHECKS_S = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
_PRIORITY = 1853824767  # peer-reflexive, as Chromium computes it
_head = struct.Struct("!BBHLL").unpack_from


class LightClient(Secure):
    """`offer`, `lines` and `device` go to the server; `connect` takes its answer. Then `sending` and `received`.

    It looks after itself as a browser does: checks, reports, asks for lost packets, repeats those it is asked for.
    """

    role = "controlling"

    def __init__(
        self,
        crowd: Crowd,
        roles: Sequence[LineRole] = ("microphone", "camera", "voice", "voice", "voice", "face"),
        simulcast: bool = True,
    ) -> None:
        certificate = crowd.certificates.current()
        super().__init__(certificate)
        self.on_packet: Callable[[Received, bytes], None] | None = None
        """Every packet as it was sent first, also when it came as a repair."""
        self.on_key_asked: Callable[[Sending], None] | None = None
        self.estimate = 0
        """bits/s told to the server as the browser's estimate (REMB), once a second. 0: nothing is told."""
        self.asks_again = True
        self.feedbacks = 0
        """Messages about when our packets arrived."""
        self.strange = 0
        """Packets of streams that were not announced."""
        self.sending: dict[tuple[str, str], Sending] = {}
        """By role and rid; rid "" where there is one encoding."""
        self.received: dict[str, Received] = {}
        """By mid."""
        self.last_heard = monotonic()
        self._crowd = crowd
        self._lines = [_line(str(mid), role, simulcast) for mid, role in enumerate(roles)]
        self._answer = Answer()
        self._session = secrets.randbits(60)
        self._version = 1
        self._cname = secrets.token_hex(8)
        self._counter = [0]
        self._by_ssrc: dict[int, tuple[Received, bool]] = {}
        """Whether it carries repairs."""
        self._way: Way | None = None
        self._next_way: Way | None = None
        self._transactions: dict[bytes, float] = {}
        self._reached = asyncio.Event()
        self._checked = self._reported = 0.0
        self._tie_breaker = secrets.randbits(64)
        self._new_credentials()
        self.on_rtp = self._take_rtp
        self.on_rtcp = self._take_rtcp

    @property
    def lines(self) -> dict[str, LineRole]:
        return {line.mid: line.role for line in self._lines}

    @property
    def offer(self) -> str:
        return write_offer(
            self._lines, self._session, self._version, self._ufrag, self._password, self.fingerprint, self._cname
        )

    # -- connecting -------------------------------------------------------------------------------------------------

    async def connect(self, answer: str, over: Literal["udp", "tcp"] = "udp", address: str | None = None) -> None:
        """Raises ConnectionError. `address` is that of the candidate to take, else the first one is."""
        self._read(answer)
        await self._reach(over, address)
        self._crowd.add(self)
        await self._shake_hands(self._answer.fingerprints, is_client=self._answer.setup != "active")

    def restart(self) -> str:
        """An offer with new credentials; `move` takes the answer to it."""
        self._new_credentials()
        self._version += 1
        return self.offer

    async def move(
        self, answer: str | None = None, over: Literal["udp", "tcp"] = "udp", address: str | None = None
    ) -> None:
        """To another socket: after `restart`, or without an answer, as when a router forgets where we are."""
        if answer is not None:
            read = read_answer(answer)
            self._answer.ufrag, self._answer.password = read.ufrag, read.password
            self._answer.candidates = read.candidates
        before = self._way
        await self._reach(over, address)
        if before is not None:
            before.close()

    def close(self) -> None:
        if self.is_closed:
            return
        super().close()
        self._crowd.remove(self)
        for way in (self._way, self._next_way):
            if way is not None:
                way.close()

    async def _reach(self, over: str, address: str | None) -> None:
        candidate = self._pick(over, address)
        self._next_way = way = await self._open(candidate)
        self._reached.clear()
        for pause in FIRST_CHECKS_S:
            self._check(way, monotonic())
            # Not wait_for, which before Python 3.12 loses a cancellation that comes with the answer.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._reached.wait()
                break
        else:
            way.close()
            raise ConnectionError(f"nobody answers at {candidate}")
        if self.is_closed:
            raise ConnectionError("closed meanwhile")
        self._way, self._next_way = way, None
        self._sendto, self._address = way.sendto, way.address

    async def _open(self, candidate: Candidate) -> Way:
        return await open_way(self._crowd, candidate, self._take)

    def _pick(self, over: str, address: str | None) -> Candidate:
        for candidate in self._answer.candidates:
            if candidate.protocol == over and address in (None, candidate.address):
                return candidate
        raise ConnectionError(f"no {over} candidate {address or ''}")

    def _take(self, size: int, now: float) -> None:
        first = RECEIVED[0]
        if first & 0xC0 == 0x80:
            self.take(size, now)
        elif 19 < first < 64:
            self.take_handshake(bytes(RECEIVED_VIEWS[size]))
        elif first < 4 and size:
            self._take_answer(bytes(RECEIVED_VIEWS[size]), now)

    def _take_answer(self, data: bytes, now: float) -> None:
        message = stun.read(data)
        if message is None or message.kind != stun.RESPONSE or not message.is_by(self._answer.password):
            return
        if self._transactions.pop(message.transaction, None) is not None:
            self.last_heard = now
            self._reached.set()

    def _check(self, way: Way, now: float) -> None:
        self._checked = now
        transaction = secrets.token_bytes(12)
        if len(self._transactions) > 16:
            del self._transactions[next(iter(self._transactions))]
        self._transactions[transaction] = now
        username = f"{self._answer.ufrag}:{self._ufrag}"
        with contextlib.suppress(OSError):
            way.sendto(
                stun.make_check(username, self._answer.password, _PRIORITY, self._tie_breaker, transaction), way.address
            )

    def _new_credentials(self) -> None:
        self._ufrag, self._password = secrets.token_hex(4), secrets.token_hex(12)

    def _read(self, text: str) -> None:
        self._answer = answer = read_answer(text)
        for line in self._lines:
            accepted = answer.lines.get(line.mid)
            if accepted is None or accepted.is_refused or accepted.direction == "inactive":
                continue
            if line.is_sent:
                self._prepare(line, accepted.payload_types, accepted.extensions)
            elif accepted.ssrcs:
                received = self.received[line.mid] = Received(line.mid, accepted.ssrcs[0])
                for index, ssrc in enumerate(accepted.ssrcs[:2]):
                    self._by_ssrc[ssrc] = (received, index == 1)

    def _prepare(self, line: Line, accepted: tuple[int, ...], extensions: dict[str, int]) -> None:
        numbers = (OPUS, None) if line.kind == "audio" else (VP8, VP8_REPAIRS if VP8_REPAIRS in accepted else None)
        if numbers[0] not in accepted:
            return
        for rid in line.rids or ("",):
            ssrcs = (line.ssrcs[0], line.ssrcs[-1]) if line.ssrcs else (_ssrc(), _ssrc())
            self.sending[line.role, rid] = Sending(self, self._counter, line.mid, rid, ssrcs, numbers, extensions)

    # -- what comes -------------------------------------------------------------------------------------------------

    def _take_rtp(self, buffer: bytearray, size: int) -> None:
        first, _, sequence, _, ssrc = _head(buffer)
        found = self._by_ssrc.get(ssrc)
        if found is None:
            self.strange += 1
            return
        received, is_repair = found
        if is_repair:
            self._take_repair(received, buffer, size, first)
        elif received.take(sequence, size) and self.on_packet is not None:
            self.on_packet(received, bytes(RECEIVED_VIEWS[size]))

    def _take_repair(self, received: Received, buffer: bytearray, size: int, first: int) -> None:
        """RFC 4588 section 4: the sequence it had, then its payload. Without any, it is padding."""
        start = 12 + ((first & 0x0F) << 2)
        if first & 0x10 and start + 4 <= size:
            start += 4 + ((buffer[start + 2] << 8 | buffer[start + 3]) << 2)
        if start + 2 >= size:
            return
        sequence = buffer[start] << 8 | buffer[start + 1]
        if not received.take_repaired(sequence, size - 2) or self.on_packet is None:
            return
        packet = bytearray(RECEIVED_VIEWS[start]) + buffer[start + 2 : size]
        packet[1] = packet[1] & 0x80 | VP8
        packet[2:4] = sequence.to_bytes(2, "big")
        packet[8:12] = received.ssrc.to_bytes(4, "big")
        self.on_packet(received, bytes(packet))

    def _take_rtcp(self, data: bytes) -> None:
        for kind, count, body in rtcp.each(data):
            if kind == rtcp.TRANSPORT_FEEDBACK and count == rtcp.NACK:
                sending = self._sending_by(rtcp.media_ssrc(body))
                if sending is not None:
                    sending.resend(rtcp.nacked(body))
            elif kind == rtcp.TRANSPORT_FEEDBACK and count == rtcp.TRANSPORT_ARRIVALS:
                self.feedbacks += 1
            elif kind == rtcp.PAYLOAD_FEEDBACK:
                self._asked_for_keys(rtcp.key_frames_asked(count, body))
            elif kind in (rtcp.SENDER_REPORT, rtcp.RECEIVER_REPORT):
                self._take_report(kind, count, body)

    def _take_report(self, kind: int, count: int, body: bytes) -> None:
        now = monotonic()
        report = rtcp.sender_report_of(body) if kind == rtcp.SENDER_REPORT else None
        found = None if report is None else self._by_ssrc.get(report.ssrc)
        if report is not None and found is not None:
            found[0].reported(report, now)
        for block in rtcp.report_blocks(kind, count, body):
            sending = self._sending_by(block.ssrc)
            if sending is not None:
                sending.fraction_lost = block.fraction_lost

    def _asked_for_keys(self, ssrcs: list[int]) -> None:
        for ssrc in ssrcs:
            sending = self._sending_by(ssrc)
            if sending is not None:
                sending.keys_asked += 1
                if self.on_key_asked is not None:
                    self.on_key_asked(sending)

    def _sending_by(self, ssrc: int | None) -> Sending | None:
        return next((sending for sending in self.sending.values() if sending.ssrc == ssrc), None)

    # -- what it does by itself -------------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        if self._way is not None and now - self._checked > CHECK_S:
            self._check(self._way, now)
        if not self.is_connected:
            return
        if self.asks_again:
            for received in self.received.values():
                if received.missing and (asked := received.to_ask(now)):
                    self.send_rtcp(rtcp.nack(received.ssrc, asked))
        if now - self._reported > REPORT_S:
            self._reported = now
            self._report(now)

    def ask_key(self, mid: str) -> bool:
        return self.send_rtcp(rtcp.pli(self.received[mid].ssrc))

    def _report(self, now: float) -> None:
        heard = [received for received in self.received.values() if received.highest >= 0]
        if heard:
            self.send_rtcp(rtcp.receiver_report([received.block(now) for received in heard]))
        if self.estimate and heard:
            self.send_rtcp(rtcp.remb(self.estimate, [received.ssrc for received in heard]))
        for sending in self.sending.values():
            if sending.packets:
                self.send_rtcp(sending.report(now, time.time()))


def _line(mid: str, role: LineRole, simulcast: bool) -> Line:
    match role:
        case "microphone":
            return Line(mid, role, ssrcs=(_ssrc(),))
        case "camera" | "screen" if simulcast:
            return Line(mid, role, rids=CAMERA_RIDS if role == "camera" else SCREEN_RIDS)
        case "camera" | "screen":
            return Line(mid, role, ssrcs=(_ssrc(), _ssrc()))
    return Line(mid, role)


def _ssrc() -> int:
    return secrets.randbits(32) or 1
