"""Counting wrong codes per address, so that nobody finds a workshop by trying."""

from __future__ import annotations

import ipaddress

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter

WRONG_CODES: tuple[RateLimitItem, ...] = (parse("20 per minute"), parse("200 per hour"))
"""Only wrong ones count: two hundred people in a hall type the right code from one address. At this rate, finding
one of fifty codes among 32⁶ takes ten years."""


class Attempts:
    """Kept in memory, or in Redis where several processes serve."""

    def __init__(self, redis: str | None = None) -> None:
        storage = RedisStorage(f"async+{redis}", implementation="redispy") if redis else MemoryStorage()
        self._limiter = MovingWindowRateLimiter(storage)

    async def are_left(self, address: str) -> bool:
        return all([await self._limiter.test(limit, network(address)) for limit in WRONG_CODES])

    async def count(self, address: str) -> None:
        for limit in WRONG_CODES:
            await self._limiter.hit(limit, network(address))


def network(address: str) -> str:
    """One subscriber: an IPv4 address, or the /64 an IPv6 address lies in."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))
