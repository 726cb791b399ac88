"""How long each person has spoken, in each room and step: totals measured from microphones that were on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from rooms.agenda import Room, Step
from rooms.audience import Audience
from rooms.command import SystemCommand
from rooms.entity import Entity
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Participant
from rooms.state import State

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class Speech(Entity, frozen=True, kw_only=True, tag="speech"):
    """One for each person, room and step; `step` is None for what was said before the first one."""

    participant: ParticipantId
    room: RoomId
    step: StepId | None
    ms: int

    def whose(self) -> str | None:
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


class AddSpeech(SystemCommand, frozen=True, tag="speech.add"):
    """The one command that is not absolute: who gives it names it by an id, or what is given twice counts twice."""

    spoken: tuple[Spoken, ...]

    def decide(self, on: Deciding) -> None:
        """What was said in a room that is there no more is left out, and the rest of it counts."""
        for said in self.spoken:
            if is_there(on, said):
                id = speech_id(said)
                so_far = on.maybe(Speech, id)
                ms = said.ms + (so_far.ms if so_far else 0)
                on.put(Speech(id=id, participant=said.participant, room=said.room, step=said.step, ms=ms))


def is_there(state: State, said: Spoken) -> bool:
    """A step that has not begun anywhere can still be dropped, so nothing is counted in it."""
    step = state.maybe(Step, said.step) if said.step is not None else None
    return (
        state.maybe(Participant, said.participant) is not None
        and state.maybe(Room, said.room) is not None
        and (said.step is None or (step is not None and step.has_begun))
    )


def speech_id(said: Spoken) -> str:
    return "-".join(("speech", said.participant, said.room, *([said.step] if said.step else [])))
