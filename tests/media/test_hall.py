"""Rooms: who hears and sees whom there, when people move, listen from elsewhere, may or may not be heard."""

from __future__ import annotations

import pytest

from rooms.ids import ParticipantId, RoomId
from tests.media.play import beats, entered, given, playing, seat, slots

# -- rooms ------------------------------------------------------------------------------------------------------------


async def test_people_of_a_room_hear_and_see_each_other_and_nobody_else() -> None:
    async with playing(seat("ana"), seat("bo"), seat("cy", "one"), seat("di", "one")) as play:
        ana, bo, cy, di = await entered(play, "ana", "bo", "cy", "di")

        beats(play)

        for source in ("microphone", "camera", "screen"):
            assert [actor.heard(source) for actor in (ana, bo, cy, di)] == [{"bo"}, {"ana"}, {"di"}, {"cy"}]
            assert [given(play, actor, source) for actor in (ana, bo, cy, di)] == [{"bo"}, {"ana"}, {"di"}, {"cy"}]


async def test_who_moves_is_heard_and_seen_in_the_new_room_with_everything_as_it_was() -> None:
    async with playing(seat("ana"), seat("bo"), seat("cy", "one")) as play:
        ana, bo, cy = await entered(play, "ana", "bo", "cy")
        beats(play)

        play.sit(seat("ana", "one"))
        before = beats(play)

        for source in ("microphone", "camera", "screen"):
            assert bo.heard(source, since=before["bo"]) == set()
            assert cy.heard(source) == {"ana"}
            assert ana.heard(source, since=before["ana"]) == {"cy"}
        assert not slots(play, bo)


async def test_a_camera_that_was_open_before_its_person_came_is_seen() -> None:
    async with playing(seat("ana"), seat("cy", "one")) as play:
        _ana, cy = await entered(play, "ana", "cy", camera=True, layout="grid", faces=4)
        beats(play)

        play.sit(seat("ana", "one"))
        beats(play, 5)

        assert cy.heard("camera") == {"ana"}


async def test_who_comes_back_finds_all_as_it_was() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        _ana, bo = await entered(play, "ana", "bo")
        beats(play)
        for room in ("one", "plenary"):
            play.sit(seat("ana", room))
            before = beats(play)

        assert bo.heard(since=before["bo"]) == {"ana"}
        assert bo.heard("camera", since=before["bo"]) == {"ana"}


async def test_everybody_may_move_at_once() -> None:
    async with playing(*(seat(name) for name in ("ana", "bo", "cy", "di"))) as play:
        ana, bo, cy, di = await entered(play, "ana", "bo", "cy", "di")
        beats(play)

        play.sit(seat("ana", "one"), seat("bo", "two"), seat("cy", "one"), seat("di", "two"))
        before = beats(play)

        heard = [actor.heard(since=before[actor.name]) for actor in (ana, bo, cy, di)]
        assert heard == [{"cy"}, {"di"}, {"ana"}, {"bo"}]


async def test_a_picture_on_its_way_out_stays_in_the_room_it_was_sent_in() -> None:
    async with playing(seat("ana"), seat("bo", "one"), seat("cy")) as play:
        ana, bo, _cy = await entered(play, "ana", "bo", "cy")
        beats(play)
        for rid in ("q", "h", "f"):
            ana.show("camera", rid, is_key=True)

        play.sit(seat("ana", "one"))
        play.hall.feed(bo.peer)
        play.loop()

        assert bo.heard("camera") == set()


async def test_what_the_new_room_may_not_see_is_closed_before_anybody_is_given_it() -> None:
    async with playing(seat("ana"), seat("bo", "one")) as play:
        _ana, bo = await entered(play, "ana", "bo")
        beats(play)

        play.sit(seat("ana", "one", camera=False, screen=False, microphone=False))
        beats(play)

        assert bo.got == []
        assert bo.name in play.hall.rooms[RoomId("one")].peers


async def test_what_was_lost_before_a_move_is_not_sent_after_it() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        _ana, bo = await entered(play, "ana", "bo")
        beats(play)
        came = {mid: [sequence for ssrc, sequence in bo.wires if bo.ssrcs[ssrc] == mid] for mid in bo.ssrcs.values()}
        assert sum(map(bool, came.values())) == 3

        play.sit(seat("bo", "one"))
        before = len(bo.got)
        for mid, sequences in came.items():
            bo.asks(mid, [each for sequence in sequences for each in range(sequence - 3, sequence + 3)])

        assert len(bo.got) == before


