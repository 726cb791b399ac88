"""A line on which somebody's page receives: one stream that never breaks, whoever stands behind it.

Sources and simulcast layers come and go; sequence, timestamp and VP8 picture ids go on (RFC 3550 §5.1, RFC 7741 §4.2).
`forward` runs for every packet to every listener: it decides what a worker costs.
"""

from __future__ import annotations

import secrets
import struct
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from media.packet import EXTENSION_ID_AT, EXTENSION_SIZE, Kind, Packet, extension_byte
from media.resending import KEPT, Patience, indexes
from media.rtcp import ReportBlock, sender_report
from media.rtp import HEADER_SIZE, distance
from media.stretches import Mark, Stretch, Stretches

if TYPE_CHECKING:
    from media.incoming import Layer

SCRATCH = 2048
VOICES_KEPT = 128
"""Of the newest audio packets, those that can be sent again: 2.5 s."""
DOUBLED_AFTER = 1
"""The second one follows so many later: losses often come in a row, but what comes too late is not played."""
REPLAYED_FRAME_S = 0.001
"""Between frames sent at once. By their own distance a page would show them at leisure, and stay late for seconds."""
NO_EXTENSION = 0xF0
"""An id that ends the reading of extensions (RFC 8285 §4.2), for a page that wants none."""

_EXTENSION_AT = HEADER_SIZE + EXTENSION_ID_AT
# Header and body in one call, for each size of a body: half the time of a header and a slice.
_WRITERS = tuple(struct.Struct(f"!HHLL{size}s").pack_into for size in range(SCRATCH - HEADER_SIZE + 1))


class Sender(Protocol):
    @property
    def out(self) -> bytearray:
        """Where a packet is written before `send`, which spoils it."""

    def send(self, size: int) -> bool: ...


