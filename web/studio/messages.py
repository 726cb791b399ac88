"""What the studio is sent and what it is told: printed for the browser by `web/studio/typescript.py`."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

from facilitation.access import Descriptor
from facilitation.contribution import Contribution, Given, Tally
from facilitation.founding import Language
from facilitation.process import Face, Phase, PhaseFace, Process, Time
from facilitation.staff import StaffRole
from facilitation.template import Template
from rooms.agenda import Media
from rooms.ids import ActivityId, ColumnId, ContributionId, PhaseId, ProcessId, WorkshopId
from rooms.text import Line, MessageText, Name


class Sent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From the browser."""


# -- coming in ----------------------------------------------------------------------------------------------------


class OpenStudio(Sent, frozen=True):
    token: str


class StudioSession(Struct, frozen=True, kw_only=True):
    session: str
    label: str
    organization: str


class SignInWays(Struct, frozen=True, kw_only=True):
    """`openid` is what people know the provider by, where there is one."""

    organization: str
    openid: str | None


Email = Annotated[str, Meta(max_length=254)]


class AskCode(Sent, frozen=True):
    email: Email
    language: Language = "fr"


class CodeAsked(Struct, frozen=True, kw_only=True):
    """The same for every address. `attempt` is what this browser shows with the code."""

    attempt: str
    until: int


class GiveCode(Sent, frozen=True):
    attempt: Annotated[str, Meta(max_length=100)]
    code: Annotated[str, Meta(max_length=20)]


class AskProvider(Sent, frozen=True):
    """`again`: as somebody else than the provider knows in this browser."""

    again: bool = False


class ProviderAsked(Struct, frozen=True, kw_only=True):
    attempt: str
    url: str


class ComeFromProvider(Sent, frozen=True):
    """What the provider has put into the address on the way back."""

    attempt: Annotated[str, Meta(max_length=100)]
    state: Annotated[str, Meta(max_length=500)]
    code: Annotated[str, Meta(max_length=4_000)]
    iss: Annotated[str, Meta(max_length=500)] | None = None


class SessionEnded(Struct, frozen=True, kw_only=True):
    """`url` is where one signs out of the provider too."""

    url: str | None


class InviteColleague(Sent, frozen=True):
    email: Email
    name: Name
    role: StaffRole
    language: Language = "fr"


class ChangeRole(Sent, frozen=True):
    role: StaffRole


class ColleagueShown(Struct, frozen=True, kw_only=True):
    """`own`: oneself."""

    id: str
    email: str
    name: str
    role: StaffRole
    invited_at: int
    invitation_until: int | None
    joined_at: int | None
    own: bool


class ColleaguesShown(Struct, frozen=True, kw_only=True):
    """Who may come in, or was invited."""

    colleagues: tuple[ColleagueShown, ...]


class NewStudioLink(Sent, frozen=True):
    label: Line = ""
    expires_at: Time | None = None


class StudioLinkShown(Struct, frozen=True, kw_only=True):
    """`own`: the one this session came by."""

    id: str
    label: str
    created_at: int
    expires_at: int | None
    revoked_at: int | None
    url: str
    own: bool


class StudioLinksShown(Struct, frozen=True, kw_only=True):
    links: tuple[StudioLinkShown, ...]


# -- processes ----------------------------------------------------------------------------------------------------


class NewProcess(Sent, frozen=True):
    face: Face


class EditProcess(Sent, frozen=True):
    """`seen` is the version somebody has read: what another has changed meanwhile is not overwritten."""

    face: Face
    seen: int


class Seen(Sent, frozen=True):
    seen: int


class NewPhase(Sent, frozen=True):
    """After another phase, or first where `after` is None."""

    face: PhaseFace
    seen: int
    after: PhaseId | None = None


class EditPhase(Sent, frozen=True):
    face: PhaseFace
    seen: int


class MovePhase(Sent, frozen=True):
    seen: int
    after: PhaseId | None = None


class PhaseShown(Struct, frozen=True, kw_only=True):
    """`doors` are its actions as everybody finds them now."""

    phase: Phase
    workshop: WorkshopId | None
    contributions: int
    doors: tuple[Descriptor, ...]


class ProcessShown(Struct, frozen=True, kw_only=True):
    """`missing`, `undated` and `overlaps` are what stands in the way of publishing it."""

    process: Process
    phases: tuple[PhaseShown, ...]
    missing: tuple[str, ...]
    undated: tuple[PhaseId, ...]
    overlaps: tuple[tuple[PhaseId, PhaseId], ...]
    url: str


class ProcessRow(Struct, frozen=True, kw_only=True):
    """A process among others."""

    process: Process
    phases: int
    starts_at: int | None
    ends_at: int | None


class Gone(Struct, frozen=True, kw_only=True):
    deleted: str


# -- contributions ------------------------------------------------------------------------------------------------


class GiveContributions(Sent, frozen=True):
    contributions: Annotated[tuple[Given, ...], Meta(min_length=1, max_length=500)]


class ContributionsShown(Struct, frozen=True, kw_only=True):
    """`withheld` are the tallies whose numbers no page tells everybody."""

    contributions: tuple[Contribution, ...]
    tallies: tuple[Tally, ...]
    withheld: tuple[str, ...]


