"""At its own pace: a group released over a stretch of the agenda goes from step to step by itself, until recalled."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from rooms.activity import Activity
from rooms.agenda import Room, RoomKind, Step
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import RoomId, StepId
from rooms.permissions import Permission
from rooms.refusal import Refused

MINUTE_MS = 60_000

Released = Annotated[tuple[RoomId, ...], Meta(min_length=1, max_length=100)]


class ReleaseRooms(Command, frozen=True, tag="room.release"):
    """They go on by themselves from the step plenary is in, as far as `last`. Once more: only how far they may go."""

    rooms: Released
    last: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        running = on.find(Step, on.workshop.step)
        steps = [step.id for step in on.steps()]
        last = steps.index(on.find(Step, self.last).id)
        for room in groups_named(on, self.rooms):
            if last < steps.index(room.step or running.id):
                raise Refused("step_passed", step=self.last, room=room.id)
            if room.is_released:
                on.change(room, last=self.last, finished_at=None if room.last != self.last else room.finished_at)
            else:
                on.change(room, step=running.id, began_at=running.started_at, ends_at=running.ends_at, last=self.last)


class RecallRooms(Command, frozen=True, tag="room.recall"):
    """They follow plenary again, in the step it is in."""

    rooms: Released

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        for room in groups_named(on, self.rooms):
            recall(on, room)


class AdvanceRoom(Command, frozen=True, tag="room.advance"):
    """Take a released room to another step of its stretch. `seen` is the one it leaves: of two who press, one moves."""

    room: RoomId
    step: StepId
    seen: StepId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        room, step = on.room(self.room), on.find(Step, self.step)
        if not room.is_released:
            raise Refused("not_released", room=room.id)
        if room.step != self.seen or room.step == step.id:
            raise Refused("already_moved", step=room.step)
        if place(on, step.id) > place(on, room.last):
            raise Refused("step_passed", step=step.id, room=room.id)
        advance(on, room, step)


def groups_named(on: Deciding, ids: tuple[RoomId, ...]) -> list[Room]:
    """Raises Refused("not_a_group") where there is one that is none."""
    rooms = [on.room(id) for id in dict.fromkeys(ids)]
    if any(room.room_kind is not RoomKind.GROUP for room in rooms):
        raise Refused("not_a_group")
    return rooms


def place(on: Deciding, step: StepId | None) -> int:
    """Of a step in the agenda; a step that is there no more comes last."""
    steps = [each.id for each in on.steps()]
    return steps.index(step) if step in steps else len(steps)


def next_step(on: Deciding, room: Room) -> Step | None:
    """The next of its stretch that holds something for it."""
    ahead = on.steps()[place(on, room.step) + 1 : place(on, room.last) + 1]
    return next((step for step in ahead if activity_in(on, step.id, room)), None)


def advance(on: Deciding, room: Room, step: Step) -> Room:
    end_in(on, room)
    entered = on.change(step, entered_at=step.entered_at or on.now)
    ends_at = on.now + on.workshop.span(entered.minutes * MINUTE_MS)
    moved = on.change(room, step=step.id, began_at=on.now, ends_at=ends_at, finished_at=None)
    begin_in(on, moved)
    return moved


def recall(on: Deciding, room: Room) -> None:
    """Where its step is not the one plenary is in, what was under way in it is over."""
    if not room.is_released:
        return
    is_elsewhere = room.step != on.workshop.step
    if is_elsewhere:
        end_in(on, room)
    back = on.change(room, step=None, began_at=None, ends_at=None, last=None, finished_at=None)
    if is_elsewhere:
        begin_in(on, back)


def released(on: Deciding) -> list[Room]:
    return [room for room in on.rooms() if room.is_released]


def activity_of(on: Deciding, room: Room) -> Activity | None:
    """What a room does in the step it is in."""
    step = on.step_of(room.id)
    return activity_in(on, step, room) if step else None


def activity_in(on: Deciding, step: StepId, room: Room) -> Activity | None:
    return next((activity for activity in on.under(step, Activity) if activity.room == room.id), None)


def begin_in(on: Deciding, room: Room) -> None:
    if activity := activity_of(on, room):
        activity.begin(on)


def end_in(on: Deciding, room: Room) -> None:
    if activity := activity_of(on, room):
        activity.end(on)
