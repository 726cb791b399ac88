"""Somebody asks to be forgotten."""

from __future__ import annotations

import pytest

from facilitation.doors import KnockAtDoor, SetDoors
from facilitation.erasing import ErasePerson
from facilitation.founding import CloseWorkshop
from facilitation.removing import RemovePerson
from rooms.activities.board import Note
from rooms.activities.comments import Comment, WriteComment
from rooms.activities.discussion import Message, Reach, SendMessage
from rooms.agenda import Doors, Room
from rooms.entity import Forget
from rooms.people import Knock, Participant
from rooms.permissions import Role
from tests.cast import ANONYMOUS_BOARD, OPEN_BOARD, Cast


def forgotten(cast: Cast, answer: object) -> Forget:
    (aside,) = answer.aside  # type: ignore[attr-defined]
    assert isinstance(aside, Forget)
    return aside


def test_the_name_and_the_address_go_and_what_was_written_stays(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "Un banc")
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    ana = cast.record(cast.ana)
    assert (ana.name, ana.email, ana.erased_at) == ("", "", cast.now)
    assert cast.again(note).text == "Un banc"
    assert cast.sees(cast.bob, ana) is None
    assert cast.sees(cast.farid, ana) is not None


def test_texts_go_too_where_asked_and_their_places_and_counts_stay(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note, other = cast.note(cast.ana, board, "Un banc"), cast.note(cast.bob, board, "Un arbre")
    comment = cast.made(Comment, cast.ana, WriteComment(note=other.id, text="Oui"))
    message = cast.made(Message, cast.ana, SendMessage(text="Au secours", reach=Reach.STAFF))
    said = cast.made(Message, cast.ana, SendMessage(text="Bonjour"))
    answer = cast.do(cast.ana, ErasePerson(person=cast.ana.id, texts=True))
    assert [cast.again(thing).text for thing in (note, comment, message, said)] == [""] * 4
    assert cast.again(other).text == "Un arbre"
    assert cast.again(note).order == note.order
    assert forgotten(cast, answer).authors == (cast.ana.id,)


def test_anonymous_texts_are_found_while_their_key_exists(cast: Cast) -> None:
    board = cast.board(ANONYMOUS_BOARD)
    note, other = cast.note(cast.ana, board, "Sans nom"), cast.note(cast.bob, board, "Autre")
    answer = cast.do(cast.ana, ErasePerson(person=cast.ana.id, texts=True))
    assert [cast.again(thing).text for thing in (note, other)] == ["", "Autre"]
    assert note.author in forgotten(cast, answer).authors


def test_once_the_key_is_destroyed_nobody_finds_them(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(ANONYMOUS_BOARD), "Sans nom")
    cast.do(cast.odile, CloseWorkshop())
    cast.do(cast.ana, ErasePerson(person=cast.ana.id, texts=True))
    assert cast.again(note).text == "Sans nom"


def test_viewers_too_and_when_all_is_over(cast: Cast) -> None:
    cast.do(cast.odile, CloseWorkshop())
    cast.do(cast.vera, ErasePerson(person=cast.vera.id))
    assert cast.record(cast.vera).erased_at == cast.now


def test_organizers_erase_whoever_asks_them_and_nobody_else_does(cast: Cast) -> None:
    for nobody in (cast.farid, cast.bob, cast.vera):
        assert cast.code(nobody, ErasePerson(person=cast.ana.id)) == "not_allowed"
    cast.do(cast.odile, ErasePerson(person=cast.ana.id))
    answer = cast.do(cast.odile, ErasePerson(person=cast.ana.id))
    assert not answer


def test_texts_can_follow_the_name(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "Un banc")
    cast.do(cast.odile, ErasePerson(person=cast.ana.id))
    cast.do(cast.odile, ErasePerson(person=cast.ana.id, texts=True))
    assert cast.again(note).text == ""


@pytest.mark.parametrize(
    "wish", [{"type": "message.send", "text": "Encore"}, {"type": "workshop.media", "media": "text"}]
)
def test_whoever_was_erased_does_nothing_more(cast: Cast, wish: dict[str, str]) -> None:
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    assert cast.code(cast.ana, wish) == "not_allowed"
    assert cast.code(cast.ana, ErasePerson(person=cast.ana.id)) == "not_allowed"


def test_a_room_no_longer_counts_them_and_no_group_awaits_them(cast: Cast) -> None:
    cast.groups("Un", "Deux")
    before = cast.state.find(Room, cast.plenary).people
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    assert cast.state.find(Room, cast.plenary).people == before - 1
    cast.part()
    assert cast.record(cast.ana).room == cast.plenary
    moved = {"type": "person.move", "person": cast.ana.id, "room": cast.record(cast.bob).room}
    assert cast.code(cast.farid, moved) == "unknown"


def test_whoever_asks_to_come_back_leaves_no_name_at_the_door(cast: Cast) -> None:
    cast.do(cast.farid, SetDoors(doors=Doors.WAITING))
    cast.do(cast.farid, RemovePerson(person=cast.ana.id))
    cast.do(None, KnockAtDoor(person=cast.ana.id, name="Ana", role=Role.PARTICIPANT))
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    assert list(cast.state.all(Knock)) == []


def test_the_text_of_an_erased_note_is_told_to_nobody_any_more(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "Platane")
    cast.do(cast.ana, ErasePerson(person=cast.ana.id, texts=True))
    for person in (cast.ana, cast.bob, cast.farid, cast.odile):
        shown = cast.sees(person, note)
        assert shown is None or shown["text"] == ""
    assert {found.text for found in cast.state.all(Note)} == {""}
    assert {person.name for person in cast.state.all(Participant) if person.role is Role.PARTICIPANT} == {"", "Bob"}
