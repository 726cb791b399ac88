"""Versions of the minutes, their files and what attendees ask for: plain transactions beside the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from facilitation.minutes.document import Document
from facilitation.minutes.editing import Wording
from facilitation.minutes.versions import (
    Amendment,
    AmendmentState,
    Version,
    VersionState,
    emptied,
    next_number,
    publish,
    refresh,
    require_unopened,
    supersede,
)
from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import Rewritten, busy_when_it_fails
from rooms.entity import Forget
from rooms.ids import WorkshopId
from rooms.refusal import Refused


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journal told as of change `head`; void once the workshop has another `epoch`."""

    document: Document
    head: int
    epoch: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A published file, without its bytes."""

    format: str
    sha256: str
    size: int


class Minutes:
    """Everything raises Busy when the database cannot answer now, and Refused for what may not be done."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    # -- reading --------------------------------------------------------------------------------------------------

    def versions(self, workshop: WorkshopId) -> list[Version]:
        """In their order."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            return versions_of(connection, workshop)

    def amendments(self, workshop: WorkshopId) -> list[Amendment]:
        """Of all versions, in the order in which they came."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            return amendments_of(connection, workshop)

    def find(self, workshop: WorkshopId, number: int) -> tuple[Version, list[Amendment]]:
        """Raises Refused("unknown")."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            return _found(connection, workshop, number), amendments_of(connection, workshop, number)

    def files(self, workshop: WorkshopId, number: int) -> list[Filed]:
        file = tables.minutes_file
        statement = select(file.c.format, file.c.sha256, file.c.size).where(
            file.c.workshop == workshop, file.c.number == number
        )
        with busy_when_it_fails(), self._reading.begin() as connection:
            return [Filed(**row) for row in connection.execute(statement).mappings()]

    def file(self, workshop: WorkshopId, number: int, format: str) -> bytes | None:
        file = tables.minutes_file
        statement = select(file.c.body).where(
            file.c.workshop == workshop, file.c.number == number, file.c.format == format
        )
        with busy_when_it_fails(), self._reading.begin() as connection:
            return connection.execute(statement).scalar_one_or_none()

    # -- organizers -----------------------------------------------------------------------------------------------

    def add(self, version: Version, epoch: str) -> Version:
        """Under the next number, whatever it bore. Raises Rewritten unless its facts are of this `epoch`."""
        with writing(self._writing) as connection:
            _require_epoch(epoch, _lock(connection, version.workshop))
            number = next_number(versions_of(connection, version.workshop))
            version = msgspec.structs.replace(version, number=number)
            connection.execute(insert(tables.minutes), row_of(version))
        return version

    def change(self, workshop: WorkshopId, number: int, act: Callable[[Version, list[Amendment]], Version]) -> Version:
        with writing(self._writing) as connection:
            _lock(connection, workshop)
            version = act(_found(connection, workshop, number), amendments_of(connection, workshop, number))
            _keep(connection, version)
        return version

    def refresh(self, before: Version, facts: Facts, now: int) -> Version:
        """With facts as `before` tells them. Raises Rewritten."""
        with writing(self._writing) as connection:
            _require_epoch(facts.epoch, _lock(connection, before.workshop))
            version = _found(connection, before.workshop, before.number)
            # Thrown away and made anew without names: these facts may bear them.
            if (version.language, version.names) != (before.language, before.names):
                raise Refused("edited_meanwhile")
            version = refresh(version, facts.document, facts.head, now)
            _keep(connection, version)
        return version

    def publish(self, printed: Version, files: Mapping[str, bytes], now: int) -> Version:
        """With its files, while it is what was `printed`; the one that was public until then is superseded."""
        workshop, number = printed.workshop, printed.number
        with writing(self._writing) as connection:
            _lock(connection, workshop)
            found = _found(connection, workshop, number)
            version = publish(found, now)
            if found != printed:
                raise Refused("edited_meanwhile")
            for other in versions_of(connection, workshop):
                if other.state is VersionState.PUBLISHED:
                    _keep(connection, supersede(other, now))
            _keep(connection, version)
            connection.execute(
                insert(tables.minutes_file),
                [file_row(workshop, number, format, body) for format, body in files.items()],
            )
        return version

    def discard(self, workshop: WorkshopId, number: int) -> None:
        with writing(self._writing) as connection:
            _lock(connection, workshop)
            require_unopened(_found(connection, workshop, number))
            connection.execute(delete(tables.minutes).where(*_is(workshop, number)))

    # -- amendments -----------------------------------------------------------------------------------------------

    def propose(
        self, workshop: WorkshopId, number: int, act: Callable[[Version, list[Amendment]], Amendment]
    ) -> Amendment:
        with writing(self._writing) as connection:
            _lock(connection, workshop)
            version, others = _found(connection, workshop, number), amendments_of(connection, workshop, number)
            amendment = act(version, others)
            connection.execute(insert(tables.amendment), amendment_row(workshop, amendment))
        return amendment

    def settle(
        self, workshop: WorkshopId, number: int, id: str, act: Callable[[Version, Amendment], Amendment | None]
    ) -> Amendment | None:
        """What becomes of one of them; None takes it back."""
        amendment = tables.amendment
        with writing(self._writing) as connection:
            _lock(connection, workshop)
            version = _found(connection, workshop, number)
            found = next((one for one in amendments_of(connection, workshop, number) if one.id == id), None)
            if found is None:
                raise Refused("unknown", kind="amendment")
            settled = act(version, found)
            where = (amendment.c.workshop == workshop, amendment.c.id == id)
            if settled is None:
                connection.execute(delete(amendment).where(*where))
            else:
                connection.execute(update(amendment).where(*where).values(amendment_row(workshop, settled)))
        return settled


# -- forgetting ---------------------------------------------------------------------------------------------------


def forget(connection: Connection, workshop: WorkshopId, what: Forget) -> None:
    """What drafts hold was written before something was forgotten: their facts are to be made again, words stay.

    Amendments of these authors lose their words. What was published stays as it was printed.
    """
    if what.drafts:
        _drop_drafts(connection, workshop)
    amendment = tables.amendment
    connection.execute(
        update(amendment)
        .where(amendment.c.workshop == workshop, amendment.c.author.in_(what.authors))
        .values(author=None, text="")
    )
    for version in versions_of(connection, workshop):
        if not version.is_public:
            _keep(connection, emptied(version))


def drafts(connection: Connection, workshop: WorkshopId) -> dict[str, int]:
    """How many rows of each table would go with them."""
    numbers = [version.number for version in versions_of(connection, workshop) if not version.is_public]
    asked = [amendment for number in numbers for amendment in amendments_of(connection, workshop, number)]
    counts = {tables.minutes.name: len(numbers), tables.amendment.name: len(asked)}
    return {table: count for table, count in counts.items() if count}


def _drop_drafts(connection: Connection, workshop: WorkshopId) -> None:
    amendment = tables.amendment
    for version in versions_of(connection, workshop):
        if not version.is_public:
            asked = (amendment.c.workshop == workshop, amendment.c.version == version.number)
            connection.execute(delete(amendment).where(*asked))
            connection.execute(delete(tables.minutes).where(*_is(workshop, version.number)))


# -- rows ---------------------------------------------------------------------------------------------------------


def versions_of(connection: Connection, workshop: WorkshopId) -> list[Version]:
    of = tables.minutes
    found = connection.execute(select(of).where(of.c.workshop == workshop).order_by(of.c.number)).mappings()
    return [_version(row) for row in found]


def amendments_of(connection: Connection, workshop: WorkshopId, number: int | None = None) -> list[Amendment]:
    """In the order in which they came; of all versions when `number` is None."""
    of = tables.amendment
    statement = select(of).where(of.c.workshop == workshop).order_by(of.c.at, of.c.id)
    if number is not None:
        statement = statement.where(of.c.version == number)
    return [_amendment(row) for row in connection.execute(statement).mappings()]


def row_of(version: Version) -> dict[str, object]:
    return {
        **{name: getattr(version, name) for name in PLAIN},
        "state": version.state.value,
        "names": int(version.names),
        "document": msgspec.json.encode(version.document).decode(),
        "wording": msgspec.json.encode(version.wording).decode(),
        "final": msgspec.json.encode(version.final).decode() if version.final is not None else None,
    }


PLAIN = (
    "workshop",
    "number",
    "edition",
    "language",
    "head",
    "made_at",
    "checksum",
    "opened_at",
    "amend_until",
    "approved_at",
    "published_at",
    "superseded_at",
)


def _version(row: RowMapping) -> Version:
    return Version(
        **{name: row[name] for name in PLAIN},
        state=VersionState(row["state"]),
        names=bool(row["names"]),
        document=msgspec.json.decode(row["document"], type=Document),
        wording=msgspec.json.decode(row["wording"], type=Wording),
        final=msgspec.json.decode(row["final"], type=Document) if row["final"] is not None else None,
    )


def file_row(workshop: WorkshopId, number: int, format: str, body: bytes) -> dict[str, object]:
    return {
        "workshop": workshop,
        "number": number,
        "format": format,
        "sha256": hashlib.sha256(body).hexdigest(),
        "size": len(body),
        "body": body,
    }


def amendment_row(workshop: WorkshopId, amendment: Amendment) -> dict[str, object]:
    return {"workshop": workshop, **msgspec.to_builtins(amendment)}


def _amendment(row: RowMapping) -> Amendment:
    fields = {name: row[name] for name in Amendment.__struct_fields__}
    return Amendment(**{**fields, "state": AmendmentState(row["state"])})


def _found(connection: Connection, workshop: WorkshopId, number: int) -> Version:
    row = connection.execute(select(tables.minutes).where(*_is(workshop, number))).mappings().one_or_none()
    if row is None:
        raise Refused("unknown", kind="minutes")
    return _version(row)


def _keep(connection: Connection, version: Version) -> None:
    where = _is(version.workshop, version.number)
    connection.execute(update(tables.minutes).where(*where).values(row_of(version)))


def _is(workshop: WorkshopId, number: int) -> tuple[ColumnElement[bool], ...]:
    return tables.minutes.c.workshop == workshop, tables.minutes.c.number == number


def _lock(connection: Connection, workshop: WorkshopId) -> str:
    """Its epoch. One change at a time, and none while it forgets: SQLite has one writer, PostgreSQL locks it."""
    of = tables.workshop
    epoch = connection.execute(select(of.c.epoch).where(of.c.id == workshop).with_for_update()).scalar_one_or_none()
    if epoch is None:
        raise Refused("unknown", kind="workshop")
    return str(epoch)


def _require_epoch(read: str, epoch: str) -> None:
    """What was forgotten since would come back."""
    if read != epoch:
        raise Rewritten
