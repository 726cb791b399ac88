"""The organization's own agendas: plain rows, plain transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from sqlalchemy import Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import Unwritable, busy_when_it_fails
from rooms.refusal import Refused

AGENDAS_MAX = 100


@dataclass(frozen=True, slots=True)
class KeptAgenda:
    """`name` is how its title is told from others', `body` its file; `created_at` is epoch milliseconds."""

    id: str
    name: str
    body: str
    created_at: int


class Agendas:
    """Used from threads. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def all(self) -> list[KeptAgenda]:
        with busy_when_it_fails(), self._reading.begin() as connection:
            return [KeptAgenda(**row) for row in connection.execute(select(tables.agenda)).mappings()]

    def find(self, id: str) -> KeptAgenda:
        """Raises Refused("agenda_gone")."""
        statement = select(tables.agenda).where(tables.agenda.c.id == id)
        with busy_when_it_fails(), self._reading.begin() as connection:
            row = connection.execute(statement).mappings().one_or_none()
        if row is None:
            raise Refused("agenda_gone")
        return KeptAgenda(**row)

    def add(self, kept: KeptAgenda) -> None:
        """Raises Refused: "agenda_taken", "too_many_agendas"."""
        with _name_is_free(), writing(self._writing) as connection:
            if connection.execute(select(func.count()).select_from(tables.agenda)).scalar_one() >= AGENDAS_MAX:
                raise Refused("too_many_agendas", most=AGENDAS_MAX)
            connection.execute(insert(tables.agenda), asdict(kept))

    def change(self, id: str, name: str, body: str) -> None:
        """Raises Refused: "agenda_gone", "agenda_taken"."""
        statement = update(tables.agenda).where(tables.agenda.c.id == id).values(name=name, body=body)
        with _name_is_free(), writing(self._writing) as connection:
            if connection.execute(statement).rowcount == 0:
                raise Refused("agenda_gone")

    def drop(self, id: str) -> None:
        """Raises Refused("agenda_gone")."""
        with writing(self._writing) as connection:
            if connection.execute(delete(tables.agenda).where(tables.agenda.c.id == id)).rowcount == 0:
                raise Refused("agenda_gone")


@contextmanager
def _name_is_free() -> Iterator[None]:
    try:
        yield
    except Unwritable as error:
        if isinstance(error.__cause__, IntegrityError):
            raise Refused("agenda_taken") from error
        raise
