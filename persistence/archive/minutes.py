"""Versions of the minutes in an archive: their words and amendments as JSON, what was published to the byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from facilitation.minutes.editing import checksum, encoded
from facilitation.minutes.versions import Amendment, Version, VersionState
from persistence import minutes, tables
from persistence.archive.refusals import ArchiveRefused
from persistence.archive.unpacking import Unpacked
from rooms.ids import WorkshopId

MINUTES = "minutes.json"
AMENDMENTS = "amendments.json"
FILE = re.compile(r"minutes/([1-9][0-9]{0,5})\.([a-z]{2,4})")


@dataclass(slots=True)
class Kept:
    versions: list[Version] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """By their path in the archive."""


def found(connection: Connection, workshop: WorkshopId) -> Kept:
    file = tables.minutes_file
    rows = connection.execute(select(file.c.number, file.c.format, file.c.body).where(file.c.workshop == workshop))
    return Kept(
        versions=minutes.versions_of(connection, workshop),
        amendments=sorted(minutes.amendments_of(connection, workshop), key=lambda amendment: amendment.id),
        files={f"minutes/{row.number}.{row.format}": row.body for row in rows},
    )


def rows(workshop: WorkshopId, kept: Kept) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    yield tables.minutes, [minutes.row_of(version) for version in kept.versions]
    yield tables.amendment, [minutes.amendment_row(workshop, amendment) for amendment in kept.amendments]
    named = [(FILE.fullmatch(path), body) for path, body in kept.files.items()]
    yield tables.minutes_file, [minutes.file_row(workshop, int(of[1]), of[2], body) for of, body in named if of]


def unpacked_files(unpacked: Unpacked) -> dict[str, bytes]:
    return {path: unpacked.read(path) for path in sorted(unpacked.paths) if FILE.fullmatch(path)}


def check(kept: Kept, workshop: str, head: int) -> None:
    """Raises ArchiveRefused: an approved version is what its checksum says, and only public ones have files."""
    numbers = [version.number for version in kept.versions]
    if len(set(numbers)) != len(numbers) or any(number < 1 for number in numbers):
        raise _invalid(MINUTES, "a number stands twice")
    if any(version.workshop != workshop or not 0 <= version.head <= head for version in kept.versions):
        raise _invalid(MINUTES, "of another workshop")
    if sum(1 for version in kept.versions if not version.is_public) > 1:
        raise _invalid(MINUTES, "two drafts")
    if sum(1 for version in kept.versions if version.state is VersionState.PUBLISHED) > 1:
        raise _invalid(MINUTES, "two published")
    for version in kept.versions:
        found = checksum(encoded(version.final)) if version.final is not None else ""
        if found != version.checksum or (version.final is None) is not version.is_draft:
            raise ArchiveRefused("archive_damaged", member=MINUTES)
    _check_files(kept)
    if len({amendment.id for amendment in kept.amendments}) != len(kept.amendments):
        raise _invalid(AMENDMENTS, "an id stands twice")
    if any(amendment.version not in numbers for amendment in kept.amendments):
        raise _invalid(AMENDMENTS, "of a version that is not there")


def _check_files(kept: Kept) -> None:
    public = {version.number for version in kept.versions if version.is_public}
    with_files = {int(of[1]) for path in kept.files if (of := FILE.fullmatch(path))}
    if foreign := with_files - public:
        raise ArchiveRefused("archive_foreign", members=[f"minutes/{number}" for number in sorted(foreign)][:20])
    if lost := public - with_files:
        raise ArchiveRefused("archive_truncated", missing=[f"minutes/{number}" for number in sorted(lost)][:20])


def _invalid(member: str, reason: str) -> ArchiveRefused:
    return ArchiveRefused("archive_invalid", member=member, reason=reason)
