"""What people have erased is in no table, no history and no file any more."""

from __future__ import annotations

import random
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Engine, select

from facilitation.contribution import Contribution, Source
from facilitation.process import Face, Phase, PhaseFace, Process
from persistence import rows, tables
from persistence.journal import Journal, Record
from persistence.processes import Processes, Whole
from rooms.activities.board import Note
from rooms.activities.conclusion import Citation
from rooms.activities.discussion import Message, Reach
from rooms.activities.dots import Dot
from rooms.entity import Entity, Forget
from rooms.ids import (
    ActivityId,
    AuthorId,
    CitationId,
    ConclusionId,
    ContributionId,
    FieldId,
    MessageId,
    NoteId,
    ParticipantId,
    PhaseId,
    ProcessId,
    RoomId,
    WorkshopId,
)
from rooms.people import Attendance
from tests.persistence.scribe import START, WORKSHOP, founded_in, note, person, record, write
from tests.persistence.test_privacy import dump

NAME, WORD, OTHER = "Zénaïde", "Hippocampe", "Salamandre"


def message(id: str, rev: int, text: str, author: str = "p1") -> Message:
    return Message(id=MessageId(id), rev=rev, reach=Reach.ALL, author=ParticipantId(author), text=text, at=START)


def by(author: str, id: str, rev: int, text: str) -> Note:
    theirs = note(id, rev, text)
    return Note(**{name: getattr(theirs, name) for name in Note.__struct_fields__} | {"author": AuthorId(author)})


def dot(of: str, author: str, rev: int) -> Dot:
    room, activity = RoomId("r1"), ActivityId("a1")
    author_id = AuthorId(author)
    return Dot(
        id=f"dot-{of}-{author}", rev=rev, room=room, activity=activity, note=NoteId(of), author=author_id, count=1
    )


def forgetting(journal: Journal, *put: Entity, **what: object) -> None:
    head, _ = journal.head(WORKSHOP)
    batch = journal.begin(WORKSHOP, head, [])
    aside = Forget(epoch="e2", **what)  # type: ignore[arg-type]
    puts = [rows.put(entity) for entity in put]
    batch.write([Record(seq=head + 1, at=START, actor="p1", command="person.erase", key=None, put=puts, forget=aside)])
    batch.commit()


def history(engine: Engine) -> list[tuple[list[Entity], list[str]]]:
    change = tables.change.c
    with engine.connect() as connection:
        found = connection.execute(select(change.put, change["drop"]).order_by(change.seq)).all()
    return [(rows.entities_of(put), rows.ids_of(drop)) for put, drop in found]


def test_history_loses_the_words_of_one_person_alone(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, by("p1", "n1", 1, WORD), by("p2", "n2", 1, OTHER)))
    write(journal, record(2, by("p1", "n1", 2, f"{WORD} encore"), message("m1", 2, WORD)))
    forgetting(journal, by("p1", "n1", 3, ""), message("m1", 3, ""), authors=("p1",))
    assert [entity.text for put, _ in history(engine) for entity in put] == ["", OTHER, "", "", "", ""]  # type: ignore[attr-defined]
    assert WORD.encode() not in dump(engine)
    assert dump(engine).count(OTHER.encode()) == 2


def test_what_they_had_dropped_before_goes_from_history_too(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, by("anon-1", "n1", 1, WORD)))
    write(journal, record(2, drop=["n1"]))
    forgetting(journal, authors=("p1", "anon-1"))
    assert WORD.encode() not in dump(engine)
    assert [drop for _, drop in history(engine)] == [[], ["n1"], []]


def test_what_is_quoted_of_them_goes_from_what_phases_were_given(engine: Engine) -> None:
    """Also when the note, and what quoted it, are gone since."""
    journal, processes = founded_in(engine), Processes(engine)
    phase = Phase(id=PhaseId("a"), process=ProcessId("p"), face=PhaseFace(title="Ensuite", method="information"))
    processes.create(Whole(Process(id=phase.process, face=Face(title="La place", slug="p"), created_at=1), (phase,)))
    write(journal, record(1, citation("c1", "p1", f"{WORD} à\nl’ombre"), citation("c2", "p2", OTHER)))
    write(journal, record(2, drop=["c1"]))
    text = f"Planter :\n\n- “{WORD} à l’ombre”\n- “{OTHER}”"
    ours, theirs = (
        Contribution(id=ContributionId(of), phase=phase.id, text=text, sources=(Source(workshop=WorkshopId(of)),), at=1)
        for of in (WORKSHOP, "w2")
    )
    processes.keep([ours, theirs])
    forgetting(journal, authors=("p1",))
    left = replace(ours, text=f"Planter :\n\n- “…”\n- “{OTHER}”")
    assert processes.contributions([phase.id]) == [left, theirs]


