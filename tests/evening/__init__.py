"""A whole evening as it could be lived in a town hall, in three languages, moment by moment.

Its words are invented; they lie in one file per language beside this one.
"""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from realtime.client import Client
from realtime.writer import Writer
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import Citation, Conclusion
from rooms.activities.poll import Poll
from rooms.activities.report_out import ReportOut
from rooms.activities.statement import Statement
from rooms.agenda import Room, RoomKind, Step
from rooms.ids import ConclusionId, StatementId
from rooms.paper import Paper
from rooms.permissions import Role
from tests.serving import Served
from tests.stage import Stage, set_stage
from web.doors import Entered
from web.languages import Catalogues, Texts

LOCALES = Path(__file__).parents[2] / "web" / "locales"
CATALOGUES = Catalogues(
    LOCALES,
    "common",
    "activities",
    "conclusion",
    "polls",
    "reporting",
    "media",
    "room",
    "desk",
    "agenda",
    "floor",
    "tower",
    "order",
    "compose",
    "methods",
    "rehearsal",
    "pages",
)
PAPERS = list(Paper)
ANSWERS = (0, 0, 1, 0, 2, 0, 1, 3, 0, 1, 2, 0)
"""What each person answers to the first question."""


@dataclass(frozen=True, slots=True)
class Moment:
    """`in_room` and `at_desk` are words that tell that a page has followed."""

    name: str
    in_room: str
    at_desk: str