class Slot:
    """`layer` is what it carries, `waiting` what it carries from that one's next key frame on, audio: next packet."""

    __slots__ = (
        "_asked_at",
        "_expected",
        "_extension_byte",
        "_head",
        "_holes",
        "_holes_told",
        "_is_video",
        "_mark",
        "_missing",
        "_moves_pictures",
        "_newest",
        "_out",
        "_patience",
        "_pictures",
        "_rtx_head",
        "_rtx_sequence",
        "_send",
        "_sequences",
        "_stretch",
        "_stretches",
        "_times",
        "_tl0s",
        "_told",
        "_voices",
        "clock_rate",
        "doubles",
        "kind",
        "layer",
        "mid",
        "missed",
        "octets",
        "packets",
        "resent",
        "rtx_ssrc",
        "ssrc",
        "switch_s",
        "waiting",
    )

    def __init__(
        self,
        sender: Sender,
        mid: str,
        kind: Kind,
        payload_type: int,
        rtx_payload_type: int | None,
        extension_id: int | None,
        clock_rate: int,
        ssrc: int,
        rtx_ssrc: int,
        randbits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        self.mid = mid
        self.kind = kind
        self.clock_rate = clock_rate
        self.ssrc = ssrc
        self.rtx_ssrc = rtx_ssrc
        self.layer: Layer | None = None
        self.waiting: Layer | None = None
        self.packets = 0
        self.octets = 0
        self.resent = 0
        self.missed = 0
        """Packets sent that the page asked for again, each once."""
        self.doubles = False
        """Whether each voice packet is sent a second time, a little later."""
        self.switch_s = 0.0
        """From `feed` to the first packet of what it asked for, the last time."""
        self._asked_at = 0.0
        self._out = sender.out
        self._send = sender.send
        self._is_video = kind == "video"
        self._extension_byte = NO_EXTENSION if extension_id is None else extension_byte(extension_id)
        # The first two bytes: version 2, whether there is an extension, and the payload type. The marker is added.
        first = 0x9000 if self._is_video else 0x8000
        self._head = first | payload_type
        self._rtx_head = None if rtx_payload_type is None else first | rtx_payload_type
        self._rtx_sequence = randbits(15)

        self._mark = Mark.start(randbits)
        """How far the stream had come when `_stretch` began, or ended."""
        self._stretch: Stretch | None = None
        self._newest: Packet | None = None
        self._expected = 0
        """The incoming sequence that would be next. It goes on to 65 536, so that a wrap-around is unexpected."""
        self._missing: set[int] = set()
        """Outgoing numbers left free for packets that may come late."""
        self._holes = self._holes_told = 0
        """Numbers left free and never used; up to now, and up to the page's last report."""
        self._told: ReportBlock | None = None
        """That report."""
        # Of the stretch, kept at hand for every packet.
        self._sequences = self._times = self._pictures = self._tl0s = 0
        self._moves_pictures = False

        self._stretches = Stretches()
        self._patience = Patience()
        self._voices: deque[Packet] = deque(maxlen=VOICES_KEPT)

    # -- who stands behind it ---------------------------------------------------------------------------------------

    def feed(self, layer: Layer | None, now: float) -> bool:
        """Carry this layer instead; nothing for None. True: it needs a key frame.

        Until one comes, video goes on with another layer of the same source. Another source stops at once.
        """
        if layer is not self.waiting:
            self._wait_for(None if layer is self.layer else layer, now)
        carried = self.layer
        if carried is not None and layer is not carried:
            goes_on = self._is_video and layer is not None and layer.source is carried.source
            if not goes_on:
                self._stop(carried)
        return self._is_video and self.waiting is not None

    def replay(self, packets: Sequence[Packet]) -> None:
        """Begin what is waited for with what came of it before: a key frame and all since, in their order."""
        layer = self.waiting
        if layer is None or not packets or not packets[0].is_key:
            return
        frames = len({packet.timestamp for packet in packets})
        self._switch(layer, packets[0], packets[-1].at - (frames - 1) * REPLAYED_FRAME_S)
        before = packets[0]
        for packet in packets:
            if packet.timestamp != before.timestamp:
                self._part(before.timestamp + int(REPLAYED_FRAME_S * self.clock_rate) - packet.timestamp)
            self.forward(layer, packet)
            before = packet

    def forget(self) -> None:
        """Nothing sent until now is ever sent again. What is carried goes on."""
        self._stretches.forget()
        self._voices.clear()
        self._missing.clear()
        self._part()

    def _wait_for(self, layer: Layer | None, now: float) -> None:
        if self.waiting is not None:
            self.waiting.fed.remove(self)
        self.waiting = layer
        if layer is not None:
            layer.fed.append(self)
            self._asked_at = now

    def _stop(self, carried: Layer) -> None:
        carried.fed.remove(self)
        self.layer = None
        self._end()

    def _switches(self, layer: Layer, packet: Packet) -> bool:
        """Whether a packet of what is not carried is the first of what is waited for."""
        if layer is not self.waiting or (self._is_video and not packet.is_key):
            return False
        self._switch(layer, packet, packet.at)
        return True

    def _switch(self, layer: Layer, packet: Packet, at: float) -> None:
        if self.layer is not None:
            self.layer.fed.remove(self)
        self.layer = layer
        self.waiting = None
        self.switch_s = max(0.0, packet.at - self._asked_at)
        self._follow(layer, packet, at)

    # -- packets ----------------------------------------------------------------------------------------------------

    def forward(self, layer: Layer, packet: Packet) -> None:
        """Send a packet of a layer that feeds this slot, or did a moment ago."""
        if layer is not self.layer and not self._switches(layer, packet):
            return
        sequence = packet.sequence
        if sequence != self._expected and not self._is_newest(layer, packet):
            return
        self._expected = sequence + 1
        self._newest = packet
        body = packet.body
        size = len(body)
        out = self._out
        _WRITERS[size](
            out,
            0,
            self._head | packet.marker,
            (sequence + self._sequences) & 0xFFFF,
            (packet.timestamp + self._times) & 0xFFFFFFFF,
            self.ssrc,
            body,
        )
        if self._is_video:
            out[_EXTENSION_AT] = self._extension_byte
            if self._moves_pictures:
                if packet.picture_id is not None:
                    position = HEADER_SIZE + packet.picture_at
                    picture = packet.picture_id + self._pictures
                    out[position] = picture >> 8 & 0x7F | 0x80
                    out[position + 1] = picture & 0xFF
                if packet.tl0 is not None:
                    out[HEADER_SIZE + packet.tl0_at] = packet.tl0 + self._tl0s & 0xFF
        else:
            self._voices.append(packet)
        self.packets += 1
        self.octets += size
        self._send(HEADER_SIZE + size)
        if self.doubles and len(self._voices) > DOUBLED_AFTER:
            self._say_again(self._voices[-1 - DOUBLED_AFTER])

    def _is_newest(self, layer: Layer, packet: Packet) -> bool:
        """Of an unexpected packet. One from before is sent here, if its place was left free."""
        ahead = distance(packet.sequence, self._expected & 0xFFFF)
        index = self._expected + ahead + self._sequences
        if 0 <= ahead < KEPT:
            self._missing.update(range(index - ahead, index))
            self._holes += ahead
            if len(self._missing) > KEPT:
                self._missing = {each for each in self._missing if index - each < KEPT}
            self._sequences = index - packet.sequence
            return True
        if -KEPT < ahead < 0:
            if index in self._missing:
                self._missing.remove(index)
                self._holes -= 1
                self._send_late(layer, packet)
            return False
        # Too far for a loss: its sender began anew.
        self._follow(layer, packet, packet.at)
        return True

    def _send_late(self, layer: Layer, packet: Packet) -> None:
        """The same bytes as in its turn."""
        expected, newest = self._expected, self._newest
        self._expected = packet.sequence
        self.forward(layer, packet)
        self._expected, self._newest = expected, newest

    # -- stretches --------------------------------------------------------------------------------------------------

    def _follow(self, layer: Layer, packet: Packet, at: float) -> None:
        """Let what comes from this packet on follow what was sent."""
        self._end()
        self._expected = packet.sequence
        self._begin(self._mark.follow(layer, packet, at, self.clock_rate))

    def _part(self, elapsed: int = 0) -> None:
        """Let the same layer go on in another stretch, its timestamps moved by so much more."""
        if self._stretch is not None:
            self._stretch.sequences = self._sequences
            self._begin(self._stretch.moved(self._expected + self._sequences, elapsed))

    def _begin(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._sequences = stretch.sequences
        self._times = stretch.times
        self._pictures = stretch.pictures
        self._tl0s = stretch.tl0s
        self._moves_pictures = stretch.pictures > 0 or stretch.tl0s > 0
        self._stretches.begin(stretch)

    def _end(self) -> None:
        if self._stretch is None or self._newest is None:
            return
        self._stretch.sequences = self._sequences
        self._mark = self._mark.after(self._newest, self._stretch, self._is_video)
        self._stretches.end(self._newest.at)
        self._stretch = self._newest = None
        self._missing.clear()
        self._voices.clear()

    # -- what the page answers --------------------------------------------------------------------------------------

    def resend(self, sequences: Sequence[int], now: float, round_trip: float) -> int:
        """Send again what was lost on the way to the page. How many were sent."""
        newest = self._mark.index if self._newest is None else self._newest.sequence + self._sequences
        sent = 0
        for index in indexes(sequences, newest):
            if not self._patience.allows(index, now, round_trip):
                continue
            if self._repairs(index, now) if self._is_video else self._repeats(index):
                self.missed += self._patience.is_new(index)
                self._patience.sent(index, now)
                sent += 1
        self._patience.prune(newest)
        self.resent += sent
        return sent

    def _repeats(self, index: int) -> bool:
        """Audio as it was, byte for byte: one index of SRTP with other bytes gives the key away (RFC 7714 §8.1)."""
        if self.layer is None or index in self._missing:
            return False
        sequence = (index - self._sequences) & 0xFFFF
        packet = next((each for each in reversed(self._voices) if each.sequence == sequence), None)
        if packet is None:
            return False
        self._say_again(packet)
        return True

    def _say_again(self, packet: Packet) -> None:
        size = len(packet.body)
        _WRITERS[size](
            self._out,
            0,
            self._head | packet.marker,
            (packet.sequence + self._sequences) & 0xFFFF,
            (packet.timestamp + self._times) & 0xFFFFFFFF,
            self.ssrc,
            packet.body,
        )
        self.packets += 1
        self.octets += size
        self._send(HEADER_SIZE + size)

    def _repairs(self, index: int, now: float) -> bool:
        """Video in a stream of its own, its number of before ahead of the payload (RFC 4588 §4)."""
        stretch = self._stretches.find(index)
        packet = stretch.packet(index) if stretch else None
        if stretch is None or packet is None or self._rtx_head is None:
            return False
        self._missing.discard(index)
        body = stretch.body(packet)
        body[EXTENSION_SIZE:EXTENSION_SIZE] = (index & 0xFFFF).to_bytes(2, "big")
        # The page measures the way by the time a packet was sent, which is now.
        body[EXTENSION_ID_AT:EXTENSION_SIZE] = (self._extension_byte << 24 | int(now * 0x40000) & 0xFFFFFF).to_bytes(
            4, "big"
        )
        _WRITERS[len(body)](
            self._out,
            0,
            self._rtx_head | packet.marker,
            self._rtx_sequence & 0xFFFF,
            (packet.timestamp + stretch.times) & 0xFFFFFFFF,
            self.rtx_ssrc,
            body,
        )
        self._rtx_sequence += 1
        self._send(HEADER_SIZE + len(body))
        return True

    def heard(self, block: ReportBlock) -> tuple[int, int]:
        """How many packets the page says were sent since its last report, and lost.

        What never came here was not lost on the way there.
        """
        before, self._told = self._told, block
        holes = self._holes - self._holes_told
        self._holes_told = self._holes
        if before is None:
            return 0, 0
        expected = block.highest - before.highest & 0xFFFFFFFF
        return max(0, expected - holes), block.lost - before.lost - holes

    def report(self, now: float, wall: float) -> bytes | None:
        """A sender report (RFC 3550 §6.4.1); None while nothing is carried."""
        newest = self._newest
        if newest is None:
            return None
        timestamp = newest.timestamp + self._times + int((now - newest.at) * self.clock_rate)
        extensions = self.packets * EXTENSION_SIZE if self._is_video else 0
        return sender_report(self.ssrc, wall, timestamp, self.packets, self.octets - extensions)
