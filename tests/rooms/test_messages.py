from rooms.activities.discussion import MarkMessage, Message, Reach, SendMessage, SettleMessage, waiting
from rooms.ids import ParticipantId, RoomId
from tests.cast import Cast
from tests.secrecy import all_staff, assert_known_only_to, those_in


def test_a_message_is_for_the_room_it_is_said_in(cast: Cast) -> None:
    cast.groups("Un")
    message = cast.made(Message, cast.ana, SendMessage(text="Bonjour la salle"))
    assert message.room == cast.plenary
    assert_known_only_to(cast, "Bonjour la salle", audiences=those_in(cast, cast.plenary))


def test_people_speak_in_their_own_room_only(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    assert cast.code(cast.ana, SendMessage(text="a", room=group.id)) == "unknown"
    assert cast.code(cast.ana, SendMessage(text="a", room=RoomId("none"))) == "unknown"
    cast.do(cast.ana, SendMessage(text="a", room=cast.plenary))


def test_staff_speak_in_any_room(cast: Cast) -> None:
    (group,) = cast.groups("Un")
    assert cast.made(Message, cast.farid, SendMessage(text="a", room=group.id)).room == group.id
    assert cast.code(cast.farid, SendMessage(text="a", room=RoomId("none"))) == "unknown"


def test_staff_say_the_same_to_several_rooms_at_once(cast: Cast) -> None:
    one, two, _ = cast.groups("Un", "Deux", "Trois")
    rooms = (one.id, two.id, one.id)
    cast.do(cast.farid, SendMessage(text="Encore cinq minutes", rooms=rooms))
    assert [message.room for message in cast.state.all(Message)] == [one.id, two.id]
    assert cast.code(cast.ana, SendMessage(text="a", rooms=rooms)) == "unknown"


def test_backstage_is_among_staff(cast: Cast) -> None:
    cast.do(cast.farid, SendMessage(text="Entre nous"))
    assert_known_only_to(cast, "Entre nous", audiences=those_in(cast, cast.backstage))
    for person in (cast.ana, cast.vera):
        assert b"Entre nous" not in b"".join(cast.law.walks[person.id].page.values())


def test_staff_speak_to_all(cast: Cast) -> None:
    cast.groups("Un", "Deux")
    cast.part()
    message = cast.made(Message, cast.farid, SendMessage(text="Dans cinq minutes", reach=Reach.ALL))
    assert all(cast.sees(person, message) for person in (cast.odile, cast.ana, cast.bob, cast.vera))
    assert cast.code(cast.ana, SendMessage(text="a", reach=Reach.ALL)) == "not_allowed"


def test_a_person_asks_staff_for_help(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="On ne m'entend pas", reach=Reach.STAFF))
    assert message.asked_in == cast.plenary
    assert_known_only_to(cast, "On ne m'entend pas", people=[cast.ana], audiences=all_staff(cast))


def test_staff_answer_one_person(cast: Cast) -> None:
    answer = SendMessage(text="Essayez le micro", reach=Reach.PERSON, to=cast.ana.id)
    cast.do(cast.farid, answer)
    assert_known_only_to(cast, "Essayez le micro", people=[cast.ana], audiences=all_staff(cast))
    assert cast.code(cast.bob, answer) == "not_allowed"


def test_an_answer_needs_somebody_to_read_it(cast: Cast) -> None:
    for to in (None, ParticipantId("none")):
        assert cast.code(cast.farid, SendMessage(text="a", reach=Reach.PERSON, to=to)) == "unknown"


def test_viewers_read_and_write_nothing(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="Bonjour"))
    assert cast.sees(cast.vera, message) is not None
    for reach in Reach:
        assert cast.code(cast.vera, SendMessage(text="a", reach=reach)) == "not_allowed"


def test_messages_stay_where_they_were_said(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="En plénière"))
    cast.groups("Un")
    cast.part()
    assert cast.sees(cast.ana, message) is None
    assert cast.sees(cast.vera, message) is not None


def test_a_message_says_something(cast: Cast) -> None:
    assert cast.code(cast.ana, SendMessage(text="\n\t")) == "empty"
    assert cast.code(cast.ana, {"type": "message.send", "text": "x" * 2_001}) == "invalid"


def test_staff_mark_what_the_minutes_quote_and_everybody_there_knows(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="Gardons ceci"))
    cast.do(cast.farid, MarkMessage(message=message.id))
    assert cast.again(message).for_minutes
    assert all(cast.sees(person, cast.again(message)) for person in (cast.ana, cast.bob, cast.vera))
    cast.do(cast.farid, MarkMessage(message=message.id, marked=False))
    assert not cast.again(message).for_minutes


def test_citizens_mark_nothing(cast: Cast) -> None:
    message = cast.made(Message, cast.ana, SendMessage(text="Gardons ceci"))
    for person in (cast.ana, cast.vera):
        assert cast.code(person, MarkMessage(message=message.id)) == "not_allowed"


def test_what_is_private_is_never_quoted(cast: Cast) -> None:
    for person, sent in (
        (cast.farid, SendMessage(text="J'arrive", reach=Reach.PERSON, to=cast.ana.id)),
        (cast.ana, SendMessage(text="À l'aide", reach=Reach.STAFF)),
        (cast.farid, SendMessage(text="Entre nous")),
    ):
        message = cast.made(Message, person, sent)
        assert cast.code(cast.odile, MarkMessage(message=message.id)) == "message_private"


def test_what_one_of_staff_has_settled_waits_for_none_of_them(cast: Cast) -> None:
    first = cast.made(Message, cast.ana, SendMessage(text="On ne m'entend pas", reach=Reach.STAFF))
    cast.wait(1)
    second = cast.made(Message, cast.bob, SendMessage(text="Faut-il voter ?", reach=Reach.STAFF))
    assert waiting(cast.state) == [first, second]
    cast.do(cast.farid, SettleMessage(message=first.id))
    assert waiting(cast.state) == [second]
    assert not cast.do(cast.odile, SettleMessage(message=first.id))
    cast.do(cast.odile, SettleMessage(message=first.id, settled=False))
    assert [message.id for message in waiting(cast.state)] == [first.id, second.id]


def test_an_answer_settles_all_that_its_reader_asked(cast: Cast) -> None:
    for person, text in ((cast.ana, "Un"), (cast.ana, "Deux"), (cast.bob, "Trois")):
        cast.do(person, SendMessage(text=text, reach=Reach.STAFF))
    cast.do(cast.farid, SendMessage(text="J'arrive", reach=Reach.PERSON, to=cast.ana.id))
    assert [message.text for message in waiting(cast.state)] == ["Trois"]


def test_nothing_waits_but_what_people_ask_staff_for(cast: Cast) -> None:
    cast.do(cast.farid, SendMessage(text="Et maintenant ?", reach=Reach.STAFF))
    assert waiting(cast.state) == []
    said = cast.made(Message, cast.ana, SendMessage(text="Bonjour"))
    assert cast.code(cast.farid, SettleMessage(message=said.id)) == "unknown"
    assert cast.code(cast.ana, SettleMessage(message=said.id)) == "not_allowed"