async def test_what_was_lost_before_its_sender_moved_is_not_sent_either() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        _ana, bo = await entered(play, "ana", "bo")
        beats(play)

        came = {mid: [sequence for ssrc, sequence in bo.wires if bo.ssrcs[ssrc] == mid] for mid in bo.ssrcs.values()}
        for room in ("one", "plenary"):
            play.sit(seat("ana", room))
            beats(play, 5)
            before = len(bo.got)
            for mid, sequences in came.items():
                bo.asks(mid, sequences)
            assert len(bo.got) == before
        assert bo.heard("camera", since=before - 20) == {"ana"}


async def test_a_repair_from_the_sender_that_comes_after_its_move_reaches_nobody() -> None:
    async with playing(seat("ana"), seat("bo"), seat("cy", "one")) as play:
        ana, bo, cy = await entered(play, "ana", "bo", "cy")
        beats(play)
        for sending in ana.sending.values():
            sending.skip(2)
        for _ in range(3):
            ana.act()
        play.tick()
        ana.answer()
        assert ana.lost

        play.sit(seat("ana", "one"))
        before = len(bo.got), len(cy.got)
        ana.repair()
        play.loop()

        assert (len(bo.got), len(cy.got)) == before


# -- staff who listen elsewhere ---------------------------------------------------------------------------------------


async def test_staff_hear_another_room_alone_and_are_not_heard_there() -> None:
    async with playing(seat("ana"), seat("bo", "one"), seat("fay", is_staff=True)) as play:
        ana, bo, fay = await entered(play, "ana", "bo", "fay")
        beats(play)

        fay.wants(listen=RoomId("one"))
        before = beats(play)

        for source in ("microphone", "camera", "screen"):
            assert fay.heard(source, since=before["fay"]) == {"bo"}
            assert bo.heard(source) == set()
            assert ana.heard(source, since=before["ana"]) == {"fay"}

        fay.wants(listen=None)
        before = beats(play)
        assert fay.heard(since=before["fay"]) == {"ana"}


async def test_nobody_else_hears_another_room_whatever_they_wish() -> None:
    async with playing(seat("ana"), seat("bo", "one")) as play:
        ana, _bo = await entered(play, "ana", "bo")

        ana.wants(listen=RoomId("one"))
        beats(play)

        assert ana.got == []


async def test_who_is_of_the_staff_no_more_hears_the_other_room_no_more() -> None:
    async with playing(seat("ana"), seat("bo", "one"), seat("fay", is_staff=True)) as play:
        _ana, _bo, fay = await entered(play, "ana", "bo", "fay")
        fay.wants(listen=RoomId("one"))
        beats(play)
        assert fay.heard() == {"bo"}

        play.change(fay.name, is_staff=False)
        before = beats(play)

        assert fay.heard(since=before["fay"]) == {"ana"}


async def test_staff_who_are_moved_listen_on() -> None:
    async with playing(seat("ana"), seat("bo", "one"), seat("fay", is_staff=True)) as play:
        ana, bo, fay = await entered(play, "ana", "bo", "fay")
        fay.wants(listen=RoomId("one"))
        beats(play)

        play.change(fay.name, room=RoomId("two"))
        before = beats(play)
        assert fay.heard(since=before["fay"]) == {"bo"}
        assert ana.heard(since=before["ana"]) == set()

        play.change(fay.name, room=RoomId("one"))
        before = beats(play)
        assert fay.heard(since=before["fay"]) == {"bo"}
        assert bo.heard() == {"fay"}

        fay.wants(listen=None)
        play.change(fay.name, room=RoomId("plenary"))
        before = beats(play)
        assert fay.heard(since=before["fay"]) == {"ana"}
        assert bo.heard(since=before["bo"]) == set()


async def test_rooms_without_anybody_are_forgotten() -> None:
    async with playing(seat("ana"), seat("fay", is_staff=True)) as play:
        ana, fay = await entered(play, "ana", "fay")
        for room in ("one", "two", "plenary"):
            fay.wants(listen=RoomId(room))
            play.change(ana.name, room=RoomId(room))
            play.change(fay.name, room=RoomId(room))
            beats(play, 3)
            assert set(play.hall.rooms) == {room}

        fay.peer.end("gone", "")
        ana.peer.end("gone", "")

        assert play.hall.rooms == {}
        assert play.hall.peers == {}


