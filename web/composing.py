"""Proposals of groups over HTTP: worked out by a process of its own, and given to staff to do the sum again."""

from __future__ import annotations

import asyncio
import sys
from random import SystemRandom

import msgspec
from msgspec import Struct, field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from facilitation.composing import Problem
from facilitation.constraints import Impossible
from facilitation.drawing import SEED_MAX, Draw, DrawPlan, DrawWay, group_rooms, problem_of, refused_by, rows_of
from facilitation.placing import Placed, placed
from facilitation.proposing import RecordDraw, sheet_of
from realtime.gateway import Gateway
from rooms.chance import Chance
from rooms.deciding import SYSTEM
from rooms.ids import CommandId, DrawId, ParticipantId, RoomId
from rooms.permissions import Permission
from rooms.refusal import Refused
from web.answers import json
from web.bodies import decoded
from web.doors import Doors, Member, accepted

TIME_S = 20
"""Longer than the sum of any workshop takes."""


class Solved(Struct, frozen=True):
    """What the process that works it out says: groups, or what is impossible."""

    seating: tuple[int, ...] = ()
    code: str = ""
    who: tuple[int, ...] = ()
    where: tuple[int, ...] = ()
    figures: dict[str, int] = field(default_factory=dict)


class Wish(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Without a seed another one is drawn. `table` is CSV text of people and their groups."""

    plan: DrawPlan
    table: str = ""
    seed: int | None = None


class Composing:
    def __init__(self, doors: Doors, gateway: Gateway) -> None:
        self._doors = doors
        self._gateway = gateway
        self._chance = Chance(SystemRandom())

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/draws", self.propose, methods=["POST"]),
            Route("/api/draws/{draw}", self.sheet),
        ]

    async def propose(self, request: Request) -> Response:
        """Raises Refused: what the rules contradict, "no_groups", or what the table lacks."""
        member = await self._member(request)
        member.require(Permission.STEER)
        wish = await decoded(request, Wish)
        seed = wish.seed if wish.seed is not None else SystemRandom().randint(1, SEED_MAX)
        plan = msgspec.structs.replace(wish.plan, seed=seed)
        state = member.live.state
        rooms = tuple(room.id for room in group_rooms(state))
        if not rooms:
            raise Refused("no_groups")
        people, staff = rows_of(state, plan)
        # In an order that says nothing: whoever does the sum again must not find people by it.
        people, staff = self._chance.shuffled(people), self._chance.shuffled(staff)
        rows, report = (*people, *staff), Placed()
        if plan.way in (DrawWay.FILE, DrawWay.HAND):
            if plan.way is DrawWay.FILE:
                report = placed(state, wish.table)
            seats = report.seating or {person: plan.pins[person] for person in plan.pins}
            seating = tuple(rooms.index(seats[row]) if seats.get(row) in rooms else -1 for row in rows)
            record = self._record(plan, rows, rooms, seating, None)
        else:
            problem = problem_of(state, plan, people, staff)
            seating = await self._solve(problem, rows, rooms)
            record = self._record(plan, rows, rooms, seating, problem)
        accepted(await self._gateway.do(member.live.id, SYSTEM, record, CommandId(f"draw-{record.draw}")))
        return json({"draw": record.draw, "unmatched": report.unmatched, "missing": report.missing}, 201)

    def _record(
        self,
        plan: DrawPlan,
        rows: tuple[ParticipantId, ...],
        rooms: tuple[RoomId, ...],
        seating: tuple[int, ...],
        problem: Problem | None,
    ) -> RecordDraw:
        id = DrawId(self._chance.id())
        return RecordDraw(draw=id, plan=plan, rows=rows, rooms=rooms, seating=seating, problem=problem)

    async def _solve(
        self, problem: Problem, rows: tuple[ParticipantId, ...], rooms: tuple[RoomId, ...]
    ) -> tuple[int, ...]:
        solved = await solve(problem)
        if solved.code:
            impossible = Impossible(solved.code, solved.who, solved.where, **solved.figures)
            raise refused_by(impossible, rows, rooms)
        return solved.seating

    async def sheet(self, request: Request) -> Response:
        """For staff, who know what people answered: once people were sent by it they may do the sum again. In a small
        group two answers of somebody tell which row is theirs, so others are told the rule, the seed and how many."""
        member = await self._member(request)
        draw = member.live.state.maybe(Draw, request.path_params["draw"])
        if draw is None or draw.sent_at is None:
            raise Refused("unknown", kind="draw")
        if not member.person.role.is_staff:
            return json(draw.told_to_all())
        sheet = sheet_of(draw)
        if sheet is None:
            raise Refused("unknown", kind="draw")
        headers = {"Content-Disposition": f'attachment; filename="draw-{draw.plan.seed}.json"'}
        return json(sheet, headers=headers)

    async def _member(self, request: Request) -> Member:
        return await self._doors.member(request.headers.get("authorization", ""))


async def solve(problem: Problem) -> Solved:
    """By a process of its own: the loop of a web process has others to answer."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "web.solving", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(msgspec.json.encode(problem)), TIME_S)
    except (asyncio.CancelledError, TimeoutError):
        process.kill()
        raise
    return msgspec.json.decode(said, type=Solved)
