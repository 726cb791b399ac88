"""Where processes, their phases and what phases hand to one another are kept: plain rows, plain transactions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Engine, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from facilitation.contribution import CONTRIBUTIONS_MAX, Contribution, Source, Tally
from facilitation.process import Phase, Process
from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import Unwritable, busy_when_it_fails
from rooms.ids import ContributionId, PhaseId, ProcessId, WorkshopId
from rooms.refusal import Refused

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Whole:
    """A process and its phases, as an organizer has put them in order."""

    process: Process
    phases: tuple[Phase, ...] = ()

    def phase(self, id: PhaseId) -> Phase:
        for phase in self.phases:
            if phase.id == id:
                return phase
        raise Refused("unknown", kind="phase")


class Sourced(Struct, frozen=True):
    """Where a contribution or a tally came from."""

    sources: tuple[Source, ...] = ()


class Processes:
    """Used from threads. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    # -- processes ------------------------------------------------------------------------------------------------

    def all(self) -> list[Whole]:
        """The newest first."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            found = connection.execute(select(tables.process).order_by(tables.process.c.created_at.desc())).all()
            phases = connection.execute(select(tables.phase).order_by(tables.phase.c.place)).all()
        return [_whole(row, [phase for phase in phases if phase.process == row.id]) for row in found]

    def find(self, id: ProcessId) -> Whole:
        """Raises Refused("unknown")."""
        return self._one(tables.process.c.id.name, id)

    def by_slug(self, slug: str) -> Whole:
        """Raises Refused("unknown")."""
        return self._one(tables.process.c.slug.name, slug)

    def with_phase(self, id: PhaseId) -> Whole:
        """Raises Refused("unknown")."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            statement = select(tables.phase.c.process).where(tables.phase.c.id == id)
            process = connection.execute(statement).scalar_one_or_none()
        if process is None:
            raise Refused("unknown", kind="phase")
        return self.find(process)

    def create(self, whole: Whole) -> Whole:
        """Raises Refused("slug_taken")."""
        with _slug_is_free(), writing(self._writing) as connection:
            connection.execute(insert(tables.process), _process_row(whole.process))
            _put_phases(connection, whole)
        return whole

    def change(self, id: ProcessId, seen: int | None, act: Callable[[Whole], Whole]) -> Whole:
        """What `act` makes of it, in one transaction; `seen` is the version somebody has read, None: whatever it is.

        Raises Refused: "unknown", "changed_meanwhile", "slug_taken", and whatever `act` raises.
        """
        with _slug_is_free(), writing(self._writing) as connection:
            before = _read(connection, tables.process.c.id == id, hold=True)
            version = before.process.version
            if seen is not None and version != seen:
                raise Refused("changed_meanwhile", version=version)
            after = act(before)
            if after == before:
                return before
            after = Whole(msgspec.structs.replace(after.process, version=version + 1), after.phases)
            row = _process_row(after.process)
            connection.execute(update(tables.process).where(tables.process.c.id == id).values(row))
            _drop_given(connection, {phase.id for phase in before.phases} - {phase.id for phase in after.phases})
            connection.execute(delete(tables.phase).where(tables.phase.c.process == id))
            _put_phases(connection, after)
        return after

    def drop(self, id: ProcessId) -> None:
        """With all its phases have gathered."""
        with writing(self._writing) as connection:
            phases = connection.execute(select(tables.phase.c.id).where(tables.phase.c.process == id)).scalars().all()
            _drop_given(connection, phases)
            connection.execute(delete(tables.phase).where(tables.phase.c.process == id))
            connection.execute(delete(tables.process).where(tables.process.c.id == id))

    def _one(self, column: str, value: str) -> Whole:
        with busy_when_it_fails(), self._reading.begin() as connection:
            return _read(connection, tables.process.c[column] == value)

    # -- what phases hand to one another --------------------------------------------------------------------------

    def contributions(self, phases: Iterable[PhaseId]) -> list[Contribution]:
        """The oldest first."""
        rows = self._of(tables.contribution, phases)
        return [msgspec.json.decode(row.body, type=Contribution) for row in rows]

    def tallies(self, phases: Iterable[PhaseId]) -> list[Tally]:
        return [msgspec.json.decode(row.body, type=Tally) for row in self._of(tables.tally, phases)]

    def counts(self) -> dict[PhaseId, int]:
        """How many contributions each phase has."""
        return self._counts(tables.contribution)

    def tally_counts(self) -> dict[PhaseId, int]:
        return self._counts(tables.tally)

    def _counts(self, of: Table) -> dict[PhaseId, int]:
        with busy_when_it_fails(), self._reading.begin() as connection:
            rows = connection.execute(select(of.c.phase, func.count()).group_by(of.c.phase)).all()
        return {PhaseId(phase): number for phase, number in rows}

    def keep(self, contributions: Sequence[Contribution]) -> None:
        """The same id again replaces. Raises Refused: "unknown" for a phase there is not, "too_many_contributions"."""
        phases = {item.phase for item in contributions}
        with writing(self._writing) as connection:
            _hold(connection, phases)
            _replace(connection, tables.contribution, contributions)
            _require_room(connection, phases)

    def collect(
        self, phase: PhaseId, workshop: WorkshopId, contributions: Sequence[Contribution], tallies: Sequence[Tally]
    ) -> None:
        """All that a phase has from a workshop: what it had from there before goes. Raises Refused, as `keep`."""
        with writing(self._writing) as connection:
            _hold(connection, {phase})
            for table, items in ((tables.contribution, contributions), (tables.tally, tallies)):
                _drop_collected(connection, table, phase, workshop)
                _replace(connection, table, items)
            _require_room(connection, {phase})

    def drop_contribution(self, id: ContributionId) -> PhaseId:
        """The phase it was of. Raises Refused("unknown")."""
        of = tables.contribution
        with writing(self._writing) as connection:
            phase = connection.execute(select(of.c.phase).where(of.c.id == id)).scalar_one_or_none()
            if phase is None:
                raise Refused("unknown", kind="contribution")
            connection.execute(delete(of).where(of.c.id == id))
        return PhaseId(phase)

    def drop_tally(self, phase: PhaseId, id: str) -> None:
        """Raises Refused("unknown")."""
        of = tables.tally.c
        with writing(self._writing) as connection:
            if not connection.execute(delete(tables.tally).where(of.phase == phase, of.id == id)).rowcount:
                raise Refused("unknown", kind="tally")

    def _of(self, table: Table, phases: Iterable[PhaseId]) -> Sequence[Any]:
        statement = select(table).where(table.c.phase.in_(list(phases))).order_by(table.c.at, table.c.id)
        with busy_when_it_fails(), self._reading.begin() as connection:
            return connection.execute(statement).all()


