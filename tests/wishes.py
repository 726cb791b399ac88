"""Anything a browser might ask for, mostly sensible: every command of the union, filled from what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Any, get_args

import msgspec
from msgspec import inspect

from facilitation.workshop import AnyCommand
from rooms.activities.discussion import Message
from rooms.activities.gallery import Gallery
from rooms.activities.poll import Poll, PollState
from rooms.activities.question import Way
from rooms.activities.report_out import ReportOut
from rooms.agenda import AnyPlan, Room, Step, Workshop
from rooms.floor import FloorTurn, Hand, Policy
from rooms.people import Participant
from rooms.rotation import Rotated, Rotation
from rooms.speech import Nudge
from rooms.state import State
from tests.table import MINUTE

KINDS = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyCommand)}
PLANS = sorted(str(kind.__struct_config__.tag) for kind in get_args(AnyPlan))

# Which records the ids in a command name.
NAMED: dict[str, tuple[str, ...]] = {
    "note": ("note",),
    "onto": ("note",),
    "step": ("step",),
    "last": ("step",),
    "activity": (
        "board",
        "discussion",
        "poll_activity",
        "conclusion_activity",
        "report_out_activity",
        "gallery",
        "info",
        "break",
    ),
    "remark": ("remark",),
    "room": ("room",),
    "person": ("participant",),
    "to": ("participant",),
    "message": ("message",),
    "stack": ("stack",),
    "comment": ("comment",),
    "poll": ("poll",),
    "conclusion": ("conclusion",),
    "citation": ("citation",),
    "statement": ("statement",),
    "into": ("statement", "step"),
    "turn": ("floor_turn",),
    "alternate_by": ("registration_question",),
    "about": ("note", "note", "comment", "message", "conclusion"),
    "asked": ("registration_question",),
    "draw": ("draw",),
}
TEXTS = ["Un banc", "Des arbres", "été", "e\u0301te\u0301", "هل نزرع؟", "👩🏽‍🌾", "\u202eabc"]
BAD_TEXTS = [" ", "", "a\x00", "x" * 20_001, None, 5]
COLUMNS = [{"id": "good", "title": "Bien"}, {"id": "bad", "title": "Mal"}]


def question(dice: Random) -> dict[str, Any]:
    options = ["oui", "non", "peut-être"]
    return {"text": "Et ?", "options": options, "most": dice.randint(1, 3), "way": dice.choice(["named", "hands"])}


def board(dice: Random) -> dict[str, Any]:
    return {
        "kind": "board",
        "columns": dice.choice([COLUMNS, COLUMNS, COLUMNS[:1]]),
        "hidden": dice.random() < 0.4,
        "anonymous": dice.random() < 0.4,
        "sorting": dice.choice(["everyone", "everyone", "staff"]),
        "dots": dice.randint(0, 4),
        "dots_per_note": dice.randint(1, 3),
    }


def plan(dice: Random) -> dict[str, Any]:
    match kind := dice.choice([*PLANS, "board", "board", "board"]):
        case "board":
            return board(dice)
        case "poll":
            return {"kind": kind, "questions": [question(dice) for _ in range(dice.randint(0, 2))]}
    return {"kind": kind}


def maybe(value: Callable[[Random], Any]) -> Callable[[Random], Any]:
    return lambda dice: value(dice) if dice.random() < 0.7 else None


VALUES: dict[str, Callable[[Random], Any]] = {
    "column": lambda dice: dice.choice(["good", "good", "bad"]),
    "plan": plan,
    "plenary": maybe(plan),
    "groups": maybe(plan),
    "question": question,
    "choices": lambda dice: dice.sample(["1", "2", "3"], dice.choice([0, 1, 1, 1, 2])),
    "scores": lambda dice: {option: dice.randint(0, 6) for option in dice.sample(["1", "2", "3"], dice.randint(0, 2))},
    "words": lambda dice: dice.sample(TEXTS, dice.choice([0, 0, 1])),
    "quorum": lambda dice: dice.choice([0, 0, 40]),
    "required": lambda dice: dice.choice([0, 50]),
    "votes": lambda dice: [dice.randint(0, 9) for _ in range(3)],
    "count": lambda dice: dice.choice([0, 1, 1, 1, 2]),
    "hosts": lambda dice: {},
    "steps": lambda dice: [{"title": "Un", "minutes": 5, "groups": plan(dice)}, {"title": "Deux"}],
    "capacity": maybe(lambda dice: dice.randint(1, 4)),
    "plenary_most": maybe(lambda dice: dice.choice([2, 300])),
    "retention": lambda dice: {"identity": dice.randint(1, 900), "texts": dice.choice([None, 30])},
    "minutes": lambda dice: dice.randint(1, 30),
    "language": lambda dice: dice.choice(["fr", "ar", ""]),
    "time_zone": lambda dice: "Europe/Paris",
    "options": lambda dice: ["pour", "contre", "rien"],
    "policy": lambda dice: dice.choice(list(Policy)).value,
    "turn_s": lambda dice: dice.choice([0, 60]),
    "seats": lambda dice: dice.randint(1, 3),
    "least": maybe(lambda dice: dice.randint(1, 3)),
    "asking": lambda dice: {"title": "D'où ?", "options": dice.sample(TEXTS, 2), "required": dice.random() < 0.2},
    "facilitators": lambda dice: [],
    "actions": lambda dice: dice.choice([["enter"], ["enter"], ["enter", "vote"]]),
    "field": lambda dice: dice.choice(["agreed", "agreed", "minority", "none"]),
}
AT_WORK = ("step.pause", "step.resume", "ready.set", "gallery.turn", "gallery.extend")
"""What is asked of the running step alone."""
TIMES = ("at", "closes_at", "ends_at")
ROWS = {"step": "step", "statement": "statement", "steps": "step"}
"""What stands in order, by what the command is about."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where and when somebody asks."""

    state: State
    now: int
    room: str
    dice: Random


