from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from media.offer import LINES_MAX, TEXT_MAX
from media.sdp import BadOffer, Line, Offer, Receiving, Sending, read_offer, write_answer
from tests.media import recorded

PRINT = ":".join(["AB"] * 32)
PATH = "u0 1 udp 2130706431 192.0.2.7 4000 typ host", "t0 1 tcp 1694498815 192.0.2.7 4000 typ host tcptype passive"

FIRST = f"""v=0
o=- 77 3 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0 1
a=fingerprint:sha-256 {PRINT}
a=ice-ufrag:abcd
a=ice-pwd:{"p" * 22}
a=setup:actpass
"""
AUDIO = """m=audio 9 UDP/TLS/RTP/SAVPF 111
c=IN IP4 0.0.0.0
a=mid:0
a=sendonly
a=rtcp-mux
a=rtpmap:111 opus/48000/2
"""
VIDEO = """m=video 9 UDP/TLS/RTP/SAVPF 96 97
c=IN IP4 0.0.0.0
a=mid:1
a=sendonly
a=rtcp-mux
a=rtpmap:96 VP8/90000
a=rtpmap:97 rtx/90000
a=fmtp:97 apt=96
a=rid:q send
a=rid:f send
a=simulcast:send q;f
"""
SMALL = FIRST + AUDIO + VIDEO


def line_of(text: str, mid: str = "1") -> Line:
    return next(line for line in read_offer(text).lines if line.mid == mid)


def answer(offer: Offer, accepted: Mapping[str, Receiving | Sending] | None = None) -> str:
    """To lines they send on: yes; to the others: a slot each."""
    if accepted is None:
        ssrcs = iter(range(1000, 2000, 2))
        accepted = {line.mid: Receiving() if line.sends else _slot(line, next(ssrcs)) for line in offer.lines}
    return write_answer(offer, accepted, "ours", "o" * 24, PRINT, PATH)


def _slot(line: Line, ssrc: int) -> Sending:
    return Sending(ssrc, ssrc + 1 if line.kind == "video" else None)


def sections(text: str) -> dict[str, list[str]]:
    """By mid, the session's own under ""."""
    first, *rest = re.split(r"(?m)^(?=m=)", text.replace("\r\n", "\n"))
    found = {"": first.splitlines()}
    for section in rest:
        lines = section.splitlines()
        found[next(line[6:] for line in lines if line.startswith("a=mid:"))] = lines
    return found


# -- what browsers offer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_one_offer_bears_what_is_sent_and_the_slots(browser: str) -> None:
    offer = read_offer(recorded.offer(f"{browser}-phone"))
    assert [line.kind for line in offer.lines] == ["audio"] + ["video"] * 2 + ["audio"] * 4 + ["video"] * 5
    assert [line.sends for line in offer.lines] == [True] * 3 + [False] * 9
    assert [line.receives for line in offer.lines] == [False] * 3 + [True] * 9
    microphone, camera, screen, *slots = offer.lines
    assert (microphone.rids, camera.rids, screen.rids) == ((), ("q", "h", "f"), ("h", "f"))
    assert microphone.payload_type == recorded.OPUS[browser]
    assert (camera.payload_type, camera.rtx_payload_type) == (recorded.VP8[browser], recorded.RTX[browser])
    assert camera.feedback >= {"nack", "nack pli", "ccm fir", "transport-cc", "goog-remb"}
    assert set(microphone.extensions.values()) >= {"level", "mid", "transport_sequence"}
    assert set(camera.extensions.values()) >= {"mid", "rid", "repaired_rid", "transport_sequence"}
    assert all(line.send_time_id for line in slots if line.kind == "video")
    assert offer.setup == "actpass"
    assert [algorithm for algorithm, _ in offer.fingerprints] == ["sha-256"]


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_extensions_are_named_as_packets_bear_them(browser: str) -> None:
    names = read_offer(recorded.offer(f"{browser}-phone")).names
    assert names.items() >= recorded.NAMES[browser].items()


