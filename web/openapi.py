"""The HTTP API described as OpenAPI 3.1, made from the routes that serve it and the types it is decoded into."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from web.acting import name_of
from web.answers import status_of
from web.exchanges import BYTES, EXCHANGES, FORM, JSON, PAGE, TYPED, Exchange, Refusal
from web.languages import DEFAULT
from web.minutes.job import Format
from web.numbers import LARGEST

REF = "#/components/schemas/{name}"
INTEGER = {"type": "integer", "minimum": 0, "maximum": LARGEST}
STRING = {"type": "string"}
LOCALES = Path(__file__).parent / "locales"
OF_PAGES = {"other", "unreachable"}
"""What pages say for themselves, and no server."""
MEANS = {302: "Moved.", 303: "Go on there.", 304: "As it was."}
SCHEMES = {
    "session": "What /api/join answers: one person in one workshop.",
    "studio": "What /api/studio/session and the other ways in answer.",
    "metrics": "The installation's own token for Prometheus.",
}


class Description:
    """Tells of the `others`, and of itself."""

    def __init__(self, others: Sequence[BaseRoute]) -> None:
        self._others = others
        self._body = b""

    def routes(self) -> list[BaseRoute]:
        return [Route("/api/openapi.json", self.get)]

    async def get(self, request: Request) -> Response:
        if not self._body:
            self._body = await asyncio.to_thread(self._made)
        return Response(self._body, media_type=JSON)

    def _made(self) -> bytes:
        return msgspec.json.encode(described([*self._others, *self.routes()]))


def described(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    found = [route for route in routes if isinstance(route, Route)]
    kinds = dict.fromkeys(kind for route in found for kind in kinds_of(exchange_of(route)))
    schemas, components = msgspec.json.schema_components([Refusal, *kinds], ref_template=REF)
    components["Said"]["properties"]["code"]["enum"] = list(codes())
    names = dict(zip([Refusal, *kinds], schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for route in found:
        operations = paths.setdefault(re.sub(r":\w+}", "}", route.path), {})
        for method in sorted(set(route.methods or ()) - {"HEAD"}):
            operations[method.lower()] = operation(route, method, names)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Palabre", "version": version("palabre"), "license": {"name": "AGPL-3.0-or-later"}},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                name: {"type": "http", "scheme": "bearer", "description": says} for name, says in SCHEMES.items()
            },
            "responses": {
                "refused": {"description": by_status(), "content": {JSON: {"schema": names[Refusal]}}},
                "page": {"description": "A page that says why.", "content": {PAGE.gives: {"schema": STRING}}},
            },
        },
    }


def codes() -> list[str]:
    """All there are: each is worded in the catalogues."""
    texts = (file.read_text("utf-8") for file in (LOCALES / DEFAULT).glob("*.ftl"))
    return sorted({code for text in texts for code in re.findall(r"^refused-(\w+) =", text, re.MULTILINE)} - OF_PAGES)


def by_status() -> str:
    found: dict[int, list[str]] = {}
    for code in codes():
        found.setdefault(status_of(code), []).append(code)
    return "\n".join(f"{status}: {', '.join(words)}." for status, words in sorted(found.items()))


def exchange_of(route: Route) -> Exchange:
    """Raises KeyError for what is in no table."""
    name = name_of(route.endpoint)
    return EXCHANGES[name] if route.path.startswith("/api/") else EXCHANGES.get(name, PAGE)


def kinds_of(exchange: Exchange) -> Iterator[Any]:
    yield from (kind for kind in (exchange.asks, *(told for _, told in exchange.told)) if kind is not None)


def operation(route: Route, method: str, names: dict[Any, Any]) -> dict[str, Any]:
    exchange = exchange_of(route)
    made: dict[str, Any] = {"responses": answers(route, exchange, names)}
    if says := inspect.getdoc(route.endpoint):
        made["description"] = says
    if parameters := [*in_path(route), *({"name": name, "in": "query", "schema": STRING} for name in exchange.query)]:
        made["parameters"] = parameters
    if method not in ("GET", "DELETE") and (exchange.asks is not None or exchange.takes != JSON):
        made["requestBody"] = {"required": True, "content": {exchange.takes: body(exchange, names)}}
    if not exchange.is_open:
        made["security"] = [{scheme_of(route.path): []}]
    return made


def in_path(route: Route) -> Iterator[dict[str, Any]]:
    for name, kind in re.findall(r"{(\w+):?(\w*)}", route.path):
        yield {"name": name, "in": "path", "required": True, "schema": INTEGER if kind == "int" else STRING}


def scheme_of(path: str) -> str:
    if path == "/metrics":
        return "metrics"
    return "studio" if path.startswith("/api/studio") else "session"


def body(exchange: Exchange, names: dict[Any, Any]) -> dict[str, Any]:
    if exchange.takes == FORM:
        file = {"type": "string", "contentMediaType": BYTES}
        return {"schema": {"type": "object", "properties": {"file": file}, "required": ["file"]}}
    if exchange.takes == TYPED:
        return {"schema": {"type": "object", "additionalProperties": STRING}}
    return one_of([names[exchange.asks]] if exchange.asks is not None else [])


def answers(route: Route, exchange: Exchange, names: dict[Any, Any]) -> dict[str, Any]:
    media = exchange.gives or Format(route.path.rpartition(".")[2]).media_type
    made: dict[str, Any] = {}
    for status in dict(exchange.told):
        kinds = [kind for each, kind in exchange.told if each == status]
        made[str(status)] = {"description": MEANS.get(status, "Done.")}
        schemas = [names[kind] for kind in kinds if kind is not None]
        if status < 300:
            made[str(status)]["content"] = {media: one_of(schemas) if media == JSON else {}}
        elif schemas:
            made[str(status)]["content"] = {JSON: one_of(schemas)}
    refused = {"$ref": f"#/components/responses/{'refused' if is_for_programs(route.path) else 'page'}"}
    return {**made, "4XX": refused, "5XX": refused}


def one_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    match schemas:
        case []:
            return {}
        case [schema]:
            return {"schema": schema}
    return {"schema": {"anyOf": schemas}}


def is_for_programs(path: str) -> bool:
    return path.startswith("/api/")
