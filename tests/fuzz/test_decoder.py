"""Whatever stands in a command's stead is a command or refused, and nothing of it is kept."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from random import Random
from typing import Any

import msgspec

from facilitation.workshop import decode
from rooms.command import Command
from rooms.refusal import Refused
from tests import sample, wishes
from tests.fuzz import COUNT
from tests.media.mutants import mutants

PER_SEED = 20
KEPT_MOST = 2_000
"""Objects left of ten thousand inputs: one of each would be five times as many."""


def wished() -> list[bytes]:
    story = sample.held()
    dice = Random(7)
    moment = wishes.Moment(story.state, story.now, story.room("Plénière"), dice)
    return [msgspec.json.encode(wishes.wish(kind, moment)) for kind in wishes.KINDS]


def hostile() -> Iterator[bytes]:
    seeds = wished()
    for round in range(-(-COUNT // len(seeds))):
        yield from mutants(seeds, len(seeds), seed=round)


def deep(dice: Random, depth: int = 0) -> Any:
    """Values of the right place and the wrong kind."""
    match dice.randrange(8 if depth < 6 else 6):
        case 0:
            return dice.choice([None, True, False, 0, -1, 2**63, 1e308, float("-inf")])
        case 1:
            return "".join(chr(dice.choice([0, 0x202E, 0xFEFF, 0x1F468, 65, 0x300])) for _ in range(dice.randrange(50)))
        case 2 | 3 | 4 | 5:
            return dice.choice(["type", "note.write", "é", "x" * 5_000, "\ud800", ""])
        case 6:
            return [deep(dice, depth + 1) for _ in range(dice.randrange(5))]
    return {str(deep(dice, 9)): deep(dice, depth + 1) for _ in range(dice.randrange(5))}


def read(message: Any) -> bool:
    try:
        command = decode(message)
    except Refused:
        return False
    return isinstance(command, Command)


def test_spoilt_commands_are_commands_or_refused() -> None:
    taken = refused = 0
    before = 0
    for number, body in enumerate(hostile()):
        if number == COUNT // 3:
            gc.collect()
            before = sys.getallocatedblocks()
        try:
            message = msgspec.json.decode(body)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        taken, refused = (taken + 1, refused) if read(message) else (taken, refused + 1)
    gc.collect()
    assert sys.getallocatedblocks() - before < KEPT_MOST
    assert min(taken, refused) > COUNT / 100


def test_values_of_the_wrong_kind_are_refused() -> None:
    dice = Random(8)
    kinds = sorted(wishes.KINDS)
    for number in range(COUNT):
        fields = [field.encode_name for field in msgspec.structs.fields(wishes.KINDS[kinds[number % len(kinds)]])]
        read({"type": kinds[number % len(kinds)], **{name: deep(dice) for name in fields}})
        read(deep(dice))
