from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import Any

import pytest

from facilitation.erasing import ErasePerson
from facilitation.floor import (
    LAST_WORDS_MS,
    DeclineHand,
    GiveFloor,
    LowerHand,
    MoveHand,
    PauseFloor,
    RaiseHand,
    ResumeFloor,
    SayTurn,
    SetFloor,
    TakeFloor,
    WriteTurn,
)
from facilitation.founding import CloseWorkshop
from facilitation.groups import MovePerson
from facilitation.merging import DropRoom
from facilitation.order import FlagText, HideText, ModerateRoom, ShowText
from facilitation.ordering import Waiting, longest_rising, ordered, spoken_by
from facilitation.shares import AddSpeech
from facilitation.stage import SetStage, seat_of
from rooms.activities.discussion import MarkMessage, Message
from rooms.agenda import Stage
from rooms.floor import FloorTurn, Hand, HandKind, Policy, floor_of, hand_id, queue, turns_in
from rooms.ids import ParticipantId, QuestionId
from rooms.moderation import Display, Flag, Reason
from rooms.registration import AnswerQuestions, Asking, AskQuestion, RegistrationQuestion
from rooms.speech import Spoken
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in
from tests.table import MINUTE, Person

CONTRIBUTION, QUESTION, POINT = HandKind


class Talk(Cast):
    """People in plenary who ask for the floor, a minute apart."""

    def __init__(self) -> None:
        super().__init__()
        self.chloe, self.dan = self.join("Chloé"), self.join("Dan")

    def up(self, *people: Person, kind: HandKind = CONTRIBUTION) -> None:
        for person in people:
            self.now += MINUTE
            self.do(person, RaiseHand(hand_kind=kind, reason="Le micro grésille" if kind is POINT else ""))

    def hand_to(self, person: Person, seen: Person | None = None) -> None:
        self.do(self.farid, GiveFloor(person=person.id, seen=seen.id if seen else None))

    def take(self, person: Person) -> None:
        self.do(self.farid, TakeFloor(person=person.id))

    def speak(self, person: Person, minutes: int = 1) -> None:
        """A turn of their own, from beginning to end."""
        self.hand_to(person)
        self.now += minutes * MINUTE
        self.take(person)

    def set(self, policy: Policy, anew: bool = False) -> None:
        self.do(self.farid, SetFloor(room=self.plenary, policy=policy, anew=anew))

    @property
    def line(self) -> list[str]:
        """Who waits, in order."""
        return [self.name(hand.participant) for hand in queue(self.plenary, self.state)]

    @property
    def speaking(self) -> list[str]:
        """Whose turn is under way, with a mark where it waits."""
        turns = turns_in(self.plenary, self.state)
        return [self.name(turn.participant) + ("" if turn.running_since else " …") for turn in turns]

    def name(self, id: ParticipantId) -> str:
        return id.partition("-")[2]

    def microphones(self) -> list[str]:
        people = (self.ana, self.bob, self.chloe, self.dan)
        return [self.name(each.id) for each in people if seat_of(self.record(each), self.state).microphone]


@pytest.fixture
def talk() -> Talk:
    return Talk()


# -- hands --------------------------------------------------------------------------------------------------------


def test_hands_come_in_the_order_in_which_they_were_raised(talk: Talk) -> None:
    talk.up(talk.bob, talk.ana, talk.chloe)
    assert talk.line == ["bob", "ana", "chloé"]
    assert floor_of(talk.plenary, talk.state).waiting == 3


def test_a_hand_raised_twice_is_up_once_and_keeps_its_place(talk: Talk) -> None:
    talk.up(talk.bob, talk.ana)
    assert not talk.do(talk.bob, RaiseHand())
    assert talk.line == ["bob", "ana"]


def test_a_hand_is_lowered_by_oneself_or_by_staff_and_by_nobody_else(talk: Talk) -> None:
    talk.up(talk.bob, talk.ana)
    assert talk.code(talk.ana, LowerHand(person=talk.bob.id)) == "not_allowed"
    talk.do(talk.bob, LowerHand())
    talk.do(talk.farid, LowerHand(person=talk.ana.id))
    assert (talk.line, floor_of(talk.plenary, talk.state).waiting) == ([], 0)
    assert not talk.do(talk.bob, LowerHand())


def test_points_of_order_come_first_then_questions_then_contributions(talk: Talk) -> None:
    talk.up(talk.ana)
    talk.up(talk.bob, kind=QUESTION)
    talk.up(talk.chloe, kind=POINT)
    talk.up(talk.dan, kind=QUESTION)
    assert talk.line == ["chloé", "bob", "dan", "ana"]


