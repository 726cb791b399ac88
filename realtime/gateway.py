"""The one path of every command: decide, commit, tell, acknowledge. Nothing is acknowledged before it is durable."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from facilitation.workshop import decide
from persistence.journal import Batch, Journal, NotWritten, Record, UnknownOutcome, UnknownWorkshop, Written
from realtime.connection import Paces, commands_of_a_workshop
from realtime.incidents import REQUEST, about, incident, mark
from realtime.messages import Accepted, Refusal
from realtime.telling import Telling
from rooms.activities.poll import SealedBallot, Shuffle
from rooms.chance import Chance
from rooms.command import Command
from rooms.deciding import Actor
from rooms.entity import Changes, DocumentUpdate, Due, Entity, Forget
from rooms.ids import CommandId, ParticipantId, WorkshopId
from rooms.people import Participant
from rooms.refusal import Refused
from rooms.state import Overlay, State

BATCH_MAX = 128
QUEUE_MAX = 2_000
THREADS = 8
encode = msgspec.json.Encoder().encode
log = logging.getLogger(__name__)

Answer = Accepted | Refusal
Box = defaultdict[str, list[SealedBallot]]
"""Sealed ballots by poll, for as long as a batch is decided."""
BUSY = Refusal(code="busy", details={"retry_ms": 1_000})
T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Look:
    """Read what others wrote. In a workshop's queue beside commands, as is the end."""

    done: asyncio.Future[None]


STOP = None


@dataclass(slots=True, eq=False)
class Pending:
    """A command on its way. `due` is the row it fulfils, when the clock gives it. The last two are for the log."""

    command: Command
    by: Actor
    key: bytes | None
    due: Due | None
    answer: asyncio.Future[Answer]
    mark: str = ""
    request: str = field(default_factory=REQUEST.get)

    @property
    def type(self) -> str:
        return str(self.command.__struct_config__.tag)


@dataclass(slots=True)
class Figures:
    """Since the process began: commands by type and answer (`accepted`, or the code of a refusal), batches, seconds."""

    commands: Counter[tuple[str, ...]] = field(default_factory=Counter)
    batches: int = 0
    batch_s: float = 0.0


@dataclass(slots=True)
class Decided:
    """A command's answer, and the record to write for it if there is one."""

    pending: Pending
    answer: Answer
    record: Record | None = None


class Live:
    """One workshop in this process: its state as far as it is durable, its audiences, its queue."""

    def __init__(self, id: WorkshopId, state: State, epoch: str, now: Callable[[], int]) -> None:
        self.id = id
        self.state = state
        self.telling = Telling(state, epoch, now)
        self.paces: defaultdict[ParticipantId, Paces] = defaultdict(Paces)
        self.commands = commands_of_a_workshop()
        self.is_alone = True
        """Whether no other process wrote in it when this one did last: then what is decided first is seldom in vain."""
        self.queue: asyncio.Queue[Pending | Look | None] = asyncio.Queue(QUEUE_MAX)
        self.task: asyncio.Task[None] | None = None

    def replace(self, state: State, epoch: str) -> None:
        """Another truth was read: every browser is welcomed anew."""
        self.state = state
        self.telling.restart(state, epoch)