# -- who may ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("microphone", {"muted": True}),
        ("microphone", {"microphone": False}),
        ("camera", {"camera": False}),
        ("screen", {"screen": False}),
    ],
)
async def test_what_is_not_permitted_is_not_forwarded(source: str, change: dict[str, object]) -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        ana, bo = await entered(play, "ana", "bo")
        beats(play)

        play.change(ana.name, **change)
        at_once = len(bo.got)
        ana.act()
        play.loop()
        assert bo.heard(source, since=at_once) == set()
        before = beats(play)

        assert bo.heard(source, since=before["bo"]) == set()
        others = {"microphone", "camera", "screen"} - {source}
        assert all(bo.heard(each, since=before["bo"]) == {"ana"} for each in others)
        assert given(play, bo, source) == set()


async def test_what_was_said_before_a_mute_is_not_sent_after_it() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        _, bo = await entered(play, "ana", "bo")
        beats(play)

        play.change(ParticipantId("ana"), muted=True, camera=False, screen=False)
        before = len(bo.got)
        for mid in bo.ssrcs.values():
            bo.asks(mid, [sequence for ssrc, sequence in bo.wires if bo.ssrcs[ssrc] == mid])

        assert len(bo.got) == before


async def test_nobody_is_unmuted_by_anything_but_their_seat() -> None:
    async with playing(seat("ana", muted=True), seat("bo")) as play:
        ana, bo = await entered(play, "ana", "bo")
        ana.wants(microphone=False)
        ana.wants(microphone=True)
        play.sit(seat("ana", "one", muted=True))
        play.sit(seat("ana", muted=True))
        before = beats(play)
        assert bo.heard(since=before["bo"]) == set()

        play.sit(seat("ana"))
        beats(play)

        assert bo.heard(since=before["bo"]) == {"ana"}


async def test_viewers_receive_and_send_nothing() -> None:
    viewer = seat("vi", is_viewer=True, microphone=False, camera=False, screen=False)
    async with playing(seat("ana"), viewer, seat("vo", is_viewer=True)) as play:
        ana, vi, vo = await entered(play, "ana", "vi", "vo")

        beats(play)

        for actor in (vi, vo):
            assert actor.heard() == actor.heard("camera") == actor.heard("screen") == {"ana"}
            assert actor.peer.sources == {}
        assert ana.got == []


# -- seats ------------------------------------------------------------------------------------------------------------


async def test_of_seats_told_twice_the_older_are_not_believed() -> None:
    async with playing(seat("ana")) as play:
        hall = play.hall
        hall.reseat("epoch", 5, [seat("ana", "five")], ())
        for generation in (5, 4, 1):
            hall.reseat("epoch", generation, [seat("ana", "older")], ())
        hall.open("epoch", 4, [seat("ana", "older")])
        hall.reseat("another", 9, [seat("ana", "other")], ())
        assert hall.seats == {"ana": seat("ana", "five")}

        hall.open("epoch", 5, [seat("ana", "five"), seat("bo")])
        assert set(hall.seats) == {"ana", "bo"}
        hall.reseat("epoch", 6, [seat("bo", "six")], [ParticipantId("ana")])
        assert hall.seats == {"bo": seat("bo", "six")}


async def test_another_history_replaces_all_seats() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        _ana, bo = await entered(play, "ana", "bo")
        beats(play)

        play.hall.open("restored", 0, [seat("ana", "one")])

        assert play.hall.seats == {"ana": seat("ana", "one")}
        assert bo.peer.has_ended
        assert set(play.hall.rooms) == {"one"}


async def test_who_is_put_out_is_heard_no_more() -> None:
    async with playing(seat("ana"), seat("bo")) as play:
        ana, bo = await entered(play, "ana", "bo")
        beats(play)

        play.sit(drop=(ana.name,))
        before = len(bo.got)
        ana.act()
        play.loop()

        assert ana.peer.has_ended
        assert ana.way.is_closed
        assert len(bo.got) == before
        assert slots(play, bo) == {}
