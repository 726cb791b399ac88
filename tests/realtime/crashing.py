"""A process that writes notes, says which were acknowledged, and dies of kill -9 at the crash point it is told."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys

from persistence.engine import open_engine
from persistence.journal import Journal
from realtime.gateway import Gateway
from realtime.messages import Accepted
from rooms.activities.board import Board, WriteNote
from rooms.chance import Chance
from rooms.deciding import Actor
from rooms.ids import CommandId, ParticipantId
from tests.realtime.hall import START, WORKSHOP

SENDERS = 4
NOTES = 10


def command_id(sender: int, note: int) -> CommandId:
    return CommandId(f"note-{sender}-{note}-of-the-crash")


class Killer:
    """Dies the `after`th time the point is passed."""

    def __init__(self, point: str, after: int) -> None:
        self.point, self.left = point, after

    def __call__(self, point: str) -> None:
        if point == self.point:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


async def write(gateway: Gateway, sender: int) -> None:
    live = await gateway.open(WORKSHOP)
    board = next(iter(live.state.all(Board)))
    for note in range(NOTES):
        command = WriteNote(activity=board.id, column=board.plan.columns[0].id, text=f"{sender}-{note}")
        answer = await gateway.do(WORKSHOP, Actor(ParticipantId("ana")), command, command_id(sender, note))
        assert isinstance(answer, Accepted), answer
        sys.stdout.write(f"{sender}-{note}\n")
        sys.stdout.flush()


async def main(url: str, point: str, after: int, seed: int) -> None:
    engine = open_engine(url)
    chance = Chance(random.Random(seed))
    gateway = Gateway(Journal(engine), lambda: START, chance, Killer(point, after))
    await asyncio.gather(*(write(gateway, sender) for sender in range(SENDERS)))
    await gateway.close()
    engine.dispose()


if __name__ == "__main__":
    _, url, point, after, seed = sys.argv
    asyncio.run(main(url, point, int(after), int(seed)))
