"""One workshop in the worker: who sits in which room, who hears and sees whom."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from facilitation.stage import Seat
from media import rtcp
from media.allocation import Rank
from media.casting import placed, sizes, visible
from media.control import Message, People, Said, SourceName, Speaking, Spoken, Wanted, Wish
from media.incoming import Layer, Source
from media.peer import USUAL, Peer, Silence
from media.pump import Pump
from media.room import RoomMedia
from media.speech import SpeechMeter
from rooms.ids import ParticipantId, RoomId, WorkshopId

SMALL_KEPT = 16
"""Cameras of a room whose smallest layer is sent though nobody watches, so that a face appears at once."""
WATCHED_MAX = 4
"""Faces for each of those who watch a stage: what they are given is counted in hundreds of people."""
WHOLE = "whole"
"""The name of the one layer of a source without layers."""
UNWANTED_S = 5.0
"""So long a layer is sent on after the last who watched it: people come back to a face."""
log = logging.getLogger(__name__)


class Hall:
    """`tell` hands a message to the web processes; personal ones go where their person is connected."""

    def __init__(
        self, workshop: WorkshopId, pump: Pump, tell: Callable[[Message], None], silence: Silence = USUAL
    ) -> None:
        self.workshop = workshop
        self.silence = silence
        self.epoch = ""
        self.generation = -1
        self.seats: dict[ParticipantId, Seat] = {}
        self.rooms: dict[RoomId, RoomMedia] = {}
        self.peers: dict[ParticipantId, Peer] = {}
        self.speech = SpeechMeter()
        self._pump = pump
        self.tell = tell

    # -- the desired state ----------------------------------------------------------------------------------------

    def open(self, epoch: str, generation: int, seats: Iterable[Seat]) -> None:
        """All seats. Of two web processes the one that knows more of the same history is believed."""
        if epoch == self.epoch and generation < self.generation:
            return
        fresh = {seat.participant: seat for seat in seats}
        gone = [participant for participant in self.seats if participant not in fresh]
        self.epoch, self.generation = epoch, generation
        self._reseat(fresh.values(), gone)

    def reseat(self, epoch: str, generation: int, put: Iterable[Seat], drop: Iterable[ParticipantId]) -> None:
        if epoch != self.epoch or generation <= self.generation:
            return
        self.generation = generation
        self._reseat(put, drop)

    def _reseat(self, put: Iterable[Seat], drop: Iterable[ParticipantId]) -> None:
        for participant in drop:
            self.seats.pop(participant, None)
            if peer := self.peers.get(participant):
                peer.end("gone", "put_out")
        for seat in put:
            if self.seats.get(seat.participant) != seat:
                self.seats[seat.participant] = seat
                if peer := self.peers.get(seat.participant):
                    self._sit(peer, seat)

    def _sit(self, peer: Peer, seat: Seat) -> None:
        before = peer.seat
        if before.room != seat.room:
            self._leave_room(peer)
            peer.seat = seat
            self._enter_room(peer)
            return
        peer.seat = seat
        if before.interprets != seat.interprets:
            self._hush(peer)
        self._hear(peer)
        self.permit(peer)
        if before.watches != seat.watches:
            self._soon(peer)
            # All at once, and said once, where a plenary comes to be watched.
            self._pump.later(("shown", seat.room), partial(self._show, self.room(seat.room)))

    # -- people ---------------------------------------------------------------------------------------------------

    def enter(self, peer: Peer) -> None:
        """A connection of somebody who has a seat; an older one of theirs ends."""
        if (older := self.peers.get(peer.participant)) and older is not peer:
            older.end("replaced", "")
        self.peers[peer.participant] = peer
        self._enter_room(peer)

    def leave(self, peer: Peer) -> None:
        """Its connection has ended."""
        if self.peers.get(peer.participant) is peer:
            del self.peers[peer.participant]
            self._leave_room(peer)
            self._stop_listening(peer)

    def _enter_room(self, peer: Peer) -> None:
        """What they may not send here is closed before anybody is given it."""
        room = self.room(peer.seat.room)
        room.peers[peer.participant] = peer
        room.changed()
        self.permit(peer)
        self._hear(peer)
        self._stale(room)

    def _leave_room(self, peer: Peer) -> None:
        """From now on nothing of theirs is heard there, and nothing of there by them."""
        room = self.room(peer.seat.room)
        room.peers.pop(peer.participant, None)
        room.forget(peer.participant)
        for source in peer.sources.values():
            self._unfeed(source)
            source.forget()
        if peer.hears == room.id:
            self._stop_listening(peer)
        self._stale(room)
        self._sweep(room)

    def room(self, id: RoomId) -> RoomMedia:
        if id not in self.rooms:
            self.rooms[id] = RoomMedia(id)
        return self.rooms[id]

    def _sweep(self, room: RoomMedia) -> None:
        """Forget an empty room; nobody is there, and nobody speaks, is the last that is said of it."""
        if room.is_empty and room.id in self.rooms:
            del self.rooms[room.id]
            self._show(room)
            self._say_who_speaks(room)

    def wish(self, peer: Peer, wish: Wish) -> None:
        """`listen` is heeded for staff only, whatever was asked."""
        peer.wish = wish
        self._hear(peer)
        self.permit(peer)
        self.feed(peer)

    def _hear(self, peer: Peer) -> None:
        """Which room they are given: theirs, or for staff the one they listen to."""
        listens = peer.wish.listen if peer.seat.is_staff else None
        hears = listens or peer.seat.room
        if hears != peer.hears:
            self._stop_listening(peer)
            peer.hears = hears
            if hears != peer.seat.room:
                self.room(hears).listeners[peer.participant] = peer
            self._soon(peer)

    def _stop_listening(self, peer: Peer) -> None:
        """Nothing of the room they were given reaches them from this moment on."""
        hears, peer.hears = peer.hears, None
        if hears is None:
            return
        peer.fall_silent()
        if room := self.rooms.get(hears):
            room.listeners.pop(peer.participant, None)
            self._sweep(room)

    def permit(self, peer: Peer) -> None:
        """Open what one wants to send and may, close the rest: its packets are dropped where they come in."""
        room = self.room(peer.seat.room)
        for name, source in peer.sources.items():
            is_open = peer.sends(name)
            if source.is_open == is_open:
                continue
            source.is_open = is_open
            if not is_open:
                self._unfeed(source)
                if name == "microphone":
                    room.loudest.forget(peer.participant)
            room.changed()
            self._stale(room)
        self._want(peer)

    def _hush(self, peer: Peer) -> None:
        """They begin or cease to interpret: they are heard by others from now on."""
        if source := peer.sources.get("microphone"):
            self._unfeed(source)
        room = self.room(peer.seat.room)
        room.loudest.forget(peer.participant)
        self._stale(room)

    def _unfeed(self, source: Source) -> None:
        """Nobody is given it any more, from this moment on."""
        now = time.monotonic()
        for place in list(source.watchers):
            place.put(None, now)

    # -- who hears whom -------------------------------------------------------------------------------------------

    def heard(self, peer: Peer, level: int | None, voice: bool, size: int, now: float) -> None:
        """An audio packet of an open microphone has come in."""
        seat = peer.seat
        if seat.interprets:
            return
        loudest = self.room(seat.room).loudest
        loudest.hear(peer.participant, level, voice, size, now)
        if loudest.is_speaking(peer.participant):
            self.speech.hear(peer.participant, seat.room, now)

    def began(self, layer: Layer) -> None:
        """It has come to life: somebody may wait for it."""
        self._pump.later(layer, partial(self._show_layer, layer))

    def _show_layer(self, layer: Layer) -> None:
        now = time.monotonic()
        for place in layer.source.watchers:
            if waits := place.show(now):
                self.ask_key(waits, now)

    def ask_key(self, layer: Layer, now: float) -> None:
        """Ask the sender for a key frame, at most as often as is good for everybody."""
        owner = self.peers.get(layer.source.participant)
        if owner is not None and layer.request_key(now):
            owner.send_rtcp(rtcp.pli(layer.ssrc))

    def listen(self, now: float) -> None:
        """Decide again who is heard; several times a second."""
        for room in self.rooms.values():
            if not room.loudest.tick(now):
                continue
            room.remember(room.loudest.dominant)
            self._say_who_speaks(room)
            if (cast := (room.loudest.heard, room.loudest.dominant)) != room.cast:
                room.cast = cast
                self._stale(room)

    def _say_who_speaks(self, room: RoomMedia) -> None:
        loudest = room.loudest
        speaking = (tuple(each for each in loudest.heard if loudest.is_speaking(each)), loudest.dominant)
        if speaking != room.speaking:
            room.speaking = speaking
            voices, dominant = speaking
            self.tell(Speaking(workshop=self.workshop, room=room.id, voices=voices, dominant=dominant))

    def _stale(self, room: RoomMedia) -> None:
        """What people of this room are given is to be decided again: once, however much changes in one go."""
        self._pump.later(room, partial(self._feed_all, room))

    def _feed_all(self, room: RoomMedia) -> None:
        for peer in room.everybody():
            self._soon(peer)

    def _soon(self, peer: Peer) -> None:
        self._pump.later(peer, partial(self.feed, peer))

    def feed(self, peer: Peer) -> None:
        """Put the right people behind one person's slots."""
        if peer.has_ended or peer.hears is None or not peer.transport.is_connected:
            return
        room = self.room(peer.hears)
        now = time.monotonic()
        self._feed_voices(peer, room, now)
        self._feed_faces(peer, room, now)
        self._feed_shared(peer, room, now)
        peer.spread(now)
        for who in {place.source.participant for place in peer.pictures() if place.source}:
            # Of one who is seen by hundreds, once for all of them.
            self._pump.later(("want", who), partial(self._want_of, who))
        peer.say_slots()

    def _feed_voices(self, peer: Peer, room: RoomMedia, now: float) -> None:
        """The last slot is the interpreter's, so that it never has to make room for the loudest."""
        open_voices = room.open("microphone")
        heard = [each for each in room.loudest.heard if each != peer.participant and each in open_voices]
        interpreter = self._interpreter(peer, open_voices)
        several, kept = peer.voices, peer.voices[-1:]
        if interpreter or len(several) > 1:
            several = several[:-1]
            for place in kept:
                place.put(interpreter, now)
        for place, who in zip(several, placed([place.participant for place in several], heard), strict=True):
            place.put(open_voices[who] if who is not None else None, now)

    def _interpreter(self, peer: Peer, open_voices: Mapping[ParticipantId, Source]) -> Source | None:
        pinned = peer.wish.interpreter
        if pinned is None or pinned == peer.participant or pinned not in open_voices:
            return None
        return open_voices[pinned] if self.seats[pinned].interprets else None

    def _feed_faces(self, peer: Peer, room: RoomMedia, now: float) -> None:
        cameras = room.open("camera")
        most = min(len(peer.faces), WATCHED_MAX) if peer.seat.watches else len(peer.faces)
        wanted = visible(cameras, peer.participant, peer.wish, most, room.loudest.dominant)
        large = sizes(wanted, peer.wish, peer.device)
        for place, who in zip(peer.faces, placed([place.participant for place in peer.faces], wanted), strict=True):
            place.aim(cameras[who] if who is not None else None, large.get(who, 0) if who is not None else 0, now)
            place.order = wanted.index(who) if who is not None else 0
            place.rank = Rank.SPEAKER if place.order == 0 and peer.wish.layout == "speaker" else Rank.OTHER

    def _feed_shared(self, peer: Peer, room: RoomMedia, now: float) -> None:
        screens = [source for source in room.open("screen").values() if source.participant != peer.participant]
        is_blind = peer.wish.hidden or peer.wish.layout == "none"
        for place in peer.shared:
            keeps = place.source if place.source in screens else None
            source = None if is_blind else keeps or next(iter(screens), None)
            place.aim(source, 0 if peer.wish.quality == "low" else 1, now)
            place.rank = Rank.SCREEN

    # -- what is worth sending ------------------------------------------------------------------------------------

    def _want_of(self, who: ParticipantId) -> None:
        if peer := self.peers.get(who):
            self._want(peer)

    def _want(self, peer: Peer) -> None:
        """Tell a page which of its layers anybody watches. More at once, less after a while."""
        now = time.monotonic()
        rids: dict[SourceName, tuple[str, ...]] = {"camera": (), "screen": ()}
        for name in rids:
            if (source := peer.sources.get(name)) and source.is_open:
                rids[name] = self._watched(peer, source, now)
        microphone = peer.sources.get("microphone")
        wanted = Wanted(
            workshop=self.workshop,
            participant=peer.participant,
            connection=peer.connection,
            microphone=microphone is not None and microphone.is_open,
            camera=rids["camera"],
            screen=rids["screen"],
        )
        if wanted != peer.wanted:
            peer.wanted = wanted
            self.tell(wanted)

    def _watched(self, peer: Peer, source: Source, now: float) -> tuple[str, ...]:
        for place in source.watchers:
            for at in place.layers_wanted(now):
                source.wanted_at[at] = now
        room = self.room(peer.seat.room)
        if source.name == "camera" and room.is_near(peer.participant, SMALL_KEPT):
            source.wanted_at[0] = now
        return tuple(
            layer.rid or WHOLE
            for at, layer in enumerate(source.layers)
            if now - source.wanted_at.get(at, -UNWANTED_S) < UNWANTED_S
        )

    # -- now and then ---------------------------------------------------------------------------------------------

    def repair(self, now: float) -> None:
        """Fifty times a second: ask for what was lost, say what has arrived."""
        for peer in list(self.peers.values()):
            if peer.sources:
                self._guarded(peer, peer.repair, now)

    def tick(self, now: float, part: int, parts: int) -> None:
        """Look after a part of the connections, and of the rooms."""
        for peer in list(self.peers.values())[part::parts]:
            self._guarded(peer, partial(self._look_after, peer), now)
        for room in list(self.rooms.values())[part::parts]:
            self._show(room)

    def _look_after(self, peer: Peer, now: float) -> None:
        peer.watch(now)
        if not peer.has_ended:
            peer.spread(now)
            self._want(peer)

    def _guarded(self, peer: Peer, look: Callable[[float], None], now: float) -> None:
        """Whoever cannot be looked after is parted with, and calls again: the others must not suffer for it."""
        try:
            look(now)
        except Exception:
            log.exception("the connection %s failed", peer.connection)
            peer.end("gone", "failed")

    def report(self) -> None:
        """Once a second: who spoke for how long."""
        said = [Said(participant=who, room=where, ms=ms) for (who, where), ms in self.speech.take().items() if ms]
        if said:
            self.tell(Spoken(workshop=self.workshop, spoken=tuple(said)))

    def _show(self, room: RoomMedia) -> None:
        shown = {participant: peer.shown() for participant, peer in room.peers.items() if not peer.seat.watches}
        put = tuple(each for each in shown.values() if room.shown.get(each.participant) != each)
        drop = tuple(participant for participant in room.shown if participant not in shown)
        room.shown = shown
        if put or drop:
            self.tell(People(workshop=self.workshop, room=room.id, all=False, put=put, drop=drop))

    def describe(self) -> Iterator[Message]:
        """What a web process that comes later has missed."""
        for room in self.rooms.values():
            voices, dominant = room.speaking
            yield Speaking(workshop=self.workshop, room=room.id, voices=voices, dominant=dominant)
            yield People(workshop=self.workshop, room=room.id, all=True, put=tuple(room.shown.values()))
