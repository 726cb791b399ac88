"""What a room's people are told of its voices and faces: who speaks, who has what switched on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from media.control import People, Shown, Speaking
from realtime.broadcast import Packet
from realtime.connection import Connection
from realtime.messages import MediaPeople, MediaSpeaking
from realtime.telling import Telling
from rooms.audience import Audience, Seat, seen
from rooms.ids import ParticipantId, RoomId
from rooms.people import Participant
from rooms.permissions import Role

BAD = 1
"""Of what the worker says of how well somebody is reached: this or less is trouble."""
encode = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Scene:
    """As the worker last told it; what is shown of it depends on who looks."""

    voices: tuple[ParticipantId, ...] = ()
    dominant: ParticipantId | None = None
    shown: dict[ParticipantId, Shown] = field(default_factory=dict)


class Scenes:
    """Those of one workshop. `listeners` are the connections of staff who hear a room from elsewhere."""

    def __init__(self, telling: Telling, listeners: Callable[[RoomId], Iterable[Connection]]) -> None:
        self._telling = telling
        self._listeners = listeners
        self._scenes: dict[RoomId, Scene] = {}

    # -- what the worker says -------------------------------------------------------------------------------------

    def speaking(self, said: Speaking) -> None:
        scene = self._scene(said.room)
        scene.voices, scene.dominant = said.voices, said.dominant
        self._tell_voices(said.room, scene)

    def people(self, said: People) -> None:
        scene = self._scene(said.room)
        if said.all:
            scene.shown = {}
        scene.shown.update((each.participant, each) for each in said.put)
        for participant in said.drop:
            scene.shown.pop(participant, None)
        self._tell_people(said.room, said.all, said.put, said.drop)

    def _scene(self, room: RoomId) -> Scene:
        return self._scenes.setdefault(room, Scene())

    # -- what is known sooner than by the worker ------------------------------------------------------------------

    def left(self, room: RoomId, participant: ParticipantId) -> None:
        """Somebody is gone from a room, or their connection has ended. The worker forgets empty rooms silently."""
        scene = self._scene(room)
        if scene.shown.pop(participant, None):
            self._tell_people(room, False, (), (participant,))
        if participant in scene.voices:
            scene.voices = tuple(voice for voice in scene.voices if voice != participant)
            scene.dominant = None if scene.dominant == participant else scene.dominant
            self._tell_voices(room, scene)

    def arrived(self, room: RoomId, participant: ParticipantId) -> None:
        """Where another process told the worker first, it spoke of them before they were here."""
        if shown := self._scene(room).shown.get(participant):
            self._tell_people(room, False, (shown,), ())

    def clear(self) -> None:
        """The worker is gone, and everybody's connection with it."""
        for room, scene in self._scenes.items():
            if scene.shown or scene.voices:
                self._tell_people(room, True, (), ())
                self._tell_voices(room, Scene())
        self._scenes = {}

    # -- asked ----------------------------------------------------------------------------------------------------

    def weak(self) -> frozenset[ParticipantId]:
        shown = (each for scene in self._scenes.values() for each in scene.shown.values())
        return frozenset(each.participant for each in shown if each.quality <= BAD)

    def speaking_rooms(self) -> frozenset[RoomId]:
        return frozenset(room for room, scene in self._scenes.items() if scene.voices)

    # -- telling --------------------------------------------------------------------------------------------------

    def show(self, connection: Connection, room: RoomId) -> None:
        """All that is known of a room, to somebody who begins to see or hear it."""
        scene, audience = self._scene(room), connection.audience
        if audience is None:
            return
        if (packet := self._people(audience, room, True, scene.shown.values(), ())) is not None:
            connection.send(packet)
        connection.send(voices_packet(room, scene))

    def _tell_voices(self, room: RoomId, scene: Scene) -> None:
        packet = voices_packet(room, scene)
        for _, connections in self._audiences(room):
            for connection in connections:
                connection.send(packet)

    def _tell_people(self, room: RoomId, all: bool, put: Iterable[Shown], drop: Iterable[ParticipantId]) -> None:
        packets: dict[Seat, Packet | None] = {}
        for audience, connections in self._audiences(room):
            # All who are in a room in the same role see the same of its people.
            if audience.seat not in packets:
                packets[audience.seat] = self._people(audience, room, all, put, drop)
            if (packet := packets[audience.seat]) is not None:
                for connection in connections:
                    connection.send(packet)

    def _audiences(self, room: RoomId) -> Iterator[tuple[Audience, list[Connection]]]:
        for audience, group in self._telling.groups.items():
            if audience.is_in(room):
                yield audience, list(group.connections)
        for connection in self._listeners(room):
            if connection.audience is not None and not connection.audience.is_in(room):
                yield connection.audience, [connection]

    def _people(
        self,
        audience: Audience,
        room: RoomId,
        all: bool,
        put: Iterable[Shown],
        drop: Iterable[ParticipantId],
    ) -> Packet | None:
        """What this audience may know of it: people whom it sees."""
        if audience.seat is Seat.VIEWER:
            return None
        put = tuple(each for each in put if self._is_seen(each.participant, room, audience))
        drop = tuple(each for each in drop if audience.is_staff or not self._is_viewer(each))
        if not (all or put or drop):
            return None
        return Packet("media.people", encode(MediaPeople(room=room, all=all, put=put, drop=drop)))

    def _is_seen(self, id: ParticipantId, room: RoomId, audience: Audience) -> bool:
        """They are there, as far as we know, and this audience sees them."""
        person = self._telling.state.maybe(Participant, id)
        return person is not None and person.room == room and seen(id, audience, self._telling.state) is not None

    def _is_viewer(self, id: ParticipantId) -> bool:
        person = self._telling.state.maybe(Participant, id)
        return person is not None and person.role is Role.VIEWER


def voices_packet(room: RoomId, scene: Scene) -> Packet:
    return Packet("media.speaking", encode(MediaSpeaking(room=room, voices=scene.voices, dominant=scene.dominant)))
