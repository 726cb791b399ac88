"""The one decide: the closed union, permissions by role, malformed commands, and refusals that change nothing."""

from typing import Any, get_args

import msgspec
import pytest

from facilitation.doors import KnockAtDoor
from facilitation.drawing import DrawPlan
from facilitation.founding import CloseWorkshop, EditWorkshop, Found
from facilitation.groups import EndGroups
from facilitation.identity import Identify
from facilitation.merging import EndRoom
from facilitation.people import Arrive, Join, Leave
from facilitation.proposing import RecordDraw
from facilitation.removing import ComeBack
from facilitation.retention import PurgeData
from facilitation.shares import AddSpeech
from facilitation.template import LayOut, Template
from facilitation.workshop import AnyCommand, AnyEntity, AnySystemCommand, decode, decode_due
from rooms.activities.ballot import TellTurnout
from rooms.activities.conclusion import RecordConclusion
from rooms.activities.info import AddFile
from rooms.activities.poll import ClosePoll
from rooms.activities.seeding import SeedNotes
from rooms.command import SystemCommand
from rooms.deciding import Actor
from rooms.entity import Changes
from rooms.identity import Identity
from rooms.ids import ActivityId, ColumnId, ConclusionId, DrawId, FileId, ParticipantId, PollId, RoomId, WorkshopId
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.retention import Data
from rooms.speech import Spoken
from tests.cast import Cast
from tests.table import Person

BOARD = {"kind": "board", "columns": [{"id": "a", "title": "A"}]}
QUESTION = {"text": "?", "options": ["oui", "non"]}
VOTE = ["pour", "contre", "rien"]
SOURCE = {"conclusion": "x", "field": "agreed", "words": "a"}

