"""Order among words: reporting, hiding, restoring, approving, and who is told of any of it."""

from __future__ import annotations

import pytest

from facilitation.agenda import AddStep
from facilitation.founding import CloseWorkshop
from facilitation.order import FlagText, HideText, ModerateRoom, SettleFlags, ShowText
from rooms.activities.board import BoardPlan, EditNote, MoveNote, StackNote, Voting
from rooms.activities.comments import Comment, WriteComment
from rooms.activities.conclusion import AddCitation, Citation, Conclusion, ConclusionPlan
from rooms.activities.discussion import MarkMessage, Message, SendMessage
from rooms.activities.dots import Dot, PlaceDots, SetVoting
from rooms.audience import Audience, Seat
from rooms.ids import FieldId
from rooms.moderation import Act, Display, Evidence, Flag, Moderation, Reason, Settlement
from tests.cast import ANONYMOUS_BOARD, COLUMNS, OPEN_BOARD, Cast
from tests.secrecy import all_staff, assert_known_only_to, knowers, those_in

MODERATED = BoardPlan(title="Et la place ?", columns=COLUMNS, hidden=False, moderated=True)
ANONYMOUS = BoardPlan(title="Et la place ?", columns=COLUMNS, hidden=False, anonymous=True, moderated=True)


def hide(about: str, words: str = "") -> HideText:
    return HideText(about=about, reason=Reason.INSULT, words=words)


def acts(cast: Cast) -> list[Act]:
    return [act.act for act in cast.state.all(Moderation)]


# -- hiding -------------------------------------------------------------------------------------------------------


def test_a_hidden_note_leaves_everybody_but_its_author_and_staff(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board, "Un mot dur")
    cast.do(cast.farid, hide(note.id, "Soyons courtois"))
    assert cast.sees(cast.bob, note) is cast.sees(cast.vera, note) is None
    own = cast.owns(cast.ana, note)
    assert own is not None
    assert (own["moderation"], own["hidden_for"], own["hidden_words"]) == ("hidden", "insult", "Soyons courtois")
    assert all(cast.audience_sees(reader, note) for reader in all_staff(cast))
    cast.do(cast.farid, ShowText(about=note.id))
    again = cast.sees(cast.bob, note)
    assert again is not None
    assert again["hidden_for"] is None
    assert acts(cast) == [Act.HIDDEN, Act.RESTORED]


def test_why_it_was_hidden_reaches_its_author_and_staff_alone(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.farid, hide(note.id, "parole-de-farid"))
    assert_known_only_to(cast, "parole-de-farid", [cast.ana], all_staff(cast))


def test_a_hidden_note_leaves_its_stack_and_gives_dots_back_while_people_vote(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    first, second = cast.note(cast.ana, board, "Un"), cast.note(cast.ana, board, "Deux")
    cast.do(cast.ana, StackNote(note=second.id, onto=first.id))
    cast.do(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN))
    cast.do(cast.bob, PlaceDots(note=second.id, count=1))
    cast.do(cast.farid, hide(second.id))
    assert cast.again(first).stack is None
    assert list(cast.state.all(Dot)) == []
    assert cast.code(cast.bob, PlaceDots(note=second.id, count=1)) == "unknown"
    assert cast.code(cast.ana, PlaceDots(note=second.id, count=1)) == "not_shown"


def test_dots_of_a_closed_vote_stay_with_a_hidden_note_and_are_free_when_people_vote_again(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    for voting in (Voting.OPEN, Voting.CLOSED):
        cast.do(cast.farid, SetVoting(activity=board.id, voting=voting))
        if voting is Voting.OPEN:
            cast.do(cast.bob, PlaceDots(note=note.id, count=1))
    cast.do(cast.farid, hide(note.id))
    assert cast.again(note).dots == 1
    cast.do(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN))
    assert list(cast.state.all(Dot)) == []


def test_a_hidden_message_goes_back_to_its_author_and_is_quoted_nowhere(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="mot-de-trop"))
    cast.do(cast.farid, MarkMessage(message=message.id))
    cast.do(cast.farid, hide(message.id))
    assert not cast.again(message).for_minutes
    assert cast.sees(cast.bob, message) is cast.sees(cast.ana, message) is None
    assert cast.owns(cast.ana, message) is not None
    assert cast.code(cast.farid, MarkMessage(message=message.id)) == "not_shown"
    cast.do(cast.farid, ShowText(about=message.id))
    assert cast.owns(cast.ana, message) is None


