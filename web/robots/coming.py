"""Joining over HTTP, as a page does."""

from __future__ import annotations

import json
import secrets
import time
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from web.robots.asking import refusal_code

WAITING = 202
ASK_AGAIN_S = 3


class NotJoined(Exception):
    """One line: why the link was refused."""


def address_and_token(link: str) -> tuple[str, str]:
    """(the server, the token) of a join link; a short code is followed to the link it stands for."""
    if "/c/" in link:
        with urlopen(link) as answer:
            link = answer.geturl()
    parts = urlsplit(link)
    if not parts.path.startswith("/j/") or parts.scheme not in ("http", "https"):
        raise NotJoined(f"{link} is not a join link")
    return f"{parts.scheme}://{parts.netloc}", parts.path.removeprefix("/j/")


class Entered(NamedTuple):
    """A way to be in a workshop, and which it is: by that a proxy brings its people together."""

    session: str
    workshop: str


def join(address: str, token: str, name: str, attempt: str = "") -> str:
    """The session alone, of `enter`."""
    return enter(address, token, name, attempt).session


def enter(address: str, token: str, name: str, attempt: str = "") -> Entered:
    """Come in, once staff have let one in where the doors wait. By the same attempt one comes back as who one was.

    What is asked of whoever comes in is answered by lot. Raises NotJoined.
    """
    wish = {"token": token, "name": name, "attempt": attempt or secrets.token_urlsafe(12)}
    try:
        with urlopen(_posted(f"{address}/api/join/questions", {"token": token})) as answer:
            asked = json.load(answer)["questions"]
        answers = {question["id"]: secrets.choice(question["options"])["id"] for question in asked}
        request = _posted(f"{address}/api/join", {**wish, "answers": answers})
        while True:
            with urlopen(request) as answer:
                if answer.status != WAITING:
                    entered = json.load(answer)
                    return Entered(entered["session"], entered["workshop"])
            time.sleep(ASK_AGAIN_S)
    except HTTPError as error:
        raise NotJoined(refusal_code(error)) from error
    except OSError as error:
        raise NotJoined("no_answer") from error


def _posted(address: str, wish: dict[str, Any]) -> Request:
    return Request(address, json.dumps(wish).encode(), {"Content-Type": "application/json"})
