"""A workshop goes out as one file and comes back the same; nothing else comes in."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import stat
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec
import pytest
from sqlalchemy import Connection, Engine, event, func, select
from sqlalchemy.exc import SQLAlchemyError

from persistence import rows, tables
from persistence.archive import ArchiveRefused, Limits, export, import_
from persistence.archive.contents import EXCLUDED, EXPORTED, KINDS
from persistence.archive.dictionary import OWN, SHARED, TABLES, described
from persistence.archive.public import PEOPLE, SHOWN, WITHHELD
from persistence.archive.sheets import cell, sheet
from persistence.engine import open_engine
from persistence.failures import UnknownOutcome, UnknownWorkshop
from persistence.journal import Journal, Record
from persistence.links import Link, Links
from rooms.activities.poll import Poll, SealedBallot
from rooms.entity import DocumentUpdate, Due, Forget
from rooms.ids import AuthorId, ParticipantId, WorkshopId
from rooms.permissions import Role
from rooms.state import State
from tests.sample import BEGAN_AT, FILE, FILE_SHA256, HOSTILE, Story, closed, held, purged, visiting

WORKSHOP = WorkshopId("w1")
FROZEN = Path(__file__).parents[1] / "frozen"
NAMES = ("Olga", "Farid", "Andrade", "Bilal", "Chlo", "Vera Visite", "Absent", "Dounia", "Élias", "Fanny", "Gil Gay")
IDS = ("olga", "farid", '"ana"', "bilal", "chloe", '"vera"', "anon-", "dounia", "elias", "fanny", '"gil"')
KEY = b"k" * 32

COMPOSING = ("registration_question", "registration", "preference", "draw", "round")
LATER: dict[str, set[str]] = {
    "archive-1": {
        *COMPOSING,
        *("speech", "purge", "roll", "conclusion_activity", "conclusion", "citation"),
        *("report_out_activity", "statement", "floor", "hand", "floor_turn", "gallery", "remark", "visit"),
        *("balance", "unmeasured", "nudge"),
        *("identified", "knock", "flag", "evidence", "moderation", "ready", "duties", "rotation", "rotated"),
    },
    "archive-2": {
        *COMPOSING,
        *("floor", "hand", "floor_turn", "gallery", "remark", "visit", "balance", "unmeasured", "nudge"),
        *("identified", "knock", "flag", "evidence", "moderation", "ready", "duties", "rotation", "rotated"),
    },
}
"""The kinds of entities that were not there yet when a frozen archive was written."""

WITHOUT: dict[str, set[str]] = {
    "archive-1": {"sealed_ballot", "document_update", "minutes", "minutes_file", "amendment"},
    "archive-2": set(),
}
"""The tables of which it has nothing, among those that archives take along."""

Members = dict[str, bytes]


def keep(engine: Engine, story: Story) -> Journal:
    """The story in a database, as the gateway would have written it, with two links."""
    journal = Journal(engine)
    journal.found(WORKSHOP, "first", BEGAN_AT)
    batch = journal.begin(WORKSHOP, 0, [])
    batch.write(
        [
            Record(
                seq=past.seq,
                at=past.at,
                actor=past.actor,
                command=past.command,
                key=hashlib.sha256(str(past.seq).encode()).digest(),
                put=[rows.put(entity) for entity in told.changes.put],
                drop=past.drop,
                dues=[aside for aside in told.changes.aside if isinstance(aside, Due)],
                forget=next((aside for aside in told.changes.aside if isinstance(aside, Forget)), None),
                updates=[aside for aside in told.changes.aside if isinstance(aside, DocumentUpdate)],
                sealed=[aside for aside in told.changes.aside if isinstance(aside, SealedBallot)],
            )
            for past, told in zip(story.journal, story.told, strict=True)
        ]
    )
    batch.commit()
    for id, role, coded in (("link-o", Role.ORGANIZER, False), ("link-p", Role.PARTICIPANT, True)):
        Links(engine).create(Link(id, WORKSHOP, role, "Affiche", BEGAN_AT), with_code=coded)
    return journal


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Uploads of the installation that exports."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / FILE_SHA256).write_bytes(FILE)
    return folder


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Path:
    """The sample workshop's archives, private and public, made once."""
    folder = tmp_path_factory.mktemp("packed")
    shutil.copy(migrated_sqlite, folder / "palabre.db")
    (folder / FILE_SHA256).write_bytes(FILE)
    engine = open_engine(f"sqlite:///{folder / 'palabre.db'}")
    keep(engine, visiting())
    export(engine, folder, WORKSHOP, folder / "private.zip", now_ms=BEGAN_AT)
    export(engine, folder, WORKSHOP, folder / "public.zip", now_ms=BEGAN_AT, public=True, key=KEY)
    engine.dispose()
    return folder


