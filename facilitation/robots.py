"""What a scripted participant does next: for rehearsals and load, through the same door as everybody."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from facilitation.floor import LowerHand, RaiseHand, SayTurn, TakeFloor
from facilitation.groups import ChooseGroup
from facilitation.order import FlagText
from facilitation.releasing import SetReady
from facilitation.sayings import CRIES, NAMES, SENTENCES
from facilitation.stage import Seat, Unmute, is_open, people_in, seat_of
from rooms.activities.ballot import CastBallot
from rooms.activities.board import Board, EditNote, Note, Sorting, StackNote, Voting, WriteNote
from rooms.activities.comments import Comment, WriteComment
from rooms.activities.conclusion import Conclusion, Writing
from rooms.activities.discussion import Reach, SendMessage
from rooms.activities.dots import Dot, PlaceDots
from rooms.activities.gallery import Gallery, WriteRemark
from rooms.activities.pause import Break
from rooms.activities.poll import Ballot, Poll, PollState, Roll
from rooms.activities.question import QuestionKind, Way
from rooms.activities.remark import Remark, Stance
from rooms.activity import Activity
from rooms.agenda import Groups, Room, RoomKind, Workshop, step_of
from rooms.chance import Dice
from rooms.command import Command
from rooms.floor import Hand, HandKind, hand_id, turn_of
from rooms.ids import ConclusionId, FieldId, ParticipantId, RoomId
from rooms.moderation import Flag, Reason
from rooms.paper import Paper
from rooms.people import Participant
from rooms.permissions import ALLOWED, Permission
from rooms.readiness import Ready
from rooms.state import State
from rooms.text import NAME_MAX, NOTE_MAX
from rooms.visit import Visit, visit_id

T = TypeVar("T")

NOTES_EACH = 4
"""On one board; people in a workshop rarely write more."""
COMMENTS_EACH = 3
PASSAGES_EACH = 3
"""In one conclusion."""
REMARKS_EACH = 3
"""In one gallery."""
LATE_S = 300
SPEAKS_S = 9
SILENCE_S = 2
"""How long one speaks, and how long nobody does before somebody begins: both about."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a robot has been told: all it sees, and what of it is its own."""

    me: ParticipantId
    room: RoomId
    state: State
    own: State

    @property
    def workshop(self) -> Workshop | None:
        return next(self.state.all(Workshop), None)

    def may(self, permission: Permission) -> bool:
        person = self.state.maybe(Participant, self.me)
        return person is not None and permission in ALLOWED[person.role]

    def seat(self) -> Seat | None:
        """What it may send where it is."""
        person = self.state.maybe(Participant, self.me)
        return seat_of(person, self.state) if person is not None else None

    def activity(self) -> Activity | None:
        """What its room does in the step it is in."""
        step = step_of(self.state, self.room)
        here = self.state.under(step, Activity) if step else iter(())
        return next((activity for activity in here if activity.room == self.room), None)


@dataclass(frozen=True, slots=True)
class Script:
    """The words one robot has: notes in order, remarks at random. Not everybody shows their face.

    With `lives` it also asks for the floor and for help, reports a note and says that it is ready, as people do whom
    nobody asks to.
    """

    notes: Sequence[str]
    remarks: Sequence[str]
    has_camera: bool = True
    lives: bool = False
    cries: Sequence[str] = ()

    def note(self, turn: int) -> str:
        return self.notes[turn % len(self.notes)][:NOTE_MAX]


def pick(items: Sequence[T], dice: Dice) -> T:
    return items[dice.getrandbits(32) % len(items)]


def one_in(number: int, dice: Dice) -> bool:
    return dice.getrandbits(32) % number == 0


