"""How long people speak, gathered from the media worker and written down now and then, each second once."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from facilitation.shares import AddSpeech
from media.control import Said
from persistence.journal import Busy, UnknownWorkshop
from realtime.gateway import BUSY, Gateway
from realtime.messages import Refusal
from rooms.agenda import step_of
from rooms.deciding import SYSTEM
from rooms.ids import CommandId, ParticipantId, RoomId, StepId, WorkshopId
from rooms.speech import Spoken

WRITE_S = 30.0
"""Each writes a change: rare enough not to fill the history, often enough for a desk that watches."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written as one command, under an id that stays the same however often it must be tried."""

    workshop: WorkshopId
    id: CommandId
    spoken: tuple[Spoken, ...]


class SpeechTotals:
    """Milliseconds by participant, room and step since they were last written."""

    def __init__(self, gateway: Gateway, every_s: float = WRITE_S) -> None:
        self._gateway = gateway
        self._every_s = every_s
        self._heard: dict[WorkshopId, Counter[tuple[ParticipantId, RoomId, StepId | None]]] = {}
        self._unwritten: deque[Batch] = deque()
        self._run = gateway.chance.id()
        self._count = 0
        self._sooner = asyncio.Event()
        self._writing = asyncio.Lock()
        self._strange: set[asyncio.Task[None]] = set()

    def hear(self, workshop: WorkshopId, said: Iterable[Said]) -> None:
        """It counts for the step its room is in now."""
        live = self._gateway.live.get(workshop)
        if live is None:
            task = asyncio.create_task(self._meet(workshop, tuple(said)))
            self._strange.add(task)
            task.add_done_callback(self._strange.discard)
            return
        heard = self._heard.setdefault(workshop, Counter())
        for each in said:
            heard[each.participant, each.room, step_of(live.state, each.room)] += each.ms

    async def _meet(self, workshop: WorkshopId, said: tuple[Said, ...]) -> None:
        """The worker tells one process only, which need not be one where this workshop's people are."""
        try:
            await self._gateway.open(workshop)
        except (UnknownWorkshop, Busy):
            log.warning("a second of speech in a workshop that cannot be read is not counted")
        else:
            self.hear(workshop, said)

    def step_changed(self, workshop: WorkshopId) -> None:
        """What was said until now is to be seen now."""
        self._close(workshop)
        if self._unwritten:
            self._sooner.set()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + self._every_s
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout_at(due):
                    await self._sooner.wait()
            self._sooner.clear()
            if loop.time() >= due:
                due = loop.time() + self._every_s
                self._close_all()
            try:
                await self._write()
            except Exception:
                log.exception("speaking times could not be written")

    async def write_all(self) -> None:
        """The process ends."""
        await asyncio.gather(*self._strange)
        self._close_all()
        await self._write()

    def _close_all(self) -> None:
        for workshop in list(self._heard):
            self._close(workshop)

    def _close(self, workshop: WorkshopId) -> None:
        heard = self._heard.pop(workshop, None)
        if not heard:
            return
        self._count += 1
        spoken = tuple(
            Spoken(participant=participant, room=room, step=step, ms=ms)
            for (participant, room, step), ms in heard.items()
            if ms > 0
        )
        if spoken:
            id = CommandId(f"speech-{self._run}-{self._count}")
            self._unwritten.append(Batch(workshop, id, spoken))

    async def _write(self) -> None:
        """In order; what the database does not take now is tried again with the next."""
        async with self._writing:
            for batch in list(self._unwritten):
                if await self._is_settled(batch):
                    self._unwritten.remove(batch)

    async def _is_settled(self, batch: Batch) -> bool:
        try:
            answer = await self._gateway.do(batch.workshop, SYSTEM, AddSpeech(spoken=batch.spoken), batch.id)
        except Busy:
            return False
        except UnknownWorkshop:
            return True
        if isinstance(answer, Refusal) and answer.code == BUSY.code:
            return False
        if isinstance(answer, Refusal):
            log.error("speaking times were refused: %s", answer.code)
        return True
