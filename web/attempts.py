"""Counting what may be asked only so often: wrong codes per address, requests of the studio per link."""

from __future__ import annotations

import ipaddress

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter

from rooms.refusal import Refused

WRONG_CODES: tuple[RateLimitItem, ...] = (parse("20 per minute"), parse("200 per hour"))
"""Only wrong ones count: two hundred people in a hall type the right code from one address. At this rate, finding
one of fifty codes among 32⁶ takes ten years."""


STUDIO: RateLimitItem = parse("300 per minute")
"""Of one colleague, in however many tabs."""


def limiter(redis: str | None) -> MovingWindowRateLimiter:
    """Kept in memory, or in Redis where several processes serve."""
    return MovingWindowRateLimiter(
        RedisStorage(f"async+{redis}", implementation="redispy") if redis else MemoryStorage()
    )


class Pace:
    """How often one may ask."""

    def __init__(self, redis: str | None = None) -> None:
        self._limiter = limiter(redis)

    async def take(self, limit: RateLimitItem, who: str) -> None:
        """Raises Refused("too_fast")."""
        if not await self._limiter.hit(limit, who):
            raise Refused("too_fast", retry_ms=1_000)


class Attempts:
    def __init__(self, redis: str | None = None) -> None:
        self._limiter = limiter(redis)

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
