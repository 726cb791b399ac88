"""A workshop's plan without its people: what is kept of one to hold another."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from facilitation.agenda import STEPS_MAX, Minutes, furnish
from facilitation.founding import Language, known_zone
from facilitation.groups import GROUPS_MAX, Capacity
from rooms.activities.info import File, InfoPlan
from rooms.activity import Activity, Plan
from rooms.agenda import AnyPlan, Media, Room, RoomKind, Stage, Step, Workshop
from rooms.command import SystemCommand
from rooms.deciding import Deciding
from rooms.ids import FileId, RoomId, StepId
from rooms.order import key_between
from rooms.paper import Paper
from rooms.refusal import Refused
from rooms.state import State
from rooms.text import Line, Name, line_or_nothing, one_line


class RoomTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group. `plenary` and `backstage` are always there and have no template."""

    name: Name
    theme: Line = ""
    paper: Paper = Paper.CHALK
    capacity: Capacity | None = None
    stage: Stage = Stage.OPEN


class CellTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`room` is the group's place among `rooms`."""

    room: Annotated[int, Meta(ge=0, lt=GROUPS_MAX)]
    plan: AnyPlan


class StepTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`cells` are those of single groups, where they differ from `groups`."""

    title: Line
    minutes: Minutes = 10
    plenary: AnyPlan | None = None
    groups: AnyPlan | None = None
    cells: Annotated[tuple[CellTemplate, ...], Meta(max_length=GROUPS_MAX)] = ()


class FileTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that plans show. Its bytes travel in no template: they must be here already."""

    id: FileId
    name: Line
    media_type: str
    size: int
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Template(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: Line
    language: Language = "fr"
    time_zone: str = "Europe/Paris"
    media: Media = Media.VIDEO
    plenary_stage: Stage = Stage.OPEN
    rooms: Annotated[tuple[RoomTemplate, ...], Meta(max_length=GROUPS_MAX)] = ()
    steps: Annotated[tuple[StepTemplate, ...], Meta(max_length=STEPS_MAX)] = ()
    files: Annotated[tuple[FileTemplate, ...], Meta(max_length=500)] = ()


def template_of(state: State) -> Template:
    workshop = next(state.all(Workshop))
    rooms = sorted(state.all(Room), key=lambda room: (room.order, room.id))
    plenary = next(room for room in rooms if room.room_kind is RoomKind.PLENARY)
    groups = [room for room in rooms if room.room_kind is RoomKind.GROUP]
    steps = sorted(state.all(Step), key=lambda step: (step.order, step.id))
    return Template(
        title=workshop.title,
        language=workshop.language,
        time_zone=workshop.time_zone,
        media=workshop.media,
        plenary_stage=plenary.stage,
        rooms=tuple(
            RoomTemplate(name=room.name, theme=room.theme, paper=room.paper, capacity=room.capacity, stage=room.stage)
            for room in groups
        ),
        steps=tuple(_step(state, step, plenary, groups) for step in steps),
        files=tuple(
            FileTemplate(id=file.id, name=file.name, media_type=file.media_type, size=file.size, sha256=file.sha256)
            for file in state.all(File)
        ),
    )


def _step(state: State, step: Step, plenary: Room, groups: list[Room]) -> StepTemplate:
    plans = {activity.room: _plan(activity) for activity in state.under(step.id, Activity)}
    cells = tuple(
        CellTemplate(room=place, plan=plan)
        for place, room in enumerate(groups)
        if (plan := plans.get(room.id)) and plan != step.groups
    )
    return StepTemplate(
        title=step.title, minutes=step.minutes, plenary=plans.get(plenary.id), groups=step.groups, cells=cells
    )


def _plan(activity: Activity) -> AnyPlan | None:
    plan = getattr(activity, "plan", None)
    return plan if isinstance(plan, Plan) else None  # type: ignore[return-value]


class LayOut(SystemCommand, frozen=True, tag="workshop.lay_out"):
    """Give a workshop that has just been founded its groups and its agenda."""

    template: Template

    def decide(self, on: Deciding) -> None:
        if any(True for _ in on.all(Step)):
            raise Refused("already_founded")
        template, workshop = self.template, on.workshop
        on.change(workshop, media=template.media, time_zone=known_zone(template.time_zone))
        on.change(on.plenary, stage=template.plenary_stage)
        for file in template.files:
            on.put(File(**msgspec.structs.asdict(file), by=None, at=on.now))
        groups = _rooms(on, template)
        order = None
        for planned in template.steps:
            order = key_between(order, None)
            _lay(on, planned, order, groups)


def _rooms(on: Deciding, template: Template) -> list[Room]:
    order = max(room.order for room in on.all(Room))
    groups = []
    for planned in template.rooms:
        order = key_between(order, None)
        room = Room(
            id=RoomId(on.chance.id()),
            room_kind=RoomKind.GROUP,
            name=one_line(planned.name),
            theme=line_or_nothing(planned.theme),
            paper=planned.paper,
            order=order,
            capacity=planned.capacity,
            stage=planned.stage,
        )
        groups.append(on.put(room))
    return groups


def _lay(on: Deciding, planned: StepTemplate, order: str, groups: list[Room]) -> None:
    for_groups = _tidied(on, planned.groups)
    step = Step(
        id=StepId(on.chance.id()),
        title=one_line(planned.title),
        order=order,
        minutes=planned.minutes,
        groups=for_groups,
    )
    on.put(step)
    if plan := _tidied(on, planned.plenary):
        furnish(on, step.id, on.plenary.id, plan)
    own = {cell.room: cell.plan for cell in planned.cells}
    for place, room in enumerate(groups):
        if plan := _tidied(on, own.get(place)) or for_groups:
            furnish(on, step.id, room.id, plan)


def _tidied(on: Deciding, plan: AnyPlan | None) -> AnyPlan | None:
    """Without a file whose bytes are not here."""
    if plan is None:
        return None
    if isinstance(plan, InfoPlan) and plan.file is not None and on.maybe(File, plan.file) is None:
        plan = msgspec.structs.replace(plan, file=None, media_type="", alt="")
    return plan.tidied()