@pytest.fixture
def archive(packed: Path, tmp_path: Path) -> Path:
    """A private one to spoil."""
    return Path(shutil.copy(packed / "private.zip", tmp_path / "out.zip"))


@pytest.fixture
def public(packed: Path) -> Members:
    return members(packed / "public.zip")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The folder of uploads of the installation that imports."""
    return tmp_path / "elsewhere"


def forget(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in tables.metadata.sorted_tables:
            connection.execute(table.delete())


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables.metadata.sorted_tables
        }


def members(path: Path) -> Members:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(of: Members) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(of["datapackage.json"])
    return found


def records(of: Members, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = msgspec.json.decode(of[f"entities/{kind}.json"])
    return found


def text(of: Members) -> str:
    return b"".join(body for path, body in of.items() if not path.startswith("files/")).decode()


def rewritten(path: Path, change: Callable[[Members], None], honest: bool = True) -> Path:
    """The archive with other contents; an honest forger also writes the checksums anew."""
    inside = members(path)
    change(inside)
    if honest:
        page = package(inside)
        for resource in page["resources"]:
            if (body := inside.get(resource["path"])) is not None:
                resource["bytes"] = len(body)
                resource["hash"] = f"sha256:{hashlib.sha256(body).hexdigest()}"
        inside["datapackage.json"] = msgspec.json.encode(page)
    out = path.with_name("rewritten.zip")
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, body in inside.items():
            archive.writestr(name, body)
    return out


def refused(engine: Engine, archive: Path, files: Path, limits: Limits | None = None) -> ArchiveRefused:
    """Why it was not imported. Nothing at all has come in."""
    before = counts(engine)
    kept = sorted(files.iterdir()) if files.exists() else []
    with pytest.raises(ArchiveRefused) as caught:
        import_(engine, files, archive, limits)
    assert counts(engine) == before
    assert (sorted(files.iterdir()) if files.exists() else []) == kept
    return caught.value


# -- nothing is forgotten -----------------------------------------------------------------------------------------


def test_every_column_of_every_table_is_exported_or_excluded_with_a_reason() -> None:
    columns = {f"{table.name}.{column.name}" for table in tables.metadata.sorted_tables for column in table.columns}
    assert columns == EXPORTED.keys() | EXCLUDED.keys()
    assert not EXPORTED.keys() & EXCLUDED.keys()
    assert all(EXCLUDED.values())


def test_every_field_is_explained_in_two_languages() -> None:
    for kind, type in KINDS.items():
        assert all(TABLES[kind])
        for field in type.__struct_fields__:
            assert all(described(kind, field)), (kind, field)


def test_nothing_is_explained_that_is_not_there() -> None:
    fields = {(kind, field) for kind, type in KINDS.items() for field in type.__struct_fields__}
    assert OWN.keys() <= fields
    assert SHARED.keys() <= {field for _, field in fields}
    assert TABLES.keys() == KINDS.keys()


def test_every_field_is_published_or_withheld_with_a_reason() -> None:
    for kind, type in KINDS.items():
        if kind in SHOWN:
            withheld = {field for field in type.__struct_fields__ if f"{kind}.{field}" in WITHHELD} | {"rev"}
            assert {*SHOWN[kind], *withheld} == set(type.__struct_fields__), kind
            assert not withheld & set(SHOWN[kind]), kind
        else:
            assert WITHHELD[kind]
    assert {name.split(".")[0] for name in WITHHELD} <= KINDS.keys()


@pytest.mark.parametrize("kind", SHOWN)
def test_no_field_that_names_a_person_is_published_as_it_is(kind: str) -> None:
    hints = get_type_hints(KINDS[kind])
    people = {
        name for name in SHOWN[kind] if hints[name] in (ParticipantId, AuthorId, ParticipantId | None, AuthorId | None)
    }
    assert people <= set(PEOPLE)


def test_a_private_archive_holds_every_field_of_every_kind(archive: Path) -> None:
    inside = members(archive)
    for kind, type in KINDS.items():
        found = records(inside, kind)
        assert found or kind == "purge", f"the sample workshop has no {kind}"
        assert all(set(record) == set(type.__struct_fields__) for record in found), kind
        header = inside[f"entities/{kind}.csv"].decode("utf-8-sig").splitlines()[0]
        assert header.split(";") == list(type.__struct_fields__)


def test_its_dictionary_names_every_column(archive: Path) -> None:
    resources = {resource["path"]: resource for resource in package(members(archive))["resources"]}
    for kind, type in KINDS.items():
        for format in ("json", "csv"):
            fields = resources[f"entities/{kind}.{format}"]["schema"]["fields"]
            assert [field["name"] for field in fields] == list(type.__struct_fields__)
            assert all(field["type"] != "any" for field in fields), kind


def test_every_member_is_described_with_its_checksum(archive: Path) -> None:
    inside = members(archive)
    described = {resource["path"]: resource for resource in package(inside)["resources"]}
    assert described.keys() | {"datapackage.json"} == inside.keys()
    for path, resource in described.items():
        assert resource["bytes"] == len(inside[path])
        assert resource["hash"] == f"sha256:{hashlib.sha256(inside[path]).hexdigest()}"


def test_the_history_in_it_ends_in_the_entities_in_it(archive: Path) -> None:
    inside = members(archive)
    state = State()
    for line in inside["history.jsonl"].splitlines():
        past = msgspec.json.decode(line)
        for entity in rows.entities_of(msgspec.json.encode(past["put"]).decode()):
            state.put(entity)
        for id in past["drop"]:
            state.drop(id)
    now = {record["id"]: record for kind in KINDS for record in records(inside, kind)}
    assert now.keys() == state.entities.keys()
    for entity in state:
        blank = {name: getattr(entity, name) for name in entity.PRIVATE}
        whole = {"type": entity.kind} | now[entity.id] | blank
        assert whole == msgspec.json.decode(msgspec.json.encode(entity))


def test_hidden_notes_are_in_the_private_archive(archive: Path) -> None:
    assert "Ceci reste caché" in text(members(archive))


def test_codes_and_known_commands_are_in_no_archive(engine: Engine, files: Path, tmp_path: Path) -> None:
    keep(engine, held())
    code = next(link.code for link in Links(engine).of(WORKSHOP) if link.code)
    export(engine, files, WORKSHOP, tmp_path / "out.zip", now_ms=BEGAN_AT)
    assert code not in text(members(tmp_path / "out.zip"))


# -- out and back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("story", [held, closed, purged])
def test_a_round_trip_gives_the_same_bytes_but_for_the_moment_and_the_epoch(
    engine: Engine, files: Path, elsewhere: Path, tmp_path: Path, story: Callable[[], Story]
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    keep(engine, story())
    export(engine, files, WORKSHOP, first, now_ms=BEGAN_AT)
    forget(engine)
    assert import_(engine, elsewhere, first) == WORKSHOP
    export(engine, elsewhere, WORKSHOP, second, now_ms=BEGAN_AT + 1)
    before, after = members(first), members(second)
    assert list(before) == list(after)
    pages = package(before), package(after)
    for page in pages:
        page.pop("exported_at")
    assert pages[0].pop("epoch") != pages[1].pop("epoch")
    assert pages[0] == pages[1]
    before.pop("datapackage.json")
    after.pop("datapackage.json")
    assert before == after


def test_what_was_imported_is_loaded_as_it_was(engine: Engine, files: Path, elsewhere: Path, tmp_path: Path) -> None:
    story = held()
    before = keep(engine, story).load(WORKSHOP)
    export(engine, files, WORKSHOP, tmp_path / "out.zip", now_ms=BEGAN_AT)
    forget(engine)
    import_(engine, elsewhere, tmp_path / "out.zip")
    after = Journal(engine).load(WORKSHOP)
    assert after.head == before.head == story.state.head
    assert {entity.id: entity for entity in after.entities} == story.state.entities
    assert (elsewhere / FILE_SHA256).read_bytes() == FILE
    assert {due.id for _, due in Journal(engine).dues(1 << 52)} == {due.id for due in story.dues}


def test_every_export_of_one_moment_is_the_same_bytes_whatever_the_database(
    engine: Engine, files: Path, packed: Path, tmp_path: Path
) -> None:
    keep(engine, visiting())
    for name in ("first.zip", "second.zip"):
        export(engine, files, WORKSHOP, tmp_path / name, now_ms=BEGAN_AT)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    here, there = members(tmp_path / "first.zip"), members(packed / "private.zip")
    # The ids of sealed ballots are random wherever they lie.
    apart = {"datapackage.json", "sealed_ballots.json"}
    assert {path: here[path] for path in here.keys() - apart} == {path: there[path] for path in there.keys() - apart}


def test_sealed_ballots_go_along_and_say_nothing_of_whose_they_are(packed: Path, archive: Path) -> None:
    sealed = msgspec.json.decode(members(archive)["sealed_ballots.json"])
    assert sorted(ballot["answer"]["choices"] for ballot in sealed) == [["1"], ["2"]]
    assert [ballot["id"] for ballot in sealed] == sorted(ballot["id"] for ballot in sealed)
    assert {frozenset(ballot) for ballot in sealed} == {frozenset({"poll", "id", "answer"})}
    assert "sealed_ballots.json" not in members(packed / "public.zip")


@pytest.mark.parametrize(
    "change",
    [
        lambda ballots: ballots.pop(),
        lambda ballots: ballots.append({**ballots[0], "id": "another"}),
        lambda ballots: ballots[0].update(id=ballots[1]["id"]),
        lambda ballots: ballots[0].update(answer={"choices": ["9"]}),
        lambda ballots: ballots[0].update(answer={"words": ["un mot"]}),
        lambda ballots: [ballot.update(poll="none") for ballot in ballots],
    ],
)
def test_a_box_that_does_not_fit_its_roll_is_not_imported(
    engine: Engine, archive: Path, elsewhere: Path, change: Callable[[list[Any]], object]
) -> None:
    def spoil(of: Members) -> None:
        ballots = msgspec.json.decode(of["sealed_ballots.json"])
        change(ballots)
        of["sealed_ballots.json"] = msgspec.json.encode(ballots)

    with pytest.raises(ArchiveRefused) as refused:
        import_(engine, elsewhere, rewritten(archive, spoil))
    assert refused.value.code == "archive_invalid"
    assert refused.value.details["member"] == "sealed_ballots.json"


def test_no_private_archive_is_made_while_people_vote_in_secret(engine: Engine, files: Path, tmp_path: Path) -> None:
    story = held()
    question = {"text": "Et maintenant ?", "options": ["Oui", "Non"], "way": "secret"}
    story.do("olga", "poll.add", activity=story.cell("Débat", "Plénière"), question=question)
    poll = next(poll for poll in story.state.all(Poll) if poll.question == "Et maintenant ?")
    story.do("olga", "poll.open", poll=poll.id)
    keep(engine, story)
    with pytest.raises(ArchiveRefused) as refused:
        export(engine, files, WORKSHOP, tmp_path / "out.zip", now_ms=BEGAN_AT)
    assert refused.value.code == "vote_open"
    export(engine, files, WORKSHOP, tmp_path / "out.zip", now_ms=BEGAN_AT, public=True)


def test_the_imported_workshop_goes_on(engine: Engine, archive: Path, elsewhere: Path) -> None:
    import_(engine, elsewhere, archive)
    journal = Journal(engine)
    head, _ = journal.head(WORKSHOP)
    batch = journal.begin(WORKSHOP, head, [])
    batch.write([Record(seq=head + 1, at=BEGAN_AT, actor=None, command="workshop.close", key=b"k" * 32)])
    batch.commit()
    assert journal.head(WORKSHOP)[0] == head + 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("body", "Z2FyYmFnZQ=="), ("author", "nobody"), ("client", 6_000), ("conclusion", "elsewhere"), ("seq", 1 << 40)],
)
def test_what_could_not_be_written_together_is_refused(
    engine: Engine, archive: Path, elsewhere: Path, field: str, value: str | int
) -> None:
    def spoil(of: Members) -> None:
        inscriptions = msgspec.json.decode(of["documents.json"])
        inscriptions[-1][field] = value
        of["documents.json"] = msgspec.json.encode(inscriptions)

    assert refused(engine, rewritten(archive, spoil), elsewhere).code == "archive_invalid"


def test_a_lost_upload_is_said_and_keeps_nobody_from_taking_the_rest_home(
    engine: Engine, files: Path, elsewhere: Path, tmp_path: Path
) -> None:
    keep(engine, held())
    (files / FILE_SHA256).unlink()
    export(engine, files, WORKSHOP, tmp_path / "out.zip", now_ms=BEGAN_AT)
    assert package(members(tmp_path / "out.zip"))["missing_files"] == [FILE_SHA256]
    forget(engine)
    assert import_(engine, elsewhere, tmp_path / "out.zip") == WORKSHOP


def test_an_unknown_workshop_leaves_no_file(engine: Engine, files: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownWorkshop):
        export(engine, files, WorkshopId("w9"), tmp_path / "out.zip", now_ms=BEGAN_AT)
    assert list(tmp_path.glob("out*")) == []


def test_what_an_import_left_that_was_broken_off_is_in_nobodys_way(
    engine: Engine, archive: Path, elsewhere: Path, tmp_path: Path
) -> None:
    """The process died before the workshop's own row: nobody sees the rest, and the next import clears it."""
    import_(engine, elsewhere, archive)
    with engine.begin() as connection:
        kept_last = (tables.sealed_ballot, tables.document_update, tables.document_checkpoint)
        for table in (tables.workshop, tables.due, tables.link, *kept_last):
            connection.execute(table.delete())
        connection.execute(
            tables.entity.update().where(tables.entity.c.type == "note").values(id="half" + tables.entity.c.id)
        )
    assert Journal(engine).heads() == {}
    assert import_(engine, elsewhere, archive) == WORKSHOP
    assert not any(entity.id.startswith("half") for entity in Journal(engine).load(WORKSHOP).entities)


