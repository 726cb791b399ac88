"""Every refusal code there is, read from the source: for the wire's twin and for the test of the document."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LAYERS = ("rooms", "facilitation", "persistence", "media", "realtime", "web")


def refusals() -> set[str]:
    """The codes of every `Refused("…")`, `Impossible("…")`, `Refusal(code="…")` and `Declined(code="…")`."""
    sources = (path for layer in LAYERS for path in (ROOT / layer).rglob("*.py") if "node_modules" not in path.parts)
    return {code for path in sources for code in codes_in(ast.parse(path.read_text()))}


def codes_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match getattr(node.func, "id", getattr(node.func, "attr", "")):
            case "Refused" | "refuse_connection" | "Impossible":
                codes = node.args[:1]
            case "Refusal" | "Declined":
                codes = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            case _:
                continue
        for code in codes:
            yield from words_in(code)


def words_in(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str() as code):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from words_in(one)
            yield from words_in(other)
