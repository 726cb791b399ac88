"""What facilitators have in hand, moment by moment: a second workshop in the same town, with twice the people."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx2

from facilitation.drawing import Draw
from facilitation.shares import AddSpeech
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import Conclusion
from rooms.activities.gallery import Gallery
from rooms.agenda import Room, RoomKind, Step
from rooms.deciding import SYSTEM
from rooms.floor import turns_in
from rooms.ids import OptionId, QuestionId
from rooms.paper import Paper
from rooms.permissions import Role
from rooms.registration import RegistrationQuestion
from rooms.speech import Spoken
from tests.evening import Evening, Moment, board, told_in
from tests.serving import Served
from tests.stage import Stage, set_stage
from tests.stranger import Stranger
from web.doors import Entered, accepted

MINUTE_MS = 60_000
STANCES = ("agree", "question", "suggestion")
SEED = 4_711
SPOKEN_S = (190, 20, 35, 60, 15, 45, 10, 25)
"""How long the first people have spoken: the first of all too long."""


@dataclass(slots=True)
class Hands(Evening):
    """`people` are 24; `connected` are those of them who are there, by name."""

    colleague: Entered
    connected: dict[str, Stranger]

    @property
    def said(self) -> dict[str, Any]:
        words: dict[str, Any] = self.words["hands"]
        return words

    @property
    def plenary(self) -> Room:
        return self.stage.one(Room, room_kind=RoomKind.PLENARY)

    @property
    def home(self) -> Room:
        """The room of the first of all."""
        return self.stage.room_of(self.people[0])

    def step(self, title: str) -> Step:
        return self.stage.one(Step, title=title)

    async def moments(self) -> AsyncIterator[Moment]:
        words, texts, said = self.words, self.texts, self.said
        await self.stage.go_to(words["welcome"]["step"])
        await self.raise_hands()
        yield Moment("queue", texts("floor-more", count=3), texts("alert-point", name=self.people[4].name))
        await self.give(self.people[0])
        yield Moment("turn", texts("turn-yours"), texts("floor-pause"))
        await self.type_a_turn()
        yield Moment("typed", said["typed"], said["typed"])
        await self.fill_seats()
        yield Moment("fishbowl", texts("floor-seated"), texts("stage-fishbowl"))
        await self.speak()
        yield Moment("spoken", texts("nudge-alone"), said["talk"])
        step = self.step(words["welcome"]["step"])
        await self.stage.do("step.extend", step=step.id, ends_at=(step.ends_at or 0) + 14 * MINUTE_MS)
        yield Moment("late", said["talk"], texts("catch-up"))
        await self.rank()
        yield Moment("ranking", texts("ranking-title"), said["talk"])
        await self.propose()
        yield Moment("composing", said["talk"], said["talk"])
        await self.stage.do("groups.open", draw=self.draw.id, can_switch=True)
        await self.stage.go_to(words["groups"]["step"])
        await self.write_in_groups()
        yield Moment("composed", words["groups"]["question"], texts("groups-open"))
        await self.release()
        yield Moment("released", texts("duty-reader"), texts("room-released"))
        await self.call_for_help()
        yield Moment("called", words["groups"]["question"], self.words["help"])
        await self.judge()
        yield Moment("judged", texts("text-hidden"), said["rude"])
        await self.stage.do("room.recall", rooms=[room.id for room in self.groups if room.is_released])
        await self.end_a_group()
        yield Moment("ending", texts("groups-closing-kept"), words["groups"]["question"])
        await self.stage.do("room.keep", room=self.home.id)
        await self.stage.do("room.moderate", room=self.home.id, moderated=False)
        await self.stage.go_to(words["conclude"]["step"])
        await self.conclude()
        await self.stage.go_to(said["visit"])
        await self.stage.served.until(lambda: all(each.turn == 1 for each in self.stage.every(Gallery) if each.route))
        await self.remark()
        yield Moment("visiting", said["visit_title"], texts("gallery-controls", turn=1, turns=3))

    async def raise_hands(self) -> None:
        room = self.plenary.id
        await self.stage.do("room.stage", room=room, stage="speakers")
        kinds = ["contribution"] * 6
        kinds[2], kinds[4] = "question", "point_of_order"
        for person, kind in zip(self.people[:6], kinds, strict=False):
            reason = self.said["point"] if kind == "point_of_order" else ""
            await self.stage.do("hand.raise", person, hand_kind=kind, reason=reason, writes=person is self.people[5])
        await self.give(self.people[1])
        await self.stage.do("hand.raise", self.people[6])

    async def give(self, person: Entered) -> None:
        under_way = turns_in(self.plenary.id, self.stage.state)
        seen = under_way[-1].participant if under_way else None
        await self.stage.do("floor.give", person=person.participant, seen=seen)

    async def type_a_turn(self) -> None:
        """Somebody is in the middle of it, and the first of all reads."""
        await self.stage.do("floor.take", person=self.people[0].participant)
        await self.stage.do("floor.take", person=self.people[1].participant)
        writer = self.people[5]
        await self.give(writer)
        # Told once, to whoever is there.
        signal = {"kind": "words", "entity": self.plenary.id, "text": self.said["typed"]}
        await self.connected[writer.name].emit("signal", signal)

    async def fill_seats(self) -> None:
        room = self.plenary.id
        await self.stage.do("floor.take", person=self.people[5].participant)
        await self.stage.do("floor.set", room=room, policy="first_come", seats=4)
        await self.stage.do("room.stage", room=room, stage="fishbowl")
        for person in (*self.people[6:11], self.people[0]):
            await self.stage.do("hand.raise", person)

    async def speak(self) -> None:
        stage = self.stage
        await stage.do("room.stage", room=self.plenary.id, stage="open")
        for turn in turns_in(self.plenary.id, stage.state):
            await stage.do("floor.take", person=turn.participant)
        spoken = tuple(
            Spoken(participant=person.participant, room=self.plenary.id, step=stage.workshop.step, ms=seconds * 1000)
            for person, seconds in zip(self.people, SPOKEN_S, strict=False)
        )
        accepted(await stage.served.house.gateway.do(stage.id, SYSTEM, AddSpeech(spoken=spoken)))

    async def rank(self) -> None:
        await self.stage.do("groups.rank", open=True)
        for number, person in enumerate(self.people[:18]):
            liked = [self.groups[(number + more) % 4].id for more in (1, 3)]
            await self.stage.do("preference.rank", person, rooms=liked)

    @property
    def draw(self) -> Draw:
        return max(self.stage.every(Draw), key=lambda draw: draw.at)

    async def propose(self) -> None:
        """Groups as alike as can be, with somebody kept in one and two people apart."""
        await self.stage.do("groups.rank", open=False)
        questions = [question.id for question in self.stage.every(RegistrationQuestion)]
        one, other, third = (person.participant for person in self.people[1:4])
        plan = {
            "way": "balanced",
            "questions": questions,
            "pins": {self.people[0].participant: self.groups[1].id},
            "together": [[one, other]],
            "apart": [[one, third]],
        }
        headers = {"Authorization": f"Bearer {self.facilitator.session}"}
        async with httpx2.AsyncClient(base_url=self.stage.url, headers=headers, timeout=MINUTE_MS) as http:
            answer = await http.post("/api/draws", json={"plan": plan, "seed": SEED})
        assert answer.is_success, answer.text

    async def write_in_groups(self) -> None:
        for room in self.groups:
            on = self.stage.one(Board, room=room.id)
            people = [person for person in self.people if self.stage.room_of(person) == room]
            for column, texts in zip(on.plan.columns, self.words["groups"]["notes"], strict=True):
                for person, text in zip(people, texts, strict=False):
                    await self.stage.do("note.write", person, activity=on.id, column=column.id, text=text)

    async def release(self) -> None:
        """The group of the first of all and another, of which some are done."""
        first = self.home
        other = next(room for room in self.groups if room != first)
        last = self.step(self.words["conclude"]["step"]).id
        await self.stage.do("room.release", rooms=[first.id, other.id], last=last)
        for person in [person for person in self.people[1:] if self.stage.room_of(person) == first][:2]:
            await self.stage.do("ready.set", person, step=self.step(self.words["groups"]["step"]).id)

    async def call_for_help(self) -> None:
        stage, group = self.stage, self.groups[2]
        person = next(each for each in self.people if stage.room_of(each) == group)
        await stage.do("message.send", person, text=self.words["help"], reach="staff")
        rooms = [self.home.id, group.id]
        await stage.do("message.send", self.facilitator, text=self.said["message"], reach="room", rooms=rooms)
        await stage.do("room.assign", room=group.id, facilitators=[self.colleague.participant])
        await stage.do("workshop.lead", self.colleague, person=self.colleague.participant, seen=None)
        await stage.do(
            "workshop.lead", self.colleague, person=self.facilitator.participant, seen=self.colleague.participant
        )
        await stage.do("workshop.doors", doors="waiting")
        for name in (self.said["stranger"], self.said["unwelcome"]):
            await stage.served.house.doors.enter(stage.links[Role.PARTICIPANT], name, answers=answers(stage, 0))

    async def judge(self) -> None:
        """One note is reported, one hidden, and a message waits to be read."""
        stage, home, on = self.stage, self.home, self.stage.one(Board, room=self.home.id)
        _, other, third, *_ = (person for person in self.people if stage.room_of(person) == home)
        column = on.plan.columns[0].id
        await stage.do("note.write", other, activity=on.id, column=column, text=self.said["rude"])
        await stage.do("text.flag", third, about=stage.one(Note, text=self.said["rude"]).id, reason="insult")
        hidden, *_ = stage.every(Note, room=home.id, author=self.people[0].participant)
        await stage.do("text.hide", self.facilitator, about=hidden.id, reason="personal", words=self.said["hidden_for"])
        await stage.do("room.moderate", room=home.id, moderated=True)
        await stage.do("message.send", self.people[0], text=self.said["waiting"], room=home.id)

    async def remark(self) -> None:
        """Whoever visits a group leaves it something."""
        for number, gallery in enumerate(self.stage.every(Gallery)):
            if not gallery.route:
                continue
            shown = gallery.route[0]
            conclusion = self.stage.one(Conclusion, activity=shown)
            people = [person for person in self.people if self.stage.room_of(person).id == gallery.room]
            for person, text, stance, place in zip(people, self.said["remarks"], STANCES, range(3), strict=False):
                field = conclusion.fields[min(place, len(conclusion.fields) - 1)].id if place else None
                if number % 2 == 0 or place:
                    await self.stage.do(
                        "remark.write", person, activity=gallery.id, text=text, stance=stance, field=field
                    )

    async def end_a_group(self) -> None:
        into = next(room for room in self.groups if room != self.home)
        at = self.stage.served.house.now() + MINUTE_MS
        await self.stage.do("room.merge", room=self.home.id, into=into.id, at=at)


async def open_hands(served: Served, language: str) -> Hands:
    """Everybody has come in, said where they live and how they come, and is there."""
    words, texts = told_in(language)
    said = words["hands"]
    stage = await set_stage(served, words["title"], language)
    for room, paper in zip(words["rooms"], (Paper.SKY, Paper.LINDEN, Paper.PEACH, Paper.LILAC), strict=True):
        await stage.do("room.add", name=room["name"], theme=room["theme"], paper=paper, capacity=12, least=4)
    talk = {"kind": "discussion", "title": said["talk"]}
    groups, conclude = words["groups"], words["conclude"]
    apart = board(groups["question"], groups["question_instructions"], groups["columns"], hidden=False)
    together = {"kind": "conclusion", "title": conclude["question"], "instructions": conclude["question_instructions"]}
    visit = {"kind": "gallery", "title": said["visit_title"], "instructions": said["visit_instructions"]}
    await stage.add_step(words["welcome"]["step"], minutes=10, plenary=talk)
    await stage.add_step(groups["step"], minutes=30, groups=apart)
    await stage.add_step(conclude["step"], minutes=20, groups=together)
    await stage.add_step(said["visit"], minutes=15, groups=visit)
    await stage.add_step(words["close"]["step"], minutes=10, plenary=talk)
    people = [await stage.enter(name) for name in (*words["people"], *said["others"])]
    facilitator = await stage.enter(words["facilitator"], Role.FACILITATOR)
    colleague = await stage.enter(said["colleague"], Role.FACILITATOR)
    organizer = await stage.enter(words["organizer"], Role.ORGANIZER)
    viewer = await stage.enter(words["viewer"], Role.VIEWER)
    for title, options, tier in (
        (said["quarter"], said["quarters"], "ordinary"),
        (said["way"], said["ways"], "personal"),
    ):
        asking = {"title": title, "options": options, "tier": tier, "required": tier == "ordinary"}
        await stage.do("registration.ask", asking=asking)
    for number, person in enumerate(people):
        await stage.do("registration.answer", person, answers=answers(stage, number))
    hands = Hands(stage, words, texts, people, facilitator, organizer, viewer, colleague, {})
    for entered in (*people[1:-2], colleague):
        stranger = Stranger(stage.link(entered.role), entered.name)
        stranger.session = entered.session
        await stranger.connect()
        hands.connected[entered.name] = stranger
    return hands


def answers(stage: Stage, number: int) -> dict[QuestionId, OptionId]:
    """What the how-manieth of all says to each question."""
    asked = stage.every(RegistrationQuestion)
    return {question.id: question.options[number * 7 % 11 % len(question.options)].id for question in asked}


async def leave(hands: Hands) -> None:
    await asyncio.gather(*(stranger.disconnect() for stranger in hands.connected.values()))
