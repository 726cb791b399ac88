"""What robots ask over HTTP, as a page does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen


class Failed(Exception):
    """One line: what was refused, or that nothing answered."""


def ask(address: str, session: str, path: str, wish: Any = None) -> Any:
    """The answer as JSON; with a wish it is posted. Raises Failed."""
    return next(_lines(address, session, path, wish))


def streamed(address: str, session: str, path: str, wish: Any = None) -> Any:
    """The `done` of an answer that tells of its progress first. Raises Failed."""
    for line in _lines(address, session, path, {} if wish is None else wish):
        if "refused" in line:
            raise Failed(str(line["refused"]["code"]))
        if "done" in line:
            return line["done"]
    raise Failed("no_answer")


def _lines(address: str, session: str, path: str, wish: Any) -> Iterator[Any]:
    body = None if wish is None else json.dumps(wish).encode()
    headers = {"Authorization": f"Bearer {session}", "Content-Type": "application/json"}
    try:
        with urlopen(Request(f"{address}{path}", body, headers)) as answer:
            for line in answer:
                yield json.loads(line)
    except HTTPError as error:
        raise Failed(refusal_code(error)) from error
    except OSError as error:
        raise Failed("no_answer") from error


def refusal_code(error: HTTPError) -> str:
    try:
        return str(json.load(error)["refused"]["code"])
    except (ValueError, KeyError, TypeError):
        return str(error.code)
