"""The description of the HTTP API says what the routes take, and leaves none out."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any

import httpx2
import pytest
import schemathesis
from jsonschema_rs import meta
from starlette.routing import Route

from realtime.refusals import refusals
from tests.serving import Served
from web.answers import STATUS
from web.app import create_app, open_house
from web.exchanges import EXCHANGES
from web.openapi import codes, exchange_of, is_for_programs
from web.settings import Settings


@pytest.fixture
def routes(settings: Settings) -> list[Route]:
    house = open_house(settings)
    found = create_app(house).router.routes
    house.engine.dispose()
    return [route for route in found if isinstance(route, Route)]


def test_every_address_of_the_api_says_what_it_asks_and_answers(routes: list[Route]) -> None:
    endpoints = {route.endpoint.__qualname__ for route in routes}
    asked = {route.endpoint.__qualname__ for route in routes if is_for_programs(route.path)}
    assert asked <= EXCHANGES.keys()
    assert EXCHANGES.keys() <= endpoints


def test_what_is_asked_is_what_is_decoded(routes: list[Route]) -> None:
    for route in routes:
        found = decoded_in(route.endpoint)
        if found is not None:
            assert exchange_of(route).asks is found, route.path


def decoded_in(endpoint: Any) -> type | None:
    """What a handler gives to `decoded`."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(endpoint)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "decoded":
            assert isinstance(node.args[1], ast.Name)
            kind = endpoint.__func__.__globals__[node.args[1].id]
            assert isinstance(kind, type)
            return kind
    return None


def test_every_refusal_there_is_has_words_and_is_told() -> None:
    assert set(codes()) == refusals()
    assert STATUS.keys() <= refusals()


async def test_the_description_is_openapi_and_can_be_asked_for_by_anybody(server: Served) -> None:
    async with httpx2.AsyncClient(base_url=server.url) as http:
        answer = await http.get("/api/openapi.json")
    description = answer.json()
    assert answer.headers["content-type"] == "application/json"
    schema = schemathesis.openapi.from_dict(description)
    schema.validate()
    operations = list(schema.get_all_operations())
    assert len(operations) == sum(len(methods) for methods in description["paths"].values())
    for component in description["components"]["schemas"].values():
        meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **component})