def test_what_a_conclusion_quotes_of_a_hidden_note_is_hidden_too(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board, "mot-cité")
    cast.run(plenary=ConclusionPlan())
    (conclusion,) = cast.state.all(Conclusion)
    citation = cast.made(
        Citation, cast.ana, AddCitation(conclusion=conclusion.id, field=FieldId("agreed"), note=note.id)
    )
    cast.do(cast.farid, hide(note.id))
    assert cast.sees(cast.bob, citation) is None
    assert cast.owns(cast.ana, citation) is not None
    assert cast.code(cast.bob, AddCitation(conclusion=conclusion.id, field=FieldId("proposals"), note=note.id)) == (
        "unknown"
    )
    cast.do(cast.farid, ShowText(about=note.id))
    assert cast.sees(cast.bob, citation) is not None


def test_words_that_were_hidden_stay_so_where_they_are_quoted_once_others_are_approved_in_their_place(
    cast: Cast,
) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "mot-de-trop")
    cast.do(cast.farid, AddStep(title="Conclure", plenary=ConclusionPlan()))
    (conclusion,) = cast.state.all(Conclusion)
    quote = AddCitation(conclusion=conclusion.id, field=FieldId("agreed"), note=note.id)
    citation = cast.made(Citation, cast.farid, quote)
    cast.do(cast.farid, hide(note.id))
    cast.do(cast.ana, EditNote(note=note.id, text="Un mot choisi"))
    cast.do(cast.farid, ShowText(about=note.id))
    assert cast.sees(cast.bob, note) is not None
    assert cast.sees(cast.bob, citation) is None


def test_an_organizer_still_hides_once_the_workshop_is_closed(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="Un mot dur"))
    cast.do(cast.odile, CloseWorkshop())
    assert cast.code(cast.farid, hide(message.id)) == "workshop_closed"
    cast.do(cast.odile, hide(message.id))
    assert cast.again(message).moderation is Display.HIDDEN


def test_what_is_between_one_person_and_staff_is_nobody_elses_to_hide_or_report(cast: Cast) -> None:
    help = cast.made(Message, cast.ana, {"type": "message.send", "text": "À l'aide", "reach": "staff"})
    assert cast.code(cast.farid, hide(help.id)) == "message_private"
    assert cast.code(cast.farid, FlagText(about=help.id, reason=Reason.OTHER)) == "message_private"


# -- reporting ----------------------------------------------------------------------------------------------------


def test_a_report_reaches_staff_without_who_made_it_and_its_author_hears_the_answer(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "Un mot dur")
    flag = cast.made(Flag, cast.bob, FlagText(about=note.id, reason=Reason.INSULT, words="cela-me-blesse"))
    assert_known_only_to(cast, "cela-me-blesse", [cast.bob], all_staff(cast))
    told = cast.sees(cast.farid, flag)
    assert told is not None
    assert (told["author"], told["text"]) == (None, "Un mot dur")
    assert cast.bob.id not in repr(told)
    assert cast.state.find(Flag, flag.id).text == ""
    cast.do(cast.farid, hide(note.id))
    answer = cast.owns(cast.bob, flag)
    assert answer is not None
    assert answer["outcome"] == Settlement.HIDDEN
    assert "Un mot dur" not in str(answer)


def test_what_was_reported_stays_as_it_was_when_its_author_rewrites_it(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "Un-mot-dur")
    flag = cast.made(Flag, cast.bob, FlagText(about=note.id, reason=Reason.INSULT))
    for text in ("Un mot doux", "Un mot tendre"):
        cast.do(cast.ana, EditNote(note=note.id, text=text))
    late = cast.made(Flag, cast.vera, FlagText(about=note.id, reason=Reason.OTHER))
    told, later = (cast.sees(cast.farid, each) for each in (flag, late))
    assert told is not None
    assert later is not None
    assert (told["text"], told["now"]) == ("Un-mot-dur", "Un mot tendre")
    assert (later["text"], later["now"]) == ("Un mot tendre", "")
    assert "Un-mot-dur" not in str((cast.owns(cast.bob, flag), cast.sees(cast.vera, note)))
    (evidence,) = cast.state.all(Evidence)
    assert not any(cast.audience_sees(reader, evidence) for reader in all_staff(cast))
    cast.do(cast.ana, {"type": "person.erase", "person": cast.ana.id, "texts": True})
    assert cast.again(evidence).text == ""


