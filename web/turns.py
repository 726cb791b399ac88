"""What takes a processor or much memory is done a few at a time, by everybody together."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from rooms.refusal import Refused


@dataclass(frozen=True, slots=True)
class Turns:
    """More at once would take it from those in a workshop; more who wait would only be told later that it is full."""

    at_once: asyncio.Semaphore
    waiting: list[None]
    most: int = 20
    """Who wait."""

    @staticmethod
    def of(at_once: int, waiting: int = 20) -> Turns:
        return Turns(asyncio.Semaphore(at_once), [], waiting)

    async def __aenter__(self) -> None:
        """Raises Refused("busy")."""
        if len(self.waiting) >= self.most:
            raise Refused("busy", retry_ms=5_000)
        self.waiting.append(None)
        try:
            await self.at_once.acquire()
        finally:
            self.waiting.pop()

    async def __aexit__(self, *failure: object) -> None:
        self.at_once.release()
