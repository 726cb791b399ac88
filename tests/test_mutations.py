"""The helpers themselves, tried: a rule of the house is broken on purpose, and they must see it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from msgspec.structs import replace

from facilitation import groups, shares, stage
from facilitation.floor import GiveFloor
from facilitation.founding import CloseWorkshop
from facilitation.groups import CloseGroups
from facilitation.shares import AddSpeech
from facilitation.stage import MuteRoom, Seat, SetStage, SwitchMedia
from rooms import audience
from rooms.activities import board as board_rules
from rooms.activities.ballot import CastBallot
from rooms.activities.board import DropNote, Note, StackNote, UnstackNote, Voting, WriteNote
from rooms.activities.comments import Comment, WriteComment
from rooms.activities.discussion import Message, Reach, SendMessage
from rooms.activities.dots import PlaceDots, SetVoting
from rooms.activities.poll import AddPoll, Ballot, OpenPoll, Poll
from rooms.activities.question import Question
from rooms.agenda import Media, Room, Stage
from rooms.audience import Audience, Difference, affected, difference, moved
from rooms.chance import Chance
from rooms.deciding import Deciding
from rooms.entity import Entity
from rooms.ids import OptionId
from rooms.people import Participant
from rooms.speech import Speech, Spoken
from rooms.state import Overlay, State
from tests.cast import ANONYMOUS_BOARD, Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in

PLAN = replace(ANONYMOUS_BOARD, dots=2)
Break = Callable[[pytest.MonkeyPatch], None]


def story() -> None:
    """A short workshop that passes by all the rules broken below, with the secrecy of each word looked at."""
    cast = Cast()
    cast.groups("Un", "Deux")
    board = cast.board(PLAN)
    note, other = cast.note(cast.ana, board, "Trottoirs"), cast.note(cast.bob, board, "Platanes")
    assert_known_only_to(cast, "Trottoirs", people=[cast.ana])
    cast.reveal(board)
    comment = cast.made(Comment, cast.bob, WriteComment(note=other.id, text="Oui"))
    for named, author in ((note, cast.ana), (comment, cast.bob)):
        assert named.author is not None
        assert_known_only_to(cast, named.author, people=[author])
    cast.reveal(board, False)
    cast.reveal(board)
    cast.do(cast.bob, StackNote(note=note.id, onto=other.id))
    cast.do(cast.bob, UnstackNote(note=note.id))
    cast.do(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN))
    cast.do(cast.bob, PlaceDots(note=note.id, count=1))
    cast.do(cast.farid, SetVoting(activity=board.id, voting=Voting.CLOSED))
    vote(cast, cast.made(Poll, cast.farid, AddPoll(activity=board.id, question=Question(text="?", options=("a", "b")))))
    cast.do(cast.ana, SendMessage(text="Bancs cassés", reach=Reach.STAFF))
    assert_known_only_to(cast, "Bancs cassés", people=[cast.ana], audiences=all_staff(cast))
    cast.do(cast.ana, SendMessage(text="Bonjour"))
    assert_known_only_to(cast, "Bonjour", audiences=those_in(cast, cast.plenary))
    cast.do(cast.bob, DropNote(note=other.id))
    talk(cast)
    cast.part()
    cast.do(cast.farid, CloseGroups(at=cast.now))
    cast.run()
    cast.do(cast.odile, CloseWorkshop())


def vote(cast: Cast, poll: Poll) -> None:
    cast.do(cast.farid, OpenPoll(poll=poll.id))
    cast.do(cast.ana, CastBallot(poll=poll.id, choices=(OptionId("1"),)))
    (ballot,) = cast.state.all(Ballot)
    assert_known_only_to(cast, ballot.id, people=[cast.ana])


def talk(cast: Cast) -> None:
    """On a narrow stage, and with voices alone; how long is known to the speaker and to staff."""
    cast.do(cast.farid, SetStage(room=cast.plenary, stage=Stage.SPEAKERS))
    cast.do(cast.farid, GiveFloor(person=cast.ana.id))
    cast.do(cast.farid, SwitchMedia(media=Media.AUDIO))
    said = Spoken(participant=cast.ana.id, room=cast.plenary, step=cast.workshop.step, ms=31_415_926)
    cast.do(None, AddSpeech(spoken=(said,)))
    assert_known_only_to(cast, "31415926", people=[cast.ana], audiences=all_staff(cast))
    cast.do(None, AddSpeech(spoken=(said, said)))
    cast.do(cast.farid, MuteRoom(room=cast.plenary))
    cast.do(cast.farid, SetStage(room=cast.plenary, stage=Stage.OPEN))


# -- what is broken -----------------------------------------------------------------------------------------------


def hidden_notes_are_shown(patch: pytest.MonkeyPatch) -> None:
    def seen_by(note: Note, reader: Audience, state: State) -> Entity | None:
        return replace(note.mine(state), author=None) if reader.is_in(note.room) else None

    patch.setattr(Note, "seen_by", seen_by)


def anonymous_notes_keep_their_author(patch: pytest.MonkeyPatch) -> None:
    def seen_by(note: Note, reader: Audience, state: State) -> Entity | None:
        board = state.find(board_rules.Board, note.activity)
        return note.mine(state) if board.revealed and reader.is_in(note.room) else None

    patch.setattr(Note, "seen_by", seen_by)


def anonymous_comments_keep_their_author(patch: pytest.MonkeyPatch) -> None:
    def seen_by(comment: Comment, reader: Audience, state: State) -> Entity | None:
        note = state.find(Note, comment.note)
        return comment if note.seen_by(reader, state) is not None else None

    patch.setattr(Comment, "seen_by", seen_by)


def messages_are_heard_in_every_room(patch: pytest.MonkeyPatch) -> None:
    def seen_by(message: Message, reader: Audience, state: State) -> Entity | None:
        return message if message.reach is Reach.ROOM or reader.is_staff else None

    patch.setattr(Message, "seen_by", seen_by)


def calls_for_help_are_heard_in_the_room(patch: pytest.MonkeyPatch) -> None:
    def seen_by(message: Message, reader: Audience, state: State) -> Entity | None:
        return message if reader.is_staff or reader.is_in(message.asked_in or message.room) else None

    patch.setattr(Message, "seen_by", seen_by)


def ballots_are_shown_at_once(patch: pytest.MonkeyPatch) -> None:
    def seen_by(ballot: Ballot, reader: Audience, state: State) -> Entity | None:
        return ballot if reader.is_in(ballot.room) else None

    patch.setattr(Ballot, "seen_by", seen_by)


def drops_are_not_told(patch: pytest.MonkeyPatch) -> None:
    def untold(*args: Any) -> Difference:
        return Difference(difference(*args).put, [])

    patch.setattr(audience, "difference", untold)


def only_new_things_are_told(patch: pytest.MonkeyPatch) -> None:
    def untold(ids: Iterable[str], before: State, *rest: Any) -> Difference:
        ids = list(ids)
        found = difference(ids, before, *rest)
        return Difference([entity for entity in found.put if before.get(entity.id) is None], found.drop)

    patch.setattr(audience, "difference", untold)


def what_hangs_on_a_change_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(audience, "affected", lambda ids, *states: set(ids))


def only_the_nearest_that_hang_on_a_change_are_told(patch: pytest.MonkeyPatch) -> None:
    def nearest(ids: Iterable[str], *states: State) -> set[str]:
        ids = set(ids)
        return ids | {entity.id for id in ids for state in states for entity in state.shelf("under", id)}

    patch.setattr(audience, "affected", nearest)


def keys_are_forgotten_with_what_they_sign(patch: pytest.MonkeyPatch) -> None:
    def forgetful(ids: Iterable[str], *states: State) -> set[str]:
        return affected((id for id in ids if not id.startswith("pseudonyms")), *states)

    patch.setattr(audience, "affected", forgetful)


def movers_keep_what_they_saw(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(audience, "moved", lambda *args: Difference(moved(*args).put, []))


def movers_are_not_told_of_their_new_room(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(audience, "moved", lambda *args: Difference([], moved(*args).drop))


def views_hang_on_the_time_of_looking(patch: pytest.MonkeyPatch) -> None:
    looks = itertools.count()

    def seen_by(person: Participant, reader: Audience, state: State) -> Entity | None:
        return replace(person, joined_at=next(looks))

    patch.setattr(Participant, "seen_by", seen_by)


def viewers_learn_of_other_rooms(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        Participant, "seen_by", lambda person, reader, state: person if reader.seat is audience.Seat.VIEWER else None
    )


def changes_bear_no_rev(patch: pytest.MonkeyPatch) -> None:
    def put(on: Deciding, entity: Entity) -> Entity:
        Overlay.put(on, entity)
        return entity

    patch.setattr(Deciding, "put", put)


def a_rule_changes_the_state_beneath(patch: pytest.MonkeyPatch) -> None:
    decide = WriteNote.decide

    def hasty(command: WriteNote, on: Deciding) -> None:
        decide(command, on)
        for entity in on.entities.values():
            on.base.put(entity)

    patch.setattr(WriteNote, "decide", hasty)


def chance_is_not_the_one_given(patch: pytest.MonkeyPatch) -> None:
    others = itertools.count()
    patch.setattr(Chance, "id", lambda chance: f"id{next(others)}")


def rooms_miscount_their_people(patch: pytest.MonkeyPatch) -> None:
    def seat(on: Deciding, person: Participant, room: Any, **fields: Any) -> Participant:
        return on.change(person, room=room if isinstance(room, str) else room.id, **fields)

    patch.setattr(groups, "seat", seat)


def stacks_of_one_remain(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(board_rules, "leave_stack", lambda on, note: None)


def notes_are_put_in_one_place(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(board_rules, "last_key", lambda on, row, moving=None: "a0")


def comments_outlive_their_note(patch: pytest.MonkeyPatch) -> None:
    def decide(command: DropNote, on: Deciding) -> None:
        on.drop(command.note)

    patch.setattr(DropNote, "decide", decide)


def how_long_people_speak_is_told_to_the_room(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Speech, "seen_by", lambda speech, reader, state: speech if reader.is_in(speech.room) else None)


def how_long_people_speak_is_kept_from_them(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Speech, "whose", lambda speech: None)


def speech_is_counted_apart(patch: pytest.MonkeyPatch) -> None:
    others = itertools.count()
    patch.setattr(shares, "speech_id", lambda *said: f"speech{next(others)}")


def only_people_touch_their_seats(patch: pytest.MonkeyPatch) -> None:
    seats_touched = stage.seats_touched

    def touched(ids: Iterable[str], state: State) -> list[Seat]:
        return seats_touched([id for id in ids if state.maybe(Participant, id) is not None], state)

    patch.setattr(stage, "seats_touched", touched)


def a_room_does_not_touch_its_seats(patch: pytest.MonkeyPatch) -> None:
    seats_touched = stage.seats_touched

    def touched(ids: Iterable[str], state: State) -> list[Seat]:
        return seats_touched([id for id in ids if state.maybe(Room, id) is None], state)

    patch.setattr(stage, "seats_touched", touched)


def everybody_on_a_narrow_stage_is_heard(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(stage, "is_open", lambda room, state: True)


def an_overlay_shows_what_it_hides(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Overlay, "hides", lambda overlay, id: False)


def an_overlay_counts_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Overlay, "count", lambda overlay, by, of: State.count(overlay, by, of) + overlay.base.count(by, of))


BROKEN: list[Break] = [
    hidden_notes_are_shown,
    anonymous_notes_keep_their_author,
    anonymous_comments_keep_their_author,
    messages_are_heard_in_every_room,
    calls_for_help_are_heard_in_the_room,
    ballots_are_shown_at_once,
    drops_are_not_told,
    only_new_things_are_told,
    what_hangs_on_a_change_is_forgotten,
    only_the_nearest_that_hang_on_a_change_are_told,
    keys_are_forgotten_with_what_they_sign,
    movers_keep_what_they_saw,
    movers_are_not_told_of_their_new_room,
    views_hang_on_the_time_of_looking,
    viewers_learn_of_other_rooms,
    changes_bear_no_rev,
    a_rule_changes_the_state_beneath,
    chance_is_not_the_one_given,
    rooms_miscount_their_people,
    stacks_of_one_remain,
    notes_are_put_in_one_place,
    comments_outlive_their_note,
    how_long_people_speak_is_told_to_the_room,
    how_long_people_speak_is_kept_from_them,
    speech_is_counted_apart,
    only_people_touch_their_seats,
    a_room_does_not_touch_its_seats,
    everybody_on_a_narrow_stage_is_heard,
    an_overlay_shows_what_it_hides,
    an_overlay_counts_twice,
]


def test_the_story_passes_while_every_rule_holds() -> None:
    story()


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.__name__)
def test_a_broken_rule_is_seen(broken: Break, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        story()
