"""Codes by e-mail, for the studio and for workshops that ask who comes in: good once, and for a while."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Callable
from typing import TypeVar

from limits import RateLimitItem, parse

from persistence.outbox import Letter
from persistence.signing import AtDoor, ByCode, SignIns
from rooms.refusal import Refused
from web.attempts import Attempts, Pace
from web.settings import MAILBOX
from web.tokens import Tokens, mark_of

MINUTES = 10
SIGN_IN_MS = MINUTES * 60_000
DIGITS = 6
TRIES = 5
"""Of a million codes: somebody who asks and guesses as often as they may finds one in some twenty years."""
CODES_TO: RateLimitItem = parse("5 per 10 minutes")
"""Letters to one address: nobody's box is filled by others."""
W = TypeVar("W", ByCode, AtDoor)


class CodesByMail:
    """`now` gives epoch milliseconds; `hurry` says that a letter was written."""

    def __init__(
        self,
        sign_ins: SignIns,
        tokens: Tokens,
        attempts: Attempts,
        pace: Pace,
        hurry: Callable[[], None],
        now: Callable[[], int],
    ) -> None:
        self._sign_ins = sign_ins
        self._tokens = tokens
        self._attempts = attempts
        self._pace = pace
        self._hurry = hurry
        self._now = now

    async def send(
        self, email: str, letter: Callable[[str, int], Letter], way: Callable[[str], ByCode | AtDoor]
    ) -> tuple[str, int]:
        """What the browser shows with the code, and until when it may. `letter` is written of the code and that time,
        `way` is what is kept, of the sealed code. Raises Refused("too_many_attempts")."""
        await self._pace.attempt(CODES_TO, f"code-{self._tokens.seal('address', email)}")
        attempt, code = secrets.token_urlsafe(32), f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        now = self._now()
        until = now + SIGN_IN_MS
        kept = way(self._tokens.seal(attempt, code))
        await asyncio.to_thread(self._sign_ins.begin, mark_of(attempt), kept, TRIES, now, until, letter(code, until))
        self._hurry()
        return attempt, until

    async def take(self, attempt: str, typed: str, kind: type[W], address: str) -> W:
        """What was kept, once. Raises Refused: "sign_in_over", "sign_in_code_wrong", "too_many_attempts"."""
        await self._attempts.require(address)
        id = mark_of(attempt)
        way, left = await asyncio.to_thread(self._sign_ins.spend, id, self._now())
        digits = "".join(str(int(each)) for each in typed if each.isdecimal())
        if not isinstance(way, kind) or not hmac.compare_digest(way.code, self._tokens.seal(attempt, digits)):
            await self._attempts.count(address)
            raise Refused("sign_in_code_wrong", left=left)
        if not await asyncio.to_thread(self._sign_ins.end, id):
            raise Refused("sign_in_over")
        return way


def mailbox(typed: str) -> str:
    """As it is kept. Raises Refused("email_invalid")."""
    email = typed.strip().lower()
    if not MAILBOX.fullmatch(email):
        raise Refused("email_invalid")
    return email
