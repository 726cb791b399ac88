"""Attempts to sign in that are under way, each known by what only the browser that asked can show."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from sqlalchemy import Engine, delete, insert, select, update

from persistence import tables
from persistence.engine import writing
from persistence.outbox import Letter, post
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused


class ByCode(Struct, frozen=True, tag="code"):
    """A code was sent to an address; `code` is a keyed hash of it."""

    email: str
    code: str


class AtDoor(Struct, frozen=True, tag="door"):
    """A code was sent to somebody who comes into a workshop, where they would be `person`; not to whom. In another they
    would be somebody else, and could be several by one address."""

    workshop: WorkshopId
    person: ParticipantId
    code: str


class ByOpenId(Struct, frozen=True, tag="openid"):
    """Somebody was sent to the provider, with these; by `link` they come to a workshop, without one to the studio.
    `person` is who they are there already."""

    state: str
    nonce: str
    verifier: str
    link: str | None = None
    person: ParticipantId | None = None


Way = ByCode | AtDoor | ByOpenId


class SignIns:
    """Plain transactions. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self, id: str, way: Way, tries: int, now: int, until: int, letter: Letter | None = None) -> None:
        """With the letter that goes with it. Attempts that are over go by the way."""
        of = tables.sign_in
        row = {"id": id, "expires_at": until, "tries": tries, "body": msgspec.json.encode(way).decode()}
        with writing(self._engine) as connection:
            connection.execute(delete(of).where(of.c.expires_at <= now))
            connection.execute(insert(of), row)
            if letter is not None:
                post(connection, letter, now)

    def spend(self, id: str, now: int) -> tuple[Way, int]:
        """One try, which is used up by looking, and how many are left. Raises Refused("sign_in_over")."""
        of = tables.sign_in
        with writing(self._engine) as connection:
            used = update(of).where(of.c.id == id, of.c.expires_at > now, of.c.tries > 0)
            if not connection.execute(used.values(tries=of.c.tries - 1)).rowcount:
                raise Refused("sign_in_over")
            row = connection.execute(select(of.c.body, of.c.tries).where(of.c.id == id)).one()
        return msgspec.json.decode(row.body, type=Way), row.tries

    def end(self, id: str) -> bool:
        """False where another request has just ended it: it counts once."""
        of = tables.sign_in
        with writing(self._engine) as connection:
            return bool(connection.execute(delete(of).where(of.c.id == id)).rowcount)
