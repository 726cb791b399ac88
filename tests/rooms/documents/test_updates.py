"""An update is read before the engine has it, and held to bounds."""

from __future__ import annotations

from typing import Any

import pytest
from pycrdt import Doc, Text

from rooms.documents import document as documents
from rooms.documents.document import Document
from rooms.documents.updates import STRUCTS_MAX, clocks, number, read, utf16_length, vector
from rooms.refusal import Refused
from tests.rooms.documents.pens import ANA, FIELDS, Pen, replayed


def refused(document: Document, update: bytes, most: int = 100) -> Refused:
    with pytest.raises(Refused) as caught:
        document.check(update, ANA, most)
    return caught.value


def test_an_update_says_who_wrote_how_much_and_on_what_it_stands() -> None:
    pen = Pen(ANA, [])
    first = read(pen.does(lambda text: text.insert(0, "é🎉")), FIELDS)
    assert (first.client, first.clock, first.end, first.inserted, first.deletes, first.needs) == (
        ANA,
        0,
        3,
        3,
        False,
        {},
    )
    second = read(pen.does(lambda text: text.insert(0, "x")), FIELDS)
    assert (second.clock, second.end, second.needs) == (3, 4, {ANA: 1})
    assert second.missing({})
    assert not second.missing({ANA: 3})
    assert not second.is_known({ANA: 3})
    assert second.is_known({ANA: 4})


def test_vectors_are_written_and_read() -> None:
    known = {1: 0, 127: 128, ANA: 1 << 31}
    assert clocks(vector(known)) == known
    with pytest.raises(Refused):
        clocks(vector(known) + b"\x00")
    with pytest.raises(Refused):
        clocks(b"\xff" * 9)


def test_lengths_are_those_of_browsers() -> None:
    assert [utf16_length(text) for text in ("", "abc", "é", "🎉", "ساحة")] == [0, 3, 1, 2, 4]


def test_a_text_is_full_at_its_last_character_and_deleting_makes_room() -> None:
    pen = Pen(ANA, [])
    ten = pen.does(lambda text: text.insert(0, "x" * 10))
    document = replayed([(1, ANA, ten, "ana")])
    eleventh = pen.does(lambda text: text.insert(10, "y"))
    assert refused(document, eleventh, most=10).code == "text_full"
    assert document.check(eleventh, ANA, most=11).inserted == 1

    def instead(text: Text) -> None:
        del text[:5]
        text.insert(0, "zzz")

    swapped = Pen(ANA, [(1, ANA, ten, "ana")]).does(instead)
    assert document.check(swapped, ANA, most=10).inserted == 3


def test_an_update_of_a_full_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "SIZE_MAX", 200)
    document = replayed([(1, ANA, Pen(ANA, []).does(lambda text: text.insert(0, "x" * 150)), "ana")])
    update = Pen(ANA, [(1, ANA, document.state(), "ana")]).does(lambda text: text.insert(0, "y" * 100))
    assert refused(document, update, most=10_000).code == "document_full"


def test_of_too_many_structs_none_is_read() -> None:
    head = number(1) + number(STRUCTS_MAX + 1) + number(ANA) + number(0)
    assert refused(Document(FIELDS), head + b"\x00\x01" * (STRUCTS_MAX + 1) + b"\x00").details == {
        "reason": "too many structs"
    }


def test_nobody_writes_for_two() -> None:
    other: Doc[Any] = Doc(client_id=7)
    other.get("agreed", type=Text).insert(0, "x")
    pen = Pen(ANA, [(1, 7, other.get_update(), "bo")])
    pen.text("agreed").insert(0, "y")
    assert refused(Document(FIELDS), pen.doc.get_update()).details == {"reason": "more than one client"}
    assert refused(Document(FIELDS), other.get_update()).code == "update_forged"
