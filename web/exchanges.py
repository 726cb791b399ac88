"""What is asked and answered at each address, by what answers there: beside the routes, and described by `openapi`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from facilitation.drawing import Draw, Sheet
from facilitation.minutes import Document, Wording
from facilitation.minutes.versions import AmendmentState, VersionState
from facilitation.placing import Unmatched
from facilitation.returning import Mine
from facilitation.template import Template
from persistence.minutes import Filed
from rooms.ids import DrawId, FileId, ParticipantId, WorkshopId
from rooms.permissions import Role
from rooms.registration import RegistrationQuestion
from web.composing import Wish as DrawWish
from web.doors import Entered, Waiting
from web.editions import Make, Proposal, Until, Verdict, Words
from web.identifying import AskDoorCode, GiveDoorCode, Identified
from web.joining import Door
from web.joining import Wish as JoinWish
from web.library.file import Tree
from web.minutes.job import Progress
from web.rehearsing import NewRehearsal, SetRobots
from web.returning import Answers, Erase
from web.sharing import NewLink
from web.showing import AtProvider, Shown, ToProvider
from web.studio import messages as studio
from web.studio.documents import ProcessArchive

JSON = "application/json"
LINES = "application/jsonl"
ZIP = "application/zip"
CSV = "text/csv"
CALENDAR = "text/calendar"
FORM = "multipart/form-data"
TYPED = "application/x-www-form-urlencoded"
ANY = "*/*"
BYTES = "application/octet-stream"


class Said(Struct, frozen=True):
    """A refusal without the rest."""

    code: str
    details: dict[str, Any]


class Refusal(Struct, frozen=True):
    refused: Said


class Healthy(Struct, frozen=True):
    ok: bool


class Ready(Struct, frozen=True, omit_defaults=True):
    ready: bool
    reason: str = ""


class Questions(Struct, frozen=True):
    questions: list[RegistrationQuestion]


class LinkShown(Struct, frozen=True):
    id: str
    role: Role
    label: str
    created_at: int
    expires_at: int | None
    revoked_at: int | None
    uses: int
    code: str | None
    url: str
    qr: str


class LinksShown(Struct, frozen=True):
    title: str
    links: list[LinkShown]


class FileKept(Struct, frozen=True):
    file: FileId
    name: str
    media_type: str


class Drawn(Struct, frozen=True):
    draw: DrawId
    unmatched: list[Unmatched]
    missing: list[ParticipantId]


class WayBack(Struct, frozen=True):
    url: str
    qr: str


class ArchiveTaken(Struct, frozen=True):
    workshop: WorkshopId


class VersionShown(Struct, frozen=True, kw_only=True):
    """A version of the minutes among others."""

    number: int
    state: VersionState
    edition: int
    language: str
    names: bool
    made_at: int
    opened_at: int | None
    amend_until: int | None
    approved_at: int | None
    published_at: int | None
    superseded_at: int | None
    checksum: str


class VersionsShown(Struct, frozen=True, kw_only=True):
    versions: list[VersionShown]
    languages: dict[str, str]
    may_organize: bool
    is_staff: bool


class AmendmentShown(Struct, frozen=True, kw_only=True):
    id: str
    section: str
    text: str
    at: int
    state: AmendmentState
    reason: str
    by: str
    is_mine: bool


class WholeVersion(VersionShown, frozen=True, kw_only=True):
    files: list[Filed]
    wording: Wording
    facts_lead: str
    document: Document
    sections: list[str]
    amendments: list[AmendmentShown]
    is_behind: bool
    blocked: dict[str, Said | None]


class News(Struct, frozen=True, omit_defaults=True):
    """A line of an answer that comes in pieces; the last one has `done` or `refused`."""

    progress: Progress | None = None
    refused: Said | None = None


class NewsOfMaking(News, frozen=True):
    done: VersionShown | None = None


class NewsOfVersion(News, frozen=True):
    done: WholeVersion | None = None


class Nothing(Struct, frozen=True):
    """An empty object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """`asks` is the body, `told` the answers by status; None is one of bytes. `query` names what may
    stand behind the address."""

    asks: Any = None
    takes: str = JSON
    told: tuple[tuple[int, Any], ...] = ((200, None),)
    gives: str = JSON
    query: tuple[str, ...] = ()
    is_open: bool = False


