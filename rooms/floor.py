"""The floor of a room: whose hands are up and in which order, whose turn it is, and the journal of turns."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import msgspec

from rooms.agenda import Room, Stage
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import FloorTurnId, ParticipantId, QuestionId, RoomId, StepId
from rooms.people import Participant
from rooms.state import State

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class HandKind(StrEnum):
    """What somebody asks the floor for; the last two interrupt whoever speaks, and the first of them comes last."""

    CONTRIBUTION = "contribution"
    QUESTION = "question"  # about what is being said
    POINT_OF_ORDER = "point_of_order"  # about how the talk goes on

    @property
    def interrupts(self) -> bool:
        return self is not HandKind.CONTRIBUTION


class Policy(StrEnum):
    """In which order contributions come. Points of order are before all of them, then questions, as they were asked."""

    FIRST_COME = "first_come"
    LEAST_SPOKEN = "least_spoken"
    ALTERNATE = "alternate"  # between people of different groups, or different answers
    ROUND_TABLE = "round_table"  # everybody once, as they sit
    FIRST_TIMERS = "first_timers"  # who has not spoken yet comes before who has


class Floor(Entity, frozen=True, kw_only=True, tag="floor"):
    """One to each room, as soon as it has something to say. `turns` are those under way: who has been interrupted comes
    before who interrupts; in a fishbowl one to each seat taken.

    `turn_s` is how long a turn should last, 0 for as long as it takes; nothing ends by itself. `ended` turns have taken
    `spoken_ms` together. What staff have put in order by hand, until `arranged_at`, stays in that order.
    """

    room: RoomId
    policy: Policy = Policy.FIRST_COME
    policy_at: int = 0
    turn_s: int = 120
    seats: int = 4
    waiting: int = 0
    turns: tuple[FloorTurnId, ...] = ()
    ended: int = 0
    spoken_ms: int = 0
    arranged_at: int | None = None
    alternate_by: QuestionId | None = None
    """Whose answers an alternating order goes by; None for the groups people belong to."""

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Its room, and staff wherever they look; viewers know how many wait, and nobody of them."""
        if audience.is_staff:
            return self
        if not audience.is_in(self.room):
            return None
        return msgspec.structs.replace(self, turns=()) if audience.seat == "viewer" else self


class Hand(Entity, frozen=True, kw_only=True, tag="hand"):
    """A hand that is up: one to a person, in the room where they are. `order` is its place in the queue.

    `writes`: they will type what they have to say. `declined`: asked as a point of order, which staff have not granted.
    """

    room: RoomId
    participant: ParticipantId
    hand_kind: HandKind
    reason: str = ""
    writes: bool = False
    declined: bool = False
    order: str
    at: int

    PRIVATE: ClassVar = ("reason",)

    def lane(self) -> tuple[str, str]:
        return queue_row(self.room), self.order

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff or (audience.is_in(self.room) and audience.seat != "viewer") else None


class FloorTurn(Entity, frozen=True, kw_only=True, tag="floor_turn"):
    """One turn: the journal of who had the floor. `ms` without the time since `running_since`, which is None while the
    turn is paused; `interrupted` by somebody's question, after which it goes on.
    """

    id: FloorTurnId
    room: RoomId
    participant: ParticipantId
    step: StepId | None
    hand_kind: HandKind
    writes: bool = False
    began_at: int
    ended_at: int | None = None
    running_since: int | None = None
    interrupted: bool = False
    ms: int = 0

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """A room sees whose turn it is. Of turns that are over staff and the person know: nobody else is to count."""
        if audience.is_staff:
            return self
        is_under_way = self.ended_at is None and audience.is_in(self.room)
        return self if is_under_way and audience.seat != "viewer" else None

    def whose(self) -> str | None:
        return self.participant

    def pile(self) -> str | None:
        return self.participant


# -- what is there ------------------------------------------------------------------------------------------------


def floor_of(room: RoomId, state: State) -> Floor:
    """As it is, or as it would be."""
    return state.maybe(Floor, floor_id(room)) or Floor(id=floor_id(room), room=room)


def floor_id(room: RoomId) -> str:
    return f"floor-{room}"


def hand_id(person: ParticipantId) -> str:
    return f"hand-{person}"