def test_an_offer_of_a_viewer_sends_nothing() -> None:
    offer = read_offer(recorded.offer("firefox-viewer"))
    assert not any(line.sends for line in offer.lines)
    assert offer.names == {}
    assert all("a=sendonly" in lines for mid, lines in sections(answer(offer)).items() if mid)


def test_the_longest_offer_of_a_browser_leaves_room() -> None:
    text = recorded.offer("chromium-desktop")
    assert len(read_offer(text).lines) == 20
    assert len(text) * 1.5 < TEXT_MAX


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_an_ice_restart_changes_nothing_but_credentials(browser: str) -> None:
    before, after = (read_offer(recorded.offer(f"{browser}-{which}")) for which in ("phone", "restart"))
    assert (before.session, before.fingerprints) == (after.session, after.fingerprints)
    assert int(after.version) > int(before.version)
    assert (after.ufrag, after.password) != (before.ufrag, before.password)
    first, second = answer(before).splitlines(), answer(after).splitlines()
    assert [line for line in first if not line.startswith("o=")] == [
        line for line in second if not line.startswith("o=")
    ]


# -- the answer -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", recorded.offers())
def test_an_answer_has_the_lines_of_its_offer_in_order(name: str) -> None:
    offer = read_offer(recorded.offer(name))
    text = answer(offer)
    assert all(re.fullmatch(r"[a-z]=[\x20-\x7e]+", line) for line in text.removesuffix("\r\n").split("\r\n"))
    said = sections(text)
    assert list(said)[1:] == [line.mid for line in offer.lines]
    assert f"a=group:BUNDLE {' '.join(line.mid for line in offer.lines)}" in said[""]
    assert "a=ice-lite" in said[""]
    for line in offer.lines:
        assert said[line.mid][0].startswith(f"m={line.kind} 9 UDP/TLS/RTP/SAVPF {line.payload_type}")
        assert {"a=rtcp-mux", "a=setup:passive", "a=ice-ufrag:ours", f"a=fingerprint:sha-256 {PRINT}"} <= set(
            said[line.mid]
        )
    assert text.count("a=candidate:") == len(PATH)
    assert said[offer.lines[0].mid][-1] == "a=end-of-candidates"


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_sent_video_is_taken_in_all_its_layers_and_paced_by_arrivals(browser: str) -> None:
    offer = read_offer(recorded.offer(f"{browser}-phone"))
    camera = sections(answer(offer))["1"]
    number = recorded.VP8[browser]
    assert {"a=recvonly", "a=rid:q recv", "a=rid:h recv", "a=rid:f recv", "a=simulcast:recv q;h;f"} <= set(camera)
    assert [line for line in camera if line.startswith("a=rtcp-fb")] == [
        f"a=rtcp-fb:{number} {each}" for each in ("nack", "nack pli", "ccm fir", "transport-cc")
    ]
    assert {line.rpartition("sdes:")[2] for line in camera if "sdes:" in line} == {
        "mid",
        "rtp-stream-id",
        "repaired-rtp-stream-id",
    }
    assert not any("abs-send-time" in line for line in camera)


def test_an_extension_offered_one_way_is_answered_the_other_way() -> None:
    camera = sections(answer(read_offer(recorded.offer("firefox-phone"))))["1"]
    assert "a=extmap:9/recvonly urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id" in camera
    assert "a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid" in camera


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_a_microphone_falls_silent_when_nobody_speaks(browser: str) -> None:
    number = recorded.OPUS[browser]
    microphone = sections(answer(read_offer(recorded.offer(f"{browser}-phone"))))["0"]
    assert f"a=fmtp:{number} minptime=10;useinbandfec=1;usedtx=1" in microphone
    assert f"a=rtcp-fb:{number} transport-cc" in microphone


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_a_slot_for_video_names_its_stream_before_its_repairs(browser: str) -> None:
    offer = read_offer(recorded.offer(f"{browser}-phone"))
    slot = sections(answer(offer, {"8": Sending(111, 222)}))["8"]
    assert "a=sendonly" in slot
    assert [line for line in slot if line.startswith("a=ssrc")] == [
        "a=ssrc-group:FID 111 222",
        "a=ssrc:111 cname:palabre",
        "a=ssrc:222 cname:palabre",
    ]
    assert [line.rpartition("/")[2] for line in slot if line.startswith("a=extmap:")] == ["abs-send-time"]
    number = recorded.VP8[browser]
    assert f"a=rtcp-fb:{number} goog-remb" in slot
    assert f"a=rtcp-fb:{number} transport-cc" not in slot


