"""The document of the protocol leaves nothing out."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from facilitation.workshop import AnyCommand, AnyEntity
from realtime import messages
from realtime.refusals import refusals
from realtime.typescript import TO_BROWSER, TO_SERVER
from rooms.agenda import AnyPlan
from rooms.paper import Paper

DOCUMENT = (Path(__file__).parents[1] / "docs/protocol.md").read_text()
COMMANDS = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyCommand)}
ROWS = {line.split("`")[1]: line for line in DOCUMENT.splitlines() if line.startswith("| `")}


def fields_of(kind: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(kind)]


@pytest.mark.parametrize("tag", COMMANDS)
def test_every_command_is_described_with_its_fields(tag: str) -> None:
    missing = [
        name for name in fields_of(COMMANDS[tag]) if f"`{name}`" not in ROWS[tag] and f"`{name}?`" not in ROWS[tag]
    ]
    assert not missing


@pytest.mark.parametrize("kind", get_args(AnyEntity))
def test_every_entity_is_described_with_its_fields(kind: type[msgspec.Struct]) -> None:
    entities = DOCUMENT.split("\n## ")[5]
    assert f"`{kind.__struct_config__.tag}`" in entities
    if kind.__name__ not in ("Pseudonyms", "Identified"):
        assert not [name for name in fields_of(kind) if f"`{name}`" not in entities]


@pytest.mark.parametrize("kind", get_args(AnyPlan))
def test_every_plan_is_described_with_its_fields(kind: type[msgspec.Struct]) -> None:
    assert f"kind `{kind.__struct_config__.tag}`" in DOCUMENT
    assert not [name for name in fields_of(kind) if f"`{name}`" not in DOCUMENT]


@pytest.mark.parametrize("kind", [*TO_SERVER, *TO_BROWSER])
def test_every_field_of_every_event_is_named(kind: type[msgspec.Struct]) -> None:
    assert not [name for name in fields_of(kind) if name not in DOCUMENT]


def test_the_table_of_refusals_has_every_code_and_no_other() -> None:
    table = DOCUMENT.split("\n## ")[8]
    codes = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]
    assert set(codes) == refusals()
    assert codes == sorted(codes)


def test_reasons_kinds_and_colours_are_named() -> None:
    reasons = get_args(msgspec.structs.fields(messages.Bye)[0].type)
    for word in (*reasons, *get_args(messages.SignalKind), *Paper):
        assert f"`{word}`" in DOCUMENT


def test_the_version_is_the_servers() -> None:
    assert f"This is version **{messages.PROTOCOL}**." in DOCUMENT
