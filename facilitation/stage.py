"""Who may be heard and seen, where: what is switched on, who has the floor, who is muted, who interprets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

from facilitation.journal import record
from rooms.agenda import Media, Room, RoomKind, Stage, Workshop
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import ParticipantId, RoomId
from rooms.moderation import Act
from rooms.people import Participant
from rooms.permissions import Permission, Role
from rooms.refusal import Refused
from rooms.state import State

InterpretedLanguage = Annotated[str, Meta(pattern="^([a-z]{2,3}(-[A-Z]{2})?)?$")]


class Seat(Struct, frozen=True, kw_only=True):
    """Where one person is, and what they may send there; `microphone`, `camera` and `screen` are permissions.

    `muted` from afar or by themselves; `interprets` is the language of somebody heard only by those who ask for it.
    `watches`: theirs is a place before the stage: they are given the few who are on it, and shown to nobody.
    """

    participant: ParticipantId
    room: RoomId
    microphone: bool
    camera: bool
    screen: bool
    muted: bool = False
    is_staff: bool = False
    is_viewer: bool = False
    watches: bool = False
    interprets: str = ""


# -- seats, from what is ------------------------------------------------------------------------------------------


def seat_of(person: Participant, state: State) -> Seat:
    """An interpreter's voice needs no floor: it lies over the room and does not take a turn in it."""
    media = media_of(state)
    speaks = person.role is not Role.VIEWER and media is not Media.TEXT and person.is_in
    is_on_stage = speaks and (person.role.is_staff or person.has_floor or is_open(person.room, state))
    is_seen = is_on_stage and media is Media.VIDEO
    return Seat(
        participant=person.id,
        room=person.room,
        microphone=is_on_stage or (speaks and bool(person.interprets)),
        camera=is_seen,
        screen=is_seen,
        muted=person.muted,
        is_staff=person.role.is_staff,
        is_viewer=person.role is Role.VIEWER,
        watches=not is_on_stage and stage_of(person.room, state) is Stage.STREAM,
        interprets=person.interprets,
    )


def media_of(state: State) -> Media:
    """What can be sent now: nothing but text once the workshop is closed."""
    workshop = next(state.all(Workshop), None)
    return workshop.media if workshop is not None and workshop.closed_at is None else Media.TEXT


def is_open(room: RoomId, state: State) -> bool:
    return stage_of(room, state) is Stage.OPEN


def stage_of(room: RoomId, state: State) -> Stage | None:
    found = state.maybe(Room, room)
    return found.stage if found is not None else None


def seats(state: State) -> list[Seat]:
    return [seat_of(person, state) for person in state.all(Participant)]


def seats_touched(ids: Iterable[str], state: State) -> list[Seat]:
    """The seats that a change of these entities may have changed, as they are now."""
    touched: dict[ParticipantId, Participant] = {}
    for id in ids:
        match state.get(id):
            case Workshop():
                return seats(state)
            case Room() as room:
                people: Iterable[Participant] = people_in(room.id, state)
            case Participant() as person:
                people = (person,)
            case _:
                continue
        touched |= {person.id: person for person in people}
    return [seat_of(person, state) for person in touched.values()]


def people_in(room: RoomId, state: State) -> list[Participant]:
    return [person for person in state.all(Participant) if person.room == room]


# -- commands -----------------------------------------------------------------------------------------------------


class SwitchMedia(Command, frozen=True, tag="workshop.media"):
    """What the workshop has switched on: text alone, voices, or faces too; and how many it holds in an open plenary."""

    media: Media
    plenary_most: Annotated[int, Meta(ge=1, le=10_000)] | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        workshop = on.workshop
        on.change(workshop, media=self.media, plenary_most=self.plenary_most or workshop.plenary_most)


class SetStage(Command, frozen=True, tag="room.stage"):
    """Those who have the floor keep it when everybody may speak: they have it when the stage narrows again.

    Raises Refused: "not_plenary" for a group that would be watched, "plenary_too_large" to open one to more than it
    holds.
    """

    room: RoomId
    stage: Stage

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        room = on.room(self.room)
        if self.stage is Stage.STREAM and room.room_kind is not RoomKind.PLENARY:
            raise Refused("not_plenary")
        if self.stage is Stage.OPEN and room.stage is not Stage.OPEN and is_too_large(on, room):
            raise Refused("plenary_too_large", most=on.workshop.plenary_most, people=room.people)
        on.change(room, stage=self.stage)


def is_too_large(on: Deciding, room: Room) -> bool:
    """To be heard and seen, all by all. In text nobody is."""
    is_plenary = room.room_kind is RoomKind.PLENARY
    return is_plenary and on.workshop.media is not Media.TEXT and room.people > on.workshop.plenary_most


def set_stage(on: Deciding, room: Room, stage: Stage) -> None:
    """As a step opens with it, which nothing stops: too large a plenary is watched, a group never is."""
    if stage is Stage.OPEN and is_too_large(on, room):
        stage = Stage.STREAM
    if stage is not Stage.STREAM or room.room_kind is RoomKind.PLENARY:
        on.change(room, stage=stage)


class Mute(Command, frozen=True, tag="person.mute"):
    """Oneself, or anybody for a moderator."""

    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE if self.person == on.by.id else Permission.MODERATE)
        person = speaker(on, self.person)
        if person.id != on.by.id and not person.muted:
            record(on, Act.MUTED, person)
        on.change(person, muted=True)


class Unmute(Command, frozen=True, tag="person.unmute"):
    """Nobody opens another's microphone, whatever their role."""

    person: ParticipantId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        if self.person != on.by.id:
            raise Refused("not_yours", kind="microphone")
        on.change(on.person, muted=False)


class MuteRoom(Command, frozen=True, tag="room.mute"):
    """Everybody in it but staff, those who have the floor and interpreters, whose listeners hear nobody else."""

    room: RoomId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        for person in people_in(on.room(self.room).id, on):
            if person.role is Role.PARTICIPANT and not person.has_floor and not person.interprets:
                on.change(person, muted=True)


class Interpret(Command, frozen=True, tag="person.interpret"):
    """Into which language a person interprets; "" when they do no more."""

    person: ParticipantId
    language: InterpretedLanguage

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(speaker(on, self.person), interprets=self.language)


def speaker(on: Deciding, id: ParticipantId) -> Participant:
    """Somebody who can be heard. Raises Refused: "only_watches" for viewers, "unknown" for whoever is out."""
    person = somebody_in(on, id)
    if person.role is Role.VIEWER:
        raise Refused("only_watches")
    return person


def somebody_in(on: Deciding, id: ParticipantId) -> Participant:
    """Raises Refused("unknown") for whoever was erased or put out: they are nowhere."""
    person = on.participant(id)
    if not person.is_in:
        raise Refused("unknown", kind=person.kind)
    return person