@pytest.mark.parametrize("path", sorted(FROZEN.glob("archive-*.zip")), ids=lambda path: path.stem)
def test_archives_of_every_released_schema_load(engine: Engine, elsewhere: Path, path: Path) -> None:
    workshop = import_(engine, elsewhere, path)
    loaded = Journal(engine).load(workshop)
    assert {entity.kind for entity in loaded.entities} == KINDS.keys() - LATER[path.stem]
    texts = [entity.text for entity in loaded.entities if entity.kind == "note"]  # type: ignore[attr-defined]
    assert "ساحة للجميع" in texts
    taken = {name.split(".")[0] for name in EXPORTED}
    assert {name for name, count in counts(engine).items() if not count} & taken == WITHOUT[path.stem]


def test_every_released_schema_has_its_frozen_archive() -> None:
    assert sorted(path.name for path in FROZEN.glob("*.zip")) == [
        f"archive-{schema}.zip" for schema in range(1, tables.SCHEMA + 1)
    ]


# -- for spreadsheets ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(typed: str) -> None:
    assert cell(typed) == f"'{typed}"


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (-3, "-3"), (True, "true"), ("a=1", "a=1"), (["=1"], '["=1"]')]
)
def test_other_cells_say_what_they_hold(value: Any, shown: str) -> None:
    assert cell(value) == shown


