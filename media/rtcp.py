"""RTCP read and written: reports (RFC 3550 §6), NACK and PLI (RFC 4585 §6), FIR (RFC 5104 §4.3.1), REMB.

Writers give one packet each, to be sent alone (RFC 5506) or joined; a sender report travels with an SDES.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

SENDER_REPORT = 200
RECEIVER_REPORT = 201
SDES = 202
BYE = 203
TRANSPORT_FEEDBACK = 205  # `count` is then one of the two below
PAYLOAD_FEEDBACK = 206  # `count` is then PLI, FIR or REMB
NACK = 1
TRANSPORT_ARRIVALS = 15
PLI = 1
FIR = 4
REMB = 15

# Who speaks when a packet is about somebody else's stream: any number that is no stream of ours.
OURSELVES = 1
PACKET_MAX = 1200

_NACK_PAIRS_MAX = (PACKET_MAX - 12) // 4
_BLOCKS_MAX = 31
_SECONDS_1900_TO_1970 = 2_208_988_800

_head = struct.Struct("!BBH")
_feedback_head = struct.Struct("!BBHLL")
_pair = struct.Struct("!HH")
_block = struct.Struct("!LLLLLL")
_sender = struct.Struct("!LQLLL")
_two = struct.Struct("!LL")


class ReportBlock(NamedTuple):
    """What a receiver says of one stream (RFC 3550 §6.4.1)."""

    ssrc: int
    fraction_lost: int  # of 256, since the report before
    lost: int  # in all; below zero when packets came twice
    highest: int  # sequence, wrap-arounds counted above its 16 bits
    jitter: int  # in units of the stream's clock
    last_report: int  # the middle 32 bits of the newest sender report's time, 0 before one came
    delay: int  # since it came, in 1/65536 s


class SenderReport(NamedTuple):
    ssrc: int
    ntp: int  # 32 bits of seconds since 1900, 32 bits after the point
    timestamp: int
    packets: int
    octets: int


class Remb(NamedTuple):
    bitrate: int  # bits/s
    ssrcs: tuple[int, ...]


# -- reading ----------------------------------------------------------------------------------------------------------


def each(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(type, count, what follows the first four bytes) of every packet; ends before one that is malformed."""
    position = 0
    while position + 4 <= len(data):
        first, kind, words = _head.unpack_from(data, position)
        end = position + 4 + 4 * words
        if first & 0xC0 != 0x80 or end > len(data):
            return
        body = data[position + 4 : end]
        if first & 0x20:
            padding = body[-1] if body else 0
            if not 0 < padding <= len(body):
                return
            body = body[:-padding]
        yield kind, first & 0x1F, body
        position = end


def media_ssrc(body: bytes) -> int | None:
    """Which stream a feedback packet is about."""
    return _two.unpack_from(body)[1] if len(body) >= 8 else None


def nacked(body: bytes) -> list[int]:
    """Of a TRANSPORT_FEEDBACK with NACK: the sequences asked for, in the order named."""
    sequences = []
    for position in range(8, len(body) - 3, 4):
        first, following = _pair.unpack_from(body, position)
        sequences.append(first)
        while following:
            lowest = following & -following
            sequences.append((first + lowest.bit_length()) & 0xFFFF)
            following ^= lowest
    return sequences


def key_frames_asked(count: int, body: bytes) -> list[int]:
    """Of a PAYLOAD_FEEDBACK: the streams of which a key frame is wanted, by PLI or FIR."""
    if len(body) < 8:
        return []
    if count == PLI:
        return [_two.unpack_from(body)[1]]
    if count == FIR:
        return [_two.unpack_from(body, position)[0] for position in range(8, len(body) - 7, 8)]
    return []


def remb_of(body: bytes) -> Remb | None:
    """Of a PAYLOAD_FEEDBACK with REMB (draft-alvestrand-rmcat-remb-03 §2.2); None for another use of its number."""
    if len(body) < 16 or body[8:12] != b"REMB":
        return None
    count, exponent_and_top = body[12], body[13]
    if len(body) < 16 + 4 * count:
        return None
    mantissa = (exponent_and_top & 0x03) << 16 | body[14] << 8 | body[15]
    return Remb(mantissa << (exponent_and_top >> 2), struct.unpack_from(f"!{count}L", body, 16))


