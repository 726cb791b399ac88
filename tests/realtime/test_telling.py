"""What audiences are told adds up: snapshot + later frames = fresh snapshot, for everybody, on real commits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Engine

from realtime.telling import COALESCE_MAX_S, COALESCE_S, RING, pause_s
from rooms.activities.board import Note
from rooms.permissions import Role
from tests.realtime.hall import Hall, hall


@pytest.fixture
async def a_hall(engine: Engine) -> AsyncIterator[Hall]:
    async with hall(engine) as opened:
        yield opened


@pytest.fixture
async def full(a_hall: Hall) -> Hall:
    """Everybody reads along, and every command is followed by the law."""
    for person in ("ana", "bo", "fa", "vi"):
        a_hall.read(person)
    a_hall.read("fa", look=a_hall.room("plenary").id)
    return a_hall


async def test_a_hidden_note_reaches_its_author_only_until_it_is_revealed(full: Hall) -> None:
    ana, bo, *_ = full.readers
    board = await full.board(hidden=True)
    note = await full.note("ana", board, "un secret")
    assert note.id in ana.mine
    assert b"un secret" not in b"".join(reader.bytes for reader in full.readers if reader is not ana)
    await full.do("fa", "board.reveal", activity=board.id)
    assert bo.seen[note.id]["text"] == "un secret"
    await full.do("fa", "board.reveal", activity=board.id, revealed=False)
    assert note.id not in bo.seen


async def test_people_are_taken_along_when_groups_open_and_close(full: Hall) -> None:
    ana, *_ = full.readers
    board = await full.board(hidden=False)
    note = await full.note("ana", board, "en plénière")
    for name in ("Bancs", "Ombre"):
        await full.do("fa", "room.add", name=name)
    await full.do("fa", "groups.open")
    assert note.id not in ana.seen
    assert ana.you["room"] != full.room("plenary").id
    await full.do("fa", "groups.close", at=0)
    assert ana.seen[note.id]["text"] == "en plénière"


async def test_dots_are_seen_by_nobody_and_their_total_only_after_voting(full: Hall) -> None:
    ana, bo, *_ = full.readers
    board = await full.board(hidden=False)
    note = await full.note("ana", board, "une idée")
    await full.do("fa", "board.vote", activity=board.id, voting="open")
    await full.do("bo", "dot.place", note=note.id, count=1)
    assert ana.seen[note.id]["dots"] is None
    assert ana.mine[note.id]["dots"] is None
    assert [e["count"] for e in bo.mine.values() if e["type"] == "dot"] == [1]
    await full.do("fa", "board.vote", activity=board.id, voting="closed")
    assert ana.seen[note.id]["dots"] == 1


async def test_in_an_anonymous_board_one_keeps_ones_notes_until_the_workshop_closes(full: Hall) -> None:
    await full.join("or", role=Role.ORGANIZER)
    ana, bo, *_ = full.readers
    board = await full.board(hidden=False, anonymous=True)
    note = await full.note("ana", board, "sans nom")
    assert bo.seen[note.id]["author"] is None
    assert note.id in ana.mine
    await full.do("or", "workshop.close")
    assert note.id not in ana.mine


async def test_staff_look_at_a_room_without_leaving_theirs(full: Hall) -> None:
    board = await full.board(hidden=False)
    note = await full.note("ana", board, "visible")
    staff = full.read("fa")
    assert note.id not in staff.seen
    staff.connection.look = full.room("plenary").id
    full.live.telling.follow(staff.connection)
    staff.check()
    assert note.id in staff.seen


async def test_a_late_joiner_gets_a_cached_snapshot_and_what_came_after(full: Hall) -> None:
    board = await full.board(hidden=False)
    first = full.read("bo")
    note = await full.note("ana", board, "entre deux")
    late = full.read("bo")
    assert late.seen[note.id] == first.seen[note.id]
    late.check()


async def test_who_was_away_gets_the_frames_they_missed(full: Hall) -> None:
    board = await full.board(hidden=False)
    away = full.read("bo")
    full.readers.remove(away)
    away.leave()
    since = away.head
    note = await full.note("ana", board, "pendant l'absence")
    await full.ask("ana", "note.edit", note=note.id, text="corrigé")
    full.live.telling.flush()
    away.join(since)
    assert away.seen[note.id]["text"] == "corrigé"
    away.check()


async def test_who_was_away_too_long_gets_a_snapshot(full: Hall) -> None:
    board = await full.board(hidden=False)
    note = await full.note("ana", board, "0")
    away = full.read("bo")
    full.readers.clear()
    away.leave()
    other = full.read("ana")
    for i in range(RING + 2):
        await full.ask("ana", "note.edit", note=note.id, text=str(i + 1))
        full.live.telling.flush()
    away.seen = {"stale": {}}
    away.join(away.head)
    assert "stale" not in away.seen
    away.check()
    other.check()


async def test_who_moved_while_away_gets_a_snapshot_of_the_new_room(full: Hall) -> None:
    await full.board(hidden=False)
    await full.do("fa", "room.add", name="Bancs")
    away = full.read("bo")
    full.readers.remove(away)
    away.leave()
    await full.do("fa", "person.move", person="bo", room=full.room("Bancs").id)
    away.join(away.head)
    assert away.you["room"] == full.room("Bancs").id
    away.check()


async def test_many_changes_are_told_in_few_frames(full: Hall) -> None:
    board = await full.board(hidden=False)
    full.readers.clear()
    reader = full.read("bo")
    full.readers.clear()
    before = reader.events.count("frame")
    await asyncio.gather(*(full.note_unchecked("ana", board, str(i)) for i in range(100)))
    reader.check()
    assert sum(1 for e in reader.seen.values() if e["type"] == "note") == 100
    assert reader.events.count("frame") - before < 20


async def test_presence_is_told_in_digests(full: Hall) -> None:
    ana, bo, *_ = full.readers
    full.live.telling.digest()
    assert ana.here == {"ana", "bo"}
    bo.leave()
    full.readers.remove(bo)
    full.live.telling.digest()
    assert ana.here == {"ana"}


async def test_who_moves_is_told_who_is_there(full: Hall) -> None:
    ana, bo, *_ = full.readers
    await full.do("fa", "room.add", name="Bancs")
    bancs = full.room("Bancs").id
    full.live.telling.digest()
    await full.do("fa", "person.move", person="bo", room=bancs)
    full.live.telling.digest()
    assert (ana.here, bo.here) == ({"ana"}, {"bo"})
    await full.do("fa", "person.move", person="ana", room=bancs)
    assert ana.here == {"bo"}
    full.live.telling.digest()
    assert ana.here == bo.here == {"ana", "bo"}


async def test_a_long_way_is_made_with_the_snapshot_that_newcomers_share(full: Hall) -> None:
    board = await full.board(hidden=False)
    await full.do("fa", "room.add", name="Bancs")
    for person in ("ana", "bo"):
        await full.do("fa", "person.move", person=person, room=full.room("Bancs").id)
    readers, full.readers = full.readers, []
    for i in range(200):
        await full.note_unchecked("fa", board, f"{i} " + "mot " * 100)
    full.readers = readers
    ana, bo, *_ = readers
    for reader in (ana, bo):
        before = len(reader.events)
        await full.do("fa", "person.move", person=reader.connection.session.participant, room=board.room)
        told = reader.events[before:]
        assert told[told.index("you") + 1] == "welcome"


async def test_a_state_read_anew_welcomes_everybody_again(full: Hall) -> None:
    ana, *_ = full.readers
    await full.board(hidden=False)
    state, _ = full.gateway._read(full.live.id)
    full.live.replace(state, "e2")
    assert ana.epoch == "e2"
    for reader in full.readers:
        reader.check()
    assert not any(isinstance(entity, Note) for entity in state)


def test_a_crowd_is_told_a_little_less_often_and_never_less_than_twelve_times_a_second() -> None:
    pauses = [pause_s(people) for people in (1, 200, 300, 500, 5_000)]
    assert pauses == [COALESCE_S, COALESCE_S, pytest.approx(0.06), COALESCE_MAX_S, COALESCE_MAX_S]