# What each browser command needs, and the least role that may give it.
COMMANDS: dict[str, tuple[Role, dict[str, Any]]] = {
    "step.add": (Role.FACILITATOR, {"title": "Idées"}),
    "step.edit": (Role.FACILITATOR, {"step": "x", "title": "Idées", "minutes": 5}),
    "step.move": (Role.FACILITATOR, {"step": "x"}),
    "step.drop": (Role.FACILITATOR, {"step": "x"}),
    "steps.drop": (Role.FACILITATOR, {"steps": ["x"]}),
    "step.start": (Role.FACILITATOR, {"step": "x", "seen": None}),
    "workshop.doors": (Role.FACILITATOR, {"doors": "locked"}),
    "workshop.identity": (Role.ORGANIZER, {"identity": "email"}),
    "door.admit": (Role.FACILITATOR, {"knocks": ["x"]}),
    "door.turn_away": (Role.FACILITATOR, {"knocks": ["x"]}),
    "person.remove": (Role.FACILITATOR, {"person": "ana"}),
    "person.ban": (Role.FACILITATOR, {"person": "ana", "reason": "insult"}),
    "person.readmit": (Role.FACILITATOR, {"person": "ana"}),
    "text.flag": (Role.VIEWER, {"about": "x", "reason": "insult"}),
    "text.hide": (Role.FACILITATOR, {"about": "x", "reason": "insult"}),
    "text.show": (Role.FACILITATOR, {"about": "x"}),
    "flag.settle": (Role.FACILITATOR, {"about": "x"}),
    "room.moderate": (Role.FACILITATOR, {"room": "x", "moderated": True}),
    "step.extend": (Role.FACILITATOR, {"step": "x", "ends_at": 1}),
    "activity.plan": (Role.FACILITATOR, {"step": "x", "plan": BOARD}),
    "activity.clear": (Role.FACILITATOR, {"activity": "x"}),
    "step.pause": (Role.FACILITATOR, {"step": "x"}),
    "step.resume": (Role.FACILITATOR, {"step": "x"}),
    "step.skip": (Role.FACILITATOR, {"step": "x"}),
    "step.back": (Role.FACILITATOR, {"step": "x", "seen": "y"}),
    "step.merge": (Role.FACILITATOR, {"step": "x", "into": "y", "title": "Un", "minutes": 5, "seen": 10}),
    "agenda.shorten": (Role.FACILITATOR, {"steps": [{"step": "x", "minutes": 5, "seen": 10}]}),
    "workshop.put_off": (Role.FACILITATOR, {"ends_at": 1, "seen": None}),
    "ready.set": (Role.PARTICIPANT, {"step": "x"}),
    "room.release": (Role.FACILITATOR, {"rooms": ["x"], "last": "x"}),
    "room.recall": (Role.FACILITATOR, {"rooms": ["x"]}),
    "room.advance": (Role.FACILITATOR, {"room": "x", "step": "x", "seen": "x"}),
    "room.add": (Role.FACILITATOR, {"name": "Un"}),
    "room.edit": (Role.FACILITATOR, {"room": "x", "name": "Un"}),
    "room.drop": (Role.FACILITATOR, {"room": "x"}),
    "room.merge": (Role.FACILITATOR, {"room": "x", "into": "y"}),
    "room.keep": (Role.FACILITATOR, {"room": "x"}),
    "room.assign": (Role.FACILITATOR, {"room": "x", "facilitators": []}),
    "workshop.lead": (Role.FACILITATOR, {"person": None, "seen": None}),
    "groups.open": (Role.FACILITATOR, {}),
    "group.choose": (Role.PARTICIPANT, {"room": "x"}),
    "groups.close": (Role.FACILITATOR, {"at": None}),
    "groups.rank": (Role.FACILITATOR, {"open": False}),
    "draw.move": (Role.FACILITATOR, {"draw": "x", "person": "ana", "room": None}),
    "draw.rule": (Role.FACILITATOR, {"draw": "x", "pins": {}, "together": [], "apart": []}),
    "draw.keep": (Role.FACILITATOR, {"draw": "x", "title": "T"}),
    "draw.drop": (Role.FACILITATOR, {"draw": "x"}),
    "registration.ask": (Role.FACILITATOR, {"asking": {"title": "T", "options": ["a", "b"]}}),
    "registration.edit": (Role.FACILITATOR, {"asked": "x", "asking": {"title": "T", "options": ["a", "b"]}}),
    "registration.drop": (Role.FACILITATOR, {"asked": "x"}),
    "registration.answer": (Role.PARTICIPANT, {"answers": {}}),
    "registration.forget": (Role.VIEWER, {}),
    "preference.rank": (Role.PARTICIPANT, {"rooms": []}),
    "person.move": (Role.FACILITATOR, {"person": "x", "room": "x"}),
    "person.rename": (Role.FACILITATOR, {"person": "ana", "name": "Anna"}),
    "workshop.edit": (Role.ORGANIZER, {"title": "T", "language": "fr", "time_zone": "Europe/Paris"}),
    "workshop.close": (Role.ORGANIZER, {}),
    "workshop.retain": (Role.ORGANIZER, {"retention": {"identity": 30}}),
    "person.erase": (Role.ORGANIZER, {"person": "ana"}),
    "workshop.media": (Role.FACILITATOR, {"media": "audio"}),
    "room.stage": (Role.FACILITATOR, {"room": "x", "stage": "speakers"}),
    "room.mute": (Role.FACILITATOR, {"room": "x"}),
    "floor.give": (Role.FACILITATOR, {"person": "ana"}),
    "floor.take": (Role.FACILITATOR, {"person": "ana"}),
    "floor.pause": (Role.FACILITATOR, {"person": "ana"}),
    "floor.resume": (Role.FACILITATOR, {"person": "ana"}),
    "floor.set": (Role.FACILITATOR, {"room": "x", "policy": "first_come"}),
    "hand.raise": (Role.PARTICIPANT, {}),
    "hand.lower": (Role.FACILITATOR, {"person": "ana"}),
    "hand.decline": (Role.FACILITATOR, {"person": "ana"}),
    "hand.move": (Role.FACILITATOR, {"person": "ana"}),
    "turn.write": (Role.PARTICIPANT, {}),
    "turn.say": (Role.PARTICIPANT, {"turn": "x", "text": "a"}),
    "person.mute": (Role.FACILITATOR, {"person": "ana"}),
    "person.unmute": (Role.PARTICIPANT, {"person": "ana"}),
    "person.interpret": (Role.FACILITATOR, {"person": "ana", "language": "ar"}),
    "speech.measure": (Role.PARTICIPANT, {"measured": False}),
    "nudge.dismiss": (Role.PARTICIPANT, {"at": 1}),
    "workshop.nudge": (Role.FACILITATOR, {"nudges": False}),
    "message.send": (Role.PARTICIPANT, {"text": "a"}),
    "message.mark": (Role.FACILITATOR, {"message": "x"}),
    "message.settle": (Role.FACILITATOR, {"message": "x"}),
    "note.write": (Role.PARTICIPANT, {"activity": "x", "column": "a", "text": "a"}),
    "note.edit": (Role.PARTICIPANT, {"note": "x", "text": "a"}),
    "note.move": (Role.PARTICIPANT, {"note": "x", "column": "a"}),
    "note.drop": (Role.PARTICIPANT, {"note": "x"}),
    "note.stack": (Role.PARTICIPANT, {"note": "x", "onto": "y"}),
    "note.unstack": (Role.PARTICIPANT, {"note": "x"}),
    "stack.title": (Role.PARTICIPANT, {"stack": "x", "title": "a"}),
    "board.reveal": (Role.FACILITATOR, {"activity": "x"}),
    "board.vote": (Role.FACILITATOR, {"activity": "x", "voting": "open"}),
    "dot.place": (Role.PARTICIPANT, {"note": "x", "count": 1}),
    "comment.write": (Role.PARTICIPANT, {"note": "x", "text": "a"}),
    "comment.drop": (Role.PARTICIPANT, {"comment": "x"}),
    "poll.add": (Role.FACILITATOR, {"activity": "x", "question": QUESTION}),
    "poll.drop": (Role.FACILITATOR, {"poll": "x"}),
    "poll.open": (Role.FACILITATOR, {"poll": "x"}),
    "poll.withdraw": (Role.FACILITATOR, {"poll": "x"}),
    "poll.close": (Role.FACILITATOR, {"poll": "x"}),
    "poll.count": (Role.FACILITATOR, {"poll": "x", "votes": [1]}),
    "poll.publish": (Role.FACILITATOR, {"poll": "x"}),
    "ballot.cast": (Role.PARTICIPANT, {"poll": "x", "choices": ["1"]}),
    "citation.add": (Role.PARTICIPANT, {"conclusion": "x", "field": "agreed", "note": "y"}),
    "citation.drop": (Role.PARTICIPANT, {"citation": "x"}),
    "conclusion.freeze": (Role.FACILITATOR, {"conclusion": "x"}),
    "conclusion.reopen": (Role.FACILITATOR, {"conclusion": "x"}),
    "conclusion.put_to_vote": (Role.FACILITATOR, {"conclusion": "x", "text": "?", "options": VOTE}),
    "report_out.present": (Role.FACILITATOR, {"activity": "x", "room": None, "seen": None}),
    "report_out.show": (Role.FACILITATOR, {"activity": "x", "room": "x"}),
    "report_out.skip": (Role.FACILITATOR, {"activity": "x", "room": "x"}),
    "report_out.extend": (Role.FACILITATOR, {"activity": "x", "room": "x", "ends_at": 1}),
    "report_out.arrange": (Role.FACILITATOR, {"activity": "x", "rooms": []}),
    "step.opening": (Role.FACILITATOR, {"step": "x"}),
    "steps.insert": (Role.FACILITATOR, {"steps": [{"title": "a"}]}),
    "rotation.propose": (Role.FACILITATOR, {"moves": "next"}),
    "rotation.apply": (Role.FACILITATOR, {"seen": 1}),
    "rotation.drop": (Role.FACILITATOR, {}),
    "rotation.undo": (Role.FACILITATOR, {"seen": 1}),
    "gallery.turn": (Role.FACILITATOR, {"step": "x", "turn": 1, "seen": 0}),
    "gallery.extend": (Role.FACILITATOR, {"step": "x", "turn": 1, "ends_at": 1}),
    "remark.write": (Role.PARTICIPANT, {"activity": "x", "stance": "agree", "text": "a"}),
    "remark.drop": (Role.PARTICIPANT, {"remark": "x"}),
    "statement.add": (Role.FACILITATOR, {"activity": "x", "text": "a"}),
    "statement.edit": (Role.FACILITATOR, {"statement": "x", "text": "a"}),
    "statement.cite": (Role.FACILITATOR, {"statement": "x", "source": SOURCE}),
    "statement.stand": (Role.FACILITATOR, {"statement": "x", "room": "x", "stand": "for"}),
    "statement.move": (Role.FACILITATOR, {"statement": "x"}),
    "statement.merge": (Role.FACILITATOR, {"statement": "x", "into": "y", "text": "a"}),
    "statement.drop": (Role.FACILITATOR, {"statement": "x"}),
    "statement.freeze": (Role.FACILITATOR, {"statement": "x"}),
    "statement.report": (Role.FACILITATOR, {"statement": "x"}),
    "statement.put_to_vote": (Role.FACILITATOR, {"statement": "x", "text": "?", "options": VOTE}),
}
VOTES = ("dot.place", "ballot.cast", "ready.set")
RANK = list(Role)


