"""What a phase can do: what a method says of itself, and those of the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from facilitation.access import Access, Who
from facilitation.process import Phase, Time
from rooms.ids import WorkshopId
from rooms.refusal import Refused
from rooms.text import normalized


class Meeting(Struct, frozen=True, kw_only=True):
    """A time to be somewhere, as a calendar shows it."""

    id: str
    title: str
    starts_at: int
    ends_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """All that the house asks of a method. A package of one's own registers such an object, as the built-in do."""

    key: str
    settings: type[Struct]
    """What an organizer sets; its JSON Schema draws the form."""
    names: Mapping[str, str]
    """Its name by language."""
    actions: Callable[[Phase, Any], tuple[Access, ...]] = lambda phase, settings: ()
    takes: tuple[str, ...] = ()
    """Kinds of contributions a phase can start from."""
    gives: tuple[str, ...] = ()
    """Kinds it can hand on."""
    meetings: Callable[[Phase, Any], tuple[Meeting, ...]] = lambda phase, settings: ()
    workshop: Callable[[Any], WorkshopId | None] | None = None
    """The workshop it holds, for a method that holds one."""
    exports: tuple[str, ...] = ()
    """What of it stands in the export of a process."""
    portable: tuple[str, ...] = ()
    """What of one person it keeps, and gives to them."""
    template: str = ""
    """How a phase's page shows it: `package:name.html`, a Jinja template; empty for text and dates only."""

    def read(self, settings: dict[str, Any]) -> Any:
        """Raises Refused("settings_invalid")."""
        try:
            return msgspec.convert(normalized(settings), self.settings)
        except msgspec.ValidationError as error:
            raise Refused("settings_invalid", method=self.key, reason=str(error)) from error

    def schema(self) -> dict[str, Any]:
        return msgspec.json.schema(self.settings)


@dataclass(slots=True)
class Methods:
    """The registry; `web/methods.py` fills it from what is installed."""

    known: dict[str, Method] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Method:
        """Raises Refused("unknown")."""
        try:
            return self.known[key]
        except KeyError:
            raise Refused("unknown", kind="method") from None

    def add(self, method: Method) -> None:
        if method.key in self.known:
            raise ValueError(f"two methods are called {method.key}")
        self.known[method.key] = method


# -- those of the house -------------------------------------------------------------------------------------------


class InformationSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`shows_contributions`: what was gathered elsewhere in this phase is read on its page."""

    shows_contributions: bool = True


INFORMATION = Method(
    key="information",
    settings=InformationSettings,
    names={"fr": "Information", "en": "Information", "ar": "معلومات"},
    gives=("idea",),
    exports=("contributions",),
    template="web:phases/information.html",
)


class WorkshopSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`opens_before` is how many minutes before its start people may come in.

    `shows_contributions`: what was taken from the workshop is read on the phase's page, texts and results.
    """

    workshop: WorkshopId | None = None
    starts_at: Time | None = None
    ends_at: Time | None = None
    opens_before: Annotated[int, Meta(ge=0, le=1_440)] = 30
    who: Who = Who.EVERYONE
    most: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    shows_contributions: bool = True

    def __post_init__(self) -> None:
        if self.starts_at is not None and self.ends_at is not None and self.ends_at <= self.starts_at:
            raise ValueError("the workshop ends before it begins")


def workshop_actions(phase: Phase, settings: WorkshopSettings) -> tuple[Access, ...]:
    opens_at = None if settings.starts_at is None else settings.starts_at - settings.opens_before * 60_000
    return (Access(action="join", who=settings.who, opens_at=opens_at, closes_at=settings.ends_at, most=settings.most),)


def workshop_meetings(phase: Phase, settings: WorkshopSettings) -> tuple[Meeting, ...]:
    if settings.starts_at is None or settings.ends_at is None:
        return ()
    meeting = Meeting(id=f"{phase.id}", title=phase.face.title, starts_at=settings.starts_at, ends_at=settings.ends_at)
    return (meeting,)


WORKSHOP = Method(
    key="workshop",
    settings=WorkshopSettings,
    names={"fr": "Atelier en ligne", "en": "Online workshop", "ar": "ورشة عبر الإنترنت"},
    actions=workshop_actions,
    takes=("idea", "conclusion", "statement"),
    gives=("conclusion", "statement"),
    meetings=workshop_meetings,
    workshop=lambda settings: settings.workshop,
    exports=("contributions", "tallies"),
    portable=("messages", "notes", "ballots"),
    template="web:phases/workshop.html",
)
