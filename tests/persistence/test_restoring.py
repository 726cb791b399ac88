"""A backup put back while people still hold what came after it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import Engine

from persistence.engine import open_engine
from persistence.journal import Journal
from persistence.restoring import begin_again
from realtime.gateway import Gateway
from realtime.messages import Join
from rooms.activities.board import WriteNote
from rooms.chance import Chance
from rooms.deciding import Actor
from rooms.ids import ParticipantId
from tests.realtime.hall import WORKSHOP, hall
from tests.realtime.reader import Reader


def saved(engine: Engine, path: Path) -> Engine:
    """A backup of SQLite, opened."""
    connection = engine.raw_connection()
    connection.cursor().execute(f"VACUUM INTO '{path}'")
    connection.close()
    return open_engine(f"sqlite:///{path}")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_whoever_saw_what_is_gone_begins_again(engine: Engine, tmp_path: Path) -> None:
    async with hall(engine) as before:
        board = await before.board(hidden=False)
        backup = saved(engine, tmp_path / "backup.db")
        ana = before.read("ana")
        await before.note("ana", board, "perdu")
        ana.check()
        assert begin_again(backup) == 1

        gateway = Gateway(Journal(backup), lambda: before.now, Chance(random.Random(2)))
        live = await gateway.open(WORKSHOP)
        bo = Reader(live, "bo").join()
        for text in ("un", "deux", "trois"):
            command = WriteNote(activity=board.id, column=board.plan.columns[0].id, text=text)
            await gateway.do(WORKSHOP, Actor(ParticipantId("bo")), command)
            bo.check()
        assert live.state.head > ana.head

        back = Reader(live, "ana")
        back.seen, back.head, back.you = ana.seen, ana.head, ana.you
        live.telling.welcome(back.connection, Join(since=ana.head, epoch=ana.epoch, audience=ana.you["audience"]))
        back.check()
        await gateway.close()
    backup.dispose()
