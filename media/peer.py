"""One person's connection: what they send, what they are sent, and how well it gets through."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiortc import RTCCertificate

from facilitation.stage import Seat
from media import rtcp
from media.answer import Receiving, Sending, write_answer
from media.arrivals import Arrivals
from media.control import Device, Fed, LineRole, Shown, Slots, SourceName, Standing, Stands, Wanted, Wish
from media.downlink import Downlink
from media.incoming import Layer, Source
from media.mux import Mux
from media.offer import BadOffer, Line, Offer, read_offer
from media.packet import Kind
from media.place import Place
from media.pump import Pump
from media.rtp import Header, parse
from media.slot import Slot
from media.transport import Transport
from rooms.ids import RoomId

if TYPE_CHECKING:
    from media.hall import Hall

CONNECT_S = 20.0
"""From the answer to the first media that could be sent."""
INTERRUPTED_S, GONE_S = 8.0, 30.0
FEEDBACK_S, REPORT_S, KEY_AGAIN_S = 0.06, 1.0, 0.6
PACKETS_MAX = 1_500
"""A second. A microphone, a camera in three layers and a screen with all their repetitions are below 700."""
FLOOD_S = 5
SLOTS_MAX: Mapping[LineRole, int] = {"voice": 4, "face": 16, "shared": 1}
STREAMS_MAX = 24
"""Distinct SSRCs of one connection: five layers with their repairs, and again after a browser restarted some."""
_WALL = time.time() - time.monotonic()
log = logging.getLogger(__name__)


def wall(now: float) -> float:
    """The time of day as reports tell it: set once, for a clock that is put right would look like a slow way."""
    return now + _WALL


@dataclass(frozen=True, slots=True)
class Silence:
    """Seconds since anything authentic was heard: RFC 7675 consent is checked by browsers every 2.5 to 5 s."""

    interrupted_s: float = INTERRUPTED_S
    gone_s: float = GONE_S


USUAL = Silence()


class Peer:
    """Lives from an offer to its end, which it tells its hall. `seat` and `wish` are set by the hall."""

    def __init__(
        self,
        hall: Hall,
        seat: Seat,
        connection: str,
        device: Device,
        mux: Mux,
        certificate: RTCCertificate,
        pump: Pump,
    ) -> None:
        self.participant = seat.participant
        self.connection = connection
        self.device: Device = device
        self.seat = seat
        self.wish = Wish()
        self.hears: RoomId | None = None
        self.transport = Transport(mux, certificate)
        self.sources: dict[SourceName, Source] = {}
        self.voices: list[Place] = []
        self.faces: list[Place] = []
        self.shared: list[Place] = []
        self.wanted: Wanted | None = None
        self.has_ended = False
        self.standing: Standing = "gone"
        self.downlink = Downlink()
        self.round_trip = 0.1
        self._hall = hall
        self._mux = mux
        self._pump = pump
        self._offer: Offer | None = None
        self._accepted: dict[str, Receiving | Sending] = {}
        self._by_mid: dict[str, Source] = {}
        self._layers: dict[int, tuple[Layer, bool]] = {}
        """By SSRC; whether it carries repairs."""
        self._slots: dict[int, Slot] = {}
        self._names: Mapping[int, str] = {}
        self._header = Header()
        self._arrivals = Arrivals()
        self._left = PACKETS_MAX
        self._floods = 0
        self._fed_back_at = self._reported_at = self._asked_at = 0.0
        self._counted_at = time.monotonic()
        self._began_at = time.monotonic()
        self._slots_said: dict[str, Fed] | None = {}
        self._loss_up = 0.0
        self._heard: Counter[str] = Counter()
        """What their browser said of what it gets."""
        self._task: asyncio.Task[None] | None = None
        self.transport.on_rtp = self._on_rtp
        self.transport.on_rtcp = self._on_rtcp
        self.transport.on_closed = self._on_closed

    # -- the negotiation ------------------------------------------------------------------------------------------

    def accept(self, sdp: str, lines: Mapping[str, LineRole]) -> str:
        """Answer the one offer of this connection. Raises BadOffer."""
        offer = read_offer(sdp)
        for line in offer.lines:
            role = lines.get(line.mid)
            if role is None:
                continue
            if role in ("microphone", "camera", "screen"):
                self._accept_source(role, line)
            else:
                self._accept_slot(role, line)
        if not self._accepted:
            raise BadOffer("no line of it has a role that fits")
        self._offer = offer
        self._names = offer.names
        self._task = asyncio.get_running_loop().create_task(self._start(offer), name=f"connection {self.connection}")
        return self._answer()

    def _accept_source(self, name: SourceName, line: Line) -> None:
        """What they will send on it. A viewer's is not even taken."""
        kind: Kind = "audio" if name == "microphone" else "video"
        if self.seat.is_viewer or name in self.sources or line.kind != kind or not line.sends:
            return
        source = Source(self.participant, name, kind, line.rids, line.rtx_payload_type)
        self.sources[name] = self._by_mid[line.mid] = source
        self._accepted[line.mid] = Receiving()

    def _accept_slot(self, role: LineRole, line: Line) -> None:
        places = {"voice": self.voices, "face": self.faces, "shared": self.shared}[role]
        kind: Kind = "audio" if role == "voice" else "video"
        if len(places) >= SLOTS_MAX[role] or line.kind != kind or not line.receives or line.payload_type is None:
            return
        ssrc, rtx_ssrc = self._fresh_ssrc(), self._fresh_ssrc()
        slot = Slot(
            self.transport,
            line.mid,
            kind,
            line.payload_type,
            line.rtx_payload_type,
            line.send_time_id,
            48_000 if kind == "audio" else 90_000,
            ssrc,
            rtx_ssrc,
        )
        self._slots[ssrc] = slot
        places.append(Place(slot))
        self._accepted[line.mid] = Sending(ssrc, rtx_ssrc if line.rtx_payload_type is not None else None)

    def _fresh_ssrc(self) -> int:
        while (ssrc := secrets.randbits(32)) in self._slots or ssrc <= rtcp.OURSELVES:
            pass
        return ssrc

    def _answer(self) -> str:
        assert self._offer is not None
        return write_answer(
            self._offer,
            self._accepted,
            self.transport.ufrag,
            self.transport.password,
            self.transport.fingerprint,
            self._mux.candidates(),
        )

    async def _start(self, offer: Offer) -> None:
        """The page answers our silence by trying again: nothing else is to be told."""
        try:
            async with asyncio.timeout(CONNECT_S):
                await self.transport.start(offer.fingerprints, offer.setup)
        except (TimeoutError, ConnectionError):
            pass
        except Exception:
            log.exception("connecting failed")
        if self.transport.is_connected:
            self._stand("connected")
            self._hall.feed(self)
        else:
            self.end("gone", "unreachable")

    def restart(self, sdp: str) -> str:
        """The same connection over another network: everything but the path stays. Raises BadOffer."""
        offer = read_offer(sdp)
        if self._offer is None or [line.mid for line in offer.lines] != [line.mid for line in self._offer.lines]:
            raise BadOffer("an ICE restart changes no line")
        if offer.fingerprints != self._offer.fingerprints:
            raise BadOffer("an ICE restart keeps the certificate")
        if offer.ufrag != self._offer.ufrag:
            self.transport.restart()
        self._offer = offer
        return self._answer()

    # -- what comes in --------------------------------------------------------------------------------------------

    def _on_rtp(self, buffer: bytearray, size: int) -> None:
        self._left -= 1
        header = self._header
        if self._left < 0 or not parse(buffer, size, self._names, header):
            return
        now = time.monotonic()
        if header.transport_sequence is not None:
            self._arrivals.add(header.transport_sequence, now)
        bound = self._layers.get(header.ssrc) or self._bind(header)
        if bound is None:
            return
        layer, repairs = bound
        packet = layer.take_repaired(header, buffer, now) if repairs else layer.take(header, buffer, now)
        source = layer.source
        if packet is None or not source.is_open:
            return
        if source.kind == "audio":
            self._hall.heard(self, header.level, header.voice, header.end - header.start, now)
            for slot in layer.fed:
                slot.forward(layer, packet)
        else:
            self._pump.add(layer, packet)

    def _bind(self, header: Header) -> tuple[Layer, bool] | None:
        """Whose stream an SSRC is, by what its first packets say of themselves (RFC 8852, RFC 8843 §9.2)."""
        source = self._by_mid.get(header.mid or "")
        if source is None or len(self._layers) >= STREAMS_MAX:
            return None
        repairs = header.repaired_rid is not None or header.payload_type == source.rtx_payload_type
        rid = header.repaired_rid or header.rid
        layer = source.layer(rid)
        if layer is None:
            return None
        if not repairs:
            layer.begin(header.ssrc)
            self._hall.began(layer)
        bound = self._layers[header.ssrc] = (layer, repairs)
        return bound

    # -- what the hall asks ----------------------------------------------------------------------------------------

    def sends(self, name: SourceName) -> bool:
        """Whether they want to send it, and may: nobody is ever unmuted from here."""
        wants: bool = getattr(self.wish, name)
        may: bool = getattr(self.seat, name)
        return wants and may and not (name == "microphone" and self.seat.muted)

    def pictures(self) -> list[Place]:
        return [*self.shared, *self.faces]

    def fall_silent(self) -> None:
        """Nothing of the room of before, not even what was asked for again, is sent from now on."""
        now = time.monotonic()
        for place in (*self.voices, *self.pictures()):
            place.put(None, now)
            place.slot.forget()

    def spread(self, now: float) -> None:
        """Give each picture the layer that the way to this page has room for; sound is never weighed."""
        places = sorted(
            (place for place in self.pictures() if place.source), key=lambda place: (place.rank, place.order)
        )
        wants = [place.want() for place in places]
        estimate = self.downlink.estimate
        layers = estimate.share(wants, now)
        is_choked, estimate.is_choked = estimate.is_choked, False
        for place, want, layer in zip(places, wants, layers, strict=True):
            place.layer_wanted = layer
            if is_choked and layer < want.held:
                place.stop(now)
            if waits := place.show(now):
                self._hall.ask_key(waits, now)

    def say_slots(self) -> None:
        """Tell the page who is behind its slots, when that changed."""
        slots = {
            place.slot.mid: Fed(participant=place.source.participant, source=place.source.name)
            for place in (*self.voices, *self.pictures())
            if place.source
        }
        if slots != self._slots_said:
            self._slots_said = slots
            self._hall.tell(
                Slots(
                    workshop=self._hall.workshop,
                    participant=self.participant,
                    connection=self.connection,
                    slots=slots,
                )
            )

    def say_again(self) -> None:
        """Their web process is another one: it is told all that the page may have missed."""
        self._slots_said = None
        self.say_slots()
        if self.wanted is not None:
            self._hall.tell(self.wanted)
        if self.standing != "gone":
            self._say_standing("")

    def counts(self) -> dict[str, float]:
        """For the metrics: packets of each kind since the connection began."""
        sent = sum(slot.packets for slot in self._slots.values())
        resent = sum(slot.resent for slot in self._slots.values())
        return {"packets_out": sent, "packets_resent": resent, "packets_unsent": self.transport.unsent, **self._heard}

    def shown(self) -> Shown:
        return Shown(
            participant=self.participant,
            microphone=self._is_open("microphone"),
            camera=self._is_open("camera"),
            screen=self._is_open("screen"),
            quality=self._quality(),
        )

    def _is_open(self, name: SourceName) -> bool:
        source = self.sources.get(name)
        return source is not None and source.is_open

    def _quality(self) -> int:
        """0 cut off, 1 bad, 2 fair, 3 good: by loss on either way and the time of a round trip."""
        if self.standing != "connected":
            return 0
        loss = max(self._loss_up, self.downlink.loss)
        if loss > 0.08 or self.round_trip > 0.8:
            return 1
        return 2 if loss > 0.02 or self.round_trip > 0.35 else 3

    # -- RTCP ------------------------------------------------------------------------------------------------------

    def _on_rtcp(self, data: bytes) -> None:
        self._left -= 1
        if self._left < 0:
            return
        now = time.monotonic()
        for kind, count, body in rtcp.each(data):
            if kind == rtcp.TRANSPORT_FEEDBACK and count == rtcp.NACK:
                slot = self._slots.get(rtcp.media_ssrc(body) or 0)
                # Of what it carries no more, nothing is missed: somebody else is to be seen there, or nobody.
                if slot is not None and slot.layer is not None:
                    self._heard["nacks"] += 1
                    if slot.kind == "audio":
                        self.downlink.doubling.asked()
                    slot.resend(rtcp.nacked(body), now, self.round_trip)
            elif kind == rtcp.PAYLOAD_FEEDBACK:
                self._on_payload_feedback(count, body, now)
            elif kind in (rtcp.SENDER_REPORT, rtcp.RECEIVER_REPORT):
                self._on_report(kind, count, body, now)

    def _on_payload_feedback(self, count: int, body: bytes, now: float) -> None:
        if count == rtcp.REMB and (remb := rtcp.remb_of(body)):
            self._heard["rembs"] += 1
            self.downlink.estimate.remb(remb.bitrate, now)
            if self.downlink.estimate.is_choked:
                self.spread(now)
        for ssrc in rtcp.key_frames_asked(count, body):
            self._heard["key_frames_asked"] += 1
            slot = self._slots.get(ssrc)
            if slot is not None and isinstance(slot.layer, Layer):
                self._hall.ask_key(slot.layer, now)

    def _on_report(self, kind: int, count: int, body: bytes, now: float) -> None:
        if kind == rtcp.SENDER_REPORT and (report := rtcp.sender_report_of(body)):
            bound = self._layers.get(report.ssrc)
            if bound and not bound[1]:
                bound[0].sender_report(report, now)
        for block in rtcp.report_blocks(kind, count, body):
            if slot := self._slots.get(block.ssrc):
                self.downlink.reported(slot, block, now)
                self._measure_round_trip(block)

    def _measure_round_trip(self, block: rtcp.ReportBlock) -> None:
        """RFC 3550 §6.4.1: now, less when the report left, less how long it lay there."""
        if block.last_report:
            passed = ((rtcp.ntp(wall(time.monotonic())) >> 16) - block.last_report - block.delay) & 0xFFFF_FFFF
            if passed < 0x80000:  # eight seconds: more is said of no report of ours
                self.round_trip += (passed / 0x10000 - self.round_trip) / 8

    def send_rtcp(self, *packets: bytes) -> None:
        for packet in packets:
            if packet:
                self.transport.send_rtcp(packet)

    # -- now and then ----------------------------------------------------------------------------------------------

    def repair(self, now: float) -> None:
        """Ask for what was lost on the way here, and tell the browser's estimator what has arrived."""
        if not self.transport.is_connected:
            return
        for layer in self._receiving():
            if missing := layer.nacks(now, self.round_trip):
                self.send_rtcp(rtcp.nack(layer.ssrc, missing))
        if now - self._fed_back_at >= FEEDBACK_S:
            self._fed_back_at = now
            self.send_rtcp(*self._arrivals.feedback(rtcp.OURSELVES, next(iter(self._layers), 0)))

    def _receiving(self) -> Iterator[Layer]:
        for ssrc, (layer, repairs) in self._layers.items():
            # A browser that restarted a layer has left its number of before.
            if not repairs and layer.ssrc == ssrc:
                yield layer

    def watch(self, now: float) -> None:
        """About four times a second: reports, silence, floods."""
        if not self.transport.is_connected:
            if now - self._began_at > CONNECT_S:
                self.end("gone", "unreachable")
            return
        silence = now - self.transport.last_heard
        if silence > self._hall.silence.gone_s:
            self.end("gone", "silence")
            return
        self._stand("interrupted" if silence > self._hall.silence.interrupted_s else "connected")
        self.downlink.look([place.slot for place in self.pictures()], now)
        doubles = self.downlink.doubling.is_on(now)
        for place in self.voices:
            place.slot.doubles = doubles
        if now - self._reported_at >= REPORT_S:
            self._reported_at = now
            self._report(now)
        if now - self._asked_at >= KEY_AGAIN_S:
            self._asked_at = now
            for place in self.pictures():
                if isinstance(place.slot.waiting, Layer):
                    self._hall.ask_key(place.slot.waiting, now)
        self._count(now)

    def _report(self, now: float) -> None:
        """Both ways once a second (RFC 3550 §6.2 would allow it far less often for so few)."""
        at = wall(now)
        for slot in self._slots.values():
            if report := slot.report(now, at):
                self.send_rtcp(report)
        blocks = [layer.report_block(now) for layer in self._receiving()]
        if blocks:
            self.send_rtcp(rtcp.receiver_report(blocks))
            self._loss_up = max(block.fraction_lost for block in blocks) / 256

    def _count(self, now: float) -> None:
        """Drop what is beyond any browser's measure, and part with who does not stop."""
        if now - self._counted_at < 1:
            return
        self._counted_at = now
        self._floods = self._floods + 1 if self._left < 0 else 0
        self._left = PACKETS_MAX
        if self._floods >= FLOOD_S:
            self.end("cut", "abuse")

    def _stand(self, standing: Standing, reason: str = "") -> None:
        if standing != self.standing:
            self.standing = standing
            self._say_standing(reason)

    def _say_standing(self, reason: str) -> None:
        self._hall.tell(
            Stands(
                workshop=self._hall.workshop,
                participant=self.participant,
                connection=self.connection,
                standing=self.standing,
                reason=reason,
            )
        )

    # -- the end ---------------------------------------------------------------------------------------------------

    def end(self, standing: Standing, reason: str) -> None:
        if self.has_ended:
            return
        self.has_ended = True
        self._hall.leave(self)
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
        self.transport.close()
        self._stand(standing, reason)

    def _on_closed(self) -> None:
        """The page closed it, or DTLS broke."""
        self.end("gone", "closed")