def wish(sight: Sight, script: Script, turn: int, dice: Dice) -> Command | None:
    """The command it gives at this turn, or None where it only listens. Pure but for the dice."""
    workshop = sight.workshop
    if workshop is None or workshop.closed_at is not None:
        return None
    asked = choose_group(sight, workshop, dice) or answer_poll(sight, script, dice) or unmute(sight, dice)
    if asked is not None:
        return asked
    if script.lives and (unasked := live(sight, script, dice)) is not None:
        return unasked
    activity = sight.activity()
    if isinstance(activity, Board):
        return work_at_board(sight, activity, script, turn, dice)
    if isinstance(activity, Gallery) and (remark := annotate(sight, activity, script, dice)) is not None:
        return remark
    return say(sight, script, dice) if one_in(3, dice) else None


def choose_group(sight: Sight, workshop: Workshop, dice: Dice) -> Command | None:
    here = sight.state.maybe(Room, sight.room)
    is_seated = here is not None and here.room_kind is RoomKind.GROUP
    if workshop.groups is not Groups.CHOOSING or is_seated or not sight.may(Permission.WRITE):
        return None
    free = [room for room in sight.state.all(Room) if room.room_kind is RoomKind.GROUP and not room.is_full]
    return ChooseGroup(room=pick(free, dice).id) if free else None


def answer_poll(sight: Sight, script: Script, dice: Dice) -> Command | None:
    """An open question it has not answered yet."""
    if not sight.may(Permission.VOTE):
        return None
    answered = {ballot.poll for ballot in sight.own.all(Ballot)} | {roll.poll for roll in sight.own.all(Roll)}
    for poll in sight.state.all(Poll):
        is_asked = poll.state is PollState.OPEN and poll.way is not Way.HANDS and poll.place in (None, sight.room)
        if is_asked and poll.id not in answered:
            return ballot(poll, script, dice)
    return None


def ballot(poll: Poll, script: Script, dice: Dice) -> CastBallot:
    wanted = 1 + dice.getrandbits(32) % poll.most
    match poll.question_kind:
        case QuestionKind.WORDS:
            words = {pick(script.notes, dice).split()[0][:NAME_MAX] for _ in range(wanted)}
            return CastBallot(poll=poll.id, words=tuple(sorted(words)))
        case QuestionKind.SCORE:
            scale = range(poll.lowest, poll.highest + 1)
            return CastBallot(poll=poll.id, scores={option.id: pick(scale, dice) for option in poll.options})
    chosen = dict.fromkeys(pick(poll.options, dice).id for _ in range(wanted))
    in_order = poll.question_kind is QuestionKind.RANKING
    return CastBallot(poll=poll.id, choices=tuple(chosen) if in_order else tuple(sorted(chosen)))


def work_at_board(sight: Sight, board: Board, script: Script, turn: int, dice: Dice) -> Command | None:
    if board.voting is Voting.OPEN:
        return place_dots(sight, board, dice)
    if not sight.may(Permission.WRITE) or board.voting is Voting.CLOSED:
        return None
    own = [note for note in sight.own.all(Note) if note.activity == board.id]
    if len(own) < NOTES_EACH and (not board.revealed or one_in(2, dice)):
        column = pick(board.plan.columns, dice).id
        papers = [paper for paper in Paper if paper is not Paper.CHALK]
        return WriteNote(activity=board.id, column=column, text=script.note(turn), paper=pick(papers, dice))
    if board.revealed:
        return react(sight, board, script, dice)
    if own and one_in(4, dice):
        note = pick(own, dice)
        return EditNote(note=note.id, text=script.note(turn), seen=note.rev)
    return None


