"""Tables for spreadsheets: what a cell may hold, and how its column is described."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import inspect

from persistence.archive.dictionary import described
from rooms.entity import Entity

# Where a spreadsheet begins to reckon, or skips what it cannot show and reckons then (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# There the comma is the decimal sign, and a spreadsheet parts columns at semicolons.
SEMICOLON_LANGUAGES = {"de", "es", "fr", "it", "nl", "pt"}


def delimiter(language: str) -> str:
    return ";" if language.split("-")[0] in SEMICOLON_LANGUAGES else ","


def sheet(names: Sequence[str], records: Iterable[dict[str, Any]], separator: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(record.get(name)) for name in names] for record in records)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if value.startswith(FORMULA) else value
        case bool() | list() | dict():
            return msgspec.json.encode(value).decode()
    return str(value)


def fields(kind: type[Entity], names: Sequence[str]) -> list[dict[str, str]]:
    """The dictionary of a table: name, type, and what it means in two languages."""
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    types = {found.name: type_name(found.type) for found in info.fields}
    tag = str(kind.__struct_config__.tag)
    return [_field(name, types[name], *described(tag, name)) for name in names]


def _field(name: str, type: str, english: str, french: str) -> dict[str, str]:
    return {"name": name, "type": type, "description": english, "description_fr": french}


def type_name(type: inspect.Type) -> str:
    """In the words of Table Schema; an object for whatever has parts."""
    match type:
        case inspect.UnionType():
            names = {type_name(option) for option in type.types if not isinstance(option, inspect.NoneType)}
            return names.pop() if len(names) == 1 else "any"
        case inspect.StrType() | inspect.EnumType():
            return "string"
        case inspect.IntType():
            return "integer"
        case inspect.FloatType():
            return "number"
        case inspect.BoolType():
            return "boolean"
        case inspect.VarTupleType() | inspect.ListType():
            return "array"
    return "object"
