"""Which action a command belongs to, and that some are asked of those alone who have shown who they are."""

from __future__ import annotations

from facilitation import erasing, floor, groups, order, people, proposing, releasing, shares, stage
from facilitation.identity import must_show
from rooms import registration
from rooms.activities import ballot, board, comments, conclusion, discussion, dots, gallery
from rooms.command import Command
from rooms.deciding import Deciding
from rooms.identity import Action
from rooms.refusal import Refused

FREE = frozenset[type[Command]]({
    # What concerns oneself, or takes one's own words back.
    erasing.ErasePerson, people.Rename, proposing.TakeAnswersBack, registration.AnswerQuestions,
    board.DropNote, comments.DropComment, gallery.DropRemark,
    # Where one goes, and how fast: steering of one's room, which is no vote.
    groups.ChooseGroup, registration.RankGroups, releasing.SetReady,
    # Speaking, and being looked after.
    floor.RaiseHand, floor.LowerHand, floor.TakeFloor, stage.Mute, stage.Unmute, shares.Measure, shares.DismissNudge,
    order.FlagText,
})  # fmt: skip
"""What citizens do without being asked who they are, once they are in."""

ASKED: dict[Action, frozenset[type[Command]]] = {
    Action.WRITE: frozenset({
        board.WriteNote, board.EditNote, board.MoveNote, board.StackNote, board.UnstackNote, board.TitleStack,
        comments.WriteComment, conclusion.AddCitation, conclusion.DropCitation, conclusion.OpenDocument,
        conclusion.WriteDocument, discussion.SendMessage, floor.WriteTurn, floor.SayTurn, gallery.WriteRemark,
    }),
    Action.VOTE: frozenset({ballot.CastBallot, dots.PlaceDots}),
}  # fmt: skip
"""Every command a citizen may give is here or in FREE. Consent, scores and rankings are ballots like any other."""

ACTIONS = {command: action for action, commands in ASKED.items() for command in commands}


def require_identity(on: Deciding, command: Command) -> None:
    """Of what would be done otherwise, so that nobody is sent to show who they are in vain.

    Raises Refused("identity_required", ways=…, action=…).
    """
    action = ACTIONS.get(type(command))
    if action is not None and on.by.id is not None and must_show(on.workshop, on.person, action):
        raise Refused("identity_required", ways=[on.workshop.identity.value], action=action.value)
