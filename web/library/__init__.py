"""Agendas to begin from, a file each: what it is for, whom it suits, its rooms and steps in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from facilitation.template import Template
from rooms.text import Line
from web.languages import DEFAULT, LANGUAGES

FOLDER = Path(__file__).parent


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`people` is how few and how many it suits, `minutes` how long it takes as it is."""

    key: str
    title: Line
    purpose: str
    when: str
    people: tuple[int, int]
    template: Template

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.template.steps)


@cache
def library(language: str) -> tuple[Entry, ...]:
    """All of it, in one language, by title. Raises msgspec.ValidationError for a file that is no agenda."""
    entries = (_entry(path, language if language in LANGUAGES else DEFAULT) for path in FOLDER.glob("*.toml"))
    return tuple(sorted(entries, key=lambda entry: entry.title.casefold()))


def _entry(path: Path, language: str) -> Entry:
    said = _in_language(tomllib.loads(path.read_text("utf-8")), language)
    template = {name: said.pop(name) for name in ("rooms", "steps") if name in said}
    return msgspec.convert({**said, "template": {"title": said["title"], "language": language, **template}}, Entry)


def _in_language(value: Any, language: str) -> Any:
    """What is said in every language, in one."""
    match value:
        case Mapping() if value.keys() == LANGUAGES.keys():
            return value[language]
        case Mapping():
            return {name: _in_language(inner, language) for name, inner in value.items()}
        case list():
            return [_in_language(inner, language) for inner in value]
    return value
