"""Print the wire's types for the browser, from the Python types: `python -m realtime.typescript`.

What the server sends has every field; in what a browser sends, a field with a default may be left out. A type that
travels both ways is therefore printed twice, the second time as …Draft, unless both are the same.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

from msgspec import inspect as look

from facilitation.workshop import AnyCommand, AnyEntity
from realtime import messages
from realtime.refusals import refusals
from rooms import text
from rooms.activities.tally import FEWEST
from rooms.activity import Activity
from rooms.agenda import AnyPlan
from rooms.anonymity import Pseudonyms
from rooms.entity import Entity
from rooms.identity import Identified

FILE = Path(__file__).parents[1] / "web/ui/src/protocol.ts"

ENTITIES: tuple[type[Entity], ...] = tuple(kind for kind in get_args(AnyEntity) if kind not in (Pseudonyms, Identified))
"""Those that travel: nobody sees a key."""
COMMANDS = get_args(AnyCommand)
TO_SERVER = (
    messages.Join,
    messages.SendSignal,
    messages.WatchTower,
    messages.MediaOffer,
    messages.MediaWish,
    messages.MediaLeave,
    messages.DocAsk,
    messages.DocOpen,
    messages.SendDocUpdate,
    messages.SendDocCursor,
    messages.DocAt,
)
TO_BROWSER = (
    messages.Accepted,
    messages.Refusal,
    messages.You,
    messages.Frame,
    messages.Mine,
    messages.Welcome,
    messages.Tick,
    messages.Presence,
    messages.Signal,
    messages.TowerView,
    messages.Renewed,
    messages.Bye,
    messages.MediaOpened,
    messages.MediaAnswer,
    messages.MediaSlots,
    messages.MediaWanted,
    messages.MediaStanding,
    messages.MediaSpeaking,
    messages.MediaPeople,
    messages.DocOpened,
    messages.DocUpdate,
    messages.DocCursor,
    messages.DocReset,
    messages.DocAuthors,
    messages.DocHistory,
    messages.DocTexts,
)
LIMITS = ("NAME_MAX", "LINE_MAX", "NOTE_MAX", "MESSAGE_MAX", "BODY_MAX")

EVENTS = """\
/** A command as it is sent: `id` is random, chosen by the client, the same each time it is sent again. */
export type Do = Command & { id: string };
export type Answer = Accepted | { refused: Refusal };
/** What voice and video answer: their own, or why not. */
export type MediaAnswered<T = Record<never, never>> = T | { refused: Refusal };
/** What co-writing answers, in the same way. */
export type DocAnswered<T = Record<never, never>> = T | { refused: Refusal };
export type SignalKind = Signal["kind"];

/** Given to Socket.IO as `auth`: the session is had over HTTP by opening a link. */
export interface Auth {
  session: string;
  client: typeof PROTOCOL;
}

export interface ServerEvents {
  welcome(welcome: Welcome): void;
  frame(frame: Frame): void;
  mine(mine: Mine): void;
  you(you: You): void;
  tick(tick: Tick): void;
  presence(presence: Presence): void;
  signal(signal: Signal): void;
  tower(view: TowerView): void;
  session(renewed: Renewed): void;
  bye(bye: Bye): void;
  "media.slots"(slots: MediaSlots): void;
  "media.wanted"(wanted: MediaWanted): void;
  "media.standing"(standing: MediaStanding): void;
  "media.speaking"(speaking: MediaSpeaking): void;
  "media.people"(people: MediaPeople): void;
  /** The worker died and another has taken over: make a new connection. */
  "media.restart"(): void;
  "doc.update"(update: DocUpdate): void;
  "doc.cursor"(cursor: DocCursor): void;
  "doc.reset"(reset: DocReset): void;
}