def test_what_nobody_reported_is_rewritten_without_a_trace(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.bob, FlagText(about=note.id, reason=Reason.INSULT))
    cast.do(cast.farid, SettleFlags(about=note.id))
    cast.do(cast.ana, EditNote(note=note.id, text="Un mot doux"))
    assert list(cast.state.all(Evidence)) == []


def test_one_reports_once_what_one_reads_and_has_not_written(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    flag = FlagText(about=note.id, reason=Reason.OFF_TOPIC)
    cast.do(cast.vera, flag)
    assert cast.code(cast.vera, flag) == "already_reported"
    assert cast.code(cast.ana, flag) == "own_text"
    (room,) = cast.groups("Un")
    cast.do(cast.farid, {"type": "person.move", "person": cast.bob.id, "room": room.id})
    assert cast.code(cast.bob, flag) == "unknown"


def test_a_report_is_answered_when_the_text_stays(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="Un avis"))
    flag = cast.made(Flag, cast.bob, FlagText(about=message.id, reason=Reason.OFF_TOPIC))
    cast.do(cast.farid, SettleFlags(about=message.id))
    assert cast.again(flag).outcome is Settlement.KEPT
    assert not cast.do(cast.farid, SettleFlags(about=message.id))


def test_words_of_a_conclusion_are_named_in_the_report_and_answered_once_corrected(cast: Cast) -> None:
    cast.run(plenary=ConclusionPlan())
    (conclusion,) = cast.state.all(Conclusion)
    assert cast.code(cast.bob, FlagText(about=conclusion.id, reason=Reason.PERSONAL)) == "empty"
    flag = cast.made(Flag, cast.bob, FlagText(about=conclusion.id, reason=Reason.PERSONAL, words="Le nom de X"))
    assert cast.code(cast.farid, hide(conclusion.id)) == "unknown"
    cast.do(cast.farid, SettleFlags(about=conclusion.id, corrected=True))
    assert cast.again(flag).outcome is Settlement.CORRECTED


def test_on_an_anonymous_board_a_report_names_nobody_not_even_in_the_journal(cast: Cast) -> None:
    board = cast.board(ANONYMOUS_BOARD)
    cast.reveal(board)
    note = cast.note(cast.ana, board)
    assert cast.code(cast.ana, FlagText(about=note.id, reason=Reason.INSULT)) == "own_text"
    changes = cast.do(cast.bob, FlagText(about=note.id, reason=Reason.INSULT))
    assert changes.anonymous
    (flag,) = (entity for entity in changes.put if isinstance(entity, Flag))
    assert cast.bob.id not in (flag.author, flag.id)
    cast.do(cast.farid, hide(note.id))
    seen = [cast.audience_sees(reader, note) for reader in all_staff(cast)]
    assert all(record is not None and record["author"] is None for record in seen)
    assert cast.owns(cast.ana, note) is not None


# -- before it is shown -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [MODERATED, ANONYMOUS])
def test_what_waits_is_its_authors_and_staffs_and_nobody_elses(cast: Cast, plan: BoardPlan) -> None:
    note = cast.note(cast.ana, cast.board(plan), "mot-qui-attend")
    assert_known_only_to(cast, "mot-qui-attend", [cast.ana], all_staff(cast))
    cast.do(cast.farid, ShowText(about=note.id))
    assert cast.sees(cast.bob, note) is not None
    assert acts(cast) == [Act.APPROVED]


def test_whoever_came_after_it_was_hidden_is_told_no_word_of_it(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD), "mot-ancien")
    cast.do(cast.farid, hide(note.id))
    before = len(cast.law.told)
    late = cast.join("Lou")
    cast.law.reconnect(late.id)
    told = [(reader, body) for reader, body in list(cast.law.all_told())[before:]]
    citizens = {Audience(seat, cast.plenary) for seat in (Seat.PARTICIPANT, Seat.VIEWER)}
    assert not knowers("mot-ancien", told) & (citizens | {late.id, cast.bob.id})


def test_staffs_own_words_wait_for_nobody(cast: Cast) -> None:
    assert cast.note(cast.farid, cast.board(MODERATED)).moderation is Display.SHOWN