@pytest.mark.parametrize("browser", recorded.BROWSERS)
def test_a_slot_for_audio_may_be_asked_to_repeat(browser: str) -> None:
    offer = read_offer(recorded.offer(f"{browser}-phone"))
    slot = sections(answer(offer, {"3": Sending(111)}))["3"]
    assert [line for line in slot if line.startswith(("a=ssrc", "a=rtcp-fb"))] == [
        f"a=rtcp-fb:{recorded.OPUS[browser]} nack",
        "a=ssrc:111 cname:palabre",
    ]


def test_repairs_are_not_named_where_none_were_offered() -> None:
    text = SMALL.replace("a=sendonly", "a=recvonly").replace("a=fmtp:97 apt=96\n", "")
    slot = sections(answer(read_offer(text), {"1": Sending(111, 222)}))["1"]
    assert slot[0] == "m=video 9 UDP/TLS/RTP/SAVPF 96"
    assert [line for line in slot if line.startswith("a=ssrc")] == ["a=ssrc:111 cname:palabre"]


@pytest.mark.parametrize("name", recorded.offers())
def test_lines_that_are_not_accepted_stay_idle_in_the_bundle(name: str) -> None:
    offer = read_offer(recorded.offer(name))
    said = sections(answer(offer, {}))
    assert all("a=inactive" in said[line.mid] and "a=rtcp-mux" in said[line.mid] for line in offer.lines)
    assert not any("ssrc" in line or "rid:" in line for lines in said.values() for line in lines)


def test_a_line_is_not_answered_in_a_direction_it_was_not_offered() -> None:
    offer = read_offer(SMALL)
    assert "a=inactive" in sections(answer(offer, {"0": Sending(5)}))["0"]
    reversed_ = read_offer(SMALL.replace("sendonly", "recvonly"))
    assert "a=inactive" in sections(answer(reversed_, {"1": Receiving()}))["1"]


def test_lines_of_no_codec_of_ours_are_turned_down() -> None:
    other = VIDEO.replace("VP8", "H264").replace("a=mid:1", "a=mid:2")
    data = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\nc=IN IP4 0.0.0.0\na=mid:3\na=sctp-port:5000\n"
    offer = read_offer(FIRST.replace("0 1", "0 1 2 3") + AUDIO + VIDEO + other + data)
    assert [line.payload_type for line in offer.lines] == [111, 96, None, None]
    said = sections(answer(offer, {line.mid: Receiving() for line in offer.lines}))
    assert said["2"][0] == "m=video 0 UDP/TLS/RTP/SAVPF 96"
    assert said["3"][0] == "m=application 0 UDP/DTLS/SCTP webrtc-datachannel"
    assert "a=group:BUNDLE 0 1" in said[""]


def test_whoever_asks_us_to_begin_the_handshake_is_answered_so() -> None:
    offer = read_offer(SMALL.replace("actpass", "passive"))
    assert "a=setup:active" in answer(offer)
    assert "a=setup:passive" in answer(replace(offer, setup="active"))


# -- forms of an offer ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_may_end_in_either_way(ending: str) -> None:
    assert read_offer(SMALL.replace("\n", ending)) == read_offer(SMALL)


def test_what_the_bundle_shares_is_said_by_its_first_line() -> None:
    longer = ":".join(["0f"] * 64)
    own = AUDIO + f"a=ice-ufrag:line\na=ice-pwd:{'l' * 30}\na=setup:active\na=fingerprint:SHA-512 {longer}\n"
    offer = read_offer(FIRST + own + VIDEO)
    assert (offer.ufrag, offer.password, offer.setup) == ("line", "l" * 30, "active")
    assert offer.fingerprints == (("sha-512", longer.upper()),)
    other_first = read_offer(FIRST.replace("BUNDLE 0 1", "BUNDLE 1 0") + own + VIDEO)
    assert other_first.ufrag == "abcd"


