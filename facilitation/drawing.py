"""Proposals of who goes into which group: made out of sight, changed by hand, and told to all once people were sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta, Struct, field

from facilitation.composing import Figures, Problem
from facilitation.constraints import Bounds, Impossible
from facilitation.fitting import Fitting
from rooms.activities.tally import FEWEST
from rooms.agenda import Room, RoomKind
from rooms.audience import Audience
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.ids import DrawId, OptionId, ParticipantId, QuestionId, RoomId
from rooms.people import Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.registration import Preference, Tier, answers_of, preference_id
from rooms.state import State

SEED_MAX = 999_999
RULES_MAX = 200
FIRST = 1_000
"""What one wish, or one pair who meet again, weighs where that is what the draw is about: more than any balance."""

Seating = dict[ParticipantId, RoomId]
Bonds = Annotated[
    tuple[Annotated[tuple[ParticipantId, ...], Meta(min_length=2, max_length=60)], ...], Meta(max_length=RULES_MAX)
]


class DrawWay(StrEnum):
    EVEN = "even"  # by lot, as many in each
    BALANCED = "balanced"  # and as alike as can be in what people answered
    RANKED = "ranked"  # by what people would like
    FILE = "file"  # as a table says
    HAND = "hand"  # by whoever composes


class DrawPlan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a proposal is asked for. `different`: with others than before, as far as can be; `facilitated`: one who
    facilitates in each group."""

    way: DrawWay = DrawWay.BALANCED
    seed: Annotated[int, Meta(ge=0, le=SEED_MAX)] = 0
    questions: Annotated[tuple[QuestionId, ...], Meta(max_length=12)] = ()
    different: bool = False
    facilitated: bool = False
    pins: Seating = field(default_factory=dict)
    together: Bonds = ()
    apart: Bonds = ()


class Answered(Struct, frozen=True, kw_only=True):
    """How many people of each group gave one answer, in the order of `Draw.rooms`; None where so few did that one could
    guess who. `text` is empty for those who did not say."""

    text: str
    counts: tuple[int | None, ...]


