"""The shape of an archive: its members, and the page that describes them (a Data Package, frictionlessdata.io)."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from facilitation.workshop import AnyEntity
from rooms.activities.tally import Answer
from rooms.permissions import Role

DATAPACKAGE = "datapackage.json"
HISTORY = "history.jsonl"
DUES = "dues.json"
LINKS = "links.json"
SEALED = "sealed_ballots.json"
MEMBER = re.compile(
    r"entities/[a-z_]+\.(?:json|csv)|history\.jsonl|(?:dues|links|sealed_ballots|documents|minutes|amendments)\.json"
    r"|minutes/[1-9][0-9]{0,5}\.[a-z]{2,4}|files/[0-9a-f]{64}"
)

ABOUT = {
    "en": "A workshop held with Palabre. The JSON files are authoritative. The CSV files say the same for spreadsheets:"
    " UTF-8 with a byte order mark, an apostrophe before a text that a spreadsheet would take for a formula (it begins"
    " with = + - @, a tab or a line break), lists and objects as JSON. Times are in milliseconds since 1970 UTC.",
    "fr": "Un atelier tenu avec Palabre. Les fichiers JSON font foi. Les fichiers CSV disent la même chose pour les"
    " tableurs : UTF-8 avec marque d'ordre des octets, une apostrophe devant un texte qu'un tableur prendrait pour une"
    " formule (il commence par = + - @, une tabulation ou un saut de ligne), listes et objets en JSON. Les instants"
    " sont en millisecondes depuis 1970 UTC.",
}


Count = Annotated[int, Meta(ge=0, le=1 << 53)]
"""What every database and browser can hold."""


class Resource(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`hash` and `bytes` are checked when an archive is read."""

    name: str
    path: str
    format: str
    mediatype: str
    encoding: str = ""
    title: str = ""
    title_fr: str = ""
    bytes: int
    hash: str
    dialect: dict[str, Any] = field(default_factory=dict)
    schema: dict[str, Any] = field(default_factory=dict)


class Package(Struct, frozen=True, kw_only=True):
    """Only `exported_at` and `epoch` differ between an archive and that of its import."""

    name: str
    title: str
    description: str
    description_fr: str
    schema_version: int
    variant: Literal["private", "public"]
    workshop: Annotated[str, Meta(min_length=1, max_length=80)]
    head: Count
    created_at: Count
    epoch: str
    exported_at: str
    missing_files: list[str]
    """SHA-256 of uploads whose bytes the file store had lost."""
    resources: list[Resource]


class Past(Struct, frozen=True, kw_only=True):
    """A line of the history."""

    seq: Count
    at: Count
    actor: str | None
    command: str
    schema: Count
    put: list[AnyEntity]
    drop: list[str]


class Deadline(Struct, frozen=True, kw_only=True):
    id: str
    at: Count
    command: dict[str, Any]


class Way(Struct, frozen=True, kw_only=True):
    """A link, without the code that would let its reader in."""

    id: str
    role: Role
    label: str
    created_at: Count
    expires_at: Count | None
    revoked_at: Count | None
    uses: Count


class Sealed(Struct, frozen=True, kw_only=True):
    """What somebody chose in a secret poll. Ids are random, so that their order says nothing."""

    poll: str
    id: Annotated[str, Meta(min_length=1, max_length=80)]
    answer: Answer


def checksum(body: bytes) -> str:
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def lines(records: list[Any]) -> bytes:
    """A JSON array, one record to a line: two archives can be compared with any tool."""
    if not records:
        return b"[]\n"
    return b"[\n" + b",\n".join(msgspec.json.encode(record) for record in records) + b"\n]\n"