def tags(union: object) -> set[str]:
    return {str(kind.__struct_config__.tag) for kind in get_args(union)}


def wish(cast: Cast, kind: str) -> dict[str, Any]:
    fields = {name: cast.ana.id if value == "ana" else value for name, value in COMMANDS[kind][1].items()}
    return {"type": kind, **fields}


def is_permitted(cast: Cast, person: Person, kind: str) -> bool:
    answer = cast.give(person, wish(cast, kind))
    return isinstance(answer, Changes) or answer.code != "not_allowed"


def test_every_command_is_listed_here() -> None:
    assert set(COMMANDS) == tags(AnyCommand)


@pytest.mark.parametrize("kind", COMMANDS)
def test_each_role_may_do_what_it_is_for(cast: Cast, kind: str) -> None:
    least = COMMANDS[kind][0]
    someone_else = cast.bob
    for person in (cast.vera, someone_else, cast.farid, cast.odile):
        expected = RANK.index(person.role) >= RANK.index(least)
        if kind in VOTES:
            expected = person.role is Role.PARTICIPANT
        assert is_permitted(cast, person, kind) == expected, person.role


@pytest.mark.parametrize("kind", COMMANDS)
def test_only_the_organizer_acts_once_the_workshop_is_closed(cast: Cast, kind: str) -> None:
    cast.do(cast.odile, CloseWorkshop())
    may = {Role.ORGANIZER: [cast.odile], Role.FACILITATOR: [cast.farid]}.get(COMMANDS[kind][0], [cast.bob])
    for person in may:
        answer = cast.give(person, wish(cast, kind))
        if kind in ("workshop.edit", "workshop.retain", "person.erase", "registration.forget"):
            assert isinstance(answer, Changes)
        else:
            assert isinstance(answer, Refused)
            assert answer.code == "workshop_closed"


