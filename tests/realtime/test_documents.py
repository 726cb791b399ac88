"""Writing together: everybody ends with the same words, they are durable, and who wrote which is known."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pycrdt import Doc, Text
from sqlalchemy import Engine, select

from persistence import tables
from persistence.documents import Documents as Store
from persistence.documents import reseed
from persistence.engine import writing
from persistence.rows import Written
from realtime.documents import SharedDocuments, moments
from realtime.messages import Accepted, Refusal
from rooms.activities.board import Board
from rooms.activities.conclusion import Citation, Conclusion
from rooms.agenda import Step
from rooms.documents.document import Document
from rooms.documents.updates import number
from rooms.ids import FieldId, ParticipantId
from rooms.refusal import Refused
from tests.disk import no_room
from tests.realtime.hall import WORKSHOP, Hall, hall
from tests.realtime.pen import Pen, conclusion_in, documents

AGREED = FieldId("agreed")


@pytest.fixture
async def a_hall(engine: Engine) -> AsyncIterator[Hall]:
    async with hall(engine) as opened:
        yield opened


@pytest.fixture
async def house(a_hall: Hall, engine: Engine) -> AsyncIterator[SharedDocuments]:
    opened = documents(a_hall, engine)
    yield opened
    await opened.stop()


@pytest.fixture
async def conclusion(a_hall: Hall) -> Conclusion:
    return await conclusion_in(a_hall)


async def pen(hall: Hall, house: SharedDocuments, conclusion: Conclusion, person: str, look: str | None = None) -> Pen:
    opened = Pen(house, hall.read(person, look), conclusion)
    await opened.open()
    return opened


def now(hall: Hall, conclusion: Conclusion) -> Conclusion:
    return hall.live.state.find(Conclusion, conclusion.id)


async def log(engine: Engine, conclusion: Conclusion) -> Document:
    found = await asyncio.to_thread(Store(engine).load, WORKSHOP, conclusion.id)
    return found.document(field.id for field in conclusion.fields)


def refused(answer: Accepted | Refusal) -> str:
    assert isinstance(answer, Refusal), answer
    return answer.code


# -- together -----------------------------------------------------------------------------------------------------


async def test_what_one_writes_the_others_have(a_hall: Hall, house: SharedDocuments, conclusion: Conclusion) -> None:
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    seq = await ana.write("Été : des bancs 🎉\n", list="bullet")
    assert bo.text() == ana.text() == "Été : des bancs 🎉\n"
    (told,) = [body for event, body in bo.told if event == "doc.update"]
    assert (told["seq"], told["who"]) == (seq, "ana")
    assert not [event for event, _ in ana.told if event == "doc.update"]
    await bo.write("et ", at=len("Été : des ".encode()))
    assert bo.text() == ana.text() == "Été : des et bancs 🎉\n"


async def test_people_who_come_later_have_all(a_hall: Hall, house: SharedDocuments, conclusion: Conclusion) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Un")
    vi = Pen(house, a_hall.read("vi"), conclusion)
    opened = await vi.open()
    assert vi.text() == "Un"
    assert not opened.can_write
    assert opened.client is None


async def test_3000_updates_of_eight_people_at_once_make_one_text_with_exact_authors(
    engine: Engine, a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    people = ["ana", "bo", "fa", *(f"p{i}" for i in range(5))]
    for person in people[3:]:
        await a_hall.join(person)
    a_hall.readers.clear()
    pens = {person: await pen(a_hall, house, conclusion, person) for person in people}
    a_hall.readers.clear()
    signs = dict(zip(people, "aéㄅ🎉dهfg", strict=True))

    async def type_on(person: str) -> None:
        """Each has a sign of their own, so that the text itself says who wrote it."""
        dice, own = random.Random(person), pens[person]
        for _ in range(375):
            words = own.text()
            place = len(words[: dice.randint(0, len(words))].encode())
            if words and dice.random() < 0.15:
                start = dice.randrange(len(words))
                field = own.field()
                del field[len(words[:start].encode()) : len(words[: start + 1].encode())]
            else:
                own.field().insert(place, signs[person])
            answer = await own.send()
            assert isinstance(answer, Accepted), answer

    async with asyncio.TaskGroup() as group:
        for person in people:
            group.create_task(type_on(person))
    (first, *rest) = [own.text() for own in pens.values()]
    assert len(first) > 1_000
    assert all(text == first for text in rest)
    authors = {sign: person for person, sign in signs.items()}
    for document in (house.open_ones[WORKSHOP, conclusion.id].document, await log(engine, conclusion)):
        runs = document.authors("agreed")
        assert "".join(words for words, _ in runs) == first
        assert all(authors[sign] == who for words, who in runs for sign in words)
    with engine.connect() as connection:
        table = tables.document_update.c
        rows = connection.execute(select(table.seq, table.client, table.author, table.body).order_by(table.seq)).all()
        checkpoints = connection.execute(select(tables.document_checkpoint.c.seq)).all()
    assert len(rows) == 3_000 + len(people)
    assert checkpoints
    replayed = Document(["agreed"])
    for row in rows:
        replayed.apply(row.seq, row.client, row.body, row.author)
    assert replayed.authors("agreed") == runs


async def test_words_written_without_a_network_merge(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    await ana.write("Un banc")
    house.gone(ana.reader.connection, a_hall.live)
    ana.field().insert(2, " grand")
    await bo.write(", deux arbres")
    back = Pen(house, a_hall.read("ana"), conclusion)
    back.doc, back.client = ana.doc, ana.client
    opened = await back.open(client=ana.client)
    assert opened.client == ana.client
    assert isinstance(await back.send(), Accepted)
    assert back.text() == bo.text() == "Un grand banc, deux arbres"


async def test_an_update_sent_again_changes_nothing(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    ana.field().insert(0, "Un")
    update = ana.unsent()
    first = await ana.send(update)
    ana.field().insert(2, " banc")
    longer = ana.unsent()
    again, more = await ana.send(update), await ana.send(longer)
    assert isinstance(first, Accepted)
    assert again == first
    assert isinstance(more, Accepted)
    assert more.seq > first.seq
    assert house.open_ones[WORKSHOP, conclusion.id].document.length == len("Un banc")


async def test_cursors_are_passed_on_and_taken_away(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    message = {"conclusion": conclusion.id, "field": "agreed", "anchor": "AA==", "head": "AA=="}
    house.cursor(ana.reader.connection, a_hall.live, message)
    house.gone(ana.reader.connection, a_hall.live)
    assert [body for event, body in bo.told if event == "doc.cursor"] == [
        {**message, "who": "ana"},
        {"conclusion": conclusion.id, "field": None, "who": "ana", "anchor": None, "head": None},
    ]
    vi = await pen(a_hall, house, conclusion, "vi")
    bo.told.clear()
    house.cursor(vi.reader.connection, a_hall.live, message)
    assert not bo.told


# -- who may ------------------------------------------------------------------------------------------------------


async def test_other_rooms_neither_open_nor_hear_it(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    await a_hall.do("fa", "room.add", name="Un")
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    await a_hall.do("fa", "person.move", person="bo", room=a_hall.room("Un").id)
    before = bo.reader.bytes
    await ana.write("secret de la plénière")
    assert b"secret" not in bo.reader.bytes[len(before) :]
    assert "secret" not in bo.text()
    for name, fields in (("open", {}), ("authors", {}), ("history", {}), ("at", {"seq": 99}), ("restore", {"seq": 99})):
        with pytest.raises(Refused) as caught:
            await bo.ask(name, **fields)
        assert (caught.value.code, caught.value.details) == ("unknown", {"kind": "conclusion"})
    bo.field().insert(0, "intrus")
    assert refused(await bo.send()) == "unknown"
    assert "intrus" not in ana.text()


async def test_staff_write_in_the_room_they_look_at(a_hall: Hall, house: SharedDocuments) -> None:
    await a_hall.do("fa", "room.add", name="Un")
    plenary = await conclusion_in(a_hall)
    group = a_hall.room("Un").id
    there = next(one for one in a_hall.live.state.all(Conclusion) if one.room == group and one.step == plenary.step)
    fa = await pen(a_hall, house, there, "fa", look=group)
    await fa.write("Une remarque")
    assert fa.text() == "Une remarque"


async def test_viewers_read_and_are_refused(a_hall: Hall, house: SharedDocuments, conclusion: Conclusion) -> None:
    ana, vi = [await pen(a_hall, house, conclusion, person) for person in ("ana", "vi")]
    await ana.write("Un")
    assert ana.client is not None
    assert refused(await vi.send(by(ana.client), ana.client)) == "update_forged"
    assert vi.resets == ["update_forged"]
    assert ana.text() == "Un"


async def test_who_writes_is_told_to_those_who_see_them_and_to_nobody_else(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana, bo, vi = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo", "vi")]
    before = len(vi.reader.bytes)
    await ana.write("Un")
    place = {"conclusion": conclusion.id, "field": "agreed", "anchor": "AA==", "head": "AA=="}
    house.cursor(ana.reader.connection, a_hall.live, place)
    house.gone(ana.reader.connection, a_hall.live)
    assert [(event, body["who"]) for event, body in vi.told] == [
        ("doc.update", None),
        ("doc.cursor", None),
        ("doc.cursor", None),
    ]
    assert [body["who"] for _, body in bo.told] == ["ana"] * 3
    assert vi.text() == bo.text() == "Un"
    assert b"ana" not in vi.reader.bytes[before:]


async def test_nobody_writes_in_a_frozen_one_and_its_words_are_recorded(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Des bancs & des *arbres*\n")
    await ana.write("rien", "minority", bold=True)
    await a_hall.do("fa", "conclusion.freeze", conclusion=conclusion.id)
    ana.field().insert(0, "encore ")
    assert refused(await ana.send()) == "conclusion_frozen"
    assert ana.resets == ["conclusion_frozen"]
    assert not now(a_hall, conclusion).texts
    await house.record(a_hall.live)
    recorded = now(a_hall, conclusion)
    assert recorded.texts == {
        "agreed": r"Des bancs \& des \*arbres\*",
        "disagreed": "",
        "proposals": "",
        "questions": "",
        "minority": "**rien**",
    }
    assert (recorded.people, recorded.length) == (1, len("Des bancs & des *arbres*\n" + "rien"))
    for reader in a_hall.readers:
        reader.check()


async def test_words_of_a_crash_between_freezing_and_recording_are_recorded_after(
    engine: Engine, a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Durable")
    await a_hall.do("fa", "conclusion.freeze", conclusion=conclusion.id)
    async with next_process(engine) as (gateway_hall, other):
        await other.record(gateway_hall.live)
        assert now(gateway_hall, conclusion).texts[AGREED] == "Durable"


async def test_a_reopened_one_is_written_on_and_recorded_anew(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Un")
    await a_hall.do("fa", "conclusion.freeze", conclusion=conclusion.id)
    await house.record(a_hall.live)
    await a_hall.do("fa", "conclusion.reopen", conclusion=conclusion.id)
    await ana.open(client=ana.client)
    assert (now(a_hall, conclusion).recorded_at, now(a_hall, conclusion).texts) == (None, {})
    await ana.write(" deux")
    await a_hall.do("fa", "conclusion.freeze", conclusion=conclusion.id)
    await house.record(a_hall.live)
    assert now(a_hall, conclusion).texts[AGREED] == "Un deux"


async def test_citizens_write_while_the_step_runs(a_hall: Hall, house: SharedDocuments, conclusion: Conclusion) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await a_hall.do("fa", "step.add", title="Après")
    after = next(step for step in a_hall.live.state.all(Step) if step.title == "Après")
    await a_hall.do("fa", "step.start", step=after.id, seen=conclusion.step)
    ana.field().insert(0, "tard")
    assert refused(await ana.send()) == "step_closed"


# -- hostile ------------------------------------------------------------------------------------------------------


def by(client: int, words: str = "x", field: str = "agreed") -> bytes:
    doc: Doc[Any] = Doc(client_id=client)
    doc.get(field, type=Text).insert(0, words)
    return doc.get_update()


async def test_hostile_updates_are_refused_and_the_page_begins_again(
    engine: Engine, a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    await bo.write("intact")
    assert ana.client is not None
    assert bo.client is not None
    own = ana.client
    gap = Doc[Any](client_id=own)
    for _ in range(2):
        gap.get("agreed", type=Text).insert(0, "ab")
    hole = gap.get_update(b"\x01" + number(own) + b"\x02")
    nested = b"\x01\x01" + number(own) + b"\x00\x08\x01\x06agreed" + number(40_000) + b"\x75\x01" * 40_000 + b"\x00"
    deep = b"\x01\x01" + number(own) + b"\x00\x05\x01\x06agreed" + number(80_000) + b"[" * 80_000 + b"\x00"
    hostile = {
        b"": "update_invalid",
        b"garbage": "update_invalid",
        by(own)[:-2]: "update_invalid",
        by(own) + b"\x00": "update_invalid",
        by(bo.client): "update_forged",
        by(own, field="elsewhere"): "update_invalid",
        by(own, words="a\x00b"): "update_invalid",
        hole: "update_invalid",
        nested: "update_invalid",
        deep: "update_invalid",
        b"\x00\x01" + number(bo.client) + b"\x01\x00\x40": "update_invalid",  # deletes what is yet to be written
        b"x" * 1_000_000: "too_large",
        by(own, words="x" * 20_001): "text_full",
    }
    for update, code in hostile.items():
        assert refused(await ana.send(update)) == code, update[:40]
        await ana.open(client=own)
    assert ana.resets == list(hostile.values())
    assert bo.text() == "intact"
    assert (await log(engine, conclusion)).authors("agreed") == [("intact", "bo")]
    await ana.write("!")
    assert bo.text() == ana.text() == "intact!"


async def test_formats_and_embeds_that_are_not_ours_are_refused(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    for marks in ({"color": "red"}, {"bold": "yes"}, {"list": "checked"}, {"link": "javascript:1"}):
        ana.doc = Doc(client_id=ana.client or 1)
        ana.field().insert(0, "x", marks)
        assert refused(await ana.send()) == "update_invalid"
    for embed in ({"image": "http://x"}, {"citation": "<script>"}, {"citation": "a", "more": 1}, ["citation"]):
        ana.doc = Doc(client_id=ana.client or 1)
        ana.field().insert_embed(0, embed)
        assert refused(await ana.send()) == "update_invalid"


async def test_a_second_tab_takes_the_pen(a_hall: Hall, house: SharedDocuments, conclusion: Conclusion) -> None:
    first = await pen(a_hall, house, conclusion, "ana")
    second = Pen(house, a_hall.read("ana"), conclusion)
    await second.open(client=first.client)
    assert second.client == first.client
    first.field().insert(0, "x")
    assert refused(await first.send()) == "written_elsewhere"
    await second.write("y")
    await first.open()
    assert first.client != second.client
    assert isinstance(await first.send(by(first.client or 1)), Accepted)


# -- history ------------------------------------------------------------------------------------------------------


async def test_history_is_gone_back_to_and_what_stood_keeps_its_authors(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    seq = await ana.write("Des bancs à l’ombre")
    a_hall.now += 60_000
    await bo.write(", des voitures", at=len(b"Des bancs"))
    text = (await bo.ask("at", seq=seq)).texts["agreed"]
    assert text == "Des bancs à l’ombre"
    moments = (await bo.ask("history")).moments
    assert [moment.who for moment in moments] == [["ana"], ["bo"]]
    assert moments[0].seq == seq
    assert isinstance(await bo.ask("restore", seq=seq), Accepted)
    assert ana.text() == bo.text() == "Des bancs à l’ombre"
    authors = (await bo.ask("authors")).fields[AGREED]
    assert authors == [("Des bancs à l’ombre", "ana")]


async def test_authors_of_other_rooms_are_nobody(a_hall: Hall, house: SharedDocuments, conclusion: Conclusion) -> None:
    await a_hall.do("fa", "room.add", name="Un")
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    await ana.write("Un")
    await bo.write(" deux")
    await a_hall.do("fa", "person.move", person="bo", room=a_hall.room("Un").id)
    assert (await ana.ask("authors")).fields[AGREED] == [("Un", "ana"), (" deux", None)]


def test_moments_are_where_people_paused_and_few() -> None:
    ana, bo = ParticipantId("ana"), ParticipantId("bo")
    found = moments([(1, 0, ana), (2, 100, bo), (3, 40_000, ana)])
    assert [(moment.seq, moment.who) for moment in found] == [(2, [ana, bo]), (3, [ana])]
    many = moments([(seq, seq * 60_000, ana) for seq in range(1, 1_000)])
    assert len(many) <= 100
    assert many[-1].seq == 999


async def test_notes_are_quoted(a_hall: Hall, house: SharedDocuments) -> None:
    board: Board = await a_hall.board(hidden=False)
    note = await a_hall.note("ana", board, "Un banc <b>")
    conclusion = await conclusion_in(a_hall)
    bo = await pen(a_hall, house, conclusion, "bo")
    await a_hall.do("bo", "citation.add", conclusion=conclusion.id, field="agreed", note=note.id)
    (citation,) = a_hall.live.state.all(Citation)
    bo.field().insert_embed(0, {"citation": citation.id})
    assert isinstance(await bo.send(), Accepted)
    await a_hall.do("fa", "conclusion.freeze", conclusion=conclusion.id)
    await house.record(a_hall.live)
    assert now(a_hall, conclusion).texts[AGREED] == f"[@{citation.id}]"
    ana = a_hall.read("ana")
    assert ana.mine[citation.id]["author"] == "ana"
    assert ana.seen[citation.id]["author"] is None


# -- processes ----------------------------------------------------------------------------------------------------


class Elsewhere(Hall):
    """The same workshop in another process."""

    async def enter(self) -> Elsewhere:
        self.live = await self.gateway.open(WORKSHOP)
        return self


class next_process:  # noqa: N801
    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    async def __aenter__(self) -> tuple[Hall, SharedDocuments]:
        self.hall = await Elsewhere(self.engine).enter()
        self.house = documents(self.hall, self.engine)
        return self.hall, self.house

    async def __aexit__(self, *error: object) -> None:
        await self.house.stop()
        await self.hall.gateway.close()


async def test_two_processes_write_the_same_text(
    engine: Engine, a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Un")
    async with next_process(engine) as (there, elsewhere):
        bo = await pen(there, elsewhere, conclusion, "bo")
        assert bo.text() == "Un"
        await bo.write(" deux")
        await a_hall.gateway.catch_up(a_hall.live)
        assert ana.text() == "Un deux"
        await ana.write(" trois")
        # Before the other process has looked, its person goes on from what it does not know yet.
        moved = Pen(elsewhere, there.read("ana"), conclusion)
        moved.doc, moved.client = ana.doc, ana.client
        moved.sent = ana.sent
        moved.field().insert(len(moved.field()), " quatre")
        assert isinstance(await moved.send(), Accepted)
        assert bo.text() == "Un deux trois quatre"


async def test_whoever_has_left_while_it_was_opened_reads_it_no_more(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = Pen(house, a_hall.read("ana"), conclusion)
    opening = asyncio.create_task(ana.open())
    await asyncio.sleep(0)
    a_hall.live.telling.leave(ana.reader.connection)
    house.gone(ana.reader.connection, a_hall.live)
    await opening
    assert not house.open_ones[a_hall.live.id, conclusion.id].readers


async def test_a_document_nobody_reads_is_forgotten_and_loaded_again(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Un")
    house.tidy(0)
    house.gone(ana.reader.connection, a_hall.live)
    house.tidy(10)
    assert house.open_ones
    house.tidy(100)
    assert not house.open_ones
    assert (await pen(a_hall, house, conclusion, "bo")).text() == "Un"


async def test_when_history_is_forgotten_the_words_stay_and_pages_begin_again(
    engine: Engine, a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    ana, bo = [await pen(a_hall, house, conclusion, person) for person in ("ana", "bo")]
    await ana.write("Retiré plus tard")
    field = ana.field()
    del field[0 : len(field)]
    await ana.send()
    await bo.write("Reste", bold=True)

    def forget() -> None:
        with writing(engine) as connection:
            reseed(connection, WORKSHOP, ["ana"])

    await asyncio.to_thread(forget)
    house.replaced(a_hall.live)
    opened = await (fresh := Pen(house, a_hall.read("bo"), conclusion)).open()
    assert fresh.text() == "Reste"
    assert opened.epoch != ""
    assert bo.resets == ["document_rewritten"]
    after = await log(engine, conclusion)
    assert after.authors("agreed") == [("Reste", None)]
    assert after.chunks("agreed") == [("Reste", {"bold": True})]
    with engine.connect() as connection:
        bodies = connection.execute(select(tables.document_update.c.body)).scalars().all()
        assert not connection.execute(select(tables.document_checkpoint.c.seq)).all()
    assert len([body for body in bodies if body]) == 1
    assert not any(b"Retir" in body for body in bodies)


async def test_a_document_in_which_the_forgotten_wrote_nothing_keeps_its_history(
    engine: Engine, a_hall: Hall, house: SharedDocuments, conclusion: Conclusion
) -> None:
    bo = await pen(a_hall, house, conclusion, "bo")
    await bo.write("Reste")

    def forget() -> None:
        with writing(engine) as connection:
            reseed(connection, WORKSHOP, ["ana"])

    await asyncio.to_thread(forget)
    assert (await log(engine, conclusion)).authors("agreed") == [("Reste", "bo")]


async def test_a_checkpoint_for_which_there_is_no_room_is_done_without(
    a_hall: Hall, house: SharedDocuments, conclusion: Conclusion, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await pen(a_hall, house, conclusion, "ana")
    await ana.write("Des bancs")
    assert ana.client is not None
    monkeypatch.setattr("realtime.documents.UPDATES_PER_CHECKPOINT", 1)
    later = Written(conclusion.id, a_hall.live.state.head + 1, a_hall.now, "ana", ana.client, b"")
    with no_room():
        house.wrote(a_hall.live, [later])
        (keeping,) = house._keeping
        await keeping
