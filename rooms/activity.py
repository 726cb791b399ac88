"""An activity is what one room does in one step; its plan is what an organizer fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import msgspec
from msgspec import Struct

from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ActivityId, RoomId, StepId
from rooms.state import State
from rooms.text import Body, Line, line_or_nothing, prose_or_nothing

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Plan(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True):
    """`title` is the question worked on, the largest text on screen."""

    title: Line = ""
    instructions: Body = ""

    def activity(self, id: ActivityId, room: RoomId, step: StepId) -> Activity:
        raise AssertionError(f"{type(self).__name__} makes no activity")

    def tidied(self) -> Self:
        """The same with its texts made safe to show. Raises Refused("empty") where words are missing."""
        return msgspec.structs.replace(
            self, title=line_or_nothing(self.title), instructions=prose_or_nothing(self.instructions)
        )

    def told(self) -> Self:
        """What people may know of it before and while they work on it; staff know all."""
        return self


class Activity(Entity, frozen=True, kw_only=True):
    """Seen by those in its room, and by staff wherever they look."""

    id: ActivityId
    room: RoomId
    step: StepId

    def begin(self, on: Deciding) -> None:
        """Its step starts, or runs already when it is planned: what it takes from elsewhere is taken now.

        Refuses nothing, or people could not be taken on to it: it does what it can, and says what it could not.
        """

    def end(self, on: Deciding) -> None:
        """Its step is left, or the workshop closes: what is under way in it is over."""

    def put_off(self, on: Deciding, ms: int) -> None:
        """Its step was paused for so long: what ends in it at a time ends later."""

    def under(self) -> str | None:
        return self.step

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff or audience.is_in(self.room) else None
