"""The offer of a browser, read (SDP RFC 8866, BUNDLE RFC 8843, JSEP RFC 9429).

Of all it says, only what an answer needs is kept: one bundle, Opus and VP8, the extensions that we know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from media.rtp import NAMES

TEXT_MAX = 128 * 1024
"""Chromium says 4 kB of every line, most of it of codecs that we do not take."""
LINES_MAX = 64
RIDS_MAX = 4
FINGERPRINTS_MAX = 8
SAME_MAX = 256
"""Attributes of one name on one line: Chromium says 55 of feedback."""

Direction = Literal["sendrecv", "sendonly", "recvonly", "inactive"]
Setup = Literal["actpass", "active", "passive"]

_CODECS: Mapping[str, str] = {"audio": "opus/48000/2", "video": "vp8/90000"}
_DIRECTIONS = frozenset(("sendrecv", "sendonly", "recvonly", "inactive"))
_SETUPS = frozenset(("actpass", "active", "passive"))
_ALGORITHMS = frozenset(("sha-256", "sha-384", "sha-512"))
# What we write into packets holds ids of four bits. 15 is none in either form (RFC 8285 §4.2).
_SEND_TIME_ID_MAX = 14
_EXTENSION_IDS = frozenset(range(1, 256)) - {15}
# Those of RTCP on the same port (RFC 5761 §4) are none of RTP.
_PAYLOAD_TYPES = frozenset(range(128)) - frozenset(range(64, 96))

_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,16}", re.ASCII)
_MEDIA = re.compile(r"[A-Za-z0-9/ -]{1,80}", re.ASCII)
_RID = re.compile(r"[A-Za-z0-9_-]{1,16}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,20}", re.ASCII)
_ICE = re.compile(r"[A-Za-z0-9+/]{4,256}", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31,63}", re.ASCII)


class BadOffer(Exception):
    """Says what is wrong with it, in words for whoever wrote the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """An m-line. Without a `payload_type` it has nothing we could take, and is turned down."""

    mid: str
    kind: str
    direction: Direction
    payload_type: int | None = None
    rtx_payload_type: int | None = None
    feedback: frozenset[str] = frozenset()
    rids: tuple[str, ...] = ()  # of the layers they will send, in their order
    extensions: Mapping[int, str] = field(default_factory=dict)  # as named in media.rtp, if they go our way
    one_way: frozenset[int] = frozenset()  # extensions offered for the line's own direction alone
    is_small: bool = False  # RTCP may come in packets of reduced size (RFC 5506)
    is_mixed: bool = False  # one- and two-byte forms of extensions may both come (RFC 8285 §6)
    media: str = ""  # what stands in the line that turns it down

    @property
    def sends(self) -> bool:
        return self.payload_type is not None and self.direction in ("sendonly", "sendrecv")

    @property
    def receives(self) -> bool:
        return self.payload_type is not None and self.direction in ("recvonly", "sendrecv")

    @property
    def send_time_id(self) -> int | None:
        """The extension of an absolute send time, which is all that we send of them."""
        for identifier, name in self.extensions.items():
            if name == "absolute_time" and identifier <= _SEND_TIME_ID_MAX:
                return identifier
        return None


@dataclass(frozen=True, slots=True)
class Offer:
    fingerprints: tuple[tuple[str, str], ...]  # algorithm, value
    setup: Setup
    ufrag: str
    password: str
    lines: tuple[Line, ...]
    session: str
    version: str

    @property
    def names(self) -> dict[int, str]:
        """What the extensions of incoming packets are, on whatever line they come (RFC 8843 §10)."""
        return {identifier: name for line in self.lines if line.sends for identifier, name in line.extensions.items()}


class _Section:
    """The session's own lines, or an m-line with what belongs to it."""

    __slots__ = ("attributes", "media")

    def __init__(self, media: str = "") -> None:
        self.media = media
        self.attributes: dict[str, list[str]] = {}

    def add(self, name: str, value: str) -> None:
        values = self.attributes.setdefault(name, [])
        if len(values) == SAME_MAX:
            raise BadOffer(f"more than {SAME_MAX} lines of a={name[:40]}")
        values.append(value)

    def all(self, name: str) -> list[str]:
        return self.attributes.get(name, [])

    def one(self, name: str) -> str | None:
        found = self.attributes.get(name)
        return found[0] if found else None

    def has(self, name: str) -> bool:
        return name in self.attributes


