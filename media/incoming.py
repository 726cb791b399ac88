"""What one person sends: sources, each of one layer or several, and of every layer what came of it lately.

`Layer.take` runs for each packet that comes in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from media.cache import Cache
from media.control import SourceName
from media.lost import Lost
from media.packet import PICTURE_UNKNOWN, Kind, Packet, packet_of
from media.reception import DROPOUT, Reception
from media.rtcp import ReportBlock, SenderReport
from media.rtp import Header, extend
from rooms.ids import ParticipantId

if TYPE_CHECKING:
    from media.place import Place
    from media.slot import Slot

CLOCK_RATES: dict[Kind, int] = {"audio": 48_000, "video": 90_000}
CACHE_SIZE, CACHE_SIZE_SMALL = 512, 256
"""Packets: two seconds of the largest layer at 250 a second, and far more of the others."""
PATIENCE_S: dict[Kind, float] = {"audio": 0.15, "video": 2.0}
REACH: dict[Kind, int] = {"audio": 8, "video": DROPOUT}
"""Eight audio packets are as old as one is worth asking for."""
SILENCE_S: dict[SourceName, float] = {"microphone": 5.0, "camera": 1.5, "screen": 4.0}
"""After which a layer is dead: DTX and pictures that do not change send little, though they live."""
BROKEN_S, MENDED_S = 0.5, 3.0
"""What follows a packet that is asked for in vain nobody sees. After so long, and three round trips, a smaller layer is
better, until this one has come whole for a while."""
KEY_FRAME_S, KEY_FRAME_SMALL_S = 1.0, 0.5
"""Between two requests for a key frame of a layer."""
SINCE_KEY_MAX = 40
"""So many packets after a key frame it is still better to send it again than to ask for another."""
KEY_FRAME_MAX = 200
"""Packets; of a large screen a key frame has a hundred."""
MEASURE_S = 0.5
HEADER_SIZE = 20
"""Counted to each payload: header and extension, as they go out."""
RIDS = ("q", "h", "f")
BITRATES = {"q": 150_000, "h": 500_000, "f": 1_700_000}
"""Until a layer was measured."""
SCREEN_BITRATES = {"h": 300_000, "f": 1_500_000}
SINGLE_BITRATES: dict[SourceName, int] = {"microphone": 40_000, "camera": 1_000_000, "screen": 1_500_000}


class Source:
    """A microphone, camera or screen. While it is not open, all it sends is counted and dropped."""

    __slots__ = (
        "_is_open",
        "era",
        "kind",
        "layers",
        "name",
        "participant",
        "rtx_payload_type",
        "wanted_at",
        "watchers",
    )

    def __init__(
        self,
        participant: ParticipantId,
        name: SourceName,
        kind: Kind,
        rids: Sequence[str] = (),
        rtx_payload_type: int | None = None,
    ) -> None:
        self.participant = participant
        self.name: SourceName = name
        self.kind: Kind = kind
        self.rtx_payload_type = rtx_payload_type
        self.layers = [Layer(self, rid, at, len(rids)) for at, rid in enumerate(_by_size(rids))] or [Layer(self)]
        """Small to large."""
        self.watchers: set[Place] = set()
        self.wanted_at: dict[int, float] = {}
        """When a layer, by its index, was last wanted by somebody."""
        self.era = 0
        """Rises when what came until then is forgotten, also what waits to be sent."""
        self._is_open = False

    @property
    def is_open(self) -> bool:
        return self._is_open

    @is_open.setter
    def is_open(self, is_open: bool) -> None:
        self._is_open = is_open
        for layer in self.layers:
            layer.is_open = is_open
        self.forget()

    def layer(self, rid: str | None) -> Layer | None:
        return next((layer for layer in self.layers if layer.rid == rid), None)

    def forget(self) -> None:
        """What came until now is nobody's any more: its person has moved to another room, or was muted."""
        self.era += 1
        for layer in self.layers:
            layer.forget()


