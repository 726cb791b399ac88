"""The answer to a browser's offer (RFC 3264, JSEP RFC 9429): what we take of theirs, what we send in their slots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from media.offer import Line, Offer
from media.rtp import NAMES

CNAME = "palabre"
START_KBPS = 1_200
"""What Chromium tries at first instead of 300. Within a second it finds out if that is too much."""

_URIS = {name: uri for uri, name in NAMES.items()}
_TAKEN = ("mid", "rid", "repaired_rid", "level", "transport_sequence")
_MIRRORED = {"sendonly": "recvonly", "recvonly": "sendonly"}
_VIDEO_FEEDBACK = ("nack", "nack pli", "ccm fir")


@dataclass(frozen=True, slots=True)
class Receiving:
    """A line answered by: send, in all the layers you offered."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A line answered by: this is what I send you."""

    ssrc: int
    rtx_ssrc: int | None = None


def write_answer(
    offer: Offer,
    accepted: Mapping[str, Receiving | Sending],
    ufrag: str,
    password: str,
    fingerprint: str,
    candidates: Sequence[str],
) -> str:
    """What is not accepted, by mid, stays in the bundle and idle, or is turned down if we take no codec of it.

    `fingerprint` is one of SHA-256, `candidates` are values of a=candidate. After an ICE restart the same acceptance
    gives the same answer but for the credentials.

    What Chromium 156 and Firefox 153 do with it, one connection both sending and receiving:
    - They adapt what they send by transport-cc, answered on their lines alone, and report what they can take by REMB
      every 0.2 to 1 s, for goog-remb on slots alone. Chromium reports nothing unless the absolute send time comes
      under the id that was agreed.
    - They repeat audio when asked by a NACK, agreed or not. It comes under its own number then, not by RTX.
    - Chromium asks for audio again in a slot that is answered with nack, although it never offers it; changing its
      offer before it is set gives no more. So that is answered unasked, against the letter of RFC 4585 §4.2: of 5 %
      lost, 0.7 % of the sound is concealed and not 6 %. Firefox takes the answer and never asks.
    """
    lines = [
        "v=0",
        # The session is theirs, so its number and its rising version are too.
        f"o=palabre {offer.session} {offer.version} IN IP4 0.0.0.0",
        "s=-",
        "t=0 0",
        "a=ice-lite",
        f"a=group:BUNDLE {' '.join(line.mid for line in offer.lines if line.payload_type is not None)}".rstrip(),
        "a=msid-semantic: WMS *",
    ]
    path = [
        f"a=ice-ufrag:{ufrag}",
        f"a=ice-pwd:{password}",
        f"a=fingerprint:sha-256 {fingerprint}",
        f"a=setup:{'active' if offer.setup == 'passive' else 'passive'}",
    ]
    reached = [f"a=candidate:{each}" for each in candidates] + ["a=end-of-candidates"]
    for line in offer.lines:
        if line.payload_type is None:
            lines += [f"m={line.media}", "c=IN IP4 0.0.0.0", f"a=mid:{line.mid}", "a=inactive"]
            continue
        lines += _section(line, accepted.get(line.mid))
        lines += path
        # All of a bundle go one way: it is enough that its first line says where.
        lines += reached
        reached = []
    return "\r\n".join(lines) + "\r\n"


def _section(line: Line, accepted: Receiving | Sending | None) -> Iterator[str]:
    numbers = [line.payload_type] if line.rtx_payload_type is None else [line.payload_type, line.rtx_payload_type]
    yield f"m={line.kind} 9 UDP/TLS/RTP/SAVPF {' '.join(map(str, numbers))}"
    yield "c=IN IP4 0.0.0.0"
    yield f"a=mid:{line.mid}"
    yield "a=rtcp-mux"
    if line.is_small:
        yield "a=rtcp-rsize"
    if line.is_mixed:
        yield "a=extmap-allow-mixed"
    match accepted:
        case Receiving() if line.sends:
            yield from _receiving(line)
        case Sending() if line.receives:
            yield from _sending(line, accepted)
        case _:
            yield "a=inactive"
            yield from _codecs(line, ())


def _receiving(line: Line) -> Iterator[str]:
    yield "a=recvonly"
    yield from _extensions(line, _TAKEN)
    if line.kind == "audio":
        yield from _codecs(line, ("nack", "transport-cc"), "minptime=10;useinbandfec=1;usedtx=1")
    else:
        yield from _codecs(line, (*_VIDEO_FEEDBACK, "transport-cc"), f"x-google-start-bitrate={START_KBPS}")
    if line.rids:
        yield from (f"a=rid:{rid} recv" for rid in line.rids)
        yield f"a=simulcast:recv {';'.join(line.rids)}"


def _sending(line: Line, sending: Sending) -> Iterator[str]:
    yield "a=sendonly"
    yield f"a=msid:- {line.mid}"
    if line.send_time_id is not None:
        yield from _extensions(line, ("absolute_time",))
    if line.kind == "audio":
        yield from _codecs(line, (), "minptime=10;useinbandfec=1")
        yield f"a=rtcp-fb:{line.payload_type} nack"
    else:
        yield from _codecs(line, (*_VIDEO_FEEDBACK, "goog-remb"))
    if sending.rtx_ssrc is not None and line.rtx_payload_type is not None:
        yield f"a=ssrc-group:FID {sending.ssrc} {sending.rtx_ssrc}"
        # The first named is the stream, the other repairs it: in the other order Chromium takes neither.
        yield f"a=ssrc:{sending.ssrc} cname:{CNAME}"
        yield f"a=ssrc:{sending.rtx_ssrc} cname:{CNAME}"
    else:
        yield f"a=ssrc:{sending.ssrc} cname:{CNAME}"


def _codecs(line: Line, feedback: Sequence[str], parameters: str = "") -> Iterator[str]:
    number = line.payload_type
    yield f"a=rtpmap:{number} {'opus/48000/2' if line.kind == 'audio' else 'VP8/90000'}"
    yield from (f"a=rtcp-fb:{number} {each}" for each in feedback if each in line.feedback)
    if parameters:
        yield f"a=fmtp:{number} {parameters}"
    if line.rtx_payload_type is not None:
        yield f"a=rtpmap:{line.rtx_payload_type} rtx/90000"
        yield f"a=fmtp:{line.rtx_payload_type} apt={number}"


def _extensions(line: Line, names: Sequence[str]) -> Iterator[str]:
    """One offered for a single direction is answered for the other one (RFC 8285 §5)."""
    for identifier, name in line.extensions.items():
        if name in names:
            way = f"/{_MIRRORED[line.direction]}" if identifier in line.one_way else ""
            yield f"a=extmap:{identifier}{way} {_URIS[name]}"
