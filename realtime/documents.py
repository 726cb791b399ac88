"""Writing together: documents open in this process, what may be written in them, and who is told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import msgspec

from facilitation.workshop import decide
from persistence import documents as kept
from persistence.documents import BYTES_PER_CHECKPOINT, UPDATES_PER_CHECKPOINT, Checkpoint
from persistence.failures import NotWritten, UnknownOutcome
from persistence.rows import Written
from realtime.asking import convert, take
from realtime.broadcast import Packet
from realtime.connection import Connection
from realtime.gateway import Gateway, Live
from realtime.messages import (
    UPDATE_MAX,
    Accepted,
    DocAsk,
    DocAt,
    DocAuthors,
    DocCursor,
    DocHistory,
    DocMoment,
    DocOpen,
    DocOpened,
    DocReset,
    DocTexts,
    DocUpdate,
    Refusal,
    SendDocCursor,
    SendDocUpdate,
)
from rooms.activities.conclusion import (
    Conclusion,
    OpenDocument,
    RecordConclusion,
    WriteDocument,
    Writing,
)
from rooms.audience import seen
from rooms.deciding import SYSTEM, Actor
from rooms.documents.document import NOTHING, Document
from rooms.documents.words import texts
from rooms.ids import ConclusionId, ParticipantId, WorkshopId
from rooms.refusal import Refused

LOOK_S = 0.5
KEPT_OPEN_S = 60.0
MOMENTS_MAX = 100
PAUSE_MS = 15_000
"""After so long without a word, what follows is another moment."""
AGAIN = ("busy", "too_fast", "internal")
encode = msgspec.json.Encoder().encode
log = logging.getLogger(__name__)

Key = tuple[WorkshopId, ConclusionId]


@dataclass(slots=True, eq=False)
class Open:
    """A document in memory. `writers` says through which connection each client writes now."""

    document: Document
    readers: set[Connection] = field(default_factory=set)
    writers: dict[int, Connection] = field(default_factory=dict)
    given_up: set[tuple[Connection, int]] = field(default_factory=set)
    """Clients that went over to another tab of the same person."""
    unread_since: float | None = None
    updates: int = 0
    size: int = 0
    """Since the last checkpoint."""

    def write_through(self, client: int, connection: Connection) -> None:
        before = self.writers.get(client)
        if before is not None and before is not connection:
            self.given_up.add((before, client))
        self.given_up.discard((connection, client))
        self.writers[client] = connection

    def leave(self, connection: Connection) -> None:
        self.readers.discard(connection)
        self.writers = {client: writer for client, writer in self.writers.items() if writer is not connection}
        self.given_up = {one for one in self.given_up if one[0] is not connection}


class SharedDocuments:
    """The documents of one process. Every update comes in by `wrote`, whoever wrote it and wherever."""

    def __init__(self, gateway: Gateway, store: kept.Documents) -> None:
        self.gateway = gateway
        self.open_ones: dict[Key, Open] = {}
        self._store = store
        self._reading: dict[Key, asyncio.Task[Open]] = {}
        self._missed: dict[Key, list[Written]] = {}
        self._keeping: set[asyncio.Task[None]] = set()
        self._timer: asyncio.Task[None] | None = None
        self.pointed: Callable[[Live, DocCursor], None] = lambda live, cursor: None
        """Told where somebody here writes."""
        gateway.wrote = self.wrote
        gateway.replaced.append(self.replaced)

    def start(self) -> None:
        self._timer = asyncio.create_task(self._run(), name="documents")

    async def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            with suppress(asyncio.CancelledError):
                await self._timer
        await asyncio.gather(*self._keeping, *self._reading.values(), return_exceptions=True)

    # -- what browsers ask ----------------------------------------------------------------------------------------

    async def open(self, connection: Connection, live: Live, message: Any) -> DocOpened:
        take(connection.paces.joins)
        asked = convert(message, DocOpen)
        self._visible(connection, live, asked.conclusion)
        opened = await self._opened(live, asked.conclusion)
        opened.readers.add(connection)
        client = await self._client(connection, live, opened, asked)
        if connection not in live.telling.people.get(connection.session.participant, ()):
            # It has ended meanwhile.
            opened.leave(connection)
        document = opened.document
        return DocOpened(
            client=client,
            update=document.state(asked.vector),
            vector=document.vector(),
            can_write=client is not None,
            epoch=f"{live.telling.epoch}/{document.epoch}" if document.epoch else "",
        )

    async def update(self, connection: Connection, live: Live, message: Any) -> Accepted | Refusal:
        """Durable when answered. After a refusal what the page holds is void, but for those of the moment."""
        take(connection.paces.writing)
        asked = convert(message, SendDocUpdate)
        try:
            answer = await self._write(connection, live, asked)
        except Refused as refused:
            answer = Refusal(code=refused.code, details=refused.details)
        if isinstance(answer, Refusal) and answer.code not in AGAIN:
            self._reset(connection, asked.conclusion, answer)
            if opened := self.open_ones.get((live.id, asked.conclusion)):
                opened.leave(connection)
        return answer

    async def close(self, connection: Connection, live: Live, message: Any) -> None:
        asked = convert(message, DocAsk)
        if opened := self.open_ones.get((live.id, asked.conclusion)):
            self._leave(opened, connection, live, asked.conclusion)

    def cursor(self, connection: Connection, live: Live, message: Any) -> None:
        """May be lost, and is when somebody looks on who may not write."""
        asked = convert(message, SendDocCursor)
        opened = self.open_ones.get((live.id, asked.conclusion))
        if opened is None or connection not in opened.writers.values():
            return
        if asked.field is None or asked.field in opened.document.fields:
            self._point(opened, connection, live, asked)

    async def authors(self, connection: Connection, live: Live, message: Any) -> DocAuthors:
        take(connection.paces.joins)
        conclusion = self._visible(connection, live, convert(message, DocAsk).conclusion)
        document = (await self._opened(live, conclusion.id)).document
        return DocAuthors(
            fields={
                field.id: [(words, self._known(connection, live, who)) for words, who in document.authors(field.id)]
                for field in conclusion.fields
            }
        )

    async def history(self, connection: Connection, live: Live, message: Any) -> DocHistory:
        take(connection.paces.joins)
        conclusion = self._visible(connection, live, convert(message, DocAsk).conclusion)
        changes = await asyncio.to_thread(self._store.moments, live.id, conclusion.id)
        known = [(seq, at, self._known(connection, live, who)) for seq, at, who in changes]
        return DocHistory(moments=moments(known))

    async def at(self, connection: Connection, live: Live, message: Any) -> DocTexts:
        take(connection.paces.joins)
        asked = convert(message, DocAt)
        conclusion = self._visible(connection, live, asked.conclusion)
        past = await self._past(live, conclusion, asked.seq)
        return DocTexts(texts=texts(past, (field.id for field in conclusion.fields)))

    async def restore(self, connection: Connection, live: Live, message: Any) -> Accepted | Refusal:
        """What stands already keeps its authors; the rest is written by whoever asks."""
        take(connection.paces.joins)
        asked = convert(message, DocAt)
        conclusion = self._visible(connection, live, asked.conclusion)
        person = connection.session.participant
        self._drafted(live, person, conclusion.id)
        past = await self._past(live, conclusion, asked.seq)
        opened = await self._opened(live, conclusion.id)
        client = await self._new_client(live, person, conclusion.id, opened)
        update = opened.document.rewritten(past, client)
        if update == NOTHING:
            return Accepted(seq=opened.document.seq)
        return await self._give(live, person, opened, conclusion, client, update)

    def gone(self, connection: Connection, live: Live) -> None:
        """A connection is over."""
        for (workshop, conclusion), opened in self.open_ones.items():
            if workshop == live.id and connection in opened.readers:
                self._leave(opened, connection, live, conclusion)

    # -- who may --------------------------------------------------------------------------------------------------

    def _visible(self, connection: Connection, live: Live, id: ConclusionId) -> Conclusion:
        """A conclusion of the room one is in or looks at. Raises Refused("unknown")."""
        conclusion = live.state.maybe(Conclusion, id)
        if conclusion is None or not may_read(connection, conclusion):
            raise Refused("unknown", kind="conclusion")
        return conclusion

    def _drafted(self, live: Live, person: ParticipantId, id: ConclusionId) -> None:
        """Raises Refused for who may not write in it now."""
        command = OpenDocument(conclusion=id, client=0)
        answer = decide(live.state, command, Actor(person), self.gateway.now(), self.gateway.chance)
        if isinstance(answer, Refused):
            raise answer

    def _known(self, connection: Connection, live: Live, who: str | None) -> ParticipantId | None:
        """Somebody, as far as one sees them."""
        audience = connection.audience
        if who is None or audience is None:
            return None
        is_seen = who == connection.session.participant or seen(who, audience, live.state) is not None
        return ParticipantId(who) if is_seen else None

    async def _client(self, connection: Connection, live: Live, opened: Open, asked: DocOpen) -> int | None:
        """The id under which one writes: the one of before, or a new one; None for who only reads."""
        person = connection.session.participant
        try:
            self._drafted(live, person, asked.conclusion)
        except Refused:
            return None
        client = asked.client
        if client is not None and opened.document.clients.get(client) is None:
            # Given by another process a moment ago.
            await self.gateway.catch_up(live)
        if client is None or opened.document.clients.get(client) != person:
            client = await self._new_client(live, person, asked.conclusion, opened)
        opened.write_through(client, connection)
        return client

    async def _new_client(self, live: Live, person: ParticipantId, id: ConclusionId, opened: Open) -> int:
        client = self.gateway.chance.client()
        while client in opened.document.clients:
            client = self.gateway.chance.client()
        accepted(await self.gateway.do(live.id, Actor(person), OpenDocument(conclusion=id, client=client)))
        return client

    # -- writing --------------------------------------------------------------------------------------------------

    async def _write(self, connection: Connection, live: Live, asked: SendDocUpdate) -> Accepted | Refusal:
        if len(asked.update) > UPDATE_MAX:
            raise Refused("too_large", most=UPDATE_MAX)
        conclusion = self._visible(connection, live, asked.conclusion)
        opened = await self._opened(live, conclusion.id)
        person = connection.session.participant
        if opened.document.clients.get(asked.client) is None:
            # Given by another process a moment ago.
            await self.gateway.catch_up(live)
        if opened.document.clients.get(asked.client) != person:
            raise Refused("update_forged")
        if (connection, asked.client) in opened.given_up:
            raise Refused("written_elsewhere")
        opened.write_through(asked.client, connection)
        return await self._give(live, person, opened, conclusion, asked.client, asked.update)

    async def _give(
        self, live: Live, person: ParticipantId, opened: Open, conclusion: Conclusion, client: int, update: bytes
    ) -> Accepted | Refusal:
        """Read, decided like every command, and written."""
        document = opened.document
        document.have(field.id for field in conclusion.fields)
        found = document.check(update, client, live.state.find(Writing, conclusion.activity).plan.most)
        if found.missing(document.known):
            # What it goes on from may have been written through another process.
            await self.gateway.catch_up(live)
            document = opened.document
            if found.missing(document.known):
                raise Refused("update_invalid", reason="goes on from what is not known")
        if found.is_known(document.known):
            return Accepted(seq=document.seq)
        command = WriteDocument(
            conclusion=conclusion.id,
            client=client,
            update=update,
            people=len(document.people | {person}),
            length=document.length + found.inserted,
        )
        return await self.gateway.do(live.id, Actor(person), command)

    def wrote(self, live: Live, written: Sequence[Written]) -> None:
        """What is durable now, in its order, from here and from other processes."""
        for one in written:
            key = (live.id, ConclusionId(one.conclusion))
            if key in self._missed:
                self._missed[key].append(one)
            elif opened := self.open_ones.get(key):
                self._follow(live, key, opened, one)

    def _follow(self, live: Live, key: Key, opened: Open, one: Written) -> None:
        if one.seq <= opened.document.seq:
            return
        try:
            news = opened.document.apply(one.seq, one.client, one.body, one.author)
        except Exception:
            log.exception("a document could not follow its log")
            self._read_again(live, key)
            return
        if news != NOTHING:
            update = DocUpdate(conclusion=key[1], update=news, seq=one.seq, who=one.author)  # type: ignore[arg-type]
            self._tell(opened, live, update, but=opened.writers.get(one.client))
        opened.updates += 1
        opened.size += len(one.body)
        if opened.updates >= UPDATES_PER_CHECKPOINT or opened.size >= BYTES_PER_CHECKPOINT:
            self._keep(key, opened)

    def _keep(self, key: Key, opened: Open) -> None:
        """A checkpoint, beside everything else: without it a document is only slower to load."""
        document = opened.document
        opened.updates = opened.size = 0
        checkpoint = Checkpoint(document.seq, document.state(), document.kept())
        said = {name: document.chunks(name) for name in document.fields}

        def hold() -> None:
            # Written with malice, updates can make another text in another order: who wrote what must not rest on it.
            if checkpoint.says() == said:
                self._store.keep(*key, checkpoint)

        async def keep() -> None:
            with suppress(NotWritten, UnknownOutcome):
                await asyncio.to_thread(hold)

        task = asyncio.create_task(keep())
        self._keeping.add(task)
        task.add_done_callback(self._keeping.discard)

    # -- telling --------------------------------------------------------------------------------------------------

    def _tell(self, opened: Open, live: Live, told: DocUpdate | DocCursor, but: Connection | None = None) -> None:
        """To those who have it open and are still where they may read it; by whom, to those who see them."""
        conclusion = live.state.maybe(Conclusion, told.conclusion)
        packets: dict[ParticipantId | None, Packet] = {}
        for connection in list(opened.readers):
            if conclusion is None or not may_read(connection, conclusion):
                opened.leave(connection)
            elif connection is not but:
                who = self._known(connection, live, told.who)
                if who not in packets:
                    packets[who] = packet_of(msgspec.structs.replace(told, who=who))
                connection.send(packets[who])

    def _point(self, opened: Open, connection: Connection, live: Live, asked: SendDocCursor) -> None:
        cursor = DocCursor(
            conclusion=asked.conclusion,
            field=asked.field,
            who=connection.session.participant,
            anchor=asked.anchor,
            head=asked.head,
        )
        self._tell(opened, live, cursor, but=connection)
        self.pointed(live, cursor)

    def point(self, live: Live, cursor: DocCursor) -> None:
        """Somebody writes through another process."""
        if opened := self.open_ones.get((live.id, cursor.conclusion)):
            self._tell(opened, live, cursor)

    def _leave(self, opened: Open, connection: Connection, live: Live, id: ConclusionId) -> None:
        if connection in opened.writers.values():
            self._point(opened, connection, live, SendDocCursor(conclusion=id))
        opened.leave(connection)

    def _reset(self, connection: Connection, id: ConclusionId, refusal: Refusal) -> None:
        reset = DocReset(conclusion=id, code=refusal.code, details=refusal.details)
        connection.send(Packet("doc.reset", encode(reset)))

    # -- reading --------------------------------------------------------------------------------------------------

    async def _opened(self, live: Live, id: ConclusionId) -> Open:
        """The document, read once."""
        key = (live.id, id)
        if key in self._reading:
            return await asyncio.shield(self._reading[key])
        opened = self.open_ones.get(key)
        return opened if opened is not None else await asyncio.shield(self._read(live, key))

    def _read(self, live: Live, key: Key) -> asyncio.Task[Open]:
        self._missed[key] = []
        task = self._reading[key] = asyncio.create_task(self._load(live, key))
        return task

    async def _load(self, live: Live, key: Key) -> Open:
        """Begun before what comes meanwhile is passed on, so that nothing falls between."""
        try:
            found = await asyncio.to_thread(self._store.load, *key)
            conclusion = live.state.find(Conclusion, key[1])
            document = found.document(field.id for field in conclusion.fields)
        except BaseException:
            self._missed.pop(key, None)
            self._reading.pop(key, None)
            raise
        opened = self.open_ones.setdefault(key, Open(document))
        self._replace(live, key, opened, document)
        opened.updates = len(found.written)
        missed = self._missed.pop(key)
        del self._reading[key]
        self.wrote(live, missed)
        return opened

    def _replace(self, live: Live, key: Key, opened: Open, document: Document) -> None:
        """What was read anew: the same and more, or, where history was forgotten, another one."""
        before = opened.document
        if before is document:
            return
        opened.document = document
        if before.epoch not in ("", document.epoch):
            for connection in list(opened.readers):
                self._reset(connection, key[1], Refusal(code="document_rewritten"))
                opened.leave(connection)
        elif (news := document.state(before.vector())) != NOTHING:
            self._tell(opened, live, DocUpdate(conclusion=key[1], update=news, seq=document.seq, who=None))

    def _read_again(self, live: Live, key: Key) -> None:
        if key not in self._reading:
            self._read(live, key).add_done_callback(unread)

    def replaced(self, live: Live) -> None:
        """The whole workshop was read anew, its documents are too."""
        for key in list(self.open_ones):
            if key[0] == live.id:
                self._read_again(live, key)

    async def _past(self, live: Live, conclusion: Conclusion, seq: int) -> Document:
        found = await asyncio.to_thread(self._store.load, live.id, conclusion.id, seq)
        return found.document(field.id for field in conclusion.fields)

    # -- by itself ------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            for live in list(self.gateway.live.values()):
                with suppress(NotWritten):
                    await self.record(live)
            self.tidy(asyncio.get_running_loop().time())

    async def record(self, live: Live) -> None:
        """Give frozen conclusions their words, whoever froze them and whatever became of that process."""
        waiting = [one.id for one in live.state.all(Conclusion) if not one.is_draft and one.recorded_at is None]
        for id in waiting:
            document = (await self._opened(live, id)).document
            conclusion = live.state.maybe(Conclusion, id)
            if conclusion is None:
                continue
            command = RecordConclusion(
                conclusion=id,
                seen=conclusion.rev,
                texts=texts(document, (field.id for field in conclusion.fields)),
                people=len(document.people),
                length=document.length,
            )
            await self.gateway.do(live.id, SYSTEM, command)

    def tidy(self, now: float) -> None:
        """Forget documents that nobody has had open for a while."""
        for key, opened in list(self.open_ones.items()):
            if opened.readers or key in self._reading:
                opened.unread_since = None
            elif opened.unread_since is None:
                opened.unread_since = now
            elif now - opened.unread_since > KEPT_OPEN_S:
                del self.open_ones[key]


def may_read(connection: Connection, conclusion: Conclusion) -> bool:
    """What is being written is its room's, and that of staff; elsewhere people get what was reported out."""
    audience = connection.audience
    return audience is not None and (audience.is_staff or audience.is_in(conclusion.room))


def accepted(answer: Accepted | Refusal) -> Accepted:
    if isinstance(answer, Refusal):
        raise Refused(answer.code, **answer.details)
    return answer


def packet_of(told: DocUpdate | DocCursor) -> Packet:
    if isinstance(told, DocCursor):
        return Packet("doc.cursor", encode(told))
    said = msgspec.structs.asdict(told) | {"update": {"_placeholder": True, "num": 0}}
    return Packet("doc.update", encode(said), (told.update,))


def unread(task: asyncio.Task[Open]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error("a document could not be read again", exc_info=error)


def moments(changes: Sequence[tuple[int, int, ParticipantId | None]]) -> list[DocMoment]:
    """Where people paused; of too many, evenly some and the last."""
    found: list[DocMoment] = []
    before = 0
    for seq, at, who in changes:
        writers = found.pop().who if found and at - before < PAUSE_MS else []
        if who is not None and who not in writers:
            writers = [*writers, who]
        found.append(DocMoment(seq=seq, at=at, who=writers))
        before = at
    step = -(-len(found) // MOMENTS_MAX) or 1
    return found[::-1][::step][::-1]
