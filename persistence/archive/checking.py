"""Whether an archive says what a workshop can be. What passes can be loaded, served and exported again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from facilitation.founding import known_zone
from facilitation.minutes.versions import Amendment, Version
from facilitation.workshop import AnyEntity, decode_due
from persistence import tables
from persistence.archive import documents, minutes, package
from persistence.archive.contents import KINDS
from persistence.archive.documents import Inscription
from persistence.archive.package import Deadline, Package, Past, Sealed
from persistence.archive.package import Way as Link
from persistence.archive.refusals import ArchiveRefused
from persistence.archive.unpacking import Unpacked
from rooms.activities.ballot import check
from rooms.activities.info import File
from rooms.activities.poll import Poll, Roll
from rooms.activities.question import Way
from rooms.activity import Activity
from rooms.agenda import Room, RoomKind, Step, Workshop
from rooms.entity import Entity
from rooms.refusal import Refused
from rooms.text import normalized

T = TypeVar("T")
SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(slots=True)
class Checked:
    package: Package
    entities: list[Entity]
    history: list[Past]
    dues: list[Deadline]
    links: list[Link]
    sealed: list[Sealed]
    documents: list[Inscription]
    minutes: minutes.Kept
    uploads: list[str]
    """SHA-256 of the files it brings along."""


class _Version(msgspec.Struct):
    schema_version: int
    variant: str


def checked(unpacked: Unpacked) -> Checked:
    """Raises ArchiveRefused."""
    text = unpacked.read(package.DATAPACKAGE)
    # Before all else: what a later version means by its fields is not known here.
    version = _decoded(text, _Version, package.DATAPACKAGE)
    if version.schema_version > tables.SCHEMA:
        raise ArchiveRefused("archive_newer", schema=version.schema_version, known=tables.SCHEMA)
    if version.variant == "public":
        raise ArchiveRefused("archive_public")
    described = _decoded(text, Package, package.DATAPACKAGE)
    _check_members(unpacked, described)
    found = Checked(
        package=described,
        entities=list(_entities(unpacked)),
        history=list(_history(unpacked)),
        dues=_decoded(unpacked.read(package.DUES), list[Deadline], package.DUES),
        links=_decoded(unpacked.read(package.LINKS), list[Link], package.LINKS),
        sealed=_sealed(unpacked),
        documents=_documents(unpacked),
        minutes=_minutes(unpacked),
        uploads=sorted(path.removeprefix("files/") for path in unpacked.paths if path.startswith("files/")),
    )
    _check_entities(found)
    _check_places(found.entities)
    _check_history(found)
    _check_sealed(found)
    documents.check(found.documents, found.entities, described.head)
    minutes.check(found.minutes, described.workshop, described.head)
    _check_uploads(unpacked, found)
    return found


def _check_members(unpacked: Unpacked, described: Package) -> None:
    """Each is described once, and is what its description says."""
    paths = [resource.path for resource in described.resources]
    known = {
        package.HISTORY,
        package.DUES,
        package.LINKS,
        package.SEALED,
        documents.DOCUMENTS,
        minutes.MINUTES,
        minutes.AMENDMENTS,
    }
    known |= {f"entities/{kind}.{format}" for kind in KINDS for format in ("json", "csv")}
    if foreign := (unpacked.paths - {package.DATAPACKAGE} - set(paths)) | {
        path for path in paths if path not in known and not path.startswith(("files/", "minutes/"))
    }:
        raise ArchiveRefused("archive_foreign", members=sorted(foreign)[:20])
    if len(set(paths)) != len(paths):
        raise ArchiveRefused("archive_foreign", reason="a resource stands twice")
    for resource in described.resources:
        if unpacked.size(resource.path) != resource.bytes or unpacked.checksum(resource.path) != resource.hash:
            raise ArchiveRefused("archive_damaged", member=resource.path)


def _decoded(text: bytes, type: type[T], member: str) -> T:
    """Raises ArchiveRefused for what is no JSON, has another shape, or holds text that cannot be kept."""
    try:
        return msgspec.convert(normalized(msgspec.json.decode(text)), type)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError, Refused) as error:
        raise _invalid(member, str(error)) from error


def _invalid(where: str, reason: str) -> ArchiveRefused:
    return ArchiveRefused("archive_invalid", member=where, reason=reason[:500])


def _entities(unpacked: Unpacked) -> Iterator[Entity]:
    """A kind that this archive's version did not know yet has no member."""
    for kind in KINDS:
        member = f"entities/{kind}.json"
        if member not in unpacked.paths:
            continue
        records = _decoded(unpacked.read(member), list[dict[str, Any]], member)
        for record in records:
            if record.setdefault("type", kind) != kind:
                raise _invalid(member, "another type")
            try:
                yield msgspec.convert(record, AnyEntity)
            except msgspec.ValidationError as error:
                raise _invalid(member, str(error)) from error


def _history(unpacked: Unpacked) -> Iterator[Past]:
    for line in unpacked.read(package.HISTORY).splitlines():
        yield _decoded(line, Past, package.HISTORY)


def _sealed(unpacked: Unpacked) -> list[Sealed]:
    """Archives of before there were secret polls have no such member."""
    if package.SEALED not in unpacked.paths:
        return []
    return _decoded(unpacked.read(package.SEALED), list[Sealed], package.SEALED)


