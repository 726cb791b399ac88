"""The harness itself, tried: the product is broken on purpose, and a seed whose faults pass by there must find it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import realtime.gateway
import realtime.telling
from persistence.batch import Batch, Record
from persistence.journal import NotWritten, UnknownOutcome
from realtime.documents import SharedDocuments
from realtime.gateway import Gateway, Live, answer
from realtime.telling import Group, Telling
from realtime.together import Together
from rooms.entity import Changes
from rooms.ids import CommandId, ParticipantId
from rooms.state import Overlay
from tests.chaos.faults import STALLED_S, Fault, Kind
from tests.chaos.inside import with_little_memory


def repetitions_are_done_again() -> None:
    with_little_memory()
    do = Gateway.do
    times = iter(range(1 << 30))

    async def forgetful(self: Gateway, workshop: Any, by: Any, command: Any, id: Any = None) -> Any:
        return await do(self, workshop, by, command, id and CommandId(f"{id}{next(times)}"))

    Gateway.do = forgetful  # type: ignore[method-assign]


def commands_are_answered_before_they_are_durable() -> None:
    with_little_memory()
    decide_all = Gateway._decide_all

    def hasty(self: Any, *rest: Any) -> Any:
        decided = decide_all(self, *rest)
        for one in decided:
            if one.pending.by.id is not None:
                answer(one.pending, one.answer)
        return decided

    Gateway._decide_all = hasty  # type: ignore[assignment, method-assign]


def what_others_wrote_is_not_told() -> None:
    with_little_memory()

    async def silent(self: Gateway, live: Live, batch: Batch) -> None:
        overlay = Overlay(live.state)
        for tail in batch.tail:
            overlay.apply(Changes(put=list(tail.put), drop=list(tail.drop)))
        overlay.head = batch.head
        overlay.merge()
        self._pass_on(live, batch.written)

    Gateway._absorb = silent  # type: ignore[method-assign]


def rings_are_taken_for_whole() -> None:
    with_little_memory()
    # So short that whoever is away has missed more for certain.
    realtime.telling.RING = 2
    Group.covers = lambda self, since: True  # type: ignore[method-assign]


def what_is_ones_own_is_not_told() -> None:
    with_little_memory()
    Telling._collect_own = lambda *rest: None  # type: ignore[method-assign]


def common_texts_of_others_are_not_followed() -> None:
    with_little_memory()
    absorb = Gateway._absorb

    async def deaf(self: Gateway, live: Live, batch: Batch) -> None:
        batch.written = ()
        await absorb(self, live, batch)

    Gateway._absorb = deaf  # type: ignore[method-assign]


def documents_are_told_to_nobody() -> None:
    with_little_memory()
    SharedDocuments._tell = lambda *rest, **named: None  # type: ignore[method-assign]


def what_is_not_written_is_taken_for_written() -> None:
    with_little_memory()
    write = realtime.gateway.write

    def easy(batch: Batch, records: Sequence[Record]) -> None:
        try:
            write(batch, records)
        except (NotWritten, UnknownOutcome):
            batch.rollback()

    realtime.gateway.write = easy


def who_is_elsewhere_is_told_to_nobody() -> None:
    with_little_memory()
    Together._gather = lambda self: []  # type: ignore[method-assign]


def who_has_left_is_told_to_nobody() -> None:
    with_little_memory()
    here = Telling.here
    known: set[ParticipantId] = set()

    def clinging(self: Telling) -> set[ParticipantId]:
        known.update(here(self))
        return known

    Telling.here = clinging  # type: ignore[method-assign]


BROKEN: tuple[tuple[Callable[[], None], tuple[Fault, ...]], ...] = (
    (repetitions_are_done_again, ()),
    (commands_are_answered_before_they_are_durable, (Fault(Kind.KILL, 20, 0, "written"),)),
    (what_others_wrote_is_not_told, ()),
    (rings_are_taken_for_whole, (Fault(Kind.AWAY, 20, 0),)),
    (what_is_ones_own_is_not_told, ()),
    (common_texts_of_others_are_not_followed, ()),
    (documents_are_told_to_nobody, ()),
    (what_is_not_written_is_taken_for_written, (Fault(Kind.FULL, 20, 0),)),
    (commands_are_answered_before_they_are_durable, (Fault(Kind.STALL, 20, 0, "written", STALLED_S),)),
    (who_is_elsewhere_is_told_to_nobody, ()),
    (who_has_left_is_told_to_nobody, ()),
)
"""What is broken, and what has to go wrong for it to matter."""
