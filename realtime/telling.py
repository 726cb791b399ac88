"""Telling a workshop's audiences what changed: compared views, coalesced frames, rings, snapshots."""

from __future__ import annotations

import asyncio
import gzip
from collections import deque
from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import dataclass

import msgspec

from realtime.broadcast import Packet
from realtime.connection import Connection
from realtime.messages import Frame, Join, Mine, Presence, Tick, Welcome, You
from realtime.neighbours import Gathering
from realtime.presence import present
from rooms.activities.conclusion import Citation
from rooms.anonymity import Pseudonyms, authors, pseudonym
from rooms.audience import Audience, affected, audience_of, difference, moved, own, view
from rooms.entity import Entity
from rooms.ids import ParticipantId
from rooms.moderation import Written
from rooms.people import Participant
from rooms.permissions import ALLOWED
from rooms.state import State
from rooms.visit import sights

COALESCE_S = 0.05
"""The first change is told at once, the following at most twenty times a second,"""
COALESCE_MORE_S = 0.0001
COALESCE_PEOPLE = 200
COALESCE_MAX_S = 0.08
"""and a little later for each of more than two hundred people: each is a write to a socket."""
LEAD_S = 0.005
"""At once, but after its acknowledgement: what is shown as "sending" gives way to the thing itself without a blink."""
PASSAGE_MAX = 64 * 1024
"""Bytes of the frame that takes one into another room."""
RING = 256
TAIL_MAX = 64
"""A snapshot with more frames than this after it is made anew."""
encode = msgspec.json.Encoder().encode
Passages = dict[tuple[Audience, Audience, int], Packet]
"""The way from one audience to another, from a head on: the same bytes for all who make it at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """A frame sent: its place in the order, and its bytes."""

    since: int
    to: int
    body: bytes
    packet: Packet


class Group:
    """The connections of one audience, which all get the same bytes."""

    def __init__(self, audience: Audience, head: int) -> None:
        self.audience = audience
        self.connections: set[Connection] = set()
        self.sent_to = head
        self.ring: deque[Told] = deque(maxlen=RING)
        self.snapshot: tuple[int, tuple[bytes, ...]] | None = None
        self.empty_since: float | None = None
        self.here: frozenset[ParticipantId] = frozenset()
        self._put: dict[str, Entity] = {}
        self._drop: dict[str, None] = {}

    def collect(self, put: Iterable[Entity], drop: Iterable[str]) -> None:
        """Lay a difference over what waits to be told."""
        for entity in put:
            self._drop.pop(entity.id, None)
            self._put[entity.id] = entity
        for id in drop:
            self._put.pop(id, None)
            self._drop[id] = None

    def flush(self, head: int) -> None:
        """Send what waits as one frame up to `head`."""
        if not (self._put or self._drop):
            return
        body = encode(Frame(since=self.sent_to, to=head, put=tuple(self._put.values()), drop=tuple(self._drop)))  # type: ignore[arg-type]
        self._put, self._drop = {}, {}
        told = Told(self.sent_to, head, body, Packet("frame", body))
        self.sent_to = head
        self.ring.append(told)
        for connection in list(self.connections):
            connection.send(told.packet)

    def forget(self) -> None:
        """What was told before is told to nobody again: whoever comes back or comes in gets a snapshot made anew."""
        self.ring.clear()
        self.snapshot = None

    def covers(self, since: int) -> bool:
        """Whether the ring holds every frame after `since`."""
        oldest = self.ring[0].since if self.ring else self.sent_to
        return oldest <= since

    def after(self, since: int) -> list[Told]:
        return [told for told in self.ring if told.to > since]


class Telling:
    """The audiences of one workshop in this process. Runs on the event loop; `state` is what is durable."""

    def __init__(self, state: State, epoch: str, now: Callable[[], int]) -> None:
        self.state = state
        self.epoch = epoch
        self.now = now
        self.groups: dict[Audience, Group] = {}
        self.people: dict[ParticipantId, set[Connection]] = {}
        """Those connected here."""
        self.elsewhere = Gathering()
        """Those connected through other processes, as far as they are heard."""
        self._own: dict[ParticipantId, tuple[dict[str, Entity], dict[str, None]]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._flushed_at = 0.0
        self._digested: Set[ParticipantId] = frozenset()
        self._people_changed = False
        """Since the last digest: who they are, where they are."""

    def restart(self, state: State, epoch: str) -> None:
        """The state was read anew, and what was told need not lead to it: everybody is welcomed again."""
        self.state, self.epoch = state, epoch
        self._own = {}
        connections = [connection for group in self.groups.values() for connection in group.connections]
        self.groups = {}
        for connection in connections:
            connection.audience = None
            person = state.maybe(Participant, connection.session.participant)
            if person is None:
                connection.cut(connection, "replaced")
            elif person.erased_at is not None:
                connection.cut(connection, "erased")
            elif person.removed_at is not None:
                self._put_out(connection, person)
            else:
                self.welcome(connection, Join())

    def here(self) -> Set[ParticipantId]:
        """All who are connected."""
        return self.people.keys() | self.elsewhere.people

    # -- after a commit -------------------------------------------------------------------------------------------

    def told(self, after: State, ids: Collection[str]) -> None:
        """Compare each audience's and each person's view of what changed; `self.state` is still as before."""
        before = self.state
        every = affected(ids, before, after)
        places = self._places(every, before, after)
        for group in self.groups.values():
            rooms = sights(group.audience, before) | sights(group.audience, after)
            relevant = every if group.audience.is_staff else self._relevant(places, rooms)
            found = difference(relevant, before, after, group.audience)
            group.collect(found.put, found.drop)
            if any(is_withheld(id, before, after) for id in found.drop):
                group.forget()
        self._collect_own(every, before, after)

    def merged(self, ids: Collection[str]) -> None:
        """`self.state` is now as after the commit: tell, and take along the people who changed rooms."""
        self._flush_soon()
        passages: Passages = {}
        for id in ids:
            if (person := self.state.get(id)) and isinstance(person, Participant):
                self._people_changed = True
                for connection in list(self.people.get(person.id, ())):
                    if person.removed_at is not None:
                        self._put_out(connection, person)
                    else:
                        self.follow(connection, passages)

    def _put_out(self, connection: Connection, person: Participant) -> None:
        connection.cut(connection, "banned" if person.banned else "removed")

    def _places(self, ids: Iterable[str], *states: State) -> dict[str | None, list[str]]:
        places: dict[str | None, list[str]] = {}
        for id in ids:
            rooms = {entity.place for state in states if (entity := state.get(id)) is not None}
            for room in rooms:
                places.setdefault(room, []).append(id)
        return places

    def _relevant(self, places: dict[str | None, list[str]], rooms: Iterable[str]) -> list[str]:
        return places.get(None, []) + [id for room in rooms for id in places.get(room, [])]

    def _collect_own(self, ids: Iterable[str], before: State, after: State) -> None:
        for id in ids:
            old, owner = self._owned(id, before)
            new, heir = self._owned(id, after)
            if owner is not None and owner != heir:
                put, drop = self._own.setdefault(owner, ({}, {}))
                put.pop(id, None)
                drop[id] = None
            if heir is not None and new is not None and new != old:
                put, drop = self._own.setdefault(heir, ({}, {}))
                drop.pop(id, None)
                put[id] = new

    def _owned(self, id: str, state: State) -> tuple[Entity | None, ParticipantId | None]:
        """A record as its author gets it, and the author if they are here."""
        entity = state.get(id)
        author = entity.whose() if entity is not None else None
        if entity is None or author is None:
            return None, None
        return entity.mine(state), self._person(author, state)

    def _person(self, author: str, state: State) -> ParticipantId | None:
        if author in self.people:
            return ParticipantId(author)
        if author.startswith("anon-"):
            keys = [keys.key for keys in state.all(Pseudonyms) if keys.key]
            for person in self.people:
                if any(pseudonym(key, person) == author for key in keys):
                    return person
        return None

    # -- sending --------------------------------------------------------------------------------------------------

    def _flush_soon(self) -> None:
        if self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        wait = max(LEAD_S, self._flushed_at + pause_s(len(self.people)) - loop.time())
        self._timer = loop.call_later(wait, self.flush)

    def flush(self) -> None:
        """Send what waits to every audience and every person."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._flushed_at = asyncio.get_running_loop().time()
        for group in self.groups.values():
            group.flush(self.state.head)
        own, self._own = self._own, {}
        for person, (put, drop) in own.items():
            if put or drop:
                mine = Mine(to=self.state.head, put=tuple(put.values()), drop=tuple(drop))  # type: ignore[arg-type]
                packet = Packet("mine", encode(mine))
                for connection in list(self.people.get(person, ())):
                    connection.send(packet)

    def digest(self) -> None:
        """Tell who came and who left since the last time, to those who see them. May be lost."""
        here = self.here()
        if here == self._digested and not self._people_changed:
            return
        self._digested, self._people_changed = frozenset(here), False
        for group in self.groups.values():
            now = present(here, self.state, group.audience)
            came, left = now - group.here, group.here - now
            group.here = now
            if (came or left) and group.connections:
                packet = Packet("presence", encode(Presence(came=tuple(sorted(came)), left=tuple(sorted(left)))))
                for connection in list(group.connections):
                    connection.send(packet)

    def tick(self) -> None:
        """Tell each audience how far it should be, and forget those long empty."""
        now = asyncio.get_running_loop().time()
        for audience, group in list(self.groups.items()):
            packet = Packet("tick", encode(Tick(head=group.sent_to, epoch=self.epoch, now=self.now())))
            for connection in list(group.connections):
                connection.send(packet)
            if group.empty_since is not None and now - group.empty_since > 120:
                del self.groups[audience]

    # -- joining and moving ---------------------------------------------------------------------------------------

    def welcome(self, connection: Connection, join: Join) -> None:
        """Bring a connection up to date, with the frames it missed or with a snapshot."""
        self.flush()
        person = self.state.find(Participant, connection.session.participant)
        audience = audience_of(person.role, person.room, connection.look)
        group = self._enter(connection, audience)
        known = join.epoch == self.epoch and join.audience == str(audience) and join.since is not None
        is_tail = known and join.since is not None and join.since <= self.state.head and group.covers(join.since)
        seq, parts = (join.since or 0, ()) if is_tail else self._snapshot(group)
        welcome = Welcome(
            mode="tail" if is_tail else "snapshot",
            epoch=self.epoch,
            seq=self.state.head,
            now=self.now(),
            you=self.you(person, audience),
            mine=tuple(own(authors(person.id, self.state), self.state)),  # type: ignore[arg-type]
            # As the others were told last: whoever has come since is in the next digest, for all alike.
            here=tuple(sorted(group.here | present([person.id], self.state, audience))),
        )
        connection.send(welcome_packet(welcome, parts, group.after(seq)))

    def you(self, person: Participant, audience: Audience) -> You:
        (workshop,) = self.state.shelf("kind", "workshop")
        return You(
            workshop=workshop.id,  # type: ignore[arg-type]
            participant=person.id,
            role=person.role,
            room=person.room,
            look=audience.look,  # type: ignore[arg-type]
            audience=str(audience),
            permissions=tuple(sorted(ALLOWED[person.role])),
        )

    def follow(self, connection: Connection, passages: Passages | None = None) -> None:
        """Move a connection to the audience its person belongs to now.

        What differs is sent as one frame; where that is long, the snapshot all newcomers share is shorter.
        `passages` are those made for others who moved in the same commit.
        """
        old = connection.audience
        person = self.state.maybe(Participant, connection.session.participant)
        if old is None or person is None:
            return
        new = audience_of(person.role, person.room, connection.look)
        if new == old:
            return
        self.flush()
        left = self.groups[old]
        self._leave(connection)
        entered = self._enter(connection, new)
        connection.send(Packet("you", encode(self.you(person, new))))
        passages = {} if passages is None else passages
        way = (old, new, left.sent_to)
        if way not in passages:
            passages[way] = self._passage(*way)
        if len(passages[way].text) > PASSAGE_MAX:
            self.welcome(connection, Join())
            return
        connection.send(passages[way])
        presence = Presence(came=tuple(sorted(entered.here - left.here)), left=tuple(sorted(left.here - entered.here)))
        connection.send(Packet("presence", encode(presence)))

    def _passage(self, old: Audience, new: Audience, since: int) -> Packet:
        """The frame from one audience's view to another's."""
        found = moved(self.state, old, new)
        frame = Frame(since=since, to=self.state.head, put=tuple(found.put), drop=tuple(found.drop))  # type: ignore[arg-type]
        return Packet("frame", encode(frame))

    def leave(self, connection: Connection) -> None:
        """The connection is gone."""
        if connection.audience is not None:
            self._leave(connection)
        tabs = self.people.get(connection.session.participant, set())
        tabs.discard(connection)
        if not tabs:
            self.people.pop(connection.session.participant, None)

    def _enter(self, connection: Connection, audience: Audience) -> Group:
        if connection.audience is not None and connection.audience != audience:
            self._leave(connection)
        group = self.groups.get(audience) or self._gather(audience)
        group.connections.add(connection)
        group.empty_since = None
        connection.audience = audience
        self.people.setdefault(connection.session.participant, set()).add(connection)
        return group

    def _gather(self, audience: Audience) -> Group:
        group = self.groups[audience] = Group(audience, self.state.head)
        group.here = present(self.here(), self.state, audience)
        # Who is here by now may be gone by the next digest, and be like those of the last again.
        self._people_changed = True
        return group

    def _leave(self, connection: Connection) -> None:
        assert connection.audience is not None
        group = self.groups[connection.audience]
        group.connections.discard(connection)
        if not group.connections:
            group.empty_since = asyncio.get_running_loop().time()

    def _snapshot(self, group: Group) -> tuple[int, tuple[bytes, ...]]:
        """(seq, gzipped parts), built once for the audience and kept while the ring leads on from it."""
        if (
            group.snapshot is None
            or not group.covers(group.snapshot[0])
            or len(group.after(group.snapshot[0])) > TAIL_MAX
        ):
            entities = view(group.audience, self.state)
            common = [entity for entity in entities if entity.place is None]
            room = [entity for entity in entities if entity.place is not None]
            group.snapshot = (self.state.head, (zipped(common), zipped(room)))
        return group.snapshot


def pause_s(people: int) -> float:
    """Between two frames, where so many are told."""
    return min(COALESCE_MAX_S, COALESCE_S + COALESCE_MORE_S * max(0, people - COALESCE_PEOPLE))


def is_withheld(id: str, before: State, after: State) -> bool:
    """Whether words that were shown are not any more."""
    match before.get(id), after.get(id):
        case Written() as old, Written() as new:
            return old.is_shown and not new.is_shown
        case Citation() as quoted, Citation() as concealed:
            return concealed.hidden and not quoted.hidden
    return False


def zipped(entities: list[Entity]) -> bytes:
    return gzip.compress(encode(entities), compresslevel=5, mtime=0)


def welcome_packet(welcome: Welcome, parts: tuple[bytes, ...], frames: list[Told]) -> Packet:
    """The welcome with frames already encoded, and the snapshot's parts as attachments."""
    placeholders = [{"_placeholder": True, "num": i} for i in range(len(parts))]
    body = msgspec.to_builtins(msgspec.structs.replace(welcome, snapshot=()), builtin_types=(bytes,))
    body["snapshot"] = placeholders
    body["frames"] = [msgspec.Raw(told.body) for told in frames]
    return Packet("welcome", encode(body), parts)
