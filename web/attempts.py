"""Counting what may be asked only so often: by address, by person, by workshop, by colleague of the studio."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from redis.asyncio import ConnectionPool
from redis.exceptions import RedisError

from realtime.openings import network
from rooms.refusal import Refused

WRONG_CODES: tuple[RateLimitItem, ...] = (parse("20 per minute"), parse("200 per hour"))
"""Only wrong ones count: two hundred people in a hall type the right code from one address. At this rate, finding
one of fifty codes among 32⁶ takes ten years."""

STUDIO: RateLimitItem = parse("300 per minute")
"""Of one colleague, in however many tabs."""

UPLOADS: tuple[RateLimitItem, ...] = (parse("20 per minute"), parse("200 per hour"))
"""Of one person."""
ALL_UPLOADS: RateLimitItem = parse("1000 per hour")
"""Of one workshop."""
EXPORTS: RateLimitItem = parse("30 per minute")
"""Minutes and archives, of one person."""
ARRIVALS: tuple[RateLimitItem, ...] = (parse("3000 per 5 minutes"), parse("10000 per hour"))
"""People who come in for the first time: by one address, which a whole hall may share, and into one workshop."""

REDIS_S = 0.5
"""How long Redis may take to answer."""
WITHOUT_S = 5.0
"""And for how long it is not asked again once it did not."""
LEAST_MS = 1_000
T = TypeVar("T")
log = logging.getLogger(__name__)


class Pace:
    """How often one may ask. Counted in memory, or in Redis where several processes serve; each counts for itself while
    Redis does not answer, so that nobody is kept out by that."""

    def __init__(self, redis: str | None = None) -> None:
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._shared: MovingWindowRateLimiter | None = None
        self._pool: ConnectionPool | None = None
        self._alone_until = 0.0
        if redis:
            self._pool = ConnectionPool.from_url(redis, socket_timeout=REDIS_S, socket_connect_timeout=REDIS_S)
            storage = RedisStorage(
                f"async+{redis}",
                implementation="redispy",
                connection_pool=self._pool,  # type: ignore[arg-type]
            )
            self._shared = MovingWindowRateLimiter(storage)

    async def close(self) -> None:
        if self._pool is not None:
            await self._pool.disconnect()

    async def take(self, limit: RateLimitItem, who: str) -> None:
        """Raises Refused("too_fast", retry_ms=…)."""
        if not await self.is_within(limit, who):
            raise Refused("too_fast", retry_ms=await self.wait_ms(limit, who))

    async def attempt(self, limit: RateLimitItem, who: str) -> None:
        """Raises Refused("too_many_attempts", retry_ms=…)."""
        if not await self.is_within(limit, who):
            raise Refused("too_many_attempts", retry_ms=await self.wait_ms(limit, who))

    async def take_each(self, limits: tuple[RateLimitItem, ...], who: str) -> None:
        for limit in limits:
            await self.take(limit, who)

    async def is_within(self, limit: RateLimitItem, who: str) -> bool:
        """Counts this one, unless it is one too many."""
        return await self._counted(lambda counts: counts.hit(limit, who))

    async def is_left(self, limit: RateLimitItem, who: str) -> bool:
        return await self._counted(lambda counts: counts.test(limit, who))

    async def wait_ms(self, limit: RateLimitItem, who: str) -> int:
        """Until the first of those that count now counts no more."""
        stats = await self._counted(lambda counts: counts.get_window_stats(limit, who))
        return max(LEAST_MS, int((stats.reset_time - time.time()) * 1000))

    async def _counted(self, ask: Callable[[MovingWindowRateLimiter], Awaitable[T]]) -> T:
        if self._shared is not None and time.monotonic() >= self._alone_until:
            try:
                return await ask(self._shared)
            except (RedisError, OSError) as error:
                self._alone_until = time.monotonic() + WITHOUT_S
                log.warning("Redis does not answer: attempts are counted here", exc_info=error)
        return await ask(self._own)


class Attempts:
    """Of one address, or of whatever else is guessed from."""

    def __init__(self, redis: str | None = None) -> None:
        self._pace = Pace(redis)

    async def require(self, address: str) -> None:
        """Raises Refused("too_many_attempts", retry_ms=…)."""
        for limit in WRONG_CODES:
            if not await self._pace.is_left(limit, network(address)):
                raise Refused("too_many_attempts", retry_ms=await self._pace.wait_ms(limit, network(address)))

    async def count(self, address: str) -> None:
        for limit in WRONG_CODES:
            await self._pace.is_within(limit, network(address))
