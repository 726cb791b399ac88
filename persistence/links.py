"""Ways into a workshop: links, and the short codes that stand for some of them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Engine, bindparam, insert, select, update
from sqlalchemy.engine import RowMapping

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import Unwritable, busy_when_it_fails
from rooms.chance import ALPHABET
from rooms.ids import ParticipantId, WorkshopId
from rooms.permissions import Role

CODE_LENGTH = 6
TRIES = 5
AT_ONCE = 500
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


@dataclass(frozen=True, slots=True)
class Link:
    """Times are epoch milliseconds. With a `participant` it is one person's way back; its `label` is the link by which
    they had come."""

    id: str
    workshop: WorkshopId
    role: Role
    label: str
    created_at: int
    code: str | None = None
    expires_at: int | None = None
    revoked_at: int | None = None
    uses: int = 0
    participant: ParticipantId | None = None


class Links:
    """Plain transactions; a link changes no workshop. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def create(self, link: Link, with_code: bool = False) -> Link:
        """The link as it is kept. Codes are drawn here, because only the table knows which are taken."""
        for tries_left in reversed(range(TRIES)):
            link = replace(link, code=draw_code() if with_code else None)
            try:
                with writing(self._writing) as connection:
                    connection.execute(insert(tables.link), _row(link))
                return link
            except Unwritable:
                if not with_code or not tries_left:
                    raise
        raise AssertionError("the last try returns or raises")

    def find(self, id: str) -> Link | None:
        return next(iter(self._select(tables.link.c.id.name, id)), None)

    def find_by_code(self, code: str) -> Link | None:
        """As typed by a person: small letters, hyphens, O for 0."""
        return next(iter(self._select(tables.link.c.code.name, plain_code(code))), None)

    def of(self, workshop: WorkshopId) -> list[Link]:
        """All by which anybody may come in, revoked ones too, oldest first."""
        return [link for link in self._select(tables.link.c.workshop.name, workshop) if link.participant is None]

    def revoked(self, workshop: WorkshopId) -> list[Link]:
        """Ways back among them."""
        return [link for link in self._select(tables.link.c.workshop.name, workshop) if link.revoked_at is not None]

    def ways_back(self, workshop: WorkshopId, participant: ParticipantId) -> list[Link]:
        """One person's, that still hold."""
        ways = self._select(tables.link.c.participant.name, participant)
        return [link for link in ways if link.workshop == workshop and link.revoked_at is None]

    def revoke(self, id: str, at: int) -> bool:
        """False when there is no such link. The first revocation stands."""
        link = tables.link
        statement = update(link).where(link.c.id == bindparam("of"), link.c.revoked_at.is_(None))
        with writing(self._writing) as connection:
            if connection.execute(statement.values(revoked_at=at), {"of": id}).rowcount:
                return True
        return self.find(id) is not None

    def revoke_all(self, ids: Sequence[str], at: int) -> None:
        """Those of them that there are, with the ways back of whoever came by them."""
        link = tables.link
        with writing(self._writing) as connection:
            for some in (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)):
                theirs = link.c.participant.is_not(None) & link.c.label.in_(some)
                statement = update(link).where(link.c.id.in_(some) | theirs, link.c.revoked_at.is_(None))
                connection.execute(statement.values(revoked_at=at))

    def count_use(self, id: str) -> None:
        link = tables.link
        with writing(self._writing) as connection:
            connection.execute(update(link).where(link.c.id == id).values(uses=link.c.uses + 1))

    def _select(self, column: str, value: str) -> list[Link]:
        link = tables.link
        statement = select(link).where(link.c[column] == value).order_by(link.c.created_at, link.c.id)
        with busy_when_it_fails(), self._reading.begin() as connection:
            return [_link(row) for row in connection.execute(statement).mappings()]


def draw_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def plain_code(typed: str) -> str:
    """Crockford base 32 as it is kept, from what somebody has read off a wall."""
    return typed.upper().translate(LOOK_ALIKES)


def _row(link: Link) -> dict[str, object]:
    return {column.name: getattr(link, column.name) for column in tables.link.columns}


def _link(row: RowMapping) -> Link:
    return Link(**{**row, "role": Role(row["role"])})
