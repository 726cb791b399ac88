"""A worker and its web processes: offers answered or refused, tabs, messages to who they are for, faults endured."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from media.control import LineRole, People, Slots, Speaking, Spoken, Stands, Wanted, Wish
from media.halls import Halls
from media.host import Worker
from media.light import LightClient
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused
from tests.media.house import (
    EPOCH,
    LISTENING,
    SOON_S,
    SOUND,
    WORKSHOP,
    House,
    at_home,
    inhabited,
    seat,
    within,
)
from tests.media.link import until

# -- offers -----------------------------------------------------------------------------------------------------------


def altered(client: LightClient, what: str) -> str:
    offer = client.offer
    head, *lines = offer.split("m=")
    match what:
        case "none":
            return head
        case "200 m-lines":
            return head + "".join(
                f"m={line}".replace(f"a=mid:{at % 3}", f"a=mid:{at}") for at, line in enumerate(lines[:3] * 67)
            )
        case "no rids":
            return "".join(line for line in offer.splitlines(keepends=True) if not line.startswith("a=rid:"))
        case "no fingerprint":
            return offer.replace("a=fingerprint", "a=fingertip")
        case "no ufrag":
            return offer.replace("a=ice-ufrag", "a=ice")
        case "no opus, no VP8":
            return offer.replace("opus", "speex").replace("VP8", "VP7")
        case "huge":
            return offer + "a=x\r\n" * 50_000
    return what


@pytest.mark.parametrize(
    "what",
    [
        "none",
        "200 m-lines",
        "no rids",
        "no fingerprint",
        "no ufrag",
        "no opus, no VP8",
        "huge",
        "",
        "v=0",
        "\0" * 100,
        "é",
    ],
)
async def test_an_offer_that_cannot_be_answered_is_refused_by_its_name_and_leaves_nothing(what: str) -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"))
        bo = await house.enter("bo")
        client = LightClient(house.crowd)
        before = len(home.mux._transports)

        with pytest.raises(Refused) as refused:
            await house.media.offer(WORKSHOP, ParticipantId("ana"), "c", altered(client, what), client.lines, "phone")

        assert refused.value.code == "offer_invalid"
        assert 0 < len(refused.value.details["reason"]) < 200
        assert len(home.mux._transports) == before
        assert set(home.halls[WORKSHOP].peers) == {"bo"}
        assert bo.standings == ["connected"]
        await house.enter("ana")


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        ({}, None),
        ({"no such line": "voice"}, None),
        ({"0": "camera"}, None),
        ({"0": "voice"}, None),
        ({"0": "microphone", "1": "microphone", "2": "camera"}, {"microphone", "camera"}),
        ({"0": "microphone", "3": "face", "7": "voice"}, {"microphone"}),
    ],
)
async def test_lines_are_taken_for_what_they_can_be(lines: dict[str, LineRole], roles: set[str] | None) -> None:
    async with within() as (house, home):
        house.sit(seat("ana"))
        client = LightClient(house.crowd, ("microphone", "camera", "screen", "voice", "voice", "voice", "face", "face"))
        offered = house.media.offer(WORKSHOP, ParticipantId("ana"), "connection", client.offer, lines, "phone")
        if roles is None:
            with pytest.raises(Refused, match="offer_invalid"):
                await offered
            return

        await offered

        peer = home.halls[WORKSHOP].peers[ParticipantId("ana")]
        assert set(peer.sources) == roles
        assert (peer.voices, peer.faces, peer.shared) == ([], [], [])


async def test_a_bad_offer_does_not_end_the_connection_there_is() -> None:
    async with within() as (house, _):
        house.sit(seat("ana"), seat("bo"))
        ana, bo = await house.enter("ana", SOUND), await house.enter("bo", SOUND)
        await ana.talk()

        for connection in (ana.connection, "another"):
            with pytest.raises(Refused, match="offer_invalid"):
                await house.media.offer(WORKSHOP, ana.name, connection, "v=0", ana.client.lines, "phone")

        assert ana.standings == ["connected"]
        await bo.gets("ana")


async def test_who_has_no_seat_has_no_connection() -> None:
    async with within() as (house, _):
        house.sit(seat("ana"))
        client = LightClient(house.crowd)
        for workshop, who in ((WORKSHOP, "bo"), (WorkshopId("other"), "ana")):
            with pytest.raises(Refused, match="unknown"):
                await house.media.offer(workshop, ParticipantId(who), "c", client.offer, client.lines, "phone")
            with pytest.raises(Refused, match="unknown"):
                await house.media.wish(workshop, ParticipantId(who), "c", Wish())


async def test_so_many_viewers_and_no_more() -> None:
    async with within(viewers_max=2) as (house, _):
        house.sit(*(seat(name, is_viewer=True) for name in ("vi", "vo", "vu")), seat("ana"))
        vi = await house.enter("vi", LISTENING)
        await house.enter("vo", LISTENING)

        with pytest.raises(Refused) as refused:
            await house.enter("vu", LISTENING)
        assert (refused.value.code, refused.value.details) == ("viewers_full", {"most": 2})

        await house.enter("vi", LISTENING)
        await house.enter("ana")
        await until(lambda: vi.standings == ["connected", "replaced"])
        house.media.leave(WORKSHOP, vi.name)
        await house.enter("vu", LISTENING)


async def test_viewers_receive_and_what_they_send_is_heard_by_nobody() -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("vi", is_viewer=True), seat("bo"))
        ana = await house.enter("ana")
        vi = await house.enter("vi", layout="grid", faces=4, microphone=True, camera=True)
        bo = await house.enter("bo", layout="grid", faces=4)
        await ana.talk()
        await ana.film()

        await vi.gets("ana")
        await vi.gets("ana", "camera")

        assert vi.client.sending == {}
        assert home.halls[WORKSHOP].peers[vi.name].sources == {}
        assert not bo.hears("vi")


# -- two tabs ---------------------------------------------------------------------------------------------------------


async def test_the_newest_of_two_tabs_has_the_call_and_the_older_is_told() -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"))
        bo = await house.enter("bo", SOUND)
        older = await house.enter("ana", SOUND)
        await older.talk()
        await bo.gets("ana")

        newer = await house.enter("ana", SOUND)
        await until(lambda: "replaced" in older.standings)
        older.say()
        await older.is_closed()
        with pytest.raises(Refused, match="unknown"):
            await older.wants(microphone=True)
        house.media.leave(WORKSHOP, older.name, older.connection)
        await newer.talk()
        await bo.gets("ana")

        assert newer.standings == ["connected"]
        assert home.halls[WORKSHOP].peers[newer.name].connection == newer.connection


async def test_who_leaves_is_heard_no_more_and_may_come_back() -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"))
        bo = await house.enter("bo", SOUND)
        for _ in range(2):
            ana = await house.enter("ana", SOUND)
            await ana.talk()
            await bo.gets("ana")
            house.media.leave(WORKSHOP, ana.name, ana.connection)
            await until(lambda: bo.slots == {})
            await ana.stands("gone")
            assert ana.name not in home.halls[WORKSHOP].peers
            await ana.is_closed()


async def test_who_is_put_out_has_no_call_any_more() -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"))
        ana, bo = await house.enter("ana", SOUND), await house.enter("bo", SOUND)
        await ana.talk()
        await bo.gets("ana")

        house.sit(drop=("ana",))

        await ana.is_closed()
        await until(lambda: bo.slots == {})
        assert set(home.halls[WORKSHOP].peers) == {"bo"}


# -- several web processes --------------------------------------------------------------------------------------------


@asynccontextmanager
async def two_webs() -> AsyncIterator[tuple[House, House, Halls]]:
    async with (
        at_home() as (path, secret, home),
        inhabited(Worker(None, path, secret)) as one,
        inhabited(Worker(None, path, secret)) as other,
    ):
        yield one, other, home


async def test_each_person_is_told_through_the_web_process_they_came_by() -> None:
    async with two_webs() as (one, other, _):
        seats = seat("ana"), seat("bo")
        one.open(*seats)
        other.open(*seats)
        ana, bo = await one.enter("ana", SOUND), await other.enter("bo", SOUND)
        await ana.talk()
        await bo.gets("ana")
        await until(lambda: bo.given("microphone") == {"ana"})
        await until(lambda: bool(one.all(Speaking) and other.all(Speaking) and one.all(People) and other.all(People)))
        await until(lambda: bool(one.all(Spoken) + other.all(Spoken)), SOON_S)

        for house, mine in ((one, ana), (other, bo)):
            personal = [said for said in house.said if isinstance(said, Slots | Wanted | Stands)]
            assert {said.connection for said in personal} == {mine.connection}
        assert not (one.all(Spoken) and other.all(Spoken)), "who speaks is counted once"


async def test_the_web_process_that_knows_less_is_not_believed() -> None:
    async with two_webs() as (one, other, home):
        one.open(seat("ana", "old"))
        other.open(seat("ana", "old"))
        one.sit(seat("ana", "new"))
        await one.heeded()

        other.media.open(WORKSHOP, EPOCH, 1, [seat("ana", "old")])
        await other.heeded()
        assert home.halls[WORKSHOP].seats[ParticipantId("ana")].room == "new"

        other.media.reseat(WORKSHOP, EPOCH, 2, [seat("ana", "old")])
        await other.heeded()
        assert home.halls[WORKSHOP].seats[ParticipantId("ana")].room == "new"

        other.media.open(WORKSHOP, "restored", 1, [seat("ana", "restored")])
        one.sit(seat("ana", "lost"))
        await other.heeded()
        await one.heeded()
        assert home.halls[WORKSHOP].seats[ParticipantId("ana")].room == "restored"


async def test_a_workshop_ends_with_the_last_web_process_that_serves_it() -> None:
    async with two_webs() as (one, other, home):
        one.open(seat("ana"), seat("bo"))
        other.open(seat("ana"), seat("bo"))
        ana, bo = await one.enter("ana", SOUND), await other.enter("bo", SOUND)

        one.media.close(WORKSHOP)
        await ana.talk()
        await bo.gets("ana")

        other.media.close(WORKSHOP)
        await until(lambda: home.halls == {} and ana.client.is_closed and bo.client.is_closed)
        one.open(seat("ana"))
        await one.heeded()
        assert set(home.halls[WORKSHOP].seats) == {"ana"}


async def test_a_workshop_opened_before_anybody_came_takes_them_in() -> None:
    async with within() as (house, _):
        house.open()
        await house.heeded()
        house.sit(seat("ana"))
        await house.enter("ana")


async def test_calls_outlive_a_web_process_and_the_next_is_told_what_it_missed() -> None:
    async with two_webs() as (one, other, home):
        one.open(seat("ana"), seat("bo"))
        ana, bo = await one.enter("ana", SOUND), await one.enter("bo", SOUND)
        await ana.talk()
        await bo.gets("ana")

        await one.media.stop()
        await until(lambda: len(home.links) == 1)
        await bo.gets("ana")
        other.generation = one.generation
        other.open(seat("ana"), seat("bo"))
        bo.house = other
        await bo.wants()

        assert bo.given("microphone") == {"ana"}
        assert bo.standings == ["connected"]
        assert bo.wanted is not None
        assert {said.room for said in other.all(People) if said.all and said.put} == {"plenary"}


# -- what must not stop it --------------------------------------------------------------------------------------------


async def test_a_connection_that_cannot_be_looked_after_costs_nobody_else_anything(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"), seat("cy"))
        ana, bo, cy = [await house.enter(name, SOUND) for name in ("ana", "bo", "cy")]
        hall = home.halls[WORKSHOP]

        def fails(now: float) -> None:
            raise RuntimeError("a fault of ours")

        monkeypatch.setattr(hall.peers[ana.name], "watch", fails)
        monkeypatch.setattr(hall.peers[cy.name], "repair", fails)
        await until(lambda: "gone" in ana.standings and "gone" in cy.standings)
        await house.enter("ana", SOUND)
        await (again := await house.enter("cy", SOUND)).talk()
        await bo.gets("cy")

        assert "a fault of ours" in caplog.text
        assert again.standings == ["connected"]


async def test_time_goes_on_whatever_fails(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"))

        def fails(*_: object) -> None:
            raise RuntimeError("a fault of ours")

        for name in ("_measure", "_tick"):
            monkeypatch.setattr(home, name, fails)
        monkeypatch.setattr("media.halls.METRICS_S", 0.02)
        await until(lambda: caplog.text.count("a fault of ours") > 3)
        monkeypatch.setattr(home, "_open", fails)
        house.media.open(WorkshopId("other"), EPOCH, 1, [seat("ana")])
        await house.heeded()
        monkeypatch.undo()

        ana, bo = await house.enter("ana", SOUND), await house.enter("bo", SOUND)
        await ana.talk()
        await bo.gets("ana")
        assert house.lost == 0


async def test_what_a_worker_holds_of_who_has_gone_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("media.halls.METRICS_S", 0.02)
    async with within() as (house, home):
        house.sit(seat("ana"), seat("bo"))
        for _ in range(5):
            ana, bo = await house.enter("ana"), await house.enter("bo")
            await ana.talk()
            await bo.gets("ana")
            ana.client.close()
            house.media.leave(WORKSHOP, bo.name)
            for caller in (ana, bo):
                await caller.stands("gone")
        house.media.close(WORKSHOP)

        await until(lambda: not (home.halls or home.homes or home.mux._transports))
        assert all(not port.owners for port in home.mux._ports)