class Layer:
    """One stream of a source. `fed`: the slots that carry it or wait to."""

    __slots__ = (
        "_broken_at",
        "_cut",
        "_heard_at",
        "_is_smallest",
        "_key",
        "_key_asked_at",
        "_key_interval_s",
        "_lost",
        "_measured_at",
        "_newest",
        "_octets",
        "_picture_id",
        "_reach",
        "_reception",
        "_silence_s",
        "_skipped",
        "bitrate",
        "cache",
        "clock_rate",
        "fed",
        "height",
        "is_open",
        "kind",
        "rid",
        "source",
        "ssrc",
        "width",
    )

    def __init__(self, source: Source, rid: str | None = None, at: int = 0, of: int = 1) -> None:
        self.source = source
        self.rid = rid
        self.kind: Kind = source.kind
        self.clock_rate = CLOCK_RATES[source.kind]
        self.ssrc = 0
        self.is_open = False
        self.fed: list[Slot] = []
        self.bitrate = _bitrate(source.name, rid)
        """Bits a second, smoothed."""
        self.width = 0
        self.height = 0
        is_large = source.kind == "video" and at == of - 1
        self.cache = Cache(CACHE_SIZE if is_large else CACHE_SIZE_SMALL)
        self._reach = CACHE_SIZE if is_large else CACHE_SIZE_SMALL
        self._reception = Reception(self.clock_rate)
        self._lost = Lost(PATIENCE_S[source.kind], REACH[source.kind])
        self._newest = 0
        self._cut = 0
        """The newest that is not to be forwarded any more."""
        self._skipped = 0
        """Packets without payload: numbers taken out of the row, so that no listener misses them."""
        self._key: int | None = None
        """The number of the last key frame's first packet."""
        self._key_asked_at = float("-inf")
        self._key_interval_s = KEY_FRAME_SMALL_S if at < of - 1 else KEY_FRAME_S
        self._picture_id = PICTURE_UNKNOWN
        self._silence_s = SILENCE_S[source.name]
        self._is_smallest = at == 0
        self._broken_at = float("-inf")
        self._heard_at = float("-inf")
        self._measured_at = float("-inf")
        self._octets = 0

    def begin(self, ssrc: int) -> None:
        """It comes with this SSRC from now on."""
        if ssrc != self.ssrc:
            self.ssrc = ssrc
            self._reception = Reception(self.clock_rate)
            self._newest = 0
            self.forget()
            self._picture_id = PICTURE_UNKNOWN

    def forget(self) -> None:
        """Nothing that came until now is sent to anybody, nor asked for, from now on."""
        self._lost.give_up()
        self.cache.clear()
        self._key = None
        self._cut = self._newest

    # -- packets ----------------------------------------------------------------------------------------------------

    def take(self, header: Header, buffer: bytes | bytearray, now: float) -> Packet | None:
        """None for what is not to be forwarded: it came twice or too late, holds nothing, or the source is not open."""
        if header.ssrc != self.ssrc:
            return None
        number = self._reception.receive(header.sequence, header.timestamp, now)
        if not number:
            return None
        self._octets += header.end - header.start + HEADER_SIZE
        if now - self._measured_at >= MEASURE_S:
            self._measure(now)
        ahead = number - self._newest
        if not self.is_open:
            if ahead > 0:
                self._newest = self._cut = number
            if header.end > header.start:
                self._heard_at = now
            return None
        if ahead > 0:
            if ahead > 1:
                self._miss(number, now)
            self._newest = number
        elif not self._lost.found(number):
            return None
        if header.start == header.end:
            # Once nothing is missing before it, no packet still to come has to keep the number it would have had.
            if ahead > 0 and not self._lost:
                self._skipped += 1
            return None
        self._heard_at = now
        return self._keep(number, header, buffer, now)

    def take_repaired(self, header: Header, buffer: bytes | bytearray, now: float) -> Packet | None:
        """A packet sent again in a stream of its own (RFC 4588 §4), its first sequence before the payload.

        Browsers also send what has long arrived, to fill the line and see what it carries. That is dropped here.
        """
        if header.end - header.start <= 2 or not self.is_open:
            return None
        sequence = buffer[header.start] << 8 | buffer[header.start + 1]
        number = extend(sequence, self._newest)
        if not self._lost.found(number):
            return None
        header.sequence = sequence
        header.start += 2
        self._octets += header.end - header.start + HEADER_SIZE
        return self._keep(number, header, buffer, now)

    def _keep(self, number: int, header: Header, buffer: bytes | bytearray, now: float) -> Packet | None:
        packet = packet_of(header, buffer, self.kind, now, self._picture_id)
        if packet is None:
            return None
        if packet.picture_id is not None:
            self._picture_id = packet.picture_id
        if self._skipped:
            packet.sequence = (packet.sequence - self._skipped) & 0xFFFF
        if packet.is_key:
            self._on_key(number, packet)
        if self._newest - number < self._reach:
            self.cache.put(packet)
        return packet

    def _on_key(self, number: int, packet: Packet) -> None:
        self.width = packet.width
        self.height = packet.height
        if self._key is None or number - self._skipped > self._key:
            self._key = number - self._skipped
            self._lost.give_up_before(number)

    def _miss(self, number: int, now: float) -> None:
        """Packets between the newest and this one have not come."""
        if number - self._newest < DROPOUT and (
            # Of what was sent before the cut nothing may come through, not even as a repair.
            self._newest == self._cut or self._lost.notice(self._newest + 1, number, now)
        ):
            return
        # The sender began anew, or too much is lost: whoever carries it takes it up again like another source.
        self.forget()
        for slot in tuple(self.fed):
            if slot.layer is self:
                slot.feed(None, now)
                slot.feed(self, now)

    # -- what is asked of it ----------------------------------------------------------------------------------------

    def is_alive(self, now: float) -> bool:
        """Whether it comes, and whole. When their line or machine is too weak, browsers stop the larger layers."""
        is_whole = self._is_smallest or now - self._broken_at > MENDED_S
        return is_whole and now - self._heard_at < self._silence_s

    def since_key(self) -> list[Packet] | None:
        """The last key frame and all after it; None when that is incomplete, or another key frame is cheaper."""
        if self._key is None:
            return None
        count = self._newest - self._skipped - self._key + 1
        if count > KEY_FRAME_MAX + SINCE_KEY_MAX:
            return None
        packets = self.cache.run(self._key & 0xFFFF, count)
        if packets is None:
            return None
        key_frame = packets[0].timestamp
        after = sum(packet.timestamp != key_frame for packet in packets)
        return packets if after < SINCE_KEY_MAX else None

    def request_key(self, now: float) -> bool:
        """Whether to ask for a key frame now; who needs one says so again until it has come."""
        if not self.ssrc or not self.is_open or now - self._key_asked_at < self._key_interval_s:
            return False
        self._key_asked_at = now
        return True

    def nacks(self, now: float, round_trip: float) -> list[int]:
        """Sequences to ask for again now."""
        if not self._lost:
            return []
        if self._lost.waits_s(now) > BROKEN_S + 3 * round_trip:
            self._broken_at = now
        return self._lost.due(self._newest, now, round_trip)

    def sender_report(self, report: SenderReport, now: float) -> None:
        self._reception.sender_report(report, now)

    def report_block(self, now: float) -> ReportBlock:
        return self._reception.report_block(self.ssrc, now)

    def _measure(self, now: float) -> None:
        passed = now - self._measured_at
        # Across a silence there is nothing to be learnt of what it takes while it is sent.
        if passed < self._silence_s:
            rate = self._octets * 8 / passed
            self.bitrate = round((self.bitrate + rate) / 2)
        self._measured_at = now
        self._octets = 0


def _by_size(rids: Sequence[str]) -> list[str]:
    """Small to large, whatever their order in the offer; names that are not ours stay as they are."""
    return sorted(rids, key=RIDS.index) if set(rids) <= set(RIDS) else list(rids)


def _bitrate(name: SourceName, rid: str | None) -> int:
    rates = SCREEN_BITRATES if name == "screen" else BITRATES
    return rates.get(rid or "", SINGLE_BITRATES[name])
