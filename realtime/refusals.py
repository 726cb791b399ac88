"""Every refusal code there is, read from the source: for the wire's twin and for the test of the document."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAYERS = ("rooms", "facilitation", "persistence", "realtime", "web")


def refusals() -> set[str]:
    """The first argument of every `Refused(…)`."""
    sources = (path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
    return {code for path in sources for code in codes_in(ast.parse(path.read_text()))}


def codes_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Refused":
            for argument in node.args[:1]:
                yield from words_in(argument)


def words_in(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str() as code):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from words_in(one)
            yield from words_in(other)
