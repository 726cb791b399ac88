"""Robots of a rehearsal, sent and held by a server: they stay until its end of their standard input closes."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from contextlib import suppress

from web.logs import log_to_stderr
from web.robots.plan import Plan
from web.robots.robot import run

DAY_MINUTES = 24 * 60
log = logging.getLogger("web.robots")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pace", type=int, default=1)
    parser.add_argument("--voices", type=int, default=0)
    parser.add_argument("--attempt", default="")
    parser.add_argument("count", type=int)
    parser.add_argument("link")
    words = parser.parse_args()
    log_to_stderr()
    plan = Plan(
        count=words.count,
        link=words.link,
        minutes=DAY_MINUTES,
        pace=words.pace,
        voices=words.voices,
        attempt=words.attempt,
        lives=True,
        proves=True,
    )
    asyncio.run(stay(plan))


async def stay(plan: Plan) -> None:
    robots = asyncio.create_task(run(plan, log.info))
    closed = asyncio.create_task(asyncio.to_thread(sys.stdin.buffer.read))
    await asyncio.wait((robots, closed), return_when=asyncio.FIRST_COMPLETED)
    robots.cancel()
    with suppress(asyncio.CancelledError):
        summary = await robots
        log.info("robots of a rehearsal:\n%s", summary)


if __name__ == "__main__":
    main()
