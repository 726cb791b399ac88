"""The workshop itself, its rooms and its steps. Their cells, steps × rooms, hold activities."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from rooms.activities.board import BoardPlan
from rooms.activities.conclusion import ConclusionPlan
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.gallery import GalleryPlan
from rooms.activities.info import InfoPlan
from rooms.activities.pause import BreakPlan
from rooms.activities.poll import PollPlan
from rooms.activities.report_out import ReportOutPlan
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.identity import Action, Identity
from rooms.ids import ParticipantId, RoomId, StepId, WorkshopId
from rooms.paper import Paper
from rooms.retention import Retention
from rooms.state import State

AnyPlan = InfoPlan | DiscussionPlan | BoardPlan | PollPlan | ConclusionPlan | ReportOutPlan | GalleryPlan | BreakPlan


PLENARY_MOST = 100
"""Of people who are all heard and seen by all: twelve faces and three voices for each are what one core forwards, see
docs/performance.md."""


class Groups(StrEnum):
    """Whether people are together or apart."""

    CLOSED = "closed"
    CHOOSING = "choosing"  # those who have chosen are already there
    OPEN = "open"


class Media(StrEnum):
    """What the workshop has switched on. Whatever it is, everything can be done in writing."""

    TEXT = "text"
    AUDIO = "audio"
    VIDEO = "video"


class Doors(StrEnum):
    """Who may come in. Whoever is in already stays, and comes back."""

    OPEN = "open"
    WAITING = "waiting"  # staff admit each
    LOCKED = "locked"


class Workshop(Entity, frozen=True, kw_only=True, tag="workshop"):
    """`step` is the one plenary is in, and the rooms with it. Times are epoch milliseconds."""

    id: WorkshopId
    title: str
    language: str
    time_zone: str
    step: StepId | None = None
    groups: Groups = Groups.CLOSED
    groups_close_at: int | None = None
    can_switch: bool = False
    """People may choose another group while groups are open."""
    ranking: bool = False
    """People are asked which groups they would like."""
    closed_at: int | None = None
    media: Media = Media.VIDEO
    plenary_most: int = PLENARY_MOST
    """How many people plenary holds while everybody may be heard and seen; with more of them it is watched."""
    doors: Doors = Doors.OPEN
    identity: Identity = Identity.NONE
    identity_for: tuple[Action, ...] = (Action.ENTER,)
    """What citizens show it for."""
    retention: Retention = Retention()
    lead: ParticipantId | None = None
    """Who of staff leads, as they know of one another; the others may act all the same."""
    lead_offered: ParticipantId | None = None
    rehearsal: bool = False
    """Held to try it out: it counts nowhere and goes by itself."""
    pace: int = 1
    """How many times faster than planned its time passes."""
    nudges: bool = True
    """People are told, each alone, when they speak much or not at all."""
    ends_at: int | None = None
    """When people were told that it ends: as planned when it began, or put off since."""

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Who leads is among staff."""
        if audience.is_staff or not (self.lead or self.lead_offered):
            return self
        return msgspec.structs.replace(self, lead=None, lead_offered=None)

    def span(self, ms: int) -> int:
        """How long what is planned to take so long takes here."""
        return ms // self.pace


class RoomKind(StrEnum):
    PLENARY = "plenary"
    GROUP = "group"
    BACKSTAGE = "backstage"


class Stage(StrEnum):
    """Who is heard and seen in a room."""

    OPEN = "open"
    SPEAKERS = "speakers"  # only staff, and those who have the floor
    FISHBOWL = "fishbowl"  # the same, with a number of seats that the queue fills
    STREAM = "stream"  # plenary as a broadcast: the rest watch, and send nothing until they have the floor


class Moves(StrEnum):
    """Where people of groups go when they change tables."""

    NEXT = "next"  # all to the next one
    SCATTER = "scatter"  # those of one table to different ones
    MERGE = "merge"  # two tables become one


class FailedEnd(Struct, frozen=True, kw_only=True):
    """An end that was announced and did not come about: at what time, into which group, and what stood against it."""

    at: int
    into: RoomId | None
    code: str
    details: dict[str, Any]


class Room(Entity, frozen=True, kw_only=True, tag="room"):
    """`people` counts the participants seated in it, staff and viewers aside, and is what `capacity` bounds.

    `theme` is what the group works on, `least` how many it takes, `facilitators` who of staff is with it. A group that
    is released goes at its own pace: `step` is the one it is in since `began_at`, until `ends_at`; it may go as far as
    `last`, and `finished_at` is when it was done there. It ends at `closes_at`: its people go to plenary, or `into`
    another group with all they wrote; `failed_end` is why it did not, until staff see to it. `merged` are the names of
    groups that became part of it.

    `host` stays at this table when others change; `joined` is the room its people went to together, with their work.
    """

    id: RoomId
    room_kind: RoomKind
    name: str
    theme: str = ""
    paper: Paper = Paper.CHALK
    order: str
    capacity: int | None = None
    least: int | None = None
    people: int = 0
    stage: Stage = Stage.OPEN
    step: StepId | None = None
    began_at: int | None = None
    ends_at: int | None = None
    last: StepId | None = None
    finished_at: int | None = None
    moderated: bool = False
    """What participants say here, as messages and comments, waits until staff approve it."""
    facilitators: tuple[ParticipantId, ...] = ()
    closes_at: int | None = None
    into: RoomId | None = None
    failed_end: FailedEnd | None = None
    merged: tuple[str, ...] = ()
    host: ParticipantId | None = None
    joined: RoomId | None = None

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Backstage exists for staff only, as does who of them is where, who stays at a table, and what failed."""
        if audience.is_staff:
            return self
        if self.room_kind is RoomKind.BACKSTAGE:
            return None
        if not (self.facilitators or self.host or self.failed_end):
            return self
        return msgspec.structs.replace(self, facilitators=(), host=None, failed_end=None)

    @property
    def is_full(self) -> bool:
        return self.capacity is not None and self.people >= self.capacity

    @property
    def is_released(self) -> bool:
        return self.step is not None

    @property
    def lacking(self) -> int:
        """How many people it takes until there are enough to work on its theme."""
        return max(0, (self.least or 0) - self.people)

    @property
    def is_short(self) -> bool:
        return self.lacking > 0


class Step(Entity, frozen=True, kw_only=True, tag="step"):
    """A column of the agenda. `groups` is the plan from which each group gets an activity of its own.

    `started_at` and `ended_at` are plenary's, `entered_at` is when the first released room came to it. While the step
    is paused, since `paused_at`, its time stands still. `planned` are the minutes it had before they were changed under
    way; one that is skipped is passed over. `moves` is how staff mean people to change tables before it, `stage` who is
    heard, from its start, in the rooms that have something to do in it.
    """

    id: StepId
    title: str
    order: str
    minutes: int
    groups: AnyPlan | None = None
    started_at: int | None = None
    ends_at: int | None = None
    ended_at: int | None = None
    entered_at: int | None = None
    paused_at: int | None = None
    planned: int | None = None
    skipped: bool = False
    moves: Moves | None = None
    stage: Stage | None = None

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        if self.groups is None or audience.is_staff:
            return self
        return msgspec.structs.replace(self, groups=self.groups.told())

    @property
    def has_begun(self) -> bool:
        """For anybody, plenary or a released room."""
        return self.started_at is not None or self.entered_at is not None


def step_of(state: State, room: str | None) -> StepId | None:
    """The step a room is in: its own while it is released, else plenary's."""
    found = state.maybe(Room, room)
    if found is not None and found.step is not None:
        return found.step
    return next((workshop.step for workshop in state.all(Workshop)), None)