def test_a_sheet_opens_in_a_spreadsheet(archive: Path) -> None:
    body = members(archive)["entities/note.csv"]
    assert body.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";"))
    texts = [row["text"] for row in read]
    assert "'=1+1" in texts
    assert any(written.startswith(HOSTILE) for written in texts)


def test_columns_are_parted_as_the_language_expects() -> None:
    assert sheet(["a", "b"], [{"a": 1, "b": None}], ",") == b"\xef\xbb\xbfa,b\r\n1,\r\n"


# -- for the public -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", [*NAMES, *IDS, "link-p", "Affiche"])
def test_a_public_archive_names_nobody(public: Members, secret: str) -> None:
    assert secret not in text(public)


@pytest.mark.parametrize("secret", ["Ceci reste caché", "Jamais posée", "secret de", "chers voisins", "Retiré"])
def test_a_public_archive_keeps_what_was_hidden_private_or_unpublished(public: Members, secret: str) -> None:
    assert secret not in text({path: body for path, body in public.items() if path != "datapackage.json"})


def test_a_public_archive_holds_what_came_out(public: Members) -> None:
    everything = text(public)
    assert "ساحة للجميع" in everything
    assert "Bienvenue" in everything
    assert public[f"files/{FILE_SHA256}"] == FILE
    assert {path.split("/")[0] for path in public} == {"datapackage.json", "entities", "files"}


