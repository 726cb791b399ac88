"""How speech is shared: a number for the room, names for staff alone, a word to one person, and nothing of who asks."""

from __future__ import annotations

import pytest

from facilitation.people import Arrive, Leave
from facilitation.shares import AddSpeech, DismissNudge, Measure, SetNudges, evenness, most_of_half
from rooms.agenda import Step
from rooms.ids import RoomId
from rooms.speech import Balance, Nudge, NudgeKind, Speech, Spoken, Spread, Unmeasured
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import MINUTE, Person

SECOND = 1000


class Talk(Cast):
    """Six participants are there, and talk in plenary."""

    def __init__(self, pace: int = 1) -> None:
        super().__init__(all_moves=False, pace=pace)
        self.people = [self.ana, self.bob, *(self.join(name) for name in ("Chloé", "Driss", "Élise", "Farida"))]
        for person in self.people:
            self.do(None, Arrive(participant=person.id))
        self.during = self.run()

    def say(self, *seconds: int, room: RoomId | None = None, step: Step | None = None) -> None:
        """So long each of the six, in their order."""
        spoken = (
            Spoken(
                participant=person.id,
                room=room or self.plenary,
                step=(step or self.during).id,
                ms=many * SECOND,
            )
            for person, many in zip(self.people, seconds, strict=False)
            if many
        )
        self.do(None, AddSpeech(spoken=tuple(spoken)))

    def balance(self) -> Balance | None:
        return next(self.state.all(Balance), None)

    def nudge(self, person: Person) -> Nudge | None:
        return next((nudge for nudge in self.state.all(Nudge) if nudge.participant == person.id), None)


@pytest.fixture
def talk() -> Talk:
    return Talk()


# -- the number ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "even", "half"),
    [
        ([10, 10, 10, 10], 100, 0.5),
        ([40, 0, 0, 0, 0], 0, 1),
        ([20, 20, 0, 0], 33, 1),
        ([5, 3, 2, 2, 1, 1], 63, 5 / 7),
        ([6, 4, 2], 67, 8 / 12),
        ([7], 0, 0.5),
        ([0, 0], 0, 0),
        ([], 0, 0),
    ],
)
def test_evenness_is_of_all_who_could_have_spoken(times: list[int], even: int, half: float) -> None:
    assert evenness(times) == even
    if times:
        assert most_of_half(times) == pytest.approx(half)


def test_a_balance_is_known_to_its_room_and_to_staff_without_anybody_in_it(talk: Talk) -> None:
    talk.say(60, 50, 40, 30, 20, 10)
    balance = talk.balance()
    assert balance is not None
    assert (balance.evenness, balance.spread, balance.people) == (65, Spread.SHARED, 6)
    assert_known_only_to(talk, balance.id, audiences={*those_in(talk, talk.plenary), *all_staff(talk)})
    assert not any(person.id in str(balance) for person in talk.people)


def test_it_has_words_for_some_and_for_few(talk: Talk) -> None:
    talk.say(200, 90, 60, 20, 10)
    balance = talk.balance()
    assert balance is not None
    assert balance.spread is Spread.SOME
    talk.say(900)
    balance = talk.balance()
    assert balance is not None
    assert balance.spread is Spread.FEW


def test_of_few_people_or_a_short_time_nothing_is_told(talk: Talk) -> None:
    talk.say(40, 40, 40, 40, 19)
    assert talk.balance() is None
    talk.say(1)
    assert talk.balance() is not None
    for person in talk.people[4:]:
        talk.do(None, Leave(participant=person.id, at=talk.now))
    talk.say(1)
    assert talk.balance() is None


def test_who_has_gone_and_staff_are_not_in_it(talk: Talk) -> None:
    talk.say(40, 40, 40, 40, 40, 40)
    talk.do(None, Leave(participant=talk.people[5].id, at=talk.now))
    said = Spoken(participant=talk.farid.id, room=talk.plenary, step=talk.during.id, ms=500 * SECOND)
    talk.do(None, AddSpeech(spoken=(said,)))
    balance = talk.balance()
    assert balance is not None
    assert (balance.people, balance.evenness) == (5, 100)


def test_backstage_and_what_is_counted_late_for_another_step_have_none(talk: Talk) -> None:
    talk.say(60, 60, 60, 60, 60, room=talk.backstage)
    before = talk.during
    talk.run()
    talk.say(60, 60, 60, 60, 60, step=before)
    assert talk.balance() is None


def test_a_rehearsal_comes_to_its_balance_sooner() -> None:
    talk = Talk(pace=12)
    talk.say(3, 3, 3, 3, 3)
    assert talk.balance() is not None


# -- a word to one person -----------------------------------------------------------------------------------------


