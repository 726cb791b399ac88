"""An agenda as a file says it: its texts in one language or in several. Read, checked and written."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct

from facilitation.founding import Language
from facilitation.template import RoomTemplate, StepTemplate, Template, require_sound, without_files
from rooms.chance import Chance
from rooms.refusal import Refused
from rooms.text import Line, MessageText, line_or_nothing, normalized, one_line, prose_or_nothing
from web.bodies import BODY_MAX
from web.languages import DEFAULT, LANGUAGES

FILE_MAX = 256 * 1024
"""Bytes of a file, in all its languages."""
TEMPLATE_MAX = BODY_MAX - 4 * 1024
"""Bytes of its rooms and steps in one language: they travel whole in a command, and in the body of a new workshop."""


class Entry(Struct, frozen=True, kw_only=True):
    """An agenda in one language. `people` is how few and how many it suits, where that was said."""

    key: str
    title: str
    purpose: str
    when: str
    people: tuple[int, int] | None
    template: Template

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.template.steps)


class AgendaFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a file holds. `key` is what Palabre calls one of its own, `language` the one its texts are in."""

    key: str = ""
    language: Language | None = None
    title: Line
    purpose: MessageText = ""
    when: MessageText = ""
    people: tuple[int, int] | None = None
    rooms: tuple[RoomTemplate, ...] = ()
    steps: tuple[StepTemplate, ...]


Tree = dict[str, Any]
"""A file as it was parsed: what is said in several languages is a table with a text for each."""


def opened(body: bytes) -> Tree:
    """Raises Refused: "too_large"; "agenda_unreadable" where no workshop could be laid out by it, in any language."""
    if len(body) > FILE_MAX:
        raise Refused("too_large", most=FILE_MAX)
    try:
        tree = normalized(msgspec.json.decode(body, type=dict))
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise Refused("agenda_unreadable", reason=str(error)) from error
    except Refused as refused:
        raise Refused("agenda_unreadable", **refused.details) from refused
    return checked(tree)


def checked(tree: Tree) -> Tree:
    """The same tree. Raises Refused as `opened` does."""
    if "title" not in tree:
        raise Refused("agenda_unreadable", reason="it has no title")
    for language in LANGUAGES:
        try:
            entry = entry_of(tree, language)
            require_sound(entry.template, Chance(Random(0)))
        except (msgspec.ValidationError, RecursionError) as error:
            raise Refused("agenda_unreadable", reason=str(error)) from error
        except Refused as refused:
            raise Refused("agenda_unreadable", reason=refused.code) from refused
        if not entry.template.steps:
            raise Refused("agenda_empty")
        if len(msgspec.json.encode(entry.template)) > TEMPLATE_MAX:
            raise Refused("too_large", most=TEMPLATE_MAX)
    return tree


def entry_of(tree: Tree, language: str, key: str = "") -> Entry:
    """Raises msgspec.ValidationError for what is no agenda."""
    language = language if language in LANGUAGES else DEFAULT
    said = msgspec.convert(_in_language(tree, language), AgendaFile)
    title = one_line(said.title)
    template = Template(title=title, language=said.language or language, rooms=said.rooms, steps=said.steps)
    return Entry(
        key=key or said.key,
        title=title,
        purpose=prose_or_nothing(said.purpose),
        when=prose_or_nothing(said.when),
        people=said.people,
        template=without_files(template),
    )


def tree_of(template: Template, title: str, purpose: str, when: str) -> Tree:
    """What a file says of a workshop's plan. Raises Refused as `opened` does."""
    template = without_files(template)
    file = AgendaFile(
        language=template.language,
        title=one_line(title),
        purpose=prose_or_nothing(purpose),
        when=prose_or_nothing(when),
        rooms=template.rooms,
        steps=template.steps,
    )
    return checked(_spare(file))


def called(tree: Tree, title: str) -> Tree:
    """By another title, in every language."""
    return {**tree, "title": one_line(title)}


def title_of(tree: Tree) -> str:
    """By which two are told apart."""
    return line_or_nothing(_in_language(tree["title"], DEFAULT))


def _in_language(value: Any, language: str) -> Any:
    """What is said in several languages, in one: the one asked for, else the first there is."""
    match value:
        case Mapping() if value and value.keys() <= LANGUAGES.keys():
            return next(value[each] for each in (language, *LANGUAGES) if each in value)
        case Mapping():
            return {name: _in_language(inner, language) for name, inner in value.items()}
        case list():
            return [_in_language(inner, language) for inner in value]
    return value


def _spare(value: Any) -> Any:
    """As plain values, without what goes without saying."""
    match value:
        case Struct():
            config = value.__struct_config__
            said = {config.tag_field: config.tag} if config.tag_field else {}
            for field in msgspec.structs.fields(value):
                default = field.default if field.default_factory is NODEFAULT else field.default_factory()
                if (given := getattr(value, field.name)) != default:
                    said[field.encode_name] = _spare(given)
            return said
        case tuple():
            return [_spare(inner) for inner in value]
    return msgspec.to_builtins(value)