def test_only_published_polls_give_counts(public: Members) -> None:
    polls = {
        poll["way"]: poll for poll in records(public, "poll") if poll["opened_at"] and poll["question"] != "Adopter ?"
    }
    named, hands = polls["named"], polls["hands"]
    assert [option["votes"] for option in polls["secret"]["options"]] == [None, None, None]
    assert polls["secret"]["outcome"] is None
    assert [option["votes"] for option in named["options"]] == [2, 1, 0]
    assert [option["votes"] for option in hands["options"]] == [None, None]
    assert hands["turnout"] is hands["present"] is None


def test_a_person_has_one_label_in_an_archive_and_another_in_the_next(
    public: Members, engine: Engine, files: Path, tmp_path: Path
) -> None:
    keep(engine, held())
    assert len({note["author"] for note in records(public, "note") if note["author"]}) == 2
    labelled = {note["id"]: note["author"] for note in records(public, "note")}
    export(engine, files, WORKSHOP, tmp_path / "next.zip", now_ms=BEGAN_AT, public=True)
    again = {note["id"]: note["author"] for note in records(members(tmp_path / "next.zip"), "note")}
    assert labelled.keys() == again.keys()
    assert all(labelled[id] != again[id] for id in labelled if labelled[id])


def test_anonymous_notes_bear_neither_label_nor_moment(public: Members) -> None:
    note = next(note for note in records(public, "note") if note["text"] == "Sans dire qui je suis")
    assert note["author"] is note["at"] is note["edited_at"] is None


