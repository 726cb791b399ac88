"""What phases hand to one another: contributions, and counts of votes, each with where it came from."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from rooms.activities.question import CountingRule, Way
from rooms.activities.tally import FEWEST, Outcome
from rooms.ids import ContributionId, PhaseId, WorkshopId
from rooms.text import Body, Line, Name, line_or_nothing, prose

CONTRIBUTIONS_MAX = 20_000
"""Of one phase: a city's questionnaire, not a copy of a social network."""


class Source(Struct, frozen=True, kw_only=True):
    """Where a contribution came from: an entity of a workshop, or the row of a file."""

    workshop: WorkshopId | None = None
    entity: str | None = None
    """A conclusion, a statement, a note."""
    field: str = ""
    label: str = ""
    """In words: the name of the file, of the room, of the stand."""


class Contribution(Struct, frozen=True, kw_only=True):
    """`kind` is a word of the method's: idea, conclusion, statement. `author` is shown as people gave it, or not."""

    id: ContributionId
    phase: PhaseId
    kind: str = "idea"
    title: str = ""
    text: str
    author: str = ""
    language: str = ""
    weight: int | None = None
    """How many supported it, where that was counted."""
    sources: tuple[Source, ...] = ()
    at: int


class Tally(Struct, frozen=True, kw_only=True):
    """The counted answers to one question: how they were given, by which rule counted, and what they come to.

    `counts` are votes, in a ranking points, of scores the mean with `medians` beside it; None where nobody gave one.
    `quorum` and `required` are percentages, 0 asks for nothing. `more` words are not among the options. `group` is the
    room it was put to, where it was not put to everybody.
    """

    id: str
    phase: PhaseId
    question: str
    options: tuple[str, ...]
    counts: tuple[float | None, ...]
    medians: tuple[float | None, ...] = ()
    voters: int
    present: int | None = None
    way: Way
    rule: CountingRule
    lowest: int = 1
    highest: int = 5
    quorum: int = 0
    required: int = 0
    outcome: Outcome | None = None
    more: int = 0
    group: str = ""
    sources: tuple[Source, ...] = ()
    at: int

    @property
    def is_withheld(self) -> bool:
        """Whether its numbers would tell who answered what: of few secret answers, or of few people in one group."""
        return self.voters < FEWEST and (self.way is Way.SECRET or self.group != "")

    def for_everybody(self) -> Tally:
        """Without numbers that are withheld; what was decided is told."""
        if not self.is_withheld:
            return self
        options = () if self.rule is CountingRule.WORDS else self.options
        return msgspec.structs.replace(self, options=options, counts=(), medians=(), more=0)


class Given(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contribution as an organizer types it in, or reads it from a file."""

    text: Body
    title: Line = ""
    kind: Annotated[str, Meta(pattern="^[a-z_]{1,24}$")] = "idea"
    author: Name = ""
    label: Line = ""
    weight: Annotated[int, Meta(ge=0, le=10_000_000)] | None = None

    def tidied(self) -> Given:
        """Raises Refused("empty")."""
        return msgspec.structs.replace(
            self,
            text=prose(self.text),
            title=line_or_nothing(self.title),
            author=line_or_nothing(self.author),
            label=line_or_nothing(self.label),
        )

    def contribution(self, id: ContributionId, phase: PhaseId, language: str, at: int) -> Contribution:
        given = self.tidied()
        return Contribution(
            id=id,
            phase=phase,
            kind=given.kind,
            title=given.title,
            text=given.text,
            author=given.author,
            language=language,
            weight=given.weight,
            sources=(Source(label=given.label),) if given.label else (),
            at=at,
        )
