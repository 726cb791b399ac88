"""Working on proposals of groups: one is recorded, changed by hand, kept, and in the end people are sent by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from facilitation.composing import Figures, Problem, figures
from facilitation.drawing import (
    Answered,
    Bonds,
    Draw,
    DrawBalance,
    DrawPlan,
    Round,
    Seating,
    Sheet,
    forget_column,
    forget_rows,
    group_rooms,
)
from rooms.agenda import Room, RoomKind
from rooms.command import Command, SystemCommand
from rooms.deciding import Deciding
from rooms.ids import DrawId, ParticipantId, QuestionId, RoomId
from rooms.people import Participant
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.registration import RegistrationQuestion, answers_of, forget_answers, forget_question
from rooms.state import State
from rooms.text import Name, line_or_nothing

T = TypeVar("T")

DRAFTS_MAX = 12


# -- proposals ----------------------------------------------------------------------------------------------------


class RecordDraw(SystemCommand, frozen=True, tag="draw.record"):
    """A proposal that was worked out. `seating` is by row, -1 for nobody's group; who or what has gone meanwhile is
    left out of it."""

    draw: DrawId
    plan: DrawPlan
    rows: tuple[ParticipantId, ...]
    rooms: tuple[RoomId, ...]
    seating: tuple[int, ...]
    problem: Problem | None = None

    def decide(self, on: Deciding) -> None:
        prune(on)
        sheet = ""
        if self.problem is not None:
            sheet = encoded(Sheet(problem=self.problem, drawn=self.seating, sent=self.seating))
        on.put(
            Draw(
                id=self.draw,
                plan=self.plan,
                number=1 + max((draw.number for draw in since_sent(on)), default=0),
                at=on.now,
                rooms=self.rooms,
                rows=self.rows,
                seating={
                    person: self.rooms[place]
                    for person, place in zip(self.rows, self.seating, strict=True)
                    if place >= 0 and on.maybe(Participant, person) and on.maybe(Room, self.rooms[place])
                },
                bound=rules_in(self.plan),
                figures=figures(self.problem, self.seating) if self.problem else Figures(),
                sheet=sheet,
            )
        )


def encoded(sheet: Sheet) -> str:
    return msgspec.json.encode(sheet).decode()


def sheet_of(draw: Draw) -> Sheet | None:
    return msgspec.json.decode(draw.sheet, type=Sheet) if draw.sheet else None


def rules_in(plan: DrawPlan) -> int:
    return len(plan.pins) + len(plan.together) + len(plan.apart)


def since_sent(state: State) -> list[Draw]:
    """Proposals made since people were last sent into groups."""
    sent_at = max((draw.sent_at or 0 for draw in state.all(Draw)), default=0)
    return [draw for draw in state.all(Draw) if draw.sent_at is None and draw.at >= sent_at]


def prune(on: Deciding) -> None:
    """Make room for one more: the oldest that nobody keeps goes."""
    loose = sorted((draw for draw in on.all(Draw) if draw.sent_at is None and not draw.title), key=lambda d: d.at)
    for draw in loose[: max(0, len(loose) - DRAFTS_MAX + 1)]:
        on.drop(draw.id)


def draft(on: Deciding, id: DrawId) -> Draw:
    """Raises Refused: "unknown", "draw_sent"."""
    draw = on.find(Draw, id)
    if draw.sent_at is not None:
        raise Refused("draw_sent")
    return draw


class MoveDrawn(Command, frozen=True, tag="draw.move"):
    """Give somebody another group in a proposal, or none. Nobody moves."""

    draw: DrawId
    person: ParticipantId
    room: RoomId | None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        draw, person = draft(on, self.draw), on.participant(self.person)
        seating = {one: room for one, room in draw.seating.items() if one != person.id}
        if self.room is not None:
            room = on.room(self.room)
            if room.room_kind is not RoomKind.GROUP:
                raise Refused("not_a_group")
            seated = sum(place == room.id and is_counted(on, one) for one, place in seating.items())
            if person.is_counted and room.capacity is not None and seated >= room.capacity:
                raise Refused("room_full", most=room.capacity)
            seating[person.id] = room.id
        on.change(draw, seating=seating, **weighed(draw, seating))


def is_counted(state: State, person: ParticipantId) -> bool:
    found = state.maybe(Participant, person)
    return found is not None and found.is_counted


def weighed(draw: Draw, seating: Seating) -> dict[str, object]:
    """What a proposal is worth with these seats, and how far they are from what was drawn."""
    sheet = sheet_of(draw)
    if sheet is None:
        return {}
    places = by_row(draw, seating)
    moved = sum(place != drawn for place, drawn in zip(places, sheet.drawn, strict=True))
    sheet = msgspec.structs.replace(sheet, sent=places)
    return {"moved": moved, "figures": figures(sheet.problem, places), "sheet": encoded(sheet)}


def by_row(draw: Draw, seating: Seating) -> tuple[int, ...]:
    places = {room: number for number, room in enumerate(draw.rooms)}
    return tuple(places.get(seating.get(person, RoomId("")), -1) for person in draw.rows)


class DrawRules(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is in which group, together, or apart."""

    pins: dict[ParticipantId, RoomId]
    together: Bonds
    apart: Bonds