def test_fingerprints_of_weak_digests_are_passed_over() -> None:
    weak = f"a=fingerprint:sha-1 {':'.join(['AB'] * 20)}\n"
    assert read_offer(SMALL.replace("a=setup", weak + "a=setup")).fingerprints == (("sha-256", PRINT),)


def test_a_direction_left_out_is_that_of_the_session_or_both() -> None:
    text = SMALL.replace("a=sendonly\n", "")
    line = line_of(text)
    assert line.direction == "sendrecv"
    assert line.sends
    assert line.receives
    assert line_of(text.replace("a=setup", "a=recvonly\na=setup")).direction == "recvonly"


@pytest.mark.parametrize(
    ("simulcast", "rids"),
    [
        ("send q;f", ("q", "f")),
        ("send f;q", ("f", "q")),
        ("send ~f;q", ("f", "q")),
        ("send f,q", ("f",)),
        ("recv x send q", ("q",)),
        ("send q recv x", ("q",)),
        ("send q;q;unknown;f", ("q", "f")),
        ("recv q", ("q", "f")),
        ("send", ("q", "f")),
        ("", ("q", "f")),
    ],
)
def test_layers_come_in_the_order_they_are_offered_in(simulcast: str, rids: tuple[str, ...]) -> None:
    assert line_of(SMALL.replace("send q;f", simulcast)).rids == rids


def test_layers_received_by_them_are_not_sent_by_them() -> None:
    assert line_of(SMALL.replace("a=rid:f send", "a=rid:f recv").replace("q;f", "q")).rids == ("q",)


