"""What people and the system ask for: closed, typed messages that know their rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from rooms.deciding import Deciding
    from rooms.state import State


class Command(Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """A durable wish, absolute: giving it twice asks for the same state of things."""

    def decide(self, on: Deciding) -> None:
        """Put and drop entities through `on`, or raise Refused. Permission in the first lines."""
        raise AssertionError(f"{type(self).__name__} has no rule")

    def unseals(self, state: State) -> Sequence[str]:
        """The polls whose sealed ballots the rule reads: whoever has it decide brings them."""
        return ()

    def drops_drafts(self) -> bool:
        """Whether it deletes drafts of the minutes, which are no entities: whoever has it decide says in `drafts` how
        many there are, by table."""
        return False


class SystemCommand(Command, frozen=True, kw_only=True):
    """Given by the clock or the server, never taken from a socket."""