def report_blocks(kind: int, count: int, body: bytes) -> list[ReportBlock]:
    """Of a SENDER_REPORT or RECEIVER_REPORT."""
    start = 24 if kind == SENDER_REPORT else 4
    blocks = []
    for position in range(start, min(start + 24 * count, len(body) - 23), 24):
        ssrc, losses, highest, jitter, last_report, delay = _block.unpack_from(body, position)
        lost = losses & 0xFFFFFF
        if lost & 0x800000:
            lost -= 0x1000000
        blocks.append(ReportBlock(ssrc, losses >> 24, lost, highest, jitter, last_report, delay))
    return blocks


def sender_report_of(body: bytes) -> SenderReport | None:
    return SenderReport._make(_sender.unpack_from(body)) if len(body) >= 24 else None


# -- writing ----------------------------------------------------------------------------------------------------------


def ntp(wall: float) -> int:
    """Seconds since 1970 as the 64 bits of a sender report."""
    return (int(wall * 0x1_0000_0000) + (_SECONDS_1900_TO_1970 << 32)) & 0xFFFF_FFFF_FFFF_FFFF


def nack(ssrc: int, sequences: Iterable[int]) -> bytes:
    """Asks for packets again. What does not fit into one packet is left out, to be asked for the next time."""
    pairs: list[list[int]] = []
    for sequence in sequences:
        after = (sequence - pairs[-1][0]) & 0xFFFF if pairs else 0xFFFF
        if 0 < after <= 16:
            pairs[-1][1] |= 1 << (after - 1)
        elif after and len(pairs) < _NACK_PAIRS_MAX:
            pairs.append([sequence, 0])
        elif after:
            break
    return _feedback(TRANSPORT_FEEDBACK, NACK, ssrc, b"".join(_pair.pack(first, more) for first, more in pairs))


def pli(ssrc: int) -> bytes:
    return _feedback(PAYLOAD_FEEDBACK, PLI, ssrc, b"")


def fir(ssrc: int, number: int) -> bytes:
    """`number` rises by one for each new request and stays when one is repeated."""
    return _feedback(PAYLOAD_FEEDBACK, FIR, 0, _two.pack(ssrc, (number & 0xFF) << 24))


def remb(bitrate: int, ssrcs: Sequence[int]) -> bytes:
    exponent = max(0, bitrate.bit_length() - 18)
    says = b"REMB" + struct.pack("!L", len(ssrcs) << 24 | exponent << 18 | bitrate >> exponent)
    return _feedback(PAYLOAD_FEEDBACK, REMB, 0, says + struct.pack(f"!{len(ssrcs)}L", *ssrcs))


def receiver_report(blocks: Sequence[ReportBlock], ssrc: int = OURSELVES) -> bytes:
    """Of 31 streams at most: more go into another packet."""
    told = blocks[:_BLOCKS_MAX]
    return _packet(RECEIVER_REPORT, len(told), struct.pack("!L", ssrc) + b"".join(map(_written, told)))


def sender_report(
    ssrc: int, wall: float, timestamp: int, packets: int, octets: int, blocks: Sequence[ReportBlock] = ()
) -> bytes:
    """Says that the stream's `timestamp` is the moment `wall`, in seconds since 1970."""
    told = blocks[:_BLOCKS_MAX]
    sender = _sender.pack(ssrc, ntp(wall), timestamp & 0xFFFF_FFFF, packets & 0xFFFF_FFFF, octets & 0xFFFF_FFFF)
    return _packet(SENDER_REPORT, len(told), sender + b"".join(map(_written, told)))


def sdes(ssrc: int, cname: str) -> bytes:
    """The name that streams of one origin share (RFC 3550 §6.5.1)."""
    item = cname.encode()
    chunk = struct.pack("!LBB", ssrc, 1, len(item)) + item
    # At least one zero byte ends the items, and zeros fill the last word.
    return _packet(SDES, 1, chunk + bytes(4 - len(chunk) % 4))


def _written(block: ReportBlock) -> bytes:
    lost = max(-0x800000, min(0x7FFFFF, block.lost)) & 0xFFFFFF
    losses = block.fraction_lost << 24 | lost
    return _block.pack(
        block.ssrc, losses, block.highest & 0xFFFF_FFFF, block.jitter & 0xFFFF_FFFF, block.last_report, block.delay
    )


def _feedback(kind: int, count: int, ssrc: int, says: bytes) -> bytes:
    return _feedback_head.pack(0x80 | count, kind, 2 + len(says) // 4, OURSELVES, ssrc) + says


def _packet(kind: int, count: int, body: bytes) -> bytes:
    return _head.pack(0x80 | count, kind, len(body) // 4) + body
