"""Sessions in time: a token that has aged is replaced by another of the same session, and holds for a while after that
one was used. A session ends with whoever leaves on all their devices, and by and by when they show who they are."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from persistence.sessions import ALL, SessionEnd, SessionEnds
from realtime.connection import Session
from rooms.ids import ParticipantId, WorkshopId
from rooms.refusal import Refused
from web.tokens import Tokens

HOUR_MS = 3_600_000
RENEW_MS = 6 * HOUR_MS
GRACE_MS = 24 * HOUR_MS
"""For answers that were lost, and other tabs."""
ALIKE_MS = HOUR_MS // 6
"""Tabs that come back together are given the same token."""
EVER = 2**53
"""After all that will be issued."""


class Renewing:
    """`now` gives epoch milliseconds. What reads or writes blocks, and raises Busy when the database cannot answer."""

    def __init__(self, ends: SessionEnds, tokens: Tokens, now: Callable[[], int]) -> None:
        self._ends = ends
        self._tokens = tokens
        self._now = now

    def begin(self, workshop: WorkshopId, participant: ParticipantId, link: str) -> str:
        """The first token of a new session."""
        return self._tokens.session(Session(workshop, participant, link, secrets.token_hex(16), self._now()))

    def go_on(self, session: Session) -> str:
        """The token to show from now on."""
        return session.renewal or self._tokens.session(session)

    def used(self, session: Session) -> Session:
        """With its renewal, where it is time for one. Raises Refused("session_unknown") where it has ended.

        Whatever is older than a token that is used is on its way out, and is not renewed: who has copied it cannot go
        on by it.
        """
        now = self._now()
        ends = self._ends.of(session.workshop, session.participant, session.sid)
        passed = [end for end in ends if session.issued_at < end.not_before]
        if any(end.until <= now for end in passed):
            raise Refused("session_unknown")
        if session.is_renewed and all(end.not_before < session.issued_at for end in ends if end.sid != ALL):
            self._end(session, session.sid, session.issued_at, now + GRACE_MS)
        if passed or now - session.issued_at < RENEW_MS:
            return session
        fresh = replace(session, issued_at=now - now % ALIKE_MS, is_renewed=True)
        return replace(session, renewal=self._tokens.session(fresh))

    def end_later(self, session: Session) -> None:
        """Others of its tabs have to hear first of the one that takes its place."""
        self._end(session, session.sid, EVER, self._now() + GRACE_MS)

    def end_all(self, session: Session) -> int:
        """All that its person has. Gives before when what has ended was issued."""
        now = self._now()
        self._end(session, ALL, now + 1, now)
        return now + 1

    def _end(self, session: Session, sid: str, not_before: int, until: int) -> None:
        self._ends.add(SessionEnd(session.workshop, session.participant, sid, not_before, until))
