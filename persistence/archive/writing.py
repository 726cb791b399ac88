"""Making an archive: the same workshop gives the same bytes, but for the moment of export."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec
from sqlalchemy import Connection, Engine, select

from persistence import rows, tables
from persistence.archive import documents, minutes, package, sheets
from persistence.archive.contents import KINDS
from persistence.archive.dictionary import TABLES
from persistence.archive.package import Deadline, Package, Past, Resource, Sealed, Way
from persistence.archive.public import SHOWN, Labels, published
from persistence.archive.refusals import ArchiveRefused
from persistence.engine import reading
from persistence.failures import NewerSchema, UnknownWorkshop, busy_when_it_fails
from rooms.activities.info import File
from rooms.activities.poll import secret_vote_is_open
from rooms.activities.tally import Answer
from rooms.agenda import Workshop
from rooms.entity import Entity
from rooms.ids import WorkshopId
from rooms.permissions import Role
from rooms.state import State

# A zip holds no earlier date; the real one would make two exports differ.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Found:
    """A workshop as it stood at one moment."""

    head: int
    epoch: str
    created_at: int
    state: State
    history: list[Past]
    dues: list[Deadline]
    links: list[Way]
    sealed: list[Sealed]
    documents: list[documents.Inscription]
    minutes: minutes.Kept


@dataclass(slots=True)
class Member:
    body: bytes
    resource: Resource


def export(
    engine: Engine,
    files: Path,
    workshop: WorkshopId,
    out: Path,
    *,
    now_ms: int,
    public: bool = False,
    key: bytes | None = None,
) -> None:
    """Writes `out` whole or not at all. `files` is the folder of uploads; `key` makes the labels of a public archive.

    Raises UnknownWorkshop, NewerSchema, Busy; ArchiveRefused("vote_open") while people vote in secret, when two private
    archives would tell who chose what in between.
    """
    found = _found(engine, workshop)
    if not public and secret_vote_is_open(found.state):
        raise ArchiveRefused("vote_open")
    uploads = _uploads(found.state, files, public)
    members = list(_public(found, Labels(key or secrets.token_bytes(32))) if public else _private(found))
    members += [_upload(sha256, body) for sha256, body in uploads.items() if body is not None]
    members.sort(key=lambda member: member.resource.path)
    missing = [sha256 for sha256, body in uploads.items() if body is None]
    _zip(out, _package(found, members, missing, now_ms, public), members)


# -- reading the workshop -----------------------------------------------------------------------------------------


def _found(engine: Engine, workshop: WorkshopId) -> Found:
    with busy_when_it_fails(), reading(engine).begin() as connection:
        of = tables.workshop
        row = connection.execute(select(of).where(of.c.id == workshop)).one_or_none()
        if row is None:
            raise UnknownWorkshop(workshop)
        if row.schema > tables.SCHEMA:
            raise NewerSchema(workshop)
        entity = tables.entity
        bodies = connection.execute(select(entity.c.body).where(entity.c.workshop == workshop)).scalars().all()
        history, dues, links = _history(connection, workshop), _dues(connection, workshop), _links(connection, workshop)
        sealed = _sealed(connection, workshop)
        written = documents.found(connection, workshop)
        kept = minutes.found(connection, workshop)
    state = State(row.head)
    for thing in rows.entities(bodies):
        state.put(thing)
    return Found(row.head, row.epoch, row.created_at, state, history, dues, links, sealed, written, kept)


def _history(connection: Connection, workshop: WorkshopId) -> list[Past]:
    change = tables.change
    return [
        Past(
            seq=row.seq,
            at=row.at,
            actor=row.actor,
            command=row.command,
            schema=row.schema,
            put=rows.entities_of(row.put),  # type: ignore[arg-type]
            drop=rows.ids_of(row.drop),
        )
        for row in connection.execute(select(change).where(change.c.workshop == workshop).order_by(change.c.seq))
    ]


def _dues(connection: Connection, workshop: WorkshopId) -> list[Deadline]:
    due = tables.due
    found = connection.execute(select(due).where(due.c.workshop == workshop)).all()
    deadlines = [Deadline(id=row.id, at=row.at, command=msgspec.json.decode(row.command)) for row in found]
    return sorted(deadlines, key=lambda deadline: deadline.id)


def _links(connection: Connection, workshop: WorkshopId) -> list[Way]:
    link = tables.link
    ways = [
        Way(
            id=row.id,
            role=Role(row.role),
            label=row.label,
            created_at=row.created_at,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
            uses=row.uses,
        )
        for row in connection.execute(select(link).where(link.c.workshop == workshop, link.c.participant.is_(None)))
    ]
    return sorted(ways, key=lambda way: way.id)


def _sealed(connection: Connection, workshop: WorkshopId) -> list[Sealed]:
    of = tables.sealed_ballot
    found = connection.execute(select(of).where(of.c.workshop == workshop)).all()
    ballots = [Sealed(poll=row.poll, id=row.id, answer=msgspec.json.decode(row.body, type=Answer)) for row in found]
    return sorted(ballots, key=lambda ballot: (ballot.id, ballot.poll))


# -- what goes in -------------------------------------------------------------------------------------------------


def _private(found: Found) -> Iterator[Member]:
    separator = sheets.delimiter(_workshop(found).language)
    for kind, type in KINDS.items():
        entities = _of(found.state, kind)
        yield from _table(kind, type, type.__struct_fields__, list(map(_record, entities)), separator)
    history = b"".join(msgspec.json.encode(past) + b"\n" for past in found.history)
    yield _member(package.HISTORY, history, "History, a change to a line", "Historique, un changement par ligne")
    yield _member(
        package.DUES, package.lines(found.dues), "What was to happen at a time", "Ce qui devait arriver à une heure"
    )
    yield _member(package.LINKS, package.lines(found.links), "Links, without codes", "Liens, sans leurs codes")
    yield _member(
        package.SEALED, package.lines(found.sealed), "Answers to secret polls", "Réponses aux sondages secrets"
    )
    yield _member(
        documents.DOCUMENTS,
        package.lines(found.documents),
        "What people wrote together",
        "Ce qui a été écrit à plusieurs",
    )
    kept = found.minutes
    yield _member(minutes.MINUTES, package.lines(kept.versions), "Versions of the minutes", "Versions du compte rendu")
    yield _member(minutes.AMENDMENTS, package.lines(kept.amendments), "Amendments asked for", "Amendements demandés")
    yield from _published_minutes(found)


def _published_minutes(found: Found) -> Iterator[Member]:
    for path, body in found.minutes.files.items():
        number, _, format = path.rpartition("/")[2].partition(".")
        resource = Resource(
            name=f"minutes-{number}-{format}",
            path=path,
            format=format,
            mediatype="application/octet-stream",
            title="Published minutes",
            title_fr="Compte rendu publié",
            bytes=len(body),
            hash=package.checksum(body),
        )
        yield Member(body, resource)


def _record(entity: Entity) -> dict[str, Any]:
    """Its type is said by the table it stands in."""
    record: dict[str, Any] = msgspec.to_builtins(entity)
    del record["type"]
    return record


def _public(found: Found, labels: Labels) -> Iterator[Member]:
    separator = sheets.delimiter(_workshop(found).language)
    for kind, names in SHOWN.items():
        records = published(found.state, kind, _of(found.state, kind), labels)
        yield from _table(kind, KINDS[kind], names, records, separator)
    yield from _published_minutes(found)


def _table(
    kind: str, type: type[Entity], names: tuple[str, ...], records: list[dict[str, Any]], separator: str
) -> Iterator[Member]:
    """Twice the same, for programs and for spreadsheets; also when empty, so that nothing is missing silently."""
    schema = {"fields": sheets.fields(type, names), "primaryKey": "id"}
    dialect = {"delimiter": separator, "lineTerminator": "\r\n", "quoteChar": '"', "header": True}
    yield _member(f"entities/{kind}.json", package.lines(records), *TABLES[kind], schema=schema)
    yield _member(
        f"entities/{kind}.csv", sheets.sheet(names, records, separator), *TABLES[kind], schema=schema, dialect=dialect
    )


TYPES = {"json": "application/json", "jsonl": "application/jsonl", "csv": "text/csv"}


def _member(path: str, body: bytes, title: str, title_fr: str, **more: dict[str, Any]) -> Member:
    stem, _, format = path.rpartition("/")[2].partition(".")
    resource = Resource(
        name=f"{stem.replace('_', '-')}-{format}",
        path=path,
        format=format,
        mediatype=TYPES[format],
        encoding="utf-8",
        title=title,
        title_fr=title_fr,
        bytes=len(body),
        hash=package.checksum(body),
        **more,
    )
    return Member(body, resource)


def _uploads(state: State, files: Path, public: bool) -> dict[str, bytes | None]:
    """Bytes by SHA-256; None for what the folder no longer has."""
    kept = sorted(state.all(File), key=lambda file: file.sha256)
    if public:
        shown = {record["sha256"] for record in published(state, "file", kept, Labels(b""))}
        kept = [file for file in kept if file.sha256 in shown]
    paths = {file.sha256: files / file.sha256 for file in kept}
    return {sha256: path.read_bytes() if path.is_file() else None for sha256, path in paths.items()}


def _upload(sha256: str, body: bytes) -> Member:
    resource = Resource(
        name=f"file-{sha256[:16]}",
        path=f"files/{sha256}",
        format="bin",
        mediatype="application/octet-stream",
        bytes=len(body),
        hash=package.checksum(body),
    )
    return Member(body, resource)


def _package(found: Found, members: list[Member], missing: list[str], now_ms: int, public: bool) -> Package:
    workshop = _workshop(found)
    return Package(
        name=f"palabre-{workshop.id.lower()}",
        title=workshop.title,
        description=package.ABOUT["en"],
        description_fr=package.ABOUT["fr"],
        schema_version=tables.SCHEMA,
        variant="public" if public else "private",
        workshop=workshop.id,
        head=found.head,
        created_at=found.created_at,
        epoch=found.epoch,
        exported_at=datetime.fromtimestamp(now_ms / 1000, UTC).isoformat(timespec="milliseconds"),
        missing_files=missing,
        resources=[member.resource for member in members],
    )


def _workshop(found: Found) -> Workshop:
    return next(found.state.all(Workshop))


def _of(state: State, kind: str) -> list[Entity]:
    return sorted(state.shelf("kind", kind), key=lambda entity: entity.id)


# -- the file -----------------------------------------------------------------------------------------------------


def _zip(out: Path, described: Package, members: list[Member]) -> None:
    part = out.with_name(f"{out.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            os.fchmod(file.fileno(), 0o600)
            with ZipFile(file, "w") as archive:
                text = msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"
                archive.writestr(_info(package.DATAPACKAGE, ZIP_DEFLATED), text)
                for member in members:
                    # Images and PDFs are packed already.
                    how = ZIP_DEFLATED if member.resource.encoding else ZIP_STORED
                    archive.writestr(_info(member.resource.path, how), member.body)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _info(path: str, how: int) -> ZipInfo:
    info = ZipInfo(path, LONG_AGO)
    info.compress_type = how
    info.create_system = 3
    info.external_attr = 0o100644 << 16
    return info
