"""One encoding that a light client sends: headers as a browser writes them, and what is asked for again."""

from __future__ import annotations

import secrets
import struct
from collections.abc import Mapping
from time import monotonic

from media import rtcp
from media.light.offer import LEVEL, MID, OPUS, REPAIRED_RID, RID, TRANSPORT_SEQUENCE
from media.secure import Secure

KEPT = 512
_HEAD = struct.Struct("!BBHLL")
_SHORT = struct.Struct("!H")


class Header:
    """The bytes before a payload: the fixed part and one block of extensions (RFC 8285), patched for each packet."""

    def __init__(self, ssrc: int, payload_type: int, extensions: Mapping[str, int], values: Mapping[str, str]) -> None:
        self.ssrc = ssrc
        self.payload_type = payload_type
        self.level_at = self.transport_at = 0
        block = bytearray()
        for uri, value in values.items():
            if uri in extensions:
                block += bytes((extensions[uri] << 4 | len(value) - 1,)) + value.encode()
        if TRANSPORT_SEQUENCE in extensions:
            self.transport_at = 16 + len(block) + 1
            block += bytes((extensions[TRANSPORT_SEQUENCE] << 4 | 1, 0, 0))
        if LEVEL in extensions:
            self.level_at = 16 + len(block) + 1
            block += bytes((extensions[LEVEL] << 4, 127))
        block += bytes(-len(block) % 4)
        self._first = 0x90 if block else 0x80
        self.bytes = bytearray(12)
        if block:
            self.bytes += b"\xbe\xde" + _SHORT.pack(len(block) // 4) + block

    def write(self, marker: bool, sequence: int, timestamp: int, transport_sequence: int, level: int) -> None:
        second = self.payload_type | (0x80 if marker else 0)
        _HEAD.pack_into(self.bytes, 0, self._first, second, sequence, timestamp & 0xFFFFFFFF, self.ssrc)
        if self.transport_at:
            _SHORT.pack_into(self.bytes, self.transport_at, transport_sequence & 0xFFFF)
        if self.level_at:
            self.bytes[self.level_at] = level


class Sending:
    """`level` is the loudness of RFC 6464: 0 loudest, 127 silence; 128 is added when it is voice."""

    def __init__(
        self,
        client: Secure,
        counter: list[int],
        mid: str,
        rid: str,
        ssrcs: tuple[int, int],
        payload_types: tuple[int, int | None],
        extensions: Mapping[str, int],
    ) -> None:
        self.mid = mid
        self.rid = rid
        self.ssrc = ssrcs[0]
        self.sequence = secrets.randbelow(0x8000)
        self.timestamp = secrets.randbits(32)
        """What the timestamps of the caller are added to."""
        self.packets = 0
        self.octets = 0
        self.keys_asked = 0
        self.resent = 0
        self.fraction_lost = 0
        self._client = client
        self._counter = counter
        """Of all packets of the connection: the sequence that arrival feedback speaks of."""
        self._last = 0
        self._last_at = 0.0
        self._clock_rate = 48_000 if payload_types[0] == OPUS else 90_000
        self._kept: list[tuple[int, int, bool, int, int, bytes] | None] = [None] * KEPT
        names = {MID: mid, RID: rid} if rid else {MID: mid}
        self._header = Header(ssrcs[0], payload_types[0], extensions, names)
        self._repairs: Header | None = None
        if payload_types[1] is not None:
            names = {MID: mid, REPAIRED_RID: rid} if rid else {MID: mid}
            self._repairs = Header(ssrcs[1], payload_types[1], extensions, names)
            self._repair_sequence = secrets.randbelow(0x8000)

    def send(self, payload: bytes, timestamp: int, marker: bool = False, level: int = 127) -> bool:
        self.sequence = sequence = (self.sequence + 1) & 0xFFFF
        self._last = stamp = (self.timestamp + timestamp) & 0xFFFFFFFF
        self._last_at = monotonic()
        self.packets += 1
        self.octets += len(payload)
        self._counter[0] = count = self._counter[0] + 1
        self._kept[sequence % KEPT] = (sequence, stamp, marker, level, count, payload)
        self._header.write(marker, sequence, stamp, count, level)
        return self._put(self._header.bytes, payload)

    def skip(self, count: int = 1) -> None:
        """As if so many packets had been lost on their way, beyond repair."""
        self.sequence = (self.sequence + count) & 0xFFFF

    def resend(self, sequences: list[int]) -> None:
        """As the browsers do: video in packets of its own (RFC 4588), audio as it was."""
        for asked in sequences:
            kept = self._kept[asked % KEPT]
            if kept is None or kept[0] != asked:
                continue
            sequence, stamp, marker, level, count, payload = kept
            self.resent += 1
            if self._repairs is None:
                # The very same bytes: AES-GCM breaks when one index of SRTP protects two different packets.
                self._header.write(marker, sequence, stamp, count, level)
                self._put(self._header.bytes, payload)
                continue
            self._counter[0] += 1
            self._repair_sequence = (self._repair_sequence + 1) & 0xFFFF
            self._repairs.write(marker, self._repair_sequence, stamp, self._counter[0], level)
            self._put(self._repairs.bytes, _SHORT.pack(sequence) + payload)

    def report(self, now: float, wall: float) -> bytes:
        """RFC 3550 section 6.4.1: the timestamp that would be now."""
        stamp = self._last + int((now - self._last_at) * self._clock_rate)
        return rtcp.sender_report(self.ssrc, wall, stamp, self.packets, self.octets)

    def _put(self, header: bytearray, payload: bytes) -> bool:
        out = Secure.out
        start = len(header)
        end = start + len(payload)
        out[:start] = header
        out[start:end] = payload
        return self._client.send(end)