def react(sight: Sight, board: Board, script: Script, dice: Dice) -> Command | None:
    """Comment a note, stack it with its neighbour, or say something."""
    notes = sorted(sight.state.under(board.id, Note), key=lambda note: (note.column, note.order))
    commented = sum(comment.activity == board.id for comment in sight.own.all(Comment))
    if notes and board.plan.comments and commented < COMMENTS_EACH and one_in(2, dice):
        return WriteComment(note=pick(notes, dice).id, text=pick(script.remarks, dice))
    pairs = [(note, onto) for onto, note in pairwise(notes) if note.stack is None and note.column == onto.column]
    if pairs and board.plan.sorting is Sorting.EVERYONE and one_in(6, dice):
        note, onto = pick(pairs, dice)
        return StackNote(note=note.id, onto=onto.id)
    return say(sight, script, dice) if one_in(6, dice) else None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words for a field of a conclusion: a line of their own, where others write too."""

    conclusion: ConclusionId
    field: FieldId
    words: str


def passage(sight: Sight, script: Script, turn: int, written: Mapping[ConclusionId, int], dice: Dice) -> Passage | None:
    """What it adds to its room's conclusion; `written` is how many it has added to each. None: something else."""
    activity = sight.activity()
    if not isinstance(activity, Writing) or not sight.may(Permission.WRITE):
        return None
    conclusion = next(iter(sight.state.under(activity.id, Conclusion)), None)
    if conclusion is None or not conclusion.is_draft or written.get(conclusion.id, 0) >= PASSAGES_EACH:
        return None
    return Passage(conclusion.id, pick(conclusion.fields, dice).id, f"{script.note(turn)}\n")


def annotate(sight: Sight, gallery: Gallery, script: Script, dice: Dice) -> Command | None:
    """Beside what its room visits: a field of a conclusion, or a board."""
    visit = sight.state.maybe(Visit, visit_id(sight.room))
    written = sum(remark.activity == gallery.id for remark in sight.own.all(Remark))
    if visit is None or written >= REMARKS_EACH or not sight.may(Permission.WRITE) or not one_in(2, dice):
        return None
    fields = [field.id for conclusion in sight.state.under(visit.shown, Conclusion) for field in conclusion.fields]
    text, stance = pick(script.remarks, dice), pick(list(Stance), dice)
    field = pick(fields, dice) if fields else None
    return WriteRemark(activity=gallery.id, stance=stance, text=text, field=field)


def place_dots(sight: Sight, board: Board, dice: Dice) -> Command | None:
    """The dots it has left, one note at a time."""
    placed = {dot.note: dot.count for dot in sight.own.all(Dot) if dot.activity == board.id}
    left = board.plan.dots - sum(placed.values())
    bare = [note.id for note in sight.state.under(board.id, Note) if note.id not in placed]
    if left <= 0 or not bare or not sight.may(Permission.VOTE):
        return None
    count = 1 + dice.getrandbits(32) % min(left, board.plan.dots_per_note)
    return PlaceDots(note=pick(bare, dice), count=count)


def say(sight: Sight, script: Script, dice: Dice) -> Command | None:
    if not sight.may(Permission.WRITE):
        return None
    return SendMessage(text=pick(script.remarks, dice), room=sight.room)


# -- what nobody asks of it ---------------------------------------------------------------------------------------


def live(sight: Sight, script: Script, dice: Dice) -> Command | None:
    return (
        ask_for_floor(sight, script, dice) or cry(sight, script, dice) or report(sight, dice) or be_ready(sight, dice)
    )


def ask_for_floor(sight: Sight, script: Script, dice: Dice) -> Command | None:
    """A hand up, lowered now and then before its turn; a turn, spoken or typed, given back after a while."""
    person = sight.state.maybe(Participant, sight.me)
    if person is None or not sight.may(Permission.WRITE) or isinstance(sight.activity(), Break):
        return None
    if (turn := turn_of(person, sight.state)) is not None:
        if turn.writes and one_in(2, dice):
            return SayTurn(turn=turn.id, text=pick(script.remarks, dice))
        return TakeFloor(person=person.id) if one_in(3, dice) else None
    if sight.state.maybe(Hand, hand_id(person.id)) is not None:
        return LowerHand() if one_in(30, dice) else None
    if not one_in(20, dice):
        return None
    kind = HandKind.QUESTION if one_in(4, dice) else HandKind.CONTRIBUTION
    return RaiseHand(hand_kind=kind, writes=one_in(5, dice))


def cry(sight: Sight, script: Script, dice: Dice) -> Command | None:
    if not script.cries or not sight.may(Permission.WRITE) or not one_in(80, dice):
        return None
    return SendMessage(text=pick(script.cries, dice), reach=Reach.STAFF)