def test_backstage_is_not_published(public: Members) -> None:
    assert "backstage" not in {room["room_kind"] for room in records(public, "room")}


def test_a_file_that_no_room_shows_is_not_published(engine: Engine, files: Path, tmp_path: Path) -> None:
    story = held()
    story.do("olga", "activity.clear", activity=story.cell("Accueil", "Plénière"))
    keep(engine, story)
    export(engine, files, WORKSHOP, tmp_path / "public.zip", now_ms=BEGAN_AT, public=True)
    assert FILE_SHA256 not in text(members(tmp_path / "public.zip"))


def test_a_public_archive_is_not_imported(engine: Engine, packed: Path, elsewhere: Path) -> None:
    assert refused(engine, packed / "public.zip", elsewhere).code == "archive_public"


# -- what does not come in ----------------------------------------------------------------------------------------


def test_a_workshop_that_is_there_is_not_overwritten(engine: Engine, archive: Path, elsewhere: Path) -> None:
    import_(engine, elsewhere, archive)
    again = refused(engine, archive, elsewhere)
    assert (again.code, again.details) == ("already_there", {"workshop": "w1"})


def test_a_link_of_another_workshop_is_not_taken_over(engine: Engine, archive: Path, elsewhere: Path) -> None:
    Links(engine).create(Link("link-p", WorkshopId("w2"), Role.VIEWER, "", BEGAN_AT))
    assert refused(engine, archive, elsewhere).code == "already_there"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_archive_is_refused(engine: Engine, archive: Path, elsewhere: Path, share: float) -> None:
    body = archive.read_bytes()
    archive.write_bytes(body[: int(len(body) * share)])
    assert refused(engine, archive, elsewhere).code == "archive_truncated"


def test_what_is_no_archive_is_refused(engine: Engine, elsewhere: Path, tmp_path: Path) -> None:
    for body in (b"", b"<html>", b"%PDF-1.7"):
        (tmp_path / "x.zip").write_bytes(body)
        assert refused(engine, tmp_path / "x.zip", elsewhere).code == "archive_foreign"


def test_a_flipped_byte_is_found_in_every_member(engine: Engine, archive: Path, elsewhere: Path) -> None:
    body = archive.read_bytes()
    with ZipFile(archive) as inside:
        listed = inside.infolist()
    for member in listed:
        # Behind the local header, where what is packed begins.
        place = member.header_offset + 30 + len(member.filename) + member.compress_size // 2
        archive.write_bytes(body[:place] + bytes([body[place] ^ 0xFF]) + body[place + 1 :])
        assert refused(engine, archive, elsewhere).code == "archive_damaged"


