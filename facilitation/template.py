"""A workshop's plan without its people: what is kept of one to hold another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from facilitation.agenda import STEPS_MAX, Minutes, furnish, order_after
from facilitation.agenda import groups as groups_of
from facilitation.founding import Found, Language, known_zone
from facilitation.groups import GROUPS_MAX, Capacity, require_bounds
from facilitation.naming import Named, plan_of, renamed
from rooms.activities.info import File, InfoPlan
from rooms.activity import Activity
from rooms.agenda import AnyPlan, Media, Moves, Room, RoomKind, Stage, Step, Workshop
from rooms.chance import Chance
from rooms.command import Command, SystemCommand
from rooms.deciding import SYSTEM, Deciding
from rooms.ids import FileId, RoomId, StepId, WorkshopId
from rooms.order import key_between
from rooms.paper import Paper
from rooms.permissions import Permission
from rooms.refusal import Refused
from rooms.registration import QUESTIONS_MAX, Asking, put_question, questions
from rooms.state import State
from rooms.text import Line, Name, line_or_nothing, one_line

P = TypeVar("P", bound=AnyPlan | None)


class RoomTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group. `plenary` and `backstage` are always there and have no template."""

    name: Name
    theme: Line = ""
    paper: Paper = Paper.CHALK
    capacity: Capacity | None = None
    least: Capacity | None = None
    stage: Stage = Stage.OPEN
    moderated: bool = False


class CellTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`room` is the group's place among `rooms`."""

    room: Annotated[int, Meta(ge=0, lt=GROUPS_MAX)]
    plan: AnyPlan


