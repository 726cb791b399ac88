"""What the writing of minutes draws on: the state, its history, the words of a language, a clock's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from facilitation.minutes.history import History
from rooms.ids import AuthorId
from rooms.people import Participant
from rooms.state import State


class Words(Protocol):
    """A message in the language of the minutes, from its Fluent id."""

    def __call__(self, id: str, /, **args: str | int | float | datetime) -> str: ...


@dataclass(frozen=True, slots=True)
class Matter:
    """`named`: people appear under their names. Otherwise nobody does, and nothing tells two people's notes apart."""

    state: State
    history: History
    words: Words
    zone: tzinfo
    named: bool

    def moment(self, at: int) -> datetime:
        """Epoch milliseconds as the workshop's own time."""
        return datetime.fromtimestamp(at / 1000, UTC).astimezone(self.zone)

    def time(self, at: int) -> str:
        return self.words("minutes-time", at=self.moment(at))

    def author(self, id: AuthorId | None) -> str:
        """The name to print, or nothing. Somebody erased since has none any more."""
        if id is None or not self.named:
            return ""
        person = self.state.maybe(Participant, id)
        return person.name if person is not None and person.name else self.words("minutes-erased")
