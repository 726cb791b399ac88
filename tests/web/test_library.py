"""Every agenda of the library can be laid out and walked from its first step to its last, in every language."""

from __future__ import annotations

import pytest

from facilitation.agenda import StartStep
from facilitation.rotating import ApplyRotation, ProposeRotation
from facilitation.template import LayOut
from rooms.agenda import Room, RoomKind, Step
from rooms.rotation import ROTATION, Rotation
from tests.cast import Cast
from web.languages import LANGUAGES
from web.library import library
from web.library.file import Entry

KEYS = {"world_cafe", "one_two_four_all", "fishbowl", "consent_round", "dotmocracy", "gallery_walk", "six_hats"}
ENTRIES = [entry for language in LANGUAGES for entry in library(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_all_of_them(language: str) -> None:
    assert {entry.key for entry in library(language)} == KEYS


def test_a_language_that_is_not_known_gets_the_default_one() -> None:
    assert library("xx") == library("fr")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.key}-{entry.template.language}")
def test_an_agenda_is_laid_out_and_walked_through(entry: Entry) -> None:
    assert entry.minutes > 0
    assert entry.people is not None
    assert entry.people[0] < entry.people[1]
    cast = Cast(all_moves=False)
    cast.do(None, LayOut(template=entry.template))
    groups = [room for room in cast.state.all(Room) if room.room_kind is RoomKind.GROUP]
    if groups:
        cast.part()
    for step in sorted(cast.state.all(Step), key=lambda step: step.order):
        if step.moves is not None:
            cast.do(cast.farid, ProposeRotation(moves=step.moves))
            cast.do(cast.farid, ApplyRotation(seen=cast.state.find(Rotation, ROTATION).rev))
        cast.do(cast.farid, StartStep(step=step.id, seen=cast.workshop.step))
        assert any(True for _ in cast.state.shelf("under", step.id))
