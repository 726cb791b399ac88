"""At its own pace: a group released over a stretch of the agenda goes from step to step by itself, until recalled."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from rooms.activity import Activity
from rooms.agenda import Room, RoomKind, Step
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.readiness import Duties, Ready, duties_id, present_in, ready_in, ready_of, shared
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
                left_ms = max((running.ends_at or on.now) - (running.paused_at or on.now), 0)
                times = {"began_at": running.started_at, "ends_at": on.now + left_ms}
                on.change(room, step=running.id, last=self.last, **times)
                share_duties(on, room.id, anew=True)
            go_on_if_ready(on, room.id)


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


class SetReady(Command, frozen=True, tag="ready.set"):
    """One is done with the step of one's room, or not after all. A released room goes on once half of it are."""

    step: StepId
    ready: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.VOTE)
        person = on.person
        if self.step != on.step_of(person.room):
            raise Refused("already_moved", step=on.step_of(person.room))
        mine = ready_of(on, person.id)
        if self.ready and mine is None:
            on.put(Ready(id=on.chance.id(), room=person.room, step=self.step, participant=person.id))
        elif mine is not None and not self.ready:
            on.drop(mine.id)
        go_on_if_ready(on, person.room)


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
    return next((step for step in ahead if not step.skipped and activity_in(on, step.id, room)), None)


def advance(on: Deciding, room: Room, step: Step) -> Room:
    end_in(on, room)
    clear_ready(on, room.id)
    entered = on.change(step, entered_at=step.entered_at or on.now)
    ends_at = on.now + on.workshop.span(entered.minutes * MINUTE_MS)
    moved = on.change(room, step=step.id, began_at=on.now, ends_at=ends_at, finished_at=None)
    begin_in(on, moved)
    share_duties(on, room.id, anew=True)
    return moved


def recall(on: Deciding, room: Room) -> None:
    """Where its step is not the one plenary is in, what was under way in it is over."""
    if not room.is_released:
        return
    is_elsewhere = room.step != on.workshop.step
    if is_elsewhere:
        end_in(on, room)
        clear_ready(on, room.id)
    if duties := on.maybe(Duties, duties_id(room.id)):
        on.drop(duties.id)
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


# -- who is ready, and who does what ------------------------------------------------------------------------------


def go_on_if_ready(on: Deciding, id: RoomId) -> None:
    """Half of those who are there are ready: their released room goes on, or has finished its stretch."""
    room = on.room(id)
    if not room.is_released:
        return
    present = {*present_in(on, id), *([on.by.id] if on.by.id and on.person.room == id and on.person.is_counted else [])}
    ready = sum(each.participant in present for each in ready_in(on, id))
    if not present or 2 * ready < len(present):
        on.change(room, finished_at=None)
    elif step := next_step(on, room):
        advance(on, room, step)
    elif room.finished_at is None:
        on.change(room, finished_at=on.now)


def clear_ready(on: Deciding, room: RoomId) -> None:
    for ready in ready_in(on, room):
        on.drop(ready.id)


def gone(on: Deciding, person: Participant) -> None:
    """They leave the room they are in, with what they were in it."""
    if ready := ready_of(on, person.id):
        on.drop(ready.id)
    share_duties(on, person.room, but=person.id)


def share_duties(on: Deciding, id: RoomId, anew: bool = False, but: ParticipantId | None = None) -> None:
    """Draw for those without anybody; `anew` for all of them, with those last who had one until now."""
    if not on.room(id).is_released:
        return
    duties = on.maybe(Duties, duties_id(id)) or Duties(id=duties_id(id), room=id)
    drawn = on.chance.shuffled(sorted(person for person in present_in(on, id) if person != but))
    people = sorted(drawn, key=lambda person: person in duties.held.values())
    held = shared({} if anew else duties.held, people)
    if held != duties.held or not duties.rev:
        on.put(msgspec.structs.replace(duties, held=held))
