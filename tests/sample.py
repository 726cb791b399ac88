"""A workshop with one of everything, told by commands alone. Every text in it tries to be markup."""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from pycrdt import Doc, Text

from facilitation.composing import compose as seated_by
from facilitation.doors import KnockAtDoor
from facilitation.drawing import DrawPlan, DrawWay, group_rooms, problem_of
from facilitation.founding import Found
from facilitation.identity import Identify
from facilitation.minutes import Change
from facilitation.people import Arrive, Join, Leave
from facilitation.proposing import RecordDraw
from facilitation.retention import PurgeData
from facilitation.shares import AddSpeech
from facilitation.workshop import decide, decode
from rooms.activities.board import Board, Note
from rooms.activities.conclusion import (
    Citation,
    Conclusion,
    OpenDocument,
    RecordConclusion,
    WriteDocument,
    conclusion_id,
)
from rooms.activities.info import AddFile
from rooms.activities.poll import Poll, SealedBallot
from rooms.activities.statement import Statement
from rooms.activity import Activity
from rooms.agenda import Room, RoomKind, Step
from rooms.chance import Chance
from rooms.command import Command
from rooms.deciding import SYSTEM, Actor
from rooms.entity import Changes, Due
from rooms.floor import FloorTurn
from rooms.identity import Identity
from rooms.ids import ActivityId, DrawId, FieldId, FileId, ParticipantId, RoomId, StepId, WorkshopId
from rooms.permissions import Role
from rooms.refusal import Refused
from rooms.registration import questions
from rooms.retention import Data
from rooms.rotation import ROTATION, Rotation
from rooms.speech import Spoken
from rooms.state import State

BEGAN_AT = 1_779_373_800_000  # Thursday 21 May 2026, 16:30 in Paris
MINUTE = 60_000
FILE = b"%PDF-1.7 a plan of the square"
FILE_SHA256 = hashlib.sha256(FILE).hexdigest()
HOSTILE = '# x <script>alert("1")</script> *b* `c` [d](javascript:e) | f &lt; _g_'


@dataclass
class Told:
    """What a command did, as the journal's writer needs it."""

    at: int
    by: Actor
    command: Command
    changes: Changes


