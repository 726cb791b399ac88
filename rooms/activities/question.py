"""What can be asked, in which ways it is answered, and the rule by which answers are counted."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from rooms.text import Line, Name, one_line

OPTIONS_MAX = 20
WORDS_MAX = 5
"""How many words one person may give."""
SCORE_MAX = 10

Percent = Annotated[int, Meta(ge=0, le=100)]
Score = Annotated[int, Meta(ge=0, le=SCORE_MAX)]


class Way(StrEnum):
    """How answers are given."""

    NAMED = "named"  # who answered what is published with the result
    SECRET = "secret"  # who answered is kept, what they answered nowhere beside it
    HANDS = "hands"  # people raise a hand in the room, a facilitator types the counts


class QuestionKind(StrEnum):
    CHOICE = "choice"
    RANKING = "ranking"
    SCORE = "score"
    WORDS = "words"


class CountingRule(StrEnum):
    """Named wherever a result is shown; `rooms/activities/tally.py` says each in words."""

    VOTES = "votes"
    BORDA = "borda"
    SCORES = "scores"
    WORDS = "words"


RULES = {
    QuestionKind.CHOICE: CountingRule.VOTES,
    QuestionKind.RANKING: CountingRule.BORDA,
    QuestionKind.SCORE: CountingRule.SCORES,
    QuestionKind.WORDS: CountingRule.WORDS,
}


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`most` is how many options one may choose, or words one may give: 1 for a single choice.

    `quorum` is the percentage of the people present who must answer, `required` that of the votes expressed which the
    first option must reach; 0 asks for nothing. With `abstains` the last option is an abstention, which expresses none.
    A question asked `everywhere` goes to every room at once; `by_room` then shows its result by room too.
    """

    text: Line
    options: Annotated[tuple[Name, ...], Meta(max_length=OPTIONS_MAX)] = ()
    most: Annotated[int, Meta(ge=1, le=OPTIONS_MAX)] = 1
    way: Way = Way.NAMED
    kind: QuestionKind = QuestionKind.CHOICE
    lowest: Score = 1
    highest: Score = 5
    quorum: Percent = 0
    required: Percent = 0
    abstains: bool = False
    everywhere: bool = False
    by_room: bool = False

    def tidied(self) -> Question:
        options = tuple(one_line(option) for option in self.options)
        return msgspec.structs.replace(self, text=one_line(self.text), options=options)

    def __post_init__(self) -> None:
        if fault := self._fault():
            raise ValueError(fault)

    def _fault(self) -> str | None:
        is_choice = self.kind is QuestionKind.CHOICE
        if self.kind is QuestionKind.WORDS:
            if self.options or self.most > WORDS_MAX:
                return f"words have no options, and at most {WORDS_MAX} are given"
        elif len(self.options) < 2:
            return "fewer than two options"
        if is_choice and self.most > len(self.options):
            return "more choices than options"
        if self.kind is QuestionKind.SCORE and self.lowest >= self.highest:
            return "a scale of nothing"
        if self.way is Way.HANDS and not is_choice:
            return "only choices are counted by hand"
        if self.required and not (is_choice and self.most == 1):
            return "only a single choice can require a share"
        if self.abstains and not (is_choice and self.most == 1 and len(self.options) > 2):
            return "an abstention stands beside two answers"
        # A room with one voter would have them in the sealed row.
        if self.by_room and (not self.everywhere or self.way is Way.SECRET or self.kind is QuestionKind.WORDS):
            return "no result by room"
        return None