def test_other_words_than_were_approved_wait_again(cast: Cast) -> None:
    board = cast.board(MODERATED)
    note = cast.note(cast.ana, board)
    cast.do(cast.farid, ShowText(about=note.id))
    cast.do(cast.ana, EditNote(note=note.id, text="Autre chose"))
    assert cast.again(note).moderation is Display.PENDING
    cast.do(cast.farid, EditNote(note=note.id, text="Autre chose, relu"))
    cast.do(cast.farid, ShowText(about=note.id))
    cast.do(cast.farid, EditNote(note=note.id, text="De la main de Farid"))
    assert cast.again(note).moderation is Display.SHOWN


def test_a_hidden_note_that_its_author_corrects_is_read_again(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    cast.do(cast.farid, hide(note.id, "Sans nom propre"))
    cast.do(cast.ana, EditNote(note=note.id, text="Sans nom"))
    now = cast.again(note)
    assert (now.moderation, now.hidden_for, now.hidden_words) == (Display.PENDING, None, "")


def test_what_waits_can_be_moved_by_its_author_and_neither_stacked_nor_commented(cast: Cast) -> None:
    board = cast.board(MODERATED)
    shown, waits = cast.note(cast.farid, board), cast.note(cast.ana, board)
    cast.do(cast.ana, MoveNote(note=waits.id, column=board.plan.columns[1].id))
    assert cast.code(cast.ana, StackNote(note=waits.id, onto=shown.id)) == "not_shown"
    assert cast.code(cast.ana, WriteComment(note=waits.id, text="Et ?")) == "not_shown"
    assert cast.code(cast.bob, WriteComment(note=waits.id, text="Et ?")) == "unknown"


def test_messages_and_comments_wait_in_a_room_that_is_moderated(cast: Cast) -> None:
    note = cast.note(cast.farid, cast.board(OPEN_BOARD))
    cast.do(cast.farid, ModerateRoom(room=cast.plenary, moderated=True))
    comment = cast.made(Comment, cast.ana, WriteComment(note=note.id, text="commentaire-qui-attend"))
    message = cast.made(Message, cast.ana, SendMessage(text="message-qui-attend"))
    for marker in ("commentaire-qui-attend", "message-qui-attend"):
        assert_known_only_to(cast, marker, [cast.ana], all_staff(cast))
    for text in (comment, message):
        cast.do(cast.farid, ShowText(about=text.id))
    assert cast.sees(cast.bob, comment) is not None
    assert cast.sees(cast.bob, message) is not None


def test_nobody_but_staff_moderates(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    for wish in (hide(note.id), ShowText(about=note.id), SettleFlags(about=note.id)):
        assert cast.code(cast.bob, wish) == "not_allowed"


def test_the_journal_of_moderation_is_for_staff(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    act = cast.made(Moderation, cast.farid, hide(note.id))
    assert (act.by, act.about, act.reason) == (cast.farid.id, note.id, Reason.INSULT)
    assert {str(reader) for reader in those_in(cast, cast.plenary) if cast.audience_sees(reader, act)} == {
        str(reader) for reader in those_in(cast, cast.plenary, [Seat.STAFF])
    }


def test_what_was_reported_is_not_taken_away_before_staff_have_read_it(cast: Cast) -> None:
    note = cast.note(cast.ana, cast.board(OPEN_BOARD))
    comment = cast.made(Comment, cast.bob, WriteComment(note=note.id, text="Et ?"))
    flag = cast.made(Flag, cast.vera, FlagText(about=comment.id, reason=Reason.INSULT))
    for by, wish in (
        (cast.bob, {"type": "comment.drop", "comment": comment.id}),
        (cast.ana, {"type": "note.drop", "note": note.id}),
        (cast.farid, {"type": "note.drop", "note": note.id}),
    ):
        assert cast.code(by, wish) == "report_open"
    cast.do(cast.farid, hide(comment.id))
    assert cast.again(flag).outcome is Settlement.HIDDEN
    cast.do(cast.bob, {"type": "comment.drop", "comment": comment.id})


def test_a_note_takes_what_was_reported_of_it_along_when_it_goes(cast: Cast) -> None:
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    comment = cast.made(Comment, cast.ana, WriteComment(note=note.id, text="Et ?"))
    cast.do(cast.bob, FlagText(about=comment.id, reason=Reason.INSULT))
    cast.do(cast.farid, SettleFlags(about=comment.id))
    cast.do(cast.ana, {"type": "note.drop", "note": note.id})
    assert list(cast.state.all(Flag)) == []
