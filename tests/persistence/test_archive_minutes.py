"""Minutes go out with their workshop, word for word and byte for byte, and come back so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Engine

from facilitation.minutes import Wording
from facilitation.minutes.document import Document, Paragraph, Section
from facilitation.minutes.versions import Amendment, Version, approve, open_for_amendments, propose, settle
from persistence import migrate
from persistence.archive import export, import_
from persistence.engine import open_engine
from persistence.journal import Journal, Record
from persistence.minutes import Minutes
from rooms.entity import Forget
from rooms.ids import ParticipantId
from rooms.refusal import Refused
from tests.persistence.test_archive import WORKSHOP, Members, keep, members, refused, rewritten
from tests.sample import BEGAN_AT, closed

FILES = {"pdf": b"%PDF-1.7 minutes", "json": b"{}"}
DAY = 86_400_000


def version(names: bool = False) -> Version:
    facts = Document("T", "fr", "hier", "Deux personnes", (Section("S", (Paragraph("Ana Andrade"),), key="s"),))
    return Version(
        workshop=WORKSHOP,
        number=0,
        language="fr",
        names=names,
        head=3,
        made_at=BEGAN_AT,
        document=facts,
        wording=Wording(summary="Bref", notes={"s": "Note"}),
    )


def add(engine: Engine, version: Version) -> Version:
    """As if its facts had been read just now."""
    _, epoch = Journal(engine).head(version.workshop)
    return Minutes(engine).add(version, epoch)


def approved(engine: Engine) -> Version:
    added = add(engine, version())
    return Minutes(engine).change(WORKSHOP, added.number, lambda v, _: approve(v, [], v.document, BEGAN_AT))


def published(engine: Engine) -> Version:
    return Minutes(engine).publish(approved(engine), FILES, BEGAN_AT)


def amended(engine: Engine) -> Version:
    kept, added = Minutes(engine), add(engine, version(names=True))
    opened = kept.change(WORKSHOP, added.number, lambda v, _: open_for_amendments(v, BEGAN_AT + DAY, BEGAN_AT))

    def ask(of: Version, others: list[Amendment]) -> Amendment:
        return propose(of, others, "s", "Plutôt trois", ParticipantId("ana"), "amendment1", BEGAN_AT)

    kept.propose(WORKSHOP, added.number, ask)
    kept.settle(WORKSHOP, added.number, "amendment1", lambda v, one: settle(v, one, False, "Non", BEGAN_AT))
    return opened


@pytest.fixture
def kept(engine: Engine) -> Minutes:
    keep(engine, closed())
    published(engine)
    published(engine)
    amended(engine)
    return Minutes(engine)


def taken_out(engine: Engine, folder: Path, public: bool = False) -> Path:
    out = folder / "out.zip"
    (folder / "files").mkdir(exist_ok=True)
    export(engine, folder / "files", WORKSHOP, out, now_ms=BEGAN_AT, public=public)
    return out


@pytest.fixture
def other(tmp_path: Path) -> Engine:
    url = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    migrate(url)
    return open_engine(url)


def test_minutes_come_back_as_they_went(engine: Engine, kept: Minutes, other: Engine, tmp_path: Path) -> None:
    archive = taken_out(engine, tmp_path)
    import_(other, tmp_path / "elsewhere", archive)
    again = Minutes(other)
    assert again.versions(WORKSHOP) == kept.versions(WORKSHOP)
    assert again.find(WORKSHOP, 3) == kept.find(WORKSHOP, 3)
    assert again.file(WORKSHOP, 2, "pdf") == FILES["pdf"]
    assert again.files(WORKSHOP, 1) == kept.files(WORKSHOP, 1)


def test_the_public_archive_has_what_was_published_and_no_draft(engine: Engine, kept: Minutes, tmp_path: Path) -> None:
    inside = members(taken_out(engine, tmp_path, public=True))
    assert {path for path in inside if "minutes" in path or "amendment" in path} == {
        f"minutes/{number}.{format}" for number in (1, 2) for format in FILES
    }


def without_files(inside: Members) -> None:
    page = msgspec.json.decode(inside["datapackage.json"])
    page["resources"] = [one for one in page["resources"] if not one["path"].startswith("minutes/1")]
    inside["datapackage.json"] = msgspec.json.encode(page)
    for path in [path for path in inside if path.startswith("minutes/1")]:
        del inside[path]


def changed(old: bytes, new: bytes) -> Callable[[Members], None]:
    def change(inside: Members) -> None:
        for path in ("minutes.json", "amendments.json"):
            inside[path] = inside[path].replace(old, new)

    return change


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (without_files, "archive_truncated"),
        (changed(b"Deux personnes", b"Dix personnes"), "archive_damaged"),
        (changed(b'"number":2', b'"number":1'), "archive_invalid"),
        (changed(b'"version":3', b'"version":9'), "archive_invalid"),
        (changed(b'"superseded"', b'"published"'), "archive_invalid"),
        (changed(b'"workshop":"w1"', b'"workshop":"w2"'), "archive_invalid"),
    ],
)
def test_an_archive_that_was_tampered_with_is_refused(
    engine: Engine,
    kept: Minutes,
    other: Engine,
    tmp_path: Path,
    spoil: Callable[[Members], None],
    code: str,
) -> None:
    archive = rewritten(taken_out(engine, tmp_path), spoil)
    assert refused(other, archive, tmp_path / "elsewhere").code == code


def forgetting(engine: Engine, what: Forget) -> None:
    """As a batch of the journal does it."""
    batch = Journal(engine).begin(WORKSHOP, 0, [])
    batch.write(
        [
            Record(
                seq=batch.head + 1,
                at=BEGAN_AT,
                actor=None,
                command="x",
                key=None,
                put=[],
                drop=[],
                dues=[],
                forget=what,
            )
        ]
    )
    batch.commit()


def test_drafts_are_forgotten_and_what_was_published_stays(engine: Engine, kept: Minutes) -> None:
    forgetting(engine, Forget(epoch="other", drafts=True))
    assert [one.number for one in kept.versions(WORKSHOP)] == [1, 2]


def test_who_is_erased_has_asked_for_nothing_and_drafts_are_to_be_made_again(engine: Engine, kept: Minutes) -> None:
    forgetting(engine, Forget(epoch="other", authors=("ana",)))
    draft, (amendment,) = kept.find(WORKSHOP, 3)
    assert draft.document.parts == ()
    assert draft.wording == version().wording
    assert (amendment.author, amendment.text) == (None, "")
    with pytest.raises(Refused, match="minutes_empty"):
        kept.change(WORKSHOP, 3, lambda v, _: approve(v, [], v.document, BEGAN_AT + 2 * DAY))