def wish(kind: str, at: Moment) -> dict[str, Any]:
    """A command of this kind. Now and then one of its fields is a wild one."""
    fields: dict[str, Any] = two_steps(at) if kind == "step.merge" else {}
    for field in msgspec.structs.fields(KINDS[kind]):
        name = field.encode_name
        if name not in fields and (field.required or at.dice.random() < 0.6):
            fields[name] = wild(at) if at.dice.random() < 0.03 else value(kind, name, at)
    return {"type": kind, **fields}


def two_steps(at: Moment) -> dict[str, Any]:
    """Which follow one another and have not begun."""
    steps = sorted(at.state.all(Step), key=lambda step: (step.order, step.id))
    pairs = [pair for pair in pairwise(steps) if not any(step.has_begun for step in pair)]
    if not pairs:
        return {"seen": 0}
    first, later = at.dice.choice(pairs)
    return {"into": first.id, "step": later.id, "seen": first.minutes + later.minutes}


def wild(at: Moment) -> Any:
    """What does not belong there: a bad text, or the id of anything at all."""
    return at.dice.choice([*BAD_TEXTS, "none", -1, [], {}, *(entity.id for entity in at.state)])


def value(kind: str, name: str, at: Moment) -> Any:
    if name == "seen":
        return seen(kind, at)
    if kind == "hand.move" and name == "after":
        return at.dice.choice([None, named("person", at)])
    if name == "after":
        return at.dice.choice([None, *ids(at.state, ROWS.get(kind.partition(".")[0], "note"))])
    if (kind, name) == ("agenda.shorten", "steps"):
        return [
            {"step": step.id, "minutes": 3, "seen": step.minutes} for step in at.state.all(Step) if not step.has_begun
        ]
    if name in ("source", "sources", "rooms"):
        return reported(name, at)
    if name == "knocks":
        return ids(at.state, "knock") or ["none"]
    if name == "words" and kind != "ballot.cast":
        return at.dice.choice(TEXTS)
    if name in ("answers", "pins", "together", "apart"):
        return composed(name, at)
    if (kind, name) == ("room.merge", "into"):
        name = "room"
    if kind.startswith("gallery.") and name in ("step", "turn"):
        return running(at.state) if name == "step" else at.dice.choice([0, 1, 1, 2])
    if name == "step" and kind in AT_WORK:
        return running(at.state)
    if name in WAITING and (things := list(WAITING[name](kind, at.state))):
        return at.dice.choice(things)
    if (kind, name) == ("nudge.dismiss", "at"):
        return next((nudge.at for nudge in at.state.all(Nudge) if not nudge.dismissed), 0)
    if name in NAMED:
        return named(name, at)
    if name in TIMES:
        return at.now + at.dice.randint(0, 10) * MINUTE
    return VALUES[name](at.dice) if name in VALUES else of_type(KINDS[kind], name, at.dice)


def asked_of(kind: str, state: State) -> Iterator[str]:
    """The people it makes sense to ask this of, where it does not of all."""
    match kind:
        case "hand.move" | "hand.decline" | "floor.give":
            yield from (hand.participant for hand in state.all(Hand))
        case "floor.pause" | "floor.resume" | "floor.take":
            yield from (turn.participant for turn in state.all(FloorTurn) if turn.ended_at is None)
        case "person.readmit":
            yield from (person.id for person in state.all(Participant) if person.removed_at is not None)