def forget_quotes(connection: Connection, workshop: WorkshopId, quotes: Collection[str]) -> None:
    """What phases were given of a workshop loses these quotes: three points stand in the place of their words."""
    if not quotes:
        return
    of = tables.contribution
    for row in connection.execute(select(of).where(_names(of, workshop))).all():
        given = msgspec.json.decode(row.body, type=Contribution)
        text = given.text
        # The longest first: one may stand within another.
        for quote in sorted(quotes, key=len, reverse=True):
            text = text.replace(quote, "“…”")
        if text != given.text and _is_from(row.body, workshop):
            body = msgspec.json.encode(msgspec.structs.replace(given, text=text)).decode()
            connection.execute(update(of).where(of.c.phase == row.phase, of.c.id == row.id).values(body=body))


# -- rows ---------------------------------------------------------------------------------------------------------


@contextmanager
def _slug_is_free() -> Iterator[None]:
    try:
        yield
    except Unwritable as error:
        if isinstance(error.__cause__, IntegrityError):
            raise Refused("slug_taken") from error
        raise


def _read(connection: Connection, where: ColumnElement[bool], hold: bool = False) -> Whole:
    """`hold`: others who would write it wait. SQLite holds its one writer's lock since BEGIN IMMEDIATE."""
    statement = select(tables.process).where(where)
    row = connection.execute(statement.with_for_update() if hold else statement).one_or_none()
    if row is None:
        raise Refused("unknown", kind="process")
    of = tables.phase
    return _whole(row, connection.execute(select(of).where(of.c.process == row.id).order_by(of.c.place)).all())