def test_a_later_schema_is_refused_before_it_is_read(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def later(inside: Members) -> None:
        page = package(inside) | {"schema_version": tables.SCHEMA + 1, "variant": "unheard of", "head": "many"}
        inside["datapackage.json"] = msgspec.json.encode(page)

    assert refused(engine, rewritten(archive, later), elsewhere).code == "archive_newer"


@pytest.mark.parametrize(
    "name",
    ["../escape", "/etc/passwd", "files/../../escape", "entities/../note.json", "C:\\x", "files/", "extra.txt",
     "files/" + "0" * 64, "entities/spy.json", "files/" + "A" * 64],
)  # fmt: skip
def test_foreign_paths_are_refused(engine: Engine, archive: Path, elsewhere: Path, name: str) -> None:
    bad = rewritten(archive, lambda inside: inside.update({name: b"x"}))
    assert refused(engine, bad, elsewhere).code == "archive_foreign"


def test_a_foreign_resource_is_refused_also_when_described(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def smuggle(inside: Members) -> None:
        page = package(inside)
        page["resources"].append({**page["resources"][0], "path": "entities/spy.json"})
        inside |= {"entities/spy.json": b"[]", "datapackage.json": msgspec.json.encode(page)}

    assert refused(engine, rewritten(archive, smuggle), elsewhere).code == "archive_foreign"


def repacked(path: Path, change: Callable[[ZipInfo], None]) -> Path:
    """The same bytes under the same names, one of them packed in another way."""
    out = path.with_name("repacked.zip")
    with ZipFile(path) as before, ZipFile(out, "w") as after:
        for member in before.infolist():
            body = before.read(member)
            if member.filename == f"files/{FILE_SHA256}":
                change(member)
            after.writestr(member, body)
    return out


def test_a_symbolic_link_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def link(member: ZipInfo) -> None:
        member.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert refused(engine, repacked(archive, link), elsewhere).code == "archive_foreign"


def test_rare_compression_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def squeeze(member: ZipInfo) -> None:
        member.compress_type = ZIP_BZIP2

    assert refused(engine, repacked(archive, squeeze), elsewhere).code == "archive_foreign"


def test_repacked_as_it_was_it_comes_in(engine: Engine, archive: Path, elsewhere: Path) -> None:
    assert import_(engine, elsewhere, repacked(archive, lambda member: None)) == WORKSHOP


def test_a_member_that_stands_twice_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    with warnings.catch_warnings(), ZipFile(archive, "a") as file:
        warnings.simplefilter("ignore", UserWarning)
        file.writestr("dues.json", members(archive)["dues.json"])
    assert refused(engine, archive, elsewhere).code == "archive_foreign"


@pytest.mark.parametrize(
    "limits", [Limits(members=5), Limits(text=1_000), Limits(file=10), Limits(total=10_000)], ids=str
)
def test_what_unpacks_to_more_than_is_bearable_is_refused(
    engine: Engine, archive: Path, elsewhere: Path, limits: Limits
) -> None:
    assert refused(engine, archive, elsewhere, limits).code == "archive_too_big"


def test_a_bomb_is_refused_unread(engine: Engine, archive: Path, elsewhere: Path) -> None:
    bomb = rewritten(archive, lambda inside: inside.update({"history.jsonl": b"\n" * 20_000_000}))
    assert bomb.stat().st_size < 200_000
    assert refused(engine, bomb, elsewhere, Limits(text=10_000_000)).code == "archive_too_big"


def test_a_member_that_is_not_what_was_packed_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    changed = rewritten(archive, lambda inside: inside.update({"dues.json": b"[ ]\n"}), honest=False)
    assert refused(engine, changed, elsewhere).code == "archive_damaged"


def test_a_missing_member_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    for name in ("datapackage.json", "entities/note.json", f"files/{FILE_SHA256}"):

        def lose(inside: Members, name: str = name) -> None:
            del inside[name]

        assert refused(engine, rewritten(archive, lose, honest=False), elsewhere).code == "archive_truncated"


def test_an_upload_that_is_not_what_its_name_says_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    swapped = rewritten(archive, lambda inside: inside.update({f"files/{FILE_SHA256}": FILE[::-1]}))
    assert refused(engine, swapped, elsewhere).code == "archive_damaged"


@pytest.mark.parametrize(
    "member", ["datapackage.json", "entities/note.json", "history.jsonl", "dues.json", "links.json"]
)
@pytest.mark.parametrize("body", [b"{", b"\xff", b"[" * 100_000, b'[{"id": 3}]', b"null", b'[{"id": "\\ud800"}]'])
def test_bad_json_is_refused(engine: Engine, archive: Path, elsewhere: Path, member: str, body: bytes) -> None:
    bad = rewritten(archive, lambda inside: inside.update({member: body}), honest=member != "datapackage.json")
    assert refused(engine, bad, elsewhere).code == "archive_invalid"


def changed(kind: str, **fields: Any) -> Callable[[Members], None]:
    """The first record of a kind, with other fields."""

    def change(inside: Members) -> None:
        first, *rest = records(inside, kind)
        inside[f"entities/{kind}.json"] = msgspec.json.encode([{**first, **fields}, *rest])

    return change


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("workshop", {"id": "w2"}),
        ("workshop", {"time_zone": "Mars/Base"}),
        ("workshop", {"step": "nowhere"}),
        ("note", {"text": 3}),
        ("note", {"text": "a\u0000b"}),
        ("note", {"room": "nowhere"}),
        ("note", {"type": "participant"}),
        ("note", {"rev": 1 << 40}),
        ("note", {"id": "ana"}),
        ("participant", {"role": "king"}),
        ("participant", {"room": "nowhere"}),
        ("board", {"step": "nowhere"}),
    ],
)
def test_what_cannot_be_is_refused(
    engine: Engine, archive: Path, elsewhere: Path, kind: str, fields: dict[str, Any]
) -> None:
    assert refused(engine, rewritten(archive, changed(kind, **fields)), elsewhere).code == "archive_invalid"