export interface BrowserEvents {
  join(join: Join): void;
  do(command: Do, answer: (answer: Answer) => void): void;
  look(look: { room: string | null }): void;
  tower(watch: WatchTower, answer: (answer: Answer) => void): void;
  signal(signal: SendSignal): void;
  "media.open"(nothing: Record<never, never>, answer: (answer: MediaAnswered<MediaOpened>) => void): void;
  "media.offer"(offer: MediaOffer, answer: (answer: MediaAnswered<MediaAnswer>) => void): void;
  "media.wish"(wish: MediaWish, answer: (answer: MediaAnswered) => void): void;
  "media.leave"(leave: MediaLeave, answer: (answer: MediaAnswered) => void): void;
  "doc.open"(open: DocOpen, answer: (answer: DocAnswered<DocOpened>) => void): void;
  "doc.update"(update: SendDocUpdate, answer: (answer: Answer) => void): void;
  "doc.close"(document: DocAsk, answer: (answer: DocAnswered) => void): void;
  "doc.cursor"(cursor: SendDocCursor): void;
  "doc.authors"(document: DocAsk, answer: (answer: DocAnswered<DocAuthors>) => void): void;
  "doc.history"(document: DocAsk, answer: (answer: DocAnswered<DocHistory>) => void): void;
  "doc.at"(moment: DocAt, answer: (answer: DocAnswered<DocTexts>) => void): void;
  "doc.restore"(moment: DocAt, answer: (answer: Answer) => void): void;
}
"""


class Printer:
    """Remembers what is printed already, so that each type is named once. `sent_only` need no second name."""

    def __init__(self, sent_only: Iterable[type] = ()) -> None:
        self.blocks: dict[str, str] = {}
        self._sent_only = frozenset(sent_only)

    def name(self, info: look.Type, draft: bool) -> str:
        match info:
            case look.StructType():
                return self.struct(info, draft)
            case look.EnumType():
                return self.enum(info.cls)
            case look.UnionType():
                return self.either(info.types, draft)
            case look.LiteralType():
                return " | ".join(f'"{value}"' for value in info.values)
            case look.ListType() | look.VarTupleType() | look.CollectionType():
                item = self.name(info.item_type, draft)
                return f"({item})[]" if " " in item else f"{item}[]"
            case look.DictType():
                return f"Record<{self.name(info.key_type, draft)}, {self.name(info.value_type, draft)}>"
            case look.TupleType():
                return f"[{', '.join(self.name(each, draft) for each in info.item_types)}]"
            case look.Metadata():
                return self.name(info.type, draft)
        return scalar(info, draft)

    def either(self, types: Iterable[look.Type], draft: bool) -> str:
        """All entities, and all plans, have a name together; any other union is spelt out."""
        kinds = {each.cls for each in types if isinstance(each, look.StructType)}
        names = [self.name(each, draft) for each in types if not isinstance(each, look.StructType)]
        if kinds >= set(ENTITIES):
            return " | ".join(["Entity", *names])
        if kinds == set(get_args(AnyPlan)):
            return " | ".join(["PlanDraft" if draft else "Plan", *names])
        return " | ".join(self.name(each, draft) for each in types)

    def enum(self, kind: type[Enum]) -> str:
        values = ", ".join(f'"{member.value}"' for member in kind)
        self.block(
            kind.__name__,
            f"{comment(kind)}export const {kind.__name__} = [{values}] as const;\n"
            f"export type {kind.__name__} = (typeof {kind.__name__})[number];\n",
        )
        return kind.__name__

    def struct(self, info: look.StructType, draft: bool) -> str:
        name = info.cls.__name__ + ("Draft" if draft and info.cls not in self._sent_only and has_choice(info) else "")
        if name not in self.blocks:
            self.blocks[name] = ""  # keeps its place, before the types it needs
            self.blocks[name] = f"{comment(info.cls)}export interface {name} {{\n{self.fields(info, draft)}}}\n"
        return name

    def fields(self, info: look.StructType, draft: bool) -> str:
        lines = [f'{info.tag_field}: "{info.tag}";'] if info.tag_field else []
        for field in info.fields:
            optional = "?" if draft and not field.required else ""
            lines.append(f"{field.encode_name}{optional}: {self.name(field.type, draft)};")
        return "".join(f"  {line}\n" for line in lines)

    def union(self, name: str, kinds: Iterable[type], draft: bool = False) -> None:
        names = [self.name(look.type_info(kind), draft) for kind in kinds]
        self.block(name, f"export type {name} =\n" + "".join(f"  | {each}\n" for each in names)[:-1] + ";\n")

    def block(self, name: str, lines: str) -> None:
        if self.blocks.setdefault(name, lines) != lines:
            raise ValueError(f"two types are named {name}")


def scalar(info: look.Type, draft: bool) -> str:
    match info:
        case look.StrType():
            return "string"
        case look.IntType() | look.FloatType():
            return "number"
        case look.BoolType():
            return "boolean"
        case look.NoneType():
            return "null"
        case look.BytesType():
            return "Uint8Array" if draft else "ArrayBuffer"
        case look.AnyType():
            return "unknown"
    raise TypeError(f"no TypeScript for {info}")


def has_choice(info: look.Type) -> bool:
    """Whether a field may be left out, here or further down."""
    match info:
        case look.StructType():
            return any(not field.required or has_choice(field.type) for field in info.fields)
        case look.UnionType():
            return any(has_choice(each) for each in info.types)
        case look.ListType() | look.VarTupleType() | look.CollectionType():
            return has_choice(info.item_type)
    return False


def comment(kind: type) -> str:
    words = kind.__dict__.get("__doc__")
    if not words:
        return ""
    lines = inspect.cleandoc(words).replace("None", "null").splitlines()
    if len(lines) == 1:
        return f"/** {lines[0]} */\n"
    return "/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines) + " */\n"


def constants() -> Iterator[str]:
    yield f"export const PROTOCOL = {messages.PROTOCOL};\n"
    for name in LIMITS:
        yield f"export const {name} = {getattr(text, name)};\n"
    yield f"export const FEWEST = {FEWEST};\n"


def codes() -> str:
    rows = "".join(f'  "{code}",\n' for code in sorted(refusals()))
    return (
        f"export const REFUSALS = [\n{rows}] as const;\n"
        "/** Why something was refused. */\nexport type RefusalCode = (typeof REFUSALS)[number];\n"
    )


def blocks() -> dict[str, str]:
    """Every type of the wire by its name."""
    to_browser, to_server = Printer(), Printer((*COMMANDS, *TO_SERVER))
    to_browser.union("Entity", ENTITIES)
    to_browser.union("Activity", (kind for kind in ENTITIES if issubclass(kind, Activity)))
    to_browser.union("Plan", get_args(AnyPlan))
    for kind in TO_BROWSER:
        to_browser.name(look.type_info(kind), draft=False)
    to_server.union("Command", COMMANDS, draft=True)
    to_server.union("PlanDraft", get_args(AnyPlan), draft=True)
    for sent in TO_SERVER:
        to_server.name(look.type_info(sent), draft=True)
    for name, block in to_server.blocks.items():
        to_browser.block(name, block)
    return to_browser.blocks


def printed() -> str:
    """The whole file."""
    kinds = 'export type Kind = Entity["type"];\nexport type EntityOf<K extends Kind> = Extract<Entity, { type: K }>;\n'
    head = "// Printed by `python -m realtime.typescript` from the Python types. Do not edit.\n"
    return "\n".join([head, "".join(constants()), codes(), *blocks().values(), kinds, EVENTS])


def main() -> None:
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(printed())


if __name__ == "__main__":
    main()
