"""The workshop most browser tests play in: a board that is open to all, a poll, two groups."""

from __future__ import annotations

from rooms.activities.board import Board, Note
from rooms.activities.poll import Poll
from rooms.agenda import Room, RoomKind
from tests.evening import board, polling, question
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered

QUESTION = "Que manque-t-il à la place ?"
KEEP, CHANGE = "Garder", "Changer"


async def set_scene(served: Served, hidden: bool = False, url: str | None = None) -> Stage:
    stage = await set_stage(served, "Réinventer la place", url=url)
    for name in ("Mobilités", "Végétal"):
        await stage.do("room.add", name=name)
    await stage.add_step("Idées", plenary=board(QUESTION, "Une idée par post-it.", [KEEP, CHANGE], hidden=hidden))
    poll = question("Par quoi commencer ?", ["Les arbres", "Les bancs"])
    vote = polling({"title": "Une question", "instructions": "Vote nominatif."}, [poll])
    await stage.add_step("Priorités", plenary=vote)
    talk = {"kind": "discussion", "title": "Les groupes travaillent"}
    apart = board("Que proposez-vous ?", "", ["Propositions"], hidden=False)
    await stage.add_step("En groupes", plenary=talk, groups=apart)
    return stage


def plenary_board(stage: Stage) -> Board:
    return stage.one(Board, room=stage.one(Room, room_kind=RoomKind.PLENARY).id)


async def write(stage: Stage, who: Entered, text: str, column: int = 0) -> Note:
    on = plenary_board(stage)
    await stage.do("note.write", who, activity=on.id, column=on.plan.columns[column].id, text=text)
    return stage.one(Note, text=text)


def texts_in(stage: Stage, column: int) -> list[str]:
    """What a column says from top to bottom."""
    on = plenary_board(stage)
    notes = stage.every(Note, activity=on.id, column=on.plan.columns[column].id)
    return [note.text for note in sorted(notes, key=lambda note: note.order)]


async def open_poll(stage: Stage) -> Poll:
    poll = stage.one(Poll)
    await stage.do("poll.open", poll=poll.id)
    return poll