@dataclass(slots=True)
class Evening:
    stage: Stage
    words: dict[str, Any]
    texts: Texts
    people: list[Entered]
    facilitator: Entered
    organizer: Entered
    viewer: Entered

    async def moments(self) -> AsyncIterator[Moment]:
        """The evening goes on each time the next moment is asked for."""
        words, texts = self.words, self.texts
        ideas, poll, groups = words["ideas"], words["poll"], words["groups"]
        yield Moment("before", texts("empty-before"), texts("screen-before"))
        await self.stage.go_to(words["welcome"]["step"])
        yield Moment("welcome", words["welcome"]["title"], words["welcome"]["title"])
        await self.write()
        yield Moment("hidden", texts("board-hidden"), texts("board-is-hidden"))
        await self.reveal()
        yield Moment("revealed", words["announcement"], ideas["stack"])
        await self.stage.do("board.vote", activity=self.board.id, voting="open")
        await self.place_dots()
        yield Moment("dots", texts("dots-add", mine=0), texts("voting-open"))
        await self.stage.do("board.vote", activity=self.board.id, voting="closed")
        yield Moment("counted", ideas["notes"][0][3], texts("voting-closed"))
        await self.stage.go_to(poll["step"])
        await self.stage.do("poll.open", poll=self.poll(poll["first"]).id)
        await self.answer()
        yield Moment("poll", poll["first"], texts("poll-close"))
        await self.publish()
        yield Moment("published", texts("poll-who"), texts("poll-is-published"))
        await self.stage.go_to(groups["step"])
        await self.stage.do("groups.open", filling="choose")
        await self.choose()
        yield Moment("choosing", texts("group-choose"), texts("groups-choosing"))
        await self.open_groups()
        yield Moment("groups", groups["question"], texts("groups-open"))
        await self.stage.go_to(words["conclude"]["step"])
        await self.conclude()
        minority = words["conclude"]["groups"][1]["minority"]
        yield Moment("concluding", minority, words["conclude"]["title"])
        await self.freeze()
        yield Moment("concluded", texts("conclusion-frozen"), words["conclude"]["title"])
        await self.stage.do("groups.close", at=self.stage.served.house.now())
        await self.stage.go_to(words["report"]["step"])
        await self.present(self.groups[:2])
        yield Moment("presenting", minority, minority)
        await self.present([*self.groups[2:], None])
        await self.write_together()
        yield Moment("deciding", texts("standing-voting"), texts("standing-voting"))
        await self.stage.go_to(words["close"]["step"])
        await self.raise_hands()
        yield Moment("hands", words["close"]["hands"], words["close"]["hands"])
        await self.stage.do("workshop.close", by=self.organizer)
        yield Moment("closed", texts("closed-title"), texts("workshop-closed"))

    @property
    def board(self) -> Board:
        """The one all share."""
        plenary = self.stage.one(Room, room_kind=RoomKind.PLENARY)
        return self.stage.one(Board, room=plenary.id)

    def poll(self, question: str) -> Poll:
        return self.stage.one(Poll, question=question)

    def notes(self, column: int) -> list[Note]:
        notes = self.stage.every(Note, activity=self.board.id, column=self.board.plan.columns[column].id)
        return sorted(notes, key=lambda note: note.order)

    async def write(self) -> None:
        ideas = self.words["ideas"]
        await self.stage.go_to(ideas["step"])
        writers, papers = cycle(self.people), cycle(PAPERS[:4])
        for column, texts in zip(self.board.plan.columns, ideas["notes"], strict=True):
            for text in texts:
                await self.stage.do(
                    "note.write", next(writers), activity=self.board.id, column=column.id, text=text, paper=next(papers)
                )

    async def reveal(self) -> None:
        await self.stage.do("board.reveal", activity=self.board.id)
        first, second, third, *_ = self.notes(0)
        for note in (second, third):
            await self.stage.do("note.stack", self.people[1], note=note.id, onto=first.id)
        stack = self.stage.one(Note, id=first.id).stack
        await self.stage.do("stack.title", self.people[1], stack=stack, title=self.words["ideas"]["stack"])
        heat, cars, again, *_ = self.notes(1)
        await self.stage.do("note.stack", self.people[2], note=again.id, onto=cars.id)
        for person, text in zip(self.people[2:], self.words["ideas"]["comments"], strict=False):
            await self.stage.do("comment.write", person, note=first.id, text=text)
        await self.stage.do("comment.write", self.people[4], note=heat.id, text=self.words["ideas"]["comments"][0])
        room = self.stage.one(Room, room_kind=RoomKind.PLENARY).id
        for person, text in zip(self.people[1:], self.words["messages"], strict=False):
            await self.stage.do("message.send", person, text=text, room=room)
        await self.stage.do("message.send", self.people[5], text=self.words["help"], reach="staff")
        await self.stage.do("message.send", self.facilitator, text=self.words["announcement"], reach="all")

    async def place_dots(self) -> None:
        notes = [self.notes(column)[row] for column in range(3) for row in (0, 3, 4)]
        for number, person in enumerate(self.people[1:]):
            for turn in (0, 1, 3 + number % 3):
                await self.stage.do("dot.place", person, note=notes[(number // 2 + turn) % len(notes)].id, count=1)

    async def answer(self) -> None:
        poll = self.poll(self.words["poll"]["first"])
        for person, choice in list(zip(self.people, ANSWERS, strict=True))[1:]:
            await self.stage.do("ballot.cast", person, poll=poll.id, choices=[poll.options[choice].id])

    async def publish(self) -> None:
        poll = self.poll(self.words["poll"]["first"])
        await self.stage.do("ballot.cast", self.people[0], poll=poll.id, choices=[poll.options[0].id])
        await self.stage.do("poll.close", poll=poll.id)
        await self.stage.do("poll.publish", poll=poll.id)

    @property
    def groups(self) -> list[Room]:
        return sorted(self.stage.every(Room, room_kind=RoomKind.GROUP), key=lambda room: room.order)

    async def choose(self) -> None:
        for person, number in zip(self.people[4:], (0, 0, 0, 1, 2), strict=False):
            await self.stage.do("group.choose", person, room=self.groups[number].id)

    async def open_groups(self) -> None:
        await self.stage.do("group.choose", self.people[0], room=self.groups[1].id)
        await self.stage.do("groups.open", filling="draw", can_switch=True)
        words = self.words["groups"]
        for room in self.groups:
            board = self.stage.one(Board, room=room.id)
            writers = cycle([person for person in self.people if self.stage.room_of(person) == room])
            for column, texts in zip(board.plan.columns, words["notes"], strict=True):
                for text in texts:
                    await self.stage.do("note.write", next(writers), activity=board.id, column=column.id, text=text)

    async def conclude(self) -> None:
        """Every group but the last writes what it concludes, and quotes one of its notes."""
        for room, words in zip(self.groups, self.words["conclude"]["groups"], strict=False):
            conclusion = self.stage.one(Conclusion, room=room.id)
            *_, person = (person for person in self.people if self.stage.room_of(person) == room)
            note = self.stage.every(Note, room=room.id)[0]
            await self.stage.do("citation.add", person, conclusion=conclusion.id, field="agreed", note=note.id)
            async with writing(self.stage, person, conclusion.id) as pen:
                await pen.write("agreed", f"{words['agreed']} ")
                await pen.cite("agreed", self.stage.one(Citation, conclusion=conclusion.id).id)
                for proposal in words["proposals"]:
                    await pen.write("proposals", proposal)
                    await pen.write("proposals", "\n", list="ordered")
                await pen.write("minority", words.get("minority", ""))

    async def freeze(self) -> None:
        for conclusion in self.stage.every(Conclusion):
            await self.stage.do("conclusion.freeze", conclusion=conclusion.id)

    @property
    def report(self) -> ReportOut:
        return self.stage.one(ReportOut)

    async def present(self, rooms: Iterable[Room | None]) -> None:
        await self.stage.served.until(
            lambda: all(each.recorded_at is not None for each in self.stage.every(Conclusion))
        )
        for room in rooms:
            room_id = room.id if room else None
            await self.stage.do(
                "report_out.present", activity=self.report.id, room=room_id, seen=self.report.presenting
            )

    async def write_together(self) -> None:
        """Three statements: one is adopted, one is being voted on, one is still a draft."""
        words, said = self.words["report"], self.words["conclude"]["groups"]
        ways, green, shops, _ = self.groups
        trees = await self.state(words["trees"], (green, said[1]["agreed"]), minority=said[1]["minority"])
        cars = await self.state(words["cars"], (ways, said[0]["agreed"]), (shops, said[2]["agreed"]))
        await self.state(words["evening"], (shops, said[2]["agreed"]))
        for statement, room, stand in ((trees, ways, "for"), (trees, shops, "against"), (cars, green, "for")):
            await self.stage.do("statement.stand", statement=statement, room=room.id, stand=stand)
        adopted = await self.put_to_vote(trees, words["adopt"])
        for person, choice in zip(self.people, ANSWERS, strict=True):
            await self.stage.do("ballot.cast", person, poll=adopted.id, choices=[adopted.options[min(choice, 2)].id])
        await self.stage.do("poll.close", poll=adopted.id)
        await self.stage.do("poll.publish", poll=adopted.id)
        await self.put_to_vote(cars, words["decide"], way="secret")

    async def state(self, text: str, *sources: tuple[Room, str], minority: str = "") -> StatementId:
        known = {statement.id for statement in self.stage.every(Statement)}
        taken = [
            {"conclusion": self.stage.one(Conclusion, room=room.id).id, "field": "agreed", "words": words}
            for room, words in sources
        ]
        await self.stage.do("statement.add", activity=self.report.id, text=text, minority=minority, sources=taken)
        (made,) = {statement.id for statement in self.stage.every(Statement)} - known
        return made

    async def put_to_vote(self, statement: StatementId, question: str, way: str = "named") -> Poll:
        asked = {"text": question, "options": self.words["report"]["options"], "way": way}
        await self.stage.do("statement.put_to_vote", statement=statement, **asked)
        return self.stage.one(Poll, about=statement)

    async def raise_hands(self) -> None:
        poll = self.poll(self.words["close"]["hands"])
        await self.stage.do("poll.open", poll=poll.id)
        await self.stage.do("poll.count", poll=poll.id, votes=[9, 1, 2])


@asynccontextmanager
async def writing(stage: Stage, who: Entered, conclusion: ConclusionId) -> AsyncIterator[Writer]:
    """Somebody at a conclusion, without a page."""
    client = Client(stage.served.url, who.session)
    running = asyncio.create_task(client.run())
    await client.is_here.wait()
    writer = Writer(client, conclusion)
    await writer.open()
    yield writer
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


def told_in(language: str) -> tuple[dict[str, Any], Texts]:
    """What is said that evening, and what pages say."""
    words = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))
    return words, CATALOGUES[language]


async def open_evening(served: Served, language: str) -> Evening:
    """Everybody has come in and nothing has begun."""
    words, texts = told_in(language)
    stage = await set_stage(served, words["title"], language)
    await prepare(stage, words)
    people = [await stage.enter(name) for name in words["people"]]
    return Evening(
        stage,
        words,
        texts,
        people,
        await stage.enter(words["facilitator"], Role.FACILITATOR),
        await stage.enter(words["organizer"], Role.ORGANIZER),
        await stage.enter(words["viewer"], Role.VIEWER),
    )


async def prepare(stage: Stage, words: dict[str, Any]) -> None:
    for room, paper in zip(words["rooms"], (Paper.SKY, Paper.LINDEN, Paper.PEACH, Paper.LILAC), strict=True):
        await stage.do("room.add", name=room["name"], theme=room["theme"], paper=paper, capacity=4)
    parts = ("welcome", "ideas", "poll", "groups", "conclude", "report", "close")
    welcome, ideas, poll, groups, conclude, report, close = (words[part] for part in parts)
    await stage.add_step(welcome["step"], minutes=10, plenary=info(welcome))
    await stage.add_step(
        ideas["step"], minutes=20, plenary=board(ideas["title"], ideas["instructions"], ideas["columns"])
    )
    names = [room["name"] for room in words["rooms"]]
    questions = [question(poll["first"], poll["first_options"]), question(poll["second"], names, most=2)]
    await stage.add_step(poll["step"], minutes=10, plenary=polling(poll, questions))
    apart = board(groups["question"], groups["question_instructions"], groups["columns"], hidden=False)
    talk = {"kind": "discussion", "title": groups["title"], "instructions": groups["instructions"]}
    await stage.add_step(groups["step"], minutes=30, plenary=talk, groups=apart)
    talk = {"kind": "discussion", "title": conclude["title"], "instructions": conclude["instructions"]}
    together = {"kind": "conclusion", "title": conclude["question"], "instructions": conclude["question_instructions"]}
    await stage.add_step(conclude["step"], minutes=20, plenary=talk, groups=together)
    shared = {"kind": "report_out", "title": report["title"], "instructions": report["instructions"]}
    await stage.add_step(report["step"], minutes=30, plenary=shared)
    hands = question(close["hands"], close["hands_options"], way="hands")
    await stage.add_step(close["step"], minutes=10, plenary=polling(close, [hands]))
    assert len(stage.every(Step)) == 7


def info(words: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "info", "title": words["title"], "text": words["text"]}


def board(title: str, instructions: str, columns: list[str], hidden: bool = True) -> dict[str, Any]:
    listed = [{"id": f"c{number}", "title": column} for number, column in enumerate(columns, 1)]
    return {"kind": "board", "title": title, "instructions": instructions, "columns": listed, "hidden": hidden}


def polling(words: dict[str, Any], questions: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "kind": "poll",
        "title": words["title"],
        "instructions": words["instructions"],
        "questions": questions,
    }


def question(text: str, options: list[str], most: int = 1, way: str = "named") -> dict[str, Any]:
    return {"text": text, "options": options, "most": most, "way": way}