def _documents(unpacked: Unpacked) -> list[Inscription]:
    """Archives of before people wrote together have no such member."""
    if documents.DOCUMENTS not in unpacked.paths:
        return []
    return _decoded(unpacked.read(documents.DOCUMENTS), list[Inscription], documents.DOCUMENTS)


def _minutes(unpacked: Unpacked) -> minutes.Kept:
    """Archives of before minutes had versions have none of these members."""
    if minutes.MINUTES not in unpacked.paths or minutes.AMENDMENTS not in unpacked.paths:
        return minutes.Kept()
    return minutes.Kept(
        versions=_decoded(unpacked.read(minutes.MINUTES), list[Version], minutes.MINUTES),
        amendments=_decoded(unpacked.read(minutes.AMENDMENTS), list[Amendment], minutes.AMENDMENTS),
        files=minutes.unpacked_files(unpacked),
    )


def _check_entities(found: Checked) -> None:
    workshops = [entity.id for entity in found.entities if isinstance(entity, Workshop)]
    if workshops != [found.package.workshop]:
        raise _invalid("entities/workshop.json", "not the one workshop that the archive is of")
    if len({entity.id for entity in found.entities}) != len(found.entities):
        raise _invalid("entities", "an id stands twice")
    if any(not 0 <= entity.rev <= found.package.head for entity in found.entities):
        raise _invalid("entities", "a rev beyond the last change")
    kinds = [entity.room_kind for entity in found.entities if isinstance(entity, Room)]
    if kinds.count(RoomKind.PLENARY) != 1 or kinds.count(RoomKind.BACKSTAGE) != 1:
        raise _invalid("entities/room.json", "not one plenary and one backstage")


def _check_places(entities: list[Entity]) -> None:
    """Everything lies in a room and a step that exist, and its clock can be read."""
    rooms = {entity.id for entity in entities if isinstance(entity, Room)}
    steps = {entity.id for entity in entities if isinstance(entity, Step)}
    for entity in entities:
        if entity.place is not None and entity.place not in rooms:
            raise _invalid(f"entities/{entity.kind}.json", f"room {entity.place[:80]!r} is not there")
        if isinstance(entity, Activity | Workshop) and entity.step is not None and entity.step not in steps:
            raise _invalid(f"entities/{entity.kind}.json", f"step {entity.step[:80]!r} is not there")
        if isinstance(entity, Workshop):
            _check_zone(entity)


def _check_zone(workshop: Workshop) -> None:
    try:
        known_zone(workshop.time_zone)
    except Refused as refused:
        raise _invalid("entities/workshop.json", f"unknown time zone {workshop.time_zone[:80]!r}") from refused


def _check_history(found: Checked) -> None:
    if [past.seq for past in found.history] != list(range(1, found.package.head + 1)):
        raise _invalid(package.HISTORY, "changes are missing or out of order")
    if any(past.schema > tables.SCHEMA for past in found.history):
        raise ArchiveRefused("archive_newer", known=tables.SCHEMA)
    for things, member in ((found.dues, package.DUES), (found.links, package.LINKS)):
        if len({thing.id for thing in things}) != len(things):
            raise _invalid(member, "an id stands twice")
    for due in found.dues:
        try:
            decode_due(due.command)
        except Refused as refused:
            raise _invalid(package.DUES, str(refused.details)) from refused


def _check_sealed(found: Checked) -> None:
    """One for each name on the roll of a secret poll, and such as could have been cast there."""
    polls: dict[str, Poll] = {entity.id: entity for entity in found.entities if isinstance(entity, Poll)}
    rolls = Counter(str(entity.poll) for entity in found.entities if isinstance(entity, Roll))
    ballots = Counter(sealed.poll for sealed in found.sealed)
    if rolls != ballots or any(id not in polls or polls[id].way is not Way.SECRET for id in rolls):
        raise _invalid(package.SEALED, "not one ballot for each name on the roll")
    if len({(sealed.poll, sealed.id) for sealed in found.sealed}) != len(found.sealed):
        raise _invalid(package.SEALED, "an id stands twice")
    for sealed in found.sealed:
        try:
            check(polls[sealed.poll], sealed.answer)
        except Refused as refused:
            raise _invalid(package.SEALED, refused.code) from refused


def _check_uploads(unpacked: Unpacked, found: Checked) -> None:
    """Those that entities name and no others, each under the SHA-256 of its bytes."""
    named = {entity.sha256: entity.size for entity in found.entities if isinstance(entity, File)}
    missing = set(found.package.missing_files)
    for sha256 in named:
        # It becomes part of a path.
        if not SHA256.fullmatch(sha256):
            raise ArchiveRefused("archive_foreign", file=sha256[:80])
    if foreign := set(found.uploads) - set(named):
        raise ArchiveRefused("archive_foreign", members=sorted(foreign)[:20])
    if lost := set(named) - set(found.uploads) - missing:
        raise ArchiveRefused("archive_truncated", missing=sorted(lost)[:20])
    for sha256 in found.uploads:
        path = f"files/{sha256}"
        if unpacked.checksum(path) != f"sha256:{sha256}" or unpacked.size(path) != named[sha256]:
            raise ArchiveRefused("archive_damaged", member=path)
