"""Why an archive was not read, or not made."""

from __future__ import annotations

from typing import Any


class ArchiveRefused(Exception):
    """`code` is one of

    archive_truncated (bytes or members are missing), archive_damaged (they are not what was written),
    archive_foreign (there is something in it that no archive of ours has), archive_newer (made by a later version),
    archive_too_big, archive_invalid (what it says cannot be), archive_public (made for readers, without what an import
    needs), already_there, vote_open (people vote in secret just now).
    """

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
