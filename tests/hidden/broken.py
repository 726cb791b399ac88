"""The judges of secrecy, tried: the product is made to leak on purpose, and a test of this folder must see it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

import facilitation.minutes.activities
import persistence.archive
import persistence.archive.public
import persistence.archive.writing
import realtime.documents
import realtime.gateway
import realtime.signals
import web.exports
import web.minutes.job
import web.minutes.writers
import web.requests
from facilitation.minutes.document import Part
from facilitation.minutes.matter import Matter
from facilitation.tower import Tower
from realtime.broadcast import Packet
from realtime.calls import Calls, encode
from realtime.connection import Connection, Session
from realtime.gateway import Live
from realtime.messages import Accepted, LookAt
from realtime.scenes import Scenes
from realtime.server import Server
from realtime.tower import Towers, Watched
from rooms.activities.board import Board
from rooms.activities.discussion import Message
from rooms.activities.poll import Ballot, SealedBallot
from rooms.audience import Audience
from rooms.deciding import Deciding
from rooms.entity import Aside, Entity
from rooms.people import Participant
from rooms.refusal import Refused
from rooms.state import State
from web.doors import Doors, Member
from web.tokens import Tokens


def whole(self: Entity, audience: Audience, state: State) -> Entity:
    return self


def notes_of_another_room_are_told_before_they_are_revealed() -> None:
    Board.shows_to = lambda self, audience, state: True  # type: ignore[method-assign]


def what_is_said_in_a_room_or_to_staff_is_told_to_all() -> None:
    Message.seen_by = whole  # type: ignore[method-assign]


def people_of_other_rooms_are_seen_with_what_only_staff_know() -> None:
    Participant.seen_by = whole  # type: ignore[method-assign]


def named_ballots_are_shown_before_the_result() -> None:
    Ballot.seen_by = whole  # type: ignore[method-assign]


def secret_ballots_say_who_cast_them() -> None:
    keep = Deciding.aside

    def signed(self: Deciding, aside: Aside) -> None:
        if isinstance(aside, SealedBallot):
            answer = msgspec.structs.replace(aside.answer, words=(*aside.answer.words, self.person.id))
            aside = msgspec.structs.replace(aside, answer=answer)
        keep(self, aside)

    Deciding.aside = signed  # type: ignore[method-assign]


def an_archive_goes_out_while_people_vote_in_secret() -> None:
    web.exports.secret_vote_is_open = lambda state: False  # type: ignore[attr-defined]
    persistence.archive.writing.secret_vote_is_open = lambda state: False  # type: ignore[attr-defined]


def archives_for_the_public_have_what_was_said_in_rooms() -> None:
    async def here(job: Any) -> bytes:
        """In the process that is broken."""
        await asyncio.to_thread(persistence.archive.run, job)
        return b""

    web.exports.pack = here
    persistence.archive.public._seen = lambda entity, state: entity


def minutes_tell_notes_that_were_never_revealed() -> None:
    board_of = facilitation.minutes.activities._board

    async def here(job: Any, tell: Any = None) -> None:
        """In the process that is broken."""
        await asyncio.to_thread(web.minutes.writers.write, job)

    def shown(matter: Matter, board: Board) -> Iterator[Part]:
        yield from board_of(matter, msgspec.structs.replace(board, revealed=True))

    facilitation.minutes.activities._board = shown
    web.minutes.job.run = here


def the_journal_has_names() -> None:
    Participant.PRIVATE = ()  # type: ignore[assignment]


def the_log_has_addresses() -> None:
    route = web.requests.route
    web.requests.route = lambda scope: f"{route(scope)} {scope['client'][0]}"


def the_log_has_what_people_said() -> None:
    whose = realtime.gateway.whose
    realtime.gateway.whose = lambda pending: whose(pending) | {"said": str(pending.command)}


def the_log_has_sessions() -> None:
    read = Tokens.read_session

    def told(self: Tokens, token: str) -> Session | None:
        logging.getLogger("web").debug("session", extra={"about": {"token": token}})
        return read(self, token)

    Tokens.read_session = told  # type: ignore[method-assign]


def whoever_likes_looks_at_any_room() -> None:
    async def look(self: Server, connection: Connection, live: Live, message: Any) -> Accepted:
        connection.look = msgspec.convert(message or {}, LookAt).room
        live.telling.follow(connection)
        return Accepted(seq=live.state.head)

    Server._look = look  # type: ignore[method-assign]


def texts_of_other_rooms_are_opened() -> None:
    realtime.documents.may_read = lambda connection, conclusion: True


def who_is_behind_a_slot_is_told_to_all() -> None:
    def relay(self: Calls, event: str, message: Any, told: Any) -> None:
        for participant in self.live.telling.people:
            self._tell(participant, Packet(event, encode(told)))

    Calls._relay = relay  # type: ignore[method-assign]


def signals_are_passed_on_to_other_rooms() -> None:
    realtime.signals.concerns = lambda telling, id, audience: True


def all_rooms_at_once_are_shown_to_whoever_asks() -> None:
    async def watch(self: Towers, connection: Connection, live: Live, message: Any) -> Accepted:
        watched = self._watched.setdefault(live.id, Watched(live, Tower(live.state)))
        connection.send(self._view(watched))
        return Accepted(seq=live.state.head)

    Towers.watch = watch  # type: ignore[method-assign]


def who_speaks_is_told_to_all_rooms() -> None:
    def everywhere(self: Scenes, room: str) -> Iterator[tuple[Audience, list[Connection]]]:
        for audience, group in self._telling.groups.items():
            yield audience, list(group.connections)

    Scenes._audiences = everywhere  # type: ignore[method-assign]


def everybody_may_do_everything() -> None:
    Deciding.require = lambda self, permission: None  # type: ignore[method-assign]


def every_address_is_open_to_whoever_is_in() -> None:
    Member.require = lambda self, permission: None  # type: ignore[method-assign]


def whoever_was_put_out_is_in() -> None:
    Participant.require_in = lambda self: None  # type: ignore[method-assign]


def a_withdrawn_link_still_holds() -> None:
    session = Doors.session

    async def kind(self: Doors, token: str) -> Session:
        try:
            return await session(self, token)
        except Refused as refused:
            known = self._tokens.read_session(token)
            if refused.code != "link_revoked" or known is None:
                raise
            return known

    Doors.session = kind  # type: ignore[method-assign]


SAID = "said_beside_commands"
KEPT = "the_database"
PUBLIC = "made_public"
LOGGED = "test_sockets"
MEDIA = "behind_a_slot"
GIVEN = "no_command"
ASKED = "whoever_may_not"
CONNECTED = "gets_no_connection"
LEAKS: tuple[tuple[Callable[[], None], str], ...] = (
    (notes_of_another_room_are_told_before_they_are_revealed, SAID),
    (what_is_said_in_a_room_or_to_staff_is_told_to_all, SAID),
    (people_of_other_rooms_are_seen_with_what_only_staff_know, SAID),
    (named_ballots_are_shown_before_the_result, SAID),
    (secret_ballots_say_who_cast_them, KEPT),
    (an_archive_goes_out_while_people_vote_in_secret, PUBLIC),
    (archives_for_the_public_have_what_was_said_in_rooms, PUBLIC),
    (minutes_tell_notes_that_were_never_revealed, PUBLIC),
    (the_journal_has_names, KEPT),
    (the_log_has_addresses, LOGGED),
    (the_log_has_what_people_said, LOGGED),
    (the_log_has_sessions, LOGGED),
    (whoever_likes_looks_at_any_room, SAID),
    (texts_of_other_rooms_are_opened, SAID),
    (signals_are_passed_on_to_other_rooms, SAID),
    (all_rooms_at_once_are_shown_to_whoever_asks, SAID),
    (who_is_behind_a_slot_is_told_to_all, MEDIA),
    (who_speaks_is_told_to_all_rooms, MEDIA),
    (everybody_may_do_everything, GIVEN),
    (every_address_is_open_to_whoever_is_in, ASKED),
    (whoever_was_put_out_is_in, CONNECTED),
    (a_withdrawn_link_still_holds, CONNECTED),
)
"""How the product leaks, and which tests have to see it, as `pytest -k` takes them."""
