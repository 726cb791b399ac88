from hypothesis import given
from hypothesis import strategies as st

from media.casting import LARGE, MEDIUM, SMALL, placed, sizes, visible
from media.control import Wish
from rooms.ids import ParticipantId

AMINA, BRUNO, CHLOE, DAVID = people = [ParticipantId(name) for name in ("amina", "bruno", "chloe", "david")]
cameras = dict.fromkeys(people)


def test_the_pinned_come_first_then_who_speaks_then_who_spoke_last() -> None:
    wish = Wish(layout="grid", faces=4, pinned=DAVID)
    assert visible(cameras, AMINA, wish, most=12, dominant=CHLOE) == [DAVID, CHLOE, BRUNO]


def test_nobody_is_shown_to_themselves() -> None:
    assert visible(cameras, AMINA, Wish(layout="grid", faces=4), most=12, dominant=AMINA) == [BRUNO, CHLOE, DAVID]


def test_no_more_faces_than_the_page_has_tiles_or_slots() -> None:
    assert len(visible(cameras, AMINA, Wish(layout="grid", faces=2), most=12, dominant=None)) == 2
    assert len(visible(cameras, AMINA, Wish(layout="grid", faces=9), most=1, dominant=None)) == 1
    assert visible(cameras, AMINA, Wish(layout="grid", faces=-1), most=4, dominant=BRUNO) == []


def test_a_hidden_page_and_one_for_sound_only_get_no_faces() -> None:
    assert visible(cameras, AMINA, Wish(faces=4, hidden=True), most=4, dominant=BRUNO) == []
    assert visible(cameras, AMINA, Wish(faces=4, layout="none"), most=4, dominant=BRUNO) == []


def test_who_is_pinned_but_has_no_camera_takes_no_tile() -> None:
    wish = Wish(layout="grid", faces=2, pinned=ParticipantId("nobody"))
    assert visible(cameras, AMINA, wish, most=4, dominant=None) == [BRUNO, CHLOE]


def test_the_speaker_is_large_and_the_others_small() -> None:
    found = sizes([BRUNO, CHLOE], Wish(layout="speaker", faces=4), "desktop")
    assert found == {BRUNO: LARGE, CHLOE: SMALL}
    assert sizes([BRUNO, CHLOE], Wish(layout="speaker", faces=4), "phone") == {BRUNO: MEDIUM, CHLOE: SMALL}


def test_tiles_of_a_grid_are_as_large_as_their_number_allows() -> None:
    grid = Wish(layout="grid", faces=12)
    assert set(sizes(people[:1], grid, "desktop").values()) == {LARGE}
    assert set(sizes(people, grid, "desktop").values()) == {MEDIUM}
    assert set(sizes(people, grid, "phone").values()) == {SMALL}
    assert set(sizes(people, Wish(layout="grid", faces=4, quality="low"), "desktop").values()) == {SMALL}


names = st.sampled_from([ParticipantId(name) for name in "abcdefgh"])


@given(st.lists(st.none() | names, max_size=6), st.lists(names, max_size=8, unique=True))
def test_who_is_shown_already_keeps_the_slot(now: list[ParticipantId | None], wanted: list[ParticipantId]) -> None:
    now = [each if now.index(each) == at else None for at, each in enumerate(now)]
    wanted = wanted[: len(now)]
    after = placed(now, wanted)
    assert len(after) == len(now)
    assert {each for each in after if each} == set(wanted)
    assert all(then == before for before, then in zip(now, after, strict=True) if before in wanted and before)
