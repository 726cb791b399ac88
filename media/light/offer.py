"""What a light client offers, line by line as Chromium writes it, and what the answer says (RFC 8866, RFC 8829)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from media.control import LineRole

Kind = Literal["audio", "video"]
OPUS, VP8, VP8_REPAIRS = 111, 96, 97
MID = "urn:ietf:params:rtp-hdrext:sdes:mid"
RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"
REPAIRED_RID = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id"
LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"
TRANSPORT_SEQUENCE = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
_SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"

_AUDIO = (
    f"a=extmap:1 {LEVEL}",
    f"a=extmap:2 {_SEND_TIME}",
    f"a=extmap:3 {TRANSPORT_SEQUENCE}",
    f"a=extmap:4 {MID}",
)
_AUDIO_CODECS = (
    "a=rtpmap:111 opus/48000/2",
    "a=rtcp-fb:111 transport-cc",
    "a=rtcp-fb:111 nack",
    "a=fmtp:111 minptime=10;useinbandfec=1",
    "a=rtpmap:63 red/48000/2",
    "a=fmtp:63 111/111",
    "a=rtpmap:9 G722/8000",
    "a=rtpmap:0 PCMU/8000",
    "a=rtpmap:8 PCMA/8000",
    "a=rtpmap:13 CN/8000",
    "a=rtpmap:126 telephone-event/8000",
)
_VIDEO = (
    "a=extmap:14 urn:ietf:params:rtp-hdrext:toffset",
    f"a=extmap:2 {_SEND_TIME}",
    "a=extmap:13 urn:3gpp:video-orientation",
    f"a=extmap:3 {TRANSPORT_SEQUENCE}",
    "a=extmap:5 http://www.webrtc.org/experiments/rtp-hdrext/playout-delay",
    f"a=extmap:4 {MID}",
    f"a=extmap:10 {RID}",
    f"a=extmap:11 {REPAIRED_RID}",
)
_VIDEO_CODECS = tuple(
    line
    for number, codec in ((96, "VP8"), (98, "VP9"), (45, "AV1"))
    for line in (
        f"a=rtpmap:{number} {codec}/90000",
        f"a=rtcp-fb:{number} goog-remb",
        f"a=rtcp-fb:{number} transport-cc",
        f"a=rtcp-fb:{number} ccm fir",
        f"a=rtcp-fb:{number} nack",
        f"a=rtcp-fb:{number} nack pli",
        f"a=rtpmap:{number + 1} rtx/90000",
        f"a=fmtp:{number + 1} apt={number}",
    )
)


@dataclass(slots=True)
class Line:
    """One line of the offer. It is sent on when it has SSRCs (the second one for repairs) or rids."""

    mid: str
    role: LineRole
    rids: tuple[str, ...] = ()
    ssrcs: tuple[int, ...] = ()

    @property
    def kind(self) -> Kind:
        return "audio" if self.role in ("microphone", "voice") else "video"

    @property
    def is_sent(self) -> bool:
        return self.role in ("microphone", "camera", "screen")


@dataclass(frozen=True, slots=True)
class Candidate:
    protocol: Literal["udp", "tcp"]
    address: str
    port: int


@dataclass(slots=True)
class AnsweredLine:
    """`ssrcs` in the order they were named: the first one is the primary."""

    mid: str = ""
    is_refused: bool = False
    direction: str = "sendrecv"
    payload_types: tuple[int, ...] = ()
    ssrcs: list[int] = field(default_factory=list)
    extensions: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Answer:
    ufrag: str = ""
    password: str = ""
    setup: str = ""
    fingerprints: list[tuple[str, str]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    lines: dict[str, AnsweredLine] = field(default_factory=dict)


def write_offer(
    lines: Sequence[Line], session: int, version: int, ufrag: str, password: str, fingerprint: str, cname: str
) -> str:
    text = [
        "v=0",
        f"o=- {session} {version} IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        "a=group:BUNDLE " + " ".join(line.mid for line in lines),
        "a=extmap-allow-mixed",
        "a=msid-semantic: WMS",
    ]
    for line in lines:
        text += _written(line, ufrag, password, fingerprint, cname)
    return "\r\n".join(text) + "\r\n"


def _written(line: Line, ufrag: str, password: str, fingerprint: str, cname: str) -> list[str]:
    codecs = _AUDIO_CODECS if line.kind == "audio" else _VIDEO_CODECS
    numbers = " ".join(codec[len("a=rtpmap:") :].split()[0] for codec in codecs if codec.startswith("a=rtpmap:"))
    text = [
        f"m={line.kind} 9 UDP/TLS/RTP/SAVPF {numbers}",
        "c=IN IP4 0.0.0.0",
        "a=rtcp:9 IN IP4 0.0.0.0",
        f"a=ice-ufrag:{ufrag}",
        f"a=ice-pwd:{password}",
        "a=ice-options:trickle",
        f"a=fingerprint:sha-256 {fingerprint}",
        "a=setup:actpass",
        f"a=mid:{line.mid}",
        *(_AUDIO if line.kind == "audio" else _VIDEO),
        "a=sendonly" if line.is_sent else "a=recvonly",
    ]
    if line.is_sent:
        text.append(f"a=msid:- {line.role}-{cname}")
    text += ["a=rtcp-mux", "a=rtcp-rsize", *codecs]
    if line.rids:
        text += [f"a=rid:{rid} send" for rid in line.rids]
        text.append("a=simulcast:send " + ";".join(line.rids))
    elif len(line.ssrcs) == 2:
        text.append(f"a=ssrc-group:FID {line.ssrcs[0]} {line.ssrcs[1]}")
    if not line.rids:
        for ssrc in line.ssrcs:
            text += [f"a=ssrc:{ssrc} cname:{cname}", f"a=ssrc:{ssrc} msid:- {line.role}-{cname}"]
    return text


def read_answer(text: str) -> Answer:
    answer = Answer()
    line = AnsweredLine()
    for written in text.splitlines():
        name, _, value = written[2:].partition(":")
        if written.startswith("m="):
            words = written[2:].split()
            line = AnsweredLine(is_refused=words[1] == "0", payload_types=tuple(int(word) for word in words[3:]))
        elif written.startswith("a="):
            _read_attribute(name, value, answer, line)
    return answer


def _read_attribute(name: str, value: str, answer: Answer, line: AnsweredLine) -> None:
    match name:
        case "mid":
            line.mid = value
            answer.lines[value] = line
        case "sendonly" | "recvonly" | "inactive":
            line.direction = name
        case "ice-ufrag":
            answer.ufrag = value
        case "ice-pwd":
            answer.password = value
        case "setup":
            answer.setup = value
        case "fingerprint":
            algorithm, _, digest = value.partition(" ")
            if (algorithm, digest) not in answer.fingerprints:
                answer.fingerprints.append((algorithm, digest))
        case "ssrc":
            ssrc = int(value.split()[0])
            if ssrc not in line.ssrcs:
                line.ssrcs.append(ssrc)
        case "extmap":
            number, uri = value.split()[:2]
            line.extensions[uri] = int(number.partition("/")[0])
        case "candidate":
            _, _, protocol, _, address, port, *_ = value.split()
            candidate = Candidate("tcp" if protocol.lower() == "tcp" else "udp", address, int(port))
            if candidate not in answer.candidates:
                answer.candidates.append(candidate)
