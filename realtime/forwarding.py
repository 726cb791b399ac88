"""The web's side of voice and video: what browsers ask of the media worker, and when it is told that seats changed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Any

import msgspec

from facilitation.stage import media_of
from media.control import FromWorker, Spoken, Wish
from media.host import Media
from media.offer import TEXT_MAX
from realtime.asking import convert, size_of, take
from realtime.calls import Call, Calls, offers_budget
from realtime.connection import Connection
from realtime.gateway import Gateway, Live
from realtime.messages import IceServer, MediaAnswer, MediaLeave, MediaOffer, MediaOpened, MediaWish
from realtime.speech import SpeechTotals
from rooms import agenda
from rooms.agenda import Room, Workshop
from rooms.ids import ParticipantId, RoomId, WorkshopId
from rooms.people import Participant
from rooms.permissions import Permission, Role
from rooms.refusal import Refused

GONE_S = 30.0
"""How long sound outlives a person's last socket: a connection lost for a moment must not stop it."""
SDP_MAX = TEXT_MAX
SENDING = ("microphone", "camera", "screen")
log = logging.getLogger(__name__)


def no_ice(participant: ParticipantId) -> tuple[IceServer, ...]:
    return ()


class Forwarding:
    """`media` None: switched off in this installation. `ice` says what may help a person's browser to reach it."""

    def __init__(
        self,
        gateway: Gateway,
        media: Media | None = None,
        ice: Callable[[ParticipantId], tuple[IceServer, ...]] = no_ice,
        gone_s: float = GONE_S,
    ) -> None:
        self._gateway = gateway
        self._media = media
        self._ice = ice
        self.gone_s = gone_s
        self._calls: dict[WorkshopId, Calls] = {}
        self._speech = SpeechTotals(gateway)
        self._writing: asyncio.Task[None] | None = None
        if media is not None:
            gateway.merged.append(self.merged)
            gateway.replaced.append(self.replaced)
            media.hear, media.lost, media.back = self.hear, self.lost, self.back

    async def start(self) -> None:
        if self._media is not None:
            self._writing = asyncio.create_task(self._speech.run(), name="speech")
            await self._media.start()

    async def stop(self) -> None:
        """Before the gateway: what was said last is still written."""
        if self._media is None:
            return
        await self._media.stop()
        if self._writing is not None:
            self._writing.cancel()
            with suppress(asyncio.CancelledError):
                await self._writing
        await self._speech.write_all()

    def _calls_of(self, live: Live) -> Calls:
        """Raises Refused("media_off")."""
        if self._media is None:
            raise Refused("media_off")
        if live.id not in self._calls:
            self._calls[live.id] = Calls(live, self._media, lambda: self._speech.step_changed(live.id), self.gone_s)
        return self._calls[live.id]

    # -- what browsers ask ----------------------------------------------------------------------------------------

    async def open(self, connection: Connection, live: Live, message: Any) -> MediaOpened:
        take(connection.paces.joins)
        # A page loads its call after it has joined, and has not heard what was told then.
        self._calls_of(live).show(connection)
        person = live.state.find(Participant, connection.session.participant)
        media = media_of(live.state)
        return MediaOpened(media=media, ice_servers=() if media is agenda.Media.TEXT else self._ice(person.id))

    async def offer(self, connection: Connection, live: Live, message: Any) -> MediaAnswer:
        """The newest connection is the person's: an older one is replaced."""
        calls, person = self._caller(connection, live)
        take(calls.offers.setdefault(person.id, offers_budget()))
        offer = bounded(message, MediaOffer)
        if len(offer.sdp.encode()) > SDP_MAX:
            raise Refused("too_large", most=SDP_MAX)
        require_on(live)
        if person.role is Role.VIEWER and any(role in SENDING for role in offer.lines.values()):
            raise Refused("only_watches")
        before = calls.people.get(person.id)
        call = Call(offer.connection, connection.session.link)
        if before is not None and before.connection == offer.connection and not before.is_void:
            call.told = before.told
        # Now: what the worker says of it may come right behind the answer.
        calls.people[person.id] = call
        try:
            sdp = await calls.media.offer(live.id, person.id, call.connection, offer.sdp, offer.lines, offer.device)
        except BaseException:
            calls.take_back(person.id, call, before)
            raise
        return MediaAnswer(sdp=sdp)

    async def wish(self, connection: Connection, live: Live, message: Any) -> None:
        take(connection.paces.wishes)
        calls, person = self._caller(connection, live)
        asked = bounded(message, MediaWish)
        require_on(live)
        before = calls.people.get(person.id)
        if before is not None and before.connection != asked.connection:
            raise Refused("unknown", kind="connection")
        check(asked, person, live)
        wish = Wish(**{name: getattr(asked, name) for name in Wish.__struct_fields__})
        # One unknown here came back through this process; another made the connection. What its page may have missed
        # is told right before the answer.
        call = calls.people.setdefault(person.id, Call(asked.connection, connection.session.link))
        try:
            await calls.media.wish(live.id, person.id, asked.connection, wish)
        except BaseException:
            if before is None:
                calls.take_back(person.id, call, None)
            raise
        calls.listen(person.id, asked.listen)

    async def leave(self, connection: Connection, live: Live, message: Any) -> None:
        take(connection.paces.wishes)
        calls, person = self._caller(connection, live)
        left = bounded(message, MediaLeave)
        call = calls.people.get(person.id)
        if call is not None and call.connection == left.connection:
            calls.forget(person.id)
        calls.media.leave(live.id, person.id, left.connection)

    def _caller(self, connection: Connection, live: Live) -> tuple[Calls, Participant]:
        if connection.audience is None:
            raise Refused("invalid", reason="join first")
        return self._calls_of(live), live.state.find(Participant, connection.session.participant)

    # -- sockets --------------------------------------------------------------------------------------------------

    def entered(self, connection: Connection, live: Live) -> None:
        """A socket has joined."""
        if self._media is not None:
            guarded(self._calls_of(live).entered, connection)

    def looks(self, connection: Connection) -> None:
        """A socket of the staff sees another room."""
        if calls := self._calls.get(connection.session.workshop):
            guarded(calls.show, connection)

    def gone(self, workshop: WorkshopId, participant: ParticipantId) -> None:
        """A person's last socket has closed."""
        if calls := self._calls.get(workshop):
            calls.gone(participant)

    def put_out(self, workshop: WorkshopId, participant: ParticipantId, reason: str) -> None:
        """They may not come back."""
        if calls := self._calls.get(workshop):
            calls.end(participant, "cut", reason)

    def cut(self, link: str) -> None:
        """A link was revoked: whoever came by it is heard no more, also while they have no socket."""
        for calls in self._calls.values():
            calls.cut(link)

    # -- who asks -------------------------------------------------------------------------------------------------

    def reach(self, workshop: WorkshopId) -> tuple[frozenset[ParticipantId], frozenset[RoomId]]:
        """The people whom voices reach badly, and the rooms where somebody speaks just now."""
        calls = self._calls.get(workshop)
        return calls.reach() if calls else (frozenset(), frozenset())

    # -- told by the gateway and by the worker, which no fault of ours may stop ------------------------------------

    def merged(self, live: Live, ids: Collection[str]) -> None:
        if calls := self._calls.get(live.id):
            guarded(calls.merged, ids)

    def replaced(self, live: Live) -> None:
        if calls := self._calls.get(live.id):
            guarded(calls.replaced)

    def hear(self, message: FromWorker) -> None:
        if isinstance(message, Spoken):
            guarded(self._speech.hear, message.workshop, message.spoken)
        elif calls := self._calls.get(getattr(message, "workshop", WorkshopId(""))):
            guarded(calls.hear, message)

    def lost(self) -> None:
        for calls in self._calls.values():
            guarded(calls.lost)

    def back(self) -> None:
        for calls in self._calls.values():
            guarded(calls.back)


def guarded(call: Callable[..., None], *args: Any) -> None:
    try:
        call(*args)
    except Exception:
        log.exception("%s failed", call.__qualname__)


def bounded(message: Any, kind: type[msgspec.Struct]) -> Any:
    """Raises Refused: "invalid", "too_large"."""
    asked = convert(message, kind)
    size_of(message)
    return asked


def require_on(live: Live) -> None:
    """Raises Refused: "workshop_closed", "media_off"."""
    workshop = next(live.state.all(Workshop))
    if workshop.closed_at is not None:
        raise Refused("workshop_closed", at=workshop.closed_at)
    if workshop.media is agenda.Media.TEXT:
        raise Refused("media_off")


def check(wish: MediaWish, person: Participant, live: Live) -> None:
    """Raises Refused: "only_watches", "not_allowed", "unknown"."""
    if person.role is Role.VIEWER and (wish.microphone or wish.camera or wish.screen):
        raise Refused("only_watches")
    if wish.listen is not None:
        if not person.role.is_staff:
            raise Refused("not_allowed", permission=Permission.STEER.value)
        live.state.find(Room, wish.listen)
    for other in (wish.pinned, wish.interpreter):
        if other is not None:
            live.state.find(Participant, other)
