"""What a browser keeps while somebody is at the provider: the only cookie there is, sent to where they come back to."""

from __future__ import annotations

from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from web.codes_by_mail import SIGN_IN_MS

BACK = "/openid"
COOKIE = "palabre-openid"
R = TypeVar("R", bound=Response)


def keep_way(answer: R, attempt: str, language: str, is_secure: bool) -> R:
    """It binds what comes back to this browser: somebody else's answer is of no use in it."""
    answer.set_cookie(
        COOKIE,
        f"{attempt}.{language}",
        SIGN_IN_MS // 1000,
        path=BACK,
        secure=is_secure,
        httponly=True,
        samesite="lax",
    )
    return answer


def way_kept(request: Request) -> tuple[str, str]:
    """The attempt, and the language they had chosen before: the provider does not bring it back."""
    attempt, _, language = request.cookies.get(COOKIE, "").partition(".")
    return attempt, language


def forget_way(answer: R, is_secure: bool) -> R:
    answer.delete_cookie(COOKIE, path=BACK, secure=is_secure, httponly=True, samesite="lax")
    return answer