def asked_about(kind: str, state: State) -> Iterator[str]:
    """The messages, polls, turns and rooms of which the same is true."""
    match kind:
        case "message.settle":
            yield from (message.id for message in state.all(Message) if message.waits)
        case "poll.count":
            yield from (poll.id for poll in state.all(Poll) if poll.way is Way.HANDS and poll.state is PollState.OPEN)
        case "poll.withdraw":
            yield from (poll.id for poll in state.all(Poll) if poll.state is PollState.OPEN and not poll.turnout)
        case "turn.say":
            yield from (turn.id for turn in state.all(FloorTurn) if turn.writes)
        case "room.advance":
            yield from (room.id for room in state.all(Room) if room.is_released)


WAITING: dict[str, Callable[[str, State], Iterator[str]]] = {
    "person": asked_of,
    **dict.fromkeys(("message", "poll", "turn", "room"), asked_about),
}


def asker(kind: str, state: State) -> str | None:
    """Who alone can ask for it, if there is such a one."""
    match kind:
        case "turn.say" | "turn.write":
            return next((turn.participant for turn in state.all(FloorTurn) if turn.ended_at is None), None)
        case "nudge.dismiss":
            return next((nudge.participant for nudge in state.all(Nudge) if not nudge.dismissed), None)
    return None


def seen(kind: str, at: Moment) -> Any:
    """What somebody had before them who asks for this."""
    if kind in ("note.edit", "statement.edit", "statement.merge"):
        return at.state.head
    if kind == "floor.give":
        under_way = [turn.participant for turn in at.state.all(FloorTurn) if turn.ended_at is None]
        return at.dice.choice([None, *under_way])
    if kind in ("rotation.apply", "rotation.undo"):
        about = Rotation if kind == "rotation.apply" else Rotated
        return max((rotation.rev for rotation in at.state.all(about)), default=0)
    if kind == "gallery.turn":
        return max((gallery.turn for gallery in at.state.all(Gallery) if gallery.step == running(at.state)), default=0)
    if kind in ("workshop.lead", "person.move", "draw.rule"):
        return None
    if kind == "report_out.present":
        return at.dice.choice([None, *(report.presenting for report in at.state.all(ReportOut))])
    if kind == "step.extend":
        return at.dice.choice([step.ends_at for step in at.state.all(Step)] or [0])
    if kind == "workshop.put_off":
        return next(workshop.ends_at for workshop in at.state.all(Workshop))
    if kind == "room.advance":
        return at.dice.choice([room.step for room in at.state.all(Room) if room.step] or [running(at.state)])
    return running(at.state)


def reported(name: str, at: Moment) -> Any:
    """Rooms in any order, or words of any conclusion."""
    if name == "rooms":
        return at.dice.sample(every := ids(at.state, "room"), at.dice.randint(0, min(3, len(every))))
    source = {"conclusion": named("conclusion", at), "field": "agreed", "words": "Un banc"}
    return source if name == "source" else at.dice.choice([[], [], [source]])


def composed(name: str, at: Moment) -> Any:
    """Answers to what is asked, or rules about a few people."""
    if name == "answers":
        return {id: str(at.dice.randint(1, 3)) for id in ids(at.state, "registration_question")}
    people = at.dice.sample(every := ids(at.state, "participant"), min(2, len(every)))
    if name == "pins":
        return {person: named("room", at) for person in people}
    return [people] if len(people) > 1 and at.dice.random() < 0.5 else []


def named(name: str, at: Moment) -> str:
    """Mostly something that is here and now."""
    every = [entity for of in NAMED[name] for entity in at.state.shelf("kind", of)]
    step = running(at.state)
    here = [thing for thing in every if thing.place in (None, at.room) and getattr(thing, "step", step) == step]
    things = here if here and at.dice.random() < 0.85 else every
    return at.dice.choice([thing.id for thing in things] or ["none"])


def ids(state: State, kind: str) -> list[str]:
    return [entity.id for entity in state.shelf("kind", kind)]


def running(state: State) -> str | None:
    (step,) = (getattr(workshop, "step", None) for workshop in state.shelf("kind", "workshop"))
    return step


def of_type(command: type, name: str, dice: Random) -> Any:
    """Texts, truths and choices, from the type of the field."""
    (field,) = (field for field in struct_fields(command) if field.encode_name == name)
    kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
    for kind in kinds:
        match kind:
            case inspect.EnumType():
                return dice.choice([item.value for item in kind.cls])
            case inspect.BoolType():
                return dice.random() < 0.7
            case inspect.StrType():
                return dice.choice(TEXTS)
    raise AssertionError(f"no values for {command.__name__}.{name}")


def struct_fields(command: type) -> Iterator[inspect.Field]:
    shape = inspect.type_info(command)
    assert isinstance(shape, inspect.StructType)
    yield from shape.fields
