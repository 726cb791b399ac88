"""Uploaded pictures, drawn anew: where and by what they were taken, and what else hides in a file, stays outside."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass

from rooms.refusal import Refused
from web.turns import Turns

KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP"}
TAKES_S = 20.0
AT_ONCE = 2
WAITING_MOST = 8
"""Each holds the ten megabytes somebody has sent."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Each takes as much memory as `web.redrawing` allows: so many are drawn at a time, and no more wait than may."""

    turns: Turns

    async def clean(self, body: bytes, media_type: str) -> bytes:
        """A picture drawn anew; a PDF as it is. Raises Refused: "file_damaged", "busy"."""
        if media_type not in KINDS:
            return body
        async with self.turns:
            return await drawn(body, KINDS[media_type])


async def drawn(body: bytes, kind: str) -> bytes:
    """By a process of its own, which may fail of what it is given. Raises Refused("file_damaged")."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "web.redrawing", kind),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        picture, _ = await asyncio.wait_for(process.communicate(body), TAKES_S)
    except BaseException as error:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if isinstance(error, TimeoutError):
            raise Refused("file_damaged") from error
        raise
    if process.returncode != 0 or not picture:
        raise Refused("file_damaged")
    return picture