def citation(id: str, author: str, text: str) -> Citation:
    of = {"room": RoomId("r1"), "conclusion": ConclusionId("k1"), "field": FieldId("agreed"), "note": NoteId("n1")}
    return Citation(id=CitationId(id), rev=1, author=AuthorId(author), text=text, **of)  # type: ignore[arg-type]


def test_all_texts_can_go(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, by("p1", "n1", 1, WORD), by("p2", "n2", 1, OTHER)))
    forgetting(journal, by("p1", "n1", 2, ""), by("p2", "n2", 2, ""), texts=True)
    found = dump(engine)
    assert WORD.encode() not in found
    assert OTHER.encode() not in found


def test_records_of_a_kind_go_whole_with_their_telling_ids(engine: Engine) -> None:
    journal = founded_in(engine)
    stay = Attendance(id="s1", rev=1, participant=ParticipantId("p1"), came_at=START)
    write(journal, record(1, stay, dot("n1", "p1", 1), note("n1", 1)))
    write(journal, record(2, drop=["dot-n1-p1", "n9"]))
    forgetting(journal, kinds=("dot", "attendance"))
    assert history(engine) == [([note("n1", 1)], []), ([], ["n9"]), ([], [])]


def test_the_epoch_is_another_and_readers_learn_it(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, by("p1", "n1", 1, WORD)))
    forgetting(journal, by("p1", "n1", 2, ""), authors=("p1",))
    assert journal.head(WORKSHOP) == (2, "e2")
    batch = journal.begin(WORKSHOP, 2, [])
    assert batch.epoch == "e2"
    batch.rollback()


def test_another_workshop_keeps_its_words(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, by("p1", "n1", 1, WORD)))
    journal.found("w2", "e1", START)  # type: ignore[arg-type]
    batch = journal.begin("w2", 0, [])  # type: ignore[arg-type]
    batch.write([record(1, by("p1", "n1", 1, OTHER))])
    batch.commit()
    forgetting(journal, authors=("p1",))
    assert OTHER.encode() in dump(engine)


def test_no_byte_of_a_name_or_a_text_is_left_in_the_files(engine: Engine) -> None:
    """Rows large and small, written over and over, so that pages split, move and come free."""
    journal = founded_in(engine)
    dice = random.Random(1)
    for seq in range(1, 400):
        filling = "x" * dice.choice([3, 40, 400, 6_000])
        mine = by("p1", f"n{dice.randint(1, 60)}", seq, f"{WORD} {filling}")
        write(journal, record(seq, mine, by("p2", f"o{seq}", seq, filling), person("p1", seq, f"{NAME} {seq}")))
    notes = {entity.id for put, _ in history(engine) for entity in put if entity.id.startswith("n")}
    gone = [by("p1", id, 400, "") for id in sorted(notes)]
    forgetting(journal, *gone, person("p1", 400, "").blank(), authors=("p1",))
    assert journal.unswept_since() == START
    assert journal.sweep()
    assert journal.unswept_since() is None
    assert words_in_files(engine) == set()


def words_in_files(engine: Engine) -> set[str]:
    """PostgreSQL's files are another user's: there its tables are asked."""
    found = dump(engine)
    if engine.dialect.name == "sqlite":
        database = Path(engine.url.database or "")
        found = b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
    assert b"n1" in found
    return {word for word in (NAME, WORD) if word.encode() in found}


def test_sweeping_with_nothing_forgotten_is_nothing(engine: Engine) -> None:
    assert founded_in(engine).sweep()


def test_what_is_forgotten_while_sweeping_is_swept_later(engine: Engine) -> None:
    journal = founded_in(engine)
    write(journal, record(1, by("p1", "n1", 1, WORD)))
    forgetting(journal, authors=("p1",))
    assert journal.sweep()
    forgetting(journal, authors=("p2",))
    assert journal.unswept_since() == START
