"""What is signed: the token of a link, and the session one gets by it. Both say little: the database says the rest."""

from __future__ import annotations

import hashlib
import hmac

import itsdangerous

from realtime.connection import Session
from rooms.ids import ParticipantId, WorkshopId

INVITED = "invited-"


def mark_of(token: str) -> str:
    """What is kept of a random token: who reads the database cannot show it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Tokens:
    """Signs with one secret per installation. Reading gives None for what was signed elsewhere, or not at all."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._links = itsdangerous.Signer(secret, salt="palabre.link", digest_method=hashlib.sha256)
        self._studios = itsdangerous.Signer(secret, salt="palabre.studio", digest_method=hashlib.sha256)
        self._studio_sessions = itsdangerous.Signer(secret, salt="palabre.studio-session", digest_method=hashlib.sha256)
        self._invitations = itsdangerous.Signer(secret, salt="palabre.invitation", digest_method=hashlib.sha256)
        self._identities = itsdangerous.URLSafeSerializer(
            secret, salt="palabre.identity", signer_kwargs={"digest_method": hashlib.sha256}
        )
        self._sessions = itsdangerous.URLSafeSerializer(
            secret, salt="palabre.session", signer_kwargs={"digest_method": hashlib.sha256}
        )

    def link(self, id: str) -> str:
        return self._links.sign(id).decode()

    def read_link(self, token: str) -> str | None:
        return _unsigned(self._links, token)

    def studio(self, id: str) -> str:
        """For the address of a way into the studio."""
        return self._studios.sign(id).decode()

    def read_studio(self, token: str) -> str | None:
        return _unsigned(self._studios, token)

    def studio_session(self, id: str) -> str:
        return self._studio_sessions.sign(id).decode()

    def read_studio_session(self, token: str) -> str | None:
        return _unsigned(self._studio_sessions, token)

    def invitation(self, colleague: str, mark: str) -> str:
        """For the address of an invitation into the studio: told from a link's by its first letters."""
        return INVITED + self._invitations.sign(f"{colleague}-{mark}").decode()

    def read_invitation(self, token: str) -> tuple[str, str] | None:
        read = _unsigned(self._invitations, token.removeprefix(INVITED)) if token.startswith(INVITED) else None
        colleague, _, mark = (read or "").partition("-")
        return (colleague, mark) if mark else None

    def seal(self, *parts: str) -> str:
        """A keyed hash: who reads the database cannot try out what was short enough to be guessed."""
        return hmac.new(self._secret, "\0".join(("seal", *parts)).encode(), hashlib.sha256).hexdigest()

    def session(self, session: Session) -> str:
        parts: list[object] = [session.workshop, session.participant, session.link]
        if session.sid:
            parts += [session.sid, session.issued_at, session.is_renewed]
        signed = self._sessions.dumps(parts)
        return signed if isinstance(signed, str) else signed.decode()

    def read_session(self, token: str) -> Session | None:
        """Whether it and its link still hold is another question. Tokens of before there was a `sid` have one too."""
        try:
            workshop, participant, link, *more = self._sessions.loads(token)
            sid, issued_at, is_renewed = more or (self.derived_id("session", participant, link), 0, False)
        except (itsdangerous.BadData, UnicodeError, ValueError, TypeError):
            return None
        return Session(WorkshopId(workshop), ParticipantId(participant), link, sid, issued_at, is_renewed)

    def identity(self, workshop: WorkshopId, way: str, mark: str, until: int, by: str = "") -> str:
        """What shows who one is in a workshop, known in such a way: a mark, and nothing else. `by` is who may show it,
        where they are in already: with somebody else's, one would become them."""
        signed = self._identities.dumps([workshop, way, mark, until, by])
        return signed if isinstance(signed, str) else signed.decode()

    def read_identity(self, token: str, workshop: WorkshopId, way: str, now: int, by: str = "") -> str | None:
        """The mark."""
        try:
            its, known_by, mark, until, whose = self._identities.loads(token)
        except (itsdangerous.BadData, UnicodeError, ValueError, TypeError):
            return None
        return str(mark) if (its, known_by, whose) == (workshop, way, by) and now < until else None

    def derived_id(self, *parts: str) -> str:
        """An id nobody can guess, the same for the same parts: 26 characters for 130 bits."""
        mark = hmac.new(self._secret, "\0".join(parts).encode(), hashlib.sha256).digest()
        bits = int.from_bytes(mark, "big")
        return "".join("0123456789abcdefghjkmnpqrstvwxyz"[(bits >> shift) & 31] for shift in range(0, 130, 5))


def _unsigned(signer: itsdangerous.Signer, token: str) -> str | None:
    try:
        return signer.unsign(token.encode()).decode()
    except (itsdangerous.BadData, UnicodeError):
        return None
