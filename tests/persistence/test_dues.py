"""What is to happen at a time, once."""

from __future__ import annotations

from sqlalchemy import Engine

from rooms.entity import Due
from rooms.ids import WorkshopId
from tests.persistence.scribe import START, WORKSHOP, founded_in, note, record, write

CLOSE = Due("d1", START + 60_000, {"type": "poll.close", "poll": "p1"})
LATER = Due("d1", START + 90_000, {"type": "poll.close", "poll": "p1"})
OTHER = Due("d2", START + 30_000, {"type": "groups.end"})


def test_dues_come_when_their_time_has_come_and_in_order(engine: Engine) -> None:
    journal = founded_in(engine)
    journal.found(WorkshopId("w2"), "e2", START)
    write(journal, record(1, note("n1", 1), dues=[CLOSE, OTHER]))
    assert journal.dues(START) == []
    assert journal.dues(START + 30_000) == [(WORKSHOP, OTHER)]
    assert journal.dues(START + 60_000) == [(WORKSHOP, OTHER), (WORKSHOP, CLOSE)]


def test_the_same_id_moves_a_deadline(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), dues=[CLOSE]), record(2, note("n1", 2), dues=[LATER]))
    assert journal.dues(START + 89_999) == []
    assert journal.dues(START + 90_000) == [(WORKSHOP, LATER)]


def test_a_due_is_gone_with_the_command_that_fulfils_it(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), dues=[CLOSE, OTHER]))
    write(journal, record(2, note("n1", 2), done=CLOSE))
    assert journal.dues(CLOSE.at) == [(WORKSHOP, OTHER)]


def test_a_due_whose_command_changes_nothing_any_more_is_gone_too(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), dues=[CLOSE]))
    write(journal, record(None, done=CLOSE))
    assert journal.dues(CLOSE.at) == []


def test_a_deadline_moved_meanwhile_is_not_fulfilled_by_its_old_time(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), dues=[CLOSE]))
    write(journal, record(2, note("n1", 2), dues=[LATER]), record(None, done=CLOSE))
    write(journal, record(None, done=CLOSE))
    assert journal.dues(LATER.at) == [(WORKSHOP, LATER)]


def test_a_command_may_put_its_own_due_again(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), dues=[CLOSE]))
    write(journal, record(2, note("n1", 2), done=CLOSE, dues=[LATER]))
    assert journal.dues(LATER.at) == [(WORKSHOP, LATER)]


def test_a_due_that_is_rolled_back_stays(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, note("n1", 1), dues=[CLOSE]))
    batch = journal.begin(WORKSHOP, 1, [])
    batch.write([record(2, note("n1", 2), done=CLOSE)])
    batch.rollback()
    assert journal.dues(CLOSE.at) == [(WORKSHOP, CLOSE)]