def report(sight: Sight, dice: Dice) -> Command | None:
    """A note of somebody else on its room's board, once and rarely: staff have each to read."""
    board = sight.activity()
    if not isinstance(board, Board) or any(True for _ in sight.own.all(Flag)):
        return None
    others = [note for note in sight.state.under(board.id, Note) if sight.own.maybe(Note, note.id) is None]
    if not others or not one_in(200, dice):
        return None
    reasons = [reason for reason in Reason if reason is not Reason.OTHER]
    return FlagText(about=pick(others, dice).id, reason=pick(reasons, dice))


def be_ready(sight: Sight, dice: Dice) -> Command | None:
    """Done with the step, sooner or later; a room that goes at its own pace then goes on."""
    step, activity = step_of(sight.state, sight.room), sight.activity()
    if step is None or activity is None or isinstance(activity, Break) or not sight.may(Permission.VOTE):
        return None
    is_ready = any(True for _ in sight.own.all(Ready))
    return SetReady(step=step) if not is_ready and one_in(40, dice) else None


def comes_after_s(number: int, dice: Dice) -> float:
    """Most are there at once, one of six comes late."""
    return LATE_S * dice.getrandbits(16) / 0xFFFF if number % 6 == 5 else 0.0


def is_gone_s(dice: Dice) -> float:
    """For how long it loses the network at this turn: mostly it does not."""
    return 2 + dice.getrandbits(4) if one_in(60, dice) else 0.0


# -- with voice and face ------------------------------------------------------------------------------------------


def unmute(sight: Sight, dice: Dice) -> Command | None:
    """Soon after it was given the floor; where everybody may speak, once it has something to say."""
    person = sight.state.maybe(Participant, sight.me)
    if person is None or not person.muted or not sight.may(Permission.WRITE):
        return None
    wants = person.has_floor or (is_open(person.room, sight.state) and one_in(6, dice))
    return Unmute(person=person.id) if wants else None


@dataclass(frozen=True, slots=True)
class Sending:
    """What a robot sends. With `speaks` it talks into its microphone, which otherwise only is on."""

    microphone: bool = False
    camera: bool = False
    speaks: bool = False


def sending(sight: Sight, script: Script, so_far: Sending, voices: Collection[ParticipantId], dice: Dice) -> Sending:
    """What it sends in the next second; `voices` are those heard in its room. Pure but for the dice."""
    seat = sight.seat()
    if seat is None:
        return Sending()
    microphone = seat.microphone and not seat.muted
    return Sending(
        microphone=microphone,
        camera=seat.camera and script.has_camera,
        speaks=microphone and speaks(sight, seat, so_far.speaks, any(voice != sight.me for voice in voices), dice),
    )


def speaks(sight: Sight, seat: Seat, is_speaking: bool, others_speak: bool, dice: Dice) -> bool:
    """One at a time, mostly: of two who begin together one gives way. Interpreters speak while others do."""
    if seat.interprets:
        return others_speak
    if is_speaking:
        return not one_in(2 if others_speak else SPEAKS_S, dice)
    if others_speak:
        return False
    seats = (seat_of(person, sight.state) for person in people_in(sight.room, sight.state))
    return one_in(SILENCE_S * sum(seat.microphone and not seat.muted for seat in seats), dice)


def script_of(number: int, count: int, language: str, texts: Sequence[str] = (), lives: bool = False) -> Script:
    """One robot's among `count`. Texts given are dealt out: no two robots write the same while they last."""
    sentences, remarks = SENTENCES.get(language[:2], SENTENCES["en"])
    dealt = tuple(texts) or sentences
    start = number % len(dealt)
    notes = dealt[number::count] or dealt[start:] + dealt[:start]
    cries = CRIES.get(language[:2], CRIES["en"])
    return Script(notes, remarks, has_camera=number % 3 != 2, lives=lives, cries=cries)


def name_of(number: int) -> str:
    """A name that nobody takes for a person's."""
    return f"{NAMES[number % len(NAMES)]} (robot {number + 1})"
