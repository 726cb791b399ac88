"""kill -9 at each point of the path: what was acknowledged is there once, and what is sent again is not done again."""

from __future__ import annotations

import asyncio
import signal
import sys

import msgspec
import pytest
from sqlalchemy import Engine, select

from persistence import tables
from persistence.journal import Journal
from rooms.activities.board import Note
from tests.realtime.crashing import NOTES, SENDERS
from tests.realtime.hall import WORKSHOP, hall
from tests.realtime.reader import wire

POINTS = (("before_commit", 1), ("before_commit", 3), ("after_commit", 2), ("after_ack", 3))


async def run(url: str, point: str, after: int, seed: int) -> tuple[int, set[str]]:
    """(exit code, notes acknowledged)"""
    arguments = ("-m", "tests.realtime.crashing", url, point, str(after), str(seed))
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    printed, _ = await process.communicate()
    return await process.wait(), set(printed.decode().split())


async def prepared(engine: Engine) -> str:
    """A workshop with a board, left by the process that made it. Returns the database's address."""
    async with hall(engine) as opened:
        await opened.board(hidden=False)
    return engine.url.render_as_string(hide_password=False)


def written(engine: Engine) -> list[str]:
    entities = Journal(engine).load(WORKSHOP).entities
    return sorted(entity.text for entity in entities if isinstance(entity, Note))


@pytest.mark.parametrize(("point", "after"), POINTS)
async def test_after_a_kill_every_acknowledged_note_is_there_once(engine: Engine, point: str, after: int) -> None:
    url = await prepared(engine)
    code, acknowledged = await run(url, point, after, seed=2)
    assert code == -signal.SIGKILL
    assert acknowledged <= set(written(engine))

    code, _ = await run(url, "never", 1, seed=3)
    assert code == 0
    assert written(engine) == sorted(f"{sender}-{note}" for sender in range(SENDERS) for note in range(NOTES))
    with engine.connect() as connection:
        seqs = connection.execute(select(tables.change.c.seq).order_by(tables.change.c.seq)).scalars().all()
    assert list(seqs) == list(range(1, len(seqs) + 1))


async def test_history_adds_up_to_what_is(engine: Engine) -> None:
    url = await prepared(engine)
    await run(url, "after_commit", 2, seed=2)
    with engine.connect() as connection:
        changes = connection.execute(select(tables.change).order_by(tables.change.c.seq)).all()
    folded: dict[str, dict[str, object]] = {}
    for change in changes:
        folded |= {entity["id"]: entity for entity in msgspec.json.decode(change.put)}
        for id in msgspec.json.decode(change.drop):
            del folded[id]
    now = wire(Journal(engine).load(WORKSHOP).entities)
    for person in [entity for entity in now.values() if entity["type"] == "participant"]:
        person["name"] = ""
    assert folded == now


async def test_without_the_rows_of_known_commands_notes_are_doubled(engine: Engine) -> None:
    """The guard is the guard: forget what was accepted, and the same commands are done again."""
    url = await prepared(engine)
    await run(url, "never", 1, seed=2)
    with engine.begin() as connection:
        connection.execute(tables.command.delete())
    await run(url, "never", 1, seed=3)
    assert len(written(engine)) == 2 * SENDERS * NOTES