def test_a_point_of_order_says_why(talk: Talk) -> None:
    assert talk.code(talk.ana, RaiseHand(hand_kind=POINT, reason=" ")) == "empty"


def test_asking_for_something_else_keeps_the_time_one_has_waited(talk: Talk) -> None:
    talk.up(talk.ana, talk.bob)
    talk.up(talk.chloe, kind=QUESTION)
    talk.up(talk.bob, kind=QUESTION)
    assert talk.line == ["bob", "chloé", "ana"]


def test_staff_decline_a_point_of_order_which_waits_as_a_contribution(talk: Talk) -> None:
    talk.up(talk.ana, talk.bob)
    talk.up(talk.bob, kind=POINT)
    assert talk.line == ["bob", "ana"]
    assert talk.code(talk.ana, DeclineHand(person=talk.bob.id)) == "not_allowed"
    talk.do(talk.farid, DeclineHand(person=talk.bob.id))
    assert talk.line == ["ana", "bob"]
    assert talk.state.find(Hand, hand_id(talk.bob.id)).declined


def test_hands_of_those_who_go_go_too(talk: Talk) -> None:
    one, _ = talk.groups("Un", "Deux")
    talk.up(talk.ana, talk.bob, talk.chloe)
    talk.do(talk.farid, MovePerson(person=talk.bob.id, room=one.id))
    talk.do(talk.odile, ErasePerson(person=talk.chloe.id))
    assert (talk.line, floor_of(talk.plenary, talk.state).waiting) == (["ana"], 1)


def test_viewers_know_how_many_wait_and_nothing_of_them(talk: Talk) -> None:
    talk.do(talk.ana, RaiseHand(hand_kind=POINT, reason="xyzzy"))
    seen = talk.sees(talk.vera, floor_of(talk.plenary, talk.state))
    assert seen is not None
    assert (seen["waiting"], seen["turns"]) == (1, [])
    room = {audience for audience in those_in(talk, talk.plenary) if audience.seat == "participant"}
    assert_known_only_to(talk, "xyzzy", audiences={*room, *all_staff(talk)})
    talk.hand_to(talk.ana)
    turn = turns_in(talk.plenary, talk.state)[0]
    assert talk.sees(talk.vera, turn) is None
    assert talk.sees(talk.bob, turn) is not None


def test_the_reason_of_a_hand_is_never_in_the_journal() -> None:
    assert Hand.PRIVATE == ("reason",)


# -- the order ----------------------------------------------------------------------------------------------------


def waiting(hand: str, **known: Any) -> Waiting:
    return Waiting(**{"hand": hand, "kind": CONTRIBUTION, "at": ord(hand), **known})


def hands(policy: Policy, *people: Waiting, **served: int) -> str:
    """The order, whichever way round they are given."""
    found = {"".join(one.hand for one in ordered(each, policy, Counter(served))) for each in permutations(people)}
    assert len(found) == 1
    return found.pop()


def test_who_has_spoken_least_comes_first() -> None:
    people = waiting("a", spoken_ms=9, turns=1), waiting("b", spoken_ms=3, turns=2), waiting("c", spoken_ms=3, turns=1)
    assert hands(Policy.LEAST_SPOKEN, *people) == "cba"
    assert hands(Policy.FIRST_COME, *people) == "abc"


def test_who_has_not_spoken_yet_comes_before_who_has() -> None:
    people = waiting("a", turns=1), waiting("b", spoken_ms=1), waiting("c"), waiting("d")
    assert hands(Policy.FIRST_TIMERS, *people) == "cdab"


def test_a_round_table_goes_as_people_sit_and_everybody_once() -> None:
    seats = {"a": (3, ""), "b": (1, ""), "c": (2, ""), "d": (0, "")}
    people = [waiting(hand, seat=seat, since=int(hand == "d")) for hand, seat in seats.items()]
    assert hands(Policy.ROUND_TABLE, *people) == "bcad"


def test_alternating_goes_to_the_trait_served_least() -> None:
    people = [waiting(hand, trait=trait) for hand, trait in zip("abcde", "xxxyz", strict=True)]
    assert hands(Policy.ALTERNATE, *people) == "adebc"
    assert hands(Policy.ALTERNATE, *people, x=1) == "deabc"