class SeedBoard(Sent, frozen=True):
    """Contributions of a phase as notes of a column: those named, or all. A note that is there already stays one."""

    activity: ActivityId
    column: ColumnId
    phase: PhaseId
    contributions: Annotated[tuple[ContributionId, ...], Meta(max_length=500)] = ()


class Seeded(Struct, frozen=True, kw_only=True):
    notes: int


# -- workshops ----------------------------------------------------------------------------------------------------


class NewWorkshop(Sent, frozen=True):
    """`template` gives it groups and an agenda; `phase` is told that this is its workshop."""

    title: Line
    language: Language = "fr"
    time_zone: str = "Europe/Paris"
    template: Template | None = None
    phase: PhaseId | None = None


class DuplicateWorkshop(Sent, frozen=True):
    title: Line
    phase: PhaseId | None = None


class EnterWorkshop(Sent, frozen=True):
    """Under what name one is seen there."""

    name: Name = ""


class WorkshopShown(Struct, frozen=True, kw_only=True):
    """`minutes` is how long its steps take together. `phase` is the one it is the workshop of."""

    id: WorkshopId
    title: str
    language: str
    time_zone: str
    media: Media
    created_at: int
    closed_at: int | None
    rehearsal: bool
    has_started: bool
    steps: int
    minutes: int
    people: int
    process: ProcessId | None
    phase: PhaseId | None
    starts_at: int | None
    ends_at: int | None


class WorkshopsShown(Struct, frozen=True, kw_only=True):
    workshops: tuple[WorkshopShown, ...]


# -- agendas to begin from ----------------------------------------------------------------------------------------


class SaveAgenda(Sent, frozen=True):
    """The rooms and steps of a workshop, kept for others."""

    workshop: WorkshopId
    title: Line
    purpose: MessageText = ""
    when: MessageText = ""


class RenameAgenda(Sent, frozen=True):
    title: Line


class AgendaShown(Struct, frozen=True, kw_only=True):
    """What it is for, when to use it, how few and how many people it suits, where that was said.

    `own`: the organization's, not one that comes with Palabre.
    """

    key: str
    own: bool
    title: str
    purpose: str
    when: str
    least: int | None
    most: int | None
    minutes: int
    template: Template


class LibraryShown(Struct, frozen=True, kw_only=True):
    agendas: tuple[AgendaShown, ...]


# -- all of it ----------------------------------------------------------------------------------------------------


class MethodShown(Struct, frozen=True, kw_only=True):
    """`schema` is the JSON Schema of its settings, from which a form is drawn; `names` are by language."""

    key: str
    names: dict[str, str]
    schema: dict[str, Any]
    takes: tuple[str, ...]
    gives: tuple[str, ...]


class Studio(Struct, frozen=True, kw_only=True):
    organization: str
    label: str
    role: StaffRole
    processes: tuple[ProcessRow, ...]
    workshops: tuple[WorkshopShown, ...]
    methods: tuple[MethodShown, ...]


# -- what happened, and how it is ----------------------------------------------------------------------------------


class ActShown(Struct, frozen=True, kw_only=True):
    """`name` is empty for who is no more, and for staff of a workshop. `about` is an id."""

    id: str
    at: int
    who: str
    name: str
    act: str
    about: str


class LogShown(Struct, frozen=True, kw_only=True):
    """`goes_on`: there are older ones."""

    acts: tuple[ActShown, ...]
    goes_on: bool
    kept_days: int


class ProcessBeat(Struct, frozen=True, kw_only=True):
    """What a process that serves says of itself. `lag_ms` is the longest wait of its loop in the last minute."""

    since: int
    version: str
    people: int
    workshops: int
    lag_ms: int


class ProcessLive(ProcessBeat, frozen=True, kw_only=True):
    """`at` is when it said so."""

    id: str
    at: int


class DatabaseShown(Struct, frozen=True, kw_only=True):
    kind: str
    answers_ms: float


class MailShown(Struct, frozen=True, kw_only=True):
    """`server` is None where letters are printed into the log; `failing` are those of the waiting that were tried in
    vain; `given_up` those of the last days that nobody got."""

    server: str | None
    waiting: int
    failing: int
    given_up: int
    oldest_at: int | None


class DiskShown(Struct, frozen=True, kw_only=True):
    free: int
    total: int


class StatusShown(Struct, frozen=True, kw_only=True):
    """`redis` and `media` are whether they answer, None where there is none."""

    version: str
    python: str
    processes: tuple[ProcessLive, ...]
    database: DatabaseShown
    redis: bool | None
    media: bool | None
    mail: MailShown
    disk: DiskShown
    purged_at: int | None


# -- branding -----------------------------------------------------------------------------------------------------

Colour = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]


class EditBranding(Sent, frozen=True):
    """An empty name is the installation's own."""

    name: Name = ""
    colour: Colour = "#0e5a47"


class BrandingShown(Struct, frozen=True, kw_only=True):
    """`logo` is the address of the picture. `action` is the colour of buttons, darker where white needs it."""

    name: str
    colour: str
    action: str
    logo: str | None