class StepTemplate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`cells` are those of single groups, where they differ from `groups`.

    A plan that names another step has its place among the steps instead, counted from 0.
    """

    title: Line
    minutes: Minutes = 10
    plenary: AnyPlan | None = None
    groups: AnyPlan | None = None
    cells: Annotated[tuple[CellTemplate, ...], Meta(max_length=GROUPS_MAX)] = ()
    moves: Moves | None = None
    stage: Stage | None = None


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
    plenary_moderated: bool = False
    questions: Annotated[tuple[Asking, ...], Meta(max_length=QUESTIONS_MAX)] = ()
    """What is asked of whoever comes in."""
    rooms: Annotated[tuple[RoomTemplate, ...], Meta(max_length=GROUPS_MAX)] = ()
    steps: Annotated[tuple[StepTemplate, ...], Meta(max_length=STEPS_MAX)] = ()
    files: Annotated[tuple[FileTemplate, ...], Meta(max_length=500)] = ()


def template_of(state: State) -> Template:
    workshop = next(state.all(Workshop))
    rooms = sorted(state.all(Room), key=lambda room: (room.order, room.id))
    plenary = next(room for room in rooms if room.room_kind is RoomKind.PLENARY)
    groups = [room for room in rooms if room.room_kind is RoomKind.GROUP]
    steps = sorted(state.all(Step), key=lambda step: (step.order, step.id))
    places = {step.id: StepId(str(place)) for place, step in enumerate(steps)}
    return Template(
        title=workshop.title,
        language=workshop.language,
        time_zone=workshop.time_zone,
        media=workshop.media,
        plenary_stage=plenary.stage,
        plenary_moderated=plenary.moderated,
        questions=tuple(
            Asking(
                title=question.title,
                options=tuple(option.text for option in question.options),
                required=question.required,
                tier=question.tier,
            )
            for question in questions(state)
        ),
        rooms=tuple(
            RoomTemplate(
                name=room.name,
                theme=room.theme,
                paper=room.paper,
                capacity=room.capacity,
                least=room.least,
                stage=room.stage,
                moderated=room.moderated,
            )
            for room in groups
        ),
        steps=tuple(_step(state, step, plenary, groups, places) for step in steps),
        files=tuple(
            FileTemplate(id=file.id, name=file.name, media_type=file.media_type, size=file.size, sha256=file.sha256)
            for file in state.all(File)
        ),
    )


def _step(state: State, step: Step, plenary: Room, groups: list[Room], places: Named) -> StepTemplate:
    found = {activity.room: plan_of(activity) for activity in state.under(step.id, Activity)}
    plans = {room: renamed(plan, places) for room, plan in found.items()}
    for_groups = renamed(step.groups, places)
    cells = tuple(
        CellTemplate(room=place, plan=plan)
        for place, room in enumerate(groups)
        if (plan := plans.get(room.id)) and plan != for_groups
    )
    return StepTemplate(
        title=step.title,
        minutes=step.minutes,
        plenary=plans.get(plenary.id),
        groups=for_groups,
        cells=cells,
        moves=step.moves,
        stage=step.stage,
    )


class LayOut(SystemCommand, frozen=True, tag="workshop.lay_out"):
    """Give a workshop that has just been founded its groups and its agenda."""

    template: Template

    def decide(self, on: Deciding) -> None:
        if any(True for _ in on.all(Step)):
            raise Refused("already_founded")
        template, workshop = self.template, on.workshop
        on.change(workshop, media=template.media, time_zone=known_zone(template.time_zone))
        on.change(on.plenary, stage=template.plenary_stage, moderated=template.plenary_moderated)
        for asking in template.questions:
            put_question(on, asking)
        for file in template.files:
            on.put(File(**msgspec.structs.asdict(file), by=None, at=on.now))
        groups = _rooms(on, template)
        _lay_all(on, template.steps, None, groups)


def require_sound(template: Template, chance: Chance) -> None:
    """Raises Refused where no workshop could be laid out by it: it is tried on one that is nowhere."""
    on = Deciding(State(), SYSTEM, 0, chance, {})
    Found(workshop=WorkshopId("trial"), title=template.title, plenary="plenary", backstage="backstage").decide(on)
    LayOut(template=template).decide(on)


def without_files(template: Template) -> Template:
    """To be kept where no bytes are: neither the files nor the plans that show them."""
    steps = tuple(
        msgspec.structs.replace(
            step,
            plenary=_without_file(step.plenary),
            groups=_without_file(step.groups),
            cells=tuple(msgspec.structs.replace(cell, plan=_without_file(cell.plan)) for cell in step.cells),
        )
        for step in template.steps
    )
    return msgspec.structs.replace(template, steps=steps, files=())


def _rooms(on: Deciding, template: Template) -> list[Room]:
    order = max(room.order for room in on.all(Room))
    groups = []
    for planned in template.rooms:
        require_bounds(planned.least, planned.capacity)
        order = key_between(order, None)
        room = Room(
            id=RoomId(on.chance.id()),
            room_kind=RoomKind.GROUP,
            name=one_line(planned.name),
            theme=line_or_nothing(planned.theme),
            paper=planned.paper,
            order=order,
            capacity=planned.capacity,
            least=planned.least,
            stage=planned.stage,
            moderated=planned.moderated,
        )
        groups.append(on.put(room))
    return groups


class InsertSteps(Command, frozen=True, tag="steps.insert"):
    """Steps of a template after another step, or at the head, in the groups there are.

    With `minutes` they take so long together, each its share and one at least.
    """

    steps: Annotated[tuple[StepTemplate, ...], Meta(min_length=1, max_length=STEPS_MAX)]
    after: StepId | None = None
    minutes: Minutes | None = None

    def decide(self, on: Deciding) -> None:
        on.require(Permission.STEER)
        if len(on.steps()) + len(self.steps) > STEPS_MAX:
            raise Refused("too_many_steps", most=STEPS_MAX)
        _lay_all(on, scaled(self.steps, self.minutes), self.after, groups_of(on))


def scaled(steps: Sequence[StepTemplate], minutes: int | None) -> Sequence[StepTemplate]:
    """So that they take so many minutes together, as nearly as whole minutes allow."""
    if minutes is None:
        return steps
    whole, given, past = sum(step.minutes for step in steps), 0, 0
    fitted = []
    for step in steps:
        past += step.minutes
        share = max(1, round(minutes * past / whole) - given)
        given += share
        fitted.append(msgspec.structs.replace(step, minutes=share))
    return fitted


def _lay_all(on: Deciding, steps: Sequence[StepTemplate], after: StepId | None, groups: list[Room]) -> None:
    ids = [StepId(on.chance.id()) for _ in steps]
    names = {StepId(str(place)): id for place, id in enumerate(ids)}
    for id, planned in zip(ids, steps, strict=True):
        _lay(on, id, planned, order_after(on.all(Step), after), groups, names)
        after = id


def _lay(on: Deciding, id: StepId, planned: StepTemplate, order: str, groups: list[Room], names: Named) -> None:
    for_groups = _tidied(on, planned.groups, names)
    step = Step(
        id=id,
        title=one_line(planned.title),
        order=order,
        minutes=planned.minutes,
        groups=for_groups,
        moves=planned.moves,
        stage=planned.stage,
    )
    on.put(step)
    if plan := _tidied(on, planned.plenary, names):
        furnish(on, step.id, on.plenary.id, plan)
    own = {cell.room: cell.plan for cell in planned.cells}
    for place, room in enumerate(groups):
        if plan := _tidied(on, own.get(place), names) or for_groups:
            furnish(on, step.id, room.id, plan)


def _tidied(on: Deciding, plan: AnyPlan | None, names: Named) -> AnyPlan | None:
    """Without a file whose bytes are not here."""
    plan = renamed(plan, names)
    if plan is None:
        return None
    if isinstance(plan, InfoPlan) and plan.file is not None and on.maybe(File, plan.file) is None:
        plan = _without_file(plan)
    return plan.tidied()


def _without_file(plan: P) -> P:
    return msgspec.structs.replace(plan, file=None, media_type="", alt="") if isinstance(plan, InfoPlan) else plan
