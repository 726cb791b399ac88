"""The calls of one workshop in this process: who sits where, whose connections there are, and what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from facilitation.stage import Seat, media_of, seats, seats_touched
from media.control import FromWorker, People, Slots, Speaking, Standing, Stands, Wanted
from media.host import Media
from realtime.broadcast import Packet
from realtime.connection import Budget, Connection
from realtime.gateway import Live
from realtime.messages import MediaSlots, MediaStanding, MediaWanted
from realtime.scenes import Scenes
from rooms import agenda
from rooms.agenda import Room, Workshop
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Participant
from rooms.state import State

OVER: tuple[Standing, ...] = ("gone", "replaced", "cut")
encode = msgspec.json.Encoder().encode


@dataclass(slots=True)
class Call:
    """One person's newest connection, by which link they came, and what a page that comes back must hear again."""

    connection: str
    link: str
    is_void: bool = False
    """Its worker died."""
    told: dict[str, Packet] = field(default_factory=dict)


def offers_budget() -> Budget:
    return Budget(rate=0.1, burst=6)


class Calls:
    """Runs on the event loop and never waits. `step_changed` is called when any room is in another step."""

    def __init__(self, live: Live, media: Media, step_changed: Callable[[], None], gone_s: float) -> None:
        self.live = live
        self.media = media
        self.people: dict[ParticipantId, Call] = {}
        self.offers: dict[ParticipantId, Budget] = {}
        """A handshake is dear; it is counted by person, whichever socket asks for it."""
        self.is_lost = False
        self._step_changed = step_changed
        self._gone_s = gone_s
        self._steps = steps_of_rooms(live.state)
        self._switches = dict(switches(live.state.all(Workshop), live.state.all(Room)))
        self._seats: dict[ParticipantId, Seat] = {}
        self._listening: dict[ParticipantId, RoomId] = {}
        self._going: dict[ParticipantId, asyncio.TimerHandle] = {}
        self._scenes = Scenes(live.telling, self._listeners)
        self._open()

    # -- seats ----------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        state = self.live.state
        self._seats = {seat.participant: seat for seat in seats(state)}
        self.media.open(self.live.id, self.live.telling.epoch, state.head, self._seats.values())

    def replaced(self) -> None:
        """The state was read anew."""
        state = self.live.state
        self._switches = dict(switches(state.all(Workshop), state.all(Room)))
        self._open()
        for participant in [each for each in self.people if each not in self._seats]:
            self.end(participant, "gone", "put_out")
        for connections in self.live.telling.people.values():
            for connection in connections:
                self.entered(connection)
        self._follow()

    def merged(self, ids: Collection[str]) -> None:
        """After a commit: tell the worker whose seat is another now."""
        state = self.live.state
        touched = seats_touched(self._relevant(ids), state)
        put = [seat for seat in touched if self._seats.get(seat.participant) != seat]
        drop = [id for id in self._seats.keys() & set(ids) if state.maybe(Participant, id) is None]
        if put or drop:
            self.media.reseat(self.live.id, self.live.telling.epoch, state.head, put, drop)
        for participant in drop:
            self.end(participant, "gone", "put_out")
            del self._seats[participant]
        for seat in put:
            self._sit(seat)
        self._follow()

    def _relevant(self, ids: Iterable[str]) -> Iterator[str]:
        """Rooms and the workshop change at every arrival; only what is switched there moves all their seats."""
        state = self.live.state
        for id in ids:
            match entity := state.get(id):
                case Workshop() | Room():
                    switch = switch_of(entity)
                    if self._switches.get(id) == switch:
                        continue
                    self._switches[id] = switch
            yield id

    def _sit(self, seat: Seat) -> None:
        before = self._seats.get(seat.participant)
        self._seats[seat.participant] = seat
        if before is None or before.room == seat.room:
            return
        self._scenes.left(before.room, seat.participant)
        self._scenes.arrived(seat.room, seat.participant)
        for connection in self._sockets(seat.participant):
            self._scenes.show(connection, seat.room)

    def _follow(self) -> None:
        """What else hangs on the state: no call without media, speech counted by step."""
        if self.people and media_of(self.live.state) is agenda.Media.TEXT:
            for participant in list(self.people):
                self.end(participant, "cut", "media_off")
        steps = steps_of_rooms(self.live.state)
        if steps != self._steps:
            self._steps = steps
            self._step_changed()

    # -- people and their sockets ---------------------------------------------------------------------------------

    def entered(self, connection: Connection) -> None:
        """A socket has joined: tell what it cannot know."""
        participant = connection.session.participant
        if (timer := self._going.pop(participant, None)) is not None:
            timer.cancel()
        self.show(connection)
        if (call := self.people.get(participant)) is not None:
            if call.is_void and not self.is_lost:
                connection.send(RESTART)
            for packet in call.told.values():
                connection.send(packet)

    def show(self, connection: Connection) -> None:
        """All that is known of the rooms a socket sees, and of the one its person hears."""
        if connection.audience is not None:
            rooms = {RoomId(room): None for room in connection.audience.rooms()}
            if (heard := self._listening.get(connection.session.participant)) is not None:
                rooms[heard] = None
            for room in rooms:
                self._scenes.show(connection, room)

    def gone(self, participant: ParticipantId) -> None:
        """Their last socket has closed. They are waited for: what they say is still heard meanwhile."""
        if participant not in self.people or participant in self._going:
            return
        loop = asyncio.get_running_loop()
        self._going[participant] = loop.call_later(self._gone_s, self._give_up, participant)

    def _give_up(self, participant: ParticipantId) -> None:
        self._going.pop(participant, None)
        if participant in self.live.telling.elsewhere.people:
            # Theirs goes on, through the process where they are.
            self.people.pop(participant, None)
            self._listening.pop(participant, None)
        elif not self._sockets(participant):
            self.end(participant, "gone", "away")

    def end(self, participant: ParticipantId, standing: Standing, reason: str) -> None:
        """By our own decision. What the worker says of it afterwards is of no call any more."""
        if (call := self.people.get(participant)) is None:
            return
        self.forget(participant)
        self.media.leave(self.live.id, participant)
        told = MediaStanding(connection=call.connection, standing=standing, reason=reason)
        self._tell(participant, Packet("media.standing", encode(told)))

    def take_back(self, participant: ParticipantId, call: Call, before: Call | None) -> None:
        """An offer was refused: the connection of before, if any, goes on."""
        if self.people.get(participant) is not call:
            return
        if before is None:
            self.forget(participant)
        else:
            self.people[participant] = before

    def forget(self, participant: ParticipantId) -> None:
        self.people.pop(participant, None)
        self._listening.pop(participant, None)
        if (timer := self._going.pop(participant, None)) is not None:
            timer.cancel()
        if (seat := self._seats.get(participant)) is not None:
            self._scenes.left(seat.room, participant)

    def cut(self, link: str) -> None:
        for participant in [each for each, call in self.people.items() if call.link == link]:
            self.end(participant, "cut", "link_revoked")

    def listen(self, participant: ParticipantId, room: RoomId | None) -> None:
        """Staff hear another room: they are told who speaks there too."""
        if room is None:
            self._listening.pop(participant, None)
        elif self._listening.get(participant) != room:
            self._listening[participant] = room
            for connection in self._sockets(participant):
                self._scenes.show(connection, room)

    def _listeners(self, room: RoomId) -> list[Connection]:
        listening = [participant for participant, where in self._listening.items() if where == room]
        return [connection for participant in listening for connection in self._sockets(participant)]

    def _sockets(self, participant: ParticipantId) -> list[Connection]:
        return list(self.live.telling.people.get(participant, ()))

    def _tell(self, participant: ParticipantId, packet: Packet) -> None:
        for connection in self._sockets(participant):
            connection.send(packet)

    def reach(self) -> tuple[frozenset[ParticipantId], frozenset[RoomId]]:
        """The people whom voices reach badly, and the rooms where somebody speaks just now."""
        return self._scenes.weak(), self._scenes.speaking_rooms()

    # -- what the worker says -------------------------------------------------------------------------------------

    def hear(self, message: FromWorker) -> None:
        match message:
            case Speaking():
                self._scenes.speaking(message)
            case People():
                self._scenes.people(message)
            case Slots(slots=slots):
                self._relay("media.slots", message, MediaSlots(connection=message.connection, slots=slots))
            case Wanted():
                wanted = MediaWanted(
                    connection=message.connection,
                    microphone=message.microphone,
                    camera=message.camera,
                    screen=message.screen,
                )
                self._relay("media.wanted", message, wanted)
            case Stands():
                self._stands(message)

    def _relay(self, event: str, message: Slots | Wanted | Stands, told: Any) -> None:
        """To all sockets of the person; the page that made the connection knows its name. Kept for coming back."""
        call = self.people.get(message.participant)
        if call is not None and call.connection == message.connection:
            call.told[event] = Packet(event, encode(told))
            self._tell(message.participant, call.told[event])

    def _stands(self, message: Stands) -> None:
        told = MediaStanding(connection=message.connection, standing=message.standing, reason=message.reason)
        call = self.people.get(message.participant)
        if call is not None and call.connection == message.connection:
            self._relay("media.standing", message, told)
            if message.standing in OVER:
                self.forget(message.participant)
        elif message.standing == "replaced":
            self._tell(message.participant, Packet("media.standing", encode(told)))

    def lost(self) -> None:
        """The worker died: connections are void, rooms silent."""
        self.is_lost = True
        for call in self.people.values():
            call.is_void = True
            call.told = {}
        self._scenes.clear()

    def back(self) -> None:
        self.is_lost = False
        for participant, call in self.people.items():
            if call.is_void:
                self._tell(participant, RESTART)


RESTART = Packet("media.restart", b"{}")


def switch_of(entity: Workshop | Room) -> object:
    """What of it decides where people may be heard and seen."""
    return entity.stage if isinstance(entity, Room) else (entity.media, entity.closed_at)


def switches(*entities: Iterable[Workshop | Room]) -> Iterator[tuple[str, object]]:
    for each in entities:
        for entity in each:
            yield entity.id, switch_of(entity)


def steps_of_rooms(state: State) -> list[StepId | None]:
    return [agenda.step_of(state, room.id) for room in state.all(Room)]
