"""A crowd that does not cost the server its wake-ups."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Self

from media.light import Crowd
from media.light.crowd import PER_WAKE

PACE_S = 0.01


class PacedCrowd(Crowd):
    """It looks at its sockets at an even pace.

    Were it woken by packets, whoever sends them would pay for that: on a virtual machine, to interrupt another core
    costs more than all of a packet's way, and it is other machines that listeners have.
    """

    async def __aenter__(self) -> Self:
        self._tick()
        self._looking = asyncio.create_task(self._look())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._looking.cancel()
        await super().__aexit__()

    async def _look(self) -> None:
        assert self._epoll is not None
        while True:
            began = monotonic()
            while ready := self._epoll.poll(0, PER_WAKE):
                for number, _ in ready:
                    if drain := self._drains.get(number):
                        drain(began)
                # Those who speak have their turn.
                await asyncio.sleep(0)
            await asyncio.sleep(max(0.0, began + PACE_S - monotonic()))
