"""Opening a zip from anywhere: only members of ours, of bounded size, and exactly the bytes that were packed."""

from __future__ import annotations

import hashlib
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from persistence.archive.package import DATAPACKAGE, MEMBER
from persistence.archive.refusals import ArchiveRefused

CHUNK = 1 << 20
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Limits:
    """In bytes, unpacked. A small file can unpack to terabytes; nothing is read beyond these."""

    members: int = 10_000
    text: int = 256 << 20
    """All that is read into memory, together."""
    file: int = 256 << 20
    """One upload."""
    total: int = 8 << 30


class Unpacked:
    def __init__(self, archive: ZipFile, members: dict[str, ZipInfo]) -> None:
        self._archive = archive
        self._members = members

    @property
    def paths(self) -> set[str]:
        return set(self._members)

    def size(self, path: str) -> int:
        return self._member(path).file_size

    def read(self, path: str) -> bytes:
        with self._opened(path) as file:
            return file.read()

    def checksum(self, path: str) -> str:
        digest = hashlib.sha256()
        with self._opened(path) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
        return f"sha256:{digest.hexdigest()}"

    def extract(self, path: str, to: Path) -> None:
        """Durable when it returns."""
        with self._opened(path) as file, to.open("xb") as out:
            while chunk := file.read(CHUNK):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())

    def _member(self, path: str) -> ZipInfo:
        if path not in self._members:
            raise ArchiveRefused("archive_truncated", missing=path)
        return self._members[path]

    @contextmanager
    def _opened(self, path: str) -> Iterator[IO[bytes]]:
        member = self._member(path)
        try:
            with self._archive.open(member) as file:
                yield file
        except (BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise ArchiveRefused("archive_damaged", member=path) from error


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Unpacked]:
    """Raises ArchiveRefused."""
    with path.open("rb") as file:
        is_zip = file.read(4) == b"PK\x03\x04"
        try:
            archive = ZipFile(file)
        except (BadZipFile, ValueError, EOFError, OverflowError, RuntimeError) as error:
            # The directory of a zip stands at its end.
            raise ArchiveRefused("archive_truncated" if is_zip else "archive_foreign") from error
        with archive:
            yield Unpacked(archive, _members(archive, limits))


def _members(archive: ZipFile, limits: Limits) -> dict[str, ZipInfo]:
    listed = archive.infolist()
    if len(listed) > limits.members:
        raise ArchiveRefused("archive_too_big", members=len(listed), most=limits.members)
    for member in listed:
        if not _is_ours(member):
            raise ArchiveRefused("archive_foreign", member=member.orig_filename[:200])
    members = {member.filename: member for member in listed}
    if len(members) != len(listed):
        raise ArchiveRefused("archive_foreign", reason="a member stands twice")
    _measure(listed, limits)
    return members


def _is_ours(member: ZipInfo) -> bool:
    """A plain file under one of our names: no folder, link, other path, encryption or rare compression."""
    # zipfile cuts names at U+0000; the original must be the name.
    is_named = member.orig_filename == member.filename == DATAPACKAGE or (
        member.orig_filename == member.filename and MEMBER.fullmatch(member.filename) is not None
    )
    mode = member.external_attr >> 16
    is_plain = stat.S_IFMT(mode) in (0, stat.S_IFREG)
    is_readable = member.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not member.flag_bits & ENCRYPTED
    return is_named and is_plain and is_readable


def _measure(listed: list[ZipInfo], limits: Limits) -> None:
    files = [member.file_size for member in listed if member.filename.startswith("files/")]
    text = sum(member.file_size for member in listed) - sum(files)
    for size, most in ((text, limits.text), (max(files, default=0), limits.file), (text + sum(files), limits.total)):
        if size > most:
            raise ArchiveRefused("archive_too_big", bytes=size, most=most)