class RuleDraw(Command, frozen=True, tag="draw.rule"):
    """What the next proposal has to respect: who is in which group, together, or apart. All of it, each time.

    `seen` is what one had before one: what others have changed of it meanwhile stays changed.
    """

    draw: DrawId
    pins: dict[ParticipantId, RoomId]
    together: Bonds
    apart: Bonds
    seen: DrawRules | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        draw = draft(on, self.draw)
        for person in {*self.pins, *(one for bond in self.together + self.apart for one in bond)}:
            on.participant(person)
        for room in self.pins.values():
            on.room(room)
        before, now = self.seen or draw.plan, draw.plan
        pins = dict(merged(before.pins.items(), now.pins.items(), self.pins.items()))
        together = tuple(merged(before.together, now.together, self.together))
        apart = tuple(merged(before.apart, now.apart, self.apart))
        on.change(draw, plan=msgspec.structs.replace(now, pins=pins, together=together, apart=apart))


def merged(before: Iterable[T], now: Iterable[T], wanted: Iterable[T]) -> list[T]:
    """What there is now, with what somebody who saw `before` has taken away and added."""
    before, now, wanted = list(before), list(now), list(wanted)
    kept = [each for each in now if each in wanted or each not in before]
    return kept + [each for each in wanted if each not in before and each not in now]


class KeepDraw(Command, frozen=True, tag="draw.keep"):
    """Keep a proposal for later under a name; without one it may go with the others."""

    draw: DrawId
    title: Name

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.change(draft(on, self.draw), title=line_or_nothing(self.title))


class DropDraw(Command, frozen=True, tag="draw.drop"):
    draw: DrawId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        on.drop(draft(on, self.draw).id)


# -- sending ------------------------------------------------------------------------------------------------------


def sent(on: Deciding, draw: Draw) -> None:
    """People were seated by it: from now on it says how, and no more who."""
    plan = msgspec.structs.replace(draw.plan, pins={}, together=(), apart=())
    on.change(
        draw,
        plan=plan,
        title="",
        rows=(),
        seating={},
        balance=tuple(balances(on, draw.plan.questions, draw.rooms)),
        sent_at=on.now,
    )
    for other in [other for other in on.all(Draw) if other.sent_at is None and not other.title]:
        on.drop(other.id)


def balances(state: State, asked: Sequence[QuestionId], rooms: Sequence[RoomId]) -> Iterator[DrawBalance]:
    """How answers are spread over the groups now."""
    people = [person for person in state.all(Participant) if person.is_counted]
    for id in asked:
        question = state.maybe(RegistrationQuestion, id)
        if question is None:
            continue
        counts = Counter((answers_of(state, person.id).get(id, ""), person.room) for person in people)
        options = [(str(option.id), option.text) for option in question.options] + [("", "")]
        yield DrawBalance(
            title=question.title,
            tier=question.tier,
            shares=tuple(
                Answered(text=text, counts=tuple(counts[option, room] for room in rooms))
                for option, text in options
                if any(counts[option, room] for room in rooms)
            ),
        )


def remember(on: Deciding) -> str | None:
    """Who is together in groups now, before they part; the id of what is kept of it."""
    seated: dict[RoomId, list[ParticipantId]] = {room.id: [] for room in group_rooms(on)}
    for person in on.all(Participant):
        if person.is_counted and person.room in seated:
            seated[person.room].append(person.id)
    together = {room: tuple(sorted(people)) for room, people in seated.items() if len(people) > 1}
    if not together:
        return None
    return on.put(Round(id=on.chance.id(), at=on.now, groups=together)).id


class DropQuestion(Command, frozen=True, tag="registration.drop"):
    """With all that was answered to it, also in the sums of draws."""

    asked: QuestionId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        question = on.find(RegistrationQuestion, self.asked)
        forget_column(on, question.id)
        forget_question(on, question.id)


class TakeAnswersBack(Command, frozen=True, tag="registration.forget"):
    """All of one's own answers and preferences, at any time."""

    def decide(self, on: Deciding) -> None:
        person = on.person.id
        forget_answers(on, person)
        forget_rows(on, person)
