"""State is entities, history is changes: the base of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from rooms.audience import Audience
    from rooms.state import State


class Entity(Struct, frozen=True, kw_only=True, tag_field="type"):
    """A typed record. `rev` is the seq of its last change.

    What belongs to one room has a field `room`. Subclasses say who sees them; unless they do, nobody does.
    """

    id: str
    rev: int = 0

    PRIVATE: ClassVar[tuple[str, ...]] = ()
    """Fields kept in the entity's own row only, blank in the journal: names, addresses, keys."""
    TEXTS: ClassVar[tuple[str, ...]] = ()
    """Fields that hold one person's words, never blank but where these were erased."""

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)

    @property
    def place(self) -> str | None:
        """The room it belongs to, or None for what is common to all rooms."""
        return getattr(self, "room", None)

    def under(self) -> str | None:
        """The id of the entity whose change may change who sees this one."""
        return None

    def reaches(self) -> Iterable[str]:
        """The ids of entities elsewhere, and all under them, whose change of view hangs on this one as well."""
        return ()

    def whose(self) -> str | None:
        """The author whose own it is: a participant, or a pseudonym in an anonymous activity."""
        return None

    def writer(self) -> str | None:
        """Whose words `TEXTS` are: a participant, or a pseudonym."""
        return getattr(self, "author", None)

    def erased(self) -> Entity:
        """What is left once its words are gone."""
        return msgspec.structs.replace(self, **dict.fromkeys(self.TEXTS, ""))

    def blank(self) -> Entity:
        """As history keeps it, without what is private."""
        return msgspec.structs.replace(self, **{name: type(getattr(self, name))() for name in self.PRIVATE})

    def pile(self) -> str | None:
        """The id of the entity it is laid together with others in."""
        return None

    def lane(self) -> tuple[str, str] | None:
        """The row it stands in and its place there, for the many things that people put in order."""
        return None

    def mine(self, state: State) -> Entity:
        """The record as its own author gets it."""
        return self

    def seen_by(self, audience: Audience, state: State) -> Entity | None:
        """The record as this audience may see it: whole, reduced, or None. Pure."""
        return None


class Aside(Struct, frozen=True, tag_field="type"):
    """Something that is no entity and joins the transaction."""


class Due(Aside, frozen=True, tag="due"):
    """A command for the system to give at a time (epoch ms). The same id replaces, so a deadline can be moved."""

    id: str
    at: int
    command: dict[str, Any]


class Forget(Aside, frozen=True, kw_only=True, tag="forget"):
    """Somebody or something is forgotten: whatever was told before is void, under a new `epoch`.

    History loses the words of these `authors`, or all `texts`, and every record of these `kinds`; `drafts` are minutes
    that were not published, `people` whose sessions nothing is known of any more.
    """

    epoch: str
    authors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    texts: bool = False
    drafts: bool = False
    people: tuple[str, ...] = ()


class DocumentUpdate(Aside, frozen=True, tag="document_update"):
    """A person's change to a co-written text, in Yjs's own bytes; without any, `client` is theirs from now on.

    Who, when and which change of the workshop it is are the command's.
    """

    conclusion: str
    client: int
    update: bytes


@dataclass(slots=True)
class Changes:
    """What one accepted command does: entities put and dropped, and asides."""

    put: list[Entity] = field(default_factory=list)
    drop: list[str] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    anonymous: bool = False
    """The journal then keeps no actor."""

    def __bool__(self) -> bool:
        return bool(self.put or self.drop or self.aside)
