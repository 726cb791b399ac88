"""Report out: rooms present their conclusions in plenary, one after the other, by a clock that all see."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta, Struct

from rooms.activities.adoption import Standing, freeze
from rooms.activities.conclusion import Conclusion, conclusions_of, report, says_something
from rooms.activity import Activity, Plan
from rooms.command import Command
from rooms.ids import ActivityId, ConclusionId, RoomId, StepId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused

if TYPE_CHECKING:
    from rooms.agenda import Room
    from rooms.deciding import Deciding

MINUTE_MS = 60 * 1000
HOUR_MS = 60 * MINUTE_MS


class ReportOutPlan(Plan, frozen=True, kw_only=True, tag="report_out"):
    """`of` is the step whose conclusions are presented: the last one before this that has any, when None."""

    of: StepId | None = None
    minutes_each: Annotated[int, Meta(ge=1, le=60)] = 3

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return ReportOut(id=id, room=room, step=step, plan=self)


class TurnState(StrEnum):
    WAITING = "waiting"
    PRESENTING = "presenting"
    PRESENTED = "presented"
    SKIPPED = "skipped"


class Turn(Struct, frozen=True, kw_only=True):
    """One room's. That a room brings nothing is explained: no conclusion, or an empty one, and by how many people."""

    room: RoomId
    state: TurnState = TurnState.WAITING
    conclusion: ConclusionId | None = None
    people: int = 0
    is_empty: bool = True
    began_at: int | None = None
    ended_at: int | None = None


class ReportOut(Activity, frozen=True, kw_only=True, tag="report_out_activity"):
    """`turns` are in the order in which rooms present; `ends_at` is when the time of the one that does is up."""

    plan: ReportOutPlan
    turns: tuple[Turn, ...] = ()
    ends_at: int | None = None

    def begin(self, on: Deciding) -> None:
        """What rooms have written is frozen, unless they are at it or come to it yet."""
        for conclusion in taken(on, self):
            if has_left(on, conclusion):
                freeze(on, conclusion, by=self.id)
        as_it_stands(on, self)

    def end(self, on: Deciding) -> None:
        presented(on, self)

    def put_off(self, on: Deciding, ms: int) -> None:
        if self.ends_at is not None:
            on.change(self, ends_at=self.ends_at + ms)

    @property
    def presenting(self) -> RoomId | None:
        return next((turn.room for turn in self.turns if turn.state is TurnState.PRESENTING), None)

    def turn(self, room: str) -> Turn:
        for turn in self.turns:
            if turn.room == room:
                return turn
        raise Refused("unknown", kind="room")

    def with_turn(self, room: str, **fields: Any) -> tuple[Turn, ...]:
        """All turns, one of them changed."""
        changing = self.turn(room)
        return tuple(msgspec.structs.replace(turn, **fields) if turn is changing else turn for turn in self.turns)


# -- rules --------------------------------------------------------------------------------------------------------


def taken(on: Deciding, activity: ReportOut) -> list[Conclusion]:
    """The conclusions that are presented in it."""
    if activity.plan.of is not None:
        return conclusions_of(on, activity.plan.of)
    steps = [step.id for step in on.steps()]
    for step in reversed(steps[: steps.index(activity.step)]):
        if found := conclusions_of(on, step):
            return found
    return []


def has_left(on: Deciding, conclusion: Conclusion) -> bool:
    """Its room has gone on to a later step."""
    places = {step.id: place for place, step in enumerate(on.steps())}
    here = on.step_of(conclusion.room)
    return here is not None and places[conclusion.step] < places[here]


def as_it_stands(on: Deciding, activity: ReportOut) -> ReportOut:
    """With a turn for every group, and for whoever else has concluded, and what each of them brings by now."""
    known = {turn.room: turn for turn in activity.turns}
    conclusions = {conclusion.room: conclusion for conclusion in taken(on, activity)}
    rooms = {room.id: room for room in on.rooms()}
    concerned = [id for id, room in rooms.items() if room.room_kind == "group" or id in conclusions]
    turns = (
        brought(on, known.get(id) or Turn(room=id), rooms[id], conclusions.get(id))
        for id in dict.fromkeys([*known, *concerned])
        if id in rooms
    )
    return on.change(activity, turns=tuple(turns))


