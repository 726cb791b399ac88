"""An hour of agenda with everything in it that staff can do with people: each activity, and each way of moving them."""

from __future__ import annotations

from facilitation.agenda import AddStep, DropStep, OpenStepWith
from realtime.client import Client
from realtime.messages import Accepted
from rooms.activities.board import BoardPlan, Column
from rooms.activities.conclusion import ConclusionPlan
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.gallery import GalleryPlan
from rooms.activities.info import InfoPlan
from rooms.activities.poll import PollPlan
from rooms.activities.question import Question, Way
from rooms.activities.report_out import ReportOutPlan
from rooms.agenda import Moves, Stage, Step
from rooms.command import Command
from rooms.ids import ColumnId
from rooms.registration import Asking, AskQuestion

IDEAS, IN_GROUPS, FIRST = "Que faut-il garder ?", "Que proposez-vous sur votre thème ?", "Par quoi commencer ?"
CONCLUDE, BOWL = "Que dites-vous aux autres ?", "Qui s’en occupe ?"
OPTIONS = ("L’ombre", "Les bancs", "Les commerces")
COLUMNS = tuple(Column(id=ColumnId(id), title=title) for id, title in (("c1", "Propositions"), ("c2", "Questions")))
TALK = DiscussionPlan(title="Les groupes travaillent")
AGENDA = (
    AddStep(title="Accueil", minutes=3, plenary=InfoPlan(title="Bienvenue", text="Une heure ensemble.")),
    AddStep(title="Idées", minutes=9, plenary=BoardPlan(title=IDEAS, columns=COLUMNS, dots=3)),
    AddStep(
        title="Priorités",
        minutes=4,
        plenary=PollPlan(title="Une question", questions=(Question(text=FIRST, options=OPTIONS),)),
    ),
    AddStep(
        title="En groupes",
        minutes=9,
        plenary=TALK,
        groups=BoardPlan(title=IN_GROUPS, columns=COLUMNS, hidden=False, dots=3),
    ),
    AddStep(
        title="Plus loin",
        minutes=5,
        plenary=TALK,
        groups=BoardPlan(title="Et ensuite ?", columns=COLUMNS, hidden=False),
    ),
    AddStep(title="Conclusions", minutes=8, plenary=TALK, groups=ConclusionPlan(title=CONCLUDE)),
    AddStep(title="Visite", minutes=6, groups=GalleryPlan(title="Qu’en pensez-vous ?", minutes_each=2)),
    AddStep(title="Bocal", minutes=6, plenary=DiscussionPlan(title=BOWL)),
    AddStep(title="Mise en commun", minutes=7, plenary=ReportOutPlan(title="Que retenons-nous ?")),
    AddStep(
        title="Clôture",
        minutes=3,
        plenary=PollPlan(questions=(Question(text="Est-ce prêt ?", options=("Oui", "Non"), way=Way.HANDS),)),
    ),
)
MOVES = {"Conclusions": Moves.NEXT}
STAGES = {"Bocal": Stage.FISHBOWL, "Mise en commun": Stage.OPEN}
ASKED = Asking(title="D’où venez-vous ?", options=("Du centre", "D’ailleurs"))


async def plan(client: Client) -> None:
    """In place of the agenda there was; how steps open is said by `open_with`, by who comes in afterwards."""
    await client.is_here.wait()
    for step in list(client.store.state.all(Step)):
        await do(client, DropStep(step=step.id))
    await do(client, AskQuestion(asking=ASKED))
    for add in reversed(AGENDA):
        await do(client, add)


async def open_with(client: Client) -> None:
    await client.is_here.wait()
    for step in list(client.store.state.all(Step)):
        opening = OpenStepWith(step=step.id, moves=MOVES.get(step.title), stage=STAGES.get(step.title))
        await do(client, opening)


async def do(client: Client, command: Command) -> None:
    """A command that must be accepted."""
    answer = await client.do(command)
    assert isinstance(answer, Accepted), answer