class DrawBalance(Struct, frozen=True, kw_only=True):
    title: str
    tier: Tier = Tier.PERSONAL
    shares: tuple[Answered, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """All it takes to do the sum again: what was drawn from, what came of it, and where people were sent in the end."""

    problem: Problem
    drawn: tuple[int, ...]
    sent: tuple[int, ...]


class Draw(Entity, frozen=True, kw_only=True, tag="draw"):
    """Staff's until people were sent by it. Then it names nobody any more, and everybody may know how it came about.

    `number` is the how-manieth proposal it was since people were last sent, `moved` how many were placed by hand after
    the lot, `bound` how many rules were given. `rows` are people by their number in the sum.
    """

    id: DrawId
    plan: DrawPlan
    number: int = 1
    at: int
    title: str = ""
    rooms: tuple[RoomId, ...] = ()
    rows: tuple[ParticipantId, ...] = ()
    seating: Seating = field(default_factory=dict)
    moved: int = 0
    bound: int = 0
    figures: Figures = Figures()
    balance: tuple[DrawBalance, ...] = ()
    sent_at: int | None = None
    sheet: str = ""
    """A `Sheet` in JSON: given on request, never told."""

    PRIVATE: ClassVar = ("sheet",)

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        if self.sent_at is None and not audience.is_staff:
            return None
        return msgspec.structs.replace(self, sheet="") if audience.is_staff else self.told_to_all()

    def told_to_all(self) -> Draw:
        """By which rule and which seed, and how alike groups were: nothing by which one could find a person."""
        return msgspec.structs.replace(self, balance=guarded(self.balance), title="", sheet="")


class Round(Entity, frozen=True, kw_only=True, tag="round"):
    """Who was together in groups until they came back or changed tables, so that they can meet others the next time.

    Staff only.
    """

    at: int
    groups: dict[RoomId, tuple[ParticipantId, ...]]

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        return self if audience.is_staff else None


def group_rooms(state: State) -> list[Room]:
    every = (room for room in state.all(Room) if room.room_kind is RoomKind.GROUP)
    return sorted(every, key=lambda room: (room.order, room.id))


# -- the sum ------------------------------------------------------------------------------------------------------


def rows_of(state: State, plan: DrawPlan) -> tuple[list[ParticipantId], list[ParticipantId]]:
    """Who is seated: citizens, and those who facilitate."""
    people = sorted(state.all(Participant), key=lambda person: person.id)
    led = [person.id for person in people if person.role is Role.FACILITATOR and person.is_in]
    return [person.id for person in people if person.is_counted], led if plan.facilitated else []


def problem_of(
    state: State, plan: DrawPlan, people: Sequence[ParticipantId], staff: Sequence[ParticipantId]
) -> Problem:
    """The sum for these, in this order. Nothing in it says who they are, nor which answer a number stands for."""
    rooms = group_rooms(state)
    rows = {person: number for number, person in enumerate([*people, *staff])}
    places = {room.id: number for number, room in enumerate(rooms)}
    is_drawn = plan.way in (DrawWay.BALANCED, DrawWay.RANKED)
    weight = FIRST if plan.different else int(plan.way is DrawWay.BALANCED)
    return Problem(
        seed=plan.seed,
        people=len(people),
        groups=tuple(Bounds(least=room.least or 0, most=room.capacity) for room in rooms),
        facilitators=len(staff),
        attributes=tuple(answered(state, question, people) for question in plan.questions) if is_drawn else (),
        past=tuple(pairs(state, people)),
        past_weight=weight,
        ranks=tuple(ranked(state, person, places) for person in people) if plan.way is DrawWay.RANKED else (),
        rank_weight=FIRST,
        pins=tuple(
            sorted((rows[one], places[room]) for one, room in plan.pins.items() if one in rows and room in places)
        ),
        together=bonds(plan.together, rows),
        apart=bonds(plan.apart, rows),
    )


def answered(state: State, question: QuestionId, people: Sequence[ParticipantId]) -> tuple[int, ...]:
    return coded(answers_of(state, person).get(question) for person in people)


def coded(answers: Iterable[OptionId | None]) -> tuple[int, ...]:
    """As numbers, in the order in which they occur; who did not say is a kind of their own."""
    codes: dict[str | None, int] = {}
    return tuple(codes.setdefault(answer, len(codes)) for answer in answers)


def ranked(state: State, person: ParticipantId, places: Mapping[RoomId, int]) -> tuple[int, ...]:
    preference = state.maybe(Preference, preference_id(person))
    return tuple(places[room] for room in preference.rooms if room in places) if preference else ()


def bonds(people: Bonds, rows: Mapping[ParticipantId, int]) -> tuple[tuple[int, ...], ...]:
    """Of rules about people who are not there any more, what is left of them."""
    known = (tuple(rows[person] for person in bond if person in rows) for bond in people)
    return tuple(bond for bond in known if len(bond) > 1)


def pairs(state: State, people: Sequence[ParticipantId]) -> Iterator[tuple[int, int, int]]:
    """Who has shared a group with whom, and how often."""
    rows = {person: number for number, person in enumerate(people)}
    met: Counter[tuple[int, int]] = Counter()
    for past in state.all(Round):
        for together in past.groups.values():
            met.update(combinations(sorted(rows[person] for person in together if person in rows), 2))
    for (one, other), times in sorted(met.items()):
        yield one, other, times


def refused_by(impossible: Impossible, rows: Sequence[ParticipantId], rooms: Sequence[RoomId]) -> Refused:
    """With the people and groups it is about."""
    who, where = [rows[row] for row in impossible.who], [rooms[place] for place in impossible.where]
    about = {**({"who": who} if who else {}), **({"where": where} if where else {})}
    return Refused(impossible.code, **impossible.figures, **about)


# -- afterwards ----------------------------------------------------------------------------------------------------


def last_sent(state: State) -> Draw | None:
    sent = [draw for draw in state.all(Draw) if draw.sent_at is not None]
    return max(sent, key=lambda draw: (draw.sent_at or 0, draw.id), default=None)


class Late:
    """Those who come once people are in groups, by what these were drawn from."""

    def __init__(self, state: State, asked: Sequence[QuestionId]) -> None:
        self.rooms = group_rooms(state)
        self.asked = asked
        places = {room.id: number for number, room in enumerate(self.rooms)}
        seated = [person for person in state.all(Participant) if person.is_counted and person.room in places]
        given = [answers_of(state, person.id) for person in seated]
        self.fitting = Fitting(
            [Bounds(least=room.least or 0, most=room.capacity) for room in self.rooms],
            [places[person.room] for person in seated],
            [[answers.get(question) for answers in given] for question in asked],
        )

    def place(self, answers: Mapping[QuestionId, OptionId]) -> Room | None:
        """Where somebody fits in, who is there from then on; None where all are full."""
        values = [answers.get(question) for question in self.asked]
        best = next(iter(self.fitting.order(values)), None)
        if best is None:
            return None
        self.fitting.enter(best, values)
        return self.rooms[best]


def best_place(state: State, answers: Mapping[QuestionId, OptionId]) -> Room | None:
    draw = last_sent(state)
    return Late(state, draw.plan.questions if draw else ()).place(answers)


def guarded(balance: Sequence[DrawBalance]) -> tuple[DrawBalance, ...]:
    """Without the numbers that are so small that one could guess who they are, or count out who they are from the size
    of the group; and nothing by group of what nobody may have to say."""
    return tuple(_guarded(each) for each in balance if each.tier is not Tier.SENSITIVE)


def _guarded(balance: DrawBalance) -> DrawBalance:
    columns = [told_of_group(counts) for counts in zip(*(share.counts for share in balance.shares), strict=True)]
    rows = zip(*columns, strict=True)
    shares = tuple(Answered(text=share.text, counts=row) for share, row in zip(balance.shares, rows, strict=True))
    return msgspec.structs.replace(balance, shares=shares)


def told_of_group(counts: Sequence[int | None]) -> tuple[int | None, ...]:
    """How many gave each answer. Everybody knows how large a group is, so what is kept back must be of as many people,
    and of two answers: the next smaller number goes with it. Where all said the same each of them would be known."""
    given = [place for place, count in enumerate(counts) if count]
    told = sorted((place for place in given if (counts[place] or 0) >= FEWEST), key=lambda place: -(counts[place] or 0))
    kept_back = [place for place in given if place not in told]
    if len(given) == 1:
        told = []
    while told and kept_back and (len(kept_back) == 1 or sum(counts[place] or 0 for place in kept_back) < FEWEST):
        kept_back.append(told.pop())
    return tuple(count if place in told else None for place, count in enumerate(counts))


def forget_rows(on: Deciding, id: ParticipantId) -> None:
    """Somebody takes their answers back: proposals that hold them are no more than seats, and those by which people
    were sent no more than figures. Without one row the sum is another, so the sheet goes whole."""
    person = on.participant(id)
    for draw in list(on.all(Draw)):
        if id in draw.rows:
            on.change(draw, rows=(), sheet="")
        elif (
            draw.sheet and draw.sent_at is not None and person.role is Role.PARTICIPANT and person.joined_at <= draw.at
        ):
            on.change(draw, sheet="", balance=guarded(draw.balance))


def forget_column(on: Deciding, question: QuestionId) -> None:
    """A question is asked no more: proposals weigh it no more, and without its column no sum comes out as it did."""
    for draw in [draw for draw in on.all(Draw) if question in draw.plan.questions]:
        kept = tuple(each for each in draw.plan.questions if each != question)
        if draw.sent_at is not None:
            on.change(draw, sheet="")
        else:
            on.change(draw, plan=msgspec.structs.replace(draw.plan, questions=kept), rows=(), sheet="")
