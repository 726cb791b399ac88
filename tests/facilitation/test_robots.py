from __future__ import annotations

import random
from dataclasses import replace

import pytest

from facilitation.agenda import AddStep, StartStep
from facilitation.floor import GiveFloor
from facilitation.founding import CloseWorkshop, Found
from facilitation.groups import AddRoom, ChooseGroup, Filling, OpenGroups
from facilitation.people import Join
from facilitation.releasing import SetReady
from facilitation.robots import Script, Sending, Sight, name_of, script_of, sending, wish
from facilitation.stage import Interpret, Mute, SetStage, SwitchMedia, Unmute
from facilitation.workshop import decide
from rooms.activities.ballot import CastBallot
from rooms.activities.board import Board, BoardPlan, Column, Note, RevealBoard, Voting, WriteNote
from rooms.activities.dots import Dot, PlaceDots, SetVoting
from rooms.activities.poll import AddPoll, OpenPoll, Poll
from rooms.activities.question import Question
from rooms.agenda import Media, Room, RoomKind, Stage, Step, Workshop
from rooms.audience import audience_of, own, view
from rooms.chance import Chance
from rooms.command import Command
from rooms.deciding import SYSTEM, Actor
from rooms.ids import ColumnId, ParticipantId, RoomId, WorkshopId
from rooms.moderation import Flag
from rooms.people import Participant
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.state import State

SCRIPT = Script(("One idea.", "Another idea."), ("I agree.",))
PLAN = BoardPlan(columns=(Column(id=ColumnId("a"), title="Ideas"),), dots=2)


class House:
    """A workshop driven by commands, and what a robot in it sees."""

    def __init__(self) -> None:
        self.state = State()
        self.chance = Chance(random.Random(1))
        self.dice = random.Random(2)
        self.staff, self.robot = Actor(ParticipantId("staff")), Actor(ParticipantId("robot"))
        self.do(Found(workshop=WorkshopId("w"), title="T", plenary="P", backstage="B"), SYSTEM)
        self.do(Join(participant=ParticipantId("staff"), name="Staff", role=Role.ORGANIZER), SYSTEM)
        self.do(Join(participant=ParticipantId("robot"), name="Robot"), SYSTEM)

    def do(self, command: Command, by: Actor) -> None:
        changes = decide(self.state, command, by, 1_000, self.chance)
        assert not isinstance(changes, Refused), changes.code
        self.state.apply(changes)
        self.state.head += 1

    def sight(self) -> Sight:
        return self.sight_of("robot")

    def sight_of(self, id: str) -> Sight:
        person = self.state.find(Participant, id)
        seen, mine = State(), State()
        for entity in view(audience_of(person.role, person.room), self.state):
            seen.put(entity)
        for entity in own([person.id], self.state):
            seen.put(entity)
            mine.put(entity)
        return Sight(person.id, person.room, seen, mine)

    def wish(self, turn: int = 0, script: Script = SCRIPT) -> Command | None:
        return wish(self.sight(), script, turn, self.dice)

    def wished(self, kind: type[Command], script: Script = SCRIPT, turns: int = 60) -> list[Command]:
        """Play turns until the robot only listens; what it did of this kind. All of it was accepted."""
        done: list[Command] = []
        for turn in range(turns):
            if (command := self.wish(turn, script)) is not None:
                self.do(command, self.robot)
                done.append(command)
        return [command for command in done if isinstance(command, kind)]

    @property
    def board(self) -> Board:
        return next(self.state.all(Board))

    def at_board(self) -> House:
        self.do(AddStep(title="Ideas", plenary=PLAN), self.staff)
        self.do(StartStep(step=next(self.state.all(Step)).id, seen=None), self.staff)
        return self


@pytest.fixture
def house() -> House:
    return House()


def test_the_same_dice_make_the_same_choices() -> None:
    one, other = House().at_board(), House().at_board()
    assert [one.wish(turn) for turn in range(9)] == [other.wish(turn) for turn in range(9)]


def test_a_robot_writes_a_few_notes_and_then_no_more(house: House) -> None:
    assert len(house.at_board().wished(WriteNote)) == 4
    assert {note.text for note in house.state.all(Note)} <= set(SCRIPT.notes)


def test_a_robot_spends_all_its_dots(house: House) -> None:
    house.at_board().wished(WriteNote)
    house.do(RevealBoard(activity=house.board.id), house.staff)
    house.do(SetVoting(activity=house.board.id, voting=Voting.OPEN), house.staff)
    house.wished(PlaceDots)
    assert sum(dot.count for dot in house.state.all(Dot)) == PLAN.dots


def test_a_robot_answers_an_open_poll_once(house: House) -> None:
    house.at_board()
    house.do(AddPoll(activity=house.board.id, question=Question(text="Now?", options=("Yes", "No"))), house.staff)
    poll = next(house.state.all(Poll))
    assert not house.wished(CastBallot)
    house.do(OpenPoll(poll=poll.id), house.staff)
    assert len(house.wished(CastBallot)) == 1


def test_a_robot_chooses_a_group_when_asked_to(house: House) -> None:
    house.do(AddRoom(name="Group"), house.staff)
    house.do(OpenGroups(filling=Filling.CHOOSE), house.staff)
    assert len(house.wished(ChooseGroup)) == 1


def test_a_robot_that_lives_reports_one_note_of_another_and_says_once_that_it_is_ready(house: House) -> None:
    house.at_board().wished(WriteNote)
    house.do(RevealBoard(activity=house.board.id), house.staff)
    house.do(WriteNote(activity=house.board.id, column=ColumnId("a"), text="Of staff."), house.staff)
    (ready,) = house.wished(SetReady, replace(SCRIPT, lives=True), turns=900)
    assert ready == SetReady(step=house.board.step)
    (flag,) = house.state.all(Flag)
    assert house.state.find(Note, flag.about).text == "Of staff."


