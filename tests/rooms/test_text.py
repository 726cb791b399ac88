"""What people may write, and what becomes of it."""

import json
import unicodedata

import pytest

from facilitation.people import Rename
from rooms.activities.board import Note, WriteNote
from rooms.refusal import Refused
from rooms.text import line_or_nothing, normalized, one_line, prose, prose_or_nothing
from tests.cast import GOOD, OPEN_BOARD, Cast

ARABIC = "هل نزرع الأشجار؟"
FAMILY = "👩🏽‍🌾👨‍👩‍👧‍👦"


@pytest.mark.parametrize("text", ["Élodie", ARABIC, FAMILY, "日本語", "e\u0301", "a\nb", "<b>&amp;</b>", "\\u0000"])
def test_what_people_write_comes_out_as_they_wrote_it(cast: Cast, text: str) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), text)
    assert note.text == unicodedata.normalize("NFC", text)
    seen = cast.sees(cast.bob, note)
    assert seen is not None
    assert seen["text"] == note.text


def test_one_word_is_written_in_one_form(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    one, other = cast.note(cast.ana, board, "e\u0301te\u0301"), cast.note(cast.ana, board, "été")
    assert one.text == other.text == "été"


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800", "\udfff"])
def test_text_that_cannot_be_kept_is_invalid(cast: Cast, text: str) -> None:
    board = cast.board(OPEN_BOARD)
    raw = json.loads(json.dumps({"type": "note.write", "activity": board.id, "column": GOOD, "text": text}))
    with pytest.raises(Refused) as refused:
        normalized(raw)
    assert refused.value.code == "invalid"
    with pytest.raises(Refused):
        normalized({"text": [{text: 1}]})


def test_controls_and_turns_of_direction_are_taken_out_of_prose() -> None:
    assert prose("a\x07b\x1b[31m\u202ec\u2066d\u200f\r\ne\rf\tg") == "ab[31mcd\ne\nf\tg"


def test_a_line_has_no_breaks_and_single_spaces() -> None:
    assert one_line("  Ana \r\n\u2028 Maria\t\tdos\u202e Santos ") == "Ana Maria dos Santos"


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b\u200d", "\u202e\u2066", "\u0301", "\x07"])
def test_what_shows_nothing_is_empty(text: str) -> None:
    for kept in (one_line, prose):
        with pytest.raises(Refused) as refused:
            kept(text)
        assert refused.value.code == "empty"
    assert line_or_nothing(text) == prose_or_nothing(text) == ""


@pytest.mark.parametrize("name", ["Jean-Luc", "أحمد", "O’Brien", "李", FAMILY, "x" * 80])
def test_names_of_all_kinds_are_names(cast: Cast, name: str) -> None:
    cast.do(cast.ana, Rename(person=cast.ana.id, name=name))
    assert cast.record(cast.ana).name == name


@pytest.mark.parametrize(("name", "code"), [("x" * 81, "invalid"), ("x" * 200, "invalid"), ("", "empty")])
def test_names_have_a_length(cast: Cast, name: str, code: str) -> None:
    assert cast.code(cast.ana, Rename(person=cast.ana.id, name=name)) == code


def test_a_name_cannot_turn_the_sentence_around_it(cast: Cast) -> None:
    cast.do(cast.ana, Rename(person=cast.ana.id, name="\u202eanA\u2069 \u0007"))
    assert cast.record(cast.ana).name == "anA"


def test_length_is_counted_in_characters(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    longest = "é" * 500
    assert cast.note(cast.ana, board, longest).text == longest
    assert cast.code(cast.ana, WriteNote(activity=board.id, column=GOOD, text=longest + "é")) == "invalid"
    assert sum(1 for _ in cast.state.all(Note)) == 1