def given(told: Any, status: int = 200) -> tuple[tuple[int, Any], ...]:
    return ((status, told),)


DESK = Exchange(told=given(studio.ProcessShown))
LINKS = given(studio.StudioLinksShown)
COLLEAGUES = given(studio.ColleaguesShown)
LIBRARY = given(studio.LibraryShown)
VERSION = Exchange(told=given(WholeVersion))
OPENED = given(studio.StudioSession, 201)
PICTURE = Exchange(gives=ANY, told=((200, None), (304, None)), is_open=True)
FEED = Exchange(gives=CALENDAR, is_open=True)
PAGE = Exchange(gives="text/html", told=((200, None), (302, None), (303, None)), query=("lang",), is_open=True)
"""Whatever is not under /api and not below."""

EXCHANGES: dict[str, Exchange] = {
    "Assets.get": PICTURE,
    "ArchiveDesk.take": Exchange(takes=BYTES, told=given(ArchiveTaken, 201)),
    "BrandDesk.add_logo": Exchange(takes=FORM, told=given(studio.BrandingShown)),
    "BrandDesk.drop_logo": Exchange(told=given(studio.BrandingShown)),
    "BrandDesk.edit": Exchange(asks=studio.EditBranding, told=given(studio.BrandingShown)),
    "BrandDesk.get": Exchange(told=given(studio.BrandingShown)),
    "BrandDesk.logo": PICTURE,
    "BrandDesk.sheet": Exchange(gives="text/css", is_open=True),
    "ColleagueDesk.invite": Exchange(asks=studio.InviteColleague, told=given(studio.ColleaguesShown, 201)),
    "ColleagueDesk.list": Exchange(told=COLLEAGUES),
    "ColleagueDesk.revoke": Exchange(told=COLLEAGUES),
    "ColleagueDesk.set_role": Exchange(asks=studio.ChangeRole, told=COLLEAGUES),
    "Composing.propose": Exchange(asks=DrawWish, told=given(Drawn, 201)),
    "Composing.sheet": Exchange(told=((200, Sheet), (200, Draw))),
    "Description.get": Exchange(told=given(dict[str, Any]), is_open=True),
    "Documents.add": Exchange(takes=FORM, told=given(studio.ProcessShown, 201), query=("title",)),
    "Documents.drop": DESK,
    "Documents.export": Exchange(told=given(ProcessArchive)),
    "Editions.all": Exchange(told=given(VersionsShown)),
    "Editions.approve": VERSION,
    "Editions.discard": Exchange(told=given(Nothing)),
    "Editions.file": Exchange(gives=""),
    "Editions.make": Exchange(asks=Make, told=given(NewsOfMaking), gives=LINES),
    "Editions.one": VERSION,
    "Editions.open": Exchange(asks=Until, told=given(WholeVersion)),
    "Editions.propose": Exchange(asks=Proposal, told=given(WholeVersion, 201)),
    "Editions.publish": Exchange(told=given(NewsOfVersion), gives=LINES),
    "Editions.refresh": Exchange(told=given(NewsOfVersion), gives=LINES),
    "Editions.reopen": VERSION,
    "Editions.settle": Exchange(asks=Verdict, told=given(WholeVersion)),
    "Editions.withdraw": VERSION,
    "Editions.words": Exchange(asks=Words, told=given(WholeVersion)),
    "Exports.archive": Exchange(gives=ZIP, query=("public",)),
    "Exports.minutes": Exchange(gives="", query=("lang", "public")),
    "Files.add": Exchange(takes=FORM, told=given(FileKept, 201)),
    "Files.get": Exchange(gives=ANY, told=((200, None), (304, None))),
    "Gathering.collect": Exchange(told=given(studio.ContributionsShown)),
    "Gathering.drop": Exchange(told=given(studio.ContributionsShown)),
    "Gathering.drop_tally": Exchange(told=given(studio.ContributionsShown)),
    "Gathering.give": Exchange(asks=studio.GiveContributions, told=given(studio.ContributionsShown, 201)),
    "Gathering.list": Exchange(told=given(studio.ContributionsShown)),
    "Gathering.read": Exchange(takes=FORM, told=given(studio.ContributionsShown, 201)),
    "Gathering.seed": Exchange(asks=studio.SeedBoard, told=given(studio.Seeded)),
    "Health.healthz": Exchange(told=given(Healthy), is_open=True),
    "Health.metrics": Exchange(gives="text/plain", told=((200, None), (401, Nothing), (404, Nothing))),
    "Health.readyz": Exchange(told=((200, Ready), (503, Ready)), is_open=True),
    "Identifying.ask_code": Exchange(asks=AskDoorCode, told=given(studio.CodeAsked, 201), is_open=True),
    "Identifying.give_code": Exchange(asks=GiveDoorCode, told=given(Identified, 201), is_open=True),
    "Showing.be_other": Exchange(asks=Identified, told=((201, Entered), (202, Waiting))),
    "Showing.show": Exchange(asks=Identified, told=given(Shown)),
    "Showing.to_provider": Exchange(asks=ToProvider, told=given(AtProvider, 201)),
    "Joining.join": Exchange(asks=JoinWish, told=((200, Entered), (201, Entered), (202, Waiting)), is_open=True),
    "Joining.questions": Exchange(asks=Door, told=given(Questions), is_open=True),
    "LibraryDesk.at_desk": Exchange(told=LIBRARY, query=("language",)),
    "LibraryDesk.drop": Exchange(told=LIBRARY, query=("language",)),
    "LibraryDesk.file": Exchange(told=given(Tree)),
    "LibraryDesk.list": Exchange(told=LIBRARY, query=("language",)),
    "LibraryDesk.rename": Exchange(asks=studio.RenameAgenda, told=LIBRARY, query=("language",)),
    "LibraryDesk.save": Exchange(asks=studio.SaveAgenda, told=given(studio.LibraryShown, 201), query=("language",)),
    "LibraryDesk.take": Exchange(asks=Tree, told=given(studio.LibraryShown, 201), query=("language", "title")),
    "LogDesk.page": Exchange(told=given(studio.LogShown), query=("before",)),
    "LogDesk.sheet": Exchange(gives=CSV, query=("lang",)),
    "Pages.code": Exchange(takes=TYPED, gives=PAGE.gives, told=PAGE.told, query=("lang",), is_open=True),
    "Pages.door": Exchange(takes=TYPED, gives=PAGE.gives, told=PAGE.told, query=("lang",), is_open=True),
    "Pages.from_provider": Exchange(
        gives=PAGE.gives, told=PAGE.told, query=("lang", "state", "code", "iss"), is_open=True
    ),
    "Pages.icon": Exchange(gives="image/svg+xml", is_open=True),
    "Pages.identify": Exchange(takes=TYPED, gives=PAGE.gives, told=PAGE.told, query=("lang",), is_open=True),
    "ProcessDesk.add": Exchange(asks=studio.NewProcess, told=given(studio.ProcessShown, 201)),
    "ProcessDesk.add_phase": Exchange(asks=studio.NewPhase, told=given(studio.ProcessShown, 201)),
    "ProcessDesk.archive": Exchange(asks=studio.Seen, told=DESK.told),
    "ProcessDesk.drop": Exchange(told=given(studio.Gone)),
    "ProcessDesk.drop_phase": Exchange(told=DESK.told, query=("seen",)),
    "ProcessDesk.edit": Exchange(asks=studio.EditProcess, told=DESK.told),
    "ProcessDesk.edit_phase": Exchange(asks=studio.EditPhase, told=DESK.told),
    "ProcessDesk.get": DESK,
    "ProcessDesk.move_phase": Exchange(asks=studio.MovePhase, told=DESK.told),
    "ProcessDesk.publish": Exchange(asks=studio.Seen, told=DESK.told),
    "ProcessDesk.withdraw": Exchange(asks=studio.Seen, told=DESK.told),
    "PublicPages.document": Exchange(gives=ANY, is_open=True),
    "PublicPages.feed": FEED,
    "PublicPages.meeting_feed": FEED,
    "Published.file": Exchange(gives="", is_open=True),
    "Rehearsals.drop": Exchange(told=given(studio.Gone)),
    "Rehearsals.open": Exchange(asks=NewRehearsal, told=((201, Entered), (202, Waiting))),
    "Rehearsals.robots": Exchange(asks=SetRobots, told=given(SetRobots)),
    "Returning.answer": Exchange(asks=Answers, told=given(Nothing)),
    "Returning.erase": Exchange(asks=Erase, told=given(Nothing)),
    "Returning.export": Exchange(gives=ZIP),
    "Returning.leave": Exchange(told=given(Nothing)),
    "Returning.link": Exchange(told=given(WayBack)),
    "Returning.page": Exchange(gives=PAGE.gives, query=("lang",)),
    "Returning.read": Exchange(told=given(Mine)),
    "Returning.revoke": Exchange(told=given(Nothing)),
    "Sharing.add": Exchange(asks=NewLink, told=given(LinkShown, 201)),
    "Sharing.list": Exchange(told=given(LinksShown)),
    "Sharing.revoke": Exchange(told=given(LinkShown)),
    "SigningIn.accept": Exchange(asks=studio.OpenStudio, told=OPENED, is_open=True),
    "SigningIn.ask_code": Exchange(asks=studio.AskCode, told=given(studio.CodeAsked, 201), is_open=True),
    "SigningIn.ask_provider": Exchange(asks=studio.AskProvider, told=given(studio.ProviderAsked, 201), is_open=True),
    "SigningIn.come_back": Exchange(asks=studio.ComeFromProvider, told=OPENED, is_open=True),
    "SigningIn.end": Exchange(told=given(studio.SessionEnded)),
    "SigningIn.give_code": Exchange(asks=studio.GiveCode, told=OPENED, is_open=True),
    "SigningIn.ways": Exchange(told=given(studio.SignInWays), is_open=True),
    "StatusDesk.status": Exchange(told=given(studio.StatusShown)),
    "StudioDoors.add": Exchange(asks=studio.NewStudioLink, told=given(studio.StudioLinksShown, 201)),
    "StudioDoors.list": Exchange(told=LINKS),
    "StudioDoors.open": Exchange(asks=studio.OpenStudio, told=OPENED, is_open=True),
    "StudioDoors.revoke": Exchange(told=LINKS),
    "WorkshopDesk.add": Exchange(asks=studio.NewWorkshop, told=given(studio.WorkshopsShown, 201)),
    "WorkshopDesk.close": Exchange(told=given(studio.WorkshopsShown)),
    "WorkshopDesk.drop": Exchange(told=given(studio.Gone)),
    "WorkshopDesk.duplicate": Exchange(asks=studio.DuplicateWorkshop, told=given(studio.WorkshopsShown, 201)),
    "WorkshopDesk.enter": Exchange(asks=studio.EnterWorkshop, told=((201, Entered), (202, Waiting))),
    "WorkshopDesk.list": Exchange(told=given(studio.WorkshopsShown)),
    "WorkshopDesk.studio": Exchange(told=given(studio.Studio)),
    "WorkshopDesk.template": Exchange(told=given(Template)),
}
"""`gives=""`: what the end of the address says."""
