"""What the server says to browsers, and the little they say beside commands. docs/protocol.md tells it in words."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from facilitation.tower import RoomFigures
from facilitation.workshop import AnyEntity
from media.control import Device, Fed, LineRole, Shown, Standing, Wish
from rooms.agenda import Media
from rooms.ids import ConclusionId, FieldId, ParticipantId, RoomId, WorkshopId
from rooms.permissions import Permission, Role
from rooms.text import MessageText

PROTOCOL = 1
"""Raised when a client written for an earlier one would go wrong; such a client is told to reload."""


class You(Struct, frozen=True, kw_only=True):
    """Who one is here. `look` is the room staff look at, `audience` the key to give back when joining again."""

    workshop: WorkshopId
    participant: ParticipantId
    role: Role
    room: RoomId
    look: RoomId | None
    audience: str
    permissions: tuple[Permission, ...]


class Frame(Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    """After it, one has seen everything one may see up to `to`. Not to be applied when `from` is past one's head."""

    since: int
    to: int
    put: tuple[AnyEntity, ...] = ()
    drop: tuple[str, ...] = ()


class Mine(Struct, frozen=True, kw_only=True):
    """Changes to what is one's alone."""

    to: int
    put: tuple[AnyEntity, ...] = ()
    drop: tuple[str, ...] = ()


class Welcome(Struct, frozen=True, kw_only=True):
    """The answer to `join`. With mode "tail" `snapshot` is empty: what one has is kept, `frames` bring it up to date.

    `snapshot` holds two gzipped JSON arrays of entities: what is common to all rooms, and what is the room's.
    """

    mode: Literal["snapshot", "tail"]
    epoch: str
    seq: int
    now: int
    you: You
    snapshot: tuple[bytes, ...] = ()
    frames: tuple[Frame, ...] = ()
    mine: tuple[AnyEntity, ...] = ()
    here: tuple[ParticipantId, ...] = ()


class Tick(Struct, frozen=True, kw_only=True):
    """`head` is the `to` of the last frame sent to one's audience; `now` the server's clock in epoch ms."""

    head: int
    epoch: str
    now: int


class Presence(Struct, frozen=True, kw_only=True):
    """Who, among the people one sees, has connected or gone since the last one. May be lost: `welcome` has all."""

    came: tuple[ParticipantId, ...] = ()
    left: tuple[ParticipantId, ...] = ()


class Renewed(Struct, frozen=True, kw_only=True):
    """The token to show from now on, in the place of the one that one has connected with."""

    session: str


class Bye(Struct, frozen=True, kw_only=True):
    """The server ends the connection; come back after `retry_ms`, or never when it is None."""

    reason: Literal[
        "link_revoked", "abuse", "slow", "draining", "replaced", "erased", "removed", "banned", "session_unknown"
    ]
    retry_ms: int | None = None
    details: dict[str, Any] = {}


SignalKind = Literal["typing", "drag", "cursor", "words"]


class SendSignal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Volatile, about an entity one sees; `x` and `y` in thousandths of the surface.

    `text` is all that one has typed so far in a turn of one's own; about the room, with kind "words".
    """

    kind: SignalKind
    entity: str
    x: Annotated[int, Meta(ge=0, le=1000)] | None = None
    y: Annotated[int, Meta(ge=0, le=1000)] | None = None
    text: MessageText | None = None


class Signal(Struct, frozen=True, kw_only=True):
    """`who` is stamped by the server, None in an anonymous activity."""

    kind: SignalKind
    entity: str
    who: ParticipantId | None
    x: int | None = None
    y: int | None = None
    text: str | None = None


class WatchTower(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Staff want to see all rooms at once, or no more."""

    watch: bool


class Looking(Struct, frozen=True, kw_only=True):
    """Somebody of staff who is connected, and the room they look at beside the one they are in."""

    participant: ParticipantId
    look: RoomId | None


class TowerView(Struct, frozen=True, kw_only=True):
    """All rooms but backstage, in their order, to those who watch, when something is not as it was. May be lost."""

    rooms: tuple[RoomFigures, ...]
    staff: tuple[Looking, ...]


class LookAt(Struct, frozen=True, kw_only=True):
    """Without a room: at one's own again."""

    room: RoomId | None = None


