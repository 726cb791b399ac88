"""Discussion: people talk; what they type are messages, to the room, to staff, to everybody."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from rooms.activity import Activity, Plan
from rooms.audience import Audience
from rooms.command import Command
from rooms.entity import Entity
from rooms.ids import ActivityId, FloorTurnId, MessageId, ParticipantId, RoomId, StepId
from rooms.moderation import Display, Written
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import MessageText, prose

if TYPE_CHECKING:
    from rooms.deciding import Deciding


ROOMS_MAX = 60
"""To how many rooms the same is said at once: all there can be."""


class DiscussionPlan(Plan, frozen=True, kw_only=True, tag="discussion"):
    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        return Discussion(id=id, room=room, step=step, plan=self)


class Discussion(Activity, frozen=True, kw_only=True, tag="discussion"):
    plan: DiscussionPlan


class Reach(StrEnum):
    ROOM = "room"
    ALL = "all"  # from staff to every room
    STAFF = "staff"  # a person asks for help
    PERSON = "person"  # staff answer one person


class Message(Written, frozen=True, kw_only=True, tag="message"):
    """`room` is set for what is said in a room; `to` for what is said to one person."""

    id: MessageId
    reach: Reach
    room: RoomId | None = None
    step: StepId | None = None
    author: ParticipantId
    author_is_staff: bool = False
    to: ParticipantId | None = None
    asked_in: RoomId | None = None
    """From which room a person asked staff for help."""
    at: int
    for_minutes: bool = False
    """Staff have marked it: the minutes quote it, and everybody who reads it here knows."""
    settled_at: int | None = None
    """Since when staff have dealt with what a person asked them for, by an answer or otherwise."""
    said_in: FloorTurnId | None = None
    """It was typed with the floor, instead of spoken."""

    @property
    def is_shared(self) -> bool:
        """Said to a room or to all; the rest stays between one person and staff."""
        return self.reach in (Reach.ROOM, Reach.ALL)

    @property
    def waits(self) -> bool:
        """Somebody asks for help, and nobody has dealt with it."""
        return self.reach is Reach.STAFF and not self.author_is_staff and self.settled_at is None

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """A room's messages are the room's; announcements everybody's; the rest between staff and one person."""
        if not self.is_shown:
            return self if audience.is_staff else None
        match self.reach:
            case Reach.ALL:
                return self
            case Reach.ROOM:
                return self if audience.is_in(self.room) else None
        return self if audience.is_staff else None

    def whose(self) -> str | None:
        if not self.is_shown:
            return self.author
        match self.reach:
            case Reach.STAFF:
                return self.author
            case Reach.PERSON:
                return self.to
        return None


class SendMessage(Command, frozen=True, tag="message.send"):
    """`room` is needed for reach "room", or from staff several `rooms`; `to` for reach "person"."""

    text: MessageText
    reach: Reach = Reach.ROOM
    room: RoomId | None = None
    rooms: Annotated[tuple[RoomId, ...], Meta(max_length=ROOMS_MAX)] = ()
    to: ParticipantId | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        if self.reach in (Reach.ALL, Reach.PERSON):
            on.require(Permission.STEER)
        to = self._person(on) if self.reach is Reach.PERSON else None
        if to is not None:
            settle(on, to)
        for room in self._rooms(on) if self.reach is Reach.ROOM else (None,):
            self._send(on, room, to)

    def _send(self, on: Deciding, room: RoomId | None, to: ParticipantId | None) -> None:
        waits = room is not None and on.room(room).moderated and not on.may(Permission.MODERATE)
        on.put(
            Message(
                id=MessageId(on.chance.id()),
                reach=self.reach,
                room=room,
                step=on.workshop.step if self.reach is Reach.ALL else on.step_of(room or on.person.room),
                author=on.person.id,
                author_is_staff=on.person.role.is_staff,
                to=to,
                asked_in=on.person.room if self.reach is Reach.STAFF else None,
                text=prose(self.text),
                at=on.now,
                moderation=Display.PENDING if waits else Display.SHOWN,
            )
        )

    def _rooms(self, on: Deciding) -> list[RoomId]:
        rooms = dict.fromkeys(self.rooms or (self.room or on.person.room,))
        if any(room != on.person.room for room in rooms) and not on.may(Permission.STEER):
            raise Refused("unknown", kind="room")
        return [on.room(room).id for room in rooms]

    def _person(self, on: Deciding) -> ParticipantId:
        return on.participant(self.to).id


class MarkMessage(Command, frozen=True, tag="message.mark"):
    """Quote it in the minutes, or no more."""

    message: MessageId
    marked: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        message = on.find(Message, self.message)
        if not message.is_shared or message.room == on.backstage.id:
            raise Refused("message_private")
        if self.marked and not message.is_shown:
            raise Refused("not_shown", moderation=message.moderation.value)
        on.change(message, for_minutes=self.marked)


class SettleMessage(Command, frozen=True, tag="message.settle"):
    """What a person asked staff for is dealt with, or waits again. An answer to them does so by itself."""

    message: MessageId
    settled: bool = True

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        message = on.find(Message, self.message)
        if message.reach is not Reach.STAFF:
            raise Refused("unknown", kind="message")
        if (message.settled_at is not None) != self.settled:
            on.change(message, settled_at=on.now if self.settled else None)


def settle(on: Deciding, person: ParticipantId) -> None:
    """All that somebody has asked is answered."""
    for asked in [mine for mine in on.owned_by(person) if isinstance(mine, Message) and mine.waits]:
        on.change(asked, settled_at=on.now)


def waiting(state: State) -> list[Message]:
    """What people have asked staff for and nobody has dealt with, who has waited longest first."""
    return sorted((message for message in state.all(Message) if message.waits), key=lambda asked: asked.at)
