"""People who come into the studio in their own name: invited, joined, given another role, shut out."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.engine import RowMapping

from facilitation.staff import StaffRole
from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails
from persistence.outbox import Letter, post
from rooms.refusal import Refused


@dataclass(frozen=True, slots=True)
class Colleague:
    """Times are epoch milliseconds. `issuer` and `subject` are who vouched for them by OpenID Connect, and for whom."""

    id: str
    email: str
    name: str
    role: StaffRole
    invited_at: int
    invitation: str | None = None
    invitation_until: int | None = None
    joined_at: int | None = None
    revoked_at: int | None = None
    issuer: str | None = None
    subject: str | None = None
    epoch: int = 0
    """Counts what ended their sessions."""


@dataclass(frozen=True, slots=True)
class StudioSession:
    id: str
    colleague: str
    created_at: int
    expires_at: int
    id_token: str | None = None


class Colleagues:
    """Plain transactions. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    # -- reading --------------------------------------------------------------------------------------------------

    def all(self) -> list[Colleague]:
        """Revoked ones too, in the order in which they were invited."""
        with busy_when_it_fails(), self._reading.begin() as connection:
            return _all(connection)

    def by_email(self, email: str) -> Colleague | None:
        """Who may come in."""
        return next((each for each in self.all() if each.email == email and each.revoked_at is None), None)

    def of_session(self, id: str, now: int) -> tuple[StudioSession, Colleague] | None:
        """None also where somebody was shut out while they signed in."""
        session, colleague = tables.studio_session, tables.colleague
        whose = select(session).where(session.c.id == id, session.c.expires_at > now)
        with busy_when_it_fails(), self._reading.begin() as connection:
            row = connection.execute(whose).mappings().one_or_none()
            if row is None:
                return None
            holds = (colleague.c.id == row["colleague"]) & colleague.c.revoked_at.is_(None)
            who = connection.execute(select(colleague).where(holds)).mappings().one_or_none()
        return (StudioSession(**row), _colleague(who)) if who is not None else None

    def is_at(self, id: str, epoch: int) -> bool:
        """Whether nothing has ended their sessions since."""
        return any((each.id, each.epoch) == (id, epoch) for each in self.all())

    # -- who is who -----------------------------------------------------------------------------------------------

    def invite(
        self, email: str, name: str, role: StaffRole, now: int, until: int, written: Callable[[Colleague], Letter]
    ) -> Colleague:
        """Somebody new, or once more: then the former invitation is over, and whoever had been shut out may come back.
        The letter goes with it. Raises Refused("already_colleague") for who has joined."""
        with self._changing() as connection:
            known = next((each for each in _all(connection) if each.email == email), None)
            if known is not None and known.joined_at is not None and known.revoked_at is None:
                raise Refused("already_colleague")
            colleague = Colleague(
                id=known.id if known else secrets.token_hex(8),
                email=email,
                name=name,
                role=role,
                invited_at=now,
                invitation=secrets.token_hex(8),
                invitation_until=until,
                epoch=known.epoch if known else 0,
            )
            self._write(connection, colleague, known is None)
            post(connection, written(colleague), now)
        return colleague

    def accept(self, id: str, invitation: str, now: int) -> Colleague:
        """Once only. Raises Refused: "link_unknown", "link_revoked", "link_expired"."""
        with self._changing() as connection:
            found = next((each for each in _all(connection) if each.id == id), None)
            if found is None:
                raise Refused("link_unknown")
            if found.revoked_at is not None or found.invitation != invitation:
                raise Refused("link_revoked")
            if found.invitation_until is not None and found.invitation_until <= now:
                raise Refused("link_expired", at=found.invitation_until)
            joined = replace(found, invitation=None, invitation_until=None, joined_at=now)
            self._write(connection, joined)
        return joined

    def vouched(self, issuer: str, subject: str, email: str | None, now: int) -> Colleague:
        """Who that is: known by the provider's own name for them, or at the first time by a checked address. Raises
        Refused("not_invited")."""
        with self._changing() as connection:
            here = [each for each in _all(connection) if each.revoked_at is None]
            known = next((each for each in here if (each.issuer, each.subject) == (issuer, subject)), None)
            # An address that goes on to somebody else must not bring them in as who had it before.
            known = known or next((each for each in here if each.email == email and each.subject is None), None)
            if known is None:
                raise Refused("not_invited")
            known = _arrived(replace(known, issuer=issuer, subject=subject), now)
            self._write(connection, known)
        return known

    def arrive(self, email: str, now: int) -> Colleague:
        """Who has shown that an address is theirs. Raises Refused("not_invited")."""
        with self._changing() as connection:
            here = (each for each in _all(connection) if each.email == email and each.revoked_at is None)
            known = next(here, None)
            if known is None:
                raise Refused("not_invited")
            known = _arrived(known, now)
            self._write(connection, known)
        return known

    def set_role(self, id: str, role: StaffRole) -> Colleague:
        """Sessions end with it: the next one is of the new role. Raises Refused: "unknown", "last_administrator"."""
        with self._changing() as connection:
            known = _known(connection, id)
            if known.role is role:
                return known
            _require_another(connection, known)
            known = replace(known, role=role, epoch=known.epoch + 1)
            self._write(connection, known)
        return known

    def revoke(self, id: str, now: int) -> Colleague:
        """Out at once, and again where what goes with it may have failed. Who vouched for them is forgotten. Raises
        Refused: "unknown", "last_administrator"."""
        with self._changing() as connection:
            gone = next((each for each in _all(connection) if each.id == id and each.revoked_at is not None), None)
            if gone is not None:
                return gone
            known = _known(connection, id)
            _require_another(connection, known)
            known = replace(
                known,
                revoked_at=now,
                invitation=None,
                invitation_until=None,
                issuer=None,
                subject=None,
                epoch=known.epoch + 1,
            )
            self._write(connection, known)
        return known

    # -- sessions -------------------------------------------------------------------------------------------------

    def begin(self, session: StudioSession) -> None:
        """Sessions that are over go by the way."""
        of = tables.studio_session
        with writing(self._writing) as connection:
            connection.execute(delete(of).where(of.c.expires_at <= session.created_at))
            connection.execute(insert(of), {name: getattr(session, name) for name in of.c.keys()})  # noqa: SIM118

    def end(self, id: str) -> None:
        of = tables.studio_session
        with writing(self._writing) as connection:
            connection.execute(delete(of).where(of.c.id == id))

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """One at a time, so that of two administrators who shut one another out one stays."""
        with writing(self._writing) as connection:
            connection.execute(select(tables.colleague.c.id).order_by(tables.colleague.c.id).with_for_update())
            yield connection

    def _write(self, connection: Connection, colleague: Colleague, is_new: bool = False) -> None:
        of = tables.colleague
        row = {column.name: getattr(colleague, column.name) for column in of.columns}
        if is_new:
            connection.execute(insert(of), row)
            return
        epoch = connection.execute(select(of.c.epoch).where(of.c.id == colleague.id)).scalar_one()
        connection.execute(update(of).where(of.c.id == colleague.id).values(row))
        if epoch != colleague.epoch:
            sessions = tables.studio_session
            connection.execute(delete(sessions).where(sessions.c.colleague == colleague.id))


def _arrived(colleague: Colleague, now: int) -> Colleague:
    return replace(colleague, invitation=None, invitation_until=None, joined_at=colleague.joined_at or now)


def _all(connection: Connection) -> list[Colleague]:
    of = tables.colleague
    rows = connection.execute(select(of).order_by(of.c.invited_at, of.c.id)).mappings()
    return [_colleague(row) for row in rows]


def _known(connection: Connection, id: str) -> Colleague:
    """Raises Refused("unknown")."""
    found = next((each for each in _all(connection) if each.id == id and each.revoked_at is None), None)
    if found is None:
        raise Refused("unknown", kind="colleague")
    return found


def _require_another(connection: Connection, leaving: Colleague) -> None:
    """Raises Refused("last_administrator") where somebody is the only one who has joined."""
    there = [each for each in _all(connection) if _administers(each)]
    if there == [leaving]:
        raise Refused("last_administrator")


def _administers(colleague: Colleague) -> bool:
    is_here = colleague.joined_at is not None and colleague.revoked_at is None
    return is_here and colleague.role is StaffRole.ADMINISTRATOR


def _colleague(row: RowMapping) -> Colleague:
    return Colleague(**{**row, "role": StaffRole(row["role"])})
