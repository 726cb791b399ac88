"""Of each kind of thing, what may be published is what anybody sees in its room, without what is nobody else's."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from persistence.archive import export
from persistence.archive.contents import KINDS
from persistence.archive.public import SHOWN, WITHHELD
from persistence.engine import open_engine
from persistence.links import Link, Links
from rooms.activities.conclusion import Citation, Conclusion, citations_in
from rooms.activities.discussion import Message
from rooms.activities.poll import Poll, Roll
from rooms.agenda import Room, RoomKind
from rooms.audience import Audience, Seat, view
from rooms.entity import Entity
from rooms.ids import ParticipantId
from rooms.moderation import Moderation, Written
from rooms.permissions import Role
from rooms.state import State
from tests.persistence.test_archive import WORKSHOP, Members, keep, members, records, text
from tests.sample import BEGAN_AT, Story, held


def published(database: Path, story: Story, folder: Path) -> Members:
    """The public archive of what has happened, and of somebody's way back to it."""
    shutil.copy(database, folder / "palabre.db")
    engine = open_engine(f"sqlite:///{folder / 'palabre.db'}")
    keep(engine, story)
    Links(engine).create(
        Link("way-back", WORKSHOP, Role.PARTICIPANT, "Retour", BEGAN_AT, participant=ParticipantId("ana"))
    )
    export(engine, folder, WORKSHOP, folder / "public.zip", now_ms=BEGAN_AT, public=True)
    engine.dispose()
    return members(folder / "public.zip")


def held_secretly() -> Story:
    """The sample, with a secret vote going on and a conclusion that is written in again."""
    story = held()
    cell = story.cell("Débat", "Plénière")
    question = {"text": "Encore un secret ?", "options": ["Oui", "Non"], "way": "secret"}
    story.do("olga", "poll.add", activity=cell, question=question)
    poll = next(poll for poll in story.state.under(cell, Poll) if poll.question == question["text"])
    story.do("olga", "poll.open", poll=poll.id)
    story.do("ana", "ballot.cast", poll=poll.id, choices=["1"])
    story.do("farid", "conclusion.reopen", conclusion=written(story.state).id)
    return story


def written(state: State) -> Conclusion:
    return next(one for one in state.all(Conclusion) if any(True for _ in citations_in(state, one.id)))


def seen_by_viewers(state: State) -> dict[str, dict[str, Any]]:
    """What a viewer sees in any room but backstage, as it is told."""
    rooms = [room.id for room in state.all(Room) if room.room_kind is not RoomKind.BACKSTAGE]
    seen = [entity for room in rooms for entity in view(Audience(Seat.VIEWER, room), state)]
    return {entity.id: msgspec.json.decode(msgspec.json.encode(entity)) for entity in seen}


def is_talk(entity: Entity) -> bool:
    """Words for a room or a person, which nobody has said for the public."""
    return isinstance(entity, Message) and entity.reach != "all"


@pytest.fixture(scope="module")
def story() -> Story:
    return held_secretly()


@pytest.fixture(scope="module")
def public(migrated_sqlite: Path, story: Story, tmp_path_factory: pytest.TempPathFactory) -> Members:
    return published(migrated_sqlite, story, tmp_path_factory.mktemp("public"))


def test_of_each_kind_it_has_what_a_viewer_sees_in_its_room_and_nothing_else(public: Members, story: Story) -> None:
    seen = seen_by_viewers(story.state)
    quoted = {one.id for one in citations_in(story.state, written(story.state).id)}
    for kind in KINDS.keys() - {"file", "moderation"}:  # which hang on what shows them, which are counted
        there = [entity for entity in story.state if entity.kind == kind]
        if kind in WITHHELD:
            assert f"entities/{kind}.json" not in public, kind
            hidden = there
        else:
            shown = {record["id"]: record for record in records(public, kind)}
            expected = {one.id for one in there if one.id in seen and not is_talk(one) and one.id not in quoted}
            assert shown.keys() == expected, kind
            assert all(record.keys() == set(SHOWN[kind]) for record in shown.values()), kind
            hidden = [one for one in there if one.id not in shown]
        said = text(public)
        assert not [one.id for one in hidden if f'"id":"{one.id}"' in said], kind


def test_what_staff_alone_know_of_a_thing_is_not_in_it(public: Members, story: Story) -> None:
    """Each field is as a viewer was told it, or blank, or a label in a person's stead."""
    seen = seen_by_viewers(story.state)
    for kind in SHOWN.keys() - {"file", "moderation"}:
        for record in records(public, kind):
            told = seen[record["id"]]
            for name, value in record.items():
                assert value in (told[name], None, {}) or (name == "author" and value.startswith("person-")), (
                    kind,
                    name,
                )


def test_acts_of_moderation_are_counted_and_what_they_were_about_stays_at_home(public: Members, story: Story) -> None:
    told = [(act["act"], act["reason"]) for act in records(public, "moderation")]
    assert sorted(told, key=str) == sorted(((act.act, act.reason) for act in story.state.all(Moderation)), key=str)
    assert not any("about" in act for act in records(public, "moderation"))
    said = text(public)
    # What was reported and left as it is stands there as if nobody had.
    shown = {entity.id for entity in story.state if isinstance(entity, Written) and entity.is_shown}
    assert not [act.about for act in story.state.all(Moderation) if act.about not in shown and act.about in said]
    for word in ("Masqué", "En attente", "Un nom, secret", "Est-ce le sujet", "Trop de bruit", "Kim"):
        assert word not in said


def test_who_has_voted_in_secret_and_what_was_put_into_the_box_stay_at_home(public: Members, story: Story) -> None:
    said = text(public)
    assert [roll for roll in story.state.all(Roll) if roll.poll in said and roll.id in said] == []
    for poll in records(public, "poll"):
        if poll["way"] == "secret":
            assert poll["turnout"] is poll["present"] is poll["outcome"] is None
            assert [option["votes"] for option in poll["options"]] == [None] * len(poll["options"])
    assert not {"sealed_ballots.json", "documents.json", "history.jsonl", "links.json", "dues.json"} & public.keys()


def test_what_is_written_in_again_is_not_published_in_the_words_of_before(public: Members, story: Story) -> None:
    conclusion = written(story.state)
    (record,) = (record for record in records(public, "conclusion") if record["id"] == conclusion.id)
    assert record["texts"] == {}
    assert "ne change" not in text(public)
    (citation,) = (one for one in story.state.all(Citation) if one.conclusion == conclusion.id)
    assert citation.id not in text(public)


def test_once_it_is_frozen_it_is(migrated_sqlite: Path, tmp_path: Path) -> None:
    story = held()
    conclusion = written(story.state)
    public = published(migrated_sqlite, story, tmp_path)
    (record,) = (record for record in records(public, "conclusion") if record["id"] == conclusion.id)
    assert record["texts"] == dict(conclusion.texts) != {}
    assert records(public, "citation")


def test_nobodys_way_back_is_published(public: Members) -> None:
    assert "way-back" not in text(public)
    assert "Retour" not in text(public)