def read_offer(text: str) -> Offer:
    """Raises BadOffer."""
    if len(text) > TEXT_MAX:
        raise BadOffer(f"longer than {TEXT_MAX} characters")
    origin, session, sections = _sections(text)
    if not sections:
        raise BadOffer("no m-line")
    bundled = _bundled(session)
    lines = tuple(_line(section, session, bundled) for section in sections)
    mids = [line.mid for line in lines]
    if len(set(mids)) < len(mids):
        raise BadOffer("two m-lines of one mid")
    # RFC 8843 §7.1.2: what all of a bundle share is said by the first that it names.
    tagged = next((section for section in sections if section.one("mid") == bundled[0]), None)
    if tagged is None:
        raise BadOffer("the bundle names no m-line")
    offer = Offer(
        fingerprints=_fingerprints(tagged, session),
        setup=_setup(tagged, session),
        ufrag=_credential("ice-ufrag", 4, tagged, session),
        password=_credential("ice-pwd", 22, tagged, session),
        lines=lines,
        session=origin[0],
        version=origin[1],
    )
    _agree(offer)
    return offer


def _sections(text: str) -> tuple[tuple[str, str], _Section, list[_Section]]:
    session = current = _Section()
    sections: list[_Section] = []
    origin: tuple[str, str] | None = None
    for number, raw in enumerate(text.split("\n")):
        line = raw.rstrip("\r")
        if number == 0 and line != "v=0":
            raise BadOffer("no session description")
        if line.startswith("m="):
            if len(sections) == LINES_MAX:
                raise BadOffer(f"more than {LINES_MAX} m-lines")
            current = _Section(line[2:])
            sections.append(current)
        elif line.startswith("a="):
            name, _, value = line[2:].partition(":")
            current.add(name, value.strip())
        elif line.startswith("o=") and origin is None:
            said = line[2:].split()
            if len(said) == 6 and _NUMBER.fullmatch(said[1]) and _NUMBER.fullmatch(said[2]):
                origin = said[1], said[2]
    if origin is None:
        raise BadOffer("no origin")
    return origin, session, sections


def _bundled(session: _Section) -> list[str]:
    for group in session.all("group"):
        said = group.split()
        if said[:1] == ["BUNDLE"] and 1 < len(said) <= 1 + LINES_MAX:
            return said[1:]
    raise BadOffer("no BUNDLE")


def _fingerprints(tagged: _Section, session: _Section) -> tuple[tuple[str, str], ...]:
    found = []
    for value in (tagged.all("fingerprint") or session.all("fingerprint"))[:FINGERPRINTS_MAX]:
        algorithm, _, digits = value.partition(" ")
        if algorithm.lower() in _ALGORITHMS and _FINGERPRINT.fullmatch(digits):
            found.append((algorithm.lower(), digits.upper()))
    if not found:
        raise BadOffer("no fingerprint")
    return tuple(found)


def _setup(tagged: _Section, session: _Section) -> Setup:
    setup = tagged.one("setup") or session.one("setup")
    if setup not in _SETUPS:
        raise BadOffer("no setup")
    return cast(Setup, setup)


def _credential(name: str, shortest: int, tagged: _Section, session: _Section) -> str:
    value = tagged.one(name) or session.one(name) or ""
    if len(value) < shortest or not _ICE.fullmatch(value):
        raise BadOffer(f"no {name}")
    return value


def _agree(offer: Offer) -> None:
    """RFC 8843 §10.2: within a bundle an id is one extension. We go by that when packets come."""
    said: dict[int, str] = {}
    for line in offer.lines:
        for identifier, name in line.extensions.items():
            if said.setdefault(identifier, name) != name:
                raise BadOffer(f"two extensions of id {identifier}")