def test_what_was_put_in_order_by_hand_stays_and_points_of_order_pass_it() -> None:
    people = waiting("a"), waiting("b", place=1), waiting("c", place=0), waiting("d", kind=POINT)
    assert hands(Policy.FIRST_COME, *people) == "dcba"


@pytest.mark.parametrize(
    ("row", "most"), [("", 0), ("a", 1), ("abc", 3), ("bac", 2), ("zab", 2), ("bcda", 3), ("dcba", 1)]
)
def test_as_few_hands_as_can_be_are_moved(row: str, most: int) -> None:
    stay = [row[place] for place in sorted(longest_rising(row))]
    assert (stay, len(stay)) == (sorted(stay), most)


def test_the_order_goes_by_measured_speech_and_by_turns_each_minute_once(talk: Talk) -> None:
    talk.speak(talk.ana, minutes=3)
    spoken = [Spoken(participant=who.id, room=talk.plenary, step=None, ms=ms) for who, ms in said(talk)]
    talk.do(None, AddSpeech(spoken=tuple(spoken)))
    assert spoken_by(talk.ana.id, talk.state, talk.now) == (3 * MINUTE, 1)
    assert spoken_by(talk.bob.id, talk.state, talk.now) == (4 * MINUTE, 0)
    talk.set(Policy.LEAST_SPOKEN)
    talk.up(talk.bob, talk.ana, talk.chloe)
    assert talk.line == ["chloé", "ana", "bob"]


@pytest.mark.parametrize("policy", list(Policy))
def test_one_more_hand_stands_where_it_would_if_all_were_put_in_order(talk: Talk, policy: Policy) -> None:
    for minutes, person in enumerate((talk.chloe, talk.ana), 1):
        talk.speak(person, minutes=minutes)
    talk.set(policy)
    for person in (talk.bob, talk.ana, talk.dan, talk.chloe):
        talk.do(talk.farid, LowerHand(person=person.id))
        talk.wait(1_000)
    talk.up(talk.bob, talk.ana)
    talk.do(talk.dan, RaiseHand(hand_kind=HandKind.QUESTION))
    talk.up(talk.chloe)
    stood = talk.line
    talk.do(talk.farid, SetFloor(room=talk.plenary, policy=policy, turn_s=60))
    assert talk.line == stood


def said(talk: Talk) -> list[tuple[Person, int]]:
    return [(talk.ana, 2 * MINUTE), (talk.bob, 4 * MINUTE)]


def test_an_alternating_order_goes_by_what_people_answered_at_the_door(talk: Talk) -> None:
    asking = Asking(title="D’où venez-vous ?", options=("Du nord", "Du sud"))
    question = talk.made(RegistrationQuestion, talk.farid, AskQuestion(asking=asking))
    for person, choice in ((talk.ana, 0), (talk.bob, 0), (talk.chloe, 1)):
        talk.do(person, AnswerQuestions(answers={question.id: question.options[choice].id}))
    talk.do(talk.farid, SetFloor(room=talk.plenary, policy=Policy.ALTERNATE, alternate_by=question.id))
    talk.up(talk.ana, talk.bob, talk.chloe)
    assert talk.line == ["ana", "chloé", "bob"]
    unknown = SetFloor(room=talk.plenary, policy=Policy.ALTERNATE, alternate_by=QuestionId("x"))
    assert talk.code(talk.farid, unknown) == "unknown"


def test_a_round_table_begins_with_every_hand_up(talk: Talk) -> None:
    talk.up(talk.dan)
    talk.set(Policy.ROUND_TABLE)
    assert talk.line == ["ana", "bob", "chloé", "dan"]
    for person in (talk.ana, talk.bob):
        talk.speak(person)
    talk.do(talk.chloe, LowerHand())
    talk.up(talk.ana)
    assert talk.line == ["dan", "ana"]
    talk.set(Policy.ROUND_TABLE, anew=True)
    assert talk.line == ["ana", "bob", "chloé", "dan"]


def test_staff_put_hands_in_order_and_who_comes_later_stands_behind(talk: Talk) -> None:
    talk.set(Policy.LEAST_SPOKEN)
    talk.speak(talk.ana)
    talk.up(talk.ana, talk.bob)
    talk.do(talk.farid, MoveHand(person=talk.ana.id))
    talk.up(talk.chloe)
    talk.up(talk.dan, kind=QUESTION)
    assert talk.line == ["dan", "ana", "bob", "chloé"]
    talk.do(talk.farid, MoveHand(person=talk.ana.id, after=talk.bob.id))
    assert talk.line == ["dan", "bob", "ana", "chloé"]
    talk.set(Policy.FIRST_COME)
    assert talk.line == ["dan", "ana", "bob", "chloé"]


