"""Does the sum of a draw: `python -m web.solving < sheet.json` prints the groups, for who wants to see it again."""

from __future__ import annotations

import sys

import msgspec

from facilitation.composing import Problem, compose
from facilitation.constraints import Impossible
from facilitation.drawing import Sheet


def solved(text: bytes) -> dict[str, object]:
    """Of a problem, or of the sheet in which it stands."""
    try:
        problem = msgspec.json.decode(text, type=Problem)
    except msgspec.ValidationError:
        problem = msgspec.json.decode(text, type=Sheet).problem
    try:
        return {"seating": compose(problem)}
    except Impossible as impossible:
        return {
            "code": impossible.code,
            "who": impossible.who,
            "where": impossible.where,
            "figures": impossible.figures,
        }


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(solved(sys.stdin.buffer.read())))