def _line(section: _Section, session: _Section, bundled: Sequence[str]) -> Line:
    mid = section.one("mid") or ""
    if not _TOKEN.fullmatch(mid):
        raise BadOffer("an m-line without mid")
    kind, *rest = section.media.split() or [""]
    if len(rest) < 3:
        raise BadOffer(f"no m-line: {section.media[:40]!r}")
    port, protocol, *formats = rest
    direction = _direction(section, session)
    off = Line(mid=mid, kind=kind, direction=direction, media=f"{kind} 0 {protocol} {formats[0]}")
    if not _NUMBER.fullmatch(port) or not _MEDIA.fullmatch(off.media):
        raise BadOffer(f"no m-line: {section.media[:40]!r}")
    is_off = port == "0" and not section.has("bundle-only")
    if kind not in _CODECS or is_off or mid not in bundled or not protocol.endswith("TLS/RTP/SAVPF"):
        return off
    if not section.has("rtcp-mux"):
        raise BadOffer(f"no rtcp-mux on line {mid}")
    payload_type, rtx_payload_type = _payload_types(section, kind, formats)
    if payload_type is None:
        return off
    extensions, one_way = _extensions(section, direction)
    return Line(
        mid=mid,
        kind=kind,
        direction=direction,
        payload_type=payload_type,
        rtx_payload_type=rtx_payload_type,
        feedback=_feedback(section, payload_type),
        rids=_rids(section) if kind == "video" else (),
        extensions=extensions,
        one_way=one_way,
        is_small=section.has("rtcp-rsize"),
        is_mixed=section.has("extmap-allow-mixed") or session.has("extmap-allow-mixed"),
    )


def _direction(section: _Section, session: _Section) -> Direction:
    for attributes in (section.attributes, session.attributes):
        for name in attributes:
            if name in _DIRECTIONS:
                return cast(Direction, name)
    return "sendrecv"


def _payload_types(section: _Section, kind: str, formats: Sequence[str]) -> tuple[int | None, int | None]:
    """Of our codec, and of its repairs (RFC 4588 §8.1)."""
    codecs = {number: codec.lower() for number, codec in _by_format(section, "rtpmap")}
    ours = next((each for each in formats if codecs.get(each) == _CODECS[kind] and _is_payload_type(each)), None)
    if ours is None:
        return None, None
    for number, parameters in _by_format(section, "fmtp"):
        repairs = codecs.get(number) == "rtx/90000" and parameters.replace(" ", "").split(";")[0] == f"apt={ours}"
        if kind == "video" and repairs and number in formats and _is_payload_type(number):
            return int(ours), int(number)
    return int(ours), None


def _by_format(section: _Section, name: str) -> Iterator[tuple[str, str]]:
    for value in section.all(name):
        number, _, said = value.partition(" ")
        yield number, said.strip()


def _is_payload_type(number: str) -> bool:
    return bool(_NUMBER.fullmatch(number)) and int(number) in _PAYLOAD_TYPES


def _feedback(section: _Section, payload_type: int) -> frozenset[str]:
    wanted = str(payload_type), "*"
    return frozenset(said for number, said in _by_format(section, "rtcp-fb") if number in wanted)


def _extensions(section: _Section, direction: Direction) -> tuple[dict[int, str], frozenset[int]]:
    """Those we know, but for what only goes the other way than the line does (RFC 8285 §5: `9/sendonly`)."""
    found: dict[int, str] = {}
    one_way = set()
    for value in section.all("extmap"):
        said = value.split()
        number, _, way = said[0].partition("/") if said else ("", "", "")
        name = NAMES.get(said[1]) if len(said) > 1 else None
        if name is None or not _NUMBER.fullmatch(number) or int(number) not in _EXTENSION_IDS:
            continue
        if way in ("", "sendrecv", direction):
            found[int(number)] = name
            if way == direction != "sendrecv":
                one_way.add(int(number))
    return found, frozenset(one_way)


def _rids(section: _Section) -> tuple[str, ...]:
    """The layers they will send (RFC 8851, RFC 8853): of alternatives the first, even if it begins paused."""
    declared = [value.split() for value in section.all("rid")]
    sent = [said[0] for said in declared if len(said) > 1 and said[1] == "send" and _RID.fullmatch(said[0])]
    if len(set(sent)) < len(sent) or len(sent) > RIDS_MAX:
        raise BadOffer("too many layers")
    said = (section.one("simulcast") or "").split()
    if "send" not in said[:-1]:
        return tuple(sent)
    streams = said[said.index("send") + 1].split(";")
    ordered = dict.fromkeys(stream.split(",")[0].lstrip("~") for stream in streams)
    if not sent:
        raise BadOffer("layers without a=rid")
    return tuple(rid for rid in ordered if rid in sent)
