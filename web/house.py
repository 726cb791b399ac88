"""What HTTP and the command line share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine

from persistence.journal import Journal
from persistence.links import Links
from realtime.gateway import Gateway
from web.attempts import Pace
from web.doors import Doors
from web.languages import Catalogues
from web.settings import Settings
from web.sharing import Addresses
from web.tokens import Tokens


@dataclass(frozen=True, slots=True)
class House:
    """Its database is migrated; `gateway` needs a running event loop."""

    settings: Settings
    engine: Engine
    journal: Journal
    gateway: Gateway
    pace: Pace
    links: Links
    tokens: Tokens
    catalogues: Catalogues
    doors: Doors
    addresses: Addresses
    now: Callable[[], int]

    async def close(self) -> None:
        await self.gateway.close()
        await self.pace.close()
        self.engine.dispose()
