"""What everybody asked for and what they were answered: to be found in the journal, each thing once."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

from realtime.messages import Accepted, Refusal
from rooms.ids import ConclusionId, ParticipantId


@dataclass(slots=True)
class Entry:
    """A command as it was sent. `mark` is a text that nothing else has."""

    person: ParticipantId
    id: str
    type: str
    mark: str | None
    seqs: set[int] = field(default_factory=set)
    """Every answer that accepted it; more than one number is a fault."""
    code: str | None = None
    """Why it was refused, if it was."""


@dataclass(slots=True)
class Ledger:
    """`answers` counts accepted commands and refusals by code; `put_off` what had to be sent again."""

    entries: list[Entry] = field(default_factory=list)
    words: dict[str, ConclusionId] = field(default_factory=dict)
    """What was written in common texts and acknowledged, and the conclusion it is in."""
    erased: set[str] = field(default_factory=set)
    """What was taken out of them again."""
    answers: Counter[str] = field(default_factory=Counter)
    put_off: Counter[str] = field(default_factory=Counter)
    done: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def answered(self, entry: Entry, answer: Accepted | Refusal) -> None:
        if isinstance(answer, Accepted):
            entry.seqs.add(answer.seq)
        else:
            entry.code = answer.code
        self.count("accepted" if isinstance(answer, Accepted) else answer.code)

    def count(self, answer: str) -> None:
        self.answers[answer] += 1
        self.done += 1
        self.changed.set()

    def later(self, why: str) -> None:
        self.put_off[why] += 1
        self.changed.set()

    async def until_put_off(self, times: int, done: int) -> None:
        """So many more were put off, or done."""
        times, done = times + self.put_off["busy"], done + self.done
        while self.put_off["busy"] < times and self.done < done:
            self.changed.clear()
            await self.changed.wait()

    async def until(self, done: int) -> None:
        while self.done < done:
            self.changed.clear()
            await self.changed.wait()