def presented(on: Deciding, activity: ReportOut) -> ReportOut:
    """Whoever presents has done so."""
    if activity.presenting is None:
        return activity
    turns = activity.with_turn(activity.presenting, state=TurnState.PRESENTED, ended_at=on.now)
    return on.change(activity, turns=turns, ends_at=None)


def brought(on: Deciding, turn: Turn, room: Room, conclusion: Conclusion | None) -> Turn:
    return msgspec.structs.replace(
        turn,
        conclusion=conclusion.id if conclusion else None,
        people=people_of(on, room),
        is_empty=conclusion is None or not says_something(on, conclusion),
    )


def people_of(on: Deciding, room: Room) -> int:
    """How many belong to a group, wherever they are now; to plenary, those who sit there."""
    if room.room_kind == "plenary":
        return room.people
    return sum(person.is_counted and person.group == room.id for person in on.all(Participant))


def show(on: Deciding, activity: ReportOut, room: RoomId) -> None:
    """A room's conclusion to everybody, as it is when nobody writes in it any more."""
    conclusion = on.maybe(Conclusion, activity.turn(room).conclusion)
    if conclusion and conclusion.reported_at is None:
        report(on, freeze(on, conclusion), on.now)


# -- commands -----------------------------------------------------------------------------------------------------


class PresentRoom(Command, frozen=True, tag="report_out.present"):
    """A room presents, and its conclusion is shown to everybody; None: nobody any more.

    `seen` is the room that presents so far: of two who press at once, one moves on.
    """

    activity: ActivityId
    room: RoomId | None
    seen: RoomId | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        activity = on.at_work(ReportOut, self.activity)
        if activity.presenting != self.seen:
            raise Refused("already_presenting", room=activity.presenting)
        if self.room == self.seen:
            return
        activity = presented(on, as_it_stands(on, activity))
        if self.room is not None:
            turns = activity.with_turn(self.room, state=TurnState.PRESENTING, began_at=on.now, ended_at=None)
            ends_at = on.time_in(activity) + on.workshop.span(activity.plan.minutes_each * MINUTE_MS)
            show(on, on.change(activity, turns=turns, ends_at=ends_at), self.room)


class ShowConclusion(Command, frozen=True, tag="report_out.show"):
    """Beside who presents: a room's conclusion shown to everybody, or hidden again."""

    activity: ActivityId
    room: RoomId
    shown: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        activity = on.find(ReportOut, self.activity)
        conclusion = on.find(Conclusion, activity.turn(self.room).conclusion)
        if self.shown:
            show(on, activity, self.room)
        elif conclusion.state is Standing.VOTING:
            raise Refused("in_vote")
        else:
            report(on, conclusion, None)


class SkipRoom(Command, frozen=True, tag="report_out.skip"):
    """A room does not present; with `skipped` false it waits for its turn again."""

    activity: ActivityId
    room: RoomId
    skipped: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        activity = as_it_stands(on, on.at_work(ReportOut, self.activity))
        turn = activity.turn(self.room)
        if self.skipped == (turn.state is TurnState.SKIPPED):
            return
        state = TurnState.SKIPPED if self.skipped else TurnState.WAITING
        ends_at = None if turn.state is TurnState.PRESENTING else activity.ends_at
        turns = activity.with_turn(self.room, state=state, began_at=None, ended_at=None)
        on.change(activity, turns=turns, ends_at=ends_at)


class ExtendTurn(Command, frozen=True, tag="report_out.extend"):
    """When the time of the room that presents is up, in epoch ms. Time that is up stops nobody."""

    activity: ActivityId
    room: RoomId
    ends_at: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        activity = on.at_work(ReportOut, self.activity)
        if activity.presenting != self.room:
            raise Refused("already_presenting", room=activity.presenting)
        now = on.time_in(activity)
        if not now < self.ends_at < now + HOUR_MS:
            raise Refused("too_late", at=self.ends_at)
        on.change(activity, ends_at=self.ends_at)


class ArrangeRooms(Command, frozen=True, tag="report_out.arrange"):
    """In which order rooms present; those not named come after. Also before the step begins."""

    activity: ActivityId
    rooms: Annotated[tuple[RoomId, ...], Meta(max_length=100)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        activity = as_it_stands(on, on.find(ReportOut, self.activity))
        turns = {turn.room: turn for turn in activity.turns}
        if not turns.keys() >= set(self.rooms):
            raise Refused("unknown", kind="room")
        on.change(activity, turns=tuple(turns[room] for room in dict.fromkeys([*self.rooms, *turns])))