def _hold(connection: Connection, phases: Collection[PhaseId]) -> None:
    """Their processes' rows, so that none is dropped meanwhile. Raises Refused("unknown")."""
    of = tables.phase
    held = select(tables.process.c.id).where(tables.process.c.id.in_(select(of.c.process).where(of.c.id.in_(phases))))
    connection.execute(held.order_by(tables.process.c.id).with_for_update()).all()
    known = connection.execute(select(of.c.id).where(of.c.id.in_(phases))).scalars().all()
    if set(known) != set(phases):
        raise Refused("unknown", kind="phase")


def _whole(row: Any, phases: Iterable[Any]) -> Whole:
    decoded = tuple(msgspec.json.decode(phase.body, type=Phase) for phase in phases)
    return Whole(msgspec.json.decode(row.body, type=Process), decoded)


def _process_row(process: Process) -> dict[str, object]:
    return {
        "id": process.id,
        "slug": process.face.slug,
        "version": process.version,
        "body": msgspec.json.encode(process).decode(),
        "created_at": process.created_at,
    }


def _put_phases(connection: Connection, whole: Whole) -> None:
    rows = [
        {"process": phase.process, "id": phase.id, "place": place, "body": msgspec.json.encode(phase).decode()}
        for place, phase in enumerate(whole.phases)
    ]
    if rows:
        connection.execute(insert(tables.phase), rows)


def _drop_given(connection: Connection, phases: Collection[str]) -> None:
    """What phases that go have gathered."""
    for table in (tables.contribution, tables.tally):
        connection.execute(delete(table).where(table.c.phase.in_(phases)))


def _drop_collected(connection: Connection, table: Table, phase: PhaseId, workshop: WorkshopId) -> None:
    """What a phase was given of a workshop."""
    of = table.c
    rows = connection.execute(select(of.id, of.body).where(of.phase == phase, _names(table, workshop))).all()
    gone = [row.id for row in rows if _is_from(row.body, workshop)]
    for start in range(0, len(gone), ROWS_AT_ONCE):
        connection.execute(delete(table).where(of.phase == phase, of.id.in_(gone[start : start + ROWS_AT_ONCE])))


def _names(table: Table, workshop: WorkshopId) -> ColumnElement[bool]:
    """Few others do."""
    return table.c.body.contains(workshop, autoescape=True)


def _is_from(body: str, workshop: WorkshopId) -> bool:
    return any(source.workshop == workshop for source in msgspec.json.decode(body, type=Sourced).sources)


def _require_room(connection: Connection, phases: Collection[PhaseId]) -> None:
    """Raises Refused("too_many_contributions")."""
    of = tables.contribution
    counted = select(func.count()).where(of.c.phase.in_(phases)).group_by(of.c.phase)
    if any(number > CONTRIBUTIONS_MAX for number in connection.execute(counted).scalars()):
        raise Refused("too_many_contributions", most=CONTRIBUTIONS_MAX)


def _replace(connection: Connection, table: Table, items: Sequence[Contribution | Tally]) -> None:
    for start in range(0, len(items), ROWS_AT_ONCE):
        some = items[start : start + ROWS_AT_ONCE]
        connection.execute(delete(table).where(table.c.id.in_([item.id for item in some])))
        rows = [
            {"phase": item.phase, "id": item.id, "at": item.at, "body": msgspec.json.encode(item).decode()}
            for item in some
        ]
        connection.execute(insert(table), rows)
