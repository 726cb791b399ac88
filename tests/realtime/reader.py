"""A browser's memory, fed by the packets the server writes, for comparing with a fresh snapshot."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Callable
from typing import Any

import msgspec

from realtime.broadcast import Packet
from realtime.connection import Connection, Session
from realtime.gateway import Live
from realtime.messages import Join
from rooms.anonymity import authors
from rooms.audience import own, view
from rooms.entity import Entity
from rooms.ids import ParticipantId

sids = itertools.count()


class Reader:
    """Both ends of a wire that loses nothing: `send` is what the server calls, the rest what a page would do."""

    def __init__(self, live: Live, person: str, link: str = "link") -> None:
        self.live = live
        self.seen: dict[str, Any] = {}
        self.mine: dict[str, Any] = {}
        self.here: set[str] = set()
        self.head = -1
        self.epoch = ""
        self.you: dict[str, Any] = {}
        self.events: list[str] = []
        self.tower: dict[str, Any] = {}
        self.bytes = b""
        self.hear: Callable[[str, Any, tuple[bytes, ...]], None] = lambda event, body, parts: None
        """Told what is said of documents."""
        self.ended: str | None = None
        session = Session(live.id, ParticipantId(person), link)
        self.connection = Connection(f"sid{next(sids)}", session, self, self._cut)

    # -- the wire -------------------------------------------------------------------------------------------------

    def send(self, packet: Packet) -> bool:
        event, body = msgspec.json.decode(packet.text[packet.text.index(b"[") :])
        self.events.append(event)
        if event.startswith("doc."):
            self.bytes += packet.text + b"".join(packet.attachments)
            self.hear(event, body, packet.attachments)
            return True
        self.bytes += packet.text + b"".join(gzip.decompress(part) for part in packet.attachments)
        match event:
            case "welcome":
                self._welcome(body, packet.attachments)
            case "frame":
                self._frame(body)
            case "mine":
                lay(self.mine, body)
            case "you":
                self.you = body
            case "presence":
                self.here = (self.here | set(body["came"])) - set(body["left"])
            case "tower":
                self.tower = body
        return True

    def abort(self) -> None:
        self.ended = "aborted"

    def _welcome(self, body: dict[str, Any], parts: tuple[bytes, ...]) -> None:
        if body["mode"] == "snapshot":
            entities = [entity for part in parts for entity in msgspec.json.decode(gzip.decompress(part))]
            self.seen = {entity["id"]: entity for entity in entities}
        for frame in body["frames"]:
            lay(self.seen, frame)
        self.mine = {entity["id"]: entity for entity in body["mine"]}
        self.head, self.epoch, self.you = body["seq"], body["epoch"], body["you"]
        self.here = set(body["here"])

    def _frame(self, frame: dict[str, Any]) -> None:
        assert frame["from"] <= self.head, f"a hole: {frame['from']} after {self.head}"
        lay(self.seen, frame)
        self.head = max(self.head, frame["to"])

    # -- the page -------------------------------------------------------------------------------------------------

    def join(self, since: int | None = None) -> Reader:
        audience = self.you.get("audience") if since is not None else None
        self.live.telling.welcome(self.connection, Join(since=since, epoch=self.epoch, audience=audience))
        return self

    def leave(self) -> None:
        self.live.telling.leave(self.connection)

    def _cut(self, connection: Connection, reason: str) -> None:
        self.ended = reason

    # -- the law --------------------------------------------------------------------------------------------------

    def check(self) -> None:
        """What was told adds up to what a newcomer of this audience, and this person, would be told."""
        self.live.telling.flush()
        audience, state = self.connection.audience, self.live.state
        assert audience is not None
        assert self.seen == wire(view(audience, state))
        person = self.connection.session.participant
        assert self.mine == wire(list(own(authors(person, state), state)))
        assert self.you["audience"] == str(audience)


def lay(over: dict[str, Any], frame: dict[str, Any]) -> None:
    for entity in frame["put"]:
        over[entity["id"]] = entity
    for id in frame["drop"]:
        over.pop(id, None)


def wire(entities: list[Entity]) -> dict[str, Any]:
    return {entity.id: msgspec.json.decode(msgspec.json.encode(entity)) for entity in entities}