def test_a_hand_is_not_moved_after_one_that_is_down_or_elsewhere(talk: Talk) -> None:
    (one,) = talk.groups("Un")
    talk.do(talk.farid, MovePerson(person=talk.bob.id, room=one.id))
    talk.up(talk.ana, talk.bob)
    for after in (talk.bob.id, talk.chloe.id):
        assert talk.code(talk.farid, MoveHand(person=talk.ana.id, after=after)) == "unknown"
    assert not talk.do(talk.farid, MoveHand(person=talk.ana.id, after=talk.ana.id))


# -- turns --------------------------------------------------------------------------------------------------------


def test_the_next_turn_ends_the_one_before(talk: Talk) -> None:
    talk.do(talk.farid, SetStage(room=talk.plenary, stage=Stage.SPEAKERS))
    talk.up(talk.ana, talk.bob)
    talk.hand_to(talk.ana)
    assert (talk.speaking, talk.line, talk.microphones()) == (["ana"], ["bob"], ["ana"])
    talk.now += MINUTE
    talk.hand_to(talk.bob, seen=talk.ana)
    assert (talk.speaking, talk.line, talk.microphones()) == (["bob"], [], ["bob"])
    floor = floor_of(talk.plenary, talk.state)
    assert (floor.ended, floor.spoken_ms) == (1, MINUTE)


