"""How speech is shared in a room: one number for all, names for nobody but staff, a word to one person alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from facilitation.people import stay_of
from rooms.agenda import Workshop, step_of
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.floor import Hand
from rooms.ids import ParticipantId, RoomId, StepId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.speech import (
    Balance,
    Nudge,
    NudgeKind,
    Speech,
    Spoken,
    Spread,
    Unmeasured,
    balance_id,
    is_there,
    nudge_id,
    speech_id,
    unmeasured_id,
)
from rooms.state import State

MINUTE_MS = 60 * 1000
FEWEST = 5
"""Of fewer people even a single word would say who speaks and who does not: they are told nothing."""
HEARD_MS = 3 * MINUTE_MS
"""So long people have spoken before anything is said of how they share it."""
GRAIN = 5
"""A balance told to the last hundredth would let one work out what the last person said."""
SHARED, SOME = 55, 30
"""In groups that talk freely people never speak all alike: past the first it is even, below the second few speak."""

ALONE = 3
"""Of two who talk, one always speaks much."""
MUCH_MS = 2 * MINUTE_MS
MUCH = 0.3
"""Who speaks much has spoken twice their share of the time, and so much of it."""
TURN_MS = 45 * 1000
"""Who has said nothing is told so only where there was time for such a turn of everybody."""
AGAIN_MS = 10 * MINUTE_MS


def evenness(times: Sequence[int]) -> int:
    """In hundredths: 100 when all speak alike, 0 when one alone does.

    What Gini's coefficient leaves of one, as a part of the most that it can be for so many people.
    """
    many, total = len(times), sum(times)
    if many < 2 or total == 0:
        return 0
    apart = sum((2 * place - many + 1) * ms for place, ms in enumerate(sorted(times)))
    return round(100 * (1 - apart / ((many - 1) * total)))


def most_of_half(times: Sequence[int]) -> float:
    """The part of the time of the half that spoke most; of an odd number, the one in the middle is in both halves."""
    ordered, total = sorted(times, reverse=True), sum(times)
    middle = len(ordered) // 2
    half = sum(ordered[:middle]) + (ordered[middle] / 2 if len(ordered) % 2 else 0)
    return half / total if total else 0


def spread(evenness: int) -> Spread:
    return Spread.SHARED if evenness >= SHARED else Spread.SOME if evenness >= SOME else Spread.FEW


def is_measured(person: ParticipantId, state: State) -> bool:
    return state.get(unmeasured_id(person)) is None


def present_in(room: RoomId, state: State) -> list[Participant]:
    """The participants who are there, and not only seated: who has left is not silent."""
    people = (entity for entity in state.in_room(room) if isinstance(entity, Participant))
    return [person for person in people if person.is_counted and stay_of(state, person.id) is not None]


def times_in(room: RoomId, step: StepId | None, state: State) -> dict[ParticipantId, int]:
    """Milliseconds of those who are there and are measured, nothing of who has not spoken."""
    people = (person.id for person in present_in(room, state) if is_measured(person.id, state))
    return {person: spoken(person, room, step, state) for person in people}


def spoken(person: ParticipantId, room: RoomId, step: StepId | None, state: State) -> int:
    speech = state.maybe(Speech, speech_id(person, room, step))
    return speech.ms if speech is not None else 0


# -- for all ------------------------------------------------------------------------------------------------------


def weigh(on: Deciding, room: RoomId, step: StepId | None) -> None:
    """Say anew how speech is shared in a room, or nothing where that would tell of single people."""
    present = present_in(room, on)
    times = times_in(room, step, on)
    if room == on.backstage.id or len(times) < FEWEST or sum(times.values()) < on.workshop.span(HEARD_MS):
        on.drop(balance_id(room))
        return
    before = on.maybe(Balance, balance_id(room))
    even = round(evenness(list(times.values())) / GRAIN) * GRAIN
    balance = Balance(
        id=balance_id(room),
        room=room,
        step=step,
        evenness=even,
        spread=spread(even),
        people=len(times),
        unmeasured=len(present) - len(times),
        rev=before.rev if before else 0,
    )
    if balance != before:
        on.put(balance)


# -- for one alone ------------------------------------------------------------------------------------------------


def nudge_all(on: Deciding, room: RoomId, step: StepId | None, voices: Collection[ParticipantId]) -> None:
    """A word to who speaks much, while they do, and to who has not spoken yet; now and then, never twice the same."""
    workshop = on.workshop
    if not workshop.nudges or workshop.closed_at is not None or room == on.backstage.id:
        return
    times = times_in(room, step, on)
    total = sum(times.values())
    hands = {entity.participant for entity in on.in_room(room) if isinstance(entity, Hand)}
    for id, ms in times.items():
        kind = nudge_of(ms, total, len(times), workshop)
        if kind is None or (kind is NudgeKind.MUCH and id not in voices) or is_recent(on, id, kind, step):
            continue
        others = len(hands - {id})
        on.put(
            Nudge(
                id=nudge_id(id), participant=id, nudge_kind=kind, step=step, ms=ms, of_ms=total, hands=others, at=on.now
            )
        )


def nudge_of(ms: int, total: int, people: int, workshop: Workshop) -> NudgeKind | None:
    """What there is to say to somebody who has spoken so long of the time that people spoke."""
    if people < ALONE:
        return None
    if ms == 0:
        return NudgeKind.NOTHING if total >= workshop.span(people * TURN_MS) else None
    speaks_much = ms >= workshop.span(MUCH_MS) and ms * people >= 2 * total and ms >= MUCH * total
    return NudgeKind.MUCH if speaks_much else None


def is_recent(on: Deciding, person: ParticipantId, kind: NudgeKind, step: StepId | None) -> bool:
    last = on.maybe(Nudge, nudge_id(person))
    if last is None:
        return False
    if kind is NudgeKind.NOTHING and last.nudge_kind is kind and last.step == step:
        return True
    return on.now - last.at < on.workshop.span(AGAIN_MS)


# -- commands -----------------------------------------------------------------------------------------------------


class AddSpeech(SystemCommand, frozen=True, tag="speech.add"):
    """The one command that is not absolute: who gives it names it by an id, or what is given twice counts twice."""

    spoken: tuple[Spoken, ...]

    def decide(self, on: Deciding) -> None:
        """What was said in a room that is there no more is left out, and the rest of it counts."""
        counted = [said for said in self.spoken if is_there(on, said) and is_measured(said.participant, on)]
        for said in counted:
            ms = said.ms + spoken(said.participant, said.room, said.step, on)
            id = speech_id(said.participant, said.room, said.step)
            on.put(Speech(id=id, participant=said.participant, room=said.room, step=said.step, ms=ms))
        for room, step in sorted({(said.room, said.step) for said in counted}, key=str):
            if step == step_of(on, room):
                voices = {said.participant for said in counted if said.room == room}
                weigh(on, room, step)
                nudge_all(on, room, step, voices)


class Measure(Command, frozen=True, tag="speech.measure"):
    """Whether one's own speech is measured. Who does not want it takes back what was counted so far."""

    measured: bool

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        person, id = on.person, unmeasured_id(on.person.id)
        if self.measured:
            on.drop(id)
        elif on.get(id) is None:
            on.put(Unmeasured(id=id, participant=person.id))
            for entity in [each for each in on.owned_by(person.id) if isinstance(each, Speech | Nudge)]:
                on.drop(entity.id)
        weigh(on, person.room, step_of(on, person.room))


class DismissNudge(Command, frozen=True, tag="nudge.dismiss"):
    """Read, the one that was given `at` this time."""

    at: int

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        nudge = on.find(Nudge, nudge_id(on.person.id))
        if nudge.at == self.at:
            on.change(nudge, dismissed=True)


class SetNudges(Command, frozen=True, tag="workshop.nudge"):
    """Whether people are told, each alone, when they speak much or not at all."""

    nudges: bool

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(on.workshop, nudges=self.nudges)
        if not self.nudges:
            for nudge in list(on.all(Nudge)):
                on.drop(nudge.id)
