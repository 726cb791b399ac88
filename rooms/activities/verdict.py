"""Putting to the vote what people have written together: a conclusion, or a statement of a common text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.activities.adoption import Adoptable, Standing, freeze
from rooms.activities.conclusion import Conclusion
from rooms.activities.poll import put_to_vote
from rooms.activities.question import Percent, Way
from rooms.activities.statement import Statement
from rooms.activity import Activity
from rooms.command import Command
from rooms.ids import ActivityId, ConclusionId, StatementId
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.text import Line, Name

if TYPE_CHECKING:
    from rooms.deciding import Deciding


class PutToVote(Command, frozen=True, kw_only=True):
    """`text` asks, `options` are the words for, against and abstaining: the page has them, in the workshop's language.

    In the activity named, or where the text was made; whose room must see the text.
    """

    text: Line
    options: tuple[Name, Name, Name]
    way: Way = Way.NAMED
    quorum: Percent = 0
    required: Percent = 50
    activity: ActivityId | None = None

    def put(self, on: Deciding, text: Adoptable, home: ActivityId) -> None:
        if text.state is Standing.VOTING:
            raise Refused("in_vote")
        activity = on.at_work(Activity, self.activity or home)
        if text.place not in (None, activity.room):
            raise Refused("unknown", kind=text.kind)
        frozen = freeze(on, text)
        poll = put_to_vote(on, activity, text.id, self.text, self.options, self.way, self.quorum, self.required)
        on.change(frozen, state=Standing.VOTING, poll=poll.id)


class PutConclusionToVote(PutToVote, frozen=True, tag="conclusion.put_to_vote"):
    conclusion: ConclusionId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        conclusion = on.find(Conclusion, self.conclusion)
        self.put(on, conclusion, conclusion.activity)


class PutStatementToVote(PutToVote, frozen=True, tag="statement.put_to_vote"):
    statement: StatementId

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        statement = on.find(Statement, self.statement)
        self.put(on, statement, statement.activity)