def queue(room: RoomId, state: State) -> list[Hand]:
    """The hands up in a room, in their order."""
    return [state.find(Hand, id) for _, id in state.onwards(queue_row(room))]


def queue_row(room: RoomId) -> str:
    return f"queue-{room}"


def last_in(room: RoomId, state: State) -> Hand | None:
    return next((state.find(Hand, id) for _, id in state.backwards(queue_row(room))), None)


def turns_in(room: RoomId, state: State) -> list[FloorTurn]:
    """Those under way."""
    return [state.find(FloorTurn, turn) for turn in floor_of(room, state).turns]


def turn_of(person: Participant, state: State) -> FloorTurn | None:
    """The one somebody has where they are."""
    return next((turn for turn in turns_in(person.room, state) if turn.participant == person.id), None)


def is_fishbowl(room: RoomId, state: State) -> bool:
    found = state.maybe(Room, room)
    return found is not None and found.stage is Stage.FISHBOWL


# -- turns --------------------------------------------------------------------------------------------------------


def begin(on: Deciding, person: Participant) -> FloorTurn:
    """Their turn, for what they have asked the floor for; their hand comes down."""
    hand = on.maybe(Hand, hand_id(person.id))
    lower(on, person.id)
    turn = on.put(
        FloorTurn(
            id=FloorTurnId(on.chance.id()),
            room=person.room,
            participant=person.id,
            step=on.step_of(person.room),
            hand_kind=hand.hand_kind if hand else HandKind.CONTRIBUTION,
            writes=hand is not None and hand.writes,
            began_at=on.now,
            running_since=on.now,
        )
    )
    floor = floor_of(person.room, on)
    on.change(floor, turns=(*floor.turns, turn.id))
    on.change(on.participant(person.id), has_floor=True)
    return turn


def pause(on: Deciding, turn: FloorTurn, interrupted: bool = False) -> FloorTurn:
    """The microphone closes, the clock stands still."""
    on.change(on.participant(turn.participant), has_floor=False)
    return on.change(turn, ms=spoken_in(turn, on.now), running_since=None, interrupted=interrupted)


def resume(on: Deciding, turn: FloorTurn) -> None:
    on.change(on.participant(turn.participant), has_floor=True)
    on.change(turn, running_since=turn.running_since or on.now, interrupted=False)


def end(on: Deciding, turn: FloorTurn) -> None:
    """One that had no time at all, as when everybody is moved, was none."""
    turn = on.change(pause(on, turn), ended_at=on.now)
    floor = floor_of(turn.room, on)
    rest = tuple(id for id in floor.turns if id != turn.id)
    if turn.began_at == turn.ended_at:
        on.drop(turn.id)
        on.change(floor, turns=rest)
    else:
        on.change(floor, turns=rest, ended=floor.ended + 1, spoken_ms=floor.spoken_ms + turn.ms)


def spoken_in(turn: FloorTurn, now: int) -> int:
    """How long a turn has taken until now, also where the clock was set back."""
    return turn.ms + (max(0, now - turn.running_since) if turn.running_since is not None else 0)


def go_on(on: Deciding, room: RoomId) -> None:
    """After somebody's turn: who was interrupted speaks again; a seat that is free goes to the next in the queue."""
    under_way = turns_in(room, on)
    if under_way and all(turn.interrupted for turn in under_way):
        resume(on, under_way[-1])
    if is_fishbowl(room, on):
        for hand in queue(room, on)[: max(0, floor_of(room, on).seats - len(under_way))]:
            begin(on, on.participant(hand.participant))


def lower(on: Deciding, person: ParticipantId) -> None:
    if (hand := on.maybe(Hand, hand_id(person))) is not None:
        on.drop(hand.id)
        floor = floor_of(hand.room, on)
        on.change(floor, waiting=floor.waiting - 1)


def withdraw(on: Deciding, person: Participant) -> None:
    """Somebody leaves the room: they wait for nothing there any more, and whoever has the floor gives it back."""
    lower(on, person.id)
    if (turn := turn_of(person, on)) is not None:
        end(on, turn)
        go_on(on, turn.room)


def adjourn(on: Deciding) -> None:
    """All is over: no turn stays open in the journal."""
    for hand in list(on.all(Hand)):
        lower(on, hand.participant)
    for turn in [turn for floor in on.all(Floor) for turn in turns_in(floor.room, on)]:
        end(on, turn)
