"""What the tower says of rooms. That it goes on saying what is so, whatever people do, is part of the law."""

from __future__ import annotations

import msgspec
import pytest

from facilitation.groups import MovePerson
from facilitation.people import Arrive, Leave
from facilitation.shares import AddSpeech
from facilitation.tower import LOST_MS, Around, RoomFigures, Tower
from rooms.activities.board import DropNote
from rooms.activities.conclusion import ConclusionPlan
from rooms.activities.discussion import Message, Reach, SendMessage, SettleMessage
from rooms.agenda import Room
from rooms.entity import Changes
from rooms.people import Participant
from rooms.refusal import Refused
from rooms.speech import Spoken
from tests.cast import OPEN_BOARD, Cast
from tests.table import MINUTE, Person, Wish


class Watched(Cast):
    """A cast whose rooms somebody watches from the beginning."""

    def __init__(self, seed: int = 1) -> None:
        self.tower: Tower | None = None
        super().__init__(seed, all_moves=False)
        self.tower = Tower(self.state)

    def give(self, by: Person | None, wish: Wish) -> Changes | Refused:
        answer = super().give(by, wish)
        if self.tower is not None and isinstance(answer, Changes):
            self.tower.changed([*(entity.id for entity in answer.put), *answer.drop], self.now)
        return answer

    def here(self) -> Around:
        return Around(here={person.id for person in self.state.all(Participant)})

    def figures(self, around: Around | None = None) -> dict[str, RoomFigures]:
        """By the room's name."""
        assert self.tower is not None
        found = self.tower.figures(around or self.here(), self.now)
        return {self.state.find(Room, each.room).name: each for each in found}


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_rooms_are_told_of_in_their_order_and_backstage_is_none_of_them(watched: Watched) -> None:
    watched.groups("Un", "Deux")
    assert list(watched.figures()) == ["Plénière", "Un", "Deux"]
    assert watched.figures()["Plénière"].people == 2


def test_notes_are_counted_and_those_of_the_last_minute_apart(watched: Watched) -> None:
    board = watched.board(OPEN_BOARD)
    first = watched.note(watched.ana, board)
    watched.wait(MINUTE)
    watched.note(watched.ana, board)
    figures = watched.figures()["Plénière"]
    assert (figures.notes, figures.pace, figures.sign_at) == (2, 1, watched.now)
    watched.do(watched.ana, DropNote(note=first.id))
    assert watched.figures()["Plénière"].notes == 1


def test_who_has_neither_spoken_nor_written_in_a_step_is_silent(watched: Watched) -> None:
    board = watched.board(OPEN_BOARD)
    assert watched.figures()["Plénière"].silent == 2
    watched.note(watched.ana, board)
    assert watched.figures()["Plénière"].silent == 1
    said = Spoken(participant=watched.bob.id, room=watched.plenary, step=board.step, ms=900)
    watched.do(None, AddSpeech(spoken=(said,)))
    assert watched.figures()["Plénière"].silent == 0
    watched.run(plenary=OPEN_BOARD)
    assert watched.figures()["Plénière"].silent == 2


def test_who_is_not_connected_is_not_called_silent(watched: Watched) -> None:
    watched.board(OPEN_BOARD)
    assert watched.figures(Around(here={watched.ana.id}))["Plénière"].silent == 1


def test_an_anonymous_author_is_counted_without_being_known(watched: Watched) -> None:
    board = watched.board(msgspec.structs.replace(OPEN_BOARD, anonymous=True))
    watched.note(watched.ana, board)
    assert watched.figures()["Plénière"].silent == 1


def test_people_are_counted_where_they_are(watched: Watched) -> None:
    (group,) = watched.groups("Un")
    watched.do(watched.farid, MovePerson(person=watched.ana.id, room=group.id))
    assert {name: each.people for name, each in watched.figures().items()} == {"Plénière": 1, "Un": 1}
    watched.do(watched.farid, MovePerson(person=watched.ana.id, room=watched.plenary))
    assert watched.figures()["Un"].people == 0


def test_who_went_a_moment_ago_is_lost_and_who_went_long_ago_is_not(watched: Watched) -> None:
    around = Around(here={watched.bob.id}, weak={watched.bob.id, watched.ana.id})
    watched.do(None, Arrive(participant=watched.ana.id))
    figures = watched.figures(around)["Plénière"]
    assert (figures.here, figures.lost, figures.weak) == (1, 1, 1)
    watched.do(None, Leave(participant=watched.ana.id, at=watched.now))
    assert watched.figures(around)["Plénière"].lost == 1
    watched.wait(LOST_MS)
    assert watched.figures(around)["Plénière"].lost == 0


def test_who_never_came_is_not_lost(watched: Watched) -> None:
    assert watched.figures(Around())["Plénière"].lost == 0


def test_help_waits_since_it_was_first_asked_until_it_is_settled(watched: Watched) -> None:
    first, at = watched.made(Message, watched.ana, SendMessage(text="Aidez-nous", reach=Reach.STAFF)), watched.now
    watched.wait(MINUTE)
    watched.do(watched.bob, SendMessage(text="Et nous", reach=Reach.STAFF))
    figures = watched.figures()["Plénière"]
    assert (figures.help, figures.help_since) == (2, at)
    watched.do(watched.farid, SettleMessage(message=first.id))
    assert watched.figures()["Plénière"].help == 1


def test_a_voice_is_a_sign_before_it_is_written_down(watched: Watched) -> None:
    watched.board(OPEN_BOARD)
    watched.wait(MINUTE)
    assert watched.figures()["Plénière"].sign_at is None
    assert watched.figures(Around(speaking={watched.plenary}))["Plénière"].sign_at == watched.now


def test_a_conclusion_is_told_of_where_there_is_one(watched: Watched) -> None:
    watched.groups("Un")
    watched.run(groups=ConclusionPlan())
    figures = watched.figures()
    assert figures["Un"].conclusion == "drafting"
    assert figures["Plénière"].conclusion is None
