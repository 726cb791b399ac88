"""Data goes when people were told it would."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from facilitation.erasing import ErasePerson
from facilitation.founding import CloseWorkshop
from facilitation.people import Arrive
from facilitation.retention import DAY_MS, PurgeData, SetRetention, end_of
from rooms.activities.board import Note, Voting
from rooms.activities.dots import Dot, PlaceDots, SetVoting
from rooms.entity import Changes, Forget
from rooms.people import Attendance
from rooms.permissions import Role
from rooms.retention import Data, Purge, Retention
from tests.cast import OPEN_BOARD, Cast

WEEK = Retention(identity=7, attendance=7, speech=7, votes=7, texts=7, uploads=7, drafts=7)


def week(cast: Cast) -> None:
    cast.do(cast.odile, SetRetention(retention=WEEK))
    cast.do(None, Arrive(participant=cast.ana.id))
    board = cast.board(OPEN_BOARD)
    note = cast.note(cast.ana, board)
    cast.do(cast.farid, SetVoting(activity=board.id, voting=Voting.OPEN))
    cast.do(cast.bob, PlaceDots(note=note.id, count=1))
    cast.do(cast.odile, CloseWorkshop())


def purges(cast: Cast) -> dict[Data, dict[str, int]]:
    return {purge.data: purge.counts for purge in cast.state.all(Purge)}


def test_everything_goes_in_its_time_and_the_proof_stays(cast: Cast) -> None:
    week(cast)
    cast.wait(7 * DAY_MS - 1)
    assert purges(cast) == {}
    cast.wait(2)
    assert purges(cast) == {
        Data.IDENTITY: {"participant": 5},
        Data.ATTENDANCE: {"attendance": 1},
        Data.SPEECH: {},
        Data.VOTES: {"dot": 1},
        Data.TEXTS: {"note": 1},
        Data.UPLOADS: {},
        Data.DRAFTS: {},
    }
    assert {person.name for person in map(cast.record, (cast.ana, cast.odile))} == {""}
    (note,) = cast.state.all(Note)
    assert (note.text, note.dots) == ("", 1)
    assert not any(True for kind in (Dot, Attendance) for _ in cast.state.all(kind))


def test_history_forgets_with_the_present(cast: Cast) -> None:
    week(cast)
    cast.now += 7 * DAY_MS
    votes, texts = (cast.do(None, PurgeData(data=data)).aside[0] for data in (Data.VOTES, Data.TEXTS))
    assert isinstance(votes, Forget)
    assert isinstance(texts, Forget)
    assert ("dot" in votes.kinds, votes.texts) == (True, False)
    assert (texts.kinds, texts.texts) == ((), True)


def test_nothing_goes_before_its_time_or_while_the_workshop_is_open(cast: Cast) -> None:
    assert not cast.do(None, PurgeData(data=Data.IDENTITY))
    cast.do(cast.odile, CloseWorkshop())
    assert not cast.do(None, PurgeData(data=Data.IDENTITY))
    assert cast.record(cast.ana).name == "Ana"


def test_what_is_kept_stays(cast: Cast) -> None:
    cast.do(cast.odile, CloseWorkshop())
    cast.wait(100 * 365 * DAY_MS)
    assert end_of(cast.workshop, Data.TEXTS) is None
    assert Data.TEXTS not in purges(cast)
    assert Data.IDENTITY in purges(cast)


def test_only_organizers_say_for_how_long(cast: Cast) -> None:
    assert cast.code(cast.farid, SetRetention(retention=WEEK)) == "not_allowed"


@pytest.mark.parametrize("longer", [{"identity": 8}, {"texts": None}])
def test_a_promise_made_is_not_lengthened(cast: Cast, longer: dict[str, int | None]) -> None:
    week(cast)
    refused = cast.refused(cast.odile, SetRetention(retention=replace(WEEK, **longer)))
    assert (refused.code, refused.details) == ("retention_promised", {"data": next(iter(longer))})


def test_a_shorter_promise_is_kept_too(cast: Cast) -> None:
    cast.do(cast.odile, CloseWorkshop())
    cast.wait(10 * DAY_MS)
    cast.do(cast.odile, SetRetention(retention=WEEK))
    cast.wait(1)
    assert cast.record(cast.ana).name == ""


def test_staff_who_come_later_are_forgotten_after_a_day(cast: Cast) -> None:
    week(cast)
    cast.wait(8 * DAY_MS)
    late = cast.join("Zoé", Role.ORGANIZER)
    cast.do(None, Arrive(participant=late.id))
    cast.wait(DAY_MS - 1)
    assert cast.record(late).name == "Zoé"
    cast.wait(1)
    assert cast.record(late).name == ""
    assert purges(cast)[Data.IDENTITY] == {"participant": 6}
    assert list(cast.state.all(Attendance)) == []


def test_a_purge_after_which_nothing_is_left_says_so_once(cast: Cast) -> None:
    week(cast)
    cast.wait(8 * DAY_MS)
    (before,) = (purge for purge in cast.state.all(Purge) if purge.data is Data.TEXTS)
    assert answers(cast, [Data.TEXTS, Data.TEXTS]) == [Changes(), Changes()]
    assert cast.again(before) == before


def answers(cast: Cast, kinds: Sequence[Data]) -> list[Changes]:
    return [cast.do(None, PurgeData(data=data)) for data in kinds]


def test_names_that_were_erased_before_are_not_counted(cast: Cast) -> None:
    week(cast)
    cast.do(cast.ana, ErasePerson(person=cast.ana.id))
    cast.wait(8 * DAY_MS)
    assert purges(cast)[Data.IDENTITY] == {"participant": 4}
