"""The sample process around the sample workshop: what was heard before it, and what comes after."""

from __future__ import annotations

from facilitation.contribution import Contribution, Source
from facilitation.process import Expectations, Face, Integration, Phase, PhaseFace, Process, Publication
from persistence.processes import Processes, Whole
from rooms.ids import ContributionId, PhaseId, ProcessId
from rooms.refusal import Refused
from web import demo
from web.house import House

ID = ProcessId("place-du-marche")
HOUR = 60 * 60 * 1000
DAY = 24 * HOUR
HEARD = PhaseId("ecouter")

FACE = Face(
    title="La place du marché, demain",
    slug="place-du-marche",
    lead=(
        "La Ville refait la place en 2027. Que garder, que changer, qu’inventer ? "
        "Décidons-le avec celles et ceux qui y passent."
    ),
    expectations=Expectations(
        scope="l’ombre, les accès, les commerces, les usages de la place les jours sans marché.",
        closed="le jour du marché et le budget, 1,8 million d’euros.",
        integration=Integration.CONCERT,
        promises=(
            "Les conclusions sont publiées sans retouche, avis minoritaires compris.",
            "Deux propositions au moins par thème vont au vote.",
        ),
    ),
    contact="Claire Vasseur, service de la participation\n02 61 91 40 10",
)
SAID = (
    ("Des arbres qui font vraiment de l’ombre, pas des bacs.", "Stand du samedi 7 mars", 48),
    ("Garder les halles ouvertes de 1890, elles font le marché.", "Questionnaire", 131),
    ("Un arrêt de bus à l’angle de la rue des Tanneurs.", "Questionnaire", 37),
    ("Des bancs avec un dossier : à mon âge on s’assoit pour parler.", "Stand du samedi 14 mars", 64),
    ("Une fontaine où les enfants peuvent mettre les mains.", "École Jean-Zay, classe de CM2", 22),
    ("Laisser les livraisons entrer jusqu’à dix heures, sinon on ferme.", "Rencontre des commerçants", 12),
    ("Plus de voitures garées devant l’église le dimanche.", "Questionnaire", 58),
    ("Des toilettes propres et ouvertes, tous les jours.", "Stand du samedi 7 mars", 93),
)


def make_process(house: House) -> None:
    """Once; what people have changed since stays, but for a meeting that is over, which is held again. Blocking."""
    processes, now = Processes(house.engine), house.now()
    try:
        processes.find(ID)
    except Refused:
        process = Process(
            id=ID, face=FACE, publication=Publication.PUBLISHED, created_at=now, published_at=now - 62 * DAY
        )
        processes.create(Whole(process, phases(now)))
        processes.keep([said(place, now) for place in range(len(SAID))])
    else:
        processes.change(ID, None, lambda whole: held_again(whole, now))


def held_again(whole: Whole, now: int) -> Whole:
    ends = [phase.face.settings.get("ends_at") or 0 for phase in whole.phases if phase.face.method == "workshop"]
    return Whole(whole.process, phases(now)) if ends and max(ends) < now else whole


def phases(now: int) -> tuple[Phase, ...]:
    hour = now - now % HOUR
    day = hour - hour % DAY
    return (
        phase(
            HEARD,
            PhaseFace(
                title="Écouter",
                method="information",
                text="612 réponses au questionnaire, trois stands le samedi, une rencontre avec les commerçants.",
                starts_at=day - 62 * DAY,
                ends_at=day - 27 * DAY,
                outcome="Quatre thèmes en sont sortis : mobilités, végétal, commerces, usages.",
            ),
        ),
        phase(
            PhaseId("imaginer"),
            PhaseFace(
                title="Imaginer ensemble",
                method="workshop",
                text="Quatre thèmes, quatre groupes : chacun écrit ses propositions, puis tout le monde vote.",
                starts_at=day - 12 * DAY,
                ends_at=day + 50 * DAY,
                settings={
                    "workshop": demo.ID,
                    "starts_at": hour,
                    "ends_at": hour + 12 * HOUR,
                    "opens_before": 60,
                },
                takes_from=(HEARD,),
            ),
        ),
        phase(
            PhaseId("choisir"),
            PhaseFace(
                title="Choisir",
                method="information",
                text="Vote ouvert à toute personne de 16 ans et plus qui habite ou travaille ici.",
                starts_at=day + 80 * DAY,
                ends_at=day + 101 * DAY,
            ),
        ),
        phase(
            PhaseId("repondre"),
            PhaseFace(
                title="Répondre",
                method="information",
                text="La Ville répond à chaque proposition, une par une, et dit pourquoi.",
                starts_at=day + 110 * DAY + 8 * HOUR,
                ends_at=day + 110 * DAY + 20 * HOUR,
            ),
        ),
    )


def phase(id: PhaseId, face: PhaseFace) -> Phase:
    return Phase(id=id, process=ID, face=face)


def said(place: int, now: int) -> Contribution:
    text, label, weight = SAID[place]
    return Contribution(
        id=ContributionId(f"dit-{place}"),
        phase=HEARD,
        text=text,
        language="fr",
        weight=weight,
        sources=(Source(label=label),),
        at=now - 40 * DAY + place,
    )