@pytest.mark.parametrize("kind", COMMANDS)
def test_a_stranger_does_nothing(cast: Cast, kind: str) -> None:
    stranger = Person(ParticipantId("stranger"), Role.ORGANIZER)
    assert cast.refused(stranger, wish(cast, kind)).code == "unknown"


@pytest.mark.parametrize("kind", COMMANDS)
def test_a_field_nobody_knows_makes_a_command_invalid(cast: Cast, kind: str) -> None:
    assert cast.code(cast.odile, {**wish(cast, kind), "more": 1}) == "invalid"


@pytest.mark.parametrize("kind", [kind for kind, (_, fields) in COMMANDS.items() if fields])
def test_a_missing_or_mistaken_field_makes_a_command_invalid(cast: Cast, kind: str) -> None:
    fields = wish(cast, kind)
    for name in COMMANDS[kind][1]:
        assert cast.code(cast.odile, {**fields, name: {"not": ["this"]}}) == "invalid"
        assert cast.code(cast.odile, {**fields, name: 1.5}) == "invalid"
    assert cast.code(cast.odile, {"type": kind, "id": "x"}) == "invalid"


@pytest.mark.parametrize(
    "message",
    [
        None,
        1,
        "note.write",
        [],
        {},
        {"type": None},
        {"type": "note"},
        {"type": "workshop.found"},
        {"type": ["note.write"]},
    ],
)
def test_what_is_no_command_is_invalid(message: object) -> None:
    with pytest.raises(Refused) as refused:
        decode(message)
    assert refused.value.code == "invalid"