class Join(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`since`, `epoch` and `audience` as last known, for the frames missed instead of a snapshot.

    `look` is the room staff were looking at, so that they come back to it.
    """

    since: int | None = None
    epoch: str | None = None
    audience: str | None = None
    look: RoomId | None = None


class Accepted(Struct, frozen=True, kw_only=True):
    """Durable. `seq` is the change it made, or the head when it changed nothing."""

    seq: int


class Refusal(Struct, frozen=True, kw_only=True):
    """Nothing was done. Only `busy`, `too_fast` and `internal` are worth sending again."""

    code: str
    details: dict[str, Any] = {}


# -- voice and video ------------------------------------------------------------------------------------------------

FACES_MAX = 24
ConnectionId = Annotated[str, Meta(pattern=r"^[!-~]{16,64}\Z")]
"""Made up by the page, at random, for each RTCPeerConnection."""


class IceServer(Struct, frozen=True, kw_only=True):
    """As RTCPeerConnection takes it; the last two are empty for a STUN server."""

    urls: tuple[str, ...]
    username: str = ""
    credential: str = ""


class MediaOpened(Struct, frozen=True, kw_only=True):
    """Answers `media.open`: what the workshop has switched on, and what may help to reach it."""

    media: Media
    ice_servers: tuple[IceServer, ...]


class MediaOffer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`lines`: by mid, what each m-line is for. The same connection with new ICE credentials is an ICE restart."""

    connection: ConnectionId
    sdp: str
    lines: Annotated[dict[Annotated[str, Meta(max_length=32)], LineRole], Meta(max_length=64)]
    device: Device = "desktop"


class MediaAnswer(Struct, frozen=True, kw_only=True):
    sdp: str


class MediaWish(Wish, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that a page wants, each time. `faces`: how many tiles it shows; `listen`: a room staff hear instead."""

    connection: ConnectionId
    faces: Annotated[int, Meta(ge=0, le=FACES_MAX)] = 1


class MediaLeave(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    connection: ConnectionId


class MediaSlots(Struct, frozen=True, kw_only=True):
    """Who is behind which m-line, by mid; one that is not named is idle. Replaces the one before."""

    connection: str
    slots: dict[str, Fed]


class MediaWanted(Struct, frozen=True, kw_only=True):
    """What somebody hears or watches. The page need not send the rest: `camera` and `screen` are rids."""

    connection: str
    microphone: bool
    camera: tuple[str, ...]
    screen: tuple[str, ...]


class MediaStanding(Struct, frozen=True, kw_only=True):
    """How a connection fares. After `gone`, `replaced` and `cut` it is over, for `reason` where there is one."""

    connection: str
    standing: Standing
    reason: str


class MediaSpeaking(Struct, frozen=True, kw_only=True):
    """Whose voices are heard in a room now, and who of them leads."""

    room: RoomId
    voices: tuple[ParticipantId, ...]
    dominant: ParticipantId | None


class MediaPeople(Struct, frozen=True, kw_only=True):
    """Who of a room has what switched on: everybody with `all`, else what changed."""

    room: RoomId
    all: bool
    put: tuple[Shown, ...]
    drop: tuple[ParticipantId, ...]


# -- co-writing -----------------------------------------------------------------------------------------------------

UPDATE_MAX = 128 * 1024
"""Of one change to a document, in bytes: an hour's writing without a network, or a long paste."""
VECTOR_MAX = 32 * 1024
CURSOR_MAX = 200
ClientId = Annotated[int, Meta(ge=1, le=0xFFFF_FFFF)]
Position = Annotated[str, Meta(max_length=CURSOR_MAX)]


class DocAsk(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `doc.close`, `doc.authors` and `doc.history` need."""

    conclusion: ConclusionId


class DocOpen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`vector` is the Yjs state vector of what one holds, `client` the id one was given before, to go on under it."""

    conclusion: ConclusionId
    client: ClientId | None = None
    vector: Annotated[bytes, Meta(max_length=VECTOR_MAX)] | None = None


class DocOpened(Struct, frozen=True, kw_only=True):
    """`update` is what one lacks, `vector` what the server has. `client` is None where one only reads.

    Under another `epoch` the document is another one: what one holds of the former does not fit it.
    """

    client: int | None
    update: bytes
    vector: bytes
    can_write: bool
    epoch: str


class SendDocUpdate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    conclusion: ConclusionId
    client: ClientId
    update: bytes


class DocUpdate(Struct, frozen=True, kw_only=True):
    """Somebody's change, durable; whose, to those who see them."""

    conclusion: ConclusionId
    update: bytes
    seq: int
    who: ParticipantId | None


class SendDocCursor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Volatile. `anchor` and `head` are relative positions of Yjs in base64; without a field one is nowhere."""

    conclusion: ConclusionId
    field: FieldId | None = None
    anchor: Position | None = None
    head: Position | None = None


class DocCursor(Struct, frozen=True, kw_only=True):
    """Stamped by the server. Without a field the person has put the pen down or gone."""

    conclusion: ConclusionId
    field: FieldId | None
    who: ParticipantId | None
    anchor: str | None
    head: str | None


class DocReset(Struct, frozen=True, kw_only=True):
    """What one holds is void: begin again with a new document and `doc.open` without a client, keep the lost words."""

    conclusion: ConclusionId
    code: str
    details: dict[str, Any] = {}


class DocAuthors(Struct, frozen=True, kw_only=True):
    """By field, runs of (text, who wrote it), a citation as U+FFFC; None for those one does not see, or forgotten."""

    fields: dict[FieldId, list[tuple[str, ParticipantId | None]]]


class DocMoment(Struct, frozen=True, kw_only=True):
    """Where people paused: all up to `seq`; `who` wrote since the moment before."""

    seq: int
    at: int
    who: list[ParticipantId]


class DocHistory(Struct, frozen=True, kw_only=True):
    """Moments one can go back to, oldest first."""

    moments: list[DocMoment]


class DocAt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `doc.at` and `doc.restore` need."""

    conclusion: ConclusionId
    seq: int


class DocTexts(Struct, frozen=True, kw_only=True):
    """Markdown by field."""

    texts: dict[FieldId, str]
