"""What the servers have in common as we see them: people come in, speak and listen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bench.media.scenes import Person
from media.control import LineRole
from media.light import LightClient


@dataclass(frozen=True, slots=True)
class Filled:
    """Who speaks, and who listens; one client may do both."""

    speaking: list[LightClient]
    listening: list[LightClient]


def roles_of(person: Person) -> list[LineRole]:
    """The lines they send on."""
    roles: list[LineRole] = ["microphone"] if person.microphone else []
    return [*roles, "camera"] if person.camera else roles


async def several(
    enter: Callable[[Person], Awaitable[LightClient]], people: Sequence[Person], at_once: int
) -> list[LightClient]:
    places = asyncio.Semaphore(at_once)

    async def one(person: Person) -> LightClient:
        async with places:
            return await enter(person)

    return await asyncio.gather(*map(one, people))
