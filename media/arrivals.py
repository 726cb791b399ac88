"""When packets came in, told to their sender so that it finds out what its uplink carries.

Transport-wide congestion control: draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1.
"""

from __future__ import annotations

import struct

from media.rtcp import PACKET_MAX, TRANSPORT_ARRIVALS, TRANSPORT_FEEDBACK
from media.rtp import extend

TICKS_PER_S = 4000
"""Arrivals are told in steps of 250 µs, and a packet's reference in steps of 64 ms."""
TICKS_PER_REFERENCE = 256
BACK_S = 0.5
"""A packet that comes late is told of afterwards, with all that came since, if it is late by no more."""
GAP_MAX = 1000
"""Over a wider one nothing is told of what lies between: it is no loss but another beginning."""
PENDING_MAX = 4096
"""Kept between two feedbacks, whatever somebody sends."""

_RUN_MAX = 0x1FFF
# What became of a packet, as a digit: so that a row of them is read as a number in base 2 or 4.
_MISSING, _NEAR, _FAR = b"0", b"1", b"2"
_ONE_BIT, _TWO_BITS = 14, 7
_head = struct.Struct("!BBHLLHH")
_chunk = struct.Struct("!H").pack
_far = struct.Struct("!h").pack


class Arrivals:
    """Of one transport. Its header extensions number all packets of all its streams in one row."""

    __slots__ = ("_came", "_count", "_fresh", "_newest", "_next", "_oldest")

    def __init__(self) -> None:
        self._fresh: list[tuple[int, float]] = []
        self._came: dict[int, int] = {}
        """In ticks, by number with its wrap-arounds counted; those of the last half second, the oldest first."""
        self._newest = -1
        self._next = 0
        """The first that no feedback has told of."""
        self._oldest = 0
        """Before it nothing is known any more."""
        self._count = 0

    def add(self, sequence: int, at: float) -> None:
        if len(self._fresh) < PENDING_MAX:
            self._fresh.append((sequence, at))

    def feedback(self, sender_ssrc: int, media_ssrc: int) -> list[bytes]:
        """RTCP packets to be sent each by itself, telling of all that came since the last ones.

        `media_ssrc` is any stream of the transport: libwebrtc looks whether it is one of its own.
        """
        if not self._fresh:
            return []
        until = int((self._fresh[-1][1] - BACK_S) * TICKS_PER_S)
        numbers = self._sorted_in()
        start = min(numbers[0], self._next) if numbers else self._next
        packets = []
        at = 0
        while at < len(numbers):
            if numbers[at] - start >= GAP_MAX:
                start = numbers[at]
            reference = self._came[numbers[at]] // TICKS_PER_REFERENCE
            statuses, deltas, at = self._told(start, reference, numbers, at)
            packets.append(self._packet(sender_ssrc, media_ssrc, start, reference, statuses, deltas))
            start += len(statuses)
        self._next = self._newest + 1
        self._forget(until)
        return packets

    def _sorted_in(self) -> list[int]:
        """Take in what was added; gives the numbers to tell of."""
        if self._newest < 0:
            # A round above zero, so that one that came before the first stays above zero too.
            self._newest = self._next = self._fresh[0][0] + 0x10000
            self._oldest = self._next - GAP_MAX
        fresh = []
        for sequence, at in self._fresh:
            number = extend(sequence, self._newest)
            if number < self._oldest or number in self._came:
                continue
            self._came[number] = int(at * TICKS_PER_S)
            self._newest = max(self._newest, number)
            fresh.append(number)
        self._fresh = []
        fresh.sort()
        if fresh and fresh[0] < self._next:
            return sorted(number for number in self._came if number >= fresh[0])
        return fresh

    def _told(self, start: int, reference: int, numbers: list[int], at: int) -> tuple[bytes, bytes, int]:
        """Statuses from `start` on and deltas, as many as fit into one packet; and where in `numbers` to go on."""
        last = reference * TICKS_PER_REFERENCE
        expected = start
        statuses = bytearray()
        deltas = bytearray()
        while at < len(numbers):
            number = numbers[at]
            delta = self._came[number] - last
            is_too_far = number - expected >= GAP_MAX or not -0x8000 <= delta <= 0x7FFF
            if statuses and (is_too_far or _size(number + 1 - start, len(deltas) + 2) > PACKET_MAX):
                break
            statuses += _MISSING * (number - expected)
            if 0 <= delta <= 0xFF:
                statuses += _NEAR
                deltas.append(delta)
            else:
                statuses += _FAR
                deltas += _far(delta)
            last += delta
            expected = number + 1
            at += 1
        return bytes(statuses), bytes(deltas), at

    def _packet(
        self, sender_ssrc: int, media_ssrc: int, start: int, reference: int, statuses: bytes, deltas: bytes
    ) -> bytes:
        says = struct.pack("!L", (reference & 0xFFFFFF) << 8 | self._count) + chunks(statuses) + deltas
        self._count = (self._count + 1) & 0xFF
        padding = -len(says) % 4
        if padding:
            says += bytes(padding - 1) + bytes((padding,))
        first_byte = 0x80 | (0x20 if padding else 0) | TRANSPORT_ARRIVALS
        words = (_head.size + len(says)) // 4 - 1
        head = _head.pack(first_byte, TRANSPORT_FEEDBACK, words, sender_ssrc, media_ssrc, start & 0xFFFF, len(statuses))
        return head + says

    def _forget(self, until: int) -> None:
        """The last half second is enough to tell again of what a late packet has interrupted."""
        old = []
        for number, came in self._came.items():
            if came >= until:
                break
            old.append(number)
        for number in old:
            del self._came[number]
        if old:
            self._oldest = max(self._oldest, max(old) + 1)


def _size(statuses: int, deltas: int) -> int:
    """Of a packet, at the most: chunks are made as if none saved anything."""
    return _head.size + 4 + 2 * (statuses // _TWO_BITS + 1) + deltas + 3


def chunks(statuses: bytes) -> bytes:
    """A row of statuses in two bytes each: one status again and again, or fourteen or seven by themselves."""
    written = bytearray()
    at = 0
    while at < len(statuses):
        status = statuses[at : at + 1]
        window = statuses[at : at + _RUN_MAX]
        run = len(window) - len(window.lstrip(status))
        following = statuses[at : at + _ONE_BIT]
        if run >= len(following) or (run >= _TWO_BITS and _FAR in following):
            written += _chunk(int(status) << 13 | run)
            at += run
        elif _FAR not in following:
            written += _chunk(0x8000 | int(following.ljust(_ONE_BIT, b"0"), 2))
            at += _ONE_BIT
        else:
            written += _chunk(0xC000 | int(statuses[at : at + _TWO_BITS].ljust(_TWO_BITS, b"0"), 4))
            at += _TWO_BITS
    return bytes(written)
