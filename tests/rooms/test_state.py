"""Shelves, rows and what an overlay makes of them."""

import random

import pytest

from rooms.activities.board import Note
from rooms.entity import Changes
from rooms.ids import ActivityId, AuthorId, ColumnId, NoteId, RoomId, StackId
from rooms.refusal import Refused
from rooms.state import Overlay, State
from tests.law import assert_indexed


def note(id: int, order: int, column: str = "a", stack: str | None = None) -> Note:
    return Note(
        id=NoteId(f"n{id}"),
        room=RoomId("r"),
        activity=ActivityId("b"),
        column=ColumnId(column),
        order=f"a{order}",
        stack=StackId(stack) if stack else None,
        text="",
        author=AuthorId("p"),
        at=0,
    )


def shuffle(state: State, dice: random.Random) -> None:
    id = dice.randrange(12)
    if dice.random() < 0.3:
        state.drop(f"n{id}")
    else:
        state.put(note(id, dice.randrange(10), dice.choice("ab"), dice.choice(["s", None])))


@pytest.mark.parametrize("seed", range(30))
def test_an_overlay_reads_as_the_state_it_will_be(seed: int) -> None:
    dice = random.Random(seed)
    base = State()
    for _ in range(20):
        shuffle(base, dice)
    middle = Overlay(base)
    for _ in range(8):
        shuffle(middle, dice)
    top = Overlay(middle)
    for _ in range(8):
        shuffle(top, dice)
    assert_indexed(top)
    there = {entity.id: entity for entity in top}
    top.merge()
    assert_indexed(middle)
    middle.merge()
    assert_indexed(base)
    assert {entity.id: entity for entity in base} == there


def test_an_overlay_does_nothing_to_what_lies_beneath() -> None:
    base = State(7)
    base.put(note(1, 1))
    overlay = Overlay(base)
    overlay.put(note(1, 2))
    overlay.put(note(2, 3))
    overlay.drop("n1")
    overlay.head = 8
    assert [entity.id for entity in base] == ["n1"]
    assert (base.head, overlay.get("n1"), overlay.touched()) == (7, None, {"n1", "n2"})


def test_what_was_put_and_dropped_again_leaves_no_trace() -> None:
    overlay = Overlay(State())
    overlay.put(note(1, 1))
    overlay.drop("n1")
    assert (overlay.touched(), list(overlay)) == (set(), [])
    assert (overlay.shelves, overlay.rows) == ({}, {})


def test_places_in_a_row_are_found_from_anywhere() -> None:
    state = State()
    state.apply(Changes(put=[note(i, i) for i in (3, 1, 5)]))
    assert [id for _, id in state.onwards("b/a", "a1")] == ["n3", "n5"]
    assert [id for _, id in state.onwards("b/a", "a2")] == ["n3", "n5"]
    assert [id for _, id in state.backwards("b/a")] == ["n5", "n3", "n1"]
    assert list(state.onwards("b/none")) == list(state.backwards("b/none")) == []


def test_finding_asks_for_the_right_kind() -> None:
    state = State()
    state.put(note(1, 1))
    assert state.find(Note, "n1").order == "a1"
    for id in ("n2", None, ""):
        with pytest.raises(Refused) as refused:
            state.find(Note, id)
        assert (refused.value.code, refused.value.details) == ("unknown", {"kind": "note"})
