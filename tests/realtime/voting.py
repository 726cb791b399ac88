"""A process in which people vote in secret and the poll is closed, and that dies of kill -9 at the point it is told."""

from __future__ import annotations

import asyncio
import random
import sys

from facilitation.workshop import decode
from persistence.engine import open_engine
from persistence.journal import Journal
from realtime.gateway import Gateway
from realtime.messages import Accepted
from rooms.activities.poll import Poll
from rooms.chance import Chance
from rooms.deciding import Actor
from rooms.ids import CommandId, ParticipantId
from tests.realtime.crashing import Killer
from tests.realtime.hall import START, WORKSHOP

VOTERS = ("ana", "bo", "cy", "dee", "eli", "flo")
CHOICES = ("1", "2", "1", "3", "1", "2")


async def give(gateway: Gateway, who: str, id: str, type: str, **fields: object) -> None:
    command = decode({"type": type, **fields})
    answer = await gateway.do(WORKSHOP, Actor(ParticipantId(who)), command, CommandId(id))
    assert isinstance(answer, Accepted), answer


async def main(url: str, point: str, after: int) -> None:
    engine = open_engine(url)
    gateway = Gateway(Journal(engine), lambda: START, Chance(random.Random()), Killer(point, after))
    live = await gateway.open(WORKSHOP)
    poll = next(live.state.all(Poll)).id
    for who, choice in zip(VOTERS, CHOICES, strict=True):
        await give(gateway, who, f"the-ballot-of-{who}", "ballot.cast", poll=poll, choices=[choice])
    await give(gateway, "fa", "the-end-of-the-poll", "poll.close", poll=poll)
    await gateway.close()
    engine.dispose()


if __name__ == "__main__":
    _, url, point, after = sys.argv
    asyncio.run(main(url, point, int(after)))
