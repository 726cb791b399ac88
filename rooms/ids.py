"""Names of things, so that a note's id is never taken for a room's."""

from typing import NewType

ProcessId = NewType("ProcessId", str)
PhaseId = NewType("PhaseId", str)
ContributionId = NewType("ContributionId", str)
WorkshopId = NewType("WorkshopId", str)
RoomId = NewType("RoomId", str)
StepId = NewType("StepId", str)
ActivityId = NewType("ActivityId", str)
ParticipantId = NewType("ParticipantId", str)
AuthorId = NewType("AuthorId", str)  # a ParticipantId, or its pseudonym in an anonymous activity
NoteId = NewType("NoteId", str)
StackId = NewType("StackId", str)
CommentId = NewType("CommentId", str)
MessageId = NewType("MessageId", str)
PollId = NewType("PollId", str)
OptionId = NewType("OptionId", str)
ColumnId = NewType("ColumnId", str)
StatementId = NewType("StatementId", str)
FileId = NewType("FileId", str)
CommandId = NewType("CommandId", str)
ConclusionId = NewType("ConclusionId", str)
RemarkId = NewType("RemarkId", str)
CitationId = NewType("CitationId", str)
FieldId = NewType("FieldId", str)
FloorTurnId = NewType("FloorTurnId", str)
QuestionId = NewType("QuestionId", str)  # of registration
DrawId = NewType("DrawId", str)
