"""What is signed: the token of a link, and the session one gets by it. Both say little: the database says the rest."""

from __future__ import annotations

import hashlib
import hmac

import itsdangerous

from realtime.connection import Session
from rooms.ids import ParticipantId, WorkshopId


class Tokens:
    """Signs with one secret per installation. Reading gives None for what was signed elsewhere, or not at all."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._links = itsdangerous.Signer(secret, salt="palabre.link", digest_method=hashlib.sha256)
        self._sessions = itsdangerous.URLSafeSerializer(
            secret, salt="palabre.session", signer_kwargs={"digest_method": hashlib.sha256}
        )

    def link(self, id: str) -> str:
        return self._links.sign(id).decode()

    def read_link(self, token: str) -> str | None:
        try:
            return self._links.unsign(token.encode()).decode()
        except (itsdangerous.BadData, UnicodeError):
            return None

    def session(self, session: Session) -> str:
        signed = self._sessions.dumps([session.workshop, session.participant, session.link])
        return signed if isinstance(signed, str) else signed.decode()

    def read_session(self, token: str) -> Session | None:
        """Whether its link still holds is another question."""
        try:
            workshop, participant, link = self._sessions.loads(token)
        except (itsdangerous.BadData, UnicodeError, ValueError, TypeError):
            return None
        return Session(WorkshopId(workshop), ParticipantId(participant), link)

    def derived_id(self, *parts: str) -> str:
        """An id nobody can guess, the same for the same parts: 26 characters for 130 bits."""
        mark = hmac.new(self._secret, "\0".join(parts).encode(), hashlib.sha256).digest()
        bits = int.from_bytes(mark, "big")
        return "".join("0123456789abcdefghjkmnpqrstvwxyz"[(bits >> shift) & 31] for shift in range(0, 130, 5))
