"""Robots play a whole agenda, led by one of them, and the minutes are public in the end."""

from __future__ import annotations

from html import unescape

from httpx2 import AsyncClient

from rooms.activities.adoption import Standing
from rooms.activities.board import Board, Note, Voting
from rooms.activities.conclusion import Conclusion
from rooms.activities.poll import Poll, PollState
from rooms.activities.question import Way
from rooms.activities.statement import Statement
from rooms.agenda import Workshop
from rooms.permissions import Role
from tests.serving import WORKSHOP, Served
from web.robots import Plan, play

COUNT = 4
STEPS = (
    {"title": "Accueil", "minutes": 5, "plenary": {"kind": "info", "text": "Bienvenue."}},
    {
        "title": "Idées",
        "minutes": 15,
        "plenary": {"kind": "board", "columns": [{"id": "c", "title": "Tout"}], "dots": 2},
    },
    {"title": "Conclusions", "minutes": 15, "groups": {"kind": "conclusion"}},
    {"title": "Mise en commun", "minutes": 15, "plenary": {"kind": "report_out"}},
)


async def test_an_agenda_is_played_to_public_minutes(server: Served) -> None:
    for name in ("Nord", "Sud"):
        await server.do("room.add", name=name)
    for step in reversed(STEPS):
        await server.do("step.add", **step)
    said: list[str] = []
    plan = Plan(count=COUNT, link=server.links[Role.ORGANIZER], minutes=0.5, rate=300, story=True)

    summary = await play(plan, said.append)

    assert summary.is_sound, summary
    state = server.state
    assert next(state.all(Workshop)).closed_at is not None
    assert next(state.all(Board)).voting is Voting.CLOSED
    assert sum(1 for _ in state.all(Note)) >= COUNT
    assert summary.passages > 0
    assert any(conclusion.texts for conclusion in state.all(Conclusion))
    statements = list(state.all(Statement))
    assert statements
    assert {statement.state for statement in statements} <= {Standing.ADOPTED, Standing.REJECTED, Standing.FROZEN}
    polls = [poll for poll in state.all(Poll) if poll.about]
    assert {(poll.way, poll.state) for poll in polls} == {(Way.SECRET, PollState.PUBLISHED)}
    async with AsyncClient(base_url=server.url, follow_redirects=True) as http:
        page = await http.get(f"/minutes/{WORKSHOP}")
    assert page.status_code == 200
    assert statements[0].text.split("\n")[0] in unescape(page.text)
    assert said[-1].endswith(f"/minutes/{WORKSHOP}")