class Gateway:
    """`now` gives epoch ms. `at` is told "before_commit", "after_commit", "told", "after_ack": a test may die there."""

    def __init__(
        self,
        journal: Journal,
        now: Callable[[], int],
        chance: Chance,
        at: Callable[[str], None] = lambda point: None,
    ) -> None:
        self.journal = journal
        self.now = now
        self.chance = chance
        self.at = at
        self.live: dict[WorkshopId, Live] = {}
        self.figures = Figures()
        self.due_sooner = asyncio.Event()
        self.shaken = 1
        """How often a box of secret ballots was; once to begin with, for who was here before may have died of it."""
        self.merged: list[Callable[[Live, Collection[str]], None]] = []
        """Told which entities changed, once they are durable and in the state. They must neither raise nor wait."""
        self.committed: Callable[[Live], None] = lambda live: None
        """Told when it was changed from here, so that other processes may hear of it."""
        self.wrote: Callable[[Live, Sequence[Written]], None] = lambda live, written: None
        """The same of what was written in documents, here or elsewhere, in its order."""
        self.replaced: list[Callable[[Live], None]] = []
        """Told when the whole state was read anew."""
        self._loading: dict[WorkshopId, asyncio.Task[Live]] = {}
        self._threads = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="journal")
        # SQLite has one writer; elsewhere, more open batches than threads and no commit would find one.
        self._turn = asyncio.Semaphore(1 if journal.one_writer else THREADS // 2)

    # -- asking ---------------------------------------------------------------------------------------------------

    async def do(self, workshop: WorkshopId, by: Actor, command: Command, id: CommandId | None = None) -> Answer:
        """Give a command and wait until it is durable or refused.

        With an `id` the same command given again by the same participant is answered, not done again.
        Raises UnknownWorkshop.
        """
        key = hashlib.sha256(f"{by.id}\n{id}".encode()).digest() if id is not None else None
        return await self._ask(await self.open(workshop), Pending(command, by, key, None, promise(), mark(id)))

    async def do_due(self, workshop: WorkshopId, due: Due, command: Command) -> Answer:
        """Give a command whose time has come; whatever the answer, its row is done with."""
        key = hashlib.sha256(f"due\n{due.id}\n{due.at}".encode()).digest()
        return await self._ask(await self.open(workshop), Pending(command, Actor(), key, due, promise()))

    async def _ask(self, live: Live, pending: Pending) -> Answer:
        try:
            live.queue.put_nowait(pending)
        except asyncio.QueueFull:
            return BUSY
        return await pending.answer

    async def open(self, workshop: WorkshopId) -> Live:
        """The workshop, loaded once. Raises UnknownWorkshop, or Busy when the database does not answer."""
        if live := self.live.get(workshop):
            return live
        if workshop not in self._loading:
            self._loading[workshop] = asyncio.create_task(self._load(workshop))
        try:
            return await asyncio.shield(self._loading[workshop])
        finally:
            self._loading.pop(workshop, None)

    async def _load(self, workshop: WorkshopId) -> Live:
        state, epoch = await self._in_thread(self._read, workshop)
        live = self.live[workshop] = Live(workshop, state, epoch, self.now)
        live.task = asyncio.create_task(self._run(live), name=f"workshop {workshop}")
        return live

    def _read(self, workshop: WorkshopId) -> tuple[State, str]:
        loaded = self.journal.load(workshop)
        state = State(loaded.head)
        for entity in loaded.entities:
            state.put(entity)
        return state, loaded.epoch

    async def _in_thread(self, call: Callable[..., T], *args: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *args)

    async def forget(self, workshop: WorkshopId) -> None:
        """Finish what is queued and keep it no longer; whoever asks for it again reads it anew."""
        live = self.live.pop(workshop, None)
        if live is not None and live.task is not None:
            await live.queue.put(STOP)
            await live.task

    async def close(self) -> None:
        """Finish what is queued, then stop."""
        for live in self.live.values():
            await live.queue.put(STOP)
        await asyncio.gather(*(live.task for live in self.live.values() if live.task))
        self._threads.shutdown()

    # -- batches --------------------------------------------------------------------------------------------------

    async def _run(self, live: Live) -> None:
        """Take what has gathered while the last batch was written; so the busier, the larger the batches."""
        while True:
            gathered = [await live.queue.get()]
            while len(gathered) < BATCH_MAX and not live.queue.empty():
                gathered.append(live.queue.get_nowait())
            await self._count(live, [item for item in gathered if isinstance(item, Pending)])
            for item in gathered:
                if isinstance(item, Look) and not item.done.done():
                    item.done.set_result(None)
            if STOP in gathered:
                return

    async def _count(self, live: Live, batch: Sequence[Pending]) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await self._settle(live, batch)
        self.figures.batches += 1
        self.figures.batch_s += loop.time() - began
        for pending in batch:
            given = pending.answer.result() if pending.answer.done() and not pending.answer.cancelled() else None
            said = given.code if isinstance(given, Refusal) else "accepted"
            self.figures.commands[pending.type, said] += 1
            if log.isEnabledFor(logging.DEBUG):
                log.debug("command", extra=about(workshop=live.id, answer=said, **whose(pending)))

    async def catch_up(self, live: Live) -> None:
        """Read and tell what other processes wrote; an empty batch does it, in its turn. One that is forgotten has
        nobody to be told."""
        if self.live.get(live.id) is not live:
            return
        look = Look(asyncio.get_running_loop().create_future())
        await live.queue.put(look)
        await look.done

    async def person(self, live: Live, id: ParticipantId) -> Participant | None:
        """Somebody of the workshop who was not erased; they may have joined through another process a moment ago."""
        if live.state.maybe(Participant, id) is None:
            await self.catch_up(live)
        person = live.state.maybe(Participant, id)
        return person if person is not None and person.erased_at is None else None

    async def _settle(self, live: Live, batch: Sequence[Pending]) -> None:
        """Answer every command of a batch, whatever happens; after a failed write, one by one."""
        try:
            await self._commit(live, batch)
        except NotWritten:
            if len(batch) <= 1:
                for pending in batch:
                    answer(pending, BUSY)
                return
            for pending in batch:
                await self._settle(live, [pending])
        except UnknownOutcome:
            await self._reload(live)
            for pending in batch:
                answer(pending, BUSY)
        except UnknownWorkshop:
            for pending in batch:
                answer(pending, Refusal(code="unknown", details={"kind": "workshop"}))
        except Exception:
            refusal = internal("a batch failed", workshop=live.id)
            await self._reload(live)
            for pending in batch:
                answer(pending, refusal)

    async def _commit(self, live: Live, pendings: Sequence[Pending]) -> None:
        async with self._turn:
            overlay, decided = Overlay(live.state), None
            if live.is_alone and not any(asks_database(pending.command, overlay) for pending in pendings):
                decided = self._decide_all(overlay, pendings, {}, defaultdict(list))
                self.at("before_commit")
            batch = await self._in_thread(self._begin, live, pendings, decided)
            if batch is not None:
                live.is_alone = not batch.tail
                overlay, decided = await self._decide_within(live, batch, pendings)
                self.at("before_commit")
                await self._in_thread(write, batch, records_of(decided))
        assert decided is not None, "either before the batch was begun or within it"
        records = records_of(decided)
        self.at("after_commit")
        if any(record.forget for record in records):
            await self._reload(live)
        else:
            self._tell(live, overlay)
            self._pass_on(live, [written for record in records for written in record.written()])
        if any(record.seq is not None for record in records):
            self.committed(live)
        self.shaken += any(record.sealed or record.shuffled for record in records)
        if any(record.dues for record in records):
            self.due_sooner.set()
        self.at("told")
        for one in decided:
            answer(one.pending, one.answer)
        self.at("after_ack")

    def _begin(self, live: Live, pendings: Sequence[Pending], decided: Sequence[Decided] | None) -> Batch | None:
        """Write at one go what was decided beforehand. The open batch, if nothing was or others came first."""
        keys = {pending.key for pending in pendings if pending.key}
        batch = self.journal.begin(live.id, live.state.head, keys)
        if decided is None or batch.known or batch.head != live.state.head or batch.epoch != live.telling.epoch:
            return batch
        write(batch, records_of(decided))
        return None

    async def _decide_within(
        self, live: Live, batch: Batch, pendings: Sequence[Pending]
    ) -> tuple[Overlay, list[Decided]]:
        """Take in what others wrote, and decide while nobody else can write."""
        try:
            await self._absorb(live, batch)
            overlay = Overlay(live.state)
            box = await self._unsealed(overlay, batch, pendings)
            await self._count_drafts(batch, pendings)
            return overlay, self._decide_all(overlay, pendings, batch.known, box)
        except BaseException:
            await self._in_thread(batch.rollback)
            raise

    async def _unsealed(self, state: State, batch: Batch, pendings: Sequence[Pending]) -> Box:
        """The ballots that these commands will count, as they lie in the database under the same lock."""
        polls = sorted({poll for pending in pendings for poll in pending.command.unseals(state)})
        return defaultdict(list, await self._in_thread(batch.sealed, polls) if polls else {})

    async def _count_drafts(self, batch: Batch, pendings: Sequence[Pending]) -> None:
        """For those commands that delete them, under the same lock."""
        for pending in pendings:
            if pending.command.drops_drafts():
                drafts = await self._in_thread(batch.drafts)
                pending.command = msgspec.structs.replace(pending.command, drafts=drafts)

    async def _absorb(self, live: Live, batch: Batch) -> None:
        """Take in what others wrote since, in order."""
        if batch.epoch != live.telling.epoch or batch.head < live.state.head:
            await self._reload(live)
        elif batch.tail:
            overlay = Overlay(live.state)
            for tail in batch.tail:
                overlay.apply(Changes(put=list(tail.put), drop=list(tail.drop)))
            overlay.head = batch.head
            self._tell(live, overlay)
            self._pass_on(live, batch.written)

    def _tell(self, live: Live, overlay: Overlay) -> None:
        if overlay.head == live.state.head:
            return
        ids = overlay.touched()
        live.telling.told(overlay, ids)
        overlay.merge()
        live.telling.merged(ids)
        for told in self.merged:
            told(live, ids)

    def _pass_on(self, live: Live, written: Sequence[Written]) -> None:
        if written:
            self.wrote(live, written)

    async def _reload(self, live: Live) -> None:
        try:
            live.replace(*await self._in_thread(self._read, live.id))
        except NotWritten:
            log.warning("workshop %s could not be read again", live.id)
        else:
            for told in self.replaced:
                told(live)

    # -- deciding -------------------------------------------------------------------------------------------------

    def _decide_all(
        self, overlay: Overlay, pendings: Sequence[Pending], known: dict[bytes, int], box: Box
    ) -> list[Decided]:
        decided = []
        done = dict(known)
        for pending in pendings:
            if pending.key is not None and pending.key in done:
                decided.append(Decided(pending, Accepted(seq=done[pending.key])))
                continue
            one = self._decide_one(overlay, pending, box)
            if one.record and pending.key is not None and isinstance(one.answer, Accepted):
                done[pending.key] = one.answer.seq
            decided.append(one)
        return decided

    def _decide_one(self, overlay: Overlay, pending: Pending, box: Box) -> Decided:
        """Decide and encode one command; a bug in its rule is its own, and the others go on."""
        now = self.now()
        try:
            found = decide(overlay, pending.command, pending.by, now, self.chance, box)
            if isinstance(found, Refused):
                refusal = Refusal(code=found.code, details=found.details)
                record = self._record(pending, now, None, Changes()) if pending.due else None
                return Decided(pending, refusal, record)
            seq = overlay.head + 1 if found else None
            record = self._record(pending, now, seq, found)
        except Exception:
            return Decided(pending, internal("a command failed", **whose(pending)))
        if seq is not None:
            overlay.apply(found)
            overlay.head = seq
            for aside in found.aside:
                if isinstance(aside, SealedBallot):
                    # A poll may be closed later in this batch.
                    box[aside.poll].append(aside)
        return Decided(pending, Accepted(seq=overlay.head), record)

    def _record(self, pending: Pending, now: int, seq: int | None, changes: Changes) -> Record:
        return Record(
            seq=seq,
            at=now,
            actor=None if changes.anonymous else pending.by.id,
            command=pending.type,
            key=pending.key,
            put=[(entity.id, entity.kind, encode(entity), journaled(entity)) for entity in changes.put],
            drop=list(changes.drop),
            dues=[aside for aside in changes.aside if isinstance(aside, Due)],
            sealed=[aside for aside in changes.aside if isinstance(aside, SealedBallot)],
            shuffled=[aside.poll for aside in changes.aside if isinstance(aside, Shuffle)],
            done=pending.due,
            updates=[aside for aside in changes.aside if isinstance(aside, DocumentUpdate)],
            forget=next((aside for aside in changes.aside if isinstance(aside, Forget)), None),
        )


def asks_database(command: Command, state: State) -> bool:
    """Whether its rule needs what is not in the state."""
    return bool(command.unseals(state)) or command.drops_drafts()


def records_of(decided: Sequence[Decided]) -> list[Record]:
    return [one.record for one in decided if one.record]


def write(batch: Batch, records: Sequence[Record]) -> None:
    if not records:
        batch.rollback()
        return
    batch.write(records)
    batch.commit()


def journaled(entity: Entity) -> bytes:
    """The entity as history keeps it: private fields blank."""
    return encode(entity.blank() if entity.PRIVATE else entity)


def answer(pending: Pending, with_: Answer) -> None:
    if not pending.answer.done():
        pending.answer.set_result(with_)


def promise() -> asyncio.Future[Answer]:
    return asyncio.get_running_loop().create_future()


def whose(pending: Pending) -> dict[str, str]:
    """How a line in the log names a command."""
    return {"type": pending.type, "command": pending.mark, "request": pending.request}


def internal(what: str, **facts: str) -> Refusal:
    """A bug of ours: logged under an id that the person can quote, without a word of theirs."""
    return Refusal(code="internal", details={"id": incident(log, what, **facts)})