@pytest.mark.parametrize(
    ("extmap", "found"),
    [
        ("4 urn:ietf:params:rtp-hdrext:sdes:mid", {4: "mid"}),
        ("4/sendonly urn:ietf:params:rtp-hdrext:sdes:mid", {4: "mid"}),
        ("4/recvonly urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("4/inactive urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("16 urn:ietf:params:rtp-hdrext:sdes:mid", {16: "mid"}),
        ("15 urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("0 urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("4096 urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("-4 urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("٤ urn:ietf:params:rtp-hdrext:sdes:mid", {}),
        ("4 urn:ietf:params:rtp-hdrext:other", {}),
        ("4", {}),
        ("", {}),
    ],
)
def test_extensions_are_those_we_know_that_go_our_way(extmap: str, found: dict[int, str]) -> None:
    assert line_of(SMALL + f"a=extmap:{extmap}\n").extensions == found


def test_a_send_time_beyond_four_bits_is_not_sent() -> None:
    text = (
        SMALL.replace("sendonly", "recvonly")
        + "a=extmap:16 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time\n"
    )
    assert line_of(text).send_time_id is None
    assert "abs-send-time" not in answer(read_offer(text), {"1": Sending(5)})


@pytest.mark.parametrize(
    ("was", "becomes", "payload_types"),
    [
        ("apt=96", "apt=97", (96, None)),
        ("apt=96", "apt=96;rtx-time=3000", (96, 97)),
        ("96 97\n", "96\n", (96, None)),
        ("96 97\n", "97\n", (None, None)),
        ("VP8/90000", "vp8/90000", (96, 97)),
        ("VP8/90000", "VP8/8000", (None, None)),
        ("rtx/90000", "red/90000", (96, None)),
    ],
)
def test_payload_types_are_those_of_vp8_and_its_repairs(
    was: str, becomes: str, payload_types: tuple[int | None, int | None]
) -> None:
    line = line_of(SMALL.replace(was, becomes))
    assert (line.payload_type, line.rtx_payload_type) == payload_types


@pytest.mark.parametrize("number", ["64", "72", "95", "128", "x"])
def test_payload_types_that_rtcp_or_nobody_uses_are_none(number: str) -> None:
    text = SMALL.replace("96", number)
    assert line_of(text).payload_type is None


def test_feedback_may_be_said_for_all_payload_types() -> None:
    assert line_of(SMALL + "a=rtcp-fb:* nack pli\na=rtcp-fb:97 nack\n").feedback == {"nack pli"}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (SMALL, ""),
        (SMALL, "hello"),
        ("v=0", "v=1"),
        ("o=- 77 3 IN IP4 127.0.0.1\n", ""),
        ("o=- 77 3", "o=- 77 x"),
        (AUDIO + VIDEO, ""),
        (AUDIO + VIDEO, AUDIO * 200),
        ("a=group:BUNDLE 0 1\n", ""),
        ("BUNDLE 0 1", "LS 0 1"),
        ("BUNDLE 0 1", "BUNDLE"),
        ("a=group:BUNDLE 0 1", "a=group:"),
        ("BUNDLE 0 1", "BUNDLE 7"),
        ("BUNDLE 0 1", "BUNDLE 0 1" + " x" * 1000),
        ("a=rid:q send\n", "a=rid:q send\n" * 1000),
        ("a=group", "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\n" * 1000 + "a=group"),
        ("a=mid:1\n", ""),
        ("a=mid:1", "a=mid:0"),
        ("a=mid:1", "a=mid:1 2"),
        ("a=mid:1", "a=mid:" + "1" * 17),
        ("a=mid:1", "a=mid:é"),
        ("a=rtcp-mux\n", ""),
        (f"a=fingerprint:sha-256 {PRINT}\n", ""),
        ("sha-256", "md5"),
        (PRINT, PRINT[:-3] + ":ZZ"),
        (PRINT, PRINT[:40]),
        ("a=setup:actpass\n", ""),
        ("actpass", "holdconn"),
        ("a=ice-ufrag:abcd\n", ""),
        ("abcd", "abc"),
        ("abcd", "a" * 257),
        ("abcd", "ab:d"),
        ("p" * 22, "p" * 21),
        ("m=video 9", "m=video"),
        ("m=video 9 UDP/TLS/RTP/SAVPF 96 97", "m=video 9 UDP/TLS/RTP/SAVPF"),
        ("m=video 9", "m=vidéo 9"),
        ("m=video 9", "m="),
        ("a=rid:f send", "a=rid:q send"),
        ("a=rid:f send", "\n".join(f"a=rid:f{n} send" for n in range(9))),
        ("a=rid:q send\na=rid:f send\n", ""),
        ("a=rid:f send", "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\na=extmap:5 x"),
    ],
)
def test_offers_that_cannot_be_answered_are_refused(was: str, becomes: str) -> None:
    assert was in SMALL
    text = SMALL.replace(was, becomes)
    if "a=extmap:4" in text:
        text = text.replace(AUDIO, AUDIO + "a=extmap:4 urn:ietf:params:rtp-hdrext:ssrc-audio-level\n")
    with pytest.raises(BadOffer):
        read_offer(text)


def test_an_offer_too_long_is_refused_unread() -> None:
    with pytest.raises(BadOffer, match="longer"):
        read_offer(SMALL + "a=" + "x" * TEXT_MAX)


def test_as_many_lines_are_read_as_are_allowed() -> None:
    mids = [str(number) for number in range(LINES_MAX)]
    bundle = FIRST.replace("0 1", " ".join(mids))
    lines = [AUDIO.replace("a=mid:0", f"a=mid:{mid}") for mid in mids]
    assert len(read_offer(bundle + "".join(lines)).lines) == LINES_MAX
    with pytest.raises(BadOffer, match="more than"):
        read_offer(bundle + "".join(lines) + AUDIO)


def test_lines_outside_the_bundle_or_off_are_turned_down() -> None:
    assert line_of(SMALL.replace("BUNDLE 0 1", "BUNDLE 0")).payload_type is None
    assert line_of(SMALL.replace("m=video 9", "m=video 0")).payload_type is None
    assert line_of(SMALL.replace("m=video 9", "m=video 0") + "a=bundle-only\n").payload_type == 96
    assert line_of(SMALL.replace("m=video 9 UDP/TLS/RTP/SAVPF", "m=video 9 RTP/AVP")).payload_type is None