def test_a_workshop_without_plenary_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def tear_down(inside: Members) -> None:
        rooms = [{**room, "room_kind": "group"} for room in records(inside, "room")]
        inside["entities/room.json"] = msgspec.json.encode(rooms)

    assert refused(engine, rewritten(archive, tear_down), elsewhere).code == "archive_invalid"


def test_an_upload_cannot_name_another_place_on_the_disk(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def point(inside: Members) -> None:
        changed("file", sha256="../../secret")(inside)
        page = package(inside)
        page["missing_files"] = ["../../secret"]
        page["resources"] = [r for r in page["resources"] if not r["path"].startswith("files/")]
        inside["datapackage.json"] = msgspec.json.encode(page)
        del inside[f"files/{FILE_SHA256}"]

    assert refused(engine, rewritten(archive, point), elsewhere).code == "archive_foreign"


def test_a_history_with_a_hole_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    def tear(inside: Members) -> None:
        lines = inside["history.jsonl"].splitlines(keepends=True)
        inside["history.jsonl"] = b"".join(lines[:3] + lines[4:])

    assert refused(engine, rewritten(archive, tear), elsewhere).code == "archive_invalid"


def test_a_due_command_that_nobody_knows_is_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    due = b'[{"id": "x", "at": 1, "command": {"type": "house.burn"}}]'
    bad = rewritten(archive, lambda inside: inside.update({"dues.json": due}))
    assert refused(engine, bad, elsewhere).code == "archive_invalid"


def test_numbers_that_no_database_holds_are_refused(engine: Engine, archive: Path, elsewhere: Path) -> None:
    due = b'[{"id": "x", "at": 99999999999999999999999, "command": {"type": "groups.end", "at": 1}}]'
    bad = rewritten(archive, lambda inside: inside.update({"dues.json": due}))
    assert refused(engine, bad, elsewhere).code == "archive_invalid"


def test_when_the_commit_fails_the_uploads_are_taken_back(engine: Engine, archive: Path, elsewhere: Path) -> None:
    @event.listens_for(engine, "commit")
    def fail(_connection: Connection) -> None:
        if (elsewhere / FILE_SHA256).exists():
            raise MemoryError

    with pytest.raises(MemoryError):
        import_(engine, elsewhere, archive)
    event.remove(engine, "commit", fail)
    # The interrupted transaction ends with its connection, as it does when a process dies.
    engine.dispose()
    assert list(elsewhere.iterdir()) == []
    assert Journal(engine).heads() == {}
    assert import_(engine, elsewhere, archive) == WORKSHOP


def test_when_nobody_knows_whether_it_was_committed_the_uploads_stay(
    engine: Engine, archive: Path, elsewhere: Path
) -> None:
    @event.listens_for(engine, "commit")
    def lose(_connection: Connection) -> None:
        if (elsewhere / FILE_SHA256).exists():
            raise SQLAlchemyError("the connection is gone")

    with pytest.raises(UnknownOutcome):
        import_(engine, elsewhere, archive)
    event.remove(engine, "commit", lose)
    assert [path.name for path in elsewhere.iterdir()] == [FILE_SHA256]
