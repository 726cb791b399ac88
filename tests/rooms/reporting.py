"""Three groups that have concluded, the last of them nothing, and plenary where they report out."""

from __future__ import annotations

from facilitation.agenda import AddStep, StartStep
from rooms.activities.adoption import Standing
from rooms.activities.conclusion import Conclusion, ConclusionPlan, FreezeConclusion, RecordConclusion
from rooms.activities.report_out import PresentRoom, ReportOut, ReportOutPlan, ShowConclusion
from rooms.activities.statement import AddStatement, Statement, Taken
from rooms.agenda import AnyPlan, Room, Step
from rooms.ids import FieldId, RoomId
from tests.cast import Cast

AGREED, MINORITY = FieldId("agreed"), FieldId("minority")
TREES = "Planter sur les bords. Garder le milieu libre."
PARKING = "Ne plus se garer le samedi."
DISSENT = "Dix places pour les soins à domicile."


class Evening:
    """Their conclusions are frozen and recorded; the step in which they report out is running."""

    def __init__(self, cast: Cast, plan: ReportOutPlan | None = None) -> None:
        self.cast = cast
        self.green, self.ways, self.empty = cast.groups("Végétal", "Mobilités", "Usages")
        cast.part()
        self.writing = cast.run(groups=ConclusionPlan())
        self.record(self.green, {AGREED: TREES})
        self.record(self.ways, {AGREED: PARKING, MINORITY: DISSENT})
        self.record(self.empty, {AGREED: " "})
        cast.do(cast.farid, {"type": "groups.close", "at": 0})
        self.step = self.go_on(self.writing, plan or ReportOutPlan())

    def go_on(self, after: Step, plenary: AnyPlan | None = None, groups: AnyPlan | None = None) -> Step:
        """To a new step after another."""
        wish = AddStep(title="Ensuite", after=after.id, plenary=plenary, groups=groups)
        step = self.cast.made(Step, self.cast.farid, wish)
        self.start(step)
        return self.cast.again(step)

    def start(self, step: Step) -> None:
        self.cast.do(self.cast.farid, StartStep(step=step.id, seen=self.cast.workshop.step))

    def conclusion(self, room: Room) -> Conclusion:
        return next(found for found in self.cast.state.all(Conclusion) if found.room == room.id)

    def record(self, room: Room, texts: dict[FieldId, str]) -> None:
        conclusion = self.conclusion(room)
        if conclusion.state is Standing.DRAFTING:
            self.cast.do(self.cast.farid, FreezeConclusion(conclusion=conclusion.id))
        seen = self.conclusion(room).rev
        length = sum(map(len, texts.values()))
        self.cast.do(None, RecordConclusion(conclusion=conclusion.id, seen=seen, texts=texts, people=2, length=length))

    @property
    def report(self) -> ReportOut:
        return self.report_in(self.step)

    def report_in(self, step: Step) -> ReportOut:
        activity = self.cast.in_cell(step, self.cast.plenary)
        assert isinstance(activity, ReportOut)
        return activity

    def present(self, room: Room | None) -> None:
        wish = PresentRoom(activity=self.report.id, room=room.id if room else None, seen=self.report.presenting)
        self.cast.do(self.cast.farid, wish)

    def show(self, room: Room) -> ShowConclusion:
        return ShowConclusion(activity=self.report.id, room=room.id)

    def taken(self, room: Room, words: str, field: FieldId = AGREED) -> Taken:
        return Taken(conclusion=self.conclusion(room).id, field=field, words=words)

    def state(self, text: str, *sources: Taken, minority: str = "") -> Statement:
        wish = AddStatement(activity=self.report.id, text=text, minority=minority, sources=sources)
        return self.cast.made(Statement, self.cast.farid, wish)

    def stand(self, statement: Statement, room: RoomId) -> str:
        return self.cast.again(statement).stands[room].value