def test_a_robot_is_silent_once_the_workshop_is_closed(house: House) -> None:
    house.at_board()
    house.do(CloseWorkshop(), house.staff)
    assert next(house.state.all(Workshop)).closed_at is not None
    assert house.wish() is None


def test_texts_are_dealt_out_among_the_robots() -> None:
    texts = [f"text {n}" for n in range(10)]
    dealt = [text for number in range(3) for text in script_of(number, 3, "fr", texts).notes]
    assert sorted(dealt) == sorted(texts)


def test_more_robots_than_texts_begin_with_different_ones() -> None:
    assert [script_of(number, 4, "en", ("a", "b")).note(0) for number in range(4)] == ["a", "b", "a", "b"]


@pytest.mark.parametrize("language", ["fr", "en", "ar", "de"])
def test_every_language_has_words(language: str) -> None:
    script = script_of(0, 1, language)
    assert script.notes
    assert script.remarks


def test_a_robots_name_says_what_it_is() -> None:
    assert name_of(0).endswith("(robot 1)")
    assert len({name_of(number) for number in range(200)}) == 200


# -- with voice and face ------------------------------------------------------------------------------------------

ME = ParticipantId("robot")
SOMEBODY = frozenset({ParticipantId("staff")})
LISTENS = Sending(microphone=True, camera=True)
TALKS = Sending(microphone=True, camera=True, speaks=True)


@pytest.fixture
def plenary(house: House) -> str:
    return next(room.id for room in house.state.all(Room) if room.room_kind is RoomKind.PLENARY)


def sent(house: House, so_far: Sending = LISTENS, voices: frozenset[ParticipantId] = frozenset()) -> set[Sending]:
    """All that a robot may send in the next second, whatever the dice say."""
    return {sending(house.sight(), SCRIPT, so_far, voices, house.dice) for _ in range(200)}


def test_a_robot_speaks_now_and_then_with_microphone_and_camera_on(house: House) -> None:
    assert sent(house) == {LISTENS, TALKS}
    assert sent(house, TALKS, frozenset({ME})) == {LISTENS, TALKS}


def test_a_robot_waits_while_another_speaks_and_gives_way(house: House) -> None:
    assert sent(house, LISTENS, SOMEBODY) == {LISTENS}
    stops = [sending(house.sight(), SCRIPT, TALKS, SOMEBODY, house.dice) == LISTENS for _ in range(400)]
    assert 150 < sum(stops) < 250


def test_a_robot_sends_what_is_switched_on(house: House) -> None:
    house.do(SwitchMedia(media=Media.AUDIO), house.staff)
    assert sent(house) == {Sending(microphone=True), Sending(microphone=True, speaks=True)}
    house.do(SwitchMedia(media=Media.TEXT), house.staff)
    assert sent(house) == {Sending()}


def test_a_muted_robot_shows_its_face_and_says_nothing(house: House) -> None:
    house.do(Mute(person=ME), house.staff)
    assert sent(house, TALKS) == {Sending(camera=True)}


def test_a_robot_without_a_camera_is_only_heard(house: House) -> None:
    quiet = Script(("a",), ("b",), has_camera=False)
    assert not any(sending(house.sight(), quiet, TALKS, (), house.dice).camera for _ in range(20))
    assert {script_of(number, 9, "en").has_camera for number in range(9)} == {True, False}


def test_a_robot_waits_for_the_floor(house: House, plenary: str) -> None:
    house.do(SetStage(room=RoomId(plenary), stage=Stage.SPEAKERS), house.staff)
    assert sent(house, TALKS) == {Sending()}
    house.do(GiveFloor(person=ME), house.staff)
    assert sent(house) == {LISTENS, TALKS}


def test_a_muted_robot_with_the_floor_opens_its_microphone(house: House, plenary: str) -> None:
    house.do(SetStage(room=RoomId(plenary), stage=Stage.SPEAKERS), house.staff)
    house.do(Mute(person=ME), house.staff)
    assert not house.wished(Unmute)
    house.do(GiveFloor(person=ME), house.staff)
    assert house.wish() == Unmute(person=ME)


def test_a_muted_robot_takes_part_again_where_everybody_may_speak(house: House) -> None:
    house.do(Mute(person=ME), house.staff)
    assert len(house.wished(Unmute)) == 1


def test_an_interpreting_robot_speaks_while_others_do(house: House) -> None:
    house.do(Interpret(person=ME, language="ar"), house.staff)
    assert sent(house, LISTENS, SOMEBODY) == {TALKS}
    assert sent(house, TALKS, frozenset({ME})) == {LISTENS}


def test_robots_that_watch_send_nothing(house: House) -> None:
    house.do(Join(participant=ParticipantId("viewer"), name="Viewer", role=Role.VIEWER), SYSTEM)
    assert sending(house.sight_of("viewer"), SCRIPT, TALKS, (), house.dice) == Sending()


def test_a_room_of_robots_talks_one_at_a_time_mostly(house: House) -> None:
    robots = [ME, *(ParticipantId(f"robot{number}") for number in range(7))]
    for id in robots[1:]:
        house.do(Join(participant=id, name=id), SYSTEM)
    sights = {id: house.sight_of(id) for id in robots}
    now = dict.fromkeys(robots, LISTENS)
    at_once = []
    for _ in range(1_000):
        voices = frozenset(id for id in robots if now[id].speaks)
        now = {id: sending(sights[id], SCRIPT, now[id], voices, house.dice) for id in robots}
        at_once.append(len(voices))
    assert sum(count >= 1 for count in at_once) > 600
    assert sum(count > 2 for count in at_once) < 50