def test_nesting_without_end_is_invalid() -> None:
    message: Any = {}
    for _ in range(100_000):
        message = [message]
    with pytest.raises(Refused) as refused:
        decode({"type": "message.send", "text": message})
    assert refused.value.code == "invalid"


SYSTEM_COMMANDS = [
    RecordDraw(draw=DrawId("x"), plan=DrawPlan(), rows=(), rooms=(), seating=()),
    Found(workshop=WorkshopId("w2"), title="T", plenary="P", backstage="B"),
    Join(participant=ParticipantId("x"), name="X", role=Role.ORGANIZER),
    Arrive(participant=ParticipantId("x")),
    Leave(participant=ParticipantId("x"), at=1),
    EndGroups(at=1),
    EndRoom(room=RoomId("r"), at=1),
    AddFile(file=FileId("f"), name="n", media_type="text/plain", size=1, sha256="0"),
    TellTurnout(poll=PollId("p")),
    AddSpeech(spoken=(Spoken(participant=ParticipantId("x"), room=RoomId("r"), step=None, ms=1),)),
    PurgeData(data=Data.IDENTITY),
    RecordConclusion(conclusion=ConclusionId("c"), seen=1, texts={}, people=0, length=0),
    LayOut(template=Template(title="T")),
    SeedNotes(activity=ActivityId("b"), column=ColumnId("a"), seeds=()),
    KnockAtDoor(person=ParticipantId("x"), name="X", role=Role.PARTICIPANT),
    ComeBack(participant=ParticipantId("x")),
    Identify(person=ParticipantId("x"), mark="x", way=Identity.EMAIL),
]


def test_every_system_command_is_tried_here() -> None:
    assert {type(command) for command in SYSTEM_COMMANDS} == set(get_args(AnySystemCommand)) - {ClosePoll}


@pytest.mark.parametrize("command", SYSTEM_COMMANDS)
def test_people_do_not_give_the_systems_commands(cast: Cast, command: SystemCommand) -> None:
    assert cast.code(cast.odile, command) == "not_allowed"
    with pytest.raises(Refused) as refused:
        decode(msgspec.to_builtins(command))
    assert refused.value.code == "invalid"
    assert decode_due(msgspec.to_builtins(command)) == command


def test_what_only_a_person_can_do_the_system_does_not(cast: Cast) -> None:
    assert cast.code(None, decode({"type": "message.send", "text": "a"})) == "not_allowed"


def test_every_kind_of_record_and_command_has_a_name_of_its_own() -> None:
    assert len(tags(AnyEntity)) == len(get_args(AnyEntity))
    assert len(tags(AnyCommand)) == len(get_args(AnyCommand))


def test_an_actor_without_an_id_is_the_system() -> None:
    assert Actor() == Actor(None)


def test_a_title_is_edited_by_the_organizer(cast: Cast) -> None:
    edit = EditWorkshop(title=" Le\nparc ", language="ar", time_zone="Africa/Tunis")
    cast.do(cast.odile, edit)
    workshop = cast.workshop
    assert (workshop.title, workshop.language, workshop.time_zone) == ("Le parc", "ar", "Africa/Tunis")
    assert not cast.do(cast.odile, edit)
