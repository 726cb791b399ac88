"""Ways into the studio, and what an organization has set for all its pages."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Engine, delete, insert, select, update

from persistence import tables
from persistence.engine import reading, writing
from persistence.failures import busy_when_it_fails


@dataclass(frozen=True, slots=True)
class StudioLink:
    """Times are epoch milliseconds."""

    id: str
    label: str
    created_at: int
    expires_at: int | None = None
    revoked_at: int | None = None


class StudioLinks:
    """Plain transactions. Everything raises Busy when the database cannot answer now."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = reading(engine)

    def create(self, link: StudioLink) -> StudioLink:
        with writing(self._writing) as connection:
            connection.execute(insert(tables.studio_link), asdict(link))
        return link

    def find(self, id: str) -> StudioLink | None:
        return next((link for link in self.all() if link.id == id), None)

    def all(self) -> list[StudioLink]:
        """Revoked ones too, oldest first. There are as many as there are colleagues."""
        of = tables.studio_link
        with busy_when_it_fails(), self._reading.begin() as connection:
            rows = connection.execute(select(of).order_by(of.c.created_at, of.c.id)).mappings()
            return [StudioLink(**row) for row in rows]

    def revoke(self, id: str, at: int) -> StudioLink | None:
        """None when there is no such link. The first revocation stands."""
        of = tables.studio_link
        with writing(self._writing) as connection:
            connection.execute(update(of).where(of.c.id == id, of.c.revoked_at.is_(None)).values(revoked_at=at))
        return self.find(id)


class Kept:
    """One text of the installation's settings, by its key."""

    def __init__(self, engine: Engine, key: str) -> None:
        self._writing = engine
        self._reading = reading(engine)
        self._key = key

    def read(self) -> str | None:
        of = tables.setting
        with busy_when_it_fails(), self._reading.begin() as connection:
            return connection.execute(select(of.c.value).where(of.c.key == self._key)).scalar_one_or_none()

    def write(self, value: str) -> None:
        of = tables.setting
        with writing(self._writing) as connection:
            connection.execute(delete(of).where(of.c.key == self._key))
            connection.execute(insert(of), {"key": self._key, "value": value})
