"""How long people have spoken, measured from microphones that were on, and what is said to whom of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from rooms.agenda import Room, Step
from rooms.audience import Audience
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Participant
from rooms.state import State


class Speech(Entity, frozen=True, kw_only=True, tag="speech"):
    """One for each person, room and step; `step` is None for what was said before the first one."""

    participant: ParticipantId
    room: RoomId
    step: StepId | None
    ms: int

    def whose(self) -> str | None:
        return self.participant

    def pile(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """Staff, and the person themselves: how much somebody talks is nobody else's to count."""
        return self if audience.is_staff else None


class Spoken(Struct, frozen=True, kw_only=True):
    """What somebody said since it was last told."""

    participant: ParticipantId
    room: RoomId
    step: StepId | None
    ms: Annotated[int, Meta(ge=1)]


class Spread(StrEnum):
    """A balance in a word."""

    SHARED = "shared"
    SOME = "some"  # speak more than others
    FEW = "few"  # speak most of the time


class Balance(Entity, frozen=True, kw_only=True, tag="balance"):
    """How evenly the people of a room speak in a step: `evenness` is 100 when all speak alike, 0 when one alone does.

    There is none where it would tell of single people. It is about `people`; `unmeasured` others were not measured.
    """

    room: RoomId
    step: StepId | None
    evenness: int
    spread: Spread
    people: int
    unmeasured: int = 0

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff or audience.is_in(self.room) else None


class Unmeasured(Entity, frozen=True, kw_only=True, tag="unmeasured"):
    """Somebody does not want their speech to be measured."""

    participant: ParticipantId

    def whose(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None


class NudgeKind(StrEnum):
    MUCH = "much"
    NOTHING = "nothing"


class Nudge(Entity, frozen=True, kw_only=True, tag="nudge"):
    """A word to one person about how much they speak, which nobody else sees, staff neither.

    They have spoken for `ms` of the `of_ms` that people spoke in their room during `step`, while `hands` others waited.
    """

    participant: ParticipantId
    nudge_kind: NudgeKind
    step: StepId | None
    ms: int
    of_ms: int
    hands: int = 0
    at: int
    dismissed: bool = False

    def whose(self) -> str | None:
        return self.participant


def is_there(state: State, said: Spoken) -> bool:
    """A step that has not begun anywhere can still be dropped, so nothing is counted in it."""
    step = state.maybe(Step, said.step) if said.step is not None else None
    return (
        state.maybe(Participant, said.participant) is not None
        and state.maybe(Room, said.room) is not None
        and (said.step is None or (step is not None and step.has_begun))
    )


def speech_id(person: ParticipantId, room: RoomId, step: StepId | None) -> str:
    return "-".join(("speech", person, room, *([step] if step else [])))


def balance_id(room: RoomId) -> str:
    return f"balance-{room}"


def unmeasured_id(person: ParticipantId) -> str:
    return f"unmeasured-{person}"


def nudge_id(person: ParticipantId) -> str:
    return f"nudge-{person}"
