"""A group that ends before its time: its people go home, or to another group with all that was written in theirs."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.agenda import cell, clear, contents
from facilitation.groups import CLOSING_MAX_MS, seat
from rooms.activities.board import Board, Note, Voting, column_row, last_key
from rooms.activities.discussion import Message
from rooms.activities.gallery import Gallery
from rooms.activities.poll import before_leaving
from rooms.activities.remark import Remark
from rooms.activities.report_out import ReportOut
from rooms.activity import Activity
from rooms.agenda import FailedEnd, Room, RoomKind
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.entity import Due, Entity
from rooms.ids import RoomId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.speech import Speech, speech_id
from rooms.visit import Visit


class DropRoom(Command, frozen=True, tag="room.drop"):
    """A group in which nothing was written; whoever is in it returns to plenary, at `at` (epoch ms) or now."""

    room: RoomId
    at: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        end_at(on, group(on, self.room), None, self.at)


class MergeRoom(Command, frozen=True, tag="room.merge"):
    """A group becomes part of another, at `at` (epoch ms) or now, with its people and all that was written in it."""

    room: RoomId
    into: RoomId
    at: int | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        end_at(on, group(on, self.room), group(on, self.into), self.at)


class KeepRoom(Command, frozen=True, tag="room.keep"):
    """It does not end after all; and of an end that failed nothing more is to be done."""

    room: RoomId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(on.room(self.room), closes_at=None, into=None, failed_end=None)


class EndRoom(SystemCommand, frozen=True, tag="room.end"):
    """The time announced has come. What stands against it by now leaves the room as it is, and staff are told."""

    room: RoomId
    at: int

    def decide(self, on: Deciding) -> None:
        room = on.maybe(Room, self.room)
        if room is None or room.closes_at != self.at or on.workshop.closed_at is not None:
            return
        try:
            into = group(on, room.into) if room.into else None
            require_end(on, room, into)
        except Refused as refused:
            failed = FailedEnd(at=self.at, into=room.into, code=refused.code, details=refused.details)
            on.change(room, closes_at=None, into=None, failed_end=failed)
        else:
            end(on, room, into)


def group(on: Deciding, id: RoomId) -> Room:
    """Raises Refused: "unknown", "not_a_group"."""
    room = on.room(id)
    if room.room_kind is not RoomKind.GROUP:
        raise Refused("not_a_group")
    return room


def end_at(on: Deciding, room: Room, into: Room | None, at: int | None) -> None:
    """At once; or later, and everybody in it is warned until then."""
    require_end(on, room, into)
    if at is None or at <= on.now:
        end(on, room, into)
    elif at > on.now + CLOSING_MAX_MS:
        raise Refused("too_late", at=at)
    else:
        on.change(room, closes_at=at, into=into.id if into else None, failed_end=None)
        on.aside(Due(id=f"room-end-{room.id}", at=at, command={"type": "room.end", "room": room.id, "at": at}))


def end(on: Deciding, room: Room, into: Room | None) -> None:
    if into is None:
        drop(on, room)
    else:
        merge(on, room, into)


def activities(on: Deciding, room: Room) -> list[Activity]:
    return [entity for entity in on.in_room(room.id) if isinstance(entity, Activity)]


# -- what stands against it ---------------------------------------------------------------------------------------


def require_end(on: Deciding, room: Room, into: Room | None) -> None:
    if into is None:
        require_empty(on, room)
    else:
        require_merger(on, room, into)


def require_empty(on: Deciding, room: Room) -> None:
    """Raises Refused: "has_contents", "cannot_merge"."""
    require_unvisited(on, room)
    for activity in activities(on, room):
        if contents(on, activity):
            raise Refused("has_contents", activity=activity.id)
    if any(isinstance(entity, Message) for entity in on.in_room(room.id)):
        raise Refused("has_contents")


def require_merger(on: Deciding, room: Room, into: Room) -> None:
    """Raises Refused: "unknown", "room_full" with the number of people, "cannot_merge" with what stands against it."""
    if room.id == into.id:
        raise Refused("unknown", kind="room")
    people = room.people + into.people
    if into.capacity is not None and people > into.capacity:
        raise Refused("room_full", most=into.capacity, people=people)
    if any(turn.room == room.id and turn.conclusion for report in on.all(ReportOut) for turn in report.turns):
        raise Refused("cannot_merge", what="report_out")
    require_unvisited(on, room)
    for activity in activities(on, room):
        there = cell(on, activity.step, into.id)
        if contents(on, activity) and there is not None and contents(on, there):
            if not fits(activity, there):
                raise Refused("cannot_merge", what=activity.kind)
            # Whoever visited it wrote about it under its own name.
            if is_named_elsewhere(on, activity):
                raise Refused("cannot_merge", what="gallery")


def require_unvisited(on: Deciding, room: Room) -> None:
    """Nobody stands before what it made. Raises Refused("cannot_merge")."""
    if any(visit.to == room.id for visit in on.all(Visit)):
        raise Refused("cannot_merge", what="gallery")


def is_named_elsewhere(on: Deciding, activity: Activity) -> bool:
    remarks = any(remark.about == activity.id for remark in on.all(Remark))
    return remarks or any(activity.id in gallery.route for gallery in on.all(Gallery))


def fits(one: Activity, other: Activity) -> bool:
    """Whether what was written in one can lie among what was written in the other."""
    if not (isinstance(one, Board) and isinstance(other, Board)):
        return False
    columns = {column.id for column in other.plan.columns}
    are_named = not (one.plan.anonymous or other.plan.anonymous)
    return are_named and is_alike(one, other) and all(column.id in columns for column in one.plan.columns)


def is_alike(one: Board, other: Board) -> bool:
    """Nothing is shown by it that was hidden, and no dot is lost: both revealed or neither, no vote under way."""
    dots = one.plan.dots, one.plan.dots_per_note
    return (
        one.revealed is other.revealed
        and one.plan.moderated is other.plan.moderated
        and one.voting is other.voting is not Voting.OPEN
        and dots == (other.plan.dots, other.plan.dots_per_note)
    )


# -- and how it is done -------------------------------------------------------------------------------------------


def drop(on: Deciding, room: Room) -> None:
    """How long people spoke in it goes with it, and when they had the floor."""
    send(on, room, on.plenary)
    for activity in activities(on, room):
        clear(on, activity)
    for entity in list(on.in_room(room.id)):
        on.drop(entity.id)
    on.drop(room.id)


def merge(on: Deciding, room: Room, into: Room) -> None:
    before_leaving(on)
    send(on, room, into)
    for activity in activities(on, room):
        bring(on, activity, into, room.name)
    for entity in list(on.in_room(room.id)):
        settle(on, entity, room, into)
    together = tuple(dict.fromkeys((*into.facilitators, *room.facilitators)))
    on.change(on.room(into.id), merged=(*into.merged, room.name, *room.merged), facilitators=together)
    on.drop(room.id)


def send(on: Deciding, room: Room, to: Room) -> None:
    """Everybody who is in it or belongs to it."""
    group = to.id if to.room_kind is RoomKind.GROUP else None
    for person in list(on.all(Participant)):
        if person.room == room.id:
            seat(on, person, to, group=group)
        elif person.group == room.id:
            on.change(person, group=group)


def bring(on: Deciding, activity: Activity, into: Room, name: str) -> None:
    """What was done in a step goes where that is done there; the activity itself, where nothing was."""
    there = cell(on, activity.step, into.id)
    if not contents(on, activity):
        clear(on, activity)
    elif there is None or not contents(on, there):
        if there is not None:
            clear(on, there)
        on.change(activity, room=into.id)
        for entity in belongings(on, activity):
            on.change(entity, room=into.id)
    else:
        for entity in sorted(belongings(on, activity), key=lambda entity: getattr(entity, "order", "")):
            fields: dict[str, str] = {"room": into.id}
            if hasattr(entity, "activity"):
                fields["activity"] = there.id
            if isinstance(entity, Note):
                row = column_row(there.id, entity.column)
                fields |= {"order": last_key(on, row), "came_from": entity.came_from or name}
            on.change(entity, **fields)
        on.drop(activity.id)


def belongings(on: Deciding, thing: Entity) -> list[Entity]:
    """All that lies in it in its room, and in that."""
    return list(beneath(on, thing.id, thing.place))


def beneath(on: Deciding, id: str, room: str | None) -> Iterator[Entity]:
    for entity in list(on.shelf("under", id)):
        if entity.place == room:
            yield entity
            yield from beneath(on, entity.id, room)


def settle(on: Deciding, entity: Entity, room: Room, into: Room) -> None:
    """What people said and did there stays with them; what a room has by itself, its floor for one, goes with it."""
    if isinstance(entity, Speech):
        id = speech_id(entity.participant, into.id, entity.step)
        before = on.maybe(Speech, id)
        ms = entity.ms + (before.ms if before else 0)
        on.put(Speech(id=id, participant=entity.participant, room=into.id, step=entity.step, ms=ms))
        on.drop(entity.id)
    elif entity.id.endswith(room.id):
        on.drop(entity.id)
    else:
        on.change(entity, room=into.id)