@dataclass
class Story:
    """Gives commands one after the other, a minute apart, and keeps what they did."""

    state: State = field(default_factory=State)
    now: int = BEGAN_AT
    chance: Chance = field(default_factory=lambda: Chance(random.Random(7)))
    told: list[Told] = field(default_factory=list)
    boxes: defaultdict[str, list[SealedBallot]] = field(default_factory=lambda: defaultdict(list))

    def give(self, command: Command, by: Actor = SYSTEM) -> Changes:
        changes = decide(self.state, command, by, self.now, self.chance, self.boxes)
        assert not isinstance(changes, Refused), (changes.code, changes.details)
        self.state.apply(changes)
        self.state.head += 1
        for aside in changes.aside:
            if isinstance(aside, SealedBallot):
                self.boxes[aside.poll].append(aside)
        self.told.append(Told(self.now, by, command, changes))
        return changes

    def do(self, who: str, type: str, **fields: Any) -> Changes:
        return self.give(decode({"type": type, **fields}), Actor(ParticipantId(who)))

    def wait(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    @property
    def journal(self) -> list[Change]:
        """As it is kept: private fields blank, no actor where people wrote anonymously."""
        return [
            Change(
                seq=seq,
                at=told.at,
                actor=None if told.changes.anonymous else told.by.id,
                command=str(type(told.command).__struct_config__.tag),
                put=tuple(entity.blank() for entity in told.changes.put),
                drop=tuple(told.changes.drop),
            )
            for seq, told in enumerate(self.told, 1)
        ]

    @property
    def dues(self) -> list[Due]:
        return [aside for told in self.told for aside in told.changes.aside if isinstance(aside, Due)]

    def room(self, name: str) -> str:
        return next(room.id for room in self.state.all(Room) if room.name == name)

    def step(self, title: str) -> str:
        return next(step.id for step in self.state.all(Step) if step.title == title)

    def cell(self, step: str, room: str) -> str:
        place = self.room(room)
        return next(a.id for a in self.state.under(self.step(step), Activity) if a.room == place)

    def talk(self, step: str, room: str, **seconds: int) -> None:
        """How long each of them speaks there."""
        place, during = RoomId(self.room(room)), StepId(self.step(step))
        said = (
            Spoken(participant=ParticipantId(who), room=place, step=during, ms=many * 1_000)
            for who, many in seconds.items()
        )
        self.give(AddSpeech(spoken=tuple(said)))

    def start(self, title: str) -> None:
        """Goes on to a step ten minutes later."""
        self.wait(10)
        seen = next(iter(self.state.shelf("kind", "workshop"))).step  # type: ignore[attr-defined]
        self.do("olga", "step.start", step=self.step(title), seen=seen)

    def write(self, who: str, step: str, room: str, text: str, column: str = "for") -> str:
        changes = self.do(who, "note.write", activity=self.cell(step, room), column=column, text=text)
        return next(entity.id for entity in changes.put if isinstance(entity, Note))


COLUMNS = [{"id": "for", "title": f"Pour {HOSTILE}"[:80]}, {"id": "against", "title": "Contre"}]


def founded(title: str = "Réinventer la place du marché", language: str = "fr") -> Story:
    """Two staff, three citizens and a viewer, two groups and the plans of five steps."""
    story = Story()
    story.give(
        Found(workshop=WorkshopId("w1"), title=title, plenary="Plénière", backstage="Coulisses", language=language)
    )
    _come(story, ("olga", "Olga Organise", Role.ORGANIZER), ("farid", "Farid Facilite", Role.FACILITATOR))
    _come(story, ("ana", "Ana <b>Andrade</b>", Role.PARTICIPANT), ("bilal", "Bilal Bensaïd", Role.PARTICIPANT))
    story.do("olga", "room.add", name="Mobilités", theme="Venir sans voiture", paper="sky")
    story.do("olga", "room.add", name="Végétal", paper="linden")
    compose(story)
    _come(story, ("chloe", "Chloé Charpin", Role.PARTICIPANT), ("vera", "Vera Visite", Role.VIEWER))
    story.give(Join(participant=ParticipantId("absent"), name="Absent", role=Role.PARTICIPANT))
    story.give(
        AddFile(
            file=FileId("file1"),
            name="plan.pdf",
            media_type="application/pdf",
            size=len(FILE),
            sha256=FILE_SHA256,
            by=ParticipantId("olga"),
        )
    )
    plan_agenda(story)
    return story


def _come(story: Story, *people: tuple[str, str, Role]) -> None:
    for id, name, role in people:
        story.give(Join(participant=ParticipantId(id), name=name, role=role))
        story.give(Arrive(participant=ParticipantId(id)))


def compose(story: Story) -> None:
    """People are asked something, say what they would like, and are sent by a proposal in which one was moved."""
    asking = {"title": f"D'où venez-vous ? {HOSTILE}", "options": ["Centre", HOSTILE], "tier": "ordinary"}
    story.do("olga", "registration.ask", asking=asking)
    (question,) = questions(story.state)
    for who, option in (("ana", "1"), ("bilal", "2")):
        story.do(who, "registration.answer", answers={question.id: option})
    story.do("olga", "groups.rank", open=True)
    story.do("ana", "preference.rank", rooms=[story.room("Mobilités"), story.room("Végétal")])
    plan = DrawPlan(way=DrawWay.RANKED, seed=2841, questions=(question.id,))
    rows = (ParticipantId("bilal"), ParticipantId("ana"))
    problem = problem_of(story.state, plan, rows, [])
    rooms = tuple(room.id for room in group_rooms(story.state))
    seating = seated_by(problem)
    story.give(RecordDraw(draw=DrawId("draw1"), plan=plan, rows=rows, rooms=rooms, seating=seating, problem=problem))
    story.do("olga", "draw.keep", draw="draw1", title="Plus tard <b>")
    story.do("olga", "draw.move", draw="draw1", person="bilal", room=story.room("Mobilités"))
    story.do("olga", "groups.open", draw="draw1")
    story.do("olga", "groups.close", at=0)


def plan_agenda(story: Story) -> None:
    info = {"kind": "info", "title": HOSTILE, "instructions": HOSTILE, "text": HOSTILE}
    shown = {"file": "file1", "media_type": "application/pdf", "alt": "Plan de la place"}
    named = {"kind": "board", "title": "Que changer ?", "columns": COLUMNS, "hidden": False}
    hidden = {"kind": "board", "title": "Secrets", "columns": COLUMNS, "anonymous": True}
    polls = [{"text": f"Où garer ? {HOSTILE}", "options": ["Sur la place", HOSTILE[:80], "Nulle part"]}]
    for step in (
        {"title": "Accueil", "plenary": {**info, **shown}, "groups": None, "minutes": 20},
        {"title": "Idées", "plenary": {**named, "anonymous": True, "title": "En confiance"}, "groups": named},
        {"title": "Caché", "plenary": hidden, "groups": {"kind": "break"}},
        {"title": "Vote", "plenary": {"kind": "poll", "questions": polls}, "groups": {"kind": "conclusion"}},
        {"title": "Visite", "plenary": {"kind": "gallery", "title": "Qu'en pensez-vous ?"}},
        {"title": "Débat", "plenary": {"kind": "discussion", "title": "Qu'en dire ?"}},
        {"title": "Mise en commun", "plenary": {"kind": "report_out", "title": HOSTILE}},
        {"title": "Jamais", "plenary": {"kind": "discussion"}},
    ):
        last = max(story.state.all(Step), key=lambda step: step.order, default=None)
        story.do("olga", "step.add", after=last.id if last else None, **step)


def held(title: str = "Réinventer la place du marché", language: str = "fr") -> Story:
    """The whole workshop up to its last step, not closed yet."""
    story = founded(title, language)
    story.start("Accueil")
    story.do("olga", "message.send", text=f"Bienvenue {HOSTILE}", reach="all")
    story.do("ana", "message.send", text="À l'aide, secret de Ana", reach="staff")
    story.do("farid", "message.send", text="J'arrive, secret de Farid", reach="person", to="ana")
    ideas(story)
    story.start("Caché")
    story.write("ana", "Caché", "Plénière", "Ceci reste caché")
    vote(story)
    conclude(story)
    visit(story)
    report_out(story)
    secretly(story)
    take_turns(story)
    said = story.do("ana", "message.send", text=f"À retenir {HOSTILE}")
    story.do("farid", "message.mark", message=said.put[0].id)
    keep_order(story)
    story.talk("Débat", "Plénière", olga=260, ana=100, chloe=40)
    story.wait(7)
    release(story)
    return story


def crowded() -> Story:
    """The same, where enough people have come late for a balance of speech, of whom one does not want to be in it."""
    story = held()
    for who, name in (("dounia", "Dounia Dali"), ("elias", "Élias Elm"), ("fanny", "Fanny Fort"), ("gil", "Gil Gay")):
        story.give(Join(participant=ParticipantId(who), name=name, role=Role.PARTICIPANT))
        story.give(Arrive(participant=ParticipantId(who)))
    story.do("gil", "speech.measure", measured=False)
    story.talk("Débat", "Plénière", dounia=130, elias=30)
    story.do("dounia", "nudge.dismiss", at=story.now)
    return story


def visiting() -> Story:
    """The same, a step later: groups visit one another, have changed tables once and are about to do so again."""
    story = crowded()
    step = {"title": "Tables", "groups": {"kind": "gallery", "title": "Chez les autres"}}
    story.do("olga", "step.add", after=story.step("Débat"), **step)
    story.start("Tables")
    for who, room in (("dounia", "Mobilités"), ("elias", "Végétal"), ("fanny", "Végétal")):
        story.do("olga", "person.move", person=who, room=story.room(room))
    story.do("olga", "rotation.propose", moves="next")
    story.do("olga", "rotation.apply", seen=story.state.find(Rotation, ROTATION).rev)
    story.do("olga", "rotation.propose", moves="next")
    release(story, "Tables")
    return story


def ideas(story: Story) -> None:
    """In plenary without names, then in two groups of which one writes nothing."""
    story.start("Idées")
    story.write("ana", "Idées", "Plénière", "Sans dire qui je suis")
    for who in ("ana", "bilal"):
        story.do("olga", "person.move", person=who, room=story.room("Mobilités"))
    story.do("olga", "groups.open", filling="choose")
    story.do("ana", "group.choose", room=story.room("Mobilités"))
    story.do("bilal", "group.choose", room=story.room("Mobilités"))
    first = story.write("ana", "Idées", "Mobilités", HOSTILE + "\n\n    deuxième paragraphe\n- et une liste")
    second = story.write("bilal", "Idées", "Mobilités", "=2+2")
    story.do("ana", "text.flag", about=second, reason="off_topic")
    story.do("bilal", "note.edit", note=second, text="=1+1")
    story.do("farid", "flag.settle", about=second)
    third = story.write("bilal", "Idées", "Mobilités", "ساحة للجميع")
    gone = story.write("bilal", "Idées", "Mobilités", "Retiré")
    story.do("bilal", "note.drop", note=gone)
    story.do("bilal", "note.stack", note=second, onto=first)
    stack = next(story.state.shelf("kind", "stack"))
    story.do("ana", "stack.title", stack=stack.id, title=f"Pile {HOSTILE}"[:80])
    story.do("bilal", "comment.write", note=first, text=f"Oui {HOSTILE}")
    story.talk("Idées", "Mobilités", ana=29, bilal=3)
    story.talk("Idées", "Coulisses", olga=11)
    story.talk("Idées", "Plénière", olga=500, bilal=100)
    board = story.cell("Idées", "Mobilités")
    story.do("farid", "board.vote", activity=board, voting="open")
    story.do("ana", "dot.place", note=third, count=1)
    story.do("bilal", "dot.place", note=third, count=1)
    story.do("farid", "board.vote", activity=board, voting="closed")
    story.do("olga", "groups.close", at=story.now + MINUTE)
    story.do("olga", "groups.close", at=0)


def vote(story: Story) -> None:
    """One published, one by hands closed but kept back, one never put; somebody leaves meanwhile."""
    story.start("Vote")
    cell = story.cell("Vote", "Plénière")
    story.do(
        "olga",
        "poll.add",
        activity=cell,
        question={"text": "À main levée ?", "options": ["Oui", "Non"], "way": "hands"},
    )
    story.do("olga", "poll.add", activity=cell, question={"text": "Jamais posée", "options": ["Oui", "Non"]})
    named, hands, _ = story.state.under(cell, Poll)
    story.do("olga", "poll.open", poll=named.id, closes_at=story.now + 5 * MINUTE)
    story.do("ana", "ballot.cast", poll=named.id, choices=["1"])
    story.do("bilal", "ballot.cast", poll=named.id, choices=["2"])
    story.do("chloe", "ballot.cast", poll=named.id, choices=["1"])
    story.do("olga", "poll.close", poll=named.id)
    story.do("olga", "poll.publish", poll=named.id)
    story.do("olga", "poll.open", poll=hands.id)
    story.do("farid", "poll.count", poll=hands.id, votes=[77, 5])
    story.do("olga", "poll.close", poll=hands.id)
    story.give(Leave(participant=ParticipantId("bilal"), at=story.now))


def conclude(story: Story) -> None:
    """Of two groups one concludes, quoting a note."""
    conclusion = conclusion_id(ActivityId(story.cell("Vote", "Mobilités")))
    note = next(note for note in story.state.all(Note) if note.text.startswith(HOSTILE))
    story.do("farid", "citation.add", conclusion=conclusion, field="agreed", note=note.id)
    citation = next(story.state.all(Citation))
    words = Doc[Any](client_id=5_000)
    words.get("agreed", type=Text).insert(0, "Des bancs, et <script>")
    words.get("agreed", type=Text).insert_embed(10, {"citation": citation.id})
    farid = Actor(ParticipantId("farid"))
    story.give(OpenDocument(conclusion=conclusion, client=5_000), farid)
    story.give(
        WriteDocument(conclusion=conclusion, client=5_000, update=words.get_update(), people=1, length=22), farid
    )
    story.do("farid", "conclusion.freeze", conclusion=conclusion)
    texts = {"agreed": f"Des bancs, [@{citation.id}] et \\<script\\>", "minority": "**Rien** ne change"}
    seen = story.state.find(Conclusion, conclusion).rev
    story.give(
        RecordConclusion(
            conclusion=conclusion,
            seen=seen,
            texts={FieldId(field): text for field, text in texts.items()},
            people=2,
            length=40,
        )
    )


def visit(story: Story) -> None:
    """Plenary reads what a group has concluded, and says something about a field of it."""
    story.start("Visite")
    about = {"activity": story.cell("Visite", "Plénière"), "stance": "question", "field": "agreed"}
    story.do("chloe", "remark.write", text=f"Et les vélos {HOSTILE}", **about)


def secretly(story: Story) -> None:
    """What nobody but themselves knows of them."""
    question = {"text": "En secret ?", "options": ["Pour", "Contre", "Sans avis"], "way": "secret", "abstains": True}
    cell = story.cell("Débat", "Plénière")
    story.do("olga", "poll.add", activity=cell, question={**question, "quorum": 50, "required": 50})
    (poll,) = story.state.under(cell, Poll)
    story.do("olga", "poll.open", poll=poll.id)
    for who, choice in (("ana", "2"), ("chloe", "1")):
        story.do(who, "ballot.cast", poll=poll.id, choices=[choice])
    story.do("olga", "poll.close", poll=poll.id)


def take_turns(story: Story) -> None:
    """One is typed and over; another is under way, while somebody asks for the floor."""
    plenary = story.room("Plénière")
    story.do("olga", "floor.set", room=plenary, policy="least_spoken", turn_s=90, seats=3)
    story.do("ana", "hand.raise", writes=True)
    given = story.do("farid", "floor.give", person="ana")
    (turn,) = (entity for entity in given.put if isinstance(entity, FloorTurn))
    story.wait(3)
    story.do("ana", "turn.say", turn=turn.id, text=f"Écrit au lieu d'être dit {HOSTILE}")
    story.do("ana", "floor.take", person="ana")
    story.do("chloe", "hand.raise", hand_kind="question")
    story.do("farid", "floor.give", person="chloe")
    story.do("farid", "floor.pause", person="chloe")
    story.do("ana", "hand.raise", hand_kind="point_of_order", reason=HOSTILE)
    story.do("farid", "hand.move", person="ana")


def release(story: Story, step: str = "Débat") -> None:
    """A group that goes at its own pace, and somebody in plenary who is done with the step."""
    story.do("olga", "room.release", rooms=[story.room("Végétal")], last=story.step(step))
    story.do("ana", "ready.set", step=story.step(step))


def report_out(story: Story) -> None:
    """The group that has concluded presents, the other is skipped; a statement is made of its words and adopted.

    It takes no time, and the debate follows.
    """
    story.do("olga", "step.start", step=story.step("Mise en commun"), seen=story.step("Visite"))
    cell = story.cell("Mise en commun", "Plénière")
    presenting, other = story.room("Mobilités"), story.room("Végétal")
    story.do("farid", "report_out.present", activity=cell, room=presenting, seen=None)
    story.do("farid", "report_out.skip", activity=cell, room=other)
    source = {"conclusion": conclusion_id(ActivityId(story.cell("Vote", "Mobilités"))), "field": "agreed"}
    made = story.do(
        "farid",
        "statement.add",
        activity=cell,
        text=f"Des bancs {HOSTILE}",
        minority=f"Pas de bancs {HOSTILE}",
        sources=[{**source, "words": "Des bancs"}],
    )
    (statement,) = made.put
    story.do("farid", "statement.stand", statement=statement.id, room=other, stand="against")
    story.do(
        "olga", "statement.put_to_vote", statement=statement.id, text="Adopter ?", options=["Pour", "Contre", "Rien"]
    )
    poll = story.state.find(Statement, statement.id).poll
    story.do("ana", "ballot.cast", poll=poll, choices=["1"])
    story.do("olga", "poll.close", poll=poll)
    story.do("olga", "poll.publish", poll=poll)
    story.do("olga", "statement.report", statement=statement.id)
    story.do("farid", "report_out.present", activity=cell, room=None, seen=presenting)
    story.do("olga", "step.start", step=story.step("Débat"), seen=story.step("Mise en commun"))


def keep_order(story: Story) -> None:
    """Reported and hidden, waiting to be read, put out, and waiting at the door."""
    kept = story.do("chloe", "message.send", text="Entre nous, chers voisins").put[0].id
    story.do("ana", "text.flag", about=kept, reason="off_topic", words=f"Est-ce le sujet ? {HOSTILE}")
    story.do("farid", "flag.settle", about=kept)
    said = story.do("chloe", "message.send", text="Masqué, secret de Chloé").put[0].id
    story.do("ana", "text.flag", about=said, reason="insult")
    story.do("farid", "text.hide", about=said, reason="insult", words="Un nom, secret de Farid")
    story.do("farid", "room.moderate", room=story.room("Plénière"), moderated=True)
    story.do("ana", "message.send", text="En attente, secret d'Ana")
    story.do("farid", "room.moderate", room=story.room("Plénière"), moderated=False)
    story.do("olga", "person.remove", person="absent", reason="disruption", words="Trop de bruit, secret d'Olga")
    story.do("olga", "person.readmit", person="absent")
    story.do("farid", "workshop.doors", doors="waiting")
    story.give(KnockAtDoor(person=ParticipantId("kim"), name="Kim", role=Role.PARTICIPANT))
    story.do("farid", "workshop.doors", doors="open")
    story.do("olga", "workshop.identity", identity="email", actions=["vote"])
    story.give(Identify(person=ParticipantId("ana"), mark="mark", way=Identity.EMAIL))
    story.do("olga", "workshop.identity", identity="email")


def closed(title: str = "Réinventer la place du marché", language: str = "fr") -> Story:
    story = held(title, language)
    story.do("olga", "workshop.close")
    return story


def purged(title: str = "Réinventer la place du marché", language: str = "fr") -> Story:
    """Long over: what had its time is gone, an hour ago."""
    story = closed(title, language)
    story.do("olga", "workshop.retain", retention={"speech": 1, "votes": 1, "drafts": 1})
    story.wait(25 * 60)
    for data in (Data.SPEECH, Data.VOTES, Data.DRAFTS):
        story.give(PurgeData(data=data))
    return story


def plenary_board(story: Story) -> Board:
    return next(board for board in story.state.all(Board) if board.room == story.room("Plénière"))


__all__ = [
    "FILE",
    "FILE_SHA256",
    "HOSTILE",
    "RoomKind",
    "Story",
    "closed",
    "crowded",
    "founded",
    "held",
    "plenary_board",
    "purged",
]
