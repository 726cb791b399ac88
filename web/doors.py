"""Coming in: what a link or a code opens, whom a session stands for, and who may not come in any more."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitation.doors import KnockAtDoor, still_waits
from facilitation.identity import person_of
from facilitation.people import Join
from facilitation.removing import ComeBack
from persistence.journal import UnknownWorkshop
from persistence.links import Link, Links
from realtime.connection import Session
from realtime.gateway import Answer, Gateway, Live
from realtime.messages import Refusal
from realtime.neighbours import Ended
from realtime.openings import network
from rooms.agenda import Workshop
from rooms.deciding import SYSTEM
from rooms.identity import Action, Identity
from rooms.ids import CommandId, OptionId, ParticipantId, QuestionId, WorkshopId
from rooms.people import Knock, Participant, knock_id
from rooms.permissions import ALLOWED, Permission, Role
from rooms.refusal import Refused
from rooms.registration import check_answers
from rooms.text import NAME_MAX, normalized, one_line
from web.attempts import ARRIVALS, Attempts, Pace
from web.codes import read_code
from web.languages import Catalogues
from web.renewing import Renewing
from web.tokens import Tokens

NOTHING_SAID: Mapping[QuestionId, OptionId] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody is in; `session` is the token they show from now on."""

    session: str
    workshop: WorkshopId
    participant: ParticipantId
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody stands at a door that waits, since then (epoch ms)."""

    waiting_since: int


@dataclass(frozen=True, slots=True)
class Member:
    """Who makes a request."""

    session: Session
    live: Live
    person: Participant

    def require(self, permission: Permission) -> None:
        """Raises Refused("not_allowed", permission=…)."""
        if permission not in ALLOWED[self.person.role]:
            raise Refused("not_allowed", permission=permission.value)


class Doors:
    """`now` gives epoch milliseconds. Everything raises Refused, and Busy when the database does not answer."""

    def __init__(
        self,
        links: Links,
        tokens: Tokens,
        renewing: Renewing,
        gateway: Gateway,
        attempts: Attempts,
        pace: Pace,
        catalogues: Catalogues,
        now: Callable[[], int],
    ) -> None:
        self._links = links
        self._tokens = tokens
        self._renewing = renewing
        self._gateway = gateway
        self._attempts = attempts
        self._pace = pace
        self._catalogues = catalogues
        self._now = now

    # -- links ----------------------------------------------------------------------------------------------------

    async def by_token(self, token: str) -> Link:
        """Raises Refused: "link_unknown", "link_expired", "link_revoked"."""
        id = self._tokens.read_link(token)
        if id is None:
            raise Refused("link_unknown")
        return self._valid(await asyncio.to_thread(self._links.find, id))

    async def by_code(self, typed: str, address: str) -> Link:
        """Raises Refused: "code_form", "code_unknown", "too_many_attempts", "link_expired", "link_revoked"."""
        await self._attempts.require(address)
        code = read_code(typed)
        if code is None:
            raise Refused("code_form")
        link = await asyncio.to_thread(self._links.find_by_code, code)
        if link is None:
            await self._attempts.count(address)
            raise Refused("code_unknown")
        return self._valid(link)

    def token(self, link: Link) -> str:
        return self._tokens.link(link.id)

    def _valid(self, link: Link | None) -> Link:
        if link is None:
            raise Refused("link_unknown")
        if link.revoked_at is not None:
            raise Refused("link_revoked")
        if link.expires_at is not None and link.expires_at <= self._now():
            raise Refused("link_expired", at=link.expires_at)
        return link

    # -- people ---------------------------------------------------------------------------------------------------

    async def workshop(self, id: WorkshopId) -> Live:
        try:
            return await self._gateway.open(id)
        except UnknownWorkshop as error:
            raise Refused("link_unknown") from error

    async def enter(
        self,
        link: Link,
        name: str,
        attempt: str | None = None,
        before: str | None = None,
        answers: Mapping[QuestionId, OptionId] = NOTHING_SAID,
        address: str | None = None,
        identity: str = "",
    ) -> Entered | Waiting:
        """Make a participant, or let in whose way back it is, under whatever name. The same name and attempt again, as
        when a form is sent twice, is the same person; so is the same `identity`, where the workshop asks for one.
        `before` is a session this browser had here, `address` where it is.

        Raises Refused: "empty", "too_long", "invalid", "workshop_closed", "workshop_full", "busy", "doors_locked",
        "turned_away", "banned", "answers_needed", "too_fast", "identity_required", "identity_erased".
        """
        role = link.role
        live = await self.workshop(link.workshop)
        if link.participant is not None:
            return await self._back(link, live, link.participant)
        await self._require_welcome(live, before)
        proved = self._proved(link, live, identity)
        if proved is not None and (person := await self._known(live, proved)) is not None:
            return await self._let_back(link, live, person)
        name = self._name(name, role, live)
        id = ParticipantId(
            proved or self._tokens.derived_id("participant", link.id, attempt or secrets.token_hex(), name)
        )
        if (person := live.state.maybe(Participant, id)) is not None:
            return await self._let_back(link, live, person)
        if (knock := still_waits(live.state, id, self._now())) is not None:
            return Waiting(knock.at)
        if role is Role.PARTICIPANT:
            check_answers(live.state, answers)
        if address is not None:
            await self._pace.take_each(ARRIVALS, f"from-{network(address)}")
        await self._pace.take_each(ARRIVALS, f"into-{live.id}")
        known_by = self.asks(link, live) if proved else Identity.NONE
        join = Join(participant=id, name=name, role=role, answers=dict(answers), known_by=known_by)
        answer = await self._gateway.do(link.workshop, SYSTEM, join, CommandId(f"join-{id}"))
        if isinstance(answer, Refusal) and answer.code == "doors_waiting":
            return await self._knock(live, id, name, role)
        accepted(answer)
        await asyncio.to_thread(self._links.count_use, link.id)
        return self._entered(link, live.state.find(Participant, id))

    def asks(self, link: Link, live: Live) -> Identity:
        """What whoever comes by a link has to show: staff, those who only watch and a way back never anything."""
        if link.role is not Role.PARTICIPANT or link.participant is not None:
            return Identity.NONE
        workshop = next(live.state.all(Workshop))
        return workshop.identity if Action.ENTER in workshop.identity_for else Identity.NONE

    async def known_as(self, link: Link, live: Live, identity: str) -> Participant | None:
        """Who came in by this identity before. Raises Refused: "identity_required", "identity_erased"."""
        proved = self._proved(link, live, identity)
        return None if proved is None else await self._known(live, proved)

    def _proved(self, link: Link, live: Live, identity: str) -> str | None:
        """Who they are by what they show, where something is asked for."""
        asked = self.asks(link, live)
        if asked is Identity.NONE:
            return None
        proved = self._tokens.read_identity(identity, live.id, asked, self._now())
        if proved is None:
            raise Refused("identity_required", ways=[asked.value])
        return proved

    async def _known(self, live: Live, proved: str) -> Participant | None:
        if person_of(live.state, proved) is None:
            # It may have been shown through another process a moment ago.
            await self._gateway.catch_up(live)
        person = person_of(live.state, proved)
        if person is not None and person.erased_at is not None:
            # As somebody new they could vote a second time, or come back from a ban.
            raise Refused("identity_erased")
        return person

    async def _require_welcome(self, live: Live, before: str | None) -> None:
        """Raises Refused("banned") for a browser that still has the session of somebody who may not come back."""
        session = self._tokens.read_session(before) if before else None
        if session is not None and session.workshop == live.id:
            person = await self._gateway.person(live, session.participant)
            if person is not None and person.banned:
                person.require_in()

    async def _knock(self, live: Live, id: ParticipantId, name: str, role: Role) -> Waiting:
        accepted(await self._gateway.do(live.id, SYSTEM, KnockAtDoor(person=id, name=name, role=role)))
        return Waiting(live.state.find(Knock, knock_id(id)).at)

    async def _back(self, link: Link, live: Live, participant: ParticipantId) -> Entered | Waiting:
        """As whom the link brings back. Raises Refused("link_revoked") where they were erased."""
        person = await self._gateway.person(live, participant)
        if person is None:
            raise Refused("link_revoked")
        return await self._let_back(link, live, person)

    async def return_to(self, link: Link, session: str) -> Entered | Waiting:
        """Continue as before by the same link. Raises Refused("session_unknown") for anybody else's session."""
        before = self._tokens.read_session(session)
        if before is None or before.link != link.id:
            raise Refused("session_unknown")
        live = await self.workshop(link.workshop)
        before = await asyncio.to_thread(self._renewing.used, before)
        person = await self._gateway.person(live, before.participant)
        if person is None:
            raise Refused("session_unknown")
        return await self._let_back(link, live, person, before)

    async def go_on_as(self, member: Member, person: Participant) -> Entered | Waiting:
        """As somebody else, whom they have shown to be too. The session they had ends by and by."""
        link = await asyncio.to_thread(self._links.find, member.session.link)
        if link is None:
            raise Refused("session_unknown")
        found = await self._let_back(link, member.live, person)
        if isinstance(found, Entered):
            await asyncio.to_thread(self._renewing.end_later, member.session)
        return found

    async def begin_anew(self, member: Member) -> str:
        """Another session, since they are trusted with more than before; the one they had ends by and by."""
        await asyncio.to_thread(self._renewing.end_later, member.session)
        return self._renewing.begin(member.live.id, member.person.id, member.session.link)

    async def end_all(self, member: Member) -> Ended:
        """Every session they have. What is open by one is still to be closed."""
        before = await asyncio.to_thread(self._renewing.end_all, member.session)
        return Ended(workshop=member.live.id, participant=member.person.id, before=before)

    async def _let_back(
        self, link: Link, live: Live, person: Participant, before: Session | None = None
    ) -> Entered | Waiting:
        """As before; whoever was removed goes through the doors like everybody who is new."""
        if person.removed_at is not None:
            answer = await self._gateway.do(live.id, SYSTEM, ComeBack(participant=person.id))
            if isinstance(answer, Refusal) and answer.code == "doors_waiting":
                return await self._knock(live, person.id, person.name, person.role)
            accepted(answer)
        return self._entered(link, live.state.find(Participant, person.id), before)

    def _entered(self, link: Link, person: Participant, before: Session | None = None) -> Entered:
        if before is not None:
            session = self._renewing.go_on(before)
        else:
            session = self._renewing.begin(link.workshop, person.id, link.id)
        return Entered(session, link.workshop, person.id, person.role, person.name)

    def _name(self, typed: str, role: Role, live: Live) -> str:
        if role is Role.VIEWER and not typed.strip():
            (workshop,) = live.state.shelf("kind", "workshop")
            return self._catalogues[getattr(workshop, "language", "")]("join-viewer-name")
        name = one_line(normalized(typed))
        if len(name) > NAME_MAX:
            raise Refused("too_long", most=NAME_MAX)
        return name

    # -- sessions -------------------------------------------------------------------------------------------------

    async def session(self, token: str) -> Session:
        """With its renewal, where it is time for one. Raises Refused: "session_unknown", or "link_revoked". A link that
        has expired still holds for who came by it: nobody is put out in the middle of a workshop."""
        session = self._tokens.read_session(token)
        link = await asyncio.to_thread(self._links.find, session.link) if session else None
        if session is None or link is None or link.workshop != session.workshop:
            raise Refused("session_unknown")
        if link.revoked_at is not None:
            raise Refused("link_revoked")
        return await asyncio.to_thread(self._renewing.used, session)

    async def member(self, authorization: str) -> Member:
        """Whom an Authorization header stands for. Raises Refused: "removed" or "banned" where they were put out."""
        member = await self.known(authorization)
        member.person.require_in()
        return member

    async def member_by(self, link: str, participant: ParticipantId) -> Member:
        """Who had a session by this link a moment ago, while it still holds."""
        found = await asyncio.to_thread(self._links.find, link)
        if found is None or found.revoked_at is not None:
            raise Refused("link_revoked")
        live = await self.workshop(found.workshop)
        person = await self._gateway.person(live, participant)
        if person is None:
            raise Refused("session_unknown")
        person.require_in()
        return Member(Session(live.id, person.id, link), live, person)

    async def known(self, authorization: str) -> Member:
        """The same, also of whoever was put out: what one wrote stays one's own."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise Refused("session_unknown")
        session = await self.session(token.strip())
        live = await self.workshop(session.workshop)
        person = await self._gateway.person(live, session.participant)
        if person is None:
            raise Refused("session_unknown")
        return Member(session, live, person)


def accepted(answer: Answer) -> int:
    """The seq of an accepted command. Raises Refused."""
    if isinstance(answer, Refusal):
        raise Refused(answer.code, **answer.details)
    return answer.seq
