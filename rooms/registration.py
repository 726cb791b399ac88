"""What people are asked when they come in, and what they answered: it is theirs, and serves to compose groups."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from rooms.audience import Audience
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.ids import OptionId, ParticipantId, QuestionId, RoomId
from rooms.order import key_between
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Line, one_line

QUESTIONS_MAX = 12
OPTIONS_MAX = 20


class Tier(StrEnum):
    """What kind of data an answer is, as people are told before they give it."""

    ORDINARY = "ordinary"  # a street, a habit: says little about a person
    PERSONAL = "personal"  # age, gender, profession
    SENSITIVE = "sensitive"  # health, opinions, origin: nobody may have to say


class Choice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: OptionId
    text: Line


class RegistrationQuestion(Entity, frozen=True, kw_only=True, tag="registration_question"):
    """Asked of whoever comes in to take part."""

    id: QuestionId
    title: str
    options: tuple[Choice, ...]
    required: bool = False
    tier: Tier = Tier.PERSONAL
    order: str

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self


class Registration(Entity, frozen=True, kw_only=True, tag="registration"):
    """One person's answers: an option by question, none where they preferred not to say. Theirs, and staff's."""

    participant: ParticipantId
    answers: dict[QuestionId, OptionId]

    PRIVATE: ClassVar = ("answers",)

    def whose(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None


class Preference(Entity, frozen=True, kw_only=True, tag="preference"):
    """The groups one person would like, the dearest first. Theirs, and staff's."""

    participant: ParticipantId
    rooms: tuple[RoomId, ...]

    def whose(self) -> str | None:
        return self.participant

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None


def registration_id(person: str) -> str:
    return f"registration-{person}"


def preference_id(person: str) -> str:
    return f"preference-{person}"


def questions(state: State) -> list[RegistrationQuestion]:
    """In the order in which they are asked."""
    return sorted(state.all(RegistrationQuestion), key=lambda question: (question.order, question.id))


def answers_of(state: State, person: ParticipantId) -> dict[QuestionId, OptionId]:
    registration = state.maybe(Registration, registration_id(person))
    return registration.answers if registration else {}


# -- asking -------------------------------------------------------------------------------------------------------


class Asking(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question as an organizer writes it."""

    title: Line
    options: Annotated[tuple[Line, ...], Meta(min_length=2, max_length=OPTIONS_MAX)]
    required: bool = False
    tier: Tier = Tier.PERSONAL


class AskQuestion(Command, frozen=True, tag="registration.ask"):
    """A question for whoever comes in from now on; who is here finds it on their page."""

    asking: Asking

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        put_question(on, self.asking)


def put_question(on: Deciding, asking: Asking) -> None:
    """The next one. Raises Refused: "too_many_questions", "sensitive_required", "empty"."""
    every = questions(on)
    if len(every) >= QUESTIONS_MAX:
        raise Refused("too_many_questions", most=QUESTIONS_MAX)
    on.put(
        RegistrationQuestion(
            id=QuestionId(on.chance.id()),
            title=one_line(asking.title),
            options=choices(asking.options),
            required=may_be_required(asking),
            tier=asking.tier,
            order=key_between(every[-1].order if every else None, None),
        )
    )


class EditQuestion(Command, frozen=True, tag="registration.edit"):
    """Answers stay with the options that keep their words, and are forgotten with the others."""

    asked: QuestionId
    asking: Asking

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        before = on.find(RegistrationQuestion, self.asked)
        options = choices(self.asking.options, before.options)
        on.change(
            before,
            title=one_line(self.asking.title),
            options=options,
            required=may_be_required(self.asking),
            tier=self.asking.tier,
        )
        kept = {option.id for option in options}
        for registration in list(on.all(Registration)):
            if registration.answers.get(before.id, OptionId("")) not in kept:
                forget_answer(on, registration, before.id)


def may_be_required(asking: Asking) -> bool:
    if asking.required and asking.tier is Tier.SENSITIVE:
        raise Refused("sensitive_required")
    return asking.required


def choices(texts: tuple[str, ...], before: tuple[Choice, ...] = ()) -> tuple[Choice, ...]:
    """The same words keep the id they had; ids are never given twice."""
    ids = {option.text: option.id for option in before}
    lines = [one_line(text) for text in texts]
    if len(set(lines)) < len(lines):
        raise Refused("same_options")
    last = max((int(option.id) for option in before), default=0)
    made = []
    for line in lines:
        if line not in ids:
            last += 1
        made.append(Choice(id=ids.get(line, OptionId(str(last))), text=line))
    return tuple(made)


def forget_question(on: Deciding, question: QuestionId) -> None:
    """With all that was answered to it."""
    for registration in list(on.all(Registration)):
        forget_answer(on, registration, question)
    on.drop(question)


def forget_answer(on: Deciding, registration: Registration, question: QuestionId) -> None:
    if question in registration.answers:
        kept = {id: option for id, option in registration.answers.items() if id != question}
        on.change(registration, answers=kept) if kept else on.drop(registration.id)


# -- answering ----------------------------------------------------------------------------------------------------


class AnswerQuestions(Command, frozen=True, tag="registration.answer"):
    """All of one's own answers, in place of those before; what is left out was not said."""

    answers: dict[QuestionId, OptionId]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        keep_answers(on, on.person.id, self.answers)


def forget_answers(on: Deciding, person: ParticipantId) -> None:
    for id in (registration_id(person), preference_id(person)):
        if on.get(id) is not None:
            on.drop(id)


def check_answers(state: State, answers: Mapping[QuestionId, OptionId]) -> None:
    """Raises Refused: "answers_needed" with the questions left out, "unknown" for what nobody asked."""
    for question, option in answers.items():
        if option not in {each.id for each in state.find(RegistrationQuestion, question).options}:
            raise Refused("unknown", kind="option")
    needed = [question.id for question in questions(state) if question.required and question.id not in answers]
    if needed:
        raise Refused("answers_needed", questions=needed)


def keep_answers(on: Deciding, person: ParticipantId, answers: Mapping[QuestionId, OptionId]) -> None:
    """In place of those before."""
    check_answers(on, answers)
    before = on.maybe(Registration, registration_id(person))
    if before is not None and answers:
        on.change(before, answers=dict(answers))
    elif before is not None:
        on.drop(before.id)
    elif answers:
        on.put(Registration(id=registration_id(person), participant=person, answers=dict(answers)))


class RankGroups(Command, frozen=True, tag="preference.rank"):
    """Say which groups one would like, the dearest first, while this is asked; none to say nothing."""

    rooms: Annotated[tuple[RoomId, ...], Meta(max_length=60)]

    def decide(self, on: Deciding) -> None:
        on.require(Permission.WRITE)
        if not on.workshop.ranking:
            raise Refused("groups_closed")
        for room in self.rooms:
            if on.room(room).room_kind != "group":
                raise Refused("unknown", kind="room")
        if len(set(self.rooms)) < len(self.rooms):
            raise Refused("invalid", reason="a group stands twice")
        id, person = preference_id(on.person.id), on.person.id
        if not self.rooms:
            if on.get(id) is not None:
                on.drop(id)
            return
        before = on.maybe(Preference, id)
        if before is None:
            on.put(Preference(id=id, participant=person, rooms=self.rooms))
        else:
            on.change(before, rooms=self.rooms)
