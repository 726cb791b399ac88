"""No row, byte or order that is kept or told says who chose what; and no crash loses a ballot or counts one twice."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from persistence import tables
from persistence.journal import Journal
from realtime.clockwork import Clockwork
from realtime.gateway import Answer, Gateway
from realtime.messages import Accepted, Refusal
from rooms.activities.poll import Poll, Roll
from rooms.ids import ParticipantId
from tests.postgres import Postgres
from tests.realtime.hall import WORKSHOP, Hall, hall
from tests.realtime.voting import CHOICES, VOTERS

WORDS = {who: f"motsecret{place}" for place, who in enumerate(VOTERS)}


@pytest.fixture
async def a_hall(engine: Engine) -> AsyncIterator[Hall]:
    async with hall(engine) as opened:
        for person in VOTERS[2:]:
            await opened.join(person)
        yield opened


async def put(of: Hall, **question: Any) -> str:
    """A secret poll, open in plenary."""
    await of.do("fa", "step.add", title="Vote", plenary={"kind": "discussion"})
    step = next(of.live.state.shelf("kind", "step"))
    await of.do("fa", "step.start", step=step.id, seen=None)
    cell = next(of.live.state.shelf("kind", "discussion"))
    question = {"text": "Et vous ?", "way": "secret", **question}
    await of.do("fa", "poll.add", activity=cell.id, question=question)
    poll = next(of.live.state.all(Poll))
    await of.do("fa", "poll.open", poll=poll.id)
    return poll.id


async def put_words(of: Hall) -> str:
    return await put(of, kind="words")


async def put_choice(of: Hall) -> str:
    return await put(of, options=["Oui", "Non", "Plus tard"])


def the_poll(of: Hall) -> Poll:
    return next(of.live.state.all(Poll))


def dumped(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in tables.metadata.sorted_tables
        }


async def dump(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    return await asyncio.to_thread(dumped, engine)


def box(rows: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return rows["sealed_ballot"]


# -- rows ---------------------------------------------------------------------------------------------------------


async def test_no_row_has_a_person_and_their_choice_and_no_value_joins_the_two(a_hall: Hall, engine: Engine) -> None:
    poll = await put_words(a_hall)
    for who, word in WORDS.items():
        await a_hall.do(who, "ballot.cast", id=f"the-ballot-of-{who}", poll=poll, words=[word])
    rows = await dump(engine)
    assert sorted(row["body"] for row in box(rows)) == sorted(
        f'{{"choices":[],"scores":{{}},"words":["{word}"]}}' for word in WORDS.values()
    )
    assert {frozenset(row) for row in box(rows)} == {frozenset({"workshop", "poll", "id", "body"})}
    others = [row for name, found in rows.items() if name != "sealed_ballot" for row in found]
    everything_else = str(others)
    assert "motsecret" not in everything_else
    for row in box(rows):
        assert row["id"] not in everything_else
        assert not any(who in row["body"] for who in VOTERS)
    sealed, told = ({value for row in some for value in row.values()} for some in (box(rows), others))
    assert sealed & told <= {WORKSHOP, poll}


async def test_the_journal_says_of_a_secret_ballot_that_there_was_one(a_hall: Hall, engine: Engine) -> None:
    poll = await put_choice(a_hall)
    for who, choice in zip(VOTERS, CHOICES, strict=True):
        await a_hall.do(who, "ballot.cast", poll=poll, choices=[choice])
    cast = [row for row in (await dump(engine))["change"] if row["command"] == "ballot.cast"]
    assert len(cast) == len(VOTERS)
    shapes = {row["put"].replace(row["actor"], "?").replace(f'"rev":{row["seq"]}', "") for row in cast}
    assert len(shapes) == 1
    assert "choices" not in shapes.pop()


async def test_neither_place_nor_transaction_tells_in_which_order_ballots_came(a_hall: Hall, engine: Engine) -> None:
    poll = await put_words(a_hall)
    orders, ids = [], set[str]()
    place = "id" if engine.dialect.name == "sqlite" else "ctid"
    for count, (who, word) in enumerate(WORDS.items(), 1):
        await a_hall.do(who, "ballot.cast", poll=poll, words=[word])
        seen = {row["id"] for row in box(await dump(engine))}
        assert len(seen) == count
        assert not seen & ids, "a ballot is known again by its id"
        ids |= seen
        orders.append(await asyncio.to_thread(in_place, engine, place))
        assert await asyncio.to_thread(transactions, engine) <= 1, "a ballot is known by its transaction"
    as_cast = [f'{{"choices":[],"scores":{{}},"words":["{word}"]}}' for word in WORDS.values()]
    # All six in the order in which they came, and so whenever one was added: one chance in 720 × 120 × 24 × 6 × 2.
    assert any(order != as_cast[: len(order)] for order in orders)


def in_place(engine: Engine, place: str) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(text(f"SELECT body FROM sealed_ballot ORDER BY {place}")).scalars())


def transactions(engine: Engine) -> int:
    if engine.dialect.name == "sqlite":
        return 0
    with engine.connect() as connection:
        return len(set(connection.execute(text("SELECT xmin::text FROM sealed_ballot")).scalars()))


async def test_closing_shakes_the_box_once_more(a_hall: Hall, engine: Engine) -> None:
    poll = await put_choice(a_hall)
    for who, choice in zip(VOTERS, CHOICES, strict=True):
        await a_hall.do(who, "ballot.cast", poll=poll, choices=[choice])
    before = {row["id"] for row in box(await dump(engine))}
    await a_hall.do("fa", "poll.close", poll=poll)
    after = {row["id"] for row in box(await dump(engine))}
    assert len(after) == len(before) == len(VOTERS)
    assert not before & after
    assert [option.votes for option in the_poll(a_hall).options] == [3, 2, 1]


# -- bytes on the disk --------------------------------------------------------------------------------------------


async def test_the_files_have_forgotten_what_the_box_was(
    a_hall: Hall, engine: Engine, request: pytest.FixtureRequest
) -> None:
    """Not one id that a ballot had while people voted is left, neither in SQLite's log nor in PostgreSQL's table."""
    poll = await put_choice(a_hall)
    clockwork = Clockwork(a_hall.gateway)
    ids = set[str]()
    for who, choice in zip(VOTERS, CHOICES, strict=True):
        await a_hall.do(who, "ballot.cast", poll=poll, choices=[choice])
        ids |= {row["id"] for row in box(await dump(engine))}
        if who == "dee":
            await clockwork.wipe()
    await a_hall.do("fa", "poll.close", poll=poll)
    await clockwork.wipe()
    kept = {row["id"] for row in box(await dump(engine))}
    raw = await asyncio.to_thread(files_of, engine, request)
    assert all(id.encode() in raw for id in kept), "the files read are those of the table"
    assert [id for id in ids if id.encode() in raw] == []


def files_of(engine: Engine, request: pytest.FixtureRequest) -> bytes:
    if engine.dialect.name == "sqlite":
        path = Path(str(engine.url.database))
        return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    server: Postgres = request.getfixturevalue("postgres")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        folder = connection.execute(text("SELECT pg_relation_filepath('sealed_ballot')")).scalar_one()
    return b"".join(file.read_bytes() for file in (server.data / folder).parent.iterdir() if file.is_file())


class Diary(Journal):
    """Notes each time it is asked to wipe."""

    wiped = 0

    def wipe(self) -> bool:
        self.wiped += 1
        return super().wipe()


async def test_a_box_is_wiped_once_after_each_shake_and_after_a_start(a_hall: Hall, engine: Engine) -> None:
    diary = a_hall.gateway.journal = Diary(engine)
    clockwork = Clockwork(a_hall.gateway)
    await clockwork.wipe()
    await clockwork.wipe()
    assert diary.wiped == 1
    poll = await put_choice(a_hall)
    await clockwork.wipe()
    assert diary.wiped == 1
    await a_hall.do("ana", "ballot.cast", poll=poll, choices=["1"])
    await clockwork.wipe()
    await clockwork.wipe()
    assert diary.wiped == 2


# -- bytes on the wire --------------------------------------------------------------------------------------------


async def test_no_byte_told_to_anybody_says_what_was_chosen_before_the_result(a_hall: Hall) -> None:
    poll = await put_words(a_hall)
    plenary = a_hall.room("plenary").id
    readers = {who: a_hall.read(who, look=plenary if who == "fa" else None) for who in (*VOTERS, "fa", "vi")}
    for who, word in WORDS.items():
        await a_hall.do(who, "ballot.cast", poll=poll, words=[word])
    for reader in readers.values():
        assert b"motsecret" not in reader.bytes
        reader.join()
        assert b"motsecret" not in reader.bytes
    await a_hall.do("fa", "poll.close", poll=poll)
    assert {who for who, reader in readers.items() if b"motsecret" in reader.bytes} == {"fa"}
    await a_hall.do("fa", "poll.publish", poll=poll)
    for who, reader in readers.items():
        assert b"motsecret" in reader.bytes
        known = [*reader.seen.values(), *reader.mine.values()]
        rolls = {entity["participant"] for entity in known if entity["type"] == "roll"}
        assert rolls == ({who} if who in VOTERS else set())


async def test_a_ballot_makes_no_frame_but_the_voters_own(a_hall: Hall) -> None:
    poll = await put_choice(a_hall)
    others = [a_hall.read(who) for who in ("bo", "fa", "vi")]
    before = [len(reader.events) for reader in others]
    await a_hall.do("ana", "ballot.cast", poll=poll, choices=["1"])
    assert [len(reader.events) for reader in others] == before


async def test_the_turnout_is_told_by_the_clock(a_hall: Hall) -> None:
    poll = await put_choice(a_hall)
    clockwork = Clockwork(a_hall.gateway)
    for who in ("ana", "bo"):
        await a_hall.do(who, "ballot.cast", poll=poll, choices=["1"])
    assert the_poll(a_hall).turnout == 0
    a_hall.now += 5_000
    await clockwork.fulfil()
    assert the_poll(a_hall).turnout == 2
    assert await asyncio.to_thread(a_hall.journal.dues, a_hall.now + 60_000) == []


async def test_no_log_says_what_was_chosen(a_hall: Hall, engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    """Not even when the database refuses the very rows."""
    caplog.set_level(logging.DEBUG)
    poll = await put_words(a_hall)
    await a_hall.do("ana", "ballot.cast", poll=poll, words=["motsecret0"])
    await asyncio.to_thread(rename, engine, "sealed_ballot", "moved_away")
    answer = await a_hall.ask("bo", "ballot.cast", poll=poll, words=["motsecret1"])
    assert isinstance(answer, Refusal)
    await asyncio.to_thread(rename, engine, "moved_away", "sealed_ballot")
    assert "motsecret" not in caplog.text
    assert "motsecret" not in str(answer)
    await a_hall.do("bo", "ballot.cast", poll=poll, words=["motsecret1"])


def rename(engine: Engine, old: str, new: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


# -- many at once, several processes ------------------------------------------------------------------------------


async def test_ballots_beside_the_closing_are_counted_or_refused(a_hall: Hall) -> None:
    poll = await put_choice(a_hall)
    asked: list[Any] = [a_hall.ask(who, "ballot.cast", poll=poll, choices=["1"]) for who in VOTERS]
    asked.insert(3, a_hall.ask("fa", "poll.close", poll=poll))
    answers: list[Answer] = await asyncio.gather(*asked)
    accepted = [answer for answer in answers if isinstance(answer, Accepted)]
    refused = [answer.code for answer in answers if isinstance(answer, Refusal)]
    assert the_poll(a_hall).options[0].votes == len(accepted) - 1
    assert refused == ["poll_closed"] * (len(VOTERS) - len(accepted) + 1)


async def test_the_same_ballot_sent_again_is_answered_and_another_refused(a_hall: Hall, engine: Engine) -> None:
    poll = await put_choice(a_hall)
    first = await a_hall.do("ana", "ballot.cast", id="the-only-ballot-of-ana", poll=poll, choices=["1"])
    await a_hall.do("bo", "message.send", text="entre-temps")
    assert await a_hall.do("ana", "ballot.cast", id="the-only-ballot-of-ana", poll=poll, choices=["1"]) == first
    answer = await a_hall.ask("ana", "ballot.cast", id="another-ballot-of-ana", poll=poll, choices=["2"])
    assert answer == Refusal(code="already_voted")
    assert len(box(await dump(engine))) == 1


async def test_what_is_cast_in_one_process_is_counted_in_another(a_hall: Hall, engine: Engine) -> None:
    poll = await put_choice(a_hall)
    other = Gateway(a_hall.journal, a_hall.gateway.now, a_hall.gateway.chance)
    here = a_hall.gateway
    for place, who in enumerate(VOTERS):
        a_hall.gateway = other if place % 2 else here
        await a_hall.do(who, "ballot.cast", poll=poll, choices=[CHOICES[place]])
    a_hall.gateway = other
    await a_hall.do("fa", "poll.close", poll=poll)
    a_hall.gateway = here
    await here.catch_up(a_hall.live)
    await other.close()
    assert [option.votes for option in the_poll(a_hall).options] == [3, 2, 1]
    assert len(box(await dump(engine))) == len(list(a_hall.live.state.all(Roll))) == len(VOTERS)


# -- kill -9 ------------------------------------------------------------------------------------------------------

# One ballot to a batch; the seventh command closes the poll.
POINTS = (
    ("before_commit", 2),
    ("after_commit", 2),
    ("after_ack", 2),
    ("before_commit", 7),
    ("after_commit", 7),
    ("after_ack", 7),
)


async def run(url: str, point: str, after: int) -> int:
    arguments = ("-m", "tests.realtime.voting", url, point, str(after))
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments)
    return await process.wait()


@pytest.mark.parametrize(("point", "after"), POINTS)
async def test_after_a_kill_every_ballot_is_counted_once(engine: Engine, point: str, after: int) -> None:
    async with hall(engine) as opened:
        for person in VOTERS[2:]:
            await opened.join(person)
        await put_choice(opened)
    url = engine.url.render_as_string(hide_password=False)
    assert await run(url, point, after) == -signal.SIGKILL
    assert await run(url, "never", 1) == 0
    entities = (await asyncio.to_thread(Journal(engine).load, WORKSHOP)).entities
    (poll,) = (entity for entity in entities if isinstance(entity, Poll))
    assert [option.votes for option in poll.options] == [3, 2, 1]
    rolls = {entity.participant for entity in entities if isinstance(entity, Roll)}
    assert rolls == {ParticipantId(who) for who in VOTERS}
    assert len(box(await dump(engine))) == len(VOTERS)