def test_of_two_who_give_the_floor_at_once_one_does(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    refused = talk.refused(talk.odile, GiveFloor(person=talk.bob.id))
    assert (refused.code, refused.details) == ("already_speaking", {"person": talk.ana.id})
    assert not talk.do(talk.odile, GiveFloor(person=talk.ana.id))


def test_a_question_interrupts_and_whoever_was_interrupted_goes_on(talk: Talk) -> None:
    talk.do(talk.farid, SetStage(room=talk.plenary, stage=Stage.SPEAKERS))
    talk.hand_to(talk.ana)
    talk.now += MINUTE
    talk.up(talk.bob, talk.chloe, kind=QUESTION)
    talk.hand_to(talk.bob, seen=talk.ana)
    assert (talk.speaking, talk.microphones()) == (["ana …", "bob"], ["bob"])
    talk.now += MINUTE
    talk.hand_to(talk.chloe, seen=talk.bob)
    assert talk.speaking == ["ana …", "chloé"]
    talk.do(talk.chloe, TakeFloor(person=talk.chloe.id))
    assert (talk.speaking, talk.microphones()) == (["ana"], ["ana"])
    talk.now += MINUTE
    talk.take(talk.ana)
    (turn,) = (turn for turn in talk.state.all(FloorTurn) if turn.participant == talk.ana.id)
    assert turn.ms == 4 * MINUTE


def test_a_contribution_ends_a_question_and_the_turn_it_had_interrupted(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    talk.up(talk.bob, kind=QUESTION)
    talk.hand_to(talk.bob, seen=talk.ana)
    talk.hand_to(talk.chloe, seen=talk.bob)
    assert talk.speaking == ["chloé"]


def test_giving_the_floor_back_to_whom_was_interrupted_ends_the_question(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    talk.up(talk.bob, kind=POINT)
    talk.hand_to(talk.bob, seen=talk.ana)
    talk.hand_to(talk.ana, seen=talk.bob)
    assert talk.speaking == ["ana"]


def test_a_turn_is_paused_and_goes_on_without_counting_the_time_between(talk: Talk) -> None:
    talk.do(talk.farid, SetStage(room=talk.plenary, stage=Stage.SPEAKERS))
    talk.hand_to(talk.ana)
    talk.now += MINUTE
    talk.do(talk.farid, PauseFloor(person=talk.ana.id))
    assert (talk.speaking, talk.microphones()) == (["ana …"], [])
    assert not talk.do(talk.farid, PauseFloor(person=talk.ana.id))
    talk.now += 5 * MINUTE
    talk.do(talk.farid, ResumeFloor(person=talk.ana.id))
    talk.now += MINUTE
    talk.take(talk.ana)
    assert [turn.ms for turn in talk.state.all(FloorTurn)] == [2 * MINUTE]
    assert talk.code(talk.farid, PauseFloor(person=talk.ana.id)) == "not_speaking"


def test_who_speaks_raises_no_hand(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    assert talk.code(talk.ana, RaiseHand()) == "already_speaking"


def test_time_set_back_is_not_spoken(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    talk.now -= MINUTE
    talk.take(talk.ana)
    assert [turn.ms for turn in talk.state.all(FloorTurn)] == [0]


def test_who_leaves_gives_the_floor_back_and_whom_they_had_interrupted_goes_on(talk: Talk) -> None:
    (one,) = talk.groups("Un")
    talk.hand_to(talk.ana)
    talk.up(talk.bob, kind=QUESTION)
    talk.hand_to(talk.bob, seen=talk.ana)
    talk.now += MINUTE
    talk.do(talk.farid, MovePerson(person=talk.bob.id, room=one.id))
    assert (talk.speaking, talk.record(talk.bob).has_floor) == (["ana"], False)
    talk.do(talk.odile, ErasePerson(person=talk.ana.id))
    assert talk.speaking == []


def test_turns_that_are_over_are_known_to_staff_and_to_oneself(talk: Talk) -> None:
    talk.speak(talk.ana)
    (turn,) = talk.state.all(FloorTurn)
    assert talk.sees(talk.farid, turn) is not None
    assert talk.owns(talk.ana, turn) is not None
    assert talk.sees(talk.bob, turn) is None


def test_no_turn_and_no_hand_outlives_the_workshop(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    talk.up(talk.bob)
    talk.do(talk.odile, CloseWorkshop())
    assert (talk.line, talk.speaking) == ([], [])
    assert [turn.ended_at for turn in talk.state.all(FloorTurn)] == [talk.now]


def test_a_room_takes_its_turns_along(talk: Talk) -> None:
    (one,) = talk.groups("Un")
    talk.do(talk.farid, MovePerson(person=talk.ana.id, room=one.id))
    talk.speak(talk.ana)
    talk.do(talk.farid, MovePerson(person=talk.ana.id, room=talk.plenary))
    talk.do(talk.farid, DropRoom(room=one.id))
    assert not list(talk.state.all(FloorTurn))


# -- the fishbowl -------------------------------------------------------------------------------------------------


@pytest.fixture
def fishbowl(talk: Talk) -> Talk:
    talk.do(talk.farid, SetFloor(room=talk.plenary, policy=Policy.FIRST_COME, seats=2))
    talk.do(talk.farid, SetStage(room=talk.plenary, stage=Stage.FISHBOWL))
    return talk


def test_the_queue_fills_the_seats_of_a_fishbowl_and_only_those_seated_are_heard(fishbowl: Talk) -> None:
    fishbowl.up(fishbowl.ana, fishbowl.bob, fishbowl.chloe)
    assert (fishbowl.speaking, fishbowl.line) == (["ana", "bob"], ["chloé"])
    assert fishbowl.microphones() == ["ana", "bob"]


def test_a_seat_that_is_left_goes_to_the_next(fishbowl: Talk) -> None:
    fishbowl.up(fishbowl.ana, fishbowl.bob, fishbowl.chloe)
    fishbowl.do(fishbowl.ana, TakeFloor(person=fishbowl.ana.id))
    assert (fishbowl.speaking, fishbowl.line) == (["bob", "chloé"], [])
    fishbowl.take(fishbowl.bob)
    assert fishbowl.speaking == ["chloé"]


def test_staff_give_a_seat_only_where_one_is_free(fishbowl: Talk) -> None:
    fishbowl.hand_to(fishbowl.ana)
    fishbowl.hand_to(fishbowl.bob)
    refused = fishbowl.refused(fishbowl.farid, GiveFloor(person=fishbowl.chloe.id))
    assert (refused.code, refused.details) == ("no_seat", {"most": 2})


def test_more_seats_are_filled_at_once_and_fewer_empty_none(fishbowl: Talk) -> None:
    fishbowl.up(fishbowl.ana, fishbowl.bob, fishbowl.chloe)
    fishbowl.do(fishbowl.farid, SetFloor(room=fishbowl.plenary, policy=Policy.FIRST_COME, seats=3))
    assert fishbowl.speaking == ["ana", "bob", "chloé"]
    fishbowl.do(fishbowl.farid, SetFloor(room=fishbowl.plenary, policy=Policy.FIRST_COME, seats=1))
    assert fishbowl.speaking == ["ana", "bob", "chloé"]


def test_everybody_led_away_leaves_no_turns_of_no_time(fishbowl: Talk) -> None:
    fishbowl.groups("Un", "Deux")
    fishbowl.up(fishbowl.ana, fishbowl.bob, fishbowl.chloe, fishbowl.dan)
    fishbowl.now += MINUTE
    fishbowl.part()
    assert len(list(fishbowl.state.all(FloorTurn))) == 2


# -- turns in writing ---------------------------------------------------------------------------------------------


def test_who_writes_has_their_words_kept_as_a_message(talk: Talk) -> None:
    talk.do(talk.ana, RaiseHand(writes=True))
    talk.hand_to(talk.ana)
    (turn,) = turns_in(talk.plenary, talk.state)
    assert turn.writes
    talk.now += MINUTE
    talk.take(talk.ana)
    message = talk.made(Message, talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    assert (message.text, message.said_in, message.room) == ("Des bancs", turn.id, talk.plenary)


def written(talk: Talk, moderated: bool = False) -> FloorTurn:
    """Ana's turn in writing, a minute old."""
    talk.do(talk.farid, ModerateRoom(room=talk.plenary, moderated=moderated))
    talk.do(talk.ana, RaiseHand(writes=True))
    talk.hand_to(talk.ana)
    talk.now += MINUTE
    return turns_in(talk.plenary, talk.state)[0]


def test_words_said_in_a_turn_are_said_otherwise_until_it_is_over_and_are_then_marked_no_more(talk: Talk) -> None:
    turn = written(talk)
    message = talk.made(Message, talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    talk.do(talk.farid, MarkMessage(message=message.id))
    assert not talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs."))
    said = talk.again(message)
    assert (said.text, said.for_minutes, said.is_shown) == ("Des bancs.", False, True)
    talk.take(talk.ana)
    assert talk.code(talk.ana, SayTurn(turn=turn.id, text="Rien du tout")) == "not_speaking"
    assert not talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs."))


def test_words_typed_in_a_turn_wait_where_messages_do_and_again_when_they_are_others(talk: Talk) -> None:
    turn = written(talk, moderated=True)
    message = talk.made(Message, talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    assert talk.sees(talk.bob, message) is None
    talk.do(talk.farid, ShowText(about=message.id))
    assert talk.sees(talk.bob, message) is not None
    talk.do(talk.ana, SayTurn(turn=turn.id, text="Une insulte"))
    assert talk.sees(talk.bob, message) is None


def test_other_words_than_were_hidden_wait_and_do_not_show_themselves(talk: Talk) -> None:
    turn = written(talk)
    message = talk.made(Message, talk.ana, SayTurn(turn=turn.id, text="Une insulte"))
    talk.do(talk.farid, HideText(about=message.id, reason=Reason.INSULT))
    talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    assert talk.again(message).moderation is Display.PENDING


def test_words_of_a_turn_that_were_reported_stay_as_they_were(talk: Talk) -> None:
    turn = written(talk)
    message = talk.made(Message, talk.ana, SayTurn(turn=turn.id, text="Une insulte"))
    flag = talk.made(Flag, talk.bob, FlagText(about=message.id, reason=Reason.INSULT))
    talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    told = talk.sees(talk.farid, flag)
    assert told is not None
    assert (told["text"], told["now"]) == ("Une insulte", "Des bancs")


def test_the_words_of_a_turn_that_the_closing_cut_short_are_kept(talk: Talk) -> None:
    turn = written(talk)
    talk.do(talk.odile, CloseWorkshop())
    talk.now += LAST_WORDS_MS
    talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs"))
    talk.now += 1
    assert talk.code(talk.ana, SayTurn(turn=turn.id, text="Des bancs.")) == "workshop_closed"


def test_a_turn_given_to_be_spoken_may_be_written(talk: Talk) -> None:
    talk.hand_to(talk.ana)
    (turn,) = turns_in(talk.plenary, talk.state)
    assert talk.code(talk.ana, SayTurn(turn=turn.id, text="Des bancs")) == "unknown"
    talk.do(talk.ana, WriteTurn())
    talk.do(talk.ana, SayTurn(turn=turn.id, text="Des bancs"))


def test_nobody_says_anything_in_anothers_turn(talk: Talk) -> None:
    talk.do(talk.ana, RaiseHand(writes=True))
    talk.hand_to(talk.ana)
    (turn,) = turns_in(talk.plenary, talk.state)
    assert talk.code(talk.bob, SayTurn(turn=turn.id, text="Non")) == "unknown"
    assert talk.code(talk.bob, WriteTurn()) == "not_speaking"
