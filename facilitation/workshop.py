"""The closed union of commands and the one `decide`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from facilitation import (
    agenda,
    catching_up,
    doors,
    drawing,
    erasing,
    floor,
    founding,
    going_back,
    groups,
    identity,
    leading,
    merging,
    order,
    people,
    proposing,
    releasing,
    removing,
    retention,
    rotating,
    shares,
    stage,
    template,
)
from facilitation.actions import require_identity
from rooms import registration
from rooms.activities import (
    ballot,
    board,
    comments,
    conclusion,
    discussion,
    dots,
    gallery,
    info,
    pause,
    poll,
    remark,
    report_out,
    seeding,
    statement,
    verdict,
)
from rooms.agenda import Room, Step, Workshop
from rooms.anonymity import Pseudonyms
from rooms.chance import Chance
from rooms.command import Command, SystemCommand
from rooms.deciding import Actor, Deciding
from rooms.entity import Changes
from rooms.floor import Floor, FloorTurn, Hand
from rooms.identity import Identified
from rooms.moderation import Evidence, Flag, Moderation
from rooms.people import Attendance, Knock, Participant
from rooms.readiness import Duties, Ready
from rooms.refusal import Refused
from rooms.retention import Purge
from rooms.rotation import Rotated, Rotation
from rooms.speech import Balance, Nudge, Speech, Unmeasured
from rooms.state import State
from rooms.text import normalized
from rooms.visit import Visit

AnyCommand = (
    agenda.AddStep
    | agenda.EditStep
    | agenda.MoveStep
    | agenda.DropStep
    | agenda.DropSteps
    | agenda.StartStep
    | agenda.ExtendStep
    | going_back.GoBack
    | agenda.PauseStep
    | agenda.ResumeStep
    | catching_up.ShortenSteps
    | catching_up.MergeSteps
    | catching_up.SkipStep
    | catching_up.PutOffEnd
    | agenda.PlanActivity
    | agenda.ClearActivity
    | releasing.ReleaseRooms
    | releasing.RecallRooms
    | releasing.AdvanceRoom
    | releasing.SetReady
    | agenda.OpenStepWith
    | rotating.ProposeRotation
    | rotating.ApplyRotation
    | rotating.DropRotation
    | rotating.UndoRotation
    | template.InsertSteps
    | groups.AddRoom
    | groups.EditRoom
    | merging.DropRoom
    | merging.MergeRoom
    | merging.KeepRoom
    | leading.AssignRoom
    | leading.LeadWorkshop
    | groups.OpenGroups
    | groups.ChooseGroup
    | groups.CloseGroups
    | groups.AskPreferences
    | proposing.MoveDrawn
    | proposing.RuleDraw
    | proposing.KeepDraw
    | proposing.DropDraw
    | registration.AskQuestion
    | registration.EditQuestion
    | proposing.DropQuestion
    | registration.AnswerQuestions
    | proposing.TakeAnswersBack
    | registration.RankGroups
    | groups.MovePerson
    | people.Rename
    | erasing.ErasePerson
    | doors.SetDoors
    | identity.AskIdentity
    | doors.Admit
    | doors.TurnAway
    | removing.RemovePerson
    | removing.BanPerson
    | removing.ReadmitPerson
    | order.FlagText
    | order.SettleFlags
    | order.HideText
    | order.ShowText
    | order.ModerateRoom
    | founding.EditWorkshop
    | founding.CloseWorkshop
    | retention.SetRetention
    | stage.SwitchMedia
    | stage.SetStage
    | floor.RaiseHand
    | floor.LowerHand
    | floor.DeclineHand
    | floor.MoveHand
    | floor.GiveFloor
    | floor.PauseFloor
    | floor.ResumeFloor
    | floor.TakeFloor
    | floor.SetFloor
    | floor.WriteTurn
    | floor.SayTurn
    | stage.Mute
    | stage.Unmute
    | stage.MuteRoom
    | stage.Interpret
    | shares.Measure
    | shares.DismissNudge
    | shares.SetNudges
    | discussion.SendMessage
    | discussion.MarkMessage
    | discussion.SettleMessage
    | board.WriteNote
    | board.EditNote
    | board.MoveNote
    | board.DropNote
    | board.StackNote
    | board.UnstackNote
    | board.TitleStack
    | board.RevealBoard
    | dots.SetVoting
    | dots.PlaceDots
    | comments.WriteComment
    | comments.DropComment
    | poll.AddPoll
    | poll.DropPoll
    | poll.OpenPoll
    | poll.WithdrawPoll
    | poll.ClosePoll
    | poll.CountHands
    | poll.PublishPoll
    | conclusion.AddCitation
    | conclusion.DropCitation
    | conclusion.FreezeConclusion
    | conclusion.ReopenConclusion
    | ballot.CastBallot
    | report_out.PresentRoom
    | report_out.ShowConclusion
    | report_out.SkipRoom
    | report_out.ExtendTurn
    | report_out.ArrangeRooms
    | gallery.TurnGallery
    | gallery.ExtendVisit
    | gallery.WriteRemark
    | gallery.DropRemark
    | statement.AddStatement
    | statement.EditStatement
    | statement.CiteInStatement
    | statement.SetStand
    | statement.MoveStatement
    | statement.MergeStatements
    | statement.DropStatement
    | statement.FreezeStatement
    | statement.ReportStatement
    | verdict.PutConclusionToVote
    | verdict.PutStatementToVote
)
"""What a browser may ask for."""

AnySystemCommand = (
    founding.Found
    | template.LayOut
    | people.Join
    | people.Arrive
    | people.Leave
    | doors.KnockAtDoor
    | identity.Identify
    | removing.ComeBack
    | groups.EndGroups
    | merging.EndRoom
    | proposing.RecordDraw
    | info.AddFile
    | seeding.SeedNotes
    | poll.ClosePoll
    | ballot.TellTurnout
    | shares.AddSpeech
    | retention.PurgeData
    | conclusion.RecordConclusion
)
"""What only the server asks for."""

AnyEntity = (
    Workshop
    | Room
    | Step
    | Participant
    | Attendance
    | Identified
    | Knock
    | Flag
    | Evidence
    | Moderation
    | Ready
    | Duties
    | Speech
    | Floor
    | Hand
    | FloorTurn
    | Balance
    | Unmeasured
    | Nudge
    | Purge
    | Pseudonyms
    | registration.RegistrationQuestion
    | registration.Registration
    | registration.Preference
    | drawing.Draw
    | drawing.Round
    | info.Info
    | info.File
    | discussion.Discussion
    | discussion.Message
    | board.Board
    | board.Note
    | board.Stack
    | dots.Dot
    | comments.Comment
    | poll.Polling
    | poll.Poll
    | poll.Ballot
    | conclusion.Writing
    | conclusion.Conclusion
    | conclusion.Citation
    | poll.Roll
    | report_out.ReportOut
    | statement.Statement
    | gallery.Gallery
    | remark.Remark
    | Visit
    | Rotation
    | Rotated
    | pause.Break
)


class Asked(Struct):
    """Around a command: what a class looks like is worked out once, what a union looks like at every message."""

    command: AnyCommand


class PutAside(Struct):
    command: AnySystemCommand


def decode(message: Any) -> Command:
    """A browser's message, after `id` was taken off it. Raises Refused("invalid", reason=…)."""
    return _convert(message, Asked)


def decode_due(message: Any) -> Command:
    """A command the server has put aside for later."""
    return _convert(message, PutAside)


def _convert(message: Any, around: type[Asked] | type[PutAside]) -> Command:
    try:
        return msgspec.convert({"command": normalized(message)}, around).command
    except (msgspec.ValidationError, RecursionError) as error:
        raise Refused("invalid", reason=str(error).replace("$.command", "$")) from error


Sealed = Mapping[str, Sequence[poll.SealedBallot]]
"""Ballots by secret poll, in no order."""


def decide(
    state: State, command: Command, by: Actor, now: int, chance: Chance, sealed: Sealed = MappingProxyType({})
) -> Changes | Refused:
    """What a command does to the state, which it leaves as it is. Pure: the same arguments, the same answer.

    `now` is in epoch milliseconds. Entities put bear `rev` = `state.head + 1`, the seq this change will have. `sealed`
    holds the ballots that `command.unseals` asks for: they are no part of the state.
    """
    on = Deciding(state, by, now, chance, sealed)
    try:
        if isinstance(command, SystemCommand) and by.id is not None:
            raise Refused("not_allowed")
        command.decide(on)
        require_identity(on, command)
    except Refused as refused:
        return refused
    return on.changes()
