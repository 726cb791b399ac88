"""Asking over HTTP what schemathesis thinks of, and what comes of spoiling it. All of it blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from random import Random
from typing import Any
from urllib.parse import quote, urlsplit

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from requests import PreparedRequest
from schemathesis import Case, GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from persistence.studio import StudioLinks
from tests.hidden.world import World
from tests.media.mutants import mutants
from web.openapi import is_for_programs
from web.studio.doors import new_studio_link

CHECKS = [content_type_conformance, response_schema_conformance, status_code_conformance]
GENERATED = settings(phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck))
WAIT_S = 60
PER_COLLEAGUE = 250
"""Fewer than anyone may ask in a minute."""
SPOILT = 3
"""So many more are made of each: thinking of one takes longer than answering it."""
SAID = {
    "Accept-Language": "fr-CH, fr;q=0.9, *;q=0.1",
    "Content-Type": 'multipart/form-data; boundary="a"',
    "If-None-Match": 'W/"a", *',
    "Range": "bytes=0-1,-2",
    "Cookie": "session=a; lang=fr",
    "X-Forwarded-For": "203.0.113.7, [2001:db8::1]:443",
    "Origin": "https://palabre.example:8000",
    "Authorization": "Bearer abcdefgh.ijklmnop",
}
"""Headers, and what might stand in them."""
Asked = Callable[[Case[Any]], None]
Cases = dict[str, st.SearchStrategy[Case[Any]]]


class Colleagues:
    """Sessions of the studio, each for as many requests as one may make."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._left = 0
        self._session = ""

    def bearer(self) -> dict[str, str]:
        if not self._left:
            house = self._world.server.house
            link = new_studio_link(house.now())
            StudioLinks(house.engine).create(link)
            self._left, self._session = PER_COLLEAGUE, house.tokens.studio_session(link.id)
        self._left -= 1
        return {"Authorization": f"Bearer {self._session}"}


class Asker:
    """Looks at every answer, and keeps what was refused or only looked at: nothing may remain of it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.dice = Random(10)
        self.http = requests.Session()
        self.asked = 0
        self.faults: list[str] = []
        self._idle: list[PreparedRequest] = []
        self._bodies: list[bytes] = [b'{"robots": 1}']

    def ask(self, case: Case[Any], headers: dict[str, str]) -> Response:
        case.headers.pop("Authorization", None)
        answer = case.call(base_url=self.url, headers=headers, session=self.http, allow_redirects=False, timeout=WAIT_S)
        self._judge(case, answer.request, answer)
        return answer

    def ask_spoilt(self, case: Case[Any], request: PreparedRequest) -> None:
        """The same, spoilt in one place."""
        spoilt = self._spoilt(request)
        self._judge(case, spoilt, self.http.send(spoilt, allow_redirects=False))

    def again(self, number: int) -> None:
        for request in self._idle[-number:]:
            self.http.send(request, allow_redirects=False)

    def _judge(self, case: Case[Any], request: PreparedRequest, answer: Any) -> None:
        self.asked += 1
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as failures:
            self.faults += [f"{case.method} {case.path}: {failure}" for failure in failures.exceptions]
        if answer.status_code >= 500 and "busy" not in answer.text:
            self.faults.append(f"{case.method} {request.url} {request.body!r}: {answer.text[:200]}")
        if is_for_programs(case.path) and (400 <= answer.status_code < 500 or case.method == "GET"):
            self._idle.append(request)

    def _spoilt(self, request: PreparedRequest) -> PreparedRequest:
        spoilt = request.copy()
        match self.dice.choice(("body", "query", "header")):
            case "body" if request.body:
                body = request.body if isinstance(request.body, bytes) else str(request.body).encode()
                self._bodies = [*self._bodies[-20:], body]
                spoilt.body = self._mutant([body, *self._bodies])
                spoilt.headers["Content-Length"] = str(len(spoilt.body))
            case "header":
                name = self.dice.choice(list(SAID))
                spoilt.headers[name] = sendable(self._mutant([SAID[name].encode()]))
            case _:
                parts = urlsplit(str(request.url))
                query = self._mutant([parts.query.encode() or b"lang=fr&seen=1"])
                spoilt.url = parts._replace(query=quote(query, safe="%&=;+")).geturl()
        return spoilt

    def _mutant(self, seeds: list[bytes]) -> bytes:
        return next(mutants(seeds, 1, self.dice.randrange(1 << 32)))


def sendable(header: bytes) -> str:
    """Without what no client sends."""
    return "".join(chr(byte) for byte in header if byte > 0x20 and byte != 0x7F)


def operations(description: dict[str, Any]) -> Cases:
    """Each address with its method, and what might be asked of it: as described, and not quite."""
    schema = schemathesis.openapi.from_dict(description)
    found = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    return {
        f"{one.method.upper()} {one.path}": st.one_of(
            [one.as_strategy(generation_mode=mode) for mode in GenerationMode]
        )
        for one in found
    }


def each_of(cases: st.SearchStrategy[Case[Any]], number: int, ask: Asked, turn: int = 0) -> None:
    """So many, and fewer where there is little to vary."""
    settings(GENERATED, max_examples=number)(seed(turn)(given(cases)(ask)))()


def turns(is_enough: Callable[[], bool]) -> Iterator[int]:
    for turn in count():
        if is_enough():
            return
        yield turn
