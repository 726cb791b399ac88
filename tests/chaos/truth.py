"""What must hold once everything runs again: journal, pages and common texts, held against the database."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Engine, select

from persistence import tables
from persistence.documents import Documents
from persistence.journal import Journal
from realtime.client import Store
from realtime.presence import present
from rooms.activities.conclusion import Conclusion
from rooms.activities.poll import Poll, Roll
from rooms.anonymity import authors
from rooms.audience import audience_of, own, view
from rooms.documents.document import Document
from rooms.entity import Entity
from rooms.ids import ConclusionId, ParticipantId
from rooms.people import Participant
from rooms.state import State
from tests.chaos.ledger import Entry, Ledger
from tests.chaos.scene import WORKSHOP
from tests.page import encode

DOCUMENTS = ("document.open", "document.write")


@dataclass(frozen=True, slots=True)
class Row:
    seq: int
    actor: str | None
    command: str
    put: list[dict[str, Any]]
    drop: list[str]


class Truth:
    """The database, read in one go when nobody writes any more. Each check gives what is wrong, in words."""

    def __init__(self, engine: Engine) -> None:
        loaded = Journal(engine).load(WORKSHOP)
        self.state = State(loaded.head)
        for entity in loaded.entities:
            self.state.put(entity)
        self.epoch = loaded.epoch
        with engine.connect() as connection:
            _c, _k = tables.change.c, tables.command.c
            changes = connection.execute(select(tables.change).where(_c.workshop == WORKSHOP).order_by(_c.seq)).all()
            known = connection.execute(select(_k.key, _k.seq).where(_k.workshop == WORKSHOP)).all()
            _s = tables.sealed_ballot.c
            sealed = connection.execute(select(_s.poll).where(_s.workshop == WORKSHOP)).scalars().all()
        self.rows = [Row(one.seq, one.actor, one.command, decoded(one.put), decoded(one.drop)) for one in changes]
        self.known = {bytes(key): seq for key, seq in known}
        self.sealed = Counter(sealed)
        kept = Documents(engine)
        self.texts = {one.id: replayed(kept, one) for one in self.state.all(Conclusion)}
        self.loaded = {one.id: from_checkpoint(kept, one) for one in self.state.all(Conclusion)}

    # -- the journal ----------------------------------------------------------------------------------------------

    def faults_of_history(self) -> Iterator[str]:
        seqs = [row.seq for row in self.rows]
        if seqs != list(range(1, self.state.head + 1)):
            yield f"the journal has holes: {len(seqs)} changes up to {self.state.head}"
        folded: dict[str, dict[str, Any]] = {}
        for row in self.rows:
            folded |= {entity["id"]: entity for entity in row.put}
            for id in row.drop:
                folded.pop(id, None)
        now = {entity.id: decoded(encode(entity.blank() if entity.PRIVATE else entity)) for entity in self.state}
        for id in folded.keys() | now.keys():
            if folded.get(id) != now.get(id):
                yield f"history makes {folded.get(id)} of what is {now.get(id)}"

    def faults_of_commands(self, ledger: Ledger) -> Iterator[str]:
        """What was acknowledged was done once, what was refused not at all, and nothing else was done."""
        firsts, holders = self._marks()
        given: dict[int, list[Entry]] = defaultdict(list)
        for entry in ledger.entries:
            key = hashlib.sha256(f"{entry.person}\n{entry.id}".encode()).digest()
            if entry.code == "internal":
                yield f"{entry} was answered internal"
            if entry.seqs != ({self.known[key]} if key in self.known else set()):
                yield f"{entry} is under {self.known.get(key)} in the journal"
            for seq in entry.seqs:
                given[seq].append(entry)
                if entry.mark is not None and (firsts.get(entry.mark) != seq or len(holders[entry.mark]) != 1):
                    yield f"{entry} has made {holders[entry.mark]} in {firsts.get(entry.mark)}"
            if not entry.seqs and entry.mark in firsts:
                yield f"{entry} was refused and done"
        people = {entry.person for entry in ledger.entries}
        for row in self.rows:
            if row.actor in people and row.command not in DOCUMENTS:
                said = [one for one in given[row.seq] if (one.person, one.type) == (row.actor, row.command)]
                if not said:
                    yield f"nobody was told of {row.command} by {row.actor} in {row.seq}"

    def _marks(self) -> tuple[dict[str, int], dict[str, set[str]]]:
        """In which change each text came up, and what has ever borne it."""
        firsts: dict[str, int] = {}
        holders: dict[str, set[str]] = defaultdict(set)
        for row in self.rows:
            for entity in row.put:
                for text in (entity.get("text"), entity.get("theme"), entity.get("question")):
                    if isinstance(text, str):
                        firsts.setdefault(text, row.seq)
                        holders[text].add(entity["id"])
        return firsts, holders

    def faults_of_ballots(self) -> Iterator[str]:
        """In each box lie as many as have voted in secret."""
        for poll in self.state.all(Poll):
            rolls = len(list(self.state.under(poll.id, Roll)))
            if self.sealed[poll.id] != rolls:
                yield f"{rolls} people have voted, and {self.sealed[poll.id]} ballots are in the box"

    # -- pages ----------------------------------------------------------------------------------------------------

    def faults_of_page(self, person: ParticipantId, store: Store) -> Iterator[str]:
        """As somebody has it whose connection has been through everything, or has just come in."""
        you = store.you
        seated = self.state.find(Participant, person)
        assert you is not None
        audience = audience_of(seated.role, seated.room, you.look)
        if (you.role, you.room, you.audience) != (seated.role, seated.room, str(audience)):
            yield f"{person} takes themselves for {you}"
        if store.epoch != self.epoch:
            yield f"{person} is in another epoch"
        if store.holes:
            yield f"{person} has missed something {store.holes} times"
        yield from unlike(f"{person} as {audience}", store.seen, view(audience, self.state))
        yield from unlike(f"{person} of their own", store.own, own(authors(person, self.state), self.state))

    def faults_of_presence(
        self, person: ParticipantId, store: Store, here: set[ParticipantId], all_here: set[ParticipantId]
    ) -> Iterator[str]:
        """Those who are connected to any process, as far as one sees them."""
        assert store.you is not None
        seated = self.state.find(Participant, person)
        should = present(all_here, self.state, audience_of(seated.role, seated.room, store.you.look))
        if here != should:
            yield f"{person} takes {sorted(here - should)} for here and {sorted(should - here)} for gone"

    # -- common texts ---------------------------------------------------------------------------------------------

    def faults_of_words(self, ledger: Ledger) -> Iterator[str]:
        for mark, conclusion in ledger.words.items():
            times = sum(text.count(mark) for text in self.texts[conclusion].values())
            if times != 1:
                yield f"{mark} was acknowledged, and stands {times} times in {conclusion}"
        for mark in ledger.erased:
            if any(mark in text for fields in self.texts.values() for text in fields.values()):
                yield f"{mark} was taken out, and is there"
        for id, text in self.texts.items():
            if self.loaded[id] != text:
                yield f"{id} is {self.loaded[id]} from its checkpoint, and {text} from its log"

    def faults_of_text(self, conclusion: ConclusionId, said: dict[str, str], whose: str) -> Iterator[str]:
        if said != self.texts[conclusion]:
            yield f"{whose} reads {said}, and the log says {self.texts[conclusion]}"


def replayed(kept: Documents, conclusion: Conclusion) -> dict[str, str]:
    """From the first update on, whatever checkpoints there are."""
    whole = Document(field.id for field in conclusion.fields)
    for one in kept.since(WORKSHOP, conclusion.id, 0):
        whole.apply(one.seq, one.client, one.body, one.author)
    return texts(whole, conclusion)


def from_checkpoint(kept: Documents, conclusion: Conclusion) -> dict[str, str]:
    """As a process loads it, from the last checkpoint on."""
    return texts(kept.load(WORKSHOP, conclusion.id).document(field.id for field in conclusion.fields), conclusion)


def texts(document: Document, conclusion: Conclusion) -> dict[str, str]:
    return {field.id: "".join(words for words, _ in document.authors(field.id)) for field in conclusion.fields}


def unlike(whose: str, held: Iterable[Entity], truth: Iterable[Entity]) -> Iterator[str]:
    has = {entity.id: encode(entity) for entity in held}
    should = {entity.id: encode(entity) for entity in truth}
    for id in has.keys() | should.keys():
        if has.get(id) != should.get(id):
            yield f"{whose} has {has.get(id)!r}, not {should.get(id)!r}"


def decoded(body: Any) -> Any:
    return msgspec.json.decode(body)
