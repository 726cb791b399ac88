"""The web process's hold on its media worker: starts it, tells it what should be, starts another when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from facilitation.stage import Seat
from media.control import (
    Answered,
    BadFrame,
    Declined,
    Device,
    FromWorker,
    Hello,
    Left,
    LineRole,
    Message,
    Offered,
    Open,
    Ready,
    Reseat,
    Wish,
    Wished,
    frame,
    from_worker,
)
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused

ANSWER_S = 5.0
"""After which who asked is told that there is no worker now."""
SILENT_S = 12
"""A worker that says nothing for so long is treated as dead. It tells its figures every five seconds."""
RETRY_S = (0.1, 0.5, 1.0, 2.0)
"""Between attempts to have a worker again; the last one is repeated."""
STEADY_S = 10.0
"""One that lived shorter has not shown that the next attempt may come at once."""
SECRET = "PALABRE_MEDIA_SECRET"
log = logging.getLogger(__name__)


class Media(Protocol):
    """What the rest of the house asks of voice and video. `hear` is told what the worker says.

    `lost` is called when the worker died, `back` when another holds the desired state again: the connections of
    before are void. Everything but `start` and `stop` may be called at any time, also while there is no worker.
    """

    hear: Callable[[FromWorker], None]
    lost: Callable[[], None]
    back: Callable[[], None]

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    def open(self, workshop: WorkshopId, epoch: str, generation: int, seats: Iterable[Seat]) -> None:
        """All seats of a workshop, as of change `generation`."""

    def reseat(
        self,
        workshop: WorkshopId,
        epoch: str,
        generation: int,
        put: Iterable[Seat] = (),
        drop: Iterable[ParticipantId] = (),
    ) -> None:
        """What changed, of a workshop that was opened."""

    def close(self, workshop: WorkshopId) -> None: ...

    async def offer(
        self,
        workshop: WorkshopId,
        participant: ParticipantId,
        connection: str,
        sdp: str,
        lines: dict[str, LineRole],
        device: Device,
    ) -> str:
        """The answer's SDP. Raises Refused: "offer_invalid", "viewers_full", "media_lost", "unknown"."""

    async def wish(self, workshop: WorkshopId, participant: ParticipantId, connection: str, wish: Wish) -> None:
        """Raises Refused: "unknown" (make a new connection), "media_lost"."""

    def leave(self, workshop: WorkshopId, participant: ParticipantId, connection: str | None = None) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerArguments:
    """What a spawned worker is told. `port` 0 is any; `announced` replaces the machine's own addresses."""

    port: int = 0
    may_take_another_port: bool = True
    announced: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    viewers_max: int = 200
    interrupted_s: float = 8
    gone_s: float = 30

    def words(self) -> list[str]:
        words = ["--port", str(self.port), "--viewers-max", str(self.viewers_max)]
        words += ["--interrupted-after", str(self.interrupted_s), "--gone-after", str(self.gone_s)]
        words += ["--another-port"] if self.may_take_another_port else []
        words += [word for address in self.announced for word in ("--announce", address)]
        return words + [word for address in self.addresses for word in ("--address", address)]


@dataclass(slots=True)
class Desired:
    """What the worker should hold of one workshop: what another worker is told first."""

    epoch: str
    generation: int
    seats: dict[ParticipantId, Seat] = field(default_factory=dict)