def test_who_speaks_much_and_who_does_not_are_told_each_alone(talk: Talk) -> None:
    for person in talk.people[:2]:
        talk.do(person, {"type": "hand.raise"})
    talk.say(160, 60, 30, 20)
    much, nothing = talk.nudge(talk.ana), talk.nudge(talk.people[5])
    assert much is not None
    assert nothing is not None
    assert (much.nudge_kind, much.ms, much.of_ms, much.hands) == (NudgeKind.MUCH, 160 * SECOND, 270 * SECOND, 1)
    assert (nothing.nudge_kind, nothing.ms) == (NudgeKind.NOTHING, 0)
    assert talk.nudge(talk.bob) is None
    assert_known_only_to(talk, much.id, people=[talk.ana])
    assert_known_only_to(talk, nothing.id, people=[talk.people[5]])


def test_nobody_is_told_while_there_was_no_time_for_all(talk: Talk) -> None:
    talk.say(60, 60, 50, 50, 49)
    assert list(talk.state.all(Nudge)) == []


def test_who_speaks_much_is_told_while_they_do_and_not_again_soon(talk: Talk) -> None:
    talk.say(160, 60, 30, 20)
    first = talk.nudge(talk.ana)
    assert first is not None
    talk.wait(9 * MINUTE)
    talk.say(60)
    assert talk.nudge(talk.ana) == first
    talk.wait(MINUTE)
    talk.say(0, 10)
    assert talk.nudge(talk.ana) == first
    talk.say(10)
    again = talk.nudge(talk.ana)
    assert again is not None
    assert again.at == talk.now


def test_who_has_said_nothing_is_told_once_a_step(talk: Talk) -> None:
    talk.say(70, 70, 70, 70, 0)
    first = talk.nudge(talk.people[4])
    assert first is not None
    talk.do(talk.people[4], DismissNudge(at=first.at))
    talk.wait(60 * MINUTE)
    talk.say(70)
    same = talk.nudge(talk.people[4])
    assert same is not None
    assert (same.at, same.dismissed) == (first.at, True)
    talk.during = talk.run()
    talk.say(70, 70, 70, 70)
    next_one = talk.nudge(talk.people[4])
    assert next_one is not None
    assert (next_one.at, next_one.dismissed) == (talk.now, False)


def test_one_that_was_replaced_is_not_put_away_with_the_one_before(talk: Talk) -> None:
    talk.say(160, 60, 30, 20)
    talk.do(talk.ana, DismissNudge(at=talk.now - 1))
    nudge = talk.nudge(talk.ana)
    assert nudge is not None
    assert not nudge.dismissed
    assert talk.code(talk.bob, DismissNudge(at=talk.now)) == "unknown"


def test_two_who_talk_are_told_nothing(talk: Talk) -> None:
    for person in talk.people[2:]:
        talk.do(None, Leave(participant=person.id, at=talk.now))
    talk.say(600)
    assert list(talk.state.all(Nudge)) == []


def test_the_words_to_single_people_can_be_switched_off(talk: Talk) -> None:
    talk.say(160, 60, 30, 20)
    talk.do(talk.farid, SetNudges(nudges=False))
    talk.wait(60 * MINUTE)
    talk.say(160)
    assert list(talk.state.all(Nudge)) == []
    talk.do(talk.farid, SetNudges(nudges=True))
    talk.say(1)
    assert talk.nudge(talk.ana) is not None


# -- not being measured -------------------------------------------------------------------------------------------


def test_who_does_not_want_to_be_measured_is_not_and_the_balance_says_so(talk: Talk) -> None:
    talk.say(160, 60, 30, 20, 10)
    talk.do(talk.ana, Measure(measured=False))
    assert talk.nudge(talk.ana) is None
    assert not any(speech.participant == talk.ana.id for speech in talk.state.all(Speech))
    talk.say(500, 50, 50)
    assert not any(speech.participant == talk.ana.id for speech in talk.state.all(Speech))
    balance = talk.balance()
    assert balance is not None
    assert (balance.people, balance.unmeasured) == (5, 1)
    (choice,) = talk.state.all(Unmeasured)
    assert_known_only_to(talk, choice.id, people=[talk.ana], audiences=all_staff(talk))
    talk.do(talk.ana, Measure(measured=False))
    talk.do(talk.ana, Measure(measured=True))
    talk.say(30)
    balance = talk.balance()
    assert balance is not None
    assert (balance.people, balance.unmeasured) == (6, 0)


def test_the_balance_goes_when_too_few_are_left_in_it(talk: Talk) -> None:
    talk.say(60, 60, 60, 60, 60, 60)
    for person in talk.people[:2]:
        talk.do(person, Measure(measured=False))
    assert talk.balance() is None
