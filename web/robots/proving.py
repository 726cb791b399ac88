"""The law of the house, asked of who has lived it: what one was told is what one would see coming in now."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from realtime.client import Client, Unwelcome
from rooms.state import State

BACK_S = 3.0
"""So long it waits for one who has just lost the network."""
PROVES_S = 15.0
LOOK_S = 0.1


async def differences(client: Client) -> list[str] | None:
    """What one holds otherwise than a page opened beside it, once both had time to be told the same.

    None where nobody can say: the server has gone, or answers nothing.
    """
    beside = Client(client.server, client.session, client.workshop)
    connection = asyncio.create_task(beside.run())
    found = None
    try:
        async with asyncio.timeout(BACK_S):
            await client.is_here.wait()
        async with asyncio.timeout(PROVES_S):
            await beside.is_here.wait()
            while client.is_here.is_set():
                found = differing(client, beside)
                if not found:
                    break
                await asyncio.sleep(LOOK_S)
    except TimeoutError:
        pass
    finally:
        connection.cancel()
        with suppress(asyncio.CancelledError, Unwelcome):
            await connection
    return found


def differing(one: Client, other: Client) -> list[str]:
    """Ids of what they do not both hold alike, as their room sees it or as their own."""
    return [*unlike(one.store.seen, other.store.seen), *unlike(one.store.own, other.store.own)]


def unlike(one: State, other: State) -> list[str]:
    held, fresh = ({entity.id: entity for entity in state} for state in (one, other))
    return sorted(id for id in held.keys() | fresh.keys() if held.get(id) != fresh.get(id))
