"""A scripted facilitator, driven through an agenda by nothing but what it sees."""

from __future__ import annotations

import msgspec
import pytest

from facilitation.agenda import AddStep, OpenStepWith, StartStep
from facilitation.composing import compose
from facilitation.directing import direct
from facilitation.drawing import Draw, group_rooms, problem_of, rows_of
from facilitation.floor import GiveFloor, RaiseHand
from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups, Filling, OpenGroups
from facilitation.proposing import RecordDraw
from facilitation.releasing import ReleaseRooms
from facilitation.robots import Sight
from facilitation.rotating import ApplyRotation, ProposeRotation
from facilitation.ushering import Act, Compose
from rooms.activities.board import Board
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.gallery import Gallery, GalleryPlan, TurnGallery
from rooms.activities.poll import ClosePoll, CountHands, OpenPoll, PollPlan, PublishPoll
from rooms.activities.question import Question, Way
from rooms.agenda import Moves, Room, Stage, Step
from rooms.audience import own, view
from rooms.command import Command
from rooms.ids import DrawId
from rooms.state import State
from tests.cast import OPEN_BOARD, Cast

TALK = DiscussionPlan(title="Et ?")


class Led(Cast):
    """Odile asks for what the script says, and goes on from what he then sees."""

    def __init__(self) -> None:
        super().__init__(all_moves=False)
        self.citizens = [self.ana, self.bob, *(self.join(name) for name in ("Cléo", "Driss", "Élise", "Fanny"))]
        self.groups("Nord", "Sud", "Est")
        self.refused_acts: list[Act] = []
        self.done: list[Act] = []

    def plan(self, *steps: AddStep) -> list[Step]:
        planned: list[Step] = []
        for add in steps:
            last = planned[-1].id if planned else None
            planned.append(self.made(Step, self.odile, msgspec.structs.replace(add, after=last)))
        return planned

    def next(self, part: float) -> Act | None:
        walk = self.law.walks[self.odile.id]
        seen, mine = State(), State()
        for entity in view(walk.at, self.state):
            seen.put(entity)
        for entity in own([self.odile.id], self.state):
            mine.put(entity)
        sight = Sight(self.odile.id, self.record(self.odile).room, seen, mine)
        return direct(sight, part, self.now, self.refused_acts, self.done)

    def led(self, part: float) -> list[Act]:
        """All it does at this part of a step, until there is nothing more; it leaves the step no more than once."""
        acts: list[Act] = []
        while (act := self.next(part)) is not None:
            self.perform(act)
            acts.append(act)
            if isinstance(act, StartStep | CloseWorkshop):
                self.done.clear()
                break
            self.done.append(act)
        return acts

    def perform(self, act: Act) -> None:
        if isinstance(act, Command):
            self.do(self.odile, act)
            return
        people, staff = rows_of(self.state, act.plan)
        problem = problem_of(self.state, act.plan, people, staff)
        rooms = tuple(room.id for room in group_rooms(self.state))
        self.do(
            None,
            RecordDraw(
                draw=DrawId("draw"),
                plan=act.plan,
                rows=tuple(people),
                rooms=rooms,
                seating=compose(problem),
                problem=problem,
            ),
        )


def kinds(acts: list[Act]) -> list[type[Act]]:
    return [type(act) for act in acts]


@pytest.fixture
def led() -> Led:
    led = Led()
    led.plan(AddStep(title="Ensemble", plenary=TALK), AddStep(title="Apart", groups=OPEN_BOARD))
    return led


def test_groups_are_composed_the_first_time_and_the_same_again(led: Led) -> None:
    led.led(0)
    assert kinds(led.led(1)) == [StartStep]
    assert led.led(0.1)[1:] == [OpenGroups(draw=DrawId("draw"))]
    assert led.again(led.state.find(Draw, "draw")).sent_at is not None
    led.do(led.odile, CloseGroups(at=0))
    assert led.led(0.1) == [OpenGroups(filling=Filling.AGAIN)]


def test_where_composing_is_refused_people_are_drawn(led: Led) -> None:
    led.led(0)
    led.led(1)
    compose = led.next(0)
    assert isinstance(compose, Compose)
    led.refused_acts.append(compose)
    assert led.next(0) == OpenGroups()


def test_one_group_goes_on_by_itself_where_people_work_on_in_the_same_groups() -> None:
    led = Led()
    apart, on, _ = led.plan(
        AddStep(title="Apart", groups=OPEN_BOARD),
        AddStep(title="Plus loin", groups=OPEN_BOARD),
        AddStep(title="Tous", plenary=TALK),
    )
    led.led(0)
    assert ReleaseRooms not in kinds(led.led(0.2))
    (release,) = led.led(0.5)
    assert release == ReleaseRooms(rooms=(group_rooms(led.state)[-1].id,), last=on.id)
    assert led.led(0.6) == []
    assert led.led(1) == [StartStep(step=on.id, seen=apart.id)]
    assert kinds(led.led(1)) == [CloseGroups, StartStep]
    assert not any(room.is_released for room in led.state.all(Room))


def test_people_change_tables_once_before_the_step_that_asks_for_it() -> None:
    led = Led()
    _, tables = led.plan(AddStep(title="Un", groups=OPEN_BOARD), AddStep(title="Deux", groups=OPEN_BOARD))
    led.do(led.odile, OpenStepWith(step=tables.id, moves=Moves.NEXT))
    led.led(0)
    led.led(0.5)
    before = {person: led.record(person).room for person in led.citizens}
    assert kinds(led.led(1)) == [ProposeRotation, ApplyRotation, StartStep]
    assert any(led.record(person).room != room for person, room in before.items())


def test_a_gallery_is_walked_round_and_the_queue_is_served() -> None:
    led = Led()
    led.plan(
        AddStep(title="Écrire", groups=OPEN_BOARD),
        AddStep(title="Visiter", groups=GalleryPlan()),
        AddStep(title="Parler", plenary=TALK),
        AddStep(title="Bocal", plenary=TALK),
    )
    bowl = next(step for step in led.state.all(Step) if step.title == "Bocal")
    led.do(led.odile, OpenStepWith(step=bowl.id, stage=Stage.FISHBOWL))
    led.led(0)
    led.led(0.1)
    for board in list(led.state.all(Board)):
        led.note(next(person for person in led.citizens if led.record(person).room == board.room), board)
    led.led(1)
    assert led.led(0.1) == []
    (turn,) = led.led(0.6)
    assert isinstance(turn, TurnGallery)
    assert {gallery.turn for gallery in led.state.all(Gallery)} == {2}
    led.led(1)
    led.do(led.ana, RaiseHand())
    assert led.led(0.5) == [GiveFloor(person=led.ana.id)]
    led.led(1)
    led.do(led.bob, RaiseHand())
    assert led.led(0.5) == []
    assert led.record(led.bob).has_floor
    assert kinds(led.led(1)) == [CloseWorkshop]


def test_hands_are_counted_once_though_nobody_sees_the_count_before_the_poll_is_closed() -> None:
    led = Led()
    hands = Question(text="Prêt ?", options=("Oui", "Non"), way=Way.HANDS)
    led.plan(AddStep(title="Lever la main", plenary=PollPlan(questions=(hands,))))
    led.led(0)
    assert kinds(led.led(0.5)) == [OpenPoll, CountHands, ClosePoll, PublishPoll]
    assert kinds(led.led(1)) == [CloseWorkshop]
