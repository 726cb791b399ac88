"""The sample workshop: what a city might ask its people about a square. In French, as the first users are."""

from __future__ import annotations

import msgspec

from facilitation.agenda import AddStep
from facilitation.groups import AddRoom
from rooms.activities.board import BoardPlan, Column
from rooms.activities.conclusion import ConclusionPlan
from rooms.activities.discussion import DiscussionPlan
from rooms.activities.info import InfoPlan
from rooms.activities.pause import BreakPlan
from rooms.activities.poll import PollPlan
from rooms.activities.question import Question, Way
from rooms.activities.report_out import ReportOutPlan
from rooms.agenda import Step
from rooms.command import Command
from rooms.deciding import SYSTEM
from rooms.ids import ColumnId, CommandId, WorkshopId
from rooms.paper import Paper
from web.doors import accepted
from web.house import House
from web.opening import open_workshop

ID = WorkshopId("place-du-marche")
TITLE = "Réinventer la place du marché"

GROUPS = (
    ("Mobilités", "Comment venir sur la place et la traverser ?", Paper.SKY),
    ("Végétal", "Où mettre de l’ombre, de l’eau et des plantes ?", Paper.LINDEN),
    ("Commerces", "Comment faire vivre la place les jours sans marché ?", Paper.PEACH),
    ("Usages", "Qui s’y retrouve, à quelle heure, pour quoi faire ?", Paper.LILAC),
)


def columns(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(id=ColumnId(f"c{number}"), title=title) for number, title in enumerate(titles, 1))


IDEAS = BoardPlan(
    title="Que garder, que changer, qu’inventer sur la place ?",
    instructions="Une idée par post-it, en une phrase. Vous verrez celles des autres quand tout le monde aura écrit.",
    columns=columns("Garder", "Changer", "Inventer"),
)
IN_GROUPS = BoardPlan(
    title="Que proposez-vous sur votre thème ?",
    instructions="Écrivez ensemble, regroupez ce qui se ressemble, puis votez pour trois propositions.",
    columns=columns("Propositions", "Questions à la Ville"),
    hidden=False,
)

STEPS = (
    AddStep(
        title="Accueil",
        minutes=10,
        plenary=InfoPlan(
            title="Bienvenue",
            text=(
                "La Ville refait la place du marché en 2027. "
                "Ce soir, vous dites ce qui doit rester, ce qui doit changer et ce qui manque.\n\n"
                "Ce n’est pas en débat : le jour du marché, qui reste le samedi, et le budget.\n\n"
                "Vos propositions seront publiées sans retouche, avis minoritaires compris."
            ),
        ),
    ),
    AddStep(title="Idées", minutes=20, plenary=IDEAS),
    AddStep(
        title="Priorités",
        minutes=10,
        plenary=PollPlan(
            title="Deux questions avant de nous séparer",
            instructions="Chaque réponse est publiée avec le nom de la personne qui l’a donnée.",
            questions=(
                Question(
                    text="Par quoi commencer ?",
                    options=(
                        "L’ombre et les arbres",
                        "Les accès à pied et à vélo",
                        "Les commerces",
                        "Les bancs et les jeux",
                    ),
                ),
                Question(
                    text="De quels sujets voulez-vous parler en groupe ?",
                    options=tuple(name for name, _, _ in GROUPS),
                    most=2,
                ),
            ),
        ),
    ),
    AddStep(
        title="En groupes",
        minutes=30,
        plenary=DiscussionPlan(
            title="Les groupes travaillent",
            instructions="Choisissez un groupe, ou restez ici : l’équipe d’animation répond à vos messages.",
        ),
        groups=IN_GROUPS,
    ),
    AddStep(title="Pause", minutes=10, plenary=BreakPlan(title="Pause de dix minutes")),
    AddStep(
        title="Conclusions",
        minutes=20,
        plenary=DiscussionPlan(
            title="Les groupes rédigent",
            instructions="Chaque groupe écrit ce qu’il dira aux autres, avis minoritaire compris.",
        ),
        groups=ConclusionPlan(
            title="Que dites-vous aux autres groupes ?",
            instructions="Écrivez à plusieurs et citez les post-its d’où viennent vos phrases.",
        ),
    ),
    AddStep(
        title="Mise en commun",
        minutes=30,
        plenary=ReportOutPlan(
            title="Que retenons-nous ensemble ?",
            instructions="Chaque groupe présente en trois minutes, puis nous écrivons ce qui nous est commun.",
        ),
    ),
    AddStep(
        title="Clôture",
        minutes=10,
        plenary=PollPlan(
            title="Avant de nous séparer",
            instructions="Levez la main : l’équipe d’animation compte.",
            questions=(
                Question(
                    text="Ces propositions peuvent-elles être transmises au conseil municipal ?",
                    options=("Oui", "Non", "Abstention"),
                    way=Way.HANDS,
                ),
            ),
        ),
    ),
)


async def make_sample(house: House) -> None:
    """Once: what is there already stays as people left it."""
    await open_workshop(house, ID, TITLE, "fr", "Europe/Paris")
    live = await house.gateway.open(ID)
    if any(True for _ in live.state.all(Step)):
        return
    rooms = [AddRoom(name=name, theme=theme, paper=paper, capacity=12) for name, theme, paper in GROUPS]
    for number, command in enumerate([*rooms, *STEPS]):
        await _do(house, number, command)


async def _do(house: House, number: int, command: Command) -> None:
    if isinstance(command, AddStep):
        steps = (await house.gateway.open(ID)).state.all(Step)
        last = max(steps, key=lambda step: step.order, default=None)
        command = msgspec.structs.replace(command, after=last.id if last else None)
    accepted(await house.gateway.do(ID, SYSTEM, command, CommandId(f"sample-workshop-{number}")))