class Worker:
    """A Media whose worker is spawned here, or found at `address` (`host:port`, or the path of a Unix socket).

    `met` is set once a worker has answered.
    """

    def __init__(self, arguments: WorkerArguments | None = None, address: str = "", secret: str = "") -> None:
        self.arguments = arguments or WorkerArguments()
        self.address = address
        self.secret = secret or secrets.token_urlsafe(24)
        self.hear: Callable[[FromWorker], None] = lambda message: None
        self.lost: Callable[[], None] = lambda: None
        self.back: Callable[[], None] = lambda: None
        self.ready: Ready | None = None
        self.process: asyncio.subprocess.Process | None = None
        self._desired: dict[WorkshopId, Desired] = {}
        self._asked: dict[int, asyncio.Future[str]] = {}
        self._numbers = itertools.count(1)
        self._writer: asyncio.StreamWriter | None = None
        self._task: asyncio.Task[None] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.met = asyncio.Event()
        self._has_spoken = False

    @property
    def is_there(self) -> bool:
        return self._writer is not None

    # -- its life -------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Returns when a worker answers, or has not for a while: the workshop goes on in writing meanwhile."""
        self._task = asyncio.create_task(self._run(), name="media")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.met.wait(), ANSWER_S)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        await self._end()

    async def _run(self) -> None:
        """Have a worker, for ever."""
        clock = asyncio.get_running_loop().time
        failures = 0
        while True:
            met_at = float("inf")
            try:
                reader = await self._meet()
                met_at = clock()
                await self._follow(reader)
            except (OSError, BadFrame, asyncio.IncompleteReadError, TimeoutError) as error:
                log.warning("no media worker: %s", error or type(error).__name__)
            except Exception:
                log.exception("the talk with the media worker failed")
            await self._part()
            failures = 0 if clock() - met_at > STEADY_S else failures + 1
            await asyncio.sleep(RETRY_S[min(failures, len(RETRY_S) - 1)])

    async def _meet(self) -> asyncio.StreamReader:
        """Start or find a worker, and tell it all that should be."""
        address = self.address or await self._spawn()
        async with asyncio.timeout(ANSWER_S * 2):
            reader, writer = await connected(address, self.process)
            try:
                writer.write(frame(Hello(secret=self.secret)))
                ready = await from_worker(reader)
                if not isinstance(ready, Ready):
                    raise BadFrame("the worker does not say it is ready")
            except BaseException:
                writer.close()
                raise
        is_another = self.ready is not None
        self.ready, self._writer = ready, writer
        for workshop, desired in self._desired.items():
            self._tell(self._opening(workshop, desired))
        log.info("media on port %d", ready.port)
        self.met.set()
        if is_another:
            self.back()
        return reader

    async def _spawn(self) -> str:
        """The path at which a new worker will answer. It ends with us: its standard input closes."""
        await self._end()
        self._folder = tempfile.TemporaryDirectory(prefix="palabre-media-")
        path = str(Path(self._folder.name) / "control")
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "media.worker", "--control", path, "--with-parent", *self.arguments.words(),
            stdin=asyncio.subprocess.PIPE, env=os.environ | {SECRET: self.secret}, cwd=Path(__file__).parent.parent,
        )  # fmt: skip
        return path

    async def _follow(self, reader: asyncio.StreamReader) -> None:
        listening = asyncio.create_task(self._listen())
        try:
            while True:
                message = await from_worker(reader)
                self._has_spoken = True
                match message:
                    case Answered(request=request, sdp=sdp):
                        self._settle(request, sdp)
                    case Declined(request=request, code=code, details=details):
                        self._settle(request, Refused(code, **details))
                    case _:
                        self.hear(message)
        finally:
            listening.cancel()

    async def _listen(self) -> None:
        """Hang up on a worker that hangs. By counting: time that this process itself stood still is no silence."""
        silent = 0
        while silent < SILENT_S:
            self._has_spoken = False
            await asyncio.sleep(1)
            silent = 0 if self._has_spoken else silent + 1
        log.warning("the media worker has said nothing for %d seconds", SILENT_S)
        if self._writer is not None:
            self._writer.transport.abort()

    def _settle(self, request: int, answer: str | Refused) -> None:
        asked = self._asked.pop(request, None)
        if asked is None or asked.done():
            return
        if isinstance(answer, Refused):
            asked.set_exception(answer)
        else:
            asked.set_result(answer)

    async def _part(self) -> None:
        """The worker is gone: who waits for it is told."""
        if self._writer is None:
            return
        self._writer.close()
        self._writer = None
        for request in list(self._asked):
            self._settle(request, Refused("media_lost"))
        self.lost()

    async def _end(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self.process is not None and self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # -- what should be -------------------------------------------------------------------------------------------

    def open(self, workshop: WorkshopId, epoch: str, generation: int, seats: Iterable[Seat]) -> None:
        desired = Desired(epoch, generation, {seat.participant: seat for seat in seats})
        self._desired[workshop] = desired
        self._tell(self._opening(workshop, desired))

    def _opening(self, workshop: WorkshopId, desired: Desired) -> Open:
        return Open(
            workshop=workshop,
            epoch=desired.epoch,
            generation=desired.generation,
            seats=tuple(desired.seats.values()),
        )

    def reseat(
        self,
        workshop: WorkshopId,
        epoch: str,
        generation: int,
        put: Iterable[Seat] = (),
        drop: Iterable[ParticipantId] = (),
    ) -> None:
        desired, put, drop = self._desired[workshop], tuple(put), tuple(drop)
        desired.generation = generation
        desired.seats.update((seat.participant, seat) for seat in put)
        for participant in drop:
            desired.seats.pop(participant, None)
        self._tell(Reseat(workshop=workshop, epoch=epoch, generation=generation, put=put, drop=drop))

    def close(self, workshop: WorkshopId) -> None:
        if (desired := self._desired.pop(workshop, None)) is not None:
            self._tell(Open(workshop=workshop, epoch=desired.epoch, generation=desired.generation + 1, seats=()))

    # -- what browsers ask ----------------------------------------------------------------------------------------

    async def offer(
        self,
        workshop: WorkshopId,
        participant: ParticipantId,
        connection: str,
        sdp: str,
        lines: dict[str, LineRole],
        device: Device,
    ) -> str:
        return await self._ask(
            lambda request: Offered(
                request=request,
                workshop=workshop,
                participant=participant,
                connection=connection,
                sdp=sdp,
                lines=lines,
                device=device,
            )
        )

    async def wish(self, workshop: WorkshopId, participant: ParticipantId, connection: str, wish: Wish) -> None:
        await self._ask(
            lambda request: Wished(
                request=request, workshop=workshop, participant=participant, connection=connection, wish=wish
            )
        )

    def leave(self, workshop: WorkshopId, participant: ParticipantId, connection: str | None = None) -> None:
        self._tell(Left(workshop=workshop, participant=participant, connection=connection))

    async def _ask(self, message: Callable[[int], Message]) -> str:
        if self._writer is None:
            raise Refused("media_lost")
        request = next(self._numbers)
        self._asked[request] = asyncio.get_running_loop().create_future()
        self._tell(message(request))
        try:
            async with asyncio.timeout(ANSWER_S):
                return await self._asked[request]
        except TimeoutError as error:
            raise Refused("media_lost") from error
        finally:
            self._asked.pop(request, None)

    def _tell(self, message: Message) -> None:
        if self._writer is not None:
            self._writer.write(frame(message))


async def connected(
    address: str, process: asyncio.subprocess.Process | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A spawned worker takes a moment until it listens. Raises OSError."""
    while True:
        try:
            if "/" in address:
                return await asyncio.open_unix_connection(address)
            host, _, port = address.rpartition(":")
            return await asyncio.open_connection(host, int(port))
        except (FileNotFoundError, ConnectionRefusedError):
            if process is None or process.returncode is not None:
                raise
            await asyncio.sleep(0.02)
